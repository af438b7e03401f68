"""Names that come from outside the catalogue: those the caller gives, and those a trained recogniser finds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimscan.find.catalogue_scan import Reading
from claimscan.find.folding import Folded
from claimscan.find.grammar import Parts, read_parts
from claimscan.find.heads import HEAD
from claimscan.find.merging import by_place, merged, taken_by, touching
from claimscan.find.places import by_edges, occurrences
from claimscan.model import Entity, Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context, Entry, Family, fold, scanned

_TRIMMED = " \t\n\r\"'’„“”‚‘»«*_()[],.;:!?"
_POSSESSIVE = re.compile(r"['’]s?$")
_SIZE_ALONE = re.compile(r"\d+(?:[.,]\d+)?[BMKbmk]?")
_LETTERED = re.compile(r"[A-Z]\d{1,2}")
_COUNTED_ON = re.compile(r":\d")
_NUMBERED = re.compile(r"[ -]v?\d[\w.]*$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_COUNT = re.compile(r"\d+(?:[.,]\d+)?")
_FULL = re.compile(r"\d[Bb]$|[ -][A-Z]\d$")
_ANY = Family("", join="-")
_NEAR = 20
_LONGEST = 60
_SHORTEST_SPREAD = 3


def given_spans(folded: Folded, given: Sequence[str]) -> frozenset[Span]:
    """Where given names stand as whole words; of overlapping ones the longest."""
    forms = {form for name in given for form in (scanned(name), fold(name)) if form}
    return frozenset(span for span, _ in _occurrences(folded, forms))


def with_given(text: str, spans: Iterable[Span], readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with the given names as models; a catalogued model that covers one stays as it is."""
    starts = [each.span.start for each in readings]
    families: dict[str, Family] = {}
    found = []
    for span in sorted(spans, key=by_edges):
        if not any(each.kind is Kind.MODEL and each.span.covers(span) for each in touching(readings, starts, span)):
            name = span.of(text)
            owner = families.setdefault(fold(name), Family(name))
            found.append(Reading(span, owner, Parts(span.end), Context.NONE, len(span), known=False))
    return merged(found, readings)


def usable(text: str, entities: Sequence[Entity], catalogue: Catalogue, sure: Sequence[Span] = ()) -> tuple[Entity, ...]:
    """The entities that can be names, without what does not belong to a name at their edges; in order of place.

    `sure` are the places of catalogued names that need no context, in order.
    """
    found = []
    for entity in sorted(entities, key=by_place):
        span = _trimmed(text, entity.span)
        if span is not None and entity.kind in (Kind.VENDOR, Kind.ORGANISATION):
            span = _without_article(text, span, catalogue)
        if span is not None and entity.kind is Kind.MODEL:
            span = _before_sure(text, _without_noun(text, span, catalogue), sure)
        if span is not None and not _COUNTED_ON.match(text, span.end) and _is_name(span.of(text), entity.kind, catalogue):
            found.append(entity if span == entity.span else replace(entity, span=span))
    return tuple(found)


def speakers(text: str, guesses: Sequence[Entity], catalogue: Catalogue) -> Iterator[Entity]:
    """Of unsure guesses the people who stand beside a word of saying, and the organisations before one."""
    said = catalogue.words.speaking
    for guess in guesses:
        if guess.sure or guess.kind not in (Kind.PERSON, Kind.VENDOR, Kind.ORGANISATION):
            continue
        before = _WORD_BEFORE.search(text, max(0, guess.span.start - _NEAR), guess.span.start)
        after = _WORD_AFTER.match(text, guess.span.end)
        if (after and fold(after.group(1)) in said) or (before and guess.kind is Kind.PERSON and fold(before.group(1)) in said):
            yield guess


def _without_article(text: str, span: Span, catalogue: Catalogue) -> Span:
    """The span without an article at its start: `The Oslo Institute`."""
    first, gap, rest = span.of(text).partition(" ")
    return Span(span.end - len(rest), span.end) if gap and fold(first) in catalogue.words.articles else span


def _without_noun(text: str, span: Span, catalogue: Catalogue) -> Span:
    """The span without what no model's name ends with: a word in small letters, a number behind a size or version: `Gemini button`."""
    name, gap, last = span.of(text).rpartition(" ")
    if not gap or (_COUNT.fullmatch(last) and _FULL.search(name)):
        return Span(span.start, span.start + len(name.rstrip())) if gap else span
    named = last in catalogue.openers and last not in catalogue.words.stops
    if not last.isalpha() or not last.islower() or name == name.lower() or named:
        return span
    return Span(span.start, span.start + len(name.rstrip()))


def _before_sure(text: str, span: Span, sure: Sequence[Span]) -> Span:
    """The span without a catalogued name at its end, where a numbered name stands before that: `Lynxa 3` in `Lynxa 3 GPT-5`."""
    at = bisect_left(sure, span.start + 1, key=lambda each: each.start)
    if at == len(sure) or sure[at].end != span.end:
        return span
    rest = text[span.start : sure[at].start].rstrip()
    return Span(span.start, span.start + len(rest)) if _NUMBERED.search(rest) else span


