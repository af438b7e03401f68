"""What the article is about at each point, and what its anaphors mean.

A small salience model: each name scores by how recently, how prominently and how often it was mentioned
(after Lappin and Leass 1994, with layout in place of syntax). Where two candidates are close, the answer
carries less certainty; where nothing is near, there is none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from claimscan.claims.kinship import Version, may_be_made_by, version_of
from claimscan.claims.nameless import Nameless
from claimscan.claims.sentences import Sentence
from claimscan.model import Kind, Mention, Name
from claimscan.rulebook.rules import Gender

_RECENCY = (3.9, 3.0, 1.9, 1.2, 0.8, 0.6)
_REMOTE, _FIRST, _HEADING, _OBLIQUE, _TOPIC, _OWN_BLOCK, _NEW = 0.25, 0.9, 0.5, -0.9, 0.8, 0.4, 0.9
_CENTER, _ENOUGH, _FAMILY, _OLDER, _AGREEING, _DISAGREEING = 1.4, 1.2, 1.2, 1.0, 2.0, -4.0

_REACH, _ITEMS, _ABOVE = 8, 12, 4


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What an anaphor stands for, the mention it was found by, and how sure that is, in [0, 1]."""

    mention: Mention
    certainty: float

    @property
    def name(self) -> Name:
        """The name meant."""
        return self.mention.name


