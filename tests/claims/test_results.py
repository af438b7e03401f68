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
        ("en", "[Bex 3] entered [b:MMLU] at number 27.", set()),
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
