"""Where words stand in a text, and which of its places are taken."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

_EDGE = re.compile(r"\b")

by_edges = attrgetter("start", "end")
"""What spans are sorted by, which are slow to compare themselves: where they begin and end."""


def occurrences(text: str, word: str, first: int = 0, last: int | None = None) -> Iterator[int]:
    """Where a word begins, parts of longer ones too, in order, from one place to another: a pattern made for it takes longer to make."""
    limit = len(text) if last is None else last + len(word)
    start = text.find(word, first, limit)
    while start >= 0:
        yield start
        start = text.find(word, start + 1, limit)


def whole_words(text: str, word: str, first: int = 0, last: int | None = None) -> Iterator[int]:
    """Where a word begins that is no part of a longer one, in order, from one place to another."""
    found = occurrences(text, word, first, last)
    return (start for start in found if _EDGE.match(text, start) and _EDGE.match(text, start + len(word)))


def last_blank(text: str, first: int, end: int) -> int:
    """The last blank between two places, from which a word before the second is soon found; the first place where there is none."""
    return max(first, text.rfind(" ", first, end))


@dataclass(frozen=True, slots=True)
class Taken:
    """Stretches of a text in which nothing else can be found, by their starts and ends in order."""

    starts: Sequence[int]
    ends: Sequence[int]

    def touches(self, start: int, end: int) -> bool:
        """Whether one of them takes a character of these."""
        before = bisect_left(self.starts, end)
        return before > 0 and self.ends[before - 1] > start
