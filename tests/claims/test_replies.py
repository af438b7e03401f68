"""What the next sentence says of a claim: answers to questions, denials of what somebody claimed."""

import pytest

import claimscan

NONE = {"en": "none", "de": "none"}


def said(text: str, lang: str = "en") -> list[tuple[str, str]]:
    """Polarity and stance of each claim of a text, in order."""
    return [(str(c.polarity), str(c.stance)) for c in claimscan.extract(text, lang=lang, ner=NONE).claims]


@pytest.mark.parametrize(
    "answer", ["Nope.", "Not by any measure.", "Don't make me laugh.", "It isn't.", "Sadly not.", "Not so: it crashed."]
)
def test_a_question_is_answered_in_the_negative(answer: str) -> None:
    assert said(f"Is Claude 3 Opus better than GPT-4o? {answer}") == [("negated", "asserted")]


@pytest.mark.parametrize("answer", ["Yes.", "It is, by miles.", "Hands down!"])
def test_a_question_is_answered_in_the_affirmative(answer: str) -> None:
    assert said(f"Is Claude 3 Opus better than GPT-4o? {answer}") == [("affirmed", "asserted")]


@pytest.mark.parametrize(
    "answer", ["No other model was tried.", "It isn't cheap.", "Yes or no?", "Ask again in May.", "Never mind the price."]
)
def test_a_sentence_of_its_own_is_no_answer(answer: str) -> None:
    assert said(f"Is Claude 3 Opus better than GPT-4o? {answer}") == [("affirmed", "hedged")]


def test_what_somebody_claims_stays_beside_its_denial() -> None:
    text = "Anthropic says that Claude 3 Opus beats GPT-4o. Our tests say otherwise."
    record = claimscan.extract(text, lang="en", ner=NONE)
    assert [(str(c.polarity), c.source) for c in record.claims] == [("affirmed", "Anthropic"), ("negated", None)]
    assert record.claims[1].span.of(text) == "Our tests say otherwise."


def test_german_answers_too() -> None:
    assert said("Schlägt Claude 3 Opus GPT-4o? Von wegen!", "de") == [("negated", "asserted")]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("It is not true that Claude 3 Opus does not outperform GPT-4o.", "affirmed"),
        ("Claude 3 Opus never failed to beat GPT-4o.", "affirmed"),
        ("I would be lying if I said that Claude 3 Opus beats GPT-4o.", "negated"),
        ("Claude 3 Opus does not outperform GPT-4o.", "negated"),
    ],
)
def test_a_denied_denial_affirms(text: str, polarity: str) -> None:
    assert [each for each, _ in said(text)] == [polarity]


def test_neither_of_two_is_said_of_each_against_the_other() -> None:
    record = claimscan.extract("Claude 3 Opus and GPT-4o draw. Neither is the better artist.", lang="en", ner=NONE)
    assert [(c.subject, c.objects, str(c.polarity)) for c in record.claims] == [
        ("Claude 3 Opus", ("GPT-4o",), "negated"),
        ("GPT-4o", ("Claude 3 Opus",), "negated"),
    ]


def test_what_somebody_promised_stays_beside_its_denial() -> None:
    text = "Its maker tells us that Claude 3 Opus will soon match GPT-4o. On our notes it was nowhere close."
    assert said(text) == [("affirmed", "hedged"), ("negated", "asserted")]
