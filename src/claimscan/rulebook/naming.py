"""What is known of one name: a family of models, or a vendor, benchmark or organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar

from claimscan.model import Kind
from claimscan.rulebook.umlauts import UMLAUTS

SEPARATORS = "\u00a0\u2007\u202f\t _\u00b7-\u2010\u2011\u2012\u2013\u2212"
_SEPARATORS = {ord(character): " " for character in SEPARATORS}

_KEPT = 20_000  # answers about words: texts use few words often


class Context(StrEnum):
    """What a text must hold for a bare name to count that is also a common word."""

    NONE = "none"
    DOCUMENT = "true"
    NEAR = "near"
    VENDOR = "vendor"


class Needs(StrEnum):
    """What must follow a family's name to make it a model."""

    NOTHING = "nothing"
    VERSION = "version"


class Rather(StrEnum):
    """What a name means that is a model's and its maker's, where nothing around it tells."""

    MODEL = "model"
    VENDOR = "vendor"


def scanned(word: str) -> str:
    """A name as it stands in a folded text: lower case, one blank for every blank, hyphen or underscore."""
    return " ".join(word.lower().translate(_SEPARATORS).split())


@lru_cache(maxsize=_KEPT)
def fold(word: str) -> str:
    """A name in the form in which words are compared: as it stands in a folded text, but `ue` for `ü` and `ss` for `ß`."""
    form = scanned(word)
    return form if form.isascii() else form.translate(UMLAUTS)


def first_words(folded: Iterable[str]) -> frozenset[str]:
    """The first words of folded phrases."""
    return frozenset(phrase.split(" ", 1)[0] for phrase in folded)


@lru_cache(maxsize=_KEPT)
def plain(word: str) -> str:
    """A name with one blank for every blank, hyphen or underscore, its case kept."""
    return " ".join(word.translate(_SEPARATORS).split())


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """A family of models and the grammar of its members' names; the keys of models.yml, compiled.

    `variants` gives the canonical form of a folded variant, `openers` hold their first words; `spaced` are those
    that may stand in lower case after a blank; `first_from` is the version from which the first variant stands
    before the version (0: always).
    """

    kind: ClassVar[Kind] = Kind.MODEL

    name: str
    vendors: tuple[str, ...] = ()
    sort: str = "language"
    year: int | None = None
    aliases: tuple[str, ...] = ()
    join: str = " "
    between: str = " "
    mark: str = ""
    first_from: float | None = None
    variants: Mapping[str, str] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()
    spaced: frozenset[str] = frozenset()
    alone: Mapping[str, str] = field(default_factory=dict)
    needs: Needs = Needs.NOTHING
    glued: bool = False
    exact: bool = False
    context: Context = Context.NONE
    never: tuple[str, ...] = ()
    qualified: bool = False
    rather: Rather = Rather.VENDOR
    confused_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A vendor, benchmark or organisation."""

    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    sort: str = ""
    context: Context = Context.NONE
    exact: bool = False
    also_model: bool = False
    versions: bool = False
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShapeWords:
    """The word lists of shapes.yml, in the form in which they are compared; what each is for is written there."""

    ai: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    stop_endings: frozenset[str] = frozenset()
    compound_ends: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    model_endings: frozenset[str] = frozenset()
    maker_endings: frozenset[str] = frozenset()
    maker_endings_by_cue: frozenset[str] = frozenset()
    maker_before: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    vendor_before: frozenset[str] = frozenset()
    vendor_after: frozenset[str] = frozenset()
    model_before: frozenset[str] = frozenset()
    model_after: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    family_after: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    loose_nouns: frozenset[str] = frozenset()
    agents_after: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    presented: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    presenting: frozenset[str] = frozenset()
    presenting_among_nouns: frozenset[str] = frozenset()
    never_bare: frozenset[str] = frozenset()
    buyers: frozenset[str] = frozenset()
    in_places: frozenset[str] = frozenset()
    beyond_noun: frozenset[str] = frozenset()
    one: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    after_nouns: frozenset[str] = frozenset()
    outdoing: frozenset[str] = frozenset()
    outdoing_among_nouns: frozenset[str] = frozenset()
    comparing: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    equalling: frozenset[str] = frozenset()
    versus: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    preferring: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    opening_endings: frozenset[str] = frozenset()
    compared: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """The names of the lists."""
        return tuple(each.name for each in fields(cls))

    @classmethod
    def cased(cls) -> tuple[str, ...]:
        """The lists whose words count only in the case in which they are written."""
        return ("nouns", "loose_nouns", "makers", "naming", "surnames", "model_endings", "maker_endings", "maker_endings_by_cue")
