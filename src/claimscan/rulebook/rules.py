"""The compiled form of a language's rules: what the loader gives and the finders read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claimscan.errors import RuleProblem
from claimscan.model import AspectKind, Kind, Polarity, Relation, Stance

Phrase = tuple[str, ...]
"""Word tests in lower case; one with a `*` at its start or end stands for any word with that ending or beginning."""


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
    """Words, a `<list>` or `(a | b c)`: alternatives. `optional` is set by a `?` after the element.

    Words in a row without a sign between them are one element. All uses of a `<list>` share one tuple of alternatives.
    """

    alternatives: tuple[Phrase, ...]
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
    """A marked stretch of an example: `{subject:R1}`; role is None for `{R1}`.

    `kind` is the kind of name planted there; None where the stretch is no name (`{generic:its rivals}`).
    """

    role: str | None
    kind: Kind | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must (or must not) be read as its rule says.

    `text` is plain, without marks; `expects` holds what the author wrote beside it (polarity, stance,
    source, benchmarks, ...), as texts.
    """

    text: str
    planted: tuple[Planted, ...]
    place: Place
    expects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examples:
    """The three lists under a rule."""

    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()


# ---------------------------------------------------------------- rules


class Sides(StrEnum):
    """What else the two sides of a construction tell than that the one wins over the other."""

    RANKED = "ranked"  # an order: "first A, then B, then C" also says that A is ahead of C
    MUTUAL = "mutual"  # each is ahead in something: "A is faster, B more accurate"
    BEFORE = "before"  # a side that is not named is that of the comparison before: "..., and cheaper"
    BEHIND = "behind"  # who wins is who was just said to lead: "A ranks first. B comes second"
    PLACED = "placed"  # the same; where nobody was said to lead, whom the place is given leads, too: "Second place goes to B"
    NAMED = "named"  # who wins is no pronoun: "A is fine, but B is better", not "..., but it is better"
    SCORED = "scored"  # who wins is told by the two numbers: "A scored 48% compared to B's 71%"
    ALONE = "alone"  # where nothing tells whom it beats, a model leads: "Winner: A"


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """How a relation is said; with relation None a decoy: it takes the trigger words and claims nothing.

    Slots stand where they stand in the text; a role without a slot is filled from the discourse
    (the topic of the passage). `polarity`, `stance` and `aspect_kind` are set by the rule itself where given.
    `weight` in [0, 1] is how far the rule is trusted; `sides` says where its sides tell more than one wins over the other.
    """

    id: str
    relation: Relation | None
    patterns: tuple[Pattern, ...]
    place: Place
    polarity: Polarity | None = None
    stance: Stance | None = None
    aspect_kind: AspectKind | None = None
    weight: float = 0.8
    sides: Sides | None = None
    trials: Examples = Examples()


class Reach(StrEnum):
    """On which side of a cue the claims stand that it speaks of (ConText's directions)."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"
    SENTENCE = "sentence"
    PREVIOUS = "previous"  # the claims of the sentence before: "Nope."


class Speaker(StrEnum):
    """Who speaks where a cue does not name its source."""

    BEFORE = "before"  # the speaker of the sentence before goes on
    SUBJECT = "subject"  # the maker of the winner: "by its own account"


@dataclass(frozen=True, slots=True)
class CueRule:
    """Words that change the polarity or stance of a claim, or name its source (a {source} slot).

    `excepts` are phrases that look like the cue and are none (ConText's pseudo-cues); `stops` end its reach.
    `speaker` tells the source of a cue without a {source} slot.
    """

    id: str
    patterns: tuple[Pattern, ...]
    place: Place
    polarity: Polarity | None = None
    stance: Stance | None = None
    reach: Reach = Reach.FORWARD
    excepts: tuple[Phrase, ...] = ()
    stops: tuple[Phrase, ...] = ()
    speaker: Speaker | None = None
    trials: Examples = Examples()


class Refers(StrEnum):
    """What an anaphor can stand for."""

    MODEL = "model"
    VENDOR = "vendor"
    ANY = "any"


class Number(StrEnum):
    """How many an anaphor stands for."""

    SINGULAR = "singular"
    DUAL = "dual"
    PLURAL = "plural"


class Gender(StrEnum):
    """The grammatical gender of an anaphor."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"


class Pick(StrEnum):
    """Which of the names introduced so far an anaphor takes."""

    NEAREST = "nearest"
    TOPIC = "topic"
    FORMER = "former"
    LATTER = "latter"
    BOTH = "both"
    NEITHER = "neither"
    ALL = "all"
    PREDECESSOR = "predecessor"
    OTHER = "other"
    EACH = "each"
    NEWEST = "newest"
    SIZE = "size"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class AnaphorRule:
    """Words that stand for a name of the text: "it", "the new model", "der Konzern".

    One that is `indefinite` presents something new: nothing is compared with it ("faster than a model twice its size"), and it
    is no older model.
    """

    id: str
    patterns: tuple[Pattern, ...]
    place: Place
    refers: Refers = Refers.MODEL
    number: Number = Number.SINGULAR
    gender: Gender | None = None
    pick: Pick = Pick.NEAREST
    indefinite: bool = False
    trials: Examples = Examples()


@dataclass(frozen=True, slots=True)
class GroupRule:
    """Words for an unnamed group: one that a claim compares with ("its competitors", "US-Giganten").

    With `source`, one that makes claims ("internal tests", "Nutzer").
    """

    id: str
    patterns: tuple[Pattern, ...]
    place: Place
    source: bool = False
    trials: Examples = Examples()


@dataclass(frozen=True, slots=True)
class ResultRule:
    """How a score of a {model} on a {benchmark} is stated, with its {value}."""

    id: str
    patterns: tuple[Pattern, ...]
    place: Place
    weight: float = 0.8
    trials: Examples = Examples()


@dataclass(frozen=True, slots=True)
class AspectRules:
    """Words that tell the kind of merit, and the field it holds in.

    A field stands behind `introduced_by`, and behind `may_introduce` where one of the words `fields` is in it; `no_fields`
    are words that name none, and `stops` end one. `excluded` are words in whose clause nothing is claimed of a model
    ("shares", "market share").
    """

    kinds: Mapping[AspectKind, tuple[Phrase, ...]] = field(default_factory=dict)
    introduced_by: tuple[Phrase, ...] = ()
    may_introduce: tuple[Phrase, ...] = ()
    fields: tuple[Phrase, ...] = ()
    no_fields: tuple[Phrase, ...] = ()
    stops: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()


FUNCTION_CLASSES = ("determiners", "conjunctions", "boundaries", "relatives", "prepositions", "auxiliaries", "pronouns")
"""The classes of words that tell a language and not what is spoken of."""


NAMES = "names_"
"""What the names of word classes begin with whose words are no words of the language, but of names."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a language beyond its rules; `classes` are word classes by name."""

    language: str
    name: str
    capital_nouns: bool = False
    abbreviations: tuple[str, ...] = ()
    classes: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)

    def phrases(self, name: str) -> tuple[Phrase, ...]:
        """The phrases of a word class; none where the language does not have it."""
        return self.classes.get(name, ())

    @property
    def function_words(self) -> frozenset[str]:
        """The words that stand in most sentences of the language, whatever they speak of."""
        return frozenset().union(*map(self.single_words, FUNCTION_CLASSES))

    def single_words(self, name: str) -> frozenset[str]:
        """The phrases of a word class that are one word without wildcard."""
        return frozenset(phrase[0] for phrase in self.phrases(name) if len(phrase) == 1 and "*" not in phrase[0])
