"""The trained network without spaCy: the words, the names and the probabilities that spaCy itself comes to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.strings import get_string_id
from thinc.api import NumpyOps

from claimscan.find.neural import Guess
from claimscan.find.neural.hashing import numbers_of, rows_of
from claimscan.find.neural.moves import names_of_moves
from claimscan.find.neural.network import Network, load_network
from claimscan.find.neural.stored import read_stored, unpacked
from claimscan.find.neural.tokens import CHUNKS, Tokenizer
from claimscan.find.neural.vocabulary import _numbered, shape
from claimscan.find.recognise import SHIPPED
from claimscan.model import Span

TEXTS = (
    "Veltora Labs released Quendel 3.5, its largest language model.",
    "„Das ist erst der Anfang“, sagte Marlies Ostendorf, Professorin an der Universität Husum.",
    "",
    "It rained.\n\nHarborBench, Quendel-3.5-mini and Trilmos 2 (70B) stayed dry.",
    " ",
    "Quendel",
)
ODD = (
    "a\n b  c", "  lead", "x " * 3, " (\"'foo's bar\"), baz...  ", "名" * 30, "https://a.b/c, www.x.de. \n\n\t tab", ". . .", "'s 's", "-",
    "OpenAIs GPT-4s x_y _z_ @foo a@b.c 1,200,3 a,b AT&T --- \u00a0x", "🚀🚀 OpenAI", "det amod NORM list mark", "“Qwen’s”", "x" * 700,
)  # fmt: skip


@pytest.fixture(scope="module")
def nlp() -> Any:
    """The shipped pipeline as spaCy loads it."""
    return spacy.load(SHIPPED)


@pytest.fixture(scope="module")
def network() -> Network:
    """The shipped pipeline as it is read here."""
    return load_network(SHIPPED)


@pytest.fixture(scope="module")
def read(network: Network) -> list[tuple[Guess, ...]]:
    """What is read in all the texts together."""
    return network(TEXTS)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The stored tokenizer."""
    return Tokenizer.of(read_stored(SHIPPED / "tokenizer"))


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_the_entities_are_those_that_spacy_marks(nlp: Any, read: list[tuple[Guess, ...]], number: int) -> None:
    expected = [(ent.start_char, ent.end_char, ent.label_) for ent in nlp(TEXTS[number]).ents]
    assert [(guess.start, guess.end, guess.label) for guess in read[number]] == expected


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_probabilities_lie_between_nought_and_one(read: list[tuple[Guess, ...]], number: int) -> None:
    assert all(0.0 < guess.probability <= 1.0 for guess in read[number])


def test_a_plain_sentence_is_surer_than_a_bare_word(read: list[tuple[Guess, ...]]) -> None:
    assert min(guess.probability for guess in read[0]) > max((guess.probability for guess in read[5]), default=0.0)


@pytest.mark.parametrize("text", [*TEXTS, *ODD])
def test_words_are_cut_as_spacy_cuts_them(nlp: Any, tokenizer: Tokenizer, text: str) -> None:
    words = [word for chunk in CHUNKS.findall(text) for word in tokenizer.words(chunk)]
    assert words == [token.text_with_ws for token in nlp.make_doc(text)]


@pytest.mark.parametrize("word", ["Quendel-3.5", "GPT", "aaaaaa11111", "übertrifft", "x" * 101, "…", "🚀"])
def test_shapes_are_those_of_spacy(nlp: Any, word: str) -> None:
    assert shape(word) == nlp.vocab[word].shape_


@pytest.mark.parametrize("word", ["a", "Sprachmodell", "12345678", "1234567890123456", "名前", "amod", "X", "x" * 300])
def test_words_have_the_numbers_that_spacy_gives_them(word: str) -> None:
    assert _numbered([word]).tolist() == [get_string_id(word)]


