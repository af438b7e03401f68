"""Names in small letters of which the catalogue knows but the end: `gte-qwen2-7b-instruct` is no Qwen2."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimscan.find.catalogue_scan import Reading
from claimscan.find.grammar import Parts
from claimscan.model import Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Entry, Family

_BEFORE = re.compile(r"(?<![\w./@#:-])((?:[a-z0-9]+-){1,3})\Z")
_LONGEST = 40


def with_whole_identifiers(text: str, readings: Sequence[Reading], catalogue: Catalogue) -> tuple[Reading, ...]:
    """The readings in which a model that is written as the end of a longer name in small letters is that longer name."""
    found: list[Reading] = []
    for reading in readings:
        found.append(_whole(text, reading, found[-1].span.end if found else 0, catalogue))
    return tuple(found)


def _whole(text: str, reading: Reading, free: int, catalogue: Catalogue) -> Reading:
    start, end = reading.span.start, reading.span.end
    if reading.kind is not Kind.MODEL or reading.parts is None or reading.parts.empty or text[start - 1 : start] != "-":
        return reading
    before = _BEFORE.search(text, max(0, start - _LONGEST), start) if text[start:end].islower() else None
    if before is None or before.start(1) < free or not _begins_a_name(before[1].split("-")[0], catalogue):
        return reading
    span = Span(before.start(1), end)
    return replace(reading, span=span, owner=Family(span.of(text), join="-"), parts=Parts(end), head=len(span), short=False, known=False)


def _begins_a_name(word: str, catalogue: Catalogue) -> bool:
    """Whether a word before a hyphen is no prefix and no maker: not `non-`, not `meta-`."""
    makers = (each for start, end, found in catalogue.index.find(word) if end - start == len(word) for each in found)
    if word in catalogue.words.stops or any(isinstance(each.owner, Entry) for each in makers):
        return False
    return len(word) > 2 or any(map(str.isdigit, word))
