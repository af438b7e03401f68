"""Release posts, model cards and round-ups: who is meant there, and where one statement ends; through the shipped rules."""

import pytest

from .conftest import Told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Aro 3] answers faster than [Bex 2], and [Cor 1] is small.", "Aro 3>Bex 2"),
        ("[Aro 3] beats [Bex 2], and [Cor 1].", "Aro 3>Bex 2, Aro 3>Cor 1"),
        ("Next to [Bex 2], [Aro 3] looks slow but beats [Cor 1].", "Aro 3>Cor 1, Bex 2>Aro 3"),
        ("[Aro 3] leads in maths. The claim that open models can match [Bex 2] is old.", "Aro 3!"),
        ("[Aro 3] reads scans while reportedly costing less than [Bex 2].", "Aro 3>Bex 2"),
    ],
)
def test_a_clause_keeps_to_its_own_subject(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Aro]: A Small Encoder\n\nWe study [Bex] again. [Bex] was trained badly. Our best model beats [Cor 1].", "Aro>Cor 1"),
        (
            "The test by [v:Lumo] is out.\n\n- Maths: [Aro 3] leads [Bex 2].\n- Code: [Aro 3] leads [Cor 1].\n- Prose: ahead of [Dao 1].",
            "Aro 3>Bex 2, Aro 3>Cor 1, Aro 3>Dao 1",
        ),
        ("[Aro 3], a [Bex] variant of ours, performs on par with [Cor 1].", "Aro 3=Cor 1"),
        ("Released yesterday, [Aro 3] is new. In May, the model scored 91 on [b:MMLU], surpassing [Bex 2].", "Aro 3>Bex 2"),
    ],
)
def test_what_a_text_presents_is_meant(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Aro 3] performs on par with other [Bex]-like models that are similar in size.", "Aro 3=Bex"),
        ("[Aro 3] is new.\n\n- Maths: scores 61, well above [v:Lumo]'s 58 and [Bex 2]'s 49", "Aro 3>Bex 2, Aro 3>Lumo"),
    ],
)
def test_a_side_is_read_with_what_qualifies_it(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims
