"""Inputs cut into pieces that hold one document each, so that pieces can be read anywhere, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from claimscan.errors import SourceError
from claimscan.model import Failure
from claimscan.sources.compressed import broken_told, decompressed
from claimscan.sources.inputs import Input
from claimscan.sources.jsonl import lines_of, numbered
from claimscan.sources.kinds import InputKind, plain_name
from claimscan.sources.options import Reading
from claimscan.sources.sniff import kind_of_bytes

MAX_BYTES = 50_000_000
_SNIFFED_LINES = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A document yet to be read: a file, or what stands in `content`. `line` is its number in a JSON Lines file."""

    source: str
    kind: InputKind
    path: str | None = None
    content: bytes | None = None
    line: int | None = None

    @property
    def id(self) -> str:
        """What to call it before it is read."""
        return self.source if self.line is None else f"{self.source}#{self.line}"

    @property
    def filename(self) -> str | None:
        """The name of the file, without the ending of a compressed one."""
        return plain_name(Path(self.path).name) if self.path else None


def cut(entries: Iterable[Input | Failure], reading: Reading, stdin: BinaryIO) -> Iterator[Piece | Failure]:
    """The pieces of all inputs in their order; a file that cannot be opened is a failure and stops nothing."""
    for entry in entries:
        if isinstance(entry, Failure):
            yield entry
            continue
        try:
            yield from _pieces(entry, reading, stdin)
        except SourceError as error:
            yield Failure(entry.id, error.what, error.hint)
        except OSError as error:
            yield Failure(entry.id, f"cannot be read: {error.strerror or error}")


def content_of(piece: Piece) -> bytes:
    """The bytes of a piece, decompressed. Raises SourceError or OSError."""
    if piece.content is not None:
        data = piece.content
    else:
        with Path(piece.path or "").open("rb") as stream, broken_told():
            data = decompressed(stream).read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES and piece.line is None:
        raise SourceError(f"is larger than {MAX_BYTES // 1_000_000} MB", "split it: one file is one article, and a .jsonl file holds many")
    return data


def pieces_of(source: str, kind: InputKind | None, path: str | None, stream: BinaryIO) -> Iterator[Piece | Failure]:
    """The pieces of an open file, their content in hand. Raises SourceError or OSError."""
    with broken_told():
        plain = decompressed(stream)
        head = b"" if kind else _head(plain)
        kind = kind or kind_of_bytes(head)
        if kind is InputKind.JSONL:
            for item in numbered(source, lines_of(plain, head)):
                yield item if isinstance(item, Failure) else Piece(source, kind, path, item[1], item[0])
        else:
            yield Piece(source, kind, path, head + plain.read(MAX_BYTES + 1))


def _pieces(entry: Input, reading: Reading, stdin: BinaryIO) -> Iterator[Piece | Failure]:
    """The pieces of one input; only files that may hold several are opened."""
    if entry.path is None:
        yield from pieces_of(entry.id, reading.kind, None, stdin)
    elif entry.kind in (None, InputKind.JSONL):
        with entry.path.open("rb") as stream:
            yield from pieces_of(entry.id, entry.kind or reading.kind, str(entry.path), stream)
    else:
        yield Piece(entry.id, entry.kind, str(entry.path))


def _head(stream: BinaryIO) -> bytes:
    """The first line if it looks like JSON, else the first few: a writer that is slow is waited for no longer than needed."""
    lines = lines_of(stream)
    first = next(lines, b"")
    return first if first.lstrip().startswith(b"{") else b"".join(chain((first,), islice(lines, _SNIFFED_LINES - 1)))
