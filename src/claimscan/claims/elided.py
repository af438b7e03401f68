"""Who is meant by a side of a comparison that its words leave out: who was spoken of, and whom it was compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from claimscan.claims.counterpart import Counterpart
from claimscan.claims.fitness import oblique, relative_follows
from claimscan.claims.match import Match
from claimscan.claims.reference import Argument, Form, span_of
from claimscan.claims.resolve import parties
from claimscan.claims.scene import label_of
from claimscan.claims.site import PARTIES, Pair, Party, Site
from claimscan.model import Kind, Name, Span

_SHARED, _ELIDED = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class ElidedSides:
    """Tells the sides that the readings of one sentence leave out.

    `earlier` are those of the readings before in this sentence, `before` those of the sentence before.
    """

    site: Site
    earlier: Sequence[Pair]
    before: Sequence[Pair]

    def latest(self) -> Iterator[Pair]:
        """The comparisons that were made before, the last one first."""
        return chain(reversed(self.earlier), reversed(self.before))

    def last_pair(self) -> Pair | None:
        """The last comparison with a loser that was made in the sentence itself."""
        return next((pair for pair in reversed(self.earlier) if pair.losers), None)

    def pair_before(self) -> Pair | None:
        """The last comparison with a loser that was made in the sentence itself or the one before."""
        return next((pair for pair in self.latest() if pair.losers), None)

    def opponents(self, told: Sequence[Party]) -> tuple[Party, ...]:
        """The other side of a comparison just made with one of these parties."""
        names = names_of(told)
        for winners, losers in self.latest():
            for side, against in ((winners, losers), (losers, winners)):
                if against and any(p.name in names for p in side):
                    return unsure([p for p in against if p.name not in names])
        return ()

    def missing(self, match: Match, given: Argument, told: Sequence[Party]) -> tuple[Party, ...]:
        """The side that a reading leaves out: its subject in "still behind X", what it is compared with in "X is faster"."""
        stage, first = self.site.stage, self._telling(match)
        before = stage.units[given.head - 1].form if given.head else ""
        enclosed = match.slots.get("subject") is given and match.trigger[0] < given.first < match.trigger[-1]
        if given.first < first or enclosed or stage.lexicon.has("auxiliaries", before) or self._opens_clause(match, given):
            return self.compared_with(match, told)
        begins = first == 0 or not stage.units[first - 1].form[0].isalnum()
        upright = match.slots.get("subject") is given and not (oblique(stage, given) or self._behind_preposition(match, given))
        if upright and not begins:
            return self.compared_with(match, told)
        opponents = self.opponents(told) if given.has(Form.ANAPHOR) else ()
        found = opponents or self.spoken_of(match, told)
        inverted = not found and upright
        return self.compared_with(match, told) if inverted else found

    def spoken_of(self, match: Match, told: Sequence[Party]) -> tuple[Party, ...]:
        """The subject of the verb before in the same sentence, else the topic of the passage."""
        names = names_of(told)
        for pair in reversed(self.earlier):
            found = tuple(replace(p, certainty=p.certainty * _SHARED) for p in self.in_order(pair)[0] if p.name not in names)
            if found:
                return found
        label = label_of(self.site.stage, match.trigger[0])
        if label and label.name not in names:
            return (Party(label.name, label.span, _SHARED),)
        named = tuple(p for p in self.first_named(match) if p.name and p.name.kind is Kind.MODEL and p.name not in names)
        if named:
            return named
        topic = self.site.discourse.topic(self.site.sentence, names)
        return (Party(topic.name, self.place_of(match), topic.certainty),) if topic else ()

    def compared_with(self, match: Match, told: Sequence[Party]) -> tuple[Party, ...]:
        """The other side of a comparison just made with the same party, else the one model that it can be."""
        opponents = self.opponents(told) or self._spoken_of_before(match, told)
        if opponents:
            return opponents
        parallel = self.earlier[-1].losers if self.earlier else ()
        if parallel and all(p.elided for p in parallel):
            return parallel
        site, names = self.site, names_of(told)
        above = site.discourse.topic(site.sentence, names) if site.item else None
        start = min((p.span.start for p in told), default=None)
        until = site.stage.units[self._telling(match)].span.start
        other = above or Counterpart(site.discourse, Kind.MODEL, site.sentence, names).find(before=start, until=until)
        return (Party(other.name, self.place_of(match), other.certainty, elided=True),) if other else ()

    def first_named(self, match: Match) -> tuple[Party, ...]:
        """What the sentence itself speaks of before a reading's words."""
        for argument in self.site.stage.arguments:
            if argument.last <= match.trigger[0] and not oblique(self.site.stage, argument):
                return tuple(p for p in parties(self.site, argument) if p.name and p.name.kind in PARTIES)
        return ()

    def in_order(self, pair: Pair) -> list[tuple[Party, ...]]:
        """The sides as they stand in the text, the grammatical subject before what it is compared with: "unlike X, Y ...".

        What a relative clause or a participle speaks of is in no background: "from X, which rivals Y", "with X beating Y"; who is
        not named comes last.
        """
        background = self.site.discourse.oblique
        stage = self.site.stage
        spoken_of = {unit.start for at, unit in enumerate(stage.units) if unit.start in background and self._acts(at + 1)}
        behind = set(background) - spoken_of if spoken_of else background
        return sorted(
            (side for side in pair if side),
            key=lambda side: (any(p.elided for p in side), any(p.span.start in behind for p in side), side[0].span),
        )

    def _acts(self, at: int) -> bool:
        """Whether what ends at a position is the subject of a clause that begins there."""
        units, lexicon = self.site.stage.units, self.site.stage.lexicon
        return relative_follows(self.site.stage, at) or (at < len(units) and lexicon.has("participles", units[at].form))

    def place_of(self, match: Match) -> Span:
        """The trigger's place, for a party that no word of the sentence names."""
        return span_of(self.site.stage.units, self._telling(match), match.trigger[-1] + 1)

    def _behind_preposition(self, match: Match, given: Argument) -> bool:
        """Whether the words of a reading end with a preposition that governs a slot: "behind several models of A"."""
        units, last = self.site.stage.units, match.trigger[-1]
        return last < given.first and self.site.stage.lexicon.has("prepositions", units[last].form)

    def _opens_clause(self, match: Match, given: Argument) -> bool:
        """Whether the words of a reading open a clause before its subject and close it behind: "although X is faster"."""
        stage = self.site.stage
        opening = (at for at in match.trigger if at < given.first)
        return given.last <= match.trigger[-1] and any(stage.lexicon.has("boundaries", stage.units[at].form) for at in opening)

    def _spoken_of_before(self, match: Match, told: Sequence[Party]) -> tuple[Party, ...]:
        """The subject of the comparison before, with which one that is named anew is compared: "A is better than B; C remains ahead"."""
        last = next((pair for pair in self.latest() if pair.losers and not any(p.elided for p in pair.losers)), None)
        if last is None or not told or any(argument.has(Form.ANAPHOR) for argument in match.slots.values()):
            return ()
        names = names_of(told)
        kin = {name.family for name in names if name.family}
        return unsure([p for p in self.in_order(last)[0] if p.name and p.name not in names and p.name.family not in kin])

    def _telling(self, match: Match) -> int:
        """Where the words of a reading begin that tell something: "better" in "but X is better", "behind" in "still behind X"."""
        units, lexicon = self.site.stage.units, self.site.stage.lexicon
        opening = (at for at in match.trigger if units[at].form[0].isalnum())
        telling = (at for at in opening if lexicon.has("prepositions", units[at].form) or not lexicon.closed(units[at].form))
        return next(telling, match.trigger[0])


def names_of(side: Sequence[Party]) -> list[Name]:
    """The names of a side, without unnamed groups."""
    return [p.name for p in side if p.name]


def unsure(side: Sequence[Party]) -> tuple[Party, ...]:
    """A side that no word of the sentence tells."""
    return tuple(replace(p, certainty=p.certainty * _ELIDED) for p in side)
