"""Names that a claim shows to be models': `Bar` in `Bar runs rings round GPT-4o`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimscan.claims.read import ClaimReader
from claimscan.claims.site import Party
from claimscan.find.suspects import Suspicion
from claimscan.model import Kind, Mention, Name, Span


def newcomers(reader: ClaimReader, text: str, mentions: Sequence[Mention], suspicions: Sequence[Suspicion]) -> tuple[str, ...]:
    """The suspected words that are by themselves one side of a claim in which a named model stands, as they are written."""
    return tuple(dict.fromkeys(name for each in suspicions for name in _shown(reader, text, mentions, each)))


def _shown(reader: ClaimReader, text: str, mentions: Sequence[Mention], suspicion: Suspicion) -> Iterator[str]:
    """The words of one passage that its claims show to be models; none where they would take a claim from the named models."""
    passage = suspicion.passage
    words = {Span(word.start - passage.start, word.end - passage.start): word.of(text) for word in suspicion.words}
    named = [_moved(each, passage) for each in mentions if passage.covers(each.span) and each.span not in suspicion.words]
    supposed = [Mention(span, Name(Kind.MODEL, surface, known=False)) for span, surface in words.items()]
    models = {each.name.name for each in named if each.name.kind is Kind.MODEL}
    sides = reader.sides(passage.of(text), sorted([*named, *supposed], key=lambda each: each.span))
    shown = {words[one.span] for pair in sides for one, other in (pair, pair[::-1]) if one.span in words and _name(other) in models}
    if shown and _pairs(sides) >= _pairs(reader.sides(passage.of(text), named)):
        yield from sorted(shown)


def _moved(mention: Mention, passage: Span) -> Mention:
    """A mention as it stands in a passage taken by itself."""
    return Mention(Span(mention.span.start - passage.start, mention.span.end - passage.start), mention.name)


def _name(party: Party) -> str:
    return party.name.name if party.name else ""


def _pairs(sides: Iterable[tuple[Party, Party]]) -> frozenset[tuple[str, str]]:
    """Who is compared with whom, by name."""
    return frozenset((_name(winner), _name(loser)) for winner, loser in sides)
