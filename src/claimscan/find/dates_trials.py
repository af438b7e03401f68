"""Whether the examples under date rules are read as they say."""

from __future__ import annotations

from claimscan.find.dates import DateReading, read_dates
from claimscan.model import Span
from claimscan.rulebook.date_grammar import DateGrammar, DateRule
from claimscan.rulebook.date_trials import DATE
from claimscan.rulebook.rules import Example


def misread(example: Example, grammar: DateGrammar, rule: DateRule | None = None) -> str | None:
    """What is read otherwise than an example says; None if all of it is right.

    The dates found must be the marked ones, with their values; with `rule` one of them at least must be read by that rule.
    """
    taken = [Span(planted.start, planted.end) for planted in example.planted if planted.role != DATE]
    reference = next(iter(example.expects.get("reference", ())), None)
    readings = read_dates(example.text, grammar, reference, taken)
    marked = [Span(planted.start, planted.end).of(example.text) for planted in example.planted if planted.role == DATE]
    expected = list(zip(marked, example.expects.get("value", ()), strict=False))
    found = [(reading.timex.span.of(example.text), reading.timex.value) for reading in readings]
    if found != expected:
        return f"expected {_told(expected)}, found {_told(found)}"
    if rule and expected and not any(reading.rule.id == rule.id for reading in readings):
        return f"read by {_rules(readings)}, not by this rule"
    return None


def _told(dates: list[tuple[str, str]]) -> str:
    return ", ".join(f"'{words}' = {value}" for words, value in dates) or "no date"


def _rules(readings: tuple[DateReading, ...]) -> str:
    return ", ".join(sorted({reading.rule.id for reading in readings}))
