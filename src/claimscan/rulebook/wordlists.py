"""Named word lists of one language: collected from all its files, compiled when first used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from claimscan.rulebook.located import List, Map, Node, Problems, Text, did_you_mean
from claimscan.rulebook.notation import MAX_ALTERNATIVES, MAX_NESTED, parse_phrases
from claimscan.rulebook.rules import Phrase


class WordLists:
    """Looks up `<list>`; an entry may hold other lists."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._entries: dict[str, tuple[Text, ...]] = {}
        self._compiled: dict[str, tuple[Phrase, ...]] = {}
        self._open: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def add_layer(self, mappings: Sequence[Map]) -> None:
        """Take in the lists of one folder; a list of an earlier folder gives way to one of the same name."""
        first: dict[str, Text] = {}
        for name, value in (item for mapping in mappings for item in mapping.items):
            if name.value in first:
                self._problems.add(name.place, f"word list '{name.value}' stands here twice (first at {first[name.value].place})")
            first.setdefault(name.value, name)
            self._entries[name.value] = self._texts(value)

    def extend(self, mapping: Map) -> None:
        """Add words to lists that are there."""
        for name, value in mapping.items:
            if name.value not in self._entries:
                self._problems.add(name.place, self._unknown(name.value))
            else:
                self._entries[name.value] += self._texts(value)

    def phrases(self, name: str) -> tuple[Phrase, ...] | str:
        """The phrases of a list, or what is wrong with that name."""
        if name in self._compiled:
            return self._compiled[name]
        if name not in self._entries:
            return self._unknown(name)
        if name in self._open:
            return f"word list '{name}' holds itself"
        if len(self._open) >= MAX_NESTED:
            return f"more than {MAX_NESTED} word lists in one another"
        self._open.append(name)
        found = (phrase for text in self._entries[name] for phrase in parse_phrases(text, self.phrases, self._problems))
        self._compiled[name] = tuple(dict.fromkeys(islice(found, MAX_ALTERNATIVES + 1)))
        self._open.pop()
        if len(self._compiled[name]) > MAX_ALTERNATIVES:
            self._problems.add(self._entries[name][0].place, f"word list '{name}' stands for more than {MAX_ALTERNATIVES} phrases")
        return self._compiled[name]

    def compile(self) -> None:
        """Compile every list, so that mistakes in unused ones are told too."""
        for name in self._entries:
            self.phrases(name)

    def _unknown(self, name: str) -> str:
        return f"unknown word list '{name}'{did_you_mean(name, self._entries)}"

    def _texts(self, value: Node) -> tuple[Text, ...]:
        """The texts of a list, those of lists inside it (its lines) with them."""
        if isinstance(value, List):
            if not value.items:
                self._problems.add(value.place, "a word list must hold at least one word")
            return tuple(text for item in value.items for text in self._texts(item))
        if isinstance(value, Text) and value.value.strip():
            return (value,)
        self._problems.add(value.place, "a word list must hold texts")
        return ()
