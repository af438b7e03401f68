"""Names in small letters, as forums write them: `harrow-2-32b`, and `lumo 1.5 8b`, `lumo xl` near `gpt-4o`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from claimscan.find.catalogue_scan import Reading, Scan
from claimscan.find.grammar import Parts, read_parts
from claimscan.find.shapes import Candidate, Shape, ends_like_a_noun
from claimscan.model import Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context, Family, fold

_HEAD = re.compile(r"(?<![\w.'’@#/$€£&\\-])[a-z]{3,}(?=[- ]?v?\d|[- ][rkv]\d| ([a-z]{2,5})(?!\w))")
_SIZED_HEAD = re.compile(r"(?<![\w.'’@#/$€£&\\-])[a-z]{3,}(?=-(?:v?\d(?:\.\d)?-)?\d{1,3}(?:\.\d)?b(?![\w-]))")
_SIZE = re.compile(r"\db(?![\w-])")
_NEAR = 160
_ANY = Family("", join="-")


def small_candidates(text: str, found: Scan, catalogue: Catalogue) -> tuple[Candidate, ...]:
    """Words in small letters with a version, size or variant, near a known model in small letters, or a size anywhere; in order of place.

    With a size that a version or a hyphen ties to it such a word is surely shaped like a model beside another in small
    letters; otherwise its place must tell.
    """
    low = [each.span.start for each in found.readings if each.kind is Kind.MODEL and _is_low_name(each, each.span.of(text))]
    return tuple(_candidates(text, low, {each.span.start for each in found.readings}, catalogue))


def _candidates(text: str, low: list[int], taken: set[int], catalogue: Catalogue) -> Iterator[Candidate]:
    if not (low or _SIZE.search(text)):
        return
    for match in (_HEAD if low else _SIZED_HEAD).finditer(text):
        if match.lastindex and match[1] not in catalogue.openers:
            continue
        start, head, near = match.start(), match.group(), _is_near(match.start(), low)
        if start in taken or not (near or _SIZED_HEAD.match(text, start)) or not _may_name(head, catalogue):
            continue
        parts = read_parts(text, match.end(), _ANY, catalogue, spoken_low=True)
        if not parts.empty:
            yield Candidate(head, Span(start, parts.end), parts, _shape(text, match.end(), parts) if near else Shape.NONE)


def _is_near(start: int, low: list[int]) -> bool:
    """Whether one of some places, in order, is near a place."""
    at = bisect_left(low, start - _NEAR)
    return at < len(low) and low[at] <= start + _NEAR


def _shape(text: str, end: int, parts: Parts) -> Shape:
    """How much a word with these parts looks like a model."""
    sized = parts.size is not None and parts.size.endswith("B")
    return Shape.SURE if sized and (parts.version or text[end] == "-") else Shape.NONE


def _may_name(head: str, catalogue: Catalogue) -> bool:
    """Whether a word is none of those that stand before numbers without being names."""
    words, folded = catalogue.words, fold(head)
    if folded in catalogue.nameless or folded in words.compared:
        return False
    others = (words.outdoing, words.versus, words.speaking, words.copulas, words.prepositions, words.possessives)
    return not (any(folded in each for each in others) or ends_like_a_noun(folded, words.stop_endings))


def _is_low_name(reading: Reading, surface: str) -> bool:
    """Whether a reading is a model's name in small letters for sure, or one with a number."""
    return surface.islower() and (reading.weak is Context.NONE or any(map(str.isdigit, surface)))
