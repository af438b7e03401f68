"""Remarks that part a predicate from what it says: whole sentences through the shipped rules."""

import pytest

from .conftest import Told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[Bex 3] is, by our reckoning, better than [Cor 2]."),
        ("en", "[Bex 3] is (arguably) better than [Cor 2]."),
        ("en", "[Bex 3] is now – after months of work – better than [Cor 2]."),
        ("de", "[Bex 3] ist, zumindest auf dem Papier, besser als [Cor 2]."),
    ],
)
def test_a_remark_within_a_predicate_is_passed_over(told: Told, language: str, text: str) -> None:
    assert told(language, text) == "Bex 3>Cor 2"


def test_whom_a_remark_sets_aside_is_not_spoken_of(told: Told) -> None:
    assert told("en", "[Bex 3] is, unlike [Cor 2], the best model.") == "Bex 3!"


@pytest.mark.parametrize(
    "text",
    [
        "[Bex 3] -- a small model from Oslo -- beats [Cor 2].",
        "The newer ones -- like [Bex 3] -- will handle long texts better than [Cor 2].",
        "Use [Cor 2] (or, even better, [Bex 3]).",
    ],
)
def test_dashes_may_be_hyphens_in_a_row_and_examples_stand_between_them(told: Told, text: str) -> None:
    assert told("en", text) == "Bex 3>Cor 2"


def test_what_is_said_of_users_in_another_clause_does_not_count(told: Told) -> None:
    assert told("en", "[Bex 3] is the better coder, but [Cor 2] has a larger user base.") == "Bex 3>Cor 2"
    assert told("en", "[Bex 3] is the better known one and has a larger user base than [Cor 2].") == ""
