"""The paragraphs and title of a Word document."""

from __future__ import annotations

import io
import zipfile

from claimscan.errors import SourceError
from claimscan.sources.document import Known

MAX_UNPACKED = 500_000_000
MAX_MARKUP = 100_000_000  # of the parts that are parsed, which take many times their size


def read_docx(data: bytes, filename: str | None) -> tuple[str, Known]:
    """The paragraphs, tables left out, and the title; dates in the file tell when it was made, not when it was published."""
    try:
        from docx import Document
    except ImportError as error:
        raise SourceError("DOCX needs a library that is not installed", "pip install 'claimscan[docx]'") from error
    try:
        _refuse_bombs(data)
        opened = Document(io.BytesIO(data))
        text = "\n\n".join(paragraph.text for paragraph in opened.paragraphs if paragraph.text.strip())
        title = opened.core_properties.title
    except SourceError:
        raise
    except Exception as error:  # the library raises what comes along on broken files
        raise SourceError(f"is a broken DOCX: {' '.join(str(error).split())[:120] or type(error).__name__}") from error
    return text, Known(title=title or None, filename=filename)


def _refuse_bombs(data: bytes) -> None:
    """Refuse what would fill the memory when it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        entries = packed.infolist()
    markup = sum(entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels")))
    if markup > MAX_MARKUP or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise SourceError(f"unpacks to more than {(MAX_MARKUP if markup > MAX_MARKUP else MAX_UNPACKED) // 1_000_000} MB")
