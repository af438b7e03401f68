"""A family's bare name where the text means its one member: `Qwen` after `Qwen 2.5-Max`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimscan.find.catalogue_scan import Reading
from claimscan.find.grammar import Parts
from claimscan.model import Kind
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Family, fold

_AFTER = re.compile(r"-[^\W\d_]|[ \u00a0]([^\W\d_]+)")
_LIST_BEFORE = re.compile(r"[,(/–—]\s?$|[,\s]([^\W\d]{1,5})\s$")
_LIST_AFTER = re.compile(r"\s?[,/)]|\s([^\W\d]{1,5})\s")
_OWNED = re.compile(r"['’]s?\s(?:[^\W\d]{2,8}\s)?")
_POSSESSIVE = re.compile(r"['’]s?\s|s\s|\s")


def with_bare_families(text: str, readings: Sequence[Reading], catalogue: Catalogue) -> tuple[Reading, ...]:
    """The readings in which a bare family name, once a text has named one version of it alone, means that one.

    It keeps its own meaning before that name, in lists beside other bare names, after its maker's name, and where the
    words after it speak of the family.
    """
    members, versions = _single_members(readings), _single_versions(readings)
    named: set[str] = set()
    found: list[Reading] = []
    for at, reading in enumerate(readings):
        family, parts = reading.owner, reading.parts
        if not isinstance(family, Family) or parts is None:
            found.append(reading)
        elif not parts.empty:
            named.add(family.name)
            if not _of_another_maker(text, readings, at, family):
                whole = _with_version(text, found, reading, parts, versions)
                found.append(reading if whole is parts else replace(reading, parts=whole))
        elif family.name in members and family.name in named and not _is_family(text, readings, at, catalogue):
            found.append(replace(reading, parts=members[family.name], short=True))
        else:
            found.append(reading)
    return tuple(found)


def _of_another_maker(text: str, readings: Sequence[Reading], at: int, family: Family) -> bool:
    """Whether a form that can stand without its family's name belongs to the maker of another one: "Google's own V2"."""
    span = readings[at].span
    before = readings[at - 1] if at else None
    if before is None or before.kind is not Kind.VENDOR or fold(span.of(text)) not in family.alone:
        return False
    owned = _OWNED.fullmatch(text, before.span.end, span.start) is not None
    return owned and before.owner is not None and before.owner.name not in family.vendors


def _with_version(text: str, before: Sequence[Reading], reading: Reading, parts: Parts, versions: Mapping[str, str]) -> Parts:
    """The parts of a form without its family's name, with the version that it can only have, or that its sentence told.

    So in "the Llama 4 models, Scout and Maverick".
    """
    family = reading.owner
    if not isinstance(family, Family) or parts.version or parts.size or fold(reading.span.of(text)) not in family.alone:
        return parts
    if family.name in versions:
        return replace(parts, version=versions[family.name])
    kin = [each for each in before if isinstance(each.owner, Family) and each.owner.name == family.name and each.parts]
    if not kin or any(sign in text[kin[-1].span.end : reading.span.start] for sign in ".\n"):
        return parts
    told = kin[-1].parts
    listed = told is not None and not told.size and (told.variants == () or kin[-1].short)
    return replace(parts, version=told.version) if told is not None and listed else parts


def _single_versions(readings: Sequence[Reading]) -> Mapping[str, str]:
    """The version of each family of which a text names but one, at least once without a variant."""
    told: dict[str, set[str]] = {}
    plain: set[tuple[str, str]] = set()
    for family, parts in _models(readings):
        if parts.version:
            told.setdefault(family.name, set()).add(parts.version)
            if not (parts.variants or parts.size):
                plain.add((family.name, parts.version))
    return {name: version for name, (version, *others) in told.items() if not others and (name, version) in plain}


def _single_members(readings: Sequence[Reading]) -> Mapping[str, Parts]:
    """The member that each family's bare name can mean: where all have one version, the one without more, or the only one."""
    members: dict[str, dict[tuple[str | None, str | None, tuple[str, ...]], Parts]] = {}
    for family, parts in _models(readings):
        if not parts.empty and not family.alone:
            members.setdefault(family.name, {})[parts.version, parts.size, parts.variants] = parts
    single = {}
    for name, found in members.items():
        versions = {version for version, _, _ in found}
        if len(versions) != 1 or versions == {None}:
            continue
        plainest = [parts for parts in found.values() if not parts.size and not parts.variants] or list(found.values())
        if len(plainest) == 1:
            single[name] = plainest[0]
    return single


def _models(readings: Sequence[Reading]) -> Iterator[tuple[Family, Parts]]:
    return ((each.owner, each.parts) for each in readings if isinstance(each.owner, Family) and each.parts is not None)


def _is_family(text: str, readings: Sequence[Reading], at: int, catalogue: Catalogue) -> bool:
    """Whether a bare name speaks of the family: by the words after it, its maker before it, or a list that it stands in."""
    span = readings[at].span
    after = _AFTER.match(text, span.end)
    if after is not None and (after.group(1) is None or fold(after.group(1)) in catalogue.words.family_after):
        return True
    before = readings[at - 1] if at else None
    if before is not None and before.kind is Kind.VENDOR and _POSSESSIVE.fullmatch(text, before.span.end, span.start):
        return True
    joining = catalogue.words.joining
    left = _LIST_BEFORE.search(text, max(0, span.start - 8), span.start)
    right = _LIST_AFTER.match(text, span.end)
    return any(each is not None and (each.group(1) is None or fold(each.group(1)) in joining) for each in (left, right))
