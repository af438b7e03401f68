"""What tests of several folders share."""

import signal

import pytest

from claimscan.model import (
    Claim,
    ClaimSpans,
    DateOrigin,
    Document,
    Kind,
    Mention,
    Name,
    Polarity,
    Record,
    Relation,
    Result,
    Span,
    Stance,
    Timex,
)

for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
    # A shell starts what it puts in the background deaf to them, and the programs that the tests start with it.
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, signal.SIG_DFL)

TEXT = (
    "According to the company, the new AI not only outperforms Bex-2, a rising star, but reached 81.5% on MathBowl. "
    "On January 29, Cora said that Foo-1 may not beat its US rivals | [bold]in coding[/bold]\x1b[31m. "
    "Bex-2 is the best closed model."
)


def spot(words: str, nth: int = 0) -> Span:
    """Where words stand in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def model(name: str, vendor: str | None = None, *, known: bool = True) -> Name:
    return Name(Kind.MODEL, name, vendor=vendor, known=known)


FIRST = Span(0, TEXT.index(" On January"))
SECOND = Span(FIRST.end + 1, TEXT.index(" Bex-2 is the"))
THIRD = Span(SECOND.end + 1, len(TEXT))


@pytest.fixture(scope="session")
def record() -> Record:
    """A record with everything that a record can have."""
    best = Claim(Relation.LEADS, "Bex-2", THIRD, ClaimSpans(spot("best"), spot("Bex-2", 1)), "en/best", aspects=("closed model",))
    return Record(
        Document(
            "news/aro.txt", TEXT, title="Aro 3 is here", language="en", language_confidence=0.99, date="2025-01-30",
            date_origin=DateOrigin.OPTION, warnings=("not UTF-8; read as cp1252",),
        ),
        mentions=(
            Mention(spot("Bex-2"), model("Bex-2", "Bexel")),
            Mention(spot("Foo-1"), model("Foo-1", known=False)),
            Mention(spot("Bex-2", 1), model("Bex-2", "Bexel")),
            Mention(spot("Cora"), Name(Kind.VENDOR, "Cora AI")),
            Mention(spot("MathBowl"), Name(Kind.BENCHMARK, "MathBowl")),
        ),
        dates=(Timex(spot("January 29"), "2025-01-29", "2025-01-30"),),
        claims=(
            Claim(
                Relation.OUTPERFORMS, "Aro 3", FIRST,
                ClaimSpans(
                    spot("outperforms"), spot("the new AI"), (spot("Bex-2"),), spot("the company"), (spot("According to the company"),)
                ),
                "en/outperforms-verb", ("Bex-2",), stance=Stance.ATTRIBUTED, source="Aro Labs", self_reported=True, confidence=0.93,
            ),
            Claim(
                Relation.OUTPERFORMS, "Foo-1", SECOND,
                ClaimSpans(spot("beat"), spot("Foo-1"), (spot("its US rivals"),), spot("Cora"), (spot("may"), spot("not", 1))),
                "en/outperforms-verb", (), "its US rivals", polarity=Polarity.NEGATED, stance=Stance.HEDGED, source="Cora AI",
                aspects=("coding",), date="2025-01-29", confidence=0.5,
            ),
            best,
            best,
        ),
        results=(Result("Aro 3", "MathBowl", "81.5%", spot("81.5%"), 81.5, "%"),),
        layers=("catalogue", "shapes", "rules:en"),
        warnings=("a warning",),
    )  # fmt: skip


@pytest.fixture(scope="session")
def empty() -> Record:
    """A record of a document that says nothing."""
    return Record(Document("empty.txt", "", warnings=("is empty",)))
