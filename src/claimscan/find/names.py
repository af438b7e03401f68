"""All names in a text: models, vendors, benchmarks, people and organisations."""

from __future__ import annotations

from collections.abc import Sequence

from claimscan.find.catalogue_scan import scan
from claimscan.find.choosing import choose
from claimscan.find.folding import fold_text
from claimscan.find.linking import link
from claimscan.find.shapes import candidates, shaped_models
from claimscan.find.short_forms import with_short_forms
from claimscan.find.surroundings import surroundings
from claimscan.model import Entity, Mention
from claimscan.rulebook.catalogue import Catalogue


def find_names(text: str, catalogue: Catalogue, entities: Sequence[Entity] = (), given: Sequence[str] = ()) -> tuple[Mention, ...]:
    """Every mention of every name, in order of place, none overlapping another.

    `entities` are what a trained recogniser found; the catalogue is believed first. `given` names are models
    wherever they stand.
    """
    found = scan(text, fold_text(text), catalogue)
    seen = candidates(text, found, catalogue)
    around = surroundings(text, found, [each.span for each in seen if each.shape])
    known = choose(text, found, around, catalogue)
    unknown = shaped_models(text, seen, found, known, around)
    readings = sorted((*known, *unknown), key=lambda each: each.span)
    return link(text, with_short_forms(text, readings, catalogue), catalogue)
