"""The closed word classes of a language, ready to be looked up."""

from __future__ import annotations

from collections.abc import Sequence

from claimscan.claims.sentences import Unit
from claimscan.claims.wordindex import PhraseSet, word_fits
from claimscan.rulebook.rules import Facts, Phrase

# Words of these classes never stand inside a noun phrase as a modifier of a name.
_CLOSED = ("boundaries", "relatives", "prepositions", "conjunctions", "auxiliaries", "pronouns")


class Lexicon:
    """The word classes of a language by name, asked for membership of folded words and phrases."""

    def __init__(self, facts: Facts) -> None:
        self._classes = {name: PhraseSet(phrases) for name, phrases in facts.classes.items()}
        self._words = {name: facts.single_words(name) for name in facts.classes}
        self._tests = {name: tuple(p[0] for p in phrases if len(p) == 1 and "*" in p[0]) for name, phrases in facts.classes.items()}
        self._sets: dict[int, tuple[Sequence[Phrase], PhraseSet]] = {}
        self._closed = frozenset(w for name in _CLOSED for w in self._words.get(name, ())) - self._words.get("determiners", frozenset())

    def has(self, name: str, form: str) -> bool:
        """Whether a folded word belongs to a class."""
        return form in self._words.get(name, ()) or any(word_fits(test, form) for test in self._tests.get(name, ()))

    def common(self, form: str) -> bool:
        """Whether a word is a function word of any class: one that stands in most sentences."""
        return form in self._closed or self.has("determiners", form)

    def closed(self, form: str) -> bool:
        """Whether a folded word is a function word that ends a noun phrase."""
        return form in self._closed

    def length(self, name: str, units: Sequence[Unit], at: int) -> int:
        """How many units from `at` on form a member of the class; 0 for none."""
        found = self._classes.get(name)
        return found.longest(units, at) if found else 0

    def phrases(self, alternatives: Sequence[Phrase]) -> PhraseSet:
        """The index of these phrases, made when first asked for; rules share their word lists, so it is kept by identity."""
        known = self._sets.get(id(alternatives))
        if known is None:
            known = self._sets[id(alternatives)] = (alternatives, PhraseSet(alternatives))
        return known[1]
