"""The whole line for one document: text in, record out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claimscan.claims import ClaimReader, Reading
from claimscan.claims.newcomers import newcomers
from claimscan.claims.read import Surveyed
from claimscan.find.capitals import recased
from claimscan.find.dates import find_dates
from claimscan.find.names import Scanned, names_in, scanned
from claimscan.find.recognise import Recogniser, load_recogniser
from claimscan.find.suspects import Suspicion, suspicions
from claimscan.language import LIKELY, Detection, detect, told_by_words
from claimscan.model import Document, Entity, Mention, Record, Timex
from claimscan.rulebook import Rulebook, Rulebooks
from claimscan.rulebook.dates import NEUTRAL
from claimscan.rulebook.load import load_rulebooks
from claimscan.rulebook.vocabulary import Vocabulary
from claimscan.sources.origins import at_origin
from claimscan.sources.plain import Plain, plain_text


class Extractor:
    """Reads documents by a set of rulebooks, the built-in ones by default; made once, used for many.

    `ner` names the recogniser of a language: an installed spaCy pipeline, or "none"; without an entry the
    one that comes with the program is used.
    """

    def __init__(self, rulebooks: Rulebooks | None = None, *, ner: Mapping[str, str] | None = None) -> None:
        self.rulebooks = rulebooks or load_rulebooks()
        self._ner = dict(ner or {})
        self._vocabulary = Vocabulary(self.rulebooks.languages)
        self._function_words = {code: book.facts.function_words for code, book in self.rulebooks.languages.items()}
        self._calendar = frozenset().union(*(book.dates.calendar for book in self.rulebooks.languages.values() if book.dates))
        self._lines: dict[str, _Line] = {}

    def __call__(self, document: Document) -> Record:
        """The names, dates, results and claims of one document."""
        (record,) = self._together((document,))
        return record

    def many(self, documents: Iterable[Document]) -> Iterator[Record]:
        """The records of documents in their order, as of each by itself; some are taken at once, which is faster."""
        for some in _grouped(documents):
            yield from self._together(some)

    def _together(self, documents: Sequence[Document]) -> list[Record]:
        """The records of some documents. Each step is taken for all of them, so that what it works with stays near the processor."""
        opened = self._opened(documents)
        entities = _entities(opened)
        named = self._named(opened, entities)
        dated = [_dates(each, mentions) for each, mentions in zip(opened, named, strict=True)]
        surveyed = [
            each.line.reader.survey(each.plain.text, mentions) if each.line else None
            for each, mentions in zip(opened, named, strict=True)
        ]
        readings = _readings(opened, surveyed)
        return [_record(*each, readings) for each in zip(opened, named, dated, surveyed, strict=True)]

    def _opened(self, documents: Sequence[Document]) -> list[_Opened]:
        """Documents in plain letters, their languages told and the catalogue's spellings found."""
        catalogue = self.rulebooks.catalogue
        plain = [self.plain(each.text) for each in documents]
        cased = [recased(each.text, catalogue, self._vocabulary.has) for each in plain]
        looked = [scanned(each, catalogue) for each in cased]
        told = [self._told(*each) for each in zip(documents, looked, strict=True)]
        return [
            _Opened(document, own, found, warnings, self._line(document.language))
            for own, found, (document, warnings) in zip(plain, looked, told, strict=True)
        ]

    def _named(self, opened: Sequence[_Opened], entities: Sequence[Sequence[Entity]]) -> list[tuple[Mention, ...]]:
        """The names of each text, those among them that only a claim shows to be models'."""
        catalogue = self.rulebooks.catalogue
        named = [names_in(each.looked, catalogue, seen, each.document.names) for each, seen in zip(opened, entities, strict=True)]
        suspected = [self._suspected(*each) for each in zip(opened, named, entities, strict=True)]
        for at, (each, doubts) in enumerate(zip(opened, suspected, strict=True)):
            shown = newcomers(each.line.reader, each.looked.text, named[at], doubts) if each.line and doubts else ()
            if shown:
                named[at] = names_in(each.looked, catalogue, entities[at], (*each.document.names, *shown))
        return named

    def _suspected(self, opened: _Opened, mentions: Sequence[Mention], entities: Sequence[Entity]) -> tuple[Suspicion, ...]:
        """The passages of a text in which a plain word may be a name; none in a language without rules."""
        if opened.line is None:
            return ()
        nouns = opened.line.rulebook.facts.capital_nouns
        catalogue, known = self.rulebooks.catalogue, self._vocabulary.has
        return suspicions(opened.looked, opened.plain.text, mentions, entities, catalogue, known, capital_nouns=nouns)

    def plain(self, text: str) -> Plain:
        """The plain form of a text that everything is read in."""
        return plain_text(text, self._vocabulary.has)

    def _told(self, document: Document, looked: Scanned) -> tuple[Document, tuple[str, ...]]:
        """The document with its language, and what a reader should know about that."""
        supported = tuple(self.rulebooks.languages)
        warnings = list(document.warnings)
        if document.language is None:
            found = told_by_words(looked.text, self._function_words) or self._detected(looked)
            if found.language not in supported:
                found = told_by_words(looked.text, self._function_words, LIKELY) or found
            document = replace(document, language=found.language, language_confidence=found.confidence)
            if found.language in supported and not found.certain:
                warnings.append(f"language {found.language} is only likely ({found.confidence:.2f}); --lang tells it for sure")
        if document.language not in supported:
            shown = document.language or "unknown"
            warnings.append(f"language {shown}: no claim rules; names and dates only (rules exist for {', '.join(supported)})")
        return document, tuple(warnings)

    def _detected(self, looked: Scanned) -> Detection:
        """The language of a text that its function words leave in doubt; names do not count, for they look alike in all languages."""
        names = names_in(looked, self.rulebooks.catalogue)
        return detect(looked.text, tuple(self.rulebooks.languages), [each.span for each in names])

    def _line(self, language: str | None) -> _Line | None:
        """What reads a language; None for one without rules."""
        rulebook = self.rulebooks.languages.get(language or "")
        if rulebook is None:
            return None
        if rulebook.language not in self._lines:
            nameless = self._calendar.union(*self._function_words.values())
            self._lines[rulebook.language] = _Line(rulebook, self._ner.get(rulebook.language), nameless)
        return self._lines[rulebook.language]


