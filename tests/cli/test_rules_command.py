import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimscan.cli.app import run
from claimscan.errors import ExitCode

BROKEN = """\
schema: 1
rules:
  - id: aro
    relation: outperforms
    patern: "{subject} outaros {object}"
"""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "en").mkdir(parents=True)
    (folder / "en" / "claims.yml").write_text(BROKEN, encoding="utf-8")
    return folder


def test_the_built_in_rules_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "check"]) == ExitCode.OK
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "are sound (de, en)" in streams.err


@pytest.mark.parametrize("arguments", [["rules", "check", "{rules}"], ["extract", "--rules", "{rules}", "{file}"]])
def test_broken_rules_are_told_with_every_place_before_anything_is_read(
    broken: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    path = broken.parent / "a.txt"
    path.write_text("Aro beats Bex.", encoding="utf-8")
    assert run([argument.format(rules=broken, file=path) for argument in arguments]) == ExitCode.BAD_RULES
    streams = capsys.readouterr()
    lines = streams.err.splitlines()
    assert streams.out == ""
    assert f"{broken}/en/claims.yml:5:5: unknown key 'patern', did you mean 'pattern'?" in lines
    assert len(lines) > 1
    assert all(line.startswith(f"{broken}/en/claims.yml:") for line in lines)


def test_a_rule_whose_example_is_wrong_fails_the_test(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "claims.yml").write_text(
        "schema: 1\nrules:\n  - id: outaros\n    relation: outperforms\n    pattern: '{subject} outaros {object}'\n"
        "    examples: ['{object:Aro} outaros {subject:Bex}.']\n    counterexamples: ['{Aro} sleeps.']\n",
        encoding="utf-8",
    )
    assert run(["rules", "test", str(tmp_path)]) == ExitCode.SOME_FAILED
    assert "claims.yml:6" in capsys.readouterr().out


def test_rules_are_listed_with_place_id_and_pattern(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list"]) == ExitCode.OK
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert {len(row) for row in rows} == {3}
    assert any(row[1].startswith("de/") and "{subject}" in row[2] for row in rows)


@pytest.mark.parametrize("command", [["schema"], ["rules", "schema"]])
def test_schemas_are_printed(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    assert run(command) == ExitCode.OK
    Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))
