"""One run over many inputs: what is complete is kept, the rest is done, and the ledger appears when all is there."""

from __future__ import annotations

import hashlib
import json
import sys
from array import array
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from claimscan.batch.journal import Entry, Journal
from claimscan.batch.manifest import Made, Manifest, Shard, beside, made_by, read_keys, write_manifest
from claimscan.batch.pool import CHUNK, Begin, in_order
from claimscan.batch.work import Outcome, Work, Worker, died, keyed
from claimscan.model import Failure
from claimscan.rulebook import Rulebooks, load_rulebooks
from claimscan.sources.inputs import ALL, STDIN, Input, Pick, Skipped, walk
from claimscan.sources.pieces import Piece, cut
from claimscan.stopping import Stopped, heed, whole
from claimscan.stores import StoreError, check_writable, read_lines, write_lines

Told = Callable[[Outcome | Skipped | None], None]
"""Is told of each outcome, of files that were left out, and with None of each record that was complete before."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read, where to write, how."""

    paths: Sequence[str]
    output: Path
    work: Work = field(default_factory=Work)
    pick: Pick = ALL
    shard: Shard = field(default_factory=Shard)
    jobs: int = 1
    go_on: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to: the records in the ledger, failures among them, and those that were complete before."""

    records: int
    failures: int
    claims: int
    warnings: int
    before: int


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A run that was broken off, and why: how many records are complete and kept for one that goes on."""

    kept: int
    cause: Stopped | OSError


def run(plan: Plan, told: Told) -> Summary | Interrupted:
    """Read all inputs and write the ledger, with its manifest beside it.

    Raises RuleError before anything is read, ClaimscanError for what concerns every input, OSError if nothing can be written at all.
    """
    check_writable(plan.output)
    rulebooks = load_rulebooks(plan.work.rules)
    # Rulebooks are read again in each process sooner than they are sent there.
    begin = partial(_begin, plan.work, rulebooks if plan.jobs == 1 else None)
    journal = _journal(plan)
    try:
        course = _Course(plan, made_by(plan.work, rulebooks), journal, told)
        course.follow(begin)
        summary = course.finish()
        journal.remove()
    except (Stopped, OSError) as cause:
        return Interrupted(journal.complete if journal.kept else 0, cause)
    finally:
        journal.close()
    return summary


def _begin(work: Work, rulebooks: Rulebooks | None) -> Callable[[Sequence[Piece | Failure]], Sequence[Outcome]]:
    """What works on the pieces in one process."""
    return Worker(work, rulebooks).many


def count(plan: Plan) -> int | None:
    """How many records the run will come to; None if that cannot be told beforehand."""
    if STDIN in plan.paths:
        return None
    return sum(plan.shard.has(position) for position, _ in enumerate(pieces(plan, lambda _: None)))


def pieces(plan: Plan, told: Told) -> Iterator[Piece | Failure]:
    """The pieces of all inputs, those of other shares too; the ledger itself is none."""
    return cut(_entries(plan, told), plan.work.reading, sys.stdin.buffer)


def _entries(plan: Plan, told: Told) -> Iterator[Input | Failure]:
    own = {plan.output.resolve(), beside(plan.output).resolve()}
    for entry in walk(plan.paths, plan.pick):
        if isinstance(entry, Skipped):
            told(entry)
        elif isinstance(entry, Failure) or entry.path is None or entry.path.resolve() not in own:
            yield entry


class _Course:
    """The way of one run through its inputs."""

    def __init__(self, plan: Plan, made: Made, journal: Journal, told: Told) -> None:
        self._plan, self._made, self._journal, self._told = plan, made, journal, told
        self._places = array("q")  # of each record in its order; -1 where it is yet to come
        self._awaited: deque[int] = deque()
        self._inputs = 0
        self._listing = hashlib.sha256()
        self._before = 0

    def follow(self, begin: Begin[Piece | Failure, Outcome]) -> None:
        """Do what is not complete."""
        together = 1 if STDIN in self._plan.paths else CHUNK  # what may come in one by one is done as it comes
        with closing(in_order(self._todo(), begin, died, self._plan.jobs, together=together)) as outcomes:
            for outcome in outcomes:
                heed()  # before what may have come out wrong is taken for whole
                with whole():
                    self._places[self._awaited.popleft()] = self._journal.add(outcome)
                self._told(outcome)

    def finish(self) -> Summary:
        """Write the ledger and its manifest."""
        counts = array("q", (0, 0, 0))
        write_lines(self._counted(counts), self._plan.output)
        manifest = Manifest(self._made, self._plan.shard, self._inputs, self._listing.hexdigest())
        write_manifest(self._plan.output, manifest, (entry.key for entry in self._entries()))
        claims, warnings, failures = counts
        return Summary(len(self._places), failures, claims, warnings, self._before)

    def _todo(self) -> Iterator[Piece | Failure]:
        """The pieces of this share that are not complete; the places of all are told in their order."""
        for position, item in enumerate(pieces(self._plan, self._told)):
            self._inputs += 1
            self._listing.update(item.id.encode("utf-8", "surrogatepass") + b"\n")
            if not self._plan.shard.has(position):
                continue
            place, found = self._known(item) if self._plan.go_on else (None, item)
            self._places.append(-1 if place is None else place)
            if place is None:
                self._awaited.append(len(self._places) - 1)
                yield found
            else:
                self._before += 1
                self._told(None)

    def _known(self, item: Piece | Failure) -> tuple[int | None, Piece | Failure]:
        """Where the record of a piece stands if it is complete, else the piece as it was read to tell."""
        key, found = keyed(item, self._made.fingerprint)
        return self._journal.place(key), found

    def _entries(self) -> Iterator[Entry]:
        return self._journal.entries(self._places)

    def _counted(self, counts: array[int]) -> Iterator[str]:
        """The records; what they hold is added up on the way."""
        for entry in self._entries():
            for index, number in enumerate((entry.claims, entry.warnings > 0, entry.failures)):
                counts[index] += number
            yield entry.line


def _journal(plan: Plan) -> Journal:
    """The journal of a run; one that goes on begins with all that an earlier run has left."""
    path = plan.output.with_name(f"{plan.output.name}.journal")
    if plan.go_on and not path.exists():
        _restore(plan.output, path)
    return Journal(path, go_on=plan.go_on)


def _restore(ledger: Path, path: Path) -> None:
    """Make the journal of a ledger that was finished before; none if the ledger does not hold whole records."""
    part = path.with_name(f"{path.name}.writing")
    part.unlink(missing_ok=True)
    journal = Journal(part, go_on=False)
    try:
        for key, line in zip(read_keys(ledger), read_lines(ledger), strict=True):
            values = json.loads(line)
            error = values.get("error")
            failure = Failure(values["document"]["id"], error["what"], error["hint"]) if error else None
            journal.add(Outcome(values["document"]["id"], key, line, len(values["claims"]), len(values["warnings"]), failure))
        part.replace(path)
    except (StoreError, FileNotFoundError, ValueError, KeyError):
        journal.remove()
    finally:
        journal.close()
