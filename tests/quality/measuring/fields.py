"""How well the fields of claims are read ("coding" of "beats X in coding"): against those of annotated claims of the same subject."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_WORD = re.compile(r"\w+")


def fields(docs: Iterable[Any]) -> tuple[float, float]:
    """Precision and recall of the fields of found claims; one counts as right where it shares a word with an annotated one.

    For precision the tests that are named count as fields, too, and so they do for recall where they are named in the other's stead.
    """
    right = wrong = missed = 0
    for doc in docs:
        for claim in doc.pred["claims"]:
            wanted = [other for other in doc.gold["claims"] if _same_subject(doc, claim, other)]
            if not wanted:
                continue
            own = {field for other in wanted for field in other.get("aspects", ())}
            known = own.union(*(other["benchmarks"] for other in wanted))
            hits = [_among(field, known) for field in claim["aspects"]]
            right, wrong = right + sum(hits), wrong + hits.count(False)
            missed += sum(not _among(field, (*claim["aspects"], *claim["benchmarks"])) for field in own)
    return right / (right + wrong) if right + wrong else 1.0, right / (right + missed) if right + missed else 1.0


def _among(field: str, others: Iterable[str]) -> bool:
    """Whether a field shares a word with one of the others."""
    return any(_words(field) & _words(other) for other in others)


def _same_subject(doc: Any, claim: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether an annotated claim speaks of the same subject, where places are annotated in the same sentence."""
    together = "start" not in other or (other["start"] < claim["end"] and claim["start"] < other["end"])
    return together and other["subject"] in doc._resolve(claim["subject"], ("models", "vendors"))


def _words(field: str) -> set[str]:
    return set(_WORD.findall(field.lower()))
