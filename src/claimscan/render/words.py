"""The words in which claims are told to people, shared by the formats that people read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimscan.model import AspectKind, Claim, Document, Kind, Polarity, Record, Relation, Span
from claimscan.record import by_name

NOTHING = "–"
OWN = "*"
OWN_MEANS = f"{OWN} self-reported: the maker of the winner, or a party to its success, says so"
VERBS = {
    (Relation.OUTPERFORMS, Polarity.AFFIRMED): "beats",
    (Relation.OUTPERFORMS, Polarity.NEGATED): "does not beat",
    (Relation.MATCHES, Polarity.AFFIRMED): "matches",
    (Relation.MATCHES, Polarity.NEGATED): "does not match",
    (Relation.LEADS, Polarity.AFFIRMED): "leads",
    (Relation.LEADS, Polarity.NEGATED): "does not lead",
}
HEADINGS = ("Winner", "", "Loser", "On what", "Who says so", "How firmly", "When")
# Everything that could move a terminal's cursor, hide text or turn its direction.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in words: a cell for each of `HEADINGS`."""

    winner: str
    verb: str
    loser: str
    topic: str
    source: str
    stance: str
    date: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells in the order of `HEADINGS`."""
        return (self.winner, self.verb, self.loser, self.topic, self.source, self.stance, self.date)


def clean(text: str) -> str:
    """A text on one line, without characters that act on a terminal."""
    return _CONTROL.sub("\ufffd", " ".join(text.split()))


def tell(claim: Claim) -> Told:
    """A claim in words."""
    group = (f"“{claim.generic_object}”",) if claim.generic_object else ()
    return Told(
        winner=clean(claim.subject),
        verb=VERBS[claim.relation, claim.polarity],
        loser=clean(", ".join((*claim.objects, *group))) or NOTHING,
        topic=clean(_topic(claim)),
        source=clean(claim.source or NOTHING) + OWN * claim.self_reported,
        stance=str(claim.stance),
        date=claim.date or NOTHING,
    )


def _topic(claim: Claim) -> str:
    """What the claim is about: its aspects and benchmarks, led by the kind of merit where that is not quality."""
    named = ", ".join(dict.fromkeys((*claim.aspects, *claim.benchmarks)))
    if claim.aspect_kind is AspectKind.QUALITY:
        topic = named or NOTHING
    else:
        topic = f"{claim.aspect_kind}: {named}" if named else str(claim.aspect_kind)
    return f"{topic} ({claim.margin})" if claim.margin else topic


def tell_once(claims: Iterable[Claim]) -> list[Told]:
    """The claims in words, those that read the same told once with how often, in the order of the text."""
    counts: dict[Told, int] = {}
    for told in map(tell, claims):
        counts[told] = counts.get(told, 0) + 1
    return [replace(told, verb=f"{told.verb} ×{times}") if times > 1 else told for told, times in counts.items()]


def models_by_vendor(record: Record) -> list[tuple[str, str]]:
    """Each vendor with its models and how often they are named; models of no named vendor last."""
    groups: dict[str | None, list[str]] = {}
    for name, mentions in by_name(record.mentions, Kind.MODEL):
        times = f" ×{len(mentions)}" if len(mentions) > 1 else ""
        groups.setdefault(name.vendor, []).append(clean(name.name) + ("" if name.known else " (not in the catalogue)") + times)
    nameless = groups.pop(None, [])
    rows = [(clean(vendor or NOTHING), ", ".join(models)) for vendor, models in groups.items()]
    if nameless:
        rows.append((NOTHING, ", ".join(nameless)))
    return rows


def other_vendors(record: Record) -> str | None:
    """The vendors that are named although none of their models is, in one line; None if there are none."""
    with_models = {name.vendor for name, _ in by_name(record.mentions, Kind.MODEL)}
    others = [clean(name.name) for name, _ in by_name(record.mentions, Kind.VENDOR) if name.name not in with_models]
    return f"Vendors named without a model: {', '.join(others)}" if others else None


def dates_by_value(record: Record) -> list[tuple[str, str]]:
    """Each date's value with the words it is written in, in the order of the text."""
    groups: dict[str, dict[str, None]] = {}
    for date in sorted(record.dates, key=lambda date: date.span):
        groups.setdefault(date.value, {})[clean(date.span.of(record.document.text))] = None
    return [(value, ", ".join(words)) for value, words in groups.items()]


def headline(document: Document, claims: int) -> str:
    """What document this is, in one line."""
    language = f"language {document.language}" if document.language else "language unknown"
    dated = f"published {document.date}" if document.date else "undated"
    return " · ".join((language, dated, f"{claims or 'no'} claim{'s' * (claims != 1)}"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence and the part it plays in the claim; None for the words between."""

    text: str
    role: str | None


def pieces(claim: Claim, text: str) -> Iterator[Piece]:
    """A claim's sentence cut into its parts, without characters that act on a terminal."""
    return (Piece(clean_inside(span.of(text)), role) for span, role in cut(claim))


def cut(claim: Claim) -> Iterator[tuple[Span, str | None]]:
    """The stretches of a claim's sentence, each with the part it plays; where parts overlap, the more telling one is kept."""
    position = claim.span.start
    for span, role in sorted(_parts(claim), key=lambda part: part[0]):
        if position < span.start:
            yield Span(position, span.start), None
        yield span, role
        position = span.end
    if position < claim.span.end:
        yield Span(position, claim.span.end), None


def clean_inside(text: str) -> str:
    """Like `clean`, but a blank at the edge stays."""
    return f"{' ' * text[:1].isspace()}{clean(text)}{' ' * (text[-1:].isspace() and bool(text.strip()))}"


def _parts(claim: Claim) -> list[tuple[Span, str]]:
    spans = claim.spans
    wanted: list[tuple[Span | None, str]] = [
        (spans.subject, "subject"),
        *((span, "object") for span in spans.objects),
        (spans.trigger, "trigger"),
        (spans.source, "source"),
        *((span, "cue") for span in spans.cues),
    ]
    kept: list[tuple[Span, str]] = []
    for span, role in wanted:
        if span and len(span) and claim.span.covers(span) and not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, role))
    return kept
