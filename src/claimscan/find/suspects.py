"""Plain words near a known model that may be models' names themselves, which only a claim about the two can show."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimscan.find.merging import taken_by
from claimscan.find.names import Scanned
from claimscan.find.places import Taken
from claimscan.find.shapes import Candidate
from claimscan.find.small import small_candidates
from claimscan.model import Entity, Kind, Mention, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import fold

Known = Callable[[str], bool]
"""Whether a word is one that rules speak of."""

_SMALL = r"[^\W\d_A-ZÄÖÜ]+"
_PLAIN = re.compile(rf"[A-ZÄÖÜ](?<![\w&'’.@#/-].){_SMALL}(?:[A-Z]{_SMALL}){{0,2}}(?<=...)(?![\w-]|[ \u00a0](?:[A-Z\d]|of(?!\w)))")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)|[\"”»)]?[^\S\n])")
_CAPITAL_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]*)[ \u00a0]$")
_COMMA = re.compile(r",|[ \u00a0][–—-]")
_PROPER = re.compile(r"(?<![\w-])[A-ZÄÖÜ][^\W\d_A-ZÄÖÜ]")
_PARTIES = (Kind.MODEL, Kind.VENDOR, Kind.BENCHMARK)
_WINDOW = 30
_LONGEST = 400
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A passage that names a model, and the plain words in it that may be names of models."""

    passage: Span
    words: tuple[Span, ...]


def suspicions(
    looked: Scanned,
    original: str,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    catalogue: Catalogue,
    known: Known,
    *,
    capital_nouns: bool,
) -> tuple[Suspicion, ...]:
    """The passages of a text in which a plain word stands near a model and may be one, too; in order of place.

    `original` is the text with its headings as they are written; `entities` are what a recogniser takes for names, unsure
    ones among them: no person is a model, and in a language that writes all nouns with capitals nothing is but what it takes
    for a name.
    """
    text = looked.text
    guesses = {each.span.start: each for each in entities}
    small = small_candidates(text, looked.found, catalogue)
    people = frozenset(word for each in entities if each.kind is Kind.PERSON for word in each.span.of(text).split())
    sentences = _Sentences.of(text)
    judge = _Judge(text, sentences, original, looked.words, people, guesses, small, catalogue, known, capital_nouns)
    starts = [each.span.start for each in mentions]
    found = []
    for passage in sentences.around(each.span for each in mentions if each.name.kind is Kind.MODEL):
        named = mentions[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        words = tuple(judge.words(passage, taken_by(each for each in named if each.name.known or each.name.kind in _PARTIES)))
        if words:
            found.append(Suspicion(passage, words))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of a text of some length, roughly cut: where the marks between them begin and end."""

    length: int
    marks: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str) -> _Sentences:
        """The sentences of a text."""
        marks = [mark.span() for mark in _SENTENCE_END.finditer(text)]
        return cls(len(text), [start for start, _ in marks], [end for _, end in marks])

    def before(self, place: int) -> int:
        """Where the sentence begins that ends before a place, or in which it lies."""
        ended = bisect_right(self.ends, place)
        return max(0, place - _LONGEST, self.ends[ended - 1] if ended else 0)

    def after(self, place: int) -> int:
        """Where the sentence ends that begins at a place, or in which it lies."""
        mark = bisect_left(self.marks, place)
        return min(self.length, place + _LONGEST, self.ends[mark] if mark < len(self.ends) else self.length)

    def around(self, names: Iterable[Span]) -> Iterator[Span]:
        """The sentences that hold one of these names, each with the one before and the one after it."""
        start = end = 0
        for name in names:
            first = self.before(self.before(name.start) - 1)
            if first > end:
                yield Span(start, end)
                start = first
            end = max(end, self.after(self.after(name.end)))
        yield Span(start, end)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Tells which words of a text may be names of models, by themselves and the words beside them.

    `written` are all of its words, `people` those of people's names.
    """

    text: str
    sentences: _Sentences
    original: str
    written: frozenset[str]
    people: frozenset[str]
    guesses: Mapping[int, Entity]
    small: Sequence[Candidate]
    catalogue: Catalogue
    known: Known
    capital_nouns: bool

    def words(self, passage: Span, named: Taken) -> Iterator[Span]:
        """The words of a passage that may be names; `named` is what is named in it already."""
        for match in _PLAIN.finditer(self.text, passage.start, passage.end):
            start, end = match.span()
            if named.touches(start, end) or not (self._is_guessed(start, end) and self._is_no_word(match.group())):
                continue
            span = Span(start, end)
            if self._stands_alone(span) and not self._is_titled(span):
                yield span
        yield from (span for span in self._small(passage) if not named.touches(span.start, span.end))

    def _small(self, passage: Span) -> Iterator[Span]:
        """The words in small letters that have a size, or in a passage without capitals a version or variant."""
        proper = _PROPER.search(self.text, passage.start, passage.end) is not None
        first = bisect_left(self.small, passage.start, key=lambda each: each.span.start)
        last = bisect_left(self.small, passage.end, key=lambda each: each.span.start)
        inside = (each for each in self.small[first:last] if passage.covers(each.span) and not self.known(each.head))
        return (each.span for each in inside if each.parts.size or not proper)

    def _is_no_word(self, surface: str) -> bool:
        """Whether a word is none that has another meaning: a listed one, one of the rules, a person's, one in small letters elsewhere."""
        words, low = self.catalogue.words, fold(surface)
        if low in self.catalogue.nameless or low in words.compared:
            return False
        return surface not in self.people and surface.lower() not in self.written and not self.known(low)

    def _is_guessed(self, start: int, end: int) -> bool:
        """Whether a recogniser speaks for a model, or, where a capital tells a name, not against one."""
        guess = self.guesses.get(start)
        if guess is None:
            return not self.capital_nouns
        if guess.span.end != end or guess.kind in (Kind.PERSON, Kind.BENCHMARK) or (guess.sure and guess.kind is Kind.VENDOR):
            return False
        return guess.kind is Kind.MODEL or not self.capital_nouns

    def _stands_alone(self, span: Span) -> bool:
        """Whether no other capitalised word stands before a word, and it is no adverb, plural or part of a noun that opens a sentence."""
        words, opening = self.catalogue.words, self.sentences.before(span.start)
        before = _CAPITAL_BEFORE.search(self.text, max(opening, span.start - _WINDOW), span.start)
        if before is not None:
            return not any(map(str.isalnum, self.text[opening : before.start()])) and fold(before.group(1)) in words.stops
        if any(map(str.isalnum, self.text[opening : span.start])):
            return True
        after = _WORD.search(self.text, span.end, span.end + _WINDOW)
        if after is not None and fold(after.group()) in words.compared:
            return False
        return not span.of(self.text).endswith(tuple(words.opening_endings)) and _COMMA.match(self.text, span.end) is None

    def _is_titled(self, span: Span) -> bool:
        """Whether a word stands in a heading that writes all its longer words with capitals: "Nimbus Leads the Charge", "Deep Dive"."""
        words = _WORD.findall(self.original, self.sentences.before(span.start), self.sentences.after(span.end))
        longer = [word for word in words if len(word) > _SHORT] or words
        return len(longer) > 1 and all(not word[0].islower() for word in longer)
