"""Who a sentence speaks of: names with their owners, anaphors, described groups, and lists of these.

An `Argument` is what a pattern's slot takes: one or more coordinated `Item`s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.sentences import Unit
from claimscan.model import Kind, Mention, Span
from claimscan.rulebook.rules import AnaphorRule, GroupRule

SPEAKERS = (Kind.PERSON, Kind.ORGANISATION)
_OWNED_REACH = 5
_ASIDE_REACH = 12


class Form(StrEnum):
    """How an item refers."""

    NAME = "name"
    ANAPHOR = "anaphor"
    GROUP = "group"
    OWNED = "owned"  # "Alibaba's new model"
    VALUE = "value"  # "86.1 percent"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing referred to; `first` and `last` are unit positions, half-open."""

    form: Form
    first: int
    last: int
    mention: Mention | None = None
    owner: Mention | None = None
    anaphor: AnaphorRule | None = None
    group: GroupRule | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """Coordinated items that fill one slot; `head` is where its noun phrase begins, with determiner and adjectives."""

    first: int
    last: int
    items: tuple[Item, ...]
    head: int

    @property
    def names(self) -> Iterator[Mention]:
        """The names among the items."""
        return (i.mention for i in self.items if i.form is Form.NAME and i.mention)

    def has(self, *forms: Form) -> bool:
        """Whether an item refers in one of these ways."""
        return any(i.form in forms for i in self.items)


def find_arguments(
    units: Sequence[Unit],
    lexicon: Lexicon,
    phrases: Mapping[int, tuple[int, AnaphorRule | GroupRule]],
) -> tuple[Argument, ...]:
    """All arguments of a sentence in order, none overlapping.

    `phrases` gives, by unit position, the longest anaphor or group phrase that starts there with its end.
    """
    items = list(_items(units, lexicon, phrases))
    return tuple(_lists(units, lexicon, items))


def _items(units: Sequence[Unit], lexicon: Lexicon, phrases: Mapping[int, tuple[int, AnaphorRule | GroupRule]]) -> Iterator[Item]:
    at = 0
    while at < len(units):
        item = _name(units, lexicon, at, phrases) or _phrase(at, phrases)
        if item:
            yield item
            at = item.last
        else:
            at += 1


def _phrase(at: int, phrases: Mapping[int, tuple[int, AnaphorRule | GroupRule]]) -> Item | None:
    if at not in phrases:
        return None
    end, rule = phrases[at]
    if isinstance(rule, GroupRule):
        return Item(Form.GROUP, at, end, group=rule)
    return Item(Form.ANAPHOR, at, end, anaphor=rule)


def _name(units: Sequence[Unit], lexicon: Lexicon, at: int, phrases: Mapping[int, tuple[int, AnaphorRule | GroupRule]]) -> Item | None:
    """The name at a position, with its owner and what belongs to it in brackets."""
    mention = units[at].mention
    if mention is None or mention.name.kind is Kind.BENCHMARK:
        return None
    if mention.name.kind is Kind.VENDOR:
        owned = _owned(units, lexicon, at, mention, phrases)
        if owned:
            return owned
    return Item(Form.NAME, at, _after_aside(units, at + 1), mention)


def _owned(
    units: Sequence[Unit], lexicon: Lexicon, at: int, owner: Mention, phrases: Mapping[int, tuple[int, AnaphorRule | GroupRule]]
) -> Item | None:
    """A vendor with the model it owns: "OpenAI's GPT-4o", "Alibabas neues Modell Qwen 2.5", "Meta's models"."""
    genitive = at + 1 < len(units) and lexicon.has("genitives", units[at + 1].form)
    noun: int | None = None
    start = at + 2 if genitive else at + 1
    for j in range(start, min(len(units), start + _OWNED_REACH)):
        unit = units[j]
        if unit.mention:
            if unit.mention.name.kind is Kind.MODEL and (genitive or j == start or noun is not None):
                return Item(Form.NAME, at, _after_aside(units, j + 1), unit.mention, owner)
            break
        if lexicon.has("model_nouns", unit.form):
            noun = j if noun is None else noun
        elif not genitive or lexicon.closed(unit.form) or (not unit.form[0].isalnum() and unit.form not in _SILENT):
            break
    if noun is not None and (genitive or noun == start):
        end = noun + 1
        return Item(Form.OWNED, at, end, None, owner)
    return None


_SILENT = frozenset("*_`\"“”„»«'’‘")
_OPEN, _CLOSE = "([", ")]"


def _after_aside(units: Sequence[Unit], at: int) -> int:
    """The position after a short remark in brackets that follows a name."""
    while at < len(units) and units[at].form in _SILENT:
        at += 1
    if at < len(units) and units[at].form in _OPEN:
        for j in range(at + 1, min(len(units), at + _ASIDE_REACH)):
            if units[j].form in _CLOSE:
                return j + 1
    while units[at - 1].form in _SILENT:
        at -= 1
    return at


def _lists(units: Sequence[Unit], lexicon: Lexicon, items: Sequence[Item]) -> Iterator[Argument]:
    """Coordinated items as one argument; a list with commas needs a conjunction before its last item."""
    at = 0
    while at < len(items):
        end = at + 1
        for j in range(at + 1, len(items)):
            link = _link(units, lexicon, items[j - 1], items[j])
            if link is None:
                break
            if link == "and":
                end = j + 1
        chosen = tuple(items[at:end])
        yield Argument(chosen[0].first, chosen[-1].last, chosen, _head(units, lexicon, chosen[0].first))
        at = end


def _link(units: Sequence[Unit], lexicon: Lexicon, left: Item, right: Item) -> str | None:
    """How two items are joined: "and", "comma", or not at all."""
    if _speaks(left) != _speaks(right):
        return None
    at = left.last
    link: str | None = None
    while at < right.first:
        form = units[at].form
        length = lexicon.length("examples", units, at)
        if (length and left.form is Form.GROUP) or (length := lexicon.length("conjunctions", units, at)):
            link, at = "and", at + length
        elif form == ",":
            link, at = link or "comma", at + 1
        elif form in ("/", "+", "&"):
            link, at = "and", at + 1
        elif form in _SILENT or lexicon.has("determiners", form) or lexicon.has("list_modifiers", form):
            at += 1
        elif form in (":", "(") and left.form is Form.GROUP:
            link, at = "and", at + 1
        elif link and units[at].mention is None and form[0].isalnum() and not lexicon.closed(form) and at + 1 == right.first and link == "and":
            at += 1
        else:
            return None
    return link


def _speaks(item: Item) -> bool:
    return bool(item.mention and item.mention.name.kind in SPEAKERS)


def _head(units: Sequence[Unit], lexicon: Lexicon, first: int) -> int:
    """The first unit of the noun phrase: determiners and adjectives in front of the name belong to it."""
    at = first
    while at > 0 and (units[at - 1].form in _SILENT or lexicon.has("determiners", units[at - 1].form)):
        at -= 1
    if at == first:
        for back in range(1, 5):
            j = first - back
            if j < 0 or units[j].mention or (lexicon.closed(units[j].form) and not lexicon.has("determiners", units[j].form)):
                break
            if lexicon.has("determiners", units[j].form):
                return j
    return at


def span_of(units: Sequence[Unit], first: int, last: int) -> Span:
    """The characters from one unit position up to another."""
    return Span(units[first].span.start, units[last - 1].span.end)
