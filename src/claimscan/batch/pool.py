"""Work spread over processes, results in the order of the items; a process that dies costs one item."""

from __future__ import annotations

import gc
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from claimscan.errors import ClaimscanError
from claimscan.stopping import SIGNALS, whole

Item = TypeVar("Item")
Result = TypeVar("Result")
Begin = Callable[[], Callable[[Sequence[Item]], Sequence[Result]]]
"""Makes the function that works on some items, and gives a result for each; called once in each process."""

CHUNK = 8  # items that are given out, and worked on, at a time
AHEAD = 2  # chunks a process, begun or waiting to be given out: what is held in memory


def in_order(
    items: Iterable[Item], begin: Begin[Item, Result], died: Callable[[Item, int | None], Result], jobs: int, *, together: int = CHUNK
) -> Generator[Result, None, None]:
    """The results of all items in their order; for an item whose process dies, what `died` makes of it and the exit code.

    With one job all work is done in this process, on so many items `together`. Raises ClaimscanError where a worker does.
    """
    if jobs == 1:
        rest = iter(items)
        yield from chain.from_iterable(_worked(begin, iter(lambda: list(islice(rest, together)), [])))
        return
    pool = _Pool(begin, died, jobs)
    try:
        yield from pool.run(iter(items))
    finally:
        pool.close()


@dataclass(slots=True)
class _Chunk(Generic[Item, Result]):
    """Items that travel together; results once they are there."""

    items: list[Item]
    results: list[Result] | None = None


class _Process(Generic[Item, Result]):
    """One process with a pipe to it; it ends when this side of the pipe does, however that happens."""

    def __init__(self, begin: Begin[Item, Result]) -> None:
        context = get_context("spawn")
        self.pipe, far = context.Pipe()
        self._process = context.Process(target=_serve, args=(far, begin), daemon=True)
        with _undisturbed():
            self._process.start()
        far.close()

    def send(self, chunk: _Chunk[Item, Result]) -> None:
        """Give it a chunk to work on; a process that is gone is noticed when its results are asked for."""
        try:
            self.pipe.send(chunk.items)
        except OSError:
            return

    def receive(self) -> list[Result]:
        """The results of the chunk. Raises EOFError if the process died, ClaimscanError if nothing can be done at all."""
        try:
            error, results = self.pipe.recv()
        except OSError as gone:
            raise EOFError from gone
        if error is not None:
            raise ClaimscanError(error)
        return list(results)

    def end(self) -> int | None:
        """End it and give its exit code."""
        self.pipe.close()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        return self._process.exitcode

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self.end()


@dataclass(slots=True)
class _Pool(Generic[Item, Result]):
    begin: Begin[Item, Result]
    died: Callable[[Item, int | None], Result]
    jobs: int
    begun: list[_Process[Item, Result]] = field(default_factory=list)
    idle: list[_Process[Item, Result]] = field(default_factory=list)
    busy: dict[Connection, tuple[_Process[Item, Result], _Chunk[Item, Result]]] = field(default_factory=dict)

    def run(self, items: Iterator[Item]) -> Iterator[Result]:
        """Keep every process at work and give out what is done, oldest first."""
        window: deque[_Chunk[Item, Result]] = deque()
        waiting: deque[_Chunk[Item, Result]] = deque()
        while True:
            while len(window) < AHEAD * self.jobs and (taken := list(islice(items, CHUNK))):
                chunk: _Chunk[Item, Result] = _Chunk(taken)
                window.append(chunk)
                waiting.append(chunk)
                self._hand_out(waiting)
            if not window:
                return
            while window[0].results is None:
                self._collect()
                self._hand_out(waiting)
            yield from window.popleft().results or ()

    def close(self) -> None:
        """End all processes; what they are at is given up."""
        with _undisturbed():
            for process in self.begun:
                process.kill()

    def _hand_out(self, waiting: deque[_Chunk[Item, Result]]) -> None:
        """Give waiting chunks to processes with nothing to do; a process is started when it is first needed."""
        while waiting and (self.idle or len(self.busy) < self.jobs):
            process = self.idle.pop() if self.idle else self._begin()
            chunk = waiting.popleft()
            self.busy[process.pipe] = process, chunk
            process.send(chunk)

    def _collect(self) -> None:
        """Wait until at least one process has something to tell, and take it."""
        for pipe in wait(list(self.busy)):
            process, chunk = self.busy.pop(pipe)  # type: ignore[call-overload, unused-ignore]
            try:
                chunk.results = process.receive()
                self.idle.append(process)
            except EOFError:
                self._end(process)
                chunk.results = [self._alone(item) for item in chunk.items]

    def _alone(self, item: Item) -> Result:
        """The result of one item from a process of its own."""
        process = self._begin()
        process.send(_Chunk([item]))
        try:
            (result,) = process.receive()
        except EOFError:
            return self.died(item, self._end(process))
        self._end(process)
        return result

    def _begin(self) -> _Process[Item, Result]:
        """One process more; whatever happens, it is not forgotten."""
        with whole():
            process = _Process(self.begin)
            self.begun.append(process)
        return process

    def _end(self, process: _Process[Item, Result]) -> int | None:
        """End a process and give its exit code."""
        code = process.end()
        self.begun.remove(process)
        return code


def _worked(begin: Begin[Item, Result], chunks: Iterable[list[Item]]) -> Iterator[Sequence[Result]]:
    """The results of each chunk. Rules and networks, which the first one needs, stay: they are not looked through for garbage again."""
    work = begin()
    for number, chunk in enumerate(chunks):
        yield work(chunk)
        if number == 0:
            gc.freeze()


def _serve(pipe: Connection, begin: Begin[Any, Any]) -> None:
    """Work on chunks until the pipe ends. What being asked to end means is decided by the process that began this one."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    try:
        for results in _worked(begin, iter(pipe.recv, None)):
            pipe.send((None, results))
    except ClaimscanError as error:
        pipe.send((str(error), ()))
    except (EOFError, OSError):
        return


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals wait meanwhile, and a process that is started takes no notice of any from its first moment."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # the start of that one would let signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
