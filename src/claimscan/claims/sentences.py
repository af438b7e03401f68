"""Text → sentences, and a sentence → units: words, signs, and names taken whole."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

from claimscan.claims.kept import Kept
from claimscan.model import Mention, Span, Timex
from claimscan.rulebook.notation import fold, words
from claimscan.sources.lines import HEADING, ITEM

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?…。！？](?:(?<=[。！？])|(?<![.!?…].)(?<=[.!?…])[.!?…]*[\"”“»«’')\]*_]*(?=\s))")  # one class first: found fast
_FULL_STOP = re.compile(r"\.(?![.!?…])")
_COUNTED = re.compile(r"[:;,(]\s*\Z")
_WORD_BEFORE = re.compile(r"[\w.&-]+$")
_NEXT = re.compile(r"\s+[\"“„»«‘'(\[*_]*(\S)")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_CLOSED = re.compile(r"[.!?:;,。！？…\"”“»«’')\]*_–—-]\s*$")
_HEADLINE = 120
_LONGEST = 2000

_APOSTROPHES = frozenset("'’")

SILENT = frozenset("*_`\"“”„»«'’‘\u00ad")
"""Signs that are no part of the grammar: quotation marks and emphasis. Units leave them out."""

NUMBER = re.compile(r"\d+(?:[.,]\d+)*\Z")
"""A unit that is a number."""

_WORDS = words(SILENT)
_FORMS = Kept(fold)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading or list item, with its place in the document's layout.

    `block` counts paragraphs, `heading` tells headings and titles, `item` list items, `depth` how far its line is indented.
    """

    index: int
    span: Span
    block: int
    heading: bool = False
    item: bool = False
    depth: int = 0

    def dates(self, of_text: Sequence[Timex]) -> Sequence[Timex]:
        """The dates that stand in it, of those of the whole text in order of place."""
        first = bisect_left(of_text, self.span.start, key=lambda date: date.span.start)
        return of_text[first : bisect_right(of_text, self.span.end, lo=first, key=lambda date: date.span.end)]


class Unit(NamedTuple):
    """A word, a sign, or a whole name: what patterns match against. `form` is lower-cased."""

    form: str
    start: int
    end: int
    mention: Mention | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def place_of(units: Sequence[Unit], mention: Mention) -> int | None:
    """Where the unit stands that is this very mention; None where no unit is."""
    return next((at for at, unit in enumerate(units) if unit.mention is mention), None)


def joins(units: Sequence[Unit], at: int) -> bool:
    """Whether a hyphen without blanks stands at a position: "MMLU-focused"."""
    if not 0 < at < len(units) - 1:
        return False
    before, hyphen, behind = units[at - 1 : at + 2]
    return hyphen.form == "-" and before.end == hyphen.start and hyphen.end == behind.start


def split_sentences(
    text: str, abbreviations: Set[str], *, ordinals: bool, opens: Callable[[str], bool], names: Sequence[Span] = ()
) -> tuple[Sentence, ...]:
    """The sentences of a text in order; none crosses a line that ends a paragraph, and none ends inside a name.

    `abbreviations` are lower-cased and without their final stop; `ordinals` says that a number with a stop
    (`29.`) is an ordinal and ends nothing. Behind both a sentence does end before a capital word that `opens` one:
    a function word, told in lower case.
    """
    found: list[Sentence] = []
    held = _Stops(abbreviations, ordinals, opens, tuple(name.start for name in names), tuple(name.end for name in names))
    for number, (start, end) in enumerate(_blocks(text, held)):
        item = bool(ITEM.match(text, start, end))
        heading = bool(HEADING.match(text, start, end)) or (not item and _headline(text, start, end))
        line = text[text.rfind("\n", 0, start) + 1 : end]
        depth = len(line) - len(line.lstrip())
        for left, right in _split(text, start, end, held):
            for low, high in _pieces(text, left, right):
                span = _strip(text, low, high)
                if span is not None:
                    found.append(Sentence(len(found), span, number, heading, item, depth))
    return tuple(found)


