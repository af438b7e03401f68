"""What holds of every document and record, whatever was read (used by the fuzz targets and by the tests)."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

from jsonschema import Draft202012Validator

from claimscan.model import Document, Failure, Kind, Record, Span
from claimscan.record import failure_values, record_values

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def check_document(found: Document | Failure) -> None:
    """What was read can be written: whole characters alone, a date in ISO form."""
    if isinstance(found, Failure):
        json.dumps(failure_values(found), ensure_ascii=False).encode()
        return
    assert found.sha256 == hashlib.sha256(found.text.encode()).hexdigest()
    assert found.date is None or _DATE.fullmatch(found.date)
    for text in (found.id, found.title or "", *found.names, *found.warnings):
        text.encode()


def check_record(record: Record) -> dict[str, Any]:
    """Every span quotes the text, names and dates stand apart, claims and results speak of names of the record."""
    text = record.document.text
    values = record_values(record, with_text=True)
    named = [mention for kind in ("models", "vendors", "benchmarks") for name in values[kind] for mention in name["mentions"]]
    for item in (*named, *values["dates"]):
        assert item["text"] == text[item["start"] : item["end"]] != ""
    for left, right in pairwise(record.mentions):
        assert left.span.end <= right.span.start
    for left, right in pairwise(record.dates):
        assert left.span.end <= right.span.start
    assert not any(date.span.overlaps(mention.span) for date in record.dates for mention in record.mentions)
    assert 0 <= values["document"]["scanned"] <= values["document"]["characters"] == len(text)
    _check_claims(record, text)
    json.dumps(values, ensure_ascii=False, allow_nan=False).encode()
    return values


def check_schema(values: dict[str, Any]) -> None:
    """The values of a record fit the JSON Schema of the output."""
    assert next(_validator().iter_errors(values), None) is None


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(resources.files("claimscan.schema").joinpath("claimscan-1.json").read_text(encoding="utf-8")))


def _check_claims(record: Record, text: str) -> None:
    models = {mention.name.name for mention in record.mentions if mention.name.kind is Kind.MODEL}
    names = models | {mention.name.name for mention in record.mentions if mention.name.kind is Kind.VENDOR}
    for claim in record.claims:
        assert claim.subject in names
        assert names >= set(claim.objects)
        assert 0 <= claim.confidence <= 1
        spans = (claim.span, claim.spans.trigger, claim.spans.subject, claim.spans.source, *claim.spans.objects, *claim.spans.cues)
        assert all(0 <= span.start < span.end <= len(text) for span in spans if span)
    for result in record.results:
        assert result.model in names
        assert Span(0, len(text)).covers(result.span)
        assert result.value in result.span.of(text)
