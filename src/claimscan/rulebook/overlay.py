"""Rule folders laid over one another: which files there are, in order of layers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from claimscan.rulebook.located import Problems, did_you_mean
from claimscan.rulebook.rules import Place

NAMES_FOLDER = "names"
DIGEST_LENGTH = 12
LANGUAGE_FILES = ("language.yml", "claims.yml", "cues.yml", "discourse.yml", "aspects.yml", "results.yml", "dates.yml")
NAME_FILES = ("models.yml", "vendors.yml", "benchmarks.yml", "organisations.yml", "shapes.yml")

_CODE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Layer:
    """A rules folder; `shown` is its path as messages give it."""

    root: Path
    shown: str

    def folders(self) -> Iterator[Path]:
        """The folders in it, by name, hidden ones left out."""
        if self.root.is_dir():
            yield from sorted(path for path in self.root.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))

    def languages(self) -> tuple[str, ...]:
        """The codes of the languages it speaks of."""
        return tuple(folder.name for folder in self.folders() if folder.name != NAMES_FOLDER)

    def show(self, path: Path) -> str:
        """A path in this layer as messages give it."""
        return f"{self.shown}/{path.relative_to(self.root).as_posix()}"


def built_in() -> Layer:
    """The rules that come with the program: in the package, else at the top of the source tree."""
    packed = Path(str(resources.files("claimscan"))) / "rules"
    return Layer(packed if packed.is_dir() else Path(__file__).resolve().parents[3] / "rules", "rules")


def check_layout(layer: Layer, problems: Problems) -> None:
    """Note folders and files that nothing would read."""
    if not layer.root.is_dir():
        problems.add(Place(layer.shown, 1, 1), "no such folder")
        return
    folders = tuple(layer.folders())
    if not folders:
        problems.add(Place(layer.shown, 1, 1), "no rules here; expected a folder 'names' or one named by a language code ('en')")
    for stray in sorted((*layer.root.glob("*.yml"), *layer.root.glob("*.yaml"))):
        problems.add(Place(layer.show(stray), 1, 1), "rule files stand in a folder 'names' or one named by a language code ('en')")
    for folder in folders:
        known_files = NAME_FILES if folder.name == NAMES_FOLDER else LANGUAGE_FILES
        if folder.name != NAMES_FOLDER and not _CODE.fullmatch(folder.name):
            problems.add(Place(layer.show(folder), 1, 1), f"'{folder.name}' is no language code of two or three small letters")
        for path in _yaml_files(folder):
            if path.name not in known_files:
                meant = did_you_mean(path.name, known_files) or "; one of " + ", ".join(known_files)
                problems.add(Place(layer.show(path), 1, 1), f"unknown file '{path.name}'{meant}")


def digest(layers: Sequence[Layer]) -> str:
    """The fingerprint of all rule files, shortened for people."""
    return fingerprint(layers)[:DIGEST_LENGTH]


def fingerprint(layers: Sequence[Layer]) -> str:
    """A SHA-256 over the names and bytes of all rule files, in hexadecimal digits."""
    sha = hashlib.sha256()
    for number, layer in enumerate(layers):
        for folder in layer.folders():
            for path in _yaml_files(folder):
                data = path.read_bytes() if path.is_file() else b""
                sha.update(f"{number}/{folder.name}/{path.name}/{len(data)}\n".encode())
                sha.update(data)
    return sha.hexdigest()


def _yaml_files(folder: Path) -> list[Path]:
    return sorted((*folder.glob("*.yml"), *folder.glob("*.yaml")))
