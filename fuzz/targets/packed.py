"""Compressed files: gzip made of the data, whole or broken, and the data taken for gzip."""

from __future__ import annotations

import gzip

from fuzz.bytes import choice
from fuzz.reading import read_twice


def check(data: bytes) -> None:
    """What was packed is read as if it had not been; what is broken is a failure."""
    how, content = choice(data, 4)
    packed = gzip.compress(content, mtime=0)
    if how == 0:
        assert read_twice(packed, None) == read_twice(content, None) or content[:2] == b"\x1f\x8b"
    elif how == 1:
        read_twice(packed[: len(content)], None)
    elif how == 2:
        read_twice(b"\x1f\x8b" + content, None)
    else:
        read_twice(packed + content, None)
