"""A sentence and what the rules find in it: arguments, cues, and the best reading of each trigger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimscan.claims.arguments import find_arguments
from claimscan.claims.aspects import AspectReader
from claimscan.claims.completeness import contrasted, goes_on, left_open, says_more, set_against
from claimscan.claims.coordination import untangled
from claimscan.claims.fitness import comparand_of, is_pronoun, outranked
from claimscan.claims.gapping import repeated
from claimscan.claims.kept import Kept
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.marks import WordMarks, possible_marks
from claimscan.claims.match import Match, find_matches, match_at
from claimscan.claims.patterns import PatternIndex, Place, still_fitting
from claimscan.claims.qualify import Cue, CueIndex
from claimscan.claims.scene import Scene, scene, with_arguments
from claimscan.claims.sentences import Sentence, Unit
from claimscan.model import Relation
from claimscan.rulebook import Rulebook
from claimscan.rulebook.rules import AnaphorRule, ClaimRule, GroupRule, Phrase, Reach, Sides

_TRIGGER_WORTH = 1.1
_MISSING = 3.0
_HARDLY_WORSE = 1.5
_PARTIES = ("subject", "object")
_SIDES = {Relation.OUTPERFORMS: 2, Relation.MATCHES: 2, Relation.LEADS: 1}


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim-bearing sentence as it was understood: for claims and for explanations."""

    sentence: Sentence
    stage: Scene
    cues: tuple[Cue, ...]
    matches: tuple[tuple[Match, ClaimRule], ...]
    given_way: tuple[tuple[Match, ClaimRule], ...] = ()

    def instead(self, match: Match) -> Iterator[tuple[Match, ClaimRule]]:
        """The readings that gave way to one that has nothing to carry on, and to no other; the best first."""
        elsewhere = {at for other, _ in self.matches if other is not match for at in other.trigger}
        for other, rule in self.given_way:
            if elsewhere.isdisjoint(other.trigger) and not set(other.trigger).isdisjoint(match.trigger):
                yield other, rule


