import os
from pathlib import Path

import pytest

from claimscan.rulebook import cache, load_rulebooks
from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import Layer, built_in

needs_posix = pytest.mark.skipif(not hasattr(os, "getuid"), reason="copies are kept only where files have owners")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cache"
    monkeypatch.setenv("CLAIMSCAN_CACHE", str(path))
    return path


def copies(folder: Path) -> list[Path]:
    return sorted(folder.glob("rulebooks-*.pickle"))


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that rules are compiled."""
    calls: list[int] = []

    def counting(layers):
        calls.append(1)
        return load_layers(layers)

    monkeypatch.setattr("claimscan.rulebook.load.load_layers", counting)
    return calls


@needs_posix
def test_a_second_run_compiles_nothing(folder: Path, compiled: list[int]) -> None:
    first, second = load_rulebooks(), load_rulebooks()
    assert len(compiled) == 1
    assert first.digest == second.digest
    assert [rule.id for rule in first.languages["en"].claims] == [rule.id for rule in second.languages["en"].claims]


@needs_posix
def test_changed_rules_are_compiled_anew(folder: Path, compiled: list[int], tmp_path: Path) -> None:
    overlay = tmp_path / "mine" / "names"
    overlay.mkdir(parents=True)
    file = overlay / "vendors.yml"
    file.write_text("schema: 1\nvendors:\n- {name: Lumo AI, kind: lab}\n", encoding="utf-8")
    load_rulebooks([tmp_path / "mine"])
    file.write_text("schema: 1\nvendors:\n- {name: Lumo Labs, kind: lab}\n", encoding="utf-8")
    load_rulebooks([tmp_path / "mine"])
    assert len(compiled) == 2


@needs_posix
@pytest.mark.parametrize("spoil", ["truncated", "open to others", "a link"])
def test_a_copy_that_cannot_be_trusted_is_not_read(folder: Path, compiled: list[int], spoil: str, tmp_path: Path) -> None:
    load_rulebooks()
    (copy,) = copies(folder)
    if spoil == "truncated":
        copy.write_bytes(copy.read_bytes()[:100])
    elif spoil == "open to others":
        copy.chmod(0o666)
    else:
        copy.rename(tmp_path / "elsewhere")
        copy.symlink_to(tmp_path / "elsewhere")
    load_rulebooks()
    assert len(compiled) == 2


@needs_posix
def test_a_folder_open_to_others_is_not_used(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)
    load_rulebooks()
    assert copies(folder) == []


def test_off_keeps_nothing(monkeypatch: pytest.MonkeyPatch, compiled: list[int]) -> None:
    monkeypatch.setenv("CLAIMSCAN_CACHE", "off")
    load_rulebooks()
    load_rulebooks()
    assert len(compiled) == 2


@needs_posix
def test_only_the_newest_copies_are_kept(folder: Path) -> None:
    books = load_layers((built_in(),))
    for number in range(6):
        cache.cached((Layer(built_in().root, f"rules{number}"),), lambda: books)
    assert len(copies(folder)) == 4
