"""Any bytes as what a target needs."""

from __future__ import annotations


def text_of(data: bytes) -> str:
    """Any bytes as any text: what is not UTF-8 becomes lone surrogates."""
    return data.decode("utf-8", "surrogateescape")


def choice(data: bytes, of: int) -> tuple[int, bytes]:
    """A number below `of` from the last byte, and the bytes before it; a text stays readable at its head."""
    return (data[-1] % of, data[:-1]) if data else (0, b"")
