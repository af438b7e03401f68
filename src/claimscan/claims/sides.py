"""The two sides of a reading: what its slots stand for, and who is meant by a side that the sentence leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from claimscan.claims.fitness import oblique
from claimscan.claims.match import Match
from claimscan.claims.reference import Argument, Form, span_of
from claimscan.claims.resolve import by_means_of, makes, parties
from claimscan.claims.site import Party, Site
from claimscan.model import Kind, Name, Relation, Span
from claimscan.rulebook.rules import ClaimRule, Pick, Sides, Slot

_SHARED, _ELIDED, _MEANS = 0.9, 0.7, 0.85
_PARTIES = (Kind.MODEL, Kind.VENDOR)


class Pair(NamedTuple):
    """Who wins and who loses; who leads has beaten nobody by name."""

    winners: tuple[Party, ...]
    losers: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class SideReader:
    """Tells the sides of the readings of one sentence, in their order.

    `earlier` are those of the readings before in this sentence, `before` those of the sentence before.
    """

    site: Site
    earlier: Sequence[Pair]
    before: Sequence[Pair]

    def pairs(self, match: Match, rule: ClaimRule) -> tuple[Pair, ...]:
        """The comparisons that a reading makes; none where one side cannot be told."""
        subject = match.slots.get("subject")
        if rule.sides is Sides.RANKED and subject and "object" not in match.slots:
            ranked = self._winners(subject, None)
            return tuple(Pair(ranked[at : at + 1], ranked[at + 1 :]) for at in range(len(ranked) - 1))
        each = self._each(match, rule)
        if len(each) > 1:
            return tuple(Pair((one,), tuple(p for p in each if p is not one)) for one in each)
        carried = self._carried_on(match, rule)
        if carried:
            return (carried,)
        pair = self._told(match, rule)
        if not pair.winners or not (pair.losers or rule.relation is Relation.LEADS):
            return ()
        return (pair, Pair(pair.losers, pair.winners)) if rule.sides is Sides.MUTUAL else (pair,)

    def _latest(self) -> Iterator[Pair]:
        """The comparisons that were made before, the last one first."""
        return chain(reversed(self.earlier), reversed(self.before))

    def _last_pair(self) -> Pair | None:
        """The last comparison with a loser that was made in the sentence itself."""
        return next((pair for pair in reversed(self.earlier) if pair.losers), None)

    def _is_pronoun(self, argument: Argument) -> bool:
        """Whether an argument is a bare pronoun: both of "it beats them" stand for the sides of a comparison just made."""
        bare = argument.last - argument.first == 1 and argument.has(Form.ANAPHOR)
        return bare and self.site.stage.lexicon.has("pronouns", self.site.stage.units[argument.first].form)

    def _told(self, match: Match, rule: ClaimRule) -> Pair:
        if rule.sides is Sides.BEFORE:
            return self._continued(match, rule)
        if rule.sides is Sides.BEHIND and match.slots:
            return self._behind(match)
        return _rivals(match, self._pair(match, rule))

    def _each(self, match: Match, rule: ClaimRule) -> tuple[Party, ...]:
        """The winners where they are compared with each other: "neither beats the other", "neither is better"."""
        winner, loser = match.slots.get("subject"), match.slots.get("object")
        if winner is None or rule.relation is Relation.LEADS:
            return ()
        mutual = _picked_by(loser, Pick.EACH) if loser else _picked_by(winner, Pick.NEITHER)
        return self._winners(winner, None) if mutual else ()

    def _pair(self, match: Match, rule: ClaimRule) -> Pair:
        winner, loser = match.slots.get("subject"), match.slots.get("object")
        if rule.relation is Relation.LEADS:
            return Pair(self._winners(winner, loser) if winner else self._spoken_of(match, ()))
        if winner:
            return self._of_winner(match, winner, loser, rule)
        return self._of_loser(match, loser) if loser else self._of_neither(match, rule)

    def _continued(self, match: Match, rule: ClaimRule) -> Pair:
        """The pair of a reading that carries on the comparison before: "..., at half the price", "... but slower"."""
        winner, loser = match.slots.get("subject"), match.slots.get("object")
        if winner is None and loser is None:
            last = self._last_pair()
            sides = tuple(map(_unsure, self._in_order(last))) if last else ((), ())
            return Pair(*sides) if _first_role(rule) == "subject" else Pair(*sides[::-1])
        winners = self._winners(winner, loser) if winner else ()
        losers = self._losers(loser, winners) if loser else ()
        if winner and winner.has(Form.ANAPHOR) and not loser:
            return Pair(winners, self._set_against(winners) or (self._compared_with(match, winners) if winners else ()))
        return Pair(winners or self._set_against(losers), losers or self._set_against(winners))

    def _behind(self, match: Match) -> Pair:
        """The pair of a reading that tells only who comes after the one that was just said to lead, or does not come before it."""
        slot = match.slots.get("object")
        if slot is None:
            led = next((pair for pair in self._latest() if not pair.losers), None)
            return Pair(self._winners(match.slots["subject"], None), _unsure(led.winners) if led else ())
        losers = self._losers(slot, ())
        last = next(self._latest(), None)
        names = _names(losers)
        return Pair(_unsure([p for p in last.winners if p.name not in names]) if last and not last.losers else (), losers)

    def _carried_on(self, match: Match, rule: ClaimRule) -> Pair | None:
        """The pair of a reading that took the other side for its subject: "compared with X, Y is faster and cheaper"."""
        last = self._last_pair()
        taken = next(iter(match.slots.values()), None)
        if last is None or taken is None or len(match.slots) > 1 or rule.relation is Relation.LEADS or taken.last > match.trigger[0]:
            return None
        subject, other = self._in_order(last)
        background = [m.name for m in taken.names if m.span.start in self.site.discourse.oblique]
        if not background or background != _names(other):
            return None
        sides = (_unsure(subject), _unsure(other))
        return Pair(*sides) if "subject" in match.slots else Pair(*sides[::-1])

    def _set_against(self, told: Sequence[Party]) -> tuple[Party, ...]:
        """Whom the comparison before sets against these parties; a newcomer is set against its subject: "C is better still"."""
        last = next((pair for pair in self._latest() if pair.losers), None)
        return self._opponents(told) or (_unsure(self._in_order(last)[0]) if last and told else ())

    def _of_winner(self, match: Match, winner: Argument, loser: Argument | None, rule: ClaimRule) -> Pair:
        if loser and self._is_pronoun(winner) and self._is_pronoun(loser) and (last := self._last_pair()):
            first, second = map(_unsure, sorted(last, key=lambda side: side[0].span))
            return Pair(first, second) if winner.first < loser.first else Pair(second, first)
        winners = self._winners(winner, loser)
        if loser:
            return Pair(winners, self._losers(loser, winners))
        if len(winners) > 1 and (rule.relation is Relation.MATCHES or rule.sides is Sides.MUTUAL):
            return Pair(winners[:1], winners[1:])
        return Pair(winners, self._missing(match, winner, winners) if winners else ())

    def _of_loser(self, match: Match, loser: Argument) -> Pair:
        named = [m.name for m in loser.names]
        if not named:
            losers = parties(self.site, loser)
            return Pair(self._missing(match, loser, losers) if losers else (), losers)
        winners = self._missing(match, loser, [Party(name, _here(self.site, match)) for name in named])
        return Pair(winners, self._losers(loser, winners))

    def _of_neither(self, match: Match, rule: ClaimRule) -> Pair:
        """Both sides of a reading that names none: "but slower" says it of the side with which the rule's first pattern begins."""
        subject = self._spoken_of(match, ()) if self.earlier else self._first_named(match)
        other = self._compared_with(match, subject) if subject else ()
        return Pair(subject, other) if _first_role(rule) == "subject" else Pair(other, subject)

    def _winners(self, argument: Argument, other: Argument | None) -> tuple[Party, ...]:
        """The winners that a slot tells; a vendor gives way to the model with which it wins."""
        excluded = [m.name for m in other.names] if other else []
        found = parties(self.site, argument, excluded)
        return tuple(_winner(self.site, p, p.name, excluded) for p in found if p.name is not None and p.name.kind in _PARTIES)

    def _losers(self, argument: Argument, winners: Sequence[Party]) -> tuple[Party, ...]:
        """The losers that a slot tells, without those that already stand on the other side."""
        names = _names(winners)
        return tuple(p for p in parties(self.site, argument, names) if p.name not in names)

    def _missing(self, match: Match, given: Argument, told: Sequence[Party]) -> tuple[Party, ...]:
        """The side that a reading leaves out: its subject in "still behind X", what it is compared with in "X is faster"."""
        stage, first = self.site.stage, _telling(self.site, match)
        before = stage.units[given.head - 1].form if given.head else ""
        if given.first < first or stage.lexicon.has("auxiliaries", before) or self._opens_clause(match, given):
            return self._compared_with(match, told)
        begins = first == 0 or not stage.units[first - 1].form[0].isalnum()
        if match.slots.get("subject") is given and not oblique(stage, given) and not begins:
            return self._compared_with(match, told)
        opponents = self._opponents(told) if given.has(Form.ANAPHOR) else ()
        found = opponents or self._spoken_of(match, told)
        inverted = not found and match.slots.get("subject") is given and not oblique(stage, given)
        return self._compared_with(match, told) if inverted else found

    def _opens_clause(self, match: Match, given: Argument) -> bool:
        """Whether the words of a reading open a clause before its subject and close it behind: "although X is faster"."""
        stage = self.site.stage
        opening = (at for at in match.trigger if at < given.first)
        return given.last <= match.trigger[-1] and any(stage.lexicon.has("boundaries", stage.units[at].form) for at in opening)

    def _first_named(self, match: Match) -> tuple[Party, ...]:
        """What the sentence itself speaks of before a reading's words."""
        for argument in self.site.stage.arguments:
            if argument.last <= match.trigger[0] and not oblique(self.site.stage, argument):
                return tuple(p for p in parties(self.site, argument) if p.name and p.name.kind in _PARTIES)
        return ()

    def _in_order(self, pair: Pair) -> list[tuple[Party, ...]]:
        """The sides as they stand in the text, the grammatical subject before what it is compared with: "unlike X, Y ..."."""
        background = self.site.discourse.oblique
        return sorted((side for side in pair if side), key=lambda side: (any(p.span.start in background for p in side), side[0].span))

    def _spoken_of(self, match: Match, told: Sequence[Party]) -> tuple[Party, ...]:
        """The subject of the verb before in the same sentence, else the topic of the passage."""
        names = _names(told)
        for pair in reversed(self.earlier):
            found = tuple(replace(p, certainty=p.certainty * _SHARED) for p in self._in_order(pair)[0] if p.name not in names)
            if found:
                return found
        topic = self.site.discourse.topic(self.site.sentence, names)
        return (Party(topic.name, _here(self.site, match), topic.certainty),) if topic else ()

    def _compared_with(self, match: Match, told: Sequence[Party]) -> tuple[Party, ...]:
        """The other side of a comparison just made with the same party, else the one model that it can be."""
        opponents = self._opponents(told) or self._spoken_of_before(match, told)
        if opponents:
            return opponents
        parallel = self.earlier[-1].losers if self.earlier else ()
        if parallel and all(p.elided for p in parallel):
            return parallel
        site, names = self.site, _names(told)
        above = site.discourse.topic(site.sentence, names) if site.item else None
        start = min((p.span.start for p in told), default=None)
        until = site.stage.units[_telling(site, match)].span.start
        other = above or site.discourse.counterpart(Kind.MODEL, site.sentence, names, before=start, until=until)
        return (Party(other.name, _here(site, match), other.certainty, elided=True),) if other else ()

    def _spoken_of_before(self, match: Match, told: Sequence[Party]) -> tuple[Party, ...]:
        """The subject of the comparison before, with which one that is named anew is compared: "A is better than B; C remains ahead"."""
        last = next((pair for pair in self._latest() if pair.losers and not any(p.elided for p in pair.losers)), None)
        if last is None or not told or any(argument.has(Form.ANAPHOR) for argument in match.slots.values()):
            return ()
        names = _names(told)
        kin = {name.family for name in names if name.family}
        return _unsure([p for p in self._in_order(last)[0] if p.name and p.name not in names and p.name.family not in kin])

    def _opponents(self, told: Sequence[Party]) -> tuple[Party, ...]:
        """The other side of a comparison just made with one of these parties."""
        names = _names(told)
        for winners, losers in self._latest():
            for side, against in ((winners, losers), (losers, winners)):
                if against and any(p.name in names for p in side):
                    return _unsure([p for p in against if p.name not in names])
        return ()


