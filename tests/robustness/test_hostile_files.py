"""Files and ledgers made to take long are read in time that grows with them alone."""

from typing import Any

import pytest

from claimscan import extract
from claimscan.ledger import copies, report_of
from claimscan.record import record_values
from claimscan.sources.html import read_html

SENTENCE = "GPT-4o beats Claude 3 in all of the tests that were run by the people of the house."


def test_a_flood_of_attributes_is_left_out() -> None:
    flood = "".join(f" a{number}=b" for number in range(300_000))
    text, _ = read_html(f"<html><body><p{flood}>{SENTENCE}</p></body></html>", None)
    assert text.strip() == SENTENCE


def test_a_long_attribute_stays() -> None:
    text, _ = read_html(f'<html><body><p style="{"x y " * 9000}">{SENTENCE}</p></body></html>', None)
    assert text.strip() == SENTENCE


@pytest.fixture
def ledger() -> list[dict[str, Any]]:
    """Many wordings of one claim and, as many, of its opposite; the last one repeats the first but for a word."""
    values = record_values(extract(SENTENCE, lang="en"))
    (claim,) = values["claims"]
    wordings = [" ".join(f"w{(number * 7919 + place * place) % 5003}" for place in range(22)) for number in range(400)]
    wordings.append(wordings[0] + " too")
    names = ("GPT-4o", "Claude 3")
    return [
        values
        | {"document": values["document"] | {"id": str(number)}}
        | {"claims": [claim | {"sentence": words, "subject": names[number % 2], "objects": [names[1 - number % 2]]}]}
        for number, words in enumerate(wordings)
    ]


@pytest.mark.parametrize(("compared", "wordings"), [(1000, 400), (20, 401)])
def test_a_wording_is_compared_with_the_latest_of_its_claim(
    compared: int, wordings: int, ledger: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "COMPARED", compared)
    report = report_of(ledger)
    assert len(report.wordings) == wordings
    assert [len(found.holding) + len(found.against) for found in report.contradictions] == [wordings]
