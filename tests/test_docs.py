"""The console blocks of the documentation show what the program prints; `python tests/test_docs.py` writes them anew."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimscan.errors import ExitCode

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
BLOCK = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)
PLAIN = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}


def shown(command: str) -> str:
    """What a command prints, with its messages, run at the root of the project."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = PLAIN | {"PATH": path}
    ran = subprocess.run(
        ["/bin/bash", "-c", command], check=False, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return ran.stdout.decode()


def without_places(text: str) -> str:
    """A text in which places in rule files have no line and column: they move with every edit."""
    return re.sub(r"(rules/\S+\.yml):\d+:\d+", r"\1", text)


def sessions(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with the output that stands below it."""
    parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)
    return zip(parts[1::2], parts[2::2], strict=True)


SESSIONS = [
    pytest.param(command, output, id=f"{page.name}: {command}")
    for page in PAGES
    for block in BLOCK.findall(page.read_text(encoding="utf-8"))
    for command, output in sessions(block[1])
]


@pytest.mark.parametrize(("command", "output"), SESSIONS)
def test_the_documentation_shows_what_is_printed(command: str, output: str) -> None:
    if "jq " in command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    assert without_places(shown(command)) == without_places(output)


def test_the_python_in_the_readme_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=PLAIN)
    assert ran.stdout == b"Qwen2.5-Max ('GPT-4o',)\n"


def test_the_documentation_names_every_exit_code() -> None:
    rows = re.findall(r"^\| (\d+) \|", (ROOT / "docs" / "output.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [str(int(code)) for code in ExitCode]


def _rewritten(block: re.Match[str]) -> str:
    return block[1] + "".join(f"$ {command}\n{shown(command)}" for command, _ in sessions(block[2])) + block[3]


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(BLOCK.sub(_rewritten, page.read_text(encoding="utf-8")), encoding="utf-8")
