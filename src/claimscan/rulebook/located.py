"""Typed access to YAML in which every value knows its place; all problems of all files are collected."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from claimscan.rulebook.nodes import List, Map, Node, Problems, Text, read_yaml

__all__ = ["Fields", "List", "Map", "Node", "Problems", "Text", "check_schema", "did_you_mean", "read_yaml"]

Choice = TypeVar("Choice", bound=StrEnum)

_MOST_MEANT = 500
_LONGEST_MEANT = 100


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`, did you mean 'x'?` for the closest known word, or nothing; nothing, too, where looking for it would take long."""
    words = list(known)
    if len(words) > _MOST_MEANT or len(word) > _LONGEST_MEANT:
        return ""
    close = difflib.get_close_matches(word, words, n=1)
    return f", did you mean '{close[0]}'?" if close else ""


class Fields:
    """Typed access to a mapping; notes a problem for whatever is missing, unknown or of the wrong kind."""

    def __init__(self, node: Node, problems: Problems, known: Iterable[str], what: str = "entry") -> None:
        self.place = node.place
        self.problems = problems
        self._map = node if isinstance(node, Map) else Map((), node.place)
        if not isinstance(node, Map):
            problems.add(node.place, f"expected {what} as keys with values")
        known = tuple(known)
        for key, _ in self._map.items:
            if key.value not in known:
                problems.add(key.place, f"unknown key '{key.value}'{did_you_mean(key.value, known)}")

    def __contains__(self, key: str) -> bool:
        return self._map.get(key) is not None

    def node(self, key: str, *, required: bool = False) -> Node | None:
        """The raw value under a key."""
        value = self._map.get(key)
        if value is None and required:
            self.problems.add(self.place, f"key '{key}' is missing")
        return value

    def text(self, key: str, *, required: bool = False) -> str | None:
        """A text, without blanks around it."""
        value = self.node(key, required=required)
        if value is None:
            return None
        if not isinstance(value, Text) or not value.value.strip():
            self.problems.add(value.place, f"'{key}' must be a text")
            return None
        return value.value.strip()

    def items(self, key: str, *, required: bool = False) -> tuple[Node, ...]:
        """The items of a list; a single value counts as a list of one."""
        value = self.node(key, required=required)
        if value is None:
            return ()
        return value.items if isinstance(value, List) else (value,)

    def located_texts(self, key: str, *, required: bool = False) -> tuple[Text, ...]:
        """A list of texts with their places."""
        found = []
        for item in self.items(key, required=required):
            if isinstance(item, Text) and item.value.strip():
                blanks = len(item.value) - len(item.value.lstrip())
                found.append(Text(item.value.strip(), item.place, None if item.inner is None else item.inner + blanks))
            else:
                self.problems.add(item.place, f"'{key}' must hold texts")
        return tuple(found)

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(item.value for item in self.located_texts(key, required=required))

    def entries(self, key: str, *, required: bool = False) -> tuple[tuple[Text, Node], ...]:
        """The key-value pairs of a nested mapping."""
        value = self.node(key, required=required)
        if value is None:
            return ()
        if isinstance(value, Map):
            return value.items
        self.problems.add(value.place, f"'{key}' must hold keys with values")
        return ()

    def choice(self, key: str, kind: type[Choice], *, required: bool = False) -> Choice | None:
        """One of the values of an enumeration."""
        value = self.node(key, required=required)
        if value is None:
            return None
        allowed = [str(member) for member in kind]
        if isinstance(value, Text) and value.value in allowed:
            return kind(value.value)
        listed = "; one of " + ", ".join(allowed)
        if isinstance(value, Text):
            self.problems.add(value.place, f"'{key}' cannot be '{value.value}'{did_you_mean(value.value, allowed) or listed}")
        else:
            self.problems.add(value.place, f"'{key}' must be a text{listed}")
        return None

    def number(self, key: str, default: float, *, low: float, high: float) -> float:
        """A number between two bounds."""
        value = self.node(key)
        if value is None:
            return default
        try:
            number = float(value.value) if isinstance(value, Text) else None
        except ValueError:
            number = None
        if number is None or not low <= number <= high:
            self.problems.add(value.place, f"'{key}' must be a number from {low:g} to {high:g}")
            return default
        return number

    def flag(self, key: str, *, default: bool = False) -> bool:
        """`true` or `false`."""
        value = self.node(key)
        if value is None:
            return default
        if isinstance(value, Text) and value.value in ("true", "false"):
            return value.value == "true"
        self.problems.add(value.place, f"'{key}' must be true or false")
        return default


def check_schema(fields: Fields) -> None:
    """Note a problem unless the file says `schema: 1`."""
    value = fields.node("schema", required=True)
    if value is not None and not (isinstance(value, Text) and value.value == "1"):
        fields.problems.add(value.place, "this program reads schema 1")
