"""Compiled rulebooks kept between runs, so that a start need not read YAML that has not changed.

The copy is a pickle, so it is trusted only where nobody else can have written it: a file and a folder of this
user's own that others may not write to. Anything else, and any trouble, means compiling anew. The environment
variable `CLAIMSCAN_CACHE` names another folder, or turns the copy `off`.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from claimscan.rulebook.books import Rulebooks
from claimscan.rulebook.overlay import Layer, fingerprint

_KEPT = 4
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def cached(layers: Sequence[Layer], compile_all: Callable[[], Rulebooks]) -> Rulebooks:
    """The rulebooks of these layers: the copy from an earlier run, else compiled and, where that is safe, kept."""
    folder = _folder()
    if folder is None:
        return compile_all()
    path = folder / f"rulebooks-{_key(layers)}.pickle"
    found = _read(path)
    if found is None:
        found = compile_all()
        _write(path, found)
    return found


def _folder() -> Path | None:
    """Where copies are kept; None where there is no safe place."""
    named = os.environ.get("CLAIMSCAN_CACHE")
    if named == "off" or not hasattr(os, "getuid"):
        return None
    try:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        folder = Path(named) if named else home / "claimscan"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return folder if _private(folder) else None


def _private(path: Path) -> bool:
    """Whether a file or folder is this user's own and closed to the writing of others; links are not."""
    try:
        status = path.lstat()
    except OSError:
        return False
    return not stat.S_ISLNK(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & _WRITABLE_BY_OTHERS


def _key(layers: Sequence[Layer]) -> str:
    """What a copy depends on: the rules, where they lie, the code that compiles them, and the Python that runs it."""
    shown = "\n".join(layer.shown for layer in layers)
    return hashlib.sha256(f"{fingerprint(layers)}\n{shown}\n{_code()}\n{sys.version}".encode()).hexdigest()[:32]


@cache
def _code() -> str:
    """A fingerprint of the code whose objects are kept."""
    package = Path(str(resources.files("claimscan")))
    sha = hashlib.sha256()
    for path in sorted((package / "model.py", *(package / "rulebook").glob("*.py"))):
        sha.update(path.read_bytes())
    return sha.hexdigest()


def _read(path: Path) -> Rulebooks | None:
    """The rulebooks of a copy; None if there is none that can be trusted and read."""
    if not _private(path):
        return None
    try:
        found = pickle.loads(path.read_bytes())  # noqa: S301  the file is this user's own, see above
    except Exception:
        return None
    return found if isinstance(found, Rulebooks) else None


def _write(path: Path, rulebooks: Rulebooks) -> None:
    """Keep a copy, whole or not at all; where it cannot be kept, nothing is lost."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".rulebooks-")
        with os.fdopen(handle, "wb") as file:
            pickle.dump(rulebooks, file, protocol=pickle.HIGHEST_PROTOCOL)
        Path(name).replace(path)
        for old in sorted(path.parent.glob("rulebooks-*.pickle"), key=lambda p: p.stat().st_mtime)[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return
