from pathlib import Path

import pytest

from claimscan.batch.journal import Journal
from claimscan.batch.work import NO_KEY, Outcome
from claimscan.errors import ClaimscanError
from claimscan.model import Failure

FIRST = Outcome("a", "k1", '{"a": "ü\\t"}', 3, 1)
SECOND = Outcome("b", "k2", '{"b": 2}', failure=Failure("b", "is broken"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "out.journal"
    journal = Journal(path, go_on=False)
    journal.add(FIRST)
    journal.add(SECOND)
    journal.close()
    return path


def test_what_was_added_is_found_again(path: Path) -> None:
    journal = Journal(path, go_on=True)
    places = [place for key in ("k2", "k1") if (place := journal.place(key)) is not None]
    told = [(entry.key, entry.claims, entry.warnings, entry.failures, entry.line) for entry in journal.entries(places)]
    assert told == [("k2", 0, 0, 1, SECOND.line), ("k1", 3, 1, 0, FIRST.line)]
    assert (journal.place("k3"), journal.complete) == (None, 2)


@pytest.mark.parametrize("cut", [1, 2, 5, 17])
def test_a_line_that_was_being_written_is_given_up(path: Path, cut: int) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    journal = Journal(path, go_on=True)
    assert journal.place("k2") is None
    journal.add(SECOND)
    journal.close()
    assert path.read_bytes() == whole


def test_what_must_be_done_again_is_not_found(path: Path) -> None:
    journal = Journal(path, go_on=True)
    journal.add(Outcome("c", NO_KEY, "{}"))
    journal.close()
    assert Journal(path, go_on=True).place(NO_KEY) is None


def test_a_run_that_does_not_go_on_begins_anew(path: Path) -> None:
    assert Journal(path, go_on=False).place("k1") is None


def test_two_runs_cannot_write_to_one_ledger(path: Path) -> None:
    first = Journal(path, go_on=True)
    with pytest.raises(ClaimscanError, match="another run is writing"):
        Journal(path, go_on=False)
    assert first.place("k1") == 0
