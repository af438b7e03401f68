"""The walk along one side of a pattern, from its anchor outward, over units, along the cheapest way to each slot."""

from __future__ import annotations

from typing import NamedTuple

from claimscan.claims.crossing import ASIDE, steps, taken
from claimscan.claims.fitness import JUDGES, fitness, ranked
from claimscan.claims.patterns import Side
from claimscan.claims.reference import Argument, Form
from claimscan.claims.scene import Scene
from claimscan.claims.sentences import joins
from claimscan.model import Kind
from claimscan.rulebook.rules import Gap, Phrases, Slot

BUDGET = 12.0
_LABEL = 6
_ADJECTIVES, _ADJECTIVE = 6, 0.15
_OBJECT = 2.6
_LISTING = ("conjunctions", "determiners")


class Part(NamedTuple):
    """One side of a match, or the rest of it: the units its words took, its slots, its cost."""

    trigger: tuple[int, ...] = ()
    slots: tuple[tuple[str, Argument], ...] = ()
    cost: float = 0.0

    def before(self, rest: Part) -> Part:
        """Both, one after the other."""
        return Part((*self.trigger, *rest.trigger), (*self.slots, *rest.slots), self.cost + rest.cost)


NOTHING = Part()


class Walk:
    """A walk along the elements of one side of a pattern, in walking order.

    The rest of the way from an element at a position is the same whichever way led there, so each is looked for once:
    many gaps and optional words make the work longer, not exponential.
    """

    def __init__(self, stage: Scene, side: Side, *, forward: bool) -> None:
        self.stage = stage
        self.elements, self.needs, self.phrases = side
        self.forward = forward
        self.ahead = stage.marks.after if forward else stage.marks.before
        self.known: dict[tuple[int, int], Part | None] = {}

    def way(self, element: int, at: int) -> Part | None:
        """The cheapest way through the elements from this one on, starting at a position."""
        if element == len(self.elements):
            return NOTHING
        place = element, at
        if place in self.known:
            return self.known[place]
        found = self.known[place] = self._found(element, at)
        return found

    def _found(self, element: int, at: int) -> Part | None:
        here = self.elements[element]
        if isinstance(here, Phrases):
            return self._phrases(here, element, at) or self._over_aside(element, at)
        if isinstance(here, Gap):
            return self._through_gap(element + 1, at)
        if isinstance(here, Slot):
            return self._slot(here, element + 1, at, gap=False)
        return self.way(element + 1, at) if _at_edge(self.stage, at, forward=self.forward) else None

    def _over_aside(self, element: int, at: int) -> Part | None:
        """The way from behind a remark that parts words of a pattern: "is, by our reckoning, the best", "is (arguably) the best"."""
        behind = self.stage.asides.get(at if self.forward else ~at)
        way = self.way(element, behind) if behind is not None else None
        return Part(cost=ASIDE).before(way) if way else None

    def _phrases(self, here: Phrases, element: int, at: int) -> Part | None:
        best: Part | None = None
        phrases = self.phrases[element]
        for words in (phrases.starting if self.forward else phrases.ending)(self.stage.units, at):
            start = at if self.forward else at - len(words)
            after = start + len(words)
            way = self.way(element + 1, after if self.forward else start)
            if way and (best is None or way.cost - (len(way.trigger) + len(words)) < best.cost - len(best.trigger)):
                best = Part(tuple(range(start, after))).before(way)
        return self.way(element + 1, at) if best is None and here.optional else best

    def _through_gap(self, rest: int, at: int) -> Part | None:
        """The cheapest way over a gap; a gap at the end of a pattern takes nothing."""
        if rest == len(self.elements):
            return NOTHING
        element = self.elements[rest]
        before = isinstance(element, Slot) and not self.forward
        best: Part | None = None
        needed = self.needs[rest]
        outermost = not any(isinstance(further, Slot) for further in self.elements[rest + 1 :])
        for position, cost in steps(self.stage, at, element, forward=self.forward, outermost=outermost):
            if cost > BUDGET or (best is not None and cost >= best.cost) or needed & self.ahead[position] != needed:
                break
            way = self._slot(element, rest + 1, position, gap=True) if isinstance(element, Slot) else self.way(rest, position)
            whole = cost + way.cost + _OBJECT * (before and taken(self.stage, position, at)) if way else BUDGET
            if way and whole <= BUDGET and (best is None or whole < best.cost):
                best = Part(cost=whole - way.cost).before(way)
        return best

    def _slot(self, slot: Slot, rest: int, at: int, *, gap: bool) -> Part | None:
        stage, forward = self.stage, self.forward
        position, determiners = at, 0.0
        if forward and not gap:
            last = min(len(stage.units), at + _ADJECTIVES)
            while position < last and _passable(stage, position, slot.role) and _may_precede(stage, at, position):
                position += 1
                determiners += _ADJECTIVE
            if position > at and position not in stage.starting:
                position += _example(stage, position)
        argument = (stage.starting if forward else stage.ending).get(position)
        if argument is None or (position > at and _breaks_off(stage, at, argument)):
            return None
        cost = fitness(stage, slot.role, argument, adjoining=not gap, forward=forward)
        if cost is None:
            return None
        way = self.way(rest, argument.last if forward else argument.first)
        if way is None and not forward:
            way = self._before_noun(rest, argument)
        return Part(slots=((slot.role, argument),), cost=cost + determiners).before(way) if way else None

    def _before_noun(self, rest: int, argument: Argument) -> Part | None:
        """The way on, walking left, from before the adjectives of an argument, or from behind a determiner that the pattern spells."""
        at = argument.first
        for edge in range(at - 1, max(-1, at - _ADJECTIVES), -1):
            if not (edge >= argument.head or _modifier(self.stage, edge)):
                break
            way = self.way(rest, edge)
            if way:
                return Part(cost=_ADJECTIVE * (at - edge)).before(way)
        return self.way(rest, at + 1) if self.stage.starting.get(at + 1) is argument else None


