"""Verbs left out the second time: "A beats B at chess and C at draughts", "A is best for chess, B for draughts", "A beats B, as does C"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from claimscan.claims.match import Match
from claimscan.claims.reference import Argument, Form
from claimscan.claims.scene import Scene
from claimscan.model import Kind

_REACH = 9
_PRAISED_WITHIN = 4


def repeated(matches: Sequence[Match], stage: Scene, praises: Callable[[Match], bool]) -> Iterator[Match]:
    """The readings, each followed by those in which its verb has to be heard again; `praises` tells those that need no other side."""
    taken = {argument.first for match in matches for argument in match.slots.values()}
    for match in matches:
        yield match
        role = _last_role(match) or ""
        if praises(match):
            yield from (replace(match, slots={"subject": other}) for other in _praised(stage, match) if other.first not in taken)
        for following in (_again, _further) if role else ():
            other = following(stage, match.slots[role])
            while other and other.first not in taken:
                yield replace(match, slots={**match.slots, role: other})
                other = following(stage, other)
        beside = _beside(stage, match)
        if beside and not taken.intersection(argument.first for argument in beside.values()):
            yield replace(match, slots={**match.slots, **beside})
        like = _likewise(stage, match)
        if like and like.first not in taken:
            yield replace(match, slots={**match.slots, _first_role(match): like})


def _likewise(stage: Scene, match: Match) -> Argument | None:
    """The model of which the reading is said to hold, too, where the words of its clause end: "A beats B, as does C"."""
    roles = match.slots.keys() & {"subject", "object"}
    end = max((match.trigger[-1] + 1, *(match.slots[role].last for role in roles)))
    for at in range(end, min(len(stage.units), end + _REACH) if len(roles) == 2 else end):
        length = stage.lexicon.length("likewise", stage.units, at)
        other = stage.starting.get(at + length) if length else None
        if other and _is_model(other) and (other.last >= len(stage.units) or not stage.units[other.last].form[0].isalnum()):
            return other
        if at in stage.starting:
            return None
    return None


def _beside(stage: Scene, match: Match) -> dict[str, Argument] | None:
    """The two models that end the sentence, the second behind the same preposition: "A is on a par with B, C with D"."""
    parties = sorted((argument.first, role) for role, argument in match.slots.items() if role in ("subject", "object"))
    if len(parties) < 2:
        return None
    first, last = (role for _, role in parties)
    units, other = stage.units, match.slots[last]
    at = max(match.trigger[-1] + 1, other.last)
    link = units[other.head - 1].form if other.head else ""
    if at >= len(units) or not (units[at].form == "," or stage.lexicon.has("conjunctions", units[at].form)):
        return None
    one = stage.starting.get(at + 1)
    two = stage.starting.get(one.last + 1) if one and one.last < len(units) and units[one.last].form == link else None
    if one is None or two is None or not (_is_model(one) and _is_model(two) and stage.lexicon.has("prepositions", link)):
        return None
    return {first: one, last: two} if all(not unit.form[0].isalnum() for unit in units[two.last :]) else None


def _first_role(match: Match) -> str:
    """The role of the party that stands first: its grammatical subject as a rule."""
    return min(("subject", "object"), key=lambda role: match.slots[role].first)


def _last_role(match: Match) -> str | None:
    """The role of the party that stands last, behind the words of the reading; None where a side is missing or none does."""
    parties = [(argument.first, role) for role, argument in match.slots.items() if role in ("subject", "object")]
    last, role = max(parties, default=(0, None))
    return role if len(parties) == 2 and last > match.trigger[-1] else None


def _praised(stage: Scene, match: Match) -> Iterator[Argument]:
    """The models praised for something else by the same words: B and C in "A is best for chess, B for draughts and C for bridge"."""
    subject, at = match.slots.get("subject"), match.trigger[-1]
    if subject is None or subject.last > match.trigger[0]:
        return
    near = range(at, min(len(stage.units), at + _PRAISED_WITHIN))
    place = next((at for at in near if stage.lexicon.has("field_prepositions", stage.units[at].form)), None)
    while place is not None:
        other = _joined(stage, place)
        place = other.last if other and not any(at in stage.starting for at in range(place, other.first)) else None
        if other and place and _ends_soon(stage, place):
            yield other


def _ends_soon(stage: Scene, at: int) -> bool:
    """Whether no verb follows the preposition at a position before the clause ends."""
    for unit in stage.units[at + 1 : at + _REACH]:
        if not unit.form[0].isalnum() or stage.lexicon.has("conjunctions", unit.form):
            return True
        if stage.lexicon.has("auxiliaries", unit.form):
            return False
    return at + _REACH >= len(stage.units)


def _again(stage: Scene, argument: Argument) -> Argument | None:
    """The model joined to an argument by "and" or a comma, and before such a preposition, too: "B at chess and C at draughts"."""
    return _joined(stage, argument.last)


def _joined(stage: Scene, at: int) -> Argument | None:
    """The model that a conjunction or a comma joins to what stands before the preposition at a position, and before such a one, too."""
    units = stage.units
    if at >= len(units) or not stage.lexicon.has_any(("prepositions", "boundaries"), units[at].form):
        return None
    for joint in range(at + 2, min(len(units), at + _REACH)):
        length = stage.lexicon.length("conjunctions", units, joint)
        other = stage.starting.get(joint + (length or 1)) if length or units[joint].form == "," else None
        if other and _is_model(other) and other.last < len(units) and _alike(stage, units[other.last].form, units[at].form):
            return other
        if length or stage.lexicon.has("boundaries", units[joint].form) or units[joint].form in (";", ":"):
            return None
    return None


def _alike(stage: Scene, form: str, other: str) -> bool:
    return form == other or all(stage.lexicon.has("field_prepositions", each) for each in (form, other))


def _further(stage: Scene, argument: Argument) -> Argument | None:
    """The model behind the same preposition with a score of its own: "wins 50 per cent against B and 62 per cent against C"."""
    units, at = stage.units, argument.last
    link = units[argument.head - 1].form if argument.head else ""
    joint = (stage.lexicon.length("conjunctions", units, at) or units[at].form == ",") if at < len(units) else 0
    if not (joint and stage.lexicon.has("prepositions", link)):
        return None
    at += int(joint)
    while at < len(units) and (units[at].form[0].isdigit() or stage.lexicon.has("score_units", units[at].form)):
        at += 1
    other = stage.starting.get(at + 1) if at < len(units) and units[at].form == link else None
    return other if other and _is_model(other) else None


def _is_model(argument: Argument) -> bool:
    """Whether an argument names models, and nothing else."""
    return all(i.form is Form.NAME and i.mention and i.mention.name.kind is Kind.MODEL for i in argument.items)
