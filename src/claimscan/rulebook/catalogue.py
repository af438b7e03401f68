"""The catalogue of names: what is known of models, vendors, benchmarks and organisations, ready to be looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimscan.rulebook.catalogue_entries import Draft, read_names
from claimscan.rulebook.catalogue_index import Index, build_index
from claimscan.rulebook.located import Problems
from claimscan.rulebook.naming import Entry, Family, ShapeWords, first_words

__all__ = ["Catalogue", "load_catalogue"]


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All known names.

    `families` are model families by name; `entries` are vendors, benchmarks and organisations by kind and
    name; `common` are the variant words that may follow any family, by folded form (`openers`: their first words,
    `all_openers`: those of single families' variants, too; `tunings`: those that stand after a size); `words` are the
    lists of shapes.yml (`nameless`: all words in them, and variants, with which no name begins, folded); `index` finds
    the spellings in a text.
    """

    families: Mapping[str, Family]
    entries: Sequence[Entry]
    common: Mapping[str, str]
    openers: frozenset[str]
    all_openers: frozenset[str]
    tunings: frozenset[str]
    words: ShapeWords
    nameless: frozenset[str]
    index: Index


def load_catalogue(folders: Sequence[tuple[Path, str]], problems: Problems) -> Catalogue:
    """The catalogue of these rules folders, later ones laid over earlier ones.

    Each folder is given with the path that messages show for it. Mistakes are noted in `problems`, with their place.
    """
    draft = Draft()
    for root, shown in folders:
        draft = read_names(root / "names", f"{shown}/names", draft, problems)
    families = {family.name: family for family in draft.families.values()}
    entries = tuple(draft.entries.values())
    openers = first_words(draft.common)
    return Catalogue(
        families=families,
        entries=entries,
        common=draft.common,
        openers=openers,
        all_openers=openers.union(*(family.openers for family in families.values())),
        tunings=draft.tunings,
        words=draft.words,
        nameless=draft.words.stops.union(draft.words.products, draft.common),
        index=build_index(families.values(), entries, draft.words),
    )
