"""Readings → mentions: short forms go to the full name last meant, and models get the vendor that the text names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimscan.find.catalogue_scan import Reading
from claimscan.find.grammar import Parts, model_name
from claimscan.model import Kind, Mention, Name
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Family, fold


def link(readings: Sequence[Reading], catalogue: Catalogue) -> tuple[Mention, ...]:
    """The mentions that these readings mean, in order of place."""
    vendors = {each.owner.name for each in readings if each.kind is Kind.VENDOR}
    full: dict[tuple[str, str], Parts] = {}
    mentions = []
    for reading in readings:
        owner, parts = reading.owner, reading.parts
        if not isinstance(owner, Family) or parts is None:
            mentions.append(Mention(reading.span, Name(reading.kind, owner.name)))
            continue
        parts = _meant(reading, owner, parts, full)
        for variant in parts.variants:
            if parts.version:
                full[owner.name, fold(variant)] = parts
        mentions.append(Mention(reading.span, _with_vendor(model_name(owner, parts, catalogue), owner, vendors)))
    return tuple(mentions)


def _meant(reading: Reading, family: Family, parts: Parts, full: dict[tuple[str, str], Parts]) -> Parts:
    """The parts that a short form without a version stands for: `Opus` after `Claude 3 Opus`."""
    if not reading.short or parts.version or parts.size or len(parts.variants) != 1:
        return parts
    return full.get((family.name, fold(parts.variants[0])), parts)


def _with_vendor(name: Name, family: Family, vendors: set[str]) -> Name:
    """The name with its vendor, where the text names that."""
    own = family.name if family.name in family.vendors else None
    return replace(name, vendor=next((each for each in family.vendors if each in vendors), own))
