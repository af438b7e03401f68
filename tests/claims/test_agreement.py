"""Who acts where a German object may stand first: whole texts through the shipped rules."""

import pytest

from .conftest import Told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Bex 3] ist da. Auch [Cor 2] und [Dao 1] lasse das Modell hinter sich, heißt es.", "Bex 3>Cor 2, Bex 3>Dao 1"),
        ("[Cor 2] und [Dao 1] schlägt [Bex 3] klar.", "Bex 3>Cor 2, Bex 3>Dao 1"),
        ("[Cor 2] und [Dao 1] schlagen [Bex 3] klar.", "Cor 2>Bex 3, Dao 1>Bex 3"),
        ("[Cor 2] oder [Dao 1] schlägt [Bex 3] klar.", "Cor 2>Bex 3, Dao 1>Bex 3"),
        ("[Bex 3] schlagen [Cor 2] und [Dao 1] deutlich.", "Cor 2>Bex 3, Dao 1>Bex 3"),
        ("[Bex 3] schlägt [Cor 2] und [Dao 1] deutlich.", "Bex 3>Cor 2, Bex 3>Dao 1"),
        ("[Bex 3] ist da. [Cor 2] überholt der Chatbot in allen Tests.", "Bex 3>Cor 2"),
        ("[Bex 3] ist da. [Cor 2] überholt den Chatbot in allen Tests.", "Cor 2>Bex 3"),
    ],
)
def test_the_verb_tells_who_acts(told: Told, text: str, claims: str) -> None:
    assert told("de", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Cor 2] und [Dao 1] lässt [Bex 3] hinter sich. Beim Reimen liegt es vor [Eno 4].", "Bex 3>Cor 2, Bex 3>Dao 1, Bex 3>Eno 4"),
        ("[Bex 3] ist neu. Mit [Cor 2] kann es das Modell nicht aufnehmen. Es ist aber besser als [Dao 1].", "Bex 3>Dao 1, Cor 2>Bex 3"),
    ],
)
def test_what_follows_speaks_of_who_acts(told: Told, text: str, claims: str) -> None:
    assert told("de", text) == claims
