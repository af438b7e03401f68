import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from claimscan.batch.pool import in_order
from claimscan.errors import ClaimscanError


def begin_squares() -> Callable[[Sequence[int]], list[tuple[int, int]]]:
    return lambda items: [(item * item, os.getpid()) for item in items]


def begin_slow_first() -> Callable[[Sequence[int]], Sequence[int]]:
    def work(items: Sequence[int]) -> Sequence[int]:
        time.sleep(0.5 if 0 in items else 0)
        return items

    return work


def begin_mortal() -> Callable[[Sequence[int]], Sequence[int]]:
    def work(items: Sequence[int]) -> Sequence[int]:
        if 5 in items:
            os.kill(os.getpid(), signal.SIGKILL)
        return items

    return work


def begin_refusing() -> Callable[[Sequence[int]], Sequence[int]]:
    raise ClaimscanError("no recogniser named x")


def begin_large() -> Callable[[Sequence[bytes]], Sequence[bytes]]:
    return lambda items: items


def lost(item: object, code: int | None) -> object:
    return ("lost", item, code)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert [square for square, _ in in_order(range(50), begin_squares, lost, jobs)] == [item * item for item in range(50)]


def test_one_job_works_in_this_process_and_more_work_in_others() -> None:
    assert {process for _, process in in_order(range(9), begin_squares, lost, 1)} == {os.getpid()}
    assert os.getpid() not in {process for _, process in in_order(range(9), begin_squares, lost, 2)}


def test_an_item_that_takes_long_holds_back_those_after_it() -> None:
    assert list(in_order(range(60), begin_slow_first, lost, 2)) == list(range(60))


def test_a_process_that_dies_costs_the_item_that_killed_it_and_no_other() -> None:
    assert list(in_order(range(12), begin_mortal, lost, 2)) == [*range(5), ("lost", 5, -signal.SIGKILL), *range(6, 12)]


def test_what_concerns_every_item_is_raised() -> None:
    with pytest.raises(ClaimscanError, match="no recogniser named x"):
        list(in_order(range(3), begin_refusing, lost, 2))


def test_items_larger_than_a_pipe_pass() -> None:
    items = [bytes([number]) * 1_000_000 for number in range(12)]
    assert list(in_order(items, begin_large, lost, 2)) == items


def test_nothing_to_do_is_nothing_done() -> None:
    assert list(in_order([], begin_refusing, lost, 2)) == []


def test_items_are_taken_only_a_little_ahead() -> None:
    taken = []

    def items() -> Iterator[int]:
        for item in range(1000):
            taken.append(item)
            yield item

    results = in_order(items(), begin_squares, lost, 2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert len(taken) < 50
