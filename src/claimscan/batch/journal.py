"""What a run has done so far, safe against its being killed: a file to which each outcome is added as a line.

A line is `key TAB claims warnings failures TAB record`.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from claimscan.batch.work import NO_KEY, Outcome
from claimscan.errors import ClaimscanError


@dataclass(frozen=True, slots=True)
class Entry:
    """An outcome as the journal keeps it: its key, how many claims, warnings and failures it stands for, its record."""

    key: str
    claims: int
    warnings: int
    failures: int
    line: str


class Journal:
    """The outcomes of a run by key. Raises OSError if it cannot be written, ClaimscanError if another run writes to it."""

    def __init__(self, path: Path, *, go_on: bool) -> None:
        self.path = path
        self._file: BinaryIO = path.open("a+b")
        _lock(self._file, path)
        self._places: dict[bytes, int] = {}
        self.complete = 0
        self._end = 0
        if go_on:
            self._read()
        self._file.truncate(self._end)  # a line that was being written when the run was killed goes
        self._file.seek(self._end)

    def place(self, key: str) -> int | None:
        """Where the outcome with this key stands; None if it is yet to be had."""
        return self._places.get(key.encode())

    def add(self, outcome: Outcome) -> int:
        """Add an outcome; where it stands."""
        place = self._end
        counts = f"{outcome.claims} {outcome.warnings} {int(outcome.failure is not None)}"
        written = f"{outcome.key}\t{counts}\t{outcome.line}\n".encode()
        self._file.write(written)
        self._file.flush()
        if not self.kept and not self.path.parent.exists():
            raise FileNotFoundError(errno.ENOENT, f"the folder {self.path.parent} was removed")
        self._end += len(written)
        self.complete += 1
        return place

    def entries(self, places: Iterable[int]) -> Iterator[Entry]:
        """The outcomes at these places."""
        at = -1
        for place in places:
            if place != at:
                self._file.seek(place)
            written = self._file.readline()
            at = place + len(written)
            key, counts, line = written.decode().rstrip("\n").split("\t", 2)
            claims, warnings, failures = map(int, counts.split(" "))
            yield Entry(key, claims, warnings, failures, line)

    @property
    def kept(self) -> bool:
        """Whether what was added is still there for a later run: nobody has removed the file meanwhile."""
        return os.fstat(self._file.fileno()).st_nlink > 0

    def close(self) -> None:
        """Let go of the file; what was added stays."""
        with suppress(OSError):  # of a line that did not fit: it was told before, and does not count
            self._file.close()

    def remove(self) -> None:
        """Remove it once the run is done."""
        self.path.unlink(missing_ok=True)
        self.close()

    def _read(self) -> None:
        """Find what is complete: lines with their end."""
        self._file.seek(0)
        for written in self._file:
            if not written.endswith(b"\n") or written.count(b"\t") < 2 or b"\0" in written:  # NUL: what a power failure leaves
                return
            key = written.partition(b"\t")[0]
            if key != NO_KEY.encode():
                self._places[key] = self._end
                self.complete += 1
            self._end += len(written)


def _lock(file: BinaryIO, path: Path) -> None:
    """Refuse to write where another run does. The lock goes with the process, however it ends."""
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise ClaimscanError(f"{path}: another run is writing to it") from error
