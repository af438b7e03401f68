"""A record → the places at which names stand in it that the catalogue does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimscan.find.grammar import read_parts
from claimscan.find.names import find_names
from claimscan.model import Kind, Mention, Name, Record, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Family, fold
from claimscan.sources.plain import plain_text
from claimscan.unknown.names import KINDS, Origin, Passage

_AROUND = 60
_PLAIN = Family("", join="-")
_GAP = re.compile(r"(?<=\w)[ -](?=\w)")
_EDITION = re.compile(r"(?<=\w)[ -](?:(?:19|20)\d\d|v?\d(?:\.\d)?)$")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention: the head that it shares with its relatives, as written; `exact` says that a version or size follows that head."""

    kind: Kind
    head: str
    member: str
    exact: bool
    vendor: str | None
    origin: Origin
    passage: Passage


def squeezed(name: str) -> str:
    """The form in which two spellings of one name are the same: without case, blanks and hyphens."""
    return fold(name).replace(" ", "")


def sightings(record: Record, catalogue: Catalogue) -> Iterator[Sighting]:
    """The mentions of unknown models, vendors and benchmarks, in order of place."""
    unknown = [each for each in record.mentions if not each.name.known and each.name.kind in KINDS]
    if not unknown:
        return
    plain = plain_text(record.document.text)
    shaped = {(each.name.kind, plain.origin(each.span)) for each in find_names(plain.text, catalogue)}
    given = {fold(name) for name in record.document.names}
    for mention in sorted(unknown, key=lambda each: each.span):
        here = plain.place(mention.span)
        words = _on_one_line(here.of(plain.text))
        head, exact = _head(mention.name, catalogue)
        if words.isprintable() and head.isprintable():
            origin = _origin(mention, words, shaped, given)
            passage = _passage(record.document.id, plain.text, here, mention.span)
            yield Sighting(mention.name.kind, head, _on_one_line(mention.name.name), exact, mention.name.vendor, origin, passage)


def _origin(mention: Mention, words: str, shaped: set[tuple[Kind, Span]], given: set[str]) -> Origin:
    """What made a name of the words; where several did, the one that needs least."""
    if fold(words) in given:
        return Origin.GIVEN
    return Origin.SHAPE if (mention.name.kind, mention.span) in shaped else Origin.RECOGNISER


def _head(name: Name, catalogue: Catalogue) -> tuple[str, bool]:
    """The part of a name that its relatives share, and whether a version or size follows it."""
    if name.kind is not Kind.MODEL:
        whole = _on_one_line(name.name)
        edition = _EDITION.search(whole) if name.kind is Kind.BENCHMARK else None
        return (whole[: edition.start()], True) if edition else (whole, False)
    family = _on_one_line(name.family or name.name)
    if name.version or name.size or name.variant:
        return family, bool(name.version or name.size)
    for gap in _GAP.finditer(family):
        parts = read_parts(family, gap.start(), _PLAIN, catalogue)
        if parts.end == len(family):
            return family[: gap.start()], bool(parts.version or parts.size)
    return family, False


def _passage(document: str, text: str, here: Span, span: Span) -> Passage:
    """The place with some words of its paragraph around it: `here` in a plain text, `span` in the text as read."""
    start, end = max(0, here.start - _AROUND), min(len(text), here.end + _AROUND)
    before, after = text[start : here.start], text[here.end : end]
    if "\n\n" in before:
        before = before.rpartition("\n\n")[2].lstrip()
    elif start:
        before = "… " + before.partition(" ")[2].lstrip()
    if "\n\n" in after:
        after = after.partition("\n\n")[0].rstrip()
    elif end < len(text):
        after = after.rpartition(" ")[0].rstrip() + " …"
    return Passage(document, span, _readable(before), _readable(here.of(text)), _readable(after))


def _readable(text: str) -> str:
    """A text on one line with a blank for every run of them, also at its edges, and nothing that cannot be printed."""
    line = f"{' ' * text[:1].isspace()}{_on_one_line(text)}{' ' * (text[-1:].isspace() and bool(text.strip()))}"
    return "".join(character if character.isprintable() else "\ufffd" for character in line)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
