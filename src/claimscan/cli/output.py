"""Where records go: standard output, or a file that appears whole."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from claimscan.cli.guard import OutputError


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output in UTF-8, or a file beside `path` that takes its place at the end; also after an interruption."""
    if path is None:
        yield standard_output()
        return
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="\n") as out:
                yield out
            return
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        out = part.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error
    try:
        yield out
    except (KeyboardInterrupt, GeneratorExit):
        _replace(out, part, path)
        raise
    except BaseException:
        out.close()
        part.unlink(missing_ok=True)
        raise
    _replace(out, part, path)


def _replace(out: TextIO, part: Path, path: Path) -> None:
    try:
        out.close()
        part.replace(path.resolve())
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError(f"{path}: {error.strerror or error}") from error


def standard_output() -> TextIO:
    """Standard output, always UTF-8 and with plain line ends, so that the same input gives the same bytes everywhere."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n", errors="replace")
    return sys.stdout
