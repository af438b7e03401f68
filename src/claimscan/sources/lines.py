"""Lines that were only broken because they were full, run together again; paragraphs, headings and list items stay apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

ITEM = re.compile(r"\s*(?:[-*+•–—▪►✓✅]\s|\d{1,2}[.)]\s|#{1,6}\s|>\s|\||[a-z]\)\s)")
HEADING = re.compile(r"\s*(?:#{1,6}\s+\S|\*\*[^*\n]+\*\*\s*$|__[^_\n]+__\s*$)")
_LINE = re.compile(r"[^\n]*\n?")
_CLOSED = re.compile(r"[.!?:;。！？][\"”“»«’')\]*_]*\s*$")
_WIDEST = 130


def unwrapped(text: str) -> str:
    """The text with a blank for each line end at which a sentence runs on; its length stays."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if m.end() > m.start()]
    widths = [len(text[start:end].rstrip()) for start, end in lines]
    pieces, done = [], 0
    for number in range(len(lines) - 1):
        if widths[number] and widths[number + 1] and _runs_on(text, lines, widths, number):
            end = lines[number][1]
            pieces += [text[done : end - 1], " "]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _runs_on(text: str, lines: Sequence[tuple[int, int]], widths: Sequence[int], i: int) -> bool:
    """Whether line `i` runs on into the next: it was broken only because it was full."""
    (a, b), (c, d) = lines[i], lines[i + 1]
    if widths[i] > _WIDEST or ITEM.match(text, c, d) or HEADING.match(text, a, b) or _CLOSED.search(text, a, b):
        following = text[c:d].lstrip()[:1]
        full = 50 <= widths[i] <= _WIDEST and not ITEM.match(text, c, d) and not HEADING.match(text, a, b)
        return full and following.islower()
    following = text[c:d].split(maxsplit=1)[0]
    if following[:1].islower():
        return widths[i] >= 20
    return widths[i] >= 55 and widths[i] + 1 + len(following) > max(widths[max(0, i - 2) : i + 3])
