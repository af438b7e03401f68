"""Plain words that a noun for a model stands beside: `the model Bar`, `Bar, a language model`, `Bar is our first chatbot`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimscan.find.cues.page import QUOTES, Page
from claimscan.find.places import last_blank
from claimscan.model import Span
from claimscan.rulebook.naming import fold, plain

_BLANK_BEFORE = re.compile(rf"[ \u00a0][{QUOTES}]{{0,2}}$")
_NAMING_BEFORE = re.compile(rf",?[ \u00a0]([^\W\d_]+)[ \u00a0][{QUOTES}]{{0,2}}$")
_TIED = re.compile(
    rf"[{QUOTES}]{{0,2}}(?:(?P<presented>[ \u00a0][a-zäöüß]+)?(?P<sign>,|:|[ \u00a0][–—-])|[ \u00a0](?P<copula>[a-zäöü]+))[ \u00a0]"
    r"(?P<article>[a-zäöüß]+)[ \u00a0]"
)
_PRAISE = re.compile(r"(?:[a-zäöüß][\w-]*,?[ \u00a0]){0,4}")
_ENDS = re.compile(r"$|[.,;:!?)\]\"“”*\n]|[ \u00a0](?:[–—(-]|([a-zäöüß]+)(?!\w))")
_ASIDE_ENDS = re.compile(r"[,.:]| [–—-] ")
_CLAUSE = re.compile(r"[^.!?;:\n]{0,90}")
_WORD = re.compile(r"[^\W\d_]+")
_WINDOW, _CLOSE = 40, 3


def described(page: Page, span: Span) -> bool:
    """Whether a noun for a model stands right before a name, or after it as what it is."""
    words = page.words
    blank = _BLANK_BEFORE.search(page.text, max(0, span.start - _CLOSE), span.start)
    naming = _naming_before(page.text, blank.start(), span.start) if blank else None
    if naming is not None and naming.start() in page.noun_starts and plain(naming.group(1)) in words.naming:
        return True
    if blank is not None and blank.start() in page.noun_starts:
        return _is_the_noun(page, span, blank.start())
    if blank is not None and blank.start() - 1 in page.noun_starts and page.text[blank.start() - 1] == ",":
        return _ASIDE_ENDS.match(page.text, span.end) is not None
    tied = _TIED.match(page.text, span.end)
    return (tied is not None and _ties(page, span, tied) and _ends_in_noun(page, tied.end())) or _presented_with(page, span)


def _naming_before(text: str, blank: int, start: int) -> re.Match[str] | None:
    """The word before a blank that stands before a name."""
    first = max(0, start - _WINDOW)
    return _NAMING_BEFORE.search(text, max(first, last_blank(text, first, blank) - 1), start)


def _is_the_noun(page: Page, span: Span, noun_end: int) -> bool:
    """Whether a name right after a noun for a model names it: not `the model Bar released`, `löst das Modell Aufgaben`."""
    after = page.word_after(span.end)
    noun = page.text[page.noun_starts[noun_end] : noun_end]
    if noun.isupper() or (after is not None and fold(after) in page.words.agents_after):
        return False
    return noun[0].islower() or span.start in page.guesses or _may_take_name(page, span, noun_end - len(noun))


def _may_take_name(page: Page, span: Span, noun_start: int) -> bool:
    """Whether a noun has more than an article before it, or opens a sentence that goes on with its verb: `Der Chatbot Bar ist`."""
    before = page.word_before(noun_start)
    bare = before is None or fold(before.group(1)) in page.words.articles
    opening = before is not None and not any(map(str.isalnum, page.earlier(before.start())))
    after = page.word_after(span.end)
    return not bare or (opening and after is not None and after.islower())


def _presented_with(page: Page, span: Span) -> bool:
    """Whether somebody presents a model with a name: `Mit Bar stellt Lumo ein Sprachmodell vor`, `with Bar, we present a chatbot`."""
    words, before = page.words, page.word_before(span.start)
    if before is None or fold(before.group(1)) not in words.means:
        return False
    clause = _CLAUSE.match(page.text, span.end)
    told = [(clause.start() + word.start(), fold(word.group())) for word in _WORD.finditer(clause.group())] if clause else []
    verbs = words.presenting | words.presenting_among_nouns if span.start in page.guesses else words.presenting
    if verbs.isdisjoint(form for _, form in told):
        return False
    return any(form in words.one | words.possessives and _ends_in_noun(page, at + len(form) + 1) for at, form in told)


def _ties(page: Page, span: Span, tied: re.Match[str]) -> bool:
    """Whether words between a name and a noun say that the one is the other: `Bar, a`, `Bar is the`, `Bar: the`."""
    words = page.words
    article, copula = fold(tied.group("article")), tied.group("copula")
    if copula is not None:
        return fold(copula) in words.copulas and article in words.articles | words.possessives
    if tied.group("presented") and fold(tied.group("presented")) not in words.presented:
        return False
    if tied.group("sign") == ":":
        return article in words.articles | words.possessives
    before = page.word_before(span.start)
    return article in words.one | words.possessives and (before is None or fold(before.group(1)) not in words.prepositions)


def _ends_in_noun(page: Page, at: int) -> bool:
    """Whether a noun for a model follows, at most four words on, and is no part of a longer phrase: `model company`."""
    for praise in _praises(page.text, at):
        end = page.nouns.get(praise)
        ending = _ENDS.match(page.text, end) if end is not None else None
        if ending is not None and (ending.group(1) is None or fold(ending.group(1)) in page.words.after_nouns):
            return True
    return False


def _praises(text: str, at: int) -> Iterator[int]:
    """Where words stand after none to four words in small letters."""
    yield at
    longest = _PRAISE.match(text, at)
    for blank in re.finditer(r"[ \u00a0]", longest.group()) if longest else ():
        yield at + blank.end()
