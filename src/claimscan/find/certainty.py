"""How sure a spaCy entity recogniser is of each entity it finds.

The recogniser reads a text word by word and chooses one move for each (begin, inside, last, single, outside); spaCy's
own greedy loop drops the scores of the moves. This one keeps them: an entity is as likely as its moves together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any

OUTSIDE = "O"
_OPENING = ("B-", "U-")
_GOING_ON = ("I-", "L-")


@dataclass(frozen=True, slots=True)
class Guess:
    """An entity in a spaCy Doc with the recogniser's probability for it, in [0, 1]."""

    start: int
    end: int
    label: str
    probability: float


class Reader:
    """Reads Docs with a spaCy entity recogniser, one move for each word, all texts of a batch at once."""

    def __init__(self, ner: Any) -> None:
        self._ner = ner
        self._moves = [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]
        self._opening = [at for at, move in enumerate(self._moves) if move == OUTSIDE or (move[:2] in _OPENING and move[2:])]

    def __call__(self, docs: Sequence[Any]) -> list[tuple[Guess, ...]]:
        """The entities of each Doc, in order of place; start and end are code points of the Doc's text."""
        states = self._ner.moves.init_batch(docs)
        scores = self._scores(docs, states)
        self._ner.set_annotations(docs, states)
        return [tuple(self._guesses(doc, rows)) for doc, rows in zip(docs, scores, strict=True)]

    def _scores(self, docs: Sequence[Any], states: Sequence[Any]) -> list[list[Any]]:
        """For each Doc the scores of all moves at each of its words; the states are moved to their ends."""
        rows: list[list[Any]] = [[] for _ in docs]
        model = self._ner.model.predict(docs)
        open_states = [(at, state) for at, state in enumerate(states) if not state.is_final()]
        while open_states:
            scores = model.predict([state for _, state in open_states])
            for (at, _), row in zip(open_states, scores, strict=True):
                rows[at].append(row)
            self._ner.transition_states([state for _, state in open_states], scores)
            open_states = [(at, state) for at, state in open_states if not state.is_final()]
        return rows

    def _guesses(self, doc: Any, rows: Sequence[Any]) -> Iterator[Guess]:
        """The entities of one Doc with their probabilities."""
        for ent in doc.ents:
            probability = 1.0
            for word in range(ent.start, ent.end):
                move, possible = self._move(ent, word)
                probability *= _share(rows[word], move, possible)
            yield Guess(ent.start_char, ent.end_char, ent.label_, probability)

    def _move(self, ent: Any, word: int) -> tuple[int, Sequence[int]]:
        """The move that was made at a word of an entity, and those that could have been made there."""
        if word == ent.start:
            kind = "U-" if ent.end - ent.start == 1 else "B-"
            return self._moves.index(kind + ent.label_), self._opening
        going_on = [self._moves.index(kind + ent.label_) for kind in _GOING_ON]
        return going_on[word == ent.end - 1], going_on


def _share(row: Any, move: int, possible: Sequence[int]) -> float:
    """The probability of a move among the possible ones (softmax)."""
    values = [float(row[at]) for at in possible]
    top = max(values)
    return exp(float(row[move]) - top) / sum(exp(value - top) for value in values)
