"""The command line: arguments to options, calls, and an exit code."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the program on the arguments of the process."""
    from claimscan.cli.app import run

    sys.exit(run(sys.argv[1:]))