def month_names(rulebooks: Rulebooks) -> dict[str, int]:
    """The names of the months in all languages with their numbers, for datelines."""
    grammars = (rulebook.dates for rulebook in rulebooks.languages.values() if rulebook.dates)
    return {name: number for grammar in grammars for name, number in grammar.months.items()}


_TOGETHER, _MOST = 32, 200_000  # documents, and characters of them, that are read at once: bounds memory


def _grouped(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in order, some at a time; a long one by itself."""
    some: list[Document] = []
    length = 0
    for each in documents:
        if some and (len(some) == _TOGETHER or length + len(each.text) > _MOST):
            yield some
            some, length = [], 0
        some.append(each)
        length += len(each.text)
    if some:
        yield some


@dataclass(frozen=True, slots=True)
class _Opened:
    """A document whose language is told, ready to be read: its plain form, and what has been found in that; `line` reads its language."""

    document: Document
    plain: Plain
    looked: Scanned
    warnings: tuple[str, ...]
    line: _Line | None


def _entities(opened: Sequence[_Opened]) -> list[tuple[Entity, ...]]:
    """What the recogniser of its language finds in each document; what one recogniser reads it reads together."""
    found: list[tuple[Entity, ...]] = [()] * len(opened)
    recognisers = {id(each.line.recogniser): each.line.recogniser for each in opened if each.line}
    for recogniser in recognisers.values():
        places = [at for at, each in enumerate(opened) if each.line and each.line.recogniser is recogniser]
        looked = [opened[at].looked for at in places]
        read = recogniser.many([each.text for each in looked], [each.sure for each in looked])
        for at, entities in zip(places, read, strict=True):
            found[at] = entities
    return found


def _dates(opened: _Opened, mentions: Sequence[Mention]) -> tuple[Timex, ...]:
    """The dates of a document, in none of its names."""
    line = opened.line
    grammar = line.rulebook.dates if line and line.rulebook.dates else NEUTRAL
    return find_dates(opened.plain.text, grammar, opened.document.date, [each.span for each in mentions])


Readings = Mapping[str, Iterator[Reading | None]]
"""What the rules of each language find in the sentences of the documents in it, one after the other."""


def _readings(opened: Sequence[_Opened], surveyed: Sequence[Surveyed | None]) -> Readings:
    """The readings of all documents."""
    lines = {each.line.rulebook.language: each.line for each in opened if each.line}
    own = {
        language: [own for each, own in zip(opened, surveyed, strict=True) if own and each.line is line] for language, line in lines.items()
    }
    return {language: line.reader.readings(own[language]) for language, line in lines.items()}


def _record(
    opened: _Opened, mentions: tuple[Mention, ...], dates: tuple[Timex, ...], surveyed: Surveyed | None, readings: Readings
) -> Record:
    """The record of a document, its claims and results read; its sentences are the next ones of the readings in its language."""
    document, plain, line, warnings = opened.document, opened.plain, opened.line, opened.warnings
    if line is None or surveyed is None:
        return at_origin(Record(document, mentions, dates, layers=("catalogue", "shapes"), warnings=warnings), plain)
    claims, results = line.reader.read_on(plain.text, surveyed, readings[line.rulebook.language], dates)
    return at_origin(Record(document, mentions, dates, claims, results, line.layers, warnings), plain)


class _Line:
    """What reads one language, each part made when it is first needed."""

    def __init__(self, rulebook: Rulebook, setting: str | None, nameless: frozenset[str]) -> None:
        self.rulebook = rulebook
        self._setting = setting
        self._nameless = nameless

    @cached_property
    def recogniser(self) -> Recogniser:
        """The trained recogniser of names."""
        return load_recogniser(self._setting, self.rulebook.language, self._nameless)

    @cached_property
    def reader(self) -> ClaimReader:
        """The claim rules, compiled."""
        return ClaimReader(self.rulebook)

    @property
    def layers(self) -> tuple[str, ...]:
        """What ran: for the record."""
        return ("catalogue", "shapes", self.recogniser.name, f"rules:{self.rulebook.language}")
