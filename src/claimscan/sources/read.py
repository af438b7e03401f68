"""Inputs to documents, one after the other; what cannot be read becomes a Failure and stops nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from claimscan.errors import SourceError
from claimscan.model import Document, Failure
from claimscan.sources.decoding import decode
from claimscan.sources.document import Known, make_document
from claimscan.sources.docx import read_docx
from claimscan.sources.html import read_html
from claimscan.sources.inputs import Inputs
from claimscan.sources.jsonl import read_line
from claimscan.sources.kinds import InputKind
from claimscan.sources.markdown import read_front_matter
from claimscan.sources.options import Reading
from claimscan.sources.pdf import read_pdf
from claimscan.sources.pieces import Piece, content_of, cut


def read_documents(inputs: Inputs, reading: Reading, stdin: BinaryIO | None = None) -> Iterator[Document | Failure]:
    """The documents of all inputs in their order; `stdin` is what `-` reads (by default the process's)."""
    for piece in cut(inputs.entries, reading, stdin or sys.stdin.buffer):
        yield piece if isinstance(piece, Failure) else read_piece(piece, reading)


def read_piece(piece: Piece, reading: Reading) -> Document | Failure:
    """The document of a piece, or the reason why there is none."""
    try:
        return read_content(piece, content_of(piece), reading)
    except SourceError as error:
        return Failure(piece.id, error.what, error.hint)
    except OSError as error:
        return Failure(piece.id, f"cannot be read: {error.strerror or error}")


def read_content(piece: Piece, content: bytes, reading: Reading) -> Document | Failure:
    """The document in the bytes of a piece. Raises SourceError if they are no document."""
    if piece.line is not None:
        return read_line(piece.source, piece.line, content, reading)
    if piece.kind is InputKind.PDF:
        return make_document(piece.source, *read_pdf(content, piece.filename), reading)
    if piece.kind is InputKind.DOCX:
        return make_document(piece.source, *read_docx(content, piece.filename), reading)
    decoded = decode(content, declares=piece.kind is InputKind.HTML)
    document = make_document(piece.source, *_text_and_known(piece.kind, decoded.text, piece.filename), reading)
    return replace(document, warnings=decoded.warnings + document.warnings)


def _text_and_known(kind: InputKind, text: str, filename: str | None) -> tuple[str, Known]:
    if kind is InputKind.HTML and text.strip():
        return read_html(text, filename)
    if kind is InputKind.MARKDOWN:
        return text, read_front_matter(text, filename)
    return text, Known(filename=filename)
