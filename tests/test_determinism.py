"""The same input gives the same bytes: on every run, in every format and ledger, whatever the process is started in."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimscan.errors import ExitCode
from claimscan.stores import read_lines

SEED = Path(__file__).parent.parent / "seeds" / "002_b8c0510eb678f384.txt"
FORMATS = ("txt", "json", "jsonl", "csv", "md", "jsonld")
LEDGERS = ("jsonl", "csv", "parquet", "sqlite")
PLAIN = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON") or key == "PYTHONPATH"}
PAGE = "<html lang=en><head><title>T</title></head><body><article>{}</article></body></html>".format(
    "<p>On January 29, Alibaba said Qwen2.5-Max outperforms GPT-4o on MMLU-Pro. It scored 76.1 percent.</p>" * 5
)
# All in one process, so that what one command leaves behind would be seen in the next one.
DRIVER = """
import sys
from claimscan.cli.app import run
folder, out, jobs, formats, ledgers = sys.argv[1:]
codes = [run(["extract", folder, "-q", "-o", f"{out}/extract.{ending}", "--evidence"]) for ending in formats.split()]
codes += [run(["batch", folder, "-q", "-o", f"{out}/ledger.{ending}", "-j", jobs]) for ending in ledgers.split()]
codes += [run(["report", f"{out}/ledger.sqlite", "-q", "--html", f"{out}/report.html"])]
codes += [run(["names", folder, "-q", "-o", f"{out}/names.json"])]
sys.exit(any(codes))
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of all kinds, in two languages."""
    folder = tmp_path_factory.mktemp("articles")
    shutil.copy(SEED, folder)
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "note.md").write_text("---\ntitle: N\n---\n# Zorblax 3\n\nZorblax 3 beats **GPT-4o**, said Quimby Labs.\n", encoding="utf-8")
    line = json.dumps({"id": "ä", "text": "Laut Alibaba übertrifft Qwen2.5-Max GPT-4o."}) + "\n"
    (folder / "ünd.jsonl").write_text(line, encoding="utf-8")
    return folder


def written(folder: Path, out: Path, *, jobs: int = 1, cwd: Path | None = None, **settings: str) -> dict[str, bytes]:
    """What the commands write, by file."""
    out.mkdir()
    command = [sys.executable, "-c", DRIVER, str(folder), str(out), str(jobs), " ".join(FORMATS), " ".join(LEDGERS)]
    subprocess.run(command, check=True, cwd=cwd, env=PLAIN | settings, timeout=600)
    return {path.name: path.read_bytes().replace(bytes(out), b"OUT") for path in out.iterdir()}


@pytest.fixture(scope="module")
def expected(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    found = written(articles, tmp_path_factory.mktemp("expected") / "out")
    assert {f"extract.{ending}" for ending in FORMATS} | {f"ledger.{ending}" for ending in LEDGERS} < found.keys()
    assert all(found.values())
    return found


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"PYTHONHASHSEED": "4242", "PYTHONOPTIMIZE": "2"}, id="hash seed, optimised"),
        pytest.param({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "TZ": "Asia/Tokyo"}, id="locale, time zone"),
    ],
)
def test_the_process_changes_nothing(settings: dict[str, str], articles: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    assert written(articles, tmp_path / "out", **settings) == expected


def test_cache_working_folder_and_number_of_processes_change_nothing(articles: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()  # would be laid over the built-in ones if it were looked for
    cache = {"CLAIMSCAN_CACHE": str(tmp_path / "cache")}
    cold = written(articles, tmp_path / "cold", cwd=tmp_path, **cache)
    assert list((tmp_path / "cache").glob("*.pickle"))
    warm = written(articles, tmp_path / "warm", jobs=3, **cache)
    assert cold == warm == expected


def extracted(*arguments: object, stdin: bytes = b"") -> list[dict[str, Any]]:
    """The records of a run of the command."""
    command = [sys.executable, "-m", "claimscan", "extract", "-q", "--format", "jsonl", *map(str, arguments)]
    run = subprocess.run(command, check=False, input=stdin, capture_output=True, env=PLAIN, timeout=300)
    assert run.returncode == ExitCode.OK
    return [json.loads(words) for words in run.stdout.splitlines()]


def without_ids(record: dict[str, Any]) -> dict[str, Any]:
    """A record without what tells where its document came from."""
    claims = [{key: value for key, value in claim.items() if key != "id"} for claim in record["claims"]]
    return record | {"document": record["document"] | {"id": None}, "claims": claims}


def test_a_folder_is_read_as_its_files_are(articles: Path, expected: dict[str, bytes]) -> None:
    files = sorted(articles.iterdir(), key=os.fsencode)
    assert extracted(articles) == extracted(*files) == [json.loads(words) for words in expected["extract.jsonl"].splitlines()]


@pytest.mark.parametrize("name", ["page.html", "note.md", "ünd.jsonl", SEED.name])
def test_standard_input_is_read_as_a_file_is(name: str, articles: Path) -> None:
    kind = {".md": ("--from", "markdown")}.get(Path(name).suffix, ())
    (file,), (piped,) = extracted(articles / name), extracted("-", *kind, stdin=(articles / name).read_bytes())
    assert without_ids(piped) == without_ids(file)


@pytest.mark.parametrize("ending", ["parquet", "sqlite"])
def test_a_ledger_of_another_kind_holds_the_same_records(ending: str, expected: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / f"ledger.{ending}").write_bytes(expected[f"ledger.{ending}"])
    assert list(read_lines(tmp_path / f"ledger.{ending}")) == expected["ledger.jsonl"].decode().splitlines()
    assert expected["ledger.jsonl"] == expected["extract.jsonl"]
