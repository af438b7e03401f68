"""Names that no catalogue lists: a trained network, or somebody's spaCy pipeline, read as a function from text to entities.

The network that comes with the program needs no spaCy; it is imported when another pipeline is asked for.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from claimscan.errors import ClaimscanError
from claimscan.find.light_spacy import import_spacy
from claimscan.find.neural import Guess
from claimscan.model import Entity, Kind, Span

NONE = "none"
SHIPPED = Path(__file__).parent.parent / "recogniser"
PIECE = 600  # code points read at a time, at most
TOGETHER = 64  # pieces read side by side: bounds memory, and what is worked on stays near the processor
_KINDS = {
    "MODEL": Kind.MODEL,
    "VENDOR": Kind.VENDOR,
    "BENCHMARK": Kind.BENCHMARK,
    "ORG": Kind.ORGANISATION,
    "PERSON": Kind.PERSON,
    "PER": Kind.PERSON,
    "PRODUCT": Kind.MODEL,
}
_Piece = tuple[int, str, int]
"""The number of a text, a piece of it, and where that begins."""

_EDGE = " \t\r\n.,;:!?\"'`*_~|<>#“”„‚‘’»«›‹…–—-"  # never the first or last character of a name
_NEEDED = frozenset({"ner", "tok2vec", "transformer"})
_NOT_NEEDED = ("tagger", "parser", "senter", "morphologizer", "attribute_ruler", "lemmatizer")  # dear to load


class Recogniser(Protocol):
    """Gives the entities of a text, in order of place, none overlapping another."""

    @property
    def name(self) -> str:
        """What ran, for the record's layers: `package-version`, or `none`."""
        ...

    def __call__(self, text: str, known: Sequence[Span] = ()) -> tuple[Entity, ...]:
        """The entities of `text`; spans are code points of it. Those that begin in `known` spans may be left out."""
        ...

    def many(self, texts: Sequence[str], known: Sequence[Sequence[Span]]) -> Sequence[tuple[Entity, ...]]:
        """The entities of each of some texts, which are read together."""
        ...


@dataclass(frozen=True, slots=True)
class Nothing:
    """A recogniser that finds nothing: the catalogue and shapes work alone."""

    name: str = NONE

    def __call__(self, text: str, known: Sequence[Span] = ()) -> tuple[Entity, ...]:  # noqa: ARG002
        """No entities."""
        return ()

    def many(self, texts: Sequence[str], known: Sequence[Sequence[Span]]) -> Sequence[tuple[Entity, ...]]:  # noqa: ARG002
        """No entities."""
        return [()] * len(texts)


@dataclass(frozen=True, slots=True)
class Trained:
    """A recogniser that gives guesses; `least` is the probability from which on a guess of a label is sure."""

    name: str
    read: Callable[[Sequence[str], Sequence[Sequence[Span]]], Iterable[Sequence[Guess]]]
    least: Mapping[str, float]

    def __call__(self, text: str, known: Sequence[Span] = ()) -> tuple[Entity, ...]:
        """The entities of `text`, sure ones and others."""
        (found,) = self.many([text], [known])
        return found

    def many(self, texts: Sequence[str], known: Sequence[Sequence[Span]]) -> Sequence[tuple[Entity, ...]]:
        """The entities of each of some texts, read piece by piece: time is linear, memory bounded."""
        found: list[list[Entity]] = [[] for _ in texts]
        places = [[span.start for span in own] for own in known]
        for pieces in _batched(_pieces(texts)):
            within = [_within(known[number], places[number], start, start + len(piece)) for number, piece, start in pieces]
            for (number, piece, start), guesses in zip(pieces, self.read([piece for _, piece, _ in pieces], within), strict=True):
                found[number].extend(_entities(piece, start, guesses, self.least))
        return [_without_genitive(text, own) for text, own in zip(texts, found, strict=True)]


def load_recogniser(setting: str | None, language: str, nameless: frozenset[str] = frozenset()) -> Recogniser:
    """The recogniser that `setting` asks for.

    None is the pipeline shipped for `language` (nothing where there is none), `none` is nothing, anything
    else the name or folder of an installed spaCy pipeline. Nothing is ever downloaded. A network of this program's own is not
    asked about `nameless` words that stand by themselves: "The" at the head of a sentence, "Monday".
    """
    if setting == NONE:
        return Nothing()
    if setting is None:
        return Nothing() if shipped(language) is None else _network(SHIPPED, nameless)
    return _network(Path(setting), nameless) if _is_own(Path(setting)) else _pipeline(setting)


