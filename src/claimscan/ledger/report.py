"""The whole report: from the records of a ledger to what is said across its articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from claimscan.ledger.contradictions import Contradiction, contradictions_of
from claimscan.ledger.copies import Wording, gather
from claimscan.ledger.days import days
from claimscan.ledger.filters import Filter
from claimscan.ledger.standings import Pair, Standing, pairs_of, ranking
from claimscan.ledger.statements import Names, Score, read_ledger


@dataclass(frozen=True, slots=True)
class Month:
    """What was said in one month, `YYYY-MM`; None for what has no known month."""

    month: str | None
    wordings: tuple[Wording, ...]

    @property
    def self_reported(self) -> int:
        """How many wordings come from the winner's side."""
        return sum(wording.self_reported for wording in self.wordings)


@dataclass(frozen=True, slots=True)
class SelfPraise:
    """What one source says in its own favour; `confirmed` counts the pairs of `claimed` that an independent source tells too."""

    source: str
    wordings: tuple[Wording, ...]
    models: tuple[str, ...]
    claimed: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a ledger says, as far as a filter lets it; `documents` and `failed` count the whole ledger."""

    filter: Filter
    documents: int
    failed: int
    statements: int
    wordings: tuple[Wording, ...]
    names: Names
    ranking: tuple[Standing, ...]
    pairs: tuple[Pair, ...]
    contradictions: tuple[Contradiction, ...]
    timeline: tuple[Month, ...]
    self_praise: tuple[SelfPraise, ...]
    scores: tuple[Score, ...]


def report_of(records: Iterable[Mapping[str, Any]], chosen: Filter | None = None) -> Report:
    """The report on records, given as the values of `claimscan/1`. Raises UnknownName for a filter's name that they do not have."""
    chosen = chosen or Filter()
    ledger = read_ledger(records)
    chosen.check(ledger)
    wordings = tuple(left for wording in gather(ledger.statements) if (left := chosen.leaves(wording, ledger.names)))
    pairs = pairs_of(wordings)
    return Report(
        filter=chosen,
        documents=ledger.documents,
        failed=ledger.failed,
        statements=sum(len(wording.statements) for wording in wordings),
        wordings=wordings,
        names=ledger.names,
        ranking=ranking(wordings, pairs, ledger.names),
        pairs=pairs,
        contradictions=contradictions_of(wordings),
        timeline=_timeline(wordings),
        self_praise=_self_praise(wordings, pairs),
        scores=_scores(score for score in ledger.scores if chosen.accepts_score(score, ledger.names)),
    )


def _timeline(wordings: Iterable[Wording]) -> tuple[Month, ...]:
    """The months in which something was said, in order, the unknown last."""
    months: dict[str, list[Wording]] = {}
    for wording in wordings:
        months.setdefault(month_of(wording.first.date) or "", []).append(wording)
    return tuple(Month(month or None, tuple(months[month])) for month in sorted(months, key=lambda month: (not month, month)))


def month_of(date: str | None) -> str | None:
    """The month in which a date lies as a whole, None if it spans more."""
    covered = days(date)
    first, last = covered or (None, None)
    return f"{first:%Y-%m}" if first and last and f"{first:%Y-%m}" == f"{last:%Y-%m}" else None


def _self_praise(wordings: Iterable[Wording], pairs: Iterable[Pair]) -> tuple[SelfPraise, ...]:
    """The sources that speak in their own favour, the loudest first."""
    independent = {(pair.winner, pair.loser) for pair in pairs if pair.sources}
    own: dict[str, list[Wording]] = {}
    for wording in wordings:
        if wording.self_reported:
            own.setdefault(wording.voice, []).append(wording)
    praise = [_praise(source, found, independent) for source, found in own.items()]
    return tuple(sorted(praise, key=lambda one: (-len(one.wordings), one.source)))


def _praise(source: str, wordings: list[Wording], independent: set[tuple[str, str]]) -> SelfPraise:
    claimed = {(wording.first.claim.subject, loser) for wording in wordings if wording.first.wins for loser in wording.first.losers}
    models = sorted({wording.first.claim.subject for wording in wordings})
    return SelfPraise(source, tuple(wordings), tuple(models), len(claimed), len(claimed & independent))


def _scores(scores: Iterable[Score]) -> tuple[Score, ...]:
    """The scores by benchmark, model and value; told again by another article, a score counts once."""
    first: dict[tuple[str, str, str], Score] = {}
    for score in scores:
        first.setdefault((score.benchmark, score.model, score.value), score)
    return tuple(first[key] for key in sorted(first, key=lambda key: (key[0], key[1], first[key].number or 0.0, key[2])))
