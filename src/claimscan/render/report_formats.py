"""The formats of a report and the renderer of each."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from claimscan.ledger import Report
    from claimscan.render.report_view import ReportView

    ReportWriter = Callable[[Report, TextIO, ReportView], None]


class ReportFormat(StrEnum):
    """The formats of `claimscan report --format`."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"


# Loaded when used: the table alone needs rich.
_MODULES = {
    ReportFormat.TABLE: "report_tables",
    ReportFormat.JSON: "report_values",
    ReportFormat.CSV: "report_rows",
    ReportFormat.MARKDOWN: "report_markdown",
    ReportFormat.HTML: "report_page",
}
REPORT_ENDINGS = {
    ".json": ReportFormat.JSON,
    ".csv": ReportFormat.CSV,
    ".md": ReportFormat.MARKDOWN,
    ".markdown": ReportFormat.MARKDOWN,
    ".html": ReportFormat.HTML,
    ".htm": ReportFormat.HTML,
    ".txt": ReportFormat.TABLE,
}


def report_writer(format_: ReportFormat) -> ReportWriter:
    """The function that writes a report in a format."""
    write: ReportWriter = import_module(f"claimscan.render.{_MODULES[format_]}").write
    return write
