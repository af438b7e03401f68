"""Plain words that their place shows to be models: `the model Bar`, `Bar, a language model`, `Bar is faster than GPT-4o`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimscan.find.catalogue_scan import Reading, Scan
from claimscan.find.cues.beside import places_beside
from claimscan.find.cues.compared import compared, joined
from claimscan.find.cues.described import described
from claimscan.find.cues.page import Page
from claimscan.find.merging import taken_by
from claimscan.find.places import by_edges
from claimscan.find.shapes import Candidate, Shape, plain_candidates
from claimscan.find.surroundings import Surroundings
from claimscan.model import Entity, Kind
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import fold, plain

__all__ = ["cued_places"]


def cued_places(
    text: str,
    free: Sequence[Candidate],
    found: Scan,
    known: Sequence[Reading],
    around: Surroundings,
    catalogue: Catalogue,
    entities: Sequence[Entity],
) -> Mapping[int, str]:
    """The words that a noun for a model beside them, or a comparison with a known model, shows to be models, by their places.

    `entities` are what a recogniser takes for names, unsure ones among them; its people and benchmarks are no models. In a
    text that does not speak of AI, and where a language writes all nouns with capitals, it must take the word for a name, too.
    """
    sized = (each.span for each in free if each.shape is Shape.SURE)
    models = sorted((*(each.span for each in known if each.kind is Kind.MODEL), *sized), key=by_edges)
    telling = [noun for noun in found.nouns if plain(noun.of(text)) not in catalogue.words.loose_nouns]
    page = Page(
        text,
        {noun.start: noun.end for noun in telling},
        {noun.end: noun.start for noun in telling},
        models,
        [each.start for each in models],
        sorted(place for noun in telling for place in (noun.start, noun.end)),
        around,
        catalogue,
        {each.span.start: each for each in entities},
    )
    words = plain_candidates(text, sorted(set(places_beside(page))), taken_by(known, free), catalogue)
    return {each.span.start: each.head for each in (*free, *words) if _is_model(page, each)}


def _is_model(page: Page, candidate: Candidate) -> bool:
    """Whether the place of a candidate, or a recogniser and its place, show it to be a model."""
    span, guess = candidate.span, page.guesses.get(candidate.span.start)
    if guess is None and not page.around.in_document:
        return False
    by_noun, by_model = page.is_near_noun(span), page.is_near_model(span)
    return (
        (by_noun or by_model or guess is not None)
        and _may_be(page, candidate)
        and (
            (by_noun and described(page, span))
            or (by_model and compared(page, span))
            or (guess is not None and guess.span == span and (joined(page, guess) or _has_models_surname(page, candidate, guess)))
        )
    )


def _may_be(page: Page, candidate: Candidate) -> bool:
    """Whether a candidate can be a whole name: a word of some letters, no other capitalised word beside it."""
    span = candidate.span
    guess = page.guesses.get(span.start)
    if guess is not None and guess.sure and guess.kind in (Kind.PERSON, Kind.BENCHMARK):
        return False
    owner, _, noun = candidate.head.rpartition("-")
    if owner and fold(noun) in page.words.compound_ends:
        return False
    if len(candidate.head) < 3 or fold(candidate.head) in page.words.compared:
        return False
    after = page.word_after(span.end)
    if after is not None and after[0].isupper():
        return False
    before = page.word_before(span.start)
    if before is None or not before.group(1)[0].isupper() or (before.end() - 1) in page.noun_starts:
        return True
    return fold(before.group(1)) in page.words.means


def _has_models_surname(page: Page, candidate: Candidate, guess: Entity) -> bool:
    """Whether a recogniser takes for a maker or a model what ends like a model's name and does not act like a maker."""
    after = page.word_after(candidate.span.end)
    acts = after is not None and fold(after) in page.words.vendor_after
    two_words = bool(candidate.parts.variants) and page.text[candidate.span.start + len(candidate.head)].isspace()
    return two_words and guess.kind in (Kind.MODEL, Kind.VENDOR) and not acts
