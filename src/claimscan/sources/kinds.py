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
    PDF = "pdf"
    DOCX = "docx"


COMPRESSED = ".gz"
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
    ".pdf": InputKind.PDF,
    ".docx": InputKind.DOCX,
}


def plain_name(name: str) -> str:
    """The name without the ending of a compressed file."""
    return name[: -len(COMPRESSED)] if name.lower().endswith(COMPRESSED) else name


def kind_of_name(name: str) -> InputKind | None:
    """The kind that a file's ending stands for, `.gz` not counted; None for other endings."""
    return ENDINGS.get(PurePath(plain_name(name)).suffix.lower())
