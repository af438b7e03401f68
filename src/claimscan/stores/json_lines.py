"""JSON Lines: one record a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimscan.stores.files import StoreError


def read(path: Path) -> Iterator[str]:
    """The lines that are not blank."""
    try:
        with path.open(encoding="utf-8", newline="\n") as stream:
            yield from (line.rstrip("\r\n") for line in stream if not line.isspace())
    except UnicodeDecodeError as error:
        raise StoreError(f"{path}: is not UTF-8 text ({error.reason})") from error


def write(lines: Iterable[str], path: Path) -> None:
    """Write each record on a line of its own."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(line + "\n" for line in lines)
