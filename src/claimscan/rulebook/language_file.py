"""language.yml: the name of a language, its abbreviations and its word classes."""

from __future__ import annotations

from collections.abc import Sequence

from claimscan.rulebook.located import Map, Text
from claimscan.rulebook.reader import Reader
from claimscan.rulebook.rules import Facts

KEYS = ("language", "name", "capital_nouns", "abbreviations", "classes")


def read_language(code: str, layers: Sequence[Map], reader: Reader) -> Facts:
    """The facts of a language; abbreviations and word classes of all layers together."""
    tops = reader.tops(layers, KEYS)
    for top in tops:
        node = top.node("language", required=True)
        if node is not None and not (isinstance(node, Text) and node.value == code):
            reader.problems.add(node.place, f"'language' must be '{code}', the name of the folder")
    if tops:
        tops[0].text("name", required=True)
    names = [name for top in tops if (name := top.text("name"))]
    nodes = (top.node("classes") for top in tops)
    classes = {name.value: reader.words.phrases(name.value) for node in nodes if isinstance(node, Map) for name, _ in node.items}
    return Facts(
        language=code,
        name=names[-1] if names else code,
        capital_nouns=any(top.flag("capital_nouns") for top in tops),
        abbreviations=tuple(dict.fromkeys(text for top in tops for text in top.texts("abbreviations"))),
        classes={name: phrases for name, phrases in classes.items() if not isinstance(phrases, str)},
    )
