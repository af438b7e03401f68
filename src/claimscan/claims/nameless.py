"""Models that a text presents without a name: "Lumo has released a model that beats X. The model ..." speaks not of X."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimscan.claims.kinship import may_be_made_by
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.sentences import Unit
from claimscan.model import Kind, Mention

PRESENTED = frozenset({"singular_articles", "model_nouns", "introducers"})
"""The classes of words all of which a sentence must have that presents a model without a name."""

_NO_MODELS = ("introducers", "derivatives")  # "a press release", "a new version of X"
_BRACKETS = frozenset("()")  # "a 105-billion-parameter (105B) model"
_NOUN_WITHIN, _BEFORE, _BEHIND, _REMEMBERED = 7, 4, 9, 8


@dataclass(frozen=True, slots=True)
class Nameless:
    """A model presented without a name: the offset of its phrase, the sentence, and the vendor that presents it."""

    start: int
    sentence: int
    vendor: Mention | None

    def may_be(self, mention: Mention, *, background: bool, leads: bool) -> bool:
        """Whether what follows may speak of a name rather than of this model.

        A name before it may be its own, unless it stands in the `background` or another vendor's; one behind it only
        where it `leads`: begins a sentence, or is presented itself.
        """
        if mention.span.start > self.start:
            return leads
        return not background and may_be_made_by(mention.name, self.vendor.name.name if self.vendor else None)


def nameless(row: Sequence[Unit], sentence: int, background: Collection[int], lexicon: Lexicon) -> Nameless | None:
    """The model that a sentence presents without a name; `background` are starts of mentions that are no subject."""
    classes = lexicon.classes
    for at, unit in enumerate(row):
        if unit.mention and unit.mention.name.kind is Kind.MODEL:
            return None
        if "singular_articles" in classes[unit.form] and (noun := _noun(row, at, lexicon)) and _presents(row, at, noun, lexicon):
            makers = (u.mention for u in row[:at] if u.mention and u.mention.name.kind is Kind.VENDOR and u.start not in background)
            return Nameless(unit.start, sentence, next(makers, None))
    return None


def _noun(row: Sequence[Unit], article: int, lexicon: Lexicon) -> int | None:
    """The position of the model noun of a noun phrase, where neither a name nor a word of naming follows."""
    for at in range(article + 1, min(len(row), article + _NOUN_WITHIN)):
        unit = row[at]
        if unit.form in _BRACKETS:
            continue
        if unit.mention or not unit.form[0].isalnum() or lexicon.closed(unit.form):
            return None
        following = row[at + 1] if at + 1 < len(row) else None
        ends = following is None or not following.form[0].isalnum() or lexicon.closed(following.form) or lexicon.parts[following.form]
        if lexicon.has("model_nouns", unit.form) and (ends or not lexicon.has("model_nouns", row[at + 1].form)):
            model = not lexicon.has_any(_NO_MODELS, unit.form)
            return at if model and not _named(row, at + 1, lexicon) else None
    return None


def _named(row: Sequence[Unit], start: int, lexicon: Lexicon) -> bool:
    """Whether the name follows after all: "a model, X", "a model (X)", "a model by the name of X", "a model called X"."""
    behind = start + (start < len(row) and not row[start].form[0].isalnum())
    apposed = row[behind].mention if behind < len(row) else None
    named = apposed is not None and apposed.name.kind is Kind.MODEL
    return named or any(lexicon.length("naming", row, at) for at in range(start, len(row)))


def _presents(row: Sequence[Unit], article: int, noun: int, lexicon: Lexicon) -> bool:
    """Whether a verb of presenting stands around a noun phrase: "has released a model", "hat ein Modell vorgestellt"."""
    around = (*row[max(0, article - _BEFORE) : article], *row[noun + 1 : noun + _BEHIND])
    return any(lexicon.has("introducers", unit.form) for unit in around if unit.mention is None)


def last_before(found: Sequence[Nameless], sentence: int, before: int) -> Nameless | None:
    """The last of them before an offset, if its sentence is not far."""
    at = bisect_left(found, before, key=lambda each: each.start) - 1
    return found[at] if at >= 0 and sentence - found[at].sentence < _REMEMBERED else None
