"""A trained network as spaCy stores it, ready to read texts."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np

from claimscan.find.neural import Guess
from claimscan.find.neural.layers import Embedding, Encoder, Maxout, Table
from claimscan.find.neural.moves import Moves, names_of_moves
from claimscan.find.neural.stored import read_stored, unpacked
from claimscan.find.neural.tokens import Tokenizer
from claimscan.find.neural.vocabulary import Vocabulary

_FEATURES = 3


class Network:
    """Reads texts; made once, used for many."""

    def __init__(self, vocabulary: Vocabulary, encoder: Encoder, moves: Moves) -> None:
        self._vocabulary = vocabulary
        self._encoder = encoder
        self._moves = moves

    def __call__(self, texts: Sequence[str]) -> list[tuple[Guess, ...]]:
        """The names of each text, in order of place."""
        words = self._vocabulary.read(texts)
        ends = list(accumulate(map(len, words)))
        found: list[list[Guess]] = [[] for _ in texts]
        if not ends or not ends[-1]:
            return [() for _ in texts]
        row = np.concatenate(words)
        vectors = self._encoder([self._vocabulary.vectors[each] for each in words])
        lengths = self._vocabulary.lengths[row]
        places = np.cumsum(lengths)
        for name in self._moves.read(vectors, self._vocabulary.blank[row], ends):
            text = bisect_right(ends, name.start)
            before = sum(map(len, texts[:text]))
            end = int(places[name.end - 1]) - int(self._vocabulary.spaced[row[name.end - 1]])
            start = int(places[name.start] - lengths[name.start])
            found[text].append(Guess(start - before, end - before, name.label, name.probability))
        return list(map(tuple, found))


def load_network(folder: Path) -> Network:
    """The network in a folder that spaCy wrote. Raises ValueError for one of another build, OSError where there is none."""
    stored = read_stored(folder / "ner" / "model")
    layers = [(node["name"], attrs, params) for node, attrs, params in zip(stored["nodes"], stored["attrs"], stored["params"], strict=True)]
    labels = json.loads(read_stored(folder / "ner" / "moves")["moves"])
    try:
        embedding, encoder = _embedding(layers), _encoder(layers)
        moves = _moves(layers, names_of_moves(labels))
        (columns,) = _attributes(layers, "extract_features", "columns")
        vocabulary = Vocabulary(Tokenizer.of(read_stored(folder / "tokenizer")), columns, embedding)
    except (KeyError, IndexError) as error:
        raise ValueError("a network of another build") from error
    return Network(vocabulary, encoder, moves)


_Layers = Sequence[tuple[str, Mapping[str, bytes], Mapping[str, Any]]]


def _parameters(layers: _Layers, name: str) -> list[Mapping[str, Any]]:
    """The parameters of the layers of a name, in order."""
    return [params for own, _, params in layers if own == name]


def _attributes(layers: _Layers, name: str, attribute: str) -> list[Any]:
    """An attribute of the layers of a name, in order."""
    return [unpacked(attrs[attribute]) for own, attrs, _ in layers if own == name]


def _maxouts(layers: _Layers) -> list[Maxout]:
    """The maxout layers with their normalisation: first the one that mixes the attributes of a word, then those over windows."""
    pairs = zip(_parameters(layers, "maxout"), _parameters(layers, "layernorm"), strict=True)
    return [Maxout.of(maps["W"], maps["b"], norm["G"], norm["b"]) for maps, norm in pairs]


def _embedding(layers: _Layers) -> Embedding:
    tables = zip(
        _parameters(layers, "hashembed"), _attributes(layers, "hashembed", "column"), _attributes(layers, "hashembed", "seed"), strict=True
    )
    return Embedding(tuple(Table(params["E"], column, seed) for params, column, seed in tables), _maxouts(layers)[0])


def _encoder(layers: _Layers) -> Encoder:
    return Encoder(tuple(_maxouts(layers)[1:]), _attributes(layers, "expand_window", "window_size")[0])


def _moves(layers: _Layers, names: tuple[str, ...]) -> Moves:
    """The scores of moves; two linear maps that follow one another are made one."""
    (lower,) = _parameters(layers, "precomputable_affine")
    upper, inner = _parameters(layers, "linear")
    features, hidden, pieces, width = lower["W"].shape
    if features != _FEATURES:
        raise ValueError("a network with other features")
    by_piece = lower["W"].transpose(0, 2, 1, 3).reshape(features, pieces * hidden, width)
    return Moves(
        names,
        tuple(np.ascontiguousarray((each @ inner["W"]).T) for each in by_piece),  # type: ignore[arg-type]
        by_piece @ inner["b"],
        lower["pad"][0].transpose(0, 2, 1).reshape(features, -1),
        lower["b"].T.reshape(-1),
        np.ascontiguousarray(upper["W"].T),
        upper["b"],
    )
