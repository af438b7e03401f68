"""The program as a process: pipes, terminals, signals and what is imported."""

import json
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pytest
from running import PLAIN, claimscan, on_a_terminal

from claimscan.errors import ExitCode

ARTICLE = "Laut Alibaba übertrifft Qwen2.5-Max das Modell GPT-4o in allen Tests, teilte das Unternehmen am 29. Januar mit.\n"
PROGRAM = (sys.executable, "-m", "claimscan")


def run_python(*arguments: str, stdin: bytes = b"", env: Mapping[str, str] = PLAIN) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, *arguments], check=False, input=stdin, capture_output=True, env=env, timeout=120)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def line_of(stream: IO[bytes]) -> bytes:
    """The next line of a stream, waited for a minute at most."""
    ready, _, _ = select.select([stream], [], [], 60)
    assert ready, "nothing was written for a minute"
    return stream.readline()


def test_standard_input_is_read_where_no_path_is_given() -> None:
    run = claimscan("extract", "--json", stdin=ARTICLE.encode())
    assert run.returncode == ExitCode.OK
    assert json.loads(run.stdout)["document"]["id"] == "stdin"
    assert run.stderr == b""


def test_standard_output_is_utf8_whatever_the_locale(article: Path) -> None:
    run = claimscan("extract", article, "--json", env=PLAIN | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert "übertrifft" in json.loads(run.stdout.decode("utf-8"))["claims"][0]["sentence"]


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": number, "text": ARTICLE}) + "\n" for number in range(300))
    (tmp_path / "docs.jsonl").write_text(lines, encoding="utf-8")
    with subprocess.Popen(
        [*PROGRAM, "extract", "--format", "jsonl", str(tmp_path / "docs.jsonl")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=PLAIN
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert line_of(run.stdout).startswith(b'{"schema"')
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(60) == ExitCode.OK


def test_no_path_on_a_terminal_shows_the_help() -> None:
    written, code = on_a_terminal("extract")
    assert code == ExitCode.USAGE
    assert "claimscan extract article.txt" in written


def test_an_interruption_keeps_complete_records_and_counts_them(tmp_path: Path) -> None:
    (tmp_path / "first.jsonl").write_text(json.dumps({"id": "a", "text": ARTICLE}) + "\n", encoding="utf-8")
    with subprocess.Popen(
        [*PROGRAM, "extract", "--format", "jsonl", str(tmp_path / "first.jsonl"), "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=PLAIN,
    ) as run:  # fmt: skip
        assert run.stdout is not None
        assert run.stderr is not None
        line = line_of(run.stdout)
        run.send_signal(signal.SIGINT)
        assert json.loads(line)["document"]["id"].endswith("#a")
        assert b"interrupted; 1 complete record written" in run.stderr.read()
        assert run.wait(60) == ExitCode.INTERRUPTED


def test_an_interrupted_file_holds_the_complete_records(tmp_path: Path) -> None:
    (tmp_path / "first.jsonl").write_text(json.dumps({"id": "a", "text": ARTICLE}) + "\n{broken\n", encoding="utf-8")
    out = tmp_path / "out.json"
    with subprocess.Popen(
        [*PROGRAM, "extract", str(tmp_path / "first.jsonl"), "-", "-o", str(out)], stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=PLAIN
    ) as run:
        assert run.stderr is not None
        assert b"broken JSON" in line_of(run.stderr)
        run.send_signal(signal.SIGINT)
        run.stderr.read()
        assert run.wait(60) == ExitCode.INTERRUPTED
    assert len(json.loads(out.read_text(encoding="utf-8"))) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_told_without_a_traceback(article: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run([*PROGRAM, "extract", str(article)], check=False, stdout=full, stderr=subprocess.PIPE, env=PLAIN, timeout=60)
    assert run.returncode == ExitCode.CANNOT_WRITE
    assert run.stderr.startswith(b"claimscan: error: output cannot be written: No space left")
    assert b"Traceback" not in run.stderr


def test_an_output_file_in_no_folder_is_told(article: Path) -> None:
    run = claimscan("extract", article, "-o", article.parent / "none" / "out.json")
    assert run.returncode == ExitCode.CANNOT_WRITE
    assert b"No such file or directory" in run.stderr


@pytest.mark.parametrize(
    ("extra", "arguments", "coloured"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
    ],
)
def test_colours_of_a_piped_table(article: Path, extra: dict[str, str], arguments: tuple[str, ...], coloured: bool) -> None:
    assert (b"\x1b[" in claimscan("extract", article, *arguments, env=PLAIN | extra).stdout) is coloured


@pytest.mark.parametrize(("extra", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colours_on_a_terminal(article: Path, extra: dict[str, str], coloured: bool) -> None:
    written, code = on_a_terminal("extract", article, env=PLAIN | extra)
    assert code == ExitCode.OK
    assert "Qwen2.5-Max" in written
    assert ("\x1b[" in written) is coloured


def test_a_piped_table_is_not_wrapped(article: Path) -> None:
    lines = claimscan("extract", article, "--evidence", env=PLAIN | {"COLUMNS": "40"}).stdout.decode().splitlines()
    assert [line for line in lines if "Laut" in line and "29. Januar mit." in line]


@pytest.mark.parametrize("option", [(), ("--quiet",)])
def test_quiet_leaves_only_errors(article: Path, option: tuple[str, ...]) -> None:
    (article.parent / "empty.txt").write_text("", encoding="utf-8")
    (article.parent / "bad.txt").write_bytes(b"\0")
    run = claimscan("extract", article.parent, *option)
    assert (b"empty.txt: warning" in run.stderr) is not bool(option)
    assert b"bad.txt: error" in run.stderr


BREAKING = """
import sys
from claimscan.extractor import Extractor
from claimscan.cli.app import run
Extractor.__call__ = lambda self, document: 1 / 0
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("option", [(), ("--debug",)])
def test_a_traceback_is_shown_only_on_demand(article: Path, option: tuple[str, ...]) -> None:
    ended = run_python("-c", BREAKING, "extract", str(article), *option)
    assert ended.returncode == ExitCode.SOME_FAILED
    assert b"internal error: ZeroDivisionError" in ended.stderr
    assert (b"Traceback" in ended.stderr) is bool(option)


COUNTING = """
import sys
from claimscan.cli.app import run
code = run(sys.argv[1:])
print("LOADED", code, *sorted({"spacy", "trafilatura", "langdetect", "yaml", "ahocorasick"} & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (("--help",), ""),
        (("extract", "--help"), ""),
        (("schema",), ""),
        (("--version",), " ahocorasick yaml"),
        (("rules", "check"), " ahocorasick yaml"),
    ],
)
def test_what_reads_no_text_starts_without_the_libraries_that_read_it(arguments: tuple[str, ...], loaded: str) -> None:
    ended = run_python("-c", COUNTING, *arguments)
    assert ended.stdout.decode().splitlines()[-1].startswith("LOADED 0")
    assert set(ended.stdout.decode().splitlines()[-1].split()[2:]) <= set(loaded.split())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_can_complete(shell: str) -> None:
    asked = {
        "COMP_WORDS": "claimscan ext",
        "COMP_CWORD": "1",
        "_TYPER_COMPLETE_ARGS": "claimscan ext",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    ended = claimscan(env=PLAIN | asked | {"_CLAIMSCAN_COMPLETE": f"complete_{shell}"})
    assert b"extract" in ended.stdout
