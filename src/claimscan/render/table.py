"""Tables for people: claims first, then models with their vendors, scores and dates."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimscan.model import Record
from claimscan.render.view import View
from claimscan.render.words import (
    HEADINGS,
    NOTHING,
    OWN,
    OWN_MEANS,
    clean,
    dates_by_value,
    headline,
    models_by_vendor,
    other_vendors,
    pieces,
    tell,
    tell_once,
)

# Wide enough that nothing is wrapped or cut where there is no terminal.
_UNBOUNDED = 1_000_000
_ROLES = {"subject": "bold green", "object": "bold red", "trigger": "bold", "source": "cyan", "cue": "yellow"}
_WHOLE = {"", "How firmly", "When"}
_STANCES = {"asserted": "", "attributed": "cyan", "hedged": "yellow"}


def write(records: Iterable[Record], out: TextIO, view: View) -> None:
    """Write the tables of each record; without a terminal plain, neither cut nor wrapped."""
    for number, record in enumerate(records):
        if number:
            out.write("\n")
        out.write(rendered(_sections(record, view), width=view.width, color=view.color))
        out.flush()


def rendered(parts: Iterable[RenderableType], *, width: int | None, color: bool) -> str:
    """The parts as text, without blanks at the ends of lines; neither cut nor wrapped where no width is given."""
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=width or _UNBOUNDED,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
        _environ={},
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().split("\n")[:-1])


def _sections(record: Record, view: View) -> Iterable[RenderableType]:
    """All that is shown of one record."""
    document = record.document
    yield Text(clean(document.title or document.id), "bold")
    yield Text((f"{clean(document.id)} · " if document.title else "") + headline(document, len(record.claims)), "dim")
    if record.claims:
        yield Padding(_numbered(record) if view.evidence else _claims(record), (1, 0, 0, 0))
    if any(claim.self_reported for claim in record.claims):
        yield Text(OWN_MEANS, "dim")
    if view.evidence:
        yield from _evidence(record, view)
    vendors = models_by_vendor(record)
    yield from _pairs("Vendor", "Models", vendors)
    if others := other_vendors(record):
        yield Padding(Text(others, "dim"), (0 if vendors else 1, 0, 0, 0))
    yield from _scores(record)
    yield from _pairs("Date", "As written", dates_by_value(record))


def plain_table(headings: Sequence[str]) -> Table:
    """An empty table in the style of the program."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim", padding=(0, 1, 0, 0))
    for heading in headings:
        table.add_column(heading, overflow="fold", no_wrap=heading in _WHOLE)
    return table


def _claims(record: Record) -> Table:
    """The claims, those that read the same on one line."""
    table = plain_table(HEADINGS)
    for told in tell_once(record.claims):
        table.add_row(*_styled(told.cells))
    return table


def _numbered(record: Record) -> Table:
    """The claims, a line each, with the number under which the sentence is shown below."""
    table = plain_table(("", *HEADINGS))
    for number, claim in enumerate(record.claims, start=1):
        table.add_row(Text(str(number), "dim"), *_styled(tell(claim).cells))
    return table


def _styled(cells: Sequence[str]) -> list[Text]:
    """The cells of a claim in their colours."""
    winner, verb, loser, topic, source, stance, date = cells
    return [
        Text(winner, "bold green"),
        Text(verb, "bold yellow" if verb.startswith("does not") else ""),
        Text(loser),
        Text(topic),
        Text(source, "magenta" if source.endswith(OWN) else ""),
        Text(stance, _STANCES[stance]),
        Text(date, "dim" if date == NOTHING else ""),
    ]


def _evidence(record: Record, view: View) -> Iterable[RenderableType]:
    """Each claim's sentence, its parts coloured or, where there are no colours, marked as in the rules: `{subject:R1}`."""
    indent = len(str(len(record.claims))) + 2
    for number, claim in enumerate(record.claims, start=1):
        sentence = Text()
        for piece in pieces(claim, record.document.text):
            plain = piece.role is None or view.color
            sentence.append(piece.text if plain else f"{{{piece.role}:{piece.text}}}", _ROLES.get(piece.role or "", ""))
        sentence.append(f"  {claim.rule} {claim.confidence:.2f}", "dim")
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=indent - 2, no_wrap=True)
        grid.add_column(overflow="fold")
        grid.add_row(Text(str(number), "dim"), sentence)
        yield Padding(grid, (1 if number == 1 else 0, 0, 0, 0))
    if view.color and record.claims:
        yield Padding(Text.assemble(*((f"{role}  ", style) for role, style in _ROLES.items())), (1, 0, 0, indent))


def _pairs(left: str, right: str, rows: Sequence[tuple[str, str]]) -> Iterable[RenderableType]:
    """A table of two columns, if it has rows."""
    if rows:
        table = plain_table((left, right))
        for first, second in rows:
            table.add_row(Text(first, "bold"), Text(second))
        yield Padding(table, (1, 0, 0, 0))


def _scores(record: Record) -> Iterable[RenderableType]:
    """The stated scores, if there are any."""
    if record.results:
        table = plain_table(("Model", "Benchmark", "Score"))
        for result in record.results:
            table.add_row(Text(clean(result.model), "bold"), Text(clean(result.benchmark)), Text(clean(result.value)))
        yield Padding(table, (1, 0, 0, 0))
