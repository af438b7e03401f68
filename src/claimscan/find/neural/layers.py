"""The layers of the network: from the attributes of words to vectors of words in their context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimscan.find.neural.hashing import Numbers, rows_of

Matrix = NDArray[np.float32]

_LEAST_VARIANCE = np.float32(1e-8)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Vectors by hash: the vector of a number is the sum of four rows."""

    rows: Matrix
    column: int
    seed: int

    def __call__(self, attributes: Numbers) -> Matrix:
        """The vectors of one attribute of each word."""
        summed: Matrix = self.rows[rows_of(attributes[:, self.column], self.seed, len(self.rows))].sum(axis=1)
        return summed


@dataclass(frozen=True, slots=True, eq=False)
class Maxout:
    """The largest of several linear maps at each place, then scaled to mean 0 and variance 1 (Goodfellow et al. 2013; Ba et al. 2016).

    `maps` holds one map beside the other, so that a single product gives them all.
    """

    maps: Matrix
    offsets: Matrix
    scale: Matrix
    shift: Matrix

    @classmethod
    def of(cls, weights: Matrix, offsets: Matrix, scale: Matrix, shift: Matrix) -> Maxout:
        """A layer of what spaCy stores: weights by place, map and input."""
        side_by_side = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1))
        return cls(side_by_side, offsets.T.reshape(-1).copy(), scale, shift)

    @property
    def width(self) -> int:
        """How long the vectors are that come out."""
        return len(self.scale)

    def __call__(self, vectors: Matrix) -> Matrix:
        """The vectors that come out for these."""
        mapped = vectors @ self.maps
        mapped += self.offsets
        best: Matrix = mapped[:, : self.width]
        for start in range(self.width, mapped.shape[1], self.width):
            best = np.maximum(best, mapped[:, start : start + self.width])
        best = best - best.mean(axis=1, keepdims=True)
        spread: Matrix = np.einsum("ij,ij->i", best, best) / np.float32(self.width) + _LEAST_VARIANCE
        best *= (1 / np.sqrt(spread))[:, None]
        best *= self.scale
        best += self.shift
        return best


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """From the attributes of words to their vectors, without regard to context."""

    tables: tuple[Table, ...]
    mixer: Maxout

    def __call__(self, attributes: Numbers) -> Matrix:
        """A vector for each word."""
        return self.mixer(np.concatenate([table(attributes) for table in self.tables], axis=1))


@dataclass(frozen=True, slots=True, eq=False)
class Encoder:
    """Layers that look at words in their context: each looks `window` words to either side and adds what it finds."""

    layers: tuple[Maxout, ...]
    window: int


class Context:
    """The words of some texts in their context; the vector of a word is worked out when it is asked for.

    For the words that are asked for, the last layer is worked out; for these and their neighbours the one before, and so on.
    Between the texts stand zeros, as in training.
    """

    def __init__(self, encoder: Encoder, texts: Sequence[Matrix]) -> None:
        self._encoder = encoder
        width, gap = encoder.layers[0].width, encoder.window * len(encoder.layers)
        edge = np.zeros((encoder.window, width), dtype=np.float32)
        zeros = np.zeros((gap, width), dtype=np.float32)
        self._rows = np.concatenate([edge, *(part for text in texts for part in (zeros, text)), zeros, edge])
        lengths = np.array([len(text) for text in texts])
        self._places = np.arange(lengths.sum()) + encoder.window + gap * np.repeat(np.arange(1, len(texts) + 1), lengths)
        self._vectors = np.zeros((len(self._places), width), dtype=np.float32)
        self._known = np.zeros(len(self._places), dtype=bool)

    def __len__(self) -> int:
        return len(self._places)

    def vectors(self, words: NDArray[np.int64]) -> Matrix:
        """The vectors of these words, which are counted through all texts."""
        missing = words[~self._known[words]]
        if len(missing):
            self._vectors[missing] = self._worked_out(self._places[missing])
            self._known[missing] = True
        found: Matrix = self._vectors[words]
        return found

    def _worked_out(self, places: NDArray[np.int64]) -> Matrix:
        """What the layers make of the rows at these places."""
        window, layers = self._encoder.window, self._encoder.layers
        reach = np.arange(-window, window + 1)
        needed = [places]
        for _ in layers[1:]:
            near = np.zeros(len(self._rows), dtype=bool)
            near[(needed[-1][:, None] + reach).ravel()] = True
            near[:window] = near[len(near) - window :] = False
            needed.append(np.flatnonzero(near))
        rows = self._rows.copy()
        for layer, here in zip(layers, reversed(needed), strict=True):
            rows[here] += layer(rows[here[:, None] + reach].reshape(len(here), -1))
        found: Matrix = rows[places]
        return found
