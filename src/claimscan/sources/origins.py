"""What was read in a plain text, with the places in the text as read that it stands for."""

from __future__ import annotations

from dataclasses import replace

from claimscan.model import Claim, ClaimSpans, Mention, Record, Span, Timex
from claimscan.sources.plain import Plain


def at_origin(record: Record, plain: Plain) -> Record:
    """The record with each span moved from the plain text to the text as read."""
    if not plain.starts:
        return record
    moved = plain.origin
    return replace(
        record,
        mentions=tuple([Mention(moved(each.span), each.name) for each in record.mentions]),
        dates=tuple([Timex(moved(each.span), each.value, each.resolved_from) for each in record.dates]),
        claims=tuple(_claim(each, plain) for each in record.claims),
        results=tuple(replace(each, span=moved(each.span)) for each in record.results),
    )


def _claim(claim: Claim, plain: Plain) -> Claim:
    moved, spans = plain.origin, claim.spans
    return replace(
        claim,
        span=moved(claim.span),
        spans=ClaimSpans(
            trigger=moved(spans.trigger),
            subject=_maybe(spans.subject, plain),
            objects=tuple(map(moved, spans.objects)),
            source=_maybe(spans.source, plain),
            cues=tuple(map(moved, spans.cues)),
        ),
    )


def _maybe(span: Span | None, plain: Plain) -> Span | None:
    return None if span is None else plain.origin(span)
