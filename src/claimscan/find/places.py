"""Where given words stand in a text: a few words are found far faster one by one than by a pattern made for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_EDGE = re.compile(r"\b")


def whole_words(text: str, word: str) -> Iterator[int]:
    """Where a word, or several in a row, begins that is no part of a longer one; in order of place."""
    start = text.find(word)
    while start >= 0:
        if _EDGE.match(text, start) and _EDGE.match(text, start + len(word)):
            yield start
        start = text.find(word, start + 1)
