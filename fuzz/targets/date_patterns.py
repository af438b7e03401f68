"""The notation of date patterns, and what the regular expressions made of them do on any text."""

from __future__ import annotations

from claimscan.find.dates import find_dates
from claimscan.rulebook.date_compiler import Compiler
from claimscan.rulebook.date_notation import Vocabulary
from claimscan.rulebook.located import Map, Problems, Text
from claimscan.rulebook.rules import Place
from fuzz.bytes import text_of

HERE = Place("dates.yml", 1, 1)
VOCABULARY = Vocabulary(
    values={"month": {"01": ("January", "Jan", "Jan."), "05": ("may",)}, "unit": {"D": ("day", "days"), "Y": ("years", "y-ear")}},
    words={"last": ("last", "the last", "o'clock"), "the": ("the", "a")},
)


def check(data: bytes) -> None:
    """A pattern is refused at a place in it, or finds dates in bounded time."""
    pattern, _, text = text_of(data).partition("\n")
    problems = Problems()
    keys = {"id": "a", "pattern": pattern, "value": "{year}-01-01", "examples": "a", "counterexamples": "b"}
    node = Map(tuple((Text(key, HERE), Text(value, HERE, 0)) for key, value in keys.items()), HERE)
    compiler = Compiler(VOCABULARY, problems)
    rule = compiler.rule(node)
    assert all(problem.line == 1 and 1 <= problem.column <= len(pattern) + 1 for problem in problems)
    if rule is not None and not list(problems):
        grammar = compiler.grammar((rule,), (), ())
        for sample in (text, "a" * 60 + " " * 60 + "a a a a a the the last last 2020 1 1 1 Jan January may 5 5 5 5 o'clock"):
            found = find_dates(sample, grammar, "2025-01-30")
            assert all(0 <= date.span.start < date.span.end <= len(sample) for date in found)
