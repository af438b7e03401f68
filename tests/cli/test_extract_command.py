import csv
import io
import json
from pathlib import Path

import pytest

from claimscan.cli.app import run
from claimscan.errors import ExitCode

ENGLISH = "According to Alibaba, Qwen2.5-Max outperforms GPT-4o. GPT-4o was released by OpenAI in May 2024.\n"
GERMAN = "Laut Alibaba übertrifft Qwen2.5-Max das Modell GPT-4o in allen Tests, teilte das Unternehmen am 29. Januar mit.\n"


def extract(*arguments: object) -> int:
    """The exit code of `extract`, without the recogniser of names, which takes long to load."""
    return run(["extract", "--ner", "en=none", *map(str, arguments)])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def test_a_file_is_read_to_a_record(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract(article, "--json") == ExitCode.OK
    record = json.loads(capsys.readouterr().out)
    assert record["document"]["id"] == str(article)
    assert [(claim["subject"], claim["objects"], claim["source"]) for claim in record["claims"]] == [("Qwen2.5-Max", ["GPT-4o"], "Alibaba")]


def test_a_folder_is_read_to_a_list_in_order(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (article.parent / "a.md").write_text(GERMAN, encoding="utf-8")
    assert extract(article.parent, "--json") == ExitCode.OK
    records = json.loads(capsys.readouterr().out)
    assert [(Path(record["document"]["id"]).name, record["document"]["language"]) for record in records] == [
        ("a.md", "de"),
        ("article.txt", "en"),
    ]


def test_every_span_quotes_the_text_also_behind_code_and_links(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.md"
    markdown = (
        "---\ntitle: T\n---\n```\nGPT-4o beats o1\n```\n**Qwen2.5-Max** [outperforms](https://x.example/gpt-4o) `GPT-4o`. 🎉 So does o3.\n"
    )
    path.write_text(markdown, encoding="utf-8")
    assert extract(path, "--json", "--with-text", "--lang", "en") == ExitCode.OK
    record = json.loads(capsys.readouterr().out)
    text = record["document"]["text"]
    mentions = [mention for model in record["models"] for mention in model["mentions"]]
    assert text == markdown
    assert [text[mention["start"] : mention["end"]] for mention in mentions] == [mention["text"] for mention in mentions]
    assert min(mention["start"] for mention in mentions) > markdown.index("**Qwen")


def test_options_say_language_and_date(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract(article, "--json", "--lang", "de", "--date", "2025-01") == ExitCode.OK
    document = json.loads(capsys.readouterr().out)["document"]
    assert (document["language"], document["date"], document["date_origin"]) == ("de", "2025-01", "option")


def test_a_dateline_in_words_dates_the_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("BERLIN, January 30, 2025 – " + ENGLISH, encoding="utf-8")
    extract(path, "--json")
    document = json.loads(capsys.readouterr().out)["document"]
    assert (document["date"], document["date_origin"]) == ("2025-01-30", "text")


def test_a_language_without_rules_is_told_and_names_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Le modèle Qwen2.5-Max dépasse GPT-4o dans presque tous les tests, affirme Alibaba.", encoding="utf-8")
    assert extract(path, "--json") == ExitCode.OK
    streams = capsys.readouterr()
    record = json.loads(streams.out)
    assert (record["document"]["language"], record["claims"]) == ("fr", [])
    assert {model["name"] for model in record["models"]} == {"Qwen2.5-Max", "GPT-4o"}
    assert "warning" in streams.err
    assert record["warnings"]


def test_strict_makes_a_warning_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("", encoding="utf-8")
    assert extract(path, "--strict", "--format", "jsonl") == ExitCode.SOME_FAILED
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "is empty" in streams.err


def test_one_bad_input_costs_no_other(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (article.parent / "a.txt").write_bytes(b"\x00\x01")
    assert extract(article.parent, "--format", "jsonl") == ExitCode.SOME_FAILED
    streams = capsys.readouterr()
    assert [json.loads(line)["document"]["id"] for line in streams.out.splitlines()] == [str(article)]
    assert "a.txt: error: is a binary file (give text" in streams.err


def test_uncertain_claims_can_be_left_out(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract(article, "--json", "--min-confidence", "1") == ExitCode.OK
    assert json.loads(capsys.readouterr().out)["claims"] == []


@pytest.mark.parametrize(("name", "start"), [("out.json", "{"), ("out.jsonl", '{"schema"'), ("out.csv", "document,"), ("out.md", "## ")])
def test_the_ending_of_the_output_file_picks_the_format(article: Path, name: str, start: str) -> None:
    out = article.parent / name
    assert extract(article, "-o", out) == ExitCode.OK
    assert out.read_text(encoding="utf-8").startswith(start)
    assert [path.name for path in article.parent.glob("*.part")] == []


def test_the_format_wins_over_the_ending(article: Path) -> None:
    out = article.parent / "out.json"
    assert extract(article, "-o", out, "-f", "csv") == ExitCode.OK
    assert len(list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))) == 1


def test_an_output_file_that_failed_to_appear_leaves_the_old_one(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = article.parent / "out.json"
    out.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("claimscan.render.json_list.write", full)
    assert extract(article, "-o", out) == ExitCode.CANNOT_WRITE
    assert out.read_text(encoding="utf-8") == "old"
    assert [path.name for path in article.parent.glob("*.part")] == []


def test_fields_of_json_lines_can_have_other_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "docs.jsonl"
    path.write_text(json.dumps({"key": "x", "body": "Zorblax beats Quimby.", "models": ["Zorblax", "Quimby"], "l": "en"}), encoding="utf-8")
    keys = ("--text-key", "body", "--id-key", "key", "--names-key", "models", "--lang-key", "l")
    assert extract(path, "--format", "jsonl", *keys) == ExitCode.OK
    record = json.loads(capsys.readouterr().out)
    assert record["document"]["id"] == f"{path}#x"
    assert [(claim["subject"], claim["objects"]) for claim in record["claims"]] == [("Zorblax", ["Quimby"])]


def test_the_same_input_gives_the_same_bytes(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = set()
    for _ in range(2):
        extract(article, "--json")
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1
