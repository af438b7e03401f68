"""The notation of date patterns, compiled to regular expressions of bounded length.

`{slot}` a number or one of the words under `values`, `<list>` one of the words under `words`, `(a | b c)` alternatives,
`?` after any of these, a word or a sign makes it optional, a blank stands for blanks with at most one line break
(none beside a `|` that has blanks on both sides),
`-` for every hyphen and dash, `'` for every apostrophe, `*` for up to 30 letters; a backslash makes the next sign a plain one. A word written in
small letters also stands for the one with a capital, no word with a capital stands for one without.
Nothing repeats, so that each attempt takes bounded time whatever the text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import NoReturn

from claimscan.rulebook.located import Problems, Text, did_you_mean

MAX_OPTIONAL = 12
NUMBER = "0"
"""The key under which patterns stand that begin with a digit."""

_YEAR = r"(?:1\d{3}|20\d{2}|21\d{2})(?!\d)"
NUMERIC: Mapping[str, str] = {
    "year": _YEAR,
    "modern": r"(?:19\d\d|20[0-4]\d)(?!\d)",
    "yy": r"\d{2}(?!\d)",
    "m": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "mm": r"(?:1[0-2]|0[1-9])(?!\d)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "dd": r"(?:3[01]|[12]\d|0[1-9])(?!\d)",
    "week": r"(?:5[0-3]|[1-4]\d|0?[1-9])(?!\d)",
    "quarter": r"[1-4](?!\d)",
    "half": r"[12](?!\d)",
    "decade": r"(?:1\d|20)\d0(?!\d)",
    "tens": r"[1-9]0(?!\d)",
    "century": r"(?:2[01]|1\d|[1-9])(?!\d)",
    "n": r"\d{1,3}(?!\d)",
}
"""Slots that stand for digits; one that also stands under `values` takes the words there besides."""

SAMPLES: Mapping[str, str] = {name: "2020" if name in ("year", "modern", "decade") else "20" if name in ("yy", "tens", "century") else "1" for name in NUMERIC}

_BLANK = r"(?:[^\S\n]{1,3}|[^\S\n]{0,2}\n[^\S\n]{0,2})"
_SOME_LETTERS = r"\w{0,30}"
_DASH, _APOSTROPHE = "[-\u2010\u2011\u2013\u2014]", "['\u2019]"
_SIGNS = re.compile(
    r"(?:\s+(?=\|\s))?(?P<bar>\|)(?:(?<=\s\|)\s+)?|(?P<blank>\s+)|\{(?P<slot>[a-z]+)(?P<index>\d?)\}|<(?P<list>[^<>]*)>"
    r"|\\(?P<plain>\S)|(?P<sign>[()?*{}<>\\])|(?P<char>[^\W\d_]+|.)"
)
_KEY = re.compile(r"[^\W\d_]+|\d|['’]")


class _Broken(Exception):
    """A pattern is wrong; carries the offset and what is wrong."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that patterns speak of: values with their words, and plain lists."""

    values: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Piece:
    """A compiled piece: its expression, how it can begin, and whether it can be empty."""

    expression: str
    keys: frozenset[str]
    empty: bool = False


def fold(words: str) -> str:
    """The form in which words are looked up: small letters, straight apostrophe, single blanks."""
    return " ".join(words.replace("’", "'").casefold().split())


def parse(text: Text, vocabulary: Vocabulary, slots: dict[str, str], problems: Problems) -> Piece | None:
    """The compiled pattern; None, with a problem noted, if it is wrong. Adds group name -> slot to `slots`."""
    parser = _Parser(text.value, vocabulary, slots)
    try:
        return parser.whole()
    except _Broken as broken:
        problems.add(text.at(broken.args[0]), broken.args[1])
        return None


def words_expression(words: Sequence[str]) -> str:
    """An expression for any of the words, the longest first."""
    ordered = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_word(word) for word in ordered) + ")"


def _word(word: str) -> str:
    """One word or phrase in the forms that it stands for."""
    spelled = _spelled(word)
    if word[0].islower():
        return f"(?:{spelled}|{_spelled(word[0].upper() + word[1:])}|{_spelled(word.upper())})"
    return f"(?:{spelled}|{_spelled(word.upper())})" if len(word) > 2 and word != word.upper() else spelled


def _spelled(characters: str) -> str:
    return "".join({" ": _BLANK, "-": _DASH, "'": _APOSTROPHE}.get(char) or re.escape(char) for char in characters)


