"""Names that a claim shows to be models': `Bar` in `Bar runs rings round GPT-4o`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimscan.claims.read import ClaimReader
from claimscan.find.suspects import Suspicion
from claimscan.model import Kind, Mention, Name, Span


def newcomers(reader: ClaimReader, text: str, mentions: Sequence[Mention], suspicions: Sequence[Suspicion]) -> tuple[str, ...]:
    """The suspected words that are one side of a claim in which a named model stands, as they are written."""
    return tuple(dict.fromkeys(name for each in suspicions for name in _shown(reader, text, mentions, each)))


def _shown(reader: ClaimReader, text: str, mentions: Sequence[Mention], suspicion: Suspicion) -> Iterator[str]:
    """The words of one passage that its claims show to be models; none where they would take a claim from the named models."""
    passage, words = suspicion.passage, frozenset(suspicion.words)
    named = [each for each in mentions if passage.covers(each.span) and each.span not in words]
    supposed = [Mention(span, Name(Kind.MODEL, span.of(text), known=False)) for span in words]
    models = {each.name.name for each in named if each.name.kind is Kind.MODEL}
    surfaces = {each.name.name for each in supposed}
    first = min(suspicion.words).start
    pairs = _pairs(reader, text, passage, [*named, *supposed], first)
    shown = [pair for pair in pairs if not surfaces.isdisjoint(pair) and not models.isdisjoint(pair)]
    if shown and pairs.issuperset(_pairs(reader, text, passage, named, first)):
        yield from sorted({name for pair in shown for name in pair if name in surfaces})


def _pairs(reader: ClaimReader, text: str, passage: Span, mentions: Sequence[Mention], first: int) -> frozenset[tuple[str, str]]:
    """Who is compared with whom in a passage in which these names stand, the `first` suspected one at that place."""
    inside = [Mention(Span(each.span.start - passage.start, each.span.end - passage.start), each.name) for each in mentions]
    return reader.pairs(passage.of(text), sorted(inside, key=lambda each: each.span), first - passage.start)
