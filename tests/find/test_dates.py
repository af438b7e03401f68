"""Where dates are found, and where what looks like one is none."""

from functools import cache
from itertools import pairwise

import pytest

from claimscan.find.dates import find_dates, read_dates
from claimscan.model import Span
from claimscan.rulebook.date_grammar import DateGrammar, DateRule, compiled
from claimscan.rulebook.dates import NEUTRAL, load_dates
from claimscan.rulebook.located import Problems
from claimscan.rulebook.overlay import built_in


@cache
def grammar(language: str) -> DateGrammar:
    """The built-in grammar of a language."""
    problems = Problems()
    found = load_dates(built_in().root / language / "dates.yml", f"{language}/dates.yml", problems)
    problems.raise_if_any()
    assert found is not None
    return found


def found(text: str, language: str | None = None, reference: str | None = None) -> list[tuple[str, str]]:
    """The dates of a text with their values."""
    dates = find_dates(text, grammar(language) if language else NEUTRAL, reference)
    return [(date.span.of(text), date.value) for date in dates]


WITH_EXAMPLES = [(language, rule) for language in ("en", "de") for rule in grammar(language).rules if rule.trials.examples]


@pytest.mark.parametrize(("language", "rule"), WITH_EXAMPLES, ids=[f"{language}/{rule.id}" for language, rule in WITH_EXAMPLES])
def test_rule_is_the_one_that_reads_its_examples(language: str, rule: DateRule) -> None:
    read_by = {
        reading.rule.id
        for example in rule.trials.examples
        for reading in read_dates(example.text, grammar(language), next(iter(example.expects.get("reference", ())), None))
    }
    assert rule.id in read_by


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_expression_of_a_grammar_compiles(language: str) -> None:
    rules = grammar(language).rules
    contexts = [context for rule in rules for context in (rule.after, rule.not_after, rule.not_before) if context]
    assert all(compiled(shape.expression) for shape in (*contexts, *(shape for rule in rules for shape in rule.shapes)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-01-29", "2025-01-29"),
        ("2025/01/29", "2025-01-29"),
        ("2025.01.29", "2025-01-29"),
        ("29.1.2025", "2025-01-29"),
        ("29.01.2025", "2025-01-29"),
        ("2025-01", "2025-01"),
        ("04/2026", "2026-04"),
        ("2025-Q3", "2025-Q3"),
        ("Q4/2026", "2026-Q4"),
        ("Q1 2024", "2024-Q1"),
        ("H1 2023", "2023-H1"),
    ],
)
@pytest.mark.parametrize("language", [None, "en", "de"])
def test_dates_in_digits_are_found_in_every_language(language: str | None, text: str, value: str) -> None:
    assert found(f"({text})", language) == [(text, value)]


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-30",
        "2025-13-01",
        "31.11.2025",
        "1.2025-01-29",
        "$2025-01",
        "v2025-01",
        "2025-01%",
        "build/2025-01-29/x",
        "https://example.org/2025-01-29",
        "www.example.org/a?d=2025-01-29",
        "12025-01-29",
        "2025-01-295",
        "2025-01-29T",
        "2025-01-29_a",
        "#2025-01",
        "1,2025-01",
        "Modell-2025-01-29",
    ],
)
@pytest.mark.parametrize("language", [None, "en", "de"])
def test_digits_inside_something_else_are_no_date(language: str | None, text: str) -> None:
    assert text not in [words for words, _ in found(f" {text} ", language)]
    assert "2025-01-29" not in [words for words, _ in found(f" {text} ", language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It reads 2,048 tokens, scores 54.6 percent in section 3.5 and costs $2024."),
        ("en", "It may march on and fall behind; the second one may, too."),
        ("en", "Now, currently and recently it fell behind, as in past weeks."),
        ("en", "Trained for six months on 2000 GPUs, it gained 1999 points."),
        ("en", "Call 555-2024 or 2024-5550 and ask for error 2024."),
        ("en", "It is 5 times faster, 3-2 ahead, and runs at 10:30 or 3/4 of the speed."),
        ("de", "Es erreicht 54,6 Prozent, kostet 2024 Euro und liest 2.048 Token."),
        ("de", "Derzeit, jetzt und kürzlich fiel es zurück, wie in den vergangenen Wochen."),
        ("de", "Der 3. Platz und der 20. Rang gehen an das 2. Modell um 12.30 Uhr."),
        ("de", "Sie mag 3.5 lieber als 4.1 und zahlt 1.200 Euro."),
    ],
)
def test_what_looks_like_a_date_is_none(language: str, text: str) -> None:
    assert found(text, language) == []


def test_names_hold_no_dates() -> None:
    text = "On AIME 2024 it lost in 2024; GPT-4 may 2 win."
    taken = [Span(3, 12), Span(30, 35)]
    assert [date.span for date in find_dates(text, grammar("en"), None, taken)] == [Span(24, 28)]


def test_shorter_date_is_read_beside_a_name() -> None:
    text = "It came in May 2024 Turbo."
    dates = find_dates(text, grammar("en"), None, [Span(15, 25)])
    assert [(date.span.of(text), date.value) for date in dates] == [("May", "XXXX-05")]


@pytest.mark.parametrize("before", ["", "🧑‍🍳 ", "e\u0301 ", "\r\n\t", "x" * 100_000 + " "])
def test_offsets_count_code_points(before: str) -> None:
    text = f"{before}2025-01-29 and 2025-Q3."
    dates = find_dates(text, NEUTRAL, None)
    assert [date.span.of(text) for date in dates] == ["2025-01-29", "2025-Q3"]


def test_dates_are_sorted_and_do_not_overlap() -> None:
    text = "From March 30 to April 2, 2025, on May 3-5 and in 2023-2024, then last Tuesday in the summer of 2022."
    spans = [date.span for date in find_dates(text, grammar("en"), "2025-06-01")]
    assert len(spans) == 8
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "1.", "2025-", "January ", "the end of the ", "3. und ", "'", "http://", "\n", "in early late ", "ä"],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_monotonous_texts_are_read_to_their_end(language: str, piece: str) -> None:
    text = piece * 3_000 + " 29.01.2025"
    dates = find_dates(text, grammar(language), "2025-01-30")
    assert dates[-1].value == "2025-01-29" if piece != "http://" else dates == () or dates[-1].span.end == len(text)


@pytest.mark.parametrize("reference", [None, "2025", "2025-01", "2025-01-30", "0001-01-01", "9999-12-31"])
def test_every_reference_can_be_counted_from(reference: str | None) -> None:
    text = "Yesterday, last year, 99 decades ago, next Monday, in the winter, on February 29 and two days later."
    dates = find_dates(text, grammar("en"), reference)
    assert len(dates) == 7


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "2025" * 100])
def test_odd_texts_hold_no_date(text: str) -> None:
    assert find_dates(text, grammar("en"), None) == ()
