"""Which files are meant by the paths that were given, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
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


@dataclass(frozen=True, slots=True)
class Pick:
    """Which files of a folder to take: globs without `/` match a name, others the path below the folder; `*` matches `/` too.

    A file whose name `include` matches is taken whatever its ending. A folder that `exclude` matches is not entered.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def wants(self, below: str) -> bool:
        """Whether a file at this path below the folder is to be read."""
        return not self.include or _matches(below, self.include)

    def refuses(self, below: str) -> bool:
        """Whether a file or folder at this path below the folder is left out."""
        return _matches(below, self.exclude)


ALL = Pick()


def gather(paths: Sequence[str], pick: Pick = ALL) -> Inputs:
    """The files behind paths; folders are walked in sorted order, `-` is standard input."""
    found = tuple(walk(paths, pick))
    entries = tuple(item for item in found if not isinstance(item, Skipped))
    skipped = tuple(item for item in found if isinstance(item, Skipped))
    one_file = len(entries) == 1 and len(paths) == 1 and not Path(paths[0]).is_dir()
    single = one_file and isinstance(entries[0], Input) and entries[0].kind is not InputKind.JSONL
    return Inputs(entries, skipped, single)


def walk(paths: Sequence[str], pick: Pick = ALL) -> Iterator[Input | Failure | Skipped]:
    """The files behind paths in the order of `gather`, found as they are asked for."""
    for path in paths:
        if path == STDIN:
            yield Input("stdin", None, None)
        elif Path(path).is_dir():
            yield from _of_folder(path, pick)
        else:
            yield Input(_shown(path), Path(path), kind_of_name(path))


def _of_folder(path: str, pick: Pick) -> Iterator[Input | Failure | Skipped]:
    """The texts of a folder, or a failure where there are none."""
    empty = True
    for item in _below(Path(path), "", pick, set()):
        empty = empty and isinstance(item, Skipped)
        yield item
    if empty:
        asked = " ".join((*pick.include, *(f"not {glob}" for glob in pick.exclude)))
        yield Failure(_shown(path), "folder holds no texts", f"asked for: {asked}" if asked else "known endings: " + " ".join(ENDINGS))


def _below(folder: Path, below: str, pick: Pick, seen: set[tuple[int, int]]) -> Iterator[Input | Failure | Skipped]:
    """The texts below a folder; each real folder once, so that loops of links end. Hidden names are left out."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        names = sorted((name for name in os.listdir(folder) if not name.startswith(".")), key=os.fsencode)  # noqa: PTH208 - paths take ten times the memory
    except OSError as error:
        yield Failure(_shown(folder), f"cannot be read: {error.strerror}")
        return
    other = 0
    for name in names:
        path, inside = folder / name, below + name
        if pick.refuses(inside):
            continue
        if path.is_dir():
            yield from _below(path, f"{inside}/", pick, seen)
        elif pick.wants(inside) and (path.is_file() or path.is_symlink()):
            if pick.include or kind_of_name(name):
                yield Input(_shown(path), path, kind_of_name(name))
            else:
                other += 1
    if other:
        yield Skipped(_shown(folder), other)


def _shown(path: str | Path) -> str:
    """A path as text, the same in every locale: names of files are read as UTF-8."""
    return os.fsencode(path if isinstance(path, str) else path.as_posix()).decode("utf-8", "surrogateescape")


def _matches(below: str, globs: Sequence[str]) -> bool:
    name = below.rpartition("/")[2]
    return any(fnmatchcase(below if "/" in glob else name, glob) for glob in globs)
