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

from claimscan.find.neural.layers import Matrix

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

    def read(self, vectors: Matrix, blank: NDArray[np.bool_], ends: Sequence[int]) -> Iterator[Found]:
        """The names in texts that stand one after the other and end at `ends`; no name begins with a blank."""
        scores = np.where(self._opens(), self._scores(vectors @ self.features[0] + (self.starts[0] + self.pads[1] + self.pads[2])), -np.inf)
        best = scores.argmax(axis=1)
        for last in ends:  # no name of several words begins with the last one
            best[last - 1 : last] = np.where(self._begins(), -np.inf, scores[last - 1 : last]).argmax(axis=1)
        outside = self.names.index(OUTSIDE)
        best[blank] = outside
        done = 0
        for start in np.flatnonzero(best != outside).tolist():
            if start >= done:
                found = self._name(vectors[: ends[bisect_right(ends, start)]], start, scores[start], int(best[start]))
                done = found.end
                yield found

    def _opens(self) -> NDArray[np.bool_]:
        """Which moves can be made outside of a name."""
        return np.array([move == OUTSIDE or (move[:2] in (_BEGIN, _SINGLE) and len(move) > len(_BEGIN)) for move in self.names])

    def _begins(self) -> NDArray[np.bool_]:
        """Which moves begin a name of several words."""
        return np.array([move.startswith(_BEGIN) for move in self.names])

    def _name(self, vectors: Matrix, start: int, scores: Matrix, move: int) -> Found:
        """The name that begins so at a word."""
        label = self.names[move][len(_BEGIN) :]
        end, inside = self._inside(vectors, start, label) if self.names[move].startswith(_BEGIN) else (start + 1, 1.0)
        return Found(start, end, label, _share(scores, move) * inside)

    def _inside(self, vectors: Matrix, start: int, label: str) -> tuple[int, float]:
        """Where a name of several words ends, and how probable its further words are."""
        going_on, last = self.names.index(_INSIDE + label), self.names.index(_LAST + label)
        first = vectors[start] @ self.features[1] + self.starts.sum(axis=0)
        probability = 1.0
        for at in range(start + 1, len(vectors)):
            state = vectors[at] @ self.features[0] + first + vectors[at - 1] @ self.features[2]
            scores = self._scores(state[None])[0][[going_on, last]]
            ends = at + 1 == len(vectors) or scores[1] > scores[0]
            probability *= _share(scores, int(ends))
            if ends:
                return at + 1, probability
        return len(vectors), probability

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
