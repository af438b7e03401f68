from datetime import date

import pytest

from claimscan.ledger.days import days


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025-01-29", date(2025, 1, 29), date(2025, 1, 29)),
        ("2025-W01", date(2024, 12, 30), date(2025, 1, 5)),
        ("2025-Q2", date(2025, 4, 1), date(2025, 6, 30)),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025-SU", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_date_covers_its_days(value: str, first: date, last: date) -> None:
    assert days(value) == (first, last)


@pytest.mark.parametrize("value", [None, "", "XXXX-01-29", "2025-13", "2025-02-30", "0000", "soon"])
def test_what_has_no_year_or_is_no_day_covers_none(value: str | None) -> None:
    assert days(value) is None
