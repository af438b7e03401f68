"""The pattern matcher: from a trigger word outward, over units, along the cheapest way to each slot.

A gap may cross any words, but each costs something: little for plain words, more for commas and clause
boundaries, most for another name that could have filled the slot. The cheapest reading wins, and one
that is dearer than the budget is none. The work is bounded by the gap width times the length of the pattern,
whatever rule or text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimscan.claims.fitness import fitness, oblique, ranked
from claimscan.claims.patterns import Hit, PatternIndex
from claimscan.claims.reference import Argument, Form
from claimscan.claims.scene import BOUNDARY, RELATIVE, WORD, Scene, passing
from claimscan.model import Kind
from claimscan.rulebook.rules import Element, End, Gap, Pattern, Phrases, Slot, Start

MAX_GAP = 45
BUDGET = 12.0
_LABEL = 6
_ADJECTIVES, _ADJECTIVE = 6, 0.15
_ASIDE, _INSIDE = 0.5, 2.0
_JOINT, _JOINT_REACH = 0.8, 2
_OBLIQUE, _OBJECT, _GOING_ON = 0.8, 2.6, 3
_REMARKS = frozenset("([:–—")
_OTHER_SUBJECT, _VERB_REACH = 4.0, 4


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
        found = match_at(stage, index.patterns[hit.pattern], hit, at)
        if found:
            yield found


class _Part(NamedTuple):
    """One side of a match, or the rest of it: the units its words took, its slots, its cost."""

    trigger: tuple[int, ...] = ()
    slots: tuple[tuple[str, Argument], ...] = ()
    cost: float = 0.0

    def before(self, rest: _Part) -> _Part:
        """Both, one after the other."""
        return _Part((*self.trigger, *rest.trigger), (*self.slots, *rest.slots), self.cost + rest.cost)


_NOTHING = _Part()


def match_at(stage: Scene, pattern: Pattern, hit: Hit, at: int) -> Match | None:
    """The cheapest reading of a pattern that is anchored at a position; None if there is none."""
    end = at + len(hit.words)
    right = _side(stage, pattern.elements[hit.element + 1 :], end, forward=True)
    if right is None:
        return None
    left = _side(stage, pattern.elements[: hit.element][::-1], at, forward=False)
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
    phrases = [item for argument in stage.arguments for item in argument.items if item.form is not Form.NAME]
    held = (at for at in trigger if any(item.first <= at < item.last for item in phrases))
    return any(not stage.lexicon.common(stage.units[at].form) for at in held)


def _side(stage: Scene, elements: Sequence[Element], at: int, *, forward: bool) -> _Part | None:
    """The cheapest way through the elements to one side of an anchor; None if there is none."""
    return _Walk(stage, elements, forward=forward).way(0, at) if elements else _NOTHING


class _Walk:
    """A walk along the elements of one side of a pattern, in walking order.

    The rest of the way from an element at a position is the same whichever way led there, so each is looked for once:
    many gaps and optional words make the work longer, not exponential.
    """

    def __init__(self, stage: Scene, elements: Sequence[Element], *, forward: bool) -> None:
        self.stage = stage
        self.elements = elements
        self.forward = forward
        self.known: dict[tuple[int, int], _Part | None] = {}

    def way(self, element: int, at: int) -> _Part | None:
        """The cheapest way through the elements from this one on, starting at a position."""
        if element == len(self.elements):
            return _NOTHING
        if (element, at) not in self.known:
            self.known[element, at] = self._found(element, at)
        return self.known[element, at]

    def _found(self, element: int, at: int) -> _Part | None:
        here = self.elements[element]
        if isinstance(here, Gap):
            return self._through_gap(element + 1, at)
        if isinstance(here, Start | End):
            return self.way(element + 1, at) if _at_edge(self.stage, at, forward=self.forward) else None
        if isinstance(here, Slot):
            return self._slot(here, element + 1, at, gap=False)
        return self._phrases(here, element + 1, at)

    def _phrases(self, here: Phrases, rest: int, at: int) -> _Part | None:
        ways = []
        known = self.stage.lexicon.phrases(here.alternatives)
        for words in (known.starting if self.forward else known.ending)(self.stage.units, at):
            start = at if self.forward else at - len(words)
            after = start + len(words)
            way = self.way(rest, after if self.forward else start)
            if way:
                ways.append(_Part(tuple(range(start, after))).before(way))
        best = min(ways, key=lambda w: w.cost - len(w.trigger), default=None)
        return self.way(rest, at) if best is None and here.optional else best

    def _through_gap(self, rest: int, at: int) -> _Part | None:
        """The cheapest way over a gap; a gap at the end of a pattern takes nothing."""
        if rest == len(self.elements):
            return _NOTHING
        element = self.elements[rest]
        before = isinstance(element, Slot) and not self.forward
        best: _Part | None = None
        for position, cost in _steps(self.stage, at, element, forward=self.forward):
            if cost > BUDGET or (best is not None and cost >= best.cost):
                break
            way = self._slot(element, rest + 1, position, gap=True) if isinstance(element, Slot) else self.way(rest, position)
            whole = cost + way.cost + _OBJECT * (before and _taken(self.stage, position, at)) if way else BUDGET
            if way and whole <= BUDGET and (best is None or whole < best.cost):
                best = _Part(cost=whole - way.cost).before(way)
        return best

    def _slot(self, slot: Slot, rest: int, at: int, *, gap: bool) -> _Part | None:
        stage, forward = self.stage, self.forward
        position, determiners = at, 0.0
        if forward and not gap:
            last = min(len(stage.units), at + _ADJECTIVES)
            while position < last and position not in stage.starting and _modifier(stage, position):
                position += 1
                determiners += _ADJECTIVE
        argument = (stage.starting if forward else stage.ending).get(position)
        if argument is None:
            return None
        cost = fitness(stage, slot.role, argument, adjoining=not gap, forward=forward)
        if cost is None:
            return None
        way = self.way(rest, argument.last if forward else argument.first)
        if way is None and not forward:
            way = self._before_noun(rest, argument)
        return _Part(slots=((slot.role, argument),), cost=cost + determiners).before(way) if way else None

    def _before_noun(self, rest: int, argument: Argument) -> _Part | None:
        """The way on, walking left, from before the adjectives of an argument, or from behind a determiner that the pattern spells."""
        at = argument.first
        for edge in range(at - 1, max(-1, at - _ADJECTIVES), -1):
            if not (edge >= argument.head or _modifier(self.stage, edge)):
                break
            way = self.way(rest, edge)
            if way:
                return _Part(cost=_ADJECTIVE * (at - edge)).before(way)
        return self.way(rest, at + 1) if self.stage.starting.get(at + 1) is argument else None


def _steps(stage: Scene, at: int, sought: Element, *, forward: bool) -> Iterator[tuple[int, float]]:
    """Positions reachable over a gap with the cost of what lies between, nearest first.

    Where words are looked for, the gap also steps into phrases without a name: "models" in "all open models". On the way
    back to a subject, what a preposition brings in is passed easily, unless a relative clause or a remark may speak of it:
    "A is built on B and beats C".
    """
    cost = 0.0
    start = at
    words = isinstance(sought, Phrases)
    main_clause = not forward and isinstance(sought, Slot) and sought.role == "subject"
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
            background = main_clause and (oblique(stage, argument) or _taken(stage, argument.last, start))
            cost += min(passing(argument), _OBLIQUE) if background else passing(argument)
            cost += _OTHER_SUBJECT if not forward and _acts(stage, argument, start) else 0.0
            at = argument.last if forward else argument.first
        elif aside is not None:
            cost += _ASIDE
            at = aside
        else:
            at += 1 if forward else -1
            if not 0 <= at <= len(stage.units):
                return
            passed = stage.costs[at - 1 if forward else at]
            main_clause = main_clause and passed != RELATIVE and stage.units[at].form not in _REMARKS
            cost += _JOINT if passed == BOUNDARY and not forward and _opens(stage, at, start) else passed
        yield at, cost


def _taken(stage: Scene, last: int, trigger: int) -> bool:
    """Whether the argument that ends at a position belongs to the verb before: "A replaces B and easily beats C"."""
    if not 0 < trigger - last <= _GOING_ON:
        return False
    if not (stage.costs[last] == BOUNDARY or stage.lexicon.length("conjunctions", stage.units, last)):
        return False
    first = stage.ending[last].first if last in stage.ending else 0
    return any(a.last < first and _model(a) and not oblique(stage, a) for a in stage.arguments)


def _model(argument: Argument) -> bool:
    return any(name.name.kind is Kind.MODEL for name in argument.names)


def _acts(stage: Scene, argument: Argument, verb: int) -> bool:
    """Whether a group stands right before a verb as its subject: "that open models can match X" tells nothing of who was named before."""
    near = verb - argument.last <= _VERB_REACH and any(i.group and not i.group.source for i in argument.items) and not any(argument.names)
    return near and not oblique(stage, argument) and max(stage.costs[argument.last : verb], default=WORD) <= WORD


def _opens(stage: Scene, at: int, start: int) -> bool:
    """Whether the words behind a boundary are so few that it joins a predicate to the subject before it: ", but is much ..."."""
    return sum(not stage.lexicon.has("auxiliaries", stage.units[n].form) for n in range(at, start)) <= _JOINT_REACH


def _at_edge(stage: Scene, at: int, *, forward: bool) -> bool:
    """Whether nothing but signs, or before it a label as in "Coding: faster", lies between a position and the edge."""
    outside = stage.units[at:] if forward else stage.units[:at]
    if all(not u.form[0].isalnum() for u in outside):
        return True
    labelled = not forward and outside[-1].form == ":" and len(outside) <= _LABEL
    return labelled and not any(a.first < at and ranked(a) for a in stage.arguments)


def _modifier(stage: Scene, at: int) -> bool:
    """Whether a unit may stand between a pattern's words and the noun of the slot that follows."""
    unit = stage.units[at]
    if unit.mention:
        return unit.mention.name.kind not in (Kind.MODEL, Kind.VENDOR)
    return unit.form[0].isalnum() and not stage.lexicon.closed(unit.form)
