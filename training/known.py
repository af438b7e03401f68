"""The names of the catalogue, as seeds for generated texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

RULES = Path(__file__).parent.parent / "rules" / "names"
FILES = {"MODEL": "models.yml", "VENDOR": "vendors.yml", "BENCHMARK": "benchmarks.yml"}
ENTRIES = ("models", "families", "vendors", "benchmarks")


def catalogue_names(folder: Path = RULES) -> dict[str, list[str]]:
    """Every name and other name in the catalogue, by label, in the order of the files."""
    return {label: _names(folder / file) for label, file in FILES.items()}


def _names(path: Path) -> list[str]:
    """The names in one file."""
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 -- keeps "no" text
    entries = [entry for key in ENTRIES for entry in data.get(key) or ()]
    return [name for entry in entries for name in (entry["name"], *entry.get("aliases", ()))]
