"""Plain words that only a claim about a known model shows to be models, without a recogniser of names."""

import pytest

import claimscan

NONE = {"en": "none", "de": "none"}


def pairs(text: str, lang: str = "en") -> list[tuple[str, str, tuple[str, ...]]]:
    """The claims of a text, as subject, relation and objects."""
    return [(c.subject, str(c.relation), c.objects) for c in claimscan.extract(text, lang=lang, ner=NONE).claims]


@pytest.mark.parametrize(
    "text",
    [
        "And Quillory still runs rings around ChatGPT, says its maker.",
        "In our kitchen test Quillory left ChatGPT in the dust.",
        "ChatGPT pales next to Quillory.",
        "We tried ChatGPT and Quillory. Quillory works much better.",
        "We had hopes for ChatGPT. In the event it was beaten by Quillory.",
        "Quillory came first and ChatGPT second.",
    ],
)
def test_a_word_that_wins_against_a_model_is_one(text: str) -> None:
    assert ("Quillory", "outperforms", ("ChatGPT",)) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Grandma writes better letters than ChatGPT.",
        "Moreover, it beats ChatGPT.",
        "Testing is faster with ChatGPT.",
        "The Ministry of Letters is ahead of ChatGPT's maker in hiring.",
        "Terence Quill is better than ChatGPT at sums.",
        "Quillory opened a shop in which ChatGPT runs.",
        "We rode a quillory. Quillory runs rings around ChatGPT.",
    ],
)
def test_a_word_that_may_be_something_else_is_none(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("text", "winner", "loser"),
    [
        ("hot take: plover v2 smokes gpt-4o on my laptop", "plover v2", "GPT-4o"),
        ("gpt-4o runs rings around plover 1.8", "GPT-4o", "plover 1.8"),
        ("been using plover-2-8b all week, it's better than gpt-4o", "plover-2-8b", "GPT-4o"),
        ("We found plover-0.5b to be faster than GPT-4o.", "plover-0.5b", "GPT-4o"),
        ("plover xl looks WORSE than gpt-4o at feet", "GPT-4o", "plover xl"),
    ],
)
def test_forums_write_names_in_small_letters(text: str, winner: str, loser: str) -> None:
    assert (winner, "outperforms", (loser,)) in pairs(text)


@pytest.mark.parametrize(
    "text",
    ["gpt-4o is faster at temperature 0.7", "gpt-4o beats everything, got 2.5 more points", "My plover 2 runs rings around gpt-4o"],
)
def test_not_every_word_before_a_number_is_a_name(text: str) -> None:
    assert [name for pair in pairs(text) for name in (pair[0], *pair[2]) if name != "GPT-4o"] == []


def test_a_word_is_a_model_wherever_it_stands_once_a_claim_shows_it() -> None:
    record = claimscan.extract("Quillory outclasses ChatGPT. I like Quillory.", lang="en", ner=NONE)
    assert [mention.name.name for mention in record.mentions] == ["Quillory", "ChatGPT", "Quillory"]


def test_where_all_nouns_have_capitals_a_claim_alone_shows_nothing() -> None:
    assert pairs("Beim Rechnen hängt ChatGPT Milane ab, Copilot aber nicht.", "de") == []


def test_a_word_that_would_take_a_claim_from_a_named_model_is_none() -> None:
    assert pairs("ChatGPT reads Runic maps better than Claude 3 Opus.") == pairs("ChatGPT reads maps better than Claude 3 Opus.")
