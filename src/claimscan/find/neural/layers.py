"""The layers of the network: from the attributes of words to vectors of words in their context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

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
    """Vectors of words in their context: each layer looks `window` words to either side and adds what it finds."""

    layers: tuple[Maxout, ...]
    window: int

    def __call__(self, texts: Sequence[Matrix]) -> Matrix:
        """The vectors of the words of all texts, one after the other; between the texts stand zeros, as in training."""
        width = self.layers[0].width
        gap = np.zeros((self.window * len(self.layers), width), dtype=np.float32)
        vectors = np.concatenate([part for text in texts for part in (gap, text)] + [gap])
        for layer in self.layers:
            vectors = vectors + layer(self._windows(vectors))
        ends = accumulate(len(gap) + len(text) for text in texts)
        found: Matrix = np.concatenate([vectors[end - len(text) : end] for text, end in zip(texts, ends, strict=True)])
        return found

    def _windows(self, vectors: Matrix) -> Matrix:
        """Each vector beside its neighbours on both sides."""
        count, width = vectors.shape
        beside = np.zeros((count, (2 * self.window + 1) * width), dtype=np.float32)
        for place in range(2 * self.window + 1):
            away = place - self.window
            target = beside[max(0, -away) : count - max(0, away), place * width : (place + 1) * width]
            target[:] = vectors[max(0, away) : count - max(0, -away)]
        return beside
