"""Headlines in capitals, letter for letter in their place, as a sentence would write them: only names keep theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from claimscan.find.folding import fold_text, small
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.catalogue_index import Role, Spelling
from claimscan.rulebook.naming import Context, fold

Known = Callable[[str], bool]
"""Whether a word is one that rules speak of."""

_LINE = re.compile(r"[^\n]+")
_PROSE = re.compile(r"(?<![\w-])[^\W\d_A-ZÄÖÜ][^\W\d_]{3}")
_WORD = re.compile(r"(?<!\d)[^\W\d_]+(?:-[^\W\d_]{2,})*(?!\d)")
_NUMBERED = re.compile(r"[ -]?\d")
_LONG = re.compile(r"[^\W\d_]{4,}")
# Letters that are small beside digits and apostrophes: 8x7B, 4o, OpenAI's.
_SMALL = re.compile(r"(?<=\d)X(?=\d)|(?<=\d)O(?!\w)|(?<=['’])S(?!\w)")
_FEWEST_WORDS = 3
_ABBREVIATION = 3
_FEW = 30


def recased(text: str, catalogue: Catalogue, known: Known) -> str:
    """The text with the lines in capitals, or with a capital for each word, as a sentence is written; its length stays."""
    loud = [found for found in _LINE.finditer(text) if _is_loud(found[0])]
    if not loud:
        return text
    pieces, quiet, done = [], [], 0
    for found in loud:
        quiet.append(text[done : found.start()])
        done = found.end()
    quiet.append(text[done:])
    recaser = _Recaser(catalogue, known, _Spellings(" ".join(quiet)))
    done = 0
    for found in loud:
        pieces += [text[done : found.start()], recaser.line(found[0])]
        done = found.end()
    return "".join([*pieces, text[done:]])


def _is_loud(line: str) -> bool:
    """Whether every longer word of a line has a capital, and there are several."""
    return _PROSE.search(line) is None and len(_LONG.findall(line)) >= _FEWEST_WORDS


class _Spellings:
    """How ordinary lines write words, told by their small letters: in these where they do so anywhere, else as they do first.

    A few words are looked for one by one, which is soon done; for more, all words of the lines are gathered.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked: dict[str, str | None] = {}

    def of(self, low: str) -> str | None:
        """How a word is written; None where it does not stand there."""
        if low not in self._asked:
            self._asked[low] = self._looked_for(low) if len(self._asked) < _FEW else self._all.get(low)
        return self._asked[low]

    def _looked_for(self, low: str) -> str | None:
        first = None
        at = self._small.find(low)
        while at >= 0:
            end = self._text.find(" ", at)
            end = end if end >= 0 else len(self._text)
            written = [word for word in _WORD.findall(self._text[self._text.rfind(" ", 0, at) + 1 : end]) if word.lower() == low]
            if low in written:
                return low
            first = first or next(iter(written), None)
            at = self._small.find(low, end)
        return first

    @cached_property
    def _small(self) -> str:
        """The lines in small letters."""
        return small(self._text)

    @cached_property
    def _all(self) -> Mapping[str, str]:
        """All words by their small letters."""
        found: dict[str, str] = {}
        for word in dict.fromkeys(_WORD.findall(self._text)):
            low = word.lower()
            found[low] = low if word == low else found.get(low, word)
        return found


class _Recaser:
    """Writes lines in capitals as sentences are written."""

    def __init__(self, catalogue: Catalogue, known: Known, spellings: _Spellings) -> None:
        self._catalogue = catalogue
        self._known = known
        self._spellings = spellings

    def line(self, line: str) -> str:
        """The line with names as the catalogue has them, words that rules know in small letters, others with a capital."""
        shouted = not any(map(str.islower, line))
        parts = sorted([*self._names(line), *((word.start(), word[0], None) for word in _WORD.finditer(line))], key=lambda each: each[0])
        pieces, done, named = [], 0, False
        for start, surface, name in parts:
            if start < done:
                continue
            gap = line[done:start]
            named = (named and gap in (" ", "-")) or gap[-2:-1].isdigit()
            written = name or surface
            if name is None and (shouted or _is_titled(surface)):
                written = self._word(surface, named=named, first=not line[:start].strip())
            opener = named and fold(surface.lower()) in self._catalogue.all_openers
            named = opener or (written[0].isupper() and (name is not None or not self._known(surface.lower())))
            pieces += [gap, written]
            done = start + len(written)
        whole = "".join([*pieces, line[done:]])
        return _SMALL.sub(lambda found: found[0].lower(), whole) if shouted else whole

    def _names(self, line: str) -> Iterator[tuple[int, str, str]]:
        """Where names stand that are no everyday words, as written and as spelled; of overlapping ones the longest."""
        folded = fold_text(line)
        found = []
        for start, end, spellings in self._catalogue.index.find(folded.text):
            around = folded.text[max(0, start - 1) : start] + folded.text[end : end + 1]
            numbered = _NUMBERED.match(folded.text, end) is not None
            spelled = next((each.plain for each in spellings if _is_name(each, numbered=numbered)), None)
            everyday = not numbered and self._known(folded.text[start:end])
            if spelled and not everyday and not any(map(str.isalpha, around)):
                first, last = folded.place(start), folded.place(end - 1) + 1
                found.append((first, last, _with_case(line[first:last], spelled)))
        taken = -1
        for first, last, written in sorted(found, key=lambda each: (each[0], -each[1])):
            if written and first >= taken:
                taken = last
                yield first, line[first:last], written

    def _word(self, word: str, *, named: bool, first: bool) -> str:
        """One word; `named` says that a name or a number stands right before it, `first` that it opens the line."""
        low = word.lower()
        if len(low) != len(word) or len(word) == 1:
            return word
        words = self._catalogue.words
        if named and fold(low) in self._catalogue.all_openers:
            return word.capitalize()
        if (elsewhere := self._spellings.of(low)) is not None:
            return elsewhere
        if any(word.capitalize() in known for known in (words.nouns, words.makers, words.naming, words.maker_endings)):
            return word.capitalize()
        if self._known(low) or fold(low) in words.stops:
            return low.capitalize() if first else low
        if "-" in word:
            return "-".join(self._word(part, named=False, first=False) for part in word.split("-"))
        return word if len(word) <= _ABBREVIATION or not word.isupper() else word.capitalize()


def _is_titled(word: str) -> bool:
    """Whether a word has one capital, at its start."""
    return word[1:].islower()


def _is_name(spelling: Spelling, *, numbered: bool) -> bool:
    """Whether a spelling is that of a name for sure: one that is no everyday word, or that has a number in it or behind it."""
    if spelling.owner is None or spelling.role not in (Role.NAME, Role.ALONE):
        return False
    return numbered or spelling.owner.context is Context.NONE or any(map(str.isdigit, spelling.plain))


def _with_case(surface: str, spelled: str) -> str | None:
    """A surface with the letters of a spelling; None where they are not the same letters."""
    letters = [character for character in spelled if character.isalnum()]
    places = [at for at, character in enumerate(surface) if character.isalnum()]
    if [surface[at].lower() for at in places] != [letter.lower() for letter in letters]:
        return None
    written = list(surface)
    for at, letter in zip(places, letters, strict=True):
        written[at] = letter
    return "".join(written)
