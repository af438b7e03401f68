"""A quick look at a sentence: which phrases and arguments may stand on either side of a place, as bits of numbers.

Most patterns whose anchor stands in a sentence lack something else there. One comparison of two numbers tells so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import or_

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.reference import ROLES, Argument, Form, could_fill
from claimscan.claims.sentences import Unit
from claimscan.model import Kind

_BITS = {role: 1 << place for place, role in enumerate(ROLES)}
_WORDS = len(ROLES)  # the bits of words stand above those of roles
_ALL_ROLES = (1 << _WORDS) - 1


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


def possible_marks(units: Sequence[Unit], lexicon: Lexicon, refers: Callable[[str], bool]) -> Marks:
    """The marks of words, and of all arguments that there can be: at names, and at words that may refer and right behind them."""
    here = []
    behind = 0
    for unit in units:
        refers_here = _ALL_ROLES if unit.mention is None and refers(unit.form) else 0
        own = _named(unit.mention.name.kind) if unit.mention else lexicon.marks(unit.form) << _WORDS
        here.append(own | behind | refers_here)
        behind = refers_here
    return _marks(here)


@cache
def _named(kind: Kind) -> int:
    """The bits of the roles that a name of this kind could fill."""
    return sum(bit for role, bit in _BITS.items() if Form.NAME in ROLES[role][0] and kind in ROLES[role][1])


def word_marks(units: Sequence[Unit], lexicon: Lexicon) -> Marks:
    """The marks of the words of a sentence."""
    return _marks([0 if unit.mention else lexicon.marks(unit.form) << _WORDS for unit in units])


def _marks(here: Sequence[int]) -> Marks:
    return Marks(tuple(here), (0, *accumulate(here, or_)), (*reversed((0, *accumulate(reversed(here), or_))),))
