"""Templates with marked slots, and the texts that are made of them.

`[a|b|]` is a choice, `<word>` a list of the same file, `{model}` a name. A number tells names of one kind apart
({model1}, {model2}); a name met again is often written short. `{person.last}` is the short form for certain,
`{vendor.gen}` the German genitive, `{dorg.dat}` a German organisation with its article in that case.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import words
import yaml
from names import Chosen, Namer

Entity = tuple[int, int, str]
LABELS = {"model": "MODEL", "vendor": "VENDOR", "bench": "BENCHMARK", "person": "PERSON", "dorg": "ORG"}
ORGS = {"org": "", "press": "press", "company": "company", "fund": "fund", "agency": "agency", "university": "university"}
PLAIN = {
    "phone": "phones",
    "chip": "chips",
    "car": "cars",
    "law": "laws",
    "library": "libraries",
    "dataset": "datasets",
    "product": "products",
    "size": "sizes",
}
ARTICLES = {
    "nom": {"m": ("der", "e"), "f": ("die", "e"), "n": ("das", "e")},
    "acc": {"m": ("den", "en"), "f": ("die", "e"), "n": ("das", "e")},
    "dat": {"m": ("dem", "en"), "f": ("der", "en"), "n": ("dem", "en")},
    "gen": {"m": ("des", "en"), "f": ("der", "en"), "n": ("des", "en")},
}
TOKEN = re.compile(r"\[|\||\]|<\w+>|\{\w+(?:\.\w+)?\}|[^\[\]|<{]+|.", re.S)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The templates of one language by register, and the word lists that they use."""

    language: str
    registers: Mapping[str, Sequence[str]]
    symbols: Mapping[str, Sequence[str]]


def load_grammar(path: Path) -> Grammar:
    """The templates in a YAML file; the file's name is the language."""
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 -- keeps "no" and "on" text
    symbols = {key: list(items) for key, items in data["symbols"].items()}
    return Grammar(path.stem, data["registers"], symbols)


@dataclass(slots=True)
class Writer:
    """Text under construction with the names in it; `bound` keeps who is who within one text."""

    namer: Namer
    grammar: Grammar
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    bound: dict[str, Chosen] = field(default_factory=dict)

    @property
    def rng(self) -> random.Random:
        """The source of chance."""
        return self.namer.rng

    def write(self, template: str) -> None:
        """Append one template, its choices made and its slots filled."""
        tokens = TOKEN.findall(template)
        at = 0
        while at < len(tokens):
            at = self._sequence(tokens, at)
            if at < len(tokens):  # a bar or bracket outside of any choice stands for itself
                self.text += tokens[at]
                at += 1

    def _sequence(self, tokens: Sequence[str], at: int) -> int:
        """Write tokens up to the end of the alternative; where that is."""
        while at < len(tokens) and tokens[at] not in ("|", "]"):
            if tokens[at] == "[":
                starts, end = _alternatives(tokens, at + 1)
                self._sequence(tokens, self.rng.choice(starts))
                at = end
            else:
                self._one(tokens[at])
            at += 1
        return at

    def _one(self, token: str) -> None:
        if token.startswith("<"):
            self.write(self.rng.choice(self.grammar.symbols[token[1:-1]]))
        elif token.startswith("{"):
            self._slot(token[1:-1])
        else:
            self.text += token

    def _slot(self, slot: str) -> None:
        name, _, form = slot.partition(".")
        kind = name.rstrip("0123456789")
        if kind in PLAIN:
            self.text += self.namer.pick(PLAIN[kind])
        elif kind in FILLERS:
            self.text += FILLERS[kind](self.rng, self.namer)
        elif kind == "dorg":
            self._german_organisation(form or "nom")
        else:
            self._name(name, kind, form)

    def _name(self, name: str, kind: str, form: str) -> None:
        again = name in self.bound
        if not again:
            self.bound[name] = self._choose(kind)
        chosen = self.bound[name]
        short = form in ("last", "short") or (again and self.rng.random() < 0.45)
        words = chosen.short if short and form != "full" else chosen.full
        if form == "upper":
            words = words.upper()
        self._mark(words, LABELS.get(kind, "ORG"))
        if form == "gen":
            self.text += "’" if words[-1] in "sxzß" and self.rng.random() < 0.8 else "s"

    def _choose(self, kind: str) -> Chosen:
        if kind in ORGS:
            return self.namer.organisation(ORGS[kind])
        by_kind = {"model": self.namer.model, "vendor": self.namer.vendor, "bench": self.namer.benchmark, "person": self.namer.person}
        return by_kind[kind]()

    def _german_organisation(self, case: str) -> None:
        made = self.rng.random() < 0.45
        gender, _, name = self.namer.pick("german_org_forms" if made else "german_orgs").partition(":")
        article, ending = ARTICLES[case][gender]
        name = self.namer.fill(name).replace("~", ending)
        name = re.sub(r"\^", ("es" if re.search(r"(st|rt|tag|rat|bund)\^", name) else "s") if case == "gen" else "", name)
        sentence_start = not self.text or self.text.endswith(("\n", ". ", "! ", "? ", "- ", "„", "* "))
        self.text += (article.capitalize() if sentence_start else article) + " "
        self._mark(name, "ORG")

    def _mark(self, words: str, label: str) -> None:
        around = self.rng.random()
        mark = "**" if around < 0.02 else "`" if around < 0.03 and label == "MODEL" else "*" if around < 0.035 else ""
        self.text += mark
        self.entities.append((len(self.text), len(self.text) + len(words), label))
        self.text += words + mark


