"""CSV: one row a claim, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from claimscan.stores.files import StoreError

_DOCUMENT = {"document": "id", "title": "title", "language": "language", "document_date": "date"}
_CLAIM = (
    "relation", "subject", "objects", "generic_object", "polarity", "stance", "source", "self_reported", "aspect_kind", "aspects",
    "benchmarks", "margin", "date", "sentence", "start", "end", "rule", "confidence",
)  # fmt: skip
COLUMNS = (*_DOCUMENT, "claim", *_CLAIM)


def rows_of(values: Mapping[str, Any]) -> Iterator[list[str]]:
    """A row of `COLUMNS` for each claim of a record; lists are joined with `; `, an absent value is empty."""
    shared = [_cell(values["document"][key]) for key in _DOCUMENT.values()]
    return ([*shared, claim["id"], *(_cell(claim[key]) for key in _CLAIM)] for claim in values["claims"])


def write(lines: Iterable[str], path: Path) -> None:
    """Write a head line and a row for each claim."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(COLUMNS)
        for line in lines:
            rows.writerows(rows_of(json.loads(line)))


def read(path: Path) -> Iterator[str]:
    """No lines: rows of claims do not hold whole records."""
    raise StoreError(f"{path}: a .csv holds claims alone and cannot be read as a ledger; use .jsonl, .parquet or .sqlite")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, list) else str(value)
