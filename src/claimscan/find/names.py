"""All names in a text: models, vendors, benchmarks, people and organisations."""

from __future__ import annotations

from collections.abc import Sequence

from claimscan.find.catalogue_scan import scan
from claimscan.find.choosing import choose
from claimscan.find.folding import fold_text
from claimscan.find.linking import link
from claimscan.find.short_forms import with_short_forms
from claimscan.model import Entity, Mention
from claimscan.rulebook.catalogue import Catalogue


def find_names(text: str, catalogue: Catalogue, entities: Sequence[Entity] = (), given: Sequence[str] = ()) -> tuple[Mention, ...]:
    """Every mention of every name, in order of place, none overlapping another.

    `entities` are what a trained recogniser found; the catalogue is believed first. `given` names are models
    wherever they stand.
    """
    found = scan(text, fold_text(text), catalogue)
    chosen = choose(text, found, catalogue)
    return link(with_short_forms(text, chosen, catalogue), catalogue)