def _at_edge(stage: Scene, at: int, *, forward: bool) -> bool:
    """Whether nothing but signs, or before it a label as in "Coding: faster", lies between a position and the edge."""
    outside = stage.units[at:] if forward else stage.units[:at]
    if all(not u.form[0].isalnum() for u in outside):
        return True
    labelled = not forward and outside[-1].form == ":" and len(outside) <= _LABEL
    return labelled and not any(a.first < at and ranked(a) for a in stage.arguments)


def _passable(stage: Scene, at: int, role: str) -> bool:
    """Whether what begins at a position cannot be a party that is looked for: "better than the Oslo University Ember 4"."""
    argument = stage.starting.get(at)
    if argument is None:
        return True
    names = [item.mention.name if item.mention and item.form is Form.NAME else None for item in argument.items]
    kinds = {name.kind if name and name.sort not in JUDGES else Kind.ORGANISATION if name else None for name in names}
    return role in ("subject", "object") and kinds <= {Kind.ORGANISATION, Kind.PERSON, Kind.BENCHMARK}


def _modifier(stage: Scene, at: int) -> bool:
    """Whether a unit may stand between a pattern's words and the noun of the slot that follows."""
    unit = stage.units[at]
    if unit.mention:
        return unit.mention.name.kind not in (Kind.MODEL, Kind.VENDOR) or unit.mention.name.sort in JUDGES
    if at and stage.units[at - 1].form == "," and stage.lexicon.has("participles", unit.form):
        return False
    return (unit.form[0].isalnum() and not stage.lexicon.closed(unit.form)) or joins(stage.units, at)


def _may_precede(stage: Scene, start: int, at: int) -> bool:
    """Whether a unit may stand before the noun of a slot, or joins two adjectives as in "both open and closed models"."""
    told = any(stage.lexicon.has("correlatives", unit.form) for unit in stage.units[max(0, start - 1) : at])
    joined = told and stage.lexicon.length("conjunctions", stage.units, at) > 0
    return joined or _modifier(stage, at) or _lists(stage, start, at) or _owned_by_other(stage, start, at)


def _owned_by_other(stage: Scene, start: int, at: int) -> bool:
    """Whether a genitive stands at a position, of what is no party: "better than Norway's Ember 4", "better than Ada Berg's Ember 4"."""
    return at > start and _passable(stage, at - 1, "object") and stage.lexicon.has("genitives", stage.units[at].form)


def _lists(stage: Scene, start: int, at: int) -> bool:
    """Whether a position joins a name that is no party to the next one of a list: "better than Foo Motors, Bar and Ember 4"."""
    listing = stage.units[at].form == "," or any(stage.lexicon.length(name, stage.units, at) > 0 for name in _LISTING)
    return listing and any(unit.mention for unit in stage.units[start:at])


def _breaks_off(stage: Scene, first: int, argument: Argument) -> bool:
    """Whether what is passed from a position on to an argument is no list with it: "better than Foo Motors and Ember 4 is slow"."""
    passed = range(first, argument.first)
    joined = any(stage.lexicon.length("conjunctions", stage.units, at) > 0 for at in passed)
    behind = stage.units[argument.last].form if argument.last < len(stage.units) else "."
    if not joined:
        goes_on = behind == "," or stage.lexicon.length("conjunctions", stage.units, argument.last) > 0
        return any(stage.units[at].form == "," for at in passed) and not goes_on
    return stage.lexicon.has("singular_verbs", behind) or stage.lexicon.has("auxiliaries", behind)


def _example(stage: Scene, at: int) -> int:
    """The length of words behind which a name stands for what is told before them: "an interface like"."""
    if at >= len(stage.units) or stage.lexicon.has("maker_links", stage.units[at].form):
        return 0
    return stage.lexicon.length("examples", stage.units, at)
