"""On which day a claim is made or holds: not every date of its sentence is its own."""

import pytest

import claimscan

NONE = {"en": "none", "de": "none"}

OWN = [
    ("en", "On 4 May 2025 Anthropic said that Claude 3 Opus beats GPT-4o.", "2025-05-04"),
    ("en", "Anthropic launched Claude 3 Opus in March 2024, saying it beats GPT-4.", "2024-03"),
    ("en", "As of late 2025, Claude 3 Opus beats GPT-4o.", "2025"),
    ("en", "Claude 3 Opus beat GPT-4o in a test published in May 2025.", "2025-05"),
    ("en", "The company wrote in a May 2025 blog post that Claude 3 Opus beats GPT-4o.", "2025-05"),
    ("en", "After Claude 3 Opus overtook GPT-4 in May 2024, OpenAI brought a new model out.", "2024-05"),
    ("de", "Nachdem Claude 3 Opus im Mai 2024 GPT-4 überholt hatte, zeigte OpenAI ein neues Modell.", "2024-05"),
    ("de", "Im Mai 2025 hat Claude 3 Opus GPT-4o überholt.", "2025-05"),
    ("de", "Claude 3 Opus übertrifft GPT-4o, teilte Anthropic am 4. Mai 2025 mit.", "2025-05-04"),
]

OF_ANOTHER = [
    ("en", "Claude 3 Opus, which came out in March 2024, beats GPT-4o."),
    ("en", "Claude 3 Opus beats GPT-4o, released in May 2024."),
    ("en", "Released in March 2024, Claude 3 Opus beats GPT-4."),
    ("en", "Claude 3 Opus (March 2024) beats GPT-4."),
    ("en", "Claude 3 Opus beats the GPT-4 model released in March 2023."),
    ("en", "Claude 3 Opus beats GPT-4 from March 2023."),
    ("en", "After its March 2024 launch Claude 3 Opus beat GPT-4."),
    ("en", "Claude 3 Opus beats GPT-4, but leaves the market in May 2026."),
    ("en", "Claude 3 Opus is better than GPT-4 by less than in May 2024."),
    ("en", "After Claude 3 Opus overtook GPT-4, OpenAI brings a new model out on 13 May 2024."),
    ("de", "Nachdem Claude 3 Opus GPT-4 überholt hat, will OpenAI im Mai 2024 ein neues Modell zeigen."),
    ("de", "Claude 3 Opus, das im März 2024 erschien, übertrifft GPT-4."),
    ("de", "Claude 3 Opus übertrifft das im März 2023 vorgestellte GPT-4."),
    ("de", "Claude 3 Opus übertrifft GPT-4 von März 2023."),
    ("de", "Claude 3 Opus übertrifft GPT-4, wird aber im Mai 2026 abgeschaltet."),
]


@pytest.mark.parametrize(("lang", "text", "day"), OWN)
def test_a_claim_has_the_date_of_its_clause(lang: str, text: str, day: str) -> None:
    assert [c.date for c in claimscan.extract(text, lang=lang, ner=NONE).claims] == [day]


@pytest.mark.parametrize(("lang", "text"), OF_ANOTHER)
def test_the_date_of_something_else_is_not_that_of_the_claim(lang: str, text: str) -> None:
    record = claimscan.extract(text, lang=lang, ner=NONE)
    assert record.dates
    assert [c.date for c in record.claims] == [None]


def test_two_dates_of_a_claim_are_none() -> None:
    record = claimscan.extract("In May 2025 and in June 2025 Claude 3 Opus beat GPT-4o.", lang="en", ner=NONE)
    assert [c.date for c in record.claims] == [None]
