"""The annotated corpora beside the project, their scorer, and a digest that tells whether they are still the same."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
LANGUAGES = ("en", "de")
GOLD = ("dev", "dev2")
CORPORA = (*GOLD, "bank")
ALL = "all"
UNSEEN = "unseen"
_ANNOTATIONS = Path(__file__).resolve().parents[1] / "annotations"
_KINDS = ("models", "vendors", "benchmarks")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its annotations in the form of the gold files."""

    gold: dict[str, Any]
    text: str

    @property
    def id(self) -> str:
        """The name of the text."""
        return str(self.gold["id"])

    @property
    def language(self) -> str:
        """The language in which it is annotated."""
        return str(self.gold["lang"])

    @property
    def is_trap(self) -> bool:
        """Whether nothing at all is claimed in it."""
        return not self.gold["claims"]


def files_of(corpus: str) -> tuple[Path, ...]:
    """The files of a corpus, sorted; none where the corpus is not there."""
    if corpus == ALL:
        return tuple(path for each in CORPORA for path in files_of(each))
    if corpus == UNSEEN:
        return tuple(sorted(_ANNOTATIONS.glob("*.json"))) if (SHARED / "ner").is_dir() else ()
    if corpus == "bank":
        return tuple(sorted((SHARED / "bank").glob("*-open.jsonl")))
    folder = SHARED / "gold" / corpus
    return tuple(sorted((*folder.glob("*.json"), *folder.glob("*.txt"))))


def is_there(corpus: str) -> bool:
    """Whether the corpus and its scorer lie beside the project."""
    return bool(files_of(corpus)) and (SHARED / "gold" / "score.py").is_file()


@cache
def digest(corpus: str) -> str:
    """The SHA-256 over names and bytes of a corpus's files."""
    found = hashlib.sha256()
    for path in files_of(corpus):
        found.update(path.name.encode())
        found.update(path.read_bytes())
    return found.hexdigest()


@cache
def texts(corpus: str, language: str) -> tuple[Annotated, ...]:
    """The annotated texts of one language, sorted by id."""
    if corpus == "bank":
        return tuple(_bank(language))
    read = _unseen() if corpus == UNSEEN else _folder(SHARED / "gold" / corpus)
    return tuple(each for each in read if each.language == language)


def _folder(folder: Path) -> Iterator[Annotated]:
    for path in sorted(folder.glob("*.json")):
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
            yield Annotated(json.loads(path.read_text(encoding="utf-8")), file.read())


def _unseen() -> Iterator[Annotated]:
    """Passages whose annotations are kept in the project, and whose texts are not."""
    for path in files_of(UNSEEN):
        gold = json.loads(path.read_text(encoding="utf-8"))
        with (SHARED / gold["file"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        if hashlib.sha256(text.encode()).hexdigest() == gold["sha256"]:
            yield Annotated(gold, text)


def _bank(language: str) -> Iterator[Annotated]:
    path = SHARED / "bank" / f"{language}-open.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        named = {kind: [{"name": name, "aliases": [name], "vendor": None} for name in item[kind]] for kind in _KINDS}
        claims = [{"start": 0, "end": len(item["text"]), **claim} for claim in item["claims"]]
        yield Annotated({**item, **named, "claims": claims, "dates": []}, item["text"])


@cache
def scorer() -> ModuleType:
    """The module that scores predictions against gold annotations."""
    path = SHARED / "gold" / "score.py"
    spec = importlib.util.spec_from_file_location("gold_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
