"""Parquet: one row a document, lists nested as in the JSON, for DuckDB, pandas, Spark and Ray."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimscan.errors import ClaimscanError
from claimscan.stores.files import StoreError

if TYPE_CHECKING:
    import pyarrow

GROUP = 500  # documents a row group: what is held in memory at a time
_ABSENT = ("text", "error")  # keys that a record may not have; a column has them always


def read(path: Path) -> Iterator[str]:
    """The records as they were written, in order."""
    arrow = _arrow()
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(GROUP):
                yield from (json.dumps(_present(row), ensure_ascii=False) for row in batch.to_pylist())
    except (arrow.ArrowInvalid, KeyError) as error:
        raise StoreError(f"{path}: is no ledger of claimscan ({error})") from error


def write(lines: Iterable[str], path: Path) -> None:
    """Write one row a record."""
    arrow = _arrow()
    from pyarrow import parquet

    remaining = iter(lines)
    schema = record_schema()
    with parquet.ParquetWriter(path, schema, compression="zstd") as out:
        while group := [json.loads(line) for line in islice(remaining, GROUP)]:
            out.write_table(arrow.Table.from_pylist(group, schema))


def record_schema() -> pyarrow.Schema:
    """The columns of a record."""
    pa = _arrow()
    text, whole, real, flag = pa.string(), pa.int64(), pa.float64(), pa.bool_()

    def texts(*names: str) -> list[tuple[str, Any]]:
        return [(name, text) for name in names]

    place = [("start", whole), ("end", whole)]
    pair = pa.list_(whole)
    mentions = ("mentions", pa.list_(pa.struct([("text", text), *place])))
    spans = [("subject", pair), ("objects", pa.list_(pair)), ("trigger", pair), ("source", pair), ("cues", pa.list_(pair))]
    columns = {
        "document": [
            *texts("id", "title", "language"), ("language_confidence", real), *texts("date", "date_origin"), ("characters", whole),
            ("scanned", whole), *texts("sha256", "text"),
        ],
        "models": [*texts("name", "vendor", "family", "version", "variant", "size"), ("known", flag), mentions],
        "vendors": [("name", text), ("known", flag), mentions],
        "benchmarks": [("name", text), mentions],
        "dates": [("text", text), *place, *texts("value", "resolved_from")],
        "claims": [
            *texts("id", "relation", "subject"), ("objects", pa.list_(text)), *texts("generic_object", "polarity", "stance", "source"),
            ("self_reported", flag), ("aspect_kind", text), ("aspects", pa.list_(text)), ("benchmarks", pa.list_(text)),
            *texts("margin", "date", "sentence"), *place, ("spans", pa.struct(spans)), ("rule", text), ("confidence", real),
        ],
        "results": [*texts("model", "benchmark", "value"), ("number", real), ("unit", text), *place],
    }  # fmt: skip
    document = columns.pop("document")
    error = pa.struct([("what", text), ("hint", text)])
    head = [("schema", text), ("document", pa.struct(document))]
    lists = [(key, pa.list_(pa.struct(fields))) for key, fields in columns.items()]
    return pa.schema([*head, *lists, ("layers", pa.list_(text)), ("warnings", pa.list_(text)), ("error", error)])


def _present(row: dict[str, Any]) -> dict[str, Any]:
    """A row without the keys that its record did not have."""
    document = {key: value for key, value in row["document"].items() if key not in _ABSENT or value is not None}
    return {key: value for key, value in (row | {"document": document}).items() if key not in _ABSENT or value is not None}


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise ClaimscanError("Parquet needs a library that is not installed; pip install 'claimscan[parquet]'") from error
    return pyarrow
