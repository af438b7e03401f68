"""cues.yml: words that deny, soften or attribute a claim (ConText's vocabulary)."""

from __future__ import annotations

from collections.abc import Sequence

from claimscan.model import Polarity, Stance
from claimscan.rulebook.located import Fields, Map
from claimscan.rulebook.reader import PATTERN_KEYS, TRIAL_KEYS, Entry, Reader
from claimscan.rulebook.rules import CueRule, Reach, Slot, Speaker

TOP_KEYS = ("cues", "disable")
ROLES = ("source",)
KEYS = ("sets", *PATTERN_KEYS, "reach", "except", "stop", "speaker", *TRIAL_KEYS)


def read_cues(layers: Sequence[Map], reader: Reader) -> tuple[CueRule, ...]:
    """The cue rules of a language, in the order of the file."""
    entries = reader.entries(reader.tops(layers, TOP_KEYS), {"cues": KEYS})["cues"]
    return tuple(_cue(entry, reader) for entry in entries)


def _cue(entry: Entry, reader: Reader) -> CueRule:
    """One cue; it must set something or name a source."""
    node = entry.fields.node("sets")
    sets = Fields(node, reader.problems, ("polarity", "stance"), "'sets'") if node else None
    cue = CueRule(
        id=entry.id,
        patterns=reader.patterns(entry, ROLES),
        place=entry.place,
        polarity=sets.choice("polarity", Polarity) if sets else None,
        stance=sets.choice("stance", Stance) if sets else None,
        reach=entry.fields.choice("reach", Reach) or Reach.FORWARD,
        excepts=reader.phrases(entry.fields, "except"),
        stops=reader.phrases(entry.fields, "stop"),
        speaker=entry.fields.choice("speaker", Speaker),
        trials=reader.trials(entry, counter=False),
    )
    names_source = any(isinstance(element, Slot) for pattern in cue.patterns for element in pattern.elements)
    if cue.patterns and not names_source and cue.polarity is None and cue.stance is None:
        reader.problems.add(entry.place, f"cue '{cue.id}' changes nothing: it needs 'sets' or a {{source}} in its pattern")
    return cue
