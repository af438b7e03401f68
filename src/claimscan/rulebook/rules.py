"""The compiled form of a language's rules: what the loader gives and the finders read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claimscan.errors import RuleProblem
from claimscan.model import AspectKind, Polarity, Relation, Stance


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a rule file; line and column count from 1."""

    path: str
    line: int
    column: int

    def problem(self, what: str) -> RuleProblem:
        """A problem at this place."""
        return RuleProblem(self.path, self.line, self.column, what)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


# ---------------------------------------------------------------- patterns


@dataclass(frozen=True, slots=True)
class Slot:
    """`{role}`: one argument (a name, a list of names, a pronoun, a described group)."""

    role: str


@dataclass(frozen=True, slots=True)
class Gap:
    """`...`: a few words of the same sentence, or none."""


@dataclass(frozen=True, slots=True)
class Start:
    """`^`: the start of the sentence."""


@dataclass(frozen=True, slots=True)
class End:
    """`$`: the end of the sentence, its final punctuation not counted."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words, a `<list>` or `(a | b c)`: alternatives, each a tuple of word tests in lower case.

    A word test with a `*` at its start or end stands for any word with that ending or beginning.
    `optional` is set by a `?` after the element.
    """

    alternatives: tuple[tuple[str, ...], ...]
    optional: bool = False
    source: str = ""


Element = Slot | Gap | Start | End | Phrases


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as a sequence of elements, with its notation and place."""

    elements: tuple[Element, ...]
    source: str
    place: Place


# ---------------------------------------------------------------- examples


@dataclass(frozen=True, slots=True)
class Planted:
    """A name marked in an example: `{subject:R1}`; role is None for `{R1}`."""

    role: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must (or must not) be read as its rule says.

    `text` is plain, without marks; `expects` holds what the author wrote beside it (polarity, stance,
    source, value, ...), as text.
    """

    text: str
    planted: tuple[Planted, ...]
    place: Place
    expects: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examples:
    """The three lists under a rule."""

    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()


# ---------------------------------------------------------------- rules


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """How a relation is said.

    Slots stand where they stand in the text; a role without a slot is filled from the discourse
    (the topic of the passage). `polarity`, `stance` and `aspect_kind` are set by the rule itself where given.
    `weight` in [0, 1] is how far the rule is trusted.
    """

    id: str
    relation: Relation
    patterns: tuple[Pattern, ...]
    place: Place
    polarity: Polarity | None = None
    stance: Stance | None = None
    aspect_kind: AspectKind | None = None
    weight: float = 0.8
    trials: Examples = Examples()


class Reach(StrEnum):
    """On which side of a cue the claims stand that it speaks of (ConText's directions)."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class CueRule:
    """Words that change the polarity or stance of a claim, or name its source (a {source} slot).

    `excepts` are phrases that look like the cue and are none (ConText's pseudo-cues); `stops` end its reach.
    """

    id: str
    patterns: tuple[Pattern, ...]
    place: Place
    polarity: Polarity | None = None
    stance: Stance | None = None
    reach: Reach = Reach.FORWARD
    excepts: tuple[tuple[str, ...], ...] = ()
    stops: tuple[tuple[str, ...], ...] = ()
    trials: Examples = Examples()
