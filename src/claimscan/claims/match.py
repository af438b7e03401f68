"""The pattern matcher: from a trigger word outward, over units, along the cheapest way to each slot.

A gap may cross any words, but each costs something: little for plain words, more for commas and clause
boundaries, most for another name that could have filled the slot. The cheapest reading wins, and one
that is dearer than the budget is none. The work is bounded by the gap width, whatever rule or text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.reference import Argument, Form
from claimscan.claims.sentences import Unit
from claimscan.claims.wordindex import WordIndex, phrase_fits
from claimscan.model import Kind
from claimscan.rulebook.rules import End, Gap, Pattern, Phrases, Refers, Slot, Start

MAX_GAP = 45
BUDGET = 12.0
_LABEL = 6

_WORD, _COMMA, _BREAK, _BOUNDARY, _RELATIVE = 0.3, 0.9, 2.2, 10.5, 0.6
_JOINT, _JOINT_REACH = 0.8, 2
_PASSED = {Form.NAME: 3.5, Form.OWNED: 3.0, Form.ANAPHOR: 1.6, Form.GROUP: 1.8, Form.VALUE: 2.0}
_PREPOSITION, _SPOKEN, _VENDOR, _INSIDE = 2.6, 5.0, 1.2, 2.0
_BREAKS = frozenset(":;–—-")


@dataclass(frozen=True, slots=True)
class Hit:
    """Where an element of a pattern may be anchored: the pattern, the element, the alternative."""

    pattern: int
    element: int
    words: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence ready for matching: units, arguments, and what it costs to pass each position.

    `spoken` are the positions of arguments that are the source of an attribution.
    """

    units: tuple[Unit, ...]
    arguments: tuple[Argument, ...]
    lexicon: Lexicon
    starting: Mapping[int, Argument] = field(default_factory=dict)
    ending: Mapping[int, Argument] = field(default_factory=dict)
    asides: Mapping[int, int] = field(default_factory=dict)
    costs: tuple[float, ...] = ()
    spoken: frozenset[int] = frozenset()


def scene(units: Sequence[Unit], arguments: Sequence[Argument], lexicon: Lexicon) -> Scene:
    """A sentence with the costs of passing its parts worked out."""
    return Scene(
        tuple(units),
        tuple(arguments),
        lexicon,
        {**_bare(units, arguments, lexicon), **_tails(arguments), **{a.first: a for a in arguments}},
        {a.last: a for a in arguments},
        _asides(units, lexicon),
        tuple(_cost(units, i, lexicon) for i in range(len(units))),
    )


def _bare(units: Sequence[Unit], arguments: Sequence[Argument], lexicon: Lexicon) -> dict[int, Argument]:
    """Arguments by the position behind their own determiner, for patterns that spell the determiner out."""
    return {a.first + 1: a for a in arguments if a.last - a.first > 1 and lexicon.has("determiners", units[a.first].form)}


def _tails(arguments: Sequence[Argument]) -> dict[int, Argument]:
    """The names of "models such as A and B" without the group, for patterns that spell the group out."""
    tails = (a.items[1:] for a in arguments if len(a.items) > 1 and a.items[0].form is Form.GROUP)
    return {items[0].first: Argument(items[0].first, items[-1].last, items, items[0].first) for items in tails}


def _cost(units: Sequence[Unit], at: int, lexicon: Lexicon) -> float:
    form = units[at].form
    if form == ",":
        return _COMMA
    if form in _BREAKS:
        return _BREAK
    if lexicon.has("relatives", form) and at > 0 and (units[at - 1].form == "," or lexicon.has("bare_relatives", form)):
        return _RELATIVE
    if lexicon.has("boundaries", form) and not (lexicon.has("inner_boundaries", form) and at > 0 and units[at - 1].form[0].isalnum()):
        return _BOUNDARY
    return _WORD


def _asides(units: Sequence[Unit], lexicon: Lexicon) -> dict[int, int]:
    """Bracketed remarks and relative clauses between commas: position before which → position after, both ways."""
    found: dict[int, int] = {}
    opened: int | None = None
    for i, unit in enumerate(units):
        if unit.form in ("(", "["):
            opened = i
        elif unit.form in (")", "]") and opened is not None:
            found[opened], found[~(i + 1)] = i + 1, opened
            opened = None
        elif unit.form == "," and i + 1 < len(units) and any(lexicon.has(name, units[i + 1].form) for name in ("relatives", "apposition")):
            close = next((j for j in range(i + 2, min(len(units), i + 30)) if units[j].form == ","), None)
            if close is not None and i not in found:
                found[i], found[~(close + 1)] = close + 1, i
    return found


class PatternIndex:
    """Patterns by the words that can anchor them."""

    def __init__(self, patterns: Sequence[Pattern], lexicon: Lexicon) -> None:
        self.patterns = tuple(patterns)
        self._anchors = WordIndex((hit.words[0], hit) for hit in self._hits(lexicon))

    def _hits(self, lexicon: Lexicon) -> Iterator[Hit]:
        """Every alternative of every pattern's anchor."""
        for number, pattern in enumerate(self.patterns):
            anchor = _anchor(pattern, lexicon)
            element = pattern.elements[anchor]
            assert isinstance(element, Phrases)  # noqa: S101  the loader refuses patterns without words
            for words in element.alternatives:
                yield Hit(number, anchor, words)

    def anchored(self, units: Sequence[Unit]) -> Iterator[tuple[int, Hit]]:
        """Every place of a sentence at which a pattern is anchored."""
        for at, unit in enumerate(units):
            if unit.mention is None:
                for hit in self._anchors.find(unit.form):
                    if phrase_fits(hit.words, units, at):
                        yield at, hit