class SentenceReader:
    """Reads single sentences by the rules of one language."""

    def __init__(self, rulebook: Rulebook, lexicon: Lexicon, aspects: AspectReader) -> None:
        self.capital_nouns = rulebook.facts.capital_nouns
        self._lexicon = lexicon
        self._aspects = aspects
        pairs = [(rule, pattern) for rule in rulebook.claims for pattern in rule.patterns]
        self._rules = tuple(rule for rule, _ in pairs)
        self._index = PatternIndex([pattern for _, pattern in pairs], lexicon)
        referring: list[AnaphorRule | GroupRule] = [*rulebook.anaphors, *rulebook.groups]
        phrases = [(rule, pattern) for rule in referring for pattern in rule.patterns]
        self._referring = tuple(rule for rule, _ in phrases)
        self._phrases = PatternIndex([pattern for _, pattern in phrases], lexicon)
        self._cues = CueIndex([rule for rule in rulebook.cues if rule.reach is not Reach.PREVIOUS], lexicon)
        self._words = Kept(lambda form: WordMarks.of(form, lexicon, self._referring_with(form)))

    def _referring_with(self, form: str) -> Iterator[tuple[Phrase, AnaphorRule | GroupRule]]:
        """The rules of the phrases that a folded word may begin, by the words still to come of them."""
        return ((words, self._referring[number]) for words, number in self._phrases.beginning(form))

    def stage(self, row: Sequence[Unit]) -> tuple[Scene, tuple[Cue, ...]]:
        """A sentence with its arguments, and its cues."""
        return self._with_cues(self._with_arguments(row))

    def _with_arguments(self, row: Sequence[Unit]) -> Scene:
        bare = scene(row, (), self._lexicon)
        return with_arguments(bare, find_arguments(row, self._lexicon, self._referring_phrases(bare)))

    def _with_cues(self, stage: Scene) -> tuple[Scene, tuple[Cue, ...]]:
        cues = self._cues.find(stage)
        spoken = frozenset(c.source.first for c in cues if c.source)
        return replace(stage, spoken=spoken) if spoken else stage, cues

    def read(self, sentences: Sequence[tuple[Sentence, Sequence[Unit]]]) -> list[Reading | None]:
        """What the rules find in each of some sentences; None where none that makes claims has all its words and parties in it.

        Each step is taken for all of them, so that what it works with stays near the processor.
        """
        found: list[Reading | None] = [None] * len(sentences)
        possible = [self._index.hits(row, possible_marks(row, self._words)) for _, row in sentences]
        telling = [at for at, places in enumerate(possible) if self._tell(places)]
        stages = [self._with_arguments(sentences[at][1]) for at in telling]
        places = [still_fitting(possible[at], stage.marks) for at, stage in zip(telling, stages, strict=True)]
        left = [(at, stage, fitting) for at, stage, fitting in zip(telling, stages, places, strict=True) if self._tell(fitting)]
        cued = [self._with_cues(stage) for _, stage, _ in left]
        matches = [self._matches(stage, fitting) for (stage, _), (_, _, fitting) in zip(cued, left, strict=True)]
        for (at, _, _), (stage, cues), matched in zip(left, cued, matches, strict=True):
            found[at] = self._reading(sentences[at][0], stage, cues, matched)
        return found

    def _matches(self, stage: Scene, places: Iterable[Place]) -> list[Match]:
        """The readings of patterns at these places of a sentence."""
        found = (match_at(stage, self._index, hit, at) for at, hit in places)
        return [match for match in found if match]

    def _reading(self, sentence: Sentence, stage: Scene, cues: tuple[Cue, ...], matches: Sequence[Match]) -> Reading:
        """A sentence with the best of the readings of patterns in it."""
        chosen, given_way = self._chosen(stage, matches)
        told = untangled(chosen, stage)
        fitting = self._fitting(stage, repeated(told, stage, self._praises), told)
        return Reading(sentence, stage, cues, fitting, self._fitting(stage, given_way, told))

    def _fitting(self, stage: Scene, matches: Iterable[Match], told: Sequence[Match]) -> tuple[tuple[Match, ClaimRule], ...]:
        """The readings that neither speak of something else nor compare with what another one does, with their rules."""
        fitting = (m for m in matches if not (self._beyond(m, told) or self._of_comparand(m, told)))
        meant = (m for m in fitting if not (self._compared_elsewhere(stage, m) or self._aspects.excludes(stage, m.trigger)))
        return tuple((m, self._rules[m.pattern]) for m in meant)

    def _tell(self, places: Iterable[Place]) -> bool:
        """Whether one of these patterns makes claims; decoys alone make none."""
        return any(self._rules[hit.pattern].relation is not None for _, hit in places)

    def _chosen(self, stage: Scene, matches: Sequence[Match]) -> tuple[list[Match], list[Match]]:
        """The best readings, no two sharing a trigger word, in text order; decoys have done their work and are left out.

        A word of comparison may be shared: "better and cheaper than X" is two claims. So may the links of a ranking: "A > B > C".
        Behind them those that only gave way to what would carry on a comparison, the best first.
        """
        kept: list[Match] = []
        given_way: list[Match] = []
        whole = [match for match in matches if self._closed(stage, match)]
        comparing = (m.trigger[-1] for m in whole if self._compares(self._rules[m.pattern]))
        first = min(comparing, default=len(stage.units))
        whole = [match for match in whole if self._carries_on(stage, match, first)]
        for match in sorted(whole, key=lambda m: (self._worth(m), m.trigger, self._rules[m.pattern].id)):
            better = [other for other in kept if self._excludes(stage, other, match)]
            if not better:
                kept.append(match)
            elif self._compares(self._rules[match.pattern]) and all(self._may_fail(other, match) for other in better):
                given_way.append(match)
        kept = [m for m in kept if self._rules[m.pattern].relation is not None]
        return sorted(kept, key=lambda m: m.trigger), given_way

    def _may_fail(self, kept: Match, match: Match) -> bool:
        """Whether a reading that was kept only carries on a comparison, and the other one is hardly worse."""
        return self._rules[kept.pattern].sides is Sides.BEFORE and self._worth(match) - self._worth(kept) <= _HARDLY_WORSE

    def _praises(self, match: Match) -> bool:
        """Whether a reading says of one side alone that it leads."""
        return self._rules[match.pattern].relation is Relation.LEADS

    @staticmethod
    def _compares(rule: ClaimRule) -> bool:
        """Whether a rule makes a comparison of its own, and does not carry on one; a praise has no other side to carry on."""
        return rule.relation in (Relation.OUTPERFORMS, Relation.MATCHES) and rule.sides is not Sides.BEFORE

    def _carries_on(self, stage: Scene, match: Match, first: int) -> bool:
        """Whether a reading that a conjunction joins to a comparison before has one before it; `first` is where the first one ends."""
        joined = stage.lexicon.has("conjunctions", stage.units[match.trigger[0]].form) and "subject" not in match.slots
        return not joined or self._rules[match.pattern].sides is not Sides.BEFORE or first < match.trigger[0]

    def _excludes(self, stage: Scene, kept: Match, match: Match) -> bool:
        """Whether a reading that was kept leaves no room for another one."""
        own = {at for at in match.trigger if not stage.lexicon.has("comparands", stage.units[at].form)}
        shared = own & set(kept.trigger) or set(match.trigger) <= set(kept.trigger) or _describes_side(kept, match)
        return bool(shared) and not self._next_link(match, kept)

    def _next_link(self, match: Match, other: Match) -> bool:
        """Whether one reading of a ranking goes on where the other ends."""
        rule = self._rules[match.pattern]
        if rule.sides is not Sides.RANKED or self._rules[other.pattern] is not rule or len(match.slots) < len(_PARTIES):
            return False
        return any(match.slots[a] is other.slots.get(b) for a, b in (_PARTIES, _PARTIES[::-1]))

    def _closed(self, stage: Scene, match: Match) -> bool:
        """Whether a comparison has all its parts.

        One without {object}, or in which each wins, has not if it goes on with a "than", or if its subject stands behind a
        word of comparison; nor has one that has named both and goes on with a "than" in the same clause. Praise of the other
        side is none of what is set against it, and whom something is won against or ahead of does not win.
        """
        rule = self._rules[match.pattern]
        if rule.relation in (None, Relation.LEADS):
            return rule.relation is None or not (contrasted(stage, match) or set_against(stage, match))
        subject = match.slots.get("subject")
        if rule.sides in (Sides.NAMED, Sides.SCORED) and subject and is_pronoun(stage, subject):
            return False
        if rule.relation is Relation.OUTPERFORMS and subject and outranked(stage, subject) not in {None, *match.trigger}:
            return False
        if "object" in match.slots and rule.sides is not Sides.MUTUAL:
            return rule.relation is Relation.MATCHES or not (goes_on(stage, match) or says_more(stage, match))
        before = subject.head - 1 if subject else -1
        if before >= 0 and before not in match.trigger and stage.lexicon.has("comparands", stage.units[before].form):
            return False
        return not left_open(stage, match.trigger[-1] + 1)

    def _compared_elsewhere(self, stage: Scene, match: Match) -> bool:
        """Whether a side is what other words than this reading's compare with: X in "better than X but slower than Y"."""
        relation = self._rules[match.pattern].relation
        if relation is Relation.LEADS:
            return any(outranked(stage, argument) not in {None, *match.trigger} for argument in match.slots.values())
        if relation is not Relation.OUTPERFORMS:
            return False
        found = (comparand_of(stage, argument) for argument in match.slots.values())
        return any(at is not None and at not in match.trigger and not stage.lexicon.length("examples", stage.units, at) for at in found)

    def _beyond(self, match: Match, told: Sequence[Match]) -> bool:
        """Whether a praise has gone for its subject beyond the words of a comparison with it: "our best model beats X"."""
        subject = match.slots.get("subject")
        if self._rules[match.pattern].relation is not Relation.LEADS or subject is None:
            return False
        compared = (other for other in told if len(other.slots) > 1 or self._rules[other.pattern].relation is not Relation.LEADS)
        return any(
            match.trigger[-1] < other.trigger[0] and other.trigger[-1] < subject.first and subject in other.slots.values()
            for other in compared
        )

    def _of_comparand(self, match: Match, told: Sequence[Match]) -> bool:
        """Whether a praise lies in the words for those with whom another reading compares: "on par with state-of-the-art models"."""
        subject = match.slots.get("subject")
        if self._rules[match.pattern].relation is not Relation.LEADS or subject is None:
            return False
        compared = (other.slots["object"] for other in told if "object" in other.slots)
        groups = (item for side in compared if not side.first <= subject.first < side.last for item in side.items if item.group)
        return any(group.first <= at < group.last for group in groups for at in match.trigger)

    def _worth(self, match: Match) -> float:
        """How good a reading is: near slots, many words of its own, a trusted rule; less is better."""
        rule = self._rules[match.pattern]
        sides = 0 if rule.relation is None else 1 if rule.sides is Sides.RANKED else _SIDES[rule.relation]
        lacking = _MISSING * max(0, sides - len(match.slots.keys() & set(_PARTIES)))
        return match.cost + lacking - _TRIGGER_WORTH * len(match.trigger) - 3.0 * (rule.weight - 0.8)

    def _referring_phrases(self, bare: Scene) -> dict[int, tuple[int, AnaphorRule | GroupRule]]:
        """The longest anaphor or group phrase at each position of a sentence."""
        found: dict[int, tuple[int, AnaphorRule | GroupRule]] = {}
        for match in find_matches(bare, self._phrases):
            first, last = match.trigger[0], match.trigger[-1] + 1
            if first not in found or found[first][0] < last:
                found[first] = (last, self._referring[match.pattern])
        return found


def _describes_side(kept: Match, match: Match) -> bool:
    """Whether the words of a reading are those for a side of another one: "beats rivals including X"."""
    groups = [item for side in kept.slots.values() for item in side.items if item.group]
    return any(all(group.first <= at < group.last for at in match.trigger) for group in groups)
