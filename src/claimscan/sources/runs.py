"""Runs of characters of one kind in a text, as its words are runs of letters."""

from __future__ import annotations

import re


class Runs:
    """Finds all runs of characters of a class of regular expressions.

    A text that is ASCII is parted at all other signs, which is sooner done than looking for an expression.
    """

    def __init__(self, character: str) -> None:
        self._pattern = re.compile(f"{character}+")
        self._others = {at: " " for at in range(128) if re.fullmatch(character, chr(at)) is None}

    def __call__(self, text: str) -> list[str]:
        """The runs in their order."""
        return text.translate(self._others).split() if text.isascii() else self._pattern.findall(text)
