"""Whether a date can begin or end at a place: not inside a word, a number, a price, a version or a path."""

from __future__ import annotations

import re

_NOT_BEFORE = frozenset("$€£¥₹#@_/\\=&~^°%*")
_UNIT = re.compile(r"[^\S\n]?[%€$£¥°‰×]|[.,:]\d|/[^\W\d_]?\d?\w|-\d|\+|=")
_INSIDE = re.compile(r"(?:[\w)][-.,:+]|\w['’])\Z")


def opens(text: str, start: int, reached: int) -> bool:
    """Whether a date can begin at `start`; `reached` is the end of the date before."""
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalnum() or before in _NOT_BEFORE:
        return reached == start - 1 > 0 and before == "/"
    digits = text[start].isdecimal()
    return not digits or reached == start - 1 > 0 or not _INSIDE.search(text[max(0, start - 2) : start])


def closes(text: str, start: int, end: int) -> bool:
    """Whether a date that began at `start` can end at `end`."""
    if end == len(text) or not text[end - 1].isalnum():
        return True
    if text[end].isalnum() or text[end] == "_":
        return False
    return not (text[end - 1].isdecimal() and _UNIT.match(text, end))
