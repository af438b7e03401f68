"""The tables of a report in words, shared by the terminal and Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from claimscan.ledger import Report
from claimscan.ledger.copies import Wording
from claimscan.render.words import NOTHING, OWN, OWN_MEANS, clean, tell

Row = tuple[str, ...]
BAR = 30  # the longest bar of the timeline, in characters
MATRIX = 12  # as many names as a matrix shows in a terminal


@dataclass(frozen=True, slots=True)
class Section:
    """One table; columns of `numbers` are set to the right. `left_out` lines did not fit below the asked number."""

    title: str
    note: str
    headings: Row
    rows: tuple[Row, ...]
    numbers: frozenset[int] = frozenset()
    left_out: int = 0


def headline(report: Report) -> str:
    """What the report is made of, in one line."""
    told = f"{_count(report.statements, 'claim')} in {_count(len(report.wordings), 'wording')}"
    failed = f", {report.failed:,} of them unreadable" if report.failed else ""
    return f"{_count(report.documents, 'document')}{failed} · {told} · {_count(len(report.pairs), 'pair')}"


def filters(report: Report) -> str | None:
    """What the report is restricted to, in one line; None if it is not."""
    chosen = report.filter
    names = {"model": chosen.models, "vendor": chosen.vendors, "source": chosen.sources, "benchmark": chosen.benchmarks}
    parts = [f"{key} {' or '.join(values)}" for key, values in names.items() if values]
    parts += [f"{word} {value}" for word, value in (("since", chosen.since), ("until", chosen.until)) if value]
    parts += ["not self-reported"] * chosen.not_self_reported
    return f"Only: {clean('; '.join(parts))}" if parts else None


def sections(report: Report, top: int | None) -> Iterator[Section]:
    """The tables that are not empty, each with at most `top` lines; None for all."""
    for section in (
        _ranking(report),
        _matrix(report),
        _pairs(report),
        _contradictions(report),
        _timeline(report),
        _self_praise(report),
        _scores(report),
        _copies(report),
    ):
        if section.rows:
            yield section if section.title in _WHOLE else _shortened(section, top)


_WHOLE = ("Matrix", "Timeline")


def _shortened(section: Section, top: int | None) -> Section:
    if top is None or len(section.rows) <= top:
        return section
    rest = len(section.rows) - top
    return Section(section.title, section.note, section.headings, section.rows[:top], section.numbers, rest)


def _ranking(report: Report) -> Section:
    note = "Ordered by the names a model beats on balance; sources are independent of the winner."
    headings = ("", "Name", "Vendor", "Balance", "Wins", "Losses", "Sources", "Self-reported", "Matches", "Leads")
    rows = [
        (str(place), clean(one.name), clean(one.vendor or NOTHING), f"{one.balance:+d}" if one.balance else "0",
         *map(str, (one.wins, one.losses, one.sources, one.self_reported, one.matches, one.leads)))
        for place, one in enumerate(report.ranking, start=1)
    ]  # fmt: skip
    return Section("Ranking", note, headings, tuple(rows), frozenset({0, *range(3, 10)}))


def _matrix(report: Report) -> Section:
    """Who beats whom among the first names of the ranking that win or lose at all."""
    names = [one.name for one in report.ranking if one.wins or one.losses][:MATRIX]
    counts = {(pair.winner, pair.loser): pair for pair in report.pairs}
    rows = []
    for place, winner in enumerate(names, start=1):
        cells = ("·" if winner == loser else _cell(counts.get((winner, loser))) for loser in names)
        rows.append((str(place), clean(winner), *cells))
    note = f"The name of the line beats the name of the column; {OWN} no independent source says so."
    headings = ("", "Winner", *map(str, range(1, len(names) + 1)))
    return Section("Matrix", note, headings, tuple(rows), frozenset({0, *range(2, len(names) + 2)}))


def _cell(pair: object) -> str:
    claims, sources = getattr(pair, "claims", 0), getattr(pair, "sources", 0)
    return f"{claims}{'' if sources else OWN}" if claims else ""


def _pairs(report: Report) -> Section:
    headings = ("Winner", "Loser", "Claims", "Sources", "Self-reported", "Hedged", "Denied")
    rows = [
        (clean(pair.winner), clean(pair.loser), *map(str, (pair.claims, pair.sources, pair.self_reported, pair.hedged, pair.denied)))
        for pair in report.pairs
    ]
    return Section("Who is said to beat whom", "A wording that several articles share counts once.", headings, tuple(rows), _from(2, 7))


def _contradictions(report: Report) -> Section:
    rows: list[Row] = []
    for found in report.contradictions:
        topic = str(found.kind) if found.same_topic else f"{found.kind}, on different grounds"
        title = clean(f"{found.first} / {found.second} ({topic})")
        for number, wording in enumerate((*found.holding, *found.against)):
            told = tell(wording.first.claim)
            rows.append(("" if number else title, f"{told.winner} {told.verb} {told.loser}", *_place(wording)))
    note = "One says this, another the opposite."
    return Section("Contradictions", note, ("Between", "Said", "When", "Who says so", "Where", "Sentence"), tuple(rows))


def _place(wording: Wording) -> Row:
    """When, who, where and in which words."""
    statement = wording.first
    source = clean(wording.source or NOTHING) + OWN * wording.self_reported
    where = clean(statement.article.id) + (f" +{len(wording.copies)}" if wording.copies else "")
    return (statement.date or NOTHING, source, where, clean(statement.sentence))


def _timeline(report: Report) -> Section:
    most = max((len(month.wordings) for month in report.timeline), default=1)
    rows = []
    for month in report.timeline:
        own, all_ = month.self_reported, len(month.wordings)
        length = max(1, round(BAR * all_ / most))
        hollow = round(length * own / all_)
        rows.append((month.month or "no month", str(all_), str(own), "█" * (length - hollow) + "░" * hollow))
    return Section("Timeline", "░ self-reported", ("Month", "Claims", "Self-reported", ""), tuple(rows), _from(1, 3))


def _self_praise(report: Report) -> Section:
    note = "Confirmed: of the pairs it claims, those that an independent source tells too."
    rows = [
        (clean(one.source), str(len(one.wordings)), f"{one.confirmed} of {one.claimed}", clean(", ".join(one.models)))
        for one in report.self_praise
    ]
    return Section("Most praised by themselves", note, ("Source", "Claims", "Confirmed", "For"), tuple(rows), frozenset({1}))


def _scores(report: Report) -> Section:
    rows = []
    for (benchmark, model), scores in groupby(report.scores, key=lambda score: (score.benchmark, score.model)):
        told = list(scores)
        rows.append((clean(benchmark), clean(model), _joined(score.value for score in told), _joined(score.article.id for score in told)))
    return Section("Benchmarks and results", "As stated in prose.", ("Benchmark", "Model", "Score", "Where"), tuple(rows))


def _copies(report: Report) -> Section:
    shared = sorted((wording for wording in report.wordings if wording.copies), key=lambda wording: -len(wording.copies))
    rows = [
        (str(len(one.copies) + 1), clean(one.first.article.id), _joined(copy.article.id for copy in one.copies), clean(one.first.sentence))
        for one in shared
    ]
    headings = ("Times", "First in", "Again in", "Sentence")
    return Section("The same wording in several places", "Counted once.", headings, tuple(rows), frozenset({0}))


def explanation(report: Report) -> str | None:
    """What the star means, if there is one."""
    return OWN_MEANS if any(wording.self_reported for wording in report.wordings) else None


def _joined(texts: Iterable[str]) -> str:
    return clean(", ".join(dict.fromkeys(texts)))


def _from(first: int, end: int) -> frozenset[int]:
    return frozenset(range(first, end))


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'s' * (number != 1)}"
