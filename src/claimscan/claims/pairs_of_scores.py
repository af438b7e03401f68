"""Two scores that a comparison brings with it: "A beats B on MMLU, 39.4 to 36.3"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.reference import span_of
from claimscan.claims.results import is_score, reading_of
from claimscan.claims.sentences import Unit
from claimscan.model import Claim, Polarity, Relation, Result


def scores_by_side(text: str, row: Sequence[Unit], claims: Sequence[Claim], lexicon: Lexicon, read: Sequence[Result]) -> list[Result]:
    """The scores of a sentence: those of a pair belong to winner and loser, whomever the others `read` in it belong to."""
    paired = list(_of_sides(text, row, claims, lexicon)) if claims else []
    return [*paired, *(each for each in read if each.value.split()[0].rstrip("%") not in {one.value for one in paired})]


def _of_sides(text: str, row: Sequence[Unit], claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Result]:
    """The scores of winner and loser, where one comparison on one test is told with two scores and a word between them."""
    duels = {(c.subject, c.objects, c.benchmarks) for c in claims if c.relation is Relation.OUTPERFORMS and c.polarity is Polarity.AFFIRMED}
    if len(duels) != 1:
        return
    winner, losers, benchmarks = duels.pop()
    pair = _pair(row, lexicon)
    if pair is None or len(losers) != 1 or len(benchmarks) != 1:
        return
    told = [(reading_of(span_of(row, at, at + 1).of(text)), at) for at in pair]
    best, worst = sorted(told, key=lambda each: each[0][0] or 0.0, reverse=True)
    for model, ((number, unit), at) in ((winner, best), (losers[0], worst)):
        span = span_of(row, at, at + 1)
        yield Result(model, benchmarks[0], span.of(text), span, number, unit)


def _pair(row: Sequence[Unit], lexicon: Lexicon) -> tuple[int, int] | None:
    """The positions of two scores with nothing but a word of comparison between them."""
    for at in range(1, len(row) - 2):
        length = lexicon.length("score_versus", row, at)
        if length and at + length < len(row) and is_score(row, at - 1, lexicon) and is_score(row, at + length, lexicon):
            return at - 1, at + length
    return None
