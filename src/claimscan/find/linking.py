"""Readings → mentions: short forms go to the full name last meant, and models get the vendor that the text names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claimscan.find.catalogue_scan import Reading
from claimscan.find.grammar import Parts, canonical_name, model_name
from claimscan.model import Kind, Mention, Name, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Entry, Family, fold

_BEFORE = re.compile(r"(?:['’]s?|s)?\s")
_AFTER = re.compile(r"\s\(|,?\s([^\W\d]+(?:\s[^\W\d]+){0,2})\s")
_INITIALS = 5


@dataclass(slots=True)
class _Memory:
    """What earlier mentions of a text have fixed."""

    models: dict[tuple[Family, str | None, str | None, tuple[str, ...]], Name] = field(default_factory=dict)
    others: dict[tuple[str, Kind, bool, str], Name] = field(default_factory=dict)
    full: dict[tuple[str, str], Parts] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    qualified: dict[str, Name] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)
    initials: dict[str, Name] = field(default_factory=dict)


def link(text: str, readings: Sequence[Reading], catalogue: Catalogue) -> tuple[Mention, ...]:
    """The mentions that these readings mean, in order of place."""
    vendors = {each.owner.name for each in readings if each.kind is Kind.VENDOR}
    memory = _Memory()
    mentions = []
    for at, reading in enumerate(readings):
        owner, parts = reading.owner, reading.parts
        if not isinstance(owner, Family) or parts is None:
            mentions.append(Mention(reading.span, _other(reading, memory)))
            continue
        beside = _maker_beside(text, readings, at, catalogue)
        if reading.known:
            name = _known(text, reading, owner, parts, beside, vendors, memory, catalogue)
        else:
            _remember_initials(text, mentions, reading.span, memory)
            name = memory.initials.get(reading.span.of(text)) or _unknown(text, reading, owner, parts, beside, memory, catalogue)
        mentions.append(Mention(reading.span, name))
    return _with_one_vendor(mentions)


def _remember_initials(text: str, mentions: Sequence[Mention], span: Span, memory: _Memory) -> None:
    """Takes in the short form that a text gives a model in brackets behind its name: "AlphaFold 3 (AF3)"."""
    before = mentions[-1] if mentions else None
    enclosed = before is not None and text[before.span.end : span.start] == " (" and text.startswith(")", span.end)
    if before is None or not enclosed or before.name.kind is not Kind.MODEL:
        return
    word, rest = span.of(text), iter(before.name.name.casefold())
    ordered = word[:1].casefold() == before.name.name[:1].casefold() and all(sign in rest for sign in word.casefold())
    if ordered and len(word) <= _INITIALS and not word.islower():
        memory.initials[word] = before.name


def _with_one_vendor(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, each unknown model with the vendor that the text first gives it, wherever it stands."""
    told: dict[str, str] = {}
    for each in mentions:
        if each.name.vendor is not None and not each.name.known:
            told.setdefault(each.name.name, each.name.vendor)
    if not told:
        return tuple(mentions)
    return tuple(
        Mention(each.span, replace(each.name, vendor=told[each.name.name])) if not each.name.known and each.name.name in told else each
        for each in mentions
    )


def _other(reading: Reading, memory: _Memory) -> Name:
    """The name of what is no model; of a person's last name alone, the full name that it stood in before."""
    name, kind = reading.owner.name, reading.kind
    if kind is Kind.PERSON:
        name = memory.persons.get(name, name)
        memory.persons[name.split()[-1]] = name
    sort = reading.owner.sort if isinstance(reading.owner, Entry) else ""
    key = (name, kind, reading.known, sort)
    if key not in memory.others:
        memory.others[key] = Name(kind, name, known=reading.known, sort=sort)
    return memory.others[key]


def _known(
    text: str, reading: Reading, family: Family, parts: Parts, beside: str | None, vendors: set[str], memory: _Memory, catalogue: Catalogue
) -> Name:
    """The name of a catalogued model."""
    parts = _meant(reading, family, parts, memory)
    key = (family, parts.version, parts.size, parts.variants)
    name = memory.models.get(key)
    if name is None:
        spelled, vendor = canonical_name(family, parts, catalogue), _vendor(family, vendors)
        name = memory.models[key] = model_name(spelled, family, parts, known=True, vendor=vendor)
    if not family.qualified or not parts.empty:
        return name
    if beside in family.vendors and text[reading.span.start - 1 : reading.span.start].isspace():
        name = replace(name, name=f"{beside} {name.name}", vendor=beside)
        memory.qualified[family.name] = name
    return memory.qualified.get(family.name, name)


def _unknown(text: str, reading: Reading, family: Family, parts: Parts, beside: str | None, memory: _Memory, catalogue: Catalogue) -> Name:
    """The name of a model that the catalogue does not have: as the text first writes it, one for all its spellings."""
    spelled = canonical_name(family, parts, catalogue)
    surface = spelled if reading.short else reading.span.of(text)
    own = memory.spellings.setdefault(fold(spelled).replace(" ", ""), surface)
    return model_name(own, family, parts, known=False, vendor=beside)


def _meant(reading: Reading, family: Family, parts: Parts, memory: _Memory) -> Parts:
    """The parts that a short form without a version stands for: `Opus` after `Claude 3 Opus`."""
    if reading.short and not parts.version and not parts.size and len(parts.variants) == 1:
        return memory.full.get((family.name, fold(parts.variants[0])), parts)
    for variant in parts.variants if parts.version else ():
        memory.full[family.name, fold(variant)] = parts
    return parts


def _vendor(family: Family, vendors: set[str]) -> str | None:
    """The vendor of a family, where the text names that."""
    own = family.name if family.name in family.vendors else None
    return next((each for each in family.vendors if each in vendors), own)


def _maker_beside(text: str, readings: Sequence[Reading], at: int, catalogue: Catalogue) -> str | None:
    """The vendor that stands right before a model (`Lumo's Kestrel-2`) or is named after it (`Kestrel-2 by Lumo`)."""
    here = readings[at].span
    if at and readings[at - 1].kind is Kind.VENDOR and _BEFORE.fullmatch(text, readings[at - 1].span.end, here.start):
        return readings[at - 1].owner.name
    if at + 1 < len(readings) and readings[at + 1].kind is Kind.VENDOR:
        gap = _AFTER.fullmatch(text, here.end, readings[at + 1].span.start)
        if gap and (gap.group(1) is None or fold(gap.group(1)) in catalogue.words.by):
            return readings[at + 1].owner.name
    return None
