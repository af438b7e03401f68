"""Whatever is put into a text, every span of its record quotes it, and the record fits the schema."""

import json
from functools import cache
from importlib import resources

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimscan import Document, Extractor
from claimscan.record import record_values

SCHEMA = json.loads(resources.files("claimscan.schema").joinpath("claimscan-1.json").read_text(encoding="utf-8"))
ARTICLE = (
    "On January 29, Alibaba said its Qwen2.5-Max outperforms GPT-4o and models such as Llama 3.1 405B on MMLU-Pro. "
    "The new model scored 76.1% on MMLU-Pro. “It also beats its rivals in coding,” Ada Quist of OpenAI wrote on 2025-01-30. "
)
PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["🚀", "é", "e\u0301", "\u200b", "\r\n", "\n\n", "`", "```\n", "|---|\n", "[x](y)", "<p>", "„", "\x00", "İ", "ß"]),
    st.sampled_from(["GPT-4o", " not ", " Meta ", " 2025-02-01 "]),
)


@cache
def extractor() -> Extractor:
    """The program as shipped."""
    return Extractor()


@st.composite
def texts(draw: st.DrawFn) -> str:
    """The article with pieces put in anywhere."""
    text = ARTICLE
    for piece, share in draw(st.lists(st.tuples(PIECES, st.floats(0, 1)), max_size=6)):
        at = round(share * len(text))
        text = text[:at] + piece + text[at:]
    return text


@settings(max_examples=40, deadline=None)
@given(text=texts(), language=st.sampled_from(["en", "de", None]))
def test_every_span_quotes_the_text_and_the_record_fits_the_schema(text: str, language: str | None) -> None:
    record = extractor()(Document("a", text, language=language))
    values = record_values(record, with_text=True)
    named = [mention for kind in ("models", "vendors", "benchmarks") for name in values[kind] for mention in name["mentions"]]
    quoted = [*named, *values["dates"]]
    spans = [claim["spans"] for claim in values["claims"]]
    pairs = [pair for item in spans for pair in (item["subject"], item["trigger"], item["source"], *item["objects"], *item["cues"]) if pair]
    assert [text[item["start"] : item["end"]] for item in quoted] == [item["text"] for item in quoted]
    assert [text[claim["start"] : claim["end"]] for claim in values["claims"]] == [claim["sentence"] for claim in values["claims"]]
    assert [pair for pair in pairs if not 0 <= pair[0] < pair[1] <= len(text)] == []
    assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(json.dumps(values)))) == []
    assert [date for date in record.dates if any(date.span.overlaps(mention.span) for mention in record.mentions)] == []


def test_the_article_itself_gives_every_kind_of_value() -> None:
    values = record_values(extractor()(Document("a", ARTICLE, language="en")))
    assert [key for key in ("models", "vendors", "benchmarks", "dates", "claims", "results") if not values[key]] == []


def test_the_schema_knows_the_keys_of_the_contract() -> None:
    keys = {name: set(part["required"]) for name, part in SCHEMA["$defs"].items() if "required" in part}
    assert keys["claim"] >= {
        "id", "relation", "subject", "objects", "generic_object", "polarity", "stance", "source", "self_reported", "aspect_kind", "aspects",
        "benchmarks", "margin", "date", "sentence", "start", "end", "spans", "rule", "confidence",
    }  # fmt: skip
    assert keys["model"] >= {"name", "vendor", "family", "version", "variant", "size", "known", "mentions"}
    assert keys["document"] >= {"id", "title", "language", "language_confidence", "date", "date_origin", "characters", "scanned", "sha256"}
    assert keys["date"] >= {"text", "start", "end", "value", "resolved_from"}
    assert keys["result"] >= {"model", "benchmark", "value", "number", "unit", "start", "end"}
