"""The notation of patterns and word lists, and the marks in examples: read, never matched."""

from __future__ import annotations

from claimscan.rulebook.located import Problems, Text
from claimscan.rulebook.marks import read_marks
from claimscan.rulebook.notation import parse_pattern, parse_phrases, words
from claimscan.rulebook.rules import Phrase, Place
from fuzz.bytes import choice, text_of

HERE = Place("a.yml", 1, 1)
LISTS: dict[str, tuple[Phrase, ...]] = {"a": (("a",), ("b", "a"), ("c*",)), "far": (("far",), ("by", "far"))}


def lookup(name: str) -> tuple[Phrase, ...] | str:
    """The phrases of a word list."""
    return LISTS.get(name, "unknown word list")


def check(data: bytes) -> None:
    """What is wrong is told at a place in the text; what is right has a meaning."""
    kind, rest = choice(data, 4)
    text, problems = text_of(rest), Problems()
    if kind == 0:
        assert (parse_pattern(Text(text, HERE, 0), lookup, ("subject", "object"), problems) is None) == bool(list(problems))
    elif kind == 1:
        assert bool(parse_phrases(Text(text, HERE, 0), lookup, problems)) != bool(list(problems))
    elif kind == 2:
        plain, planted = read_marks(Text(text, HERE, 0), problems)
        assert all(0 <= mark.start < mark.end <= len(plain) for mark in planted)
    else:
        assert all(text[word.start() : word.end()] == word[0] != "" for word in words().finditer(text))
    assert all(problem.line == 1 and 1 <= problem.column <= len(text) + 1 for problem in problems)
