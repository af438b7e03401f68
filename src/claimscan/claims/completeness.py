"""What around a reading tells that its words say less, or of others, than they seem to."""

from __future__ import annotations

from claimscan.claims.match import Match
from claimscan.claims.scene import Scene

_COMPARED_WITHIN, _SET_AGAINST = 6, 3
_CLAUSE_SIGNS = frozenset(",;:()–—")


def contrasted(stage: Scene, match: Match) -> bool:
    """Whether a praise belongs to what another is set against: "compared with the (previous) best models, X improves"."""
    at, lexicon = match.trigger[0], stage.lexicon
    if stage.units[match.trigger[-1]].form != ",":
        return False
    while at > 0 and lexicon.has_any(("determiners", "list_modifiers"), stage.units[at - 1].form):
        at -= 1
    against = any(lexicon.length("contrasted", stage.units, first) == at - first for first in range(max(0, at - _SET_AGAINST), at))
    return against and any(argument.first > match.trigger[-1] for argument in match.slots.values())


def set_against(stage: Scene, match: Match) -> bool:
    """Whether the subject lies in what a clause begins by setting it against: "compared with the boxes of X" lets X not win."""
    subject = match.slots.get("subject")
    if subject is None or subject.last > match.trigger[0]:
        return False
    for at in range(subject.first - 1, -1, -1):
        form = stage.units[at].form
        if not form[0].isalnum() or stage.lexicon.has_any(("verbs", "auxiliaries", "boundaries"), form):
            return False
        if stage.lexicon.length("contrasted", stage.units, at) > 1 and at not in match.trigger:
            return True
    return False


def left_open(stage: Scene, start: int) -> bool:
    """Whether a "than" follows from a position on that some party could stand behind, and no amount: "more than twice as cheap"."""
    for at in range(start, len(stage.units)):
        if stage.lexicon.has("open_comparands", stage.units[at].form) and not _amount(stage, at + 1):
            return True
    return False


def _amount(stage: Scene, at: int) -> bool:
    """Whether how much, or how often, is told at a position."""
    if at >= len(stage.units) or stage.units[at].mention:
        return False
    told = any(stage.lexicon.length(name, stage.units, at) > 0 for name in ("number_words", "multiples"))
    return told or stage.units[at].form[0].isdigit()


def goes_on(stage: Scene, match: Match) -> bool:
    """Whether another "than X" follows in the clause of a reading that ends behind both its sides: "A is good, but B is better than C"."""
    last = match.trigger[-1]
    if stage.lexicon.has("open_comparands", stage.units[last].form) or any(argument.last > last for argument in match.slots.values()):
        return False
    for at in range(last + 1, len(stage.units)):
        form = stage.units[at].form
        if stage.lexicon.has("open_comparands", form):
            return any(at < argument.first <= at + _COMPARED_WITHIN for argument in stage.arguments)
        if form in _CLAUSE_SIGNS or stage.lexicon.has("boundaries", form):
            return False
    return False


def says_more(stage: Scene, match: Match) -> bool:
    """Whether what words of a reading join to its last side begins a clause of its own: "better than Foo and B is slow"."""
    last = max(match.slots.values(), key=lambda argument: argument.first)
    joint = last.first - 1
    if joint not in match.trigger or not stage.lexicon.has("additions", stage.units[joint].form):
        return False
    compared = any(stage.lexicon.has("open_comparands", stage.units[at].form) for at in match.trigger if at < joint)
    return compared and last.last < len(stage.units) and stage.lexicon.has("singular_verbs", stage.units[last.last].form)
