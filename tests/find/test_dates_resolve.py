"""What relative and incomplete dates mean, by the day of publication or by the dates before them."""

import pytest

from claimscan.find.dates_calendar import bounds, candidates, completed, shifted, unit_of
from claimscan.find.dates_resolve import Value, resolve_all
from claimscan.rulebook.date_values import Unit, read_expression


def resolved(sources: list[str], reference: str | None, *, ahead: bool = False) -> list[str]:
    """The values of expressions that stand one after the other in a text."""
    expressions = [expression for source in sources if (expression := read_expression(source))]
    assert len(expressions) == len(sources)
    return [value.text for value in resolve_all([(expression, ahead) for expression in expressions], reference)]


@pytest.mark.parametrize(
    ("source", "reference", "value"),
    [
        ("today +0 day", "2025-01-30", "2025-01-30"),
        ("today +0 day", "2025-01", "2025-01"),
        ("today -1 day", "2025-01-01", "2024-12-31"),
        ("today -1 day", "2025-01", "REL"),
        ("today -1 day", None, "REL"),
        ("today -1 week", "2025-01-01", "2024-W52"),
        ("today -1 month", "2025-01", "2024-12"),
        ("today +1 quarter", "2025-11-30", "2026-Q1"),
        ("today -1 year", "2025", "2024"),
        ("today -1 decade", "2025-01-30", "201"),
        ("XXXX-12-20", "2025-01-10", "2024-12-20"),
        ("XXXX-01-05", "2024-12-20", "2025-01-05"),
        ("XXXX-08", "2025-06-15", "2025-08"),
        ("XXXX-12", "2025-06-01", "2024-12"),
        ("XXXX-03", "2025", "2025-03"),
        ("XXXX-01-29", None, "XXXX-01-29"),
        ("XXXX-02-29", "2025-06-01", "2024-02-29"),
        ("XXXX-SU", "2025-08-07", "2025-SU"),
        ("XXXX-WXX-2", "2025-01-30", "2025-01-28"),
        ("XXXX-WXX-4", "2025-01-30", "2025-01-30"),
        ("XXXX-WXX-4", "2025", "REL"),
        ("XXXX-WXX-4", None, "REL"),
        ("XXXX-WXX-4 before today", "2025-01-30", "2025-01-23"),
        ("XXXX-WXX-4 after today", "2025-01-30", "2025-02-06"),
        ("XXXX-WXX-WE", "2025-01-28", "2025-W04-WE"),
        ("XXXX-WXX-1 in today -1 week", "2025-01-30", "2025-01-20"),
        ("XXXX-05 in today -1 year", "2025-01-30", "2024-05"),
        ("XXXX-05 before today", "2025-01-30", "2024-05"),
        ("XXXX-05 before today", None, "REL"),
        ("2025-W05-3", None, "2025-W05-3"),
        ("then +2 day", "2025-01-30", "REL"),
    ],
)
def test_date_is_resolved_against_the_publication(source: str, reference: str | None, value: str) -> None:
    assert resolved([source], reference) == [value]


@pytest.mark.parametrize(("ahead", "value"), [(False, "2024-12"), (True, "2025-12")])
def test_sentence_about_the_future_means_the_coming_date(ahead: bool, value: str) -> None:
    assert resolved(["XXXX-12"], "2025-05-01", ahead=ahead) == [value]


@pytest.mark.parametrize(
    ("sources", "reference", "last"),
    [
        (["2024-05-30", "then +3 day"], None, "2024-06-02"),
        (["2024-05-30", "then -1 month"], None, "2024-04"),
        (["2024-05", "then +3 day"], None, "REL"),
        (["2024-05-30", "2023", "then +1 day"], None, "2024-05-31"),
        (["2019", "then +0 year"], "2025-01-30", "2019"),
        (["2025-12", "XXXX-12-02"], None, "2025-12-02"),
        (["2024-12", "XXXX-01"], None, "2025-01"),
        (["2023", "XXXX-01"], None, "XXXX-01"),
        (["2023-05", "XXXX-01"], "2025-02-01", "2025-01"),
        (["2024-05-02", "XXXX-WXX-1 after then"], None, "2024-05-06"),
        (["XXXX-05-30", "then +3 day"], None, "REL"),
    ],
)
def test_date_is_resolved_against_the_one_before(sources: list[str], reference: str | None, last: str) -> None:
    assert resolved(sources, reference)[-1] == last


