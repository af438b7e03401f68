"""Where something is to be resolved, and what comes out: a sentence of the discourse, and the parties of a comparison."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from claimscan.claims.discourse import Antecedent, Discourse
from claimscan.claims.salience import Salience
from claimscan.claims.scene import Scene
from claimscan.model import Kind, Mention, Name, Span
from claimscan.rulebook.rules import Gender

PARTIES = (Kind.MODEL, Kind.VENDOR)
"""What can win or lose a comparison."""

_UNNAMED_REACH = 2


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a comparison: a name, or None for an unnamed group; where it stands; how sure it is, in [0, 1].

    `elided` tells one that no word of the sentence stands for: what X is compared with in "X is faster".
    """

    name: Name | None
    span: Span
    certainty: float = 1.0
    elided: bool = False


class Pair(NamedTuple):
    """Who wins and who loses; who leads has beaten nobody by name."""

    winners: tuple[Party, ...]
    losers: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Where something is to be resolved: a sentence of the discourse, as it is matched.

    `centers` are the subjects of earlier sentences that only an anaphor told.
    """

    discourse: Discourse
    sentence: int
    stage: Scene
    centers: Mapping[int, Mention] = field(default_factory=dict)

    @property
    def item(self) -> bool:
        """Whether the sentence stands in a list."""
        return self.discourse.sentences[self.sentence].item

    def unnamed(self) -> Mention | None:
        """The vendor for a model without a name of which a sentence just before spoke, with the place where it did."""
        for back in range(1, _UNNAMED_REACH + 1):
            center = self.centers.get(self.sentence - back)
            if center:
                named = any(mention.span == center.span for mention in self.discourse.mentions[self.sentence - back])
                return center if center.name.kind is Kind.VENDOR and not named else None
        return None

    def resolve(
        self,
        kind: Kind,
        before: int,
        excluded: Collection[Name] = (),
        *,
        vendor: str | None = None,
        reach: int = 8,
        gender: Gender | None = None,
    ) -> Antecedent | None:
        """The most salient name of a kind before an offset of this sentence."""
        find, centers = Salience(self.discourse).resolve, self.centers
        return find(kind, self.sentence, before, excluded, vendor=vendor, reach=reach, centers=centers, gender=gender)
