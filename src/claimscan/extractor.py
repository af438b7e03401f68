"""The whole line for one document: text in, record out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from claimscan.claims import ClaimReader
from claimscan.claims.newcomers import newcomers
from claimscan.find.capitals import recased
from claimscan.find.dates import find_dates
from claimscan.find.names import Scanned, names_in, scanned
from claimscan.find.recognise import Recogniser, load_recogniser
from claimscan.find.suspects import suspicions
from claimscan.language import LIKELY, Detection, detect, told_by_words
from claimscan.model import Document, Entity, Mention, Record
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
        self._lines: dict[str, _Line] = {}

    def __call__(self, document: Document) -> Record:
        """The names, dates, results and claims of one document."""
        plain = self.plain(document.text)
        text = plain.text
        cased = recased(text, self.rulebooks.catalogue, self._vocabulary.has)
        looked = scanned(cased, self.rulebooks.catalogue)
        document, warnings = self._told(document, looked)
        line = self._line(document.language)
        entities = line.recogniser(cased, looked.sure) if line else ()
        mentions = self._named(looked, text, entities, document, line)
        grammar = line.rulebook.dates if line and line.rulebook.dates else NEUTRAL
        dates = find_dates(text, grammar, document.date, [m.span for m in mentions])
        if line is None:
            return at_origin(Record(document, mentions, dates, layers=("catalogue", "shapes"), warnings=warnings), plain)
        claims, results = line.reader(text, mentions, dates)
        return at_origin(Record(document, mentions, dates, claims, results, line.layers, warnings), plain)

    def _named(self, looked: Scanned, text: str, entities: Sequence[Entity], document: Document, line: _Line | None) -> tuple[Mention, ...]:
        """The names of a text, those among them that only a claim shows to be models'."""
        catalogue = self.rulebooks.catalogue
        mentions = names_in(looked, catalogue, entities, document.names)
        if line is None:
            return mentions
        nouns = line.rulebook.facts.capital_nouns
        suspected = suspicions(looked, text, mentions, entities, catalogue, self._vocabulary.has, capital_nouns=nouns)
        shown = newcomers(line.reader, looked.text, mentions, suspected)
        return names_in(looked, catalogue, entities, (*document.names, *shown)) if shown else mentions

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
            small = frozenset().union(*self._function_words.values())
            self._lines[rulebook.language] = _Line(rulebook, self._ner.get(rulebook.language), small)
        return self._lines[rulebook.language]


def month_names(rulebooks: Rulebooks) -> dict[str, int]:
    """The names of the months in all languages with their numbers, for datelines."""
    grammars = (rulebook.dates for rulebook in rulebooks.languages.values() if rulebook.dates)
    return {name: number for grammar in grammars for name, number in grammar.months.items()}


class _Line:
    """What reads one language, each part made when it is first needed."""

    def __init__(self, rulebook: Rulebook, setting: str | None, function_words: frozenset[str]) -> None:
        self.rulebook = rulebook
        self._setting = setting
        self._function_words = function_words

    @cached_property
    def recogniser(self) -> Recogniser:
        """The trained recogniser of names."""
        return load_recogniser(self._setting, self.rulebook.language, self._function_words)

    @cached_property
    def reader(self) -> ClaimReader:
        """The claim rules, compiled."""
        return ClaimReader(self.rulebook)

    @property
    def layers(self) -> tuple[str, ...]:
        """What ran: for the record."""
        return ("catalogue", "shapes", self.recogniser.name, f"rules:{self.rulebook.language}")
