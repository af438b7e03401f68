"""Text → the words that a trained network knows, cut as spaCy cuts it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

CHUNKS = re.compile(r"\S+ ?|\s")
"""What is cut into words by itself: signs up to a blank and that blank; or another blank, which is a word of its own."""

_AFFIX = 8  # code points at the edges of a word among which a sign that is cut off is looked for
_PATTERNS = ("prefix_search", "suffix_search", "infix_finditer", "token_match")


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """The patterns by which a chunk is cut: signs at its beginning, at its end, within it, and what is never cut."""

    prefix: re.Pattern[str]
    suffix: re.Pattern[str]
    infix: re.Pattern[str]
    whole: re.Pattern[str]

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Tokenizer:
        """The tokenizer that spaCy stored. Raises ValueError for one that has more than these four patterns."""
        if stored.get("exceptions") or stored.get("url_match") or not all(stored.get(name) for name in _PATTERNS):
            raise ValueError("a tokenizer of another kind")
        return cls(*(re.compile(stored[name]) for name in _PATTERNS))

    def words(self, chunk: str) -> list[str]:
        """The words of a chunk, the last with the blank that follows it."""
        if chunk.isspace():
            return [chunk]
        start, end = 0, len(chunk.removesuffix(" "))
        first: list[str] = []
        last: list[str] = []
        while start < end and not self.whole.match(chunk, start, end):
            before = _length(self.prefix.search(chunk[start : min(end, start + _AFFIX)]))
            after = _length(self.suffix.search(chunk[max(start + before, end - _AFFIX) : end]))
            if not before and not after:
                break
            first += [chunk[start : start + before]] if before else []
            last += [chunk[end - after : end]] if after else []
            start, end = start + before, end - after
        words = [*first, *self._inner(chunk[start:end]), *reversed(last)]
        return [*words[:-1], words[-1] + " "] if chunk.endswith(" ") else words

    def _inner(self, text: str) -> Iterator[str]:
        """What is left between the signs at both edges, cut at signs within."""
        start = 0
        for sign in () if self.whole.match(text) else self.infix.finditer(text):
            if sign.start() > 0:
                yield from (text[start : sign.start()], sign.group()) if sign.start() > start else (sign.group(),)
                start = sign.end()
        if start < len(text):
            yield text[start:]


def _length(found: re.Match[str] | None) -> int:
    return 0 if found is None else found.end() - found.start()
