"""`claimscan report`: what the articles of a ledger say together."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from claimscan.cli import options as opt
from claimscan.cli.guard import guard
from claimscan.cli.messages import Color, Messages, wants_color
from claimscan.render.report_formats import REPORT_ENDINGS, ReportFormat, report_writer
from claimscan.render.report_view import ReportView

EXAMPLE = "claimscan report ledger.jsonl --not-self-reported --html report.html"
TOP = 15

_ONLY = "Only what"
Ledger = Annotated[
    Path,
    typer.Argument(metavar="LEDGER", exists=True, dir_okay=False, help="What batch wrote: .jsonl, .parquet, .sqlite.", show_default=False),
]
FormatOption = Annotated[
    ReportFormat | None, typer.Option("--format", "-f", help="How to print; table unless -o tells otherwise.", show_default=False)
]
HtmlOption = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write one self-contained page for the browser.", show_default=False)
]
TopOption = Annotated[int, typer.Option("--top", min=0, help="As many lines a table; 0 for all. Only for table and markdown.")]
_NAMES = {"metavar": "NAME", "rich_help_panel": _ONLY, "show_default": False}
ModelOption = Annotated[list[str] | None, typer.Option("--model", help="speaks of this model or family; repeatable.", **_NAMES)]
VendorOption = Annotated[list[str] | None, typer.Option("--vendor", help="speaks of this vendor's models; repeatable.", **_NAMES)]
SourceOption = Annotated[list[str] | None, typer.Option("--source", help="this person, house or article says; repeatable.", **_NAMES)]
BenchmarkOption = Annotated[list[str] | None, typer.Option("--benchmark", help="is about this benchmark; repeatable.", **_NAMES)]
_DATE = {"metavar": "YYYY[-MM[-DD]]", "rich_help_panel": _ONLY, "show_default": False}
SinceOption = Annotated[str | None, typer.Option("--since", help="was said on or after this day.", **_DATE)]
UntilOption = Annotated[str | None, typer.Option("--until", help="was said on or before this day.", **_DATE)]
OthersOption = Annotated[bool, typer.Option("--not-self-reported", help="does not come from the winner's side.", rich_help_panel=_ONLY)]


def report(
    ledger: Ledger,
    format_: FormatOption = None,
    output: opt.OutputOption = None,
    html: HtmlOption = None,
    top: TopOption = TOP,
    model: ModelOption = None,
    vendor: VendorOption = None,
    source: SourceOption = None,
    benchmark: BenchmarkOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    not_self_reported: OthersOption = False,
    quiet: opt.QuietOption = False,
    color: opt.ColorOption = Color.AUTO,
    debug: opt.DebugOption = False,
) -> None:
    """Tell what the articles of a ledger say together: who is said to beat whom, who contradicts whom, and when.

    Wordings that several articles share count once. Ledgers are written by claimscan batch.
    """
    messages = Messages(quiet, color)
    with guard(messages, debug=debug):
        from claimscan.cli.output import opened
        from claimscan.ledger import Filter, report_of
        from claimscan.stores import read_records

        chosen, target = _target(format_, output, html)
        only = Filter(
            models=tuple(model or ()),
            vendors=tuple(vendor or ()),
            sources=tuple(source or ()),
            benchmarks=tuple(benchmark or ()),
            since=opt.check_date(since),
            until=opt.check_date(until),
            not_self_reported=not_self_reported,
        )
        found = report_of(read_records(ledger), only)
        with opened(target) as out:
            report_writer(chosen)(found, out, _view(target, color, top))
        if target is not None:
            messages.note(f"{target}: {len(found.wordings):,} wordings of {found.documents:,} documents")


def _target(format_: ReportFormat | None, output: Path | None, html: Path | None) -> tuple[ReportFormat, Path | None]:
    """The format and the file, None for standard output."""
    if html is not None:
        if format_ not in (None, ReportFormat.HTML) or output is not None:
            raise typer.BadParameter("--html FILE goes without --format and --output")
        return ReportFormat.HTML, html
    return opt.choose_format(ReportFormat, REPORT_ENDINGS, format_, output), output


def _view(target: Path | None, color: Color, top: int) -> ReportView:
    """Coloured and fitted on a terminal, whole and plain elsewhere."""
    terminal = target is None and sys.stdout.isatty()
    return ReportView(
        top=top or None,
        color=wants_color(color, sys.stdout) if target is None else color is Color.ALWAYS,
        width=shutil.get_terminal_size().columns if terminal else None,
    )
