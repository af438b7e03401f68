import io
import json
from collections.abc import Iterator
from importlib import resources

import pytest
from jsonschema import Draft202012Validator

from claimscan.model import Claim, Document, Record
from claimscan.record import claim_id, record_values
from claimscan.render.formats import Format, writer
from claimscan.render.view import View

SCHEMA = json.loads(resources.files("claimscan.schema").joinpath("claimscan-1.json").read_text(encoding="utf-8"))


def written(format_: Format, records: list[Record], view: View = View()) -> str:  # noqa: B008
    out = io.StringIO()
    writer(format_)(records, out, view)
    return out.getvalue()


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("with_text", [True, False])
def test_records_fit_the_schema(record: Record, empty: Record, with_text: bool) -> None:
    values = [record_values(item, with_text=with_text) for item in (record, empty)]
    assert [list(Draft202012Validator(SCHEMA).iter_errors(value)) for value in values] == [[], []]


def test_the_schema_knows_every_key_that_is_written(record: Record) -> None:
    closed = json.loads(json.dumps(SCHEMA).replace('"type": "object"', '"type": "object", "additionalProperties": false'))
    assert [error.message for error in Draft202012Validator(closed).iter_errors(record_values(record, with_text=True))] == []


def test_every_span_quotes_the_text(record: Record) -> None:
    values = record_values(record, with_text=True)
    text = values["document"]["text"]
    named = [mention for kind in ("models", "vendors", "benchmarks") for name in values[kind] for mention in name["mentions"]]
    quoted = [*named, *values["dates"]]
    assert [text[item["start"] : item["end"]] for item in quoted] == [item["text"] for item in quoted]
    assert [text[claim["start"] : claim["end"]] for claim in values["claims"]] == [claim["sentence"] for claim in values["claims"]]


def test_names_stand_in_the_order_of_their_first_mention_with_all_mentions(record: Record) -> None:
    models = record_values(record)["models"]
    assert [(item["name"], len(item["mentions"])) for item in models] == [("Bex-2", 2), ("Foo-1", 1)]


def test_warnings_of_reading_and_of_extraction_are_joined(record: Record) -> None:
    assert record_values(record)["warnings"] == ["not UTF-8; read as cp1252", "a warning"]


def test_code_and_addresses_are_not_counted_as_scanned() -> None:
    values = record_values(Record(Document("a", "Aro. `x` https://example.org/aro")))
    assert (values["document"]["characters"], values["document"]["scanned"]) == (32, 7)


def test_a_claim_keeps_its_id_and_others_have_another(record: Record) -> None:
    first, second, *_ = record.claims
    assert claim_id(first, record.document) == record_values(record)["claims"][0]["id"]
    assert claim_id(first, record.document) != claim_id(second, record.document)
    assert claim_id(first, record.document) != claim_id(first, Document("other.txt", record.document.text))


@pytest.mark.parametrize(("view", "count", "kind"), [(View(single=True), 1, dict), (View(), 1, list), (View(), 2, list), (View(), 0, list)])
def test_json_is_an_object_for_a_single_file_and_else_a_list(record: Record, view: View, count: int, kind: type) -> None:
    assert isinstance(json.loads(written(Format.JSON, [record] * count, view)), kind)


def test_an_interrupted_list_is_closed(record: Record) -> None:
    def interrupted() -> Iterator[Record]:
        yield record
        raise KeyboardInterrupt

    out = io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        writer(Format.JSON)(interrupted(), out, View())
    assert len(json.loads(out.getvalue())) == 1


def test_json_lines_are_one_record_a_line_in_plain_characters(record: Record, empty: Record) -> None:
    lines = written(Format.JSONL, [record, empty]).splitlines()
    assert [json.loads(line)["document"]["id"] for line in lines] == ["news/aro.txt", "empty.txt"]
    assert "\\u" not in lines[1]


def test_spans_of_a_claim_without_subject_words_are_null(record: Record) -> None:
    claim: Claim = record.claims[2]
    assert record_values(record)["claims"][2]["spans"]["source"] is None
    assert claim.spans.source is None
