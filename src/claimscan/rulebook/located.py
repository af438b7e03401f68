"""YAML in which every value knows its file, line and column, and stays text.

`yaml.compose` keeps the places; scalars are not converted, so `no` and `3.10` stay what was written.
Lists and mappings cannot be used again by an alias, so a small file stays small.
All problems of all files are collected, and raised together.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

from claimscan.errors import RuleError, RuleProblem
from claimscan.rulebook.rules import Place

Choice = TypeVar("Choice", bound=StrEnum)

MAX_BYTES = 20_000_000
MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as written.

    `inner` is how far into the scalar its first character stands (1 after a quote); None where the
    characters of the value are not those of the file (folded over lines, or with escapes).
    """

    value: str
    place: Place
    inner: int | None = None

    def at(self, offset: int) -> Place:
        """The place of one character of the value; the start of the scalar where that cannot be told."""
        if self.inner is None:
            return self.place
        return Place(self.place.path, self.place.line, self.place.column + self.inner + offset)


@dataclass(frozen=True, slots=True)
class List:
    """A sequence."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping; keys are texts with places of their own."""

    items: tuple[tuple[Text, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value under a key, or None."""
        return next((value for name, value in self.items if name.value == key), None)


Node = Text | List | Map


class Problems:
    """Collects what is wrong in rule files, so that one run tells all of it."""

    def __init__(self) -> None:
        self._found: list[RuleProblem] = []

    def add(self, place: Place, what: str) -> None:
        """Note one problem."""
        self._found.append(place.problem(what))

    def extend(self, problems: Iterable[RuleProblem]) -> None:
        """Note several problems."""
        self._found.extend(problems)

    def __iter__(self) -> Iterator[RuleProblem]:
        return iter(sorted(set(self._found)))

    def raise_if_any(self) -> None:
        """Raise RuleError with all problems, if there are any."""
        if self._found:
            raise RuleError(tuple(self))


def read_yaml(path: Path, shown: str, problems: Problems) -> Map | None:
    """The top-level mapping of a YAML file; None, with a problem noted, if there is no such thing.

    `shown` is the path as error messages give it.
    """
    top = Place(shown, 1, 1)
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_BYTES:
            problems.add(top, f"file is larger than {MAX_BYTES // 1_000_000} MB")
            return None
        # PyYAML's C reader counts columns in bytes of a BOM; text avoids that.
        node = yaml.compose(raw.decode("utf-8-sig"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except UnicodeDecodeError as error:
        problems.add(top, f"not UTF-8 text (byte {error.start})")
        return None
    except OSError as error:
        problems.add(top, f"cannot be read: {error.strerror}")
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else top
        problems.add(place, f"broken YAML: {error.problem or error.context}")
        return None
    except yaml.YAMLError as error:
        problems.add(top, f"broken YAML: {' '.join(str(error).split())}")
        return None
    except RecursionError:
        problems.add(top, "nested too deeply")
        return None
    if node is None:
        problems.add(top, "file is empty")
        return None
    located = _Locator(shown, problems).located(node, depth=0)
    if not isinstance(located, Map):
        problems.add(Place(shown, node.start_mark.line + 1, node.start_mark.column + 1), "expected keys with values at the top of the file")
        return None
    return located


class _Locator:
    """Gives the nodes of one file their places."""

    def __init__(self, path: str, problems: Problems) -> None:
        self._path = path
        self._problems = problems
        self._seen: set[int] = set()

    def located(self, node: yaml.Node, depth: int) -> Node:
        """A YAML node with its place; deeper or repeated ones are refused."""
        place = self._place(node)
        if isinstance(node, yaml.ScalarNode):
            return Text(str(node.value), place, _inner(node))
        if depth > MAX_DEPTH:
            self._problems.add(place, f"nested more than {MAX_DEPTH} levels deep")
            return Text("", place)
        if id(node) in self._seen:
            self._problems.add(place, "a list or mapping cannot be used again by an alias (*)")
            return Text("", place)
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return List(tuple(self.located(item, depth + 1) for item in node.value), place)
        return self._mapping(node, place, depth)

    def _mapping(self, node: yaml.Node, place: Place, depth: int) -> Map:
        entries: dict[str, tuple[Text, Node]] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._problems.add(self._place(key), "a key must be plain text")
            elif key.value in entries:
                first = entries[key.value][0].place.line
                self._problems.add(self._place(key), f"key '{key.value}' stands here twice (first in line {first})")
            else:
                entries[key.value] = (Text(key.value, self._place(key)), self.located(value, depth + 1))
        return Map(tuple(entries.values()), place)

    def _place(self, node: yaml.Node) -> Place:
        return Place(self._path, node.start_mark.line + 1, node.start_mark.column + 1)


def _inner(node: yaml.ScalarNode) -> int | None:
    """How far the value's first character stands from the scalar's start, where value and file agree."""
    quotes = 1 if node.style in ("'", '"') else 0
    start, end = node.start_mark, node.end_mark
    same = start.line == end.line and end.column - start.column == len(node.value) + 2 * quotes
    return quotes if same else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`, did you mean 'x'?` for the closest known word, or nothing."""
    close = difflib.get_close_matches(word, list(known), n=1)
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
