"""What a gap of a pattern may cross, and what each step costs: words, signs, boundaries of clauses, other names."""

from __future__ import annotations

from collections.abc import Iterator

from claimscan.claims.fitness import oblique
from claimscan.claims.reference import Argument, Form
from claimscan.claims.scene import BOUNDARY, RELATIVE, WORD, Scene, passing
from claimscan.model import Kind
from claimscan.rulebook.rules import Element, Phrases, Slot

MAX_GAP = 45
ASIDE = 0.5
_JOINT, _JOINT_REACH = 0.8, 2
_OBLIQUE, _GOING_ON, _FIELD = 0.8, 6, 5
_OTHER_SUBJECT, _OTHER_VERB, _VERB_REACH = 12.0, 4.0, 4
_REMARKS = frozenset("([:–—")
_DASHES = frozenset("–—-")


def steps(stage: Scene, at: int, sought: Element, *, forward: bool, outermost: bool) -> Iterator[tuple[int, float]]:
    """Positions reachable over a gap with the cost of what lies between, nearest first.

    Where words are looked for, the gap also steps into phrases without a name: "models" in "all open models". On the way
    back to the `outermost` party, the grammatical subject, what a preposition brings in is passed easily, unless a relative
    clause or a remark may speak of it: "A is built on B and beats C".
    """
    cost = 0.0
    start = at
    words = isinstance(sought, Phrases)
    main_clause = not forward and isinstance(sought, Slot) and (sought.role == "subject" or outermost)
    loser = isinstance(sought, Slot) and sought.role == "object"
    yield at, cost
    for _ in range(MAX_GAP):
        argument = (stage.starting if forward else stage.ending).get(at)
        aside = stage.asides.get(at if forward else ~at)
        if argument and words and not any(argument.names):
            argument = None
        if argument and argument.first in stage.spoken:
            cost += WORD
            at = argument.last if forward else argument.first
        elif argument:
            background = main_clause and ((not loser and oblique(stage, argument)) or taken(stage, argument.last, start))
            cost += min(passing(argument), _OBLIQUE) if background else passing(argument)
            cost += _acting(stage, argument, start) if not forward else 0.0
            at = argument.last if forward else argument.first
        elif aside is not None and not (main_clause and _names(stage, aside, at)):
            cost += ASIDE
            at = aside
        else:
            at += 1 if forward else -1
            if not 0 <= at <= len(stage.units):
                return
            passed = stage.costs[at - 1 if forward else at]
            main_clause = main_clause and passed != RELATIVE and stage.units[at].form not in _REMARKS
            cost += _JOINT if passed == BOUNDARY and not forward and _opens(stage, at, start) else passed
        yield at, cost


def _names(stage: Scene, opening: int, at: int) -> bool:
    """Whether a remark in dashes, read backward, does nothing but name who is meant: "two models – X and Y – that beat Z"."""
    named = stage.ending.get(at - 1)
    if named is None or stage.units[opening].form not in _DASHES or not any(named.names):
        return False
    first = opening + 1 + stage.lexicon.length("examples", stage.units, opening + 1)
    return any(item.first == first for item in named.items)


def taken(stage: Scene, last: int, trigger: int) -> bool:
    """Whether the argument that ends at a position belongs to the verb before: "A replaces B and easily beats C"."""
    first = stage.ending[last].first if last in stage.ending else 0
    if _hangs_on(stage, last, trigger):
        return any(a.last < first and _model(a) and not oblique(stage, a) for a in stage.arguments)
    if not (_goes_on(stage, last, trigger) or _gapped(stage, first, last, trigger)):
        return False
    return any(a.last < first and (_model(a) or a.has(Form.ANAPHOR, Form.OWNED)) and not oblique(stage, a) for a in stage.arguments)


def _hangs_on(stage: Scene, last: int, trigger: int) -> bool:
    """Whether a participle behind a comma begins the trigger, and a preposition brings the argument in: "A was a blow to B, beating C"."""
    if not (last < trigger < len(stage.units) and stage.lexicon.has("participles", stage.units[trigger].form)):
        return False
    argument = stage.ending.get(last)
    return argument is not None and stage.units[trigger - 1].form == "," and oblique(stage, argument)


def _goes_on(stage: Scene, last: int, trigger: int) -> bool:
    """Whether a conjunction and shortly the trigger stand behind an argument: "replaces X and beats", "löst X ab und schlägt"."""
    if last < trigger and stage.lexicon.has("verb_particles", stage.units[last].form):
        last += 1
    joint = last + (stage.units[last].form == ",") if last < trigger else trigger
    if not 0 < trigger - joint <= _GOING_ON:
        return False
    return stage.costs[joint] == BOUNDARY or stage.lexicon.length("conjunctions", stage.units, joint) > 0


def _gapped(stage: Scene, first: int, last: int, trigger: int) -> bool:
    """Whether an argument is one more of a list with fields: "A beats B in maths, C in law and loses to D"."""
    listed = first > 0 and stage.units[first - 1].form == "," and stage.lexicon.has("prepositions", stage.units[last].form)
    return listed and trigger - last <= _FIELD and stage.lexicon.length("conjunctions", stage.units, trigger - 1) > 0


def _model(argument: Argument) -> bool:
    return any(name.name.kind is Kind.MODEL for name in argument.names)


def _acting(stage: Scene, argument: Argument, verb: int) -> float:
    """What it costs to pass a group right before a verb, which is its subject: "that open models can match X" tells nothing of others.

    What somebody has is no subject: "A and B have models of one class". Behind a conjunction the verb may go on about who was
    named before: "A beats open models and even rivals X".
    """
    near = verb - argument.last <= _VERB_REACH and any(i.group and not i.group.source for i in argument.items) and not any(argument.names)
    opened = stage.lexicon.has("relatives", stage.units[argument.head].form)
    before = stage.units[argument.head - 1].form if argument.head and not opened else ""
    owned = stage.lexicon.has_any(("auxiliaries", "genitives"), before)
    if not near or owned or oblique(stage, argument) or max(stage.costs[argument.last : verb], default=WORD) > WORD:
        return 0.0
    joint = argument.last + (stage.units[argument.last].form == ",")
    joined = joint < verb and stage.lexicon.length("conjunctions", stage.units, joint) > 0
    return _OTHER_VERB if joined else _OTHER_SUBJECT


def _opens(stage: Scene, at: int, start: int) -> bool:
    """Whether the words behind a boundary are so few that it joins a predicate to the subject before it: ", but is much ..."."""
    light = (stage.lexicon.has_any(("auxiliaries", "verb_adverbs"), stage.units[n].form) for n in range(at, start))
    few = sum(not each for each in light) <= _JOINT_REACH
    return few and start not in stage.starting
