"""Patterns by the words that can anchor them in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.sentences import Unit
from claimscan.claims.wordindex import WordIndex, phrase_fits
from claimscan.rulebook.rules import Pattern, Phrases


@dataclass(frozen=True, slots=True)
class Hit:
    """Where an element of a pattern may be anchored: the pattern, the element, the alternative."""

    pattern: int
    element: int
    words: tuple[str, ...]


class PatternIndex:
    """Patterns by the words that can anchor them."""

    def __init__(self, patterns: Sequence[Pattern], lexicon: Lexicon) -> None:
        self.patterns = tuple(patterns)
        self._anchors = WordIndex((hit.words[0], hit) for hit in self._hits(lexicon))

    def _hits(self, lexicon: Lexicon) -> Iterator[Hit]:
        """Every alternative of every pattern's anchor."""
        for number, pattern in enumerate(self.patterns):
            anchor = _anchor(pattern, lexicon)
            element = pattern.elements[anchor]
            assert isinstance(element, Phrases)  # noqa: S101  the loader refuses patterns without words
            for words in element.alternatives:
                yield Hit(number, anchor, words)

    def anchored(self, units: Sequence[Unit]) -> Iterator[tuple[int, Hit]]:
        """Every place of a sentence at which a pattern is anchored."""
        for at, unit in enumerate(units):
            if unit.mention is None:
                for hit in self._anchors.find(unit.form):
                    if phrase_fits(hit.words, units, at):
                        yield at, hit


def _anchor(pattern: Pattern, lexicon: Lexicon) -> int:
    """The element that anchors a pattern: the first obligatory one without function words, which stand everywhere."""
    able = [(i, e) for i, e in enumerate(pattern.elements) if isinstance(e, Phrases) and not e.optional]
    telling = (i for i, e in able if not any(len(words) == 1 and lexicon.common(words[0]) for words in e.alternatives))
    return next(telling, able[0][0])
