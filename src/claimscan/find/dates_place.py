"""Whether a date can begin or end at a place: not inside a word, a number, a price, a version or a path."""

from __future__ import annotations

import re

_NOT_BEFORE = frozenset("$€£¥₹#@_/\\=&~^°%")
_INSIDE_NUMBER = re.compile(r"(?:[\w)][-\u2010\u2011.,:+]|\w['’])\Z")
_INSIDE_WORD = re.compile(r"\w[-\u2010\u2011]\Z")
_GOES_ON_AS_NUMBER = re.compile(r"[^\S\n]?[%€$£¥°‰×]|[.,:]\d|/[^\W\d_]?\d?\w|-\d|\+|=")
_GOES_ON_AS_WORD = re.compile(r"[-\u2010\u2011]\w")


def opens(text: str, start: int, reached: int) -> bool:
    """Whether a date can begin at `start`; `reached` is the end of the date before (`24./25.04.`, `July-August`)."""
    if start == 0:
        return True
    joined = reached == start - 1 > 0
    before = text[start - 1]
    if before.isalnum() or before in _NOT_BEFORE:
        return joined and before == "/"
    inside = _INSIDE_NUMBER if text[start].isdecimal() else _INSIDE_WORD
    return joined or not inside.search(text, max(0, start - 2), start)


def closes(text: str, end: int, *, followed: bool) -> bool:
    """Whether a date can end at `end`; `followed` says that its pattern has looked at what follows."""
    if end == len(text) or not text[end - 1].isalnum():
        return True
    if text[end].isalnum() or text[end] == "_":
        return False
    goes_on = _GOES_ON_AS_NUMBER if text[end - 1].isdecimal() else _GOES_ON_AS_WORD
    return followed or not goes_on.match(text, end)
