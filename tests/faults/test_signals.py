"""Ended at any moment, the program keeps what is complete, says how much, and goes on from there to the same bytes.

The moments are drawn from seeds: some fall into the start, some into the reading, some into the end.
"""

import json
import os
import random
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest
from running import (
    COMMAND,
    FAST,
    PLAIN,
    all_gone,
    begun,
    claimscan,
    code_in_the_shell,
    ended_by,
    fed,
    line,
    waited_for_lines,
    workers,
)

from claimscan.errors import ExitCode

COUNT = 60
LINES = [line(number, sentences=12) for number in range(COUNT)]
CODES = {signal.SIGHUP: ExitCode.HUNG_UP, signal.SIGINT: ExitCode.INTERRUPTED, signal.SIGTERM: ExitCode.TERMINATED}
TOLD = {signal.SIGHUP: "interrupted by SIGHUP", signal.SIGINT: "interrupted", signal.SIGTERM: "interrupted by SIGTERM"}
MOMENTS = [
    pytest.param(number, random.Random(seed).uniform(0, 2.5), id=f"{number.name} {seed}")  # noqa: S311 - moments, not secrets
    for seed, number in enumerate((signal.SIGINT, signal.SIGTERM, signal.SIGTERM, signal.SIGINT))
]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("signals") / "in.jsonl"
    path.write_text("".join(LINES), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def whole(documents: Path) -> list[bytes]:
    """The records of a run that nothing disturbs."""
    return claimscan("extract", documents, "--format", "jsonl", *FAST).stdout.splitlines(keepends=True)


def kept(told: str, what: str) -> int:
    """How many records were kept, as it was said."""
    found = re.search(rf"; (\d+) complete records? {what}", told)
    return int(found[1]) if found else 0


@pytest.mark.parametrize(("number", "moment"), MOMENTS)
def test_records_on_standard_output_are_whole(number: signal.Signals, moment: float, documents: Path, whole: list[bytes]) -> None:
    run = begun("extract", documents, "--format", "jsonl", *FAST)
    time.sleep(moment)
    written, told = ended_by(number, run)
    assert code_in_the_shell(run) in (CODES[number], ExitCode.OK)
    assert written == b"".join(whole[: COUNT if run.returncode == ExitCode.OK else kept(told, "written")])


@pytest.mark.parametrize(("number", "moment"), MOMENTS[:2])
def test_records_in_a_file_are_whole(number: signal.Signals, moment: float, documents: Path, whole: list[bytes], tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    run = begun("extract", documents, "-o", out, *FAST)
    time.sleep(moment)
    _, told = ended_by(number, run)
    records = json.loads(out.read_bytes()) if out.exists() else []
    assert code_in_the_shell(run) in (CODES[number], ExitCode.OK)
    assert records == [json.loads(words) for words in whole[: COUNT if run.returncode == ExitCode.OK else kept(told, "written")]]
    assert [path for path in tmp_path.iterdir() if path != out] == []


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("number", "moment"), MOMENTS[::2])
def test_a_batch_goes_on_to_the_same_bytes(
    number: signal.Signals, moment: float, jobs: int, documents: Path, whole: list[bytes], tmp_path: Path
) -> None:
    arguments = ("batch", documents, "-o", tmp_path / "out.jsonl", "-j", jobs, *FAST)
    run = begun(*arguments)
    time.sleep(moment * jobs)
    _, told = ended_by(number, run)
    journal = tmp_path / "out.jsonl.journal"
    assert code_in_the_shell(run) in (CODES[number], ExitCode.OK)
    assert run.returncode <= 0 or (journal.read_bytes().count(b"\n") if journal.exists() else 0) == kept(told, "kept")
    assert all_gone(run.pid)
    again = claimscan(*arguments, "--resume")
    assert again.returncode == ExitCode.OK
    assert (tmp_path / "out.jsonl").read_bytes() == b"".join(whole)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "out.jsonl.run"]


@pytest.mark.parametrize("number", CODES, ids=lambda number: number.name)
def test_each_signal_has_its_code_and_is_told(number: signal.Signals, tmp_path: Path) -> None:
    run = begun("batch", "-", "-o", tmp_path / "out.jsonl", "-j1", *FAST)
    fed(run, LINES[:2])
    waited_for_lines(tmp_path / "out.jsonl.journal", 2)
    _, told = ended_by(number, run)
    assert (run.returncode, told) == (CODES[number], f"claimscan: error: {TOLD[number]}; 2 complete records kept; go on with --resume")


def test_a_run_that_is_not_to_hang_up_does_not(tmp_path: Path) -> None:
    run = subprocess.Popen(
        ["/bin/bash", "-c", 'trap "" HUP; exec "$@"', "bash", COMMAND, "extract", "-", "--format", "jsonl", *FAST],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=PLAIN, start_new_session=True,
    )  # fmt: skip
    fed(run, LINES[:1])
    assert run.stdout is not None
    run.stdout.readline()
    os.killpg(run.pid, signal.SIGHUP)
    written, _ = run.communicate(LINES[1].encode(), timeout=120)
    assert (run.returncode, written.count(b"\n")) == (ExitCode.OK, 1)


def test_who_asks_twice_does_not_wait_for_a_reader_that_has_stopped(documents: Path) -> None:
    run = begun("extract", documents, "--format", "json", *FAST)
    assert run.stdout is not None
    run.stdout.read(1)
    time.sleep(3)  # until the pipe is full and the program waits in the middle of a record
    run.send_signal(signal.SIGTERM)
    time.sleep(0.5)
    run.send_signal(signal.SIGTERM)
    time.sleep(0.5)
    run.stdout.close()
    run.stdout = None
    run.communicate(timeout=120)
    assert run.returncode in (ExitCode.TERMINATED, ExitCode.OK)


def test_workers_that_are_killed_from_outside_cost_nothing(tmp_path: Path) -> None:
    undisturbed, out = tmp_path / "undisturbed.jsonl", tmp_path / "out.jsonl"
    claimscan("batch", "-", "-o", undisturbed, "-j1", *FAST, stdin="".join(LINES).encode())
    run = begun("batch", "-", "-o", out, "-j2", *FAST)
    fed(run, LINES[:40])
    waited_for_lines(tmp_path / "out.jsonl.journal", 4)
    for worker in workers(run):
        os.kill(worker, signal.SIGKILL)
    _, told = run.communicate("".join(LINES[40:]).encode(), timeout=240)
    assert (run.returncode, told.decode().count("\n")) == (ExitCode.OK, 1)
    assert out.read_bytes() == undisturbed.read_bytes()
