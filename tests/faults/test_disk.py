"""Disks that fill up and folders that go: nothing that was complete is lost, nothing half is taken for whole."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import FAST, begun, claimscan, fed, line, waited_for_lines

from claimscan.errors import ExitCode
from claimscan.stores import write_lines

MOUNT, UNMOUNT = (shutil.which(name) or name for name in ("mount", "umount"))
FULL = "No space left on device"
LINES = [line(number, sentences=30) for number in range(30)]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 128 kB; skipped where none can be made."""
    path = tmp_path / "disk"
    path.mkdir()
    made = subprocess.run([MOUNT, "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(path)], check=False, capture_output=True)
    if made.returncode:
        pytest.skip("a small disk can be made by root only, and not in every container")
    yield path
    subprocess.run([UNMOUNT, "--lazy", str(path)], check=True)


def filled(disk: Path, left: int = 0) -> None:
    """Leave so many bytes free on a disk."""
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "filler").write_bytes(b"x" * (free - left))


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """The ledger of a run that nothing disturbs."""
    (tmp_path / "in.jsonl").write_text("".join(LINES), encoding="utf-8")
    claimscan("batch", tmp_path / "in.jsonl", "-o", tmp_path / "whole.jsonl", "-j1", "-q", *FAST)
    return tmp_path / "whole.jsonl"


def test_a_full_disk_keeps_what_is_complete_and_a_larger_one_takes_the_rest(disk: Path, whole: Path, tmp_path: Path) -> None:
    arguments = ("batch", tmp_path / "in.jsonl", "-o", disk / "out.jsonl", "-j1", *FAST)
    run = claimscan(*arguments)
    kept = (disk / "out.jsonl.journal").read_bytes().count(b"\n")
    told = f"claimscan: error: output cannot be written: {FULL}; {kept} complete records kept; go on with --resume"
    assert (run.returncode, run.stderr.decode().splitlines()[-1]) == (ExitCode.CANNOT_WRITE, told)
    assert 0 < kept < len(LINES)
    subprocess.run([MOUNT, "-o", "remount,size=10m", str(disk)], check=True)
    again = claimscan(*arguments, "--resume")
    assert f"{len(LINES)} records, {kept} of them complete before" in again.stderr.decode()
    assert (disk / "out.jsonl").read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in disk.iterdir()) == ["out.jsonl", "out.jsonl.run"]


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet", "sqlite"])
def test_a_ledger_that_does_not_fit_leaves_the_old_one(ending: str, disk: Path, whole: Path) -> None:
    path = disk / f"ledger.{ending}"
    path.write_text("old")
    filled(disk)
    with pytest.raises(OSError, match=r"No space|full|disk"):
        write_lines(whole.read_text(encoding="utf-8").splitlines(), path)
    assert (path.read_text(), sorted(found.name for found in disk.iterdir())) == ("old", ["filler", path.name])


