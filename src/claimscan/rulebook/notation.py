"""The pattern notation, and the tokenizer that patterns and texts share.

`{role}` a slot, `...` a few words, `<list>` a named word list, `(a | b c)` alternatives, `?` after a word, list
or group makes it optional, `^` and `$` the ends of the sentence, `*` any one word or the rest of one; a backslash
makes the next sign a plain one; all else stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple, NoReturn

from claimscan.rulebook.located import Problems, Text, did_you_mean
from claimscan.rulebook.rules import Element, End, Gap, Pattern, Phrase, Phrases, Place, Slot, Start
from claimscan.rulebook.umlauts import UMLAUTS

Lookup = Callable[[str], tuple[Phrase, ...] | str]
"""The phrases of a word list by name, or what is wrong with that name."""

MAX_ALTERNATIVES = 20_000
MAX_WORDS = 40
MAX_ELEMENTS = 60
MAX_NESTED = 20

# A word: letters, digits and combining marks, with a hyphen, apostrophe or (between digits) point or comma inside.
# What is attached to a word and no part of it ("it's", "they're", "company's") is a word of its own.
_LETTERS = r"[^\W_]++"
_MARKED = r"(?:[\u0300-\u036f\u00ad]++[^\W_]*+)*+"
_CLITIC = r"['’](?:[sS]|re|ve|ll|d|m)(?![^\W_])"
_JOINED = rf"(?:(?!{_CLITIC})(?:[-\u2010\u2011'’]|(?<=\d)[.,](?=\d)){_LETTERS}{_MARKED})*+"
_WORD = rf"{_LETTERS}(?:(?= )|{_MARKED}{_JOINED})"  # most words have a blank behind them: nothing else need be looked for
_SIGN = r"[^\w\s]|_"
_TOKEN = rf"{_WORD}|{_CLITIC}|--+|{_SIGN}"
_PATTERN = re.compile(
    rf"(?P<blank>\s+)|(?P<gap>\.\.\.|…)|\{{(?P<slot>[^{{}}]*)\}}|<(?P<list>[^<>]*)>|\\(?P<plain>\S)"
    rf"|(?P<sign>[(|)?^${{}}<>\\])|(?P<quote>\")|(?P<word>(?:\*-?)?(?:{_WORD})(?:-?\*)?|\*|{_TOKEN})"
)
_DASH = "\u2014"
_SAME = {**UMLAUTS, **str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None})}


def words(but: Collection[str] = ()) -> re.Pattern[str]:
    """What finds the words and signs of a text in order, some signs left out.

    Letters and digits with inner hyphens or apostrophes are one word (`state-of-the-art`, `doesn't`, `3x`), and so is
    a number with its points and commas (`86.1`); every other sign stands alone, but hyphens in a row are one dash.
    What is merely attached by an apostrophe is a word of its own (`it` `'s`, `they` `'re`, `company` `'s`).
    """
    unless = f"(?![{re.escape(''.join(sorted(but)))}])" if but else ""
    return re.compile(rf"{_WORD}|{_CLITIC}|--+|{unless}(?:{_SIGN})")


def fold(word: str) -> str:
    """The form in which words are compared: lower case, straight apostrophe, plain hyphen, `--` a dash, `ue` for `ü` and `ss` for `ß`."""
    if word[:2] == "--":
        return _DASH
    return word.lower() if word.isascii() else word.translate(_SAME).lower()


def parse_pattern(text: Text, lookup: Lookup, roles: Collection[str], problems: Problems) -> Pattern | None:
    """The compiled pattern; None, with a problem noted at the very sign, if it is wrong."""
    try:
        elements = _Parser(text, lookup).pattern(roles)
        _check(elements, text)
    except _WrongError as wrong:
        problems.add(wrong.place, wrong.what)
        return None
    return Pattern(tuple(element for element, _ in elements), text.value, text.place)


def parse_phrases(text: Text, lookup: Lookup, problems: Problems) -> tuple[Phrase, ...]:
    """The phrases that an entry of a word list stands for; none, with a problem noted, if it is wrong."""
    try:
        return _Parser(text, lookup).entry()
    except _WrongError as wrong:
        problems.add(wrong.place, wrong.what)
        return ()


class _WrongError(Exception):
    """What is wrong with a pattern, and where."""

    def __init__(self, place: Place, what: str) -> None:
        super().__init__(what)
        self.place = place
        self.what = what


class _Token(NamedTuple):
    """A part of a pattern; `kind` is word, list, slot, gap, quote, end, or the sign itself."""

    kind: str
    value: str
    offset: int


def _tokens(text: Text) -> list[_Token]:
    """The signs and words of a pattern, blanks left out, and its end."""
    found = []
    for match in _PATTERN.finditer(text.value):
        kind = match.lastgroup or ""
        if kind != "blank":
            value = match.group(kind)
            found.append(_Token(value if kind == "sign" else "word" if kind == "plain" else kind, value, match.start()))
    return [*found, _Token("end", "", len(text.value))]


_Located = tuple[Element, int]

_ENDS = frozenset({"|", ")", "end"})
_MARKS: Mapping[str, Element] = {"gap": Gap(), "^": Start(), "$": End()}
_REASONS = {
    "slot": "a slot cannot stand here, only words and lists",
    "quote": "'\"' would stand for that very sign; leave it out (write '\\\"' for the sign itself)",
    "gap": "'...' cannot stand here, only words and lists",
    "?": "'?' must follow a word, a list or a group (write '\\?' for the sign itself)",
    ")": "')' closes nothing",
    "|": "'|' stands outside of ( )",
    "^": "'^' stands only at the start of a pattern (write '\\^' for the sign itself)",
    "$": "'$' stands only at the end of a pattern (write '\\$' for the sign itself)",
    "{": "'{' is never closed",
    "<": "'<' is never closed (write '\\<' for the sign itself)",
    "\\": "'\\' must stand before a sign",
    "}": "'}' closes nothing",
    ">": "'>' closes nothing (write '\\>' for the sign itself)",
}
"""Why a part of a pattern cannot stand where it stands."""


class _Parser:
    """Reads one pattern, or one entry of a word list, from left to right."""

    def __init__(self, text: Text, lookup: Lookup) -> None:
        self._text = text
        self._lookup = lookup
        self._tokens = _tokens(text)
        self._at = 0
        self._nested = 0

    def pattern(self, roles: Collection[str]) -> list[_Located]:
        """The elements of the whole text with their offsets."""
        elements: list[_Located] = []
        before: Phrases | None = None
        while (token := self._tokens[self._at]).kind != "end":
            if len(elements) > MAX_ELEMENTS:
                self._wrong(token, f"a pattern of more than {MAX_ELEMENTS} parts; write two patterns")
            plain: Phrases | None = None
            if token.kind == "slot":
                elements.append((self._slot(token, roles), token.offset))
            elif token.kind in _MARKS:
                self._at += 1
                elements.append((_MARKS[token.kind], token.offset))
            else:
                choice = self._phrases(token)
                plain = choice if token.kind == "word" and not choice.optional else None
                if plain and before:
                    plain = _joined(before, plain)
                    if len(plain.alternatives[0]) > MAX_WORDS:
                        self._wrong(token, f"a phrase of more than {MAX_WORDS} words")
                    elements[-1] = (plain, elements[-1][1])
                else:
                    elements.append((choice, token.offset))
            before = plain
        return elements

    def entry(self) -> tuple[Phrase, ...]:
        """The phrases of the whole text, as an entry of a word list."""
        found = self._sequence()
        if self._tokens[self._at].kind != "end":
            self._stray(self._tokens[self._at])
        if () in found:
            self._wrong(self._tokens[0], "holds no word that must be there")
        if "*" in self._text.value and any(_vague(phrase) for phrase in found):
            self._wrong(self._tokens[0], "'*' alone stands for any word; it needs a word beside it")
        return found

    def _slot(self, token: _Token, roles: Collection[str]) -> Slot:
        role = token.value.strip()
        if role not in roles:
            known = did_you_mean(role, roles) or ("; one of " + ", ".join(roles) if roles else "; patterns of this file have no slots")
            self._wrong(token, f"unknown role '{role}'{known}")
        self._at += 1
        if self._tokens[self._at].kind == "?":
            self._wrong(self._tokens[self._at], "a slot cannot be optional; write two patterns")
        return Slot(role)

    def _phrases(self, first: _Token) -> Phrases:
        """A word, list or group as an element, with its notation."""
        alternatives, optional = self._choice()
        return Phrases(alternatives, optional, self._text.value[first.offset : self._tokens[self._at].offset].strip())

    def _choice(self) -> tuple[tuple[Phrase, ...], bool]:
        """What a word, list or group stands for, and whether a `?` makes it optional."""
        token = self._tokens[self._at]
        self._at += 1
        alternatives: tuple[Phrase, ...]
        if token.kind == "word":
            alternatives = ((self._test(token),),)
        elif token.kind == "list":
            alternatives = self._named(token)
        elif token.kind == "(":
            alternatives = self._group(token)
        else:
            self._stray(token)
        if self._tokens[self._at].kind == "?":
            self._at += 1
            return alternatives, True
        return alternatives, False

    def _group(self, opening: _Token) -> tuple[Phrase, ...]:
        """The alternatives of a group whose bracket has been read."""
        found: list[Phrase] = []
        self._nested += 1
        if self._nested > MAX_NESTED:
            self._wrong(opening, f"more than {MAX_NESTED} brackets in one another")
        while True:
            start = self._tokens[self._at]
            options = self._sequence()
            end = self._tokens[self._at]
            if end.kind == "end":
                self._wrong(opening, "'(' is never closed")
            if () in options:
                self._wrong(start, "an alternative without a word that must be there; put '?' after the group")
            found.extend(options)
            if len(found) > MAX_ALTERNATIVES:
                self._wrong(opening, f"stands for more than {MAX_ALTERNATIVES} phrases")
            self._at += 1
            if end.kind == ")":
                self._nested -= 1
                return tuple(dict.fromkeys(found))

    def _sequence(self) -> tuple[Phrase, ...]:
        """All the phrases that a run of words, lists and groups can be, up to `|`, `)` or the end."""
        found: tuple[Phrase, ...] = ((),)
        longest = 0
        while (token := self._tokens[self._at]).kind not in _ENDS:
            alternatives, optional = self._choice()
            options = (*alternatives, ()) if optional else alternatives
            if len(found) * len(options) > MAX_ALTERNATIVES:
                self._wrong(token, f"stands for more than {MAX_ALTERNATIVES} phrases")
            longest += max(map(len, alternatives), default=0)
            if longest > MAX_WORDS:
                self._wrong(token, f"a phrase of more than {MAX_WORDS} words")
            found = options if found == ((),) else tuple((*before, *after) for before in found for after in options)
        return found

    def _named(self, token: _Token) -> tuple[Phrase, ...]:
        found = self._lookup(token.value.strip())
        if isinstance(found, str):
            self._wrong(token, found)
        return found

    def _test(self, token: _Token) -> str:
        after = self._tokens[self._at]
        if token.value.endswith("*") and after.kind == "word" and after.offset == token.offset + len(token.value):
            self._wrong(token, "'*' stands at the start or end of a word")
        return fold(token.value)

    def _stray(self, token: _Token) -> NoReturn:
        self._wrong(token, _REASONS[token.kind])

    def _wrong(self, token: _Token, what: str) -> NoReturn:
        raise _WrongError(self._text.at(token.offset), what)


def _vague(phrase: Phrase) -> bool:
    """Whether any words at all would fit a phrase."""
    return all(test == "*" for test in phrase)


def _joined(first: Phrases, second: Phrases) -> Phrases:
    """Two runs of plain words as one element."""
    return Phrases(((*first.alternatives[0], *second.alternatives[0]),), source=f"{first.source} {second.source}")


def _check(elements: list[_Located], text: Text) -> None:
    """Refuse a pattern that cannot mean what it says."""
    last = len(elements) - 1
    for index, (element, offset) in enumerate(elements):
        if isinstance(element, Start) and index:
            raise _WrongError(text.at(offset), "'^' must stand first")
        if isinstance(element, End) and index != last:
            raise _WrongError(text.at(offset), "'$' must stand last (write '\\$' for the sign itself)")
        if isinstance(element, Gap) and index in (0, last):
            raise _WrongError(text.at(offset), "'...' at the edge of a pattern does nothing")
        if isinstance(element, Gap) and isinstance(elements[index - 1][0], Gap):
            raise _WrongError(text.at(offset), "'...' after '...' does nothing")
    required = [element for element, _ in elements if isinstance(element, Phrases) and not element.optional]
    if not required:
        raise _WrongError(text.place, "a pattern needs at least one word or list that must be there")
    if all(any(_vague(phrase) for phrase in element.alternatives) for element in required):
        raise _WrongError(text.place, "'*' alone stands for any word; the pattern needs a word beside it")
