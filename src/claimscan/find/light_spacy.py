"""The spaCy package at two thirds of its import time."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def import_spacy() -> ModuleType:
    """The spaCy package, without its command line where that can be left out.

    `spacy/__init__.py` imports `spacy.cli` for one function, which costs a third of the time that spaCy takes
    to import. A stand-in for that module is in place during the import only; its one function hands on to the
    real one, so nothing is missing afterwards. Where spaCy is laid out differently it is imported whole.
    """
    if "spacy" in sys.modules or "spacy.cli" in sys.modules:
        return import_module("spacy")
    stand_in, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    stand_in.__path__ = []
    info.info = _real_info  # type: ignore[attr-defined]
    sys.modules.update({"spacy.cli": stand_in, "spacy.cli.info": info})
    try:
        spacy = import_module("spacy")
    except (ImportError, AttributeError):
        _forget("spacy")
        return import_module("spacy")
    finally:
        _forget("spacy.cli")
    vars(spacy).pop("cli", None)
    return spacy


def _real_info(*args: Any, **kwargs: Any) -> Any:
    """What `spacy.info` gives, its module imported on the first call."""
    return import_module("spacy.cli.info").info(*args, **kwargs)


def _forget(package: str) -> None:
    """Take a package and all its modules out of those imported."""
    for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
        del sys.modules[name]