def with_entities(
    text: str, folded: Folded, entities: Sequence[Entity], readings: Sequence[Reading], catalogue: Catalogue
) -> tuple[Reading, ...]:
    """The readings with what a recogniser found beside them; models and vendors also where it overlooked them."""
    found = {each.span: each.kind for each in entities}
    spread = {scanned(span.of(text)): (span.of(text), kind) for span, kind in found.items() if _spreads(span.of(text), kind)}
    for span, form in _occurrences(folded, spread):
        surface, kind = spread[form]
        if span.of(text) == surface:
            found.setdefault(span, kind)
    apart = tuple(_apart(found))
    kept = tuple(_without_covered(readings, [span for span in apart if found[span] is Kind.MODEL]))
    taken = taken_by(kept)
    owners: dict[tuple[Kind, str], Family | Entry] = {}
    left = (_reading(text, span, found[span], owners, catalogue) for span in apart if not taken.touches(span.start, span.end))
    return tuple(sorted((*kept, *left), key=by_place))


def _without_covered(readings: Sequence[Reading], models: Sequence[Span]) -> Iterator[Reading]:
    """The readings without those of shapes alone that a longer recognised model covers: `Think 2` in `Cobalt Think 2`."""
    starts = [span.start for span in models]
    for each in readings:
        before = 0 if each.known or each.kind is not Kind.MODEL else bisect_right(starts, each.span.start)
        wide = models[before - 1] if before else each.span
        if wide == each.span or not wide.covers(each.span):
            yield each


def _apart(found: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, without those that overlap the one before."""
    end = -1
    for span in sorted(found, key=by_edges):
        if span.start >= end:
            yield span
            end = span.end


def _trimmed(text: str, span: Span) -> Span | None:
    """The span without quotes, brackets and possessive s at its edges."""
    start, end = span.start, min(span.end, len(text))
    while True:
        before = (start, end)
        while start < end and text[start] in _TRIMMED:
            start += 1
        while end > start and text[end - 1] in _TRIMMED:
            end -= 1
        if possessive := _POSSESSIVE.search(text, start, end):
            end = possessive.start()
        if before == (start, end):
            return Span(start, end) if start < end else None


def _is_name(surface: str, kind: Kind, catalogue: Catalogue) -> bool:
    """Whether a recognised stretch can be a name at all."""
    if len(surface) > _LONGEST or "\n" in surface or not any(character.isupper() for character in surface):
        return False
    if kind is Kind.PERSON:
        return not any(map(str.isdigit, surface)) and fold(surface.split()[0]) not in catalogue.words.possessives
    if kind is Kind.MODEL and (_LETTERED.fullmatch(surface) or _SIZE_ALONE.fullmatch(surface)):
        return False
    words = catalogue.words
    if kind in (Kind.VENDOR, Kind.MODEL) and fold(surface) in words.compared:
        return False
    if kind in (Kind.VENDOR, Kind.MODEL) and "-" in surface and fold(surface.rpartition("-")[2]) in words.compound_ends:
        return False
    return not {fold(surface), fold(surface.split()[0])} & words.stops and fold(surface) not in words.products


def _spreads(surface: str, kind: Kind) -> bool:
    """Whether a name found in one place is taken for the same wherever it stands."""
    return kind in (Kind.MODEL, Kind.VENDOR) and len(surface) >= _SHORTEST_SPREAD and not surface.islower()


def _reading(text: str, span: Span, kind: Kind, owners: dict[tuple[Kind, str], Family | Entry], catalogue: Catalogue) -> Reading:
    """The reading of a recognised name; of a model with the parts after its first word."""
    surface = span.of(text)
    if kind is not Kind.MODEL:
        owner = owners.setdefault((kind, fold(surface)), Entry(kind, surface))
        return Reading(span, owner, None, Context.NONE, len(span), known=False)
    head = HEAD.match(text, span.start, span.end)
    parts = read_parts(text, head.end(), _ANY, catalogue) if head else Parts(span.end)
    if head is None or parts.end != span.end:
        family = owners.setdefault((kind, fold(surface)), Family(surface, join="-"))
        return Reading(span, family, Parts(span.end), Context.NONE, len(span), known=False)
    family = owners.setdefault((kind, fold(head.group())), Family(head.group(), join="-"))
    return Reading(span, family, parts, Context.NONE, len(head.group()), known=False)


def _occurrences(folded: Folded, forms: Iterable[str]) -> Iterator[tuple[Span, str]]:
    """Where folded forms stand as whole words, in order; of overlapping ones the first and longest."""
    written = folded.text
    free = 0
    for start, length, form in sorted((at, -len(one), one) for one in forms for at in occurrences(written, one)):
        end = start - length
        if start >= free and not (start and written[start - 1].isalnum()) and not _runs_on(written, end):
            free = end
            yield Span(folded.place(start), folded.place(end - 1) + 1), form


def _runs_on(folded: str, at: int) -> bool:
    """Whether a word goes on here; a genitive s does not count."""
    after = folded[at : at + 1]
    return after.isalnum() and not (after == "s" and not folded[at + 1 : at + 2].isalnum())
