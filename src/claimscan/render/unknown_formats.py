"""The formats of unknown names and the renderer of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from claimscan.unknown import UnknownNames

    UnknownWriter = Callable[[UnknownNames, TextIO, "UnknownView"], None]


@dataclass(frozen=True, slots=True)
class UnknownView:
    """How names are to be shown; `width`: columns of the terminal, None where nothing may be cut or wrapped."""

    color: bool = False
    width: int | None = None


class UnknownFormat(StrEnum):
    """The formats of `claimscan names --format`."""

    TABLE = "table"
    JSON = "json"
    YAML = "yaml"


# Loaded when used: the table alone needs rich.
_MODULES = {UnknownFormat.TABLE: "unknown_tables", UnknownFormat.JSON: "unknown_values", UnknownFormat.YAML: "unknown_entries"}
UNKNOWN_ENDINGS = {
    ".json": UnknownFormat.JSON,
    ".yml": UnknownFormat.YAML,
    ".yaml": UnknownFormat.YAML,
    ".txt": UnknownFormat.TABLE,
}


def unknown_writer(format_: UnknownFormat) -> UnknownWriter:
    """The function that writes unknown names in a format."""
    write: UnknownWriter = import_module(f"claimscan.render.{_MODULES[format_]}").write
    return write
