"""Compiled rulebooks kept between runs, so that a start need not read YAML that has not changed.

A copy is taken from files of this user's own alone, and even there nothing but the classes of rules can come out of
one: no copy can make anything run. Whatever is wrong with it, the rules are compiled anew, without a word. The environment
variable `CLAIMSCAN_CACHE` names another folder, or turns the copy `off`.
"""

from __future__ import annotations

import gc
import hashlib
import io
import os
import pickle
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from typing import Any

from claimscan.rulebook.books import Rulebooks
from claimscan.rulebook.overlay import Layer, fingerprint
from claimscan.rulebook.private import private_folder, read_private, write_private

_KEPT = 4
_HOMES = ("claimscan.model", "claimscan.rulebook.")


def cached(layers: Sequence[Layer], compile_all: Callable[[], Rulebooks]) -> Rulebooks:
    """The rulebooks of these layers: the copy from an earlier run, else compiled and, where that is safe, kept."""
    folder = _folder()
    if folder is None:
        return compile_all()
    key = _key(layers)
    path = folder / f"rulebooks-{key}.pickle"
    found = _unpacked(key, read_private(path))
    if found is None:
        found = compile_all()
        write_private(path, _packed(key, found))
        _forget_old(folder)
    return found


def _folder() -> Path | None:
    """Where copies are kept; None where there is no safe place."""
    named = os.environ.get("CLAIMSCAN_CACHE")
    if named == "off":
        return None
    if named:
        return private_folder(Path(named))
    try:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    return private_folder(home / "claimscan") if home.is_absolute() else None


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


def _packed(key: str, rulebooks: Rulebooks) -> bytes:
    """A copy: a line that tells what it is of and the sum of what follows, then the rulebooks."""
    content = pickle.dumps(rulebooks, protocol=pickle.HIGHEST_PROTOCOL)
    return _head(key, content) + content


def _unpacked(key: str, packed: bytes | None) -> Rulebooks | None:
    """The rulebooks of a copy; None if there is none, or if it is damaged or of something else."""
    head, end, content = (packed or b"").partition(b"\n")
    if head + end != _head(key, content):
        return None
    try:
        with _no_collecting():
            found = _Rules(io.BytesIO(content)).load()
    except Exception:  # whatever a strange copy makes of itself
        return None
    return found if isinstance(found, Rulebooks) else None


def _head(key: str, content: bytes) -> bytes:
    return f"claimscan {key} {zlib.crc32(content):08x}\n".encode()


class _Rules(pickle.Unpickler):
    """Makes rules of a copy, and nothing else: only data classes and enumerations of ours are known to it."""

    def find_class(self, module: str, name: str) -> Any:
        """A class by its module and name. Raises UnpicklingError for all that is no class of rules."""
        if module.startswith(_HOMES) and name.isidentifier():
            found = getattr(import_module(module), name, None)
            if isinstance(found, type) and found.__module__ == module and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no class of rules")


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Garbage is not looked for meanwhile: among so many new objects that takes as long as making them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _forget_old(folder: Path) -> None:
    """Leave only the newest copies."""
    with suppress(OSError):
        for old in sorted(folder.glob("rulebooks-*.pickle"), key=lambda path: path.stat().st_mtime)[:-_KEPT]:
            old.unlink(missing_ok=True)
