"""The claims of a document: sentences with trigger words, read by the rules, completed from the discourse."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimscan.claims.arguments import find_arguments
from claimscan.claims.aspects import AspectReader
from claimscan.claims.coordination import untangled
from claimscan.claims.discourse import Discourse, survey
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.match import Match, PatternIndex, Scene, find_matches, scene
from claimscan.claims.qualify import Cue, CueIndex, applying, polarity_of, stance_of
from claimscan.claims.reference import span_of
from claimscan.claims.resolve import Party, Site, by_means_of, parties
from claimscan.claims.results import ResultReader
from claimscan.claims.sentences import Sentence, Unit, split_sentences, units
from claimscan.claims.sources import Source, source_of
from claimscan.model import Claim, ClaimSpans, Kind, Mention, Name, Relation, Result, Span, Timex
from claimscan.rulebook import Rulebook
from claimscan.rulebook.rules import AnaphorRule, ClaimRule, GroupRule

_TRIGGER_WORTH = 1.1
_PER_COST = 0.05
_NO_SUBJECT = 3.0
_ELIDED = 0.7
_PARTIES = (Kind.MODEL, Kind.VENDOR)


_Parties = tuple[tuple[Party, ...], tuple[Party, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim-bearing sentence as it was understood: for explanations."""

    sentence: Sentence
    stage: Scene
    cues: tuple[Cue, ...]
    matches: tuple[tuple[Match, ClaimRule], ...]


