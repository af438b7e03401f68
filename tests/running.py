"""The installed command as other programs start it."""

import json
import os
import pty
import signal
import subprocess
import sysconfig
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

COMMAND = str(Path(sysconfig.get_path("scripts")) / "claimscan")
FAST = ("--ner", "en=none")  # the recogniser of names takes long to load and changes nothing here
_SETTINGS = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONUNBUFFERED", "PYTHONHASHSEED", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONOPTIMIZE")
PLAIN = {key: value for key, value in os.environ.items() if key not in _SETTINGS} | {"TERM": "xterm"}
SENTENCES = (
    "Qwen2.5-Max outperforms GPT-4o on MMLU-Pro.",
    "According to DeepSeek, DeepSeek-V3 beats Llama 3.1 405B in coding.",
    "The company told reporters about its plans for spring.",
)


def line(number: int, sentences: int = 3) -> str:
    """A document as a line of JSON Lines."""
    text = " ".join(SENTENCES[(number + step) % len(SENTENCES)] for step in range(sentences))
    return json.dumps({"id": f"d{number}", "text": text, "lang": "en"}) + "\n"


def claimscan(*arguments: object, stdin: bytes = b"", env: Mapping[str, str] = PLAIN) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([COMMAND, *map(str, arguments)], check=False, input=stdin, capture_output=True, env=env, timeout=300)


def in_shell(words: str, *arguments: object, env: Mapping[str, str] = PLAIN) -> subprocess.CompletedProcess[bytes]:
    """A run within words of the shell, in which "$@" stands for the command and its arguments."""
    command = ["/bin/bash", "-c", words, "bash", COMMAND, *map(str, arguments)]
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True, env=env, timeout=300)


def on_a_terminal(*arguments: object, env: Mapping[str, str] = PLAIN) -> tuple[str, int]:
    """What a run writes to a terminal that is all of its streams, and its exit code."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(COMMAND, [COMMAND, *map(str, arguments)], dict(env))
    written = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        written += piece
    os.close(terminal)
    return written.decode(), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def begun(*arguments: object, env: Mapping[str, str] = PLAIN) -> subprocess.Popen[bytes]:
    """A run that goes on beside the test, in a group of its own."""
    return subprocess.Popen(
        [COMMAND, *map(str, arguments)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, start_new_session=True,
    )  # fmt: skip


def fed(run: subprocess.Popen[bytes], lines: Sequence[str]) -> None:
    """Write lines to a run's standard input."""
    assert run.stdin is not None
    run.stdin.write("".join(lines).encode())
    run.stdin.flush()


def waited_for_lines(path: Path, count: int) -> None:
    """Wait until a file has this many lines."""
    deadline = time.monotonic() + 240
    while not path.exists() or path.read_bytes().count(b"\n") < count:
        assert time.monotonic() < deadline, f"{path} has {count} lines"
        time.sleep(0.01)


def workers(run: subprocess.Popen[bytes]) -> list[int]:
    """The processes that read for a run."""
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def code_in_the_shell(run: subprocess.Popen[bytes]) -> int:
    """The exit code as a shell shows it, also of a run that a signal ended before the program was there."""
    return run.returncode if run.returncode >= 0 else 128 - run.returncode


def ended_by(number: signal.Signals, run: subprocess.Popen[bytes]) -> tuple[bytes, str]:
    """Send a signal to all processes of a run; what it wrote until its end and what it said last."""
    os.killpg(run.pid, number)
    written, told = run.communicate(timeout=240)
    assert b"Traceback" not in told or run.returncode < 0
    return written, (told.decode().splitlines() or [""])[-1]


def all_gone(group: int) -> bool:
    """Whether all processes of a group end within a while."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
