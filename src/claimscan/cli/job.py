"""One run over inputs: documents through the extractor to what `extract` prints, with what goes wrong told on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimscan.cli.messages import Messages
from claimscan.cli.output import opened
from claimscan.cli.progress import Progress
from claimscan.errors import ClaimscanError, ExitCode
from claimscan.extractor import Extractor, month_names
from claimscan.model import Document, Failure, Record
from claimscan.record import all_warnings
from claimscan.render.formats import Format, writer
from claimscan.render.view import View
from claimscan.rulebook.load import load_rulebooks
from claimscan.sources.inputs import ALL, Pick, gather
from claimscan.sources.options import Reading
from claimscan.sources.read import read_documents
from claimscan.stopping import Stopped, breakable, settle, whole


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done."""

    paths: tuple[str, ...]
    reading: Reading
    format: Format = Format.TABLE
    view: View = field(default_factory=View)
    output: Path | None = None
    pick: Pick = ALL
    rules: tuple[Path, ...] = ()
    ner: Mapping[str, str] = field(default_factory=dict)
    min_confidence: float = 0.0
    strict: bool = False
    progress: bool = True
    debug: bool = False


def carry_out(job: Job, messages: Messages) -> ExitCode:
    """Read, extract and write; the exit code tells whether every input was written."""
    course = Course(job, messages)
    view = replace(job.view, single=course.inputs.single)
    keeper = Keeper()
    with opened(job.output) as out, course.progress() as progress, keeper.keep():
        writer(job.format)(keeper.over(course.records(progress)), out, view)
    if keeper.stopped is not None:
        messages.error(f"{keeper.stopped}; {keeper.written} complete record{'s' * (keeper.written != 1)} written")
        return ExitCode(keeper.stopped.code)
    return ExitCode.SOME_FAILED if course.failures else ExitCode.OK


class Course:
    """A job with its rules loaded and its inputs found; what fails is told and collected in `failures`."""

    def __init__(self, job: Job, messages: Messages) -> None:
        self.rulebooks = load_rulebooks(job.rules)
        self.inputs = gather(job.paths, job.pick)
        self.failures: list[Failure] = []
        self._job, self._messages = job, messages
        for skipped in self.inputs.skipped:
            messages.skipped(skipped)

    def progress(self) -> Progress:
        """The bar for all inputs."""
        return Progress(len(self.inputs.entries), self._job.output, wanted=self._job.progress)

    def records(self, progress: Progress) -> Iterator[Record]:
        """The records of the inputs, read as they are asked for."""
        extractor = Extractor(self.rulebooks, ner=self._job.ner)
        reading = replace(self._job.reading, months=month_names(self.rulebooks))
        items = progress.over(read_documents(self.inputs, reading))
        results = (_result(item, extractor, self._job, self._messages) for item in items)
        return _kept(results, self.failures, self._messages)


def _kept(results: Iterable[Record | Failure], failures: list[Failure], messages: Messages) -> Iterator[Record]:
    """The records; failures are told and collected."""
    for result in results:
        if isinstance(result, Failure):
            messages.failure(result)
            failures.append(result)
        else:
            yield result


def _result(item: Document | Failure, extractor: Extractor, job: Job, messages: Messages) -> Record | Failure:
    """The record of a document with its warnings told, or the reason why there is none."""
    if isinstance(item, Failure):
        return item
    try:
        record = extractor(item)
    except ClaimscanError:
        raise
    except Exception as error:  # a mistake of ours in one document must not cost the others
        if job.debug:
            messages.traceback()
        return Failure(item.id, f"internal error: {type(error).__name__}: {error}", "--debug shows where")
    warnings = all_warnings(record)
    for warning in warnings:
        messages.warning(item.id, warning)
    if warnings and job.strict:
        return Failure(item.id, "left out for its warnings", "--strict")
    return replace(record, claims=tuple(claim for claim in record.claims if claim.confidence >= job.min_confidence))


class Keeper:
    """Keeps records whole: asked to end while one is written, the program writes it to its end."""

    def __init__(self) -> None:
        self.written = 0
        self.stopped: Stopped | None = None

    @contextmanager
    def keep(self) -> Iterator[None]:
        """What is written inside is broken off between records only; `stopped` tells that it was."""
        try:
            with whole():
                yield
        except Stopped as stopped:
            settle()
            self.stopped = stopped

    def over(self, records: Iterator[Record]) -> Iterator[Record]:
        """The records, counted once they are written."""
        while True:
            with breakable():
                record = next(records, None)
            if record is None:
                return
            yield record
            self.written += 1
