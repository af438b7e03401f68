"""A Document from its text and what is known about it; where its publication date was read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from claimscan.model import DateOrigin, Document
from claimscan.sources.options import Reading
from claimscan.sources.publication import date_in_head, date_in_name

_ISO_DATE = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ].{0,40})?\Z", re.ASCII)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]{1,20})?\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Known:
    """What a file says about its article besides the text: values as written, and where they stood."""

    title: str | None = None
    date: str | None = None
    language: str | None = None
    names: tuple[str, ...] = ()
    filename: str | None = None
    where: str = "metadata"
    warnings: tuple[str, ...] = ()


def make_document(identity: str, text: str, known: Known, reading: Reading) -> Document:
    """A document, its date from the option, metadata, head of the text or file name, in this order."""
    clean = _whole(text)
    warnings = list(known.warnings)
    if clean != text:
        warnings.append("broken characters (lone surrogates) became U+FFFD")
    if not clean.strip():
        warnings.append("is empty")
    metadata = iso_date(known.date, reading.months)
    if known.date and metadata is None:
        warnings.append(f"date '{_short(known.date)}' in {known.where} is not understood; write YYYY-MM-DD")
    language = iso_language(known.language)
    if known.language and language is None:
        warnings.append(f"language '{_short(known.language)}' in {known.where} is not understood; write a code such as en")
    day, origin = _publication(reading, metadata, clean, known.filename)
    return Document(
        id=_whole(identity),
        text=clean,
        title=_whole(" ".join(known.title.split())) or None if known.title else None,
        language=reading.language or language,
        date=day,
        date_origin=origin,
        names=tuple(map(_whole, known.names)),
        sha256=hashlib.sha256(clean.encode("utf-8")).hexdigest(),
        warnings=tuple(map(_whole, warnings)),
    )


def _whole(text: str) -> str:
    """The text with U+FFFD for half characters, which no file of text can hold."""
    return _SURROGATE.sub("\ufffd", text)


def iso_date(written: str | None, months: Mapping[str, int]) -> str | None:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` from a date as written; None if it is none."""
    if not written or not written.strip():
        return None
    value = written.strip()
    found = _ISO_DATE.match(value)
    if found:
        return found[1] if is_day(found[1]) else None
    return date_in_head(f"date {value}", months)


def is_day(value: str) -> bool:
    """Whether there is such a year, month or day, written as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    found = _ISO_DATE.match(value)
    if found is None or found[1] != value:
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def iso_language(written: str | None) -> str | None:
    """The language part of a code (`de` from `de-AT`); None if it is no code."""
    found = _LANGUAGE.match(written.strip()) if written else None
    return found[1].lower() if found else None


def _publication(reading: Reading, metadata: str | None, text: str, filename: str | None) -> tuple[str | None, DateOrigin | None]:
    if reading.date:
        return reading.date, DateOrigin.OPTION
    if metadata:
        return metadata, DateOrigin.METADATA
    if head := date_in_head(text, reading.months):
        return head, DateOrigin.TEXT
    if filename and (dated := date_in_name(filename)):
        return dated, DateOrigin.FILENAME
    return None, None


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= 40 else line[:39] + "…"
