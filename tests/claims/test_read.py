"""Whole texts through the shipped rules: what holds for every rule, and what crosses sentences."""

from dataclasses import replace

import pytest

from claimscan.claims import ClaimReader
from claimscan.model import Claim, Kind
from claimscan.rulebook import load_rulebooks


@pytest.fixture(scope="module")
def readers() -> dict[str, ClaimReader]:
    return {code: ClaimReader(book) for code, book in load_rulebooks().languages.items()}


@pytest.fixture
def claims(marked, readers):
    def read(text: str, language: str = "en") -> tuple[Claim, ...]:
        plain, mentions = marked(text)
        return readers[language](plain, mentions)[0]

    return read


def pairs(found: tuple[Claim, ...]) -> set[tuple[str, str, str]]:
    return {(c.subject, str(c.relation), o) for c in found for o in c.objects or ("",)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "[v:Lumo] unveiled [Aro 3]. The new model outperforms [Bex 2].", ("Aro 3", "outperforms", "Bex 2")),
        ("en", "[Aro 3] is here. It beats [Bex 2] on [b:MMLU].", ("Aro 3", "outperforms", "Bex 2")),
        ("en", "[Bex 2] was outperformed by [Aro 3].", ("Aro 3", "outperforms", "Bex 2")),
        ("en", "[Bex 2] lags behind [Aro 3].", ("Aro 3", "outperforms", "Bex 2")),
        ("de", "[v:Lumo] stellt [Aro 3] vor. Das neue Modell übertrifft [Bex 2].", ("Aro 3", "outperforms", "Bex 2")),
        ("de", "[Aro 3] ist da. Es schlägt [Bex 2] deutlich.", ("Aro 3", "outperforms", "Bex 2")),
        ("de", "[Bex 2] wird von [Aro 3] übertroffen.", ("Aro 3", "outperforms", "Bex 2")),
        ("de", "Nach dem Test liegt [Bex 2] hinter [Aro 3].", ("Aro 3", "outperforms", "Bex 2")),
    ],
)
def test_claims_are_told_winner_first_across_sentences(claims, language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in pairs(claims(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[v:Lumo] shares outperformed the market, as demand for [Aro 3] grew."),
        ("en", "[Aro 3] beats a good lunch, and [Bex 2] likes lunch."),
        ("de", "[v:Lumo] schlägt vor, [Aro 3] zu prüfen."),
        ("de", "Die Aktie von [v:Lumo] schlägt den Markt, und [Aro 3] ist beliebt."),
    ],
)
def test_other_news_makes_no_claim(claims, language: str, text: str) -> None:
    assert claims(text, language) == ()


@pytest.mark.parametrize(
    "text",
    [
        "“[Aro 3] beats [Bex 2],” said [p:Ada Quist].",
        "“[Aro 3] beats [Bex 2] in every test, but it talks too much,” said [p:Ada Quist], a tester. [p:Ivo Land] wrote of costs.",
        "According to [v:Lumo], [Aro 3] beats [Bex 2].",
        "[v:Lumo] says [Aro 3] beats [Bex 2].",
    ],
)
def test_whoever_says_it_is_its_source(claims, text: str) -> None:
    (claim,) = claims(text)
    assert claim.source in ("Ada Quist", "Lumo")
    assert claim.stance == "attributed"


@pytest.mark.parametrize(
    "text",
    [
        "[v:Lumo] beats [v:Bex], said [v:Lumo]'s [p:Ada Quist].",
        "[v:Lumo]'s [p:Ada Quist] says [v:Lumo] beats [v:Bex].",
        "[v:Lumo] beats [v:Bex], said [p:Ada Quist], the head of [v:Lumo], on Monday.",
        "[v:Lumo] beats [v:Bex], said [p:Ada Quist], [v:Lumo]'s head.",
        "[p:Ada Quist], [v:Lumo]'s head, says [Aro 3@Lumo] beats [Bex 2].",
        "[p:Ada Quist], the head of [v:Lumo], says [Aro 3@Lumo] beats [Bex 2].",
        "[v:Lumo]-boss [p:Ada Quist] says [v:Lumo] beats [v:Bex].",
    ],
)
def test_a_person_speaks_for_the_organisation_whose_it_is(claims, text: str) -> None:
    (claim,) = claims(text)
    assert (claim.source, claim.self_reported) == ("Ada Quist", True)


@pytest.mark.parametrize("text", ["[Aro 3] and [Dax 1] beat [Bex 2].", "[Aro 3] is faster and cheaper than [Bex 2], says [v:Lumo].", ""])
def test_every_span_of_a_claim_lies_in_its_sentence(claims, text: str) -> None:
    spans = [(c.span, part) for c in claims(text) for part in (c.spans.trigger, c.spans.subject, *c.spans.objects, *c.spans.cues) if part]
    assert all(whole.covers(part) for whole, part in spans)


@pytest.mark.parametrize(
    ("text", "self_reported"),
    [
        ("[v:Lumo] says its [Aro 3] beats [Bex 2].", False),
        ("According to testers, [Aro 3] beats [Bex 2].", False),
        ("[v:Lumo] says [v:Lumo] beats [v:Quist].", True),
    ],
)
def test_praise_is_marked_only_where_the_maker_is_known_to_speak(claims, text: str, self_reported: bool) -> None:
    assert {c.self_reported for c in claims(text)} == {self_reported}


def test_a_fragment_in_a_list_item_speaks_of_the_model_before_it(claims) -> None:
    found = claims("- [Dax 1] is a chatbot.\n- [Aro 3], a new model for tools. Matches [Bex 2] in tests.\n")
    assert ("Aro 3", "matches", "Bex 2") in pairs(found)


@pytest.mark.parametrize(
    "text", ["[v:Lumo] outperforms [Aro 3].", "[Aro 3] outperforms [v:Lumo].", "[v:Lumo] is back, and [Aro 3] beats the company."]
)
def test_a_maker_is_no_rival_of_its_model(marked, readers, text: str) -> None:
    plain, mentions = marked(text)
    own = tuple(replace(m, name=replace(m.name, vendor="Lumo")) if m.name.kind is Kind.MODEL else m for m in mentions)
    assert readers["en"](plain, own)[0] == ()


def test_an_older_model_of_its_maker_is_a_rival(marked, readers) -> None:
    plain, mentions = marked("[Aro 3] outperforms [v:Lumo]'s older models.")
    own = tuple(replace(m, name=replace(m.name, vendor="Lumo")) if m.name.kind is Kind.MODEL else m for m in mentions)
    assert pairs(readers["en"](plain, own)[0]) == {("Aro 3", "outperforms", "Lumo")}


def test_a_heading_speaks_of_what_the_article_is_about(claims) -> None:
    text = "[Aro 3] is out\n\n[Aro 3] is small. [v:Lumo] has compared it with [Cep 1].\n\nBetter than [Bex 2]\n\nMore soon."
    assert pairs(claims(text)) == {("Aro 3", "outperforms", "Bex 2")}
