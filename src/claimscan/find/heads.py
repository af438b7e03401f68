"""Capitalised words that may begin a model's name: those that something tells of, and plain ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEFORE = r"[\w&'’.@#/-]"  # no head begins right behind one of these
_REST = r"[^\W\d_]+(?![^\W\d_])"
_FOLLOWED = r"[-\u2010\u2011\d]|[ \u00a0](?:[\dA-Z]|v\d|mini|nano)"

HEAD = re.compile(rf"(?<!{_BEFORE})(?:[a-z]{{1,2}}(?=[A-Z]))?[A-ZÄÖÜ]{_REST}")
"""A head, with the letter or two before its capital in `iPhone`, `xAI`."""

GOES_ON = re.compile(_FOLLOWED)
"""What follows a head that may have more to its name."""

_PLAIN = re.compile(rf"{HEAD.pattern}(?<![A-Z]{{2}})(?!{_FOLLOWED})")
_TELLING = re.compile(  # from the capital on: what begins with a sign and not with what stands before it is found thrice as fast
    rf"[A-ZÄÖÜ](?:(?<!{_BEFORE}.)|(?<=[a-z][A-Z])(?<!{_BEFORE}[a-z].)|(?<=[a-z]{{2}}[A-Z])(?<!{_BEFORE}[a-z]{{2}}.))"
    rf"{_REST}(?:(?<=[A-Z]{{2}})|(?={_FOLLOWED}))"
)


def telling_heads(text: str) -> Iterator[tuple[int, int]]:
    """Where the heads begin and end that go on, or end in capitals, as a model's name may."""
    return ((head_start(text, match.start()), match.end()) for match in _TELLING.finditer(text))


def plain_head_end(text: str, start: int) -> int | None:
    """Where another head ends that begins at a place; None where none does."""
    match = _PLAIN.match(text, start)
    return match.end() if match else None


def head_start(text: str, capital: int) -> int:
    """Where the head begins whose first capital stands at a place."""
    while capital and text[capital - 1].isalpha():
        capital -= 1
    return capital
