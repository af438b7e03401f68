"""Plain words that their place shows to be models: `the model Bar`, `Bar, a language model`, `Bar is faster than GPT-4o`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimscan.find.catalogue_scan import Reading, Scan
from claimscan.find.shapes import Candidate
from claimscan.find.surroundings import Surroundings
from claimscan.model import Entity, Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import fold, plain

_QUOTES = "\"“”„‚‘’«»*_`'"
_BLANK_BEFORE = re.compile(rf"[ \u00a0][{_QUOTES}]{{0,2}}$")
_NAMING_BEFORE = re.compile(rf",?[ \u00a0]([^\W\d_]+)[ \u00a0][{_QUOTES}]{{0,2}}$")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)[ \u00a0]$")
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_][\w-]*)")
_TIED = re.compile(
    rf"[{_QUOTES}]{{0,2}}(?:(?P<presented>[ \u00a0][a-zäöüß]+)?(?P<sign>,|:|[ \u00a0][–—-])|[ \u00a0](?P<copula>[a-zäöü]+))[ \u00a0]"
    r"(?P<article>[a-zäöüß]+)[ \u00a0]"
)
_PRAISE = re.compile(r"(?:[a-zäöüß][\w-]*,?[ \u00a0]){0,4}")
_ENDS = re.compile(r"$|[.,;:!?)\]\"“”*\n]|[ \u00a0](?:[–—(-]|([a-zäöüß]+)(?!\w))")
_SMALL = re.compile(r"[ \u00a0][a-zäöüß][\w'’, \u00a0-]*[ \u00a0]")
_OWNS = re.compile(r"['’]s?(?!\w)")
_LONGEST_GAP = 70
_WINDOW = 40


@dataclass(frozen=True, slots=True)
class _Page:
    """What is read of a text to judge its plain words."""

    text: str
    nouns: dict[int, int]
    noun_ends: frozenset[int]
    models: tuple[Reading, ...]
    starts: tuple[int, ...]
    around: Surroundings
    catalogue: Catalogue
    guessed: Mapping[int, Kind]


def cued_places(
    text: str,
    free: Sequence[Candidate],
    found: Scan,
    known: Sequence[Reading],
    around: Surroundings,
    catalogue: Catalogue,
    entities: Sequence[Entity],
) -> frozenset[int]:
    """Where plain words stand that a noun for a model beside them, or a comparison with a known model, shows to be models.

    What a recogniser takes for a person or a benchmark is none.
    """
    if not around.in_document:
        return frozenset()
    models = tuple(each for each in known if each.kind is Kind.MODEL)
    telling = [noun for noun in found.nouns if plain(noun.of(text)) not in catalogue.words.peoples_nouns]
    page = _Page(
        text,
        {noun.start: noun.end for noun in telling},
        frozenset(noun.end for noun in telling),
        models,
        tuple(each.span.start for each in models),
        around,
        catalogue,
        {each.span.start: each.kind for each in entities},
    )
    return frozenset(each.span.start for each in free if _may_be(page, each) and (_described(page, each.span) or _compared(page, each.span)))


def _may_be(page: _Page, candidate: Candidate) -> bool:
    """Whether a candidate can be a whole name: a word of some letters, no other capitalised word beside it."""
    span, words = candidate.span, page.catalogue.words
    before = _WORD_BEFORE.search(page.text, max(0, span.start - _WINDOW), span.start)
    after = _NEXT_WORD.match(page.text, span.end)
    other = page.guessed.get(span.start) in (Kind.PERSON, Kind.BENCHMARK)
    if other or fold(candidate.head) in words.compared or len(candidate.head) < 3:
        return False
    if after is not None and after.group(1)[0].isupper():
        return False
    return before is None or not before.group(1)[0].isupper() or (before.end() - 1) in page.noun_ends


def _described(page: _Page, span: Span) -> bool:
    """Whether a noun for a model stands right before a name, or after it as what it is."""
    words, start = page.catalogue.words, max(0, span.start - _WINDOW)
    blank, naming = _BLANK_BEFORE.search(page.text, start, span.start), _NAMING_BEFORE.search(page.text, start, span.start)
    if naming is not None and naming.start() in page.noun_ends and plain(naming.group(1)) in words.naming:
        return True
    if blank is not None and blank.start() in page.noun_ends:
        after = _NEXT_WORD.match(page.text, span.end)
        return after is None or fold(after.group(1)) not in words.agents_after
    tied = _TIED.match(page.text, span.end)
    return tied is not None and _ties(page, span, tied) and _ends_in_noun(page, tied.end())


def _ties(page: _Page, span: Span, tied: re.Match[str]) -> bool:
    """Whether words between a name and a noun say that the one is the other: `Bar, a`, `Bar is the`, `Bar: the`."""
    words = page.catalogue.words
    article, copula = fold(tied.group("article")), tied.group("copula")
    if copula is not None:
        return fold(copula) in words.copulas and article in words.articles | words.possessives
    if tied.group("presented") and fold(tied.group("presented")) not in words.presented:
        return False
    if tied.group("sign") == ":":
        return article in words.articles | words.possessives
    before = _WORD_BEFORE.search(page.text, max(0, span.start - _WINDOW), span.start)
    return article in words.one | words.possessives and (before is None or fold(before.group(1)) not in words.prepositions)


def _ends_in_noun(page: _Page, at: int) -> bool:
    """Whether a noun for a model follows, at most four words on, and is no part of a longer phrase: `model company`."""
    for praise in _praises(page.text, at):
        end = page.nouns.get(praise)
        ending = _ENDS.match(page.text, end) if end is not None else None
        if ending is not None and (ending.group(1) is None or fold(ending.group(1)) in page.catalogue.words.after_nouns):
            return True
    return False


def _praises(text: str, at: int) -> Iterator[int]:
    """Where words stand after none to four words in small letters."""
    yield at
    longest = _PRAISE.match(text, at)
    for blank in re.finditer(r"[ \u00a0]", longest.group()) if longest else ():
        yield at + blank.end()


def _compared(page: _Page, span: Span) -> bool:
    """Whether a known model and a name are the two sides of a comparison, with nothing but small words between them."""
    if page.guessed.get(span.start) in (Kind.VENDOR, Kind.ORGANISATION):
        return False
    number = page.around.sentence(span.start)
    at = bisect_left(page.starts, span.start)
    if at < len(page.models) and page.around.sentence(page.starts[at]) == number:
        gap = page.text[span.end : page.starts[at]]
        if not _opens_sentence_as_noun(page, span, number) and _compares(page, gap, span.start in page.guessed, first=False):
            return True
    if at and page.around.sentence(page.starts[at - 1]) == number:
        return _compares(page, page.text[page.models[at - 1].span.end : span.start], span.start in page.guessed, first=True)
    return False


def _compares(page: _Page, gap: str, guessed: bool, *, first: bool) -> bool:
    """Whether the words between two names compare them; `first`: the known model is the first, so the last word tells."""
    inner = _OWNS.sub("", gap, count=1)
    if len(gap) > _LONGEST_GAP or not _SMALL.fullmatch(inner):
        return False
    words = page.catalogue.words
    told = [fold(word.strip(",'’")) for word in inner.split()]
    if not words.speaking.isdisjoint(told) or not words.possessives.isdisjoint(told):
        return False
    if len(told) == 1 and told[0] in words.versus:
        return True
    outdoing = words.outdoing | words.outdoing_among_nouns if guessed else words.outdoing
    return told[-1] in outdoing if first else not outdoing.isdisjoint(told)


def _opens_sentence_as_noun(page: _Page, span: Span, number: int) -> bool:
    """Whether a word that opens a sentence may be a plural or a form of a verb: `Doctors prefer`, `Testing shows`."""
    start = page.around.ends[number - 1] + 1 if number else 0
    opening = not any(map(str.isalnum, page.text[start : span.start]))
    return opening and page.text[span.start : span.end].endswith(("s", "ing", "ly", "ed"))
