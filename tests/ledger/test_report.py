import dataclasses
from typing import Any

import pytest

from claimscan.errors import ClaimscanError
from claimscan.ledger import Filter, Report, UnknownName, report_of
from claimscan.ledger.report import month_of
from claimscan.model import Claim, Failure, Relation, Result, Span
from claimscan.record import claim_from, failure_values, record_values
from ledger.making import OWN, article, claim, denies, says

OURS = "Aro Labs says its Aro 3 beats the older Bex-2 by a wide margin in nearly all tests."
LONG = "On Wednesday Aro Labs said that Aro 3 beats Bex-2 and others in nearly all of the tests that it ran."


def figures(report: Report) -> list[tuple[str, str, int, int, int]]:
    return [(pair.winner, pair.loser, pair.claims, pair.sources, pair.self_reported) for pair in report.pairs]


def test_pairs_count_wordings_independent_sources_and_self_praise_apart() -> None:
    report = report_of([
        says("a", OURS, "Aro 3", "Bex-2", **OWN),
        says("b", "Ada Quill found that Aro 3 beats Bex-2.", "Aro 3", "Bex-2", source="Ada Quill"),
        says("c", "In the eyes of Ada Quill, nothing but Aro 3 beats Bex-2 this year.", "Aro 3", "Bex-2", source="Ada Quill"),
        says("d", "Aro 3 beats Bex-2 and Cora.", "Aro 3", "Bex-2", "Cora"),
    ])  # fmt: skip
    assert figures(report) == [("Aro 3", "Bex-2", 4, 2, 1), ("Aro 3", "Cora", 1, 1, 0)]


def test_denials_and_reservations_are_told_apart() -> None:
    report = report_of([
        says("a", "Aro 3 may beat Bex-2.", "Aro 3", "Bex-2", stance="hedged"),
        denies("b", "Aro 3 does not beat Bex-2 at all.", "Aro 3", "Bex-2"),
    ])  # fmt: skip
    assert [(pair.claims, pair.hedged, pair.denied) for pair in report.pairs] == [(1, 1, 1)]


@pytest.mark.parametrize(
    ("other", "times"),
    [
        (LONG, 1),
        (LONG.replace("Wednesday", "Thursday"), 1),
        (f"  {LONG.upper()} ", 1),
        (LONG.replace("said that", "told reporters, as had been expected for days, that"), 2),
        (OURS, 2),
    ],
)
def test_the_same_wording_counts_once_and_keeps_its_copies(other: str, times: int) -> None:
    report = report_of([says("late", LONG, "Aro 3", "Bex-2", date="2025-03-01"), says("early", other, "Aro 3", "Bex-2")])
    assert [pair.claims for pair in report.pairs] == [times]
    assert (report.wordings[0].first.article.id, sum(len(one.copies) for one in report.wordings)) == ("early", 2 - times)


@pytest.mark.parametrize(("other", "times"), [("Aro 3 still beats Bex-2.", 2), ("aro 3 beats “Bex-2”!", 1)])
def test_short_sentences_are_one_wording_only_if_their_words_are_equal(other: str, times: int) -> None:
    report = report_of([says("a", "Aro 3 beats Bex-2.", "Aro 3", "Bex-2"), says("b", other, "Aro 3", "Bex-2")])
    assert [pair.claims for pair in report.pairs] == [times]


@pytest.mark.parametrize("change", [{"benchmarks": ("MMLU",)}, {"margin": "by 3 points"}, {"polarity": "negated"}])
def test_equal_words_that_claim_other_things_are_no_copies(change: dict[str, Any]) -> None:
    report = report_of([says("a", LONG, "Aro 3", "Bex-2"), says("b", LONG, "Aro 3", "Bex-2", **change)])
    assert len(report.wordings) == 2


def test_a_wording_is_self_reported_if_one_of_its_copies_tells_who_says_so() -> None:
    report = report_of([says("a", LONG, "Aro 3", "Bex-2", date="2025-01-01"), says("b", LONG, "Aro 3", "Bex-2", **OWN)])
    assert figures(report) == [("Aro 3", "Bex-2", 1, 0, 1)]
    assert [one.source for one in report.self_praise] == ["Aro Labs"]


