"""One file of records: which kind it is, its records in order, and a new one that appears whole.

A record travels as its line: the JSON of `claimscan/1`, without line end. Every kind but CSV gives back the lines it was given.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any

from claimscan.errors import ClaimscanError


class StoreError(ClaimscanError):
    """A ledger cannot be read or written; the message names the file."""


class StoreKind(StrEnum):
    """The kinds of ledger."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"


ENDINGS = {
    ".jsonl": StoreKind.JSONL,
    ".ndjson": StoreKind.JSONL,
    ".csv": StoreKind.CSV,
    ".parquet": StoreKind.PARQUET,
    ".sqlite": StoreKind.SQLITE,
    ".sqlite3": StoreKind.SQLITE,
    ".db": StoreKind.SQLITE,
}
# Loaded when used: Parquet alone needs pyarrow.
_MODULES = {
    StoreKind.JSONL: "json_lines",
    StoreKind.CSV: "claim_rows",
    StoreKind.PARQUET: "parquet",
    StoreKind.SQLITE: "sqlite",
}


def kind_of_store(path: PurePath) -> StoreKind:
    """The kind that the ending of a file stands for. Raises StoreError for other endings."""
    kind = ENDINGS.get(path.suffix.lower())
    if kind is None:
        raise StoreError(f"the ending of '{path}' tells no kind of ledger; use one of {' '.join(ENDINGS)}")
    return kind


def check_writable(path: Path) -> None:
    """Raise what writing a ledger of this name would raise in the end.

    ClaimscanError for an unknown ending or a library that is missing, OSError for a folder in its place.
    """
    if kind_of_store(path) is StoreKind.PARQUET:
        _module(StoreKind.PARQUET).record_schema()
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a ledger in order, each as the values of `claimscan/1`; read as they are asked for.

    Raises StoreError if the file is no ledger, or a CSV, which holds claims alone.
    """
    for number, line in enumerate(read_lines(path), start=1):
        try:
            values = json.loads(line)
        except ValueError as error:
            raise StoreError(f"{path}: record {number} is broken JSON: {error}") from error
        if not (isinstance(values, dict) and {"document", "claims"} <= values.keys()):
            raise StoreError(f"{path}: record {number} is no record of claimscan")
        yield values


def read_lines(path: Path) -> Iterator[str]:
    """The records of a ledger in order, each as its line. Raises StoreError if it cannot be read."""
    try:
        yield from _module(kind_of_store(path)).read(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror or error}") from error


def write_lines(lines: Iterable[str], path: Path) -> None:
    """Write a ledger of these records; it appears under its name when it is whole. The same lines give the same bytes."""
    write = _module(kind_of_store(path)).write
    part = path.with_name(f"{path.name}.writing")
    part.unlink(missing_ok=True)
    try:
        write(lines, part)
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.replace(path.resolve())
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _module(kind: StoreKind) -> Any:
    return import_module(f"claimscan.stores.{_MODULES[kind]}")
