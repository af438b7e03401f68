"""The names in a text, with names that the caller gives and names that a recogniser believes to see anywhere."""

from __future__ import annotations

from itertools import pairwise

from claimscan.find.names import find_names
from claimscan.model import Entity, Kind, Span
from claimscan.rulebook.load import load_rulebooks
from fuzz.bytes import choice, text_of

CATALOGUE = load_rulebooks().catalogue
KINDS = tuple(Kind)


def check(data: bytes) -> None:
    """Mentions stand apart, in order, on words of the text."""
    kind, rest = choice(data, len(KINDS))
    length, rest = choice(rest, 30)
    start, rest = choice(rest, 80)
    name, _, words = text_of(rest).rpartition("\x00")
    entities = [Entity(KINDS[kind], Span(start, min(start + length + 1, len(words))))] if start < len(words) else []
    found = find_names(words, CATALOGUE, entities, name.split("\x00"))
    assert all(0 <= mention.span.start < mention.span.end <= len(words) for mention in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert len(data) % 8 or find_names(words, CATALOGUE, entities, name.split("\x00")) == found
