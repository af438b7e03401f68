"""What all rule files have in common: entries with an id, patterns, and examples; laid over one another by id."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimscan.model import AspectKind, Polarity, Stance
from claimscan.rulebook.located import Fields, Map, Node, Problems, Text, check_schema, did_you_mean
from claimscan.rulebook.marks import read_marks
from claimscan.rulebook.notation import parse_pattern, parse_phrases
from claimscan.rulebook.rules import Example, Examples, Pattern, Phrase, Phrases, Place
from claimscan.rulebook.wordlists import WordLists

COMMON_KEYS = ("schema", "words", "extend")
TRIAL_KEYS = ("examples", "counterexamples", "todo")
PATTERN_KEYS = ("pattern", "patterns")

_EXPECTED_CHOICES: Mapping[str, type[StrEnum]] = {"polarity": Polarity, "stance": Stance, "aspect_kind": AspectKind}
EXPECTED_KEYS = (*_EXPECTED_CHOICES, "source", "generic", "aspects", "benchmarks", "margin")

MAX_PHRASES = 1_000_000

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule as written: its id and its keys."""

    id: str
    fields: Fields

    @property
    def place(self) -> Place:
        """Where the rule starts."""
        return self.fields.place


class Reader:
    """Reads entries of rule files; `words` are the word lists of the whole language."""

    def __init__(self, words: WordLists, problems: Problems) -> None:
        self.words = words
        self.problems = problems
        self._counted: dict[int, tuple[Phrase, ...]] = {}
        self._phrases = 0

    def tops(self, layers: Sequence[Map], keys: Collection[str]) -> tuple[Fields, ...]:
        """The top levels of one file in all its layers, checked for unknown keys."""
        tops = tuple(Fields(layer, self.problems, (*COMMON_KEYS, *keys), "file") for layer in layers)
        for top in tops:
            check_schema(top)
        return tops

    def entries(self, tops: Sequence[Fields], sections: Mapping[str, Collection[str]]) -> dict[str, tuple[Entry, ...]]:
        """The rules of each section after all layers: added, replaced by id, or left out.

        `sections` tells the keys that the rules of a section can have.
        """
        found: dict[str, dict[str, Entry]] = {section: {} for section in sections}
        for top in tops:
            for section, keys in sections.items():
                found[section].update(self._section(top, section, keys))
            self._disable(top, found)
        return {section: tuple(entries.values()) for section, entries in found.items()}

    def patterns(self, entry: Entry, roles: Collection[str]) -> tuple[Pattern, ...]:
        """The compiled patterns under `pattern` or `patterns`."""
        keys = [key for key in PATTERN_KEYS if key in entry.fields]
        if len(keys) != 1:
            self.problems.add(entry.place, f"rule '{entry.id}' has no pattern" if not keys else "write 'pattern' or 'patterns', not both")
            return ()
        texts = entry.fields.located_texts(keys[0])
        if not texts and not entry.fields.items(keys[0]):
            self.problems.add(entry.place, f"rule '{entry.id}' has no pattern")
        if self._phrases > MAX_PHRASES:
            return ()
        found = (parse_pattern(text, self.words.phrases, roles, self.problems) for text in texts)
        return tuple(pattern for pattern in found if pattern and self._has_room(pattern))

    def _has_room(self, pattern: Pattern) -> bool:
        """Whether the patterns of the language stand for few enough phrases with this one; lists that several use count once."""
        own = (element.alternatives for element in pattern.elements if isinstance(element, Phrases))
        new = {id(alternatives): alternatives for alternatives in own if id(alternatives) not in self._counted}
        self._counted.update(new)
        self._phrases += sum(map(len, new.values()))
        if self._phrases > MAX_PHRASES:
            self.problems.add(pattern.place, f"the patterns of this language stand for more than {MAX_PHRASES} phrases up to here")
        return self._phrases <= MAX_PHRASES

    def phrases(self, fields: Fields, key: str) -> tuple[Phrase, ...]:
        """The phrases under a key, which may name word lists."""
        return self.phrases_of(fields.located_texts(key))

    def phrases_of(self, texts: Sequence[Text]) -> tuple[Phrase, ...]:
        """The phrases that entries of a list stand for."""
        found = (phrase for text in texts for phrase in parse_phrases(text, self.words.phrases, self.problems))
        return tuple(dict.fromkeys(found))

    def trials(self, entry: Entry, *, counter: bool = True) -> Examples:
        """The examples of a rule; a rule without any is refused, and with `counter` one without counterexamples."""
        examples, counterexamples, todo = (tuple(self._example(node) for node in entry.fields.items(key)) for key in TRIAL_KEYS)
        if not examples:
            self.problems.add(entry.place, f"rule '{entry.id}' has no examples")
        if counter and not counterexamples:
            self.problems.add(entry.place, f"rule '{entry.id}' has no counterexamples")
        return Examples(examples, counterexamples, todo)

    def _section(self, top: Fields, section: str, keys: Collection[str]) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for node in top.items(section):
            fields = Fields(node, self.problems, ("id", *keys), "a rule")
            name = fields.text("id", required=isinstance(node, Map))
            if name is None:
                continue
            place = (fields.node("id") or node).place
            if not _ID.fullmatch(name):
                self.problems.add(place, f"id '{name}' must be small letters, digits and single hyphens")
            if name in found:
                self.problems.add(place, f"id '{name}' stands here twice (first in line {found[name].place.line})")
            found[name] = Entry(name, fields)
        return found

    def _disable(self, top: Fields, found: dict[str, dict[str, Entry]]) -> None:
        for text in top.located_texts("disable"):
            known = [name for entries in found.values() for name in entries]
            if text.value not in known:
                self.problems.add(text.place, f"no rule '{text.value}' to disable{did_you_mean(text.value, known)}")
            for entries in found.values():
                entries.pop(text.value, None)

    def _example(self, node: Node) -> Example:
        if isinstance(node, Text):
            return Example(*read_marks(node, self.problems), node.place)
        fields = Fields(node, self.problems, ("text", *EXPECTED_KEYS), "an example")
        text = next(iter(fields.located_texts("text", required=isinstance(node, Map))), Text("", node.place))
        for key, kind in _EXPECTED_CHOICES.items():
            fields.choice(key, kind)
        expects = {key: fields.texts(key) for key in EXPECTED_KEYS if key in fields}
        return Example(*read_marks(text, self.problems), node.place, expects)
