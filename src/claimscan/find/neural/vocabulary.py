"""The words of texts as rows of a table of vectors: each is looked at once, however often it stands there."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence, Set
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimscan.find.neural.hashing import Numbers, numbers_of
from claimscan.find.neural.layers import Words
from claimscan.find.neural.tokens import CHUNKS, Tokenizer
from claimscan.rulebook.naming import fold

_MOST = 20_000  # words kept: bounds memory
_LONGEST_SHAPE = 100
_REPEATED = 4
_SUFFIX = 3


class _Chunks(dict[str, bytes]):
    """What texts are made of, with the numbers of their words as bytes, which are learned when they are first asked for."""

    def __init__(self, learned: Callable[[str], bytes]) -> None:
        super().__init__()
        self._learned = learned

    def __missing__(self, chunk: str) -> bytes:
        """The numbers of the words of one that has not been seen before."""
        return self.setdefault(chunk, self._learned(chunk))


class Vocabulary:
    """Gives for a text the numbers of its words, and by number what is to be known of them; 0 is the number of no word.

    That is what the network makes of them, their lengths, which of them look like names, which are but words with a capital
    that name nothing by themselves, and which have a blank behind them.
    """

    def __init__(self, tokenizer: Tokenizer, attributes: Sequence[str], words: Words, nameless: Set[str]) -> None:
        self._tokenizer = tokenizer
        self._nameless = nameless
        self._attributes = tuple(_ATTRIBUTES[name] for name in attributes)
        self.words = words
        self._clear()

    def _clear(self) -> None:
        self._spaced = _Chunks(lambda chunk: self._learned(f"{chunk} "))
        self._last = _Chunks(self._learned)
        self._known: dict[str, int] = {}
        self._new: list[str] = []
        self.words.clear()
        self.lengths = np.zeros(1, dtype=np.int64)
        self.telling = np.zeros(1, dtype=bool)
        self.nameless = np.zeros(1, dtype=bool)
        self.spaced = np.zeros(1, dtype=bool)

    def read(self, texts: Sequence[str]) -> list[NDArray[np.int64]]:
        """The numbers of the words of each text; they hold until the next call."""
        if len(self._known) > _MOST:
            self._clear()
        found = []
        for text in texts:
            *spaced, last = text.split(" ")
            found.append(np.frombuffer(b"".join(map(self._spaced.__getitem__, spaced)) + self._last[last], dtype=np.int64))
        self._look_up_new()
        return found

    def _learned(self, text: str) -> bytes:
        """The numbers of the words of a text that has not been seen before."""
        words = [word for chunk in CHUNKS.findall(text) for word in self._tokenizer.words(chunk)]
        for word in words:
            if word not in self._known:
                self._known[word] = len(self._known) + 1
                self._new.append(word)
        return np.array([self._known[word] for word in words], dtype=np.int64).tobytes()

    def _look_up_new(self) -> None:
        """What is to be known of the words that were added."""
        if not self._new:
            return
        self.words.add(np.stack([attribute(self._new) for attribute in self._attributes], axis=1))
        self.lengths = np.concatenate([self.lengths, np.array([len(word) for word in self._new], dtype=np.int64)])
        self.telling = np.concatenate([self.telling, np.array([_tells(word) for word in self._new], dtype=bool)])
        self.nameless = np.concatenate([self.nameless, np.array([self._opens(word) for word in self._new], dtype=bool)])
        self.spaced = np.concatenate([self.spaced, np.array([word != _bare(word) for word in self._new], dtype=bool)])
        self._new = []

    def _opens(self, word: str) -> bool:
        """Whether a word that names nothing by itself is written as it opens a sentence: "Us", not "US"."""
        bare = _bare(word)
        return bare == bare.capitalize() and fold(bare) in self._nameless


@cache
def _spacy_words() -> Mapping[str, Mapping[str, object]]:
    """The texts that spaCy numbers by itself, and the spellings that it takes for one."""
    return json.loads((Path(__file__).parent / "spacy_words.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _numbered(words: Sequence[str]) -> Numbers:
    """The numbers of texts, each of which is hashed once."""
    own = _spacy_words()["numbers"]
    distinct = list(dict.fromkeys(words))
    numbers = dict(zip(distinct, numbers_of(distinct), strict=True))
    return np.array([own.get(word, numbers[word]) for word in words], dtype=np.uint64)


def _bare(word: str) -> str:
    """A word without the blank behind it."""
    return word if word.isspace() else word.removesuffix(" ")


def _tells(word: str) -> bool:
    """Whether a word looks like a name's: with a capital, or with letters and digits."""
    return word != word.lower() or (any(map(str.isdigit, word)) and any(map(str.isalpha, word)))


def _norm(word: str) -> str:
    return str(_spacy_words()["norms"].get(word, word.lower()))


def shape(word: str) -> str:
    """Letters as `X` and `x`, digits as `d`, of four alike in a row and more but four: `Xxxxx-d`."""
    if len(word) >= _LONGEST_SHAPE:
        return "LONG"
    signs: list[str] = []
    alike = 0
    last = ""
    for character in word:
        sign = ("X" if character.isupper() else "x") if character.isalpha() else "d" if character.isdigit() else character
        alike = alike + 1 if sign == last else 0
        last = sign
        if alike < _REPEATED:
            signs.append(sign)
    return "".join(signs)


_ATTRIBUTES: Mapping[str, Callable[[Sequence[str]], Numbers]] = {
    "ORTH": lambda words: _numbered([_bare(word) for word in words]),
    "LOWER": lambda words: _numbered([_bare(word).lower() for word in words]),
    "NORM": lambda words: _numbered([_norm(_bare(word)) for word in words]),
    "PREFIX": lambda words: _numbered([_bare(word)[:1] for word in words]),
    "SUFFIX": lambda words: _numbered([_bare(word)[-_SUFFIX:] for word in words]),
    "SHAPE": lambda words: _numbered([shape(_bare(word)) for word in words]),
    "SPACY": lambda words: np.array([word != _bare(word) for word in words], dtype=np.uint64),
}