class ClaimReader:
    """Reads claims by the rules of one language; made once, used for many documents."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._lexicon = Lexicon(rulebook.facts)
        pairs = [(rule, pattern) for rule in rulebook.claims for pattern in rule.patterns]
        self._rules = tuple(rule for rule, _ in pairs)
        self._index = PatternIndex([pattern for _, pattern in pairs], self._lexicon)
        referring: list[AnaphorRule | GroupRule] = [*rulebook.anaphors, *rulebook.groups]
        phrases = [(rule, pattern) for rule in referring for pattern in rule.patterns]
        self._referring = tuple(rule for rule, _ in phrases)
        self._phrases = PatternIndex([pattern for _, pattern in phrases], self._lexicon)
        self._cues = CueIndex(rulebook.cues, self._lexicon)
        self._results = ResultReader.of(rulebook.results, self._lexicon)
        self._aspects = AspectReader(rulebook.aspects)
        self._abbreviations = frozenset(a.lower().rstrip(".") for a in rulebook.facts.abbreviations)

    def __call__(
        self, text: str, mentions: Sequence[Mention], dates: Sequence[Timex] = ()
    ) -> tuple[tuple[Claim, ...], tuple[Result, ...]]:
        """The claims and the results of a text, in order of place; `mentions` and `dates` are sorted."""
        discourse, rows = self.survey(text, mentions)
        claims: list[Claim] = []
        results: list[Result] = []
        for sentence, row in zip(discourse.sentences, rows, strict=True):
            reading = self.read(sentence, row)
            if reading:
                claims.extend(self._claims(text, discourse, reading, dates))
            results.extend(self._results.read(text, discourse, sentence, row, dates))
        return _distinct(claims), tuple(dict.fromkeys(results))

    def survey(self, text: str, mentions: Sequence[Mention]) -> tuple[Discourse, list[tuple[Unit, ...]]]:
        """The discourse of a text, and the units of each of its sentences."""
        facts = self._rulebook.facts
        sentences = split_sentences(text, self._abbreviations, ordinals=bool(facts.phrases("ordinals")), names=[m.span for m in mentions])
        rows, oblique, introduced = [], set(), set()
        at = 0
        for sentence in sentences:
            own: list[Mention] = []
            while at < len(mentions) and mentions[at].span.start < sentence.span.end:
                if mentions[at].span.end <= sentence.span.end and mentions[at].span.start >= sentence.span.start:
                    own.append(mentions[at])
                at += 1
            row = units(text, sentence.span, own)
            rows.append(row)
            for i, unit in enumerate(row):
                if unit.mention:
                    if self._behind(row, i):
                        oblique.add(unit.span.start)
                    if any(self._lexicon.has("introducers", u.form) for u in row[max(0, i - 9) : i]):
                        introduced.add(unit.span.start)
        return survey(sentences, mentions, oblique, introduced), rows

    def _behind(self, row: Sequence[Unit], at: int) -> bool:
        """Whether a name stands behind a preposition or a word of comparison, or only qualifies a word: "Lumo-backed"."""
        if at + 2 < len(row) and row[at + 1].form == "-" and not self._lexicon.has("model_nouns", row[at + 2].form):
            return True
        at -= 1
        while at >= 0 and self._lexicon.has("determiners", row[at].form):
            at -= 1
        return at >= 0 and (self._lexicon.has("prepositions", row[at].form) or self._lexicon.has("comparands", row[at].form))

    def read(self, sentence: Sentence, row: tuple[Unit, ...]) -> Reading | None:
        """What the rules find in a sentence; None where no trigger word stands in it."""
        if not any(True for _ in self._index.anchored(row)):
            return None
        arguments = find_arguments(row, self._lexicon, self._referring_phrases(row))
        stage = scene(row, arguments, self._lexicon)
        cues = self._cues.find(stage)
        spoken = frozenset(c.source.first for c in cues if c.source)
        stage = replace(stage, spoken=spoken)
        best = self._chosen(stage, list(find_matches(stage, self._index)))
        matches = tuple(m for m in untangled(best, stage) if not self._aspects.excludes(stage, m.trigger))
        return Reading(sentence, stage, cues, tuple((m, self._rules[m.pattern]) for m in matches))

    def _chosen(self, stage: Scene, matches: Sequence[Match]) -> list[Match]:
        """The best readings, no two sharing a trigger word, in text order; decoys have done their work and are left out.

        A word of comparison may be shared: "better and cheaper than X" is two claims.
        """
        kept: list[Match] = []
        for match in sorted(matches, key=lambda m: (self._worth(m), m.trigger, self._rules[m.pattern].id)):
            own = frozenset(at for at in match.trigger if not stage.lexicon.has("comparands", stage.units[at].form))
            if not any(own & set(other.trigger) for other in kept) and not any(set(match.trigger) <= set(other.trigger) for other in kept):
                kept.append(match)
        kept = [m for m in kept if self._rules[m.pattern].relation is not None]
        return sorted(kept, key=lambda m: m.trigger)

    def _worth(self, match: Match) -> float:
        """How good a reading is: near slots, many words of its own, a trusted rule; less is better."""
        lacking = 0.0 if "subject" in match.slots else _NO_SUBJECT
        return match.cost + lacking - _TRIGGER_WORTH * len(match.trigger) - 3.0 * (self._rules[match.pattern].weight - 0.8)

    def _referring_phrases(self, row: Sequence[Unit]) -> dict[int, tuple[int, AnaphorRule | GroupRule]]:
        """The longest anaphor or group phrase at each position of a sentence."""
        found: dict[int, tuple[int, AnaphorRule | GroupRule]] = {}
        bare = scene(row, (), self._lexicon)
        for match in find_matches(bare, self._phrases):
            first, last = match.trigger[0], match.trigger[-1] + 1
            if first not in found or found[first][0] < last:
                found[first] = (last, self._referring[match.pattern])
        return found

    def _claims(self, text: str, discourse: Discourse, reading: Reading, dates: Sequence[Timex]) -> Iterator[Claim]:
        site = Site(discourse, reading.sentence.index, reading.stage)
        earlier: list[_Parties] = []
        for match, rule in reading.matches:
            sides = self._sides(site, match, rule, earlier)
            if sides is None:
                continue
            subjects, objects = sides
            earlier.append(sides)
            cues = tuple(applying(reading.cues, reading.stage, match.trigger))
            source = source_of(site, cues)
            for subject in subjects:
                yield from self._claim(text, reading, match, rule, subject, objects, cues, source, dates)

    def _sides(self, site: Site, match: Match, rule: ClaimRule, earlier: Sequence[_Parties]) -> _Parties | None:
        """Winners and losers of a reading; None where one side cannot be told."""
        subjects = self._subjects(site, match, earlier)
        if rule.relation is Relation.LEADS or not subjects:
            return (subjects, ()) if subjects else None
        if rule.relation is Relation.MATCHES and "object" not in match.slots and len(subjects) > 1:
            return subjects[:1], subjects[1:]
        objects = self._objects(site, match, subjects, earlier)
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
    def _objects(site: Site, match: Match, subjects: Sequence[Party], earlier: Sequence[_Parties]) -> tuple[Party, ...]:
        """The losers: the slot's, those of the verb before in the same sentence, or the one model they are compared with."""
        argument = match.slots.get("object")
        names = [p.name for p in subjects if p.name]
        if argument:
            return tuple(p for p in parties(site, argument, names) if p.name not in names)
        if earlier and earlier[-1][1]:
            return tuple(replace(p, certainty=p.certainty * _ELIDED) for p in earlier[-1][1] if p.name not in names)
        other = site.discourse.counterpart(Kind.MODEL, site.sentence, names)
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
            stance=stance_of(cues, rule.stance),
            source=source.name if source else None,
            self_reported=bool(source and source.speaks_for(name)),
            aspects=merits.aspects,
            benchmarks=merits.benchmarks,
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
            confidence=round(rule.weight * certainty * math.exp(-_PER_COST * match.cost), 2),
        )
        yield from (replace(whole, aspect_kind=kind) for kind in merits.kinds)


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
