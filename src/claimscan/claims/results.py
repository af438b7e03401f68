"""Stated scores: which model reached which value on which benchmark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from claimscan.claims.discourse import Discourse
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.match import Match, find_matches
from claimscan.claims.patterns import PatternIndex
from claimscan.claims.reference import Argument, Form, Item, span_of
from claimscan.claims.salience import Salience
from claimscan.claims.scene import Scene, scene
from claimscan.claims.sentences import NUMBER, Sentence, Unit
from claimscan.model import Kind, Mention, Result, Span, Timex
from claimscan.rulebook.rules import ResultRule

_BETWEEN, _OWNER, _BEARER, _COUNTED, _PEOPLE_WITHIN = 2, 16, 4, 4, 4
_REFERRING = ("pronouns", "model_nouns", "model_nouns_plural")
_SIGNS = frozenset(",;:()")
_FRACTION = re.compile(r"\d[.,]\d")


@dataclass(frozen=True, slots=True)
class ResultReader:
    """Reads results by the rules of one language."""

    rules: tuple[ResultRule, ...]
    index: PatternIndex
    lexicon: Lexicon

    @classmethod
    def of(cls, rules: Sequence[ResultRule], lexicon: Lexicon) -> ResultReader:
        """A reader for some rules."""
        pairs = [(rule, pattern) for rule in rules for pattern in rule.patterns]
        return cls(tuple(rule for rule, _ in pairs), PatternIndex([pattern for _, pattern in pairs], lexicon), lexicon)

    def read(
        self,
        text: str,
        discourse: Discourse,
        sentence: Sentence,
        row: Sequence[Unit],
        dates: Sequence[Timex] = (),
        before: Sequence[Result] = (),
        centers: Mapping[int, Mention] | None = None,
    ) -> Iterator[Result]:
        """The results that a sentence states; `before` are those of the sentence before, `centers` what sentences spoke of."""
        benchmarks = {mention.name.name for mention in discourse.mentions[sentence.index] if mention.name.kind is Kind.BENCHMARK}
        if not benchmarks and not before:
            return
        arguments = tuple(self._arguments(row, [date.span for date in sentence.dates(dates)]))
        if not any(argument.has(Form.VALUE) for argument in arguments):
            return
        stage = scene(row, arguments, self.lexicon)
        found: list[Result] = []
        for match in self._chosen(find_matches(stage, self.index)) if benchmarks else ():
            value, benchmark = match.slots["value"], match.slots["benchmark"]
            model = self._bearer(stage, value) or self._model(discourse, sentence, stage, match, centers)
            if model:
                found.extend(self._results(text, stage, model, benchmark, value))
        yield from found
        if len(benchmarks) < 2:
            yield from self._continued(text, stage, found or (() if benchmarks else before))

    def _arguments(self, row: Sequence[Unit], taken: Sequence[Span]) -> Iterator[Argument]:
        done = 0
        for at, unit in enumerate(row):
            if at < done:
                continue
            if unit.mention:
                yield Argument(at, at + 1, (Item(Form.NAME, at, at + 1, unit.mention),), at)
            elif is_score(row, at, self.lexicon) and not any(unit.span.overlaps(span) for span in taken):
                done = at + 1
                unit_follows = done < len(row) and self.lexicon.has("score_units", row[done].form)
                done += unit_follows and not self.lexicon.has("points", row[done].form)
                yield Argument(at, done, (Item(Form.VALUE, at, done),), at)

    def _continued(self, text: str, stage: Scene, known: Sequence[Result]) -> Iterator[Result]:
        """Results that leave out what the known ones before them say: "X gets 57.0 on MMLU, Y 68.6"."""
        if len({result.benchmark for result in known}) != 1:
            return
        models = {result.model for result in known}
        for argument in stage.arguments:
            model = self._owner(stage, argument) or self._beside(stage, argument) if argument.has(Form.VALUE) else None
            span = span_of(stage.units, argument.first, argument.last)
            number, unit = reading_of(span.of(text))
            if model and model not in models and any(_alike(result, span.of(text), unit) for result in known):
                models.add(model)
                yield Result(model, known[0].benchmark, span.of(text), span, number, unit)

    def _owner(self, stage: Scene, value: Argument) -> str | None:
        """The model that a value is told of behind it: "72.7 percent for X", "the 73.1% mark set by its rival, X"."""
        return self._bearer(stage, value) or self._setter(stage, value)

    def _bearer(self, stage: Scene, value: Argument) -> str | None:
        """The model right behind a value and a preposition, with its maker or without: "72.7 percent for Lumo's X"."""
        at = value.last
        at += at < len(stage.units) and self.lexicon.has("score_units", stage.units[at].form)
        if not (at < len(stage.units) and self.lexicon.has("score_bearers", stage.units[at].form)):
            return None
        for unit in stage.units[at + 1 : at + 1 + _BEARER]:
            if unit.mention and unit.mention.name.kind is Kind.MODEL:
                return unit.mention.name.name
            if not (unit.mention or self.lexicon.has_any(("determiners", "genitives"), unit.form)):
                return None
        return None

    def _setter(self, stage: Scene, value: Argument) -> str | None:
        """The model by which a value was set."""
        behind = range(value.last, value.last + _BETWEEN + 1)
        owner = next((at for at in behind if self.lexicon.length("score_owners", stage.units, at)), len(stage.units))
        named = (unit.mention.name for unit in stage.units[owner : owner + _OWNER] if unit.mention)
        return next((name.name for name in named if name.kind is Kind.MODEL), None)

    def _beside(self, stage: Scene, value: Argument) -> str | None:
        """The model right before a value, but for a sign and a word or two."""
        words = 0
        for at in range(value.first - 1, max(-1, value.first - 5), -1):
            unit = stage.units[at]
            if unit.mention:
                own = unit.mention.name.kind is Kind.MODEL and not _of_subject(stage, at, value.first)
                return unit.mention.name.name if own else None
            words += unit.form[0].isalnum()
            if words > _BETWEEN or unit.form in (".", ";") or self.lexicon.has("boundaries", unit.form):
                return None
        return None

    def _chosen(self, matches: Iterator[Match]) -> list[Match]:
        """The cheapest matches of which no two use the same value."""
        kept: dict[int, Match] = {}
        for match in sorted(matches, key=lambda m: (m.cost - 3.0 * (self.rules[m.pattern].weight - 0.8), m.trigger)):
            if {"value", "benchmark"} <= match.slots.keys():
                kept.setdefault(match.slots["value"].first, match)
        return [kept[at] for at in sorted(kept)]

    @staticmethod
    def _model(discourse: Discourse, sentence: Sentence, stage: Scene, match: Match, centers: Mapping[int, Mention] | None) -> str | None:
        """The model of a result: the one right before the value, its slot's, the nearest one before, else the one last spoken of."""
        slot, value = match.slots.get("model"), match.slots["value"]
        before = [unit.mention for unit in stage.units[: value.first]]
        named = [(at, m) for at, m in enumerate(before) if m and m.name.kind is Kind.MODEL]
        if named and _of_subject(stage, named[-1][0], value.first):
            return next((m for _, m in named if m.span.start not in discourse.oblique), named[-1][1]).name.name
        if slot and not (before and before[-1] and before[-1].name.kind is Kind.MODEL):
            return next((m.name.name for m in slot.names), None)
        if named:
            return named[-1][1].name.name
        if _of_several(stage, value.first):
            return None
        start = stage.units[value.first].span.start
        nearest = Salience(discourse).resolve
        found = discourse.topic(sentence.index) if sentence.item else nearest(Kind.MODEL, sentence.index, start, centers=centers)
        return found.name.name if found else None

    @staticmethod
    def _results(text: str, stage: Scene, model: str, benchmark: Argument, value: Argument) -> Iterator[Result]:
        span = span_of(stage.units, value.first, value.last)
        whole = Span(min(span.start, stage.units[benchmark.first].span.start), max(span.end, stage.units[benchmark.last - 1].span.end))
        number, unit = reading_of(span.of(text))
        mention: Mention | None = stage.units[benchmark.first].mention
        if mention:
            yield Result(model, mention.name.name, span.of(text), whole, number, unit)


