"""The days that a date of any precision covers."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|Q([1-4])|H([12])))?")


def days(value: str | None) -> tuple[date, date] | None:
    """The first and the last day of a date, week, month, quarter, half or year; None where no year is known.

    Of what follows a year and is none of these, a season for one, only the year counts.
    """
    found = _DATE.match(value or "")
    if not found:
        return None
    year, month, day, week, quarter, half = (int(part or 0) for part in found.groups())
    try:
        if week:
            monday = date.fromisocalendar(year, week, 1)
            return monday, monday + timedelta(days=6)
        if day and month:
            return date(year, month, day), date(year, month, day)
        if month:
            return _months(year, month, 1)
        if quarter:
            return _months(year, 3 * quarter - 2, 3)
        if half:
            return _months(year, 6 * half - 5, 6)
        return _months(year, 1, 12)
    except (ValueError, OverflowError):
        return None


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    """The first and the last day of some months of a year."""
    after = first + count
    end = date(year, 12, 31) if after > 12 else date(year, after, 1) - timedelta(days=1)
    return date(year, first, 1), end
