"""A progress bar on standard error, only where somebody can see it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")


class Progress:
    """Counts what passes by; shown if standard error is a terminal and standard output does not write to it too.

    `output` is the file that is written, None for standard output.
    """

    def __init__(self, total: int, output: Path | None, *, wanted: bool) -> None:
        self._stack = ExitStack()
        self._total = total
        seen = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._shown = wanted and seen and total > 1 and (output is not None or not sys.stdout.isatty())

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *raised: object) -> None:
        self._stack.close()

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, counted as they pass."""
        if not self._shown:
            yield from items
            return
        from rich.console import Console
        from rich.progress import track

        yield from track(items, total=self._total, description="Reading", console=Console(stderr=True), transient=True)
