"""The catalogue's files: what they may say, how mistakes are told, and how folders are laid over each other."""

from pathlib import Path

import pytest

from claimscan.find.names import find_names
from claimscan.model import Kind
from claimscan.rulebook.catalogue import Catalogue, load_catalogue
from claimscan.rulebook.located import Problems

BASE = """\
schema: 1
variants: [Max, mini]
tunings: [Chat]
models:
  - {name: Aro, vendor: Arolab, join: "-", mark: V, variants: [Fast Lane], alone: [Zest]}
  - {name: Bolt, context: true, aliases: [Boltz AI], never: [Bolt action]}
"""


def write(root: Path, **files: str) -> Path:
    """A rules folder with these files in its `names`."""
    (root / "names").mkdir(parents=True)
    for name, text in files.items():
        (root / "names" / f"{name}.yml").write_text(text, encoding="utf-8")
    return root


def load(*roots: Path) -> tuple[Catalogue, list[str]]:
    """The catalogue of these folders, and its problems as messages."""
    problems = Problems()
    catalogue = load_catalogue([(root, root.name) for root in roots], problems)
    return catalogue, [str(problem) for problem in problems]


def found(text: str, catalogue: Catalogue) -> list[str]:
    return [mention.name.name for mention in find_names(text, catalogue)]


def test_a_family_is_read_with_its_grammar(tmp_path: Path) -> None:
    catalogue, problems = load(write(tmp_path / "a", models=BASE))
    assert problems == []
    text = "Aro 3 mini, Aro-V3-Mini, aro v3 chat 7B, Aro Fast Lane and Zest 2"
    assert found(text, catalogue) == ["Aro-V3-mini", "Aro-V3-mini", "Aro-V3-7B-Chat", "Aro-Fast Lane", "Aro-V2-Zest"]


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("schema: 1\nmodels:\n  - {name: A, vendour: B}\n", "a/names/models.yml:3:15: unknown key 'vendour', did you mean 'vendor'?"),
        ("schema: 1\nmodels:\n  - {vendor: B}\n", "a/names/models.yml:3:5: key 'name' is missing"),
        ("schema: 1\nmodels:\n  - {name: A}\n  - {name: A}\n", "a/names/models.yml:4:12: 'A' stands here twice (first in line 3)"),
        ("schema: 1\nmodels:\n  - {name: A, join: +}\n", 'a/names/models.yml:3:21: \'join\' must be "", " ", "-" or "."'),
        (
            "schema: 1\nmodels:\n  - {name: A, context: nearby}\n",
            "a/names/models.yml:3:24: 'context' cannot be 'nearby', did you mean 'near'?",
        ),
        (
            "schema: 1\nmodels:\n  - {name: A, order: last}\n",
            "a/names/models.yml:3:22: 'order' must be 'variant-first' or 'variant-first from' a version",
        ),
        ("schema: 1\nmodels:\n  - {name: A, year: soon}\n", "a/names/models.yml:3:21: 'year' must be a number from 1950 to 2100"),
        ("schema: 1\nmodels:\n  - {name: A, exact: yes}\n", "a/names/models.yml:3:22: 'exact' must be true or false"),
        ("schema: 1\nmodels:\n  - just words\n", "a/names/models.yml:3:5: expected family as keys with values"),
        ("models: []\n", "a/names/models.yml:1:1: key 'schema' is missing"),
        ("schema: 1\ndisable: [Aroo]\nmodels: []\n", "a/names/models.yml:2:11: no family 'Aroo' to disable"),
    ],
)
def test_a_mistake_is_told_with_its_place(yaml: str, message: str, tmp_path: Path) -> None:
    _, problems = load(write(tmp_path / "a", models=yaml))
    assert message in problems


@pytest.mark.parametrize("key", ["vendors", "benchmarks", "organisations"])
def test_the_other_lists_are_checked_alike(key: str, tmp_path: Path) -> None:
    text = f"schema: 1\n{key}:\n  - {{name: A, alias: [B]}}\n"
    _, problems = load(write(tmp_path / "a", **{key: text}))
    assert problems == [f"a/names/{key}.yml:3:15: unknown key 'alias', did you mean 'aliases'?"]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    _, problems = load(write(tmp_path / "a", models="schema: 1\nmodels:\n  - {nam: A}\n", vendors="schema: 2\nvendors: []\n"))
    assert len(problems) == 3


def test_a_folder_of_its_own_adds_changes_and_extends(tmp_path: Path) -> None:
    over = "schema: 1\nmodels:\n  - {name: Aro, vendor: Newlab, aliases: [Arro]}\n  - {name: Cyan}\n"
    vendors = "schema: 1\nvendors:\n  - {name: Newlab, kind: lab}\n"
    catalogue, problems = load(write(tmp_path / "a", models=BASE), write(tmp_path / "b", models=over, vendors=vendors))
    assert problems == []
    mentions = find_names("Newlab: Arro 2, Aro 2 and Cyan 2", catalogue)
    assert [(m.name.name, m.name.vendor) for m in mentions] == [
        ("Newlab", None),
        ("Aro-V2", "Newlab"),
        ("Aro-V2", "Newlab"),
        ("Cyan 2", None),
    ]


def test_a_folder_of_its_own_takes_names_away(tmp_path: Path) -> None:
    catalogue, problems = load(write(tmp_path / "a", models=BASE), write(tmp_path / "b", models="schema: 1\ndisable: [Aro]\nmodels: []\n"))
    assert problems == []
    assert "Aro" not in catalogue.families


def test_a_folder_without_names_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    catalogue, problems = load(write(tmp_path / "a", models=BASE), tmp_path / "b")
    assert problems == []
    assert list(catalogue.families) == ["Aro", "Bolt"]


def test_no_folder_at_all_gives_a_catalogue_that_knows_nothing() -> None:
    catalogue, problems = load()
    assert problems == []
    assert found("Aro 2 and GPT-4", catalogue) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bolt ran.", []),
        ("Boltz AI ran.", ["Bolt"]),
        ("Bolt 2 ran.", ["Bolt 2"]),
        ("Bolt beats Aro 2.", ["Bolt", "Aro-V2"]),
        ("Bolt action beats Aro 2.", ["Aro-V2"]),
    ],
)
def test_a_common_word_counts_in_company_and_never_in_some_phrases(text: str, expected: list[str], tmp_path: Path) -> None:
    catalogue, _ = load(write(tmp_path / "a", models=BASE))
    assert found(text, catalogue) == expected


def test_a_name_may_be_a_vendor_and_a_benchmark_at_once(tmp_path: Path) -> None:
    vendors = "schema: 1\nvendors:\n  - {name: Gauge, kind: lab}\n"
    benchmarks = "schema: 1\nbenchmarks:\n  - {name: Gauge Board, versions: true, case: true}\n"
    catalogue, problems = load(write(tmp_path / "a", vendors=vendors, benchmarks=benchmarks))
    assert problems == []
    assert [(m.name.kind, m.name.name) for m in find_names("Gauge runs Gauge Board 2025, not gauge board.", catalogue)] == [
        (Kind.VENDOR, "Gauge"),
        (Kind.BENCHMARK, "Gauge Board"),
        (Kind.VENDOR, "Gauge"),
    ]
