"""The output formats and the renderer of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from claimscan.model import Record
    from claimscan.render.view import View

    Writer = Callable[[Iterable[Record], TextIO, View], None]


class Format(StrEnum):
    """The formats of `--format`."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    JSONLD = "jsonld"


# Loaded when used: the table alone needs rich.
_MODULES = {
    Format.TABLE: "table",
    Format.JSON: "json_list",
    Format.JSONL: "json_lines",
    Format.CSV: "rows",
    Format.MARKDOWN: "markdown",
    Format.JSONLD: "jsonld",
}
ENDINGS = {
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".jsonld": Format.JSONLD,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TABLE,
}


def writer(format_: Format) -> Writer:
    """The function that writes records in a format; it writes each record as it comes."""
    write: Writer = import_module(f"claimscan.render.{_MODULES[format_]}").write
    return write
