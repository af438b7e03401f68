"""Which fields are said of which side of a comparison with several: "A beats B in maths, C in law"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import reduce

from claimscan.claims.site import Pair, Party
from claimscan.model import Span


@dataclass(frozen=True, slots=True)
class Shares:
    """Where the sides stand that tell a claim from others of the same words, and those that tell these others.

    `mutual` says that each side wins in a field of its own.
    """

    mine: frozenset[Span]
    others: frozenset[Span]
    mutual: bool

    def own(self, fields: Sequence[Span]) -> Sequence[Span]:
        """The fields said of this claim, in order: all of them, unless others of the same words have fields of their own."""
        if self.mutual and self.others and len(fields) == 1:
            return fields if _beside(fields[0], self.mine | self.others) in self.mine else []
        runs = _runs(fields, self.mine | self.others)
        if len(runs) < 2 or not (self.mutual or all(told for _, told in runs)):
            return fields
        return [span for sides, told in runs if self.mine & sides for span in told]


def shares_of(pair: Pair, siblings: Sequence[Pair], *, mutual: bool) -> Shares:
    """How a claim shares its words with its siblings, itself among them; where each side wins, it is told by who does."""
    sides = [_spans(each.winners if mutual else (*each.winners, *each.losers)) for each in siblings]
    common = frozenset() if mutual else reduce(frozenset.intersection, sides)
    mine = sides[siblings.index(pair)] - common
    return Shares(mine, frozenset().union(*sides) - common - mine, mutual)


def _spans(parties: Collection[Party]) -> frozenset[Span]:
    return frozenset(party.span for party in parties if not party.elided)


def _beside(field: Span, sides: Collection[Span]) -> Span:
    """The side that a field is told of where each has its own: the last one before it, else the first."""
    return max((side for side in sides if side < field), default=min(sides))


def _runs(fields: Sequence[Span], sides: Collection[Span]) -> list[tuple[set[Span], list[Span]]]:
    """Sides with the fields behind them, or before them where a field comes first: "in maths A leads, in law B"."""
    places = sorted((*fields, *sides))
    runs: list[tuple[set[Span], list[Span]]] = []
    for before, span in zip((None, *places), places, strict=False):
        if before is None or ((span in fields) == (places[0] in fields) and (before in fields) != (span in fields)):
            runs.append((set(), []))
        if span in fields:
            runs[-1][1].append(span)
        else:
            runs[-1][0].add(span)
    return runs
