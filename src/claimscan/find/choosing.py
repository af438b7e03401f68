"""Of several readings of one stretch of text, the one that its surroundings speak for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimscan.find.catalogue_scan import Reading, Scan
from claimscan.model import Kind
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context, Entry, Family, fold

_SENTENCE_END = re.compile(r"[.!?:;](?=\s)|\n")
_WORD_BEFORE = re.compile(r"[\w-]+")
_WORD_AFTER = re.compile(r"\s?(['’]s|[\w-]+)")
_WINDOW = 40


def choose(text: str, found: Scan, catalogue: Catalogue) -> tuple[Reading, ...]:
    """One reading for each place, in order; those whose context is missing are left out."""
    counted = _with_context(text, found)
    chosen: list[Reading] = []
    at = 0
    while at < len(counted):
        first = counted[at]
        same = [first]
        at += 1
        while at < len(counted) and counted[at].span.start < first.span.end:
            if counted[at].span == first.span:
                same.append(counted[at])
            at += 1
        chosen.append(_best(text, same, catalogue))
    return tuple(chosen)


def _with_context(text: str, found: Scan) -> list[Reading]:
    """The readings that need no context, or have it."""
    sure = [each for each in found.readings if each.weak is Context.NONE]
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    sentences = {bisect_left(ends, each.span.start) for each in sure} | {bisect_right(ends, start - 1) for start in found.ai_words}
    vendors = {each.owner.name for each in sure if each.kind is Kind.VENDOR}
    families = {each.owner.name for each in sure if isinstance(each.owner, Family)}
    in_document = bool(sure or found.ai_words)

    def counts(reading: Reading) -> bool:
        match reading.weak:
            case Context.NONE:
                return True
            case Context.DOCUMENT:
                return in_document
            case Context.NEAR:
                return bisect_left(ends, reading.span.start) in sentences
            case Context.VENDOR:
                owner = reading.owner
                return owner.name in families or (isinstance(owner, Family) and bool(vendors & set(owner.vendors)))

    return [reading for reading in found.readings if counts(reading)]


def _best(text: str, same: Sequence[Reading], catalogue: Catalogue) -> Reading:
    """Of readings of one stretch, the one with the longest spelling; a maker or its model by the words around."""
    model = next((each for each in same if each.kind is Kind.MODEL), None)
    vendor = next((each for each in same if each.kind is Kind.VENDOR), None)
    if model is None or vendor is None or not (isinstance(vendor.owner, Entry) and vendor.owner.also_model):
        return same[0]
    return model if _is_model(text, model, catalogue) else vendor


def _is_model(text: str, reading: Reading, catalogue: Catalogue) -> bool:
    """Whether the words beside a name speak of a model rather than of its maker."""
    start, end = reading.span.start, reading.span.end
    before = _WORD_BEFORE.findall(text[max(0, start - _WINDOW) : start])[-2:]
    after = _WORD_AFTER.match(text, end)
    nearest = [fold(word) for word in reversed(before)]
    following = fold(after.group(1)) if after else ""
    words = catalogue.words
    if following in words.vendor_after or any(word in words.vendor_before for word in nearest):
        return False
    return following in words.model_after or any(word in words.model_before for word in nearest)
