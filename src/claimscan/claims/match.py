"""The pattern matcher: from a trigger word outward, over units, along the cheapest way to each slot.

A gap may cross any words, but each costs something: little for plain words, more for commas and clause
boundaries, most for another name that could have filled the slot. The cheapest reading wins, and one
that is dearer than the budget is none. The work is bounded by the gap width, whatever rule or text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimscan.claims.fitness import fitness, ranked
from claimscan.claims.patterns import Hit, PatternIndex
from claimscan.claims.reference import Argument, Form
from claimscan.claims.scene import BOUNDARY, RELATIVE, WORD, Scene, passing
from claimscan.model import Kind
from claimscan.rulebook.rules import End, Gap, Pattern, Phrases, Slot, Start

MAX_GAP = 45
BUDGET = 12.0
_LABEL = 6
_ASIDE, _INSIDE = 0.5, 2.0
_JOINT, _JOINT_REACH = 0.8, 2


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
    for at, hit in index.anchored(stage.units):
        found = match_at(stage, index.patterns[hit.pattern], hit, at)
        if found:
            yield found


@dataclass(frozen=True, slots=True)
class _Part:
    """One side of a match: the units its words took, its slots, its cost."""

    trigger: tuple[int, ...] = ()
    slots: tuple[tuple[str, Argument], ...] = ()
    cost: float = 0.0

    def plus(self, cost: float, trigger: Iterable[int] = (), slot: tuple[str, Argument] | None = None) -> _Part:
        return _Part((*self.trigger, *trigger), (*self.slots, slot) if slot else self.slots, self.cost + cost)


def match_at(stage: Scene, pattern: Pattern, hit: Hit, at: int) -> Match | None:
    """The cheapest reading of a pattern that is anchored at a position; None if there is none."""
    end = at + len(hit.words)
    right = _walk(stage, pattern.elements[hit.element + 1 :], end, _Part(), forward=True)
    if right is None:
        return None
    left = _walk(stage, pattern.elements[: hit.element][::-1], at, _Part(), forward=False)
    if left is None:
        return None
    slots = dict(left.slots + right.slots)
    if len({id(a) for a in slots.values()}) < len(slots):
        return None
    trigger = tuple(sorted((*left.trigger, *range(at, end), *right.trigger)))
    if _outside_relative(stage, trigger, slots.values()) > 1:
        return None
    cost = left.cost + right.cost + (_INSIDE if _inside(stage, trigger) else 0.0)
    return Match(hit.pattern, trigger, slots, cost) if cost <= BUDGET else None


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
    telling = [at for at in trigger if not stage.lexicon.common(stage.units[at].form)]
    return any(i.first <= at < i.last for a in stage.arguments for i in a.items if i.form is not Form.NAME for at in telling)


def _walk(stage: Scene, elements: tuple[object, ...], at: int, part: _Part, *, forward: bool) -> _Part | None:
    """The cheapest way through the elements from a position on; elements come in walking order."""
    if not elements:
        return part
    element, rest = elements[0], elements[1:]
    if isinstance(element, Gap):
        return _through_gap(stage, rest, at, part, forward=forward)
    if isinstance(element, Start | End):
        return _walk(stage, rest, at, part, forward=forward) if _at_edge(stage, at, forward=forward) else None
    if isinstance(element, Slot):
        return _slot(stage, element, rest, at, part, gap=False, forward=forward)
    assert isinstance(element, Phrases)  # noqa: S101
    return _phrases(stage, element, rest, at, part, forward=forward)


def _phrases(stage: Scene, element: Phrases, rest: tuple[object, ...], at: int, part: _Part, *, forward: bool) -> _Part | None:
    ways = []
    known = stage.lexicon.phrases(element.alternatives)
    for words in (known.starting if forward else known.ending)(stage.units, at):
        start = at if forward else at - len(words)
        after = start + len(words) if forward else start
        ways.append(_walk(stage, rest, after, part.plus(0, range(start, start + len(words))), forward=forward))
    best = min((w for w in ways if w), key=lambda w: w.cost - len(w.trigger), default=None)
    if best is None and element.optional:
        return _walk(stage, rest, at, part, forward=forward)
    return best


def _through_gap(stage: Scene, rest: tuple[object, ...], at: int, part: _Part, *, forward: bool) -> _Part | None:
    """The cheapest way over a gap; a gap at the end of a pattern takes nothing."""
    if not rest:
        return part
    element, after = rest[0], rest[1:]
    best: _Part | None = None
    for position, cost in _steps(stage, at, words=isinstance(element, Phrases), forward=forward):
        if part.cost + cost > BUDGET or (best is not None and part.cost + cost >= best.cost):
            break
        moved = part.plus(cost)
        if isinstance(element, Slot):
            way = _slot(stage, element, after, position, moved, gap=True, forward=forward)
        else:
            way = _walk(stage, rest, position, moved, forward=forward)
        if way and way.cost <= BUDGET and (best is None or way.cost < best.cost):
            best = way
    return best


def _steps(stage: Scene, at: int, *, words: bool, forward: bool) -> Iterator[tuple[int, float]]:
    """Positions reachable over a gap with the cost of what lies between, nearest first.

    Where `words` are looked for, the gap also steps into phrases without a name: "models" in "all open models".
    """
    cost = 0.0
    start = at
    yield at, cost
    for _ in range(MAX_GAP):
        argument = (stage.starting if forward else stage.ending).get(at)
        aside = stage.asides.get(at if forward else ~at)
        if argument and words and not any(argument.names):
            argument = None
        if argument and argument.first in stage.spoken:
            cost += WORD
            at = argument.last if forward else argument.first
        elif argument:
            cost += passing(argument)
            at = argument.last if forward else argument.first
        elif aside is not None:
            cost += _ASIDE
            at = aside
        else:
            at += 1 if forward else -1
            if not 0 <= at <= len(stage.units):
                return
            passed = stage.costs[at - 1 if forward else at]
            cost += _JOINT if passed == BOUNDARY and not forward and start - at <= _JOINT_REACH else passed
        yield at, cost


def _at_edge(stage: Scene, at: int, *, forward: bool) -> bool:
    """Whether nothing but signs, or before it a label as in "Coding: faster", lies between a position and the edge."""
    outside = stage.units[at:] if forward else stage.units[:at]
    if all(not u.form[0].isalnum() for u in outside):
        return True
    labelled = not forward and outside[-1].form == ":" and len(outside) <= _LABEL
    return labelled and not any(a.first < at and ranked(a) for a in stage.arguments)


def _slot(stage: Scene, slot: Slot, rest: tuple[object, ...], at: int, part: _Part, *, gap: bool, forward: bool) -> _Part | None:
    position, determiners = at, 0.0
    if forward and not gap:
        while position < len(stage.units) and position not in stage.starting and position - at < 6 and _modifier(stage, position):
            position += 1
            determiners += 0.15
    argument = (stage.starting if forward else stage.ending).get(position)
    if argument is None:
        return None
    cost = fitness(stage, slot.role, argument, adjoining=not gap, forward=forward)
    if cost is None:
        return None
    taken = part.plus(cost + determiners, slot=(slot.role, argument))
    way = _walk(stage, rest, argument.last if forward else argument.first, taken, forward=forward)
    if way is None and not forward and stage.starting.get(argument.first + 1) is argument:
        return _walk(stage, rest, argument.first + 1, taken, forward=forward)
    return way


def _modifier(stage: Scene, at: int) -> bool:
    """Whether a unit may stand between a pattern's words and the noun of the slot that follows."""
    unit = stage.units[at]
    if unit.mention:
        return unit.mention.name.kind not in (Kind.MODEL, Kind.VENDOR)
    return unit.form[0].isalnum() and not stage.lexicon.closed(unit.form)
