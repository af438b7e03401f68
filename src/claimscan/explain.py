"""Why a text is read as it is: rules, words and cues behind each claim; where there is none, the nearest rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimscan.claims import ClaimReader, Reading
from claimscan.claims.reference import Argument, span_of
from claimscan.claims.scene import Scene
from claimscan.extractor import Extractor
from claimscan.model import Claim, Document, Kind, Record, Span
from claimscan.rulebook import Rulebook
from claimscan.rulebook.located import Problems, Text
from claimscan.rulebook.marks import read_marks
from claimscan.rulebook.rules import ClaimRule, CueRule, Element, Gap, Pattern, Phrase, Phrases, Place, Slot
from claimscan.sources.plain import Plain

_MODIFIERS = 6


@dataclass(frozen=True, slots=True)
class WhyClaim:
    """A claim, the rule that made it, and the cues that were heeded, each with its words."""

    claim: Claim
    rule: ClaimRule
    cues: tuple[tuple[CueRule, Span], ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """How far the nearest rule came in a sentence without a claim.

    `matched` are the words and names that it took; `missing` is the part of the pattern that it did not
    find, `stopped` the word that stood in its place (None at the end of the sentence). Nothing is missing
    where the words are all there and only who is meant could not be told.
    """

    rule: ClaimRule
    pattern: Pattern
    matched: tuple[Span, ...]
    missing: str | None
    stopped: Span | None


@dataclass(frozen=True, slots=True)
class WhySentence:
    """One sentence: its claims, or the rule that came nearest to one (None if no rule has a word of it)."""

    span: Span
    claims: tuple[WhyClaim, ...] = ()
    nearest: Nearest | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was found in a text, and why, sentence by sentence; `sentences` is empty for a language without rules."""

    record: Record
    sentences: tuple[WhySentence, ...]


def explain(text: str, extractor: Extractor, *, language: str | None = None, date: str | None = None) -> Explanation:
    """The reading of a text with its reasons.

    Names can be marked as in the examples of rules (`{Aro 3} beats {GPT-4o}`); they are then taken as models.
    """
    marked = Problems()
    unmarked, planted = read_marks(Text(text, Place("text", 1, 1)), marked)
    if tuple(marked):
        unmarked, planted = text, ()
    names = tuple(dict.fromkeys(unmarked[mark.start : mark.end] for mark in planted))
    record = extractor(Document("sentence", unmarked, language=language, date=date, names=names))
    rulebook = extractor.rulebooks.languages.get(record.document.language or "")
    return Explanation(record, tuple(_sentences(record, rulebook, extractor.plain(unmarked))) if rulebook else ())


def _sentences(record: Record, rulebook: Rulebook, plain: Plain) -> Iterator[WhySentence]:
    reader = ClaimReader(rulebook)
    discourse, rows = reader.survey(plain.text, [replace(each, span=plain.place(each.span)) for each in record.mentions])
    for sentence, row in zip(discourse.sentences, rows, strict=True):
        reading, span = reader.read(sentence, row), plain.origin(sentence.span)
        claims = tuple(_why(claim, reading, rulebook, plain) for claim in record.claims if reading and claim.span == span)
        yield WhySentence(span, claims, None if claims else _nearest(reader.stage(row), rulebook.claims, plain))


def _why(claim: Claim, reading: Reading, rulebook: Rulebook, plain: Plain) -> WhyClaim:
    """The rule and the cues behind a claim."""
    rule = next(rule for rule in rulebook.claims if f"{rulebook.language}/{rule.id}" == claim.rule)
    spans = ((cue.rule, plain.origin(span_of(reading.stage.units, cue.first, cue.last))) for cue in reading.cues)
    return WhyClaim(claim, rule, tuple((cue, span) for cue, span in spans if span in claim.spans.cues))


# ---------------------------------------------------------------- the nearest rule


@dataclass(frozen=True, slots=True)
class _Walk:
    """How far a pattern came: unit positions it took, how much it found and lacks, and what it lacked first, where."""

    at: int
    taken: tuple[tuple[int, int], ...] = ()
    words: int = 0
    slots: int = 0
    lacking: int = 0
    missing: str | None = None
    stopped: int | None = None

    @property
    def worth(self) -> tuple[float, int]:
        """How near it came: the share of the pattern that was found, then how many of its words."""
        found = self.words + self.slots
        return (found / (found + self.lacking) if found else 0.0), self.words

    def took(self, first: int, last: int, at: int, *, words: int = 0, slots: int = 0) -> _Walk:
        """The walk after an element was found, going on from `at`; signs are no words."""
        return replace(self, at=at, taken=(*self.taken, (first, last)), words=self.words + words, slots=self.slots + slots)

    def lacks(self, missing: str, stopped: int, count: int = 1) -> _Walk:
        """The walk after elements were not found; the first ones are told."""
        if self.missing is not None:
            return replace(self, lacking=self.lacking + count)
        return replace(self, lacking=self.lacking + count, missing=missing, stopped=stopped)


