"""A quick look at a sentence: which phrases and arguments may stand on either side of a place, as bits of numbers.

Most patterns whose anchor stands in a sentence lack something else there. One comparison of two numbers tells so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
from operator import or_
from typing import NamedTuple

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.reference import ROLES, Argument, Form, could_fill
from claimscan.claims.sentences import Unit
from claimscan.claims.wordindex import Begun
from claimscan.model import Kind
from claimscan.rulebook.rules import AnaphorRule, GroupRule, Phrase

_BITS = {role: 1 << place for place, role in enumerate(ROLES)}
_WORDS = len(ROLES)  # the bits of words stand above those of roles


def role_bit(role: str) -> int:
    """The bit of what can fill a slot."""
    return _BITS[role]


def word_bit(bit: int) -> int:
    """The bit of a phrase, by that which the lexicon gives it."""
    return bit << _WORDS


class Marks(NamedTuple):
    """For each place between units what may stand `before` and `after` it; `here` is what each unit may begin."""

    here: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]

    def with_arguments(self, arguments: Iterable[Argument], ending: Mapping[int, Argument]) -> Marks:
        """The marks with those of arguments, each at its last unit, and of those that also end before certain positions."""
        here = list(self.here)
        for last, argument in (*((argument.last, argument) for argument in arguments), *ending.items()):
            for item in argument.items:
                here[last - 1] |= _fillable(item.form, item.mention.name.kind if item.mention else None)
        return _marks(here)


class WordMarks(NamedTuple):
    """The marks of a word, and the roles of what begins with it, by the further words of that; None where it refers to nothing."""

    bits: int
    refers: Begun[int] | None

    @classmethod
    def of(cls, form: str, lexicon: Lexicon, referring: Iterable[tuple[Phrase, AnaphorRule | GroupRule]]) -> WordMarks:
        """Those of a folded word, with the rules of the phrases that it may begin, by the words still to come of them."""
        roles: dict[Phrase, int] = {}
        for words, rule in referring:
            roles[words] = roles.get(words, 0) | _roles(rule)
        return cls(lexicon.marks[form] << _WORDS, Begun(roles.items()) if roles else None)


def possible_marks(units: Sequence[Unit], words: Mapping[str, WordMarks]) -> Marks:
    """The marks of words, and of all arguments that there can be: at names, and at words that may refer and right behind them."""
    here = []
    behind = 0
    for at, (form, _, _, mention) in enumerate(units):
        if mention:
            here.append(_fillable(Form.NAME, mention.name.kind) | behind)
            behind = 0
            continue
        bits, refers = words[form]
        roles = 0
        if refers is not None:
            for own in refers.at(units, at + 1):
                roles |= own
        here.append(bits | behind | roles)
        behind = roles
    return _marks(here)


def _roles(rule: AnaphorRule | GroupRule) -> int:
    """The bits of the roles that what a rule reads could fill."""
    if isinstance(rule, GroupRule):
        return _BITS["source" if rule.source else "object"]
    return _fillable(Form.ANAPHOR)


@cache
def _fillable(form: Form, kind: Kind | None = None) -> int:
    """The bits of the roles that something of this form, and if it is a name of this kind, could fill."""
    return sum(bit for role, bit in _BITS.items() if could_fill(role, form, kind))


def word_marks(units: Sequence[Unit], lexicon: Lexicon) -> Marks:
    """The marks of the words of a sentence."""
    marks = lexicon.marks
    return _marks([0 if mention else marks[form] << _WORDS for form, _, _, mention in units])


def _marks(here: Sequence[int]) -> Marks:
    return Marks(tuple(here), (0, *accumulate(here, or_)), (*reversed((0, *accumulate(reversed(here), or_))),))
