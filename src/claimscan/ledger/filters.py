"""Which statements of a ledger a report is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from claimscan.errors import ClaimscanError
from claimscan.ledger.copies import Wording
from claimscan.ledger.days import days
from claimscan.ledger.statements import Ledger, Names, Score, Statement
from claimscan.rulebook.naming import fold


class UnknownName(ClaimscanError):  # noqa: N818 - it is told as what it is
    """A filter asks for a name that the ledger does not have."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a report is restricted to; names are compared without case, blanks and hyphens.

    Several values of one kind widen, several kinds narrow. `models` are names or families, `since` and `until` dates
    of any precision; a statement of no known date passes neither.
    """

    models: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    benchmarks: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    not_self_reported: bool = False

    def leaves(self, wording: Wording, names: Names) -> Wording | None:
        """What is left of a wording; None if nothing is."""
        if self.not_self_reported and wording.self_reported:
            return None
        return wording.narrowed(lambda statement: self._accepts(statement, wording.source, names))

    def _accepts(self, statement: Statement, source: str | None, names: Names) -> bool:
        claim = statement.claim
        sides = (claim.subject, *claim.objects)
        return (
            _any(self.models, (*sides, *(names.families.get(side, "") for side in sides)))
            and _any(self.vendors, (*sides, *(names.vendors.get(side, "") for side in sides)))
            and _any(self.sources, (source or "", statement.claim.source or "", statement.article.id))
            and _any(self.benchmarks, claim.benchmarks)
            and self._in_time(statement.date)
        )

    def accepts_score(self, score: Score, names: Names) -> bool:
        """Whether a score belongs in the report; nobody is said to have told it, so it has no source but its article."""
        return (
            _any(self.models, (score.model, names.families.get(score.model, "")))
            and _any(self.vendors, (score.model, names.vendors.get(score.model, "")))
            and _any(self.sources, (score.article.id,))
            and _any(self.benchmarks, (score.benchmark,))
            and self._in_time(score.article.date)
        )

    def check(self, ledger: Ledger) -> None:
        """Raise UnknownName if the ledger does not have one of the names, with the name that was perhaps meant."""
        sides = {side for s in ledger.statements for side in (s.claim.subject, *s.claim.objects)}
        models = sides | {score.model for score in ledger.scores}
        families = {ledger.names.families[name] for name in models if name in ledger.names.families}
        vendors = {ledger.names.vendors[name] for name in models if name in ledger.names.vendors}
        _known("--model", self.models, models | families)
        _known("--vendor", self.vendors, sides | vendors)
        articles = {statement.article.id for statement in ledger.statements}
        _known("--source", self.sources, articles | {statement.claim.source for statement in ledger.statements if statement.claim.source})
        tested = {name for statement in ledger.statements for name in statement.claim.benchmarks}
        _known("--benchmark", self.benchmarks, tested | {score.benchmark for score in ledger.scores})

    def _in_time(self, date: str | None) -> bool:
        since, until, said = days(self.since), days(self.until), days(date)
        if said is None:
            return since is None and until is None
        return (since is None or said[1] >= since[0]) and (until is None or said[0] <= until[1])


def _any(wanted: tuple[str, ...], names: Iterable[str]) -> bool:
    """Whether one of the names is wanted; all are where nothing is."""
    return not wanted or not {fold(name) for name in wanted}.isdisjoint(map(fold, names))


def _known(option: str, wanted: tuple[str, ...], names: Iterable[str]) -> None:
    known = {fold(name): name for name in sorted(names)}
    for name in wanted:
        if fold(name) not in known:
            near = process.extractOne(fold(name), list(known), scorer=fuzz.ratio, score_cutoff=70)
            hint = f"; did you mean '{known[near[0]]}'?" if near else ""
            raise UnknownName(f"{option} '{name}': the ledger does not have that name{hint}")
