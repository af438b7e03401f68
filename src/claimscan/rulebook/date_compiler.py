"""The rules of one dates.yml, checked and compiled; and the forms of digits alone that hold in every language."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from claimscan.rulebook.date_grammar import DateGrammar, DateRule, Shape, by_start
from claimscan.rulebook.date_notation import NUMERIC, Vocabulary, fold, parse
from claimscan.rulebook.date_pieces import words
from claimscan.rulebook.date_trials import read_trials
from claimscan.rulebook.date_values import fill, padded, read_expression, slots_of
from claimscan.rulebook.located import Fields, Node, Problems, Text, did_you_mean
from claimscan.rulebook.rules import Place

RULE_KEYS = ("id", "pattern", "patterns", "value", "after", "before", "not_after", "not_before", "examples", "counterexamples", "todo")

NUMERIC_FORMS = (
    ("iso-day", "{year}-{mm}-{dd}", "{year}-{mm}-{dd}"),
    ("iso-day", "{year}/{mm}/{dd}", "{year}-{mm}-{dd}"),
    ("iso-day", "{year}.{mm}.{dd}", "{year}-{mm}-{dd}"),
    ("day-first", "{day}.{m}.{year}", "{year}-{m}-{day}"),
    ("iso-month", "{modern}-{mm}", "{modern}-{mm}"),
    ("month-slash-year", "{m}/{modern}", "{modern}-{m}"),
    ("quarter", "{modern}-Q{q}", "{modern}-Q{q}"),
    ("quarter", "Q{q}(/| ){modern}", "{modern}-Q{q}"),
    ("half", "{modern}-H{h}", "{modern}-H{h}"),
    ("half", "H{h}(/| ){modern}", "{modern}-H{h}"),
)
"""Digits and the letters of ISO 8601 alone, as (rule, pattern, value); they hold whatever the language is."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD_END = r"(?:(?!\w)|(?<!\w))"
_BEFORE = (r"(?<!\w)(?:", r")\s{0,2}\Z")
_BEHIND = (r"[^\S\n]{0,2}(?:", r")(?!\w)")


class Compiler:
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
        after, not_after = (self._context(fields.located_texts(key), *_BEFORE) for key in ("after", "not_after"))
        not_before = self._context(fields.located_texts("not_before"), *_BEHIND)
        trials = read_trials(fields, self.problems)
        if name is None or len(value) != 1 or not shapes:
            return None
        if not _ID.fullmatch(name):
            self.problems.add(fields.place, f"id '{name}' must be small letters, digits and single hyphens")
        for shape in shapes:
            self._check_value(value[0], {*shape.slots.values(), *(after.slots.values() if after else ())})
        return DateRule(name, value[0].value, shapes, node.place, after, not_after, not_before, trials)

    def grammar(self, rules: Sequence[DateRule], never: Sequence[Text], ahead: Sequence[str]) -> DateGrammar:
        """The rules together with the numeric forms, ready to be looked up by their first word."""
        everything = (*rules, *self._numeric())
        values = {
            slot: {fold(word): value for value, spellings in entries.items() for word in spellings}
            for slot, entries in self.vocabulary.values.items()
        }
        starts = by_start(everything)
        excluded = _any_word([text.value for text in never if self._begins_with_word(text)])
        never_firsts = frozenset(start[0] for start in excluded.starts) if excluded else frozenset()
        firsts = never_firsts.union(starts)
        return DateGrammar(everything, starts, values, excluded, _any_word(ahead), firsts, never_firsts)

    def _begins_with_word(self, text: Text) -> bool:
        """Whether a phrase begins with a word; else a problem is noted."""
        if words([text.value]).on_sign:
            self.problems.add(text.place, "what is never a date must begin with a word, a number or an apostrophe")
            return False
        return True

    def _numeric(self) -> tuple[DateRule, ...]:
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
        if piece.on_sign:
            self.problems.add(text.place, "a pattern must begin with a word, a number or an apostrophe")
            return None
        ahead = "|".join(after.expression for after in following if after)
        expression = piece.expression + _WORD_END + (rf"(?=\s{{0,2}}(?:{ahead})(?!\w))" if ahead else "")
        return Shape(expression, slots, piece.starts, bool(ahead))

    def _context(self, texts: Sequence[Text], before: str, after: str) -> Shape | None:
        """A pattern for what stands beside a date; None where there is none."""
        slots: dict[str, str] = {}
        pieces = [piece for text in texts if (piece := parse(text, self.vocabulary, slots, self.problems))]
        if not pieces:
            return None
        return Shape(before + "|".join(piece.expression for piece in pieces) + after, slots)

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
        return padded(name, NUMERIC[name][0]) if name in NUMERIC else next(iter(self.vocabulary.values[name]))


def _any_word(phrases: Sequence[str]) -> Shape | None:
    """An expression for any of the phrases as whole words."""
    if not phrases:
        return None
    piece = words(phrases)
    return Shape(rf"(?<!\w){piece.expression}(?!\w)", starts=piece.starts)
