"""Several sequences of readings → one, without overlaps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Protocol

from claimscan.find.catalogue_scan import Reading
from claimscan.find.places import Taken
from claimscan.model import Span

by_place = attrgetter("span.start", "span.end")
"""What readings, candidates and entities are sorted by: where they stand."""

_start = attrgetter("span.start")


class _Placed(Protocol):
    """What stands in one place of a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


def merged(preferred: Iterable[Reading], others: Iterable[Reading]) -> tuple[Reading, ...]:
    """The preferred readings and those of the others that overlap none of them, in order of place; each without overlaps in itself."""
    first = sorted(preferred, key=_start)
    if not first:
        return tuple(sorted(others, key=_start))
    taken = taken_by(first)
    kept = [each for each in others if not taken.touches(each.span.start, each.span.end)]
    return tuple(sorted((*first, *kept), key=_start)) if kept else tuple(first)


def taken_by(*placed: Iterable[_Placed]) -> Taken:
    """The places that readings or candidates take, none of which overlaps another."""
    spans = sorted((each.span.start, each.span.end) for some in placed for each in some)
    return Taken([start for start, _ in spans], [end for _, end in spans])


def last_before(readings: Sequence[Reading], place: int) -> Reading | None:
    """The last of some readings, which are in order, that begins before a place."""
    at = bisect_left(readings, place, key=_start)
    return readings[at - 1] if at else None


def before_or_first(readings: Sequence[Reading], place: int) -> Reading | None:
    """The last of some readings, which are in order, that begins before a place; the first of all where none does."""
    return last_before(readings, place) or next(iter(readings), None)


def touching(readings: Sequence[Reading], starts: Sequence[int], span: Span) -> Iterator[Reading]:
    """The readings that overlap a span; `readings` are in order without overlaps, `starts` where they begin."""
    at = max(0, bisect_left(starts, span.start) - 1)
    while at < len(readings) and readings[at].span.start < span.end:
        if readings[at].span.overlaps(span):
            yield readings[at]
        at += 1
