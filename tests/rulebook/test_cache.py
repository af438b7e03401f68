import io
import os
import pickle
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimscan.rulebook import Rulebooks, cache
from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import Layer, built_in

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="copies are kept only where files have owners")
needs_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
NOBODY = 65534
TOY = Layer(Path(__file__).parent.parent / "toy_language", "toy_language")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "way" / "cache"
    monkeypatch.setenv("CLAIMSCAN_CACHE", str(path))
    return path


def copies(folder: Path) -> list[Path]:
    return sorted(folder.glob("rulebooks-*.pickle"))


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Rulebooks:
    """Rules, compiled, with a name that they know."""
    file = tmp_path_factory.mktemp("rules") / "names" / "vendors.yml"
    file.parent.mkdir()
    file.write_text("schema: 1\nvendors:\n- {name: Lumo Labs, kind: lab}\n", encoding="utf-8")
    return load_layers((TOY, Layer(file.parent.parent, "rules")))


class Run:
    """Starts that need these rules; `compiled` counts those that found no copy."""

    def __init__(self, books: Rulebooks) -> None:
        self.compiled = 0
        self._books = books

    def __call__(self) -> Rulebooks:
        found = cache.cached((TOY,), self._compile)
        assert found.digest == self._books.digest
        return found

    def _compile(self) -> Rulebooks:
        self.compiled += 1
        return self._books


@pytest.fixture
def run(books: Rulebooks) -> Run:
    return Run(books)


def names(books: Rulebooks) -> list[str]:
    """The names that are found in a text."""
    found = books.catalogue.index.find("lumo labs kaj lumolabs, openai")
    return [spelling.plain for _, _, spellings in found for spelling in spellings]


def test_a_second_run_compiles_nothing(folder: Path, run: Run) -> None:
    first, second = run(), run()
    assert run.compiled == 1
    assert second is not first
    assert second.languages["eo"].claims == first.languages["eo"].claims
    assert names(second) == names(first) != []


def test_folder_and_copy_are_open_to_nobody_else(folder: Path, run: Run) -> None:
    before = os.umask(0)
    try:
        run()
    finally:
        os.umask(before)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder.parent, folder, *folder.iterdir())]
    assert modes == [0o700, 0o700, 0o600]


