"""Which files are meant by the paths that were given, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimscan.model import Failure
from claimscan.sources.kinds import ENDINGS, InputKind, kind_of_name

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read (or standard input, where `path` is None); `id` is the path as it was given."""

    id: str
    path: Path | None
    kind: InputKind | None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Files of a folder whose ending says that they are no texts."""

    folder: str
    count: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """All inputs of a run. `single` says that one file, and no folder or JSON Lines file, was asked for."""

    entries: tuple[Input | Failure, ...]
    skipped: tuple[Skipped, ...] = ()
    single: bool = False


def gather(paths: Sequence[str]) -> Inputs:
    """The files behind paths; folders are walked in sorted order, `-` is standard input."""
    entries: list[Input | Failure] = []
    skipped: list[Skipped] = []
    for path in paths:
        if path == STDIN:
            entries.append(Input("stdin", None, None))
        elif Path(path).is_dir():
            found = tuple(_walk(Path(path), set()))
            entries += [item for item in found if not isinstance(item, Skipped)]
            skipped += [item for item in found if isinstance(item, Skipped)]
            if not any(not isinstance(item, Skipped) for item in found):
                entries.append(Failure(path, "folder holds no texts", "known endings: " + " ".join(ENDINGS)))
        else:
            entries.append(Input(path, Path(path), kind_of_name(path)))
    one_file = len(entries) == 1 and len(paths) == 1 and not Path(paths[0]).is_dir()
    single = one_file and isinstance(entries[0], Input) and entries[0].kind is not InputKind.JSONL
    return Inputs(tuple(entries), tuple(skipped), single)


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Input | Failure | Skipped]:
    """The texts below a folder; each real folder once, so that loops of links end. Hidden names are left out."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield Failure(folder.as_posix(), f"cannot be read: {error.strerror}")
        return
    other = 0
    for path in paths:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path, seen)
        elif kind_of_name(path.name) is None:
            other += 1
        elif path.is_file() or path.is_symlink():
            yield Input(path.as_posix(), path, kind_of_name(path.name))
    if other:
        yield Skipped(folder.as_posix(), other)
