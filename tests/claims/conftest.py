"""A small language, built by hand: what the claim reader does must not hang on the shipped word lists."""

import re
from collections.abc import Callable

import pytest

from claimscan.claims import ClaimReader
from claimscan.claims.lexicon import Lexicon
from claimscan.model import Claim, Kind, Mention, Name, Polarity, Relation, Span
from claimscan.rulebook import load_rulebooks
from claimscan.rulebook.rules import Facts

CLASSES = {
    "determiners": ["the", "a", "its", "all"],
    "genitives": ["'s"],
    "conjunctions": ["and", "or", "as well as"],
    "boundaries": ["while", "but", "because", "though"],
    "list_closers": ["etc"],
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

MARK = re.compile(r"\[(?:(\w):)?([^\]@]+)(?:@([^\]]+))?\]")
VERSION, SIZE = re.compile(r" (\d+(?:\.\d+)?)(?![\dB.])"), re.compile(r" (\d+B)")
KINDS = {"m": Kind.MODEL, "v": Kind.VENDOR, "b": Kind.BENCHMARK, "p": Kind.PERSON, None: Kind.MODEL}

Marked = Callable[[str], tuple[str, tuple[Mention, ...]]]
Told = Callable[[str, str], str]


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon(Facts("xx", "Toy", classes={name: tuple(tuple(w.split()) for w in words) for name, words in CLASSES.items()}))


def named(kind: Kind, name: str, vendor: str | None) -> Name:
    """A name of these words; a model of several is one of a family, with version and size as they stand there."""
    if kind is not Kind.MODEL or " " not in name:
        return Name(kind, name, vendor=vendor)
    version, size = VERSION.search(name), SIZE.search(name)
    return Name(kind, name, False, vendor, name.split()[0], version and version[1], size=size and size[1])


@pytest.fixture
def marked() -> Marked:
    """Plain text and mentions of a text in which names stand in brackets: `[Ember 4]`, `[v:Lumo AI]`, `[Ember 4@Lumo AI]`."""

    def read(text: str) -> tuple[str, tuple[Mention, ...]]:
        plain, mentions, at = "", [], 0
        for mark in MARK.finditer(text):
            plain += text[at : mark.start()]
            name = named(KINDS[mark[1]], mark[2], mark[3])
            mentions.append(Mention(Span(len(plain), len(plain) + len(mark[2])), name))
            plain += mark[2]
            at = mark.end()
        return plain + text[at:], tuple(mentions)

    return read


@pytest.fixture(scope="session")
def shipped() -> dict[str, ClaimReader]:
    """A reader for each shipped language."""
    return {code: ClaimReader(book) for code, book in load_rulebooks().languages.items()}


@pytest.fixture
def told(marked: Marked, shipped: dict[str, ClaimReader]) -> Told:
    """The claims of a marked text by the shipped rules of a language.

    `A>B` says that A outperforms B, `A=B` that they match, `A!` that A leads; `~` stands before a claim that is
    denied, `*` for an unnamed group.
    """

    def read(language: str, text: str) -> str:
        plain, mentions = marked(text)
        return ", ".join(sorted({pair for claim in shipped[language](plain, mentions)[0] for pair in written(claim)}))

    return read


def written(claim: Claim) -> set[str]:
    if claim.relation is Relation.LEADS:
        return {f"{claim.subject}!"}
    denied = "~" if claim.polarity is Polarity.NEGATED else ""
    against = [*claim.objects, *(["*"] if claim.generic_object else [])]
    if claim.relation is Relation.MATCHES:
        return {denied + "=".join(sorted((claim.subject, other))) for other in against}
    return {f"{denied}{claim.subject}>{other}" for other in against}
