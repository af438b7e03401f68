import pytest

from claimscan.claims.arguments import find_arguments
from claimscan.claims.coordination import untangled
from claimscan.claims.match import Match, find_matches
from claimscan.claims.patterns import PatternIndex
from claimscan.claims.scene import Scene, scene
from claimscan.claims.sentences import units
from claimscan.model import Span
from claimscan.rulebook.located import Problems, Text
from claimscan.rulebook.notation import parse_pattern
from claimscan.rulebook.rules import Place

PLACE = Place("toy.yml", 1, 1)
WORDS = {"beats": (("beats",), ("crush*",)), "trails": (("trails",),)}


@pytest.fixture
def stage(marked, lexicon):
    def read(text: str) -> Scene:
        plain, mentions = marked(text)
        row = units(plain, Span(0, len(plain)), mentions)
        return scene(row, find_arguments(row, lexicon, {}), lexicon)

    return read


@pytest.fixture
def matches(stage, lexicon):
    def read(pattern: str, text: str) -> list[Match]:
        problems = Problems()
        parsed = parse_pattern(Text(pattern, PLACE), lambda name: WORDS[name], ("subject", "object"), problems)
        problems.raise_if_any()
        index = PatternIndex([parsed], lexicon)
        return list(find_matches(stage(text), index))

    return read


def named(match: Match) -> dict[str, list[str]]:
    return {role: [m.name.name for m in argument.names] for role, argument in match.slots.items()}


@pytest.mark.parametrize(
    ("pattern", "text", "subject", "objects"),
    [
        ("{subject} ... <beats> ... {object}", "[A1] easily beats [B2].", "A1", ["B2"]),
        ("{subject} ... <beats> ... {object}", "[A1] crushes the old [B2] and [C3].", "A1", ["B2", "C3"]),
        ("{subject} ... <beats> ... {object}", "[A1], which [v:Lumo] made, beats [B2].", "A1", ["B2"]),
        ("{subject} ... <beats> ... {object}", "[A1] (not [C3]) beats [B2].", "A1", ["B2"]),
        ("{subject} ... <beats> ... {object}", "In a test with [C3], [A1] beats [B2].", "A1", ["B2"]),
        ("{object} ... <trails> {subject}", "[A1] trails [B2].", "B2", ["A1"]),
        ("{subject} (is | was)? better than {object}", "[A1] better than [B2]", "A1", ["B2"]),
        ("{subject} ... <beats> {object}", "[A1] beats [p:Ada], [p:Bea] and the [C3].", "A1", ["C3"]),
        ("{subject} ... <beats> {object}", "[A1] beats both the [p:Ada] or [C3].", "A1", ["C3"]),
        ("{subject} ... <beats> ... such as {object}", "[A1] beats some such as [B2] and [C3]", "A1", ["B2", "C3"]),
    ],
)
def test_slots_take_the_nearest_fitting_names(matches, pattern: str, text: str, subject: str, objects: list[str]) -> None:
    (match,) = matches(pattern, text)
    assert named(match) == {"subject": [subject], "object": objects}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{subject} ... <beats> {object}", "[A1] beats hopes of [B2]."),
        ("{subject} ... <beats> ... {object}", "[A1] was late while the other team beats [B2]."),
        ("{subject} ... <beats> ... {object}", "[v:Lumo] shares beats [B2]."),
        ("{subject} ... <beats> {object}", "[A1] beats [p:Ada] and [B2] is late."),
        ("{subject} ... <beats> {object}", "[A1] beats [p:Ada], [B2] came late."),
        ("{subject} ... <beats> ... {object}", "beats [B2]."),
        ("^ <beats> ... {object}", "[A1] beats [B2]."),
        ("{subject} ... <beats> $", "[A1] beats [B2]."),
    ],
)
def test_what_does_not_fit_is_no_match(matches, pattern: str, text: str) -> None:
    assert matches(pattern, text) == []


def test_a_hostile_sentence_costs_linear_work(matches) -> None:
    found = matches("{subject} ... <beats> ... <beats> ... {object}", "[A1] " + "beats " * 3000 + "[B2].")
    assert found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[A1] beats [B2] and crushes [C3].", [("A1", "B2"), ("A1", "C3")]),
        ("[A1] beats [B2] and [C3] crushes [D4].", [("A1", "B2"), ("C3", "D4")]),
        ("[A1] beats [B2], which crushes [C3].", [("A1", "B2"), ("B2", "C3")]),
        ("[A1] beats [B2] but beats [C3] too.", [("A1", "B2"), ("A1", "C3")]),
    ],
)
def test_verbs_share_a_subject_where_a_reader_says_so(matches, stage, text: str, expected: list[tuple[str, str]]) -> None:
    found = untangled(matches("{subject} ... <beats> ... {object}", text), stage(text))
    assert [(named(m)["subject"][0], named(m)["object"][0]) for m in found] == expected


@pytest.mark.parametrize(
    ("pattern", "anchored", "free"),
    [
        ("{subject} ... (*)? (*) (winner)", "winner", "walked"),
        ("{subject} (,) (ahead) {object}", "ahead", ","),
    ],
)
def test_a_pattern_is_anchored_where_its_words_tell_most(lexicon, pattern: str, anchored: str, free: str) -> None:
    parsed = parse_pattern(Text(pattern, PLACE), lambda name: WORDS[name], ("subject", "object"), Problems())
    index = PatternIndex([parsed], lexicon)
    assert (any(index.beginning(anchored)), any(index.beginning(free))) == (True, False)