def _picked_by(argument: Argument, pick: Pick) -> bool:
    """Whether a phrase of an argument stands for the names that this tells."""
    return any(item.anaphor and item.anaphor.pick is pick for item in argument.items)


def _first_role(rule: ClaimRule) -> str:
    """Whom a rule speaks of first: its patterns without slots say of that side what they say."""
    return next((e.role for pattern in rule.patterns for e in pattern.elements if isinstance(e, Slot)), "subject")


def _names(side: Sequence[Party]) -> list[Name]:
    return [p.name for p in side if p.name]


def _unsure(side: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(replace(p, certainty=p.certainty * _ELIDED) for p in side)


def _rivals(match: Match, pair: Pair) -> Pair:
    """The pair without those who are the makers of the other side, unless they stand for a model of theirs without a name."""
    winner, loser = match.slots.get("subject"), match.slots.get("object")
    winners, losers = pair
    if losers and not (winner and winner.unnamed_model):
        winners = tuple(w for w in winners if not any(makes(w, other) for other in losers))
    if not (loser and loser.unnamed_model):
        losers = tuple(o for o in losers if not any(makes(o, other) for other in winners))
    return Pair(winners, losers)


def _winner(site: Site, party: Party, name: Name, excluded: Sequence[Name]) -> Party:
    """A winning vendor gives way to the model with which it wins, where the sentence says so."""
    mention = by_means_of(site, name, excluded) if name.kind is Kind.VENDOR else None
    return Party(mention.name, mention.span, _MEANS) if mention else party


def _here(site: Site, match: Match) -> Span:
    """The trigger's place, for a party that no word of the sentence names."""
    return span_of(site.stage.units, _telling(site, match), match.trigger[-1] + 1)


def _telling(site: Site, match: Match) -> int:
    """Where the words of a reading begin that tell something: "better" in "but X is better", "behind" in "still behind X"."""
    units, lexicon = site.stage.units, site.stage.lexicon
    opening = (at for at in match.trigger if units[at].form[0].isalnum())
    telling = (at for at in opening if lexicon.has("prepositions", units[at].form) or not lexicon.closed(units[at].form))
    return next(telling, match.trigger[0])
