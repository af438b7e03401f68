"""Inputs to documents, one after the other; what cannot be read becomes a Failure and stops nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import BinaryIO

from claimscan.errors import SourceError
from claimscan.model import Document, Failure
from claimscan.sources.decoding import decode
from claimscan.sources.document import Known, make_document
from claimscan.sources.html import read_html
from claimscan.sources.inputs import Input, Inputs
from claimscan.sources.jsonl import lines_of, read_json_lines
from claimscan.sources.kinds import InputKind
from claimscan.sources.markdown import read_front_matter
from claimscan.sources.options import Reading
from claimscan.sources.sniff import kind_of_bytes

MAX_BYTES = 50_000_000
_SNIFFED_LINES = 5


def read_documents(inputs: Inputs, reading: Reading, stdin: BinaryIO | None = None) -> Iterator[Document | Failure]:
    """The documents of all inputs in their order; `stdin` is what `-` reads (by default the process's)."""
    for entry in inputs.entries:
        if isinstance(entry, Failure):
            yield entry
        else:
            yield from _read(entry, reading, stdin or sys.stdin.buffer)


def _read(entry: Input, reading: Reading, stdin: BinaryIO) -> Iterator[Document | Failure]:
    """The documents of one file, or the reason why there are none."""
    try:
        if entry.path is None:
            yield from _read_stream(entry, stdin, reading)
        else:
            with entry.path.open("rb") as stream:
                yield from _read_stream(entry, stream, reading)
    except SourceError as error:
        yield Failure(entry.id, error.what, error.hint)
    except OSError as error:
        yield Failure(entry.id, f"cannot be read: {error.strerror or error}")


def _read_stream(entry: Input, stream: BinaryIO, reading: Reading) -> Iterator[Document | Failure]:
    """The documents in an open file."""
    kind = entry.kind or reading.kind
    head = b""
    if kind is None:
        head = _head(stream)
        kind = kind_of_bytes(head)
    if kind is InputKind.JSONL:
        yield from read_json_lines(entry.id, lines_of(stream, head), reading)
    else:
        yield _article(entry, kind, head + stream.read(MAX_BYTES + 1), reading)


def _head(stream: BinaryIO) -> bytes:
    """The first line if it looks like JSON, else the first few: a writer that is slow is waited for no longer than needed."""
    lines = lines_of(stream)
    first = next(lines, b"")
    return first if first.lstrip().startswith(b"{") else b"".join(chain((first,), islice(lines, _SNIFFED_LINES - 1)))


def _article(entry: Input, kind: InputKind, data: bytes, reading: Reading) -> Document:
    """The one article that a file holds."""
    if len(data) > MAX_BYTES:
        raise SourceError(f"is larger than {MAX_BYTES // 1_000_000} MB", "split it: one file is one article, and a .jsonl file holds many")
    decoded = decode(data, declares=kind is InputKind.HTML)
    filename = entry.path.name if entry.path else None
    text, known = _text_and_known(kind, decoded.text, filename)
    document = make_document(entry.id, text, known, reading)
    return replace(document, warnings=decoded.warnings + document.warnings)


def _text_and_known(kind: InputKind, text: str, filename: str | None) -> tuple[str, Known]:
    if kind is InputKind.HTML and text.strip():
        return read_html(text, filename)
    if kind is InputKind.MARKDOWN:
        return text, read_front_matter(text, filename)
    return text, Known(filename=filename)
