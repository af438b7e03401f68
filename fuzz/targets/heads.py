"""The day of publication in the head of a text, in a file's name, and in metadata; the code of a language."""

from __future__ import annotations

import datetime
import re

from claimscan.sources.document import iso_date, iso_language
from claimscan.sources.publication import date_in_head, date_in_name
from fuzz.bytes import choice, text_of
from fuzz.reading import MONTHS

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def check(data: bytes) -> None:
    """A day that there is, or none."""
    kind, rest = choice(data, 4)
    text = text_of(rest)
    if kind == 3:
        code = iso_language(text)
        assert code is None or (code.isascii() and code.islower())
        return
    found = (date_in_head(text, MONTHS), date_in_name(text), iso_date(text, MONTHS))[kind]
    assert found is None or _DATE.fullmatch(found)
    if found is not None:
        datetime.date.fromisoformat(found + "-01-01"[len(found) - 4 :])