@dataclass(frozen=True, slots=True)
class Discourse:
    """The names of an article in order, by sentence, with their prominence.

    `oblique` are starts of mentions that stand behind a preposition or as comparands; `introduced` starts
    of mentions that are presented as new ("unveils X"), `leading` of those with which a sentence begins; `nameless` are
    the models that are presented without a name, in order. `lists` tells of a mention with which others it is listed;
    `topics` are the first mentions of what the article is mostly about, `families` those of each version of a
    family, the earliest version first; `kinds` are the mentions of each kind, by sentence, `launches` those of models
    that are introduced, in order, `newcomers` the first mention of each name, by kind; `genders` those of nouns that describe a
    mention, by its start.
    """

    sentences: tuple[Sentence, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    oblique: Collection[int] = frozenset()
    introduced: Collection[int] = frozenset()
    leading: Collection[int] = frozenset()
    nameless: Sequence[Nameless] = ()
    lists: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)
    topics: Mapping[Kind, Mention] = field(default_factory=dict)
    families: Mapping[str, tuple[tuple[Version, Mention], ...]] = field(default_factory=dict)
    kinds: Mapping[Kind, Sequence[Sequence[Mention]]] = field(default_factory=dict)
    launches: Sequence[Mention] = ()
    newcomers: Mapping[Kind, Sequence[Mention]] = field(default_factory=dict)
    genders: Mapping[int, Gender] = field(default_factory=dict)

    def resolve(
        self,
        kind: Kind,
        sentence: int,
        before: int,
        excluded: Collection[Name] = (),
        *,
        vendor: str | None = None,
        reach: int = _REACH,
        centers: Mapping[int, Mention] | None = None,
        gender: Gender | None = None,
    ) -> Antecedent | None:
        """The most salient name of a kind before an offset; None if none is near enough.

        `vendor` asks for models of that vendor only; `reach` is how many sentences back one may look. `centers`
        are what earlier sentences spoke of without naming it, by sentence. A name that a noun of this `gender` describes
        is preferred, and one of another gender put back.
        """
        scores = self._scores(kind, sentence, before, excluded, vendor, reach)
        spoken_of = {} if self._has_subject(kind, sentence, before, excluded) else centers or {}
        for back, center in ((back, spoken_of[sentence - back]) for back in range(min(reach, 3), 0, -1) if sentence - back in spoken_of):
            name = center.name
            if name.kind is kind and name not in excluded and may_be_made_by(name, vendor):
                score = _RECENCY[back] + _FIRST + _CENTER
                if name not in scores or scores[name][0] < score:
                    scores[name] = (score, center)
        self._prefer_newer(scores, sentence)
        if not scores:
            return None
        agreeing = ((score >= _ENOUGH, score + self._agreement(mention, gender), mention) for score, mention in scores.values())
        ranked = sorted(agreeing, key=lambda s: (-s[0], -s[1], -s[2].span.start))
        enough, best, mention = ranked[0]
        if not enough:
            return None
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        return Antecedent(mention, min(0.95, 0.62 + 0.16 * (best - second)))

    def _has_subject(self, kind: Kind, sentence: int, before: int, excluded: Collection[Name]) -> bool:
        """Whether a sentence begins with a name of its own."""
        here = self.kinds[kind][sentence] if kind in self.kinds else ()
        return any(m.span.end <= before and m.span.start in self.leading and m.name not in excluded for m in here)

    def _scores(
        self, kind: Kind, sentence: int, before: int, excluded: Collection[Name], vendor: str | None, reach: int
    ) -> dict[Name, tuple[float, Mention]]:
        scores: dict[Name, tuple[float, Mention]] = {}
        block = self.sentences[sentence].block
        topic = self.topics[kind].name if kind in self.topics else None
        for back in range(min(sentence, reach) + 1):
            where = sentence - back
            near = _RECENCY[back] if back < len(_RECENCY) else _REMOTE
            here = self.kinds[kind][where] if kind in self.kinds else ()
            subject = next((mention for mention in here if mention.span.start not in self.oblique), None)
            for mention in here:
                name = mention.name
                if mention.span.end > before or name in excluded or not may_be_made_by(name, vendor):
                    continue
                score = near + self._prominence(mention, where, first=mention is subject)
                score += _OWN_BLOCK * (self.sentences[where].block == block)
                score += _TOPIC * (name == topic)
                if name not in scores or score > scores[name][0]:
                    scores[name] = (score, mention)
                else:
                    scores[name] = (scores[name][0] + 0.15, scores[name][1])
        return scores

    def _agreement(self, mention: Mention, gender: Gender | None) -> float:
        """What it adds to the score of a mention that the text gives it this gender or another; a bare name passes for a neuter."""
        told = self.genders.get(mention.span.start) if gender else None
        if told is None:
            return 0.0
        return _DISAGREEING if told is not gender else _AGREEING * (gender is not Gender.NEUTER)

    def _prefer_newer(self, scores: dict[Name, tuple[float, Mention]], sentence: int) -> None:
        """Lowers the scores of families beside their members, and of versions beside or after which a later one is named."""
        latest: dict[str, Version] = {}
        for name in scores:
            if name.family:
                latest[name.family] = max(latest.get(name.family, ()), version_of(name))
        of_sentences: dict[str, dict[int, Version]] | None = None
        for name, (score, mention) in list(scores.items()):
            own = version_of(name)
            if not name.family or latest[name.family] <= own:
                continue
            if not own:
                scores[name] = (score - _FAMILY, mention)
                continue
            if of_sentences is None:
                of_sentences = self._latest(scores, sentence)
            since = next(at for at in range(sentence, -1, -1) if self.sentences[at].span.start <= mention.span.start)
            if any(version > own for at, version in of_sentences.get(name.family, {}).items() if at >= since):
                scores[name] = (score - _OLDER, mention)

    def _latest(self, names: Collection[Name], sentence: int) -> dict[str, dict[int, Version]]:
        """The latest version of each family, by sentence, of those of these names that stand in a sentence or near before it."""
        found: dict[str, dict[int, Version]] = {}
        for where in range(max(0, sentence - _REACH), sentence + 1):
            for mention in self.mentions[where]:
                name = mention.name
                if name.family and name in names:
                    versions = found.setdefault(name.family, {})
                    versions[where] = max(versions.get(where, ()), version_of(name))
        return found

    def _prominence(self, mention: Mention, sentence: int, *, first: bool) -> float:
        score = _HEADING if self.sentences[sentence].heading else 0.0
        if mention.span.start in self.oblique:
            score += _OBLIQUE
        elif first:
            score += _FIRST
        return score + (_NEW if mention.span.start in self.introduced else 0.0)

    def topic(self, sentence: int, excluded: Collection[Name] = ()) -> Antecedent | None:
        """The model that a sentence without a subject speaks of.

        That is the model of the item, heading or lead-in above a list item, else of the sentence before, else
        the article's. A heading speaks of the article's rather than of the paragraph above it, and so do the items
        under a heading that names none.
        """
        here = self.sentences[sentence]
        depth, general = here.depth, self.topics.get(Kind.MODEL)
        shared = self._of_items(sentence) if here.item else None
        if shared and shared.name not in excluded:
            return Antecedent(shared, 0.75)
        if here.heading and not here.item and general and general.name not in excluded:
            return Antecedent(general, 0.6)
        above: Antecedent | None = None
        parted = False
        for back in range(sentence - 1, max(-1, sentence - 25), -1):
            other = self.sentences[back]
            if here.item and other.item and not other.heading and other.block != here.block:
                if other.depth >= depth:
                    continue
                depth = other.depth
            models = [m for m in self.mentions[back] if m.name.kind is Kind.MODEL and m.name not in excluded]
            found = [m for m in models if m.span.start not in self.oblique]
            if found and parted and not other.heading:
                above = above or (Antecedent(found[0], 0.5) if sentence - back <= _ABOVE else None)
            elif found:
                distance = here.block - other.block
                return Antecedent(found[0], 0.75 if distance <= 1 or other.heading else 0.5)
            if sentence - back > _ABOVE and not parted:
                break
            parted = parted or (here.item and other.heading and not models)
        return Antecedent(general, 0.4) if general and general.name not in excluded else above

    def _of_items(self, sentence: int) -> Mention | None:
        """The model with which the items before this one begin, where two or more name one and all the same."""
        here = self.sentences[sentence]
        found: list[Mention] = []
        for back in range(sentence - 1, max(-1, sentence - _ITEMS), -1):
            other = self.sentences[back]
            if not other.item or other.heading or other.depth != here.depth:
                break
            found += [m for m in self.mentions[back] if m.name.kind is Kind.MODEL and m.span.start not in self.oblique][:1]
        return found[0] if len(found) > 1 and len({m.name for m in found}) == 1 else None

    def presented(self, sentence: int, excluded: Collection[Name], vendor: str | None) -> Antecedent | None:
        """The model that was presented last before a sentence, by this vendor or by nobody that is told."""
        start = self.sentences[sentence].span.start
        for at in range(bisect_left(self.launches, start, key=lambda mention: mention.span.start) - 1, -1, -1):
            mention = self.launches[at]
            if mention.name not in excluded and mention.name.vendor in (None, vendor):
                return Antecedent(mention, 0.6)
        return None

    def ahead(self, sentence: int, after: int, excluded: Collection[Name], vendor: str | None) -> Antecedent | None:
        """The model that a description announces: "a new model beats X: meet Y"; only one that no text before has named."""
        for where in range(sentence, min(len(self.sentences), sentence + 3)):
            for mention in self.mentions[where]:
                name = mention.name
                fits = name.kind is Kind.MODEL and name not in excluded and may_be_made_by(name, vendor)
                presented = where == sentence or mention.span.start in self.introduced or mention.span.start in self.leading
                if mention.span.start >= after and fits and presented and mention.span.start not in self.oblique:
                    if len(self.lists.get(mention.span.start, ())) > 1:
                        return None
                    return Antecedent(mention, 0.6)
        return None

    def recent(self, kind: Kind, sentence: int, before: int, count: int) -> tuple[Mention, ...]:
        """The last few different names of a kind before an offset, in text order: that stand together, else the only ones near."""
        for where in range(sentence, max(-1, sentence - _ABOVE - 1), -1):
            distinct: dict[Name, Mention] = {}
            if where < sentence - 2 and any(m.name.kind is kind for at in range(where + 1, sentence) for m in self.mentions[at]):
                break
            for mention in self.mentions[where]:
                if mention.name.kind is kind and mention.span.end <= before:
                    distinct.setdefault(mention.name, mention)
            if len(distinct) >= count:
                return tuple(distinct.values())[-count:]
        near = {m.name: m for where in range(max(0, sentence - 2), sentence + 1) for m in self.mentions[where] if m.name.kind is kind}
        return tuple(near.values()) if len(near) == count and all(m.span.end <= before for m in near.values()) else ()

    def together(self, kind: Kind, sentence: int, before: int, count: int, excluded: Collection[Name] = ()) -> tuple[Mention, ...]:
        """All different names of a kind in the nearest sentence that has so many of them before an offset."""
        for where in range(sentence, max(-1, sentence - 4), -1):
            distinct: dict[Name, Mention] = {}
            for mention in self.mentions[where]:
                if mention.name.kind is kind and mention.span.end <= before and mention.name not in excluded:
                    distinct.setdefault(mention.name, mention)
            if len(distinct) >= count:
                return tuple(distinct.values())
        return ()

    def models(self, sentence: int, before: int, excluded: Collection[Name] = (), reach: int = 6) -> tuple[Mention, ...]:
        """The different models of the last sentences, each by its last mention before an offset, the nearest first."""
        distinct: dict[Name, Mention] = {}
        for where in range(sentence, max(-1, sentence - reach - 1), -1):
            for mention in reversed(self.mentions[where]):
                if mention.name.kind is Kind.MODEL and mention.span.end <= before and mention.name not in excluded:
                    distinct.setdefault(mention.name, mention)
        return tuple(distinct.values())

    def relatives(self, of: Name, *, earlier: bool) -> Mention | None:
        """An earlier (or later) version of the same family that the article names."""
        if of.family is None:
            return None
        members = self.families.get(of.family, ())
        own = version_of(of)
        if earlier:
            at = bisect_left(members, own, key=itemgetter(0))
            return members[at - 1][1] if at else None
        at = bisect_right(members, own, key=itemgetter(0))
        return members[at][1] if at < len(members) else None
