"""Which of two arguments a verb belongs to, where the order of words leaves that open and their forms tell it."""

from __future__ import annotations

from dataclasses import replace

from claimscan.claims.match import Match
from claimscan.claims.reference import Argument, Form
from claimscan.claims.scene import Scene
from claimscan.rulebook.rules import AnaphorRule, Gender, Number, Pick


def agreed(match: Match, stage: Scene) -> Match:
    """The reading with its sides exchanged where the verb belongs to the second: "A und B lässt das Modell hinter sich", "den A schlägt B".

    A language that puts objects first tells its verbs in the singular and in the plural, and its cases, by word classes.
    """
    pair = _fronted(match, stage)
    if pair is None:
        return match
    front, behind = pair
    return replace(match, slots={**match.slots, front: match.slots[behind], behind: match.slots[front]})


def background(match: Match, stage: Scene) -> tuple[Argument, ...]:
    """The arguments that a reading does not speak of, wherever they stand: objects put first, and what its prepositions bring in."""
    pair = _fronted(match, stage)
    fronted = (match.slots[pair[0]],) if pair else ()
    brought = (each for each in match.slots.values() if each.head - 1 in match.trigger and _linked(stage, each))
    return (*fronted, *brought)


def _fronted(match: Match, stage: Scene) -> tuple[str, str] | None:
    """The roles of an object that stands before its subject and of that subject, as the pattern takes them.

    A rule whose words begin before both knows what they are.
    """
    roles = sorted((argument.first, role) for role, argument in match.slots.items() if role in ("subject", "object"))
    if len(roles) < 2:
        return None
    (_, front), (_, behind) = roles
    first, second = match.slots[front], match.slots[behind]
    told = match.trigger[0] > first.head and (_acts(stage, first, second) or _declined(stage, first))
    return (front, behind) if told and not (_linked(stage, second) or _linked(stage, first)) else None


def _acts(stage: Scene, first: Argument, second: Argument) -> bool:
    """Whether the verb right behind the first argument can only belong to the second."""
    verb = stage.units[first.last].form if first.last < second.head else ""
    singular, plural = stage.lexicon.has("singular_forms", verb), stage.lexicon.has("plural_verbs", verb)
    if _listed(stage, first):
        return singular and len(second.items) == 1
    single = len(first.items) == 1 and first.items[0].form is Form.NAME and first.last - first.first == 1
    return single and ((plural and _listed(stage, second)) or (singular and _nominative(stage, second)))


def _declined(stage: Scene, first: Argument) -> bool:
    """Whether the case of an argument right before the verb makes it an object: "den alten Rivalen schlägt"."""
    verb = stage.units[first.last].form if first.last < len(stage.units) else ""
    finite = stage.lexicon.has_any(("singular_forms", "plural_verbs", "auxiliaries"), verb)
    return finite and stage.lexicon.has("oblique_determiners", stage.units[first.head].form)


def _listed(stage: Scene, argument: Argument) -> bool:
    """Whether an argument joins two or more or opens its clause and stands for them, so that its verb stands in the plural."""
    opens = argument.first == 0 or not stage.units[argument.first - 1].form[0].isalnum()
    if opens and any(item.anaphor and _plural(item.anaphor) for item in argument.items):
        return True
    inside = (unit.form for unit in stage.units[argument.first : argument.last])
    return len(argument.items) > 1 and any(stage.lexicon.has("additions", form) for form in inside)


def _plural(anaphor: AnaphorRule) -> bool:
    """Whether the verb of an anaphor stands in the plural: that of "beide", not that of "keines"."""
    return anaphor.number is not Number.SINGULAR and anaphor.pick is not Pick.NEITHER


def _linked(stage: Scene, argument: Argument) -> bool:
    """Whether a preposition or a word of comparison stands before an argument, so that it is no bare case of a verb."""
    before = stage.units[argument.head - 1].form if argument.head else ""
    return stage.lexicon.has_any(("prepositions", "comparands"), before)


def _nominative(stage: Scene, argument: Argument) -> bool:
    """Whether the form of an argument makes it the subject of its verb: "er", "der Chatbot"."""
    item, form = argument.items[0], stage.units[argument.first].form
    bare = argument.last - argument.first == 1
    masculine = item.anaphor is not None and item.anaphor.gender is Gender.MASCULINE
    return len(argument.items) == 1 and stage.lexicon.has("nominatives" if bare else "masculine_nominatives", form) and (bare or masculine)
