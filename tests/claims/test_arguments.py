import pytest

from claimscan.claims.arguments import find_arguments
from claimscan.claims.reference import Argument, Form, span_of
from claimscan.claims.sentences import Unit, units
from claimscan.model import Span


@pytest.fixture
def arguments(marked, lexicon):
    def read(text: str) -> tuple[str, tuple[Unit, ...], tuple[Argument, ...]]:
        plain, mentions = marked(text)
        row = units(plain, Span(0, len(plain)), mentions)
        return plain, row, find_arguments(row, lexicon, {})

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[A1] and [B2] win", ["A1 and B2"]),
        ("[A1], [B2] and [C3] win", ["A1, B2 and C3"]),
        ("in [A1], [B2] wins", ["A1", "B2"]),
        ("beats [A1], [B2], etc.", ["A1, B2"]),
        ("[A1] (though [B2] is new) wins", ["A1", "B2"]),
        ("[A1] ([B2] is slower) wins", ["A1", "B2"]),
        ("[A1] beats [B2]", ["A1", "B2"]),
        ("[v:Lumo]'s new [A1] model wins", ["Lumo's new A1 model"]),
        ("[A1] (from Lumo) and [B2] win", ["A1 (from Lumo) and B2"]),
        ("[A1], from a lab called [v:Lumo], wins", ["A1, from a lab called Lumo,"]),
        ("[A1] as well as [B2] win", ["A1 as well as B2"]),
        ("[A1] wins on [b:MMLU]", ["A1", "MMLU"]),
        ("[p:Ada] and [A1]", ["Ada", "A1"]),
    ],
)
def test_names_that_belong_together_are_one_argument(arguments, text: str, expected: list[str]) -> None:
    plain, row, found = arguments(text)
    assert [span_of(row, a.first, a.last).of(plain) for a in found] == expected


@pytest.mark.parametrize(
    ("text", "modifies"),
    [
        ("[v:Lumo] shares win", True),
        ("shares of [v:Lumo] win", True),
        ("[v:Lumo]'s chips win", True),
        ("[v:Lumo]'s score wins", False),
        ("better than [v:Lumo]'s.", False),
        ("[A1] wins", False),
    ],
)
def test_a_name_that_only_qualifies_another_noun_is_told(arguments, text: str, modifies: bool) -> None:
    assert arguments(text)[2][0].items[0].modifier is modifies


def test_a_name_joined_by_a_hyphen_is_told(arguments) -> None:
    assert arguments("[v:Lumo]-backed rivals win")[2][0].items[0].compound
    assert not arguments("the [A1]-model wins")[2][0].items[0].compound


def test_an_unnamed_model_belongs_to_its_vendor(arguments) -> None:
    item = arguments("[v:Lumo]'s new model wins")[2][0].items[0]
    assert item.form is Form.OWNED
    assert item.owner.name.name == "Lumo"
