"""The whole line: a text as read from a file, to its record, to JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from claimscan.extractor import Extractor, month_names
from claimscan.record import record_values
from claimscan.sources.document import Known, make_document
from claimscan.sources.options import Reading
from fuzz.bytes import choice, text_of
from fuzz.promises import check_record, check_schema

EXTRACTOR = Extractor()
MONTHS = month_names(EXTRACTOR.rulebooks)
LANGUAGES = ("en", "de", None, "en", "de", "fr")
DATES = (None, "2025-01-30", "2025")


def check(data: bytes) -> None:
    """A record whose every span quotes the text, and the same one every time."""
    language, rest = choice(data, len(LANGUAGES))
    date, rest = choice(rest, len(DATES))
    names, _, text = text_of(rest).rpartition("\x00")
    document = make_document("a", text, Known(names=tuple(names.split("\x00"))), Reading(DATES[date], LANGUAGES[language], months=MONTHS))
    values = check_record(EXTRACTOR(document))
    if len(data) % 8 == 0:
        check_schema(values)
        again = record_values(EXTRACTOR(replace(document)), with_text=True)
        assert json.dumps(again) == json.dumps(values)
