"""Being asked to end, by Ctrl-C, a scheduler or a terminal that closes: raised at once, or when what is being written is whole."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = tuple(signal.Signals[name] for name in ("SIGHUP", "SIGINT", "SIGTERM") if name in signal.Signals.__members__)
"""What asks the program to end."""


class Stopped(BaseException):
    """The program was asked to end. No Exception and no KeyboardInterrupt, so that no library takes it for its own."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def code(self) -> int:
        """The exit code: what a shell shows for a program that the signal has ended."""
        return 128 + self.number

    def __str__(self) -> str:
        return "interrupted" if self.number == signal.SIGINT else f"interrupted by {signal.Signals(self.number).name}"


class _Asked:
    """What was asked so far, and how many things that are to become whole are being written."""

    number: int | None = None
    writing = 0


_asked = _Asked()


def listen() -> None:
    """Raise Stopped when asked to end, from now on. Signals that are ignored, as under nohup, stay ignored."""
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _take)


def settle() -> None:
    """Take no notice any more: the program is ending, and what is left to do is done undisturbed."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    _asked.number = None


@contextmanager
def whole() -> Iterator[None]:
    """What is written inside is not broken off: Stopped is raised at the end. Who asks twice does not wait."""
    _asked.writing += 1
    try:
        yield
    finally:
        _asked.writing -= 1
    heed()


@contextmanager
def breakable() -> Iterator[None]:
    """What is done inside may be broken off, in the middle of what is written whole."""
    writing, _asked.writing = _asked.writing, 0
    try:
        heed()
        yield
        heed()
    finally:
        _asked.writing = writing


def heed() -> None:
    """Raise Stopped if it was asked for, also if that came to nothing in the depths of a library."""
    if _asked.number is not None and not _asked.writing:
        raise Stopped(_asked.number)


def _take(number: int, _frame: FrameType | None) -> None:
    first = _asked.number is None
    _asked.number = number
    if not (first and _asked.writing):
        raise Stopped(number)
