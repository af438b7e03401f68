"""Whom German pronouns mean by their gender and number: whole texts through the shipped rules."""

import pytest

from .conftest import Told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Das Modell [Bex 3] trat gegen die KI [Dao 1] an. Sie schlägt [Cor 2].", "Dao 1>Cor 2"),
        ("Die KI [Dao 1] trat gegen das Modell [Bex 3] an. Es schlägt [Cor 2].", "Bex 3>Cor 2"),
        ("[Bex 3] und [Dao 1], ein kleiner Chatbot, sind neu. Er schlägt [Cor 2].", "Dao 1>Cor 2"),
        ("Die [Dao 1]-KI kam nach dem [Bex 3]-Modell. Sie übertrifft [Cor 2].", "Dao 1>Cor 2"),
        ("Das Modell [Bex 3] ist da. Sie schlägt [Cor 2].", "Bex 3>Cor 2"),
    ],
)
def test_a_pronoun_means_the_name_that_a_noun_of_its_gender_describes(told: Told, text: str, claims: str) -> None:
    assert told("de", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Bex 3] und [Dao 1] sind neu. Sie übertreffen [Cor 2].", "Bex 3>Cor 2, Dao 1>Cor 2"),
        ("[Bex 3] und [Dao 1] sind neu. Beim Rechnen schneiden sie besser ab als [Cor 2].", "Bex 3>Cor 2, Dao 1>Cor 2"),
        ("[Bex 3] und [Dao 1] sind neu. Die Modelle seien besser als [Cor 2].", "Bex 3>Cor 2, Dao 1>Cor 2"),
        ("[Dao 1] und die KI [Bex 3] sind neu. Sie übertrifft [Cor 2].", "Bex 3>Cor 2"),
    ],
)
def test_the_verb_tells_whether_sie_means_one_or_several(told: Told, text: str, claims: str) -> None:
    assert told("de", text) == claims
