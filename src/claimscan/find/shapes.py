"""Names of models that no catalogue lists, by their shape: `Kestrel-2`, `Lumen-7B`, `Halcyon 3.5 Max`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from claimscan.find.catalogue_scan import Reading, Scan
from claimscan.find.grammar import Parts, read_parts
from claimscan.find.surroundings import Surroundings
from claimscan.model import Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context, Family, fold

HEAD = re.compile(r"(?<![\w&'’.@#/-])(?:[a-z]{1,2}(?=[A-Z]))?[A-ZÄÖÜ][^\W\d_]+(?![^\W\d_])")
_LINKED = re.compile(r"-([A-ZÄÖÜ][^\W\d_]*)(?![^\W_])")
_SIZED = re.compile(r"\d[Bb](?:-[Aa]\d+[Bb])?$")
_HYPHENS = "-\u2010\u2011"
_LARGEST_BARE_NUMBER = 20


class Shape(IntEnum):
    """How much a shape tells by itself."""

    NONE = 0
    FAINT = 1
    FAIR = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text shaped like a model's name; `head` is the name without its parts."""

    head: str
    span: Span
    parts: Parts
    shape: Shape


@dataclass(frozen=True, slots=True)
class Taken:
    """The stretches that already hold names."""

    spans: Sequence[Span]

    def free(self, span: Span, at: int) -> tuple[bool, int]:
        """Whether a span is free, and from where in the list to look on; spans must be asked for in order."""
        while at < len(self.spans) and self.spans[at].end <= span.start:
            at += 1
        return at >= len(self.spans) or not self.spans[at].overlaps(span), at


def shaped_models(text: str, found: Scan, known: Sequence[Reading], around: Surroundings, catalogue: Catalogue) -> tuple[Reading, ...]:
    """The unlisted models that shapes show, and their heads where these stand alone; in order of place."""
    candidates = tuple(_candidates(text, Taken([each.span for each in known]), catalogue))
    trusted = {each.head for each in _trusted(text, candidates, found, known, around, catalogue)}
    families = {head: Family(head, join="-", context=Context.DOCUMENT) for head in sorted(trusted)}
    lowered = text.lower() if trusted else ""
    everyday = {head for head in trusted if f" {head.lower()} " in text and head.lower() in lowered and head != head.lower()}
    return tuple(
        Reading(each.span, families[each.head], each.parts, Context.NONE, len(each.head), known=False)
        for each in candidates
        if each.head in families and (each.shape or each.head not in everyday)
    )


def _candidates(text: str, taken: Taken, catalogue: Catalogue) -> Iterator[Candidate]:
    """Every capitalised word that no list forbids, with the parts that follow it."""
    at = 0
    done = 0
    for match in HEAD.finditer(text):
        if match.start() < done:
            continue
        candidate = _candidate(text, match.start(), match.end(), catalogue)
        if candidate is None:
            continue
        free, at = taken.free(candidate.span, at)
        if free:
            done = candidate.span.end
            yield candidate


def _candidate(text: str, start: int, end: int, catalogue: Catalogue) -> Candidate | None:
    """The candidate that begins here; it has no shape where nothing but a word stands here."""
    words = catalogue.words
    first = text[start:end]
    if _forbidden(first, catalogue):
        return None
    parts = read_parts(text, end, _ANY, catalogue)
    for _ in range(2):
        linked = _LINKED.match(text, end)
        if not parts.empty or linked is None:
            break
        end = linked.end()
        parts = read_parts(text, end, _ANY, catalogue)
        if linked.group(1) in words.model_endings and parts.empty:
            return Candidate(text[start:end], Span(start, end), parts, Shape.SURE)
        if len(linked.group(1)) == 1 and parts.empty:
            return Candidate(text[start:end], Span(start, end), parts, Shape.FAINT)
    head = text[start:end]
    return Candidate(head, Span(start, parts.end), parts, _shape(text, head, end, parts, catalogue))


_ANY = Family("", join="-")


def _forbidden(word: str, catalogue: Catalogue) -> bool:
    folded = fold(word)
    words = catalogue.words
    return folded in words.stops or folded in words.products or any(folded.endswith(ending) for ending in words.stop_endings)


def _shape(text: str, head: str, end: int, parts: Parts, catalogue: Catalogue) -> Shape:
    """How much a head with these parts looks like a model."""
    gap = text[end : end + 1]
    hyphen = gap in _HYPHENS and gap != ""
    glued = not hyphen and not gap.isspace()
    if parts.empty:
        return Shape.SURE if any(head.endswith(each) and len(head) > len(each) + 1 for each in ("GPT", "BERT", "LLM") if each in catalogue.words.model_endings) else Shape.NONE
    if parts.size and _SIZED.search(parts.size):
        return Shape.SURE
    marked = bool(parts.variants) and (hyphen or fold(parts.variants[0]) in {fold(mark) for mark in catalogue.words.marks})
    if parts.version is None:
        return (Shape.FAIR if hyphen else Shape.FAINT) if marked else Shape.NONE
    if glued and head.isupper() and not parts.variants:
        return Shape.NONE
    if marked or hyphen or glued or "." in parts.version or parts.version[0].isalpha():
        return Shape.FAIR
    bare = parts.version.rstrip("abcdefghijklmnopqrstuvwxyz")
    return Shape.FAINT if bare.isdecimal() and int(bare) <= _LARGEST_BARE_NUMBER else Shape.NONE


def _trusted(
    text: str, candidates: Sequence[Candidate], found: Scan, known: Sequence[Reading], around: Surroundings, catalogue: Catalogue
) -> Iterator[Candidate]:
    """The candidates whose surroundings bear out what their shape suggests."""
    shaped = [each for each in candidates if each.shape]
    crowd: dict[int, int] = {}
    for each in shaped:
        number = around.sentence(each.span.start)
        crowd[number] = crowd.get(number, 0) + 1
    nouns = {noun.end for noun in found.nouns} | {-noun.start for noun in found.nouns}
    makers = {each.span.end for each in known if each.kind is Kind.VENDOR}
    noun_sentences = {around.sentence(noun.start) for noun in found.nouns}
    for each in shaped:
        number = around.sentence(each.span.start)
        speaks = number in around.speaking
        beside = _beside(text, each.span, nouns, makers)
        models = number in around.naming_models
        if each.shape is Shape.SURE:
            accepted = around.in_document or number in noun_sentences
        elif each.shape is Shape.FAIR:
            accepted = around.in_document and (speaks or crowd[number] > 1 or beside)
        else:
            accepted = around.in_document and (models or beside or (crowd[number] > 1 and speaks))
        if accepted:
            yield each


_POSSESSIVE = re.compile(r"(?:['’]s?|s)?[ \u00a0]$")


def _beside(text: str, span: Span, nouns: set[int], makers: set[int]) -> bool:
    """Whether a noun for a model or a maker's name stands right beside."""
    gap = _POSSESSIVE.search(text, max(0, span.start - 4), span.start)
    start = gap.start() if gap else span.start
    return start in nouns or start in makers or -(span.end + 1) in nouns
