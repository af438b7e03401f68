"""Input that nobody wishes for, through the whole program with its recogniser: a record or a clear word, never a crash."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
import spacy

from claimscan import Document, Extractor
from claimscan.cli.app import run
from claimscan.errors import ExitCode

ENGLISH = "On January 29, Alibaba said Qwen2.5-Max outperforms GPT-4o on MMLU-Pro."
OLD = "Das Modell Qwen2.5-Max übertrifft GPT-4o. " + "Schöne Äpfel und große Birnen. " * 20


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """The program as shipped."""
    return Extractor()


def records(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[list[dict[str, Any]], int, str]:
    """The records that `extract` writes, its exit code and its messages."""
    code = run(["extract", "--format", "jsonl", *map(str, arguments)])
    streams = capsys.readouterr()
    return [json.loads(line) for line in streams.out.splitlines()], code, streams.err


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        pytest.param(b"", ExitCode.OK, "warning: is empty", id="empty"),
        pytest.param(b" \n\t\n", ExitCode.OK, "warning", id="blanks"),
        pytest.param(b"\x00\x01\x02" * 500, ExitCode.SOME_FAILED, "error: is a binary file", id="binary"),
        pytest.param(OLD.encode("cp1252"), ExitCode.OK, "not UTF-8", id="old code page"),
    ],
)
def test_a_file_that_is_no_plain_text_is_told(
    content: bytes, code: ExitCode, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text(ENGLISH, encoding="utf-8")
    found, ended, told = records(capsys, tmp_path)
    assert ended == code
    assert message in told
    assert [claim["subject"] for claim in found[-1]["claims"]] == ["Qwen2.5-Max"]
    assert len(found) == (1 if code else 2)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(ENGLISH, encoding="utf-8")
    found, code, told = records(capsys, tmp_path)
    assert (len(found), code) == (1, ExitCode.SOME_FAILED)
    assert "a.txt: error: cannot be read" in told


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is locked for root")
def test_a_locked_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "a.txt").chmod(stat.S_IWUSR)
    found, code, told = records(capsys, tmp_path / "a.txt")
    assert (found, code) == ([], ExitCode.SOME_FAILED)
    assert "a.txt: error: cannot be read: Permission denied" in told


def test_a_missing_path_is_refused_before_anything_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.txt").write_text(ENGLISH, encoding="utf-8")
    found, code, told = records(capsys, tmp_path / "b.txt", tmp_path / "missing.txt")
    assert (found, code) == ([], ExitCode.USAGE)
    assert "missing.txt" in "".join(told.replace("│", "").split())


def test_a_folder_without_texts_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found, code, told = records(capsys, tmp_path)
    assert (found, code) == ([], ExitCode.SOME_FAILED)
    assert "folder holds no texts (known endings: .txt" in told


WORDS = "the new model was shown to people who came to the old house by the river and it is seen as good in all of the tests, "
NAMES = "Qwen2.5-Max and Claude 3.5 Sonnet with Llama 3.1 405B from Meta, OpenAI beats GPT-4o "


@pytest.mark.parametrize(
    ("words", "length"),
    [
        pytest.param("a", 5_000_000, id="5 MB of one word"),
        pytest.param("“(", 20_000, id="signs that open"),
        pytest.param("|-", 20_000, id="half a table"),
        pytest.param("[a](", 20_000, id="half a link"),
        pytest.param(WORDS, 40_000, id="words"),
        pytest.param(NAMES, 20_000, id="names"),
        pytest.param("GPT-4o beats ", 20_000, id="names and verbs"),
    ],
)
def test_a_line_without_end_is_read_whole(words: str, length: int, extractor: Extractor) -> None:
    text = (words * (length // len(words) + 1))[:length]
    record = extractor(Document("line", text, language="en"))
    assert len(record.document.text) == length
    assert all(0 <= mention.span.start < mention.span.end <= length for mention in record.mentions)


@pytest.mark.parametrize("words", ["the model is read by those who like to read, ", "and Zorblax-3 and GPT-4o, "])
def test_a_claim_behind_a_line_without_end_is_found(words: str, extractor: Extractor) -> None:
    claim = "Qwen2.5-Max outperforms GPT-4o."
    text = words * 200 + "\n\n" + claim
    found = extractor(Document("line", text, language="en")).claims
    assert ("Qwen2.5-Max", ("GPT-4o",), text.index(claim)) in {(c.subject, c.objects, c.span.start) for c in found}


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Le modèle Qwen2.5-Max dépasse GPT-4o dans presque tous les tests depuis le 2025-01-29, affirme Alibaba.", "fr", "2025-01-29"),
        ("今天 2025-01-29 阿里巴巴发布了 Qwen2.5-Max 模型，性能超过 GPT-4o 的表现。", "zh", "2025-01-29"),
    ],
)
def test_names_and_days_are_read_in_a_language_without_rules(text: str, language: str, day: str, extractor: Extractor) -> None:
    record = extractor(Document("a", text))
    assert (record.document.language, record.claims) == (language, ())
    assert {"Qwen2.5-Max", "GPT-4o"} <= {mention.name.name for mention in record.mentions}
    assert [date.value for date in record.dates] == [day]
    assert f"language {language}: no claim rules" in record.warnings[0]


def test_a_text_in_no_language_still_gives_names(extractor: Extractor) -> None:
    record = extractor(Document("a", "GPT-4o / Qwen2.5-Max, 2025-01-29"))
    assert record.document.language is None
    assert {mention.name.name for mention in record.mentions} == {"GPT-4o", "Qwen2.5-Max"}
    assert record.warnings[0].startswith("language unknown: no claim rules")


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with somebody's own pipeline, which knows one name."""
    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler", name="ner").add_patterns([{"label": "PRODUCT", "pattern": "Krabbe"}])
    nlp.meta.update(name="hafen", version="1.2")
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    return folder


def test_a_recogniser_of_the_users_is_used_and_told(pipeline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Das Sprachmodell Krabbe übertrifft GPT-4o in allen Tests.", encoding="utf-8")
    (record,), code, _ = records(capsys, tmp_path / "a.txt", "--lang", "de", "--ner", f"de={pipeline}")
    assert code == ExitCode.OK
    assert "hafen-1.2" in record["layers"]
    assert [(claim["subject"], claim["objects"]) for claim in record["claims"]] == [("Krabbe", ["GPT-4o"])]


def test_a_recogniser_that_is_not_installed_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    found, code, told = records(capsys, tmp_path / "a.txt", "--ner", "de=de_core_news_md")
    assert (found, code) == ([], ExitCode.USAGE)
    assert "no spaCy pipeline named 'de_core_news_md' is installed" in " ".join(told.replace("│", " ").split())


def test_a_folder_that_holds_no_recogniser_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Das Modell Qwen2.5-Max übertrifft GPT-4o.", encoding="utf-8")
    found, code, told = records(capsys, tmp_path / "a.txt", "--lang", "de", "--ner", f"de={tmp_path}")
    assert (found, code) == ([], ExitCode.USAGE)
    assert "cannot be loaded" in told
