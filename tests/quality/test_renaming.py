"""Texts with other names for the same things."""

import pytest
from measuring.corpora import Annotated
from measuring.renaming import renamed

TEXT = "OpenAI's GPT-4o beats Claude 3 Opus; o1 and Claude come next on Claude-Bench. GPT-4o-mini is small."
GOLD = {
    "id": "x", "lang": "en",
    "models": [
        {"name": "GPT-4o", "aliases": ["GPT-4o"]}, {"name": "Claude 3 Opus", "aliases": ["Claude 3 Opus"]},
        {"name": "Claude", "aliases": ["Claude"]}, {"name": "o1", "aliases": ["o1"]}, {"name": "GPT-4o-mini", "aliases": ["GPT-4o-mini"]},
    ],
    "vendors": [{"name": "OpenAI", "aliases": ["OpenAI"]}],
    "benchmarks": [{"name": "Claude-Bench", "aliases": ["Claude-Bench"]}],
    "claims": [{"subject": "GPT-4o"}], "dates": [], "results": [],
}


@pytest.fixture
def other() -> Annotated:
    return renamed(Annotated(GOLD, TEXT))


@pytest.mark.parametrize("name", ["OpenAI", "GPT", "Claude", "Opus", "o1"])
def test_no_old_name_is_left(other: Annotated, name: str) -> None:
    assert name not in other.text


def test_new_names_are_annotated_as_they_stand_in_the_text(other: Annotated) -> None:
    names = [each["name"] for kind in ("models", "vendors", "benchmarks") for each in other.gold[kind]]
    assert [name for name in names if name not in other.text] == []


def test_the_shape_of_a_name_stays(other: Annotated) -> None:
    first, second, third, fourth, fifth = (each["name"] for each in other.gold["models"])
    assert first.isascii()
    assert first.endswith("-4o")
    assert first.split("-")[0].isupper()
    assert fifth == f"{first}-mini"
    assert second.split()[1] == "3"
    assert second.split()[0] == third
    assert (len(fourth), fourth[1]) == (2, "1")
    assert other.gold["vendors"][0]["name"].endswith("AI")


def test_claims_are_left_out_and_renaming_is_the_same_every_time(other: Annotated) -> None:
    assert other.gold["claims"] == []
    assert other == renamed(Annotated(GOLD, TEXT))
