from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from claimscan import Claim, extract, record_values

SENTENCE = "On January 29, Alibaba said Qwen2.5-Max outperforms GPT-4o on MMLU-Pro."
NONE = {"en": "none", "de": "none"}


def pipeline(language: str = "en", **config: Any) -> Any:
    nlp = spacy.blank(language)
    nlp.add_pipe("claimscan", config={"ner": NONE, **config})
    return nlp


def test_a_doc_has_its_claims_with_spans_of_its_text() -> None:
    doc = pipeline(date="2025-01-30")(SENTENCE)
    (claim,) = doc._.claims
    assert isinstance(claim, Claim)
    assert (claim.subject, claim.objects, claim.date) == ("Qwen2.5-Max", ("GPT-4o",), "2025-01-29")
    assert doc.char_span(claim.spans.trigger.start, claim.spans.trigger.end).text == "outperforms"


def test_the_record_is_that_of_the_engine() -> None:
    doc = pipeline()(SENTENCE)
    assert doc._.claimscan == record_values(extract(SENTENCE, lang="en", id="doc", ner=NONE))


def test_a_doc_may_have_a_day_of_publication_of_its_own() -> None:
    nlp = pipeline(date="2024-05-01")
    doc = nlp.make_doc(SENTENCE)
    doc._.published = "2023-06-07"
    assert nlp(doc)._.claims[0].date == "2023-01-29"


def test_the_claims_travel_between_processes() -> None:
    texts = [SENTENCE, "Nothing is said here.", SENTENCE.replace("GPT-4o", "o1")]
    docs = list(pipeline().pipe(texts, n_process=2, batch_size=1))
    assert [[claim.objects for claim in doc._.claims] for doc in docs] == [[("GPT-4o",)], [], [("o1",)]]


def test_the_claims_survive_being_written_to_bytes() -> None:
    nlp = pipeline()
    doc = nlp(SENTENCE)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.claims == doc._.claims
    assert len(again._.claims) == 1


def test_a_pipeline_with_it_can_be_saved_and_loaded(tmp_path: Path) -> None:
    pipeline(date="2025-01-30").to_disk(tmp_path)
    assert spacy.load(tmp_path)(SENTENCE)._.claims[0].date == "2025-01-29"


@pytest.mark.parametrize(
    ("pipe", "lang", "text", "language"),
    [
        ("de", None, "Qwen2.5-Max übertrifft GPT-4o.", "de"),
        ("xx", None, "Nach Angaben des Herstellers übertrifft Qwen2.5-Max das ältere Modell GPT-4o in allen Tests.", "de"),
        ("en", "auto", "Nach Angaben des Herstellers übertrifft Qwen2.5-Max das ältere Modell GPT-4o in allen Tests.", "de"),
        ("xx", "en", "Qwen2.5-Max outperforms GPT-4o.", "en"),
    ],
)
def test_the_language_is_that_of_the_pipeline_or_told_or_detected(pipe: str, lang: str | None, text: str, language: str) -> None:
    doc = pipeline(pipe, lang=lang)(text)
    assert doc._.claimscan["document"]["language"] == language
    assert [claim.objects for claim in doc._.claims] == [("GPT-4o",)]


def test_a_doc_that_was_not_read_has_no_claims() -> None:
    doc = spacy.blank("en")(SENTENCE)
    assert (doc._.claims, doc._.claimscan) == ((), None)
