"""A report for people at a terminal; plain, whole and unwrapped where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimscan.ledger import Report
from claimscan.render.report_sections import Section, explanation, filters, headline, sections
from claimscan.render.report_view import ReportView
from claimscan.render.table import plain_table, rendered

_STYLES = {"Winner": "bold green", "Name": "bold", "Between": "bold", "Source": "bold", "Benchmark": "bold", "Sentence": "dim"}


def write(report: Report, out: TextIO, view: ReportView) -> None:
    """Write the sections one below the other."""
    out.write(rendered(_parts(report, view), width=view.width, color=view.color))


def _parts(report: Report, view: ReportView) -> Iterator[RenderableType]:
    yield Text("Who is said to beat whom", "bold")
    yield Text(headline(report), "dim")
    if restricted := filters(report):
        yield Text(restricted, "yellow")
    for section in sections(report, view.top):
        yield Padding(Text.assemble((section.title, "bold"), (f"  {section.note}", "dim")), (1, 0, 0, 0))
        yield _table(section)
    if meaning := explanation(report):
        yield Padding(Text(meaning, "dim"), (1, 0, 0, 0))


def _table(section: Section) -> Table:
    table = plain_table(section.headings)
    for number in section.numbers:
        table.columns[number].justify = "right"
    for row in section.rows:
        table.add_row(*(Text(cell, _STYLES.get(heading, "")) for heading, cell in zip(section.headings, row, strict=True)))
    if section.left_out:
        table.caption = Text(f"… {section.left_out:,} more; --top 0 shows all", "dim")
        table.caption_justify = "left"
    return table
