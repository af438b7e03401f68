"""The claims of a document: sentences with trigger words, read by the rules, completed from the discourse."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimscan.claims.aspects import AspectReader
from claimscan.claims.confidence import chance_of
from claimscan.claims.discourse import Discourse
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.match import Match
from claimscan.claims.qualify import Cue, applying, polarity_of, stance_of
from claimscan.claims.reading import Reading, SentenceReader
from claimscan.claims.reference import Form, span_of
from claimscan.claims.resolve import Party, Site, by_means_of, parties
from claimscan.claims.results import ResultReader
from claimscan.claims.scene import Scene
from claimscan.claims.sentences import Sentence, Unit
from claimscan.claims.speakers import Source, Speakers
from claimscan.claims.survey import survey
from claimscan.model import Claim, ClaimSpans, Kind, Mention, Name, Relation, Result, Span, Stance, Timex
from claimscan.rulebook import Rulebook
from claimscan.rulebook.rules import ClaimRule

_PER_COST = 0.05
_ELIDED = 0.7
_PARTIES = (Kind.MODEL, Kind.VENDOR)

_Parties = tuple[tuple[Party, ...], tuple[Party, ...]]


class ClaimReader:
    """Reads claims by the rules of one language; made once, used for many documents."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._lexicon = Lexicon(rulebook.facts)
        self._results = ResultReader.of(rulebook.results, self._lexicon)
        self._aspects = AspectReader(rulebook.aspects)
        self._sentences = SentenceReader(rulebook, self._lexicon, self._aspects)

    def __call__(self, text: str, mentions: Sequence[Mention], dates: Sequence[Timex] = ()) -> tuple[tuple[Claim, ...], tuple[Result, ...]]:
        """The claims and the results of a text, in order of place; `mentions` and `dates` are sorted."""
        discourse, rows = self.survey(text, mentions)
        speakers = Speakers(text, discourse, rows, self._sentences)
        before: Sequence[_Parties] = ()
        centers: dict[int, Mention] = {}
        claims: list[Claim] = []
        results: list[Result] = []
        for sentence, row in zip(discourse.sentences, rows, strict=True):
            reading = self.read(sentence, row)
            sides = self._compared(Site(discourse, sentence.index, reading.stage, centers), reading, before) if reading else []
            if reading:
                claims.extend(self._claims(text, reading, sides, dates, speakers))
            before = [parties for _, _, parties in sides]
            center = _center(sides)
            if center:
                centers[sentence.index] = center
            results.extend(self._results.read(text, discourse, sentence, row, dates))
        return _distinct(claims), tuple(dict.fromkeys(results))

    def survey(self, text: str, mentions: Sequence[Mention]) -> tuple[Discourse, list[tuple[Unit, ...]]]:
        """The discourse of a text, and the units of each of its sentences."""
        return survey(text, mentions, self._rulebook.facts, self._lexicon)

    def read(self, sentence: Sentence, row: Sequence[Unit]) -> Reading | None:
        """What the rules find in a sentence; None where no trigger word stands in it."""
        return self._sentences.read(sentence, row)

    def _compared(self, site: Site, reading: Reading, before: Sequence[_Parties]) -> list[tuple[Match, ClaimRule, _Parties]]:
        """The readings of a sentence whose sides can both be told; `before` are the sides of the sentence before."""
        told: list[tuple[Match, ClaimRule, _Parties]] = []
        for match, rule in reading.matches:
            sides = self._sides(site, match, rule, [parties for _, _, parties in told], before)
            if sides:
                told.append((match, rule, sides))
        return [(m, r, sides) for m, r, sides in told if not _said_better(m, r, sides, told, reading.stage)]

    def _claims(
        self,
        text: str,
        reading: Reading,
        compared: Sequence[tuple[Match, ClaimRule, _Parties]],
        dates: Sequence[Timex],
        speakers: Speakers,
    ) -> Iterator[Claim]:
        for match, rule, (subjects, objects) in compared:
            cues = tuple(applying(reading.cues, reading.stage, match.trigger))
            for subject in subjects:
                source = speakers.of_claim(reading, match, cues, subject.name) if subject.name else None
                yield from self._claim(text, reading, match, rule, subject, objects, cues, source, dates)

    def _sides(self, site: Site, match: Match, rule: ClaimRule, earlier: Sequence[_Parties], before: Sequence[_Parties]) -> _Parties | None:
        """Winners and losers of a reading; None where one side cannot be told."""
        winner, loser = match.slots.get("subject"), match.slots.get("object")
        if winner is None and loser and loser.has(Form.ANAPHOR):
            objects = parties(site, loser)
            subjects = self._other_side(site, match, objects, earlier, before)
            return (subjects, objects) if subjects and objects else None
        subjects = self._subjects(site, match, earlier)
        if rule.relation is Relation.LEADS or not subjects:
            return (subjects, ()) if subjects else None
        if loser is None and rule.relation is Relation.MATCHES and len(subjects) > 1:
            return subjects[:1], subjects[1:]
        if loser is None:
            objects = self._other_side(site, match, subjects, earlier, before)
        else:
            names = [p.name for p in subjects if p.name]
            objects = tuple(p for p in parties(site, loser, names) if p.name not in names)
        return (subjects, objects) if objects else None

    @staticmethod
    def _subjects(site: Site, match: Match, earlier: Sequence[_Parties]) -> tuple[Party, ...]:
        """The winners: the slot's, those of the verb before in the same sentence, or the topic."""
        argument, other = match.slots.get("subject"), match.slots.get("object")
        excluded = [m.name for m in other.names] if other else []
        if argument:
            found = parties(site, argument, excluded)
            return tuple(_winner(site, p, p.name, excluded) for p in found if p.name is not None and p.name.kind in _PARTIES)
        if earlier:
            return tuple(replace(p, certainty=p.certainty * 0.9) for p in earlier[-1][0] if p.name not in excluded)
        return _topic(site, match, excluded)

    @staticmethod
    def _other_side(
        site: Site, match: Match, one: Sequence[Party], earlier: Sequence[_Parties], before: Sequence[_Parties]
    ) -> tuple[Party, ...]:
        """The side that the sentence leaves out: that of a comparison just made with the same party, or the one model it can be."""
        names = [p.name for p in one if p.name]
        for winners, losers in (*reversed(earlier), *reversed(before)):
            for side, against in ((winners, losers), (losers, winners)):
                if against and any(p.name in names for p in side):
                    return tuple(replace(p, certainty=p.certainty * _ELIDED) for p in against if p.name not in names)
        above = site.discourse.topic(site.sentence, names) if site.discourse.sentences[site.sentence].item else None
        other = above or site.discourse.counterpart(Kind.MODEL, site.sentence, names)
        return (Party(other.name, _here(site, match), other.certainty),) if other else ()

    def _claim(
        self,
        text: str,
        reading: Reading,
        match: Match,
        rule: ClaimRule,
        subject: Party,
        objects: Sequence[Party],
        cues: Sequence[Cue],
        source: Source | None,
        dates: Sequence[Timex],
    ) -> Iterator[Claim]:
        stage, name = reading.stage, subject.name
        if name is None or rule.relation is None:
            return
        named = [p.name.name for p in objects if p.name]
        generic = next((p.span.of(text) for p in objects if p.name is None), None)
        trigger = span_of(stage.units, match.trigger[0], match.trigger[-1] + 1)
        merits = self._aspects.read(text, stage, match.trigger, rule.aspect_kind, [m for m, _ in reading.matches])
        certainty = subject.certainty * min((p.certainty for p in objects), default=1.0)
        inside = [d for d in dates if reading.sentence.span.covers(d.span)]
        whole = Claim(
            relation=rule.relation,
            subject=name.name,
            objects=tuple(dict.fromkeys(named)),
            generic_object=generic,
            polarity=polarity_of(cues, rule.polarity),
            stance=stance_of(cues, Stance.ATTRIBUTED if source and rule.stance is None else rule.stance),
            source=source.name if source else None,
            self_reported=bool(source and source.speaks_for(name)),
            aspects=merits.aspects,
            benchmarks=merits.benchmarks,
            margin=merits.margin,
            date=inside[0].value if len(inside) == 1 else None,
            span=reading.sentence.span,
            spans=ClaimSpans(
                trigger=trigger,
                subject=subject.span,
                objects=tuple(p.span for p in objects),
                source=source.span if source else None,
                cues=tuple(span_of(stage.units, c.first, c.last) for c in cues),
            ),
            rule=f"{self._rulebook.language}/{rule.id}",
            confidence=round(chance_of(rule.weight * certainty * math.exp(-_PER_COST * match.cost)), 2),
        )
        yield from (replace(whole, aspect_kind=kind) for kind in merits.kinds)


