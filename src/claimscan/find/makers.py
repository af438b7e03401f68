"""Makers of models that no catalogue lists: `Koda Labs`, `the startup Foo`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimscan.find.catalogue_scan import Reading
from claimscan.find.merging import touching
from claimscan.find.surroundings import Surroundings
from claimscan.model import Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context, Entry, Family, fold, plain

_NAMED = re.compile(r"(?<![\w&'’.@#/-])((?:[A-ZÄÖÜ][\w&]*[ \u00a0-]){1,2})([A-Z][A-Za-z]+)(?![\w-])")
_NOUN = re.compile(r"(?<![\w-])([A-ZÄÖÜa-zäöü][\w-]{2,})[ \u00a0](?=([A-ZÄÖÜ][\w&]+(?:[ \u00a0][A-ZÄÖÜ][\w&]+)?))")
_APPOSED = re.compile(
    r"(?<![\w&'’.@#/-])([A-ZÄÖÜ][\w&]+(?:[ \u00a0][A-ZÄÖÜ][\w&]+)?), (?:an?|eine?) "
    r"((?:[\w-]+ ){0,3}[\w-]+)(?=[ ,])(?=[^.,;:!?\n]{0,60},)"
)
_BEFORE = re.compile(r"([^\W\d_][\w-]*)[ \u00a0]$")
_POSSESSIVE = re.compile(r"['’]s\s$")
_AFTER = re.compile(r"\s?(['’]s|[\w-]+)")
_WINDOW = 30


def shaped_makers(
    text: str, words: frozenset[str], known: Sequence[Reading], around: Surroundings, catalogue: Catalogue
) -> tuple[Reading, ...]:
    """The unlisted makers that their names' last words or the nouns before them show, in order of place; `words` are the text's."""
    if not around.in_document:
        return ()
    listed = catalogue.words
    by_ending = not (words.isdisjoint(listed.maker_endings) and words.isdisjoint(listed.maker_endings_by_cue))
    by_noun = any(map(words.issuperset, map(str.split, listed.makers)))
    told = (*_by_noun(text, catalogue), *_by_remark(text, catalogue)) if by_noun else ()
    spans = {*(_by_ending(text, catalogue) if by_ending else ()), *told}
    owners: dict[str, Entry] = {}
    found: list[Reading] = []
    for span in sorted(spans):
        if found and found[-1].span.overlaps(span):
            continue
        name = span.of(text)
        owner = owners.setdefault(fold(name), Entry(Kind.VENDOR, name))
        found.append(Reading(span, owner, None, Context.NONE, len(span), known=False))
    starts = [each.span.start for each in known]
    return tuple(each for each in found if not _clashes(each, known, starts))


def _by_ending(text: str, catalogue: Catalogue) -> Iterator[Span]:
    """Names of one or two words that end like a maker's."""
    for match in _NAMED.finditer(text):
        if match.group(2) not in catalogue.words.maker_endings and not _is_cued(text, match, catalogue):
            continue
        start = match.start()
        for word in match.group(1).split():
            if not _may_name(word, catalogue):
                start = text.find(word, start) + len(word) + 1
        if start < match.start(2):
            yield Span(start, match.end())


def _is_cued(text: str, match: re.Match[str], catalogue: Catalogue) -> bool:
    """Whether an ending that is also an everyday word stands beside a word that speaks of a maker."""
    words = catalogue.words
    if match.group(2) not in words.maker_endings_by_cue:
        return False
    if _POSSESSIVE.search(text, max(0, match.start() - 3), match.start()):
        return True
    before = _BEFORE.search(text, max(0, match.start() - _WINDOW), match.start())
    after = _AFTER.match(text, match.end())
    leading = fold(before.group(1)) if before else ""
    return leading in words.vendor_before | words.maker_before or (after is not None and fold(after.group(1)) in words.vendor_after)


def _by_noun(text: str, catalogue: Catalogue) -> Iterator[Span]:
    """The name right after a noun for a maker: `the startup Foo`."""
    for match in _NOUN.finditer(text):
        if plain(match.group(1)) not in catalogue.words.makers:
            continue
        words = match.group(2).split()
        if not _may_name(words[0], catalogue):
            continue
        second = len(words) > 1 and words[1] in catalogue.words.maker_endings | catalogue.words.maker_endings_by_cue
        yield Span(match.start(2), match.end(2) if second else match.start(2) + len(words[0]))


def _by_remark(text: str, catalogue: Catalogue) -> Iterator[Span]:
    """The name that a remark calls a maker: `Foo, a small startup from Oslo, ...`; no place: `in Oslo, a startup ...`."""
    for match in _APPOSED.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - _WINDOW), match.start())
        words = [plain(word) for word in match.group(2).split()]
        told = next((at for at, word in enumerate(words) if word in catalogue.words.makers), None)
        described = told is not None and catalogue.words.beyond_noun.isdisjoint(words[:told])
        in_place = before is not None and fold(before.group(1)) in catalogue.words.in_places
        if described and not in_place and all(_may_name(word, catalogue) for word in match.group(1).split()):
            yield Span(match.start(1), match.end(1))


def _may_name(word: str, catalogue: Catalogue) -> bool:
    folded = fold(word.strip("-"))
    words = catalogue.words
    return folded not in words.stops and folded not in words.products and not any(folded.endswith(each) for each in words.stop_endings)


def _clashes(maker: Reading, known: Sequence[Reading], starts: Sequence[int]) -> bool:
    """Whether a name that the catalogue is sure of stands there; a bare family's name gives way."""
    return not all(_gives_way(each, maker) for each in touching(known, starts, maker.span))


def _gives_way(name: Reading, maker: Reading) -> bool:
    """Whether a name is but a family's bare name that begins the maker's (`Sarashina Labs`)."""
    return isinstance(name.owner, Family) and name.parts is not None and name.parts.empty and len(name.span) < len(maker.span)