def _keys(words: Sequence[str]) -> frozenset[str]:
    return frozenset(_key(word) for word in words)


def _key(word: str) -> str:
    """What a text token must be for the word to begin there; empty where that cannot be told."""
    found = _KEY.match(word)
    if not found:
        return ""
    first = found.group()
    return NUMBER if first.isdigit() else "'" if first in "'’" else first.casefold()


class _Parser:
    """Reads one pattern from left to right."""

    def __init__(self, source: str, vocabulary: Vocabulary, slots: dict[str, str]) -> None:
        self.vocabulary = vocabulary
        self.slots = slots
        self.signs = list(_SIGNS.finditer(source))
        self.at = 0
        self.optional = 0
        self.numbers = count(len(slots))

    def whole(self) -> Piece:
        piece = self._alternatives()
        if self.at < len(self.signs):
            self._fail("this ')' closes nothing")
        if piece.empty:
            self._fail("a pattern must hold more than optional parts")
        return piece

    def _fail(self, what: str) -> NoReturn:
        offset = self.signs[self.at].start() if self.at < len(self.signs) else 0
        raise _Broken(offset, what)

    def _peek(self) -> str | None:
        """The sign that comes next, if it is one that means something."""
        return (self.signs[self.at]["bar"] or self.signs[self.at]["sign"]) if self.at < len(self.signs) else None

    def _alternatives(self) -> Piece:
        pieces = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            pieces.append(self._sequence())
        if len(pieces) == 1:
            return pieces[0]
        expression = "(?:" + "|".join(piece.expression for piece in pieces) + ")"
        return Piece(expression, frozenset().union(*(piece.keys for piece in pieces)), any(piece.empty for piece in pieces))

    def _sequence(self) -> Piece:
        pieces = list(self._items())
        keys: frozenset[str] = frozenset()
        for piece in pieces:
            keys |= piece.keys
            if not piece.empty:
                break
        return Piece("".join(piece.expression for piece in pieces), keys, all(piece.empty for piece in pieces))

    def _items(self) -> Iterator[Piece]:
        while self.at < len(self.signs) and self._peek() not in ("|", ")"):
            piece = self._item()
            self.at += 1
            if self._peek() == "?":
                self.at += 1
                self.optional += 1
                if self.optional > MAX_OPTIONAL:
                    self.at -= 1
                    self._fail(f"more than {MAX_OPTIONAL} optional parts")
                piece = Piece(f"(?:{piece.expression})?", piece.keys, empty=True)
            yield piece

    def _item(self) -> Piece:
        sign = self.signs[self.at]
        if sign["blank"]:
            return Piece(_BLANK, frozenset({""}))
        if sign["slot"]:
            return self._slot(sign["slot"], sign["index"])
        if sign["list"] is not None:
            return self._list(sign["list"].strip())
        if sign["sign"] == "(":
            self.at += 1
            inner = self._alternatives()
            if self._peek() != ")":
                self.at -= 1
                self._fail("a '(' is not closed")
            return Piece(f"(?:{inner.expression})", inner.keys, inner.empty)
        if sign["sign"] == "*":
            return Piece(_SOME_LETTERS, frozenset({""}), empty=True)
        if sign["sign"]:
            self._fail(f"'{sign['sign']}' cannot stand here; put a backslash before it to mean the sign itself")
        text = sign["plain"] or sign["char"]
        return Piece(_word(text) if text.isalpha() else _spelled(text), frozenset({_key(text)}))

    def _list(self, name: str) -> Piece:
        words = self.vocabulary.words.get(name)
        if words is None:
            self._fail(f"no list '{name}' under 'words'{did_you_mean(name, self.vocabulary.words)}")
        return Piece(words_expression(words), _keys(words))

    def _slot(self, name: str, index: str) -> Piece:
        values = self.vocabulary.values.get(name, {})
        words = [word for value in values.values() for word in value]
        digits = NUMERIC.get(name, "")
        if not words and not digits:
            self._fail(f"unknown slot '{name}'{did_you_mean(name, (*NUMERIC, *self.vocabulary.values))}")
        group = f"{name}_{next(self.numbers)}"
        self.slots[group] = name + index
        expression = "|".join((*([words_expression(words)] if words else []), *([digits] if digits else [])))
        return Piece(f"(?P<{group}>{expression})", _keys(words) | ({NUMBER} if digits else frozenset()))
