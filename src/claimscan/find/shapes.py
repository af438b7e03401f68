"""Names of models that no catalogue lists, by their shape: `Kestrel-2`, `Lumen-7B`, `Halcyon 3.5 Max`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from claimscan.find.catalogue_scan import Reading, Scan
from claimscan.find.grammar import Parts, read_parts
from claimscan.find.heads import GOES_ON, plain_head_end, telling_heads
from claimscan.find.merging import taken_by
from claimscan.find.places import Taken, occurrences
from claimscan.find.surroundings import Surroundings
from claimscan.model import Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context, Family, fold

_LINKED = re.compile(r"-([A-ZÄÖÜ][^\W\d_]*)(?![^\W_])")
_SURNAME = re.compile(r"[ \u00a0]([A-Z][a-z]+)(?![\w-])")
_SIZED = re.compile(r"\d[Bb](?:-[Aa]\d+[Bb])?$")
_HYPHENS = "-\u2010\u2011"
_BLENDED = re.compile(r"(?<=[a-zäöü])[A-Z]{2,4}$")
_COMPOUND = re.compile(r"-[^\W\d_]")
_DATED = re.compile(r"\. ?[A-ZÄÖÜ][a-zä]+ \d")
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


def candidates(text: str, found: Scan, catalogue: Catalogue) -> tuple[Candidate, ...]:
    """The words that end or go on like a name, that no list forbids and no catalogued name begins with, with the parts after them."""
    sure = {each.span.start for each in found.readings if each.weak is Context.NONE}
    seen: list[Candidate] = []
    free = 0
    for start, end in telling_heads(text):
        candidate = _candidate(text, start, end, catalogue) if start >= free and start not in sure else None
        if candidate is not None:
            seen.append(candidate)
            free = candidate.span.end
    return tuple(seen)


def plain_candidates(text: str, places: Iterable[int], taken: Taken, catalogue: Catalogue) -> Iterator[Candidate]:
    """The other capitalised words that begin at some places, that no list forbids and no name takes."""
    for start in places:
        end = plain_head_end(text, start)
        if end is None or taken.touches(start, end):
            continue
        word = fold(text[start:end])
        if not (word in catalogue.nameless or ends_like_a_noun(word, catalogue.words.stop_endings)):
            yield Candidate(text[start:end], Span(start, end), Parts(end), Shape.NONE)


def shaped_models(
    text: str,
    words: Set[str],
    free: Sequence[Candidate],
    found: Scan,
    known: Sequence[Reading],
    around: Surroundings,
    recognised: frozenset[int],
    cued: Mapping[int, str],
    catalogue: Catalogue,
) -> tuple[Reading, ...]:
    """The unlisted models among these candidates, and their heads where these stand alone.

    `words` are all words of the text. `recognised` are the places at which a recogniser saw a model begin; a shape there
    needs nothing else. `cued` are the heads that must be models even as plain words, by their places.
    """
    trusted = {each.head for each in _trusted(text, free, found, known, around)}
    trusted |= {each.head for each in free if each.shape and each.span.start in recognised}
    families = {head: Family(head, join="-") for head in sorted(trusted.union(cued.values()))}
    alone = _alone(text, families, taken_by(known, free), catalogue) if families else ()
    return tuple(
        Reading(each.span, families[each.head], each.parts, Context.NONE, len(each.head), known=False)
        for each in (*free, *alone)
        if each.head in families and (each.shape or each.span.start in cued or each.head.lower() not in words)
    )


def _alone(text: str, heads: Iterable[str], taken: Taken, catalogue: Catalogue) -> Iterator[Candidate]:
    """Where some heads stand alone as plain words."""
    for head in heads:
        yield from (each for each in plain_candidates(text, occurrences(text, head), taken, catalogue) if each.head == head)


def free_of(seen: Sequence[Candidate], known: Sequence[Reading]) -> tuple[Candidate, ...]:
    """The candidates that overlap no name that is already known."""
    taken = taken_by(known)
    return tuple(each for each in seen if not taken.touches(each.span.start, each.span.end))


def _candidate(text: str, start: int, end: int, catalogue: Catalogue) -> Candidate | None:
    """The candidate that begins here; it has no shape where nothing but a word stands here."""
    words, first = catalogue.words, fold(text[start:end])
    if first in catalogue.nameless:
        return None
    parts = read_parts(text, end, _ANY, catalogue) if GOES_ON.match(text, end) else Parts(end)
    if ends_like_a_noun(first, words.stop_endings) and not (parts.size and _SIZED.search(parts.size)):
        return None
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
    surname = _SURNAME.match(text, end) if parts.empty else None
    if surname is not None and surname.group(1) in words.surnames:
        return Candidate(head, Span(start, surname.end()), Parts(surname.end(), variants=(surname.group(1),)), Shape.NONE)
    return Candidate(head, Span(start, parts.end), parts, _shape(text, head, end, parts, catalogue))


_ANY = Family("", join="-")


@lru_cache(maxsize=20_000)  # texts use few words often
def ends_like_a_noun(word: str, endings: frozenset[str]) -> bool:
    """Whether a word ends like a common noun and is longer than such an ending."""
    return word.endswith(tuple(endings)) and any(word.endswith(each) and len(word) > len(each) + 2 for each in endings)


def _shape(text: str, head: str, end: int, parts: Parts, catalogue: Catalogue) -> Shape:
    """How much a head with these parts looks like a model."""
    gap = text[end : end + 1]
    hyphen = gap in _HYPHENS and gap != ""
    glued = not hyphen and not gap.isspace()
    if parts.empty:
        return Shape.FAIR if _BLENDED.search(head) and _BLENDED.sub("", head) and _ends_like_a_model(head, catalogue) else Shape.NONE
    if parts.size and _SIZED.search(parts.size):
        return Shape.SURE
    marked = bool(parts.variants) and fold(parts.variants[0]) in catalogue.words.marks
    if parts.version is None:
        return Shape.FAINT if marked and not _COMPOUND.match(text, parts.end) else Shape.NONE
    if head.isupper() and len(head) < 3 and not parts.variants:
        return Shape.NONE
    if parts.version.count(".") > 1 or parts.version.startswith("0") or _DATED.match(text, parts.end):
        return Shape.NONE
    if glued and head.isupper() and not parts.variants:
        return Shape.NONE
    if marked or hyphen or glued or "." in parts.version or parts.version[0].isalpha():
        return Shape.FAIR
    bare = parts.version.rstrip("abcdefghijklmnopqrstuvwxyz")
    return Shape.FAINT if bare.isdecimal() and int(bare) <= _LARGEST_BARE_NUMBER else Shape.NONE


def _ends_like_a_model(head: str, catalogue: Catalogue) -> bool:
    """Whether a blended word ends like models' names: `FinGPT`, `MedBERT`."""
    ending = _BLENDED.search(head)
    return ending is not None and ending.group() in catalogue.words.model_endings


