"""What is read of a text to judge its plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claimscan.find.surroundings import Surroundings
from claimscan.model import Entity, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import ShapeWords

QUOTES = "\"“”„‚‘’«»*_`'"
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)[ \u00a0]$")
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_][\w-]*)")
_WINDOW = 40
_SENTENCE = 200


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its nouns for models (by start and by end), where its sure models stand, and a recogniser's guesses by start."""

    text: str
    nouns: Mapping[int, int]
    noun_starts: Mapping[int, int]
    models: tuple[Span, ...]
    around: Surroundings
    catalogue: Catalogue
    guesses: Mapping[int, Entity]

    @property
    def words(self) -> ShapeWords:
        """The word lists of shapes.yml."""
        return self.catalogue.words

    def word_before(self, place: int) -> re.Match[str] | None:
        """The word that stands right before a place, but for a blank; its group 1."""
        return _WORD_BEFORE.search(self.text, max(0, place - _WINDOW), place)

    def word_after(self, place: int) -> str | None:
        """The word that stands right after a place, but for a blank."""
        match = _NEXT_WORD.match(self.text, place)
        return match.group(1) if match else None

    def earlier(self, place: int) -> str:
        """What stands before a place in its sentence, at most some twenty words of it."""
        number = self.around.sentence(place)
        start = self.around.ends[number - 1] + 1 if number else 0
        return self.text[max(start, place - _SENTENCE) : place]

    def gap(self, left: Span, right: Span, longest: int) -> str | None:
        """What stands between two names; None where that is longer."""
        return self.text[left.end : right.start] if right.start - left.end <= longest else None
