"""Patterns by the words that can anchor them in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimscan.claims.kept import Kept
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.marks import Marks, role_bit, word_bit
from claimscan.claims.sentences import Unit
from claimscan.claims.wordindex import WordIndex, phrase_fits
from claimscan.rulebook.rules import Element, Pattern, Phrase, Phrases, Slot


@dataclass(frozen=True, slots=True)
class Hit:
    """Where an element of a pattern may be anchored: the pattern, the element, the alternative.

    `left` and `right` are the marks of what must stand on either side, `follows` of what must stand right behind.
    """

    pattern: int
    element: int
    words: Phrase
    left: int = 0
    right: int = 0
    follows: int = 0


_Group = tuple[Phrase, tuple[tuple[int, Hit], ...]]


class PatternIndex:
    """Patterns by the words that can anchor them."""

    def __init__(self, patterns: Sequence[Pattern], lexicon: Lexicon) -> None:
        self.patterns = tuple(patterns)
        anchors = WordIndex((hit.words[0], hit) for hit in self._hits(lexicon))
        self._groups = Kept(lambda form: _grouped(anchors.find(form)))

    def _hits(self, lexicon: Lexicon) -> Iterator[Hit]:
        """Every alternative of every pattern's anchor."""
        for number, pattern in enumerate(self.patterns):
            anchor = _anchor(pattern, lexicon)
            element = pattern.elements[anchor]
            assert isinstance(element, Phrases)  # noqa: S101  the loader refuses patterns without words
            left, right = (_needed(part, lexicon) for part in (pattern.elements[:anchor], pattern.elements[anchor + 1 :]))
            follows = _needed([each for each in pattern.elements[anchor + 1 : anchor + 2] if isinstance(each, Phrases)], lexicon)
            for words in element.alternatives:
                yield Hit(number, anchor, words, left, right, follows)

    def hits(self, units: Sequence[Unit], marks: Marks, given: int = 0) -> Iterator[tuple[int, Hit]]:
        """Every place of a sentence at which a pattern is anchored that may find all it needs there; `given` needs no finding."""
        for at, unit in enumerate(units):
            groups = self._groups[unit.form] if unit.mention is None else ()
            before = marks.before[at] | given
            found: list[tuple[int, Hit]] = []
            for words, hits in groups:
                if len(words) == 1 or phrase_fits(words, units, at):
                    end = at + len(words)
                    after, here = marks.after[end] | given, marks.here[end] if end < len(units) else 0
                    found += [each for each in hits if not (each[1].left & ~before or each[1].right & ~after or each[1].follows & ~here)]
            for _, hit in sorted(found, key=_order) if len(groups) > 1 else found:
                yield at, hit


def _order(found: tuple[int, Hit]) -> int:
    return found[0]


def _grouped(hits: Iterator[Hit]) -> tuple[_Group, ...]:
    """The hits with their order, by their words."""
    groups: dict[Phrase, list[tuple[int, Hit]]] = {}
    for order, hit in enumerate(hits):
        groups.setdefault(hit.words, []).append((order, hit))
    return tuple((words, tuple(found)) for words, found in groups.items())


def _needed(elements: Sequence[Element], lexicon: Lexicon) -> int:
    """The marks of the slots and obligatory words among some elements."""
    needed = 0
    for element in elements:
        if isinstance(element, Slot):
            needed |= role_bit(element.role)
        elif isinstance(element, Phrases) and not element.optional:
            needed |= word_bit(lexicon.bit(element.alternatives))
    return needed


def _anchor(pattern: Pattern, lexicon: Lexicon) -> int:
    """The element that anchors a pattern: the first obligatory one without function words, which stand everywhere."""
    able = [(i, e) for i, e in enumerate(pattern.elements) if isinstance(e, Phrases) and not e.optional]
    telling = (i for i, e in able if not any(len(words) == 1 and lexicon.common(words[0]) for words in e.alternatives))
    return next(telling, able[0][0])
