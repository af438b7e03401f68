"""The four seed articles: every claim that a careful reader finds in them, told as the reader would, and no other."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimscan.cli.app import run
from claimscan.errors import ExitCode

ROOT = Path(__file__).parent.parent
# Written by hand from the articles; beside this test, so that `seeds/` holds nothing but articles.
EXPECTED: dict[str, list[dict[str, Any]]] = json.loads((ROOT / "tests" / "seeds.json").read_text(encoding="utf-8"))
CASES = [pytest.param(seed, number, id=f"{seed[6:9]}-{number}") for seed, claims in EXPECTED.items() for number in range(len(claims))]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the program writes about each seed."""
    out = tmp_path_factory.mktemp("seeds") / "seeds.jsonl"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert run(["extract", "seeds/", "--with-text", "-o", str(out)]) == ExitCode.OK
    return {record["document"]["id"]: record for record in map(json.loads, out.read_text(encoding="utf-8").splitlines())}


def told(claim: dict[str, Any]) -> dict[str, Any]:
    """A claim in the terms of `seeds.json`."""
    return {
        "claim": [claim[key] for key in ("subject", "relation", "objects", "generic_object")],
        "said": [claim[key] for key in ("polarity", "stance", "source", "self_reported")],
        "kind": claim["aspect_kind"],
    }


def trigger(record: dict[str, Any], claim: dict[str, Any]) -> str:
    """The comparing words of a claim."""
    start, end = claim["spans"]["trigger"]
    return str(record["document"]["text"][start:end])


def test_every_seed_is_read(records: dict[str, dict[str, Any]]) -> None:
    assert list(records) == list(EXPECTED)


@pytest.mark.parametrize(("seed", "number"), CASES)
def test_a_claim_of_a_seed_is_told_as_its_reader_would(seed: str, number: int, records: dict[str, dict[str, Any]]) -> None:
    expected = dict(EXPECTED[seed][number])
    words = expected.pop("words")
    found = [told(claim) for claim in records[seed]["claims"] if words in trigger(records[seed], claim)]
    assert expected in found


@pytest.mark.parametrize("seed", EXPECTED)
def test_a_seed_makes_no_other_claims(seed: str, records: dict[str, dict[str, Any]]) -> None:
    expected = [{key: value for key, value in claim.items() if key != "words"} for claim in EXPECTED[seed]]
    claims = [told(claim) for claim in records[seed]["claims"]]
    assert [claim for claim in claims if claim not in expected] == []
    assert len(claims) <= len(expected)


@pytest.mark.parametrize(
    ("seed", "language", "date", "origin"),
    [("000", "en", None, None), ("001", "de", "2025-01", "text"), ("002", "de", None, None), ("003", "en", None, None)],
)
def test_language_and_day_of_a_seed(
    seed: str, language: str, date: str | None, origin: str | None, records: dict[str, dict[str, Any]]
) -> None:
    (record,) = (record for identity, record in records.items() if identity.startswith(f"seeds/{seed}"))
    assert [record["document"][key] for key in ("language", "date", "date_origin")] == [language, date, origin]


@pytest.mark.parametrize(
    ("seed", "text", "value"),
    [
        ("000", "January 10", "XXXX-01-10"),
        ("000", "January 29", "XXXX-01-29"),
        ("001", "26. Januar 2025", "2025-01-26"),
        ("003", "1989", "1989"),
    ],
)
def test_days_in_a_seed(seed: str, text: str, value: str, records: dict[str, dict[str, Any]]) -> None:
    (record,) = (record for identity, record in records.items() if identity.startswith(f"seeds/{seed}"))
    assert (text, value) in {(date["text"], date["value"]) for date in record["dates"]}


@pytest.mark.parametrize(
    ("seed", "model", "vendor"),
    [
        ("000", "ChatGPT", "OpenAI"),
        ("000", "Llama", "Meta"),
        ("000", "DeepSeek-R1", "DeepSeek"),
        ("000", "Qwen2.5", "Alibaba"),
        ("001", "DeepSeek-V2", "DeepSeek"),
        ("002", "GPT-4", "OpenAI"),
        ("002", "Llama", "Meta"),
        ("003", "Gemini", None),
        ("003", "QwQ-32B-Preview", "Alibaba"),
        ("003", "o1", "OpenAI"),
    ],
)
def test_models_of_a_seed_have_the_vendor_that_it_names(
    seed: str, model: str, vendor: str | None, records: dict[str, dict[str, Any]]
) -> None:
    (record,) = (record for identity, record in records.items() if identity.startswith(f"seeds/{seed}"))
    assert {name["name"]: name["vendor"] for name in record["models"]}[model] == vendor
