"""The schema for editors agrees with what the readers take and refuse."""

from pathlib import Path
from typing import ClassVar

import jsonschema
import pytest
import yaml

from claimscan.rulebook.overlay import built_in
from claimscan.rulebook.schema import rule_schemas, rules_schema

TESTS = Path(__file__).parent.parent
FOLDERS = (built_in().root, TESTS / "toy_language")
FILES = sorted(path for folder in FOLDERS for path in folder.glob("??/*.yml") if path.name in rule_schemas())


class EditorLoader(yaml.CSafeLoader):
    """YAML as editors read it: only true and false are truth values."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tfTF"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def parsed(path: Path) -> object:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=EditorLoader)  # noqa: S506


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-2:]))
def test_rule_file_that_loads_fits_its_schema(path: Path) -> None:
    jsonschema.validate(parsed(path), rule_schemas()[path.name])


@pytest.mark.parametrize(
    "path", sorted(path for folder in FOLDERS for path in folder.glob("*/*.yml")), ids=lambda path: "/".join(path.parts[-2:])
)
def test_any_file_that_loads_fits_the_schema_of_all(path: Path) -> None:
    jsonschema.validate(parsed(path), rules_schema())


@pytest.mark.parametrize(
    "broken",
    [
        "aspects-bad-kind",
        "claims-bad-values",
        "claims-unknown-key",
        "claims-without-examples",
        "claims-wrong-schema",
        "cues-changes-nothing",
        "discourse-bad-values",
        "language-wrong-code",
    ],
)
def test_schema_sees_wrong_keys_and_values(broken: str) -> None:
    file = f"{broken.split('-')[0]}.yml"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(parsed(TESTS / "bad_rules" / f"{broken}.yml"), rule_schemas()[file])


@pytest.mark.parametrize("name", sorted(rule_schemas()))
def test_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(rule_schemas()[name])
    jsonschema.Draft202012Validator.check_schema(rules_schema())


@pytest.mark.parametrize("name", sorted(rule_schemas()))
def test_every_key_is_described(name: str) -> None:
    assert undescribed(rule_schemas()[name]) == []


def undescribed(schema: object, key: str = "") -> list[str]:
    """The keys in a schema that stand there without a word about their value."""
    if isinstance(schema, list):
        return [found for item in schema for found in undescribed(item, key)]
    if not isinstance(schema, dict):
        return []
    below = [found for name, value in schema.get("properties", {}).items() for found in undescribed(value, name) + [name] * (value == {})]
    return below + [found for name in ("items", "anyOf", "$defs") for found in undescribed(schema.get(name), name)]
