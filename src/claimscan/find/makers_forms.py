"""Short forms of models that only their maker's name explains: `Mistral's Large 2`, `Medium 3.1`, `Google's 2.5 Pro`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimscan.find.catalogue_scan import Reading
from claimscan.find.grammar import read_parts
from claimscan.find.merging import merged
from claimscan.model import Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context, Family, fold, plain

_OWN = re.compile(r"(?:['’]s?|s)[ \u00a0](?:[a-zäöü]+[ \u00a0])?(?=[A-Z\d])")
_ALONE = re.compile(r"([A-Z](?<![\w.'’@#/$€£&-].)[a-z]+)(?=[ \u00a0-][vV]?\d)")
_NAME_BEFORE = re.compile(r"[A-ZÄÖÜ][\w-]*[ \u00a0]$")
_NOUN = re.compile(r"[ \u00a0-](\w+)")
_LONGEST_WORD = 30


def with_makers_forms(text: str, readings: Sequence[Reading], catalogue: Catalogue) -> tuple[Reading, ...]:
    """The readings with those of models that stand without their family's name, after their maker's or in a text that names it."""
    namesakes = {each.name: each for each in _namesakes(readings, catalogue)}
    found = [*_after_makers(text, readings, namesakes, catalogue), *_by_variants(text, namesakes, catalogue)]
    if not found:
        return tuple(readings)
    first: dict[int, Reading] = {each.span.start: each for each in reversed(found)}
    models = [each for each in readings if each.known or each.kind is not Kind.MODEL]
    kept = merged(models, (first[start] for start in sorted(first)))
    return merged(kept, readings)


def _namesakes(readings: Sequence[Reading], catalogue: Catalogue) -> Iterator[Family]:
    """The families that bear the first word of a vendor's name that the text names: Mistral of Mistral AI."""
    for vendor in {each.owner.name: each for each in readings if each.kind is Kind.VENDOR and each.known}:
        family = catalogue.families.get(vendor.split()[0])
        if family is not None and vendor in family.vendors:
            yield family


def _after_makers(text: str, readings: Sequence[Reading], namesakes: dict[str, Family], catalogue: Catalogue) -> Iterator[Reading]:
    """Versions and sizes right after a maker's genitive: of its namesake, else of the family of its that was named last."""
    last: dict[str, Family] = {}
    for reading in readings:
        if isinstance(reading.owner, Family):
            last.update({vendor: reading.owner for vendor in reading.owner.vendors if reading.known})
            continue
        gap = _OWN.match(text, reading.span.end) if reading.kind is Kind.VENDOR else None
        family = namesakes.get(reading.owner.name.split()[0]) or last.get(reading.owner.name)
        if gap is not None and family is not None:
            yield from _form(text, gap.end(), family, catalogue)


def _by_variants(text: str, namesakes: dict[str, Family], catalogue: Catalogue) -> Iterator[Reading]:
    """A variant of a namesake's own with a version, wherever it stands without another name before it."""
    for match in _ALONE.finditer(text) if namesakes else ():
        if _NAME_BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start()):
            continue
        for family in namesakes.values():
            if fold(match.group(1)) in family.variants:
                yield from _form(text, match.start(), family, catalogue)


def _form(text: str, at: int, family: Family, catalogue: Catalogue) -> Iterator[Reading]:
    """The reading of a version with a variant or size, or of a size right before a noun for a model; a bare number is none."""
    parts = read_parts(text, at, family, catalogue)
    noun = _NOUN.match(text, parts.end)
    sized = parts.size and noun is not None and plain(noun.group(1)) in catalogue.words.nouns
    if sized or (parts.version and (parts.variants or parts.size)):
        yield Reading(Span(at, parts.end), family, parts, Context.NONE, parts.end - at, short=True)
