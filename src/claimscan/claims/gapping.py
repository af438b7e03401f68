"""Verbs left out the second time: "A beats B at chess and C at draughts" says that A beats C, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimscan.claims.match import Match
from claimscan.claims.reference import Argument, Form
from claimscan.claims.scene import Scene
from claimscan.model import Kind

_REACH = 9


def repeated(matches: Sequence[Match], stage: Scene) -> Iterator[Match]:
    """The readings, each followed by those in which its verb has to be heard again."""
    taken = {argument.first for match in matches for argument in match.slots.values()}
    for match in matches:
        yield match
        role = _last_role(match)
        again = _again(stage, match.slots[role]) if role else None
        if role and again and again.first not in taken:
            yield replace(match, slots={**match.slots, role: again})


def _last_role(match: Match) -> str | None:
    """The role of the party that stands last, behind the words of the reading; None where a side is missing or none does."""
    parties = [(argument.first, role) for role, argument in match.slots.items() if role in ("subject", "object")]
    last, role = max(parties, default=(0, None))
    return role if len(parties) == 2 and last > match.trigger[-1] else None


def _again(stage: Scene, argument: Argument) -> Argument | None:
    """The model that is joined to an argument by "and", and before the same preposition: "B at chess and C at draughts"."""
    units, at = stage.units, argument.last
    if at >= len(units) or not any(stage.lexicon.has(name, units[at].form) for name in ("prepositions", "boundaries")):
        return None
    for joint in range(at + 2, min(len(units), at + _REACH)):
        length = stage.lexicon.length("conjunctions", units, joint)
        other = stage.starting.get(joint + length) if length else None
        if other and _is_model(other) and other.last < len(units) and units[other.last].form == units[at].form:
            return other
        if length or stage.lexicon.has("boundaries", units[joint].form) or units[joint].form in (";", ":"):
            return None
    return None


def _is_model(argument: Argument) -> bool:
    """Whether an argument names models, and nothing else."""
    return all(i.form is Form.NAME and i.mention and i.mention.name.kind is Kind.MODEL for i in argument.items)
