"""The prose of a text as it is meant: entities, odd signs and cut words in plain letters, with the way back to the text as read.

Everything that reads a document reads its plain form, so nothing else needs to know how signs, blanks and line ends are written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from claimscan.model import Span
from claimscan.sources.prose import prose_view
from claimscan.sources.signs import entity, flat, spelled_out

Known = Callable[[str], bool]
"""Whether a word is one that rules speak of."""

_BLANKS = re.compile("^ +|  +", re.MULTILINE)
_ENTITY = re.compile(r"&(?:amp;){0,3}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ESCAPED_TAG = re.compile(r"&(?:amp;){0,3}lt;/?[a-zA-Z][\w:-]{0,40}(?:\s[^<>]{0,500}?)?/?&(?:amp;){0,3}gt;")
# What a page puts between the letters of a word without parting them: marks of emphasis, tags, the end of a link.
_MARK = r"[*`~]|</?(?:a|b|em|font|i|mark|s|small|span|strong|u|wbr)\b[^<>]{0,500}>|\]\([^()\s]{1,2000}\)"
_INNER_MARKS = re.compile(rf"(?=[*`~<\]])(?<=[\w-])(?:{_MARK})++(?=[\w-])")
_CUT = re.compile(r"[-\u2010\u2011\u00ad][ \t]*\n[ \t]*(?=\w)")
_BEFORE_CUT = re.compile(r"[\w-]+\Z")
_AFTER_CUT = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NARROW = re.compile("[\u00a0\u2009\u202f]")
_THOUSANDS = re.compile(rf"(?<![\w.,-])[1-9]\d{{0,2}}(?:{_NARROW.pattern}\d{{3}})+(?!\w)")
_LONGEST_WORD = 40


class _Edit(NamedTuple):
    """A stretch of the view, and what is read instead."""

    start: int
    end: int
    instead: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text in stretches: where each begins in it and in the text as read, where one that was rewritten ends in the latter.

    Without stretches the two texts run side by side.
    """

    text: str
    starts: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()
    ends: tuple[int | None, ...] = ()

    def origin(self, span: Span) -> Span:
        """The characters of the text as read that a span of the plain text stands for."""
        if not self.starts:
            return span
        first = bisect_right(self.starts, span.start) - 1
        last = bisect_right(self.starts, max(span.start, span.end - 1)) - 1
        start = self.origins[first] + (0 if self.ends[first] is not None else span.start - self.starts[first])
        end = self.ends[last]
        return Span(start, self.origins[last] + span.end - self.starts[last] if end is None else end)

    def place(self, span: Span) -> Span:
        """The span of the plain text that stands for characters of the text as read; the way back from `origin`."""
        if not self.starts:
            return span
        return Span(self._place(span.start), self._place(span.end))

    def _place(self, at: int) -> int:
        """Where a boundary between characters of the text as read lies in the plain text."""
        stretch = bisect_right(self.origins, at) - 1
        rewritten = self.ends[stretch] is not None and at > self.origins[stretch]
        if rewritten:
            return self.starts[stretch + 1] if stretch + 1 < len(self.starts) else len(self.text)
        return self.starts[stretch] + (0 if self.ends[stretch] is not None else at - self.origins[stretch])


def plain_text(text: str, known: Known = lambda _: False) -> Plain:
    """The plain form of a text's prose. `known` tells which words rules speak of, for those that are cut at line ends."""
    view = flat(prose_view(text))
    return _rewritten(view, _edits(text, view, known))


def _edits(text: str, view: str, known: Known) -> list[_Edit]:
    """All that changes the length of a view, in order of place; of what begins at one place the longest first."""
    found: list[Iterable[_Edit]] = [_cuts(text, view, known), _inner_marks(text, view)]
    if "&" in view:
        found += [(_Edit(*tag.span(), "") for tag in _ESCAPED_TAG.finditer(view)), _entities(view)]
    if not view.isascii():
        found.append(_Edit(*each) for each in spelled_out(view))
    if not text.isascii():
        found.append(_thousands(text))
    if view.startswith(" ") or "  " in view or "\n " in view:
        found.append(_Edit(*run.span(), "" if view[run.start() - 1 : run.start()] in ("", "\n") else " ") for run in _BLANKS.finditer(view))
    return sorted(chain.from_iterable(found), key=lambda edit: (edit.start, -edit.end))


def _thousands(text: str) -> Iterator[_Edit]:
    """The narrow blanks in long numbers."""
    for number in _THOUSANDS.finditer(text) if _NARROW.search(text) else ():
        yield from (_Edit(at, at + 1, "") for at in range(*number.span()) if not text[at].isdigit())


def _entities(view: str) -> Iterator[_Edit]:
    for found in _ENTITY.finditer(view):
        sign = entity(found[0])
        if sign is not None:
            yield _Edit(*found.span(), sign)


def _inner_marks(text: str, view: str) -> Iterator[_Edit]:
    """The marks inside words, which are blanks in the view."""
    if any(sign in text for sign in "*`~<]"):
        for found in _INNER_MARKS.finditer(text):
            if view[found.start() : found.end()].isspace():
                yield _Edit(*found.span(), "")


def _cuts(text: str, view: str, known: Known) -> Iterator[_Edit]:
    """The words that were cut at line ends."""
    for found in _CUT.finditer(text):
        if not view[found.start()].isspace() and text[found.start() - 1 : found.start()].isalnum():
            yield _Edit(*found.span(), _joint(text, found, known))


def _joint(text: str, cut: re.Match[str], known: Known) -> str:
    """What stands between the halves of a cut word when it is whole: nothing, or the hyphen that it has anyway."""
    if cut[0][0] == "\u00ad":
        return ""
    before = _BEFORE_CUT.search(text, max(0, cut.start() - _LONGEST_WORD), cut.start())
    after = _AFTER_CUT.match(text, cut.end(), cut.end() + _LONGEST_WORD)
    if before is None or after is None:
        return "-"
    left, right = before[0], after[0]
    if known(left + right):
        return ""
    if known(f"{left}-{right}") or "-" in left or not left[-1].islower() or not right[0].islower():
        return "-"
    return ""


def _rewritten(view: str, edits: list[_Edit]) -> Plain:
    """The view with these stretches rewritten; of two that overlap the first counts."""
    if not edits:
        return Plain(view)
    pieces: list[str] = []
    stretches: list[tuple[int, int, int | None]] = [(0, 0, None)]
    done = length = 0
    for edit in edits:
        if edit.start < done:
            continue
        length += edit.start - done
        pieces += [view[done : edit.start], edit.instead]
        stretches.append((length, edit.start, edit.end))
        length += len(edit.instead)
        stretches.append((length, edit.end, None))
        done = edit.end
    starts, origins, ends = zip(*stretches, strict=True)
    return Plain("".join([*pieces, view[done:]]), starts, origins, ends)
