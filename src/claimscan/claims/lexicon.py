"""The closed word classes of a language and the phrases of its rules, ready to be looked up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter

from claimscan.claims.kept import Kept
from claimscan.claims.sentences import Unit
from claimscan.claims.wordindex import PhraseSet, WordIndex
from claimscan.rulebook.rules import Facts, Phrase

_FORM = itemgetter(0)
_PARTING = ("boundaries", "relatives")
_DESCRIBING = ("model_nouns", "derivatives", "maker_links")
# Words of these classes never stand inside a noun phrase as a modifier of a name.
_FUNCTION = ("boundaries", "relatives", "prepositions", "conjunctions", "auxiliaries", "pronouns")


class Lexicon:
    """The word classes of a language by name, asked for membership of folded words and phrases."""

    def __init__(self, facts: Facts) -> None:
        self._classes = {name: PhraseSet(phrases) for name, phrases in facts.classes.items()}
        singles = WordIndex((phrase[0], name) for name, phrases in facts.classes.items() for phrase in phrases if len(phrase) == 1)
        self.classes = Kept(lambda form: frozenset(singles.find(form)))
        """The classes to which a folded word belongs."""
        self.parts = Kept(lambda form: not self.classes[form].isdisjoint(_PARTING))
        """Whether a folded word may begin a clause, a relative one or another."""
        self.describes = Kept(lambda form: not self.classes[form].isdisjoint(_DESCRIBING))
        """Whether a folded word may begin what speaks of a model by its maker or by another model."""
        self.abbreviations = frozenset(word.lower().rstrip(".") for word in facts.abbreviations)
        """The abbreviations in small letters, without their final stop."""
        self.ordinals = bool(facts.phrases("ordinals"))
        """Whether a number with a stop behind it is an ordinal."""
        words = {name: facts.single_words(name) for name in facts.classes}
        self._function = frozenset(w for name in _FUNCTION for w in words.get(name, ())) - words.get("determiners", frozenset())
        self._closed = self._function | words.get("verbs", frozenset())
        self._sets: dict[int, tuple[Sequence[Phrase], PhraseSet]] = {}
        self._bits: dict[Sequence[Phrase], int] = {}
        self._marks: Kept[int] | None = None

    def has(self, name: str, form: str) -> bool:
        """Whether a folded word belongs to a class."""
        return name in self.classes[form]

    def has_any(self, names: Collection[str], form: str) -> bool:
        """Whether a folded word belongs to one of some classes."""
        return not self.classes[form].isdisjoint(names)

    def said(self, units: Iterable[Unit]) -> frozenset[str]:
        """The classes to which any words of a sentence belong: a class that is not among them need not be looked for."""
        return frozenset().union(*map(self.classes.__getitem__, map(_FORM, units)))

    def common(self, form: str) -> bool:
        """Whether a word is a function word of any class: one that stands in most sentences."""
        return form in self._function or self.has("determiners", form)

    def closed(self, form: str) -> bool:
        """Whether a folded word is a function word or finite verb that ends a noun phrase."""
        return form in self._closed

    def length(self, name: str, units: Sequence[Unit], at: int) -> int:
        """How many units from `at` on form a member of the class; 0 for none."""
        found = self._classes.get(name)
        return found.longest(units, at) if found else 0

    def length_before(self, name: str, units: Sequence[Unit], at: int) -> int:
        """How many units right before `at` form a member of the class; 0 for none."""
        found = self._classes.get(name)
        return max(map(len, found.ending(units, at)), default=0) if found else 0

    def may_begin(self, name: str, form: str) -> bool:
        """Whether a member of a class may begin with a folded word."""
        found = self._classes.get(name)
        return found is not None and found.may_begin(form)

    def phrases(self, alternatives: Sequence[Phrase]) -> PhraseSet:
        """The index of these phrases, made when first asked for; rules share their word lists, so it is kept by identity."""
        known = self._sets.get(id(alternatives))
        if known is None:
            known = self._sets[id(alternatives)] = (alternatives, PhraseSet(alternatives))
        return known[1]

    def bit(self, alternatives: tuple[Phrase, ...]) -> int:
        """The one bit of these phrases in the marks of words."""
        if alternatives not in self._bits:
            self._bits[alternatives] = 1 << len(self._bits)
            self._marks = None
        return self._bits[alternatives]

    @property
    def marks(self) -> Mapping[str, int]:
        """By folded word the bits of the phrases that may begin with it."""
        if self._marks is None:
            index = WordIndex((phrase[0], bit) for alternatives, bit in self._bits.items() for phrase in alternatives)
            self._marks = Kept(lambda word: _union(index, word))
        return self._marks


def _union(index: WordIndex[int], word: str) -> int:
    """The bits of all values that a word finds, in one number."""
    bits = 0
    for bit in index.find(word):
        bits |= bit
    return bits
