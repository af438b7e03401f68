"""The YAML in docs/rules.md loads, and its examples are read as they say."""

import re
from pathlib import Path

import pytest

from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import Layer, built_in
from claimscan.trial import trials

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
BLOCKS = re.findall(r"```yaml\n# my-rules/(\S+)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
WALKTHROUGH = "wanted nothing of en/my-mogs"


@pytest.mark.parametrize(("file", "text"), BLOCKS, ids=range(len(BLOCKS)))
def test_rules_in_the_documentation_load_and_read_their_examples(file: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    own = [
        trial for trial in trials(load_layers([built_in(), Layer(tmp_path, "my-rules")])) if trial.rule.place.path.startswith("my-rules/")
    ]
    wrong = {trial.id: told for trial in own if (told := trial.run()) and not told.startswith(WALKTHROUGH)}
    assert wrong == {}


def test_walkthrough_shows_a_counterexample_that_is_read(tmp_path: Path) -> None:
    file, text = BLOCKS[0]
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    told = [trial.run() for trial in trials(load_layers([built_in(), Layer(tmp_path, "my-rules")])) if trial.rule.id == "my-mogs"]
    assert [message and message.startswith(WALKTHROUGH) for message in told] == [None, True, None]
