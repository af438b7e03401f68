"""Verbs that share a subject: "A beats B and trails C" says that A trails C, "compared with A, B leads and beats C" that B does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimscan.claims.fitness import oblique
from claimscan.claims.match import Match
from claimscan.claims.reference import Argument
from claimscan.claims.scene import RELATIVE, Scene
from claimscan.model import Kind


def untangled(matches: Sequence[Match], stage: Scene) -> tuple[Match, ...]:
    """The readings of a sentence with arguments that two neighbouring ones claimed given to the right one."""
    done: list[Match] = []
    for match in matches:
        current = _resumed(_described(match, stage), stage)
        for other in reversed(done):
            role = _shared(other, current)
            if role is None:
                continue
            argument = current.slots[role]
            if _relative(stage, argument, current.trigger[0]) or _heads_clause(stage, other, argument):
                continue
            outer = _first_argument(other, argument) or _main_subject(other, current)
            if outer and other.trigger[0] < outer.first and oblique(stage, outer) and not _owner(stage, other, outer):
                break
            if outer and any(stage.units[at].form == ":" and at not in other.trigger for at in range(outer.last, argument.first)):
                break
            if _joined(stage, argument.last, current.trigger[0]):
                if outer:
                    current = _with(current, role, outer)
                break
            if len(argument.items) > 1 and not _opens_clause(stage, argument):
                done[done.index(other)] = _with(other, _role_of(other, argument), _part(argument, 0, -1))
                current = _with(current, role, _part(argument, -1, None))
            break
        done.append(current)
    return tuple(done)


def _described(match: Match, stage: Scene) -> Match:
    """The reading with the last name of a list as its subject, where that one alone is described: "A and B, a model that beats C"."""
    for role, argument in match.slots.items():
        at = argument.last
        before = at < match.trigger[0] and len(argument.items) > 1 and stage.units[at].form == ","
        if not before or not stage.lexicon.has("singular_articles", stage.units[at + 1].form):
            continue
        clause = next((n for n in range(at + 2, match.trigger[0]) if stage.costs[n] == RELATIVE), None)
        noun = clause is not None and stage.lexicon.has("model_nouns", stage.units[clause - 1].form)
        if noun and clause is not None and not any(at < other.first < clause for other in stage.arguments):
            return replace(match, slots={**match.slots, role: _part(argument, -1, None)})
    return match


def _resumed(match: Match, stage: Scene) -> Match:
    """The reading with who its clause begins with where it took an object of a verb before: "A challenges B and offers more than C"."""
    start = match.trigger[0]
    before = [(role, argument) for role, argument in match.slots.items() if argument.last <= start]
    role, taken = max(before, key=lambda pair: pair[1].last, default=("", None))
    if taken is None or not _verb_joined(stage, taken.last, start, match):
        return match
    opening = next((a for a in stage.arguments if a.last <= taken.first and not oblique(stage, a)), None)
    if opening is None or opening in match.slots.values() or _presents(opening, taken):
        return match
    whole = not any(stage.units[at].form in (",", ";", ":") for at in range(opening.last, taken.first))
    return _with(match, role, opening) if whole and _opens(stage, opening) else match


def _opens(stage: Scene, argument: Argument) -> bool:
    """Whether a clause begins with an argument and its verb, or with a phrase, its verb and the argument: "With A, B"."""
    if argument.head > 0:
        fronted, verb = stage.units[0].form, stage.units[argument.head - 1].form
        return stage.lexicon.has("prepositions", fronted) and verb[0].isalnum() and not stage.lexicon.has("prepositions", verb)
    at = argument.last
    verb = stage.units[at + 2 * (stage.units[at].form == "-")].form
    return verb[0].isalnum() and not stage.lexicon.has_any(("prepositions", "conjunctions", "determiners"), verb)


def _verb_joined(stage: Scene, start: int, end: int, match: Match) -> bool:
    """Whether a verb is joined to the one before between two positions, with no party of its own: "... and offers"."""
    joint = next((at for at in range(start, end) if stage.lexicon.has("additions", stage.units[at].form)), None)
    if joint is None or any(start <= other.first < end for other in stage.arguments):
        return False
    return joint + 1 in match.trigger or stage.lexicon.has("verbs", stage.units[joint + 1].form)


def _presents(maker: Argument, made: Argument) -> bool:
    """Whether a vendor may have presented a model: "Lumo has shown Ember 4 and beats X" is said of Ember 4."""
    vendors = [item.mention for item in maker.items if item.mention and item.mention.name.kind is Kind.VENDOR]
    return bool(vendors) and any(item.mention and item.mention.name.kind is Kind.MODEL for item in made.items)


def _shared(earlier: Match, later: Match) -> str | None:
    """The role in which the later reading takes, before its verb, what is not the subject of the earlier one's verb."""
    for role, argument in later.slots.items():
        if argument not in earlier.slots.values() or argument.last > later.trigger[0]:
            continue
        if argument.first > earlier.trigger[0] or _first_argument(earlier, argument):
            return role
    return None


