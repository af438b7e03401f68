"""The notation of patterns, and what the matcher makes of any pattern on any sentence."""

from __future__ import annotations

from functools import cache

from claimscan.claims.arguments import find_arguments
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.match import find_matches
from claimscan.claims.patterns import PatternIndex
from claimscan.claims.scene import Scene, scene
from claimscan.claims.sentences import units
from claimscan.claims.walk import BUDGET
from claimscan.find.names import find_names
from claimscan.model import Span
from claimscan.rulebook.load import load_rulebooks
from claimscan.rulebook.located import Problems, Text
from claimscan.rulebook.notation import parse_pattern
from claimscan.rulebook.rules import Phrase, Place
from fuzz.bytes import text_of

BOOKS = load_rulebooks()
LEXICON = Lexicon(BOOKS.languages["en"].facts)
ROLES = ("subject", "object", "source", "benchmark", "value", "model")
LISTS: dict[str, tuple[Phrase, ...]] = {"a": (("a",), ("b", "a"), ("c*",)), "far": (("far",), ("by", "far"))}


def lookup(name: str) -> tuple[Phrase, ...] | str:
    """The phrases of a word list."""
    return LISTS.get(name, "unknown word list")


@cache
def stage_of(text: str) -> Scene:
    """A sentence ready to be matched."""
    row = units(text, Span(0, len(text)), find_names(text, BOOKS.catalogue))
    return scene(row, find_arguments(row, LEXICON, {}), LEXICON)


def check(data: bytes) -> None:
    """A pattern is refused at a place in it, or its readings stay within the sentence and the budget."""
    pattern, _, sentence = text_of(data).partition("\n")
    problems = Problems()
    found = parse_pattern(Text(pattern, Place("a.yml", 1, 1), 0), lookup, ROLES, problems)
    told = list(problems)
    assert (found is None) == bool(told)
    assert all(problem.line == 1 and 1 <= problem.column <= len(pattern) + 1 for problem in told)
    if found is None:
        return
    for text in (sentence, "a GPT-4o a b a by far a Qwen2.5-Max, which a 76.1 c on MMLU a a b (a Claude 3) a b."):
        stage = stage_of(text)
        for match in find_matches(stage, PatternIndex([found], LEXICON)):
            assert 0 <= match.trigger[0] <= match.trigger[-1] < len(stage.units)
            assert match.cost <= BUDGET
