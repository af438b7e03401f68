"""Ways of naming the parties that news articles have: versions, exceptions, descriptions, the vendor a sentence speaks of."""

import pytest

from .conftest import Told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Bex 3] is superior to the paid version of [Cor 2].", "Bex 3>Cor 2"),
        ("[Bex 3] is superior to a distilled version of [Cor 2].", ""),
        ("[Bex 3] will outperform the latest version of [v:Halden].", "Bex 3>Halden"),
        ("[Bex 3] is no better than [Cor 2] or the non-thinking versions of [Dao 1].", "~Bex 3>Cor 2, ~Bex 3>Dao 1"),
        ("A small local model ([Bex 3]) unexpectedly outperformed [Cor 2].", "Bex 3>Cor 2"),
        ("[Bex 3] has an edge over an interface like [Cor 2].", "Bex 3>Cor 2"),
    ],
)
def test_a_model_is_told_by_what_describes_it(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[v:Halden] figured out how to beat [Cor 2].", "Halden>Cor 2"),
        ("[v:Halden] showed how [Cor 2] beats [Bex 3].", "Cor 2>Bex 3"),
        ("[v:Lumo] is back. Search firm [v:Halden] showed a version of its flagship model that beats [Cor 2].", "Halden>Cor 2"),
        ("[Bex 3] is out. [v:Halden] has no lead left; for a year they have been behind [v:Lumo].", "Lumo>Halden"),
        ("[v:Lumo], which trails [Cor 2@Orm], speaks. “We plan models that will surpass [v:Halden]”, it says.", "Cor 2>Lumo, Lumo>Halden"),
        ("[Bex 3] beats almost every closed model except [Cor 2].", "Bex 3>*, Cor 2>Bex 3"),
        ("[v:Halden] hosts almost every closed model except [Cor 2].", ""),
    ],
)
def test_who_acts_is_told_by_the_sentence_itself(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Bex 3], [Cor 2], [Dao 1] — in daily use the gap with [Eno 4] is shrinking.", "Eno 4>Bex 3, Eno 4>Cor 2, Eno 4>Dao 1"),
        ("[v:Halden]'s top US model outperforms [Cor 2].", "Halden>Cor 2"),
        ("Testers preferred [Bex 3] over [Cor 2], although [Bex 3] itself underperforms [Dao 1].", "Bex 3>Cor 2, Dao 1>Bex 3"),
        ("[Bex 3] and [Cor 2] are out. Firms from both countries leapfrog each other.", ""),
        ("[v:Halden] has models, the best one being on par with [Eno 4]. All, [Bex 3], [Cor 2] and [Dao 1], run.", "Eno 4=Halden"),
        ("[Bex 3] is matching or surpassing the performance of models like [Cor 2].", "*=Bex 3, Bex 3=Cor 2"),
        ("The gap widens: [Bex 3] at 9.9% versus [Cor 2] at 16%.", "Cor 2>Bex 3"),
    ],
)
def test_who_stands_where_is_told_at_a_distance(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Bex 3] costs a dollar, [Cor 2] costs ten. That makes [Bex 3] 8x cheaper on input and 4x cheaper on output.", "Bex 3>Cor 2"),
        ("The surprise came from [Bex 3], which matches [Cor 2] at half the cost.", "Bex 3=Cor 2, Bex 3>Cor 2"),
        ("[Bex 3] toppled previously [b:MMLU] leader [Cor 2].", "Bex 3>Cor 2"),
        ("[Bex 3] is found to be on par with the [b:MMLU] data itself. [Cor 2] is out.", ""),
        ("[Cor 2] runs on a single [v:Lumo] X9 GPU, whereas [Bex 3] performs better in reasoning.", "Bex 3>Cor 2"),
        ("A model from [v:Lumo]- and [v:Orm]-backed [v:Halden] beats [Cor 2].", "Halden>Cor 2"),
        ("[Bex 3] scored 92 points. That reportedly exceeds [Cor 2].", "Bex 3>Cor 2"),
    ],
)
def test_what_a_sentence_leaves_out_is_told_by_the_one_before(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("text", "stance", "source"),
    [
        ("[Bex 3] beats [Cor 2], raising questions about whether size matters.", "asserted", None),
        ("Weeks after [Bex 3] beat [Cor 2], [v:Halden] announced that it rains.", "asserted", None),
        ("After [Bex 3] beat [Cor 2], [v:Halden] is reportedly at work.", "asserted", None),
        ("[Bex 3] reportedly scored 54%, above [Cor 2].", "attributed", None),
        ("“In all the tests that we have done so far, [Bex 3] beats [Cor 2],” [v:Halden] continued.", "attributed", "Halden"),
        ("[Bex 3] was previewed as outperforming [Cor 2].", "attributed", None),
    ],
)
def test_what_is_said_of_something_else_is_nobodys_claim(shipped, marked, text: str, stance: str, source: str | None) -> None:
    plain, mentions = marked(text)
    claims = shipped["en"](plain, mentions)[0]
    assert [(claim.stance, claim.source) for claim in claims] == [(stance, source)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[v:Lumo]'s new models, [Bex 3@Lumo] and [Dao 1@Lumo], are state of the art.", "Bex 3!, Dao 1!"),
        ("[Bex 3] rivals models from entities like [v:Lumo] and [v:Halden].", "*=Bex 3, Bex 3=Halden, Bex 3=Lumo"),
        ("[Bex 3] beats [v:Lumo]'s top-tier, highly prized [Cor 2] models.", "Bex 3>Cor 2"),
        ("[Bex 3] and [Dao 1] are out. They are new. It rains. Both new models are worse than [Cor 2].", "Cor 2>Bex 3, Cor 2>Dao 1"),
        ("[Cor 2] is out. However, [Bex 3] offers a clear advantage in cost, being more than twice as cheap.", "Bex 3>Cor 2"),
        ("[Cor 2], [Dao 1] and [Eno 4] are catching up to [Bex 3].", "Bex 3>Cor 2, Bex 3>Dao 1, Bex 3>Eno 4"),
    ],
)
def test_descriptions_and_what_they_describe_are_one(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims
