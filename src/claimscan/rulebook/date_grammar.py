"""How a language writes dates, in compiled form: what dates.yml becomes and the finder of dates reads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from claimscan.rulebook.date_pieces import Start
from claimscan.rulebook.rules import Examples, Place

CONTEXT = 48
"""How many characters before a date its `after` and `not_after` patterns see."""


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """An expression compiled when it is first needed: a grammar holds many that a text never asks for."""
    return re.compile(expression)


@dataclass(frozen=True, slots=True)
class Shape:
    """One pattern as a regular expression.

    `slots` tells which slot each group of the expression is, `starts` with which words it can begin, `followed` whether it
    looks at what stands behind its end.
    """

    expression: str
    slots: Mapping[str, str] = field(default_factory=dict)
    starts: frozenset[Start] = frozenset()
    followed: bool = False

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """The match that begins at `start`."""
        return compiled(self.expression).match(text, start)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return compiled(self.expression).search(text)


@dataclass(frozen=True, slots=True)
class DateRule:
    """How a kind of date is written, and its value.

    `after` must (`not_after` must not) match up to the start of the date, `not_before` must not match at its end.
    """

    id: str
    value: str
    shapes: tuple[Shape, ...]
    place: Place
    after: Shape | None = None
    not_after: Shape | None = None
    not_before: Shape | None = None
    trials: Examples = field(default_factory=Examples)


Candidate = tuple[DateRule, Shape]


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """How a language writes dates, compiled.

    `starts` tells for each beginning (the key of the first word, and of the second one, or nothing for any or none) which rules and
    shapes can begin so. `values` tells what the words of a slot stand for. `never` matches what looks like a date and is none, `ahead`
    words that speak of the future. `firsts` are the keys of the words with which a date or what is never one can begin, `never_firsts`
    of these alone.
    """

    rules: tuple[DateRule, ...]
    starts: Mapping[str, Mapping[str, tuple[Candidate, ...]]]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    never: Shape | None = None
    ahead: Shape | None = None
    firsts: frozenset[str] = frozenset()
    never_firsts: frozenset[str] = frozenset()

    def beginning_with(self, first: str, second: str) -> tuple[Candidate, ...]:
        """The rules and shapes that can begin with words of these keys."""
        seconds = self.starts.get(first, {})
        return seconds[second] if second in seconds else seconds.get("", ())

    @property
    def months(self) -> Mapping[str, int]:
        """The names of the months, in small letters, with their numbers."""
        return {name: int(value) for name, value in self.values.get("month", {}).items()}

    @property
    def calendar(self) -> frozenset[str]:
        """The names of months and weekdays that are no other words, in small letters."""
        return frozenset().union(*(self.values.get(slot, {}) for slot in ("plainmonth", "weekday")))


def by_start(rules: Sequence[DateRule]) -> Mapping[str, Mapping[str, tuple[Candidate, ...]]]:
    """The shapes of rules by how they begin; those that need but one word also with each second word that others need."""
    found: dict[str, dict[str, list[Candidate]]] = {}
    for rule in rules:
        for shape in rule.shapes:
            for start in sorted(shape.starts):
                first, second = (*start, "")[:2]
                found.setdefault(first, {}).setdefault(second, []).append((rule, shape))
    return {
        first: {second: (*own, *(seconds.get("", ()) if second else ())) for second, own in seconds.items()}
        for first, seconds in found.items()
    }
