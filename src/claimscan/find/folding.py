"""A text in the form in which names are looked up, with the way back to its characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from claimscan.rulebook.naming import SEPARATORS

_RUN = re.compile(r"[ \n\r\f\v](?:[ \n\r\f\v]+|(?<! ))")  # begins with what can be looked for at once
# An address, a link's target, a handle or a hashtag: by its first sign, which can be looked for at once.
_LINK = (
    r"[hw\]@#](?:(?:(?<=h)ttps?://|(?<=w)ww\.)[^\s)>\]]+|(?<=\])\([^)\s]{1,2000}\)|(?<=[@#])(?<!\w.)\w+)"
)
_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}"
_ADDRESS, _ADDRESS_OR_MAIL = re.compile(_LINK), re.compile(f"{_LINK}|{_MAIL}")
_IN_ADDRESSES = ("/", "]", "@", "#", "www.")


@dataclass(frozen=True, slots=True)
class Folded:
    """Lower-cased text with one blank for every gap between words, and a line break for every gap between paragraphs.

    From each of the `starts` on, in order, characters stand so many places further on in the text as read as `shifts` tells.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def place(self, at: int) -> int:
        """Where a character of the folded text stands in the text as read."""
        return at + self.shifts[bisect_right(self.starts, at) - 1]


def small(text: str) -> str:
    """A text in small letters, each in its place; those that are several when small stay."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def fold_text(text: str) -> Folded:
    """The folded form of a text; web addresses, handles and hashtags are blanked out, for they name nothing."""
    lowered = small(text)
    if any(sign in lowered for sign in _IN_ADDRESSES):
        addresses = _ADDRESS_OR_MAIL if "@" in lowered else _ADDRESS
        lowered = addresses.sub(lambda m: "\n" * len(m.group()), lowered)
    folded = lowered
    for sign in SEPARATORS:
        folded = folded.replace(sign, " ")
    pieces: list[str] = []
    starts, shifts = [0], [0]
    done = 0
    for run in _RUN.finditer(folded):
        pieces += (folded[done : run.start()], " " if _joins(lowered, run) else "\n")
        done = run.end()
        shifts.append(shifts[-1] + done - run.start() - 1)
        starts.append(done - shifts[-1])
    pieces.append(folded[done:])
    return Folded("".join(pieces), tuple(starts), tuple(shifts))


def _joins(lowered: str, run: re.Match[str]) -> bool:
    """Whether a gap only wraps a line or widens a blank: one line break at most, and no hyphen beside blanks."""
    gap = lowered[run.start() : run.end()]
    return gap.isspace() and gap.count("\n") < 2
