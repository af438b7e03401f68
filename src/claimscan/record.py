"""A record as the plain values of `claimscan/1`: the one description of the output that all formats share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimscan.model import (
    AspectKind,
    Claim,
    ClaimSpans,
    Document,
    Failure,
    Kind,
    Mention,
    Name,
    Polarity,
    Record,
    Relation,
    Result,
    Span,
    Stance,
    Timex,
)
from claimscan.sources.prose import prose_view

SCHEMA = "claimscan/1"


def record_values(record: Record, *, with_text: bool = False) -> dict[str, Any]:
    """The keys and values of one record, in the order of the documentation."""
    text = record.document.text
    return {
        "schema": SCHEMA,
        "document": _document(record.document, with_text=with_text),
        "models": [_model(name, mentions, text) for name, mentions in by_name(record.mentions, Kind.MODEL)],
        "vendors": [_named(name, mentions, text) for name, mentions in by_name(record.mentions, Kind.VENDOR)],
        "benchmarks": [
            {"name": name.name, "mentions": _mentions(mentions, text)} for name, mentions in by_name(record.mentions, Kind.BENCHMARK)
        ],
        "dates": [_date(date, text) for date in sorted(record.dates, key=lambda date: date.span)],
        "claims": [_claim(claim, record.document) for claim in record.claims],
        "results": [_result(result) for result in record.results],
        "layers": list(record.layers),
        "warnings": all_warnings(record),
    }


def failure_values(failure: Failure) -> dict[str, Any]:
    """What stands in a ledger for an input that could not be read: a record of nothing, with `error`."""
    identity, what, hint = (_whole(text) for text in (failure.id, failure.what, failure.hint))
    return record_values(Record(Document(identity, ""))) | {"error": {"what": what, "hint": hint}}


def _whole(text: str) -> str:
    """The text with U+FFFD for half characters, which names of files can hold and no file of text can."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def by_name(mentions: Iterable[Mention], kind: Kind) -> Iterator[tuple[Name, list[Mention]]]:
    """The names of a kind with their mentions, in the order of their first mention."""
    groups: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda mention: mention.span):
        if mention.name.kind is kind:
            groups.setdefault(mention.name.name, []).append(mention)
    return ((group[0].name, group) for group in groups.values())


def all_warnings(record: Record) -> list[str]:
    """The warnings of reading and of extraction, each once."""
    return list(dict.fromkeys((*record.document.warnings, *record.warnings)))


def claim_id(claim: Claim, document: Document) -> str:
    """Ten hexadecimal digits that stay the same as long as the document's id, the place, the rule and the names do."""
    place = (claim.span.start, claim.span.end, claim.spans.trigger.start)
    kind = (claim.rule, claim.relation, claim.polarity, claim.aspect_kind)
    parts = (document.id, *map(str, (*place, *kind)), claim.subject, *claim.objects)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:10]


def _document(document: Document, *, with_text: bool) -> dict[str, Any]:
    values: dict[str, Any] = {
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "language_confidence": document.language_confidence,
        "date": document.date,
        "date_origin": _text(document.date_origin),
        "characters": len(document.text),
        "scanned": _scanned(document.text),
        "sha256": document.sha256 or hashlib.sha256(document.text.encode("utf-8", "replace")).hexdigest(),
    }
    return values | {"text": document.text} if with_text else values


def _scanned(text: str) -> int:
    """How many characters were read as prose: all but code, tables, addresses and marks."""
    view = prose_view(text)
    if view == text:
        return len(text)
    return len(text) - sum(1 for written, read in zip(text, view, strict=True) if read == " " and not written.isspace())


def _model(name: Name, mentions: list[Mention], text: str) -> dict[str, Any]:
    return {
        "name": name.name,
        "vendor": name.vendor,
        "family": name.family,
        "version": name.version,
        "variant": name.variant,
        "size": name.size,
        "known": name.known,
        "mentions": _mentions(mentions, text),
    }


def _named(name: Name, mentions: list[Mention], text: str) -> dict[str, Any]:
    return {"name": name.name, "known": name.known, "mentions": _mentions(mentions, text)}


def _mentions(mentions: Iterable[Mention], text: str) -> list[dict[str, Any]]:
    return [{"text": mention.span.of(text), "start": mention.span.start, "end": mention.span.end} for mention in mentions]


def _date(date: Timex, text: str) -> dict[str, Any]:
    return {
        "text": date.span.of(text),
        "start": date.span.start,
        "end": date.span.end,
        "value": date.value,
        "resolved_from": date.resolved_from,
    }


def _claim(claim: Claim, document: Document) -> dict[str, Any]:
    return {
        "id": claim_id(claim, document),
        "relation": str(claim.relation),
        "subject": claim.subject,
        "objects": list(claim.objects),
        "generic_object": claim.generic_object,
        "polarity": str(claim.polarity),
        "stance": str(claim.stance),
        "source": claim.source,
        "self_reported": claim.self_reported,
        "aspect_kind": str(claim.aspect_kind),
        "aspects": list(claim.aspects),
        "benchmarks": list(claim.benchmarks),
        "margin": claim.margin,
        "date": claim.date,
        "sentence": claim.span.of(document.text),
        "start": claim.span.start,
        "end": claim.span.end,
        "spans": _spans(claim.spans),
        "rule": claim.rule,
        "confidence": round(claim.confidence, 3),
    }


def claim_from(values: Mapping[str, Any]) -> Claim:
    """The claim whose values stand in a record; the way back from `record_values`."""
    spans = values["spans"]
    return Claim(
        relation=Relation(values["relation"]),
        subject=values["subject"],
        span=Span(values["start"], values["end"]),
        spans=ClaimSpans(
            trigger=Span(*spans["trigger"]),
            subject=Span(*spans["subject"]) if spans["subject"] else None,
            objects=tuple(Span(*pair) for pair in spans["objects"]),
            source=Span(*spans["source"]) if spans["source"] else None,
            cues=tuple(Span(*pair) for pair in spans["cues"]),
        ),
        rule=values["rule"],
        objects=tuple(values["objects"]),
        polarity=Polarity(values["polarity"]),
        stance=Stance(values["stance"]),
        aspect_kind=AspectKind(values["aspect_kind"]),
        aspects=tuple(values["aspects"]),
        benchmarks=tuple(values["benchmarks"]),
        **{key: values[key] for key in ("generic_object", "source", "self_reported", "margin", "date", "confidence")},
    )


def _spans(spans: ClaimSpans) -> dict[str, Any]:
    return {
        "subject": _pair(spans.subject),
        "objects": [_pair(span) for span in spans.objects],
        "trigger": _pair(spans.trigger),
        "source": _pair(spans.source),
        "cues": [_pair(span) for span in spans.cues],
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _result(result: Result) -> dict[str, Any]:
    return {
        "model": result.model,
        "benchmark": result.benchmark,
        "value": result.value,
        "number": result.number,
        "unit": result.unit,
        "start": result.span.start,
        "end": result.span.end,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
