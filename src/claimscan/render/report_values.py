"""A report as plain values, `claimscan-report/1`: what JSON prints and the page is made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, TextIO

from claimscan.ledger import Report
from claimscan.ledger.copies import Wording
from claimscan.ledger.statements import Article, Score, Statement
from claimscan.render.report_view import ReportView
from claimscan.render.words import cut

SCHEMA = "claimscan-report/1"


def write(report: Report, out: TextIO, view: ReportView) -> None:  # noqa: ARG001 - values are the same in every view
    """Write the report as one JSON object."""
    out.write(json.dumps(report_values(report), ensure_ascii=False, indent=2) + "\n")


def report_values(report: Report) -> dict[str, Any]:
    """The keys and values of a report, in the order of the documentation; statements are told once and pointed at by their ids."""
    ids = Ids(report)
    return {
        "schema": SCHEMA,
        "filters": {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(report.filter).items()},
        "documents": report.documents,
        "failed": report.failed,
        "claims": report.statements,
        "wordings": len(report.wordings),
        "ranking": [asdict(standing) for standing in report.ranking],
        "pairs": [
            {
                "winner": pair.winner,
                "loser": pair.loser,
                "claims": pair.claims,
                "sources": pair.sources,
                "self_reported": pair.self_reported,
                "hedged": pair.hedged,
                "denied": pair.denied,
                "statements": ids.of(pair.wordings),
            }
            for pair in report.pairs
        ],
        "contradictions": [
            {
                "first": found.first,
                "second": found.second,
                "kind": str(found.kind),
                "same_topic": found.same_topic,
                "holding": ids.of(found.holding),
                "against": ids.of(found.against),
            }
            for found in report.contradictions
        ],
        "timeline": [
            {
                "month": month.month,
                "claims": len(month.wordings),
                "self_reported": month.self_reported,
                "statements": ids.of(month.wordings),
            }
            for month in report.timeline
        ],
        "self_praise": [
            {
                "source": praise.source,
                "claims": len(praise.wordings),
                "models": list(praise.models),
                "claimed": praise.claimed,
                "confirmed": praise.confirmed,
                "statements": ids.of(praise.wordings),
            }
            for praise in report.self_praise
        ],
        "results": [score_values(score) for score in report.scores],
        "statements": [ids.wording(wording, report.names.vendors) for wording in report.wordings],
    }


class Ids:
    """A short number for every wording of a report: its place among them, counted from 1."""

    def __init__(self, report: Report) -> None:
        self._numbers = {id(wording): number for number, wording in enumerate(report.wordings, start=1)}

    def of(self, wordings: tuple[Wording, ...]) -> list[int]:
        """The numbers of some wordings."""
        return [self._numbers[id(wording)] for wording in wordings]

    def wording(self, wording: Wording, vendors: Mapping[str, str]) -> dict[str, Any]:
        """The values of one wording; `pieces` is its sentence cut into pairs of words and the part they play."""
        statement, claim = wording.first, wording.first.claim
        return {
            "number": self._numbers[id(wording)],
            "claim": statement.id,
            "relation": str(claim.relation),
            "polarity": str(claim.polarity),
            "stance": str(claim.stance),
            "subject": claim.subject,
            "objects": list(statement.losers),
            "generic_object": claim.generic_object,
            "vendors": sorted({vendors[name] for name in (claim.subject, *claim.objects) if name in vendors}),
            "source": wording.source,
            "self_reported": wording.self_reported,
            "aspect_kind": str(claim.aspect_kind),
            "aspects": list(claim.aspects),
            "benchmarks": list(claim.benchmarks),
            "margin": claim.margin,
            "date": statement.date,
            "confidence": round(claim.confidence, 3),
            "rule": claim.rule,
            "article": article_values(statement.article),
            "pieces": [[span.of(statement.sentence), role] for span, role in cut(claim)],
            "copies": [_copy(copy) for copy in wording.copies],
        }


def article_values(article: Article) -> dict[str, Any]:
    """Where something stands."""
    return {"id": article.id, "title": article.title, "language": article.language, "date": article.date}


def score_values(score: Score) -> dict[str, Any]:
    """A stated score with its place."""
    return {
        "benchmark": score.benchmark,
        "model": score.model,
        "value": score.value,
        "number": score.number,
        "unit": score.unit,
        "article": article_values(score.article),
    }


def _copy(statement: Statement) -> dict[str, Any]:
    return {"claim": statement.id, "date": statement.date, "article": article_values(statement.article), "sentence": statement.sentence}