def _nearest(stage: Scene, rules: Iterable[ClaimRule], plain: Plain) -> Nearest | None:
    """The rule that came furthest in a sentence; None if none has a word of it."""
    walker = _Walker(stage)
    walks = [(walk, rule, pattern) for rule in rules for pattern in rule.patterns for walk in walker.walks(pattern)]
    if not walks:
        return None
    walk, rule, pattern = max(walks, key=lambda found: found[0].worth)
    stopped = stage.units[walk.stopped].span if walk.stopped is not None and 0 <= walk.stopped < len(stage.units) else None
    matched = tuple(plain.origin(span_of(stage.units, *taken)) for taken in sorted(walk.taken))
    return Nearest(rule, pattern, matched, walk.missing, plain.origin(stopped) if stopped else None)


class _Walker:
    """Walks patterns through one sentence from their first words on, taking each part where it first stands."""

    def __init__(self, stage: Scene) -> None:
        self._stage = stage
        self._lengths: dict[tuple[int, int], int] = {}

    def walks(self, pattern: Pattern) -> Iterator[_Walk]:
        """How far a pattern comes from each place at which its first words stand."""
        elements = pattern.elements
        anchor, words = next((i, e) for i, e in enumerate(elements) if isinstance(e, Phrases) and not e.optional)
        for first in range(len(self._stage.units)):
            length = self._length(words.alternatives, first)
            if length:
                start = _Walk(first).took(first, first + length, first, words=self._says(first, first + length))
                left = self._left(elements[:anchor], start)
                yield self._right(elements[anchor + 1 :], replace(left, at=first + length))

    def _says(self, first: int, last: int) -> bool:
        """Whether there is a word among some units."""
        return any(unit.form[0].isalnum() for unit in self._stage.units[first:last])

    def _left(self, elements: Sequence[Element], walk: _Walk) -> _Walk:
        """Back through the elements before the first words; only names can be missing there."""
        for element in reversed(elements):
            if isinstance(element, Slot):
                argument = next((a for a in reversed(self._stage.arguments) if _comparable(a) and a.last <= walk.at), None)
                walk = (
                    walk.took(argument.first, argument.last, argument.first, slots=1)
                    if argument
                    else walk.lacks(f"{{{element.role}}}", walk.at - 1)
                )
        return walk

    def _right(self, elements: Sequence[Element], walk: _Walk) -> _Walk:
        """On through the elements behind the first words; a missing word ends the walk."""
        loose = False
        for index, element in enumerate(elements):
            if isinstance(element, Gap):
                loose = True
            elif isinstance(element, Slot):
                reach = len(self._stage.units) if loose else walk.at + _MODIFIERS
                argument = next((a for a in self._stage.arguments if _comparable(a) and walk.at <= a.first <= reach), None)
                loose = argument is None
                walk = (
                    walk.took(argument.first, argument.last, argument.last, slots=1)
                    if argument
                    else walk.lacks(f"{{{element.role}}}", walk.at)
                )
            elif isinstance(element, Phrases):
                found = self._phrase(element, walk.at, loose=loose)
                if found is None and not element.optional:
                    return walk.lacks(element.source, walk.at, sum(map(_required, elements[index:])))
                if found:
                    walk, loose = walk.took(*found, found[1], words=self._says(*found)), False
        return walk

    def _phrase(self, element: Phrases, at: int, *, loose: bool) -> tuple[int, int] | None:
        """Where one of the alternatives stands first, as unit positions."""
        for position in range(at, len(self._stage.units) if loose else at + 1):
            length = self._length(element.alternatives, position)
            if length:
                return position, position + length
        return None

    def _length(self, alternatives: tuple[Phrase, ...], at: int) -> int:
        """How many units the longest fitting alternative takes at a position; 0 for none."""
        key = (id(alternatives), at)
        if key not in self._lengths:
            self._lengths[key] = self._stage.lexicon.phrases(alternatives).longest(self._stage.units, at)
        return self._lengths[key]


def _comparable(argument: Argument) -> bool:
    """Whether an argument can be a party of a comparison."""
    kinds = {item.mention.name.kind for item in argument.items if item.mention}
    return kinds <= {Kind.MODEL, Kind.VENDOR}


def _required(element: Element) -> bool:
    return isinstance(element, Slot) or (isinstance(element, Phrases) and not element.optional)
