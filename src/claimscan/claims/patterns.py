"""Patterns by the words that can anchor them in a sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter, or_
from typing import NamedTuple

from claimscan.claims.kept import Kept
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.marks import Marks, role_bit, word_bit
from claimscan.claims.sentences import Unit
from claimscan.claims.wordindex import Begun, PhraseSet, WordIndex
from claimscan.rulebook.rules import Element, Pattern, Phrase, Phrases, Slot, Start


class Needs(NamedTuple):
    """The marks of what must stand to the left and right of an anchor, and of what must follow it at once.

    `opening` is how many words at most stand before it, if the pattern begins with the sentence; -1 for any number.
    """

    left: int = 0
    right: int = 0
    next: int = 0
    opening: int = -1


class _Anchor(NamedTuple):
    """The element that anchors a pattern."""

    pattern: int
    element: int


class Hit(NamedTuple):
    """Where an element of a pattern may be anchored: the pattern, the element, the alternative, and what it needs around it."""

    pattern: int
    element: int
    words: Phrase
    needs: Needs


class Side(NamedTuple):
    """The elements to one side of an anchor in walking order, for each the marks of what it and those behind it need, and its phrases."""

    elements: tuple[Element, ...]
    needs: tuple[int, ...]
    phrases: tuple[PhraseSet, ...]


Place = tuple[int, Hit]
"""A position of a sentence, and what is anchored there."""

_ASIDES = frozenset("([,:–—-")
"""The signs of remarks and labels, which may stand before the words with which a sentence begins."""

_Alike = tuple[Needs, list[_Anchor]]
"""What is needed around the anchors of some patterns, and these."""

_Found = tuple[Phrase, int, Sequence[_Alike]]
"""Words, their number in the list that they are of, and what this list anchors."""


_Numbered = tuple[int, int, Hit]
"""What may be anchored, behind the numbers of its pattern and of its words in their list: the order in which hits are told."""


class _Group:
    """What an anchor phrase anchors by each list that it is of, with its number there; sorted by what is needed when it is first met."""

    def __init__(self, words: Phrase, lists: Sequence[tuple[int, Sequence[_Alike]]]) -> None:
        self.words = words
        self.lists = lists
        self._by_needs: tuple[tuple[Needs, list[_Numbered]], ...] | None = None

    def by_needs(self) -> tuple[tuple[Needs, list[_Numbered]], ...]:
        """What is needed, and what is anchored where it stands."""
        if self._by_needs is None:
            alike: dict[Needs, list[_Numbered]] = {}
            for number, own in self.lists:
                for needs, anchored in own:
                    hits = ((pattern, number, Hit(pattern, element, self.words, needs)) for pattern, element in anchored)
                    alike.setdefault(needs, []).extend(hits)
            self._by_needs = tuple(alike.items())
        return self._by_needs


@dataclass(frozen=True, slots=True)
class _Anchors:
    """What a word can anchor, and the smallest needs to the left and right of what it anchors by itself: where none is met, that is not."""

    least: tuple[tuple[int, int], ...]
    groups: Begun[_Group]


class PatternIndex:
    """Patterns by the words that can anchor them; made before the sentences that are looked at with it."""

    def __init__(self, patterns: Sequence[Pattern], lexicon: Lexicon) -> None:
        self.patterns = tuple(patterns)
        self._lexicon = lexicon
        self._sides: dict[int, tuple[Side, Side]] = {}
        lists = self._by_list()
        self._index = WordIndex((words[0], (words, at, own)) for listed, own in lists for at, words in enumerate(listed))
        self._anchors = Kept(lambda form: _anchors(self._index.find(form)))

    def _by_list(self) -> Iterator[tuple[Sequence[Phrase], Sequence[_Alike]]]:
        """The anchors of all patterns by their alternatives: many patterns share one list of words."""
        lists: dict[int, tuple[Sequence[Phrase], dict[Needs, list[_Anchor]]]] = {}
        for number, pattern in enumerate(self.patterns):
            anchor = _anchor(pattern, self._lexicon)
            element = pattern.elements[anchor]
            assert isinstance(element, Phrases)  # noqa: S101  the loader refuses patterns without words
            left, right = (self._needed(part) for part in (pattern.elements[:anchor], pattern.elements[anchor + 1 :]))
            following = self._needed([each for each in pattern.elements[anchor + 1 : anchor + 2] if isinstance(each, Phrases)])
            own = lists.setdefault(id(element.alternatives), (element.alternatives, {}))[1]
            opening = _opening(pattern.elements[:anchor])
            own.setdefault(Needs(left, right, following, opening), []).append(_Anchor(number, anchor))
        return ((listed, tuple(own.items())) for listed, own in lists.values())

    def _needed(self, elements: Sequence[Element]) -> int:
        """The marks of the slots and obligatory words among some elements."""
        needed = 0
        for element in elements:
            if isinstance(element, Slot):
                needed |= role_bit(element.role)
            elif isinstance(element, Phrases) and not element.optional:
                needed |= word_bit(self._lexicon.bit(element.alternatives))
        return needed

    def sides(self, hit: Hit) -> tuple[Side, Side]:
        """What a pattern looks for to the left and to the right of its anchor; worked out when it is first asked for."""
        known = self._sides.get(hit.pattern)
        if known is None:
            elements = self.patterns[hit.pattern].elements
            known = self._side(elements[: hit.element][::-1]), self._side(elements[hit.element + 1 :])
            self._sides[hit.pattern] = known
        return known

    def _side(self, elements: tuple[Element, ...]) -> Side:
        needs = accumulate((self._needed([element]) for element in reversed(elements)), or_)
        phrases = (self._lexicon.phrases(each.alternatives if isinstance(each, Phrases) else ()) for each in elements)
        return Side(elements, tuple(needs)[::-1], tuple(phrases))

    def beginning(self, form: str) -> Iterator[tuple[Phrase, int]]:
        """The patterns that phrases anchor which a folded word may begin, by the words still to come of these."""
        for words, _, own in self._index.find(form):
            yield from ((words[1:], anchor.pattern) for _, anchored in own for anchor in anchored)

    def hits(self, units: Sequence[Unit], marks: Marks) -> list[Place]:
        """Every place of a sentence at which a pattern is anchored that may find all it needs there."""
        known, before, after = self._anchors, marks.before, marks.after
        found: list[Place] = []
        for at, (form, _, _, mention) in enumerate(units):
            if mention is not None:
                continue
            anchors = known[form]
            if anchors is None:
                continue
            groups = anchors.groups.longer(units, at + 1) if anchors.groups.goes_on else ()
            for left, right in anchors.least:
                if right & after[at + 1] == right and left & before[at] == left:
                    groups = (*anchors.groups.alone, *groups)
                    break
            if groups:
                found += _hits_at(groups, units, marks, at)
        return found


def still_fitting(places: Iterable[Place], marks: Marks) -> list[Place]:
    """Those of the places that also find what they need by other marks of the same sentence."""
    return [(at, hit) for at, hit in places if _fits(hit.needs, marks, at, at + len(hit.words))]


def _hits_at(groups: Sequence[_Group], units: Sequence[Unit], marks: Marks, at: int) -> Sequence[Place]:
    """What is anchored at one place, of that of which the words stand there, in order of patterns."""
    found: list[_Numbered] = []
    before = marks.before[at]
    for group in groups:
        end = at + len(group.words)
        after, behind = marks.after[end], marks.here[end] if end < len(units) else 0
        for (left, right, following, opening), anchored in group.by_needs():
            fits = right & after == right and left & before == left and following & behind == following
            if fits and (opening < 0 or _may_open(units, at, opening)):
                found += anchored
    if len(found) > 1:
        found.sort(key=itemgetter(0, 1))
    return [(at, hit) for _, _, hit in found]


def _fits(needs: Needs, marks: Marks, start: int, end: int) -> bool:
    """Whether what is needed may stand around the words from a start to an end."""
    left, right, following, _ = needs
    if left & marks.before[start] != left or right & marks.after[end] != right:
        return False
    return not following or (end < len(marks.here) and following & marks.here[end] == following)


def _opening(elements: Sequence[Element]) -> int:
    """How many words there are at most in elements that begin with the sentence; -1 where there can be any number."""
    if not (elements and isinstance(elements[0], Start)):
        return -1
    longest = 0
    for element in elements[1:]:
        if not isinstance(element, Phrases):
            return -1
        longest += max(map(len, element.alternatives))
    return longest


def _may_open(units: Sequence[Unit], at: int, words: int) -> bool:
    """Whether so many words before a place, and remarks, a label or signs before or between them, can be all that stands there."""
    return at <= words or not units[0].form[0].isalnum() or any(unit.form in _ASIDES for unit in units[:at])


def _anchors(found: Iterable[_Found]) -> _Anchors | None:
    """What a word that finds these can anchor; None for nothing."""
    lists: dict[Phrase, list[tuple[int, Sequence[_Alike]]]] = {}
    for words, number, own in found:
        lists.setdefault(words, []).append((number, own))
    if not lists:
        return None
    distinct = {id(own): own for words, each in lists.items() if len(words) == 1 for _, own in each}
    least = _least({(needs.left, needs.right) for own in distinct.values() for needs, _ in own})
    return _Anchors(least, Begun((words[1:], _Group(words, each)) for words, each in lists.items()))


def _least(needs: Collection[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Those needs that are met wherever greater ones are: none of them holds all of another."""
    return tuple(sorted(each for each in needs if not any(other != each and _within(other, each) for other in needs)))


def _within(part: tuple[int, int], whole: tuple[int, int]) -> bool:
    return part[0] & whole[0] == part[0] and part[1] & whole[1] == part[1]


def _anchor(pattern: Pattern, lexicon: Lexicon) -> int:
    """The element that anchors a pattern: the first obligatory one whose words tell most."""
    able = [i for i, element in enumerate(pattern.elements) if isinstance(element, Phrases) and not element.optional]
    return min(able, key=lambda i: _stands_everywhere(pattern.elements[i], lexicon))


def _stands_everywhere(element: Element, lexicon: Lexicon) -> int:
    """How little the words of an element tell: 0 for telling ones, 1 with a sign, 2 with a function word, 3 with any word at all."""
    assert isinstance(element, Phrases)  # noqa: S101  only words anchor
    if any(not words[0].strip("*") for words in element.alternatives):
        return 3
    alone = [words[0].strip("*") for words in element.alternatives if len(words) == 1]
    if any(map(lexicon.common, alone)):
        return 2
    return int(any(not word[0].isalnum() for word in alone))