def _alternatives(tokens: Sequence[str], at: int) -> tuple[list[int], int]:
    """Where the alternatives of a choice start, and where its bracket closes."""
    starts, depth = [at], 0
    for index in range(at, len(tokens)):
        if tokens[index] == "[":
            depth += 1
        elif tokens[index] == "]" and depth == 0:
            return starts, index
        elif tokens[index] == "]":
            depth -= 1
        elif tokens[index] == "|" and depth == 0:
            starts.append(index + 1)
    raise ValueError("a choice is not closed: " + "".join(tokens))


def _number(rng: random.Random, _: Namer) -> str:
    return str(rng.choice((rng.randint(2, 12), rng.randint(10, 99), rng.randint(100, 999))))


def _percent(rng: random.Random, namer: Namer) -> str:
    value = f"{rng.randint(2, 98)}" if rng.random() < 0.4 else f"{rng.uniform(2, 99):.1f}"
    if namer.language == "de":
        return value.replace(".", ",") + rng.choice((" Prozent", " Prozent", " %", "%"))
    return value + rng.choice(("%", "%", " percent"))


def _money(rng: random.Random, namer: Namer) -> str:
    value = rng.choice((rng.randint(2, 900), round(rng.uniform(1, 30), 1)))
    if namer.language == "de":
        return f"{str(value).replace('.', ',')} {rng.choice(('Millionen', 'Milliarden'))} {rng.choice(('Euro', 'Dollar', 'Franken'))}"
    return rng.choice(("$", "$", "€", "£")) + f"{value} {rng.choice(('million', 'billion'))}"


def _city(rng: random.Random, namer: Namer) -> str:
    return namer.pick("german_cities" if namer.language == "de" and rng.random() < 0.7 else "cities")


FILLERS = {
    "n": _number,
    "pct": _percent,
    "money": _money,
    "city": _city,
    "year": lambda rng, _: str(rng.randint(2012, 2027)),
    "day": lambda rng, _: str(rng.randint(1, 28)),
    "noun": lambda rng, namer: words.noun(rng, namer.language),
    "title": lambda rng, namer: words.title(rng, namer.language),
    "starter": lambda rng, namer: words.starter(rng, namer.language),
    "trade": lambda rng, namer: words.role(rng, namer.language),
    "plain": lambda rng, namer: words.plain(rng, namer.language),
    "stray": lambda rng, _: words.stray(rng),
    "word": lambda _, namer: namer.pick("german_words" if namer.language == "de" else "words"),
    "dec": lambda rng, namer: f"{rng.randint(1, 9)}{',' if namer.language == 'de' else '.'}{rng.randint(1, 9)}",
}


def generate(grammar: Grammar, namer: Namer, weights: Mapping[str, float]) -> Iterator[tuple[str, list[Entity]]]:
    """Texts without end, register by register as `weights` say."""
    registers = sorted(weights)
    while True:
        register = namer.rng.choices(registers, [weights[key] for key in registers])[0]
        yield _text(grammar, namer, register)


def _text(grammar: Grammar, namer: Namer, register: str) -> tuple[str, list[Entity]]:
    """One text of a register: a paragraph of a few templates, or a list, or a heading with its lead."""
    writer = Writer(namer, grammar)
    rng = namer.rng
    count = {"headlines": rng.choice((1, 1, 2)), "bullets": rng.randint(2, 6), "texts": 1}.get(register, rng.randint(1, 5))
    keep = rng.random() < 0.55
    bullet = rng.choice(("- ", "* ", "• ", "1. ", "", "### ", "**", "| "))
    for index in range(count):
        if index:
            writer.text += "\n" if register in ("headlines", "bullets") else rng.choice((" ", " ", " ", " ", "\n", "\n\n"))
        if not keep:
            writer.bound.clear()
        if register == "bullets" or (register == "headlines" and rng.random() < 0.3):
            writer.text += bullet if bullet not in ("**", "| ") else ""
        source = "negatives" if register == "sentences" and rng.random() < 0.25 else register
        writer.write(rng.choice(grammar.registers[source]))
    return writer.text, writer.entities
