"""`claimscan batch` and `claimscan merge` as processes: killed, interrupted, resumed, spread over shares."""

import gzip
import json
import os
import shlex
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from running import all_gone, waited_for_lines

from claimscan.errors import ExitCode
from claimscan.stores import read_records

SENTENCES = (
    "Qwen2.5-Max outperforms GPT-4o on MMLU-Pro. ",
    "According to DeepSeek, DeepSeek-V3 beats Llama 3.1 405B in coding. ",
    "The company told reporters about its plans for spring. ",
)
PROGRAM = (sys.executable, "-m", "claimscan")


def claimscan(*arguments: object, code: int = ExitCode.OK, stdin: bytes = b"") -> str:
    ended = subprocess.run([*PROGRAM, *map(str, arguments)], check=False, capture_output=True, input=stdin, timeout=300)
    assert ended.returncode == code, ended.stderr.decode()
    assert ended.stdout == b""
    return ended.stderr.decode()


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """36 inputs of several kinds, 4 of which cannot be read."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "sub").mkdir()
    for number in range(24):
        text = f"Report {number}\n\n" + "".join(SENTENCES[(number + step) % 3] for step in range(12)) + "\n"
        (folder / "sub" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    with gzip.open(folder / "lines.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps({"id": f"x{number}", "text": SENTENCES[number % 3]}) + "\n" for number in range(8))
        out.write("{broken\n")
    (folder / "a.txt").write_bytes(b"\x00")
    (folder / "b.html").write_text("<html></html>", encoding="utf-8")
    (folder / "c.txt.gz").write_bytes(b"\x1f\x8b\x08")
    return folder


@pytest.fixture(scope="module")
def whole(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of a run that nothing disturbs, by one process."""
    ledger = tmp_path_factory.mktemp("whole") / "ledger.jsonl"
    claimscan("batch", articles, "-o", ledger, "--jobs", "1", "--quiet", code=ExitCode.SOME_FAILED)
    return ledger


def same(ledger: Path, whole: Path) -> bool:
    return (ledger.read_bytes(), manifest(ledger)) == (whole.read_bytes(), manifest(whole))


def manifest(ledger: Path) -> bytes:
    return ledger.with_name(ledger.name + ".run").read_bytes()


def test_every_input_is_one_record_in_the_order_of_the_inputs(articles: Path, whole: Path) -> None:
    records = list(read_records(whole))
    files = [articles / "a.txt", articles / "b.html", articles / "c.txt.gz"]
    lines = [f"{articles / 'lines.jsonl.gz'}#{name}" for name in (*(f"x{number}" for number in range(8)), "9")]
    texts = [articles / "sub" / f"{number:02}.txt" for number in range(24)]
    assert [record["document"]["id"] for record in records] == [*map(str, files), *lines, *map(str, texts)]
    assert [record["document"]["id"] for record in records if "error" in record] == [*map(str, files), lines[-1]]
    assert all(record["claims"] for record in records if record["document"]["id"] in map(str, texts))


def test_two_processes_write_what_one_does(articles: Path, whole: Path, tmp_path: Path) -> None:
    told = claimscan("batch", articles, "-o", tmp_path / "out.jsonl", "--jobs", "2", code=ExitCode.SOME_FAILED)
    assert same(tmp_path / "out.jsonl", whole)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["out.jsonl", "out.jsonl.run"]
    assert f"claimscan: {articles / 'a.txt'}: error: is a binary file" in told
    assert told.splitlines()[-1].startswith(f"claimscan: {tmp_path / 'out.jsonl'}: 36 records; ")
    assert told.endswith(", 4 failures\n")


@pytest.mark.parametrize(("jobs", "lines"), [(1, 1), (2, 9), (2, 30)])
def test_a_run_that_is_killed_goes_on_to_the_same_bytes(articles: Path, whole: Path, tmp_path: Path, jobs: int, lines: int) -> None:
    command = [*PROGRAM, "batch", str(articles), "-o", str(tmp_path / "out.jsonl"), "--jobs", str(jobs)]
    run = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    waited_for_lines(tmp_path / "out.jsonl.journal", lines)
    run.kill()
    run.wait()
    kept = (tmp_path / "out.jsonl.journal").read_bytes().count(b"\n")
    told = claimscan("batch", articles, "-o", tmp_path / "out.jsonl", "--jobs", jobs, "--resume", code=ExitCode.SOME_FAILED)
    assert f"36 records, {kept} of them complete before" in told
    assert same(tmp_path / "out.jsonl", whole)
    assert all_gone(run.pid)


def test_an_interruption_tells_how_many_records_are_complete(articles: Path, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run = subprocess.Popen(
        [*PROGRAM, "batch", str(articles), "-o", str(out), "-j2"], stderr=subprocess.PIPE, start_new_session=True, text=True
    )
    waited_for_lines(tmp_path / "out.jsonl.journal", 5)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=60)
    kept = (tmp_path / "out.jsonl.journal").read_bytes().count(b"\n")
    assert run.returncode == ExitCode.INTERRUPTED
    assert told.splitlines()[-1] == f"claimscan: error: interrupted; {kept} complete records kept; go on with --resume"
    assert "Traceback" not in told
    claimscan("batch", articles, "-o", out, "-j1", "--resume", code=ExitCode.SOME_FAILED)
    assert same(out, whole)


