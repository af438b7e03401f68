"""dates.yml: how a language writes dates; and the forms of digits alone that hold in every language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimscan.rulebook.date_notation import NUMERIC, SAMPLES, Vocabulary, fold, parse, words_expression
from claimscan.rulebook.date_trials import read_trials
from claimscan.rulebook.date_values import fill, padded, read_expression, slots_of
from claimscan.rulebook.located import Fields, List, Map, Node, Problems, Text, check_schema, did_you_mean, read_yaml
from claimscan.rulebook.rules import Examples, Place

CONTEXT = 48
"""How many characters before a date its `after` and `not_after` patterns see."""

RULE_KEYS = ("id", "pattern", "patterns", "value", "after", "before", "not_after", "not_before", "examples", "counterexamples", "todo")
FILE_KEYS = ("schema", "values", "words", "never", "ahead", "rules")

_WORD_END = r"(?:(?!\w)|(?<!\w))"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NUMERIC_FORMS = (
    ("iso-day", "{year}-{mm}-{dd}", "{year}-{mm}-{dd}"),
    ("iso-day", "{year}/{mm}/{dd}", "{year}-{mm}-{dd}"),
    ("iso-day", "{year}.{mm}.{dd}", "{year}-{mm}-{dd}"),
    ("day-first", "{day}.{m}.{year}", "{year}-{m}-{day}"),
    ("iso-month", "{modern}-{mm}", "{modern}-{mm}"),
    ("month-slash-year", "{m}/{modern}", "{modern}-{m}"),
    ("quarter", "{modern}-Q{quarter}", "{modern}-Q{quarter}"),
    ("quarter", "Q{quarter}(/| ){modern}", "{modern}-Q{quarter}"),
    ("half", "{modern}-H{half}", "{modern}-H{half}"),
    ("half", "H{half}(/| ){modern}", "{modern}-H{half}"),
)
"""Digits and the letters of ISO 8601 alone, as (rule, pattern, value); they hold whatever the language is."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One compiled pattern with what must follow; `slots` tells which slot each group of the expression is, `keys` how it begins,
    `followed` whether it looks beyond its end."""

    expression: re.Pattern[str]
    slots: Mapping[str, str]
    keys: frozenset[str] = frozenset()
    followed: bool = False


@dataclass(frozen=True, slots=True)
class DateRule:
    """How a kind of date is written, and its value.

    `after` must (`not_after` must not) match up to the start of the date, `not_before` must not match at its end.
    """

    id: str
    value: str
    shapes: tuple[Shape, ...]
    place: Place
    after: Shape | None = None
    not_after: Shape | None = None
    not_before: Shape | None = None
    trials: Examples = Examples()


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """How a language writes dates, compiled.

    `starts` tells for each word (in small letters), apostrophe or digit (as `0`) which rules and shapes can begin with it. `values` tells
    what the words of a slot stand for. `never` matches what looks like a date and is none, `ahead` words that speak of the future.
    """

    rules: tuple[DateRule, ...]
    starts: Mapping[str, tuple[tuple[DateRule, Shape], ...]]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    never: re.Pattern[str] | None = None
    ahead: re.Pattern[str] | None = None

    @property
    def months(self) -> Mapping[str, int]:
        """The names of the months, in small letters, with their numbers."""
        return {name: int(value) for name, value in self.values.get("month", {}).items()}


def load_dates(path: Path, shown: str, problems: Problems) -> DateGrammar | None:
    """The grammar in a dates.yml; None, with problems noted, if it cannot be read. `shown` is the path as messages give it."""
    top = read_yaml(path, shown, problems)
    if top is None:
        return None
    fields = Fields(top, problems, FILE_KEYS, "file")
    check_schema(fields)
    values = {name.value: _values(name.value, node, problems) for name, node in fields.entries("values")}
    words = {name.value: _texts(node, problems) for name, node in fields.entries("words")}
    compiler = _Compiler(Vocabulary(values, words), problems)
    rules = tuple(rule for node in fields.items("rules", required=True) if (rule := compiler.rule(node)))
    _check_ids(rules, problems)
    return compiler.grammar(rules, fields.texts("never"), fields.texts("ahead"))


def _values(name: str, node: Node, problems: Problems) -> dict[str, tuple[str, ...]]:
    """Values with the words that stand for them; a word stands for one value only."""
    if not isinstance(node, Map):
        problems.add(node.place, f"'{name}' must hold values with their words")
        return {}
    found: dict[str, tuple[str, ...]] = {}
    seen: dict[str, str] = {}
    for value, words in node.items:
        texts = _texts(words, problems)
        for word in texts:
            if seen.setdefault(fold(word), value.value) != value.value:
                problems.add(words.place, f"'{word}' stands for {seen[fold(word)]} already")
        found[value.value] = texts
    return found


def _texts(node: Node, problems: Problems) -> tuple[str, ...]:
    """A list of words."""
    items = node.items if isinstance(node, List) else (node,)
    for item in items:
        if not isinstance(item, Text) or not item.value.strip():
            problems.add(item.place, "expected words")
    return tuple(item.value.strip() for item in items if isinstance(item, Text) and item.value.strip())


def _check_ids(rules: Sequence[DateRule], problems: Problems) -> None:
    seen: dict[str, DateRule] = {}
    for rule in rules:
        if not _ID.fullmatch(rule.id):
            problems.add(rule.place, f"id '{rule.id}' must be small letters, digits and single hyphens")
        if seen.setdefault(rule.id, rule) is not rule:
            problems.add(rule.place, f"id '{rule.id}' stands here twice (first in line {seen[rule.id].place.line})")


class _Compiler:
    """Compiles the rules of one language."""

    def __init__(self, vocabulary: Vocabulary, problems: Problems) -> None:
        self.vocabulary = vocabulary
        self.problems = problems

    def rule(self, node: Node) -> DateRule | None:
        """One rule; None, with problems noted, if it is wrong."""
        fields = Fields(node, self.problems, RULE_KEYS, "a rule")
        name, value = fields.text("id", required=True), fields.located_texts("value", required=True)
        follow = fields.located_texts("before")
        shapes = tuple(shape for text in self._patterns(fields) if (shape := self._shape(text, follow)))
        after, not_after = (self._context(fields.located_texts(key), "(?<!\\w)(?:", r")\s{0,2}\Z") for key in ("after", "not_after"))
        not_before = self._context(fields.located_texts("not_before"), r"[^\S\n]{0,2}(?:", r")(?!\w)")
        trials = read_trials(fields, self.problems)
        if name is None or len(value) != 1 or not shapes:
            return None
        for shape in shapes:
            self._check_value(value[0], {*shape.slots.values(), *(after.slots.values() if after else ())})
        return DateRule(name, value[0].value, shapes, node.place, after, not_after, not_before, trials)

    def grammar(self, rules: Sequence[DateRule], never: Sequence[str], ahead: Sequence[str]) -> DateGrammar:
        """The rules together with the numeric forms, ready to be looked up by their first word."""
        everything = (*rules, *self.numeric())
        starts: dict[str, list[tuple[DateRule, Shape]]] = {}
        for rule in everything:
            for shape in rule.shapes:
                for key in sorted(shape.keys):
                    starts.setdefault(key, []).append((rule, shape))
        values = {
            slot: {fold(word): value for value, words in entries.items() for word in words}
            for slot, entries in self.vocabulary.values.items()
        }
        return DateGrammar(
            rules=everything,
            starts={key: tuple(found) for key, found in starts.items()},
            values=values,
            never=_any_word(never),
            ahead=_any_word(ahead),
        )

    def numeric(self) -> tuple[DateRule, ...]:
        """The rules for digits alone."""
        place = Place("built in", 1, 1)
        found = ((name, value, self._shape(Text(pattern, place), ())) for name, pattern, value in NUMERIC_FORMS)
        return tuple(DateRule(name, value, (shape,), place) for name, value, shape in found if shape)

    def _patterns(self, fields: Fields) -> tuple[Text, ...]:
        keys = [key for key in ("pattern", "patterns") if key in fields]
        if len(keys) != 1:
            self.problems.add(fields.place, "a rule needs 'pattern' or 'patterns'")
            return ()
        return fields.located_texts(keys[0])

    def _shape(self, text: Text, follow: Sequence[Text]) -> Shape | None:
        slots: dict[str, str] = {}
        piece = parse(text, self.vocabulary, slots, self.problems)
        following = [parse(after, self.vocabulary, slots, self.problems) for after in follow]
        if piece is None or None in following:
            return None
        ahead = "|".join(after.expression for after in following if after)
        expression = piece.expression + _WORD_END + (rf"(?=\s{{0,2}}(?:{ahead})(?!\w))" if ahead else "")
        if "" in piece.keys:
            self.problems.add(text.place, "a pattern must begin with a word, a number or an apostrophe")
            return None
        return Shape(re.compile(expression), slots, piece.keys, bool(ahead))

    def _context(self, texts: Sequence[Text], before: str, after: str) -> Shape | None:
        """A pattern for what stands beside a date; None where there is none."""
        slots: dict[str, str] = {}
        pieces = [piece for text in texts if (piece := parse(text, self.vocabulary, slots, self.problems))]
        if not pieces:
            return None
        return Shape(re.compile(before + "|".join(piece.expression for piece in pieces) + after), slots)

    def _check_value(self, text: Text, slots: Collection[str]) -> None:
        """Note a problem unless the value can be filled from the slots of a pattern and then says a date."""
        missing = sorted(slots_of(text.value) - {*slots, "year"})
        for slot in missing:
            self.problems.add(text.place, f"a pattern has no slot '{slot}'{did_you_mean(slot, slots)}")
        filled = fill(text.value, {slot: self._sample(slot) for slot in slots})
        if not missing and read_expression(filled) is None:
            self.problems.add(text.place, f"'{filled}' is no date value")

    def _sample(self, slot: str) -> str:
        """A value that a slot can have."""
        name = slot.rstrip("0123456789")
        return padded(name, SAMPLES[name]) if name in NUMERIC else next(iter(self.vocabulary.values[name]))


def _any_word(phrases: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w){words_expression(phrases)}(?!\w)") if phrases else None


NEUTRAL = _Compiler(Vocabulary(), Problems()).grammar((), (), ())
"""The grammar for a language that nothing is known of: digits alone."""
