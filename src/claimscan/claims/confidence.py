"""From how good a reading looks to the chance that it is right.

A logistic map on the log odds (Platt 1999), its two numbers fitted on annotated articles and on texts that no
rule was written from; `benchmarks/calibration.py` fits them, docs/quality.md shows how reliable they are.
"""

from __future__ import annotations

import math

_SLOPE, _OFFSET = 0.74, 2.0
_LEAST = 0.01


def chance_of(raw: float) -> float:
    """The chance, in [0, 1], that a reading of this raw confidence is right; it rises with it."""
    return 1 / (1 + math.exp(-(_SLOPE * _log_odds(raw) + _OFFSET)))


def raw_of(chance: float) -> float:
    """The raw confidence that this chance was told from: `chance_of` the other way round."""
    return 1 / (1 + math.exp(-(_log_odds(chance) - _OFFSET) / _SLOPE))


def _log_odds(share: float) -> float:
    """The logarithm of the odds, for shares kept a little away from 0 and 1."""
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
