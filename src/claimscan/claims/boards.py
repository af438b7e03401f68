"""On which test a claim rests that names none: the one that the text is speaking of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimscan.claims.discourse import Discourse
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.sentences import Unit
from claimscan.model import AspectKind, Claim, Kind, Result

_BACK = 2


def board_of(discourse: Discourse, sentence: int, row: Sequence[Unit], lexicon: Lexicon) -> str | None:
    """The test of which a sentence speaks that tells a rank or a margin without a test: the one of the sentences before.

    A heading speaks of that of the sentence behind it.
    """
    benchmarks = discourse.kinds.get(Kind.BENCHMARK, ())
    if not benchmarks or benchmarks[sentence]:
        return None
    here = discourse.sentences[sentence]
    near = [sentence + 1] if here.heading else range(sentence - 1, max(-1, sentence - 1 - _BACK), -1)
    for other in near:
        if other >= len(benchmarks) or (not here.heading and discourse.sentences[other].block != here.block):
            return None
        names = {mention.name.name for mention in benchmarks[other]}
        if names:
            return names.pop() if len(names) == 1 and _tells_rank(row, lexicon) else None
    return None


def resting(claim: Claim, scores: Sequence[Result], board: str | None) -> Claim:
    """The claim with the one test on which these scores of its parties rest, or its rank, where it tells no test of its own."""
    if claim.benchmarks or claim.aspect_kind is not AspectKind.QUALITY:
        return claim
    if board:
        return replace(claim, benchmarks=(board,))
    if claim.aspects:
        return claim
    told = {score.benchmark for score in scores if score.model == claim.subject or score.model in claim.objects}
    return replace(claim, benchmarks=tuple(told)) if len(told) == 1 else claim


def _tells_rank(row: Sequence[Unit], lexicon: Lexicon) -> bool:
    """Whether a sentence tells a rank or a margin."""
    return any(lexicon.length("ranks_on_board", row, at) or _counts_points(row, at, lexicon) for at in range(len(row)))


def _counts_points(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a number of points is told: "20 points", and no "price points"."""
    before = row[at - 1].form if at else ""
    return lexicon.has("points", row[at].form) and (before[:1].isdigit() or lexicon.has("number_words", before))
