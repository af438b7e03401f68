"""The claims of a document: sentences with trigger words, read by the rules, completed from the discourse."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from claimscan.claims.agreement import background
from claimscan.claims.aspects import AspectReader, Merits
from claimscan.claims.boards import board_of, resting
from claimscan.claims.confidence import chance_of
from claimscan.claims.days import day_of
from claimscan.claims.discourse import Discourse
from claimscan.claims.elided import ElidedSides
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.match import Match
from claimscan.claims.pairs_of_scores import scores_by_side
from claimscan.claims.qualify import Cue, applying, polarity_of, stance_of
from claimscan.claims.reading import Reading, SentenceReader
from claimscan.claims.reference import span_of
from claimscan.claims.replies import ReplyReader
from claimscan.claims.results import ResultReader
from claimscan.claims.scene import Scene
from claimscan.claims.sentences import Sentence, Unit
from claimscan.claims.shares import shares_of
from claimscan.claims.sides import SideReader
from claimscan.claims.site import Pair, Party, Site
from claimscan.claims.speakers import Source, Speakers
from claimscan.claims.survey import survey
from claimscan.model import Claim, ClaimSpans, Kind, Mention, Polarity, Relation, Result, Stance, Timex
from claimscan.rulebook import Rulebook
from claimscan.rulebook.rules import ClaimRule, Sides

_PER_COST = 0.05
_TOGETHER = 128  # sentences that are read at once: bounds memory

Surveyed = tuple[Discourse, list[tuple[Unit, ...]]]
"""The discourse of a text, and the units of each of its sentences."""

Compared = tuple[Match, ClaimRule, Pair]
"""A match whose sides can both be told, its rule, and these sides."""


class ClaimReader:
    """Reads claims by the rules of one language; made once, used for many documents."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._lexicon = Lexicon(rulebook.facts)
        self._results = ResultReader.of(rulebook.results, self._lexicon)
        self._aspects = AspectReader(rulebook.aspects, self._lexicon, capital_nouns=rulebook.facts.capital_nouns)
        self._sentences = SentenceReader(rulebook, self._lexicon, self._aspects)
        self._replies = ReplyReader(rulebook.cues, self._lexicon)

    def __call__(self, text: str, mentions: Sequence[Mention], dates: Sequence[Timex] = ()) -> tuple[tuple[Claim, ...], tuple[Result, ...]]:
        """The claims and the results of a text, in order of place; `mentions` and `dates` are sorted."""
        surveyed = self.survey(text, mentions)
        return self.read_on(text, surveyed, self.readings([surveyed]), dates)

    def readings(self, surveyed: Iterable[Surveyed]) -> Iterator[Reading | None]:
        """What the rules find in each sentence of some texts that have been surveyed, one after the other; None where that is nothing."""
        return self._read_some(each for discourse, rows in surveyed for each in zip(discourse.sentences, rows, strict=True))

    def _read_some(self, sentences: Iterator[tuple[Sentence, tuple[Unit, ...]]]) -> Iterator[Reading | None]:
        """What the rules find in each of some sentences."""
        while some := list(islice(sentences, _TOGETHER)):
            yield from self._sentences.read(some)

    def read_on(
        self, text: str, surveyed: Surveyed, readings: Iterator[Reading | None], dates: Sequence[Timex] = ()
    ) -> tuple[tuple[Claim, ...], tuple[Result, ...]]:
        """The claims and the results of a text that has been surveyed; its `readings` are taken from those of several texts."""
        discourse, rows = surveyed
        speakers = Speakers(text, discourse, rows, self._sentences)
        centers: dict[int, Mention] = {}
        claims: list[Claim] = []
        said: Sequence[Claim] = ()
        results: list[Result] = []
        scores: list[Result] = []
        tests = discourse.kinds[Kind.BENCHMARK]
        for sentence, row, reading, sides in self._told(surveyed, readings, centers):
            if said:
                claims[-len(said) :] = self._replies.answered(said, sentence, row)
            said = ()
            if reading:
                resumed = scores if self._lexicon.has("resumptives", row[0].form) else ()
                board = board_of(discourse, sentence.index, row, self._lexicon)
                said = [resting(claim, resumed, board) for claim in self._claims(text, reading, sides, dates, speakers)]
                claims.extend(said)
            if said or scores or tests[sentence.index]:
                read = self._results.read(text, discourse, sentence, row, dates, scores, centers)
                scores = scores_by_side(text, row, said, self._lexicon, list(read))
                results.extend(scores)
        return _distinct(claims), tuple(dict.fromkeys(results))

    def pairs(self, text: str, mentions: Sequence[Mention], since: int) -> frozenset[tuple[str, str]]:
        """Who is compared with whom in a text, winners first: all that is told of a claim without reading the rest of it.

        Nobody where no sentence from a place on, `since`, makes a claim; the others are not even read then.
        """
        surveyed = self.survey(text, mentions)
        sentences = list(zip(surveyed[0].sentences, surveyed[1], strict=True))
        first = next((at for at, (sentence, _) in enumerate(sentences) if sentence.span.end > since), len(sentences))
        later = list(self._read_some(iter(sentences[first:])))
        if not any(reading.matches for reading in later if reading):
            return frozenset()
        readings = chain(self._read_some(iter(sentences[:first])), later)
        told = (compared for *_, sides in self._told(surveyed, readings, {}) for compared in sides)
        pairs = (pair for _, rule, pair in told if rule.relation not in (None, Relation.LEADS))
        return frozenset((w.name.name, x.name.name) for winners, losers in pairs for w in winners for x in losers if w.name and x.name)

    def _told(
        self, surveyed: Surveyed, readings: Iterator[Reading | None], centers: dict[int, Mention]
    ) -> Iterator[tuple[Sentence, tuple[Unit, ...], Reading | None, list[Compared]]]:
        """Each sentence with its reading and who is compared in it; `centers` is told what the sentences speak of."""
        discourse, rows = surveyed
        before: Sequence[Pair] = ()
        for sentence, row, reading in zip(discourse.sentences, rows, islice(readings, len(rows)), strict=True):
            sides = self._compared(Site(discourse, sentence.index, reading.stage, centers), reading, before) if reading else []
            before = [parties for _, _, parties in sides]
            center = _center(sides, discourse, reading.stage) if reading else None
            if center:
                centers[sentence.index] = center
            yield sentence, row, reading, sides

    def survey(self, text: str, mentions: Sequence[Mention]) -> Surveyed:
        """The discourse of a text, and the units of each of its sentences."""
        return survey(text, mentions, self._lexicon)

    def read(self, sentence: Sentence, row: Sequence[Unit]) -> Reading | None:
        """What the rules find in a sentence; None where none has all its words in it."""
        (reading,) = self._sentences.read([(sentence, row)])
        return reading

    def stage(self, row: Sequence[Unit]) -> Scene:
        """A sentence as the rules see it, whatever they find in it."""
        return self._sentences.stage(row)[0]

    @staticmethod
    def _compared(site: Site, reading: Reading, before: Sequence[Pair]) -> list[Compared]:
        """The readings of a sentence whose sides can both be told; `before` are the sides of the sentence before."""
        told: list[Compared] = []
        for match, rule in reading.matches:
            reader = SideReader(ElidedSides(site, [pair for _, _, pair in told], before))
            pairs = reader.pairs(match, rule)
            told.extend((match, rule, pair) for pair in pairs)
            if rule.sides is Sides.BEFORE and not told:
                others = ([(other, own, pair) for pair in reader.pairs(other, own)] for other, own in reading.instead(match))
                told.extend(next(filter(None, others), []))
            if rule.sides in (Sides.ALONE, Sides.PLACED) and not pairs:
                leading = replace(rule, relation=Relation.LEADS, sides=None)
                first = next(iter(match.slots.values()), None)
                alone = replace(match, slots={"subject": first} if first else {})
                told.extend((match, leading, pair) for pair in reader.pairs(alone, leading) if all(map(_is_model, pair.winners)))
        told.extend(_passed_on(told))
        return [(m, r, sides) for m, r, sides in told if not _said_better(m, r, sides, told, reading.stage)]

    def _claims(
        self,
        text: str,
        reading: Reading,
        compared: Sequence[Compared],
        dates: Sequence[Timex],
        speakers: Speakers,
    ) -> Iterator[Claim]:
        matches = [match for match, _ in reading.matches]
        triggers = [match.trigger for match, _, _ in compared]
        alike: dict[Sequence[int], list[Pair]] = {}
        for match, _, pair in compared:
            alike.setdefault(match.trigger, []).append(pair)
        for match, rule, pair in compared:
            if speakers.tells_of_another(reading, match):
                continue
            cues = tuple(applying(reading.cues, reading.stage, match.trigger, triggers))
            siblings = alike[match.trigger]
            each = rule.sides is Sides.MUTUAL or (rule.relation is Relation.LEADS and len(siblings) > 1)
            shares = shares_of(pair, siblings, mutual=each and rule.polarity is not Polarity.NEGATED)
            merits = self._aspects.read(text, reading.stage, match, rule, matches, shares)
            for subject in pair.winners:
                source = speakers.of_claim(reading, match, cues, subject.name) if subject.name else None
                if source and source.span == subject.span and speakers.speaks_of_another(reading, source, match.trigger):
                    continue
                told = source is not None or speakers.quoted(reading, match.trigger)
                own = Stance.ATTRIBUTED if told and rule.stance is None else rule.stance
                yield from self._claim(text, reading, match, rule, subject, pair.losers, merits, cues, source, own, dates)

    def _claim(
        self,
        text: str,
        reading: Reading,
        match: Match,
        rule: ClaimRule,
        subject: Party,
        objects: Sequence[Party],
        merits: Merits,
        cues: Sequence[Cue],
        source: Source | None,
        own: Stance | None,
        dates: Sequence[Timex],
    ) -> Iterator[Claim]:
        stage, name = reading.stage, subject.name
        if name is None or rule.relation is None:
            return
        named = [p.name.name for p in objects if p.name]
        generic = next((p.span.of(text) for p in objects if p.name is None), None)
        trigger = span_of(stage.units, match.trigger[0], match.trigger[-1] + 1)
        certainty = subject.certainty * min((p.certainty for p in objects), default=1.0)
        said = {at for words in (match.trigger, *(cue.trigger for cue in cues)) for at in words}
        spans = ClaimSpans(
            trigger=trigger,
            subject=subject.span,
            objects=tuple(p.span for p in objects),
            source=source.span if source else None,
            cues=tuple(span_of(stage.units, c.first, c.last) for c in cues),
        )
        for kind in merits.kinds:
            yield Claim(
                relation=rule.relation,
                subject=name.name,
                objects=tuple(dict.fromkeys(named)),
                generic_object=generic,
                polarity=polarity_of(cues, rule.polarity),
                stance=stance_of(cues, own),
                source=source.name if source else None,
                self_reported=bool(source and source.speaks_for(name)),
                aspect_kind=kind,
                aspects=merits.aspects,
                benchmarks=merits.benchmarks,
                margin=merits.margin,
                date=day_of(stage, said, reading.sentence.dates(dates)),
                span=reading.sentence.span,
                spans=spans,
                rule=f"{self._rulebook.language}/{rule.id}",
                confidence=round(chance_of(rule.weight * certainty * math.exp(-_PER_COST * match.cost)), 2),
            )


