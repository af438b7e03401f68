"""rules/names/*.yml → families, entries and word lists; later folders laid over earlier ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path

from claimscan.model import Kind
from claimscan.rulebook.located import Fields, Map, Node, Problems, Text, check_schema, did_you_mean, read_yaml
from claimscan.rulebook.naming import Context, Entry, Family, Needs, Rather, ShapeWords, first_words, fold, plain

FAMILY_KEYS = (
    "name", "vendor", "kind", "year", "aliases", "join", "between", "mark", "order", "variants", "alone", "needs",
    "glued", "exact", "context", "never", "qualified", "rather", "confused_with",
)  # fmt: skip
ENTRY_KEYS = ("name", "aliases", "kind", "case", "context", "never")
FILES = {"vendors": Kind.VENDOR, "benchmarks": Kind.BENCHMARK, "organisations": Kind.ORGANISATION}
EXTRA_KEYS = {Kind.VENDOR: ("also_model",), Kind.BENCHMARK: ("versions",), Kind.ORGANISATION: ()}
_FIRST = "variant-first"
_CHOICE = re.compile(r"\(([^()]*)\)|([^()]+)")


@dataclass(frozen=True, slots=True)
class Draft:
    """What the folders read so far hold."""

    families: Mapping[str, Family] = field(default_factory=dict)
    entries: Mapping[tuple[Kind, str], Entry] = field(default_factory=dict)
    common: Mapping[str, str] = field(default_factory=dict)
    tunings: frozenset[str] = frozenset()
    words: ShapeWords = field(default_factory=ShapeWords)


def read_names(folder: Path, shown: str, draft: Draft, problems: Problems) -> Draft:
    """The draft with the files of one `names` folder laid over it; a folder without one changes nothing."""
    if (folder / "models.yml").is_file():
        draft = _read_models(folder / "models.yml", f"{shown}/models.yml", draft, problems)
    for key, kind in FILES.items():
        if (folder / f"{key}.yml").is_file():
            draft = _read_entries(folder / f"{key}.yml", f"{shown}/{key}.yml", key, kind, draft, problems)
    if (folder / "shapes.yml").is_file():
        draft = _read_words(folder / "shapes.yml", f"{shown}/shapes.yml", draft, problems)
    return draft


def _read_models(path: Path, shown: str, draft: Draft, problems: Problems) -> Draft:
    top = read_yaml(path, shown, problems)
    if top is None:
        return draft
    fields = Fields(top, problems, ("schema", "disable", "variants", "tunings", "models"), "models file")
    check_schema(fields)
    families = dict(draft.families)
    for text in fields.located_texts("disable"):
        if families.pop(text.value, None) is None:
            problems.add(text.place, f"no family '{text.value}' to disable{did_you_mean(text.value, families)}")
    tunings = fields.texts("tunings")
    common = {**draft.common, **{fold(word): word for word in (*fields.texts("variants"), *tunings)}}
    seen: dict[str, Text] = {}
    for node in fields.items("models"):
        entry = Fields(node, problems, FAMILY_KEYS, "family")
        name = _new_name(entry, seen)
        if name:
            families[name] = _family(entry, families.get(name, Family(name)))
    return replace(draft, families=families, common=common, tunings=draft.tunings | {fold(word) for word in tunings})


def _new_name(entry: Fields, seen: dict[str, Text]) -> str | None:
    """The entry's name; None, with a problem noted, where it is missing or stands in the file before."""
    node = entry.node("name", required=True)
    name = entry.text("name") if node is not None else None
    if name is None or not isinstance(node, Text):
        return None
    if name in seen:
        entry.problems.add(node.place, f"'{name}' stands here twice (first in line {seen[name].place.line})")
        return None
    seen[name] = node
    return name


def _family(entry: Fields, old: Family) -> Family:
    """A family with the keys of this entry laid over it."""
    variants = entry.texts("variants")
    alone = {fold(word): word for word in entry.texts("alone")}
    all_variants = {**old.variants, **{fold(word): word for word in variants}, **alone}
    join = _join(entry, "join", old.join)
    between = _join(entry, "between", ("-" if join in ("", "-") else " ") if "join" in entry else old.between)
    return Family(
        name=old.name,
        vendors=entry.texts("vendor") or old.vendors,
        sort=entry.text("kind") or old.sort,
        year=_year(entry, old.year),
        aliases=_joined(old.aliases, entry.texts("aliases")),
        join=join,
        between=between,
        mark=entry.text("mark") or old.mark,
        first_from=_first_from(entry, old.first_from),
        variants=all_variants,
        openers=first_words(all_variants),
        spaced=old.spaced | {fold(word) for word in variants if word == word.lower()},
        alone={**old.alone, **alone},
        needs=entry.choice("needs", Needs) or old.needs,
        glued=entry.flag("glued", default=old.glued),
        exact=entry.flag("exact", default=old.exact),
        context=entry.choice("context", Context) or old.context,
        never=_joined(old.never, entry.texts("never")),
        qualified=entry.flag("qualified", default=old.qualified),
        rather=entry.choice("rather", Rather) or old.rather,
        confused_with=_joined(old.confused_with, entry.texts("confused_with")),
    )


