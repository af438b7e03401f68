"""What a batch shows on a terminal, and that it shows nothing of it elsewhere."""

import re
from pathlib import Path

import pytest
from running import PLAIN, on_a_terminal

from claimscan.errors import ExitCode

_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def drawn(*arguments: object, term: str = "xterm") -> tuple[list[str], int]:
    """The lines that a run writes to a terminal, each as it was last drawn, and its exit code."""
    written, code = on_a_terminal(*arguments, env=PLAIN | {"TERM": term, "COLUMNS": "100"})
    return re.split(r"[\r\n]+", _CODES.sub("", written)), code


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("in")
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text("Qwen2.5-Max outperforms GPT-4o.", encoding="utf-8")
    (folder / "3.txt").write_bytes(b"\x00")
    return folder


def test_a_bar_counts_records_and_failures_stand_above_it(articles: Path) -> None:
    lines, code = drawn("batch", articles, "-o", "o.jsonl", "-j1")
    bars = [line for line in lines if line.startswith("Reading")]
    assert code == ExitCode.SOME_FAILED
    assert any("0/5" in line for line in bars)
    assert lines.count("claimscan: in/3.txt: error: is a binary file (give text, Markdown, HTML or JSON Lines)") == 1
    assert [line for line in lines if line][-1].endswith("5 records; 4 claims, 1 failure")


@pytest.mark.parametrize(("option", "term"), [("--no-progress", "xterm"), ("--quiet", "xterm"), ("-j1", "dumb")])
def test_no_bar_is_drawn_where_none_is_wanted(articles: Path, option: str, term: str) -> None:
    lines, _ = drawn("batch", articles, "-o", "o.jsonl", "-j1", option, term=term)
    assert [line for line in lines if "Reading" in line] == []
