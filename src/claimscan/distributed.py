"""The same work on many machines: Ray Data, with one reader of articles in each actor.

Paths and folders may lie on any file system that Ray reads and writes. Nothing here is needed without Ray.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from claimscan.batch.work import Work, Worker
from claimscan.errors import ClaimscanError, SourceError
from claimscan.model import Failure
from claimscan.sources.kinds import COMPRESSED, ENDINGS, InputKind, kind_of_name
from claimscan.sources.pieces import Piece, pieces_of
from claimscan.stores.parquet import record_schema

if TYPE_CHECKING:
    import pyarrow
    from ray.data import Dataset

Row = dict[str, Any]


def extract_files(paths: Sequence[str], work: Work, *, actors: int) -> Dataset:
    """The records of all documents in files and folders, as a data set with one column, `line`: the JSON of `claimscan/1`.

    Ids begin with the full path as Ray tells it. Files with other endings than those that `claimscan batch` knows are left out.
    """
    data = _ray()
    from ray.data.datasource import FileBasedDatasource

    class Files(FileBasedDatasource):  # type: ignore[misc, unused-ignore]
        """Files as they are: a compressed one that is broken must cost that file alone, so Ray is not to decompress it."""

        def resolve_compression(self, path: str, open_args: Row) -> None:  # noqa: ARG002
            return None

        def _read_stream(self, f: Any, path: str) -> Iterator[pyarrow.Table]:  # noqa: ARG002
            import pyarrow

            yield pyarrow.table({"bytes": pyarrow.array([f.readall()], pyarrow.large_binary())})

    endings = [ending.lstrip(".") + packed for ending in ENDINGS for packed in ("", COMPRESSED)]
    files = data.read_datasource(Files(list(paths), include_paths=True, file_extensions=endings))
    return _extract(files.flat_map(_pieces), work, actors)


def extract_rows(rows: Dataset, work: Work, *, source: str, actors: int) -> Dataset:
    """The records of a data set that has the columns `id` and `text` and may have those of JSON Lines; ids are `source#id`."""
    names = rows.schema().names
    missing = [key for key in (work.reading.keys.id, work.reading.keys.text) if key not in names]
    if missing:
        raise ClaimscanError(f"the data set has no column '{missing[0]}' (columns: {', '.join(names)})")
    return _extract(rows.map(partial(_piece, source=source)), work, actors)


def write_json_lines(records: Dataset, folder: str) -> None:
    """Write records as JSON Lines, a file a block, to a folder."""
    _ray()
    from ray.data.datasource import BlockBasedFileDatasink

    class Lines(BlockBasedFileDatasink):  # type: ignore[misc, unused-ignore]
        def write_block_to_file(self, block: Any, file: Any) -> None:
            for line in block.to_arrow()["line"].to_pylist():
                file.write(line.encode() + b"\n")

    records.write_datasink(Lines(folder, file_format="jsonl"))


def write_parquet(records: Dataset, folder: str) -> None:
    """Write records as Parquet, with the columns that `claimscan batch` writes, to a folder."""
    records.map_batches(_columns, batch_format="pyarrow").write_parquet(folder)


class _Actor:
    """Reads pieces; made once in each actor."""

    def __init__(self, work: Work) -> None:
        self._worker = Worker(work)

    def __call__(self, row: Row) -> Row:
        """The record of a piece."""
        return {"line": self._worker(_item(row)).line}


def _extract(pieces: Dataset, work: Work, actors: int) -> Dataset:
    from ray.data import ActorPoolStrategy

    actor: Any = _Actor
    return pieces.map(actor, fn_constructor_args=(work,), compute=ActorPoolStrategy(size=actors))


def _pieces(file: Row) -> Iterator[Row]:
    """A row for each document in a file."""
    path = file["path"]
    try:
        for item in pieces_of(path, kind_of_name(path), path, io.BytesIO(file["bytes"])):
            yield _row(item)
    except SourceError as error:
        yield _row(Failure(path, error.what, error.hint))


def _piece(row: Row, source: str) -> Row:
    """A row of a data set as a line of JSON Lines."""
    line = json.dumps({key: value for key, value in row.items() if value is not None}, ensure_ascii=False, default=str)
    return _row(Piece(source, InputKind.JSONL, content=line.encode("utf-8", "replace"), line=0))


def _row(item: Piece | Failure) -> Row:
    """A piece or failure as plain values, all rows with the same columns."""
    if isinstance(item, Failure):
        return {"source": item.id, "kind": "", "path": None, "content": b"", "line": -1, "what": item.what, "hint": item.hint}
    line = -1 if item.line is None else item.line
    told = {"what": "", "hint": ""}
    return {"source": item.source, "kind": item.kind.value, "path": item.path, "content": item.content, "line": line} | told


def _item(row: Row) -> Piece | Failure:
    """The piece or failure of a row."""
    if not row["kind"]:
        return Failure(row["source"], row["what"], row["hint"])
    line = None if row["line"] < 0 else int(row["line"])
    return Piece(row["source"], InputKind(row["kind"]), row["path"], bytes(row["content"]), line)


def _columns(lines: pyarrow.Table) -> pyarrow.Table:
    """Records in the columns of a Parquet ledger."""
    import pyarrow

    return pyarrow.Table.from_pylist([json.loads(line) for line in lines["line"].to_pylist()], record_schema())


def _ray() -> Any:
    """Ray Data. Raises ClaimscanError where it is not installed."""
    try:
        import ray.data
    except ImportError as error:
        raise ClaimscanError("Ray is not installed; pip install 'claimscan[ray]'") from error
    return ray.data
