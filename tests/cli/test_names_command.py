import json
from pathlib import Path

import pytest

from claimscan.cli.app import run
from claimscan.errors import ExitCode

ENGLISH = (
    "The start-up Quillon Labs has released Zorvane-2, a large language model. Zorvane-2 by Quillon Labs beats GPT-4o.\n\n"
    "Its sister Zorvane-2 mini and the model Brackle 7B cost less than Claude 3.5 Sonnet, says OpenAI.\n"
)
GERMAN = "Das Sprachmodell Zorvane-3 übertrifft GPT-4o in allen Tests, teilte Quillon Labs am Mittwoch mit.\n"


def names(*arguments: object) -> int:
    """The exit code of `names`, without the recogniser of names, which takes long to load."""
    return run(["names", "--ner", "en=none", "--ner", "de=none", *map(str, arguments)])


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "b.txt").write_text(GERMAN, encoding="utf-8")
    return folder


def test_the_table_lists_models_and_vendors_with_counts_and_an_excerpt(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert names(news) == ExitCode.OK
    lines = [line.split("  ") for line in capsys.readouterr().out.splitlines()]
    rows = {cells[0]: [cell.strip() for cell in cells[1:] if cell.strip()] for cells in lines}
    assert lines[0] == ["3 names in 2 documents that the catalogue does not know"]
    assert rows["Zorvane"][:5] == ["Quillon Labs", "Zorvane-2, Zorvane-2 mini, Zorvane-3", "4", "2", "shape"]
    assert rows["Zorvane"][5].startswith("The start-up Quillon Labs has released Zorvane-2, a large")
    assert rows["Quillon Labs"][1:4] == ["3", "2", "shape"]
    assert "GPT" not in rows


def test_json_points_at_the_words(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert names(news, "--json", "--contexts", 2, "--kind", "model") == ExitCode.OK
    values = json.loads(capsys.readouterr().out)
    assert (values["schema"], values["documents"]) == ("claimscan-names/1", 2)
    first, second = values["names"]
    assert (first["name"], first["entry"]["vendor"], second["name"]) == ("Zorvane", "Quillon Labs", "Brackle")
    assert [ENGLISH[at["start"] : at["end"]] for at in first["contexts"] if at["document"].endswith("a.txt")] == ["Zorvane-2"]
    assert [GERMAN[at["start"] : at["end"]] for at in first["contexts"] if at["document"].endswith("b.txt")] == ["Zorvane-3"]


def test_the_entries_laid_over_the_built_in_rules_make_the_names_known(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = news.parent / "rules" / "names"
    folder.mkdir(parents=True)
    assert names(news, "--kind", "model", "-f", "yaml", "-o", folder / "models.yml") == ExitCode.OK
    assert names(news, "--kind", "vendor", "-o", folder / "vendors.yml") == ExitCode.OK
    assert run(["rules", "check", str(folder.parent)]) == ExitCode.OK
    capsys.readouterr()
    assert names(news, "--rules", folder.parent, "--json") == ExitCode.OK
    assert json.loads(capsys.readouterr().out) == {"schema": "claimscan-names/1", "documents": 2, "names": []}
    assert run(["extract", "--ner", "en=none", "--rules", str(folder.parent), "--json", str(news / "a.txt")]) == ExitCode.OK
    models = json.loads(capsys.readouterr().out)["models"]
    assert {(model["name"], model["vendor"], model["known"]) for model in models} >= {
        ("Zorvane-2", "Quillon Labs", True),
        ("Zorvane-2-mini", "Quillon Labs", True),
        ("Brackle 7B", None, True),
    }


def test_yaml_holds_a_document_for_each_file_of_the_catalogue(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert names(news, "-f", "yaml", "--contexts", 0) == ExitCode.OK
    assert capsys.readouterr().out == (
        "# names/models.yml\n"
        "schema: 1\n"
        "models:\n"
        "# 4 mentions in 2 documents, found by shape\n"
        "- {name: Zorvane, vendor: Quillon Labs, join: '-', context: true}\n"
        "# 1 mention in 1 document, found by shape\n"
        "- {name: Brackle, context: true}\n"
        "---\n"
        "# names/vendors.yml\n"
        "schema: 1\n"
        "vendors:\n"
        "# 3 mentions in 2 documents, found by shape\n"
        "- {name: Quillon Labs}\n"
    )


def test_where_all_is_known_the_yaml_is_a_sound_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, folder = tmp_path / "a.txt", tmp_path / "rules" / "names"
    path.write_text("GPT-4o by OpenAI beats Claude 3.5 Sonnet.", encoding="utf-8")
    folder.mkdir(parents=True)
    assert names(path, "-o", folder / "models.yml") == ExitCode.OK
    assert run(["rules", "check", str(folder.parent)]) == ExitCode.OK
    assert names(path) == ExitCode.OK
    assert capsys.readouterr().out == "No names in 1 document that the catalogue does not know\n"


def test_rare_names_can_be_left_out(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert names(news, "--min-mentions", 4, "--json") == ExitCode.OK
    assert [name["name"] for name in json.loads(capsys.readouterr().out)["names"]] == ["Zorvane"]


def test_json_lines_are_read_with_the_names_that_they_give(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "docs.jsonl"
    lines = [{"id": "x", "body": "Quimby beats GPT-4o.", "models": ["Quimby"]}, {"id": "y", "body": "Quimby sings."}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert names(path, "--json", "--text-key", "body", "--names-key", "models", "--lang", "en") == ExitCode.OK
    values = json.loads(capsys.readouterr().out)
    (name,) = values["names"]
    assert (values["documents"], name["name"], name["mentions"], name["found_by"]) == (2, "Quimby", 1, ["given"])
    assert name["contexts"][0]["document"] == f"{path}#x"


def test_one_bad_input_costs_no_other(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (news / "c.txt").write_bytes(b"\x00\x01")
    assert names(news, "--json") == ExitCode.SOME_FAILED
    streams = capsys.readouterr()
    assert json.loads(streams.out)["documents"] == 2
    assert "c.txt: error: is a binary file" in streams.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["no-such-file.txt"], "no such file or folder"),
        (["{file}", "--json", "-f", "yaml"], "exclude each other"),
        (["{file}", "-o", "out.csv"], "tells no format"),
        (["{file}", "--kind", "person"], "person"),
        (["{file}", "--min-mentions", "0"], "--min-mentions"),
    ],
)
def test_wrong_usage_is_told(news: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert names(*(argument.format(file=news / "a.txt") for argument in arguments)) == ExitCode.USAGE
    streams = capsys.readouterr()
    assert words in " ".join(streams.err.replace("│", " ").split())
    assert streams.out == ""


def test_the_help_begins_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["names", "--help"]) == ExitCode.OK
    lines = [line.strip() for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert lines[1].startswith("claimscan names news/")
