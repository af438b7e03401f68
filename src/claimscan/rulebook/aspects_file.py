"""aspects.yml: words that tell on what a claim holds."""

from __future__ import annotations

from collections.abc import Sequence

from claimscan.model import AspectKind
from claimscan.rulebook.located import Fields, Map, did_you_mean
from claimscan.rulebook.reader import Reader
from claimscan.rulebook.rules import AspectRules, Phrase

KEYS = ("kinds", "introduced_by", "may_introduce", "fields", "no_fields", "stop", "excluded")


def read_aspects(layers: Sequence[Map], reader: Reader) -> AspectRules:
    """The aspect words of a language; those of all layers together."""
    tops = reader.tops(layers, KEYS)
    kinds: dict[AspectKind, tuple[Phrase, ...]] = {}
    for top in tops:
        for name, value in top.entries("kinds"):
            if name.value not in list(AspectKind):
                reader.problems.add(name.place, f"'{name.value}' is not an aspect kind{did_you_mean(name.value, list(AspectKind))}")
                continue
            texts = Fields(Map(((name, value),), name.place), reader.problems, (name.value,)).located_texts(name.value)
            kind = AspectKind(name.value)
            kinds[kind] = (*kinds.get(kind, ()), *reader.phrases_of(texts))

    def of(key: str) -> tuple[Phrase, ...]:
        return tuple(phrase for top in tops for phrase in reader.phrases(top, key))

    return AspectRules(kinds, of("introduced_by"), of("may_introduce"), of("fields"), of("no_fields"), of("stop"), of("excluded"))
