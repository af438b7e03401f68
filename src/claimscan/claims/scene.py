"""A sentence as the matcher sees it: its units and arguments, and what it costs to pass each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.marks import Marks, word_marks
from claimscan.claims.reference import Argument, Form
from claimscan.claims.sentences import Unit
from claimscan.model import Kind, Mention

WORD, BOUNDARY, RELATIVE = 0.3, 10.5, 0.6
_COMMA, _BREAK = 0.9, 2.2
_PASSED = {Form.NAME: 3.5, Form.OWNED: 3.0, Form.ANAPHOR: 1.6, Form.GROUP: 1.8, Form.VALUE: 2.0}
_SIGNS = {",": _COMMA, **dict.fromkeys(":;–—-", _BREAK)}
_DASHES = frozenset("–—-")
_LABELLING = _DASHES | {":"}
_EM_DASH = "—"  # stands without blanks around a remark, too
_REMARK = 30  # units of a remark, at most
_INTERRUPTION = 10  # of one within a predicate
_GO_ON = ("prepositions", "conjunctions", "relatives", "maker_links")
_BY_THE_WAY = (Kind.PERSON, Kind.ORGANISATION, Kind.BENCHMARK)


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence ready for matching: units, arguments, what may stand where, and what it costs to pass each position.

    `spoken` are the positions of arguments that are the source of an attribution.
    """

    units: tuple[Unit, ...]
    arguments: tuple[Argument, ...]
    lexicon: Lexicon
    marks: Marks
    starting: Mapping[int, Argument] = field(default_factory=dict)
    ending: Mapping[int, Argument] = field(default_factory=dict)
    asides: Mapping[int, int] = field(default_factory=dict)
    costs: tuple[float, ...] = ()
    spoken: frozenset[int] = frozenset()


def scene(units: Sequence[Unit], arguments: Sequence[Argument], lexicon: Lexicon) -> Scene:
    """A sentence with the costs of passing its parts worked out."""
    costs = tuple([_cost(units, at, lexicon) if lexicon.parts[unit[0]] else _SIGNS.get(unit[0], WORD) for at, unit in enumerate(units)])
    bare = Scene(tuple(units), (), lexicon, word_marks(units, lexicon), asides=_asides(units, lexicon), costs=costs)
    return with_arguments(bare, arguments) if arguments else bare


def with_arguments(bare: Scene, arguments: Sequence[Argument]) -> Scene:
    """A sentence of which only the words were known, with its arguments."""
    remarked = _remarked(bare.units, arguments)
    return Scene(
        bare.units,
        tuple(arguments),
        bare.lexicon,
        bare.marks.with_arguments(arguments, remarked),
        {**_bare(bare.units, arguments, bare.lexicon), **_tails(arguments), **{a.first: a for a in arguments}},
        {**remarked, **{a.last: a for a in arguments}},
        bare.asides,
        bare.costs,
    )


def _bare(units: Sequence[Unit], arguments: Sequence[Argument], lexicon: Lexicon) -> dict[int, Argument]:
    """Arguments by the position behind their own determiner, for patterns that spell the determiner out."""
    return {a.first + 1: a for a in arguments if a.last - a.first > 1 and lexicon.has("determiners", units[a.first].form)}


def _remarked(units: Sequence[Unit], arguments: Sequence[Argument]) -> dict[int, Argument]:
    """Names by the position before a remark in brackets that belongs to them, for what it says of them: "X (the best model)"."""
    found = {}
    for item in (item for argument in arguments for item in argument.items if item.form is Form.NAME):
        opening = next((at for at in range(item.first + 1, item.last - 1) if units[at].form in ("(", "[")), None)
        if opening is not None and any(unit.mention is item.mention for unit in units[item.first : opening]):
            found[opening] = Argument(item.first, item.last, (item,), item.first)
    return found


def _tails(arguments: Sequence[Argument]) -> dict[int, Argument]:
    """The names of "models such as A and B" without the group, for patterns that spell the group out."""
    tails = (a.items[1:] for a in arguments if len(a.items) > 1 and a.items[0].form is Form.GROUP)
    return {items[0].first: Argument(items[0].first, items[-1].last, items, items[0].first) for items in tails}


def _cost(units: Sequence[Unit], at: int, lexicon: Lexicon) -> float:
    """What it costs to pass a unit that may begin a clause."""
    form = units[at].form
    if form in _SIGNS:
        return _SIGNS[form]
    if lexicon.has("relatives", form) and at > 0 and (units[at - 1].form == "," or lexicon.has("bare_relatives", form)):
        return RELATIVE
    if not lexicon.has("boundaries", form) or (lexicon.has("inner_boundaries", form) and at > 0 and units[at - 1].form[0].isalnum()):
        return WORD
    if lexicon.has("times", form) and _names_a_time(units, at + 1, lexicon):
        return WORD
    if at + 1 < len(units) and lexicon.has("infinitive_marks", units[at + 1].form):
        return _COMMA
    return _COMMA if _goes_on(units, at, lexicon) or lexicon.length("conjunctions", units, at) > 1 else BOUNDARY


