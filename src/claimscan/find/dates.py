"""Dates in a text, with their values: what a grammar says, where it stands, and what it means on the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from claimscan.find.dates_place import closes, opens
from claimscan.find.dates_resolve import possible, resolve_all
from claimscan.find.places import Taken, by_edges
from claimscan.model import Span, Timex
from claimscan.rulebook.date_grammar import CONTEXT, DateGrammar, DateRule, Shape
from claimscan.rulebook.date_notation import fold
from claimscan.rulebook.date_pieces import TOKENS, key
from claimscan.rulebook.date_values import Expression, fill, padded, read_expression

AHEAD = 120
"""How far before a date, in characters, words are looked for that speak of the future."""

_SENTENCE = re.compile(r"[.!?:;]\s|\n")
_PARTS = re.compile(f"({TOKENS.pattern})")
_ADDRESSES = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A date as it stands in the text: the rule that read it, and its value before it is resolved.

    `followed` says that its rule looked at what follows.
    """

    span: Span
    rule: DateRule
    expression: Expression
    followed: bool


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date with the rule that read it."""

    timex: Timex
    rule: DateRule


def find_dates(text: str, grammar: DateGrammar, reference: str | None, taken: Sequence[Span] = ()) -> tuple[Timex, ...]:
    """The dates of a text, in order, none overlapping another or a span of `taken` (names).

    `reference` is the publication date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; without it relative dates have the value `REL`.
    """
    return tuple(reading.timex for reading in read_dates(text, grammar, reference, taken))


def read_dates(text: str, grammar: DateGrammar, reference: str | None, taken: Sequence[Span] = ()) -> tuple[DateReading, ...]:
    """The dates of a text as `find_dates` gives them, each with its rule."""
    found = tuple(_scan(text, grammar, taken))
    ahead = (each.expression.incomplete and _looks_ahead(text, each.span, grammar) for each in found)
    resolved = resolve_all([(each.expression, told) for each, told in zip(found, ahead, strict=True)], reference)
    return tuple(
        DateReading(Timex(each.span, value.text, value.resolved_from), each.rule)
        for each, value in zip(found, resolved, strict=True)
        if value is not None
    )


def _scan(text: str, grammar: DateGrammar, taken: Sequence[Span]) -> Iterator[Found]:
    """The dates from left to right; of several that begin at one place the longest, of equally long ones the one that looked further."""
    parts = _PARTS.split(text)  # what is between words and the words, in turns
    words = [*map(key, parts[1::2]), ""]
    beginnings = [at for at, word in enumerate(words) if word in grammar.firsts]
    if not beginnings:
        return
    places = list(accumulate(map(len, parts)))[::2]
    none = [Span(*found.span()) for found in _ADDRESSES.finditer(text)] if "://" in text or "www." in text else []
    none += _never(text, grammar, [places[at] for at in beginnings if words[at] in grammar.never_firsts])
    blocked = _blocked([*taken, *none])
    reached = 0
    for at in beginnings:
        start = places[at]
        candidates = grammar.beginning_with(words[at], words[at + 1]) if start >= reached else ()
        if not candidates or blocked.touches(start, start + 1) or not opens(text, start, reached):
            continue
        found = [each for rule, shape in candidates if (each := _read(text, start, rule, shape, grammar, blocked))]
        if found:
            best = max(found, key=lambda each: (each.span.end, each.followed))
            reached = best.span.end
            yield best


def _blocked(spans: Iterable[Span]) -> Taken:
    """The stretches of a text in which no date can stand: names, addresses, and what the grammar says is never one."""
    ordered = sorted(spans, key=by_edges)
    return Taken([span.start for span in ordered], [*accumulate((span.end for span in ordered), max)])


def _never(text: str, grammar: DateGrammar, places: Iterable[int]) -> Iterator[Span]:
    """What is never a date, of what begins at these places."""
    reached = 0
    for start in places:
        found = grammar.never.match(text, start) if grammar.never and start >= reached else None
        if found:
            reached = found.end()
            yield Span(start, reached)


def _read(text: str, start: int, rule: DateRule, shape: Shape, grammar: DateGrammar, blocked: Taken) -> Found | None:
    """What a shape reads at one place, if its surroundings allow it and it has a value."""
    match = shape.match(text, start)
    if not match or not closes(text, match.end(), followed=shape.followed) or blocked.touches(start, match.end()):
        return None
    slots = _slots(match, shape, grammar)
    before = text[max(0, start - CONTEXT) : start]
    if rule.not_after and rule.not_after.search(before):
        return None
    if rule.not_before and rule.not_before.match(text, match.end()):
        return None
    if rule.after:
        context = rule.after.search(before)
        if not context:
            return None
        slots = {**_slots(context, rule.after, grammar), **slots}
    expression = _meaning(fill(rule.value, slots))
    return Found(Span(start, match.end()), rule, expression, shape.followed) if expression else None


@lru_cache(maxsize=4096)  # texts repeat their dates
def _meaning(value: str) -> Expression | None:
    """The date that a value says; None if there is no such date."""
    expression = read_expression(value)
    return expression if expression and possible(expression) else None


def _slots(match: re.Match[str], shape: Shape, grammar: DateGrammar) -> dict[str, str]:
    """The values of the slots of a match, by slot name."""
    found = {}
    for group, slot in shape.slots.items():
        written = match[group]
        if written is not None:
            name = slot.rstrip("0123456789")
            found[slot] = padded(name, written) if written.isdecimal() else grammar.values[name][fold(written)]
    return found


def _looks_ahead(text: str, span: Span, grammar: DateGrammar) -> bool:
    """Whether the words before a date, in its sentence, speak of the future."""
    if grammar.ahead is None:
        return False
    before = _SENTENCE.split(text[max(0, span.start - AHEAD) : span.start])[-1]
    return grammar.ahead.search(before) is not None
