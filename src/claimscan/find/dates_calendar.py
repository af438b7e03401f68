"""Calendar arithmetic on TIMEX3 values: `2025-01-29`, `2025-W05`, `2025-W05-WE`, `2025-Q3`, `2025-H1`, `2025-SU`, `2025`, `199`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from claimscan.rulebook.date_values import SEASONS, Unit

UNITS = tuple(Unit)
"""The units from fine to coarse."""

_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(\d|WE))?\Z")
_PART = re.compile(r"(\d{4})-(?:Q(\d)|H(\d)|(SP|SU|FA|WI))\Z")
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


@lru_cache(maxsize=4096)
def bounds(value: str) -> tuple[date, date] | None:
    """The first and last day of a value; None if there is no such day, or it is coarser than a decade or incomplete."""
    try:
        if len(value) == 3 and value.isdecimal():
            return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
        if week := _WEEK.match(value):
            return _week_bounds(int(week[1]), int(week[2]), week[3])
        if part := _PART.match(value):
            year = int(part[1])
            first = int(part[2]) * 3 - 2 if part[2] else int(part[3]) * 6 - 5 if part[3] else SEASONS[part[4]]
            return _months(year, first, 6 if part[3] else 3)
        if plain := _PLAIN.match(value):
            year = int(plain[1])
            if plain[3]:
                day = date(year, int(plain[2]), int(plain[3]))
                return day, day
            return _months(year, int(plain[2]), 1) if plain[2] else _months(year, 1, 12)
    except (ValueError, OverflowError):
        return None
    return None


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    """The first and last day of `count` months."""
    after = year * 12 + first - 1 + count
    return date(year, first, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def _week_bounds(year: int, week: int, part: str | None) -> tuple[date, date]:
    """The first and last day of a week, of its weekend, or of one of its days."""
    first, last = (6, 7) if part == "WE" else (int(part), int(part)) if part else (1, 7)
    return date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)


@lru_cache(maxsize=4096)
def unit_of(value: str) -> Unit:
    """The unit that a value is precise to; halves and seasons count as quarters."""
    if week := _WEEK.match(value):
        return Unit.WEEK if week[3] in (None, "WE") else Unit.DAY
    if _PART.match(value):
        return Unit.QUARTER
    return {3: Unit.DECADE, 4: Unit.YEAR, 7: Unit.MONTH, 10: Unit.DAY}.get(len(value), Unit.DECADE)


def as_fine_as(value: str, unit: Unit) -> bool:
    """Whether a value is precise to this unit or a finer one."""
    return UNITS.index(unit_of(value)) <= UNITS.index(unit)


def containing(day: date, unit: Unit) -> str:
    """The value of the day, week, month ... that a day lies in."""
    if unit is Unit.WEEK:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit is Unit.QUARTER:
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return day.isoformat()[: {Unit.DAY: 10, Unit.MONTH: 7, Unit.YEAR: 4, Unit.DECADE: 3}[unit]]


def shifted(value: str, steps: int, unit: Unit) -> str | None:
    """The unit that lies `steps` units from the one around a value; None if the value is not that precise."""
    found = bounds(value)
    if not found:
        return None
    if not as_fine_as(value, unit):
        return value if steps == 0 else None
    day = found[0]
    try:
        if unit in (Unit.DAY, Unit.WEEK):
            return containing(day + timedelta(days=steps * (7 if unit is Unit.WEEK else 1)), unit)
        months = day.year * 12 + day.month - 1 + steps * {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}[unit]
        return containing(date(months // 12, months % 12 + 1, 1), unit)
    except (ValueError, OverflowError):
        return None


def plain(value: str) -> str:
    """A day of a week as its day of the month; any other value as it is."""
    found = bounds(value)
    return found[0].isoformat() if found and _WEEK.match(value) and unit_of(value) is Unit.DAY else value


def candidates(form: str, around: date) -> Iterator[str]:
    """The dates around a day that an incomplete value can mean, from early to late."""
    if form.startswith("XXXX-WXX"):
        for weeks in range(-2, 3):
            yield from _valid(containing(_near(around, weeks * 7), Unit.WEEK) + form[8:])
    elif form.startswith("XXXX-XX"):
        for months in range(-2, 3):
            moved = shifted(around.isoformat(), months, Unit.MONTH)
            yield from _valid(f"{moved}{form[7:]}")
    elif form.startswith("XXXX"):
        for year in range(around.year - 4, around.year + 5):
            yield from _valid(f"{year:04}{form[4:]}")


def _near(day: date, days: int) -> date:
    """A day moved, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _valid(value: str) -> Iterator[str]:
    if bounds(value):
        yield plain(value)


def completed(form: str, anchor: str) -> str | None:
    """An incomplete value with what it leaves open taken from another; None if that does not tell it."""
    found = bounds(anchor)
    if not found:
        return None
    if form.startswith("XXXX-WXX"):
        whole = containing(found[0], Unit.WEEK) + form[8:] if as_fine_as(anchor, Unit.WEEK) else ""
    elif form.startswith("XXXX-XX"):
        whole = containing(found[0], Unit.MONTH) + form[7:] if as_fine_as(anchor, Unit.MONTH) else ""
    elif form.startswith("XXXX"):
        whole = containing(found[0], Unit.YEAR) + form[4:] if as_fine_as(anchor, Unit.YEAR) else ""
    else:
        whole = form
    return plain(whole) if whole and bounds(whole) else None
