"""The values that date rules give, before they are resolved: `{year}-{month}-{day}`, `today -1 day`, `XXXX-05 before today`.

A value is a TIMEX3 date in which an X stands for what the words leave open; or a point with a shift (`then +2 day`), where `today`
is the publication date and `then` the date last spoken of; or the first placed by the second: `in` it, the one `before` it, `after` it
or `near` it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

REL = "REL"
"""The value of a date that is relative to one that is not known."""

SEASONS: Mapping[str, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""TIMEX3's seasons with the month in which they begin."""

_SHAPES = (
    r"[X\d]{4}-(?:XX|0[1-9]|1[0-2])-(?:XX|0[1-9]|[12]\d|3[01])",
    r"[X\d]{4}-(?:XX|0[1-9]|1[0-2])",
    r"[X\d]{4}-(?:Q[1-4]|H[12]|SP|SU|FA|WI)",
    r"[X\d]{4}-W(?:XX|0[1-9]|[1-4]\d|5[0-3])(?:-(?:[1-7]|WE))?",
    r"[X\d]{4}",
    r"\d{2,3}",
)
_FORM = re.compile("(?:" + "|".join(_SHAPES) + r")\Z")
_EXPRESSION = re.compile(
    r"(?:(?P<form>[-\dA-Z]+)(?: (?P<relation>in|before|after|near)(?= ))?)?"
    r"(?: ?(?P<point>today|then)(?: (?P<sign>[+-]) ?(?P<steps>\d{1,3}) (?P<unit>day|week|month|quarter|year|decade))?)?\Z"
)
_SLOT = re.compile(r"\{([a-z]+\d?)\}")


class Relation(StrEnum):
    """How a form is placed by a point in time."""

    IN = "in"
    BEFORE = "before"
    AFTER = "after"
    NEAR = "near"


class Point(StrEnum):
    """From where a relative date is counted: the publication date, or the date last spoken of."""

    TODAY = "today"
    THEN = "then"


class Unit(StrEnum):
    """The steps and the precision of a relative date."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point in time and how far to go from it; no unit leaves the point as it is."""

    point: Point
    steps: int = 0
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """A value to resolve: a form, an anchor, or a form placed by an anchor."""

    form: str | None = None
    relation: Relation | None = None
    anchor: Anchor | None = None

    @property
    def incomplete(self) -> bool:
        """Whether it leaves its year open and no anchor tells it."""
        return self.anchor is None and self.form is not None and self.form.startswith("XXXX")


def read_expression(source: str) -> Expression | None:
    """The expression that a filled-in value says; None if it says none."""
    found = _EXPRESSION.match(source)
    if not found or not source:
        return None
    form, relation, point = found["form"], found["relation"], found["point"]
    if bool(relation) != bool(form and point) or (form and form != REL and not _FORM.match(form)):
        return None
    steps = int(found["sign"] + found["steps"]) if found["unit"] else 0
    unit = Unit(found["unit"]) if found["unit"] else None
    return Expression(form, Relation(relation) if relation else None, Anchor(Point(point), steps, unit) if point else None)


def slots_of(template: str) -> frozenset[str]:
    """The slots that a value speaks of."""
    return frozenset(_SLOT.findall(template))


def fill(template: str, found: Mapping[str, str]) -> str:
    """The value with its slots filled; a year that was not found becomes Xs."""
    return _SLOT.sub(lambda slot: found.get(slot[1], "XXXX"), template)


def padded(slot: str, digits: str) -> str:
    """What stands in the value for digits in the text: two for a day, four for a year, three for a decade."""
    name = slot.rstrip("0123456789")
    if name == "yy":
        return ("20" if int(digits) < 60 else "19") + digits
    if name == "decade":
        return digits[:3]
    if name == "tens":
        return ("20" if int(digits) < 30 else "19") + digits[0]
    if name == "century":
        return f"{int(digits) - 1:02}"
    if name in ("day", "dd", "m", "mm", "week"):
        return digits.zfill(2)
    return digits
