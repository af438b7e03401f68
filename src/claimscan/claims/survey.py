"""The first walk through a document: its sentences and units, and how prominently each name stands there."""

from __future__ import annotations

from collections.abc import Sequence

from claimscan.claims.discourse import Discourse, discourse_of
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.sentences import Sentence, Unit, split_sentences, units
from claimscan.model import Mention
from claimscan.rulebook.rules import Facts

_INTRODUCED_WITHIN = 9


def survey(text: str, mentions: Sequence[Mention], facts: Facts, lexicon: Lexicon) -> tuple[Discourse, list[tuple[Unit, ...]]]:
    """The discourse of a text, and the units of each of its sentences; `mentions` are sorted."""
    abbreviations = frozenset(a.lower().rstrip(".") for a in facts.abbreviations)
    sentences = split_sentences(text, abbreviations, ordinals=bool(facts.phrases("ordinals")), names=[m.span for m in mentions])
    rows = [units(text, sentence.span, own) for sentence, own in zip(sentences, _by_sentence(sentences, mentions), strict=True)]
    oblique, introduced = set(), set()
    for row in rows:
        for at, unit in enumerate(row):
            if unit.mention and _oblique(row, at, lexicon):
                oblique.add(unit.span.start)
            if unit.mention and any(lexicon.has("introducers", u.form) for u in row[max(0, at - _INTRODUCED_WITHIN) : at]):
                introduced.add(unit.span.start)
    return discourse_of(sentences, mentions, oblique, introduced), rows


def _by_sentence(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions that stand wholly in each sentence."""
    rows: list[list[Mention]] = []
    at = 0
    for sentence in sentences:
        own: list[Mention] = []
        while at < len(mentions) and mentions[at].span.start < sentence.span.end:
            if sentence.span.covers(mentions[at].span):
                own.append(mentions[at])
            at += 1
        rows.append(own)
    return rows


def _oblique(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a name is in the background: behind a preposition or a word of comparison, a possessor, "Lumo-backed"."""
    if at + 1 < len(row) and lexicon.has("genitives", row[at + 1].form):
        return True
    if at + 2 < len(row) and row[at + 1].form == "-" and not lexicon.has("model_nouns", row[at + 2].form):
        return True
    at -= 1
    while at >= 0 and lexicon.has("determiners", row[at].form):
        at -= 1
    return at >= 0 and (lexicon.has("prepositions", row[at].form) or lexicon.has("comparands", row[at].form))
