"""What dates mean: relative and incomplete ones are resolved against the publication date or the dates said before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from claimscan.find.dates_calendar import as_fine_as, bounds, candidates, completed, shifted
from claimscan.rulebook.date_values import REL, Anchor, Expression, Point, Relation, Unit

NARRATIVE_YEARS = 1
"""A text whose years lie mostly further than this from its publication tells of another time; its dates follow from one another."""

NARRATIVE_DATES = 4
"""How many dates with a year of their own it takes to tell that."""

ASIDE_YEARS = 5
"""A bare year further than this from the last date is an aside: what follows goes on from the date before it."""


@dataclass(frozen=True, slots=True)
class Lean:
    """How many days a day before and a day after a point count when the nearest date is looked for."""

    before: float
    after: float


NEWS = Lean(before=1, after=2)
ANNOUNCEMENT = Lean(before=4, after=1)
NARRATIVE = Lean(before=1.5, after=1)


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved value, and the date that it was resolved against."""

    text: str
    resolved_from: str | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """What is known at a place of the text: the publication date, and the last dates said that tell a day, a month, a year.

    In a `narrative` the dates follow from one another and not from the publication date.
    """

    today: str | None
    narrative: bool = False
    day: str | None = None
    month: str | None = None
    year: str | None = None

    def after(self, value: str) -> Clock:
        """The clock once a date was said."""
        if not bounds(value) or not as_fine_as(value, Unit.YEAR):
            return self
        if len(value) == 4 and self.month and value == self.month[:4]:
            return replace(self, year=self.month)
        if len(value) == 4 and self.month and abs(int(value) - int(self.month[:4])) > ASIDE_YEARS:
            return self
        return Clock(
            self.today,
            self.narrative,
            day=value if as_fine_as(value, Unit.DAY) else self.day,
            month=value if as_fine_as(value, Unit.MONTH) else self.month,
            year=value,
        )

    def said(self, unit: Unit | None) -> str | None:
        """The last date said that is precise to a unit."""
        if unit in (None, Unit.DAY, Unit.WEEK):
            return self.day
        return self.month if unit in (Unit.MONTH, Unit.QUARTER) else self.year


def resolve_all(found: Sequence[tuple[Expression, bool]], reference: str | None) -> tuple[Value, ...]:
    """The values of the dates of a text, in its order; `found` tells of each whether its sentence speaks of the future."""
    clock = Clock(reference, _is_narrative([expression for expression, _ in found], reference))
    values = []
    for expression, ahead in found:
        value = _resolve(expression, ahead, clock)
        clock = clock.after(value.text)
        values.append(value)
    return tuple(values)


def possible(expression: Expression) -> bool:
    """Whether there can be such a date (no 30th of February)."""
    form = expression.form
    if form is None or form == REL or "XX" in form[5:]:
        return True
    return len(form) < 4 or bounds(form.replace("XXXX", "2024", 1)) is not None


def _is_narrative(found: Sequence[Expression], reference: str | None) -> bool:
    """Whether most dates with a year lie far from the publication."""
    stated = [expression.form for expression in found if expression.form and not expression.relation and bounds(expression.form)]
    if reference is None:
        return False
    far = [form for form in stated if form[:4].isdecimal() and abs(int(form[:4]) - int(reference[:4])) > NARRATIVE_YEARS]
    return len(far) >= NARRATIVE_DATES and len(far) * 3 > len(stated) * 2


def _resolve(expression: Expression, ahead: bool, clock: Clock) -> Value:
    """What a date means when the clock stands so."""
    if expression.anchor is None:
        form = expression.form or REL
        return _incomplete(form, ahead, clock) if expression.incomplete else Value(form)
    point = _point(expression.anchor, expression, clock)
    moved = _moved(point, expression.anchor)
    if point is None or moved is None:
        return Value(REL)
    if expression.form is None:
        return Value(moved, point)
    placed = _placed(expression.form, expression.relation, moved)
    return Value(placed, point) if placed else Value(REL)


def _point(anchor: Anchor, expression: Expression, clock: Clock) -> str | None:
    """The date that an anchor speaks of."""
    unit = anchor.unit
    if anchor.point is Point.TODAY and not (clock.narrative and unit not in (None, Unit.DAY)):
        return clock.today
    if unit is None and expression.form:
        unit = Unit.DAY if expression.form.startswith(("XXXX-W", "XXXX-XX-XX")) else Unit.MONTH if "-XX-" in expression.form else Unit.YEAR
    return clock.said(unit)


def _moved(point: str | None, anchor: Anchor) -> str | None:
    if point is None or anchor.unit is None:
        return point
    return shifted(point, anchor.steps, anchor.unit)


def _placed(form: str, relation: Relation | None, point: str) -> str | None:
    """The date of a form that lies in, before, after or near a point."""
    if relation is Relation.IN:
        return completed(form, point)
    limits = bounds(point)
    if limits is None:
        return None
    if relation is Relation.BEFORE:
        return next((value for value in reversed(list(candidates(form, limits[0]))) if _limits(value)[1] < limits[0]), None)
    if relation is Relation.AFTER:
        return next((value for value in candidates(form, limits[1]) if _limits(value)[0] > limits[1]), None)
    return _nearest(form, point, NEWS)


def _incomplete(form: str, ahead: bool, clock: Clock) -> Value:
    """A date whose year, month or week is left open."""
    told = clock.day if form.startswith("XXXX-WXX") else clock.month
    point = (clock.year or clock.today) if clock.narrative else (clock.today or told)
    lean = ANNOUNCEMENT if ahead else NARRATIVE if clock.narrative else NEWS
    placed = _nearest(form, point, lean) if point else None
    if placed:
        return Value(placed, point)
    return Value(form if form[4:8] not in ("-WXX", "-XX-") else REL)


@lru_cache(maxsize=4096)  # texts repeat their dates, and articles of one day those of the others
def _nearest(form: str, point: str, lean: Lean) -> str | None:
    """The date of a form that lies nearest to a point; where the point is no more than a year, the one in it."""
    if not as_fine_as(point, Unit.QUARTER):
        return completed(form, point)
    first, last = _limits(point)
    options = [(value, *_limits(value)) for value in candidates(form, first)]
    return min(options, key=lambda option: _distance(option[1:], (first, last), lean))[0] if options else None


def _distance(option: tuple[date, date], point: tuple[date, date], lean: Lean) -> float:
    """The days between two periods, as the lean counts them."""
    if option[0] > point[1]:
        return lean.after * (option[0] - point[1]).days
    return max(0.0, lean.before * (point[0] - option[1]).days)


def _limits(value: str) -> tuple[date, date]:
    """The first and last day of a value that is known to be one."""
    return bounds(value) or (date.min, date.min)
