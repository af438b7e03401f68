"""`claimscan merge`: put the ledgers of all shares together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimscan.cli.guard import guard
from claimscan.cli.messages import Messages
from claimscan.cli.options import DebugOption, QuietOption

EXAMPLE = "claimscan merge part-*.jsonl -o ledger.sqlite"

Ledgers = Annotated[
    list[Path],
    typer.Argument(metavar="LEDGER", exists=True, dir_okay=False, help="What batch --shard wrote, all of it.", show_default=False),
]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="The ledger: .jsonl, .csv, .parquet or .sqlite.")]


def merge(ledgers: Ledgers, output: Output, quiet: QuietOption = False, debug: DebugOption = False) -> None:
    """Put the ledgers of all shares together; refused unless they are all there and of one run.

    The result is what a single run over all inputs would have written.
    """
    messages = Messages(quiet)
    with guard(messages, debug=debug):
        from claimscan.shards import merge as merged

        messages.note(f"{output}: {merged(ledgers, output):,} records of {len(ledgers)} shards")
