"""How a command ends when something goes wrong: a message and a number, never a traceback unless asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import NoReturn

import typer

from claimscan.cli import streams
from claimscan.cli.messages import Messages
from claimscan.errors import ClaimscanError, ExitCode, RuleError, SourceError
from claimscan.stopping import Stopped


class OutputError(Exception):
    """The output cannot be written."""


@contextmanager
def guard(messages: Messages, *, debug: bool) -> Iterator[None]:
    """Turn what is raised inside into a message and the exit code that stands for it."""
    try:
        yield
    except BrokenPipeError:
        streams.drop_output()
        raise typer.Exit(ExitCode.OK) from None
    except (Exception, Stopped) as error:
        if debug and not isinstance(error, typer.Exit):
            messages.traceback()
        raise _exit(error, messages) from None


def show_help(context: typer.Context) -> NoReturn:
    """Show a command's help as a message, not as data, and end with the code for wrong usage."""
    with redirect_stdout(sys.stderr):
        sys.stderr.write(context.get_help())
    raise typer.Exit(ExitCode.USAGE)


def piped(context: typer.Context) -> tuple[str, ...]:
    """The path of standard input, where something is piped into it; else the help is shown."""
    if sys.stdin.isatty():
        show_help(context)
    return ("-",)


def _exit(error: BaseException, messages: Messages) -> BaseException:
    """What to raise so that the program ends as this error asks."""
    if isinstance(error, (typer.Exit, typer.BadParameter)):
        return error
    if isinstance(error, RuleError):
        for problem in error.problems:
            messages.plain(str(problem))
        return typer.Exit(ExitCode.BAD_RULES)
    if isinstance(error, Stopped):
        messages.error(str(error))
        return typer.Exit(error.code)
    if isinstance(error, (OutputError, OSError)):
        messages.cannot_write(error)
        return typer.Exit(ExitCode.CANNOT_WRITE)
    if isinstance(error, SourceError):
        messages.error(str(error))
        return typer.Exit(ExitCode.SOME_FAILED)
    if isinstance(error, ClaimscanError):
        messages.error(str(error))
        return typer.Exit(ExitCode.USAGE)
    messages.error(f"internal error: {type(error).__name__}: {error} (--debug shows where)")
    return typer.Exit(ExitCode.SOME_FAILED)