def _center(told: Sequence[tuple[Match, ClaimRule, _Parties]]) -> Mention | None:
    """What the first claim of a sentence speaks of: the party that stands first in it, an anaphor included."""
    if not told:
        return None
    winners, losers = told[0][2]
    party = min((*winners, *losers), key=lambda p: p.span)
    return Mention(party.span, party.name) if party.name else None


def _said_better(match: Match, rule: ClaimRule, sides: _Parties, told: Sequence[tuple[Match, ClaimRule, _Parties]], stage: Scene) -> bool:
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


def _winner(site: Site, party: Party, name: Name, excluded: Sequence[Name]) -> Party:
    """A winning vendor gives way to the model with which it wins, where the sentence says so."""
    mention = by_means_of(site, name, excluded) if name.kind is Kind.VENDOR else None
    return Party(mention.name, mention.span, 0.85) if mention else party


def _topic(site: Site, match: Match, excluded: Sequence[Name]) -> tuple[Party, ...]:
    """What the passage is about, for a side that the sentence leaves out."""
    topic = site.discourse.topic(site.sentence, excluded)
    return (Party(topic.name, _here(site, match), topic.certainty),) if topic else ()


def _here(site: Site, match: Match) -> Span:
    """The trigger's place, for a party that no word of the sentence names."""
    return span_of(site.stage.units, match.trigger[0], match.trigger[-1] + 1)


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
