"""By how much one is ahead: "twice as fast", "um 20 Prozent", "20 Prozent schneller"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.reference import span_of
from claimscan.claims.scene import Scene
from claimscan.claims.sentences import NUMBER
from claimscan.model import Relation, Span

Measure = Callable[[Scene, int, Sequence[int]], Span | None]

_OPENING = ("multiples", "margin_words")
_SIZE_WITHIN = 4
_MULTIPLE = re.compile(r"\d+(?:[.,]\d+)*x\Z")


def may_begin_margin(form: str, lexicon: Lexicon) -> bool:
    """Whether a margin may begin with a folded word."""
    number = _is_number(form, lexicon) or _is_measure(form, lexicon) or bool(_MULTIPLE.match(form))
    return number or any(lexicon.may_begin(name, form) for name in _OPENING)


def margin_at(stage: Scene, at: int, relation: Relation, trigger: Sequence[int]) -> Span | None:
    """The margin of a claim of this relation and with these words that begins at a position; who is level has none."""
    return next(filter(None, (measure(stage, at, trigger) for measure in _MEASURES[relation])), None)


def _times(stage: Scene, at: int, _: Sequence[int]) -> Span | None:
    """How many times as much: "twice as fast", "3x faster"."""
    length = stage.lexicon.length("multiples", stage.units, at) or (1 if _MULTIPLE.match(stage.units[at].form) else 0)
    return span_of(stage.units, at, at + length) if length and not _of_size(stage, at + length) else None


def _difference(stage: Scene, at: int, trigger: Sequence[int]) -> Span | None:
    """How much more: "by 3 points", "a 3-point lead", "um 20 Prozent", "mit 3 Punkten Vorsprung", "20 Prozent schneller"."""
    first = at + stage.lexicon.length("margin_words", stage.units, at)
    last = _measured(stage, first)
    return span_of(stage.units, first, last) if last and (first > at or _ahead(stage, last, trigger)) else None


def _measured(stage: Scene, first: int) -> int | None:
    """Where a number with a unit ends that begins at a position: "3 points", "3-point"."""
    units, lexicon = stage.units, stage.lexicon
    last = first + 1
    if first < len(units) and _is_measure(units[first].form, lexicon):
        return last
    while last < len(units) and lexicon.has("score_units", units[last].form):
        last += 1
    return last if last > first + 1 and _is_number(units[first].form, lexicon) else None


def _ahead(stage: Scene, at: int, trigger: Sequence[int]) -> bool:
    """Whether the word behind a number makes it a margin; "92 Prozent vor" is a score."""
    form = stage.units[at].form if at < len(stage.units) else ""
    return stage.lexicon.has("margin_nouns", form) or (at in trigger and stage.lexicon.has("graded", form))


def _is_measure(form: str, lexicon: Lexicon) -> bool:
    """Whether a word is a number and its unit in one: "3-point", "12-percentage-point"."""
    number, _, unit = form.partition("-")
    return bool(unit and NUMBER.match(number)) and lexicon.has("score_units", unit.rpartition("-")[2])


def _is_number(form: str, lexicon: Lexicon) -> bool:
    return bool(NUMBER.match(form)) or lexicon.has("number_words", form)


def _of_size(stage: Scene, at: int) -> bool:
    """Whether what is multiplied is how large a model is: "half the active parameters"."""
    return any(stage.lexicon.has("model_sizes", unit.form) for unit in stage.units[at : at + _SIZE_WITHIN])


_MEASURES: Mapping[Relation, Sequence[Measure]] = {
    Relation.OUTPERFORMS: (_times, _difference),
    Relation.LEADS: (_difference,),
    Relation.MATCHES: (),
}
