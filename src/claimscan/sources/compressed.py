"""Files that may be compressed: told by their first bytes, not by their name."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from claimscan.errors import SourceError

_GZIP = b"\x1f\x8b"


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file to read from, decompressed where it is gzip. Raises SourceError while it is open if its compression is broken."""
    with path.open("rb") as stream, _told():
        yield plain(stream)


def plain(stream: BinaryIO) -> BinaryIO:
    """The stream, decompressed where it is gzip."""
    peeking = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    if peeking.peek(len(_GZIP))[: len(_GZIP)] != _GZIP:
        return peeking
    return cast("BinaryIO", gzip.GzipFile(fileobj=peeking, mode="rb"))


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise SourceError(f"is a broken gzip file: {error}") from error
