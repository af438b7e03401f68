"""The commands put together, and how a run ends."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from claimscan.cli import batch, explain, extract, merge, names, report, rules, schema, streams
from claimscan.cli.guard import guard, show_help
from claimscan.cli.messages import Messages
from claimscan.errors import ExitCode

app = typer.Typer(
    name="claimscan",
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


def _add(group: typer.Typer, name: str, command: Callable[..., None], example: str) -> None:
    """Put a command into a group; its help begins with an example."""
    text = inspect.getdoc(command) or ""
    group.command(name, help=f"[bold]{example}[/bold]\n\n{text}", short_help=text.split("\n", 1)[0])(command)


_add(app, "extract", extract.extract, extract.EXAMPLE)
_add(app, "batch", batch.batch, batch.EXAMPLE)
_add(app, "merge", merge.merge, merge.EXAMPLE)
_add(app, "report", report.report, report.EXAMPLE)
_add(app, "explain", explain.explain, explain.EXAMPLE)
_add(app, "names", names.names, names.EXAMPLE)
_add(app, "schema", schema.schema, schema.EXAMPLE)
app.add_typer(rules.rules, name="rules", short_help="Check, test and list rules.")
for _name, _command, _example in rules.COMMANDS:
    _add(rules.rules, _name, _command, _example)


def _version(wanted: bool) -> None:
    if wanted:
        with guard(Messages(), debug=False):
            from claimscan.cli.version import version_lines

            typer.echo("\n".join(version_lines()))
        raise typer.Exit(ExitCode.OK)


@app.callback(
    invoke_without_command=True,
    help="""[bold]claimscan extract article.txt[/bold]

    A ledger of what the news claims about AI models: who is said to beat, match or lead whom, on what, by whom, how firmly, when.
    """,
)
def start(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - answered by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the versions of program, rules and recognisers.")
    ] = False,
) -> None:
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        show_help(context)


def run(arguments: Sequence[str]) -> int:
    """The exit code of a run on these arguments."""
    code: int = ExitCode.OK
    try:
        code = _ended(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        streams.drop_output()
    except OSError as error:
        streams.drop_output()
        if code != ExitCode.CANNOT_WRITE:  # else it was told
            Messages().cannot_write(error)
        return ExitCode.CANNOT_WRITE
    return code


def _ended(arguments: Sequence[str]) -> int:
    """The exit code of a run whose output may yet wait to be written."""
    try:
        app(args=list(arguments), prog_name="claimscan")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.OK
    return ExitCode.OK