def _joined(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *new)))


def _join(entry: Fields, key: str, default: str) -> str:
    """A blank, a hyphen or nothing."""
    node = entry.node(key)
    if node is None:
        return default
    if isinstance(node, Text) and node.value in ("", " ", "-", "."):
        return node.value
    entry.problems.add(node.place, f'\'{key}\' must be "", " ", "-" or "."')
    return default


def _year(entry: Fields, default: int | None) -> int | None:
    if "year" not in entry:
        return default
    return int(entry.number("year", 0, low=1950, high=2100)) or None


def _first_from(entry: Fields, default: float | None) -> float | None:
    """The version from which the variant stands first: `variant-first`, `variant-first from 4`."""
    value = entry.text("order")
    if value is None:
        return default
    start = value.removeprefix(_FIRST).removeprefix(" from ").strip()
    if value.startswith(_FIRST) and start.replace(".", "", 1).isdecimal() | (start == ""):
        return float(start or 0)
    node = entry.node("order")
    if node is not None:
        entry.problems.add(node.place, f"'order' must be '{_FIRST}' or '{_FIRST} from' a version")
    return default


def _read_entries(path: Path, shown: str, key: str, kind: Kind, draft: Draft, problems: Problems) -> Draft:
    top = read_yaml(path, shown, problems)
    if top is None:
        return draft
    fields = Fields(top, problems, ("schema", "disable", key), f"{key} file")
    check_schema(fields)
    entries = dict(draft.entries)
    for text in fields.located_texts("disable"):
        if entries.pop((kind, text.value), None) is None:
            problems.add(text.place, f"nothing called '{text.value}' to disable{did_you_mean(text.value, _names(entries, kind))}")
    seen: dict[str, Text] = {}
    for node in fields.items(key):
        entry = Fields(node, problems, (*ENTRY_KEYS, *EXTRA_KEYS[kind]), "entry")
        name = _new_name(entry, seen)
        if name:
            entries[kind, name] = _entry(entry, entries.get((kind, name), Entry(kind, name)))
    return replace(draft, entries=entries)


def _names(entries: Mapping[tuple[Kind, str], Entry], kind: Kind) -> list[str]:
    return [name for each, name in entries if each is kind]


def _entry(entry: Fields, old: Entry) -> Entry:
    """An entry with the keys of this one laid over it."""
    return Entry(
        kind=old.kind,
        name=old.name,
        aliases=_joined(old.aliases, _texts_or_none(entry, "aliases")),
        sort=entry.text("kind") or old.sort,
        context=entry.choice("context", Context) or old.context,
        exact=entry.flag("case", default=old.exact),
        also_model=entry.flag("also_model", default=old.also_model),
        versions=entry.flag("versions", default=old.versions),
        never=_joined(old.never, _texts_or_none(entry, "never")),
    )


def _texts_or_none(entry: Fields, key: str) -> tuple[str, ...]:
    return entry.texts(key) if key in entry else ()


def _read_words(path: Path, shown: str, draft: Draft, problems: Problems) -> Draft:
    """The draft with the word lists of shapes.yml added; a list may be sorted by language."""
    top = read_yaml(path, shown, problems)
    if top is None:
        return draft
    keys = ShapeWords.keys()
    fields = Fields(top, problems, ("schema", *keys), "shapes file")
    check_schema(fields)
    lists = {}
    for key in keys:
        form = plain if key in ShapeWords.cased() else fold
        lists[key] = getattr(draft.words, key) | {form(word) for text in _words(fields.node(key)) for word in _compounds(text.value)}
    return replace(draft, words=ShapeWords(**lists))


def _compounds(word: str) -> Iterator[str]:
    """The words that a compound with choices stands for: `(Bild|Video)(modell|modelle)`."""
    parts = [choice.split("|") if choice else [text] for choice, text in _CHOICE.findall(word)]
    return map("".join, product(*parts))


def _words(node: Node | None) -> list[Text]:
    """The texts of a list, or of lists under any keys."""
    if node is None:
        return []
    if isinstance(node, Text):
        return [node]
    below = (value for _, value in node.items) if isinstance(node, Map) else node.items
    return [text for each in below for text in _words(each)]
