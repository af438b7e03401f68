"""JSON Lines."""

from __future__ import annotations

from claimscan.sources.kinds import InputKind
from fuzz.reading import read_twice


def check(data: bytes) -> None:
    """A document, or a failure that says why not."""
    read_twice(data, InputKind.JSONL)
