"""The kinds of input, told by the ending of a file's name or by how its text begins."""

from __future__ import annotations

import json
import re
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

_HTML = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,500}-->\s{0,200})?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)


def kind_of_name(name: str) -> InputKind | None:
    """The kind that a file's ending stands for; None for other endings."""
    return ENDINGS.get(PurePath(name).suffix.lower())


def kind_of_bytes(head: bytes) -> InputKind:
    """The kind of a text without a telling name, from its first line or lines."""
    if _HTML.match(head):
        return InputKind.HTML
    first = head.lstrip().split(b"\n", 1)[0]
    return InputKind.JSONL if first.startswith(b"{") and _is_json_object(first) else InputKind.TEXT


def _is_json_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
