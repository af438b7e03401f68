"""Broken rule files are refused with every mistake at its place; the wanted messages stand beside them."""

from pathlib import Path

import pytest

from claimscan.errors import RuleError
from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import Layer

BROKEN = sorted((Path(__file__).parent.parent / "bad_rules").glob("*.yml"))


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "language.yml").write_text("schema: 1\nlanguage: en\nname: English\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.stem)
def test_broken_file_is_refused_with_all_its_mistakes(broken: Path, rules: Path) -> None:
    (rules / "en" / f"{broken.stem.split('-')[0]}.yml").write_bytes(broken.read_bytes())
    with pytest.raises(RuleError) as error:
        load_layers([Layer(rules, "rules")])
    assert str(error.value) + "\n" == broken.with_suffix(".expected").read_text(encoding="utf-8")


def test_mistakes_of_all_files_are_told_together(rules: Path) -> None:
    (rules / "en" / "claims.yml").write_text("rules: []\n", encoding="utf-8")
    (rules / "en" / "cues.yml").write_text("schema: 1\ncue: []\n", encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_layers([Layer(rules, "rules")])
    assert [str(problem) for problem in error.value.problems] == [
        "rules/en/claims.yml:1:1: key 'schema' is missing",
        "rules/en/cues.yml:2:1: unknown key 'cue', did you mean 'cues'?",
    ]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("en/claim.yml", "rules/en/claim.yml:1:1: unknown file 'claim.yml', did you mean 'claims.yml'?"),
        ("en/claims.yaml", "rules/en/claims.yaml:1:1: unknown file 'claims.yaml', did you mean 'claims.yml'?"),
        ("names/model.yml", "rules/names/model.yml:1:1: unknown file 'model.yml', did you mean 'models.yml'?"),
        ("claims.yml", "rules/claims.yml:1:1: rule files stand in a folder 'names' or one named by a language code ('en')"),
        ("english/claims.yml", "rules/english:1:1: 'english' is no language code of two or three small letters"),
        ("fr/claims.yml", "rules/fr/language.yml:1:1: language 'fr' needs this file"),
    ],
)
def test_file_that_nothing_would_read_is_told(rules: Path, file: str, message: str) -> None:
    path = rules / file
    path.parent.mkdir(exist_ok=True)
    path.write_text("schema: 1\nrules: []\n", encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_layers([Layer(rules, "rules")])
    assert message in str(error.value).splitlines()


def test_missing_folder_is_told() -> None:
    with pytest.raises(RuleError, match="nowhere:1:1: no such folder"):
        load_layers([Layer(Path("nowhere"), "nowhere")])


def test_folder_without_rules_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no rules here"):
        load_layers([Layer(tmp_path, "mine")])
