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
