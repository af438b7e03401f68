"""The kind of an input whose name does not tell it."""

from __future__ import annotations

import json
import re

from claimscan.sources.kinds import InputKind

_HTML = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,500}-->\s{0,200})?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)


def kind_of_bytes(head: bytes) -> InputKind:
    """The kind of an input without a telling name, from its first line or lines."""
    if head.startswith(b"%PDF-"):
        return InputKind.PDF
    if head.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in head:
        return InputKind.DOCX
    if _HTML.match(head):
        return InputKind.HTML
    first = head.lstrip().split(b"\n", 1)[0]
    return InputKind.JSONL if first.startswith(b"{") and _is_json_object(first) else InputKind.TEXT


def _is_json_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