def _names_a_time(units: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a mere name follows, and no clause: "days after X and beats Y", or nothing: "the models we had before, ..."."""
    if at < len(units) and units[at].form == ",":
        return True
    at += at < len(units) and lexicon.has("determiners", units[at].form)
    if at + 1 >= len(units) or units[at].mention is None:
        return False
    form = units[at + 1].form
    return not form[0].isalnum() or lexicon.has("conjunctions", form)


def _goes_on(units: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a clause that begins at a position has the subject of the clause before: "while (reportedly) costing less"."""
    behind = units[at + 1 : at + 3] if lexicon.has("joints", units[at].form) else ()
    return any(lexicon.has("participles", unit.form) and unit.mention is None for unit in behind)


def _asides(units: Sequence[Unit], lexicon: Lexicon) -> dict[int, int]:
    """Remarks in brackets or dashes and relative clauses between commas: position before which → position after, both ways."""
    found: dict[int, int] = {}
    opened: int | None = None
    dash: int | None = None
    classes = lexicon.classes
    for i, unit in enumerate(units):
        if unit.form[0].isalnum():
            if i and "times" in classes[unit.form] and (close := _dated(units, i, lexicon)):
                found[i], found[~(close + 1)] = close + 1, i
        elif unit.form in ("(", "["):
            opened = i
        elif unit.form in (")", "]") and opened is not None:
            found[opened], found[~(i + 1)] = i + 1, opened
            opened = None
        elif unit.form in _DASHES and (unit.form == _EM_DASH or _free(units, i)):
            if dash is not None and i - dash < _REMARK:
                found[dash], found[~(i + 1)] = i + 1, dash
                dash = None
            else:
                dash = i
        elif unit.form == "," and i + 1 < len(units) and _opens_remark(units, i, lexicon, closing=~(i + 1) in found):
            close = next((j for j in range(i + 2, min(len(units), i + _REMARK)) if units[j].form == ","), None)
            if close is not None and i not in found and not _clause(units, i + 2, lexicon):
                found[i], found[~(close + 1)] = close + 1, i
    return found


def _dated(units: Sequence[Unit], at: int, lexicon: Lexicon) -> int | None:
    """Where a clause of time ends, if the main clause goes on behind it with a participle: "since the lab opened, beating X"."""
    close = next((j for j in range(at + 2, min(len(units), at + _REMARK)) if not units[j].form[0].isalnum()), None)
    if close is None or close + 1 >= len(units) or units[close].form != "," or not units[at - 1].form[0].isalnum():
        return None
    return close if lexicon.has("participles", units[close + 1].form) else None


def _opens_remark(units: Sequence[Unit], comma: int, lexicon: Lexicon, *, closing: bool) -> bool:
    """Whether a comma begins a remark; `closing` tells that it ends one, so that the verb may stand behind it."""
    participle = not closing and lexicon.has("apposed_participles", units[comma + 1].form) and units[comma - 1].mention is not None
    named = not closing and lexicon.length("naming", units, comma + 1) > 1
    return participle or named or _explains(units, comma, lexicon) or _interrupts(units, comma, lexicon)


def _explains(units: Sequence[Unit], comma: int, lexicon: Lexicon) -> bool:
    """Whether what a comma begins speaks of what stands before it; with "the" only where that can be a model or its maker."""
    first, before = units[comma + 1].form, units[comma - 1] if comma else units[comma]
    second = units[comma + 2].form if comma + 2 < len(units) else ""
    if lexicon.has("relatives", first) or (lexicon.has("narrowing", first) and lexicon.has("prepositions", second)):
        return True
    named = before.mention is not None or before.form in (")", "]") or lexicon.has("model_nouns", before.form)
    return lexicon.has("apposition", first) and (named or not lexicon.has("determiners", first))


def _interrupts(units: Sequence[Unit], comma: int, lexicon: Lexicon) -> bool:
    """Whether a comma begins a few words that part a verb from what it says: "is, by our reckoning, the best", "is, unlike X, the best"."""
    if not (comma and lexicon.has("auxiliaries", units[comma - 1].form)):
        return False
    behind = list(takewhile(lambda unit: unit.form != ",", units[comma + 1 : comma + _INTERRUPTION]))
    brought_in = lexicon.has_any(("comparands", "prepositions"), units[comma + 1].form)
    return len(behind) < _INTERRUPTION - 1 and (brought_in or not any(unit.mention for unit in behind))


def _clause(units: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb follows a model's name that begins here: ", the o3 model shows ..., setting" is no remark."""
    mention = units[at].mention if at < len(units) else None
    if mention is None or mention.name.kind is not Kind.MODEL:
        return False
    at += 1
    while at < len(units) and lexicon.has("model_nouns", units[at].form):
        at += 1
    verb, following = (units[i].form if i < len(units) else "," for i in (at, at + 1))
    return verb[0].isalnum() and following != "," and not lexicon.has_any(_GO_ON, verb)


def _free(units: Sequence[Unit], at: int) -> bool:
    """Whether blanks stand around a sign."""
    return 0 < at < len(units) - 1 and units[at - 1].end < units[at].start and units[at].end < units[at + 1].start


def passing(argument: Argument) -> float:
    """What it costs to pass an argument that could have filled the slot."""
    return max(WORD if item.mention and item.mention.name.kind in _BY_THE_WAY else _PASSED[item.form] for item in argument.items)


def says_on(stage: Scene, at: int) -> bool:
    """Whether a conjunction begins a predicate of its own: "and is twice as big"."""
    verb = at + 1 < len(stage.units) and stage.lexicon.has("auxiliaries", stage.units[at + 1].form)
    return verb and stage.lexicon.has("conjunctions", stage.units[at].form)


def label_of(stage: Scene, before: int) -> Mention | None:
    """The model with which a line begins that tells things of it: "2) X (open): as good as Y", "X - small; faster than Y"."""
    label = next((argument for argument in stage.arguments if len(argument.items) == 1 and argument.has(Form.NAME)), None)
    mention = label.items[0].mention if label else None
    if label is None or mention is None or mention.name.kind is not Kind.MODEL:
        return None
    if any(unit.form[0].isalpha() for unit in stage.units[: label.first]):
        return None
    sign = stage.asides.get(label.last, label.last)
    return mention if sign <= before and stage.units[sign].form in _LABELLING else None
