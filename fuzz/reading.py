"""Bytes through the readers, as files and standard input go through them."""

from __future__ import annotations

import io

from claimscan.errors import SourceError
from claimscan.model import Document, Failure
from claimscan.sources.kinds import InputKind
from claimscan.sources.options import Reading
from claimscan.sources.pieces import pieces_of
from claimscan.sources.read import read_piece
from fuzz.promises import check_document

MONTHS = {"january": 1, "januar": 1, "märz": 3, "may": 5, "dec": 12}


def read(data: bytes, kind: InputKind | None) -> list[Document | Failure]:
    """The documents in these bytes; of an input that cannot be opened, the failure that is told."""
    found: list[Document | Failure] = []
    reading = Reading(months=MONTHS)
    try:
        pieces = pieces_of("a", kind, "2025-01-30 a", io.BytesIO(data))
        found.extend(piece if isinstance(piece, Failure) else read_piece(piece, reading) for piece in pieces)
    except SourceError as error:
        found.append(Failure("a", error.what, error.hint))
    for document in found:
        check_document(document)
    return found


def read_twice(data: bytes, kind: InputKind | None) -> list[Document | Failure]:
    """The documents in these bytes; some are read two times, with the same result."""
    found = read(data, kind)
    assert len(data) % 8 or found == read(data, kind)
    return found
