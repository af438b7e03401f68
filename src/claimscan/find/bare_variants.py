"""A variant's bare name where the text means a member that it names in full: `Core` beside `Reka Core`, `Ultra` beside `Gemini Ultra`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from claimscan.find.catalogue_scan import Reading
from claimscan.find.grammar import Parts
from claimscan.find.merging import before_or_first, by_place
from claimscan.find.places import whole_words
from claimscan.model import Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Family, fold

_BEFORE = re.compile(r"(?:^|[\n.!?:•*-]\s*|[,;(“\"–—]\s?|(?<![A-ZÄÖÜ])\b[^\W\dA-ZÄÖÜ_]+\s)$")
_BEGINS = re.compile(r"(?:^|[\n.!?:•*-]\s*)$")
_AFTER = re.compile(r"(?:['’]s?)?(?:[,.;:!?)”\"–—]|\s[–—(&]|\s?$|\s[^\W\dA-ZÄÖÜ_]+\b(?!\s\d))")
_BOUGHT = re.compile(r"(?:,?\s(?:[^\W\d]{2,4}\s)?[A-ZÄÖÜ]\w+){0,4},?\s([^\W\d_]+)")
_ITEM = re.compile(r"(\w+)(?:\s\([^()]{1,40}\))?")
_NEXT = tuple(re.compile(gap + _ITEM.pattern) for gap in (r",?\s[^\W\d]{2,4}\s", r",?\s"))
_LOOK, _NEAR, _INITIALS, _SEVERAL, _MOST = 24, 160, 2, 2, 5
_UNLISTED = Family("")


def with_bare_variants(text: str, words: Set[str], readings: Sequence[Reading], catalogue: Catalogue) -> tuple[Reading, ...]:
    """The readings, and the variants that stand alone for a member of a family named in full or listed, in order of place.

    At the start of a sentence such a word counts only before a comma, or where it also stands alone within one. `words` are
    the words of the text.
    """
    told = _told(readings, catalogue)
    for word, model in _listed(text, words, readings, catalogue):
        told.setdefault(word, [model])
    if not told:
        return tuple(readings)
    places = list(_places(text, told, readings, catalogue))
    inside = {span.of(text) for span in places if not _begins(text, span)}
    found: list[Reading] = []
    for span in places:
        meant = before_or_first(told[span.of(text)], span.start)
        if meant is not None and (span.of(text) in inside or text.startswith(",", span.end)):
            found.append(replace(meant, span=span, head=span.end - span.start, short=True))
    return tuple(sorted((*readings, *found), key=by_place)) if found else tuple(readings)


def _told(readings: Sequence[Reading], catalogue: Catalogue) -> dict[str, list[Reading]]:
    """The models named in full whose name ends in one variant, by that variant."""
    told: dict[str, list[Reading]] = {}
    for each in readings:
        parts = each.parts
        if not isinstance(each.owner, Family) or parts is None or len(parts.variants) != 1 or parts.size:
            continue
        word = parts.variants[0][0].upper() + parts.variants[0][1:]
        if _may_stand_alone(word, each.owner, catalogue):
            told.setdefault(word, []).append(each)
    return told


def _may_stand_alone(word: str, family: Family, catalogue: Catalogue) -> bool:
    """Whether a variant is a word that can be told from others, and has no way of its own to stand alone."""
    known = fold(word)
    return len(word) > _INITIALS and word.istitle() and known not in catalogue.words.never_bare and known not in family.alone


@lru_cache(maxsize=8)
def _capitalised(catalogue: Catalogue) -> frozenset[str]:
    """All variants of all families, with a capital."""
    variants = (catalogue.common, *(family.variants for family in catalogue.families.values()))
    return frozenset(known[0].upper() + known[1:] for some in variants for known in some.values())


@lru_cache(maxsize=2_000)  # as many as the catalogue may have families
def _alone(family: Family, catalogue: Catalogue) -> Mapping[str, str]:
    """The variants of a family that may stand alone, with a capital as they do then, each with its own spelling."""
    spelled = {known[0].upper() + known[1:]: known for known in (*catalogue.common.values(), *family.variants.values())}
    return {word: known for word, known in spelled.items() if _may_stand_alone(word, family, catalogue)}


def _listed(text: str, words: Set[str], readings: Sequence[Reading], catalogue: Catalogue) -> Iterator[tuple[str, Reading]]:
    """The variants that a text lists behind their family's name, each with its model: "Gemini comes in two sizes, Ultra and Pro"."""
    written = words & _capitalised(catalogue)
    families: dict[str, list[int]] = {}
    for at, each in enumerate(readings if len(written) >= _SEVERAL else ()):
        if isinstance(each.owner, Family):
            families.setdefault(each.owner.name, []).append(at)
    for places in families.values():
        last = readings[places[-1]]
        spelled = _alone(last.owner if last.known and isinstance(last.owner, Family) else _UNLISTED, catalogue)
        known = sorted(word for word in written if word in spelled)
        if len(known) < _SEVERAL:
            continue
        for model, listed in _lists(text, known, [at for at in places if readings[at].owner is last.owner], readings):
            parts = model.parts or Parts(model.span.end)
            yield from (
                (word, replace(model, parts=replace(parts, size=None, variants=(spelled[word],)))) for word in known if word in listed
            )


