"""JSON Lines: one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from claimscan.model import Record
from claimscan.record import record_values
from claimscan.render.view import View


def write(records: Iterable[Record], out: TextIO, view: View) -> None:
    """Write each record on a line of its own, as soon as it is there."""
    for record in records:
        out.write(json.dumps(record_values(record, with_text=view.with_text), ensure_ascii=False) + "\n")
        out.flush()
