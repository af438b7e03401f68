"""Lines that were only broken because they were full, run together again; paragraphs, headings and list items stay apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ITEM = re.compile(r"\s*(?:[-*+•–—▪►✓✅]\s|\d{1,2}[.)]\s|#{1,6}\s|>\s|\||[a-z]\)\s)")
HEADING = re.compile(r"\s*(?:#{1,6}\s+\S|\*\*[^*\n]+\*\*:?\s*$|__[^_\n]+__\s*$)")
_LINE = re.compile(r"[^\n]*\n?")
_CLOSED = re.compile(r"[.!?:;。！？][\"”“»«’')\]*_]*\s*$")
_GOES_ON = re.compile(r"\s*(?:[^\W\d_]|\d+(?:[.,]\d+)? +(?=[^\W\d_]))")
_WIDEST = 130
_NARROWEST = 30
_FEWEST_LINES = 3
_STANDS_ALONE = 45


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its end: where it stands, how wide it is, how long its first word is, and what it looks like."""

    start: int
    end: int
    width: int
    first: int
    item: bool
    heading: bool
    closed: bool
    comma: bool
    goes_on: bool


def unwrapped(text: str) -> str:
    """The text with a blank for each line end at which a sentence runs on; its length stays."""
    pieces, done = [], 0
    for places in _paragraphs(text):
        paragraph = [_line(text, start, end) for start, end in places] if len(places) > 1 else []
        filled = bool(paragraph) and _is_filled(paragraph)
        for number in range(len(paragraph) - 1):
            if _runs_on(paragraph, number, filled=filled):
                end = paragraph[number].end
                pieces += [text[done:end], " "]
                done = end + 1
    return "".join([*pieces, text[done:]]) if pieces else text


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Start and end of the lines between blank lines."""
    lines: list[tuple[int, int]] = []
    for found in _LINE.finditer(text):
        start, end = found.span()
        if found[0].strip():
            lines.append((start, end - found[0].endswith("\n")))
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _line(text: str, start: int, end: int) -> _Line:
    """What a line looks like that is not blank."""
    goes_on = _GOES_ON.match(text, start, end)
    return _Line(
        start,
        end,
        width=len(text[start:end].rstrip()),
        first=len(text[start:end].split(maxsplit=1)[0]),
        item=bool(ITEM.match(text, start, end)),
        heading=bool(HEADING.match(text, start, end)),
        closed=bool(_CLOSED.search(text, start, end)),
        comma=text[start:end].rstrip().endswith(","),
        goes_on=bool(goes_on and text[goes_on.end() - 1 : goes_on.end() + 1].strip()[:1].islower()),
    )


def _is_filled(lines: Sequence[_Line]) -> bool:
    """Whether a paragraph was broken to one width: no line had room for the word after it, and a line begins within a sentence."""
    widest = max(line.width for line in lines)
    if len(lines) < _FEWEST_LINES or not _NARROWEST <= widest <= _WIDEST or any(line.item or line.heading for line in lines[1:]):
        return False
    full = all(lines[i].width + 1 + lines[i + 1].first > widest for i in range(len(lines) - 1))
    return full and any(line.goes_on for line in lines[1:])


def _runs_on(lines: Sequence[_Line], i: int, *, filled: bool) -> bool:
    """Whether line `i` of a paragraph runs on into the next: it was broken only because it was full."""
    line, after = lines[i], lines[i + 1]
    if line.width > _WIDEST or after.item or line.heading:
        return False
    if line.closed:
        return filled or (line.width >= 50 and after.goes_on)
    if filled or after.goes_on or line.comma:
        return filled or line.width >= 20
    if line.item and after.width < _STANDS_ALONE and not after.closed:
        return False
    return line.width >= 45 and line.width + 1 + after.first > max(each.width for each in lines[max(0, i - 2) : i + 3])
