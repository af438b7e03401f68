"""The day of publication as the head of a text or the name of a file tells it; nothing that leaves a doubt is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from claimscan.rulebook.date_notation import fold

HEAD_LINES = 6
HEAD_CHARACTERS = 1500
EARLIEST, LATEST = 1990, 2099
NO_MONTHS: Mapping[str, int] = MappingProxyType({})

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DIGITS = (
    rf"{_YEAR}(?P<sep>[-/.])(?P<month>\d\d)(?:(?P=sep)(?P<day>\d\d))?(?![-/.]?\d)",
    rf"(?P<day>\d\d?)\. ?(?P<month>\d\d?)\. ?{_YEAR}(?!\d)",
)
_NAMED = (
    rf"(?P<name>[^\W\d_]{{3,12}})\.? (?P<day>\d\d?)(?:st|nd|rd|th)?,? {_YEAR}(?!\d)",
    rf"(?P<day>\d\d?)(?:\.|st|nd|rd|th)? ?(?P<name>[^\W\d_]{{3,12}})\.?,? {_YEAR}(?!\d)",
    rf"(?P<name>[^\W\d_]{{3,12}})\.? {_YEAR}(?!\d)",
)
_LABEL = re.compile(r"\W{0,6}\bdate\b[\s:=*_]{1,6}\Z", re.IGNORECASE)
_PLACE = re.compile(r"[\W_]*(?:[^\W\d_a-z][\w.]{0,20}(?:[,/]? (?:[-–—] )?|, ?)){0,5}\(?\Z")
_DATELINE_END = re.compile(r"\)?(?:,? ?\([^()]{1,30}\)|[,/] ?[\w ]{1,20})?(?: [-–—]{1,2} |[–—] ?| // )")
_BYLINE = re.compile(r"(?:[^.!?;]{0,60}[:|·•–—-])? ?(?:[^\s\d.!?;(]+ ){0,3}\Z")
_LINE_END = re.compile(r"[\s)\]*_|,]{0,4}(?:[T ,|]{1,3}\d\d?[:.]\d\d\b.{0,12})?\Z")
_NAME_START = re.compile(rf"{_YEAR}(?P<sep>[-_.]?)(?P<month>\d\d)(?:(?P=sep)(?P<day>\d\d))?(?![-_.]?\d|[A-Za-z])")
_NAME_END = re.compile(rf"[^\d]+[-_ .]{_YEAR}(?P<sep>[-_.])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)\Z")


def date_in_head(text: str, months: Mapping[str, int] = NO_MONTHS) -> str | None:
    """The date of a dateline, of a short line with a date at its end, or of a line `date 2025-01`, at the head of the text.

    As `YYYY-MM-DD` or `YYYY-MM`. `months` are names of months in small letters with their numbers; without them only digits are read.
    """
    lines = [line for line in text[:HEAD_CHARACTERS].splitlines() if line.strip()]
    for line in lines[:HEAD_LINES]:
        for found in _dates(line, months):
            value = _value(found, months)
            if value and _publishes(line, found, value):
                return value
    return None


def date_in_name(filename: str) -> str | None:
    """The date with which the name of a file begins, or ends if it holds no other digits; as `YYYY-MM-DD` or `YYYY-MM`."""
    stem = filename.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    found = _NAME_START.match(stem) or _NAME_END.match(stem)
    return _value(found, NO_MONTHS) if found and (found["day"] or found["sep"]) else None


def _dates(line: str, months: Mapping[str, int]) -> Iterator[re.Match[str]]:
    """The dates in a line, those in digits first."""
    for pattern in (*_DIGITS, *(_NAMED if months else ())):
        yield from re.finditer(rf"(?<![\w./-]){pattern}", line)


def _value(found: re.Match[str], months: Mapping[str, int]) -> str | None:
    """The date in ISO form; None if there is no such day or it lies outside the years of the web."""
    groups = found.groupdict()
    name = groups.get("name")
    month = months.get(fold(name)) if name else int(groups["month"] or 0)
    try:
        day = date(int(groups["year"]), month or 0, int(groups.get("day") or 1))
    except ValueError:
        return None
    return day.isoformat()[: 10 if groups.get("day") else 7] if EARLIEST <= day.year <= LATEST else None


def _publishes(line: str, found: re.Match[str], value: str) -> bool:
    """Whether a date stands where a text tells its publication: a label, a dateline, the end of a short line."""
    before = line[: found.start()]
    if _LABEL.match(before):
        return True
    if len(value) < len("YYYY-MM-DD") or not before.strip(" #*_>"):
        return not before.strip(" #*_>") and any(end.match(line, found.end()) for end in (_LINE_END, _DATELINE_END))
    if _LINE_END.match(line, found.end()):
        return _BYLINE.match(before.lstrip(" #*_>")) is not None
    return bool(_PLACE.match(before) and _DATELINE_END.match(line, found.end()))
