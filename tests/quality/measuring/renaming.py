"""Annotated texts with every model and vendor renamed: invented words of the same shape, the same in a whole text."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from measuring.corpora import Annotated

_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+")
_NAMED = ("models", "vendors")


@cache
def _lists() -> dict[str, Any]:
    return dict(json.loads((Path(__file__).parent / "invented_names.json").read_text(encoding="utf-8")))


def renamed(text: Annotated) -> Annotated:
    """The text with other names for all its models and vendors; its claims and dates are left out, since they would not fit."""
    gold = text.gold
    fixed = {alias for each in gold["benchmarks"] for alias in _spellings(each)}
    old = {alias for kind in _NAMED for each in gold[kind] for alias in _spellings(each)} - fixed
    if not old:
        return Annotated({**gold, "claims": [], "dates": [], "results": []}, text.text)
    rename = _renamer(old, text.id)
    return Annotated(
        {
            **gold,
            **{kind: [_renamed_entry(each, rename) for each in gold[kind]] for kind in (*_NAMED, "benchmarks")},
            "claims": [], "dates": [], "results": [],
        },
        rename(text.text),
    )


def _renamer(old: Iterable[str], seed: str) -> Callable[[str], str]:
    """What puts other names in place of the old ones, in any text."""
    words = _Words(zlib.crc32(seed.encode()))
    new = {name: _WORD.sub(lambda match: words.instead_of(match[0]), name) for name in sorted(old)}
    longest_first = sorted(new, key=lambda name: (-len(name), name))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?![^\W\d_]{2})(?!\d)")
    return lambda text: pattern.sub(lambda match: new[match[0]], text)


def _renamed_entry(entry: dict[str, Any], rename: Callable[[str], str]) -> dict[str, Any]:
    return {**entry, "name": rename(entry["name"]), "aliases": [rename(alias) for alias in entry.get("aliases", ())]}


def _spellings(entry: dict[str, Any]) -> tuple[str, ...]:
    return (entry["name"], *entry.get("aliases", ()))


class _Words:
    """Invented words, each given for one real word of the same shape; which ones depends on the seed."""

    def __init__(self, seed: int) -> None:
        self._given: dict[str, str] = {}
        self._fresh = {shape: _from(_lists()[shape], seed) for shape in ("capitalised", "camel", "initials", "lower", "letters")}

    def instead_of(self, word: str) -> str:
        """The invented word for a real one; words that only tell the kind, size or rank of a name stay."""
        if word.casefold() in _lists()["kept"]:
            return word
        if word not in self._given:
            self._given[word] = self._invented(word)
        return self._given[word]

    def _invented(self, word: str) -> str:
        stem, tail = (word[:-2], "AI") if word.endswith("AI") and len(word) > 3 else (word, "")
        fresh = next(self._fresh[_shape(stem)])
        return (fresh.upper() if stem.isupper() else fresh) + tail


def _shape(word: str) -> str:
    if len(word) == 1:
        return "letters"
    if word.islower():
        return "lower"
    if word.isupper() and len(word) <= 5:
        return "initials"
    return "camel" if any(letter.isupper() for letter in word[1:]) and not word.isupper() else "capitalised"


def _from(words: list[str], seed: int) -> Iterator[str]:
    """The words from a place in the list on, and once round they get an ending."""
    for turn in count():
        for place in range(len(words)):
            ending = _lists()["syllables"][turn - 1] if turn else ""
            yield words[(place + seed) % len(words)] + ending
