"""Ways of writing that are common in articles: remarks in lists, makers in compounds, places, scores side by side."""

import pytest

from .conftest import Told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Bex 3] beats [v:Lumo]-backed [v:Halden]'s [Cor 2].", "Bex 3>Cor 2"),
        ("[Bex 3] outperformed both [Cor 2]-based [Dao 1] and [Eno 4].", "Bex 3>Dao 1, Bex 3>Eno 4"),
        ("[Bex 3] leads. Close behind are [Cor 2], scoring 92 points, and [Dao 1], with 91 points.", "Bex 3!, Bex 3>Cor 2, Bex 3>Dao 1"),
        ("[Bex 3] and [Cor 2], a small model that beats [Dao 1], are out.", "Cor 2>Dao 1"),
        ("[Bex 3] was a blow to [Cor 2] since the lab opened, beating [Dao 1].", "Bex 3>Dao 1"),
        ("[Bex 3] came out in May. Second place went to [Cor 2].", "Cor 2!"),
        ("[Bex 3] tops the leaderboard. Second place went to [Cor 2].", "Bex 3!, Bex 3>Cor 2"),
        ("On riddles [Bex 3] scored 66% compared to [Cor 2]'s 71%.", "Cor 2>Bex 3"),
        ("On riddles [Bex 3] made errors in 66% compared to [Cor 2]'s 71%.", ""),
        ("Despite being smaller than [Cor 2], it is out. [Bex 3], on the other hand, beats [Dao 1].", "Bex 3>Dao 1"),
    ],
)
def test_what_articles_say_is_read(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims
