"""dates.yml: how a language writes dates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimscan.rulebook.date_compiler import Compiler
from claimscan.rulebook.date_grammar import DateGrammar, DateRule
from claimscan.rulebook.date_notation import Vocabulary, fold
from claimscan.rulebook.located import Fields, List, Map, Node, Problems, Text, check_schema, read_yaml

FILE_KEYS = ("schema", "values", "words", "never", "ahead", "rules")

NEUTRAL = Compiler(Vocabulary(), Problems()).grammar((), (), ())
"""The grammar for a language that nothing is known of: digits alone."""


def load_dates(path: Path, shown: str, problems: Problems) -> DateGrammar | None:
    """The grammar in a dates.yml; None, with problems noted, if it cannot be read. `shown` is the path as messages give it."""
    top = read_yaml(path, shown, problems)
    if top is None:
        return None
    fields = Fields(top, problems, FILE_KEYS, "file")
    check_schema(fields)
    values = {name.value: _values(name.value, node, problems) for name, node in fields.entries("values")}
    words = {name.value: _texts(node, problems) for name, node in fields.entries("words")}
    compiler = Compiler(Vocabulary(values, words), problems)
    rules = tuple(rule for node in fields.items("rules", required=True) if (rule := compiler.rule(node)))
    _check_ids(rules, problems)
    return compiler.grammar(rules, fields.located_texts("never"), fields.texts("ahead"))


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
    """Note rules that share an id."""
    seen: dict[str, DateRule] = {}
    for rule in rules:
        if seen.setdefault(rule.id, rule) is not rule:
            problems.add(rule.place, f"id '{rule.id}' stands here twice (first in line {seen[rule.id].place.line})")
