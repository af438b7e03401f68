"""The two sides of a reading: what its slots stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimscan.claims.agreement import agreed
from claimscan.claims.elided import ElidedSides, names_of, unsure
from claimscan.claims.fitness import is_pronoun
from claimscan.claims.match import Match
from claimscan.claims.reference import Argument, Form
from claimscan.claims.resolve import by_means_of, makes, parties
from claimscan.claims.scene import BOUNDARY
from claimscan.claims.sentences import Unit
from claimscan.claims.site import PARTIES, Pair, Party, Site
from claimscan.model import Kind, Name, Relation
from claimscan.rulebook.rules import ClaimRule, Pick, Sides, Slot

_MEANS = 0.85
_OPENING = 3  # units of a clause that has no subject of its own: "but at a lower price"
_BEHIND = 3  # a score that follows the last party: "B at 71"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?\Z")


@dataclass(frozen=True, slots=True)
class SideReader:
    """Tells the sides of the readings of one sentence, in their order; `elided` tells those that a reading leaves out."""

    elided: ElidedSides

    def pairs(self, match: Match, rule: ClaimRule) -> tuple[Pair, ...]:
        """The comparisons that a reading makes; none where one side cannot be told."""
        match = agreed(match, self.elided.site.stage)
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
        if rule.sides is Sides.SCORED:
            pair = self._by_score(match, pair)
        if not pair.winners or not (pair.losers or rule.relation is Relation.LEADS):
            return ()
        if rule.sides is not Sides.MUTUAL:
            return (pair,)
        one, other = self._in_full(pair.winners, pair.losers), self._in_full(pair.losers, pair.winners)
        return Pair(one, other), Pair(other, one)

    def _told(self, match: Match, rule: ClaimRule) -> Pair:
        if rule.sides is Sides.BEFORE:
            return self._continued(match, rule)
        if rule.sides in (Sides.BEHIND, Sides.PLACED) and match.slots:
            return self._behind(match)
        return _rivals(match, self._pair(match, rule))

    def _in_full(self, told: Sequence[Party], across: Sequence[Party]) -> tuple[Party, ...]:
        """Parties by the full names of the sentence: the second name in "Fox 4 Pro over Y for sums, Fox for prose"."""
        named = {unit.mention.name for unit in self.elided.site.stage.units if unit.mention} - set(names_of(across))
        return tuple(_in_full(party, [name for name in named if name.version]) for party in told)

    def _by_score(self, match: Match, pair: Pair) -> Pair:
        """The pair with the side first that has the higher score; nobody where there are not just two scores, or less is better."""
        stage = self.elided.site.stage
        end = max(match.trigger[-1] + 1, *(slot.last for slot in match.slots.values()))
        if any(stage.lexicon.has_any(("less_is_better", "no_scores"), unit.form) for unit in stage.units):
            return Pair(())
        scores = _scores(stage.units[match.trigger[0] : end + _BEHIND])
        scores = scores if len(scores) == 2 else _scores(stage.units[match.trigger[0] : end])
        if len(scores) != 2 or scores[0] == scores[1]:
            return Pair(())
        return pair if scores[0] > scores[1] else Pair(pair.losers, pair.winners)

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
            return Pair(self._winners(winner, loser) if winner else self.elided.spoken_of(match, ()))
        if winner:
            return self._of_winner(match, winner, loser, rule)
        return self._of_loser(match, loser) if loser else self._of_neither(match, rule)

    def _continued(self, match: Match, rule: ClaimRule) -> Pair:
        """The pair of a reading that carries on the comparison before: "..., at half the price", "... but slower"."""
        winner, loser = match.slots.get("subject"), match.slots.get("object")
        if winner is None and loser is None:
            last = self.elided.last_pair()
            sides = tuple(map(unsure, self.elided.in_order(last))) if last and not self._begun_anew(match, last) else ((), ())
            return Pair(*sides) if _first_role(rule) == "subject" else Pair(*sides[::-1])
        winners = self._winners(winner, loser) if winner else ()
        losers = self._losers(loser, winners) if loser else ()
        if winner and winner.has(Form.ANAPHOR) and not loser:
            return Pair(winners, self._set_against(winners) or (self.elided.compared_with(match, winners) if winners else ()))
        return Pair(winners or self._set_against(losers), losers or self._set_against(winners))

    def _begun_anew(self, match: Match, last: Pair) -> bool:
        """Whether a clause with a subject of its own begins between a comparison and what would carry it on: ", while Foo costs less"."""
        stage, told = self.elided.site.stage, max(party.span.end for side in last for party in side)
        for at in range(match.trigger[0] - _OPENING):
            if stage.units[at].start > told and stage.costs[at] == BOUNDARY:
                form = stage.units[at + 1].form
                return not stage.lexicon.has_any(("pronouns", "possessives", "prepositions", "auxiliaries"), form)
        return False

    def _behind(self, match: Match) -> Pair:
        """The pair of a reading that tells only who comes after the one that was just said to lead, or does not come before it."""
        slot = match.slots.get("object")
        if slot is None:
            led = next((pair for pair in self.elided.latest() if not pair.losers), None)
            return Pair(self._winners(match.slots["subject"], None), unsure(led.winners) if led else ())
        losers = self._losers(slot, ())
        last = next(self.elided.latest(), None)
        names = names_of(losers)
        return Pair(unsure([p for p in last.winners if p.name not in names]) if last and not last.losers else (), losers)

    def _carried_on(self, match: Match, rule: ClaimRule) -> Pair | None:
        """The pair of a reading that took the other side for its subject: "compared with X, Y is faster and cheaper"."""
        last = self.elided.last_pair()
        taken = next(iter(match.slots.values()), None)
        if last is None or taken is None or len(match.slots) > 1 or rule.relation is Relation.LEADS or taken.last > match.trigger[0]:
            return None
        subject, other = self.elided.in_order(last)
        background = [m.name for m in taken.names if m.span.start in self.elided.site.discourse.oblique]
        if not background or background != names_of(other):
            return None
        sides = (unsure(subject), unsure(other))
        return Pair(*sides) if "subject" in match.slots else Pair(*sides[::-1])

    def _set_against(self, told: Sequence[Party]) -> tuple[Party, ...]:
        """Whom the comparison before sets against these parties; a newcomer is set against its subject: "C is better still"."""
        last = self.elided.pair_before()
        return self.elided.opponents(told) or (unsure(self.elided.in_order(last)[0]) if last and told else ())

    def _of_winner(self, match: Match, winner: Argument, loser: Argument | None, rule: ClaimRule) -> Pair:
        stage = self.elided.site.stage
        if loser and is_pronoun(stage, winner) and is_pronoun(stage, loser) and (last := self.elided.pair_before()):
            first, second = map(unsure, sorted(last, key=lambda side: side[0].span))
            return Pair(first, second) if winner.first < loser.first else Pair(second, first)
        winners = self._winners(winner, loser)
        if loser:
            return Pair(winners, self._losers(loser, winners))
        if len(winners) > 1 and (rule.relation is Relation.MATCHES or rule.sides is Sides.MUTUAL):
            return Pair(winners[:1], winners[1:])
        return Pair(winners, self.elided.missing(match, winner, winners) if winners else ())

    def _of_loser(self, match: Match, loser: Argument) -> Pair:
        named = [m.name for m in loser.names]
        if not named:
            losers = parties(self.elided.site, loser)
            return Pair(self.elided.missing(match, loser, losers) if losers else (), losers)
        winners = self.elided.missing(match, loser, [Party(name, self.elided.place_of(match)) for name in named])
        return Pair(winners, self._losers(loser, winners))

    def _of_neither(self, match: Match, rule: ClaimRule) -> Pair:
        """Both sides of a reading that names none: "but slower" says it of the side with which the rule's first pattern begins."""
        subject = self.elided.spoken_of(match, ()) if self.elided.earlier else self.elided.first_named(match)
        other = self.elided.compared_with(match, subject) if subject else ()
        return Pair(subject, other) if _first_role(rule) == "subject" else Pair(other, subject)

    def _winners(self, argument: Argument, other: Argument | None) -> tuple[Party, ...]:
        """The winners that a slot tells; a vendor gives way to the model with which it wins."""
        excluded = [m.name for m in other.names] if other else []
        found = parties(self.elided.site, argument, excluded)
        return tuple(_winner(self.elided.site, p, p.name, excluded) for p in found if p.name is not None and p.name.kind in PARTIES)

    def _losers(self, argument: Argument, winners: Sequence[Party]) -> tuple[Party, ...]:
        """The losers that a slot tells, without those that already stand on the other side."""
        names = names_of(winners)
        return tuple(p for p in parties(self.elided.site, argument, names) if p.name not in names)


def _scores(units: Sequence[Unit]) -> list[float]:
    """The numbers among units, but for those of names."""
    return [float(unit.form.replace(",", ".")) for unit in units if unit.mention is None and _NUMBER.match(unit.form)]


def _in_full(party: Party, versions: Sequence[Name]) -> Party:
    """A party that bears only its family's name by the one version of the family that is named; any other as it is."""
    name = party.name
    if name is None or name.kind is not Kind.MODEL or name.version or name.size or name.variant:
        return party
    full = [version for version in versions if version.family == name.family]
    return replace(party, name=full[0]) if len(full) == 1 else party


def _picked_by(argument: Argument, pick: Pick) -> bool:
    """Whether a phrase of an argument stands for the names that this tells."""
    return any(item.anaphor and item.anaphor.pick is pick for item in argument.items)


def _first_role(rule: ClaimRule) -> str:
    """Whom a rule speaks of first: its patterns without slots say of that side what they say."""
    return next((e.role for pattern in rule.patterns for e in pattern.elements if isinstance(e, Slot)), "subject")


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
