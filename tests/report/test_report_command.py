import csv
import io
import json
from pathlib import Path

import pytest
from ledger.making import OWN, says

from claimscan.cli.app import run
from claimscan.errors import ExitCode

RECORDS = [
    says("a.txt", "Aro Labs says that Aro 3 beats Bex-2.", "Aro 3", "Bex-2", **OWN),
    says("b.txt", "Bex-2 beats Aro 3 | in *our* test.", "Bex-2", "Aro 3", date="2025-02-03"),
    says("c.txt", "Bex-2 beats Aro 3 | in *our* test.", "Bex-2", "Aro 3", date="2025-02-04"),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.jsonl"
    path.write_text("".join(json.dumps(values) + "\n" for values in RECORDS), encoding="utf-8")
    return path


def report(*arguments: object) -> int:
    return run(["report", *map(str, arguments)])


def test_a_piped_table_is_plain_whole_and_tells_every_section(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(ledger) == ExitCode.OK
    out = capsys.readouterr().out
    assert "3 documents · 3 claims in 2 wordings · 2 pairs" in out
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "Bex-2 beats Aro 3 2025-02-03 – b.txt +1 Bex-2 beats Aro 3 | in *our* test." in lines
    assert "2 b.txt c.txt Bex-2 beats Aro 3 | in *our* test." in lines
    assert "\x1b" not in out


def test_json_points_from_every_section_at_its_statements(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(ledger, "--format", "json") == ExitCode.OK
    values = json.loads(capsys.readouterr().out)
    told = {statement["number"]: statement for statement in values["statements"]}
    assert values["schema"] == "claimscan-report/1"
    assert (values["claims"], values["wordings"]) == (3, 2)
    assert [(pair["winner"], told[pair["statements"][0]]["article"]["id"]) for pair in values["pairs"]] == [
        ("Bex-2", "b.txt"),
        ("Aro 3", "a.txt"),
    ]
    assert [copy["article"]["id"] for copy in told[2]["copies"]] == ["c.txt"]
    assert told[1]["pieces"] == [["Aro Labs", "source"], [" says that ", None], ["Aro 3", "subject"], [" ", None], ["beats", "trigger"],
                                 [" ", None], ["Bex-2", "object"], [".", None]]  # fmt: skip


def test_csv_has_a_row_for_each_pair(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(ledger, "--format", "csv") == ExitCode.OK
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["winner"], row["loser"], row["claims"], row["sources"], row["self_reported"]) for row in rows] == [
        ("Bex-2", "Aro 3", "1", "1", "0"),
        ("Aro 3", "Bex-2", "1", "0", "1"),
    ]


def test_markdown_escapes_what_articles_say(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(ledger, "--format", "markdown") == ExitCode.OK
    out = capsys.readouterr().out
    assert "## Contradictions" in out
    assert "Bex-2 beats Aro 3 \\| in \\*our\\* test." in out


@pytest.mark.parametrize("name", ["report.json", "report.csv", "report.md", "report.html", "report.txt"])
def test_the_ending_of_the_output_picks_the_format(ledger: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = ledger.with_name(name)
    beginnings = {"json": "{", "csv": "winner,", "md": "# Who", "html": "<!doctype", "txt": "Who is"}
    assert report(ledger, "-o", target) == ExitCode.OK
    assert target.read_text(encoding="utf-8").startswith(beginnings[name.split(".")[1]])
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", ["ledger.sqlite", "ledger.parquet"])
def test_other_kinds_of_ledger_give_the_same_report(ledger: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    from claimscan.stores import write_lines

    write_lines([json.dumps(values) for values in RECORDS], ledger.with_name(name))
    report(ledger, "--format", "json")
    plain = capsys.readouterr().out
    assert report(ledger.with_name(name), "--format", "json") == ExitCode.OK
    assert capsys.readouterr().out == plain


def test_top_shortens_tables_and_says_so(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(ledger, "--top", 1) == ExitCode.OK
    assert "… 1 more; --top 0 shows all" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--model", "Aro 4"], "did you mean 'Aro 3'?"),
        (["--since", "yesterday"], "is no date"),
        (["-o", "report.doc"], "tells no format"),
        (["--html", "a.html", "--format", "json"], "goes without --format"),
    ],
)
def test_wrong_use_is_told(ledger: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(ledger, *arguments) == ExitCode.USAGE
    assert told in " ".join(capsys.readouterr().err.replace("│", " ").split())


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.jsonl").write_text('{"text": "hello"}\n', encoding="utf-8")
    assert report(tmp_path / "notes.jsonl") == ExitCode.USAGE
    assert "record 1 is no record of claimscan" in capsys.readouterr().err


def test_the_filter_stands_above_the_tables(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(ledger, "--not-self-reported", "--since", "2025-02", "--model", "bex-2") == ExitCode.OK
    assert "Only: model bex-2; since 2025-02; not self-reported" in capsys.readouterr().out
