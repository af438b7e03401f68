"""Which arguments a role takes, and what it costs to take one that is not quite in its place."""

from __future__ import annotations

from claimscan.claims.reference import PARTIES, Argument, Form, Item, could_fill
from claimscan.claims.scene import RELATIVE, Scene
from claimscan.model import Kind
from claimscan.rulebook.rules import Refers

_COMPARAND_REACH = 4
_PREPOSITION, _SPOKEN, _VENDOR, _ANAPHOR, _COMPARED = 2.6, 5.0, 1.2, 0.4, 2.0

JUDGES = frozenset({"evaluator", "university"})  # they speak of models and are no party


def fitness(stage: Scene, role: str, argument: Argument, *, adjoining: bool, forward: bool) -> float | None:
    """What it costs to take an argument for a role; None if it cannot be."""
    for item in argument.items:
        named_group = item.form is Form.GROUP and role == "subject" and any(argument.names)
        if not (named_group or _takes(role, item, adjoining=adjoining)):
            return None
    if role == "object" and forward and any(item.anaphor and item.anaphor.indefinite for item in argument.items):
        return None
    if role not in ("subject", "object"):
        return 0.0
    spelled = (adjoining and forward) or relative_follows(stage, argument.last)
    compared = not spelled and comparand_of(stage, argument) is not None
    if compared and role == "subject":
        return None
    cost = _ANAPHOR if argument.has(Form.ANAPHOR) else 0.0
    if argument.first in stage.spoken:
        if oblique(stage, argument) or stage.lexicon.has("bare_relatives", _before(stage, argument)):
            return None
        cost += _SPOKEN
    if all(i.form is Form.NAME and i.mention and i.mention.name.kind is Kind.VENDOR for i in argument.items):
        cost += _VENDOR
    if oblique(stage, argument) and not spelled:
        cost += _PREPOSITION
    return cost + _COMPARED if compared else cost


def oblique(stage: Scene, argument: Argument) -> bool:
    """Whether an argument stands behind a preposition or a word of comparison."""
    before = _before(stage, argument)
    if stage.lexicon.has("prepositions", before) or stage.lexicon.has("comparands", before):
        return True
    return stage.lexicon.has("times", before) and _closes(stage, argument.last)


def is_pronoun(stage: Scene, argument: Argument) -> bool:
    """Whether an argument is a bare pronoun."""
    bare = argument.last - argument.first == 1 and argument.has(Form.ANAPHOR)
    return bare and stage.lexicon.has("pronouns", stage.units[argument.first].form)


def nominative(stage: Scene, argument: Argument) -> bool:
    """Whether an argument is a pronoun that can only be a subject, and no "than" stands before it."""
    alone = argument.last - argument.first == 1 and stage.lexicon.has("nominatives", stage.units[argument.first].form)
    return alone and not stage.lexicon.has("comparands", _before(stage, argument))


def _closes(stage: Scene, at: int) -> bool:
    """Whether no verb can follow at a position: "days after B and ...", "before B, ..."."""
    form = stage.units[at].form if at < len(stage.units) else "."
    return not form[0].isalnum() or stage.lexicon.has("conjunctions", form)


def _before(stage: Scene, argument: Argument) -> str:
    """The word before an argument with its determiner and adjectives; empty at the start."""
    return stage.units[argument.head - 1].form if argument.head > 0 else ""


def comparand_of(stage: Scene, argument: Argument) -> int | None:
    """Where the "than" stands behind which an argument is named: "than X", "als die von X"; None if there is none."""
    if relative_follows(stage, argument.last):
        return None
    for at in range(argument.head - 1, max(-1, argument.head - _COMPARAND_REACH), -1):
        form = stage.units[at].form
        if stage.lexicon.has("open_comparands", form):
            return at
        if not (stage.lexicon.has("prepositions", form) or stage.lexicon.has("determiners", form)):
            return None
    return None


def outranked(stage: Scene, argument: Argument) -> int | None:
    """Where the words begin that tell an argument to be before or behind another: "ahead of X"; None if there are none."""
    length = 0 if relative_follows(stage, argument.last) else stage.lexicon.length_before("rank_prepositions", stage.units, argument.head)
    return argument.head - length if length else None


def _takes(role: str, item: Item, *, adjoining: bool) -> bool:
    """Whether an item can fill a role at all."""
    name = item.mention.name if item.mention else None
    if not could_fill(role, item.form, name.kind if name else None):
        return False
    if item.group is not None and item.group.source != (role == "source"):
        return False
    if role == "source":
        return not (item.anaphor and item.anaphor.refers is Refers.MODEL)
    return not ((name and name.sort in JUDGES) or item.modifier or (item.compound and not adjoining))


def relative_follows(stage: Scene, at: int) -> bool:
    """Whether a relative clause begins at a position, so that the phrase before it is what the clause speaks of."""
    at += at < len(stage.units) and stage.units[at].form == ","
    return at < len(stage.units) and stage.costs[at] == RELATIVE


def ranked(argument: Argument) -> bool:
    """Whether an argument could be a party of a comparison."""
    return any(i.mention is None or i.mention.name.kind in PARTIES for i in argument.items)
