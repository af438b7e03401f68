"""A report as Markdown: the same tables, to paste into a note or an issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from claimscan.ledger import Report
from claimscan.render.markdown import escaped, table
from claimscan.render.report_sections import Section, explanation, filters, headline, sections
from claimscan.render.report_view import ReportView


def write(report: Report, out: TextIO, view: ReportView) -> None:
    """Write a heading and a section for each table."""
    out.write("\n\n".join(_blocks(report, view)) + "\n")


def _blocks(report: Report, view: ReportView) -> Iterator[str]:
    yield "# Who is said to beat whom"
    yield escaped(headline(report))
    if restricted := filters(report):
        yield escaped(restricted)
    for section in sections(report, view.top):
        yield f"## {section.title}"
        yield escaped(section.note)
        yield "\n".join(_lines(section))
        if section.left_out:
            yield f"… {section.left_out:,} more"
    if meaning := explanation(report):
        yield escaped(meaning)


def _lines(section: Section) -> list[str]:
    """The table with its columns of numbers set to the right."""
    head, _, *rows = table(section.headings, section.rows)
    rule = ["---:" if number in section.numbers else "---" for number in range(len(section.headings))]
    return [head, f"| {' | '.join(rule)} |", *rows]
