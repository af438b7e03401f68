"""Plain words that are one side of a comparison, a known model the other: `Bar is faster than GPT-4o`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimscan.find.cues.page import Page
from claimscan.model import Entity, Kind, Span
from claimscan.rulebook.naming import ShapeWords, fold

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(r",?[ \u00a0](?:[a-zäöüß][a-zäöüß'’-]*,?[ \u00a0])+")
_OWNS = re.compile(r"['’]s?(?!\w)")
_LONGEST_GAP = 70
_SHORT_GAP = 12


def compared(page: Page, span: Span) -> bool:
    """Whether a known model and a name are the two sides of a comparison, with nothing but small words between them."""
    guess = page.guesses.get(span.start)
    if (guess is not None and guess.sure and guess.kind in (Kind.VENDOR, Kind.ORGANISATION)) or span.of(page.text).isupper():
        return False
    left, right = page.neighbours(span)
    if right is not None and (gap := _between(page, span, right)) is not None:
        may_lead = not (_is_aside(page, span) or _opens_sentence_as_noun(page, span) or _is_acted_on(page, left, span))
        if may_lead and _compares(page, gap, guess is not None, first=False):
            return True
    if left is not None and (gap := _between(page, left, span)) is not None:
        return _compares(page, gap, guess is not None, first=True) or _preferred(page, left, gap)
    return False


def joined(page: Page, guess: Entity) -> bool:
    """Whether a recogniser takes a name for a model, and it stands with a known one: `GPT-4o and Bar`, `worse than GPT-4o is Bar`."""
    if guess.kind is not Kind.MODEL and (guess.sure or guess.kind is not Kind.VENDOR):
        return False
    left, right = page.neighbours(guess.span)
    words = page.words
    after = page.gap(guess.span, right, _SHORT_GAP) if right else None
    before = page.gap(left, guess.span, _SHORT_GAP) if left else None
    if (after and fold(after) in words.joining) or (before and fold(before) in words.joining):
        return True
    if left is None or not before or fold(before) not in words.copulas:
        return False
    told = page.word_before(left.start)
    return told is not None and fold(told.group(1)) in words.outdoing | words.outdoing_among_nouns


def _between(page: Page, left: Span, right: Span) -> str | None:
    """What stands between two names of one sentence; the point of `vs.` ends none."""
    gap = page.gap(left, right, _LONGEST_GAP)
    if gap is None or page.around.sentence(left.start) == page.around.sentence(right.start):
        return gap
    return gap if _is_versus(gap, page.words) else None


def _is_versus(gap: str, words: ShapeWords) -> bool:
    return gap.strip().rstrip(".") in words.versus


def _compares(page: Page, gap: str, guessed: bool, *, first: bool) -> bool:
    """Whether the words between two names compare them; `first`: the known model is the first, so the last word tells."""
    inner = _OWNS.sub("", gap, count=1)
    words = page.words
    if _is_versus(gap, words):
        return True
    if not _SMALL.fullmatch(inner):
        return False
    told = [fold(word.strip(",'’")) for word in inner.split()]
    if (first and told[-2:-1] and told[-2] in words.amounts) or (not first and (told[0] in words.comparing or _acts(told, words))):
        return False
    if any(told.count(word) > 1 for word in words.equalling) and (not first or told[-1] in words.equalling):
        return True
    outdoing = words.outdoing | words.outdoing_among_nouns if guessed else words.outdoing
    return told[-1] in outdoing if first else not outdoing.isdisjoint(told)


def _acts(told: Sequence[str], words: ShapeWords) -> bool:
    """Whether the words after a name tell of somebody who speaks, owns or released a model."""
    return told[0] in words.agents_after or not (words.speaking | words.possessives).isdisjoint(told)


def _preferred(page: Page, known: Span, gap: str) -> bool:
    """Whether a known model is preferred over what follows: `prefer GPT-4o over Bar`."""
    words = page.words
    if fold(gap) not in words.over:
        return False
    return not words.preferring.isdisjoint(fold(word) for word in _WORD.findall(page.earlier(known.start)))


def _is_aside(page: Page, span: Span) -> bool:
    """Whether a preposition before a name keeps it from being the one who outdoes another: `a model trained on Bar beats`."""
    before = page.word_before(span.start)
    return before is not None and fold(before.group(1)) in page.words.prepositions


def _is_acted_on(page: Page, left: Span | None, span: Span) -> bool:
    """Whether a known model right before does something with what is named: `GPT-4o reads Bar maps better than`."""
    gap = _between(page, left, span) if left is not None else None
    if gap is None or "," in gap or not _SMALL.fullmatch(gap):
        return False
    words = page.words
    return (words.joining | words.outdoing | words.outdoing_among_nouns | words.versus).isdisjoint(map(fold, gap.split()))


def _opens_sentence_as_noun(page: Page, span: Span) -> bool:
    """Whether a word that opens a sentence may be a plural, a verb or part of a noun: `Doctors prefer`, `Response times`."""
    if any(map(str.isalnum, page.earlier(span.start))):
        return False
    after = _WORD.search(page.text, span.end, span.end + _SHORT_GAP)
    return span.of(page.text).endswith(tuple(page.words.opening_endings)) or (after is not None and fold(after[0]) in page.words.compared)
