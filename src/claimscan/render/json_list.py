"""JSON: a list of records, or one object where one file was asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from claimscan.model import Record
from claimscan.record import record_values
from claimscan.render.view import View


def write(records: Iterable[Record], out: TextIO, view: View) -> None:
    """Write the records indented; a list is closed also when the run is interrupted."""
    if view.single:
        for record in records:
            out.write(_indented(record, view) + "\n")
        return
    separator = "\n"
    out.write("[")
    try:
        for record in records:
            out.write(separator + _indented(record, view))
            separator = ",\n"
    finally:
        out.write("]\n" if separator == "\n" else "\n]\n")


def _indented(record: Record, view: View) -> str:
    return json.dumps(record_values(record, with_text=view.with_text), ensure_ascii=False, indent=2)
