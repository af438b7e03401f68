"""JSON Lines: one document a line, read line by line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from claimscan.model import Document, Failure
from claimscan.sources.document import Known, make_document
from claimscan.sources.options import Keys, Reading

MAX_LINE = 50_000_000


def lines_of(stream: BinaryIO, head: bytes = b"") -> Iterator[bytes]:
    """The lines of `head` and then of the stream, each cut after `MAX_LINE` bytes and one more."""
    yield from head.splitlines(keepends=True)
    while line := stream.readline(MAX_LINE + 1):
        yield line
        while line and len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE + 1)


def numbered(source: str, lines: Iterable[bytes]) -> Iterator[tuple[int, bytes] | Failure]:
    """The lines that are not blank with their numbers; a line that is too long is a failure."""
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if len(line) > MAX_LINE:
            yield Failure(f"{source}#{number}", f"line {number}: longer than {MAX_LINE // 1_000_000} MB")
        elif text.strip():
            yield number, text


def read_line(source: str, number: int, line: bytes, reading: Reading) -> Document | Failure:
    """The document of one line, or the reason why there is none; ids are `source#id`, or `source#line`."""
    failed = f"{source}#{number}"
    try:
        fields = json.loads(line)
    except UnicodeDecodeError as error:
        return Failure(failed, f"line {number}: not UTF-8 (byte {error.start + 1})", "JSON Lines are UTF-8")
    except json.JSONDecodeError as error:
        return Failure(failed, f"line {number}, column {error.colno}: broken JSON: {error.msg}")
    except (ValueError, RecursionError) as error:
        return Failure(failed, f"line {number}: broken JSON: {str(error)[:100] or 'nested too deeply'}")
    if not isinstance(fields, dict):
        return Failure(failed, f"line {number}: not a JSON object", 'write {"text": "…"}')
    text = fields.get(reading.keys.text)
    if not isinstance(text, str):
        return Failure(failed, _no_text(number, fields, reading.keys), f"name the field that holds the text: --text-key {_longest(fields)}")
    identity = fields.get(reading.keys.id)
    named = isinstance(identity, (str, int)) and not isinstance(identity, bool) and identity != ""
    return make_document(f"{source}#{identity if named else number}", text, _known(fields, reading.keys), reading)


def _known(fields: dict[str, object], keys: Keys) -> Known:
    """What a line says besides its text; values of the wrong kind are left out with a warning."""
    warnings = []
    plain: dict[str, str] = {}
    for key in (keys.title, keys.date, keys.language):
        value = fields.get(key)
        if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
            plain[key] = str(value)
        elif value is not None:
            warnings.append(f"field '{key}' is not a text and was left out")
    names = fields.get(keys.names)
    listed = names if isinstance(names, list) else []
    if (names is not None and not isinstance(names, list)) or not all(isinstance(name, str) for name in listed):
        warnings.append(f"field '{keys.names}' is not a list of texts; what is none was left out")
    return Known(
        title=plain.get(keys.title),
        date=plain.get(keys.date),
        language=plain.get(keys.language),
        names=tuple(name for name in listed if isinstance(name, str) and name.strip()),
        where="the line",
        warnings=tuple(warnings),
    )


def _no_text(number: int, fields: dict[str, object], keys: Keys) -> str:
    if keys.text in fields:
        return f"line {number}: field '{keys.text}' is not a text"
    return f"line {number}: no field '{keys.text}' (fields: {', '.join(list(fields)[:8]) or 'none'})"


def _longest(fields: dict[str, object]) -> str:
    """The field that most likely holds the text."""
    texts = [(len(value), key) for key, value in fields.items() if isinstance(value, str)]
    return max(texts)[1] if texts else "NAME"
