import hashlib
import io
import json
from pathlib import Path

import pytest

from claimscan.model import DateOrigin, Document, Failure
from claimscan.sources import jsonl, pieces
from claimscan.sources.inputs import gather
from claimscan.sources.kinds import InputKind
from claimscan.sources.options import Keys, Reading
from claimscan.sources.read import read_documents
from claimscan.sources.sniff import kind_of_bytes

PAGE = """<!doctype html><html lang="de-AT"><head><title>Aro schlägt Bex</title>
<meta property="article:published_time" content="2031-05-06T08:00:00+02:00"></head><body><nav>Home News</nav>
<article><h1>Aro schlägt Bex</h1>
<p>Der Hersteller hat am Montag ein neues Sprachmodell vorgestellt, das in allen Tests vor der Konkurrenz liegt.</p>
<p>Nach Angaben des Unternehmens ist Aro 3 deutlich schneller als Bex 2 und kostet nur ein Zehntel davon.</p>
</article><footer>Impressum</footer></body></html>"""


def stdin(data: bytes, reading: Reading | None = None) -> list[Document | Failure]:
    return list(read_documents(gather(["-"]), reading or Reading(), io.BytesIO(data)))


def only(path: Path, reading: Reading | None = None) -> Document | Failure:
    (found,) = read_documents(gather([str(path)]), reading or Reading())
    return found


def document(tmp_path: Path, name: str, text: str, reading: Reading | None = None) -> Document:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = only(path, reading)
    assert isinstance(found, Document)
    return found


def test_a_text_file_is_its_text_its_path_and_its_digest(tmp_path: Path) -> None:
    found = document(tmp_path, "a.txt", "Aro beats Bex – really.\n")
    assert found.text == "Aro beats Bex – really.\n"
    assert found.id == str(tmp_path / "a.txt")
    assert found.sha256 == hashlib.sha256("Aro beats Bex – really.\n".encode()).hexdigest()


def test_an_empty_file_is_a_document_with_a_warning(tmp_path: Path) -> None:
    assert document(tmp_path, "a.txt", " \n").warnings == ("is empty",)


def test_a_binary_file_is_a_failure_with_a_hint(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\x01\x02")
    assert only(path) == Failure(str(path), "is a binary file", "give text, Markdown, HTML or JSON Lines")


def test_a_file_that_is_too_large_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "MAX_BYTES", 10)
    path = tmp_path / "a.txt"
    path.write_text("x" * 11, encoding="utf-8")
    failure = only(path)
    assert isinstance(failure, Failure)
    assert failure.what.startswith("is larger than")


def test_five_megabytes_on_one_line_are_read_whole(tmp_path: Path) -> None:
    text = "Aro beats Bex. " * 350_000
    assert document(tmp_path, "a.txt", text).text == text


def test_markdown_front_matter_gives_title_date_and_language(tmp_path: Path) -> None:
    found = document(tmp_path, "a.md", "---\ntitle: Aro beats Bex\ndate: 2025-01-29T10:00:00Z\nlang: en-GB\n---\nText.")
    assert (found.title, found.date, found.date_origin, found.language) == ("Aro beats Bex", "2025-01-29", DateOrigin.METADATA, "en")
    assert found.text.startswith("---\ntitle")


def test_toml_front_matter_is_read(tmp_path: Path) -> None:
    found = document(tmp_path, "a.md", '+++\ntitle = "Aro"\ndate = 2025-01-29\n+++\nText.')
    assert (found.title, found.date) == ("Aro", "2025-01-29")


@pytest.mark.parametrize("block", ["title: [Aro", "date: someday\ntitle: Aro", "title: &a [*a, *a]"])
def test_odd_front_matter_is_a_warning_and_no_failure(tmp_path: Path, block: str) -> None:
    found = document(tmp_path, "a.md", f"---\n{block}\n---\nText.")
    assert (found.date, found.text) == (None, f"---\n{block}\n---\nText.")
    assert all("front matter" in warning for warning in found.warnings)


def test_of_a_page_the_main_text_and_its_metadata_are_read(tmp_path: Path) -> None:
    found = document(tmp_path, "a.html", PAGE)
    assert "Aro 3 deutlich schneller als Bex 2" in found.text
    assert "Impressum" not in found.text
    assert (found.title, found.date, found.date_origin, found.language) == ("Aro schlägt Bex", "2031-05-06", DateOrigin.METADATA, "de")


