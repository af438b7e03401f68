"""Names for the training texts: seeds from YAML and the catalogue, and invented ones of the same shapes."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from words import noun, people, word_lists

HERE = Path(__file__).parent
PACKED = ("words", "german_words", "model_families", "vendors", "benchmarks", "first_names", "last_names")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A name as it is first written, and the shorter form in which a text comes back to it."""

    full: str
    short: str


def load_lists(path: Path = HERE / "names.yml") -> dict[str, Any]:
    """The lists of names.yml, rows of comma-separated names laid flat."""
    lists: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 -- keeps "no" and "on" text
    for key in PACKED:
        lists[key] = [name.strip() for row in lists[key] for name in row.split(",")]
    return lists


class Namer:
    """Gives names of each kind; `pools` are real ones (catalogue, training passages) by label."""

    def __init__(self, rng: random.Random, lists: Mapping[str, Any], pools: Mapping[str, Sequence[str]], language: str) -> None:
        self.rng, self.lists, self.language = rng, lists, language
        self.pools = {
            "MODEL": [*lists["model_families"], *pools.get("MODEL", ())],
            "VENDOR": [*lists["vendors"], *pools.get("VENDOR", ())],
            "BENCHMARK": [*lists["benchmarks"], *pools.get("BENCHMARK", ())],
            "ORG": list(pools.get("ORG", ())),
            "PERSON": list(pools.get("PERSON", ())),
        }

    def pick(self, key: str) -> str:
        """One of a list."""
        return str(self.rng.choice(self.lists[key]))

    def chance(self, p: float) -> bool:
        """Whether an event of probability `p` happens."""
        return self.rng.random() < p

    def stem(self) -> str:
        """An invented or borrowed stem in the spelling of a proper name."""
        kind = self.rng.random()
        if kind < 0.3:
            return self.pick("german_words" if self.language == "de" and self.chance(0.6) else "words")
        if kind < 0.42:
            word = "".join(self.pick("chinese") for _ in range(self.rng.choice((1, 2, 2, 2, 3))))
            return word.capitalize()
        if kind < 0.5:
            return "".join(self.rng.choice("ABCDEFGHIKLMNOPRSTVWXYZ") for _ in range(self.rng.choice((2, 3, 3, 4, 5))))
        if kind < 0.58:
            return self.pick("words") + self.rng.choice((self.pick("words"), self.syllables().lower(), "LM", "Net", "GPT", "Former", "AI"))
        return self.syllables()

    def fill(self, form: str) -> str:
        """A form of a name with its parts put in: {city}, {stem}, {noun}, {last}."""
        parts = {
            "{city}": self._city,
            "{stem}": lambda: self.rng.choice(word_lists()["stems"]),
            "{noun}": lambda: noun(self.rng, self.language),
            "{last}": lambda: self.pick("last_names"),
            "{ministry}": lambda: self.pick("ministries"),
            "{acronym}": lambda: "".join(self.rng.choice("ABCDEFGHILNOPRSTU") for _ in range(self.rng.choice((3, 3, 4)))),
            "{word}": self.stem,
        }
        return re.sub(r"\{\w+\}", lambda match: parts[match.group()](), form)

    def syllables(self) -> str:
        """A capitalised word of two or three syllables."""
        parts = self.lists["syllables"]
        middle = self.rng.choice(parts["middle"]) if self.chance(0.35) else ""
        word = self.rng.choice(parts["start"]) + middle + self.rng.choice(parts["end"])
        return word.capitalize()

    def case(self, word: str) -> str:
        """The word in one of the spellings that model names like."""
        kind = self.rng.random()
        if kind < 0.78 or " " in word:
            return word
        if kind < 0.86:
            return word.lower()
        if kind < 0.93:
            return word.upper()
        half = max(1, len(word) // 2)
        return word[:half] + word[half:].capitalize()

    def version(self) -> str:
        """A version as it follows a family."""
        kind = self.rng.random()
        if kind < 0.34:
            return str(self.rng.randint(1, 9))
        if kind < 0.68:
            return f"{self.rng.randint(0, 9)}.{self.rng.randint(0, 9)}"
        if kind < 0.78:
            return f"{self.rng.choice('vV')}{self.rng.randint(1, 6)}{self.rng.choice(('', '', '.1', '.2', '.5'))}"
        if kind < 0.86:
            return f"{self.rng.choice('RKMSXGTQ')}{self.rng.randint(1, 5)}{self.rng.choice(('', '', '.5'))}"
        if kind < 0.92:
            return f"{self.rng.randint(1, 5)}{self.rng.choice('oexagi')}"
        return self.rng.choice(("II", "III", "IV", "2024", "2025", "24.1", "25.06", "002", "001", "1.1.1", "Gen-3", "Gen 4", "One", "Zero"))

    def model(self) -> Chosen:
        """A model: family, perhaps version, size and variant, joined in one of the usual ways."""
        if self.chance(0.12):
            name = self.rng.choice(self.pools["MODEL"])
            return Chosen(name, name)
        if self.chance(0.03):
            letter = self.rng.choice("orkqmtp")
            name = f"{letter}{self.rng.randint(1, 9)}" + self.rng.choice(("", "", "-mini", "-pro", "-preview", " pro"))
            return Chosen(name, name)
        family = self.rng.choice(self.pools["MODEL"]) if self.chance(0.38) else self.case(self.stem())
        bare = re.search(r"\d", family) is None
        parts = [family]
        glue = self.rng.choice((" ", " ", " ", "-", "-"))
        if bare and self.chance(0.66):
            first = self.rng.choice((glue, glue, glue, "")) if not family.endswith(" ") else ""
            parts[0] = family + first + self.version()
        if self.chance(0.3):
            parts.append(self.pick("variants"))
            if self.chance(0.15):
                parts.append(self.pick("variants"))
        if self.chance(0.2):
            parts.insert(self.rng.choice((1, len(parts))), self.pick("sizes"))
        name = glue.join(parts)
        if glue == "-" and self.chance(0.12):
            name = name.lower()
        short = family if self.chance(0.7) and len(family) > 2 else name
        if " " in parts[0] and self.chance(0.12):
            short = parts[0].split(" ")[-1] + "".join(glue + part for part in parts[1:])
        return Chosen(name, short if re.search(r"[A-Za-zÄÖÜäöü]", short) else name)

    def vendor(self) -> Chosen:
        """A vendor of models, with or without a suffix that tells its trade."""
        if self.chance(0.45):
            name = self.rng.choice(self.pools["VENDOR"])
            return Chosen(name, name)
        stem = self.stem() if self.chance(0.8) else f"{self.stem()} {self.pick('words')}"
        if self.chance(0.25):
            return Chosen(stem, stem)
        key = "german_vendor_suffixes" if self.language == "de" and self.chance(0.5) else "vendor_suffixes"
        suffix = self.pick(key)
        name = stem + suffix if suffix.startswith(".") else f"{stem} {suffix}"
        return Chosen(name, stem if self.chance(0.5) else name)

    def benchmark(self) -> Chosen:
        """A benchmark, real or invented."""
        kind = self.rng.random()
        if kind < 0.5:
            name = self.rng.choice(self.pools["BENCHMARK"])
        elif kind < 0.62:
            name = "".join(self.rng.choice("ABCDEFGHILMOPQRSTUVX") for _ in range(self.rng.choice((3, 4, 4, 5))))
            name += self.rng.choice(("", "", "-Pro", "-Hard", "QA", "+", " 2025", "-500", "-2", " v2"))
        else:
            parts = self.lists["bench_parts"]
            start = self.rng.choice(parts["start"]) if self.chance(0.65) else self.stem()
            name = start + self.rng.choice(parts["end"])
        if self.chance(0.06):
            name += self.rng.choice((" Verified", " Lite", " Diamond", " v2", " 2025", "-Pro", " Hard"))
        return Chosen(name, name)

    def person(self) -> Chosen:
        """A person by first and last name; the short form is the last name."""
        if self.pools["PERSON"] and self.chance(0.1):
            name = self.rng.choice(self.pools["PERSON"])
            return Chosen(name, name.split(" ")[-1])
        firsts, lasts = people()
        last = self.rng.choice(lasts) if self.chance(0.5) else self.pick("last_names") if self.chance(0.6) else self._last_name()
        if self.chance(0.06):
            last += self.rng.choice("-- ") + self.rng.choice(lasts)
        first = self.rng.choice(firsts) if self.chance(0.55) else self.pick("first_names") if self.chance(0.8) else self.syllables()
        if self.chance(0.1):
            second = self.rng.choice(firsts)
            first += self.rng.choice((" J.", " M.", " R.", " K.", f"-{second}", f" {second}", " de", " van der", " von", " al"))
        return Chosen(f"{first} {last}", last)

    def _last_name(self) -> str:
        """An invented last name."""
        return self.syllables() + self.pick("name_endings")

    def organisation(self, kind: str) -> Chosen:
        """An organisation that does not make models: `press`, `company`, `fund`, `agency`, `university`, or any."""
        kind = kind or self.rng.choice(("press", "company", "company", "fund", "agency", "university"))
        made = {"press": self._press, "company": self._company, "fund": self._fund, "agency": self._agency, "university": self._university}
        name = self.rng.choice(self.pools["ORG"]) if self.pools["ORG"] and self.chance(0.08) else made[kind]()
        return Chosen(name, name)

    def _city(self) -> str:
        return self.pick("german_cities" if self.language == "de" and self.chance(0.7) else "cities")

    def _formed(self, kind: str) -> str:
        """A name after one of the forms of a kind, in a German text mostly a German one."""
        german = self.language == "de" and self.chance(0.65)
        return self.fill(self.pick(f"german_{kind}_forms" if german else f"{kind}_forms"))

    def _press(self) -> str:
        if self.chance(0.65):
            return self.pick("german_press" if self.language == "de" and self.chance(0.75) else "press")
        return self._formed("press")

    def _company(self) -> str:
        if self.chance(0.5):
            return self.pick("companies")
        stem = self.stem() if self.chance(0.6) else self.pick("last_names")
        if self.chance(0.12):
            return f"{stem} & {self.pick('last_names')}"
        key = "german_company_suffixes" if self.language == "de" and self.chance(0.65) else "company_suffixes"
        return f"{stem} {self.pick(key)}" if self.chance(0.85) else stem

    def _fund(self) -> str:
        return self.pick("funds") if self.chance(0.5) else f"{self.stem()} {self.pick('fund_suffixes')}"

    def _agency(self) -> str:
        return self.pick("agencies") if self.chance(0.6) else self.fill(self.pick("org_forms"))

    def _university(self) -> str:
        return self.pick("universities") if self.chance(0.35) else self._formed("university")
