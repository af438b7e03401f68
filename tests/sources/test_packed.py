"""Compressed files, PDF and DOCX."""

import gzip
import io
import sys
import zipfile
from pathlib import Path

import pytest

from claimscan.model import DateOrigin, Document, Failure
from claimscan.sources import docx
from claimscan.sources.inputs import gather
from claimscan.sources.kinds import InputKind
from claimscan.sources.options import Reading
from claimscan.sources.read import read_documents


def read(path: Path, data: bytes) -> list[Document | Failure]:
    path.write_bytes(data)
    return list(read_documents(gather([str(path)]), Reading()))


def only(path: Path, data: bytes) -> Document:
    (found,) = read(path, data)
    assert isinstance(found, Document), found
    return found


def failure(path: Path, data: bytes) -> Failure:
    (found,) = read(path, data)
    assert isinstance(found, Failure), found
    return found


def pdf(*pages: str, title: str = "Aro beats Bex") -> bytes:
    """A small PDF with a page for each text."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, text in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in text.split("\n"))
        stream = f"BT /F1 11 Tf 14 TL 50 700 Td {shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< /Title ({title}) /CreationDate (D:20400101000000Z) >>")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n{trailer}\nstartxref\n{len(out)}\n%%EOF\n".encode()


def word(*paragraphs: str, title: str = "Aro beats Bex") -> bytes:
    """A Word document with these paragraphs and a table after them."""
    document = pytest.importorskip("docx").Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.add_table(1, 1).cell(0, 0).text = "in a table"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt.gz", b"Aro beats Bex."),
        ("a.md.gz", b"Aro beats Bex."),
        ("a.html.gz", b"<html><body><p>" + b"Aro beats Bex. " * 30 + b"</p></body></html>"),
        ("a.jsonl.gz", b'{"text": "Aro beats Bex."}'),
        ("a.GZ", b"Aro beats Bex."),
        ("a.txt", b"Aro beats Bex."),
    ],
)
def test_a_compressed_file_is_read_as_what_is_in_it(tmp_path: Path, name: str, data: bytes) -> None:
    assert "Aro beats Bex." in only(tmp_path / name, gzip.compress(data)).text


def test_the_date_in_the_name_of_a_compressed_file_counts(tmp_path: Path) -> None:
    found = only(tmp_path / "aro-2025-01-30.txt.gz", gzip.compress(b"Aro beats Bex."))
    assert (found.date, found.date_origin) == ("2025-01-30", DateOrigin.FILENAME)


def test_compressed_standard_input_is_read() -> None:
    (found,) = read_documents(gather(["-"]), Reading(), io.BytesIO(gzip.compress(b"Aro beats Bex.")))
    assert isinstance(found, Document)
    assert found.text == "Aro beats Bex."


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08", gzip.compress(b"Aro beats Bex. " * 99, mtime=0)[:-9], b"\x1f\x8bAro beats Bex."])
def test_broken_compression_is_a_failure(tmp_path: Path, data: bytes) -> None:
    assert failure(tmp_path / "a.txt.gz", data).what.startswith("is a broken gzip file: ")


def test_lines_before_the_break_of_a_compressed_file_are_read(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "Aro %d beats Bex %d."}\n' % (number, number**5) for number in range(5000))
    found = read(tmp_path / "a.jsonl.gz", gzip.compress(lines)[:-20])
    assert isinstance(found[0], Document)
    assert isinstance(found[-1], Failure)
    assert all(isinstance(item, Document) for item in found[:-1])


def test_the_pages_of_a_pdf_are_one_text_with_cut_words_joined(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    found = only(tmp_path / "a.pdf", pdf("Aro 3 clearly outper-\nforms Bex 2, the company\nsays.", "It is also cheaper."))
    assert found.text == "Aro 3 clearly outperforms Bex 2, the company\nsays.\n\nIt is also cheaper."
    assert (found.title, found.date) == ("Aro beats Bex", None)


def test_a_pdf_is_told_by_its_content_where_its_name_does_not(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    assert only(tmp_path / "a", pdf("Aro beats Bex.")).text == "Aro beats Bex."


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is a broken PDF: "),
        (b"%PDF-1.7\n", "is a broken PDF: "),
        (pdf("Aro")[:300], "is a broken PDF: "),
        (pdf(""), "PDF holds no text"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_a_failure(tmp_path: Path, data: bytes, what: str, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pypdf")
    assert failure(tmp_path / "a.pdf", data).what.startswith(what)
    assert capfd.readouterr() == ("", "")


def test_an_encrypted_pdf_is_a_failure_that_says_so(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("Aro beats Bex.")))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert failure(tmp_path / "a.pdf", out.getvalue()).what == "is an encrypted PDF"


def test_the_paragraphs_of_a_word_document_are_read_without_tables(tmp_path: Path) -> None:
    found = only(tmp_path / "a.docx", word("Aro 3 beats Bex 2.", "", "Übrigens auch „billiger“."))
    assert (found.text, found.title, found.date) == ("Aro 3 beats Bex 2.\n\nÜbrigens auch „billiger“.", "Aro beats Bex", None)


def test_a_word_document_is_told_by_its_content_where_its_name_does_not(tmp_path: Path) -> None:
    assert only(tmp_path / "a", word("Aro beats Bex.")).text == "Aro beats Bex."


def other_archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Aro")
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", other_archive()])
def test_a_word_document_that_cannot_be_read_is_a_failure(tmp_path: Path, data: bytes) -> None:
    pytest.importorskip("docx")
    assert failure(tmp_path / "a.docx", data).what.startswith("is a broken DOCX: ")


def test_a_word_document_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MAX_UNPACKED", 100)
    assert failure(tmp_path / "a.docx", word("Aro")).what.startswith("unpacks to more than")


@pytest.mark.parametrize(("name", "library"), [("a.pdf", "pypdf"), ("a.docx", "docx")])
def test_without_the_library_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert failure(tmp_path / name, b"%PDF-").hint == f"pip install 'claimscan[{name[2:]}]'"


@pytest.mark.parametrize("kind", [InputKind.PDF, InputKind.DOCX])
def test_packed_kinds_can_be_asked_for_on_standard_input(kind: InputKind) -> None:
    (found,) = read_documents(gather(["-"]), Reading(kind=kind), io.BytesIO(b"Aro"))
    assert isinstance(found, Failure)
