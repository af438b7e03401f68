"""What the words of a sentence can refer with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimscan.claims.sentences import Unit
from claimscan.model import Kind, Mention, Span
from claimscan.rulebook.rules import AnaphorRule, GroupRule, Refers


class Form(StrEnum):
    """How an item refers."""

    NAME = "name"
    ANAPHOR = "anaphor"
    GROUP = "group"
    OWNED = "owned"  # "Alibaba's new model"
    VALUE = "value"  # "86.1 percent"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing referred to; `first` and `last` are unit positions, half-open.

    `modifier` tells a name that only qualifies another noun ("Apple shares"), `compound` one that does so by
    a hyphen ("SoftBank-backed"), which a pattern may still spell out ("GPT-4o-beating").
    """

    form: Form
    first: int
    last: int
    mention: Mention | None = None
    owner: Mention | None = None
    anaphor: AnaphorRule | None = None
    group: GroupRule | None = None
    modifier: bool = False
    compound: bool = False


@dataclass(frozen=True, slots=True)
class Argument:
    """Coordinated items that fill one slot; `head` is where its noun phrase begins, with determiner and adjectives."""

    first: int
    last: int
    items: tuple[Item, ...]
    head: int

    @property
    def names(self) -> Iterator[Mention]:
        """The names among the items."""
        return (i.mention for i in self.items if i.form is Form.NAME and i.mention)

    @property
    def unnamed_model(self) -> bool:
        """Whether an item is a model without a name, for which its maker may stand: "OpenAI's older models"."""
        return any(i.form is Form.OWNED or (i.anaphor is not None and i.anaphor.refers is Refers.MODEL) for i in self.items)

    def has(self, *forms: Form) -> bool:
        """Whether an item refers in one of these ways."""
        return any(i.form in forms for i in self.items)


PARTIES = frozenset({Kind.MODEL, Kind.VENDOR})
_SPEAKERS = frozenset({Kind.VENDOR, Kind.PERSON, Kind.ORGANISATION})

ROLES: Mapping[str, tuple[frozenset[Form], frozenset[Kind]]] = {
    "subject": (frozenset({Form.NAME, Form.ANAPHOR, Form.OWNED}), PARTIES),
    "object": (frozenset({Form.NAME, Form.ANAPHOR, Form.OWNED, Form.GROUP}), PARTIES),
    "source": (frozenset({Form.NAME, Form.ANAPHOR, Form.GROUP}), _SPEAKERS),
    "model": (frozenset({Form.NAME}), frozenset({Kind.MODEL})),
    "benchmark": (frozenset({Form.NAME}), frozenset({Kind.BENCHMARK})),
    "value": (frozenset({Form.VALUE}), frozenset()),
}
"""What a role takes: the ways of referring, and of names the kinds."""


def could_fill(role: str, form: Form, kind: Kind | None) -> bool:
    """Whether a role takes what is of a form, and if it is a name of a kind."""
    forms, kinds = ROLES[role]
    return form in forms and (form is not Form.NAME or kind is None or kind in kinds)


def span_of(units: Sequence[Unit], first: int, last: int) -> Span:
    """The characters from one unit position up to another."""
    return Span(units[first].start, units[last - 1].end)
