"""Who is said to beat whom: pairs of winner and loser, and the names ranked by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimscan.ledger.copies import Wording
from claimscan.ledger.statements import Names
from claimscan.model import Polarity, Relation, Stance


@dataclass(frozen=True, slots=True)
class Pair:
    """What is said of one winner over one loser.

    `sources` counts the independent ones: the voices whose claims are not self-reported. `denied` counts the wordings that say the
    winner does not beat the loser; they are no part of `wordings`.
    """

    winner: str
    loser: str
    wordings: tuple[Wording, ...]
    denied: int

    @property
    def claims(self) -> int:
        """How many wordings say so."""
        return len(self.wordings)

    @property
    def sources(self) -> int:
        """How many independent sources say so."""
        return independent(self.wordings)

    @property
    def self_reported(self) -> int:
        """How many wordings come from the winner's side."""
        return sum(wording.self_reported for wording in self.wordings)

    @property
    def hedged(self) -> int:
        """How many wordings say so with reservation."""
        return sum(wording.first.claim.stance is Stance.HEDGED for wording in self.wordings)


@dataclass(frozen=True, slots=True)
class Standing:
    """One name in the ranking.

    `balance` is the number of names it is more often said to beat than to lose to, less those of which the opposite holds. `wins`,
    `losses` and `self_reported` count wordings, `sources` the independent sources of its wins, `beats` and `beaten_by` names.
    """

    name: str
    vendor: str | None
    balance: int
    wins: int
    losses: int
    sources: int
    self_reported: int
    beats: int
    beaten_by: int
    matches: int
    leads: int


def independent(wordings: Iterable[Wording]) -> int:
    """How many different voices speak in wordings that are not self-reported."""
    return len({wording.voice for wording in wordings if not wording.self_reported})


def pairs_of(wordings: Iterable[Wording]) -> tuple[Pair, ...]:
    """Every winner with every loser, the most often told pairs first."""
    told: dict[tuple[str, str], list[Wording]] = {}
    denied: dict[tuple[str, str], int] = {}
    for wording in wordings:
        claim = wording.first.claim
        for loser in wording.first.losers:
            side = (claim.subject, loser)
            if wording.first.wins:
                told.setdefault(side, []).append(wording)
            elif claim.relation is Relation.OUTPERFORMS:
                denied[side] = denied.get(side, 0) + 1
    pairs = [Pair(*side, tuple(found), denied.get(side, 0)) for side, found in told.items()]
    return tuple(sorted(pairs, key=lambda pair: (-pair.claims, -pair.sources, pair.winner, pair.loser)))


def ranking(wordings: Sequence[Wording], pairs: Iterable[Pair], names: Names) -> tuple[Standing, ...]:
    """All names that are said to win, lose, match or lead; first those that beat the most others on balance."""
    counts = {(pair.winner, pair.loser): pair.claims for pair in pairs}
    against: dict[str, set[str]] = {}
    for winner, loser in counts:
        against.setdefault(winner, set()).add(loser)
        against.setdefault(loser, set()).add(winner)
    of: dict[str, list[Wording]] = {}
    for wording in wordings:
        if wording.first.claim.polarity is Polarity.AFFIRMED:
            for name in dict.fromkeys((wording.first.claim.subject, *wording.first.losers)):
                of.setdefault(name, []).append(wording)
    standings = [_standing(name, of[name], sorted(against.get(name, ())), counts, names.vendors.get(name)) for name in of]
    return tuple(sorted(standings, key=_rank))


def _rank(standing: Standing) -> tuple[int, int, int, int, int, str]:
    return (-standing.balance, -standing.sources, -standing.wins, standing.losses, -standing.leads, standing.name)


def _standing(
    name: str, wordings: Sequence[Wording], others: Sequence[str], counts: Mapping[tuple[str, str], int], vendor: str | None
) -> Standing:
    """The place of one name, from the wordings that speak of it."""
    wins = [wording for wording in wordings if wording.first.wins and wording.first.claim.subject == name and wording.first.losers]
    net = [counts.get((name, other), 0) - counts.get((other, name), 0) for other in others]
    claims = [wording.first.claim for wording in wordings]
    return Standing(
        name=name,
        vendor=vendor,
        balance=sum(difference > 0 for difference in net) - sum(difference < 0 for difference in net),
        wins=len(wins),
        losses=sum(wording.first.wins and wording.first.claim.subject != name for wording in wordings),
        sources=independent(wins),
        self_reported=sum(wording.self_reported for wording in wins),
        beats=sum((name, other) in counts for other in others),
        beaten_by=sum((other, name) in counts for other in others),
        matches=sum(claim.relation is Relation.MATCHES for claim in claims),
        leads=sum(claim.relation is Relation.LEADS and claim.subject == name for claim in claims),
    )
