"""What is read of a text to judge its plain words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimscan.find.places import last_blank
from claimscan.find.surroundings import Surroundings
from claimscan.model import Entity, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import ShapeWords

QUOTES = "\"“”„‚‘’«»*_`'"
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)[ \u00a0]$")
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_][\w-]*)")
_WINDOW = 40
_SENTENCE = 200
_BESIDE, _FAR = 100, 250


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its nouns for models (by start and by end), where its sure models stand, and a recogniser's guesses by start.

    `model_starts` are where the models begin, `noun_edges` where nouns begin or end; all in order.
    """

    text: str
    nouns: Mapping[int, int]
    noun_starts: Mapping[int, int]
    models: Sequence[Span]
    model_starts: Sequence[int]
    noun_edges: Sequence[int]
    around: Surroundings
    catalogue: Catalogue
    guesses: Mapping[int, Entity]

    @property
    def words(self) -> ShapeWords:
        """The word lists of shapes.yml."""
        return self.catalogue.words

    def word_before(self, place: int) -> re.Match[str] | None:
        """The word that stands right before a place, but for a blank; its group 1."""
        if not self.text[place - 1 : place].isspace():
            return None
        first = max(0, place - _WINDOW)
        return _WORD_BEFORE.search(self.text, last_blank(self.text, first, place - 1), place)

    def word_after(self, place: int) -> str | None:
        """The word that stands right after a place, but for a blank."""
        match = _NEXT_WORD.match(self.text, place)
        return match.group(1) if match else None

    def earlier(self, place: int) -> str:
        """What stands before a place in its sentence, at most some twenty words of it."""
        number = self.around.sentence(place)
        start = self.around.ends[number - 1] + 1 if number else 0
        return self.text[max(start, place - _SENTENCE) : place]

    def neighbours(self, span: Span) -> tuple[Span | None, Span | None]:
        """The sure models before and after a name."""
        before, after = bisect_left(self.model_starts, span.start), bisect_right(self.model_starts, span.start)
        return self.models[before - 1] if before else None, self.models[after] if after < len(self.models) else None

    def is_near_noun(self, span: Span) -> bool:
        """Whether a noun for a model stands near enough to show what a name is."""
        noun = bisect_left(self.noun_edges, span.start - _WINDOW)
        return noun < len(self.noun_edges) and self.noun_edges[noun] < span.end + _FAR

    def is_near_model(self, span: Span) -> bool:
        """Whether a sure model stands near enough to show what a name is."""
        left, right = self.neighbours(span)
        return (left is not None and span.start - left.end <= _BESIDE) or (right is not None and right.start - span.end <= _BESIDE)

    def gap(self, left: Span, right: Span, longest: int) -> str | None:
        """What stands between two names; None where that is longer."""
        return self.text[left.end : right.start] if right.start - left.end <= longest else None
