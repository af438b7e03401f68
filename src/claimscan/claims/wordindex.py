"""Word tests and phrases, indexed so that a word finds the few that it may satisfy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from claimscan.claims.kept import Kept
from claimscan.claims.sentences import Unit
from claimscan.rulebook.rules import Phrase

Value = TypeVar("Value")


def word_fits(test: str, form: str) -> bool:
    """Whether a folded word passes a word test, `*` at either end standing for anything."""
    if test == form:
        return True
    if test[-1] == "*":
        return test[1:-1] in form if test[0] == "*" else form.startswith(test[:-1])
    return test[0] == "*" and form.endswith(test[1:])


def phrase_fits(phrase: Phrase, units: Sequence[Unit], at: int) -> bool:
    """Whether the words of a phrase stand at a position, none of them part of a name."""
    if at < 0 or at + len(phrase) > len(units):
        return False
    for test in phrase:
        form, _, _, mention = units[at]
        if mention is not None or not (test == form or word_fits(test, form)):
            return False
        at += 1
    return True


class WordIndex(Generic[Value]):
    """Values by word tests: whole words, beginnings (`beat*`), endings (`*modell`), and what may stand anywhere."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._exact: dict[str, list[Value]] = {}
        self._starts: dict[str, list[Value]] = {}
        self._ends: dict[str, list[Value]] = {}
        self._inner: dict[str, list[Value]] = {}
        for test, value in entries:
            if test.startswith("*") and test.endswith("*"):
                table = self._inner
            elif test.endswith("*"):
                table = self._starts
            else:
                table = self._ends if test.startswith("*") else self._exact
            table.setdefault(test.strip("*"), []).append(value)
        self._heads = sorted({len(stem) for stem in self._starts})
        self._tails = sorted({len(stem) for stem in self._ends})

    def find(self, form: str) -> Iterator[Value]:
        """The values whose test a folded word passes."""
        yield from self._exact.get(form, ())
        for length in self._heads:
            if length > len(form):
                break
            yield from self._starts.get(form[:length], ())
        for length in self._tails:
            if length > len(form):
                break
            yield from self._ends.get(form[-length:], ())
        for stem, values in self._inner.items():
            if stem in form:
                yield from values


class Begun(Generic[Value]):
    """Values by the words that are still to come of their phrases: none, or by the next one; sorted on when that is first met."""

    def __init__(self, found: Iterable[tuple[Phrase, Value]]) -> None:
        alone: list[Value] = []
        self._further: dict[str, list[tuple[Phrase, Value]]] = {}
        for phrase, value in found:
            if phrase:
                self._further.setdefault(phrase[0], []).append((phrase[1:], value))
            else:
                alone.append(value)
        self.alone = tuple(alone)
        self.goes_on = bool(self._further)
        free = [test for test in self._further if "*" in test]
        self._free = WordIndex((test, test) for test in free) if free else None
        self._met: dict[str, Begun[Value]] = {}

    def longer(self, units: Sequence[Unit], at: int) -> Sequence[Value]:
        """Those of phrases that go on, whose further words stand from a position on."""
        if not self._further or at == len(units):
            return ()
        form, _, _, mention = units[at]
        if mention is not None:
            return ()
        found = self._behind(form).at(units, at + 1) if form in self._further else ()
        for test in self._free.find(form) if self._free else ():
            found = (*found, *self._behind(test).at(units, at + 1))
        return found

    def at(self, units: Sequence[Unit], at: int) -> Sequence[Value]:
        """Those whose further words, if there are any, stand from a position on."""
        longer = self.longer(units, at)
        return (*self.alone, *longer) if longer else self.alone

    def _behind(self, test: str) -> Begun[Value]:
        """What comes behind a word."""
        if test not in self._met:
            self._met[test] = Begun(self._further[test])
        return self._met[test]


class PhraseSet:
    """Phrases, asked for those that begin or end at a position of a sentence."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        first = WordIndex((phrase[0], phrase) for phrase in phrases)
        last = WordIndex((phrase[-1], phrase) for phrase in phrases)
        self.longest_of_all = max(map(len, phrases), default=0)
        self._first = Kept(lambda form: _begun([(phrase[1:], (order, phrase)) for order, phrase in enumerate(first.find(form))]))
        self._last = Kept(lambda form: tuple(last.find(form)))

    def may_begin(self, form: str) -> bool:
        """Whether a phrase may begin with a folded word."""
        return self._first[form] is not None

    def starting(self, units: Sequence[Unit], at: int) -> Sequence[Phrase]:
        """The phrases whose words stand from a position on."""
        if not 0 <= at < len(units):
            return ()
        form, _, _, mention = units[at]
        begun = self._first[form]
        if begun is None or mention is not None:
            return ()
        found = begun.at(units, at + 1)
        return [phrase for _, phrase in (sorted(found) if len(found) > 1 else found)]

    def ending(self, units: Sequence[Unit], at: int) -> Sequence[Phrase]:
        """The phrases whose words stand right before a position."""
        if not 0 < at <= len(units):
            return ()
        form, _, _, mention = units[at - 1]
        found = self._last[form]
        if not found or mention is not None:
            return ()
        return [phrase for phrase in found if len(phrase) == 1 or phrase_fits(phrase, units, at - len(phrase))]

    def longest(self, units: Sequence[Unit], at: int) -> int:
        """How many units the longest phrase takes that stands from a position on; 0 for none."""
        if not 0 <= at < len(units):
            return 0
        form, _, _, mention = units[at]
        begun = self._first[form]
        if begun is None or mention is not None:
            return 0
        longer = begun.longer(units, at + 1) if begun.goes_on else ()
        return max([len(phrase) for _, phrase in longer], default=int(bool(begun.alone)))


def _begun(found: Sequence[tuple[Phrase, Value]]) -> Begun[Value] | None:
    """What a word begins; None for nothing."""
    return Begun(found) if found else None
