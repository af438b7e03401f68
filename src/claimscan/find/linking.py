"""Readings → mentions: short forms go to the full name last meant, and models get the vendor that the text names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimscan.find.catalogue_scan import Reading
from claimscan.find.grammar import model_name
from claimscan.model import Kind, Mention, Name
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Family


def link(text: str, readings: Sequence[Reading], catalogue: Catalogue) -> tuple[Mention, ...]:
    """The mentions that these readings mean, in order of place."""
    vendors = {each.owner.name for each in readings if each.kind is Kind.VENDOR}
    return tuple(Mention(each.span, _name(each, vendors, catalogue)) for each in readings)


def _name(reading: Reading, vendors: set[str], catalogue: Catalogue) -> Name:
    """The name that a reading means."""
    owner = reading.owner
    if isinstance(owner, Family) and reading.parts is not None:
        name = model_name(owner, reading.parts, catalogue)
        vendor = next((each for each in owner.vendors if each in vendors), None)
        return replace(name, vendor=vendor)
    return Name(reading.kind, owner.name)
