"""`claimscan names`: the names that the catalogue does not know, ready to be put into it."""

from __future__ import annotations

import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimscan.cli import options as opt
from claimscan.cli.guard import guard, piped
from claimscan.cli.messages import Color, Messages, wants_color
from claimscan.errors import ExitCode
from claimscan.render.unknown_formats import UNKNOWN_ENDINGS, UnknownFormat, UnknownView, unknown_writer

EXAMPLE = "claimscan names news/"


class NamedKind(StrEnum):
    """The choices of `--kind`."""

    MODEL = "model"
    VENDOR = "vendor"
    BENCHMARK = "benchmark"


FormatOption = Annotated[
    UnknownFormat | None, typer.Option("--format", "-f", help="How to print; table unless -o tells otherwise.", show_default=False)
]
KindsOption = Annotated[list[NamedKind] | None, typer.Option("--kind", help="Only names of this kind; repeatable.", show_default=False)]
LeastOption = Annotated[int, typer.Option("--min-mentions", min=1, help="Leave out names that are mentioned less often.")]
ContextsOption = Annotated[int, typer.Option("--contexts", min=0, help="Excerpts a name, each from another document.")]


def names(
    context: typer.Context,
    paths: opt.Paths = None,
    format_: FormatOption = None,
    json: opt.JsonOption = False,
    output: opt.OutputOption = None,
    kinds: KindsOption = None,
    min_mentions: LeastOption = 1,
    contexts: ContextsOption = 1,
    lang: opt.LanguageOption = "auto",
    include: opt.IncludeOption = None,
    exclude: opt.ExcludeOption = None,
    rules: opt.RulesOption = None,
    ner: opt.RecogniserOption = None,
    from_: opt.KindOption = None,
    strict: opt.StrictOption = False,
    quiet: opt.QuietOption = False,
    no_progress: opt.ProgressOption = False,
    color: opt.ColorOption = Color.AUTO,
    debug: opt.DebugOption = False,
    text_key: opt.TextKey = "text",
    id_key: opt.IdKey = "id",
    lang_key: opt.LangKey = "lang",
    names_key: opt.NamesKey = "names",
) -> None:
    """List models, vendors and benchmarks that the texts name and the catalogue does not know.

    With counts and an excerpt of each; --format yaml prints the entries that make them known under --rules.
    """
    messages = Messages(quiet, color)
    with guard(messages, debug=debug):
        from claimscan.cli.job import Course, Job
        from claimscan.cli.output import opened
        from claimscan.model import Kind
        from claimscan.sources.inputs import Pick
        from claimscan.sources.options import Keys, Reading
        from claimscan.unknown import unknown_names

        given = tuple(paths or piped(context))
        opt.check_paths(given)
        chosen = opt.choose_format(UnknownFormat, UNKNOWN_ENDINGS, opt.with_json(UnknownFormat, format_, json=json), output)
        keys = Keys(text=text_key, id=id_key, language=lang_key, names=names_key)
        job = Job(
            paths=given,
            reading=Reading(None, opt.check_language(lang), from_, keys),
            output=output,
            rules=tuple(rules or ()),
            ner=opt.check_recognisers(ner or ()),
            pick=Pick(tuple(include or ()), tuple(exclude or ())),
            strict=strict,
            progress=not (quiet or no_progress),
            debug=debug,
        )
        course = Course(job, messages)
        wanted = [Kind(kind) for kind in kinds or NamedKind]
        with course.progress() as progress:
            records = course.records(progress)
            found = unknown_names(records, course.rulebooks.catalogue, kinds=wanted, least=min_mentions, passages=contexts)
        with opened(output) as out:
            unknown_writer(chosen)(found, out, _view(output, color))
        raise typer.Exit(ExitCode.SOME_FAILED if course.failures else ExitCode.OK)


def _view(output: Path | None, color: Color) -> UnknownView:
    """Coloured and fitted on a terminal, whole and plain elsewhere."""
    terminal = output is None and sys.stdout.isatty()
    return UnknownView(
        color=wants_color(color, sys.stdout) if output is None else color is Color.ALWAYS,
        width=shutil.get_terminal_size().columns if terminal else None,
    )
