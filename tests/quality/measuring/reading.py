"""What claimscan reads in a text, as the plain values of its output."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from claimscan.extractor import Extractor
from claimscan.model import Document
from claimscan.record import record_values
from claimscan.rulebook import Rulebooks, load_rulebooks
from claimscan.rulebook.catalogue_index import build_index
from measuring.corpora import Annotated


@cache
def rulebooks() -> Rulebooks:
    """The built-in rules."""
    return load_rulebooks()


@cache
def extractor() -> Extractor:
    """The whole program."""
    return Extractor(rulebooks())


@cache
def extractor_without_names() -> Extractor:
    """The program with an empty catalogue: names are left to the trained recogniser and to shapes."""
    books = rulebooks()
    empty = replace(books.catalogue, families={}, entries=(), index=build_index((), (), books.catalogue.words))
    return Extractor(replace(books, catalogue=empty))


def prediction(extract: Extractor, text: Annotated) -> dict[str, Any]:
    """The record of one text, with its language where the scorer looks for it; the language is detected."""
    record = record_values(extract(Document(text.id, text.text, date=text.gold.get("date"))))
    return {**record, "language": record["document"]["language"]}
