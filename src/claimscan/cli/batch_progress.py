"""A bar that tells how far a batch is, how fast, and how long it will take; on standard error, where somebody can see it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack


class BatchProgress:
    """Counts records; what is written to standard error meanwhile appears above the bar. `count` is asked only if the bar is seen."""

    def __init__(self, count: Callable[[], int | None], *, wanted: bool) -> None:
        self._stack = ExitStack()
        self._step: Callable[[], None] | None = None
        self._count = count
        self._shown = wanted and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> BatchProgress:
        if self._shown:
            self._step = self._begin()
        return self

    def __exit__(self, *raised: object) -> None:
        self._stack.close()

    def step(self) -> None:
        """One more record is complete."""
        if self._step is not None:
            self._step()

    def _begin(self) -> Callable[[], None]:
        """Draw the bar; what moves it on by one."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
        from rich.text import Text

        class Rate(ProgressColumn):
            """Records a second."""

            def render(self, task: Task) -> Text:
                return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")

        columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
        bar = self._stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False))
        task = bar.add_task("Reading", total=self._count())
        return lambda: bar.advance(task)
