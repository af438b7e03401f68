"""Markdown: the same tables, to paste into a note or an issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from claimscan.model import Record
from claimscan.render.view import View
from claimscan.render.words import (
    HEADINGS,
    OWN_MEANS,
    clean_inside,
    dates_by_value,
    headline,
    models_by_vendor,
    other_vendors,
    pieces,
    tell_once,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#])")


def write(records: Iterable[Record], out: TextIO, view: View) -> None:
    """Write a section for each record."""
    for number, record in enumerate(records):
        blocks = ("\n".join(block) for block in _blocks(record, view))
        out.write(("\n" if number else "") + "\n\n".join(blocks) + "\n")
        out.flush()


def _blocks(record: Record, view: View) -> Iterator[Sequence[str]]:
    """The paragraphs and tables of a record."""
    document = record.document
    yield [f"## {escaped(document.title or document.id)}"]
    yield [escaped((f"{document.id} · " if document.title else "") + headline(document, len(record.claims)))]
    if record.claims:
        yield table((HEADINGS[0], "Relation", *HEADINGS[2:]), [told.cells for told in tell_once(record.claims)])
    if any(claim.self_reported for claim in record.claims):
        yield [escaped(OWN_MEANS)]
    if view.evidence:
        yield from _evidence(record)
    if vendors := models_by_vendor(record):
        yield table(("Vendor", "Models"), vendors)
    if others := other_vendors(record):
        yield [escaped(others)]
    if record.results:
        yield table(("Model", "Benchmark", "Score"), [(result.model, result.benchmark, result.value) for result in record.results])
    if dates := dates_by_value(record):
        yield table(("Date", "As written"), dates)


def _evidence(record: Record) -> Iterator[Sequence[str]]:
    """Each claim's sentence as a quotation, its parts in bold, its trigger in italics."""
    for claim in record.claims:
        quoted = "".join(_marked(piece.text, piece.role) for piece in pieces(claim, record.document.text))
        yield [f"> {quoted}", ">", f"> {escaped(claim.rule)}, {claim.confidence:.2f}"]


def _marked(text: str, role: str | None) -> str:
    """A piece of a sentence, emphasised if it plays a part; blanks stay outside, else Markdown shows the marks."""
    if role is None or not text.strip():
        return escaped(text)
    mark = "*" if role == "trigger" else "**"
    return f"{mark}{escaped(text.strip())}{mark}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table."""
    lines = [head, ["---"] * len(head), *([escaped(cell) for cell in row] for row in rows)]
    return ["| " + " | ".join(line) + " |" for line in lines]


def escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", clean_inside(text))
