"""The same wording in several articles counts once: copies of a wire story are found and kept with the first."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import Indel

from claimscan.ledger.days import days
from claimscan.ledger.statements import Statement

ALIKE = 0.85  # the share of words in common, in the same order, from which two sentences are one wording
COMPARED = 1_000  # of the wordings of one claim, a sentence is compared with the latest so many: copies come soon after the first
SHORT = 10  # sentences of fewer words are one wording only if they are equal: two people may well say nearly the same
_MARKS = ".,;:!?\"'()[]“”„‚‘’»«–—-*_"


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
    letters = _Letters()
    heads: dict[Hashable, deque[str]] = {}
    clusters: dict[tuple[Hashable, str], list[Statement]] = {}
    for statement in sorted(statements, key=_when):
        said, written = _what(statement), letters.of(statement.sentence)
        known = heads.setdefault(said, deque(maxlen=COMPARED))
        head = written if (said, written) in clusters else _nearest(written, known, alike)
        if head is None:
            known.append(written)
            clusters[said, written] = [statement]
        else:
            clusters[said, head].append(statement)
    return tuple(sorted(map(_wording, clusters.values()), key=lambda wording: _when(wording.first)))


def _wording(statements: Sequence[Statement]) -> Wording:
    """The wording of statements that are copies of the first."""
    source = next((statement.claim.source for statement in statements if statement.claim.source), None)
    return Wording(statements[0], tuple(statements[1:]), source, any(statement.claim.self_reported for statement in statements))


def _nearest(written: str, heads: Iterable[str], alike: float) -> str | None:
    """The most similar sentence that is similar enough."""
    if len(written) < SHORT:
        return None
    found = process.extractOne(written, heads, scorer=Indel.normalized_similarity, processor=None, score_cutoff=alike)
    return found[0] if found else None


def _what(statement: Statement) -> Hashable:
    """What is claimed: only claims that say the same can be copies."""
    claim = statement.claim
    names = (claim.subject, tuple(sorted(claim.objects)), claim.generic_object)
    return (claim.relation, claim.polarity, *names, claim.aspect_kind, tuple(sorted(claim.benchmarks)), claim.margin)


class _Letters:
    """Sentences with a letter for each word, which compare many times faster than lists of words."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, sentence: str) -> str:
        """A letter for each word, without case and the marks around it."""
        words = (word.strip(_MARKS) for word in sentence.casefold().split())
        return "".join(self._known.setdefault(word, chr(len(self._known) % sys.maxunicode)) for word in words if word)


def _when(statement: Statement) -> tuple[int, int]:
    """The first and last day, earliest and most precise first, undated last."""
    covered = days(statement.date)
    return (covered[0].toordinal(), covered[1].toordinal()) if covered else (10_000_000, 0)
