"""One run of `extract`: documents through the extractor to the renderer, with what goes wrong told on the way."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType

from claimscan.cli.guard import OutputError
from claimscan.cli.messages import Messages
from claimscan.cli.output import opened
from claimscan.cli.progress import Progress
from claimscan.errors import ClaimscanError, ExitCode
from claimscan.extract import Extractor
from claimscan.model import Document, Failure, Record
from claimscan.render.formats import Format, writer
from claimscan.render.record import all_warnings
from claimscan.render.view import View
from claimscan.rulebook.books import Rulebooks
from claimscan.rulebook.load import load_rulebooks
from claimscan.sources.inputs import gather
from claimscan.sources.options import Reading
from claimscan.sources.read import read_documents


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done."""

    paths: tuple[str, ...]
    reading: Reading
    format: Format
    view: View
    output: Path | None = None
    rules: tuple[Path, ...] = ()
    ner: Mapping[str, str] = field(default_factory=dict)
    min_confidence: float = 0.0
    strict: bool = False
    progress: bool = True
    debug: bool = False


@dataclass(slots=True)
class Tally:
    """How many inputs were written and how many failed so far."""

    written: int = 0
    failed: int = 0


def carry_out(job: Job, messages: Messages) -> ExitCode:
    """Read, extract and write; the exit code tells whether every input was written."""
    rulebooks = load_rulebooks(job.rules)
    extractor = Extractor(rulebooks, ner=job.ner)
    reading = replace(job.reading, months=_months(rulebooks))
    inputs = gather(job.paths)
    for skipped in inputs.skipped:
        messages.note(f"{skipped.folder}: {skipped.count} file{'s' * (skipped.count > 1)} with other endings left out")
    view = replace(job.view, single=inputs.single)
    tally = Tally()
    try:
        with opened(job.output) as out, Progress(job, len(inputs.entries)) as progress, Deferred() as deferred:
            found = _records(progress.over(read_documents(inputs, reading)), extractor, job, messages, tally)
            try:
                writer(job.format)(deferred.between(found), out, view)
            except OSError as error:
                if isinstance(error, BrokenPipeError):
                    raise
                raise OutputError(error.strerror or str(error)) from error
    except KeyboardInterrupt:
        messages.error(f"interrupted; {tally.written} complete record{'s' * (tally.written != 1)} written")
        return ExitCode.INTERRUPTED
    return ExitCode.SOME_FAILED if tally.failed else ExitCode.OK


def _months(rulebooks: Rulebooks) -> dict[str, int]:
    """The names of the months in all languages, for datelines."""
    grammars = (rulebook.dates for rulebook in rulebooks.languages.values() if rulebook.dates)
    return {name: number for grammar in grammars for name, number in grammar.months.items()}


def _records(items: Iterable[Document | Failure], extractor: Extractor, job: Job, messages: Messages, tally: Tally) -> Iterator[Record]:
    """The records of all documents that could be read; the others are told and counted."""
    for item in items:
        result = item if isinstance(item, Failure) else _extracted(item, extractor, job, messages)
        if isinstance(result, Failure):
            messages.failure(result)
            tally.failed += 1
            continue
        warnings = all_warnings(result)
        for warning in warnings:
            messages.warning(result.document.id, warning)
        if warnings and job.strict:
            messages.failure(Failure(result.document.id, "left out for its warnings", "--strict"))
            tally.failed += 1
            continue
        yield replace(result, claims=tuple(claim for claim in result.claims if claim.confidence >= job.min_confidence))
        tally.written += 1


def _extracted(document: Document, extractor: Extractor, job: Job, messages: Messages) -> Record | Failure:
    """The record of a document; a mistake of ours in one document must not cost the others."""
    try:
        return extractor(document)
    except ClaimscanError:
        raise
    except Exception as error:
        if job.debug:
            messages.traceback()
        return Failure(document.id, f"internal error: {type(error).__name__}: {error}", "--debug shows where")


class Deferred:
    """Holds an interruption back while a record is being written, so that none is cut in two; a second one is not held."""

    def __init__(self) -> None:
        self._writing = False
        self._pending = False

    def __enter__(self) -> Deferred:
        self._before = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *raised: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def between(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records; an interruption that came while one was written is raised after it."""
        for record in records:
            self._writing = True
            yield record
            self._writing = False
            if self._pending:
                raise KeyboardInterrupt

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        if not self._writing or self._pending:
            raise KeyboardInterrupt
        self._pending = True
