"""Makers of models that no catalogue lists: `Koda Labs`, `the startup Foo`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimscan.find.catalogue_scan import Reading
from claimscan.find.merging import touching
from claimscan.find.places import occurrences
from claimscan.find.surroundings import Surroundings
from claimscan.model import Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context, Entry, Family, fold, plain

_NAME = r"[A-ZÄÖÜ][\w&]+(?:[ \u00a0][A-ZÄÖÜ][\w&]+)?"
_NAMED = re.compile(r"([A-ZÄÖÜ](?<![\w&'’.@#/-].)[\w&]*[ \u00a0-](?:[A-ZÄÖÜ][\w&]*[ \u00a0-])?)([A-Z][A-Za-z]+)(?![\w-])")
_NAME_AFTER = re.compile(rf"[ \u00a0]({_NAME})")
_NAME_BEFORE = re.compile(rf"(?<![\w&'’.@#/-]){_NAME}$")
_IN_WORD = re.compile(r"[\w-]")
_REMARK = re.compile(r", (?:an?|eine?) ((?:[\w-]+ ){0,3}[\w-]+)(?=[ ,])(?=[^.,;:!?\n]{0,60},)")
_BEFORE = re.compile(r"([^\W\d_][\w-]*)[ \u00a0]$")
_POSSESSIVE = re.compile(r"['’]s\s$")
_AFTER = re.compile(r"\s?(['’]s|[\w-]+)")
_WINDOW, _LONGEST = 30, 100


def shaped_makers(
    text: str, words: frozenset[str], known: Sequence[Reading], around: Surroundings, catalogue: Catalogue
) -> tuple[Reading, ...]:
    """The unlisted makers that their names' last words or the nouns before them show, in order of place; `words` are the text's."""
    if not around.in_document:
        return ()
    listed = catalogue.words
    by_ending = not (words.isdisjoint(listed.maker_endings) and words.isdisjoint(listed.maker_endings_by_cue))
    nouns = [noun for noun in listed.makers if words.issuperset(noun.split())]
    told = (*_by_noun(text, nouns, catalogue), *_by_remark(text, catalogue)) if nouns else ()
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


def _by_noun(text: str, nouns: Sequence[str], catalogue: Catalogue) -> Iterator[Span]:
    """The name right after a noun for a maker: `the startup Foo`."""
    for noun in (noun.replace(" ", "-") for noun in nouns):
        for start in occurrences(text, noun):
            name = _NAME_AFTER.match(text, start + len(noun))
            if name is None or (start and _IN_WORD.match(text, start - 1)):
                continue
            words = name.group(1).split()
            if _may_name(words[0], catalogue):
                second = len(words) > 1 and words[1] in catalogue.words.maker_endings | catalogue.words.maker_endings_by_cue
                yield Span(name.start(1), name.end(1) if second else name.start(1) + len(words[0]))


def _by_remark(text: str, catalogue: Catalogue) -> Iterator[Span]:
    """The name that a remark calls a maker: `Foo, a small startup from Oslo, ...`; no place: `in Oslo, a startup ...`."""
    for match in _REMARK.finditer(text):
        words = [plain(word) for word in match.group(1).split()]
        told = next((at for at, word in enumerate(words) if word in catalogue.words.makers), None)
        if told is None or not catalogue.words.beyond_noun.isdisjoint(words[:told]):
            continue
        name = _NAME_BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        before = _BEFORE.search(text, max(0, name.start() - _WINDOW), name.start()) if name else None
        in_place = before is not None and fold(before.group(1)) in catalogue.words.in_places
        if name and not in_place and all(_may_name(word, catalogue) for word in name.group().split()):
            yield Span(*name.span())


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
