"""Answers about words, kept: texts use few words often."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

_MOST = 20_000


class Kept(dict[str, Answer]):
    """The answers to a question about single words, each worked out once; emptied when there are too many, which bounds memory."""

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> Answer:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._answer(word)
        return found
