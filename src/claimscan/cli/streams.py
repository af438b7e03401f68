"""The three streams of a process, whatever state it was started in."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import BinaryIO, cast


def prepare() -> None:
    """Open what was closed, so that no file that is opened later takes its place; using it fails as it would have.

    What is said on standard error is lost where it cannot be said, and nothing else with it.
    """
    for descriptor, flags in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, flags)
    # The interpreter leaves out what was closed; typing does not know.
    if cast("object", sys.stdin) is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - it stays open
    if cast("object", sys.stdout) is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    told = sys.stderr
    if cast("object", told) is None:
        sys.stderr = _Forgiving(io.BufferedWriter(io.FileIO(2, "w", closefd=False)), encoding="utf-8", line_buffering=True)
    elif isinstance(told, io.TextIOWrapper):
        encoding = told.encoding
        sys.stderr = _Forgiving(cast("BinaryIO", told.detach()), encoding=encoding, errors="backslashreplace", line_buffering=True)


def drop_output() -> None:
    """Point standard output at nothing, so that the interpreter's last flush does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


class _Forgiving(io.TextIOWrapper):
    """A text stream that swallows what it cannot write."""

    def write(self, text: str) -> int:
        """The length of the text, as if it had been written."""
        with suppress(OSError):
            super().write(text)
        return len(text)

    def flush(self) -> None:
        """Write out what can be written."""
        with suppress(OSError):
            super().flush()
