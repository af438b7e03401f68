"""Models that stand without their family's name, which their maker's name explains."""

from pathlib import Path

import pytest

from claimscan.find.names import find_names
from claimscan.model import Kind
from claimscan.rulebook.catalogue import Catalogue, load_catalogue
from claimscan.rulebook.located import Problems

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue([(RULES, "rules")], Problems())


def models(text: str, catalogue: Catalogue) -> list[str]:
    """The names of the models, in order of place."""
    return [m.name.name for m in find_names(text, catalogue) if m.name.kind is Kind.MODEL]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mistral's Large 2 loses to GPT-4o.", ["Mistral Large 2", "GPT-4o"]),
        ("Mistral's new Small 3.1 loses to GPT-4o.", ["Mistral Small 3.1", "GPT-4o"]),
        ("Mistrals Medium 3 unterliegt GPT-4o.", ["Mistral Medium 3", "GPT-4o"]),
        ("Medium 3.1 is out, Mistral said. It trails GPT-4o.", ["Mistral Medium 3.1", "GPT-4o"]),
        ("Gemini 2.0 Flash was quick. Google's 2.5 Pro is wise.", ["Gemini 2.0 Flash", "Gemini 2.5 Pro"]),
        ("GPT-4o trails Mistral's 7B model.", ["GPT-4o", "Mistral 7B"]),
    ],
)
def test_a_form_without_its_family_goes_to_its_makers(text: str, expected: list[str], catalogue: Catalogue) -> None:
    assert models(text, catalogue) == expected


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4o was trained with Microsoft's 10B.",
        "GPT-4o competes with Mistral's Large models.",
        "GPT-4o competes with Mistral's 3 offices.",
        "GPT-4o fits a T-shirt of size Medium 3.",
        "GPT-4o beats Granite Small 4, says Mistral AI.",
    ],
)
def test_other_things_of_a_maker_are_no_models_of_its(text: str, catalogue: Catalogue) -> None:
    assert [name for name in models(text, catalogue) if not name.startswith("Granite")] == ["GPT-4o"]
