import io
import re
from dataclasses import replace

import pytest

from claimscan.model import AspectKind, Claim, ClaimSpans, Document, Polarity, Record, Relation, Span
from claimscan.render.formats import Format, writer
from claimscan.render.view import View
from claimscan.render.words import pieces, tell


def shown(format_: Format, records: list[Record], **view: object) -> str:
    out = io.StringIO()
    writer(format_)(records, out, View(**view))  # type: ignore[arg-type]
    return out.getvalue()


PLAIN = """\
Aro 3 is here
news/aro.txt · language en · published 2025-01-30 · 4 claims

Winner                 Loser            On what       Who says so  How firmly  When
─────────────────────────────────────────────────────────────────────────────────────────
Aro 3   beats          Bex-2            –             Aro Labs*    attributed  –
Foo-1   does not beat  “its US rivals”  coding        Cora AI      hedged      2025-01-29
Bex-2   leads ×2       –                closed model  –            asserted    –
* self-reported: the maker of the winner, or a party to its success, says so

Vendor  Models
────────────────────────────────────
Bexel   Bex-2 ×2
–       Foo-1 (not in the catalogue)
Vendors named without a model: Cora AI

Model  Benchmark  Score
───────────────────────
Aro 3  MathBowl   81.5%

Date        As written
──────────────────────
2025-01-29  January 29
"""


def test_the_table_tells_claims_then_models_scores_and_dates(record: Record) -> None:
    assert shown(Format.TABLE, [record]) == PLAIN


def test_a_document_without_claims_says_so(empty: Record) -> None:
    assert shown(Format.TABLE, [empty]) == "empty.txt\nlanguage unknown · undated · no claims\n"


def test_a_piped_table_is_neither_cut_nor_wrapped(record: Record) -> None:
    long = replace(record.claims[0], objects=tuple(f"Model-{number}" for number in range(100)))
    table = shown(Format.TABLE, [replace(record, claims=(long,))], evidence=True)
    assert ", ".join(long.objects) in table
    assert "{subject:the new AI} not only {trigger:outperforms} {object:Bex-2}, a rising star" in table


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_table_fits_the_terminal(record: Record, width: int) -> None:
    assert max(map(len, shown(Format.TABLE, [record], width=width, evidence=True).splitlines())) <= width


def test_colours_come_only_when_asked_for(record: Record) -> None:
    assert "\x1b[" not in shown(Format.TABLE, [record], evidence=True)
    coloured = shown(Format.TABLE, [record], evidence=True, color=True)
    assert "\x1b[1;32mthe new AI\x1b[0m" in coloured


@pytest.mark.parametrize("view", [{"color": True}, {}])
def test_an_article_cannot_send_codes_to_the_terminal(record: Record, view: dict[str, bool]) -> None:
    table = shown(Format.TABLE, [record], evidence=True, **view)
    assert "[bold]in coding[/bold]\ufffd[31m" in re.sub("\x1b\\[[0-9;]*m", "", table)


def test_evidence_gives_every_claim_its_sentence_rule_and_confidence(record: Record) -> None:
    table = shown(Format.TABLE, [record], evidence=True)
    assert "2  On January 29, {source:Cora} said that {subject:Foo-1} {cue:may} {cue:not} {trigger:beat} {object:its US rivals} |" in table
    assert table.count("en/best 0.50") == 2


def test_markdown_shows_the_words_as_they_are(record: Record) -> None:
    text = shown(Format.MARKDOWN, [record], evidence=True)
    assert "| Foo-1 | does not beat | “its US rivals” | coding | Cora AI | hedged | 2025-01-29 |" in text
    assert "**Foo-1** **may** **not** *beat* **its US rivals** \\| \\[bold\\]in coding\\[/bold\\]" in text
    assert text.startswith("## Aro 3 is here\n\nnews/aro.txt · ")


def test_several_documents_are_set_apart(record: Record, empty: Record) -> None:
    assert "\n\nempty.txt\n" in shown(Format.TABLE, [record, empty])
    assert "\n\n## empty.txt\n" in shown(Format.MARKDOWN, [record, empty])


@pytest.mark.parametrize(
    ("changes", "topic"),
    [
        ({}, "–"),
        ({"aspect_kind": AspectKind.COST}, "cost"),
        ({"aspect_kind": AspectKind.SPEED, "aspects": ("inference",)}, "speed: inference"),
        ({"aspects": ("maths",), "benchmarks": ("MathBowl",), "margin": "3 points"}, "maths, MathBowl (3 points)"),
    ],
)
def test_what_a_claim_is_about(record: Record, changes: dict[str, object], topic: str) -> None:
    assert tell(replace(record.claims[0], **changes)).topic == topic  # type: ignore[arg-type]


@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("polarity", Polarity)
def test_every_relation_has_words(record: Record, relation: Relation, polarity: Polarity) -> None:
    told = tell(replace(record.claims[0], relation=relation, polarity=polarity))
    assert told.verb.startswith("does not") is (polarity is Polarity.NEGATED)


def test_overlapping_parts_of_a_sentence_are_shown_once() -> None:
    spans = ClaimSpans(Span(4, 9), Span(0, 3), (Span(10, 13), Span(0, 3)), Span(50, 60), (Span(0, 9),))
    claim = Claim(Relation.OUTPERFORMS, "Aro", Span(0, 14), spans, "en/x")
    parts = [(piece.text, piece.role) for piece in pieces(claim, "Aro beats Bex. And more.")]
    assert parts == [("Aro", "subject"), (" ", None), ("beats", "trigger"), (" ", None), ("Bex", "object"), (".", None)]


def test_a_title_is_shown_with_the_path_beside_it() -> None:
    document = Document("a.html", "", title="Aro\nand Bex", language="de")
    assert shown(Format.TABLE, [Record(document)]).splitlines()[:2] == ["Aro and Bex", "a.html · language de · undated · no claims"]
