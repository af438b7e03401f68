"""Input without a telling name: its kind is found in its first bytes."""

from __future__ import annotations

from fuzz.reading import read_twice


def check(data: bytes) -> None:
    """A document or more, or a failure that says why not."""
    read_twice(data, None)