@pytest.mark.parametrize("ending", ["json", "jsonl", "csv", "md", "txt"])
def test_an_output_file_that_does_not_fit_leaves_the_old_one(ending: str, disk: Path, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("".join(LINES[:2]), encoding="utf-8")
    path = disk / f"out.{ending}"
    path.write_text("old")
    filled(disk)
    run = claimscan("extract", tmp_path / "in.jsonl", "-o", path, *FAST)
    assert (run.returncode, run.stderr.decode()) == (ExitCode.CANNOT_WRITE, f"claimscan: error: output cannot be written: {path}: {FULL}\n")
    assert (path.read_text(), sorted(found.name for found in disk.iterdir())) == ("old", ["filler", path.name])


@pytest.mark.parametrize("command", ["report --html {disk}/out.html", "names -o {disk}/out.json", "merge -o {disk}/out.jsonl"])
def test_what_else_does_not_fit_is_told(command: str, disk: Path, whole: Path) -> None:
    filled(disk)
    name, *options = command.format(disk=disk).split(" ")
    run = claimscan(name, whole, *options)
    assert run.returncode == ExitCode.CANNOT_WRITE
    assert FULL in run.stderr.decode()
    assert [path.name for path in disk.iterdir()] == ["filler"]


def test_rules_that_do_not_fit_into_the_cache_are_used_all_the_same(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(disk, left=8192)
    run = claimscan("rules", "check", env=os.environ | {"CLAIMSCAN_CACHE": str(disk / "cache")})
    assert (run.returncode, list((disk / "cache").iterdir())) == (ExitCode.OK, [])


def test_a_folder_that_goes_is_noticed_at_the_next_record(tmp_path: Path) -> None:
    out = tmp_path / "sub" / "out.jsonl"
    out.parent.mkdir()
    run = begun("batch", "-", "-o", out, "-j1", *FAST)
    fed(run, LINES[:2])
    waited_for_lines(out.with_name("out.jsonl.journal"), 2)
    shutil.rmtree(out.parent)
    fed(run, LINES[2:3])
    _, told = run.communicate(timeout=120)
    reason = f"the folder {out.parent} was removed; 0 complete records kept"
    assert (run.returncode, told.decode()) == (ExitCode.CANNOT_WRITE, f"claimscan: error: output cannot be written: {reason}\n")
    assert not out.parent.exists()


def test_a_journal_that_goes_costs_nothing(tmp_path: Path) -> None:
    undisturbed = tmp_path / "undisturbed.jsonl"
    claimscan("batch", "-", "-o", undisturbed, "-j1", *FAST, stdin="".join(LINES).encode())
    out = tmp_path / "out.jsonl"
    run = begun("batch", "-", "-o", out, "-j1", *FAST)
    fed(run, LINES[:2])
    waited_for_lines(tmp_path / "out.jsonl.journal", 2)
    (tmp_path / "out.jsonl.journal").unlink()
    fed(run, LINES[2:])
    run.communicate(timeout=120)
    assert run.returncode == ExitCode.OK
    assert out.read_bytes() == undisturbed.read_bytes()


def test_a_folder_that_goes_before_a_file_is_whole_is_told(tmp_path: Path) -> None:
    out = tmp_path / "sub" / "out.jsonl"
    out.parent.mkdir()
    run = begun("extract", "-", "-o", out, *FAST)
    fed(run, [LINES[0], "{broken\n", LINES[1]])
    assert run.stderr is not None
    run.stderr.readline()
    shutil.rmtree(out.parent)
    _, told = run.communicate(timeout=120)
    assert run.returncode == ExitCode.CANNOT_WRITE
    assert told.decode().endswith(f"claimscan: error: output cannot be written: {out}: No such file or directory\n")


def test_a_journal_with_a_hole_in_it_is_read_up_to_the_hole(whole: Path, tmp_path: Path) -> None:
    arguments = ("batch", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl", "-j1", *FAST)
    run = begun(*arguments)
    waited_for_lines(tmp_path / "out.jsonl.journal", 4)
    run.kill()
    run.communicate()
    journal = tmp_path / "out.jsonl.journal"
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2][:100] + bytes(len(lines[2]) - 200) + lines[2][-100:]
    journal.write_bytes(b"".join(lines))
    assert b" records, 2 of them complete before" in claimscan(*arguments, "--resume").stderr
    assert (tmp_path / "out.jsonl").read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("ending", ["jsonl", "parquet", "sqlite"])
def test_a_ledger_that_cannot_be_read_is_no_output_that_cannot_be_written(ending: str, tmp_path: Path) -> None:
    (tmp_path / f"ledger.{ending}").symlink_to("/proc/self/mem")
    run = claimscan("report", tmp_path / f"ledger.{ending}")
    assert run.returncode == ExitCode.USAGE
    assert b"cannot be written" not in run.stderr
    assert b"Traceback" not in run.stderr
    assert f"ledger.{ending}" in run.stderr.decode()
