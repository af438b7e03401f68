"""An unknown name → the entry of rules/names that makes it known; its keys are explained there."""

from __future__ import annotations

import re
from collections import Counter

from claimscan.model import Kind
from claimscan.unknown.names import UnknownName
from claimscan.unknown.sightings import squeezed

Value = str | bool | list[str]

_MARKED = re.compile(r"V\d")
_SHORT = 3
_HYPHENS = "-\u2010\u2011"


def catalogue_entry(name: UnknownName) -> dict[str, Value]:
    """The keys and values of the entry."""
    if name.kind is Kind.MODEL:
        return _family(name)
    entry: dict[str, Value] = {"name": name.name}
    if name.kind is Kind.BENCHMARK and name.parted:
        entry["versions"] = True
    return entry | _context(name.name)


def _family(name: UnknownName) -> dict[str, Value]:
    """A family with its vendor and how versions are joined to it, as far as the texts show."""
    entry: dict[str, Value] = {"name": name.name}
    if name.vendors:
        entry["vendor"] = name.vendors[0] if len(name.vendors) == 1 else list(name.vendors)
    rests = _rests(name)
    joins = Counter[str]()
    for rest, times in rests.items():
        joins["-" if rest[0] in _HYPHENS else " " if rest[0] == " " else ""] += times
    join = joins.most_common(1)[0][0] if joins else " "
    if join != " ":
        entry["join"] = join
    numbered = [rest.lstrip(" " + _HYPHENS) for rest in rests]
    if numbered and all(_MARKED.match(rest) for rest in numbered):
        entry["mark"] = "V"
    if len(name.name) <= _SHORT and sum(rests.values()) == name.mentions:
        entry["needs"] = "version"
    return entry | _context(name.name)


def _rests(name: UnknownName) -> Counter[str]:
    """What follows the family's name in the spellings that begin with it, with how often it stands."""
    found = Counter[str]()
    for words, times in name.written if name.parted else ():
        if words.lower().startswith(name.name.lower()) and squeezed(words) != squeezed(name.name):
            found[words[len(name.name) :]] += times
    return found


def _context(name: str) -> dict[str, Value]:
    """One word written like any other counts only where the text speaks of AI."""
    return {"context": True} if name.isalpha() and name.istitle() else {}
