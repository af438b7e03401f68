"""Ray Data on this machine, with two actors: the same records as one process writes. Skipped where Ray is not installed."""

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimscan.batch import Plan, Work, run
from claimscan.distributed import extract_files, extract_rows, write_json_lines, write_parquet
from claimscan.errors import ClaimscanError
from claimscan.stores import read_lines

TEXT = "Qwen2.5-Max outperforms GPT-4o on MMLU-Pro. The company told reporters about its plans.\n"
WORK = Work(ner={"en": "none"})


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    """Ray with two processors."""
    ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'claimscan[ray]'")
    pytest.importorskip("ray.data", reason="Ray Data is not installed: pip install 'claimscan[ray]'")
    ray.init(num_cpus=3, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    yield ray
    ray.shutdown()


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for number in range(6):
        (folder / f"2025-01-0{number + 1}-{number}.txt").write_text(TEXT * (number + 1), encoding="utf-8")
    with gzip.open(folder / "docs.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"id": "x", "text": TEXT, "date": "2025-01-30"}) + "\n{broken\n\n" + json.dumps({"text": TEXT}))
    (folder / "bad.txt").write_bytes(b"\x00")
    (folder / "bad.txt.gz").write_bytes(b"\x1f\x8b\x08")
    (folder / "empty.md").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def serial(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What one process writes, sorted."""
    ledger = tmp_path_factory.mktemp("serial") / "ledger.jsonl"
    run(Plan([str(articles)], ledger, WORK), lambda _: None)
    return sorted(read_lines(ledger))


def test_actors_write_the_records_that_one_process_writes(ray: Any, articles: Path, serial: list[str], tmp_path: Path) -> None:
    records = extract_files([str(articles)], WORK, actors=2).materialize()
    write_json_lines(records, str(tmp_path / "lines"))
    write_parquet(records, str(tmp_path / "columns"))
    lines = [line for path in (tmp_path / "lines").iterdir() for line in read_lines(path)]
    columns = [line for path in (tmp_path / "columns").iterdir() for line in read_lines(path)]
    assert (len(serial), sorted(lines), sorted(columns)) == (12, serial, serial)


def test_rows_of_a_data_set_are_documents(ray: Any) -> None:
    rows = ray.data.from_items([{"id": "a", "text": TEXT, "date": None}, {"id": "b", "text": TEXT, "date": "2025-01-30"}])
    found = [json.loads(row["line"])["document"] for row in extract_rows(rows, WORK, source="news", actors=1).take_all()]
    assert sorted((document["id"], document["date"]) for document in found) == [("news#a", None), ("news#b", "2025-01-30")]


def test_a_data_set_without_ids_is_refused(ray: Any) -> None:
    with pytest.raises(ClaimscanError, match=r"no column 'id' \(columns: text\)"):
        extract_rows(ray.data.from_items([{"text": TEXT}]), WORK, source="news", actors=1)


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray.data", None)
    with pytest.raises(ClaimscanError, match=r"pip install 'claimscan\[ray\]'"):
        extract_files(["x"], WORK, actors=1)
