"""What the two sides of a construction tell beyond that one wins over the other, through the shipped rules."""

import pytest

from claimscan.claims import ClaimReader
from claimscan.rulebook import load_rulebooks


@pytest.fixture(scope="module")
def reader() -> ClaimReader:
    return ClaimReader(load_rulebooks().languages["en"])


@pytest.fixture
def beaten(marked, reader):
    """Who beats whom in a text, affirmed."""

    def read(text: str) -> set[tuple[str, str]]:
        plain, mentions = marked(text)
        return {(c.subject, o) for c in reader(plain, mentions)[0] if c.relation == "outperforms" for o in c.objects}

    return read


@pytest.mark.parametrize(
    "text",
    [
        "For sums: [Aro 3] > [Bex 2] > [Corvus 1].",
        "[Aro 3] came first, [Bex 2] second and [Corvus 1] third.",
        "Gold went to [Aro 3], silver to [Bex 2] and bronze to [Corvus 1].",
        "Our ranking: 1. [Aro 3], 2. [Bex 2], 3. [Corvus 1].",
        "1) [Aro 3], 2) [Bex 2], 3) [Corvus 1]: that is the order in which the jury liked them.",
        "From best to worst: [Aro 3], [Bex 2], [Corvus 1].",
        "Tier list: S [Aro 3], A [Bex 2], B [Corvus 1].",
    ],
)
def test_a_ranking_orders_every_pair(beaten, text: str) -> None:
    assert beaten(text) == {("Aro 3", "Bex 2"), ("Aro 3", "Corvus 1"), ("Bex 2", "Corvus 1")}


@pytest.mark.parametrize(
    "text",
    [
        "We installed 1) [Aro 3], 2) [Bex 2] and 3) [Corvus 1].",
        "First open [Aro 3], then [Bex 2].",
        "Settings > [Aro 3] > [Bex 2].",
        "Group A used [Aro 3], group B [Bex 2].",
        "First came [Aro 3], in March, then [Bex 2], in May.",
    ],
)
def test_other_orders_rank_nothing(beaten, text: str) -> None:
    assert beaten(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "[Aro 3] is faster, [Bex 2] more accurate.",
        "[Aro 3] wins on code, [Bex 2] on prose.",
        "Readers preferred [Aro 3] over [Bex 2] for warmth and the other way round for care.",
        "I would pick [Aro 3] for sums, [Bex 2] for letters.",
    ],
)
def test_each_of_two_can_be_ahead(beaten, text: str) -> None:
    assert beaten(text) == {("Aro 3", "Bex 2"), ("Bex 2", "Aro 3")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Aro 3] matches [Bex 2] at a fifth of the price.", {("Aro 3", "Bex 2")}),
        ("[Aro 3] has caught up with [Bex 2] and, in French, edged in front.", {("Aro 3", "Bex 2")}),
        ("[Aro 3] is almost as good as [Bex 2], but not quite.", {("Bex 2", "Aro 3")}),
        ("[Aro 3] is out at a fifth of the price, and [Bex 2] is not.", set()),
    ],
)
def test_a_comparison_carries_on_the_one_before(beaten, text: str, expected: set[tuple[str, str]]) -> None:
    assert beaten(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Aro 3] beats [Bex 2] at chess and [Corvus 1] at draughts.", {("Aro 3", "Bex 2"), ("Aro 3", "Corvus 1")}),
        ("[Aro 3] overtook [Bex 2] after a week and [Corvus 1] after a month.", {("Aro 3", "Bex 2"), ("Aro 3", "Corvus 1")}),
        ("[Aro 3] beats [Bex 2] at chess and [Corvus 1] is out.", {("Aro 3", "Bex 2")}),
    ],
)
def test_a_verb_is_heard_again(beaten, text: str, expected: set[tuple[str, str]]) -> None:
    assert beaten(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The firm moved to [Aro 3] (faster than [Bex 2] at sums) in May.",
        "[Aro 3] has fewer users than [Corvus 1], and a better ear for rhyme than [Bex 2].",
    ],
)
def test_a_comparison_keeps_to_its_own_clause(beaten, text: str) -> None:
    assert beaten(text) == {("Aro 3", "Bex 2")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Aro 3] beats [Bex 2] at sums; [Corvus 1] remains ahead.", {("Aro 3", "Bex 2"), ("Corvus 1", "Aro 3")}),
        ("[Aro 3] is slower than [Bex 2]. [Corvus 1] was better.", {("Bex 2", "Aro 3"), ("Corvus 1", "Aro 3")}),
        ("They compared [Aro 3] with [Bex 2] and found that the latter was better at sums.", {("Bex 2", "Aro 3")}),
    ],
)
def test_who_is_named_anew_is_compared_with_what_was_spoken_of(beaten, text: str, expected: set[tuple[str, str]]) -> None:
    assert beaten(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Aro 3] is fine, but [Bex 2] is far better.", {("Bex 2", "Aro 3")}),
        ("[Aro 3] is fine, but [Bex 2] is better than [Corvus 1].", {("Bex 2", "Corvus 1")}),
        ("[Aro 3] came days after [Bex 2] and beats [Corvus 1].", {("Aro 3", "Corvus 1")}),
        ("[Aro 3] is faster than most tools and [Bex 2] is new.", set()),
        ("[Aro 3] is faster than either Foo or [Bex 2].", {("Aro 3", "Bex 2")}),
        ("[Aro 3] is faster than the [p:Oslo Institute] [Bex 2].", {("Aro 3", "Bex 2")}),
        ("[Aro 3] reads more and often faster than [Bex 2].", {("Aro 3", "Bex 2")}),
    ],
)
def test_a_comparative_finds_its_own_other_side(beaten, text: str, expected: set[tuple[str, str]]) -> None:
    assert beaten(text) == expected
