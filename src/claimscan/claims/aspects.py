"""What a claim is about: the kind of merit, the field it holds in, the benchmarks it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimscan.claims.field_words import FieldWords
from claimscan.claims.fields import FieldReader
from claimscan.claims.kept import Kept
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.margins import margin_at, may_begin_margin
from claimscan.claims.match import Match
from claimscan.claims.scene import RELATIVE, Scene, says_on
from claimscan.claims.shares import Shares
from claimscan.model import AspectKind, Kind, Relation, Span
from claimscan.rulebook.rules import AspectRules, ClaimRule

_BEFORE = 4
_LABEL = 4
_NOUN_PHRASE = 3
_ENDING_SIGNS, _ENDING_WORDS = frozenset(";:–—"), ("boundaries", "concessives")
_LISTING = ("conjunctions", "genitives", "prepositions", "ranks")


@dataclass(frozen=True, slots=True)
class Merits:
    """The kinds of merit (more than one for "better and cheaper"), fields and margin as written, and benchmark names."""

    kinds: tuple[AspectKind, ...]
    aspects: tuple[str, ...]
    benchmarks: tuple[str, ...]
    margin: str | None


class AspectReader:
    """Reads what claims are about, by a language's aspect words; `capital_nouns` says that it writes nouns with a capital."""

    def __init__(self, rules: AspectRules, lexicon: Lexicon, *, capital_nouns: bool) -> None:
        self._words = FieldWords.of(rules, lexicon, capital_nouns=capital_nouns)
        self._telling = {kind: lexicon.phrases(phrases) for kind, phrases in rules.kinds.items()}
        self._excluded = lexicon.phrases(rules.excluded)
        self._measures = Kept(lambda form: may_begin_margin(form, lexicon))

    def read(self, text: str, stage: Scene, match: Match, rule: ClaimRule, matches: Sequence[Match], shares: Shares) -> Merits:
        """The merits of the claim that a rule reads in a match, one of all of the sentence; `shares` tells whose fields are whose."""
        trigger = match.trigger
        kinds = (rule.aspect_kind,) if rule.aspect_kind else self._kinds(stage, trigger)
        margin = self._margin(stage, trigger, rule.relation) if rule.relation else None
        triggers = [match.trigger for match in matches]
        reader = FieldReader(text, stage, self._words, triggers)
        fields = reader.of(trigger, shares, leads=rule.relation is Relation.LEADS)
        benchmarks = _benchmarks(stage, trigger, matches)
        if not benchmarks and not fields and kinds == (AspectKind.QUALITY,):
            benchmarks = self._shared_benchmark(stage, trigger, triggers)
        return Merits(kinds, fields, benchmarks, margin.of(text) if margin else None)

    def _shared_benchmark(self, stage: Scene, trigger: Sequence[int], triggers: Sequence[Sequence[int]]) -> tuple[str, ...]:
        """The only benchmark of a sentence, where no other clause begins between it and this trigger, nor an "and" before another claim.

        A clause that says the same again rests on the same: "A beats B on MMLU, while C beats D".
        """
        named = [(at, unit.mention.name) for at, unit in enumerate(stage.units) if unit.mention]
        places = {name.name: at for at, name in named if name.kind is Kind.BENCHMARK}
        for name, at in places.items() if len(places) == 1 else ():
            goes_on = any(other[0] > at for other in triggers)
            parted = (
                self._clause_ends(stage, passed) or (goes_on and stage.lexicon.has("additions", stage.units[passed].form))
                for passed in range(*sorted((at, trigger[0])))
            )
            if (_echoed(stage, trigger, triggers) or not any(parted)) and not _said_of_another(stage, trigger[-1], at):
                return (name,)
        return ()

    def excludes(self, stage: Scene, trigger: Sequence[int]) -> bool:
        """Whether a word that speaks of something else than models stands in the clause of this trigger; what joins clauses is in none."""
        told = [at for at in trigger if stage.units[at].form != "," and not self._clause_ends(stage, at)] or trigger
        first, last = told[0], told[-1]
        whole = any(stage.lexicon.has("open_comparands", stage.units[at].form) for at in trigger)
        while first > 0 and not self._parts(stage, first - 1) and not (whole and self._compares(stage, first - 1, -1)):
            first -= 1
        while last + 1 < len(stage.units) and not self._goes_off(stage, last + 1) and not (whole and self._compares(stage, last + 1, 1)):
            last += 1
        at = 0 if self._labelled(stage, first) else first
        while at <= last:
            after = stage.asides.get(at, at)
            if after > at and not at < told[0] < after:
                at = after
            elif self._excluded.longest(stage.units, at):
                return True
            else:
                at += 1
        return False

    def _parts(self, stage: Scene, at: int) -> bool:
        """Whether a new clause begins behind a word, also one with a model for its subject: "X has more users, Y writes better"."""
        return self._clause_ends(stage, at) or (stage.units[at].form == "," and _new_subject(stage, at + 1))

    def _goes_off(self, stage: Scene, at: int) -> bool:
        """Whether what follows is no longer said of the comparison itself: a new clause, or one about who is compared with."""
        return self._parts(stage, at) or (stage.costs[at] == RELATIVE and stage.units[at - 1].form != ",")

    @staticmethod
    def _labelled(stage: Scene, first: int) -> bool:
        """Whether nothing but a label without a name stands before a clause: "App Store: X beats Y"."""
        label = stage.units[: first - 1] if first else ()
        return 0 < len(label) <= _LABEL and stage.units[first - 1].form == ":" and not any(unit.mention for unit in label)

    def _margin(self, stage: Scene, trigger: Sequence[int], relation: Relation) -> Span | None:
        """By how much, told near the words of a claim and in their clause."""
        start = max(0, trigger[0] - _BEFORE)
        places = [at for at, unit in enumerate(stage.units[start:], start) if self._measures[unit.form]]
        end = self._said_until(stage, trigger[-1] + 1) if places else 0
        return next(filter(None, (margin_at(stage, at, relation, trigger) for at in places if at < end)), None)

    def _said_until(self, stage: Scene, start: int) -> int:
        """Where, from a position on, a new clause begins, or a predicate of its own."""
        behind = range(start, len(stage.units))
        return next((at for at in behind if self._clause_ends(stage, at) or says_on(stage, at)), len(stage.units))

    def _compares(self, stage: Scene, comma: int, step: int) -> bool:
        """Whether a comma parts one comparison from another: "more users than X, a better ear than Y"."""
        at = comma + step
        while (
            stage.units[comma].form == ","
            and 0 <= at < len(stage.units)
            and stage.units[at].form != ","
            and not self._clause_ends(stage, at)
        ):
            if stage.lexicon.has("open_comparands", stage.units[at].form) and at + 1 in stage.starting:
                return True
            at += step
        return False

    @staticmethod
    def _clause_ends(stage: Scene, at: int) -> bool:
        form = stage.units[at].form
        if form in _ENDING_SIGNS or not stage.lexicon.classes[form].isdisjoint(_ENDING_WORDS):
            return True
        return form == "," and stage.lexicon.length("conjunctions", stage.units, at + 1) > 0

    def _kinds(self, stage: Scene, trigger: Sequence[int]) -> tuple[AspectKind, ...]:
        """The kinds that the words of the trigger tell, else the noun that goes with them; quality where they tell none."""
        for words in (trigger, list(_compared(stage, trigger))):
            found = {kind: None for at in words for kind, phrases in self._telling.items() if phrases.longest(stage.units, at)}
            if found:
                return tuple(found)
        return (AspectKind.QUALITY,)


