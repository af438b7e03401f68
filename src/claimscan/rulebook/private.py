"""Files of this user's own: read and written only where nobody else can have put one, or can put another in its place."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_UNFINISHED = ".unfinished-"


def private_folder(path: Path) -> Path | None:
    """The folder, made if there is none; None if it is not this user's own, or if others could exchange it or write to it."""
    if not hasattr(os, "geteuid"):
        return None
    folder = path.absolute()
    try:
        if not _way_is_closed(folder):
            return None
        for missing in reversed([way for way in (folder, *folder.parents) if not way.exists()]):
            missing.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return None
    return folder if stat.S_ISDIR(status.st_mode) and _own(status) else None


def read_private(path: Path) -> bytes | None:
    """What stands in a file of a private folder; None if there is none, or none that is this user's own and closed to others."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            return file.read() if stat.S_ISREG(status.st_mode) and _own(status) else None
    except OSError:
        return None


def write_private(path: Path, content: bytes) -> None:
    """Write a file of a private folder, whole or not at all; where it cannot be written, nothing is lost."""
    part = None
    try:
        for left in path.parent.glob(f"{_UNFINISHED}*"):  # by a run that was killed
            left.unlink(missing_ok=True)
        descriptor, part = tempfile.mkstemp(dir=path.parent, prefix=_UNFINISHED)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(part).replace(path)
    except OSError:
        if part is not None:
            Path(part).unlink(missing_ok=True)


def _way_is_closed(path: Path) -> bool:
    """Whether only this user and root can exchange a folder or link on the way to a path, as it is given and as it is resolved."""
    return all(_kept(way.lstat()) for way in {*path.parents, *path.resolve().parents} if os.path.lexists(way))


def _kept(status: os.stat_result) -> bool:
    """Whether what lies in a folder stays where it is; where all may write, as in /tmp, the sticky bit sees to that."""
    mode = status.st_mode
    closed = stat.S_ISLNK(mode) or not mode & _WRITABLE_BY_OTHERS or bool(mode & stat.S_ISVTX)
    return closed and status.st_uid in (0, os.geteuid())


def _own(status: os.stat_result) -> bool:
    """Whether a file or folder is this user's own and closed to the writing of others."""
    return status.st_uid == os.geteuid() and not status.st_mode & _WRITABLE_BY_OTHERS
