"""The layers of the network: from the attributes of words to vectors of words in their context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimscan.find.neural.hashing import Numbers, rows_of

Matrix = NDArray[np.float32]

_LEAST_VARIANCE = np.float32(1e-8)
_BLOCK = 768  # words that are taken through a layer at once: what is worked on stays near the processor
_MOST_KEPT = 8_192  # words of which it is kept what they add to the first layer: bounds memory


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
        return self.largest(vectors @ self.maps)

    def parts(self, vectors: Matrix, places: int) -> list[Matrix]:
        """What these vectors add to the maps at each place of an input that is made of so many."""
        return [vectors @ maps for maps in np.split(self.maps, places)]

    def largest(self, mapped: Matrix) -> Matrix:
        """The vectors that come out where the maps give this, which is written over."""
        mapped += self.offsets
        best: Matrix = mapped[:, : self.width]
        for start in range(self.width, mapped.shape[1], self.width):
            best = np.maximum(best, mapped[:, start : start + self.width])
        best = best - (best @ self._share)[:, None]
        spread: Matrix = np.einsum("ij,ij->i", best, best) / np.float32(self.width) + _LEAST_VARIANCE
        best *= (1 / np.sqrt(spread))[:, None]
        best *= self.scale
        best += self.shift
        return best

    @property
    def _share(self) -> Matrix:
        """What each place adds to their mean."""
        return np.full(self.width, 1 / self.width, dtype=np.float32)


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


class Words:
    """What the network makes of single words by their numbers: their `vectors`, and what these add to the maps of the first layer.

    The latter is kept for the words last met, by the place in the layer's window at which a word stands. 0 is the number of
    no word, whose vector is zero.
    """

    def __init__(self, embedding: Embedding, encoder: Encoder) -> None:
        self._embedding = embedding
        self.encoder = encoder
        self.clear()

    def clear(self) -> None:
        """Forget all words."""
        self._used = 1
        self.vectors: Matrix = np.zeros((1, self.encoder.layers[0].width), dtype=np.float32)
        self._rows = np.full(1, -1, dtype=np.int64)
        self._kept = 0
        self._parts: list[Matrix] = []

    def add(self, attributes: Numbers) -> None:
        """Take in more words, by their attributes; room is made for twice as many, which takes no memory until it is used."""
        more = self._embedding(attributes)
        end = self._used + len(more)
        if end > len(self.vectors):
            wider = np.zeros((2 * end, more.shape[1]), dtype=np.float32)
            wider[: self._used] = self.vectors[: self._used]
            self.vectors = wider
        self.vectors[self._used : end] = more
        self._rows = np.concatenate([self._rows, np.full(len(more), -1, dtype=np.int64)])
        self._used = end

    def first_maps(self, windows: NDArray[np.int64]) -> Matrix:
        """What the maps of the first layer give for these windows of words."""
        rows = self._rows[windows]
        if rows.min(initial=0) < 0:
            self._keep(windows)
            rows = self._rows[windows]
        mapped = self._parts[0].take(rows[:, 0], axis=0)
        for place in range(1, windows.shape[1]):
            mapped += self._parts[place].take(rows[:, place], axis=0)
        return mapped

    def _keep(self, windows: NDArray[np.int64]) -> None:
        """Work out what these words add to the maps; where there are too many, the others are forgotten."""
        words = np.unique(windows)
        missing = words[self._rows[words] < 0]
        if not self._parts or self._kept + len(missing) > len(self._parts[0]):
            room = (max(_MOST_KEPT, len(words)), self.encoder.layers[0].maps.shape[1])
            self._parts = [np.zeros(room, dtype=np.float32) for _ in range(windows.shape[1])]
            self._rows[:], self._kept, missing = -1, 0, words
        end = self._kept + len(missing)
        for kept, parts in zip(self._parts, self.encoder.layers[0].parts(self.vectors[missing], len(self._parts)), strict=True):
            kept[self._kept : end] = parts
        self._rows[missing] = np.arange(self._kept, end)
        self._kept = end


class Context:
    """The words of some texts in their context; the vector of a word is worked out when it is asked for.

    For the words that are asked for, the last layer is worked out; for these and their neighbours the one before, and so on.
    What a layer gave is kept, for words that are asked for later. Between the texts stand zeros, as in training.
    """

    def __init__(self, words: Words, texts: Sequence[NDArray[np.int64]]) -> None:
        self._words = words
        layers, window = words.encoder.layers, words.encoder.window
        gap = window * len(layers)
        edge, nothing = np.zeros(window, dtype=np.int64), np.zeros(gap, dtype=np.int64)
        self._numbers = np.concatenate([edge, *(part for text in texts for part in (nothing, text)), nothing, edge])
        lengths = np.array([len(text) for text in texts])
        self._places = np.arange(lengths.sum()) + window + gap * np.repeat(np.arange(1, len(texts) + 1), lengths)
        self._rows = [np.empty((len(self._numbers), layer.width), dtype=np.float32) for layer in layers]
        for rows in self._rows:
            rows[:window] = rows[len(rows) - window :] = 0
        self._known = np.zeros((len(layers), len(self._numbers)), dtype=bool)
        self._known[:, :window] = self._known[:, len(self._numbers) - window :] = True

    def __len__(self) -> int:
        return len(self._places)

    def vectors(self, words: NDArray[np.int64]) -> Matrix:
        """The vectors of these words, which are counted through all texts."""
        places = self._places[words]
        missing = places[~self._known[-1][places]]
        if len(missing):
            self._work_out(missing)
        return self._rows[-1].take(places, axis=0)

    def _work_out(self, places: NDArray[np.int64]) -> None:
        """Take the words at these places through the layers."""
        window = self._words.encoder.window
        reach = np.arange(-window, window + 1)
        needed = [places]
        for known in self._known[-2::-1]:
            near = np.zeros(len(self._numbers), dtype=bool)
            near[needed[-1][:, None] + reach] = True
            needed.append(np.flatnonzero(near & ~known))
        for depth, row in enumerate(reversed(needed)):
            for here in np.split(row, range(_BLOCK, len(row), _BLOCK)):
                self._rows[depth][here] = self._through(depth, here, here[:, None] + reach)
                self._known[depth][here] = True

    def _through(self, depth: int, here: NDArray[np.int64], windows: NDArray[np.int64]) -> Matrix:
        """What a layer makes of the words at these places, which stand in these windows."""
        layer = self._words.encoder.layers[depth]
        if depth == 0:
            return self._words.vectors.take(self._numbers[here], axis=0) + layer.largest(self._words.first_maps(self._numbers[windows]))
        below = self._rows[depth - 1]
        return below.take(here, axis=0) + layer(below.take(windows, axis=0).reshape(len(here), len(layer.maps)))
