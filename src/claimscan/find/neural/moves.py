"""From vectors of words to names: one move for each word (begin, inside, last, single, outside), with its probability.

Outside of a name the scores of the moves hang on the word alone, so they are worked out for all words at once; only inside
a name does one word follow the other. A name is as likely as its moves together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import exp

import numpy as np
from numpy.typing import NDArray

from claimscan.find.neural.layers import Context, Matrix

OUTSIDE = "O"
_MOST = 700.0  # of what a number can be raised to
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
        state = context.vectors(words) @ self.features[0] + (self.starts[0] + self.pads[1] + self.pads[2])
        scores = np.where(self._opens(), self._scores(state), -np.inf)
        single = np.where(self._begins(), -np.inf, scores)  # no name of several words begins with the last one
        stops = np.asarray(ends)[np.searchsorted(ends, words, side="right")]
        best = np.where(words + 1 == stops, single.argmax(axis=1), scores.argmax(axis=1))
        named = np.flatnonzero(best != self.names.index(OUTSIDE))
        if len(named):
            yield from self._names(context, words[named], stops[named], best[named], _shares(scores[named], best[named]))

    def _names(
        self, context: Context, starts: NDArray[np.int64], stops: NDArray[np.int64], moves: NDArray[np.int64], shares: NDArray[np.float64]
    ) -> Iterator[Found]:
        """The names that begin so, without those within others: with these words, before these ends of texts, by these moves."""
        begun = list(zip(starts.tolist(), stops.tolist(), [self.names[move] for move in moves.tolist()], strict=True))
        ends = self._ends(context, {start: (stop, name[len(_BEGIN) :]) for start, stop, name in begun if name.startswith(_BEGIN)})
        done = 0
        for (start, _, name), share in zip(begun, shares.tolist(), strict=True):
            if start >= done:
                done, inside = ends.get(start, (start + 1, 1.0))
                yield Found(start, done, name[len(_BEGIN) :], share * inside)

    def _opens(self) -> NDArray[np.bool_]:
        """Which moves can be made outside of a name."""
        return np.array([move == OUTSIDE or (move[:2] in (_BEGIN, _SINGLE) and len(move) > len(_BEGIN)) for move in self.names])

    def _begins(self) -> NDArray[np.bool_]:
        """Which moves begin a name of several words."""
        return np.array([move.startswith(_BEGIN) for move in self.names])

    def _ends(self, context: Context, begun: Mapping[int, tuple[int, str]]) -> dict[int, tuple[int, float]]:
        """Where names of several words end, and how probable their further words are, by their first words.

        `begun` gives the ends of their texts and their labels. All go on together, word by word.
        """
        numbers = {name: number for number, name in enumerate(self.names)}
        found: dict[int, tuple[int, float]] = {}
        going = dict.fromkeys(begun, 1.0)
        for length in count(2):
            if not going:
                break
            starts = np.array(list(going))
            scored = zip(going.items(), self._inner_scores(context, starts, starts + (length - 1)).tolist(), strict=True)
            going = {}
            for (start, before), scores in scored:
                stop, label = begun[start]
                on, last = scores[numbers[_INSIDE + label]], scores[numbers[_LAST + label]]
                ends = start + length == stop or last > on
                probability = before / (1 + exp(min(_MOST, on - last if ends else last - on)))
                if ends:
                    found[start] = start + length, probability
                else:
                    going[start] = probability
        return found

    def _inner_scores(self, context: Context, starts: NDArray[np.int64], words: NDArray[np.int64]) -> Matrix:
        """The scores of all moves at these words, inside of names that begin at those."""
        states = context.vectors(words) @ self.features[0] + context.vectors(words - 1) @ self.features[2]
        return self._scores(states + (context.vectors(starts) @ self.features[1] + self.starts.sum(axis=0)))

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


def _shares(scores: Matrix, moves: NDArray[np.int64]) -> NDArray[np.float64]:
    """By row the probability of a move among the possible ones (softmax)."""
    values = scores.astype(np.float64)
    shares: NDArray[np.float64] = 1 / np.exp(values - values[np.arange(len(moves)), moves, None]).sum(axis=1)
    return shares
