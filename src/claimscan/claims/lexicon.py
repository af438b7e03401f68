"""The closed word classes of a language, ready to be looked up."""

from __future__ import annotations

from collections.abc import Sequence

from claimscan.claims.sentences import Unit
from claimscan.rulebook.rules import Facts, Phrase

# Words of these classes never stand inside a noun phrase as a modifier of a name.
_CLOSED = ("boundaries", "relatives", "prepositions", "conjunctions", "auxiliaries", "pronouns")


def word_fits(test: str, form: str) -> bool:
    """Whether a folded word passes a word test, `*` at either end standing for anything."""
    if test == form:
        return True
    if test.endswith("*"):
        return test[1:-1] in form if test.startswith("*") else form.startswith(test[:-1])
    return test.startswith("*") and form.endswith(test[1:])


def phrase_fits(phrase: Phrase, units: Sequence[Unit], at: int) -> bool:
    """Whether the words of a phrase stand at a position, none of them part of a name."""
    if at < 0 or at + len(phrase) > len(units):
        return False
    return all(units[at + k].mention is None and word_fits(w, units[at + k].form) for k, w in enumerate(phrase))


class Lexicon:
    """The word classes of a language by name, asked for membership of folded words and phrases."""

    def __init__(self, facts: Facts) -> None:
        self._phrases = {name: tuple(sorted(phrases, key=len, reverse=True)) for name, phrases in facts.classes.items()}
        self._words = {name: facts.single_words(name) for name in facts.classes}
        self._tests = {name: tuple(p[0] for p in phrases if len(p) == 1 and "*" in p[0]) for name, phrases in facts.classes.items()}
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
        return next((len(p) for p in self._phrases.get(name, ()) if phrase_fits(p, units, at)), 0)
