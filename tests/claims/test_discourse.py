import pytest

from claimscan.claims.counterpart import Counterpart
from claimscan.claims.salience import Salience
from claimscan.claims.survey import survey
from claimscan.model import Kind, Mention, Name, Span
from claimscan.rulebook.rules import Facts

from .conftest import CLASSES

FACTS = Facts("xx", "Toy", classes={name: tuple(tuple(w.split()) for w in words) for name, words in CLASSES.items()})


@pytest.fixture
def discourse(marked, lexicon):
    def read(text: str):
        plain, mentions = marked(text)
        return survey(plain, mentions, lexicon)[0]

    return read


def named(antecedent) -> str | None:
    return antecedent.name.name if antecedent else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[A1] is out. It wins.", "A1"),
        ("[A1] is better than [B2]. It wins.", "A1"),
        ("[v:Lumo] launched [A1] to rival [B2]. It wins.", "A1"),
        ("[B2] is old. [A1] is new. It wins.", "A1"),
        ("Nobody is here. It wins.", None),
        ("[v:Lumo] is a lab. It wins.", None),
    ],
)
def test_a_pronoun_means_the_most_salient_model(discourse, text: str, expected: str | None) -> None:
    read = discourse(text)
    last = len(read.sentences) - 1
    assert named(Salience(read).resolve(Kind.MODEL, last, read.sentences[last].span.start)) == expected


def test_close_candidates_make_an_answer_less_certain(discourse) -> None:
    clear, close = discourse("[A1] is out. It wins."), discourse("[A1] and [B2] are out. It wins.")
    certainties = [Salience(read).resolve(Kind.MODEL, 1, read.sentences[1].span.start).certainty for read in (clear, close)]
    assert certainties[0] > certainties[1]


def test_names_far_away_are_no_antecedents(discourse) -> None:
    read = discourse("[A1] is out.\n\n" + "Nothing happens.\n\n" * 12 + "It wins.")
    assert Salience(read).resolve(Kind.MODEL, len(read.sentences) - 1, read.sentences[-1].span.start) is None


def test_a_list_item_speaks_of_the_model_above_the_list(discourse) -> None:
    read = discourse("[B2] was first.\n\n# [A1]\n\n- Fast\n- Better than [C3]\n")
    assert named(read.topic(len(read.sentences) - 1, [Name(Kind.MODEL, "C3")])) == "A1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We compare [A1] and [B2]. [A1] is faster.", "B2"),
        ("We compare [A1], [B2] and [C3]. [A1] is faster.", None),
        ("[A1] is faster.", None),
        ("[A1] and [B2] are out.\n\nWe ran both.\n\nIt took a week.\n\nIt was fun.\n\n[A1] is faster.", "B2"),
        ("[C3], [A1] and [B2] are out.\n\nWe ran them.\n\nIt took a week.\n\nIt was fun.\n\n[A1] is faster.", None),
    ],
)
def test_the_other_side_is_told_only_where_there_is_one(discourse, text: str, expected: str | None) -> None:
    read = discourse(text)
    assert named(Counterpart(read, Kind.MODEL, len(read.sentences) - 1, [Name(Kind.MODEL, "A1")]).find()) == expected


def test_a_predecessor_is_the_nearest_earlier_version_of_the_family(lexicon) -> None:
    text = "Ember 2, Ember 3 and Ember 4 are out."
    mentions = tuple(
        Mention(Span(at, at + 7), Name(Kind.MODEL, text[at : at + 7], family="Ember", version=text[at + 6])) for at in (0, 9, 21)
    )
    read = survey(text, mentions, lexicon)[0]
    assert read.relatives(mentions[2].name, earlier=True) == mentions[1]
    assert read.relatives(mentions[0].name, earlier=False) == mentions[1]
    assert read.relatives(mentions[0].name, earlier=True) is None
