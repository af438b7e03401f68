"""The kinds of input, told by the ending of a file's name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath


class InputKind(StrEnum):
    """How an input is read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSONL = "jsonl"


ENDINGS = {
    ".txt": InputKind.TEXT,
    ".text": InputKind.TEXT,
    ".md": InputKind.MARKDOWN,
    ".markdown": InputKind.MARKDOWN,
    ".html": InputKind.HTML,
    ".htm": InputKind.HTML,
    ".xhtml": InputKind.HTML,
    ".jsonl": InputKind.JSONL,
    ".ndjson": InputKind.JSONL,
}


def kind_of_name(name: str) -> InputKind | None:
    """The kind that a file's ending stands for; None for other endings."""
    return ENDINGS.get(PurePath(name).suffix.lower())
