"""Rule folders in, checked and compiled rulebooks out; every problem of every file is told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from claimscan.rulebook.aspects_file import read_aspects
from claimscan.rulebook.books import Rulebook, Rulebooks
from claimscan.rulebook.cache import cached
from claimscan.rulebook.catalogue import load_catalogue
from claimscan.rulebook.claims_file import read_claims
from claimscan.rulebook.cues_file import read_cues
from claimscan.rulebook.date_grammar import DateGrammar
from claimscan.rulebook.dates import load_dates
from claimscan.rulebook.discourse_file import read_discourse
from claimscan.rulebook.language_file import read_language
from claimscan.rulebook.located import Map, Problems, read_yaml
from claimscan.rulebook.overlay import LANGUAGE_FILES, NAMES_FOLDER, Layer, built_in, check_layout, digest
from claimscan.rulebook.reader import Reader
from claimscan.rulebook.results_file import read_results
from claimscan.rulebook.rules import Place
from claimscan.rulebook.wordlists import WordLists

Files = Mapping[str, Map]
"""The files of one language in one layer, by name."""


def load_rulebooks(overlays: Sequence[Path] = ()) -> Rulebooks:
    """The built-in rules with folders of the user laid over them, the last one uppermost.

    Raises RuleError with all problems of all files.
    """
    layers = (built_in(), *(Layer(path, path.as_posix()) for path in overlays))
    return cached(layers, partial(load_layers, layers))


def load_layers(layers: Sequence[Layer]) -> Rulebooks:
    """The rulebooks of folders laid over one another, the last one uppermost."""
    problems = Problems()
    for layer in layers:
        check_layout(layer, problems)
    codes = sorted({code for layer in layers for code in layer.languages()})
    languages = {code: _rulebook(code, layers, problems) for code in codes}
    names = [(layer.root, layer.shown) for layer in layers if (layer.root / NAMES_FOLDER).is_dir()]
    catalogue = load_catalogue(names, problems)
    problems.raise_if_any()
    return Rulebooks(languages, catalogue, digest(layers))


def _rulebook(code: str, layers: Sequence[Layer], problems: Problems) -> Rulebook:
    """The rulebook of one language from all layers that speak of it."""
    folders = [layer for layer in layers if (layer.root / code).is_dir()]
    files = [_files(layer, code, problems) for layer in folders]
    if not any("language.yml" in found for found in files):
        problems.add(Place(f"{folders[0].shown}/{code}/language.yml", 1, 1), f"language '{code}' needs this file")
    reader = Reader(_words(files, problems), problems)

    def of(name: str) -> list[Map]:
        return [found[name] for found in files if name in found]

    anaphors, groups = read_discourse(of("discourse.yml"), reader)
    return Rulebook(
        facts=read_language(code, of("language.yml"), reader),
        claims=read_claims(of("claims.yml"), reader),
        cues=read_cues(of("cues.yml"), reader),
        anaphors=anaphors,
        groups=groups,
        results=read_results(of("results.yml"), reader),
        aspects=read_aspects(of("aspects.yml"), reader),
        dates=_dates(code, folders, problems),
    )


def _dates(code: str, folders: Sequence[Layer], problems: Problems) -> DateGrammar | None:
    """The date grammar of the uppermost layer that has one."""
    found = [(layer, path) for layer in folders if (path := layer.root / code / "dates.yml").is_file()]
    return load_dates(found[-1][1], found[-1][0].show(found[-1][1]), problems) if found else None


def _files(layer: Layer, code: str, problems: Problems) -> Files:
    """The files of a language in one layer, read; dates.yml has a reader of its own."""
    found = {}
    for name in LANGUAGE_FILES:
        path = layer.root / code / name
        if name != "dates.yml" and path.is_file() and (top := read_yaml(path, layer.show(path), problems)):
            found[name] = top
    return found


def _words(files: Sequence[Files], problems: Problems) -> WordLists:
    """The word lists of a language: `words` of all files and the word classes, layer by layer."""
    lists = WordLists(problems)
    for layer in files:
        lists.add_layer([_mapping(top, key, problems) for top in layer.values() for key in ("words", "classes") if top.get(key)])
        for top in layer.values():
            if top.get("extend"):
                lists.extend(_mapping(top, "extend", problems))
    lists.compile()
    return lists


def _mapping(top: Map, key: str, problems: Problems) -> Map:
    value = top.get(key)
    if isinstance(value, Map):
        return value
    problems.add((value or top).place, f"'{key}' must hold names with lists of words")
    return Map((), top.place)
