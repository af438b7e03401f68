"""The notation of date patterns, compiled to regular expressions of bounded length.

`{slot}` a number or one of the words under `values`, `<list>` one of the words under `words`, `(a | b c)` alternatives; `?` after any
of these, a word or a sign makes it optional. A blank stands for blanks with at most one line break (for nothing beside a `|` that has
blanks on both sides), `-` for every hyphen and dash, `'` for every apostrophe, `*` for up to 30 letters; a backslash makes the next
sign a plain one. A word in small letters also stands for the one with a capital, one with a capital also for the one in capitals alone.
Nothing repeats, and a pattern that could match at one place in very many ways is refused, so that each attempt takes bounded time
whatever the pattern and the text are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import count
from typing import NoReturn

from claimscan.rulebook.date_pieces import LETTERS, LONG, SHORT, SPACE, YEAR, Piece, digits, either, glued, joined, maybe, words
from claimscan.rulebook.located import Problems, Text, did_you_mean
from claimscan.rulebook.umlauts import UMLAUTS

MAX_WAYS = 50_000
MAX_LENGTH = 200_000
MAX_STARTS = 100_000
MAX_NESTED = 20

NUMERIC: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "year": ("2020", r"(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?!\d)", (YEAR,)),
    "modern": ("2020", r"(?:19[0-9][0-9]|20[0-4][0-9])(?!\d)", (YEAR,)),
    "yy": ("20", r"[0-9]{2}(?!\d)", (SHORT,)),
    "m": ("1", r"(?:1[0-2]|0?[1-9])(?!\d)", (SHORT,)),
    "mm": ("01", r"(?:1[0-2]|0[1-9])(?!\d)", (SHORT,)),
    "day": ("1", r"(?:3[01]|[12][0-9]|0?[1-9])(?!\d)", (SHORT,)),
    "dd": ("01", r"(?:3[01]|[12][0-9]|0[1-9])(?!\d)", (SHORT,)),
    "week": ("1", r"(?:5[0-3]|[1-4][0-9]|0?[1-9])(?!\d)", (SHORT,)),
    "quarter": ("1", r"[1-4](?!\d)", (SHORT,)),
    "q": ("1", r"[1-4](?!\d)", (SHORT,)),
    "h": ("1", r"[12](?!\d)", (SHORT,)),
    "half": ("1", r"[12](?!\d)", (SHORT,)),
    "decade": ("2020", r"(?:1[0-9]|20)[0-9]0(?!\d)", (YEAR,)),
    "tens": ("20", r"[1-9]0(?!\d)", (SHORT,)),
    "century": ("20", r"(?:2[01]|1[0-9]|[1-9])(?!\d)", (SHORT,)),
    "n": ("1", r"[0-9]{1,3}(?!\d)", (SHORT, LONG)),
}
"""Slots that stand for digits, with an example and the keys of their numbers.

One that also stands under `values` takes the words there besides.
"""

_SIGNS = re.compile(
    r"(?:\s+(?=\|\s))?(?P<bar>\|)(?:(?<=\s\|)\s+)?|(?P<blank>\s+)|\{(?P<slot>[a-z]+)(?P<index>\d?)\}|<(?P<list>[^<>]*)>"
    r"|\\(?P<plain>\S)|(?P<sign>[()?*{}<>\\])|(?P<char>[^\W\d_]+|.)"
)


class _BrokenError(Exception):
    """A pattern is wrong; carries the offset and what is wrong."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that patterns speak of: values with their words, and plain lists."""

    values: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)


@lru_cache(maxsize=4096)  # texts use few of these words often
def fold(written: str) -> str:
    """The form in which words are looked up: small letters without umlauts, straight apostrophe, plain hyphen, single blanks."""
    return " ".join(re.sub("[\u2010\u2011\u2013\u2014]", "-", written.replace("’", "'")).translate(UMLAUTS).casefold().split())


def parse(text: Text, vocabulary: Vocabulary, slots: dict[str, str], problems: Problems) -> Piece | None:
    """The compiled pattern; None, with a problem noted at its place, if it is wrong. Adds group name and slot to `slots`."""
    try:
        return _Parser(text.value, vocabulary, slots).whole()
    except _BrokenError as broken:
        problems.add(text.at(broken.args[0]), broken.args[1])
        return None