def test_a_full_disk_costs_nothing_that_was_complete(articles: Path, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    command = shlex.join([*PROGRAM, "batch", str(articles), "-o", str(out), "-j1", "-q"])
    ended = subprocess.run(["/bin/bash", "-c", f"ulimit -f 60; {command}"], check=False, capture_output=True, text=True)
    kept = out.with_name("out.jsonl.journal").read_bytes().count(b"\n")
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (
        ExitCode.CANNOT_WRITE,
        f"claimscan: error: output cannot be written: File too large; {kept} complete records kept; go on with --resume",
    )
    told = claimscan("batch", articles, "-o", out, "-j1", "--resume", code=ExitCode.SOME_FAILED)
    assert "of them complete before" in told
    assert same(out, whole)


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    """A finished ledger of a folder with two articles."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_text(SENTENCES[0], encoding="utf-8")
    (tmp_path / "in" / "c.txt").write_text(SENTENCES[1], encoding="utf-8")
    claimscan("batch", tmp_path / "in", "-o", tmp_path / "out.sqlite", "-j1", "-q")
    return tmp_path / "out.sqlite"


def test_a_finished_ledger_takes_in_what_is_new_and_what_has_changed(finished: Path, tmp_path: Path) -> None:
    (tmp_path / "in" / "a.txt").write_text(SENTENCES[1], encoding="utf-8")
    (tmp_path / "in" / "c.txt").write_text(SENTENCES[2], encoding="utf-8")
    told = claimscan("batch", tmp_path / "in", "-o", finished, "-j1", "--resume")
    assert "3 records, 1 of them complete before" in told
    claimscan("batch", tmp_path / "in", "-o", tmp_path / "anew.sqlite", "-j1")
    assert same(finished, tmp_path / "anew.sqlite")


def test_other_rules_are_noticed(finished: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules" / "names"
    rules.mkdir(parents=True)
    (rules / "models.yml").write_text("schema: 1\ndisable: []\n", encoding="utf-8")
    told = claimscan("batch", tmp_path / "in", "-o", finished, "-j1", "--resume", "--rules", tmp_path / "rules")
    assert "2 records; " in told


def test_shares_merge_to_what_one_run_writes(articles: Path, whole: Path, tmp_path: Path) -> None:
    parts = [tmp_path / f"part{share}.parquet" for share in (1, 2, 3)]
    codes = [
        subprocess.run([*PROGRAM, "batch", str(articles), "-o", str(part), "-j1", "-q", "--shard", f"{share}/3"], check=False).returncode
        for share, part in enumerate(parts, start=1)
    ]
    assert set(codes) == {ExitCode.SOME_FAILED}
    assert "36 records of 3 shards" in claimscan("merge", *reversed(parts), "-o", tmp_path / "merged.jsonl")
    assert same(tmp_path / "merged.jsonl", whole)
    assert "shard 2 of 3 missing" in claimscan("merge", parts[0], parts[2], "-o", tmp_path / "x.jsonl", code=ExitCode.USAGE)
    assert "shard 1 of 3 is given twice" in claimscan("merge", *parts, _copy(parts[0]), "-o", tmp_path / "x.jsonl", code=ExitCode.USAGE)
    assert not (tmp_path / "x.jsonl").exists()


def _copy(ledger: Path) -> Path:
    copy = ledger.with_name("copy.parquet")
    copy.write_bytes(ledger.read_bytes())
    copy.with_name("copy.parquet.run").write_bytes(manifest(ledger))
    return copy


def test_ledgers_of_different_runs_do_not_merge(finished: Path, whole: Path, tmp_path: Path) -> None:
    told = claimscan("merge", finished, whole, "-o", tmp_path / "x.jsonl", code=ExitCode.USAGE)
    assert "are not of one run: their inputs differ" in told


def test_standard_input_can_be_read_into_a_database(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": sentence}) + "\n" for sentence in SENTENCES)
    claimscan("batch", "-", "-o", tmp_path / "out.sqlite", "-j1", stdin=gzip.compress(lines.encode()))
    found = sqlite3.connect(tmp_path / "out.sqlite").execute("SELECT count(*), min(id) FROM documents").fetchall()
    assert found == [(3, "stdin#1")]


def test_a_ledger_in_the_folder_it_was_made_of_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES[0], encoding="utf-8")
    claimscan("batch", tmp_path, "-o", tmp_path / "out.jsonl", "-j1")
    assert "1 record; " in claimscan("batch", tmp_path, "-o", tmp_path / "out.jsonl", "-j1")


def test_globs_pick_files_of_folders(articles: Path, tmp_path: Path) -> None:
    told = claimscan("batch", articles, "-o", tmp_path / "out.jsonl", "-j1", "--include", "*0.txt", "--exclude", "sub/1*")
    assert "2 records; " in told


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["-o", "out.xls"], ExitCode.USAGE, "tells no kind of ledger"),
        (["-o", "none/out.jsonl"], ExitCode.CANNOT_WRITE, "No such file or directory"),
        (["-o", "folder.jsonl"], ExitCode.CANNOT_WRITE, "Is a directory"),
        (["-o", "out.jsonl", "--shard", "3/2"], ExitCode.USAGE, "is no share"),
        (["-o", "out.jsonl", "--jobs", "0"], ExitCode.USAGE, "--jobs"),
        (["-o", "out.jsonl", "--rules", "bad"], ExitCode.BAD_RULES, "bad/xx/language.yml:1:1"),
        ([], ExitCode.USAGE, "--output"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: ExitCode, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("text", encoding="utf-8")
    (tmp_path / "bad" / "xx").mkdir(parents=True)
    (tmp_path / "folder.jsonl").mkdir()
    assert message in claimscan("batch", "a.txt", *arguments, code=code)
    assert not [path for path in tmp_path.rglob("*") if path.suffix in (".journal", ".writing", ".run")]
