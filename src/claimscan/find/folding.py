"""A text in the form in which names are looked up, with the way back to its characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimscan.rulebook.naming import SEPARATORS

_BLANK = {ord(character): " " for character in SEPARATORS}
_RUN = re.compile(r"[ \n\r\f\v]{2,}|[\n\r\f\v]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s)>\]]+|\]\([^)\s]{1,2000}\)|(?<!\w)[@#]\w+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}"
)

_IN_ADDRESSES = ("://", "www.", "](", "@", "#")


@dataclass(frozen=True, slots=True)
class Folded:
    """Lower-cased text with one blank for every gap between words, and a line break for every gap between paragraphs.

    `offsets` gives for each character (and the end) its place in the text as read; None where they are the same.
    """

    text: str
    offsets: tuple[int, ...] | None = None

    def place(self, at: int) -> int:
        """Where a character of the folded text stands in the text as read."""
        return at if self.offsets is None else self.offsets[at]


def fold_text(text: str) -> Folded:
    """The folded form of a text; web addresses, handles and hashtags are blanked out, for they name nothing."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    if any(sign in lowered for sign in _IN_ADDRESSES):
        lowered = _ADDRESS.sub(lambda m: "\n" * len(m.group()), lowered)
    folded = lowered.translate(_BLANK)
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for run in _RUN.finditer(folded):
        pieces.append(folded[done : run.start()])
        offsets.extend(range(done, run.start() + 1))
        pieces.append(" " if _joins(lowered, run) else "\n")
        done = run.end()
    if not pieces:
        return Folded(folded)
    pieces.append(folded[done:])
    offsets.extend(range(done, len(folded) + 1))
    return Folded("".join(pieces), tuple(offsets))


def _joins(lowered: str, run: re.Match[str]) -> bool:
    """Whether a gap only wraps a line or widens a blank: one line break at most, and no hyphen beside blanks."""
    gap = lowered[run.start() : run.end()]
    return gap.isspace() and gap.count("\n") < 2
