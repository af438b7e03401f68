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
    meeting = [(one, other) for one in holding for other in against if _meet(one, other)]
    if not meeting:
        return None
    ones, others = {id(one) for one, _ in meeting}, {id(other) for _, other in meeting}
    return Contradiction(
        first,
        second,
        kind,
        any(_topics(one) & _topics(other) or _topics(one) == _topics(other) for one, other in meeting),
        tuple(one for one in holding if id(one) in ones),
        tuple(other for other in against if id(other) in others),
    )


def _meet(one: Wording, other: Wording) -> bool:
    """Whether two wordings speak of the same ground, or one of them in general, and are not both mere denials."""
    left, right = _topics(one), _topics(other)
    return (one.first.wins or other.first.wins) and (not left or not right or bool(left & right))


def _topics(wording: Wording) -> frozenset[str]:
    claim = wording.first.claim
    return frozenset((*claim.aspects, *claim.benchmarks))


def _weight(found: Contradiction) -> tuple[bool, int, str, str, str]:
    return (not found.same_topic, -len(found.holding) - len(found.against), found.first, found.second, found.kind)
