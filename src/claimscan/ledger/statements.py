"""The claims of records, each with its sentence and its article: what a report is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from claimscan.ledger.days import days
from claimscan.model import Claim, ClaimSpans, Polarity, Relation, Span
from claimscan.record import claim_from


@dataclass(frozen=True, slots=True)
class Article:
    """Where a statement stands; `date` is the day of publication."""

    id: str
    title: str | None
    language: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim of an article; the spans of `claim` count from the beginning of `sentence`."""

    id: str
    claim: Claim
    sentence: str
    article: Article

    @property
    def date(self) -> str | None:
        """When it was said: the date in the claim, if its year is known, else that of the article."""
        return next((value for value in (self.claim.date, self.article.date) if days(value)), None)

    @property
    def wins(self) -> bool:
        """Whether it says that the subject beats the objects."""
        return self.claim.relation is Relation.OUTPERFORMS and self.claim.polarity is Polarity.AFFIRMED

    @property
    def losers(self) -> tuple[str, ...]:
        """The named objects, each once, without the subject."""
        return tuple(name for name in dict.fromkeys(self.claim.objects) if name != self.claim.subject)


@dataclass(frozen=True, slots=True)
class Score:
    """A stated score of a model on a benchmark, and where it stands."""

    model: str
    benchmark: str
    value: str
    number: float | None
    unit: str | None
    article: Article


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of the names of a ledger: each model's vendor and family, where an article tells; a vendor is its own."""

    vendors: Mapping[str, str]
    families: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All statements and scores of a ledger, in its order."""

    statements: tuple[Statement, ...]
    scores: tuple[Score, ...]
    names: Names
    documents: int
    failed: int


def read_ledger(records: Iterable[Mapping[str, Any]]) -> Ledger:
    """The statements of records, given as the values of `claimscan/1`."""
    statements: list[Statement] = []
    scores: list[Score] = []
    vendors: dict[str, Counter[str]] = {}
    families: dict[str, str] = {}
    documents = failed = 0
    for values in records:
        documents += 1
        failed += "error" in values
        article = Article(*(values["document"][key] for key in ("id", "title", "language", "date")))
        statements.extend(_statements(values["claims"], article))
        scores.extend(
            Score(result["model"], result["benchmark"], result["value"], result["number"], result["unit"], article)
            for result in values["results"]
        )
        for model in values["models"]:
            if model["vendor"]:
                vendors.setdefault(model["name"], Counter())[model["vendor"]] += 1
            if model["family"]:
                families.setdefault(model["name"], model["family"])
        for vendor in values["vendors"]:
            vendors.setdefault(vendor["name"], Counter())[vendor["name"]] += 1
    names = Names({name: _most(counts) for name, counts in vendors.items()}, families)
    return Ledger(tuple(statements), tuple(scores), names, documents, failed)


def _statements(claims: Iterable[Mapping[str, Any]], article: Article) -> Iterator[Statement]:
    return (Statement(values["id"], _in_sentence(claim_from(values)), values["sentence"], article) for values in claims)


def _in_sentence(claim: Claim) -> Claim:
    """The claim with spans that count from the beginning of its sentence; parts that stand outside are left out."""
    start = claim.span.start

    def moved(span: Span | None) -> Span | None:
        return Span(span.start - start, span.end - start) if span and claim.span.covers(span) else None

    spans = ClaimSpans(
        trigger=moved(claim.spans.trigger) or Span(0, 0),
        subject=moved(claim.spans.subject),
        objects=tuple(span for span in map(moved, claim.spans.objects) if span),
        source=moved(claim.spans.source),
        cues=tuple(span for span in map(moved, claim.spans.cues) if span),
    )
    return replace(claim, span=Span(0, len(claim.span)), spans=spans)


def _most(counts: Counter[str]) -> str:
    """The vendor that most articles give; of equals the first in the alphabet."""
    return min(counts, key=lambda name: (-counts[name], name))
