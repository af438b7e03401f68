"""The options that commands share, and how their values are checked."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from claimscan.cli.messages import Color, wants_color
from claimscan.render.formats import Format
from claimscan.render.view import View
from claimscan.sources.kinds import InputKind

AnyFormat = TypeVar("AnyFormat", bound=StrEnum)
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")


def check_date(value: str | None) -> str | None:
    """The value if it is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of the calendar."""
    if value is None:
        return None
    from claimscan.sources.document import is_day  # dear to import, and needed only here

    if not is_day(value):
        raise typer.BadParameter(f"'{value}' is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    return value


def check_language(value: str) -> str | None:
    """The language code, None for `auto`."""
    if value == "auto":
        return None
    if not _LANGUAGE.match(value):
        raise typer.BadParameter(f"'{value}' is no language code; write auto, en, de, …")
    return value


def check_recognisers(values: Sequence[str]) -> dict[str, str]:
    """`de=NAME` pairs as a mapping; each name must be installed, a folder, or `none`."""
    chosen = {}
    for value in values:
        language, equals, name = value.partition("=")
        if not (equals and name and _LANGUAGE.match(language)):
            raise typer.BadParameter(f"'{value}' is not LANGUAGE=PIPELINE, as in de=de_core_news_md")
        if name != "none" and not Path(name).is_dir() and not _installed(name):
            raise typer.BadParameter(f"no spaCy pipeline named '{name}' is installed; install it yourself, give its folder, or write none")
        chosen[language] = name
    return chosen


def _installed(name: str) -> bool:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        distribution(name)
    except (PackageNotFoundError, ValueError):
        return False
    return True


def check_paths(paths: tuple[str, ...]) -> None:
    """Refuse paths that do not exist before anything is read; a link that leads nowhere is an input that fails."""
    missing = [path for path in paths if path != "-" and not (Path(path).exists() or Path(path).is_symlink())]
    if missing:
        raise typer.BadParameter(f"no such file or folder: {', '.join(missing)}")


def choose_format(formats: type[AnyFormat], endings: Mapping[str, AnyFormat], given: AnyFormat | None, output: Path | None) -> AnyFormat:
    """The format that was asked for, else the one that the output file's ending stands for, else the table."""
    if given is not None or output is None:
        return given or formats("table")
    told = endings.get(output.suffix.lower())
    if told is None:
        raise typer.BadParameter(f"the ending of '{output}' tells no format; use one of {' '.join(endings)} or --format")
    return told


def with_json(formats: type[AnyFormat], given: AnyFormat | None, *, json: bool) -> AnyFormat | None:
    """The format that `--format` and `--json` ask for together."""
    if json and given not in (None, formats("json")):
        raise typer.BadParameter(f"--json and --format {given} exclude each other")
    return formats("json") if json else given


def view(output: Path | None, color: Color, *, evidence: bool, with_text: bool) -> View:
    """How to show records: coloured and fitted on a terminal, whole and plain elsewhere."""
    terminal = output is None and sys.stdout.isatty()
    return View(
        evidence=evidence,
        with_text=with_text,
        color=wants_color(color, sys.stdout) if output is None else color is Color.ALWAYS,
        width=shutil.get_terminal_size().columns if terminal else None,
    )


Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.", show_default=False)]
FormatOption = Annotated[
    Format | None, typer.Option("--format", "-f", help="How to print; table unless -o tells otherwise.", show_default=False)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its ending picks the format.", show_default=False)
]
EvidenceOption = Annotated[bool, typer.Option("--evidence", help="Show each claim's sentence, its parts marked.")]
TextOption = Annotated[bool, typer.Option("--with-text", help="Put the text that offsets point into into the JSON.")]
LanguageOption = Annotated[str, typer.Option("--lang", metavar="auto|en|de|…", help="The language of the texts.")]
DateOption = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY[-MM[-DD]]", help="The publication date; 'yesterday' is resolved against it.", show_default=False),
]
RulesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules", metavar="DIR", exists=True, file_okay=False, help="Rules to lay over the built-in ones; repeatable.", show_default=False
    ),
]
RecogniserOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ner",
        metavar="LANG=NAME",
        help="The installed spaCy pipeline that reads names, as de=de_core_news_md; or LANG=none.",
        show_default=False,
    ),
]
ConfidenceOption = Annotated[float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out claims that are less certain.")]
KindOption = Annotated[
    InputKind | None,
    typer.Option(
        "--from", help="How to read standard input and files of unknown ending; told from the content by default.", show_default=False
    ),
]
IncludeOption = Annotated[
    list[str] | None, typer.Option("--include", metavar="GLOB", help="Of folders, only these files; repeatable.", show_default=False)
]
ExcludeOption = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="GLOB", help="Of folders, not these files and folders; repeatable.", show_default=False),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Count an input with a warning as failed.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Errors only on standard error.")]
ProgressOption = Annotated[bool, typer.Option("--no-progress", help="No progress bar.")]
ColorOption = Annotated[Color, typer.Option("--color", help="Colours; auto: on a terminal.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show where an error came from.")]
_FIELDS = "Fields of JSON Lines"
TextKey = Annotated[str, typer.Option("--text-key", metavar="NAME", help="The text.", rich_help_panel=_FIELDS)]
IdKey = Annotated[str, typer.Option("--id-key", metavar="NAME", help="The document's id.", rich_help_panel=_FIELDS)]
DateKey = Annotated[str, typer.Option("--date-key", metavar="NAME", help="The publication date.", rich_help_panel=_FIELDS)]
TitleKey = Annotated[str, typer.Option("--title-key", metavar="NAME", help="The title.", rich_help_panel=_FIELDS)]
LangKey = Annotated[str, typer.Option("--lang-key", metavar="NAME", help="The language code.", rich_help_panel=_FIELDS)]
NamesKey = Annotated[
    str, typer.Option("--names-key", metavar="NAME", help="A list of names known to stand in the text.", rich_help_panel=_FIELDS)
]
