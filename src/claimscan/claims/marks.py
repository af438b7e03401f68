"""A quick look at a sentence: which phrases and arguments may stand on either side of a place, as bits of numbers.

Most patterns whose anchor stands in a sentence lack something else there. One comparison of two numbers tells so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import or_

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.reference import ROLES, Argument, could_fill
from claimscan.claims.sentences import Unit

_BITS = {role: 1 << place for place, role in enumerate(ROLES)}
_WORDS = len(ROLES)  # the bits of words stand above those of roles
ALL_ROLES = (1 << _WORDS) - 1


def role_bit(role: str) -> int:
    """The bit of what can fill a slot."""
    return _BITS[role]


def word_bit(bit: int) -> int:
    """The bit of a phrase, by that which the lexicon gives it."""
    return bit << _WORDS


@dataclass(frozen=True, slots=True)
class Marks:
    """For each place between units what may stand `before` and `after` it; `here` is what each unit may begin."""

    here: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]

    def with_arguments(self, arguments: Iterable[Argument]) -> Marks:
        """The marks with those of arguments, each at its last unit."""
        here = list(self.here)
        for argument in arguments:
            for role, bit in _BITS.items():
                if any(could_fill(role, item) for item in argument.items):
                    here[argument.last - 1] |= bit
        return _marks(here)


def word_marks(units: Sequence[Unit], lexicon: Lexicon) -> Marks:
    """The marks of the words of a sentence."""
    return _marks([0 if unit.mention else lexicon.marks(unit.form) << _WORDS for unit in units])


def _marks(here: Sequence[int]) -> Marks:
    return Marks(tuple(here), (0, *accumulate(here, or_)), (*reversed((0, *accumulate(reversed(here), or_))),))
