"""The text and title of a PDF."""

from __future__ import annotations

import io
import logging
import re

from claimscan.errors import SourceError
from claimscan.sources.document import Known

# A word that was cut at the end of a line.
_CUT = re.compile(r"(?<=[^\W\d_A-Z])[-\u00ad\u2010]\n(?=[^\W\d_A-Z])")


def read_pdf(data: bytes, filename: str | None) -> tuple[str, Known]:
    """The text of all pages, words that were cut at line ends joined, and the title; dates in a PDF tell when the file was made."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import FileNotDecryptedError
    except ImportError as error:
        raise SourceError("PDF needs a library that is not installed", "pip install 'claimscan[pdf]'") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity on standard error
    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except FileNotDecryptedError as error:
        raise SourceError("is an encrypted PDF", "save it without a password") from error
    except Exception as error:  # the library raises what comes along on broken files
        raise SourceError(f"is a broken PDF: {' '.join(str(error).split())[:120] or type(error).__name__}") from error
    text = _CUT.sub("", "\n\n".join(page.strip("\n") for page in pages)).replace("\r", "\n")
    if not text.strip():
        raise SourceError("PDF holds no text", "pages that are pictures need text recognition first")
    return text, Known(title=title, filename=filename)