def _of_subject(stage: Scene, last: int, value: int) -> bool:
    """Whether a participle behind a comma tells a value of the subject: "A trails B, scoring 9", but not "led by B, scoring 9"."""
    passive = last > 0 and stage.lexicon.has("score_bearers", stage.units[last - 1].form)
    participle = next((at for at in range(value - 1, last, -1) if stage.lexicon.has("participles", stage.units[at].form)), None)
    if participle is None or value - participle > _BETWEEN + 1:
        return False
    before = stage.units[participle - 1].form
    return (before == "," and not passive) or stage.lexicon.has("score_bearers", before)


def _of_several(stage: Scene, value: int) -> bool:
    """Whether a sentence speaks of several models without their names: "all three models score above 70"."""
    forms = [unit.form for unit in stage.units[:value]]
    bare = takewhile(lambda form: not stage.lexicon.has("prepositions", form), forms)
    subject = next((form for form in bare if stage.lexicon.has_any(_REFERRING, form)), "")
    return stage.lexicon.has("model_nouns_plural", subject)


def is_score(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a number stands at a position that can be a model's score: no size ("15 billion"), place ("number 27") or ("[12]")."""
    if not NUMBER.match(row[at].form):
        return False
    before, after = row[at - 1].form if at else "", row[at + 1].form if at + 1 < len(row) else ""
    if lexicon.has("magnitudes", after) or (before, after) == ("[", "]"):
        return False
    return not (lexicon.has("places", before) or _counts(row, at, lexicon) or _of_people(row, at, lexicon))


def _of_people(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a number is told of people: "human experts at 89.8%", "89.8% for experts"."""
    for unit in reversed(row[max(0, at - _PEOPLE_WITHIN) : at]):
        if unit.mention or unit.form in _SIGNS:
            break
        if lexicon.has("people", unit.form):
            return True
    behind = at + 1 + (at + 1 < len(row) and lexicon.has("score_units", row[at + 1].form))
    borne = behind < len(row) and lexicon.has("score_bearers", row[behind].form)
    return borne and any(lexicon.has("people", unit.form) for unit in row[behind + 1 : behind + 1 + _BEARER])


def _counts(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a number tells how many questions a test has: "a benchmark of 3,000 graduate-level questions"."""
    if at == 0 or not lexicon.has("counting_prepositions", row[at - 1].form):
        return False
    for unit in row[at + 1 : at + 1 + _COUNTED]:
        if lexicon.has("counted_nouns", unit.form):
            return True
        if unit.mention or not unit.form[0].isalnum() or lexicon.closed(unit.form):
            return False
    return False


def _alike(result: Result, value: str, unit: str | None) -> bool:
    """Whether a value is written as that of a result: with the same unit, and without one both with a fraction or both without."""
    return result.unit == unit and (unit is not None or bool(_FRACTION.search(result.value)) == bool(_FRACTION.search(value)))


def reading_of(value: str) -> tuple[float | None, str | None]:
    """A score as number and unit: "86,1 Prozent" gives 86.1 and "Prozent"; "1,417" is a thousand and more."""
    found = re.match(r"([\d.,]+)\s*(.*)\Z", value, re.DOTALL)
    if not found:
        return None, None
    digits = re.sub(r"(?<=\d)[.,](?=\d{3}(?:\D|\Z))", "", found[1]) if re.match(r"[1-9]\d{0,2}[.,]\d{3}\Z", found[1]) else found[1]
    try:
        return float(digits.replace(",", ".")), found[2] or None
    except ValueError:
        return None, found[2] or None
