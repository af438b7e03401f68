"""Where articles disagree: one says that A beats B, another that B beats A, or that A does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimscan.ledger.copies import Wording
from claimscan.model import AspectKind, Relation


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides about one pair of names and one kind of merit: what speaks for `first` over `second`, and what against.

    `same_topic`: at least one wording of each side is on the same ground, the same benchmark or aspect or both in general; else one
    side speaks in general and the other of something special.
    """

    first: str
    second: str
    kind: AspectKind
    same_topic: bool
    holding: tuple[Wording, ...]
    against: tuple[Wording, ...]


def contradictions_of(wordings: Iterable[Wording]) -> tuple[Contradiction, ...]:
    """All pairs about which wordings of the ledger disagree, those on the same ground first, then by how much is said of them."""
    holding: dict[tuple[str, str, AspectKind], list[Wording]] = {}
    against: dict[tuple[str, str, AspectKind], list[Wording]] = {}
    for wording in wordings:
        claim = wording.first.claim
        if claim.relation is not Relation.OUTPERFORMS:
            continue
        for loser in wording.first.losers:
            straight = claim.subject < loser
            sides = holding if straight is wording.first.wins else against
            first, second = sorted((claim.subject, loser))
            sides.setdefault((first, second, claim.aspect_kind), []).append(wording)
    found = [_between(*key, holding[key], against[key]) for key in holding.keys() & against.keys()]
    return tuple(sorted(filter(None, found), key=_weight))


def _between(first: str, second: str, kind: AspectKind, holding: list[Wording], against: list[Wording]) -> Contradiction | None:
    """What remains of two sides when wordings on other ground are left out; None if that is nothing."""
    for_it, against_it = _Side.of(holding), _Side.of(against)
    ones = tuple(one for one in holding if against_it.meets(one))
    others = tuple(other for other in against if for_it.meets(other))
    return Contradiction(first, second, kind, any(map(against_it.shares, ones)), ones, others) if ones else None


@dataclass(frozen=True, slots=True)
class _Side:
    """The grounds on which the wordings of one side speak, None for in general: those of all, and those of the ones that see a winner."""

    grounds: frozenset[str | None]
    winning: frozenset[str | None]

    @classmethod
    def of(cls, wordings: Iterable[Wording]) -> _Side:
        """The side that these wordings make."""
        grounds = [(ground, wording.first.wins) for wording in wordings for ground in _grounds(wording)]
        return cls(frozenset(ground for ground, _ in grounds), frozenset(ground for ground, wins in grounds if wins))

    def meets(self, other: Wording) -> bool:
        """Whether a wording of the other side speaks of the same ground, or one of both in general, and not both are mere denials."""
        own = self._able(other)
        return bool(own) and (None in own or None in _grounds(other) or self.shares(other))

    def shares(self, other: Wording) -> bool:
        """Whether a wording of the other side speaks of the very same ground."""
        return not self._able(other).isdisjoint(_grounds(other))

    def _able(self, other: Wording) -> frozenset[str | None]:
        return self.grounds if other.first.wins else self.winning


def _grounds(wording: Wording) -> frozenset[str | None]:
    """The aspects and benchmarks of a wording; None where it speaks in general."""
    claim = wording.first.claim
    return frozenset((*claim.aspects, *claim.benchmarks)) or frozenset((None,))


def _weight(found: Contradiction) -> tuple[bool, int, str, str, str]:
    return (not found.same_topic, -len(found.holding) - len(found.against), found.first, found.second, found.kind)
