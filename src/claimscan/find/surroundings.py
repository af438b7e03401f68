"""What stands around a name: its sentence, and whether that or the text speaks of AI."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimscan.find.catalogue_scan import Reading, Scan
from claimscan.model import Entity, Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context, Entry, Family, fold

_SENTENCE_END = re.compile(r"[.!?\n](?:(?<!\n)(?=\s)|(?<=\n)(?=[ \t]{0,16}(?:\n|[-*•#>|+–]|\d{1,3}[.)]\s)))")

_LONGEST = 400
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_JOINT = re.compile(r"(?:,?\s([a-zäöü]{1,6})|,)\s")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentences of a text (by their ends, roughly) and which of them, and what in it, speak of AI.

    `vendors` are those named at all, `named` the families, vendors and the like that are surely named; `listed` are the
    places right after a sure model and a comma or `and`.
    """

    ends: tuple[int, ...]
    speaking: frozenset[int]
    naming_models: frozenset[int]
    vendors: frozenset[str]
    named: frozenset[str]
    listed: frozenset[int]
    in_document: bool

    def sentence(self, place: int) -> int:
        """The number of the sentence in which a place lies."""
        return bisect_left(self.ends, place)

    def allows(self, reading: Reading) -> bool:
        """Whether a reading has the context that it needs."""
        owner = reading.owner
        if owner.name in self.named or (isinstance(owner, Family) and not self.vendors.isdisjoint(owner.vendors)):
            return True
        match reading.weak:
            case Context.NONE:
                return True
            case Context.DOCUMENT:
                return self.in_document
            case Context.NEAR:
                return self.in_document and self.sentence(reading.span.start) in self.speaking
            case Context.VENDOR:
                return self._among_models(reading)

    def _among_models(self, reading: Reading) -> bool:
        """Whether a short form stands among models: one with a letter (`R1`) in a list with them."""
        if not reading.short:
            return False
        if reading.parts is not None and reading.parts.version and reading.parts.version[0].isalpha():
            return reading.span.start in self.listed
        number = self.sentence(reading.span.start)
        return not self.naming_models.isdisjoint((number, number + 1))


def sentence_ends(text: str) -> tuple[int, ...]:
    """Where the sentences of a text end, roughly."""
    return tuple(match.start() for match in _SENTENCE_END.finditer(text))


def surroundings(text: str, ends: tuple[int, ...], found: Scan, shaped: Sequence[Span], catalogue: Catalogue) -> Surroundings:
    """The surroundings that the sure readings, the AI words and the shapes of models in a text make, whose sentences end there.

    Two different names that are common words, too, bear each other out; so do one of them and a shape.
    """
    telling = catalogue.words.telling
    sure = [each for each in found.readings if each.weak is Context.NONE and (each.kind is not Kind.VENDOR or _tells(each, telling))]
    models = [each for each in sure if each.kind is Kind.MODEL]
    unsure = [each for each in found.readings if each.kind is Kind.MODEL and (each.weak in (Context.DOCUMENT, Context.NEAR) or each.short)]
    meeting = frozenset(_sentences_at_home(text, ends, _meeting(text, ends, unsure, shaped, found.nouns), catalogue))
    places = (*(each.span.start for each in sure), *found.ai_words, *(noun.start for noun in found.nouns))
    return Surroundings(
        ends=ends,
        speaking=_sentences(ends, places) | meeting,
        naming_models=_sentences(ends, (each.span.start for each in models)) | meeting,
        vendors=frozenset(each.owner.name for each in found.readings if each.kind is Kind.VENDOR),
        named=frozenset(each.owner.name for each in found.readings if each.weak is Context.NONE),
        listed=frozenset(place for each in models if (place := _next_in_list(text, each.span.end, catalogue)) is not None),
        in_document=bool(sure or found.ai_words or meeting),
    )


def _tells(reading: Reading, telling: frozenset[str]) -> bool:
    """Whether a vendor is known for AI alone."""
    return isinstance(reading.owner, Entry) and fold(reading.owner.sort) in telling


def _next_in_list(text: str, end: int, catalogue: Catalogue) -> int | None:
    """Where the next item of a list begins that goes on here."""
    joint = _JOINT.match(text, end)
    if joint is None or (joint.group(1) and fold(joint.group(1)) not in catalogue.words.joining):
        return None
    return joint.end()


def _meeting(text: str, ends: tuple[int, ...], unsure: Sequence[Reading], shaped: Sequence[Span], nouns: Sequence[Span]) -> frozenset[int]:
    """The sentences in which two different uncertain names stand, or a shape beside one or beside a noun for a model."""
    names: dict[int, set[str]] = {}
    for reading in unsure:
        name = reading.span.of(text).casefold() if reading.short else reading.owner.name
        names.setdefault(bisect_left(ends, reading.span.start), set()).add(name)
    for noun in nouns:
        names.setdefault(bisect_left(ends, noun.start), set()).add(" noun")
    taken = {each.span.start for each in unsure}
    for span in shaped:
        number = bisect_left(ends, span.start)
        if number in names and span.start not in taken:
            names[number].add(" shape")
    return frozenset(number for number, found in names.items() if len(found - {" noun"}) > 1 or {" noun", " shape"} <= found)


def entities_at_home(text: str, ends: tuple[int, ...], looked: Scan, entities: Iterable[Entity], catalogue: Catalogue) -> Iterator[Entity]:
    """The entities without those without a number for which alone a sentence of another world speaks: "my cat Claude"."""
    firm = sorted([each.span.start for each in looked.readings if each.weak is Context.NONE] + list(looked.ai_words))
    for each in entities:
        start, end = _sentence_around(text, ends, each.span)
        spoken = bisect_left(firm, start) < bisect_left(firm, end)
        if spoken or any(map(str.isdigit, each.span.of(text))) or not _is_elsewhere(text, start, end, catalogue):
            yield each


def _sentence_around(text: str, ends: tuple[int, ...], span: Span) -> tuple[int, int]:
    """Where the sentence begins and ends in which a span lies, one too long cut."""
    before, after = bisect_left(ends, span.start), bisect_left(ends, span.end)
    opening = ends[before - 1] + 1 if before else 0
    closing = ends[after] if after < len(ends) else len(text)
    return max(opening, span.start - _LONGEST), min(closing, span.end + _LONGEST)


def _is_elsewhere(text: str, start: int, end: int, catalogue: Catalogue) -> bool:
    """Whether a stretch holds a word of a world in which the names of models mean something else."""
    return not catalogue.words.elsewhere.isdisjoint(map(fold, _WORD.findall(text, start, end)))


def _sentences_at_home(text: str, ends: tuple[int, ...], numbers: Iterable[int], catalogue: Catalogue) -> Iterator[int]:
    """Those of some sentences that speak of no other world: two names of "the ferry Gemini overtook the Falcon" are no models."""
    for number in numbers:
        end = ends[number] if number < len(ends) else len(text)
        if not _is_elsewhere(text, ends[number - 1] if number else 0, end, catalogue):
            yield number


def _sentences(ends: tuple[int, ...], places: Iterable[int]) -> frozenset[int]:
    return frozenset(bisect_left(ends, place) for place in places)