def _trusted(text: str, free: Sequence[Candidate], found: Scan, known: Sequence[Reading], around: Surroundings) -> Iterator[Candidate]:
    """The candidates whose surroundings bear out what their shape suggests."""
    counted = _enumerated(free)
    shaped = [each for each in free if each.shape and each.head not in counted]
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
        models = not around.naming_models.isdisjoint((number - 1, number, number + 1))
        if each.shape is Shape.SURE:
            accepted = around.in_document or number in noun_sentences or crowd[number] > 1 or each.parts.size is not None
        elif each.shape is Shape.FAIR:
            accepted = around.in_document
        else:
            accepted = around.in_document and (models or beside or speaks)
        if accepted:
            yield each


def _enumerated(free: Sequence[Candidate]) -> frozenset[str]:
    """The words that are only counted with 1, 2, 3: parts of an enumeration."""
    numbers: dict[str, set[str]] = {}
    for each in free:
        if each.parts.version and each.shape is Shape.FAINT:
            numbers.setdefault(each.head, set()).add(each.parts.version)
    return frozenset(head for head, found in numbers.items() if {"1", "2", "3"} <= found)


_POSSESSIVE = re.compile(r"(?:['’]s?|s)?[ \u00a0]$")


def _beside(text: str, span: Span, nouns: set[int], makers: set[int]) -> bool:
    """Whether a noun for a model or a maker's name stands right beside."""
    gap = _POSSESSIVE.search(text, max(0, span.start - 4), span.start)
    start = gap.start() if gap else span.start
    return start in nouns or start in makers or -(span.end + 1) in nouns
