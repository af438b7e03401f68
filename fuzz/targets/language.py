"""Which language a text is in."""

from __future__ import annotations

from claimscan.language import detect
from claimscan.model import Span
from fuzz.bytes import choice, text_of


def check(data: bytes) -> None:
    """A code of two letters or none, equally sure every time."""
    start, content = choice(data, 40)
    text = text_of(content)
    found = detect(text, ("de", "en"), [Span(start, start + 5)])
    assert found.language is None or (found.language.isalpha() and len(found.language) == 2)
    assert 0 <= found.confidence <= 1
    assert len(data) % 8 or detect(text, ("de", "en"), [Span(start, start + 5)]) == found
