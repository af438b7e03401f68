"""All spellings of all names in one automaton, so that a text is scanned once whatever the catalogue's size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product
from typing import Any

import ahocorasick

from claimscan.rulebook.naming import Entry, Family, ShapeWords, fold, plain, scanned

UNSPACED = "\u2e80"
"""The sign from which on scripts have no blanks between words."""

_MOST_GAPS = 3
_LINKING = "svr"  # letters that may stand right behind a name: a genitive's, and those before a version's number


class Role(StrEnum):
    """What a spelling in the automaton stands for."""

    NAME = "name"
    ALONE = "alone"
    NEVER = "never"
    AI_WORD = "ai word"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a name, as written in the catalogue (`plain`: blanks for hyphens; `solid`: without them), with what it belongs to."""

    role: Role
    plain: str
    owner: Family | Entry | None
    solid: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "solid", self.plain.replace(" ", ""))


_Found = tuple[int, tuple[Spelling, ...]]
"""The length of a folded form and the spellings that have it."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Finds spellings in folded text."""

    automaton: Any

    def __getstate__(self) -> tuple[tuple[str, _Found], ...]:
        """What a copy is made of: spellings, never the automaton's own bytes, which its library would trust."""
        return tuple(self.automaton.items())

    def __setstate__(self, state: tuple[tuple[str, _Found], ...]) -> None:
        """Make a copy."""
        object.__setattr__(self, "automaton", _automaton(state))

    def find(self, folded: str) -> list[tuple[int, int, tuple[Spelling, ...]]]:
        """Every place `[start, end)` at which spellings stand, in order of their ends; hardly any of those within longer words."""
        framed = f" {folded} "  # what stands before and behind a place is then never missing
        return [
            (last - length, last, spellings)
            for last, (length, spellings) in (self.automaton.iter(framed) if len(self.automaton) else ())
            if not (
                ((edge := framed[last - length : last - length + 2]).isalpha() and (edge.isascii() or max(edge) < UNSPACED))
                or ((edge := framed[last : last + 2]).isalpha() and edge[1] not in _LINKING and (edge.isascii() or max(edge) < UNSPACED))
            )
        ]


def build_index(families: Iterable[Family], entries: Sequence[Entry], words: ShapeWords) -> Index:
    """The index of all spellings of these names."""
    found: dict[str, dict[Spelling, None]] = {}
    for spelling in _spellings(families, entries, words):
        for form in (*_forms(scanned(spelling.plain)), *_forms(fold(spelling.plain))):
            found.setdefault(form, {})[spelling] = None
    return Index(_automaton((form, (len(form), tuple(spellings))) for form, spellings in found.items()))


def _automaton(found: Iterable[tuple[str, _Found]]) -> Any:
    """An automaton that finds these forms."""
    automaton = ahocorasick.Automaton()
    for form, value in found:
        automaton.add_word(form, value)
    automaton.make_automaton()
    return automaton


def _spellings(families: Iterable[Family], entries: Sequence[Entry], words: ShapeWords) -> Iterator[Spelling]:
    owners: tuple[Family | Entry, ...] = (*families, *entries)
    for owner in owners:
        for name in (owner.name, *owner.aliases):
            yield Spelling(Role.NAME, plain(name), owner)
        for phrase in owner.never:
            yield Spelling(Role.NEVER, plain(phrase), owner)
        if isinstance(owner, Family):
            for word in owner.alone.values():
                yield Spelling(Role.ALONE, plain(word), owner)
    for word in sorted(words.ai):
        yield Spelling(Role.AI_WORD, word, None)
    for word in sorted(words.nouns):
        yield Spelling(Role.NOUN, word, None)


def _forms(folded: str) -> Iterator[str]:
    """The spellings of a folded name with and without a blank at each of its gaps."""
    words = folded.split(" ")
    if len(words) - 1 > _MOST_GAPS:
        yield folded
        yield "".join(words)
        return
    for gaps in product((" ", ""), repeat=len(words) - 1):
        yield words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))
