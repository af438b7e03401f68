"""One target under atheris: `python -m fuzz.drive TARGET [options of libFuzzer] [FOLDER ...]`."""

from __future__ import annotations

import importlib
import sys

import atheris


def main() -> None:
    """Run the target named first until libFuzzer has had enough."""
    name = sys.argv.pop(1)
    with atheris.instrument_imports(include=["claimscan"]):
        target = importlib.import_module(f"fuzz.targets.{name}")
    atheris.Setup(sys.argv, target.check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
