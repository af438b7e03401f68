import codecs

import pytest

from claimscan.errors import SourceError
from claimscan.sources.decoding import decode

GERMAN = "Das Modell übertrifft laut Hersteller die größeren Konkurrenten – für weniger Geld, heißt es in München. " * 3


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("Größe".encode(), "Größe", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + "Größe".encode(), "Größe", id="UTF-8 with mark"),
        pytest.param("Größe".encode("utf-16"), "Größe", id="UTF-16 with mark"),
        pytest.param(codecs.BOM_UTF32_LE + "Größe".encode("utf-32-le"), "Größe", id="UTF-32 with mark"),
        pytest.param(b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n", id="line ends"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_text_is_decoded_without_a_warning(data: bytes, text: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.warnings) == (text, ())


@pytest.mark.parametrize("label", ["windows-1252", "iso-8859-1", "ISO_8859-15"])
def test_a_page_is_read_in_the_encoding_that_it_declares(label: str) -> None:
    decoded = decode(f'<html><head><meta charset="{label}"></head>{GERMAN.replace("–", "-")}</html>'.encode("iso-8859-15"), declares=True)
    assert "übertrifft" in decoded.text
    assert decoded.warnings == ()


@pytest.mark.parametrize("label", ["no-such-encoding", "utf-16", "ascii"])
def test_a_wrong_declaration_does_not_spoil_utf8(label: str) -> None:
    assert "übertrifft" in decode(f'<meta charset="{label}">übertrifft ’'.encode(), declares=True).text


def test_text_in_an_old_code_page_is_read_with_a_warning_that_names_it() -> None:
    decoded = decode(GERMAN.encode("cp1252"))
    assert decoded.text == GERMAN
    assert len(decoded.warnings) == 1
    assert "not UTF-8; read as" in decoded.warnings[0]


def test_broken_bytes_behind_a_mark_are_replaced_with_a_warning() -> None:
    decoded = decode(codecs.BOM_UTF8 + b"ab\xffcd")
    assert decoded.text == "ab\ufffdcd"
    assert "not valid utf-8" in decoded.warnings[0]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04rest", "ZIP or Office"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n", "an image"),
        (b"text\0more", "binary"),
        (bytes(range(1, 256)) * 40 + b"\0", "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what) as raised:
        decode(data)
    assert raised.value.hint
