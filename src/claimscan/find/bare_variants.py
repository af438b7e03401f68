"""A variant's bare name where the text means a member that it names in full: `Core` beside `Reka Core`, `Ultra` beside `Gemini Ultra`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from claimscan.find.catalogue_scan import Reading
from claimscan.find.merging import by_place
from claimscan.model import Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Family, fold

_BEFORE = re.compile(r"(?:^|[\n.!?:•*-]\s*|[,;(“\"–—]\s?|(?<![A-ZÄÖÜ])\b[^\W\dA-ZÄÖÜ_]+\s)$")
_BEGINS = re.compile(r"(?:^|[\n.!?:•*-]\s*)$")
_AFTER = re.compile(r"(?:['’]s?)?(?:[,.;:!?)”\"–—]|\s[–—(&]|\s?$|\s[^\W\dA-ZÄÖÜ_]+\b(?!\s\d))")
_BOUGHT = re.compile(r"(?:,?\s(?:[^\W\d]{2,4}\s)?[A-ZÄÖÜ]\w+){0,4},?\s([^\W\d_]+)")
_LOOK, _NEAR, _INITIALS, _SEVERAL = 24, 160, 2, 2


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
    places = [span for span in _places(text, told, catalogue) if not _taken(span, readings)]
    inside = {span.of(text) for span in places if not _begins(text, span)}
    found = []
    for span in places:
        word = span.of(text)
        if word in inside or text.startswith(",", span.end):
            known = told[word]
            model = known[max(0, bisect_left(known, span.start, key=lambda each: each.span.start) - 1)]
            found.append(replace(model, span=span, head=span.end - span.start, short=True))
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


def _listed(text: str, words: Set[str], readings: Sequence[Reading], catalogue: Catalogue) -> Iterator[tuple[str, Reading]]:
    """The variants that a text lists behind their family's name, each with its model: "Gemini comes in two sizes, Ultra and Pro"."""
    families = {each.owner.name: each.owner for each in readings if isinstance(each.owner, Family)}
    for family in families.values():
        spelled = {known[0].upper() + known[1:]: known for known in (*catalogue.common.values(), *family.variants.values())}
        known = sorted(word for word in spelled.keys() & words if _may_stand_alone(word, family, catalogue))
        if len(known) < _SEVERAL:
            continue
        one = rf"(?:{'|'.join(known)})\b(?:\s\([^()]{{1,40}}\))?"
        for match in re.finditer(rf"\b{one}(?:,?\s(?:[^\W\d]{{2,4}}\s)?{one}){{1,4}}", text):
            before = bisect_left(readings, match.start(), key=lambda each: each.span.start) - 1
            model = readings[before] if before >= 0 else None
            if model is None or model.owner is not family or model.parts is None or match.start() - model.span.end > _NEAR:
                continue
            for word in (word for word in known if word in match.group()):
                yield word, replace(model, parts=replace(model.parts, size=None, variants=(spelled[word],)))


def _places(text: str, told: Mapping[str, Sequence[Reading]], catalogue: Catalogue) -> Iterator[Span]:
    """Where one of these words stands as a name of its own: beside no other capital, number or hyphen, and as no plan one buys."""
    for match in re.finditer(rf"\b(?:{'|'.join(map(re.escape, told))})\b", text):
        bought = _BOUGHT.match(text, match.end())
        if _AFTER.match(text, match.end()) is None or (bought and fold(bought.group(1)) in catalogue.words.buyers):
            continue
        if _BEFORE.search(text[max(0, match.start() - _LOOK) : match.start()]):
            yield Span(match.start(), match.end())


def _begins(text: str, span: Span) -> bool:
    """Whether a sentence or line begins here, where any word has a capital."""
    return _BEGINS.search(text[max(0, span.start - _LOOK) : span.start]) is not None


def _taken(span: Span, readings: Sequence[Reading]) -> bool:
    """Whether a name overlaps these words, or a maker's stands right before them: "Apple's Pro"."""
    at = bisect_left(readings, span.start, key=lambda each: each.span.start)
    if at < len(readings) and readings[at].span.overlaps(span):
        return True
    before = readings[at - 1] if at else None
    return before is not None and (before.span.overlaps(span) or (before.kind is Kind.VENDOR and span.start - before.span.end <= 3))
