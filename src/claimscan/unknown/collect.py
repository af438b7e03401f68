"""Records → the names in them that the catalogue does not know, each with its counts and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claimscan.model import Kind, Record
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Entry, Family
from claimscan.unknown.names import KINDS, Origin, Passage, UnknownName, UnknownNames
from claimscan.unknown.sightings import Sighting, sightings, squeezed


@dataclass(slots=True)
class _Tally:
    """What was seen of one name so far; counters keep the order in which things were first seen."""

    kind: Kind
    documents: int = 0
    parted: bool = False
    heads: Counter[str] = field(default_factory=Counter)
    members: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    vendors: Counter[str] = field(default_factory=Counter)
    origins: set[Origin] = field(default_factory=set)
    passages: list[Passage] = field(default_factory=list)

    def add(self, seen: Sighting) -> None:
        """One more mention."""
        self.parted |= seen.exact
        self.heads[seen.head] += 1
        self.members[seen.member] += 1
        self.written[seen.passage.words] += 1
        self.origins.add(seen.origin)
        if seen.vendor is not None:
            self.vendors[seen.vendor] += 1


def unknown_names(
    records: Iterable[Record], catalogue: Catalogue, *, kinds: Iterable[Kind] = KINDS, least: int = 1, passages: int = 1
) -> UnknownNames:
    """The names of these kinds that are mentioned at least so often; spellings that differ in case, blanks and hyphens are one.

    Of each name `passages` places are told: the first one in each of the first documents that hold it.
    """
    wanted, documents = frozenset(kinds), 0
    tallies: dict[tuple[Kind, str], _Tally] = {}
    for record in records:
        documents += 1
        here: set[tuple[Kind, str]] = set()
        for seen in sightings(record, catalogue):
            if seen.kind not in wanted:
                continue
            key = (seen.kind, squeezed(seen.head))
            tally = tallies.setdefault(key, _Tally(seen.kind))
            tally.add(seen)
            if key not in here:
                tally.documents += 1
                tally.passages.extend([seen.passage] if len(tally.passages) < passages else [])
            here.add(key)
    spellings = _spellings(catalogue)
    found = (_name(tally) for tally in tallies.values())
    kept = [name for name in found if name.mentions >= least and not _is_catalogued(name, spellings)]
    return UnknownNames(tuple(sorted(kept, key=_place)), documents)


def _place(name: UnknownName) -> tuple[int, int, int, str]:
    return KINDS.index(name.kind), -name.documents, -name.mentions, name.name


def _name(tally: _Tally) -> UnknownName:
    """A tally as a name: the head that its members share, or where there is but one member without a number, that one."""
    shared = tally.parted or len({squeezed(member) for member in tally.members}) > 1
    return UnknownName(
        kind=tally.kind,
        name=_most(tally.heads if shared else tally.members),
        mentions=tally.written.total(),
        documents=tally.documents,
        written=tuple(tally.written.most_common()),
        origins=tuple(origin for origin in Origin if origin in tally.origins),
        vendors=tuple(vendor for vendor, _ in tally.vendors.most_common()),
        parted=shared,
        passages=tuple(tally.passages),
    )


def _most(counted: Counter[str]) -> str:
    """The most frequent one, of several the first."""
    return counted.most_common(1)[0][0]


def _spellings(catalogue: Catalogue) -> Mapping[str, frozenset[Kind]]:
    """All that names are called in the catalogue, with what they name."""
    found: dict[str, set[Kind]] = {}
    owners: tuple[Family | Entry, ...] = (*catalogue.families.values(), *catalogue.entries)
    for owner in owners:
        kind = Kind.MODEL if isinstance(owner, Family) else owner.kind
        for spelling in (owner.name, *owner.aliases):
            found.setdefault(squeezed(spelling), set()).add(kind)
    return {spelling: frozenset(kinds) for spelling, kinds in found.items()}


def _is_catalogued(name: UnknownName, spellings: Mapping[str, frozenset[Kind]]) -> bool:
    """Whether the catalogue has the name, or all that was written for it, if only as a name of another kind."""
    if name.kind in spellings.get(squeezed(name.name), ()):
        return True
    return all(squeezed(words) in spellings for words, _ in name.written)
