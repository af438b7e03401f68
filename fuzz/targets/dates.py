"""The dates in a text, in English, German, and a language that nothing is known of."""

from __future__ import annotations

import re
from itertools import pairwise

from claimscan.find.dates import find_dates
from claimscan.model import Span
from claimscan.rulebook.dates import NEUTRAL
from claimscan.rulebook.load import load_rulebooks
from fuzz.bytes import choice, text_of

GRAMMARS = (*(book.dates or NEUTRAL for book in load_rulebooks().languages.values()), NEUTRAL)
REFERENCES = (None, "2025", "2025-01", "2025-01-30", "2024-02-29", "0001-01-01", "9999-12-31")
_VALUE = re.compile(r"[0-9A-Z:T./+-]+")


def check(data: bytes) -> None:
    """Dates stand apart from one another and from names, and have a value."""
    grammar, rest = choice(data, len(GRAMMARS))
    reference, rest = choice(rest, len(REFERENCES))
    start, rest = choice(rest, 40)
    text, taken = text_of(rest), Span(start, start + 3)
    found = find_dates(text, GRAMMARS[grammar], REFERENCES[reference], [taken])
    assert all(0 <= date.span.start < date.span.end <= len(text) and not date.span.overlaps(taken) for date in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(_VALUE.fullmatch(date.value) for date in found), found
    assert len(data) % 8 or find_dates(text, GRAMMARS[grammar], REFERENCES[reference], [taken]) == found
