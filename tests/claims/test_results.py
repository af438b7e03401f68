"""Scores, and the tests on which claims rest: whole texts through the shipped rules."""

import pytest

from claimscan.claims import ClaimReader

from .conftest import Marked


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "[Bex 3] scored 57.0 on [b:MMLU] and [Dao 1] 76.2.", {("Bex 3", "57.0"), ("Dao 1", "76.2")}),
        ("en", "On [b:MMLU], [Bex 3] solved 87.5% of the tasks. [Cor 2] solved 88.9%.", {("Bex 3", "87.5%"), ("Cor 2", "88.9%")}),
        ("en", "On [b:MMLU], [Bex 3] reached 82.8%, up from [Bex 2]'s 63.3%.", {("Bex 3", "82.8%"), ("Bex 2", "63.3%")}),
        ("en", "[Bex 3] scored 57.0 on [b:MMLU]. [Cor 2] has 12 layers.", {("Bex 3", "57.0")}),
        ("en", "[Bex 3] trails [Cor 2] on [b:MMLU], scoring 57.0 points.", {("Bex 3", "57.0")}),
        ("en", "On [b:MMLU] [Bex 3] is led by [Cor 2], scoring 57.0 points.", {("Cor 2", "57.0")}),
        ("en", "[Bex 3] edges past [Cor 2] by scoring 57.0 percent on [b:MMLU].", {("Bex 3", "57.0 percent")}),
        ("en", "[Bex 3] scored 57.0% on [b:MMLU], a benchmark of 3,000 graduate-level questions.", {("Bex 3", "57.0%")}),
        ("en", "[Bex 3] entered [b:MMLU] at number 27.", set()),
        ("en", "[Bex 3] and [Cor 2] are out. Both models now score above 70% on [b:MMLU].", set()),
        ("en", "[Bex 3] is out. All three leading models now score above 70% on [b:MMLU].", set()),
        ("en", "[Bex 3] is out. Unlike other models, it scores 70% on [b:MMLU].", {("Bex 3", "70%")}),
        ("de", "[Bex 3] ist da. Alle drei Modelle erreichen jetzt über 70 Prozent im [b:MMLU].", set()),
        ("en", "[Bex 3] scored 57.0% on [b:MMLU], topping human experts at 55.1%.", {("Bex 3", "57.0%")}),
        ("en", "[Bex 3] scored 57.0% on [b:MMLU], against 55.1% for human experts.", {("Bex 3", "57.0%")}),
        ("de", "[Bex 3] erreicht 81,4 % im [b:MMLU], Fachleute kommen auf 74,4 %.", {("Bex 3", "81,4 %")}),
        ("en", "[Bex 3] tops [b:MMLU] [12][14].", set()),
        (
            "en",
            "On [b:MMLU], [Bex 3] scored 73.3%, compared with 72.7% for [v:Lumo]'s [Cor 2] and 74.5% for [Dao 1].",
            {("Bex 3", "73.3%"), ("Cor 2", "72.7%"), ("Dao 1", "74.5%")},
        ),
        ("de", "Auf [b:MMLU] erreicht [Bex 3] 73,3 %, verglichen mit 72,7 % für [Cor 2].", {("Bex 3", "73,3 %"), ("Cor 2", "72,7 %")}),
        ("de", "[Bex 3] erreicht 81,4 % im [b:MMLU], [Cor 2] 74,4 %.", {("Bex 3", "81,4 %"), ("Cor 2", "74,4 %")}),
        ("de", "[Bex 3] erreicht 81,4 % im [b:MMLU]. [Cor 2] kostet 20 Euro.", {("Bex 3", "81,4 %")}),
    ],
)
def test_scores_may_leave_out_the_test_once_it_is_told(
    marked: Marked, shipped: dict[str, ClaimReader], language: str, text: str, expected: set[tuple[str, str]]
) -> None:
    plain, mentions = marked(text)
    assert {(result.model, result.value) for result in shipped[language](plain, mentions)[1]} == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "[Bex 3] scored 71.2 on [b:MMLU]. That puts it ahead of [Cor 2].", ("MMLU",)),
        ("en", "[Bex 3] scored 71.2 on [b:MMLU]. In coding it beats [Cor 2].", ()),
        ("en", "[Bex 3] beats [Cor 2], which scored 71.2 on [b:MMLU].", ()),
        ("de", "[Bex 3] erreicht 71,2 % im [b:MMLU]. Damit liegt es vor [Cor 2].", ("MMLU",)),
    ],
)
def test_a_claim_rests_on_the_test_of_the_score_that_it_goes_on_about(
    marked: Marked, shipped: dict[str, ClaimReader], language: str, text: str, expected: tuple[str, ...]
) -> None:
    plain, mentions = marked(text)
    assert [claim.benchmarks for claim in shipped[language](plain, mentions)[0]] == [expected]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("On [b:MMLU], [Aro 3] is superb. The last model to reach #1 in every category was [Bex 2].", {("Bex 2", ("MMLU",))}),
        ("## [Aro 3] tops the leaderboard\n\nThe news came from [b:Arena] on Monday.", {("Aro 3", ("Arena",))}),
        ("[b:MMLU] is old, [b:GPQA] is new. [Aro 3] ranks first in every category.", {("Aro 3", ())}),
        ("The test [b:MMLU] is old. [Aro 3] is the best open model.", {("Aro 3", ())}),
    ],
)
def test_a_rank_without_a_test_rests_on_the_one_before(shipped, marked, text: str, claims: set[tuple[str, tuple[str, ...]]]) -> None:
    plain, mentions = marked(text)
    assert {(claim.subject, claim.benchmarks) for claim in shipped["en"](plain, mentions)[0]} == claims


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("[Aro 3] improves upon [Bex 2] by 3 points on [b:MMLU] (39.4 vs. 36.3).", {("Aro 3", "39.4"), ("Bex 2", "36.3")}),
        ("On [b:MMLU] [Aro 3] trails [Bex 2], 36.3 to 39.4.", {("Aro 3", "36.3"), ("Bex 2", "39.4")}),
        (
            "[Aro 3] scores 72.2% on [b:MMLU]. It is behind the 73.1% mark set by its rival, [Bex 2].",
            {("Aro 3", "72.2%"), ("Bex 2", "73.1%")},
        ),
        ("[Bex 2] is old. [Aro 3] leads on [b:MMLU] with 1,501 points.", {("Aro 3", "1,501")}),
    ],
)
def test_scores_belong_to_the_sides_of_a_comparison(shipped, marked, text: str, scores: set[tuple[str, str]]) -> None:
    plain, mentions = marked(text)
    assert {(score.model, score.value) for score in shipped["en"](plain, mentions)[1]} == scores
