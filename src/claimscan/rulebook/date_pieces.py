"""The pieces that date patterns are made of: regular expressions of bounded length that know how they begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claimscan.rulebook.umlauts import UMLAUTS

Start = tuple[str, ...]
"""The keys of the first two words of a piece, or of the one that it has, or none."""

SHORT, LONG, YEAR = "0", "000", "0000"
"""The keys of digits: of one or two, of three or more than four, of four."""

TOKENS = re.compile(r"[^\W\d_]+|\d+|['’]")
"""The words of a text for the dates in it: letters, digits, or an apostrophe."""

BLANK = r"(?>[^\S\n]{0,2}\n[^\S\n]{0,2}|[^\S\n]{1,3})"
_MOST_LETTERS = 30
SOME_LETTERS = rf"\w{{0,{_MOST_LETTERS}}}"
_LETTERS = {chr(code): f"(?:{chr(code)}|{letters[0]}[{letters[1]}{letters[1].upper()}])" for code, letters in UMLAUTS.items()}
_SIGNS = {**_LETTERS, " ": BLANK, "-": "[-\u2010\u2011\u2013\u2014]", "'": "['\u2019]"}


@lru_cache(maxsize=20_000)  # texts use few words often
def key(word: str) -> str:
    """What a word of a text is looked up by: its small letters without umlauts, zeros for digits, a straight apostrophe."""
    if word.isdecimal():
        return SHORT if len(word) < 3 else YEAR if len(word) == 4 else LONG
    return "'" if word in "'’" else word.translate(UMLAUTS).casefold()


def keys(text: str) -> Start:
    """The keys of the first two words of a text."""
    return tuple(key(token) for token in TOKENS.findall(text)[:2])


@dataclass(frozen=True, slots=True)
class Piece:
    """An expression and how it begins and ends.

    `optional` says that it can match nothing, `on_sign` that it can begin with something else than a word, `on_letter` and
    `to_letter` that it can begin or end with a letter. `head` is the one character that it begins with, empty where there are several;
    `ways` is in how many ways at most it can match at one place.
    """

    expression: str
    starts: frozenset[Start] = frozenset({()})
    optional: bool = False
    on_sign: bool = False
    on_letter: bool = False
    to_letter: bool = False
    head: str = ""
    ways: int = 1


SPACE = Piece(BLANK, on_sign=True)
LETTERS = Piece(SOME_LETTERS, optional=True, on_sign=True, ways=_MOST_LETTERS + 1)


def digits(expression: str, keys_of_digits: Sequence[str]) -> Piece:
    """A piece that is a number with one of these keys."""
    return Piece(expression, frozenset((each,) for each in keys_of_digits))


def words(spellings: Sequence[str]) -> Piece:
    """A piece that is one of several words or phrases, the longest tried first."""
    ordered = sorted(dict.fromkeys(spellings), key=lambda word: (-len(word), word))
    folded = Counter(word.translate(UMLAUTS).casefold() for word in ordered)
    return Piece(
        "(?:" + "|".join(_spelled_word(word) for word in ordered) + ")" if len(ordered) > 1 else _spelled_word(ordered[0]),
        frozenset(keys(word) for word in ordered),
        on_sign=any(not TOKENS.match(word) for word in ordered),
        on_letter=any(word[0].isalpha() for word in ordered),
        to_letter=any(word[-1].isalpha() for word in ordered),
        head=_one_head(word[:1] for word in folded),
        ways=max(sum(folded[word[:end]] for end in range(1, len(word) + 1)) for word in folded),
    )


def _one_head(heads: Iterable[str]) -> str:
    """The head that all of these are; empty where they differ."""
    different = set(heads)
    return different.pop() if len(different) == 1 else ""


def maybe(piece: Piece) -> Piece:
    """The piece or nothing."""
    return replace(piece, expression=f"(?:{piece.expression})?", starts=piece.starts | {()}, optional=True, head="", ways=piece.ways + 1)


def either(pieces: Sequence[Piece]) -> Piece:
    """One of the pieces."""
    if len(pieces) == 1:
        return pieces[0]
    ways = Counter[str]()
    for piece in pieces:
        ways[piece.head] += piece.ways
    return Piece(
        "(?:" + "|".join(piece.expression for piece in pieces) + ")",
        frozenset().union(*(piece.starts for piece in pieces)),
        optional=any(piece.optional for piece in pieces),
        on_sign=any(piece.on_sign for piece in pieces),
        on_letter=any(piece.on_letter for piece in pieces),
        to_letter=any(piece.to_letter for piece in pieces),
        head=_one_head(ways),
        ways=ways[""] + max(count for head, count in ways.items() if head) if any(ways) else ways[""],
    )


def joined(left: Piece, right: Piece) -> Piece:
    """The one piece and then the other."""
    return Piece(
        left.expression + right.expression,
        frozenset((start + more)[:2] for start in left.starts for more in (right.starts if len(start) < 2 else ((),))),
        optional=left.optional and right.optional,
        on_sign=left.on_sign or (left.optional and right.on_sign),
        on_letter=left.on_letter or (left.optional and right.on_letter),
        to_letter=right.to_letter or (right.optional and left.to_letter),
        head=left.head if left.expression else right.head,
        ways=left.ways * right.ways,
    )


def glued(left: Piece, right: Piece) -> bool:
    """Whether letters of the one would run into letters of the other, so that their words could not be told apart."""
    return left.to_letter and right.on_letter


def _spelled_word(word: str) -> str:
    """A word or phrase in the forms that it stands for."""
    first, rest = word[0], _spelled(word[1:])
    if first.islower() and len(first.upper()) == 1:
        return f"(?:{_spelled(first)}|{_spelled(first.upper())}){rest}" if first in _LETTERS else f"[{first}{first.upper()}]{rest}"
    capitals = _spelled(word[1:].upper())
    return _spelled(first) + (f"(?:{rest}|{capitals})" if len(word) > 2 and rest != capitals else rest)


def _spelled(characters: str) -> str:
    """The expression for characters as written, with any blank, dash and apostrophe for those, and two letters for an umlaut."""
    return "".join(_SIGNS.get(char) or re.escape(char) for char in characters)
