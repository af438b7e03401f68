"""One piece in, its record as a line out: the same function in every process, on every machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

from claimscan.errors import ClaimscanError, SourceError
from claimscan.extractor import Extractor, month_names
from claimscan.find.recognise import shipped
from claimscan.model import Document, Failure, Record
from claimscan.record import failure_values, record_values
from claimscan.rulebook import Rulebooks, load_rulebooks
from claimscan.sources.options import Reading
from claimscan.sources.pieces import Piece, content_of
from claimscan.sources.read import read_content

Made = TypeVar("Made")

NO_KEY = "-"
"""The key of what must be done again whenever a run goes on."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done with every piece; `rules` are folders laid over the built-in ones."""

    reading: Reading = field(default_factory=Reading)
    rules: tuple[Path, ...] = ()
    ner: Mapping[str, str] = field(default_factory=dict)
    min_confidence: float = 0.0
    strict: bool = False
    with_text: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one piece: a record as its line of JSON, also where it failed.

    `key` is the same as long as the piece, the rules, the recognisers and the options are.
    """

    id: str
    key: str
    line: str
    claims: int = 0
    warnings: int = 0
    failure: Failure | None = None


class Worker:
    """Reads pieces; made once in each process. `rulebooks` are those of the work, where they are at hand."""

    def __init__(self, work: Work, rulebooks: Rulebooks | None = None) -> None:
        rulebooks = rulebooks or load_rulebooks(work.rules)
        self.work = work
        self.fingerprint = fingerprint(work, rulebooks)
        self._reading = replace(work.reading, months=month_names(rulebooks))
        self._extractor = Extractor(rulebooks, ner=work.ner)

    def __call__(self, item: Piece | Failure) -> Outcome:
        """The record of a piece, or of its failure. Raises ClaimscanError only for what concerns every piece."""
        (outcome,) = self.many([item])
        return outcome

    def many(self, items: Sequence[Piece | Failure]) -> list[Outcome]:
        """The records of some pieces in their order, taken at once, which is faster; where one fails, each by itself."""
        read = [self._read(item) for item in items]
        documents = [found for _, found in read if isinstance(found, Document)]
        try:
            records: Iterator[Record | Failure] = iter(list(self._extractor.many(documents)))
        except ClaimscanError:
            raise
        except Exception:
            records = (_guarded(each.id, partial(self._extractor, each)) for each in documents)
        return [self._outcome(key, next(records) if isinstance(found, Document) else found) for key, found in read]

    def _read(self, item: Piece | Failure) -> tuple[str, Document | Failure]:
        """The key of a piece, and what stands in it."""
        key, found = keyed(item, self.fingerprint)
        if isinstance(found, Failure):
            return key, found
        piece = replace(found, content=None)
        return key, _guarded(piece.id, partial(read_content, piece, found.content or b"", self._reading))

    def _outcome(self, key: str, record: Record | Failure) -> Outcome:
        """A record as it is kept."""
        if isinstance(record, Failure):
            return _failed(record, key)
        kept = replace(record, claims=tuple(claim for claim in record.claims if claim.confidence >= self.work.min_confidence))
        values, name = record_values(kept, with_text=self.work.with_text), record.document.id
        if values["warnings"] and self.work.strict:
            return _failed(Failure(name, f"left out for its warnings: {'; '.join(values['warnings'])}", "--strict"), key)
        return Outcome(name, key, _line(values), len(kept.claims), len(values["warnings"]))


def _guarded(name: str, make: Callable[[], Made]) -> Made | Failure:
    """What is made of one document, or why nothing is: a mistake of ours in one must not cost the others."""
    try:
        return make()
    except SourceError as error:
        return Failure(name, error.what, error.hint)
    except ClaimscanError:
        raise
    except Exception as error:
        return Failure(name, f"internal error: {type(error).__name__}: {error}", "extract --debug shows where")


def keyed(item: Piece | Failure, fingerprint: str) -> tuple[str, Piece | Failure]:
    """The key of a piece, and the piece with its bytes in hand, or why they cannot be had."""
    if isinstance(item, Piece):
        try:
            item = replace(item, content=content_of(item))
        except SourceError as error:
            item = Failure(item.id, error.what, error.hint)
        except OSError as error:
            item = Failure(item.id, f"cannot be read: {error.strerror or error}")
    parts = (b"failure", item.what.encode("utf-8", "replace")) if isinstance(item, Failure) else (item.kind.encode(), item.content or b"")
    digest = hashlib.sha256("\0".join((fingerprint, item.id, "")).encode("utf-8", "surrogatepass"))
    for part in parts:
        digest.update(part + b"\0")
    return digest.hexdigest()[:32], item


def fingerprint(work: Work, rulebooks: Rulebooks) -> str:
    """A digest of all that a record depends on besides its piece."""
    reading = replace(work.reading, months={})
    told = {"claimscan": version("claimscan"), "rules": rulebooks.digest, "recognisers": recognisers(work, rulebooks)}
    options = {"reading": asdict(reading), "confidence": work.min_confidence, "strict": work.strict, "text": work.with_text}
    return hashlib.sha256(json.dumps(told | options).encode()).hexdigest()


def recognisers(work: Work, rulebooks: Rulebooks) -> dict[str, str]:
    """The recogniser of each language with its version, told without loading it."""
    return {language: _recogniser(work.ner.get(language), language) for language in rulebooks.languages}


def died(item: Piece | Failure, code: int | None) -> Outcome:
    """The outcome of a piece whose process came to an end; it is tried again when the run goes on."""
    failure = Failure(item.id, f"the process that read it ended (exit code {code})", "it may have needed more memory than there was")
    return _failed(failure, NO_KEY)


def _recogniser(setting: str | None, language: str) -> str:
    if setting is None:
        return shipped(language) or "none"
    meta = Path(setting) / "meta.json"
    if meta.is_file():
        return hashlib.sha256(meta.read_bytes()).hexdigest()
    try:
        return f"{setting}-{version(setting)}"
    except PackageNotFoundError:
        return setting


def _failed(failure: Failure, key: str) -> Outcome:
    return Outcome(failure.id, key, _line(failure_values(failure)), failure=failure)


def _line(values: dict[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False)