def _center(told: Sequence[Compared], discourse: Discourse, stage: Scene) -> Mention | None:
    """What the first claim of a sentence speaks of: the party that stands first in it, an anaphor included, and not "unlike X"."""
    if not told:
        return None
    match, _, (winners, losers) = told[0]
    behind = [span_of(stage.units, each.first, each.last) for each in background(match, stage)]
    party = min((*winners, *losers), key=lambda p: (p.span.start in discourse.oblique or any(b.covers(p.span) for b in behind), p.span))
    return Mention(party.span, party.name) if party.name else None


def _is_model(party: Party) -> bool:
    """Whether a party is a model, and no vendor."""
    return party.name is not None and party.name.kind is Kind.MODEL


def _passed_on(told: Sequence[Compared]) -> Iterator[Compared]:
    """What follows from the steps of an order: where A is before B and B before C, A is before C."""
    ranked = [(match, rule, pair) for match, rule, pair in told if rule.sides is Sides.RANKED]
    steps = sorted(ranked, key=lambda step: step[2].winners[0].span)
    for first, (_, rule, (winners, losers)) in enumerate(steps):
        behind = losers
        for match, other, (next_winners, next_losers) in steps[first + 1 :]:
            if other is rule and {p.name for p in behind} & {p.name for p in next_winners}:
                yield match, rule, Pair(winners, next_losers)
                behind = next_losers


