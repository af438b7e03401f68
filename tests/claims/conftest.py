"""A small language, built by hand: what the claim reader does must not hang on the shipped word lists."""

import re
from collections.abc import Callable

import pytest

from claimscan.claims.lexicon import Lexicon
from claimscan.model import Kind, Mention, Name, Span
from claimscan.rulebook.rules import Facts

CLASSES = {
    "determiners": ["the", "a", "its", "all"],
    "genitives": ["'s"],
    "conjunctions": ["and", "or", "as well as"],
    "boundaries": ["while", "but", "because"],
    "relatives": ["which", "that"],
    "apposition": ["a"],
    "prepositions": ["in", "on", "of", "with", "from", "by"],
    "comparands": ["than"],
    "auxiliaries": ["is", "was"],
    "examples": ["such as", "like"],
    "model_nouns": ["model", "models"],
    "model_nouns_plural": ["models"],
    "merit_nouns": ["score"],
    "off_topic": ["shares"],
    "maker_links": ["from", "by", "called", "lab"],
    "introducers": ["launched"],
}

MARK = re.compile(r"\[(?:(\w):)?([^\]]+)\]")
KINDS = {"m": Kind.MODEL, "v": Kind.VENDOR, "b": Kind.BENCHMARK, "p": Kind.PERSON, None: Kind.MODEL}

Marked = Callable[[str], tuple[str, tuple[Mention, ...]]]


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon(Facts("xx", "Toy", classes={name: tuple(tuple(w.split()) for w in words) for name, words in CLASSES.items()}))


@pytest.fixture
def marked() -> Marked:
    """Plain text and mentions of a text in which names stand in brackets: `[Ember 4]`, `[v:Lumo AI]`."""

    def read(text: str) -> tuple[str, tuple[Mention, ...]]:
        plain, mentions, at = "", [], 0
        for mark in MARK.finditer(text):
            plain += text[at : mark.start()]
            name = Name(KINDS[mark[1]], mark[2])
            mentions.append(Mention(Span(len(plain), len(plain) + len(mark[2])), name))
            plain += mark[2]
            at = mark.end()
        return plain + text[at:], tuple(mentions)

    return read
