"""Bytes to text: byte order mark, declared encoding, UTF-8, then detection with a warning."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from claimscan.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 100_000
# Browsers read this label as the Windows code page, and pages are written for browsers.
_AS_WINDOWS = {"iso8859-1": "cp1252"}
# Detection over all code pages takes short German texts for Asian or EBCDIC ones.
_CANDIDATES = ["cp1252", "cp1250", "cp1251", "koi8_r", "mac_roman", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"]
_NOT_TEXT = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
}
_TEXT_HINT = "give text, Markdown, HTML or JSON Lines"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, each line ended by a line feed, with what had to be assumed to read it."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, declares: bool = False) -> Decoded:
    """The text of a file; `declares` says that its head may name an encoding (HTML). Raises SourceError for binary data."""
    mark = next((encoding for bytes_, encoding in _MARKS if data.startswith(bytes_)), None)
    if mark is not None:
        return _whole(data, mark)
    _refuse_binary(data)
    declared = _declared(data[:_HEAD]) if declares else None
    for encoding in filter(None, (declared, "utf-8")):
        try:
            return Decoded(_lines(data.decode(encoding)))
        except UnicodeDecodeError:
            continue
    return _detected(data)


def _whole(data: bytes, encoding: str) -> Decoded:
    """The text in an encoding that the file itself names by its mark."""
    try:
        return Decoded(_lines(data.decode(encoding)))
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        return Decoded(_lines(text), (f"not valid {encoding} at byte {error.start}; unreadable characters became U+FFFD",))


def _refuse_binary(data: bytes) -> None:
    for magic, what in _NOT_TEXT.items():
        if data.startswith(magic):
            raise SourceError(f"is {what}, not text", _TEXT_HINT)
    if b"\0" in data[:_SAMPLE]:
        raise SourceError("is a binary file", _TEXT_HINT)


def _declared(head: bytes) -> str | None:
    """The encoding that an HTML head names, as Python calls it."""
    found = _DECLARED.search(head)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    # A page that could be searched for its declaration is none of these.
    return None if name.startswith(("utf-16", "utf-32")) else _AS_WINDOWS.get(name, name)


def _detected(data: bytes) -> Decoded:
    """The text in the likeliest encoding, with a warning that names it."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    if best is None:
        raise SourceError("is not text in any known encoding", "convert it to UTF-8")
    text = data.decode(best.encoding, errors="replace")
    return Decoded(_lines(text), (f"not UTF-8; read as {best.encoding.replace('_', '-')}",))


def _lines(text: str) -> str:
    """The text with line ends as Python reads them from a file."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
