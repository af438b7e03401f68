"""Several sequences of readings → one, without overlaps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from claimscan.find.catalogue_scan import Reading
from claimscan.model import Span

by_place = attrgetter("span.start", "span.end")
"""What readings, candidates and entities are sorted by: where they stand."""

_start = attrgetter("span.start")


def merged(preferred: Iterable[Reading], others: Iterable[Reading]) -> tuple[Reading, ...]:
    """The preferred readings and those of the others that overlap none of them, in order of place; each without overlaps in itself."""
    first = sorted(preferred, key=_start)
    starts = [_start(each) for each in first]
    kept = [each for each in others if next(touching(first, starts, each.span), None) is None]
    return tuple(sorted((*first, *kept), key=_start))


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
