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


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Contenders: 1) [Aro 3]: the safe pick. 2) [Bex 2] (open): as good as [Cor 1].", "Bex 2=Cor 1"),
        ("- [Aro 3] - small and free; faster than [Bex 2].", "Aro 3>Bex 2"),
        ("- [Aro 3]: it reads scans.\n- [Bex 2]: trained with care, it rivals [Cor 1].", "Bex 2=Cor 1"),
        ("# [Aro 3]\nA model for scans. Akin to it: [Bex 2] and [Cor 1].\n## Highlights\n- Beats [Dao 1] in Norwegian.", "Aro 3>Dao 1"),
        ("[Aro 3] beats systems trained on far more pages ([Bex 2], [Cor 1]).", "Aro 3>*, Aro 3>Bex 2, Aro 3>Cor 1"),
        ("[Aro 3] (71.4), [Bex 2] (70.9%) and [Cor 1] (70) outperform [Dao 1].", "Aro 3>Dao 1, Bex 2>Dao 1, Cor 1>Dao 1"),
        ("[Aro 3] leads on sums, [Bex 2] leads on prose, and [Cor 1] leads on speed.", "Aro 3!, Bex 2!, Cor 1!"),
    ],
)
def test_a_line_speaks_of_its_label_and_an_item_of_what_is_above(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "While [Aro 3] and [Bex 2] surpass [Cor 1] in maths, [Cor 1] shows superior prose.",
            "Aro 3>Cor 1, Bex 2>Cor 1, Cor 1>Aro 3, Cor 1>Bex 2",
        ),
        ("[Aro 3] excels in tone and style, outperforming [Bex 2] in prose.", "Aro 3>Bex 2"),
        ("- [Aro 3] vs [Bex 2]: a test\n- [Aro 3] is better at summing up long letters", "Aro 3>Bex 2"),
        ("[Aro 3] tops the leaderboard, and the claim that open models can match closed alternatives is old.", "Aro 3!"),
        ("[Aro 3] beats small models and even rivals [Bex 2].", "Aro 3=Bex 2, Aro 3>*"),
        ("[Aro 3] from Tarn and [v:Halden] leads the ranking of tide models.", "Aro 3!"),
        ("[Aro 3] is out. Compared with the previous best models, our model gains 44% in quality.", "Aro 3>*"),
        ("[v:Lumo] has a new [Bex 2]-style service. It says that it beats [Cor 1].", "Lumo>Cor 1"),
        ("[Aro 3] leads [Bex 2] on code, while Premier narrows the gap at lower cost.", "Aro 3>Bex 2"),
        ("[Aro 3] rivals [Bex 2] on code, but at half the price.", "Aro 3=Bex 2, Aro 3>Bex 2"),
        ("[Aro 3] beats popular models from firms like [v:Lumo] and [v:Halden].", "Aro 3>*, Aro 3>Halden, Aro 3>Lumo"),
    ],
)
def test_lists_and_clauses_give_each_its_own(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[Aro 3] (beating [Bex 2]) is out.", "Aro 3>Bex 2"),
        ("[Aro 3] (on par with [Bex 2]) is out.", "Aro 3=Bex 2"),
        ("[Aro 3] (the best open model) and [Bex 2] (small and cheap) are out.", "Aro 3!"),
        ("[Aro 3] (based on [Bex 2]) and [Cor 1] (formerly [Dao 1]) beat [Eno 4].", "Aro 3>Eno 4, Cor 1>Eno 4"),
    ],
)
def test_a_remark_in_brackets_speaks_of_the_name_before_it(told: Told, text: str, claims: str) -> None:
    assert told("en", text) == claims