def _said_better(match: Match, rule: ClaimRule, sides: Pair, told: Sequence[Compared], stage: Scene) -> bool:
    """Whether a claim to lead only repeats one that also names who is behind: "the best model, ahead of X"."""
    if rule.relation is not Relation.LEADS:
        return False
    winners = {p.name for p in sides[0]}
    for other, other_rule, (subjects, objects) in told:
        if other_rule.relation is Relation.OUTPERFORMS and winners & {p.name for p in subjects} and any(p.name for p in objects):
            low, high = sorted((match.trigger[0], other.trigger[0]))
            if not any(stage.lexicon.length("conjunctions", stage.units, at) for at in range(low, high)):
                return True
    return False


def _distinct(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims without repetitions inside a sentence, in order of place."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.span, claim.relation, claim.subject, claim.objects, claim.generic_object, claim.polarity, claim.aspect_kind)
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    return tuple(sorted(best.values(), key=lambda c: (c.span.start, c.spans.trigger.start, c.rule, c.subject)))


def read_claims(text: str, mentions: Sequence[Mention], rulebook: Rulebook, dates: Sequence[Timex] = ()) -> tuple[Claim, ...]:
    """The claims of one text; for many texts make a `ClaimReader` once."""
    return ClaimReader(rulebook)(text, mentions, dates)[0]
