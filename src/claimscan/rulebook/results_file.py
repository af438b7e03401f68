"""results.yml: how a score on a benchmark is stated."""

from __future__ import annotations

from collections.abc import Sequence

from claimscan.rulebook.located import Map
from claimscan.rulebook.reader import PATTERN_KEYS, TRIAL_KEYS, Reader
from claimscan.rulebook.rules import ResultRule

TOP_KEYS = ("rules", "disable")
ROLES = ("model", "benchmark", "value")
KEYS = (*PATTERN_KEYS, "weight", *TRIAL_KEYS)


def read_results(layers: Sequence[Map], reader: Reader) -> tuple[ResultRule, ...]:
    """The result rules of a language, in the order of the file."""
    entries = reader.entries(reader.tops(layers, TOP_KEYS), {"rules": KEYS})["rules"]
    return tuple(
        ResultRule(
            id=entry.id,
            patterns=reader.patterns(entry, ROLES),
            place=entry.place,
            weight=entry.fields.number("weight", 0.8, low=0, high=1),
            trials=reader.trials(entry),
        )
        for entry in entries
    )
