import subprocess
import sys
from pathlib import Path

import pytest

import claimscan

SENTENCE = "On January 29, Alibaba said Qwen2.5-Max outperforms GPT-4o on MMLU-Pro."
NONE = {"en": "none", "de": "none"}


def test_a_text_is_read_by_one_call() -> None:
    (claim,) = claimscan.extract(SENTENCE, date="2025-01-30", lang="en", ner=NONE).claims
    assert (claim.subject, claim.objects, claim.source, claim.self_reported) == ("Qwen2.5-Max", ("GPT-4o",), "Alibaba", True)
    assert claim.date == "2025-01-29"
    assert claim.spans.trigger.of(SENTENCE) == "outperforms"


def test_the_call_stays_a_function_after_all_modules_are_imported() -> None:
    code = "import claimscan.cli.app, claimscan.cli.job, claimscan; print(callable(claimscan.extract))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout == b"True\n"


def test_importing_the_package_loads_no_engine() -> None:
    code = "import sys, claimscan; print('spacy' in sys.modules, 'claimscan.extractor' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout == b"False False\n"


def test_the_call_gives_what_an_extractor_gives() -> None:
    extractor = claimscan.Extractor(ner=NONE)
    document = claimscan.Document("text", SENTENCE, language="en", date="2025-01-30")
    assert extractor(document).claims == claimscan.extract(SENTENCE, date="2025-01-30", lang="en", ner=NONE).claims


def test_many_texts_give_the_records_of_each_by_itself() -> None:
    texts = [SENTENCE, "", "GPT-4o ist besser als Gemini.", "It rained.", SENTENCE.replace("outperforms", "trails")] * 10
    alone = [claimscan.extract(text, date="2025-01-30", id=str(number)) for number, text in enumerate(texts, 1)]
    assert list(claimscan.extract_many(texts, date="2025-01-30")) == alone


def test_of_many_texts_no_more_are_taken_than_are_read_together() -> None:
    texts = iter([SENTENCE] * 1000)
    assert next(claimscan.extract_many(texts, lang="en", ner=NONE)).document.id == "1"
    assert len(list(texts)) > 900


def test_known_names_and_the_identity_are_taken_over() -> None:
    record = claimscan.extract("Blub beats GPT-4o.", lang="en", names=["Blub"], id="a.txt", title="A", ner=NONE)
    assert (record.document.id, record.document.title) == ("a.txt", "A")
    assert [(claim.subject, claim.objects) for claim in record.claims] == [("Blub", ("GPT-4o",))]


def test_rules_of_ones_own_are_laid_over(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "claims.yml").write_text("schema: 1\nrules: [\n", encoding="utf-8")
    with pytest.raises(claimscan.RuleError, match=r"claims\.yml"):
        claimscan.extract(SENTENCE, rules=[tmp_path])


@pytest.mark.parametrize("date", ["yesterday", "2025-13", "2025-01-30T10:00", ""])
def test_a_date_of_another_form_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match="write YYYY"):
        claimscan.extract(SENTENCE, date=date, ner=NONE)


def test_every_public_name_can_be_had() -> None:
    assert [name for name in dir(claimscan) if not hasattr(claimscan, name)] == []
    assert {"extract", "extract_many", "Extractor", "Document", "Claim"} <= set(dir(claimscan))