def test_a_copy_that_hides_its_source_is_self_reported_all_the_same() -> None:
    ledger = [says("a", LONG, "Aro 3", "Bex-2", **OWN), says("b", LONG, "Aro 3", "Bex-2", date="2025-06-01")]
    assert report_of(ledger, Filter(not_self_reported=True)).wordings == ()
    assert figures(report_of(ledger, Filter(since="2025-06"))) == [("Aro 3", "Bex-2", 1, 0, 1)]


def test_a_filter_leaves_the_copies_that_pass_it() -> None:
    ledger = [says(name, LONG, "Aro 3", "Bex-2", date=f"2025-0{number}-01") for number, name in enumerate("abc", start=1)]
    (wording,) = report_of(ledger, Filter(since="2025-02")).wordings
    assert [statement.article.id for statement in wording.statements] == ["b", "c"]


def test_the_ranking_weighs_names_beaten_on_balance() -> None:
    report = report_of([
        says("a", "Aro 3 beats Bex-2, Cora.", "Aro 3", "Bex-2", "Cora"),
        says("b", "Bex-2 beats Aro 3 now.", "Bex-2", "Aro 3"),
        says("c", "Bex-2 beats Cora here.", "Bex-2", "Cora"),
        says("d", "Cora leads the field.", "Cora", relation=Relation.LEADS),
    ])  # fmt: skip
    assert [(one.name, one.vendor, one.balance, one.wins, one.losses, one.beats, one.leads) for one in report.ranking] == [
        ("Bex-2", "Bexel", 1, 2, 1, 2, 0),
        ("Aro 3", "Aro Labs", 1, 1, 1, 2, 0),
        ("Cora", None, -2, 0, 2, 0, 1),
    ]


def test_opposite_claims_contradict_with_both_sides() -> None:
    report = report_of([
        says("a", "Aro 3 beats Bex-2.", "Aro 3", "Bex-2"),
        says("b", "Bex-2 beats Aro 3 in truth.", "Bex-2", "Aro 3"),
        denies("c", "Aro 3 never beats Bex-2.", "Aro 3", "Bex-2"),
    ])  # fmt: skip
    (found,) = report.contradictions
    assert (found.first, found.second, found.same_topic) == ("Aro 3", "Bex-2", True)
    assert [one.first.article.id for one in found.holding] == ["a"]
    assert [one.first.article.id for one in found.against] == ["b", "c"]


@pytest.mark.parametrize(
    ("one", "other", "same_topic"),
    [
        ({"aspect_kind": "speed"}, {"aspect_kind": "cost"}, None),
        ({"benchmarks": ("MMLU",)}, {"benchmarks": ("GPQA",)}, None),
        ({"aspects": ("coding",)}, {}, False),
        ({"benchmarks": ("MMLU",)}, {"benchmarks": ("MMLU", "GPQA")}, True),
    ],
)
def test_only_claims_on_common_ground_contradict(one: dict[str, Any], other: dict[str, Any], same_topic: bool | None) -> None:
    report = report_of([
        says("a", "Aro 3 beats Bex-2.", "Aro 3", "Bex-2", **one),
        says("b", "Bex-2 beats Aro 3 in truth.", "Bex-2", "Aro 3", **other),
    ])  # fmt: skip
    assert [found.same_topic for found in report.contradictions] == ([] if same_topic is None else [same_topic])


def test_two_denials_do_not_contradict() -> None:
    report = report_of([denies("a", "Aro 3 is not ahead of Bex-2.", "Aro 3", "Bex-2"), denies("b", "Bex-2 is behind.", "Bex-2", "Aro 3")])
    assert report.contradictions == ()


def test_the_timeline_takes_the_date_of_the_claim_before_that_of_the_article() -> None:
    report = report_of([
        says("a", "Aro 3 beats Bex-2.", "Aro 3", "Bex-2", date="2025-03-05"),
        article("b", claim("Then Aro 3 beats Cora.", "Aro 3", "Cora", date="2024-12"), text="Then Aro 3 beats Cora.", date="2025-03"),
        article("c", claim("Aro 3 beats Dora.", "Aro 3", "Dora", date="XXXX-05-01"), text="Aro 3 beats Dora.", date="2025-03"),
        says("d", "Aro 3 beats all.", "Aro 3", "all", date="2025"),
    ])  # fmt: skip
    assert [(month.month, len(month.wordings)) for month in report.timeline] == [("2024-12", 1), ("2025-03", 2), (None, 1)]


