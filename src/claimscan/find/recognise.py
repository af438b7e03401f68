"""Names that no catalogue lists: a trained spaCy pipeline read as a function from text to entities.

spaCy is imported when a recogniser is loaded, not when this module is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

from claimscan.errors import ClaimscanError
from claimscan.model import Entity, Kind, Span

NONE = "none"
SHIPPED = Path(__file__).parent.parent / "recogniser"
PIECE = 4_000  # code points read at a time: bounds memory on a text without line breaks
_KINDS = {
    "MODEL": Kind.MODEL,
    "VENDOR": Kind.VENDOR,
    "BENCHMARK": Kind.BENCHMARK,
    "ORG": Kind.ORGANISATION,
    "PERSON": Kind.PERSON,
    "PER": Kind.PERSON,
    "PRODUCT": Kind.MODEL,
}
_EDGE = " \t\r\n.,;:!?\"'`*_~|<>#“”„‚‘’»«›‹…–—-"  # never the first or last character of a name
_NEEDED = frozenset({"ner", "tok2vec", "transformer"})
_NOT_NEEDED = ("tagger", "parser", "senter", "morphologizer", "attribute_ruler", "lemmatizer")  # dear to load


class Recogniser(Protocol):
    """Gives the entities of a text, in order of place, none overlapping another."""

    @property
    def name(self) -> str:
        """What ran, for the record's layers: `package-version`, or `none`."""
        ...

    def __call__(self, text: str) -> tuple[Entity, ...]:
        """The entities of `text`; spans are code points of it."""
        ...


@dataclass(frozen=True, slots=True)
class Nothing:
    """A recogniser that finds nothing: the catalogue and shapes work alone."""

    name: str = NONE

    def __call__(self, text: str) -> tuple[Entity, ...]:  # noqa: ARG002
        """No entities."""
        return ()


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A spaCy pipeline with an entity recogniser, its labels read as kinds."""

    name: str
    nlp: Any

    def __call__(self, text: str) -> tuple[Entity, ...]:
        """The entities of `text`, read piece by piece: time is linear in its length, memory bounded."""
        found: list[Entity] = []
        readable = text.encode("utf-8", "replace").decode()  # a lone surrogate cannot be hashed; the length stays
        with self.nlp.memory_zone():
            for doc, start in self.nlp.pipe(_pieces(readable), as_tuples=True, batch_size=16):
                found.extend(_entities(doc, start))
        return _without_genitive(text, found)


def load_recogniser(setting: str | None, language: str) -> Recogniser:
    """The recogniser that `setting` asks for.

    None is the pipeline shipped for `language` (nothing where there is none), `none` is nothing, anything
    else the name or folder of an installed spaCy pipeline. Nothing is ever downloaded.
    """
    if setting == NONE:
        return Nothing()
    if setting is not None:
        return _load(setting)
    return Nothing() if shipped(language) is None else _load(str(SHIPPED))


@cache
def shipped(language: str) -> str | None:
    """The name of the pipeline that comes with the program for this language; spaCy is not needed to tell."""
    meta = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['name']}-{meta['version']}" if language in meta["languages"] else None


@cache
def _load(setting: str) -> Recogniser:
    """A pipeline by name or folder, with nothing in it but its entity recogniser."""
    spacy = _spacy()
    if not Path(setting).is_dir() and not spacy.util.is_package(setting):
        raise ClaimscanError(f"no spaCy pipeline named {setting!r} is installed; install it yourself, give a folder, or use 'none'")
    try:
        nlp = spacy.load(setting, exclude=_NOT_NEEDED)
    except (OSError, ValueError) as error:
        raise ClaimscanError(f"the spaCy pipeline {setting!r} cannot be loaded: {error}") from error
    if "ner" not in nlp.pipe_names:
        raise ClaimscanError(f"the spaCy pipeline {setting!r} has no entity recogniser ('ner')")
    nlp.select_pipes(enable=[pipe for pipe in nlp.pipe_names if pipe in _NEEDED])
    return Pipeline(f"{nlp.meta['name']}-{nlp.meta['version']}", nlp)


def _spacy() -> ModuleType:
    """The spaCy package, without its command line where that can be left out.

    `spacy/__init__.py` imports `spacy.cli` for one function, which costs a third of the time that spaCy takes
    to import. A stand-in for that module is in place during the import only; its one function hands on to the
    real one, so nothing is missing afterwards. Where spaCy is laid out differently it is imported whole.
    """
    if "spacy" in sys.modules or "spacy.cli" in sys.modules:
        return import_module("spacy")
    stand_in, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    stand_in.__path__ = []
    info.info = _real_info  # type: ignore[attr-defined]
    sys.modules.update({"spacy.cli": stand_in, "spacy.cli.info": info})
    try:
        spacy = import_module("spacy")
    except (ImportError, AttributeError):
        _forget("spacy")
        return import_module("spacy")
    finally:
        _forget("spacy.cli")
    vars(spacy).pop("cli", None)
    return spacy


def _real_info(*args: Any, **kwargs: Any) -> Any:
    """What `spacy.info` gives, its module imported on the first call."""
    return import_module("spacy.cli.info").info(*args, **kwargs)


def _forget(package: str) -> None:
    """Take a package and all its modules out of those imported."""
    for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
        del sys.modules[name]


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The text in pieces of at most `PIECE` code points, cut at line breaks, else sentence ends, else blanks."""
    start = 0
    while len(text) - start > PIECE:
        window = text[start : start + PIECE]
        cut = next((at + len(mark) for mark in ("\n", ". ", " ") if (at := window.rfind(mark)) > 0), PIECE)
        yield window[:cut], start
        start += cut
    if start < len(text):
        yield text[start:], start


def _entities(doc: Any, offset: int) -> Iterator[Entity]:
    """The entities of one piece whose label has a kind, without the marks and the possessive around a name.

    Addresses and bare numbers are no names, whatever the recogniser says.
    """
    for ent in doc.ents:
        kind = _KINDS.get(ent.label_)
        name = ent.text.strip(_EDGE).removesuffix("'s").removesuffix("’s")
        if kind is not None and any(map(str.isalpha, name)) and "://" not in name:
            start = offset + ent.start_char + ent.text.index(name)
            yield Entity(kind, Span(start, start + len(name)))


def _without_genitive(text: str, entities: list[Entity]) -> tuple[Entity, ...]:
    """The entities, a final s left out where the text has the same name without it ("Googles" beside "Google")."""
    names = {entity.span.of(text) for entity in entities}
    return tuple(
        Entity(entity.kind, Span(entity.span.start, entity.span.end - 1)) if name.endswith("s") and name[:-1] in names else entity
        for entity in entities
        for name in [entity.span.of(text)]
    )
