"""All words that the rules of all languages speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from claimscan.rulebook.books import Rulebook
from claimscan.rulebook.notation import fold
from claimscan.rulebook.rules import NAMES, Phrase, Phrases

_SHORTEST_STEM = 4


class Vocabulary:
    """Answers whether a word stands in a rule; the words are gathered when it is first asked."""

    def __init__(self, languages: Mapping[str, Rulebook]) -> None:
        self._languages = languages
        self.has = lru_cache(maxsize=20_000)(self._stands)  # texts use few words often

    def _stands(self, word: str) -> bool:
        """Whether a word stands in a rule, whole or as the beginning or end of words."""
        form = fold(word)
        if form in self._tests:
            return True
        ends = range(_SHORTEST_STEM, len(form))
        return any(f"{form[:end]}*" in self._tests or f"*{form[end - _SHORTEST_STEM + 1 :]}" in self._tests for end in ends)

    @cached_property
    def _tests(self) -> frozenset[str]:
        return frozenset(test for book in self._languages.values() for phrase in _phrases(book) for test in phrase)


def _phrases(book: Rulebook) -> Iterator[Phrase]:
    """The phrases of all rules and word classes of a language, but for those of names."""
    classes = (words for name, words in book.facts.classes.items() if not name.startswith(NAMES))
    for phrases in (*classes, *book.aspects.kinds.values(), book.aspects.introduced_by, book.aspects.excluded):
        yield from phrases
    for rules in (book.claims, book.cues, book.anaphors, book.groups, book.results):
        elements = (element for rule in rules for pattern in rule.patterns for element in pattern.elements)
        lists = {id(each.alternatives): each.alternatives for each in elements if isinstance(each, Phrases)}  # many rules share one
        yield from (phrase for alternatives in lists.values() for phrase in alternatives)
