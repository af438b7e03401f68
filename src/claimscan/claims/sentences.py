"""Text → sentences, and a sentence → units: words, signs, and names taken whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from claimscan.model import Mention, Span
from claimscan.rulebook.notation import fold, words

_LINE = re.compile(r"[^\n]*\n?")
_ITEM = re.compile(r"\s*(?:[-*+•–—▪►✓✅]\s|\d{1,2}[.)]\s|#{1,6}\s|>\s|\||[a-z]\)\s)")
_HEADING = re.compile(r"\s*(?:#{1,6}\s+\S|\*\*[^*\n]+\*\*\s*$|__[^_\n]+__\s*$)")
_STOP = re.compile(r"[.!?…]+[\"”“»«’')\]*_]*(?=\s)|[。！？]")
_FULL_STOP = re.compile(r"\.(?![.!?…])")
_CLOSED = re.compile(r"[.!?:;。！？][\"”“»«’')\]*_]*\s*$")
_WORD_BEFORE = re.compile(r"[\w.&-]+$")
_NEXT = re.compile(r"\s+[\"“„»«‘'(\[*_]*(\S)")
_WRAP_WIDTH = 130
_LONGEST = 2000

_APOSTROPHES = frozenset("'’")

SILENT = frozenset("*_`\"“”„»«'’‘")
"""Signs that are no part of the grammar: quotation marks and emphasis. Units leave them out."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading or list item, with its place in the document's layout.

    `block` counts paragraphs, `heading` tells headings and titles, `item` list items.
    """

    index: int
    span: Span
    block: int
    heading: bool = False
    item: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a sign, or a whole name: what patterns match against. `form` is lower-cased."""

    form: str
    span: Span
    mention: Mention | None = None


def split_sentences(text: str, abbreviations: Set[str], *, ordinals: bool, names: Sequence[Span] = ()) -> tuple[Sentence, ...]:
    """The sentences of a text in order; none crosses a line that ends a paragraph, and none ends inside a name.

    `abbreviations` are lower-cased and without their final stop; `ordinals` says that a number with a stop
    (`29.`) is an ordinal and ends nothing.
    """
    found: list[Sentence] = []
    held = _Stops(abbreviations, ordinals, tuple(name.start for name in names), tuple(name.end for name in names))
    for number, (start, end) in enumerate(_blocks(text)):
        heading, item = bool(_HEADING.match(text, start, end)), bool(_ITEM.match(text, start, end))
        for left, right in _split(text, start, end, held):
            for low, high in _pieces(text, left, right):
                span = _strip(text, low, high)
                if span:
                    found.append(Sentence(len(found), span, number, heading, item))
    return tuple(found)


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
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, headings and list items; lines that were only wrapped are kept together."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if m.end() > m.start()]
    start: int | None = None
    widths = [len(text[a:b].rstrip()) for a, b in lines]
    for i, (a, b) in enumerate(lines):
        if not widths[i]:
            if start is not None:
                yield start, a
                start = None
            continue
        if start is not None and not _wrapped(text, lines, widths, i - 1):
            yield start, a
            start = a
        elif start is None:
            start = a
        if i + 1 == len(lines):
            yield start, b


def _wrapped(text: str, lines: Sequence[tuple[int, int]], widths: Sequence[int], i: int) -> bool:
    """Whether line `i` runs on into the next: it was broken only because it was full."""
    (a, b), (c, d) = lines[i], lines[i + 1]
    if widths[i] > _WRAP_WIDTH or _ITEM.match(text, c, d) or _HEADING.match(text, a, b) or _CLOSED.search(text, a, b):
        following = text[c:d].lstrip()[:1]
        full = 50 <= widths[i] <= _WRAP_WIDTH and not _ITEM.match(text, c, d) and not _HEADING.match(text, a, b)
        return full and following.islower()
    following = text[c:d].split(maxsplit=1)[0]
    if following[:1].islower():
        return widths[i] >= 20
    return widths[i] >= 55 and widths[i] + 1 + len(following) > max(widths[max(0, i - 2) : i + 3])


@dataclass(frozen=True, slots=True)
class _Stops:
    """What keeps a full stop from ending a sentence: abbreviations, ordinals, names around it."""

    abbreviations: Set[str]
    ordinals: bool
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def inside(self, at: int) -> bool:
        """Whether a position lies within a name."""
        name = bisect_left(self.starts, at) - 1
        return name >= 0 and self.ends[name] > at


def _split(text: str, start: int, end: int, held: _Stops) -> Iterator[tuple[int, int]]:
    """The sentences of one block."""
    left = start
    for stop in _STOP.finditer(text, start, end):
        following = _NEXT.match(text, stop.end(), end)
        if not following or following[1].islower():
            if stop[0][0] not in "。！？":
                continue
        elif _FULL_STOP.match(stop[0]) and _abbreviated(text, left, stop.start(), held):
            continue
        if held.inside(stop.end()):
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
    if word in held.abbreviations or (len(word) == 1 and word.isalpha()):
        return True
    return held.ordinals and word.isdigit() and len(word) <= 2


def units(text: str, span: Span, mentions: Sequence[Mention]) -> tuple[Unit, ...]:
    """The units of a sentence; `mentions` are those that stand in it, in order."""
    found: list[Unit] = []
    at = span.start
    for mention in mentions:
        found.extend(_word_units(text, at, mention.span.start))
        found.append(Unit(fold(mention.span.of(text)), mention.span, mention))
        at = mention.span.end
    found.extend(_word_units(text, at, span.end))
    return tuple(found)


def _word_units(text: str, start: int, end: int) -> Iterator[Unit]:
    """The words and signs between two names."""
    for word in words(text, start, end):
        if word.text not in SILENT or (word.text in _APOSTROPHES and word.start == start > 0 and text[start - 1].isalnum()):
            yield Unit(fold(word.text), Span(word.start, word.end))
