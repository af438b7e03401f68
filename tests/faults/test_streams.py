"""Whatever the streams, the terminal, the home and the locale are: the promised code, a clear message, the same bytes."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running import COMMAND, FAST, PLAIN, SENTENCES, claimscan, in_shell, line

from claimscan.errors import ExitCode

CLOSED = "Bad file descriptor"
FULL = "No space left on device"
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a device on which nothing fits")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ärticle.jsonl"
    path.write_text(line(0), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "ledger.jsonl"
    assert claimscan("batch", "-", "-o", path, "-j1", "-q", *FAST, stdin=line(0).encode()).returncode == ExitCode.OK
    return path


@pytest.mark.parametrize(
    "arguments", [("extract", "-", *FAST), ("extract", *FAST), ("names", "-", *FAST), ("explain",)], ids=lambda words: " ".join(words[:2])
)
def test_standard_input_that_is_closed_cannot_be_read(arguments: tuple[str, ...]) -> None:
    run = in_shell('"$@" <&-', *arguments)
    assert run.returncode == ExitCode.SOME_FAILED
    assert f"cannot be read: {CLOSED}" in run.stderr.decode()
    assert b"internal error" not in run.stderr


def test_standard_input_that_is_closed_is_a_failure_in_a_ledger(tmp_path: Path) -> None:
    run = in_shell('"$@" <&-', "batch", "-", "-o", tmp_path / "out.jsonl", "-j1")
    assert run.returncode == ExitCode.SOME_FAILED
    assert CLOSED in (tmp_path / "out.jsonl").read_text()


def test_who_needs_no_standard_input_misses_none(article: Path) -> None:
    assert in_shell('"$@" <&-', "extract", article, "--json", *FAST).stdout == claimscan("extract", article, "--json", *FAST).stdout


@pytest.mark.parametrize(
    ("words", "reason"), [pytest.param('"$@" >&-', CLOSED, id="closed"), pytest.param('"$@" >/dev/full', FULL, id="full", marks=needs_full)]
)
@pytest.mark.parametrize(
    "command",
    ["extract table", "extract json", "extract jsonl", "extract csv", "names", "report", "schema", "rules list", "--version", "--help"],
)
def test_standard_output_that_takes_nothing_is_told_once(words: str, reason: str, command: str, article: Path, ledger: Path) -> None:
    name, _, format_ = command.partition(" ")
    arguments = {"extract": (article, "--format", format_, *FAST), "names": (article, *FAST), "report": (ledger,), "rules": (format_,)}
    run = in_shell(words, name, *arguments.get(name, ()))
    assert (run.returncode, run.stderr.decode()) == (ExitCode.CANNOT_WRITE, f"claimscan: error: output cannot be written: {reason}\n")


@pytest.mark.parametrize("words", ['"$@" 2>&-', pytest.param('"$@" 2>/dev/full', marks=needs_full), '"$@" 2> >(true)'])
def test_messages_that_nobody_hears_cost_no_record(words: str, article: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\0")
    run = in_shell(words, "extract", tmp_path / "bad.txt", article, "--format", "jsonl", *FAST)
    assert (run.returncode, run.stdout.count(b"\n")) == (ExitCode.SOME_FAILED, 1)
    assert in_shell(words, "extract", tmp_path / "missing.txt").returncode == ExitCode.USAGE


def test_a_ledger_is_written_with_all_streams_closed(article: Path, ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run = in_shell('"$@" <&- >&- 2>&-', "batch", article, "-o", out, "-j2", *FAST)
    assert (run.returncode, len(out.read_bytes().splitlines())) == (ExitCode.OK, 1)


def test_a_ledger_is_written_though_the_pipe_of_its_messages_closes(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run = in_shell('("$@"; echo $?) 2>&1 | tail -1', "batch", tmp_path, "-o", out, "-j1", *FAST)
    assert run.stdout == b"0\n"
    closed = in_shell('"$@" 2> >(exec 0<&-)', "batch", tmp_path, "-o", out, "-j1", *FAST)
    assert (closed.returncode, len(out.read_bytes().splitlines())) == (ExitCode.OK, 1)


def test_a_read_error_in_the_middle_costs_what_comes_after_it() -> None:
    # A terminal whose other end goes gives what was written to it, and then an error.
    far, near = pty.openpty()
    os.set_blocking(near, True)
    with subprocess.Popen(
        [COMMAND, "extract", "-", "--from", "jsonl", "--format", "jsonl", *FAST],
        stdin=far, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=PLAIN,
    ) as run:  # fmt: skip
        os.close(far)
        os.write(near, (line(0) + line(1)).encode())
        assert run.stdout is not None
        assert run.stdout.readline().startswith(b'{"schema"')
        assert run.stdout.readline().startswith(b'{"schema"')
        os.close(near)
        written, told = run.communicate(timeout=120)
    assert (run.returncode, written, told) == (ExitCode.SOME_FAILED, b"", b"claimscan: stdin: error: cannot be read: Input/output error\n")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
@pytest.mark.parametrize("command", ["extract", "batch"])
def test_a_file_that_opens_and_cannot_be_read_costs_no_other(command: str, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run = claimscan(command, "/proc/self/mem", article, "-o", out, *FAST)
    assert run.returncode == ExitCode.SOME_FAILED
    assert b"claimscan: /proc/self/mem: error: cannot be read: Input/output error" in run.stderr
    assert len([words for words in out.read_text(encoding="utf-8").splitlines() if '"outperforms"' in words]) == 1


UNPRIVILEGED = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
needs_modes = pytest.mark.skipif(
    bool(UNPRIVILEGED) and (not shutil.which("setpriv") or subprocess.run([*UNPRIVILEGED, "true"], check=False).returncode != 0),
    reason="root, and nothing to give its power up with",
)


@needs_modes
def test_what_may_not_be_read_costs_no_other(article: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b", "c.txt"):
        (tmp_path / "in" / name).mkdir() if name == "b" else (tmp_path / "in" / name).write_text(SENTENCES[0])
    (tmp_path / "in" / "a.txt").chmod(0)
    (tmp_path / "in" / "b").chmod(0)
    command = [*UNPRIVILEGED, COMMAND, "extract", str(tmp_path / "in"), "--format", "jsonl", "--lang", "en", *FAST]
    run = subprocess.run(command, check=False, capture_output=True, env=PLAIN, timeout=120)
    (tmp_path / "in" / "b").chmod(0o700)
    assert (run.returncode, run.stdout.count(b"\n")) == (ExitCode.SOME_FAILED, 1)
    assert run.stderr.count(b"cannot be read: Permission denied") == 2


SKEWED = """
import datetime, time
class Skewed(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls(1980, 1, 1, tzinfo=tz)
    @classmethod
    def utcnow(cls): return cls(1980, 1, 1)
    @classmethod
    def today(cls): return cls(1980, 1, 1)
datetime.datetime = Skewed
ticks = iter(range(2_000_000_000, 0, -1000))
time.time = lambda: float(next(ticks))
"""
PAGE = f"<html><head><title>T</title></head><body><article>{f'<p>On January 29, {SENTENCES[0]}</p>' * 5}</article></body></html>"


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "xx_XX.nonsense", "PYTHONIOENCODING": "latin-1:strict"},
        {"HOME": "/proc"},
        {"HOME": "/nonexistent", "TMPDIR": "/nonexistent"},
        {"HOME": "", "TMPDIR": ""},
        {"TZ": "Pacific/Kiritimati"},
        {"CLAIMSCAN_CACHE": "/dev/full/cache"},
        {"PYTHONPATH": "{here}"},
    ],
    ids=" ".join,
)
def test_locale_home_and_clock_change_nothing(settings: dict[str, str], article: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SKEWED)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    paths = os.pathsep.join((str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])))
    changed = PLAIN | {name: value.replace("{here}", paths) for name, value in settings.items()}
    without = {name: value for name, value in changed.items() if value}
    arguments = ("extract", article, tmp_path / "page.html", "--format", "jsonl", *FAST)
    assert claimscan(*arguments, env=without).stdout == claimscan(*arguments).stdout != b""


def test_a_name_in_another_encoding_is_told_alike_in_every_locale(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xfcber.txt"
    Path(os.fsdecode(path)).write_text(SENTENCES[0])
    ascii_only = PLAIN | {"LC_ALL": "C", "PYTHONUTF8": "0"}
    runs = [
        subprocess.run([COMMAND, "extract", path, "--json", "--lang", "en", *FAST], check=True, capture_output=True, env=env, timeout=120)
        for env in (PLAIN, ascii_only)
    ]
    assert runs[0].stdout == runs[1].stdout != b""


def test_a_message_fits_a_terminal_of_any_encoding(tmp_path: Path) -> None:
    (tmp_path / "ü.txt").write_bytes(b"\0")
    run = claimscan("extract", tmp_path, env=PLAIN | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    assert run.returncode == ExitCode.SOME_FAILED
    assert run.stderr.isascii()
    assert b"is a binary file" in run.stderr


def test_python_itself_is_no_other_program() -> None:
    module = subprocess.run([sys.executable, "-m", "claimscan", "--version"], check=True, capture_output=True, env=PLAIN, timeout=120)
    assert module.stdout == claimscan("--version").stdout
