"""CSV: one row a claim, for spreadsheets and data frames."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from claimscan.model import Record
from claimscan.record import record_values
from claimscan.render.view import View
from claimscan.stores.claim_rows import COLUMNS, rows_of


def write(records: Iterable[Record], out: TextIO, view: View) -> None:  # noqa: ARG001 - a row is a row in every view
    """Write a head line and a row for each claim."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for record in records:
        rows.writerows(rows_of(record_values(record)))
