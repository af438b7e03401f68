"""Of several readings of one stretch of text, the one that its surroundings speak for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimscan.find.catalogue_scan import Reading, Scan
from claimscan.find.surroundings import Surroundings
from claimscan.model import Kind
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Entry, Family, Rather, fold

_WORD_BEFORE = re.compile(r"[\w-]+|[.!?:;,(]")
_WORD_AFTER = re.compile(r"\s?(['’]s|[\w-]+)")
_JOINT = re.compile(r"\s*(?:[,/+&]|,?\s*([^\W\d]{1,6}))\s*")
_APOSTROPHES = ("'", "’")
_POSSESSIVE = re.compile(r"['’]s?\s|s\s")
_GENITIVE = re.compile(r"s[ \u00a0](?=[A-ZÄÖÜ\d])")
_WINDOW = 40
_BOTH: frozenset[Kind | None] = frozenset((Kind.MODEL, Kind.VENDOR))


def choose(text: str, found: Scan, around: Surroundings, catalogue: Catalogue) -> tuple[Reading, ...]:
    """One reading for each place, in order; those whose context is missing are left out."""
    counted = [reading for reading in found.readings if around.allows(reading)]
    places: list[tuple[Reading, ...]] = []
    at = 0
    while at < len(counted):
        first = counted[at]
        same = [first]
        at += 1
        while at < len(counted) and counted[at].span.start < first.span.end:
            if counted[at].span == first.span:
                same.append(counted[at])
            at += 1
        places.append(_candidates(same))
    return _settled(text, places, around, catalogue)


def _candidates(same: Sequence[Reading]) -> tuple[Reading, ...]:
    """The reading of the longest spelling; or a model and its maker of the same name, in this order."""
    model = next((each for each in same if each.kind is Kind.MODEL), None)
    vendor = next((each for each in same if each.kind is Kind.VENDOR), None)
    if model is not None and vendor is not None and isinstance(vendor.owner, Entry) and vendor.owner.also_model:
        return model, vendor
    return tuple(same[:1])


def _settled(text: str, places: Sequence[tuple[Reading, ...]], around: Surroundings, catalogue: Catalogue) -> tuple[Reading, ...]:
    """One reading for each place; of a model and its maker the one that the words, the list or the sentence around speak for."""
    kinds: list[Kind | None] = [each[0].kind if len(each) == 1 else _told(text, each[0], catalogue) for each in places]
    for at in range(len(places) - 1):
        gap = text[places[at][0].span.end : places[at + 1][0].span.start]
        if kinds[at] is None and kinds[at + 1] is Kind.MODEL and _POSSESSIVE.fullmatch(gap):
            kinds[at] = Kind.VENDOR
    for at in range(1, len(places)):
        if kinds[at] is None and kinds[at - 1] is Kind.MODEL and text[places[at - 1][0].span.end : places[at][0].span.start] == " (":
            kinds[at] = Kind.VENDOR
        if kinds[at] is None and kinds[at - 1] in _BOTH and _listed(text, places[at - 1][0], places[at][0], catalogue):
            kinds[at] = _told(text, places[at - 1][0], catalogue) or kinds[at - 1]
    for at in range(len(places) - 2, -1, -1):
        if kinds[at] is None and kinds[at + 1] in _BOTH and _listed(text, places[at][0], places[at + 1][0], catalogue):
            kinds[at] = kinds[at + 1]
    readings = [each[0] for each in places]
    company: dict[int, set[Kind | None]] = {}
    for each, kind in zip(places, kinds, strict=True):
        company.setdefault(around.sentence(each[0].span.start), set()).add(kind)
    fuller = {each.owner.name for each in readings if isinstance(each.owner, Family) and each.parts is not None and not each.parts.empty}
    return tuple(
        _of_kind(each, kind or _by_company(each[0], company[around.sentence(each[0].span.start)], fuller))
        for each, kind in zip(places, kinds, strict=True)
    )


def _by_company(reading: Reading, company: set[Kind | None], fuller: set[str]) -> Kind:
    """What an unclear name is: among models a model, unless the text has fuller names for its models; else what it is more often."""
    rather = reading.owner.rather if isinstance(reading.owner, Family) else Rather.VENDOR
    if company & _BOTH == {Kind.MODEL} and (rather is Rather.MODEL or reading.owner.name not in fuller):
        return Kind.MODEL
    return Kind.MODEL if rather is Rather.MODEL and Kind.VENDOR not in company else Kind.VENDOR


def _of_kind(candidates: tuple[Reading, ...], kind: Kind | None) -> Reading:
    return candidates[0] if kind is Kind.MODEL or len(candidates) == 1 else candidates[1]


def _listed(text: str, left: Reading, right: Reading, catalogue: Catalogue) -> bool:
    """Whether two names stand in one list: only a comma or `and` between them."""
    gap = text[left.span.end : right.span.start]
    match = _JOINT.fullmatch(gap) if len(gap) < _WINDOW else None
    return match is not None and (match.group(1) is None or fold(match.group(1)) in catalogue.words.joining)


def _told(text: str, reading: Reading, catalogue: Catalogue) -> Kind | None:
    """Whether the words beside a name speak of a model or of its maker; None where they say neither."""
    start, end = reading.span.start, reading.span.end
    before: list[str] = []
    for word in reversed(_WORD_BEFORE.findall(text[max(0, start - _WINDOW) : start])[-2:]):
        if not word[0].isalnum():
            break
        before.append(fold(word))
    after = _WORD_AFTER.match(text, end)
    following = fold(after.group(1)) if after else ""
    words = catalogue.words
    rather_model = isinstance(reading.owner, Family) and reading.owner.rather is Rather.MODEL
    if rather_model and following[:1] in _APOSTROPHES:
        following = ""
    if not rather_model and _GENITIVE.match(text, end):
        return Kind.VENDOR
    if following in words.vendor_after or any(word in words.vendor_before for word in before):
        return Kind.VENDOR
    if following in words.model_after or any(word in words.model_before for word in before):
        return Kind.MODEL
    return None