@pytest.mark.parametrize("seed", [0, 8, 11, 2**32 - 1])
def test_rows_are_those_of_spacys_tables(seed: int) -> None:
    numbers = numbers_of(["Quendel", "und", "", "a much longer text than the others"])
    assert (rows_of(numbers, seed, 5000) == NumpyOps().hash(numbers, seed) % 5000).all()


def test_a_text_is_read_alike_alone_and_among_others(network: Network, read: list[tuple[Guess, ...]]) -> None:
    (alone,) = network(TEXTS[:1])
    assert [(guess.start, guess.end, guess.label) for guess in alone] == [(guess.start, guess.end, guess.label) for guess in read[0]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Google opened an office.", []),
        ("GOOGLE opened an office.", ["GOOGLE"]),
        ("Google DeepMind opened an office.", ["Google DeepMind"]),
    ],
)
def test_a_function_word_is_a_name_only_before_another_capital(text: str, names: list[str]) -> None:
    network = load_network(SHIPPED, frozenset({"google"}))
    assert [text[guess.start : guess.end] for guess in network([text])[0]] == names


def test_words_are_kept_while_more_are_learned() -> None:
    network = load_network(SHIPPED)
    (first,) = network(TEXTS[:1])
    network([" ".join(f"Quendel{number}" for number in range(9000))])
    (again,) = network(TEXTS[:1])
    assert [(guess.start, guess.end, guess.label) for guess in again] == [(guess.start, guess.end, guess.label) for guess in first]
    assert [guess.probability for guess in again] == pytest.approx([guess.probability for guess in first], abs=1e-5)


def test_moves_are_named_in_the_order_of_their_scores() -> None:
    stored = {"1": {"A": 1, "B": 2}, "2": {"A": 1, "B": 2}, "3": {"A": 1, "B": 2}, "4": {"A": 1, "B": 2, "": 1}, "5": {"": 1}}
    assert names_of_moves(stored) == ("B-B", "B-A", "I-B", "I-A", "L-B", "L-A", "U-B", "U-A", "U-", "O")


@pytest.mark.parametrize("data", [b"\xc1", b"\xc7\x01\x01\x00"])
def test_what_is_no_stored_value_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        unpacked(data)


def test_a_file_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model"
    path.write_bytes((SHIPPED / "ner" / "model").read_bytes()[:-100])
    with pytest.raises(ValueError, match="cut short"):
        read_stored(path)


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"\x93\x01\xff\xc0", [1, -1, None]),
        (b"\x81\xa1a\xc3", {"a": True}),
        (b"\xcb?\xf8\x00\x00\x00\x00\x00\x00", 1.5),
        (b"\xcd\x01\x00", 256),
        (b"\xd9\x02\xc3\xa4", "ä"),
    ],
)
def test_stored_values_are_read(data: bytes, value: object) -> None:
    assert unpacked(data) == value


def test_stored_arrays_are_read() -> None:
    array = unpacked(b"\x84\xc4\x02nd\xc3\xa4type\xa3<f4\xa5shape\x92\x01\x02\xa4data\xc4\x08\x00\x00\x80?\x00\x00\x00@")
    assert array.dtype == np.float32
    assert array.tolist() == [[1.0, 2.0]]


@pytest.mark.parametrize(
    ("known", "left"),
    [((), ["Veltora Labs", "Quendel 3.5"]), ((Span(0, 12),), ["Quendel 3.5"]), ((Span(0, 7),), ["Veltora Labs", "Quendel 3.5"])],
)
def test_known_names_are_left_out_as_far_as_they_reach(network: Network, known: tuple[Span, ...], left: list[str]) -> None:
    (found,) = network(TEXTS[:1], [known])
    assert [TEXTS[0][guess.start : guess.end] for guess in found] == left


def test_known_names_change_nothing_in_another_text(network: Network, read: list[tuple[Guess, ...]]) -> None:
    found = network(TEXTS, [[Span(0, 60)], *([()] * 5)])
    assert [(guess.start, guess.end) for guess in found[3]] == [(guess.start, guess.end) for guess in read[3]]
