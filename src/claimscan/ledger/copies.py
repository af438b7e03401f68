"""The same wording in several articles counts once: copies of a wire story are found and kept with the first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import Indel

from claimscan.ledger.days import days
from claimscan.ledger.statements import Statement

ALIKE = 0.85  # the share of words in common, in the same order, from which two sentences are one wording
SHORT = 10  # sentences of fewer words are one wording only if they are equal: two people may well say nearly the same


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim in one wording: the earliest statement, and its copies in other places.

    `source` is who says so; where the first is silent, whoever a copy names. `self_reported`: any copy tells that the winner's side
    says so.
    """

    first: Statement
    copies: tuple[Statement, ...]
    source: str | None
    self_reported: bool

    @property
    def voice(self) -> str:
        """Who says so: the source, else the first article itself."""
        return self.source or self.first.article.id

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The first and its copies."""
        return (self.first, *self.copies)

    def narrowed(self, kept: Callable[[Statement], bool]) -> Wording | None:
        """The wording with the statements that are kept, None if none is; what its other copies tell stays known."""
        left = tuple(filter(kept, self.statements))
        return replace(self, first=left[0], copies=left[1:]) if left else None


def gather(statements: Iterable[Statement], alike: float = ALIKE) -> tuple[Wording, ...]:
    """The statements with their copies, by date, in the order of the ledger where dates are equal."""
    groups: dict[Hashable, list[list[Statement]]] = {}
    leaders: dict[Hashable, list[tuple[str, ...]]] = {}
    exact: dict[Hashable, list[Statement]] = {}
    for statement in sorted(statements, key=_when):
        said, words = _what(statement), _words(statement.sentence)
        if (known := exact.get((said, words))) is not None:
            known.append(statement)
            continue
        clusters, heads = groups.setdefault(said, []), leaders.setdefault(said, [])
        at = _nearest(words, heads, alike)
        if at is None:
            heads.append(words)
            clusters.append([])
            at = len(clusters) - 1
        clusters[at].append(statement)
        exact[said, words] = clusters[at]
    wordings = [_wording(cluster) for clusters in groups.values() for cluster in clusters]
    return tuple(sorted(wordings, key=lambda wording: _when(wording.first)))


def _wording(statements: Sequence[Statement]) -> Wording:
    """The wording of statements that are copies of the first."""
    source = next((statement.claim.source for statement in statements if statement.claim.source), None)
    return Wording(statements[0], tuple(statements[1:]), source, any(statement.claim.self_reported for statement in statements))


def _nearest(words: tuple[str, ...], heads: Sequence[tuple[str, ...]], alike: float) -> int | None:
    """The place of the most similar sentence that is similar enough."""
    if len(words) < SHORT:
        return None
    found = process.extractOne(words, heads, scorer=Indel.normalized_similarity, processor=None, score_cutoff=alike)
    return None if found is None else int(found[2])


def _what(statement: Statement) -> Hashable:
    """What is claimed: only claims that say the same can be copies."""
    claim = statement.claim
    names = (claim.subject, tuple(sorted(claim.objects)), claim.generic_object)
    return (claim.relation, claim.polarity, *names, claim.aspect_kind, tuple(sorted(claim.benchmarks)), claim.margin)


def _words(sentence: str) -> tuple[str, ...]:
    """The words of a sentence without case and the marks around them."""
    return tuple(word for part in sentence.casefold().split() if (word := part.strip(".,;:!?\"'()[]“”„‚‘’»«–—-*_")))


def _when(statement: Statement) -> tuple[int, int]:
    """The first and last day, earliest and most precise first, undated last."""
    covered = days(statement.date)
    return (covered[0].toordinal(), covered[1].toordinal()) if covered else (10_000_000, 0)
