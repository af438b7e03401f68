"""How sure the recogniser is: probabilities that agree with what spaCy itself would mark."""

from __future__ import annotations

from typing import Any

import pytest
import spacy

from claimscan.find.certainty import Guess, Reader
from claimscan.find.recognise import SHIPPED

TEXTS = (
    "Veltora Labs released Quendel 3.5, its largest language model.",
    "„Das ist erst der Anfang“, sagte Marlies Ostendorf, Professorin an der Universität Husum.",
    "",
    "It rained.\n\nHarborBench, Quendel-3.5-mini and Trilmos 2 (70B) stayed dry.",
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    """The shipped pipeline as spaCy loads it."""
    return spacy.load(SHIPPED)


@pytest.fixture(scope="module")
def read(nlp: Any) -> list[tuple[Guess, ...]]:
    """What is read in all the texts together."""
    return Reader(nlp.get_pipe("ner"))([nlp.make_doc(text) for text in TEXTS])


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_the_entities_are_those_that_spacy_marks(nlp: Any, read: list[tuple[Guess, ...]], number: int) -> None:
    expected = [(ent.start_char, ent.end_char, ent.label_) for ent in nlp(TEXTS[number]).ents]
    assert [(guess.start, guess.end, guess.label) for guess in read[number]] == expected


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_probabilities_lie_between_nought_and_one(read: list[tuple[Guess, ...]], number: int) -> None:
    assert all(0.0 < guess.probability <= 1.0 for guess in read[number])


def test_a_plain_sentence_is_surer_than_a_bare_word(nlp: Any) -> None:
    reader = Reader(nlp.get_pipe("ner"))
    plain, bare = reader([nlp.make_doc(TEXTS[0]), nlp.make_doc("Quendel")])
    assert min(guess.probability for guess in plain) > max((guess.probability for guess in bare), default=0.0)
