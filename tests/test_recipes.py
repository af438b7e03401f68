"""The Python of the documentation prints what stands below it; `python tests/test_recipes.py` writes it anew."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "docs" / "embedding.md", ROOT / "docs" / "recipes.md")
BLOCK = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)
OPTIONAL = ("duckdb", "pandas")


def printed(code: str) -> str:
    """What a piece of Python prints, run at the root of the project."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    ran = subprocess.run(
        [sys.executable, "-c", code], check=False, cwd=ROOT, env=os.environ | {"PATH": path}, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


RECIPES = [
    pytest.param(code, output, id=f"{page.stem}-{number}")
    for page in PAGES
    for number, (code, output) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), start=1)
]


@pytest.mark.parametrize(("code", "output"), RECIPES)
def test_a_recipe_prints_what_stands_below_it(code: str, output: str) -> None:
    missing = [name for name in OPTIONAL if f"import {name}" in code and find_spec(name) is None]
    if missing:
        pytest.skip(f"{missing[0]} is not installed")
    assert printed(code) == output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_piece_of_python_is_followed_by_what_it_prints(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(BLOCK.findall(text)) == text.count("```python\n")


def _rewritten(block: re.Match[str]) -> str:
    return f"```python\n{block[1]}```\n\n```text\n{printed(block[1])}```"


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(BLOCK.sub(_rewritten, page.read_text(encoding="utf-8")), encoding="utf-8")
