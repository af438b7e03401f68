"""The examples under date rules: `On {date:May 5}, {Foo-2} ...`, with the values of the marked dates."""

from __future__ import annotations

import re

from claimscan.model import Kind
from claimscan.rulebook.located import Fields, Map, Node, Problems, Text
from claimscan.rulebook.rules import Example, Examples, Planted

DATE = "date"
TRIAL_KEYS = ("examples", "counterexamples", "todo")

_KEYS = ("text", "value", "reference")
_MARK = re.compile(r"\{(?:(?P<tag>[^{}:]*):)?(?P<words>[^{}]*)\}")


def read_trials(fields: Fields, problems: Problems) -> Examples:
    """The examples of a date rule; one without examples or counterexamples is refused."""
    for key in TRIAL_KEYS[:2]:
        if key not in fields:
            problems.add(fields.place, f"a date rule needs {key}")
    examples, counterexamples, todo = (tuple(_example(node, problems) for node in fields.items(key)) for key in TRIAL_KEYS)
    for example in (*examples, *todo):
        if len(example.expects.get("value", ())) != sum(planted.role == DATE for planted in example.planted):
            problems.add(example.place, "an example needs one value for each {date:...} in its text")
    return Examples(examples, counterexamples, todo)


def _example(node: Node, problems: Problems) -> Example:
    """An example with its marks taken out; `{date:words}` is a date that is to be found, `{words}` a name."""
    if isinstance(node, Text):
        text, expects = node, {}
    else:
        fields = Fields(node, problems, _KEYS, "an example")
        texts = fields.located_texts("text", required=isinstance(node, Map))
        text = texts[0] if texts else Text("", node.place)
        expects = {key: fields.texts(key) for key in _KEYS[1:] if key in fields}
    plain: list[str] = []
    planted: list[Planted] = []
    length = end = 0
    for mark in _MARK.finditer(text.value):
        if mark["tag"] not in (None, DATE):
            problems.add(text.at(mark.start()), f"unknown mark '{mark['tag']}'; write {{date:words}} or {{name}}")
        before = text.value[end : mark.start()]
        start = length + len(before)
        length, end = start + len(mark["words"]), mark.end()
        plain += (before, mark["words"])
        planted.append(Planted(mark["tag"], None if mark["tag"] else Kind.MODEL, start, length))
    return Example("".join((*plain, text.value[end:])), tuple(planted), node.place, expects)
