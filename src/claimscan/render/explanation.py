"""An explanation for people: each sentence with its parts marked, then why it was read so, or why not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimscan.explain import Explanation, Nearest, WhyClaim, WhySentence
from claimscan.model import Kind, Record
from claimscan.record import by_name
from claimscan.render.words import OWN, OWN_MEANS, clean, dates_by_value, pieces, tell
from claimscan.rulebook.rules import CueRule

_WIDTH = 11
_LONG_LIST = re.compile(r"\(([^()]{60,})\)")


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """The lines of an explanation; spans are marked as in the rules: `{subject:R1}`."""
    record = explanation.record
    language = record.document.language or "unknown"
    yield _line("language", language if explanation.sentences else f"{language}: there are no rules for it")
    yield from _names(record)
    for sentence in explanation.sentences:
        yield ""
        yield from _sentence(sentence, record)
    if any(claim.self_reported for claim in record.claims):
        yield ""
        yield OWN_MEANS


def _line(label: str, text: str) -> str:
    return f"{label:<{_WIDTH}}{text}"


def _names(record: Record) -> Iterator[str]:
    """The names and dates that were found."""
    for kind in (Kind.MODEL, Kind.VENDOR, Kind.BENCHMARK, Kind.ORGANISATION, Kind.PERSON):
        found = [clean(name.name) + ("" if name.known else " (not in the catalogue)") for name, _ in by_name(record.mentions, kind)]
        if found:
            yield _line(str(kind)[: _WIDTH - 1], ", ".join(found))
    for value, words in dates_by_value(record):
        yield _line("date", f"{value} (“{words}”)")
    for warning in record.warnings:
        yield _line("warning", clean(warning))


def _sentence(sentence: WhySentence, record: Record) -> Iterator[str]:
    text = record.document.text
    if not sentence.claims:
        yield clean(sentence.span.of(text))
        yield from _nearest(sentence.nearest, text)
    for number, why in enumerate(sentence.claims):
        if number:
            yield ""
        yield "".join(f"{{{piece.role}:{piece.text}}}" if piece.role else piece.text for piece in pieces(why.claim, text))
        yield from _claim(why, text)


def _claim(why: WhyClaim, text: str) -> Iterator[str]:
    """A claim and what made it."""
    claim, told = why.claim, tell(why.claim)
    says = f"{told.stance}{f' ({told.source})' if claim.source or told.source.endswith(OWN) else ''}"
    yield _line("  claim", " · ".join((f"{told.winner} {told.verb} {told.loser}", told.topic, says, told.date, f"{claim.confidence:.2f}")))
    yield _line("  rule", f"{claim.rule}  {why.rule.place}")
    yield _line("  words", f"“{clean(claim.spans.trigger.of(text))}”")
    for cue, span in why.cues:
        yield _line("  cue", f"{cue.id} ({_sets(cue)}) “{clean(span.of(text))}”  {cue.place}")


def _sets(cue: CueRule) -> str:
    """What a cue says of a claim."""
    return ", ".join(str(value) for value in (cue.polarity, cue.stance) if value) or "source"


def _nearest(nearest: Nearest | None, text: str) -> Iterator[str]:
    """Why a sentence without a claim has none."""
    if nearest is None:
        yield _line("  claim", "none; no rule has a word of this sentence")
        return
    yield _line("  claim", "none")
    yield _line("  nearest", f"{nearest.rule.id}  {_short(nearest.pattern.source)}  {nearest.pattern.place}")
    yield _line("  found", ", ".join(f"“{clean(span.of(text))}”" for span in nearest.matched) or "nothing")
    if nearest.missing is None:
        yield _line("  stopped", "all words are there; who is meant could not be told")
    else:
        where = f"at “{clean(nearest.stopped.of(text))}”" if nearest.stopped else "at the end of the sentence"
        yield _line("  stopped", f"{where}, looking for {_short(nearest.missing)}")


def _short(pattern: str) -> str:
    """A pattern whose long lists of words show their first few."""
    return _LONG_LIST.sub(lambda found: f"({' | '.join(found[1].split(' | ')[:3])} | …)", clean(pattern))
