"""The annotated passages: read, split by repository, and told again with other names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from grammar import Entity
from names import Namer
from words import disturb

FOLDERS = ("en", "de", "de-written")


@dataclass(frozen=True, slots=True)
class Passage:
    """One annotated text; `source` is its repository, or the folder of written ones."""

    id: str
    language: str
    source: str
    text: str
    entities: tuple[Entity, ...]

    @property
    def written(self) -> bool:
        """Whether it was written for the corpus."""
        return self.source == "de-written"


def read_passages(corpus: Path) -> tuple[Passage, ...]:
    """All passages of the corpus, in the order of folders and numbers."""
    return tuple(_read(path, folder) for folder in FOLDERS for path in sorted((corpus / folder).glob("*.json")))


def _read(path: Path, folder: str) -> Passage:
    """One passage with its entities in order of place."""
    data = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    entities = tuple(sorted((start, end, label) for start, end, label in data["entities"]))
    source = (data.get("source") or {}).get("repo") or folder if folder != "de-written" else folder
    return Passage(f"{folder}/{path.stem}", folder[:2], source, text, entities)


def split(passages: Iterable[Passage], held: Mapping[str, object]) -> tuple[list[Passage], list[Passage]]:
    """Passages to train on and passages to test on; share-alike ones are in neither."""
    train: list[Passage] = []
    test: list[Passage] = []
    for passage in passages:
        if passage.source in held["share_alike"]:
            continue
        number = int(passage.id.rsplit("/", 1)[-1])
        is_test = number % held["every"] == 0 if passage.written else passage.source in held[passage.language]
        (test if is_test else train).append(passage)
    return train, test


def names_in(passages: Iterable[Passage]) -> dict[str, list[str]]:
    """The names in the passages by label, each once, in order of first mention."""
    found: dict[str, dict[str, None]] = {}
    for passage in passages:
        for start, end, label in passage.entities:
            name = " ".join(passage.text[start:end].split())
            found.setdefault(label, {})[name] = None
    return {label: list(names) for label, names in found.items()}


def retell(passage: Passage, namer: Namer, share: float) -> tuple[str, list[Entity]]:
    """The passage with about `share` of its names exchanged for others of their kind, each always for the same.

    Some of its other capitalised words are exchanged, too.
    """
    exchanged: dict[tuple[str, str], str] = {}
    text, entities, last = "", [], 0
    strange = namer.rng.choice((0.0, 0.1, 0.35))
    for start, end, label in passage.entities:
        old = passage.text[start:end]
        key = (label, old)
        if key not in exchanged:
            exchanged[key] = _other(old, label, namer) if namer.chance(share) else old
        text += disturb(passage.text[last:start], namer.rng, passage.language, strange)
        entities.append((len(text), len(text) + len(exchanged[key]), label))
        text += exchanged[key]
        last = end
    return text + disturb(passage.text[last:], namer.rng, passage.language, strange), entities


def _other(old: str, label: str, namer: Namer) -> str:
    """Another name of the label: as long as the old one where that is quickly found."""
    tries: Sequence[str] = [_name(label, old, namer) for _ in range(4)]
    return min(tries, key=lambda new: (_unlike(old, new), tries.index(new)))


def _name(label: str, old: str, namer: Namer) -> str:
    if label == "MODEL":
        return namer.model().full
    if label == "VENDOR":
        return namer.vendor().full
    if label == "BENCHMARK":
        return namer.benchmark().full
    if label == "PERSON":
        person = namer.person()
        return person.full if " " in old else person.short
    return namer.organisation("").full


def _unlike(old: str, new: str) -> int:
    """How far two names differ in number of words and in having digits."""
    digits = (re.search(r"\d", old) is None) != (re.search(r"\d", new) is None)
    return abs(len(old.split()) - len(new.split())) + 2 * digits
