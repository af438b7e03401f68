"""The project's own sentences, read by the whole program: they need nothing but the project."""

import pytest
from measuring.floors import holds, load_floors, measured
from measuring.sentences import Outcome, items, mistakes, outcomes

FLOORS = [(key[1], name, floor) for key, held in load_floors().items() if key[0] == "sentences" for name, floor in held.floors.items()]


@pytest.mark.parametrize(("language", "name", "floor"), FLOORS, ids=str)
def test_figures_on_own_sentences_keep_their_floors(language: str, name: str, floor: float) -> None:
    value = measured("sentences", language)[name]
    assert holds(name, value, floor), f"{name} is {value:.3f}, held at {floor:.3f}; what is wrong:\n{mistakes(language)}"


@pytest.mark.parametrize("language", ["en", "de"])
def test_half_of_the_own_sentences_are_traps(language: str) -> None:
    read = outcomes(language)
    assert len(read) >= 160
    assert 0.45 <= sum(each.is_trap for each in read) / len(read) <= 0.55


@pytest.mark.parametrize("language", ["en", "de"])
def test_own_sentences_have_ids_of_their_own_and_name_what_they_claim(language: str) -> None:
    read = items(language)
    assert len({item["id"] for item in read}) == len(read)
    named = [(item["id"], {*item["names"]["models"], *item["names"]["vendors"]}, item["claims"]) for item in read]
    assert [id_ for id_, names, claims in named if not names.issuperset(x for c in claims for x in (c["subject"], *c["objects"]))] == []


def test_a_mistake_is_told_with_its_sentence() -> None:
    pair = ("brindle3", "outperforms", "gpt4")
    told = str(Outcome("en-1", "wire", "Brindle 3 beats GPT-4.", missed=frozenset({pair})))
    assert told == "en-1 (wire): Brindle 3 beats GPT-4.\n    missed: brindle3 outperforms gpt4"
