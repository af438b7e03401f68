"""All names in a text: models, vendors, benchmarks, people and organisations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimscan.find.added import given_spans, speakers, usable, with_entities, with_given
from claimscan.find.bare import with_bare_families
from claimscan.find.bare_variants import with_bare_variants
from claimscan.find.catalogue_scan import Scan, scan
from claimscan.find.choosing import choose
from claimscan.find.cues import cued_places
from claimscan.find.folding import Folded, fold_text
from claimscan.find.identifiers import with_whole_identifiers
from claimscan.find.linking import link
from claimscan.find.listed import listed_models
from claimscan.find.makers import shaped_makers
from claimscan.find.makers_forms import with_makers_forms
from claimscan.find.merging import by_place, merged
from claimscan.find.people import with_people
from claimscan.find.shapes import candidates, free_of, shaped_models
from claimscan.find.short_forms import with_short_forms
from claimscan.find.small import small_candidates
from claimscan.find.surroundings import entities_at_home, sentence_ends, surroundings
from claimscan.model import Entity, Kind, Mention, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context
from claimscan.sources.runs import Runs

_words = Runs(r"\w")


@dataclass(frozen=True, slots=True)
class Scanned:
    """A text and its words in which the catalogue's spellings have been found; what of them are names is still open."""

    text: str
    words: frozenset[str]
    folded: Folded
    found: Scan

    @property
    def sure(self) -> tuple[Span, ...]:
        """Where names stand whatever surrounds them, in order of place."""
        return tuple(each.span for each in self.found.readings if each.weak is Context.NONE)


def scanned(text: str, catalogue: Catalogue) -> Scanned:
    """A text with the catalogue's spellings in it."""
    folded = fold_text(text)
    return Scanned(text, frozenset(_words(text)), folded, scan(text, folded, catalogue))


def find_names(text: str, catalogue: Catalogue, entities: Sequence[Entity] = (), given: Sequence[str] = ()) -> tuple[Mention, ...]:
    """Every mention of every name in a text, in order of place, none overlapping another; see `names_in`."""
    return names_in(scanned(text, catalogue), catalogue, entities, given)


def names_in(looked: Scanned, catalogue: Catalogue, entities: Sequence[Entity] = (), given: Sequence[str] = ()) -> tuple[Mention, ...]:
    """Every mention of every name, in order of place, none overlapping another.

    `entities` are what a trained recogniser found; the catalogue is believed first, and unsure ones only where something
    else speaks for them, too. `given` names are models wherever they stand.
    """
    text, folded = looked.text, looked.folded
    wanted = given_spans(folded, given)
    guesses = tuple(with_people(text, usable(text, entities, catalogue, looked.sure), catalogue))
    ends = sentence_ends(text)
    entities = list(entities_at_home(text, ends, looked.found, (each for each in guesses if each.sure), catalogue))
    entities = sorted((*entities, *speakers(text, guesses, catalogue)), key=by_place)
    found = _with_wanted(looked.found, wanted, entities)
    seen = sorted((*candidates(text, found, catalogue), *small_candidates(text, found, catalogue)), key=by_place)
    around = surroundings(text, ends, found, [each.span for each in seen if each.shape], catalogue)
    known = choose(text, found, around, catalogue)
    known = with_given(text, wanted, merged(shaped_makers(text, looked.words, known, around, catalogue), known))
    recognised = frozenset(each.span.start for each in entities if each.kind is Kind.MODEL)
    free = free_of(seen, known)
    cued = cued_places(text, free, found, known, around, catalogue, guesses)
    readings = merged(known, shaped_models(text, looked.words, free, found, known, around, recognised, cued, catalogue))
    readings = merged(readings, listed_models(text, readings, catalogue))
    readings = with_whole_identifiers(text, with_short_forms(text, readings, catalogue), catalogue)
    possible = [each for each in entities if each.span.start not in found.refused]
    readings = with_entities(text, folded, possible, readings, catalogue)
    readings = with_bare_variants(text, looked.words, with_makers_forms(text, readings, catalogue), catalogue)
    return link(text, with_bare_families(text, readings, catalogue), catalogue)


def _with_wanted(found: Scan, wanted: frozenset[Span], entities: Sequence[Entity]) -> Scan:
    """The scan in which names that the caller gives or a recogniser sees, too, need no context."""
    sure = {(Kind.MODEL, span) for span in wanted} | {(each.kind, each.span) for each in entities}
    if not sure:
        return found
    readings = tuple(replace(each, weak=Context.NONE) if (each.kind, each.span) in sure else each for each in found.readings)
    return replace(found, readings=readings)
