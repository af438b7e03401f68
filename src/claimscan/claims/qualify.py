"""How a claim is meant: denied or not, how firmly, and who says so. Cues work as in ConText (Harkema et al. 2009)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.marks import word_marks
from claimscan.claims.match import match_at
from claimscan.claims.patterns import PatternIndex
from claimscan.claims.reference import Argument
from claimscan.claims.scene import Scene
from claimscan.claims.sentences import Unit
from claimscan.model import Polarity, Stance
from claimscan.rulebook.rules import CueRule, Reach

_REACH = 40
_NEGATION_REACH = 9


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at work in a sentence: its rule, its words (unit positions), and its source where it has one."""

    rule: CueRule
    trigger: tuple[int, ...]
    source: Argument | None

    @property
    def first(self) -> int:
        """The first unit of its words."""
        return self.trigger[0]

    @property
    def last(self) -> int:
        """The position after its words."""
        return self.trigger[-1] + 1


class CueIndex:
    """The cues of a language by their words."""

    def __init__(self, rules: Sequence[CueRule], lexicon: Lexicon) -> None:
        pairs = [(rule, pattern) for rule in rules for pattern in rule.patterns]
        self._rules = [rule for rule, _ in pairs]
        self._index = PatternIndex([pattern for _, pattern in pairs], lexicon)
        self._lexicon = lexicon

    def possible(self, units: Sequence[Unit]) -> bool:
        """Whether all words of a cue may stand in a sentence."""
        return bool(self._index.hits(units, word_marks(units, self._lexicon)))

    def find(self, stage: Scene) -> tuple[Cue, ...]:
        """The cues of a sentence, longest first where two share a word."""
        found: list[tuple[Cue, float]] = []
        for at, hit in self._index.hits(stage.units, stage.marks):
            match = match_at(stage, self._index, hit, at)
            if match:
                rule = self._rules[hit.pattern]
                if not _excepted(rule, stage, match.trigger):
                    found.append((Cue(rule, match.trigger, match.slots.get("source")), match.cost))
        found.sort(key=lambda f: (f[0].source is None, not _affirms(f[0].rule), f[1] - len(f[0].trigger), f[0].trigger))
        kept: list[Cue] = []
        for cue, _ in found:
            if not any(set(cue.trigger) & set(other.trigger) and _same_effect(cue.rule, other.rule) for other in kept):
                kept.append(cue)
        return tuple(sorted(kept, key=lambda c: c.trigger))


def _affirms(rule: CueRule) -> bool:
    """Whether a cue denies a denial, so that the denial alone is none: `never failed to`."""
    return rule.polarity is Polarity.AFFIRMED


def _same_effect(one: CueRule, other: CueRule) -> bool:
    """Whether of two cues that share a word only one can be at work: both are of one rule or stance, or one denies the other's denial.

    Of two rules that deny each may reach where the other ends: `nicht` in "es gelang ihm nicht, zu".
    """
    both_deny = one.polarity is other.polarity is Polarity.NEGATED
    polar = one.polarity is not None and other.polarity is not None
    return one.stance == other.stance and (polar or one.polarity == other.polarity) and not (both_deny and one is not other)


def _excepted(rule: CueRule, stage: Scene, trigger: Sequence[int]) -> bool:
    """Whether the cue's words stand inside a phrase that only looks like the cue."""
    phrases = stage.lexicon.phrases(rule.excepts)
    return any(
        start + len(phrase) > trigger[0]
        for start in range(max(0, trigger[0] - phrases.longest_of_all + 1), trigger[-1] + 1)
        for phrase in phrases.starting(stage.units, start)
    )


def applying(cues: Iterable[Cue], stage: Scene, trigger: Sequence[int], others: Iterable[Sequence[int]] = ()) -> Iterator[Cue]:
    """The cues that speak of the claim with this trigger; `others` are the triggers of the sentence's other claims.

    Words of the trigger do not deny it, but their mood may report it: "dass X Y übertreffe". A denial that is part of
    another claim's words is none here: "X is slower than Y and not as good as Z".
    """
    taken = set(trigger)
    elsewhere = {at for other in others for at in other} - taken
    for cue in cues:
        if cue.rule.polarity is not None and elsewhere.issuperset(cue.trigger):
            continue
        if taken & set(cue.trigger):
            if cue.rule.polarity is None:
                yield cue
        elif _reaches(cue, stage, trigger):
            yield cue


def _reaches(cue: Cue, stage: Scene, trigger: Sequence[int]) -> bool:
    first, last = trigger[0], trigger[-1] + 1
    reach = cue.rule.reach
    if cue.rule.polarity is not None and _aside_of(stage, cue.first) != _aside_of(stage, first):
        return False
    aside = _aside_of(stage, cue.last - 1)
    if aside is not None and aside != _aside_of(stage, first) and stage.lexicon.has("relatives", stage.units[aside + 1].form):
        return False
    if reach is Reach.SENTENCE:
        return True
    far = _NEGATION_REACH if cue.rule.polarity is not None else _REACH
    if reach in (Reach.FORWARD, Reach.BOTH) and cue.first < last:
        low, high = cue.last, first
        if high - low <= far and not _stopped(cue, stage, low, high):
            return True
    if reach in (Reach.BACKWARD, Reach.BOTH) and cue.last > first:
        low, high = last, cue.first
        if high - low <= far and not _stopped(cue, stage, low, high):
            return True
    return False


def _aside_of(stage: Scene, at: int) -> int | None:
    """The bracketed remark or relative clause in which a position lies, told by its start."""
    return next((start for start, end in stage.asides.items() if 0 <= start <= at < end), None)


def _stopped(cue: Cue, stage: Scene, low: int, high: int) -> bool:
    """Whether something between the cue and the claim ends the cue's reach; the claim may begin with its sign or conjunction."""
    opening = low < high < len(stage.units) and stage.units[high].form in (",", ":")
    if opening and stage.lexicon.phrases(cue.rule.stops).longest(stage.units, high):
        return True
    if cue.last == low < high < len(stage.units) and cue.rule.polarity is not None and _begins_clause(stage, high):
        return True
    for at in range(low, high):
        if stage.lexicon.phrases(cue.rule.stops).longest(stage.units, at):
            return True
        if stage.units[at].form == ";" or (cue.rule.polarity is not None and stage.lexicon.has("boundaries", stage.units[at].form)):
            return True
    return False


def _begins_clause(stage: Scene, at: int) -> bool:
    """Whether the words of a claim begin with what joins or sets off its clause: "but", "and", "because", ";"."""
    form = stage.units[at].form
    return form in (";", "–", "—") or stage.lexicon.has("boundaries", form) or stage.lexicon.has("conjunctions", form)


def polarity_of(cues: Iterable[Cue], own: Polarity | None) -> Polarity:
    """The polarity of a claim: its rule's own, turned by a negating cue; what a rule affirms is not denied."""
    if own is Polarity.AFFIRMED:
        return own
    denied = any(cue.rule.polarity is Polarity.NEGATED for cue in cues)
    if own is Polarity.NEGATED:
        return Polarity.AFFIRMED if denied else Polarity.NEGATED
    return Polarity.NEGATED if denied else Polarity.AFFIRMED


def stance_of(cues: Iterable[Cue], own: Stance | None) -> Stance:
    """The weakest commitment among a claim's cues: hedged, else attributed, else asserted."""
    stances = {own, *(cue.rule.stance for cue in cues)}
    if Stance.HEDGED in stances:
        return Stance.HEDGED
    return Stance.ATTRIBUTED if Stance.ATTRIBUTED in stances else Stance.ASSERTED
