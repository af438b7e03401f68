"""CSV: one row a claim, for spreadsheets and data frames."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, TextIO

from claimscan.model import Record
from claimscan.render.record import record_values
from claimscan.render.view import View

_DOCUMENT = {"document": "id", "title": "title", "language": "language", "document_date": "date"}
_CLAIM = (
    "relation", "subject", "objects", "generic_object", "polarity", "stance", "source", "self_reported", "aspect_kind", "aspects",
    "benchmarks", "margin", "date", "sentence", "start", "end", "rule", "confidence",
)  # fmt: skip
COLUMNS = (*_DOCUMENT, "claim", *_CLAIM)


def write(records: Iterable[Record], out: TextIO, view: View) -> None:  # noqa: ARG001 - a row is a row in every view
    """Write a head line and a row for each claim; lists are joined with `; `, an absent value is empty."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for record in records:
        values = record_values(record)
        shared = [_cell(values["document"][key]) for key in _DOCUMENT.values()]
        rows.writerows([*shared, claim["id"], *(_cell(claim[key]) for key in _CLAIM)] for claim in values["claims"])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, list) else str(value)
