"""`claimscan schema`: the JSON Schema of the output."""

from __future__ import annotations

import typer

from claimscan.cli.guard import guard
from claimscan.cli.messages import Messages

EXAMPLE = "claimscan schema > claimscan-1.json"


def schema() -> None:
    """Print the JSON Schema of what extract writes."""
    with guard(Messages(), debug=False):
        from importlib import resources

        typer.echo(resources.files("claimscan.schema").joinpath("claimscan-1.json").read_text(encoding="utf-8"), nl=False)
