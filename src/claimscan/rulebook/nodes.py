"""YAML in which every value knows its file, line and column, and stays text.

It is built from YAML's events, which know their places; scalars are not converted, so `no` and `3.10` stay what was
written. There are no anchors and aliases, so a small file stays small.
All problems of all files are collected, and raised together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import yaml

from claimscan.errors import RuleError, RuleProblem
from claimscan.rulebook.rules import Place

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


class _Mark(Protocol):
    """A place as PyYAML tells it, whichever of its readers ran."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


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
        events = yaml.parse(raw.decode("utf-8-sig"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        located = _Locator(shown, problems, events).document()
    except UnicodeDecodeError as error:
        problems.add(top, f"not UTF-8 text (byte {error.start})")
    except OSError as error:
        problems.add(top, f"cannot be read: {error.strerror}")
    except yaml.MarkedYAMLError as error:
        line, column = _position(error.problem_mark)
        problems.add(Place(shown, line + 1, column + 1), f"broken YAML: {error.problem or error.context}")
    except yaml.YAMLError as error:
        problems.add(top, f"broken YAML: {' '.join(str(error).split())}")
    except _TooDeepError as error:
        problems.add(error.place, f"nested more than {MAX_DEPTH} levels deep")
    else:
        if isinstance(located, Map):
            return located
        problems.add(located.place if located else top, "expected keys with values at the top of the file" if located else "file is empty")
    return None


class _TooDeepError(Exception):
    """A list or mapping stands too deep in others."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class _Locator:
    """Builds located nodes from the events of one file."""

    def __init__(self, path: str, problems: Problems, events: Iterator[Any]) -> None:
        self._path = path
        self._problems = problems
        self._events = events

    def document(self) -> Node | None:
        """The one document of the file; None if it is empty."""
        found: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                node = self._node(next(self._events), depth=0)
                if found is not None:
                    self._problems.add(node.place, "a file holds one document only")
                found = found or node
        return found

    def _node(self, event: yaml.NodeEvent, depth: int) -> Node:
        """The node that begins with an event."""
        place = self._place(event)
        if depth > MAX_DEPTH:
            raise _TooDeepError(place)
        if isinstance(event, yaml.AliasEvent):
            self._problems.add(place, f"'*{event.anchor}' would repeat something; put it into quotes")
            return Text(f"*{event.anchor}", place)
        if event.anchor is not None:
            self._problems.add(place, f"'&{event.anchor}' would name something; put it into quotes")
        if isinstance(event, yaml.ScalarEvent):
            return Text(event.value, place, _inner(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return List(tuple(self._items(yaml.SequenceEndEvent, depth)), place)
        return self._mapping(place, depth)

    def _items(self, end: type[yaml.Event], depth: int) -> Iterator[Node]:
        """The nodes up to the event that ends a list or mapping."""
        while not isinstance(event := next(self._events), end):
            yield self._node(event, depth + 1)

    def _mapping(self, place: Place, depth: int) -> Map:
        entries: dict[str, tuple[Text, Node]] = {}
        nodes = self._items(yaml.MappingEndEvent, depth)
        for key, value in zip(nodes, nodes, strict=True):
            if not isinstance(key, Text):
                self._problems.add(key.place, "a key must be plain text")
            elif key.value in entries:
                first = entries[key.value][0].place.line
                self._problems.add(key.place, f"key '{key.value}' stands here twice (first in line {first})")
            else:
                entries[key.value] = (key, value)
        return Map(tuple(entries.values()), place)

    def _place(self, event: yaml.Event) -> Place:
        line, column = _position(event.start_mark)
        return Place(self._path, line + 1, column + 1)


def _inner(event: yaml.ScalarEvent) -> int | None:
    """How far the value's first character stands from the scalar's start, where value and file agree."""
    quotes = 1 if event.style in ("'", '"') else 0
    (line, column), (last_line, last_column) = _position(event.start_mark), _position(event.end_mark)
    return quotes if line == last_line and last_column - column == len(event.value) + 2 * quotes else None


def _position(mark: _Mark | None) -> tuple[int, int]:
    """Line and column, counted from 0."""
    return (mark.line, mark.column) if mark else (0, 0)