def _first_argument(match: Match, other: Argument) -> Argument | None:
    """The argument that comes first in a reading, before the other one: its grammatical subject as a rule."""
    before = (a for a in match.slots.values() if a.last <= other.first)
    return min(before, key=lambda a: a.first, default=None)


def _main_subject(fronted: Match, later: Match) -> Argument | None:
    """The argument of a fronted reading that stands behind the later one: "faster than A, cheaper than B: C is out"."""
    return next((a for a in fronted.slots.values() if a.first > later.trigger[-1]), None)


def _heads_clause(stage: Scene, fronted: Match, argument: Argument) -> bool:
    """Whether the main clause begins with an argument, behind the comma of a fronted reading: "built to beat A, B shows ..."."""
    return any(stage.units[at].form == "," and argument.head - 1 == at for at in fronted.trigger)


def _opens_clause(stage: Scene, argument: Argument) -> bool:
    """Whether an argument begins a subordinate clause, and so is all of it the subject there: "while A and B beat C, ..."."""
    return argument.head > 0 and stage.lexicon.has("boundaries", stage.units[argument.head - 1].form)


def _owner(stage: Scene, match: Match, argument: Argument) -> bool:
    """Whether an argument tells whose merit is the subject, with a word that is none of the reading's: "do the skills of A match B"."""
    at = argument.head - 1
    merit = at > 0 and stage.lexicon.has("merit_nouns", stage.units[at - 1].form)
    return merit and at not in match.trigger and stage.lexicon.has("maker_links", stage.units[at].form)


def _role_of(match: Match, argument: Argument) -> str:
    return next(role for role, other in match.slots.items() if other == argument)


def _relative(stage: Scene, argument: Argument, end: int) -> bool:
    """Whether a relative clause about the argument begins right behind it, or behind its verb and reaches up to a position."""
    clause = next((at for at in range(argument.last, end) if stage.costs[at] == RELATIVE), None)
    if clause is None or any(argument.last <= other.first < clause for other in stage.arguments):
        return False
    return clause <= argument.last + 1 or not _joined(stage, clause, end)


def _joined(stage: Scene, start: int, end: int) -> bool:
    """Whether a comma, conjunction or clause boundary stands between two positions."""
    for at in range(start, end):
        form = stage.units[at].form
        if form in (",", ";", "–", "—") or stage.lexicon.has("boundaries", form) or stage.lexicon.length("conjunctions", stage.units, at):
            return True
    return False


def _part(argument: Argument, start: int, end: int | None) -> Argument:
    items = argument.items[start:end]
    return Argument(items[0].first, items[-1].last, items, items[0].first)


def _with(match: Match, role: str, argument: Argument) -> Match:
    if any(other == argument for name, other in match.slots.items() if name != role):
        return match
    return replace(match, slots={**match.slots, role: argument})
