"""Where plain words stand that a noun for a model or a known model can show to be models: with nothing but small words between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claimscan.find.cues.page import QUOTES, Page
from claimscan.find.heads import head_start

_GAP = r"(?:['’]s?)?,?[ \u00a0](?:[a-zäöüß][a-zäöüß'’.-]*,?[ \u00a0])*"
_TIE = rf"[{QUOTES}]{{0,2}}(?:[ \u00a0][a-zäöüß]+)?(?:[,:]|[ \u00a0][–—-])?[ \u00a0](?:[a-zäöüß][\w-]*,?[ \u00a0])*"
_BEHIND_MODEL = re.compile(_GAP)
_BEFORE_MODEL = re.compile(rf"[A-ZÄÖÜ][^\W\d_]+{_GAP}$")
_BEHIND_NOUN = re.compile(rf",?[ \u00a0][{QUOTES}]{{0,2}}")
_BEHIND_NAMING = re.compile(rf",?[ \u00a0][^\W\d_]+[ \u00a0][{QUOTES}]{{0,2}}")
_BEFORE_NOUN = re.compile(rf"[A-ZÄÖÜ][^\W\d_]+{_TIE}$")
_NEAR, _FAR = 90, 120


def places_beside(page: Page) -> Iterator[int]:
    """The places, some of them more than once."""
    for model in page.models:
        yield from _behind(page, _BEHIND_MODEL, model.end)
        yield from _before(page, _BEFORE_MODEL, model.start, _NEAR)
    for start, end in page.nouns.items():
        yield from _behind(page, _BEHIND_NOUN, end)
        yield from _behind(page, _BEHIND_NAMING, end)
        yield from _before(page, _BEFORE_NOUN, start, _FAR)
    for match in _presenting(page.words.means).finditer(page.text) if page.nouns else ():
        yield match.end()


def _behind(page: Page, gap: re.Pattern[str], end: int) -> Iterator[int]:
    """What stands behind a gap after a name or noun."""
    match = gap.match(page.text, end, end + _NEAR)
    if match is not None:
        yield match.end()


def _before(page: Page, gap: re.Pattern[str], start: int, longest: int) -> Iterator[int]:
    """The head that stands before the gap before a name or noun."""
    match = gap.search(page.text, max(0, start - longest), start)
    if match is not None:
        yield head_start(page.text, match.start())


@lru_cache(maxsize=100)
def _presenting(means: frozenset[str]) -> re.Pattern[str]:
    """What stands right before the name with which somebody presents a model: `with Bar, we present`."""
    spelled = sorted(form for word in means for form in (word, word.capitalize()))
    return re.compile(rf"(?:{'|'.join(map(re.escape, spelled))})[ \u00a0](?=[A-ZÄÖÜ])" if spelled else "(?!)")
