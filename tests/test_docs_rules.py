"""The YAML in docs/rules.md loads, and its examples are read as they say."""

import re
from pathlib import Path

import pytest

from claimscan.rulebook.date_notation import NUMERIC
from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import Layer, built_in
from claimscan.trial import trials

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n# my-rules/(\S+)\n(.*?)```", TEXT, re.DOTALL)
WALKTHROUGH = "wanted nothing of en/my-zonks"


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
    told = [trial.run() for trial in trials(load_layers([built_in(), Layer(tmp_path, "my-rules")])) if trial.rule.id == "my-zonks"]
    assert [message and message.startswith(WALKTHROUGH) for message in told] == [None, True, None]


def test_date_rules_in_the_documentation_read_their_examples(tmp_path: Path) -> None:
    (dates,) = re.findall(r"```yaml\n# eo/dates.yml\n(.*?)```", TEXT, re.DOTALL)
    (tmp_path / "eo").mkdir()
    (tmp_path / "eo" / "language.yml").write_text("{schema: 1, language: eo, name: Esperanto}", encoding="utf-8")
    (tmp_path / "eo" / "dates.yml").write_text(dates, encoding="utf-8")
    found = list(trials(load_layers([Layer(tmp_path, "rules")])))
    assert [trial.run() for trial in found] == [None] * 4


def test_documented_slots_of_dates_are_those_that_stand_for_digits() -> None:
    rows = TEXT.split("| in a pattern |")[1].split("| `<part>`")[0]
    assert set(re.findall(r"`{([a-z]+)}`", rows)) - {"month"} == set(NUMERIC)
