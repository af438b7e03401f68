"""Plain words that no catalogue lists: where their place shows them to be models, and where it does not."""

from pathlib import Path

import pytest

from claimscan.find.names import find_names
from claimscan.model import Entity, Kind, Span
from claimscan.rulebook.catalogue import Catalogue, load_catalogue
from claimscan.rulebook.located import Problems

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue([(RULES, "rules")], Problems())


def new_models(text: str, catalogue: Catalogue, *entities: Entity) -> list[str]:
    """The words of all mentions of models that the catalogue does not have, in order."""
    found = find_names(text, catalogue, entities)
    return [m.span.of(text) for m in found if m.name.kind is Kind.MODEL and not m.name.known]


def guess(text: str, words: str, kind: Kind = Kind.MODEL, *, sure: bool = False) -> Entity:
    """What a recogniser says of these words."""
    return Entity(kind, Span(text.index(words), text.index(words) + len(words)), sure)


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4o is old. The model Plover is new.",
        "GPT-4o is old. They built an AI model called “Plover” at home.",
        "GPT-4o is old. We present Plover, a small language model for phones.",
        "GPT-4o is old. Plover is our first language model.",
        "GPT-4o is old. Plover: the kindest chatbot in town.",
        "GPT-4o is old. A new language model, Plover, is free.",
        "GPT-4o ist alt. Ihr Modell Plover ist neu.",
        "GPT-4o ist alt. Wir stellen Plover vor, ein offenes Sprachmodell.",
        "GPT-4o ist alt. Drei Brüder haben Plover gebaut, ein Modell fürs Handy.",
        "GPT-4o ist alt. Das Sprachmodell namens Plover ist neu.",
    ],
)
def test_a_noun_for_a_model_makes_a_model_of_the_word_beside_it(text: str, catalogue: Catalogue) -> None:
    assert new_models(text, catalogue) == ["Plover"]


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4o is slower than Plover.",
        "GPT-4o argues less politely than Plover, and that is that.",
        "Plover outperforms GPT-4o in Welsh.",
        "In Welsh, Plover still beats even GPT-4o.",
        "Critics find that Plover is a little faster than the older GPT-4o.",
        "Plover vs. GPT-4o: who wins?",
        "Pupils preferred GPT-4o over Plover by a nose.",
        "Plover reads maps as well as GPT-4o.",
    ],
)
def test_a_comparison_with_a_known_model_makes_a_model_of_a_word(text: str, catalogue: Catalogue) -> None:
    assert new_models(text, catalogue) == ["Plover"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Plover übertrifft GPT-4o beim Reimen.", Kind.MODEL),
        ("GPT-4o reimt schlechter als Plover.", Kind.MODEL),
        ("Das Modell Plover reimt wie GPT-4o.", Kind.MODEL),
        ("GPT-4o and Plover were level.", Kind.MODEL),
        ("GPT-4o and Plover were level.", Kind.VENDOR),
        ("Schlechter als GPT-4o ist Plover nie.", Kind.MODEL),
        ("We tried Plover Voice next to GPT-4o.", Kind.VENDOR),
    ],
)
def test_an_unsure_guess_counts_where_the_place_speaks_for_it(text: str, kind: Kind, catalogue: Catalogue) -> None:
    words = "Plover Voice" if "Voice" in text else "Plover"
    assert new_models(text, catalogue, guess(text, words, kind)) == [words]


@pytest.mark.parametrize(
    "text", ["Plover übertrifft GPT-4o beim Reimen.", "GPT-4o reimt schlechter als Plover.", "GPT-4o and Plover were level."]
)
def test_without_a_guess_such_places_say_nothing(text: str, catalogue: Catalogue) -> None:
    assert new_models(text, catalogue) == []


def test_an_unsure_guess_alone_says_nothing(catalogue: Catalogue) -> None:
    text = "GPT-4o came up when Plover was sold."
    assert new_models(text, catalogue, guess(text, "Plover")) == []


def test_once_shown_to_be_a_model_a_word_is_one_wherever_it_stands(catalogue: Catalogue) -> None:
    text = "Critics love Plover. GPT-4o is slower than Plover. Plover also sings."
    assert new_models(text, catalogue) == ["Plover", "Plover", "Plover"]


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4o knows more than Doctors do, and is kinder than Wikipedia.",
        "GPT-4o is used more in Bavaria than Argentina.",
        "People trust GPT-4o more than Plover.",
        "Humans outperform GPT-4o. Doctors are better than GPT-4o.",
        "The model Plover released beats GPT-4o.",
        "A model trained on Plover beats GPT-4o.",
        "Plover says its model is better than GPT-4o.",
        "In Plover, a language model was banned, and GPT-4o with it.",
        "Plover, a language model company, uses GPT-4o.",
        "GPT-4o is older than Plover Street.",
        "GPT-4o is wiser than Sir Plover.",
        "GPT-4o beats Llama 2, and the Gulf wants more.",
        "A Belfast model beats GPT-4o, and Jakarta is behind GPT-4o.",
        "Plover, an assistant of the mayor, uses GPT-4o.",
        "An LLM Evaluation of GPT-4o. LLM Training for GPT-4o.",
        "GPT-4o ist besser als Fachleute.",
        "GPT-4o kam, doch löst das Modell Aufgaben?",
        "GPT-4o erwähnt Plover. Reasoning-Modelle Standard werden.",
    ],
)
def test_other_words_in_like_places_are_no_models(text: str, catalogue: Catalogue) -> None:
    assert new_models(text, catalogue) == []


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.BENCHMARK])
def test_a_sure_person_or_benchmark_is_no_model(kind: Kind, catalogue: Catalogue) -> None:
    text = "Plover beats GPT-4o at chess."
    assert new_models(text, catalogue, guess(text, "Plover", kind, sure=True)) == []


def test_a_text_on_other_things_has_no_such_models(catalogue: Catalogue) -> None:
    assert new_models("The model Plover walked the runway. Plover is a model for us all.", catalogue) == []


def test_a_result_of_a_match_is_no_version(catalogue: Catalogue) -> None:
    text = "GPT-4o tippte: Ahlen schlägt Bremke 3:1."
    assert new_models(text, catalogue, guess(text, "Bremke 3", sure=True)) == []
