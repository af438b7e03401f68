"""`claimscan batch`: read thousands of articles into a ledger."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimscan.cli import options as opt
from claimscan.cli.guard import guard
from claimscan.cli.messages import Color, Messages
from claimscan.errors import ExitCode

if TYPE_CHECKING:
    from claimscan.batch.course import Interrupted, Plan, Summary

EXAMPLE = "claimscan batch articles/ -o ledger.sqlite"
_SHARD = re.compile(r"([1-9]\d{0,5})/([1-9]\d{0,5})\Z")

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.", show_default=False)]
Output = Annotated[
    Path, typer.Option("--output", "-o", metavar="OUT", help="The ledger: .jsonl, .csv, .parquet or .sqlite.", show_default=False)
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, max=1024, help="Processes; by default one a processor.", show_default=False)
]
Resume = Annotated[bool, typer.Option("--resume", help="Keep what an earlier run has done, unless inputs, rules or options changed.")]
ShardOption = Annotated[
    str | None, typer.Option("--shard", metavar="I/N", help="Read the I-th of N shares; see claimscan merge.", show_default=False)
]


def batch(
    paths: Paths,
    output: Output,
    jobs: Jobs = None,
    resume: Resume = False,
    shard: ShardOption = None,
    include: opt.IncludeOption = None,
    exclude: opt.ExcludeOption = None,
    with_text: opt.TextOption = False,
    lang: opt.LanguageOption = "auto",
    date: opt.DateOption = None,
    rules: opt.RulesOption = None,
    ner: opt.RecogniserOption = None,
    min_confidence: opt.ConfidenceOption = 0.0,
    kind: opt.KindOption = None,
    strict: opt.StrictOption = False,
    quiet: opt.QuietOption = False,
    no_progress: opt.ProgressOption = False,
    color: opt.ColorOption = Color.AUTO,
    debug: opt.DebugOption = False,
    text_key: opt.TextKey = "text",
    id_key: opt.IdKey = "id",
    date_key: opt.DateKey = "date",
    title_key: opt.TitleKey = "title",
    lang_key: opt.LangKey = "lang",
    names_key: opt.NamesKey = "names",
) -> None:
    """Read many articles into one ledger, in parallel; what is done survives being killed.

    Every input becomes a record or a failure. OUT.run, beside the ledger, tells what made it.
    """
    messages = Messages(quiet, color)
    with guard(messages, debug=debug):
        from claimscan.batch import Plan, Work
        from claimscan.batch.manifest import Shard
        from claimscan.sources.inputs import Pick
        from claimscan.sources.options import Keys, Reading

        opt.check_paths(tuple(paths))
        keys = Keys(text_key, id_key, date_key, title_key, lang_key, names_key)
        reading = Reading(opt.check_date(date), opt.check_language(lang), kind, keys)
        work = Work(reading, tuple(rules or ()), opt.check_recognisers(ner or ()), min_confidence, strict, with_text)
        pick = Pick(tuple(include or ()), tuple(exclude or ()))
        plan = Plan(tuple(paths), output, work, pick, Shard(*_shard(shard)), jobs or _processors(), resume)
        raise typer.Exit(_carry_out(plan, messages, progress=not (quiet or no_progress)))


def _shard(value: str | None) -> tuple[int, int]:
    """Index and number of shares, 1 of 1 where none is asked for."""
    found = _SHARD.match(value or "1/1")
    if found is None or int(found[1]) > int(found[2]):
        raise typer.BadParameter(f"'{value}' is no share; write 1/4 for the first of four")
    return int(found[1]), int(found[2])


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _carry_out(plan: Plan, messages: Messages, *, progress: bool) -> ExitCode:
    """Run the plan, tell what fails on the way and what it came to."""
    from claimscan.batch.course import count, run
    from claimscan.batch.work import Outcome
    from claimscan.cli.batch_progress import BatchProgress
    from claimscan.sources.inputs import Skipped

    with BatchProgress(lambda: count(plan), wanted=progress) as bar:

        def told(event: Outcome | Skipped | None) -> None:
            if isinstance(event, Skipped):
                messages.skipped(event)
                return
            if event is not None and event.failure is not None:
                messages.failure(event.failure)
            bar.step()

        ended = run(plan, told)
    return _told(ended, plan, messages)


def _told(ended: Summary | Interrupted, plan: Plan, messages: Messages) -> ExitCode:
    from claimscan.batch.course import Interrupted

    if isinstance(ended, Interrupted):
        kept = f"; {_number(ended.kept, 'complete record')} kept{'; go on with --resume' * (ended.kept > 0)}"
        if isinstance(ended.cause, OSError):
            messages.cannot_write(ended.cause, kept)
            return ExitCode.CANNOT_WRITE
        messages.error(f"{ended.cause}{kept}")
        return ExitCode(ended.cause.code)
    before = f", {ended.before:,} of them complete before" if ended.before else ""
    warned = f", {ended.warnings:,} with warnings" if ended.warnings else ""
    failed = f", {_number(ended.failures, 'failure')}" if ended.failures else ""
    messages.note(f"{plan.output}: {_number(ended.records, 'record')}{before}; {_number(ended.claims, 'claim')}{warned}{failed}")
    return ExitCode.SOME_FAILED if ended.failures else ExitCode.OK


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"
