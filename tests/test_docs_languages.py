"""docs/languages.md: its Dutch folder works, and its table names the word classes that the code asks for."""

import re
import textwrap
from pathlib import Path

import pytest

from claimscan.rulebook import Rulebooks
from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import Layer
from claimscan.trial import trials

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
FILES = re.findall(r"```yaml\n *# (\S+)\n(.*?)```", PAGE, re.DOTALL)
ASKED = re.compile(r"(?:has|length|phrases)\(\"([a-z_]+)\"|_CLOSED = \(([^)]*)\)")


@pytest.fixture
def dutch(tmp_path: Path) -> Rulebooks:
    (tmp_path / "nl").mkdir()
    for file, text in FILES:
        (tmp_path / file).write_text(textwrap.dedent(text), encoding="utf-8")
    return load_layers([Layer(tmp_path, "rules")])


def test_dutch_folder_of_the_documentation_reads_its_examples(dutch: Rulebooks) -> None:
    found = list(trials(dutch))
    assert len(found) == 7
    assert {trial.id: trial.run() for trial in found if trial.run()} == {}


def test_documented_word_classes_are_those_that_the_code_asks_for() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src" / "claimscan" / "claims").glob("*.py")))
    asked = {name for single, several in ASKED.findall(code) for name in (single, *re.findall(r"[a-z_]+", several)) if name}
    documented = set(re.findall(r"^\| `([a-z_]+)` \|", PAGE, re.MULTILINE))
    assert asked <= documented
    assert {name for name in documented if f'"{name}"' not in code} == set()