def test_a_week_that_ends_in_the_next_month_has_no_month() -> None:
    assert (month_of("2025-W05"), month_of("2025-W03")) == (None, "2025-01")


def test_self_praise_is_confirmed_by_independent_sources() -> None:
    report = report_of([
        says("a", OURS, "Aro 3", "Bex-2", **OWN),
        says("b", "Aro Labs: Aro 3 beats Cora.", "Aro 3", "Cora", **OWN),
        says("c", "Aro 3 beats Cora, we found.", "Aro 3", "Cora"),
    ])  # fmt: skip
    (praise,) = report.self_praise
    assert (praise.source, len(praise.wordings), praise.models, praise.claimed, praise.confirmed) == ("Aro Labs", 2, ("Aro 3",), 2, 1)


def test_scores_are_listed_by_benchmark_and_once() -> None:
    scores = (Result("Bex-2", "MMLU", "81", Span(0, 2), 81.0), Result("Aro 3", "GPQA", "70", Span(0, 2), 70.0))
    report = report_of([article("a", text="81", results=scores), article("b", text="81", results=scores[:1])])
    assert [(score.benchmark, score.model, score.value, score.article.id) for score in report.scores] == [
        ("GPQA", "Aro 3", "70", "a"),
        ("MMLU", "Bex-2", "81", "a"),
    ]


FILTERED = [
    says("a", OURS, "Aro 3", "Bex-2", date="2025-01", **OWN),
    says("b", "Bex-2 beats Cora 1 on MMLU.", "Bex-2", "Cora 1", date="2025-02-10", benchmarks=("MMLU",)),
    says("c", "Ada Quill: Cora 1 beats Dora.", "Cora 1", "Dora", date=None, source="Ada Quill"),
]


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (Filter(), "abc"),
        (Filter(models=("cora-1",)), "bc"),
        (Filter(models=("cora",)), "bc"),
        (Filter(models=("Dora", "aro 3")), "ac"),
        (Filter(vendors=("bexel",)), "ab"),
        (Filter(sources=("ada quill",)), "c"),
        (Filter(sources=("b",)), "b"),
        (Filter(benchmarks=("mmlu",)), "b"),
        (Filter(since="2025-01-15"), "ab"),
        (Filter(since="2025-02"), "b"),
        (Filter(until="2025-02-09"), "a"),
        (Filter(not_self_reported=True), "bc"),
        (Filter(models=("Bex-2",), not_self_reported=True, until="2025"), "b"),
    ],
)
def test_filters_narrow_what_is_told(chosen: Filter, left: str) -> None:
    report = report_of(FILTERED, chosen)
    assert "".join(sorted(one.first.article.id for one in report.wordings)) == left
    assert report.documents == 3


@pytest.mark.parametrize(
    ("chosen", "hint"),
    [
        (Filter(models=("Aro 4",)), "did you mean 'Aro 3'"),
        (Filter(vendors=("Bexl",)), "did you mean 'Bexel'"),
        (Filter(sources=("?",)), "name"),
    ],
)
def test_a_name_that_the_ledger_does_not_have_is_refused_with_what_was_perhaps_meant(chosen: Filter, hint: str) -> None:
    with pytest.raises(UnknownName, match=hint) as caught:
        report_of(FILTERED, chosen)
    assert isinstance(caught.value, ClaimscanError)


def test_failed_inputs_are_counted() -> None:
    report = report_of([failure_values(Failure("x", "is binary")), *FILTERED])
    assert (report.documents, report.failed, len(report.wordings)) == (4, 1, 3)


def test_a_ledger_of_nothing_gives_a_report_of_nothing() -> None:
    report = report_of([])
    assert (report.ranking, report.pairs, report.timeline, report.wordings) == ((), (), (), ())


def test_a_claim_comes_back_from_its_values(record: Any) -> None:
    values = record_values(record)["claims"]
    assert [dataclasses.replace(claim_from(value), confidence=0.5) for value in values] == [
        dataclasses.replace(claim, confidence=0.5) for claim in record.claims
    ]
    assert isinstance(claim_from(values[0]), Claim)
