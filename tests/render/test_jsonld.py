import io
import json
from typing import Any

from claimscan.model import Record
from claimscan.render.jsonld import write
from claimscan.render.view import View


def graph(*records: Record, view: View | None = None) -> dict[str, Any]:
    out = io.StringIO()
    write(records, out, view or View())
    values: dict[str, Any] = json.loads(out.getvalue())
    return values


def test_articles_and_claims_are_told_in_the_words_of_schema_org(record: Record) -> None:
    values = graph(record)
    article, first, *_ = values["@graph"]
    assert values["@context"][0] == "https://schema.org"
    assert article == {
        "@type": "Article", "@id": "urn:claimscan:article:news/aro.txt", "identifier": "news/aro.txt", "name": "Aro 3 is here",
        "inLanguage": "en", "datePublished": "2025-01-30",
    }  # fmt: skip
    assert (first["@type"], first["appearance"], first["author"]) == ("Claim", {"@id": article["@id"]}, "Aro Labs")
    assert first["text"] == record.claims[0].span.of(record.document.text)
    assert first["about"] == [
        {"@type": "SoftwareApplication", "name": "Aro 3"},
        {"@type": "SoftwareApplication", "name": "Bex-2", "creator": {"@type": "Organization", "name": "Bexel"}},
    ]
    assert first["claimscan:selfReported"] is True


def test_a_source_whose_kind_is_known_is_told_as_what_it_is(record: Record) -> None:
    assert graph(record)["@graph"][2]["author"] == {"@type": "Organization", "name": "Cora AI"}


def test_every_claim_stands_in_the_graph_and_denials_are_told(record: Record) -> None:
    claims = [node for node in graph(record)["@graph"] if node["@type"] == "Claim"]
    assert [claim["claimscan:negated"] for claim in claims] == [False, True, False, False]
    assert claims[1]["name"] == "Foo-1 does not beat its US rivals"


def test_addresses_hold_no_blanks_or_marks() -> None:
    from claimscan.model import Document

    assert graph(Record(Document('a "b"<c>.txt', "")))["@graph"][0]["@id"] == "urn:claimscan:article:a%20%22b%22%3Cc%3E.txt"


def test_no_records_are_an_empty_graph() -> None:
    assert graph()["@graph"] == []


def test_the_text_is_there_when_asked_for(record: Record) -> None:
    assert graph(record, view=View(with_text=True))["@graph"][0]["text"] == record.document.text
