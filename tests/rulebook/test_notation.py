from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimscan.rulebook.located import Problems, Text
from claimscan.rulebook.notation import fold, parse_pattern, parse_phrases, words
from claimscan.rulebook.rules import Element, End, Gap, Phrase, Phrases, Place, Slot, Start

HERE = Place("x.yml", 1, 1)
LISTS: Mapping[str, tuple[Phrase, ...]] = {"beats": (("beats",), ("edges", "out")), "far": (("far",), ("by", "far"))}


def lookup(name: str) -> tuple[Phrase, ...] | str:
    return LISTS.get(name, f"unknown word list '{name}'")


def elements(source: str) -> tuple[Element, ...]:
    problems = Problems()
    pattern = parse_pattern(Text(source, HERE, 0), lookup, ("subject", "object"), problems)
    problems.raise_if_any()
    assert pattern is not None
    return pattern.elements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("state-of-the-art", ["state-of-the-art"]),
        ("It doesn't", ["It", "doesn't"]),
        ("It doesn’t", ["It", "doesn’t"]),
        ("It’s they’re", ["It", "’s", "they", "’re"]),
        ("rock'n'roll", ["rock'n'roll"]),
        ("86.1 and 54,6 %", ["86.1", "and", "54,6", "%"]),
        ("86.1.", ["86.1", "."]),
        ("3x faster", ["3x", "faster"]),
        ("2.5x", ["2.5x"]),
        ("1.000.000,50", ["1.000.000,50"]),
        ("$5", ["$", "5"]),
        ("z.B. Größe", ["z", ".", "B", ".", "Größe"]),
        ("„gut“", ["„", "gut", "“"]),
        ("_kursiv_", ["_", "kursiv", "_"]),
        ("on/off", ["on", "/", "off"]),
        ("a – b", ["a", "–", "b"]),
        ("a -- b---c", ["a", "--", "b", "---", "c"]),
        ("'s lead", ["'s", "lead"]),
        ("’s lead", ["’s", "lead"]),
        ("'so", ["'", "so"]),
        ("rock-", ["rock", "-"]),
        ("u\u0308ber", ["u\u0308ber"]),
        ("Über\u00adtreffen", ["Über\u00adtreffen"]),
        ("越好", ["越好"]),
        ("", []),
    ],
)
def test_text_falls_into_words_and_signs(text: str, expected: list[str]) -> None:
    assert [word[0] for word in words().finditer(text)] == expected


def test_words_know_their_places_in_the_whole_text() -> None:
    text = "GPT-4o’s lead over R1"
    found = words().finditer(text, 6, 13)
    assert [(word[0], word.span()) for word in found] == [("’s", (6, 8)), ("lead", (9, 13))]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Doesn’t", "doesn't"),
        ("on\u2011par", "on-par"),
        ("ÜBER", "ueber"),
        ("ueber", "ueber"),
        ("Über\u00adtreffen", "uebertreffen"),
        ("Maß", "mass"),
        ("MASS", "mass"),
    ],
)
def test_words_are_compared_in_one_form(word: str, expected: str) -> None:
    assert fold(word) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{subject} beats {object}", (Slot("subject"), Phrases((("beats",),), source="beats"), Slot("object"))),
        ("{subject} ... Beats", (Slot("subject"), Gap(), Phrases((("beats",),), source="Beats"))),
        ("far … off", (Phrases((("far",),), source="far"), Gap(), Phrases((("off",),), source="off"))),
        ("is ahead of", (Phrases((("is", "ahead", "of"),), source="is ahead of"),)),
        ("<beats>", (Phrases(LISTS["beats"], source="<beats>"),)),
        (
            "by far? <far>?",
            (*(Phrases((("by",),), source="by"), Phrases((("far",),), True, "far?")), Phrases(LISTS["far"], True, "<far>?")),
        ),
        ("(a | b c)", (Phrases((("a",), ("b", "c")), source="(a | b c)"),)),
        (
            "(a|<beats> it)?ok",
            (Phrases((("a",), ("beats", "it"), ("edges", "out", "it")), True, "(a|<beats> it)?"), Phrases((("ok",),), source="ok")),
        ),
        ("(a b? | (c | d) e)", (Phrases((("a", "b"), ("a",), ("c", "e"), ("d", "e")), source="(a b? | (c | d) e)"),)),
        ("^ no $", (Start(), Phrases((("no",),), source="no"), End())),
        ("übertreff* *fähiger", (Phrases((("uebertreff*", "*faehiger"),), source="übertreff* *fähiger"),)),
        ("*-best", (Phrases((("*-best",),), source="*-best"),)),
        ("{subject}'s lead", (Slot("subject"), Phrases((("'s", "lead"),), source="'s lead"))),
        ("{subject} : 1, 2", (Slot("subject"), Phrases(((":", "1", ",", "2"),), source=": 1 , 2"))),
        (r"really\? \$ 5 \(", (Phrases((("really", "?", "$", "5", "("),), source=r"really \? \$ 5 \("),)),
    ],
)
def test_pattern_becomes_elements(source: str, expected: tuple[Element, ...]) -> None:
    assert elements(source) == expected


def test_uses_of_a_list_share_its_phrases() -> None:
    first, second = elements("<beats>")[0], elements("{subject} <beats>? it")[1]
    assert isinstance(first, Phrases)
    assert isinstance(second, Phrases)
    assert first.alternatives is second.alternatives is LISTS["beats"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("far ahead", (("far", "ahead"),)),
        ("<beats> of", (("beats", "of"), ("edges", "out", "of"))),
        ("very? good", (("very", "good"), ("good",))),
        ("by * points", (("by", "*", "points"),)),
    ],
)
def test_entry_of_a_list_becomes_phrases(source: str, expected: tuple[Phrase, ...]) -> None:
    problems = Problems()
    assert parse_phrases(Text(source, HERE, 0), lookup, problems) == expected
    problems.raise_if_any()


@pytest.mark.parametrize(
    ("source", "inner", "column", "what"),
    [
        ("{subject} <beast>", 1, 13, "unknown word list 'beast'"),
        ("{subject} <beast>", 0, 12, "unknown word list 'beast'"),
        ("{subject} <beast>", None, 2, "unknown word list 'beast'"),
    ],
)
def test_mistake_is_told_at_its_column_where_that_can_be_known(source: str, inner: int | None, column: int, what: str) -> None:
    problems = Problems()
    assert parse_pattern(Text(source, Place("x.yml", 3, 2), inner), lookup, ("subject",), problems) is None
    assert [str(problem) for problem in problems] == [f"x.yml:3:{column}: {what}"]


@given(st.text())
def test_words_cover_all_but_blanks_of_any_text_in_order(text: str) -> None:
    found = list(words().finditer(text))
    assert [word.start() for word in found] == sorted({word.start() for word in found})
    assert "".join(word[0] for word in found) == "".join(text.split())


@given(st.text(st.sampled_from("ab {}<>()|?^$*.\\…\"'é1,-"), max_size=40))
def test_any_pattern_is_compiled_or_told_wrong(source: str) -> None:
    problems = Problems()
    pattern = parse_pattern(Text(source, HERE, 0), lookup, ("a", "b"), problems)
    assert (pattern is None) == bool(list(problems))
