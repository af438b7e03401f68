"""Sentences and their units."""

from __future__ import annotations

from itertools import pairwise

from claimscan.claims.sentences import split_sentences, units
from claimscan.sources.prose import prose_view
from fuzz.bytes import choice, text_of

ABBREVIATIONS = frozenset({"dr", "e.g", "z.b", "vs"})


def check(data: bytes) -> None:
    """Sentences stand apart, in order, and hold all that is no blank; units quote them."""
    ordinals, rest = choice(data, 2)
    text = prose_view(text_of(rest))
    found = split_sentences(text, ABBREVIATIONS, ordinals=bool(ordinals), opens={"it", "the", "dann"}.__contains__)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert sum(len(sentence.span.of(text).split()) > 0 for sentence in found) == len(found)
    assert "".join("".join(sentence.span.of(text).split()) for sentence in found) == "".join(text.split())
    for sentence in found:
        row = units(text, sentence.span, ())
        assert all(sentence.span.covers(unit.span) and len(unit.span) and unit.form for unit in row)
        assert all(left.span.end <= right.span.start for left, right in pairwise(row))