@cache
def shipped(language: str) -> str | None:
    """The name of the pipeline that comes with the program for this language; spaCy is not needed to tell."""
    meta = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['name']}-{meta['version']}" if language in meta["languages"] else None


def _is_own(folder: Path) -> bool:
    """Whether a folder holds a network trained as the shipped one was: it tells how probable its names must be."""
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(meta, dict) and "least_probability" in meta


@cache
def _network(folder: Path, nameless: frozenset[str]) -> Recogniser:
    """The trained network in a folder."""
    from claimscan.find.neural.network import load_network

    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    try:
        network = load_network(folder, nameless)
    except (OSError, ValueError) as error:
        raise ClaimscanError(f"the recogniser in {str(folder)!r} cannot be loaded: {error}") from error
    return Trained(f"{meta['name']}-{meta['version']}", network, meta["least_probability"])


@cache
def _pipeline(setting: str) -> Recogniser:
    """A spaCy pipeline by name or folder, with nothing in it but its entity recogniser."""
    spacy = import_spacy()
    if not Path(setting).is_dir() and not spacy.util.is_package(setting):
        raise ClaimscanError(f"no spaCy pipeline named {setting!r} is installed; install it yourself, give a folder, or use 'none'")
    try:
        nlp = spacy.load(setting, exclude=_NOT_NEEDED)
    except (OSError, ValueError) as error:
        raise ClaimscanError(f"the spaCy pipeline {setting!r} cannot be loaded: {error}") from error
    if "ner" not in nlp.pipe_names:
        raise ClaimscanError(f"the spaCy pipeline {setting!r} has no entity recogniser ('ner')")
    nlp.select_pipes(enable=[pipe for pipe in nlp.pipe_names if pipe in _NEEDED])
    return Trained(f"{nlp.meta['name']}-{nlp.meta['version']}", partial(_read_whole, nlp), {})


def _read_whole(nlp: Any, texts: Sequence[str], _: Sequence[Sequence[Span]]) -> Iterator[Sequence[Guess]]:
    """What somebody else's pipeline finds in each text; it does not say how sure it is."""
    with nlp.memory_zone():
        for doc in nlp.pipe(texts):
            yield [Guess(ent.start_char, ent.end_char, ent.label_, 1.0) for ent in doc.ents]


def _within(spans: Sequence[Span], starts: Sequence[int], start: int, end: int) -> list[Span]:
    """The spans that begin between two places, counted from the first; `starts` are theirs, in order."""
    return [Span(span.start - start, span.end - start) for span in spans[bisect_left(starts, start) : bisect_left(starts, end)]]


def _batched(pieces: Iterator[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces in lists of at most `TOGETHER`."""
    while batch := list(islice(pieces, TOGETHER)):
        yield batch


def _pieces(texts: Sequence[str]) -> Iterator[_Piece]:
    """The texts in pieces of at most `PIECE` code points, cut at line breaks, else sentence ends, else blanks."""
    for number, written in enumerate(texts):
        text = written.encode("utf-8", "replace").decode()  # a lone surrogate cannot be hashed; the length stays
        start = 0
        while len(text) - start > PIECE:
            window = text[start : start + PIECE]
            cut = next((at + len(mark) for mark in ("\n", ". ", " ") if (at := window.rfind(mark)) > 0), PIECE)
            yield number, window[:cut], start
            start += cut
        if start < len(text):
            yield number, text[start:], start


def _entities(piece: str, offset: int, guesses: Iterable[Guess], least: Mapping[str, float]) -> Iterator[Entity]:
    """The guesses whose label has a kind, without the marks and the possessive around a name.

    Addresses, bare numbers and several words in small letters are no names, whatever the recogniser says.
    """
    for guess in guesses:
        kind = _KINDS.get(guess.label)
        words = piece[guess.start : guess.end]
        name = words.strip(_EDGE).removesuffix("'s").removesuffix("’s")
        if kind is not None and any(map(str.isalpha, name)) and "://" not in name and not (name.islower() and " " in name):
            start = offset + guess.start + words.index(name)
            yield Entity(kind, Span(start, start + len(name)), guess.probability >= least.get(guess.label, 0.0))


def _without_genitive(text: str, entities: list[Entity]) -> tuple[Entity, ...]:
    """The entities, a final s left out where the text has the same name without it ("Googles" beside "Google")."""
    names = {entity.span.of(text) for entity in entities}
    return tuple(
        replace(entity, span=Span(entity.span.start, entity.span.end - 1)) if name.endswith("s") and name[:-1] in names else entity
        for entity in entities
        for name in [entity.span.of(text)]
    )
