"""Whether confidence means something: claims with the chance that the program gives them, and whether they are right."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from measuring.corpora import scorer

BINS = 10
FOLDS = 5
_STEPS = 50
_RIDGE = 1e-3


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim that was read: its text's id, its confidence, and whether gold has it."""

    text: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Logistic:
    """A rising map from a raw confidence to a chance: logistic on the log odds."""

    slope: float = 1.0
    offset: float = 0.0

    def __call__(self, raw: float) -> float:
        """The chance of being right."""
        return 1 / (1 + math.exp(-(self.slope * log_odds(raw) + self.offset)))


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims with a confidence in one tenth of the range."""

    low: float
    count: int
    said: float
    right: float


def log_odds(chance: float) -> float:
    """The logarithm of the odds, for chances kept a little away from 0 and 1."""
    kept = min(max(chance, 0.01), 0.99)
    return math.log(kept / (1 - kept))


def judged(docs: Iterable[Any]) -> list[Judged]:
    """The claims of compared documents; those on which the annotation is open are left out."""
    found = []
    for doc in docs:
        for claim in doc.pred["claims"]:
            right = _is_right(doc, claim)
            if right is not None:
                found.append(Judged(str(doc.gold["id"]), claim["confidence"], right))
    return found


def _is_right(doc: Any, claim: dict[str, Any]) -> bool | None:
    """Whether gold has all pairs of a claim; None where that is left open."""
    gold = [key for each in doc.gold["claims"] for key in doc._pairs(each, lambda name: name)]
    told = doc._pairs(claim, lambda name: doc._resolve(name, ("models", "vendors")))
    if all(any(doc._fits(key, pair) for key in gold) for pair in told):
        return True
    required = [each for each in doc.gold["claims"] if not doc._is_optional(each)]
    overlap = scorer().overlap
    marked = [each for each in doc.gold["claims"] if each.get("optional")]
    left_open = any(overlap(claim, each) for each in marked) and not any(overlap(claim, each) for each in required)
    return None if left_open else False


def fitted(claims: Sequence[Judged]) -> Logistic:
    """The logistic map under which what was seen is likeliest, by Newton's method."""
    slope, offset = 1.0, 0.0
    points = [(log_odds(each.confidence), float(each.right)) for each in claims]
    for _ in range(_STEPS):
        chances = [1 / (1 + math.exp(-(slope * x + offset))) for x, _ in points]
        by_slope = sum((p - y) * x for p, (x, y) in zip(chances, points, strict=True)) + _RIDGE * (slope - 1)
        by_offset = sum(p - y for p, (_, y) in zip(chances, points, strict=True)) + _RIDGE * offset
        weights = [p * (1 - p) for p in chances]
        a = sum(w * x * x for w, (x, _) in zip(weights, points, strict=True)) + _RIDGE
        b = sum(w * x for w, (x, _) in zip(weights, points, strict=True))
        c = sum(weights) + _RIDGE
        slope, offset = slope - (c * by_slope - b * by_offset) / (a * c - b * b), offset - (a * by_offset - b * by_slope) / (a * c - b * b)
    return Logistic(slope, offset)


def cross_validated(claims: Sequence[Judged]) -> list[Judged]:
    """The claims with the chance that a map gives them which was fitted on other texts."""
    texts = sorted({each.text for each in claims})
    fold_of = {text: place % FOLDS for place, text in enumerate(texts)}
    folds = range(min(FOLDS, len(texts)))
    maps = [fitted([each for each in claims if fold_of[each.text] != fold]) for fold in folds]
    return mapped(claims, lambda each: maps[fold_of[each.text]](each.confidence))


def mapped(claims: Iterable[Judged], chance: Callable[[Judged], float]) -> list[Judged]:
    """The claims with another confidence."""
    return [Judged(each.text, chance(each), each.right) for each in claims]


def reliability(claims: Sequence[Judged]) -> list[Bin]:
    """For each tenth of the range that has claims: how many, how sure they are on average, and the share that is right."""
    groups: dict[int, list[Judged]] = {}
    for each in claims:
        groups.setdefault(min(int(each.confidence * BINS), BINS - 1), []).append(each)
    return [
        Bin(place / BINS, len(group), sum(each.confidence for each in group) / len(group), sum(each.right for each in group) / len(group))
        for place, group in sorted(groups.items())
    ]


def calibration_error(claims: Sequence[Judged]) -> float:
    """The expected calibration error: how far confidence is from the share that is right, on average over claims."""
    return sum(each.count * abs(each.said - each.right) for each in reliability(claims)) / len(claims)


def log_loss(claims: Sequence[Judged]) -> float:
    """The mean negative log likelihood; less is better."""
    kept = [(min(max(each.confidence, 1e-6), 1 - 1e-6), each.right) for each in claims]
    return -sum(math.log(chance if right else 1 - chance) for chance, right in kept) / len(kept)