@pytest.mark.parametrize(
    ("sources", "last"),
    [
        (["1940-05", "1941-06", "1941-12", "1942", "XXXX-08"], "1942-08"),
        (["1940-05", "1941-06", "1941-12", "1942-11", "XXXX-01"], "1943-01"),
        (["1940-05", "1941-06", "1941-12", "1942-11", "1812", "XXXX-12"], "1942-12"),
        (["1940-05", "1941-06", "1941-12", "1942-11", "today +0 year"], "1942"),
        (["1940-05", "2024-06", "2025-01", "2024-11", "XXXX-01"], "2025-01"),
    ],
)
def test_text_about_another_time_is_read_from_its_own_dates(sources: list[str], last: str) -> None:
    assert resolved(sources, "2025-01-30")[-1] == last


def test_value_tells_what_it_was_resolved_against() -> None:
    expressions = [expression for source in ("2024-05-02", "then +1 day", "today -1 day") if (expression := read_expression(source))]
    assert resolve_all([(expression, False) for expression in expressions], "2025-01-30") == (
        Value("2024-05-02"),
        Value("2024-05-03", "2024-05-02"),
        Value("2025-01-29", "2025-01-30"),
    )


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-W01", "2024-01-01", "2024-01-07"),
        ("2024-W01-WE", "2024-01-06", "2024-01-07"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-WI", "2024-12-01", "2025-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
    ],
)
def test_value_has_a_first_and_a_last_day(value: str, first: str, last: str) -> None:
    found = bounds(value)
    assert found is not None
    assert (found[0].isoformat(), found[1].isoformat()) == (first, last)


@pytest.mark.parametrize("value", ["2025-02-30", "2025-W54", "2025-13", "XXXX-01", "20", "REL", "0000", ""])
def test_value_without_days_has_no_bounds(value: str) -> None:
    assert bounds(value) is None


@pytest.mark.parametrize(
    ("value", "steps", "unit", "moved"),
    [
        ("9999-12-31", 1, Unit.DAY, None),
        ("0001-01-01", -1, Unit.YEAR, None),
        ("2025", 0, Unit.DAY, "2025"),
        ("2025", 1, Unit.DAY, None),
        ("2025-Q1", 1, Unit.YEAR, "2026"),
    ],
)
def test_value_is_moved_as_far_as_it_is_known(value: str, steps: int, unit: Unit, moved: str | None) -> None:
    assert shifted(value, steps, unit) == moved


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("2025-01-29", Unit.DAY),
        ("2025-W05", Unit.WEEK),
        ("2025-01", Unit.MONTH),
        ("2025-SU", Unit.QUARTER),
        ("2025", Unit.YEAR),
        ("199", Unit.DECADE),
    ],
)
def test_value_tells_its_unit(value: str, unit: Unit) -> None:
    assert unit_of(value) is unit


@pytest.mark.parametrize(
    ("form", "anchor", "whole"),
    [("XXXX-XX-05", "2025-03", "2025-03-05"), ("XXXX-XX-05", "2025", None), ("XXXX-05", "199", None)],
)
def test_incomplete_value_is_completed_by_another(form: str, anchor: str, whole: str | None) -> None:
    assert completed(form, anchor) == whole


@pytest.mark.parametrize("form", ["XXXX-05-02", "XXXX-XX-31", "XXXX-WXX-1", "XXXX-WXX-WE", "XXXX-Q1"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2025-06-01"])
def test_candidates_are_dates_in_order(form: str, day: str) -> None:
    limits = bounds(day)
    assert limits is not None
    firsts = [found[0] for value in candidates(form, limits[0]) if (found := bounds(value))]
    assert firsts
    assert firsts == sorted(firsts)
