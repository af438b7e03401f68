"""What is told of a name that the catalogue does not know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimscan.model import Kind, Span

KINDS = (Kind.MODEL, Kind.VENDOR, Kind.BENCHMARK)


class Origin(StrEnum):
    """What made a name of the words: their shape and surroundings, the trained recogniser, or whoever gave the text."""

    SHAPE = "shape"
    RECOGNISER = "recogniser"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Passage:
    """One place at which a name stands: `span` in the document's text, and the words there and around them, on one line."""

    document: str
    span: Span
    before: str
    words: str
    after: str

    @property
    def excerpt(self) -> str:
        """The words with what stands around them."""
        return (self.before + self.words + self.after).strip()


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name and all that was written for it; of models the family.

    `written` are the spellings with how often each stands, most frequent first; `vendors` those that the texts give a model,
    likewise. `parted` says that versions, sizes or variants follow the name in some spelling.
    """

    kind: Kind
    name: str
    mentions: int
    documents: int
    written: tuple[tuple[str, int], ...]
    origins: tuple[Origin, ...]
    vendors: tuple[str, ...] = ()
    parted: bool = False
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownNames:
    """The unknown names of all documents: models, vendors, benchmarks; of each kind those of most documents first."""

    names: tuple[UnknownName, ...]
    documents: int

    def of(self, kind: Kind) -> tuple[UnknownName, ...]:
        """Those of one kind."""
        return tuple(name for name in self.names if name.kind is kind)
