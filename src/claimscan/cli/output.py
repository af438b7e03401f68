"""Where records go: standard output, or a file that appears whole."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from claimscan.cli.guard import OutputError
from claimscan.stopping import whole


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output in UTF-8, or a file beside `path` that takes its place at the end, if nothing goes wrong before."""
    if path is None:
        yield standard_output()
        return
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="\n") as out:
                yield out
            return
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        with _removed_if_not_kept(part), whole():
            out = part.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error
    with _removed_if_not_kept(part):
        try:
            yield out
            with whole():
                out.close()
                part.replace(path.resolve())
        except OSError as error:
            raise OutputError(f"{path}: {error.strerror or error}") from error
        finally:
            with suppress(OSError):  # what did not fit before does not fit now
                out.close()


@contextmanager
def _removed_if_not_kept(part: Path) -> Iterator[None]:
    """Whatever goes wrong, no part of a file is left behind."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def standard_output() -> TextIO:
    """Standard output, always UTF-8 and with plain line ends, so that the same input gives the same bytes everywhere."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n", errors="replace")
    return sys.stdout
