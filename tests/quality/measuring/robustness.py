"""How many claims are still read when a text is written in another way."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claimscan.model import Document
from claimscan.record import record_values
from measuring.reading import extractor
from measuring.sentences import items
from measuring.typography import rewrites

ROOT = Path(__file__).resolve().parents[3]
SEEDS = {"en": ("000", "002"), "de": ("001", "003")}
_SPELLED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}

Told = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """The claims of plain texts, how many of them are read in the texts as rewritten, and how many others."""

    claims: int
    kept: int
    new: int

    @property
    def share(self) -> float:
        """The share of the claims that is kept."""
        return self.kept / self.claims

    def __add__(self, other: Kept) -> Kept:
        return Kept(self.claims + other.claims, self.kept + other.kept, self.new + other.new)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it is plainly written, the names in it, and what is claimed in it."""

    id: str
    text: str
    names: tuple[str, ...]
    told: Counter[Told]


@dataclass(frozen=True, slots=True)
class Difference:
    """A text as rewritten, and the claims that it lost and gained."""

    id: str
    text: str
    lost: tuple[Told, ...]
    gained: tuple[Told, ...]

    def __str__(self) -> str:
        rows = [*(f"    lost:   {' | '.join(each)}" for each in self.lost), *(f"    gained: {' | '.join(each)}" for each in self.gained)]
        return "\n".join([f"{self.id}: {self.text if len(self.text) < 600 else ''}", *rows])


@cache
def plain_texts(language: str) -> tuple[Plain, ...]:
    """The project's own sentences and the seed articles of a language, read as they are."""
    return tuple(_plain(identity, text, names, language) for identity, text, names in _texts(language))


@cache
def sample(language: str) -> tuple[Plain, ...]:
    """Every fourth of the own sentences that claim something: enough for a test of every way to write."""
    claiming = [(item["id"], item["text"], _names(item)) for item in items(language) if item["claims"]]
    return tuple(_plain(identity, text, names, language) for identity, text, names in claiming[::4])


def kept(language: str, name: str, texts: Iterable[Plain] | None = None) -> Kept:
    """The claims kept by one way to write, of these texts or of all."""
    read = _rewritten(language, name, plain_texts(language) if texts is None else texts)
    return sum((Kept(each.told.total(), (each.told & told).total(), (told - each.told).total()) for each, _, told in read), Kept(0, 0, 0))


def differences(language: str, name: str) -> tuple[Difference, ...]:
    """The texts in which one way to write changes the claims."""
    return tuple(
        Difference(each.id, text, tuple((each.told - told).elements()), tuple((told - each.told).elements()))
        for each, text, told in _rewritten(language, name, plain_texts(language))
        if told != each.told
    )


def _rewritten(language: str, name: str, texts: Iterable[Plain]) -> Iterator[tuple[Plain, str, Counter[Told]]]:
    rewrite = rewrites(language)[name]
    for each in texts:
        text = rewrite(each.text, each.names)
        yield each, text, each.told if text == each.text else _told(_read(each.id, text, language))


def _texts(language: str) -> Iterator[tuple[str, str, tuple[str, ...] | None]]:
    for item in items(language):
        yield item["id"], item["text"], _names(item)
    for number in SEEDS[language]:
        path = next((ROOT / "seeds").glob(f"{number}_*.txt"))
        yield path.stem, path.read_text(encoding="utf-8"), None


def _names(item: dict[str, Any]) -> tuple[str, ...]:
    return (*item["names"]["models"], *item["names"]["vendors"])


def _plain(identity: str, text: str, names: tuple[str, ...] | None, language: str) -> Plain:
    record = _read(identity, text, language)
    if names is None:
        named = [mention["text"] for kind in ("models", "vendors") for entity in record[kind] for mention in entity["mentions"]]
        names = tuple(dict.fromkeys(" ".join(name.split()) for name in named))
    return Plain(identity, text, names, _told(record))


def _read(identity: str, text: str, language: str) -> dict[str, Any]:
    return record_values(extractor()(Document(identity, text, language=language)))


def _told(record: dict[str, Any]) -> Counter[Told]:
    """The claims in a form in which spellings of unknown names and of groups are alike."""
    return Counter(
        (
            _form(claim["subject"]), claim["relation"], " ".join(sorted(map(_form, claim["objects"]))),
            _form(claim["generic_object"] or ""), claim["polarity"], claim["stance"], _form(claim["source"] or ""),
        )
        for claim in record["claims"]
    )  # fmt: skip


def _form(name: str) -> str:
    """A name without case, blanks, hyphens and umlauts."""
    letters = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[^\w.+]|_", "", "".join(_SPELLED.get(letter, letter) for letter in letters))


