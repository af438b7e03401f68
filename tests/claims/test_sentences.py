import pytest

from claimscan.claims.sentences import split_sentences, units
from claimscan.model import Span


def split(text: str, *, ordinals: bool = False, names: tuple[Span, ...] = ()) -> list[str]:
    opens = frozenset({"das", "it"}).__contains__
    found = split_sentences(text, frozenset({"e.g", "dr", "inc", "z. b"}), ordinals=ordinals, opens=opens, names=names)
    return [s.span.of(text) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ends. Two ends! Three?", ["One ends.", "Two ends!", "Three?"]),
        ("It costs 3.5 cents. Fine.", ["It costs 3.5 cents.", "Fine."]),
        ("Dr. Ada agrees, e.g. Berta too.", ["Dr. Ada agrees, e.g. Berta too."]),
        ("“It wins.” He left.", ["“It wins.”", "He left."]),
        ("Heading without stop\nA line of its own.", ["Heading without stop", "A line of its own."]),
        ("- first item\n- second item", ["- first item", "- second item"]),
        ("版本很好。另一个也好。", ["版本很好。", "另一个也好。"]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_line_end_inside_a_name_parts_nothing() -> None:
    text = "Ember\n4 wins.\nCora\n5 loses."
    assert split(text, names=(Span(0, 7),)) == ["Ember\n4 wins.", "Cora", "5 loses."]


def test_an_ordinal_ends_nothing_in_a_language_that_has_them() -> None:
    assert split("Am 29. Januar kam es heraus.", ordinals=True) == ["Am 29. Januar kam es heraus."]


def test_the_number_of_a_name_is_no_ordinal() -> None:
    text = "Geprüft wurde Ember 4. Sieger war es nicht."
    at = text.index("Ember")
    assert split(text, ordinals=True, names=(Span(at, at + 7),)) == ["Geprüft wurde Ember 4.", "Sieger war es nicht."]


def test_a_function_word_with_a_capital_opens_a_sentence() -> None:
    assert split("Es ist Version 4. Das genügt.", ordinals=True) == ["Es ist Version 4.", "Das genügt."]
    assert split("It was made by Dot Inc. It wins.") == ["It was made by Dot Inc.", "It wins."]


def test_a_name_in_small_letters_opens_a_sentence() -> None:
    text = "It came second. o3 won. zero did not."
    at = text.index("o3")
    assert split(text, names=(Span(at, at + 2),)) == ["It came second.", "o3 won. zero did not."]


def test_a_name_is_never_cut() -> None:
    text = "The lab Dot. Inc is new. It wins."
    at = text.index("Dot.")
    assert split(text, names=(Span(at, at + 8),)) == ["The lab Dot. Inc is new.", "It wins."]


def test_units_take_names_whole_and_fold_the_rest(marked) -> None:
    text, mentions = marked("The [Ember 4]'s rival DOESN’T win.")
    assert [u.form for u in units(text, Span(0, len(text)), mentions)] == ["the", "ember 4", "'s", "rival", "doesn't", "win", "."]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[v:Lumos]' model", ["lumos", "'", "model"]),
        ("[v:Lumos]['ember] wins", ["lumos", "'ember", "wins"]),
        ("the models' rival", ["the", "models", "rival"]),
    ],
)
def test_an_apostrophe_is_a_unit_only_right_behind_a_name(marked, written: str, expected: list[str]) -> None:
    text, mentions = marked(written)
    assert [u.form for u in units(text, Span(0, len(text)), mentions)] == expected


def test_every_unit_quotes_the_text_and_only_quotation_marks_are_left_out(marked) -> None:
    text, mentions = marked("[Ember 4], the “best” – so far.")
    found = units(text, Span(0, len(text)), mentions)
    assert "".join(u.span.of(text) for u in found) == text.translate({ord(c): None for c in " “”"}).replace("Ember4", "Ember 4")
