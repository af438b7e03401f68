"""Patterns by the words that can anchor them in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from claimscan.claims.kept import Kept
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.marks import Marks, role_bit, word_bit
from claimscan.claims.sentences import Unit
from claimscan.claims.wordindex import WordIndex, phrase_fits
from claimscan.rulebook.rules import Element, Pattern, Phrase, Phrases, Slot


class Needs(NamedTuple):
    """The marks of what must stand to the left and right of an anchor, and of what must follow it at once."""

    left: int = 0
    right: int = 0
    next: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """Where an element of a pattern may be anchored: the pattern, the element, the alternative, and what it needs around it."""

    pattern: int
    element: int
    words: Phrase
    needs: Needs


_Ordered = tuple[int, Hit]


@dataclass(frozen=True, slots=True)
class _Group:
    """The hits of one anchor phrase by their needs, with their order among all that its first word finds."""

    words: Phrase
    hits: tuple[tuple[Needs, tuple[_Ordered, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Anchors:
    """What a word can anchor: by itself, with a certain word behind it, or with one of several words behind it."""

    alone: tuple[_Group, ...] = ()
    paired: Mapping[str, tuple[_Group, ...]] = field(default_factory=dict)
    open: tuple[_Group, ...] = ()

    def at(self, units: Sequence[Unit], at: int) -> Sequence[_Group]:
        """Those whose words stand from a position on."""
        if not (self.paired or self.open):
            return self.alone
        longer = (*self.paired.get(units[at + 1].form, ()), *self.open) if at + 1 < len(units) else ()
        return (*self.alone, *(group for group in longer if phrase_fits(group.words, units, at)))


class PatternIndex:
    """Patterns by the words that can anchor them; made before the sentences that are looked at with it."""

    def __init__(self, patterns: Sequence[Pattern], lexicon: Lexicon) -> None:
        self.patterns = tuple(patterns)
        index = WordIndex((hit.words[0], hit) for hit in self._hits(lexicon))
        self._anchors = Kept(lambda form: _anchors(index.find(form)))

    def _hits(self, lexicon: Lexicon) -> Iterator[Hit]:
        """Every alternative of every pattern's anchor."""
        for number, pattern in enumerate(self.patterns):
            anchor = _anchor(pattern, lexicon)
            element = pattern.elements[anchor]
            assert isinstance(element, Phrases)  # noqa: S101  the loader refuses patterns without words
            left, right = (_needed(part, lexicon) for part in (pattern.elements[:anchor], pattern.elements[anchor + 1 :]))
            following = _needed([each for each in pattern.elements[anchor + 1 : anchor + 2] if isinstance(each, Phrases)], lexicon)
            for words in element.alternatives:
                yield Hit(number, anchor, words, Needs(left, right, following))

    def anchored(self, form: str) -> frozenset[int]:
        """The numbers of the patterns that a folded word may anchor."""
        anchors = self._anchors[form] or _Anchors()
        groups = (*anchors.alone, *anchors.open, *chain.from_iterable(anchors.paired.values()))
        return frozenset(hit.pattern for group in groups for _, hits in group.hits for _, hit in hits)

    def hits(self, units: Sequence[Unit], marks: Marks) -> Iterator[tuple[int, Hit]]:
        """Every place of a sentence at which a pattern is anchored that may find all it needs there."""
        known = self._anchors
        for at, anchors in [(at, known[unit.form]) for at, unit in enumerate(units) if unit.mention is None]:
            if anchors is None:
                continue
            lacking_before = ~marks.before[at]
            found: list[_Ordered] = []
            for group in anchors.at(units, at):
                end = at + len(group.words)
                lacking_after, lacking_here = ~marks.after[end], ~marks.here[end] if end < len(units) else -1
                for (left, right, following), hits in group.hits:
                    if not (left & lacking_before or right & lacking_after or following & lacking_here):
                        found += hits
            for _, hit in sorted(found, key=_order) if len(found) > 1 else found:
                yield at, hit

    def any_hit(self, units: Sequence[Unit], marks: Marks) -> bool:
        """Whether there is such a place."""
        return next(self.hits(units, marks), None) is not None


def _order(found: _Ordered) -> int:
    return found[0]


def _anchors(hits: Iterable[Hit]) -> _Anchors | None:
    """What a word that finds these hits can anchor; None for nothing."""
    ordered: dict[Phrase, dict[Needs, list[_Ordered]]] = {}
    for order, hit in enumerate(hits):
        ordered.setdefault(hit.words, {}).setdefault(hit.needs, []).append((order, hit))
    alone: list[_Group] = []
    free: list[_Group] = []
    paired: dict[str, list[_Group]] = {}
    for words, found in ordered.items():
        group = _Group(words, tuple((needs, tuple(alike)) for needs, alike in found.items()))
        (alone if len(words) == 1 else free if "*" in words[1] else paired.setdefault(words[1], [])).append(group)
    return _Anchors(tuple(alone), {word: tuple(groups) for word, groups in paired.items()}, tuple(free)) if ordered else None


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