def _compared(stage: Scene, trigger: Sequence[int]) -> Iterator[int]:
    """Where the noun stands that belongs to a comparative: "throughput" in "higher inference throughput than"."""
    for word, following in pairwise(trigger):
        for at in range(word + 1, min(following, word + 1 + _NOUN_PHRASE)):
            unit = stage.units[at]
            if unit.mention or not unit.form[0].isalnum() or stage.lexicon.closed(unit.form):
                break
            yield at


def _benchmarks(stage: Scene, trigger: Sequence[int], matches: Sequence[Match]) -> tuple[str, ...]:
    """The benchmarks that stand nearer to this claim's trigger than to another's; behind counts as nearer than before."""
    found: list[str] = []
    for at, unit in enumerate(stage.units):
        if unit.mention and unit.mention.name.kind is Kind.BENCHMARK and not _said_of_another(stage, trigger[-1], at):
            nearest = min((m.trigger for m in matches), key=lambda t: at - t[0] if at >= t[0] else 2 * (t[0] - at), default=tuple(trigger))
            if tuple(nearest) == tuple(trigger):
                found.append(unit.mention.name.name)
    return tuple(dict.fromkeys(found))


def _said_of_another(stage: Scene, trigger: int, at: int) -> bool:
    """Whether a benchmark belongs to what is said behind the claim: "behind X, which scores 86.4 on MMLU", ", and Y scores 86.4 on"."""
    commas = [j for j in range(trigger + 1, at - 1) if stage.units[j].form == ","]
    joints = (j + 1 + stage.lexicon.length("conjunctions", stage.units, j + 1) for j in commas)
    return any(stage.costs[j + 1] == RELATIVE for j in commas) or any(_new_subject(stage, joint) for joint in joints)


def _new_subject(stage: Scene, at: int) -> bool:
    """Whether a model stands at a position that goes on with a clause of its own, and with no list."""
    if at + 1 >= len(stage.units):
        return False
    mention, after = stage.units[at].mention, stage.units[at + 1].form
    listed = not after[0].isalnum() or stage.lexicon.has_any(_LISTING, after)
    return mention is not None and mention.name.kind is Kind.MODEL and not listed


def _echoed(stage: Scene, trigger: Sequence[int], triggers: Sequence[Sequence[int]]) -> bool:
    """Whether a claim before this one has the same words."""
    words = [stage.units[at].form for at in trigger]
    return any(other[0] < trigger[0] and [stage.units[at].form for at in other] == words for other in triggers)
