"""The main text, title, date and language of a web page."""

from __future__ import annotations

import re
from typing import Any

from claimscan.errors import SourceError
from claimscan.sources.document import Known

_LANGUAGE = re.compile(r"<html[^>]{0,500}?\blang\s{0,9}=\s{0,9}[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})?)", re.IGNORECASE)
# Dates are read from metadata alone, and up to a fixed day: the default is today, which would make results depend on the clock.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31", "outputformat": "%Y-%m-%d"}
# The parser compares each attribute of a tag with all others.
_LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]{0,40})(\s[^<>]{8000,})>?")
_ATTRIBUTE = re.compile(r"[^\s\"'=]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=]+))?")
_MOST_ATTRIBUTES = 500


def read_html(page: str, filename: str | None) -> tuple[str, Known]:
    """The main text of a page, and what its metadata say."""
    from trafilatura import bare_extraction, html2txt

    page = _LONG_TAG.sub(_without_flood, page)
    found: Any = bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=_DATES)
    language = _LANGUAGE.search(page[:5000])
    text = found.text if found is not None and found.text else ""
    warnings: tuple[str, ...] = ()
    if not text.strip():
        text = html2txt(page) or ""
        warnings = ("no main text was found in the page; all of its text was read",)
    if not text.strip():
        raise SourceError("page holds no text")
    known = Known(
        title=found.title if found is not None else None,
        date=found.date if found is not None else None,
        language=language[1] if language else None,
        filename=filename,
        where="the page's metadata",
        warnings=warnings,
    )
    return text, known


def _without_flood(tag: re.Match[str]) -> str:
    """The tag, without its attributes if these are more than any page needs."""
    attributes = sum(1 for _ in _ATTRIBUTE.finditer(tag[2]))
    return tag[0] if attributes <= _MOST_ATTRIBUTES else f"<{tag[1]}>"
