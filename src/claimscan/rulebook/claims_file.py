"""claims.yml: how relations are said."""

from __future__ import annotations

from collections.abc import Sequence

from claimscan.model import AspectKind, Polarity, Relation, Stance
from claimscan.rulebook.located import Map
from claimscan.rulebook.reader import PATTERN_KEYS, TRIAL_KEYS, Reader
from claimscan.rulebook.rules import ClaimRule, Sides

TOP_KEYS = ("rules", "disable")
ROLES = ("subject", "object", "benchmark")
DECOY = "none"
KEYS = ("relation", *PATTERN_KEYS, "polarity", "stance", "aspect_kind", "weight", "sides", *TRIAL_KEYS)


def read_claims(layers: Sequence[Map], reader: Reader) -> tuple[ClaimRule, ...]:
    """The claim rules of a language, in the order of the file."""
    entries = reader.entries(reader.tops(layers, TOP_KEYS), {"rules": KEYS})["rules"]
    return tuple(
        ClaimRule(
            id=entry.id,
            relation=None if entry.fields.text("relation") == DECOY else entry.fields.choice("relation", Relation, required=True),
            patterns=reader.patterns(entry, ROLES),
            place=entry.place,
            polarity=entry.fields.choice("polarity", Polarity),
            stance=entry.fields.choice("stance", Stance),
            aspect_kind=entry.fields.choice("aspect_kind", AspectKind),
            weight=entry.fields.number("weight", 0.8, low=0, high=1),
            sides=entry.fields.choice("sides", Sides),
            trials=reader.trials(entry),
        )
        for entry in entries
    )
