"""Names that a claim shows to be models': `Bar` in `Bar runs rings round GPT-4o`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimscan.claims.read import ClaimReader
from claimscan.find.suspects import Suspicion
from claimscan.model import Kind, Mention, Name, Relation, Span


def newcomers(reader: ClaimReader, text: str, mentions: Sequence[Mention], suspicions: Sequence[Suspicion]) -> tuple[str, ...]:
    """The suspected words that are one side of a claim in which a named model stands, as they are written."""
    return tuple(dict.fromkeys(name for each in suspicions for name in _shown(reader, text, mentions, each)))


def _shown(reader: ClaimReader, text: str, mentions: Sequence[Mention], suspicion: Suspicion) -> Iterator[str]:
    """The words of one passage that its claims show to be models; a side that no word of the claim tells shows nothing."""
    passage, words = suspicion.passage, frozenset(suspicion.words)
    named = [each for each in mentions if passage.covers(each.span) and each.span not in words]
    supposed = (Mention(span, Name(Kind.MODEL, span.of(text), known=False)) for span in words)
    models = {each.name.name for each in named if each.name.kind is Kind.MODEL}
    inside = sorted((*named, *supposed), key=lambda each: each.span)
    claims, _ = reader(passage.of(text), [Mention(_moved(each.span, -passage.start), each.name) for each in inside])
    surfaces, unsaid = {span.of(text) for span in words}, {claim.spans.trigger for claim in claims}
    for claim in claims:
        parties = (claim.subject, *claim.objects)
        told = unsaid.isdisjoint((claim.spans.subject, *claim.spans.objects))
        if told and claim.relation is not Relation.LEADS and not models.isdisjoint(parties):
            yield from (name for name in parties if name in surfaces)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
