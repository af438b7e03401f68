"""Unknown names for people at a terminal: a table for models, for vendors, for benchmarks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimscan.model import Kind
from claimscan.render.table import plain_table, rendered
from claimscan.render.unknown_formats import UnknownView
from claimscan.render.words import NOTHING, clean, clean_inside
from claimscan.unknown import KINDS, Passage, UnknownName, UnknownNames

_COUNTS = ("Mentions", "Documents")
_MOST_SPELLINGS = 5


def write(found: UnknownNames, out: TextIO, view: UnknownView) -> None:
    """Write a headline and the tables; without a terminal plain, neither cut nor wrapped."""
    out.write(rendered(_parts(found), width=view.width, color=view.color))


def _parts(found: UnknownNames) -> Iterator[RenderableType]:
    yield Text(_headline(found), "bold")
    for kind in KINDS:
        if names := found.of(kind):
            yield Padding(_table(kind, names), (1, 0, 0, 0))


def _headline(found: UnknownNames) -> str:
    """How many names were found, in how many documents."""
    number, documents = len(found.names), f"{found.documents:,} document{'s' * (found.documents != 1)}"
    return f"{number or 'No'} name{'s' * (number != 1)} in {documents} that the catalogue does not know"


def _table(kind: Kind, names: tuple[UnknownName, ...]) -> Table:
    """A line for each name of a kind."""
    models = kind is Kind.MODEL
    headings = (kind.capitalize(), *(("Vendor",) if models else ()), "Written", *_COUNTS, "Found by", "Where")
    table = plain_table(headings)
    for column in table.columns:
        if column.header in _COUNTS:
            column.justify = "right"
    for name in names:
        vendors = (Text(clean(", ".join(name.vendors)) or NOTHING),) if models else ()
        origins = Text(", ".join(name.origins))
        table.add_row(Text(clean(name.name), "bold"), *vendors, _spellings(name), *_counts(name), origins, _places(name.passages))
    return table


def _counts(name: UnknownName) -> tuple[Text, ...]:
    return Text(f"{name.mentions:,}"), Text(f"{name.documents:,}")


def _spellings(name: UnknownName) -> Text:
    """The spellings that differ from the name, the most frequent ones first."""
    others = [clean(words) for words, _ in name.written if words != name.name]
    more = [f"{len(others) - _MOST_SPELLINGS:,} more"] if len(others) > _MOST_SPELLINGS else []
    return Text(", ".join((*others[:_MOST_SPELLINGS], *more)) or NOTHING)


def _places(passages: tuple[Passage, ...]) -> Text:
    """The places, a line each."""
    lines = (
        Text.assemble((clean_inside(each.before), "dim"), (clean(each.words), "bold yellow"), (clean_inside(each.after), "dim"))
        for each in passages
    )
    return Text("\n").join(lines)
