"""Names of models that only their company shows: `Roo Code` in `Claude Code, Roo Code and Codex`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimscan.find.catalogue_scan import Reading
from claimscan.find.grammar import Parts
from claimscan.model import Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context, Family, fold

_OPENS = re.compile(r",\s")
_JOINT = re.compile(r",\s(?:([a-zäöü]{2,5})\s)?|\s([a-zäöü]{2,5})\s")
_ITEM = re.compile(r"[A-ZÄÖÜ][\w.-]*\w(?: [A-ZÄÖÜ\d][\w.-]*\w|\s\d)?")
_LONGEST_GAP = 90


def listed_models(text: str, readings: Sequence[Reading], catalogue: Catalogue) -> tuple[Reading, ...]:
    """The capitalised items of a list that stand between two models; in order of place."""
    families: dict[str, Family] = {}
    found = []
    for left, right in pairwise(readings):
        if left.kind is not Kind.MODEL or right.kind is not Kind.MODEL:
            continue
        for span in _items(text, left.span.end, right.span.start, catalogue):
            name = span.of(text)
            owner = families.setdefault(fold(name), Family(name, join="-"))
            found.append(Reading(span, owner, Parts(span.end), Context.NONE, len(span), known=False))
    return tuple(found)


def _items(text: str, start: int, end: int, catalogue: Catalogue) -> Iterator[Span]:
    """The items of a gap that holds nothing but a list's items and joints; none where anything else stands there."""
    opening = _OPENS.match(text, start, end) if end - start <= _LONGEST_GAP else None
    if opening is None:
        return
    items = []
    at = opening.end()
    while at < end:
        item = _ITEM.match(text, at, end)
        joint = _JOINT.match(text, item.end(), end) if item else None
        if item is None or joint is None or not _joins(joint, catalogue) or fold(item.group().split()[0]) in catalogue.words.stops:
            return
        items.append(Span(item.start(), item.end()))
        at = joint.end()
    yield from items


def _joins(joint: re.Match[str], catalogue: Catalogue) -> bool:
    word = joint.group(1) or joint.group(2)
    return word is None or word in catalogue.words.joining
