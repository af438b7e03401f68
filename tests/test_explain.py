"""Explanations name the rule, the cues and the words behind a claim, and what was missing where there is none."""

from pathlib import Path

import pytest

from claimscan.explain import Explanation, explain
from claimscan.extractor import Extractor
from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import Layer

LANGUAGE = "{schema: 1, language: en, name: English, classes: {conjunctions: [and], prepositions: [at, than]}}"
CLAIMS = """
schema: 1
rules:
  - id: beats
    relation: outperforms
    pattern: "{subject} ... (beats | trounces) ... {object}"
    examples: ["{subject:Aro 3} beats {object:Bex}."]
    counterexamples: ["{Aro 3} sleeps."]
  - id: better-than
    relation: outperforms
    pattern: "{subject} ... (better | much better) than {object}"
    examples: ["{subject:Aro 3} is better than {object:Bex}."]
    counterexamples: ["{Aro 3} is better."]
"""
CUES = """
schema: 1
cues:
  - id: perhaps
    sets: {stance: hedged}
    pattern: perhaps
    examples: ["Perhaps {subject:Aro 3} beats {object:Bex}."]
"""


@pytest.fixture
def extractor(tmp_path: Path) -> Extractor:
    folder = tmp_path / "en"
    folder.mkdir()
    for name, text in {"language": LANGUAGE, "claims": CLAIMS, "cues": CUES}.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return Extractor(load_layers([Layer(tmp_path, "rules")]), ner={"en": "none"})


def read(text: str, extractor: Extractor) -> Explanation:
    return explain(text, extractor, language="en")


def test_claim_is_explained_by_its_rule_and_cues(extractor: Extractor) -> None:
    found = read("Perhaps {Aro 3} beats {Bex}.", extractor)
    why = found.sentences[0].claims[0]
    text = found.record.document.text
    assert (why.claim.subject, why.claim.objects, why.rule.id) == ("Aro 3", ("Bex",), "beats")
    assert [(cue.id, span.of(text)) for cue, span in why.cues] == [("perhaps", "Perhaps")]
    assert found.sentences[0].nearest is None


@pytest.mark.parametrize(
    ("text", "rule", "matched", "missing", "stopped"),
    [
        ("{Aro 3} is better at chess.", "better-than", ["Aro 3", "better"], "than", "at"),
        ("{Aro 3} is much better.", "better-than", ["Aro 3", "much better"], "than", "."),
        ("{Aro 3} beats", "beats", ["Aro 3", "beats"], "{object}", None),
        ("At chess nobody beats {Aro 3}.", "beats", ["beats", "Aro 3"], "{subject}", "nobody"),
    ],
)
def test_sentence_without_claim_tells_the_nearest_rule_and_where_it_stopped(
    extractor: Extractor, text: str, rule: str, matched: list[str], missing: str, stopped: str | None
) -> None:
    found = read(text, extractor)
    nearest = found.sentences[0].nearest
    plain = found.record.document.text
    assert nearest is not None
    assert (nearest.rule.id, [span.of(plain) for span in nearest.matched], nearest.missing) == (rule, matched, missing)
    assert (nearest.stopped and nearest.stopped.of(plain)) == stopped


def test_sentence_without_any_word_of_a_rule_has_no_nearest_one(extractor: Extractor) -> None:
    assert read("{Aro 3} sleeps.", extractor).sentences[0].nearest is None


def test_sentences_are_explained_one_by_one(extractor: Extractor) -> None:
    found = read("{Aro 3} beats {Bex}. {Aro 3} sleeps.", extractor)
    assert [len(sentence.claims) for sentence in found.sentences] == [1, 0]


def test_text_with_stray_braces_is_read_as_it_stands(extractor: Extractor) -> None:
    assert read("{Aro 3 beats Bex.", extractor).record.document.text == "{Aro 3 beats Bex."


def test_language_without_rules_has_no_sentences(extractor: Extractor) -> None:
    assert explain("Aro 3 bat Bex.", extractor, language="fr").sentences == ()
