"""From vectors of words to names: one move for each word (begin, inside, last, single, outside), with its probability.

Outside of a name the scores of the moves hang on the word alone, so they are worked out for all words at once; only inside
a name does one word follow the other. A name is as likely as its moves together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimscan.find.neural.layers import Context, Matrix

OUTSIDE = "O"
_BEGIN, _INSIDE, _LAST, _SINGLE = "B-", "I-", "L-", "U-"
_ACTIONS = {"1": _BEGIN, "2": _INSIDE, "3": _LAST, "4": _SINGLE, "5": OUTSIDE}


def names_of_moves(stored: Mapping[str, Mapping[str, int]]) -> tuple[str, ...]:
    """The names of the moves in the order of their scores: by action, then by how often a label was seen."""
    return tuple(
        action if action == OUTSIDE else action + label
        for number, action in _ACTIONS.items()
        for _, label in sorted(((count, label) for label, count in stored.get(number, {}).items()), reverse=True)
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A name: the words `[start, end)`, its label, and how probable it is, in [0, 1]."""

    start: int
    end: int
    label: str
    probability: float


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """Scores moves by the word that is next, the first word of the open name, and the word before.

    `features` are the maps of these three words with their `starts`; `pads` stand for words that are not there.
    """

    names: tuple[str, ...]
    features: tuple[Matrix, Matrix, Matrix]
    starts: Matrix
    pads: Matrix
    offsets: Matrix
    weights: Matrix
    shift: Matrix

    def read(self, context: Context, words: NDArray[np.int64], ends: Sequence[int]) -> Iterator[Found]:
        """The names that begin with one of these words, in order; `ends` are the places behind the last words of the texts."""
        context.vectors(np.unique(np.concatenate([words, np.minimum(words + 1, len(context) - 1)])))
        state = context.vectors(words) @ self.features[0] + (self.starts[0] + self.pads[1] + self.pads[2])
        scores = np.where(self._opens(), self._scores(state), -np.inf)
        single = np.where(self._begins(), -np.inf, scores)  # no name of several words begins with the last one
        best = np.where(np.isin(words + 1, ends), single.argmax(axis=1), scores.argmax(axis=1))
        done = 0
        for at in np.flatnonzero(best != self.names.index(OUTSIDE)).tolist():
            start = int(words[at])
            if start >= done:
                found = self._name(context, start, ends[bisect_right(ends, start)], scores[at], int(best[at]))
                done = found.end
                yield found

    def _opens(self) -> NDArray[np.bool_]:
        """Which moves can be made outside of a name."""
        return np.array([move == OUTSIDE or (move[:2] in (_BEGIN, _SINGLE) and len(move) > len(_BEGIN)) for move in self.names])

    def _begins(self) -> NDArray[np.bool_]:
        """Which moves begin a name of several words."""
        return np.array([move.startswith(_BEGIN) for move in self.names])

    def _name(self, context: Context, start: int, stop: int, scores: Matrix, move: int) -> Found:
        """The name that begins so at a word of a text that stops there."""
        label = self.names[move][len(_BEGIN) :]
        end, inside = self._inside(context, start, stop, label) if self.names[move].startswith(_BEGIN) else (start + 1, 1.0)
        return Found(start, end, label, _share(scores, move) * inside)

    def _inside(self, context: Context, start: int, stop: int, label: str) -> tuple[int, float]:
        """Where a name of several words ends, and how probable its further words are."""
        going_on, last = self.names.index(_INSIDE + label), self.names.index(_LAST + label)
        vector = context.vectors(np.array([start]))[0]
        first = vector @ self.features[1] + self.starts.sum(axis=0)
        probability = 1.0
        for at in range(start + 1, stop):
            before, vector = vector, context.vectors(np.array([at]))[0]
            state = vector @ self.features[0] + first + before @ self.features[2]
            scores = self._scores(state[None])[0][[going_on, last]]
            ends = at + 1 == stop or scores[1] > scores[0]
            probability *= _share(scores, int(ends))
            if ends:
                return at + 1, probability
        return stop, probability

    def _scores(self, states: Matrix) -> Matrix:
        """The scores of all moves in each of these states."""
        states = states + self.offsets
        half = self.weights.shape[0]
        best = states[:, :half]
        for start in range(half, states.shape[1], half):
            best = np.maximum(best, states[:, start : start + half])
        scored: Matrix = best @ self.weights
        scored += self.shift
        return scored


def _share(scores: Sequence[float] | Matrix, move: int) -> float:
    """The probability of a move among the possible ones (softmax)."""
    values = np.asarray(scores, dtype=np.float64)
    return float(1 / np.exp(values - values[move]).sum())