def test_changed_rules_are_compiled_anew(folder: Path, books: Rulebooks, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "names" / "vendors.yml"
    file.parent.mkdir(parents=True)
    layers = (Layer(tmp_path / "mine", "mine"),)
    file.write_text("schema: 1\nvendors:\n- {name: Lumo AI, kind: lab}\n", encoding="utf-8")
    cache.cached(layers, lambda: books)
    file.write_text("schema: 1\nvendors:\n- {name: Lumo Labs, kind: lab}\n", encoding="utf-8")
    cache.cached(layers, lambda: books)
    assert len(copies(folder)) == 2


@pytest.mark.parametrize("other", ["Python", "program"])
def test_a_copy_of_another_version_is_not_read(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, other: str) -> None:
    run()
    if other == "Python":
        monkeypatch.setattr(sys, "version", "3.99.0")
    else:
        monkeypatch.setattr(cache, "_code", lambda: "other code")
    run()
    assert (run.compiled, len(copies(folder))) == (2, 2)


class Harm:
    """An object that makes a folder when it is read from a pickle."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.path),)


def harmful(copy: Path, content: object) -> None:
    """Put a pickle of something else under a head that is right."""
    key = copy.stem.partition("-")[2]
    written = pickle.dumps(content)
    copy.write_bytes(cache._head(key, written) + written)


def moved(copy: Path, link: Callable[[Path, Path], None]) -> None:
    elsewhere = copy.parent / "elsewhere"
    copy.rename(elsewhere)
    link(copy, elsewhere)


SPOILS: dict[str, Callable[[Path], object]] = {
    "empty": lambda copy: copy.write_bytes(b""),
    "truncated": lambda copy: copy.write_bytes(copy.read_bytes()[:-100]),
    "damaged": lambda copy: copy.write_bytes(copy.read_bytes()[:-9] + b"x" + copy.read_bytes()[-8:]),
    "of other rules": lambda copy: copy.write_bytes(copy.read_bytes().replace(copy.stem.partition("-")[2].encode(), b"0" * 32, 1)),
    "no rules": lambda copy: harmful(copy, "rules"),
    "harmful": lambda copy: harmful(copy, Harm(copy.parent / "harm")),
    "writable by the group": lambda copy: copy.chmod(0o620),
    "writable by all": lambda copy: copy.chmod(0o602),
    "a link": lambda copy: moved(copy, Path.symlink_to),
    "a folder": lambda copy: (copy.unlink(), copy.mkdir()),
    "a pipe": lambda copy: (copy.unlink(), os.mkfifo(copy)),
    "somebody else's": lambda copy: os.chown(copy, NOBODY, NOBODY),
}


@pytest.mark.parametrize("spoil", [pytest.param(name, marks=needs_root if name == "somebody else's" else ()) for name in SPOILS])
def test_a_copy_that_cannot_be_trusted_is_not_read(folder: Path, run: Run, spoil: str, capfd: pytest.CaptureFixture[str]) -> None:
    run()
    (copy,) = copies(folder)
    SPOILS[spoil](copy)
    run()
    assert run.compiled == 2
    assert not (folder / "harm").exists()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("spoil", ["empty", "truncated", "writable by all", "a link"])
def test_a_copy_that_was_spoiled_is_replaced(folder: Path, run: Run, spoil: str) -> None:
    run()
    SPOILS[spoil](copies(folder)[0])
    run()
    run()
    assert run.compiled == 2


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("builtins", "eval"),
        ("claimscan.rulebook.cache", "pickle.loads"),
        ("claimscan.rulebook.cache", "import_module"),
        ("claimscan.rulebook.load", "load_rulebooks"),
        ("claimscan.rulebook.load", "Path"),
        ("claimscan.rulebook.located", "Problems"),
        ("claimscan.cli.app", "run"),
    ],
)
def test_only_classes_of_rules_come_out_of_a_copy(module: str, name: str) -> None:
    with pytest.raises(pickle.UnpicklingError, match="is no class of rules"):
        cache._Rules(io.BytesIO()).find_class(module, name)


FOLDERS: dict[str, Callable[[Path], object]] = {
    "writable by the group": lambda folder: folder.chmod(0o770),
    "writable by all": lambda folder: folder.chmod(0o777),
    "writable by all, sticky": lambda folder: folder.chmod(0o1777),
    "a link": lambda folder: (folder.rename(folder.parent / "real"), folder.symlink_to(folder.parent / "real")),
    "a file": lambda folder: (folder.rmdir(), folder.write_text("")),
    "somebody else's": lambda folder: os.chown(folder, NOBODY, NOBODY),
    "below one writable by the group": lambda folder: folder.parent.chmod(0o770),
    "below one writable by all": lambda folder: folder.parent.chmod(0o777),
    "below one of somebody else": lambda folder: os.chown(folder.parent, NOBODY, NOBODY),
}


@pytest.mark.parametrize("spoil", [pytest.param(name, marks=needs_root if "somebody" in name else ()) for name in FOLDERS])
def test_a_folder_that_others_can_write_to_or_exchange_is_not_used(
    folder: Path, run: Run, spoil: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder.mkdir(parents=True)
    FOLDERS[spoil](folder)
    run()
    assert copies(folder) == []
    assert capfd.readouterr() == ("", "")


def test_a_link_on_the_way_leads_to_no_folder_that_others_can_exchange(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "open" / "real").mkdir(parents=True)
    (tmp_path / "open").chmod(0o777)
    (tmp_path / "way").symlink_to(tmp_path / "open" / "real")
    monkeypatch.setenv("CLAIMSCAN_CACHE", str(tmp_path / "way" / "cache"))
    run()
    assert list((tmp_path / "open").rglob("*.pickle")) == []


def test_a_folder_below_one_that_is_sticky_or_linked_to_is_used(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sticky" / "own").mkdir(parents=True)
    (tmp_path / "sticky").chmod(0o1777)
    (tmp_path / "way").symlink_to(tmp_path / "sticky" / "own")
    monkeypatch.setenv("CLAIMSCAN_CACHE", str(tmp_path / "way" / "cache"))
    run()
    assert len(copies(tmp_path / "sticky" / "own" / "cache")) == 1


@pytest.mark.parametrize(
    ("variables", "place"),
    [
        ({"XDG_CACHE_HOME": "{here}/xdg", "HOME": "{here}/home"}, "xdg/claimscan"),
        ({"HOME": "{here}/home"}, "home/.cache/claimscan"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "{here}/home"}, None),
        ({"HOME": "/proc"}, None),
    ],
)
def test_where_copies_are_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], place: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMSCAN_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value.format(here=tmp_path))
    run()
    assert [path.parent.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.pickle")] == ([place] if place else [])


def test_what_a_killed_run_left_is_cleared_away(folder: Path, run: Run) -> None:
    folder.mkdir(parents=True, mode=0o700)
    (folder / ".unfinished-abc").write_bytes(b"half")
    run()
    assert [path.suffix for path in folder.iterdir()] == [".pickle"]


def test_off_keeps_nothing(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setenv("CLAIMSCAN_CACHE", "off")
    run()
    run()
    assert run.compiled == 2


def test_only_the_newest_copies_are_kept(folder: Path, books: Rulebooks) -> None:
    for number in range(6):
        cache.cached((Layer(TOY.root, f"rules{number}"),), lambda: books)
    assert len(copies(folder)) == 4


def test_the_built_in_rules_can_be_kept() -> None:
    books = load_layers((built_in(),))
    found = cache._unpacked("key", cache._packed("key", books))
    assert found is not None
    assert names(found) == names(books)
    assert found.languages["de"].claims == books.languages["de"].claims
