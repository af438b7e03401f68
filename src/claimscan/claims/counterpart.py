"""The other side of a comparison that names only one: who it must be, by what the text has named before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from claimscan.claims.discourse import Antecedent, Discourse
from claimscan.claims.kinship import short_for
from claimscan.model import Kind, Mention, Name

_NEAR, _FAR, _ANYWHERE = 0.75, 0.6, 0.5
_PASSAGE, _CROWD = 5, 3
_FIRST = 5  # names of a text, of which two may be spelled in several ways


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Looks for the other side of a comparison of `parties` in a sentence, among the names of a kind: "X is faster"."""

    discourse: Discourse
    kind: Kind
    sentence: int
    parties: Collection[Name]

    def find(self, before: int | None = None, until: int = 0) -> Antecedent | None:
        """The only other name of the nearest sentence or heading that has one, else of the text; two candidates are none.

        With `before`, what stands behind that offset in the sentence itself comes last: "X is faster, Y is cheaper"; behind
        `until` only what no preposition brings in: "X is faster, says the maker of Y".
        """
        mentions = self.discourse.mentions
        here = [m for m in mentions[self.sentence] if before is None or m.span.end <= before]
        later = [m for m in mentions[self.sentence] if m.span.end <= until or m.span.start not in self.discourse.oblique]
        rows = [here, *(mentions[at] for at in self._just_before()), later]
        for back, row in enumerate(rows):
            others = self._others(row)
            if others:
                alone = len(others) == 1 and not (back and self._crowded())
                return Antecedent(others[0], _NEAR if back < 2 else _FAR) if alone else None
        return self._of_two()

    def _crowded(self) -> bool:
        """Whether so many stand in the passage that a name in the sentence before need not be the other side."""
        near = range(max(0, self.sentence - _PASSAGE), self.sentence + 1)
        return len(self._others(mention for at in near for mention in self.discourse.mentions[at])) >= _CROWD

    def _others(self, row: Iterable[Mention]) -> list[Mention]:
        """The different names in a row that are none of the parties, each by its last mention."""
        found = {m.name: m for m in row if m.name.kind is self.kind and not any(_same(m.name, party) for party in self.parties)}
        return [mention for name, mention in found.items() if not any(short_for(name, other) for other in found if other != name)]

    def _just_before(self) -> Iterator[int]:
        """The two sentences before, and one more if it stands in the same paragraph or is a heading, the nearest first.

        None for a heading: it opens a passage of its own.
        """
        here = self.discourse.sentences[self.sentence]
        if here.heading:
            return
        for where in range(self.sentence - 1, max(-1, self.sentence - 4), -1):
            other = self.discourse.sentences[where]
            if where >= self.sentence - 2 or other.heading or here.item or other.block == here.block:
                yield where

    def _of_two(self) -> Antecedent | None:
        """The other one, where the sentences before have named nobody else, nor this one."""
        end = self.discourse.sentences[self.sentence].span.end
        named = [mention for mention in self.discourse.newcomers.get(self.kind, ())[:_FIRST] if mention.span.end <= end]
        others = self._others(named) if len(named) < _FIRST else []
        before = len(others) == 1 and not self._others(self.discourse.mentions[self.sentence])
        return Antecedent(others[0], _ANYWHERE) if before else None


def _same(name: Name, other: Name) -> bool:
    """Whether two names are one, or one is but a shorter way to say the other."""
    return name == other or short_for(name, other) or short_for(other, name)
