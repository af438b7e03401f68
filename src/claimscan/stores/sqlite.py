"""SQLite: documents, models, mentions, claims, their objects, results and dates, with a full-text index on sentences."""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib import resources
from itertools import count
from pathlib import Path
from typing import Any

from claimscan.stores.files import StoreError

_DOCUMENT = ("id", "title", "language", "language_confidence", "date", "date_origin", "characters", "scanned", "sha256")
_MODEL = ("name", "vendor", "family", "version", "variant", "size", "known")
_CLAIM = (
    "id", "relation", "subject", "generic_object", "polarity", "stance", "source", "self_reported", "aspect_kind", "aspects",
    "benchmarks", "margin", "date", "sentence", "start", "end", "spans", "rule", "confidence",
)  # fmt: skip
_RESULT = ("model", "benchmark", "value", "number", "unit", "start", "end")
_DATE = ("text", "start", "end", "value", "resolved_from")
_NAMED = {"model": "models", "vendor": "vendors", "benchmark": "benchmarks"}
Row = tuple[Any, ...]


def read(path: Path) -> Iterator[str]:
    """The records as they were written, in order."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            yield from (line for (line,) in database.execute("SELECT json FROM records ORDER BY document"))
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: is no ledger of claimscan ({error})") from error


def write(lines: Iterable[str], path: Path) -> None:
    """Write the tables, then their indexes. Raises OSError as other kinds of ledger do."""
    try:
        _write(lines, path)
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error)) from error


def _write(lines: Iterable[str], path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # The file is thrown away if anything goes wrong, so that nothing needs to be rolled back.
        database.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        database.executescript(_script("sqlite_tables.sql"))
        database.execute("BEGIN")
        claims = count(1)
        for document, line in enumerate(lines, start=1):
            for table, row in _rows(document, json.loads(line), claims):
                database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 - table names are ours
            database.execute("INSERT INTO records VALUES (?, ?)", (document, line))
        database.execute("COMMIT")
        database.executescript(_script("sqlite_indexes.sql"))


def _script(name: str) -> str:
    return resources.files("claimscan.stores").joinpath(name).read_text(encoding="utf-8")


def _rows(document: int, values: dict[str, Any], claims: Iterator[int]) -> Iterator[tuple[str, Row]]:
    """The rows of one record, each with its table."""
    error = values.get("error")
    told = f"{error['what']}; {error['hint']}" if error and error["hint"] else error["what"] if error else None
    yield "documents", (document, *_cells(values["document"], _DOCUMENT), _json(values["warnings"]), told)
    yield from (("models", (document, *_cells(model, _MODEL))) for model in values["models"])
    for kind, key in _NAMED.items():
        for named in values[key]:
            yield from (
                ("mentions", (document, kind, named["name"], mention["text"], mention["start"], mention["end"]))
                for mention in named["mentions"]
            )
    for claim in values["claims"]:
        number = next(claims)
        yield "claims", (number, document, *_cells(claim, _CLAIM))
        yield from (("claim_objects", (number, position, name)) for position, name in enumerate(claim["objects"]))
    yield from (("results", (document, *_cells(result, _RESULT))) for result in values["results"])
    yield from (("dates", (document, *_cells(date, _DATE))) for date in values["dates"])


def _cells(values: dict[str, Any], keys: tuple[str, ...]) -> Row:
    return tuple(_json(value) if isinstance(value := values[key], (list, dict)) else value for key in keys)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
