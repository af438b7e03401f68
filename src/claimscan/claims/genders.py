"""What grammatical gender a sentence gives a name, where its language has genders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.sentences import Unit
from claimscan.model import Kind
from claimscan.rulebook.rules import Gender

_NOUNS: Mapping[Gender, str] = {
    Gender.MASCULINE: "masculine_nouns",
    Gender.FEMININE: "feminine_nouns",
    Gender.NEUTER: "neuter_nouns",
}
GENDERED = frozenset(_NOUNS.values())
"""The classes of words one of which a sentence must have that gives a name a gender."""

_SAID_WITHIN = 6


def genders_of(row: Sequence[Unit], lexicon: Lexicon) -> Iterator[tuple[int, Gender]]:
    """The start of each name that a noun describes, and its gender: "die KI Ember", "das Ember-Modell", "Ember ist ein Bot"."""
    for at, unit in enumerate(row):
        if unit.mention:
            gender = _at(row, at - 1, lexicon) or _joined(row, at, lexicon) or _said_of(row, at + 1, lexicon)
            if gender:
                yield unit.start, gender


def _at(row: Sequence[Unit], at: int, lexicon: Lexicon) -> Gender | None:
    """The gender of the noun at a position, if it is one that describes models or makers."""
    if not 0 <= at < len(row) or row[at].mention:
        return None
    return next((gender for gender, name in _NOUNS.items() if lexicon.has(name, row[at].form)), None)


def _joined(row: Sequence[Unit], at: int, lexicon: Lexicon) -> Gender | None:
    """The gender of the noun that a hyphen joins to a model."""
    mention = row[at].mention
    joined = mention is not None and mention.name.kind is Kind.MODEL and at + 2 < len(row) and row[at + 1].form == "-"
    return _at(row, at + 2, lexicon) if joined else None


def _said_of(row: Sequence[Unit], at: int, lexicon: Lexicon) -> Gender | None:
    """The gender of the noun that is said of a name before `at`: "..., eine KI", "... ist der neue Chatbot"."""
    linked = at + 1 < len(row) and (row[at].form == "," or lexicon.has("auxiliaries", row[at].form))
    if not linked or not lexicon.has("determiners", row[at + 1].form):
        return None
    for here in range(at + 2, min(len(row), at + 2 + _SAID_WITHIN)):
        gender = _at(row, here, lexicon)
        if gender or row[here].mention or lexicon.closed(row[here].form) or not row[here].form[0].isalnum():
            return gender
    return None
