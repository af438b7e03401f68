"""The pattern matcher: from a trigger word outward, over units, along the cheapest way to each slot.

A gap may cross any words, but each costs something: little for plain words, more for commas and clause
boundaries, most for another name that could have filled the slot. The cheapest reading wins, and one
that is dearer than the budget is none. The work is bounded by the gap width times the length of the pattern,
whatever rule or text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimscan.claims.crossing import MAX_GAP
from claimscan.claims.fitness import nominative, oblique
from claimscan.claims.patterns import Hit, PatternIndex, Side
from claimscan.claims.reference import Argument, Form
from claimscan.claims.scene import BOUNDARY, RELATIVE, Scene
from claimscan.claims.walk import BUDGET, NOTHING, Part, Walk

_INSIDE = 2.0


@dataclass(frozen=True, slots=True)
class Match:
    """One reading of a pattern in a sentence.

    `trigger` are the unit positions that its words took, `slots` the arguments by role; `cost` is how
    far-fetched the reading is.
    """

    pattern: int
    trigger: tuple[int, ...]
    slots: Mapping[str, Argument]
    cost: float


def find_matches(stage: Scene, index: PatternIndex) -> Iterator[Match]:
    """Every reading of every pattern within the budget; the cheapest one for each anchor."""
    for at, hit in index.hits(stage.units, stage.marks):
        found = match_at(stage, index, hit, at)
        if found:
            yield found


def match_at(stage: Scene, index: PatternIndex, hit: Hit, at: int) -> Match | None:
    """The cheapest reading of a pattern that is anchored at a position; None if there is none."""
    end = at + len(hit.words)
    before, behind = index.sides(hit)
    right = _walked(stage, behind, end, forward=True)
    if right is None:
        return None
    left = _walked(stage, before, at, forward=False)
    if left is None:
        return None
    slots = dict(left.slots + right.slots)
    if len({id(a) for a in slots.values()}) < len(slots) or _acts_behind(stage, slots):
        return None
    trigger = tuple(sorted((*left.trigger, *range(at, end), *right.trigger)))
    if _outside_relative(stage, trigger, slots.values()) > 1:
        return None
    cost = left.cost + right.cost + (_INSIDE if _inside(stage, trigger) else 0.0)
    return Match(hit.pattern, trigger, slots, cost) if cost <= BUDGET else None


def _acts_behind(stage: Scene, slots: Mapping[str, Argument]) -> bool:
    """Whether a loser behind its winner can only act: "the smash we wanted", but not "an X kommt er nicht heran"."""
    winner, loser = slots.get("subject"), slots.get("object")
    if winner is None or loser is None or winner.first > loser.first:
        return False
    return nominative(stage, loser) and not oblique(stage, winner)


def _outside_relative(stage: Scene, trigger: Sequence[int], arguments: Iterable[Argument]) -> int:
    """How many arguments stand before the relative pronoun in whose clause the trigger stands; a clause has one antecedent."""
    for at in range(trigger[0] - 1, max(-1, trigger[0] - MAX_GAP), -1):
        if stage.costs[at] == RELATIVE:
            return sum(argument.last <= at for argument in arguments)
        if stage.units[at].form == "," or stage.costs[at] == BOUNDARY:
            return 0
    return 0


def _inside(stage: Scene, trigger: Sequence[int]) -> bool:
    """Whether a trigger word is part of a phrase that refers: "rivals" in "its rivals" is no verb."""
    phrases = [item for argument in stage.arguments for item in argument.items if item.form is not Form.NAME]
    held = (at for item in phrases for at in trigger if item.first <= at < item.last)
    return any(not stage.lexicon.common(stage.units[at].form) for at in held)


def _walked(stage: Scene, side: Side, at: int, *, forward: bool) -> Part | None:
    """The cheapest way through the elements to one side of an anchor; None if there is none."""
    return Walk(stage, side, forward=forward).way(0, at) if side.elements else NOTHING
