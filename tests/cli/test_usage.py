from pathlib import Path

import pytest

from claimscan.cli.app import run
from claimscan.errors import ExitCode


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract", "no-such-file.txt"], "no such file or folder"),
        (["extract", "--no-such-option", "{file}"], "No such option"),
        (["extract", "--date", "2025-13", "{file}"], "is no date"),
        (["extract", "--lang", "german", "{file}"], "is no language code"),
        (["extract", "--format", "xml", "{file}"], "xml"),
        (["extract", "--json", "--format", "csv", "{file}"], "exclude each other"),
        (["extract", "-o", "ledger.xyz", "{file}"], "tells no format"),
        (["extract", "--ner", "de", "{file}"], "is not LANGUAGE=PIPELINE"),
        (["extract", "--ner", "de=de_core_news_none", "{file}"], "is installed"),
        (["extract", "--rules", "no-such-folder", "{file}"], "does not exist"),
        (["extract", "--min-confidence", "2", "{file}"], "--min-confidence"),
        (["frobnicate"], "No such command"),
        (["explain", "--date", "someday", "Aro beats Bex."], "is no date"),
    ],
)
def test_wrong_usage_is_told_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Aro beats Bex.", encoding="utf-8")
    code = run([argument.format(file=path) for argument in arguments])
    streams = capsys.readouterr()
    assert code == ExitCode.USAGE
    assert words in " ".join(streams.err.replace("│", " ").split())
    assert streams.out == ""


@pytest.mark.parametrize(
    ("arguments", "example"),
    [
        ([], "claimscan extract article.txt"),
        (["extract"], "claimscan extract article.txt --evidence"),
        (["explain"], "claimscan explain"),
        (["rules"], "claimscan rules test"),
        (["rules", "check"], "claimscan rules check my-rules/"),
        (["schema"], "claimscan schema > claimscan-1.json"),
    ],
)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_begins_with_an_example(capsys: pytest.CaptureFixture[str], arguments: list[str], example: str, option: str) -> None:
    assert run([*arguments, option]) == ExitCode.OK
    lines = [line.strip() for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert lines[0].startswith("Usage:")
    assert lines[1].startswith(example)


@pytest.mark.parametrize("arguments", [[], ["rules"]])
def test_a_group_without_command_shows_its_help_on_standard_error(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(arguments) == ExitCode.USAGE
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "Commands" in streams.err


def test_the_codes_keep_their_numbers() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "OK": 0,
        "SOME_FAILED": 1,
        "USAGE": 2,
        "BAD_RULES": 3,
        "CANNOT_WRITE": 4,
        "HUNG_UP": 129,
        "INTERRUPTED": 130,
        "TERMINATED": 143,
    }


def test_the_version_names_program_rules_and_recognisers(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == ExitCode.OK
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("claimscan ")
    assert lines[1].startswith("rules ")
    assert lines[1].endswith("(de, en)")
    assert [line.split(":")[0] for line in lines[2:]] == ["recogniser de", "recogniser en"]
