"""discourse.yml: words that stand for a name said before, and words for unnamed groups."""

from __future__ import annotations

from collections.abc import Sequence

from claimscan.rulebook.located import Map
from claimscan.rulebook.reader import PATTERN_KEYS, TRIAL_KEYS, Reader
from claimscan.rulebook.rules import AnaphorRule, Gender, GroupRule, Number, Pick, Refers

TOP_KEYS = ("anaphors", "groups", "disable")
ROLES = ()
ANAPHOR_KEYS = (*PATTERN_KEYS, "refers", "number", "gender", "pick", "indefinite", *TRIAL_KEYS)
GROUP_KEYS = (*PATTERN_KEYS, "source", *TRIAL_KEYS)


def read_discourse(layers: Sequence[Map], reader: Reader) -> tuple[tuple[AnaphorRule, ...], tuple[GroupRule, ...]]:
    """The anaphors and the groups of a language, in the order of the file."""
    tops = reader.tops(layers, TOP_KEYS)
    entries = reader.entries(tops, {"anaphors": ANAPHOR_KEYS, "groups": GROUP_KEYS})
    anaphors = tuple(
        AnaphorRule(
            id=entry.id,
            patterns=reader.patterns(entry, ROLES),
            place=entry.place,
            refers=entry.fields.choice("refers", Refers) or Refers.MODEL,
            number=entry.fields.choice("number", Number) or Number.SINGULAR,
            gender=entry.fields.choice("gender", Gender),
            pick=entry.fields.choice("pick", Pick) or Pick.NEAREST,
            indefinite=entry.fields.flag("indefinite"),
            trials=reader.trials(entry, counter=False),
        )
        for entry in entries["anaphors"]
    )
    groups = tuple(
        GroupRule(
            id=entry.id,
            patterns=reader.patterns(entry, ROLES),
            place=entry.place,
            source=entry.fields.flag("source"),
            trials=reader.trials(entry, counter=False),
        )
        for entry in entries["groups"]
    )
    return anaphors, groups
