"""A trained network as spaCy stores it, ready to read texts."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimscan.find.neural import Guess
from claimscan.find.neural.layers import Context, Embedding, Encoder, Maxout, Table, Words
from claimscan.find.neural.moves import Moves, names_of_moves
from claimscan.find.neural.stored import read_stored, unpacked
from claimscan.find.neural.tokens import Tokenizer
from claimscan.find.neural.vocabulary import Vocabulary
from claimscan.model import Span

_FEATURES = 3
_LONGEST = 8  # words of a known name


class Network:
    """Reads texts; made once, used for many."""

    def __init__(self, vocabulary: Vocabulary, moves: Moves) -> None:
        self._vocabulary = vocabulary
        self._moves = moves

    def __call__(self, texts: Sequence[str], known: Sequence[Sequence[Span]] = ()) -> list[tuple[Guess, ...]]:
        """The names of each text, in order of place.

        A name begins with a word that has a capital, or letters and digits. Those that lie in the `known` spans of their text
        are left out, as far as the words behind them show; so are words that name nothing by themselves.
        """
        words = self._vocabulary.read(texts)
        ends = list(accumulate(map(len, words)))
        found: list[list[Guess]] = [[] for _ in texts]
        row = np.concatenate(words) if words else np.zeros(0, dtype=np.int64)
        lengths = self._vocabulary.lengths[row]
        places = np.cumsum(lengths) - lengths
        before = list(accumulate(map(len, texts), initial=0))
        asked = _asked(self._vocabulary.telling[row], self._vocabulary.nameless[row] | _inside(places, known, before))
        if not asked.any():
            return [() for _ in texts]
        context = Context(self._vocabulary.words, words)
        for name in self._moves.read(context, np.flatnonzero(asked), ends):
            text, last = bisect_right(ends, name.start), name.end - 1
            end = int(places[last] + lengths[last]) - int(self._vocabulary.spaced[row[last]])
            found[text].append(Guess(int(places[name.start]) - before[text], end - before[text], name.label, name.probability))
        return list(map(tuple, found))


def _inside(places: NDArray[np.int64], known: Sequence[Sequence[Span]], before: Sequence[int]) -> NDArray[np.bool_]:
    """Which of these places lie in known spans; they are counted through all texts, the spans in each text."""
    spans = sorted((start + each.start, start + each.end) for start, own in zip(before, known, strict=False) for each in own)
    starts, ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    reached = np.concatenate([[0], np.maximum.accumulate(ends)]) if len(ends) else np.zeros(1, dtype=np.int64)
    found: NDArray[np.bool_] = places < reached[np.searchsorted(starts, places, side="right")]
    return found


def _asked(telling: NDArray[np.bool_], known: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The words at which a name may begin: the telling ones that are not known, and known ones right before them."""
    asked = telling & ~known
    for _ in range(_LONGEST):
        asked[:-1] |= known[:-1] & asked[1:]
    return asked & telling


def load_network(folder: Path, nameless: Set[str] = frozenset()) -> Network:
    """The network in a folder that spaCy wrote; by itself no `nameless` word is a name to it.

    Raises ValueError for one of another build, OSError where there is none.
    """
    stored = read_stored(folder / "ner" / "model")
    layers = [(node["name"], attrs, params) for node, attrs, params in zip(stored["nodes"], stored["attrs"], stored["params"], strict=True)]
    labels = json.loads(read_stored(folder / "ner" / "moves")["moves"])
    try:
        words = Words(_embedding(layers), _encoder(layers))
        moves = _moves(layers, names_of_moves(labels))
        (columns,) = _attributes(layers, "extract_features", "columns")
        vocabulary = Vocabulary(Tokenizer.of(read_stored(folder / "tokenizer")), columns, words, nameless)
    except (KeyError, IndexError) as error:
        raise ValueError("a network of another build") from error
    return Network(vocabulary, moves)


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