def _anchor(pattern: Pattern, lexicon: Lexicon) -> int:
    """The element that anchors a pattern: the first obligatory one without function words, which stand everywhere."""
    able = [(i, e) for i, e in enumerate(pattern.elements) if isinstance(e, Phrases) and not e.optional]
    telling = (i for i, e in able if not any(len(words) == 1 and lexicon.common(words[0]) for words in e.alternatives))
    return next(telling, able[0][0])


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
        if stage.costs[at] == _RELATIVE:
            return sum(argument.last <= at for argument in arguments)
        if stage.units[at].form == "," or stage.costs[at] == _BOUNDARY:
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
    best = min((w for w in ways if w), key=lambda w: (w.cost - len(w.trigger)), default=None)
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
            cost += _WORD
            at = argument.last if forward else argument.first
        elif argument:
            cost += max(_passing(item.form, item.mention.name.kind if item.mention else None) for item in argument.items)
            at = argument.last if forward else argument.first
        elif aside is not None:
            cost += 0.5
            at = aside
        else:
            at += 1 if forward else -1
            if not 0 <= at <= len(stage.units):
                return
            passed = stage.costs[at - 1 if forward else at]
            cost += _JOINT if passed == _BOUNDARY and not forward and start - at <= _JOINT_REACH else passed
        yield at, cost


def _passing(form: Form, kind: Kind | None) -> float:
    return _WORD if kind in (Kind.PERSON, Kind.ORGANISATION, Kind.BENCHMARK) else _PASSED[form]


def _at_edge(stage: Scene, at: int, *, forward: bool) -> bool:
    """Whether nothing but signs, or before it a label as in "Coding: faster", lies between a position and the edge."""
    outside = stage.units[at:] if forward else stage.units[:at]
    if all(not u.form[0].isalnum() for u in outside):
        return True
    labelled = not forward and outside[-1].form == ":" and len(outside) <= _LABEL
    return labelled and not any(a.first < at and _ranked(a) for a in stage.arguments)


def _relative_follows(stage: Scene, at: int) -> bool:
    """Whether a relative clause begins at a position, so that the phrase before it is what the clause speaks of."""
    at += at < len(stage.units) and stage.units[at].form == ","
    return at < len(stage.units) and stage.costs[at] == _RELATIVE


def _ranked(argument: Argument) -> bool:
    """Whether an argument could be a party of a comparison."""
    return any(i.mention is None or i.mention.name.kind in _PARTY for i in argument.items)


def _slot(stage: Scene, slot: Slot, rest: tuple[object, ...], at: int, part: _Part, *, gap: bool, forward: bool) -> _Part | None:
    position, determiners = at, 0.0
    if forward and not gap:
        while position < len(stage.units) and position not in stage.starting and position - at < 6 and _modifier(stage, position):
            position += 1
            determiners += 0.15
    argument = (stage.starting if forward else stage.ending).get(position)
    if argument is None:
        return None
    cost = _fitness(stage, slot.role, argument, adjoining=not gap, forward=forward)
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


_PARTY = frozenset({Kind.MODEL, Kind.VENDOR})
_JUDGES = frozenset({"evaluator", "university"})  # they speak of models and are no party
_SPEAKERS = frozenset({Kind.VENDOR, Kind.PERSON, Kind.ORGANISATION})
# What a role takes: the ways of referring, and of names the kinds.
_ROLES: Mapping[str, tuple[frozenset[Form], frozenset[Kind]]] = {
    "subject": (frozenset({Form.NAME, Form.ANAPHOR, Form.OWNED}), _PARTY),
    "object": (frozenset({Form.NAME, Form.ANAPHOR, Form.OWNED, Form.GROUP}), _PARTY),
    "source": (frozenset({Form.NAME, Form.ANAPHOR, Form.GROUP}), _SPEAKERS),
    "model": (frozenset({Form.NAME}), frozenset({Kind.MODEL})),
    "benchmark": (frozenset({Form.NAME}), frozenset({Kind.BENCHMARK})),
    "value": (frozenset({Form.VALUE}), frozenset()),
}


def _fitness(stage: Scene, role: str, argument: Argument, *, adjoining: bool, forward: bool) -> float | None:
    """What it costs to take an argument for a role; None if it cannot be."""
    forms, kinds = _ROLES[role]
    for item in argument.items:
        if item.form is Form.GROUP and role == "subject" and any(argument.names):
            continue
        if item.form not in forms or (item.form is Form.NAME and item.mention and item.mention.name.kind not in kinds):
            return None
        if item.group is not None and item.group.source != (role == "source"):
            return None
        if role == "source" and item.anaphor and item.anaphor.refers is Refers.MODEL:
            return None
        if role != "source" and item.mention and item.mention.name.sort in _JUDGES:
            return None
        if role != "source" and (item.modifier or (item.compound and not adjoining)):
            return None
    if role not in ("subject", "object"):
        return 0.0
    cost = 0.4 if argument.has(Form.ANAPHOR) else 0.0
    if argument.first in stage.spoken:
        cost += _SPOKEN
    if all(i.form is Form.NAME and i.mention and i.mention.name.kind is Kind.VENDOR for i in argument.items):
        cost += _VENDOR
    before = stage.units[argument.head - 1].form if argument.head > 0 else ""
    oblique = stage.lexicon.has("prepositions", before) or stage.lexicon.has("comparands", before)
    if oblique and not (adjoining and forward) and not _relative_follows(stage, argument.last):
        cost += _PREPOSITION
    return cost