class _Parser:
    """Reads one pattern from left to right."""

    def __init__(self, source: str, vocabulary: Vocabulary, slots: dict[str, str]) -> None:
        self.vocabulary = vocabulary
        self.slots = slots
        self.signs = list(_SIGNS.finditer(source))
        self.at = 0
        self.nested = 0
        self.numbers = count(len(slots))

    def whole(self) -> Piece:
        """The whole pattern."""
        piece = self._alternatives()
        if self.at < len(self.signs):
            self._fail("this ')' closes nothing")
        if piece.optional:
            self._fail("a pattern must hold more than optional parts")
        return piece

    def _fail(self, what: str) -> NoReturn:
        raise _BrokenError(self.signs[self.at].start() if self.at < len(self.signs) else 0, what)

    def _peek(self) -> str | None:
        """The sign that comes next, if it is one that means something."""
        return (self.signs[self.at]["bar"] or self.signs[self.at]["sign"]) if self.at < len(self.signs) else None

    def _alternatives(self) -> Piece:
        pieces = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            pieces.append(self._sequence())
        return either(pieces)

    def _sequence(self) -> Piece:
        whole = Piece("", optional=True)
        while self.at < len(self.signs) and self._peek() not in ("|", ")"):
            first = self.at
            piece = self._item()
            if glued(whole, piece):
                self.at = first
                self._fail("letters cannot be joined to letters; write each word out")
            if _too_large(whole, piece):
                self.at = first
                self._fail("the pattern can be read in too many ways; write two patterns, or fewer words")
            whole = joined(whole, piece)
        return whole

    def _item(self) -> Piece:
        piece = self._plain_item()
        self.at += 1
        if self._peek() != "?":
            return piece
        self.at += 1
        return maybe(piece)

    def _plain_item(self) -> Piece:
        """The piece at this sign, which is left as the last one read."""
        sign = self.signs[self.at]
        if sign["blank"]:
            return SPACE
        if sign["slot"]:
            return self._slot(sign["slot"], sign["index"])
        if sign["list"] is not None:
            return self._list(sign["list"].strip())
        if sign["sign"] == "(":
            return self._group()
        if sign["sign"] == "*":
            return LETTERS
        if sign["sign"]:
            self._fail(f"'{sign['sign']}' cannot stand here; put a backslash before it to mean the sign itself")
        return words([sign["plain"] or sign["char"]])

    def _group(self) -> Piece:
        opened = self.at
        self.nested += 1
        if self.nested > MAX_NESTED:
            self._fail(f"more than {MAX_NESTED} brackets in one another")
        self.at += 1
        piece = self._alternatives()
        self.nested -= 1
        if self._peek() != ")":
            self.at = opened
            self._fail("this '(' is not closed")
        return piece

    def _list(self, name: str) -> Piece:
        entries = self.vocabulary.words.get(name)
        if not entries:
            self._fail(f"no list '{name}' under 'words'{did_you_mean(name, self.vocabulary.words)}")
        return words(entries)

    def _slot(self, name: str, index: str) -> Piece:
        values = self.vocabulary.values.get(name, {})
        entries = [word for spellings in values.values() for word in spellings]
        pieces = [words(entries)] if entries else []
        if name in NUMERIC:
            pieces.append(digits(*NUMERIC[name][1:]))
        if not pieces:
            self._fail(f"unknown slot '{name}'{did_you_mean(name, (*NUMERIC, *self.vocabulary.values))}")
        group = f"{name}_{next(self.numbers)}"
        self.slots[group] = name + index
        piece = either(pieces)
        return replace(piece, expression=f"(?P<{group}>{piece.expression})")


def _too_large(left: Piece, right: Piece) -> bool:
    """Whether the one piece and then the other would make an expression that takes long to compile or to match."""
    return (
        left.ways * right.ways > MAX_WAYS
        or len(left.expression) + len(right.expression) > MAX_LENGTH
        or len(left.starts) * len(right.starts) > MAX_STARTS
    )
