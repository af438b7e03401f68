"""The figures of claimscan on annotated texts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from claimscan.extractor import Extractor
from measuring.corpora import Annotated, scorer, texts
from measuring.fields import fields
from measuring.reading import extractor, prediction

Figures = dict[str, float]

_F1 = {
    "models_f1": "models", "vendors_f1": "vendors", "benchmarks_f1": "benchmarks", "dates_f1": "dates",
    "claim_benchmarks_f1": "claim_benchmarks", "results_f1": "results",
}
_SHARES = {"date_values": "date_values", "polarity": "polarity", "stance": "stance", "source": "source"}
_ABOUT_CLAIMS = (
    "pairs_p", "pairs_r", "pairs_f1", "direction", "fields_p", "fields_r", "claim_benchmarks_f1", "polarity", "stance", "source",
)
_DATES = ("dates_f1", "date_values")
_LEFT_OUT = {"bank": _DATES, "unseen": (*_DATES, "results_f1", "fields_p", "fields_r")}  # not annotated there


def compared(extract: Extractor, annotated: Iterable[Annotated]) -> list[Any]:
    """The scorer's documents: each text's annotations beside what was read in it."""
    return [scorer().Document(each.gold, prediction(extract, each), each.text) for each in annotated]


@cache
def documents(corpus: str, language: str) -> tuple[Any, ...]:
    """The compared documents of a corpus in one language, read by the whole program."""
    return tuple(compared(extractor(), texts(corpus, language)))


def figures(corpus: str, language: str) -> Figures:
    """All figures of a corpus in one language; shares of 1, but for the number of claims invented in texts without any."""
    docs = documents(corpus, language)
    found = figures_of(docs)
    has_claims = any(doc.counts["claim_pairs"].tp + doc.counts["claim_pairs"].fn for doc in docs)
    left_out = (*_LEFT_OUT.get(corpus, ()), *(() if has_claims else _ABOUT_CLAIMS))
    return {name: value for name, value in found.items() if name not in left_out}


def figures_of(docs: Iterable[Any]) -> Figures:
    """All figures of some compared documents."""
    docs = list(docs)
    total = scorer().total(docs)
    pairs = total["claim_pairs"]
    fields_p, fields_r = fields(docs)
    return {
        "pairs_p": pairs["p"], "pairs_r": pairs["r"], "pairs_f1": pairs["f1"],
        "direction": direction(docs),
        "fields_p": fields_p, "fields_r": fields_r,
        **{name: total[section]["f1"] for name, section in _F1.items()},
        **{name: total[section]["accuracy"] for name, section in _SHARES.items() if section in total},
        "invented_in_traps": sum(doc.counts["claim_pairs"].fp for doc in docs if not doc.gold["claims"]),
    }


def direction(docs: Iterable[Any]) -> float:
    """The share of right ways round among the comparisons of two named parties that gold has one way or the other."""
    right = wrong = 0
    for doc in docs:
        wanted = {(claim["subject"], each) for claim in _better(doc.gold) for each in claim["objects"]}
        for winner, loser in _read_as_better(doc):
            told = {(one, other) for one in winner for other in loser}
            right += bool(told & wanted)
            wrong += not told & wanted and bool({(other, one) for one, other in told} & wanted)
    return right / (right + wrong) if right + wrong else 1.0


def _read_as_better(doc: Any) -> set[tuple[frozenset[str], frozenset[str]]]:
    """The pairs of winner and loser that were read, each as the gold names that may be meant."""
    kinds = ("models", "vendors")
    return {(doc._resolve(claim["subject"], kinds), doc._resolve(each, kinds)) for claim in _better(doc.pred) for each in claim["objects"]}


def _better(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [claim for claim in record["claims"] if claim["relation"] == "outperforms"]
