"""The command line: arguments to options, calls, and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

_SELDOM = (50_000, 20, 20)  # rules are many objects that stay: to look through them for garbage again and again costs more than an article


def main() -> NoReturn:
    """Run the program on the arguments of the process."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the products are small: threads would only stand in the way of --jobs
    gc.set_threshold(*_SELDOM)
    from claimscan.cli import streams
    from claimscan.stopping import Stopped, listen, settle

    streams.prepare()
    listen()
    try:
        from claimscan.cli.app import run

        code = run(sys.argv[1:])
        settle()
    except Stopped as stopped:
        settle()
        sys.stderr.write(f"claimscan: error: {stopped}\n")
        code = stopped.code
    sys.exit(code)
