"""The data that travels through claimscan: frozen, with code-point spans into the document's text."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Relation(StrEnum):
    """How the subject of a claim stands to its objects; told winner-first."""

    OUTPERFORMS = "outperforms"
    MATCHES = "matches"
    LEADS = "leads"


class Polarity(StrEnum):
    """Whether the comparison is stated or denied."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Stance(StrEnum):
    """How firmly the text commits itself to the comparison."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"


class AspectKind(StrEnum):
    """The kind of merit that is compared."""

    QUALITY = "quality"
    SPEED = "speed"
    COST = "cost"
    OTHER = "other"


class Kind(StrEnum):
    """What a named thing is."""

    MODEL = "model"
    VENDOR = "vendor"
    BENCHMARK = "benchmark"
    PERSON = "person"
    ORGANISATION = "organisation"


class DateOrigin(StrEnum):
    """Where a document's publication date was read."""

    OPTION = "option"
    METADATA = "metadata"
    TEXT = "text"
    FILENAME = "filename"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of code points in `Document.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of `text` that this span points at."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read: its text, and what is known about it from outside the text.

    `date` is the publication date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. `names` are names that the
    caller knows to stand in the text; they are taken as models. `language` is an ISO 639-1 code, None
    until it is detected.
    """

    id: str
    text: str
    title: str | None = None
    language: str | None = None
    language_confidence: float | None = None
    date: str | None = None
    date_origin: DateOrigin | None = None
    names: tuple[str, ...] = ()
    sha256: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text that a trained recogniser took for a name of this kind; `sure`: probable enough to need nothing else."""

    kind: Kind
    span: Span
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """A named thing: one value for all its spellings.

    Only models have a vendor, family, version, variant and size. `known` says whether the catalogue
    has it. `vendor` is set only where the document names that vendor. `sort` is the catalogue's word for
    what a vendor is (company, university, evaluator, ...).
    """

    kind: Kind
    name: str
    known: bool = True
    vendor: str | None = None
    family: str | None = None
    version: str | None = None
    variant: str | None = None
    size: str | None = None
    sort: str = ""

    @property
    def maker(self) -> str | None:
        """Who gains by praise of it: a model's vendor, a vendor itself."""
        return self.vendor if self.kind is Kind.MODEL else self.name


@dataclass(frozen=True, slots=True)
class Mention:
    """One place at which a name stands."""

    span: Span
    name: Name


@dataclass(frozen=True, slots=True)
class Timex:
    """One date expression with its TIMEX3 value; `resolved_from` is the reference date that was used."""

    span: Span
    value: str
    resolved_from: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimSpans:
    """Where the parts of a claim stand."""

    trigger: Span
    subject: Span | None = None
    objects: tuple[Span, ...] = ()
    source: Span | None = None
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that a model (or a vendor's models) beats, matches or leads; winner-first.

    `span` is the sentence that states it. `subject` and `objects` are names of the record's models or
    vendors, after coreference; `spans` point at the words in the text. `rule` is `language/rule-id`.
    `confidence` is the estimated chance, in [0, 1], that the claim is right.
    """

    relation: Relation
    subject: str
    span: Span
    spans: ClaimSpans
    rule: str
    objects: tuple[str, ...] = ()
    generic_object: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    stance: Stance = Stance.ASSERTED
    source: str | None = None
    self_reported: bool = False
    aspect_kind: AspectKind = AspectKind.QUALITY
    aspects: tuple[str, ...] = ()
    benchmarks: tuple[str, ...] = ()
    margin: str | None = None
    date: str | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Result:
    """A stated score of a model on a benchmark; `value` as written, `number` without unit and separators."""

    model: str
    benchmark: str
    value: str
    span: Span
    number: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that was read in one document. `layers` tells which recognisers ran."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Timex, ...] = ()
    claims: tuple[Claim, ...] = ()
    results: tuple[Result, ...] = ()
    layers: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: what, where, and what to do about it."""

    id: str
    what: str
    hint: str = ""
