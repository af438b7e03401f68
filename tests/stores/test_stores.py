import csv
import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimscan.errors import ClaimscanError
from claimscan.model import Document, Failure, Record
from claimscan.record import failure_values, record_values
from claimscan.stores import StoreError, read_lines, read_records, write_lines

WHOLE = ("ledger.jsonl", "ledger.parquet", "ledger.sqlite", "LEDGER.DB")


@pytest.fixture
def lines(record: Record, empty: Record) -> list[str]:
    failed = failure_values(Failure("broken.txt", "is a binary file", "give text"))
    with_text = record_values(Record(Document("ü.txt", "Ünïcode \u2028 and “quotes”\n")), with_text=True)
    return [json.dumps(values, ensure_ascii=False) for values in (record_values(record), record_values(empty), failed, with_text)]


def query(path: Path, sql: str) -> list[Any]:
    return sqlite3.connect(path).execute(sql).fetchall()


@pytest.fixture
def database(tmp_path: Path, lines: list[str]) -> Path:
    path = tmp_path / "ledger.sqlite"
    write_lines(lines, path)
    return path


@pytest.mark.parametrize("name", WHOLE)
def test_a_ledger_gives_back_what_was_written(tmp_path: Path, name: str, lines: list[str]) -> None:
    write_lines(iter(lines), tmp_path / name)
    assert list(read_lines(tmp_path / name)) == lines
    assert list(read_records(tmp_path / name)) == [json.loads(line) for line in lines]


@pytest.mark.parametrize("name", [*WHOLE, "ledger.csv"])
def test_the_same_records_give_the_same_bytes(tmp_path: Path, name: str, lines: list[str]) -> None:
    write_lines(lines, tmp_path / name)
    first = (tmp_path / name).read_bytes()
    write_lines(lines, tmp_path / name)
    assert (tmp_path / name).read_bytes() == first


@pytest.mark.parametrize("name", [*WHOLE, "ledger.csv"])
def test_a_ledger_of_nothing_can_be_written(tmp_path: Path, name: str) -> None:
    write_lines([], tmp_path / name)
    assert (tmp_path / name).exists()


@pytest.mark.parametrize("name", [*WHOLE, "ledger.csv"])
def test_a_ledger_that_cannot_be_finished_leaves_the_old_one_and_no_rest(tmp_path: Path, name: str, lines: list[str]) -> None:
    (tmp_path / name).write_text("old")
    with pytest.raises(ValueError, match="Expecting value"):
        write_lines((json.dumps(json.loads(line)) for line in [*lines, "x"]), tmp_path / name)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(name, "old")]


def test_failures_fit_the_schema_of_the_output() -> None:
    schema = json.loads(Path(sys.modules["claimscan"].__path__[0], "schema", "claimscan-1.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(failure_values(Failure("a", "is broken")))) == []


def test_csv_has_a_row_for_each_claim(tmp_path: Path, lines: list[str], record: Record) -> None:
    write_lines(lines, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["subject"] for row in csv.DictReader(stream)] == [claim.subject for claim in record.claims]


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("SELECT count(*), count(error) FROM documents", [(4, 1)]),
        ("SELECT error FROM documents WHERE id = 'broken.txt'", [("is a binary file; give text",)]),
        ("SELECT name, vendor, known FROM models ORDER BY name", [("Bex-2", "Bexel", 1), ("Foo-1", None, 0)]),
        ("SELECT count(*) FROM mentions WHERE kind = 'model' AND name = 'Bex-2'", [(2,)]),
        ("SELECT object FROM claim_objects JOIN claims USING (claim) WHERE subject = 'Aro 3'", [("Bex-2",)]),
        ("SELECT model, benchmark, number FROM results", [("Aro 3", "MathBowl", 81.5)]),
        ("SELECT value FROM dates", [("2025-01-29",)]),
        ("SELECT value FROM claims, json_each(claims.aspects) WHERE subject = 'Foo-1'", [("coding",)]),
        ("SELECT subject FROM claims WHERE claim IN (SELECT rowid FROM sentences WHERE sentences MATCH 'rivals')", [("Foo-1",)]),
        ("PRAGMA foreign_key_check", []),
        ("PRAGMA integrity_check", [("ok",)]),
    ],
)
def test_tables_can_be_asked(database: Path, sql: str, rows: list[Any]) -> None:
    assert query(database, sql) == rows


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1 FROM claims WHERE subject = 'x'",
        "SELECT 1 FROM claim_objects WHERE object = 'x'",
        "SELECT 1 FROM documents WHERE date > '2025'",
        "SELECT 1 FROM results WHERE benchmark = 'x'",
    ],
)
def test_common_questions_use_an_index(database: Path, sql: str) -> None:
    assert "USING" in query(database, f"EXPLAIN QUERY PLAN {sql}")[0][3]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"x", "holds claims alone"),
        ("a.txt", b"x", "tells no kind of ledger"),
        ("a.jsonl", b"{", "record 1 is broken JSON"),
        ("a.jsonl", b'{"text": "Aro"}', "record 1 is no record of claimscan"),
        ("a.jsonl", b"\xff\n", "is not UTF-8"),
        ("a.sqlite", b"no database, but long enough", "is no ledger"),
        ("a.parquet", b"no parquet", "is no ledger"),
    ],
)
def test_a_file_that_is_no_ledger_is_told(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(StoreError, match=message):
        list(read_records(tmp_path / name))


def test_without_its_library_parquet_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ClaimscanError, match=r"pip install 'claimscan\[parquet\]'"):
        write_lines([], tmp_path / "a.parquet")
