import csv
import io

from claimscan.model import Record
from claimscan.render.formats import Format, writer
from claimscan.render.view import View


def rows(records: list[Record]) -> list[dict[str, str]]:
    out = io.StringIO()
    writer(Format.CSV)(records, out, View())
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_a_row_is_a_claim_with_what_is_known_of_its_document(record: Record) -> None:
    first = rows([record])[0]
    assert (first["document"], first["title"], first["document_date"]) == ("news/aro.txt", "Aro 3 is here", "2025-01-30")
    assert (first["subject"], first["relation"], first["objects"]) == ("Aro 3", "outperforms", "Bex-2")
    assert (first["self_reported"], first["margin"], first["confidence"]) == ("true", "", "0.93")
    assert record.document.text[int(first["start"]) : int(first["end"])] == first["sentence"]


def test_documents_without_claims_add_no_row(record: Record, empty: Record) -> None:
    assert len(rows([empty, record, empty])) == len(record.claims)
    assert rows([empty]) == []
