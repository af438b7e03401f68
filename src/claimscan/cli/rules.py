"""`claimscan rules`: check, test and list rules, and print the JSON Schema of rule files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimscan.cli.guard import guard, show_help
from claimscan.cli.messages import Messages
from claimscan.cli.options import DebugOption, QuietOption
from claimscan.errors import ExitCode

if TYPE_CHECKING:
    from claimscan.rulebook import Rulebooks

rules = typer.Typer()


@rules.callback(invoke_without_command=True, help="[bold]claimscan rules test[/bold]\n\nCheck, test and list rules.")
def start(context: typer.Context) -> None:
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        show_help(context)


Folders = Annotated[
    list[Path] | None,
    typer.Argument(metavar="DIR", exists=True, file_okay=False, help="Rules laid over the built-in ones.", show_default=False),
]


def check(folders: Folders = None, quiet: QuietOption = False, debug: DebugOption = False) -> None:
    """Check rule files; every mistake is told with path, line and column."""
    messages = Messages(quiet)
    with guard(messages, debug=debug):
        rulebooks = _load(folders)
        messages.note(f"rules {rulebooks.digest} are sound ({', '.join(rulebooks.languages)})")


def run_examples(folders: Folders = None, quiet: QuietOption = False, debug: DebugOption = False) -> None:
    """Run the examples in the rules; those read wrongly are told, and the exit code is 1."""
    messages = Messages(quiet)
    with guard(messages, debug=debug):
        from claimscan.trial import trials

        ran = failed = 0
        for trial in trials(_load(folders)):
            ran += 1
            wrong = trial.run()
            if wrong is not None:
                failed += 1
                typer.echo(f"{trial.example.place}: {trial.expectation}: {wrong}\n    {trial.example.text}")
        messages.note(f"{ran} examples, {failed} read wrongly")
        raise typer.Exit(ExitCode.SOME_FAILED if failed else ExitCode.OK)


def list_rules(folders: Folders = None, debug: DebugOption = False) -> None:
    """List the rules: where each stands, its id and its first pattern."""
    with guard(Messages(), debug=debug):
        for code, rulebook in _load(folders).languages.items():
            named = (rulebook.claims, rulebook.cues, rulebook.anaphors, rulebook.groups, rulebook.results)
            for rule in (rule for kind in named for rule in kind):
                typer.echo(f"{rule.place}\t{code}/{rule.id}\t{rule.patterns[0].source if rule.patterns else ''}")


def schema(debug: DebugOption = False) -> None:
    """Print the JSON Schema of rule files, for editors."""
    with guard(Messages(), debug=debug):
        import json

        from claimscan.rulebook.schema import rules_schema

        typer.echo(json.dumps(rules_schema(), ensure_ascii=False, indent=2))


def _load(folders: list[Path] | None) -> Rulebooks:
    """The built-in rules with these folders laid over them."""
    from claimscan.rulebook.load import load_rulebooks

    return load_rulebooks(tuple(folders or ()))


COMMANDS = (
    ("check", check, "claimscan rules check my-rules/"),
    ("test", run_examples, "claimscan rules test"),
    ("list", list_rules, "claimscan rules list | grep beats"),
    ("schema", schema, "claimscan rules schema > rules.schema.json"),
)