def test_a_page_without_main_text_is_read_whole_with_a_warning(tmp_path: Path) -> None:
    found = document(tmp_path, "a.html", "<html><body><p>Aro beats Bex.</p></body></html>")
    assert "Aro beats Bex." in found.text


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>1</script></body></html>"])
def test_a_page_without_text_is_a_failure(tmp_path: Path, page: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    assert only(path) == Failure(str(path), "page holds no text")


def test_json_lines_are_documents_and_broken_lines_failures(tmp_path: Path) -> None:
    path = tmp_path / "docs.jsonl"
    lines = ['{"id": "x", "text": "Aro."}', "", '{"text": "Bex."}', "{broken", '["a"]', '{"body": "Cor."}', '{"text": 3}']
    path.write_text("\n".join(lines), encoding="utf-8")
    found = list(read_documents(gather([str(path)]), Reading()))
    assert [item.id.rpartition("#")[2] for item in found] == ["x", "3", "4", "5", "6", "7"]
    assert [item.text for item in found if isinstance(item, Document)] == ["Aro.", "Bex."]
    assert [item.what for item in found if isinstance(item, Failure)] == [
        "line 4, column 2: broken JSON: Expecting property name enclosed in double quotes",
        "line 5: not a JSON object",
        "line 6: no field 'text' (fields: body)",
        "line 7: field 'text' is not a text",
    ]


def test_all_fields_of_a_line_are_read() -> None:
    line = {"id": 5, "text": "Aro.", "date": "2025-02", "title": " A \n b ", "lang": "DE", "names": ["Aro", ""]}
    (found,) = stdin(json.dumps(line).encode())
    assert isinstance(found, Document)
    assert (found.id, found.title, found.date, found.language, found.names) == ("stdin#5", "A b", "2025-02", "de", ("Aro",))


def test_fields_may_have_other_names() -> None:
    keys = Keys("body", "url", "day", "head", "language", "models")
    line = {"url": "u", "body": "Aro.", "day": "2025", "head": "T", "language": "en", "models": ["Aro"]}
    (found,) = stdin(json.dumps(line).encode(), Reading(keys=keys))
    assert isinstance(found, Document)
    assert (found.id, found.text, found.date, found.title, found.language, found.names) == ("stdin#u", "Aro.", "2025", "T", "en", ("Aro",))


@pytest.mark.parametrize(
    ("field", "warning"),
    [
        ({"date": "someday"}, "date 'someday' in the line is not understood; write YYYY-MM-DD"),
        ({"date": ["2025"]}, "field 'date' is not a text and was left out"),
        ({"lang": "German!"}, "language 'German!' in the line is not understood; write a code such as en"),
        ({"names": "Aro"}, "field 'names' is not a list of texts; what is none was left out"),
    ],
)
def test_a_field_of_the_wrong_kind_is_a_warning(field: dict[str, object], warning: str) -> None:
    (found,) = stdin(json.dumps({"text": "Aro.", **field}).encode())
    assert isinstance(found, Document)
    assert found.warnings == (warning,)


def test_half_characters_become_replacement_characters_in_place() -> None:
    (found,) = stdin(rb'{"text": "Aro \ud83d beats", "id": "a\udc00"}')
    assert isinstance(found, Document)
    assert (found.text, found.id) == ("Aro \ufffd beats", "stdin#a\ufffd")
    assert found.warnings == ("broken characters (lone surrogates) became U+FFFD",)


def test_a_line_that_is_not_utf8_is_a_failure_and_the_next_is_read() -> None:
    bad, good = stdin(b'{"text": "A"}\n{"text": "\xff"}\n{"text": "B"}'.removeprefix(b'{"text": "A"}\n'), Reading(kind=InputKind.JSONL))
    assert isinstance(bad, Failure)
    assert "not UTF-8" in bad.what
    assert isinstance(good, Document)


def test_a_line_that_is_too_long_is_a_failure_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 20)
    bad, good = stdin(b'{"text": "' + b"A" * 90 + b'"}\n{"text": "B"}\n', Reading(kind=InputKind.JSONL))
    assert isinstance(bad, Failure)
    assert "line 1: longer than" in bad.what
    assert isinstance(good, Document)
    assert good.id == "stdin#2"


@pytest.mark.parametrize("line", [b"[" * 200_000, b'{"text": ' * 100_000, b'{"n": ' + b"9" * 5000 + b"}"])
def test_hostile_json_is_a_failure(line: bytes) -> None:
    (found,) = stdin(line, Reading(kind=InputKind.JSONL))
    assert isinstance(found, Failure)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"Aro beats Bex.", InputKind.TEXT),
        (b"", InputKind.TEXT),
        (b"  <!DOCTYPE html>", InputKind.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', InputKind.HTML),
        (b'{"text": "Aro"}\n{"text"', InputKind.JSONL),
        (b"{subject} beats {object}", InputKind.TEXT),
        (b"<b>Aro</b> beats Bex", InputKind.TEXT),
    ],
)
def test_the_kind_of_a_stream_is_told_from_its_beginning(head: bytes, kind: InputKind) -> None:
    assert kind_of_bytes(head) is kind


@pytest.mark.parametrize("data", ["Aro beats Bex.\nMore.\n" * 20, "<html><body><p>" + "Aro beats Bex. " * 40 + "</p></body></html>"])
def test_standard_input_is_read_whole(data: str) -> None:
    (found,) = stdin(data.encode())
    assert isinstance(found, Document)
    assert found.id == "stdin"
    assert found.text.count("Aro beats Bex.") == data.count("Aro beats Bex.")


def test_the_option_wins_over_metadata(tmp_path: Path) -> None:
    found = document(tmp_path, "a.md", "---\ndate: 2025-01-29\nlang: de\n---\nText.", Reading(date="2024-02", language="en"))
    assert (found.date, found.date_origin, found.language) == ("2024-02", DateOrigin.OPTION, "en")
