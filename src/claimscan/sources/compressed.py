"""Files that may be compressed: told by their first bytes, not by their name."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from claimscan.errors import SourceError

_GZIP = b"\x1f\x8b"


def decompressed(stream: BinaryIO) -> BinaryIO:
    """The stream, decompressed where it is gzip."""
    peeking = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    if peeking.peek(len(_GZIP))[: len(_GZIP)] != _GZIP:
        return peeking
    return cast("BinaryIO", gzip.GzipFile(fileobj=peeking, mode="rb"))


@contextmanager
def broken_told() -> Iterator[None]:
    """Turn what is raised where compressed data are broken into SourceError."""
    try:
        yield
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise SourceError(f"is a broken gzip file: {error}") from error