def _lists(text: str, known: Sequence[str], places: Sequence[int], readings: Sequence[Reading]) -> Iterator[tuple[Reading, str]]:
    """The lists of known words that begin behind some of the readings and before the next, each with the reading."""
    free = 0
    for at in places:
        model = readings[at]
        limit = min(model.span.end + _NEAR, readings[at + 1].span.start if at + 1 < len(readings) else len(text))
        starts = (start for word in known for start in whole_words(text, word, model.span.start + 1, limit))
        for start in sorted(starts):
            end = _list_end(text, start, known) if start >= free else None
            if end is not None:
                yield model, text[start:end]
                free = end


def _list_end(text: str, start: int, known: Sequence[str]) -> int | None:
    """Where a list of two to five known words ends, the first of which begins at a place; None where there is but one."""
    items = [_ITEM.match(text, start)]
    while (last := items[-1]) and len(items) < _MOST:
        items.append(next((item for form in _NEXT if (item := form.match(text, last.end())) and item[1] in known), None))
    ends = [item.end() for item in items if item]
    return ends[-1] if len(ends) >= _SEVERAL else None


def _places(text: str, told: Mapping[str, Sequence[Reading]], readings: Sequence[Reading], catalogue: Catalogue) -> Iterator[Span]:
    """Where one of these words stands as a name of its own, in no other name, in order of place."""
    starts = [each.span.start for each in readings]
    for start, word in _written(text, told):
        end = start + len(word)
        if not _taken(start, end, readings, starts) and _stands_alone(text, start, end, catalogue):
            yield Span(start, end)


def _written(text: str, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where one of some words is written, in order of place; of two that overlap the first."""
    free = 0
    for start, _, word in sorted((at, rank, one) for rank, one in enumerate(words) for at in whole_words(text, one)):
        if start >= free:
            yield start, word
            free = start + len(word)


def _stands_alone(text: str, start: int, end: int, catalogue: Catalogue) -> bool:
    """Whether a word stands beside no other capital, number or hyphen, and as no plan one buys."""
    if _AFTER.match(text, end) is None or _BEFORE.search(text[max(0, start - _LOOK) : start]) is None:
        return False
    bought = _BOUGHT.match(text, end)
    return bought is None or fold(bought.group(1)) not in catalogue.words.buyers


def _begins(text: str, span: Span) -> bool:
    """Whether a sentence or line begins here, where any word has a capital."""
    return _BEGINS.search(text[max(0, span.start - _LOOK) : span.start]) is not None


def _taken(start: int, end: int, readings: Sequence[Reading], starts: Sequence[int]) -> bool:
    """Whether a name takes a character of these, or a maker's stands right before them: "Apple's Pro"; `starts` are the names'."""
    at = bisect_left(starts, start)
    if at < len(starts) and starts[at] < end:
        return True
    before = readings[at - 1] if at else None
    return before is not None and start - before.span.end < (4 if before.kind is Kind.VENDOR else 0)
