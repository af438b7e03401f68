"""Who is a person among what a trained recogniser guessed: whoever stands behind a title, and a person's last name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from claimscan.find.places import last_blank
from claimscan.model import Entity, Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import fold

_TITLE = re.compile(r"([^\W\d_]+),? $")
_FULL = re.compile(r"[^\W\d_][^\W\d_.’'-]*(?:[ .-][^\W\d_][^\W\d_.’'-]*)+")
_NEAR = 30


def with_people(text: str, guesses: Sequence[Entity], catalogue: Catalogue) -> Iterator[Entity]:
    """The guesses, in order of place, those that can only be people as people: `Ada Berg` in `Lumo's chief scientist Ada Berg`."""
    last_names: set[str] = set()
    for each in guesses:
        guess = _untitled(text, each, catalogue) if each.kind is Kind.PERSON else each
        name = guess.span.of(text)
        titled = _FULL.fullmatch(name) is not None and _is_titled(text, guess.span.start, catalogue)
        if guess.kind is Kind.PERSON or titled:
            last_names.add(name.split()[-1])
        person = name in last_names or titled
        yield replace(guess, kind=Kind.PERSON, sure=guess.sure or titled) if person else guess


def _untitled(text: str, guess: Entity, catalogue: Catalogue) -> Entity:
    """A person without the title that a language writing all nouns with capitals puts before the name: `Mitgründerin Ada Berg`."""
    title, gap, name = guess.span.of(text).partition(" ")
    if not gap or " " not in name or not _is_title(title, catalogue.words.titles):
        return guess
    return replace(guess, span=Span(guess.span.end - len(name), guess.span.end))


def _is_titled(text: str, at: int, catalogue: Catalogue) -> bool:
    """Whether a word that ends here is a person's title: `researcher`, `chief executive,`, `KI-Chef`."""
    first = max(0, at - _NEAR)
    before = _TITLE.search(text, last_blank(text, first, max(0, at - 1)), at)
    return before is not None and _is_title(before.group(1), catalogue.words.titles)


@lru_cache(maxsize=20_000)  # texts use few words often
def _is_title(word: str, titles: frozenset[str]) -> bool:
    """Whether a word is a person's title, or ends in one."""
    return fold(word).endswith(tuple(titles))