def _headline(text: str, start: int, end: int) -> bool:
    """Whether a line without mark-up reads as a heading: short, and not closed by any sign."""
    return end - start <= _HEADLINE and not _CLOSED.search(text, start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch cut at blanks into pieces that no longer sentence needs, so that the work stays linear."""
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _strip(text: str, start: int, end: int) -> Span | None:
    """The range without blanks at its ends."""
    kept = text[start:end].lstrip()
    start, end = end - len(kept), end - len(kept) + len(kept.rstrip())
    return Span(start, end) if start < end else None


def _blocks(text: str, held: _Stops) -> Iterator[tuple[int, int]]:
    """Paragraphs, headings and list items: one a line, but that a line end inside a name parts nothing."""
    start: int | None = None
    for line in _LINE.finditer(text):
        if start is None and line[0].isspace():
            continue
        start = line.start() if start is None else start
        if not held.inside(line.end()):
            yield start, line.end()
            start = None


@dataclass(frozen=True, slots=True)
class _Stops:
    """What keeps a full stop from ending a sentence, abbreviations, ordinals, names around it, and which words let it."""

    abbreviations: Set[str]
    ordinals: bool
    opens: Callable[[str], bool]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def inside(self, at: int) -> bool:
        """Whether a position lies within a name."""
        name = bisect_left(self.starts, at) - 1
        return name >= 0 and self.ends[name] > at

    def begins(self, at: int) -> bool:
        """Whether a name begins at a position: "xAI", "o1"."""
        name = bisect_left(self.starts, at)
        return name < len(self.starts) and self.starts[name] == at

    def named(self, at: int) -> bool:
        """Whether a name ends at a position: the 3 of "Llama 3." counts nothing."""
        name = bisect_left(self.ends, at)
        return name < len(self.ends) and self.ends[name] == at


def _split(text: str, start: int, end: int, held: _Stops) -> Iterator[tuple[int, int]]:
    """The sentences of one block."""
    left = start
    for stop in _STOP.finditer(text, start, end):
        following = _NEXT.match(text, stop.end(), end)
        if not following or (following[1].islower() and not held.begins(following.start(1))):
            if stop[0][0] not in "。！？":
                continue
        elif _FULL_STOP.match(stop[0]) and _abbreviated(text, left, stop.start(), held) and not _opens(text, following.start(1), held):
            continue
        if held.inside(stop.end()) or (stop[0][-1] == ")" and "(" in text[left + 1 : stop.start()]):
            continue
        yield left, stop.end()
        left = stop.end()
    if left < end:
        yield left, end


def _abbreviated(text: str, start: int, stop: int, held: _Stops) -> bool:
    """Whether the full stop at `stop` belongs to the word before it."""
    before = _WORD_BEFORE.search(text, max(start, stop - 30), stop)
    if not before:
        return False
    word = before[0].lower()
    if word.isdigit() and len(word) <= 2 and _COUNTED.search(text, start, before.start()):
        return True
    if word.isdigit() and held.named(stop):
        return False
    initial = len(word) == 1 and word.isalpha() and text[before.start() - 1 : before.start()] not in _APOSTROPHES
    if word in held.abbreviations or initial:
        return True
    return held.ordinals and word.isdigit() and len(word) <= 2


def _opens(text: str, at: int, held: _Stops) -> bool:
    """Whether a function word with a capital stands at a position: no name and no noun goes on with it."""
    word = _WORD_AFTER.match(text, at)
    return word is not None and word[0][0].isupper() and held.opens(word[0].lower())


def units(text: str, span: Span, mentions: Sequence[Mention]) -> tuple[Unit, ...]:
    """The units of a sentence; `mentions` are those that stand in it, in order."""
    found: list[Unit] = []
    at = span.start
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        found += _between(text, at, start)
        found.append(Unit(_FORMS[text[start:end]], start, end, mention))
        at = end
    found += _between(text, at, span.end)
    return tuple(found)


def _between(text: str, start: int, end: int) -> Iterable[Unit]:
    """The words and signs between two names; there are as many as words in a text, so that no step is taken for one alone."""
    found = [*_WORDS.finditer(text, start, end)]
    match = re.Match
    forms = map(_FORMS.__getitem__, map(match.group, found))
    units = map(tuple.__new__, repeat(Unit), zip(forms, map(match.start, found), map(match.end, found), repeat(None)))
    return (Unit(_FORMS[text[start]], start, start + 1), *units) if _genitive(text, start, end) else units


def _genitive(text: str, start: int, end: int) -> bool:
    """Whether an apostrophe alone stands right behind a name: "Lumos' model"."""
    behind = start < end and text[start] in _APOSTROPHES and text[start - 1 : start].isalnum()
    return behind and not _WORDS.match(text, start, end)
