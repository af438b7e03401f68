"""The prose of a text: marks, code, tables and addresses blanked."""

from __future__ import annotations

from claimscan.sources.prose import prose_view
from fuzz.bytes import text_of


def check(data: bytes) -> None:
    """Every letter of the prose stands where it stood in the text."""
    text = text_of(data)
    view = prose_view(text)
    assert len(view) == len(text)
    assert all(read == written or read in " \n\ufffd" for written, read in zip(text, view, strict=True))
    assert len(data) % 8 or prose_view(text) == view
