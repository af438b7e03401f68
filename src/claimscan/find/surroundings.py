"""What stands around a name: its sentence, and whether that or the text speaks of AI."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from claimscan.find.catalogue_scan import Reading, Scan
from claimscan.model import Kind
from claimscan.rulebook.naming import Context, Family

_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentences of a text (by their ends, roughly) and which of them, and what in it, speak of AI."""

    ends: tuple[int, ...]
    speaking: frozenset[int]
    naming_models: frozenset[int]
    vendors: frozenset[str]
    families: frozenset[str]
    in_document: bool

    def sentence(self, place: int) -> int:
        """The number of the sentence in which a place lies."""
        return bisect_left(self.ends, place)

    def allows(self, reading: Reading) -> bool:
        """Whether a reading has the context that it needs."""
        match reading.weak:
            case Context.NONE:
                return True
            case Context.DOCUMENT:
                return self.in_document
            case Context.NEAR:
                return self.in_document and self.sentence(reading.span.start) in self.speaking
            case Context.VENDOR:
                return self._near_its_vendor(reading)

    def _near_its_vendor(self, reading: Reading) -> bool:
        owner = reading.owner
        if owner.name in self.families or (isinstance(owner, Family) and not self.vendors.isdisjoint(owner.vendors)):
            return True
        short_version = reading.short and reading.parts is not None and reading.parts.version is not None
        return short_version and self.sentence(reading.span.start) in self.naming_models


def surroundings(text: str, found: Scan) -> Surroundings:
    """The surroundings that the sure readings and the AI words of a text make."""
    ends = tuple(match.start() for match in _SENTENCE_END.finditer(text))
    sure = [each for each in found.readings if each.weak is Context.NONE]
    models = [each for each in sure if each.kind is Kind.MODEL]
    speaking = _sentences(ends, (*(each.span.start for each in sure), *found.ai_words, *(noun.start for noun in found.nouns)))
    alike = {each.owner.name for each in found.readings if each.weak is Context.DOCUMENT and each.kind is Kind.MODEL}
    return Surroundings(
        ends=ends,
        speaking=speaking,
        naming_models=_sentences(ends, (each.span.start for each in models)),
        vendors=frozenset(each.owner.name for each in found.readings if each.kind is Kind.VENDOR),
        families=frozenset(each.owner.name for each in models),
        in_document=bool(sure or found.ai_words or len(alike) > 1),
    )


def _sentences(ends: tuple[int, ...], places: Iterable[int]) -> frozenset[int]:
    return frozenset(bisect_left(ends, place) for place in places)
