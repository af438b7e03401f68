"""Which name before a place an anaphor there most likely stands for.

Each name scores by how recently, how prominently and how often it was mentioned (after Lappin and Leass 1994, with
layout in place of syntax). Where two candidates are close, the answer carries less certainty; where nothing is near,
there is none.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from claimscan.claims.discourse import Antecedent, Discourse
from claimscan.claims.kinship import Version, may_be_made_by, version_of
from claimscan.model import Kind, Mention, Name
from claimscan.rulebook.rules import Gender

_RECENCY = (3.9, 3.0, 1.9, 1.2, 0.8, 0.6)
_REMOTE, _FIRST, _HEADING, _OBLIQUE, _TOPIC, _OWN_BLOCK, _NEW = 0.25, 0.9, 0.5, -0.9, 0.8, 0.4, 0.9
_CENTER, _ENOUGH, _FAMILY, _OLDER, _AGREEING, _DISAGREEING = 1.4, 1.2, 1.2, 1.0, 2.0, -4.0

_REACH = 8


@dataclass(frozen=True, slots=True)
class Salience:
    """Ranks the names of a discourse by how prominent they are at a place."""

    discourse: Discourse

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
        here = self.discourse.kinds[kind][sentence] if kind in self.discourse.kinds else ()
        return any(m.span.end <= before and m.span.start in self.discourse.leading and m.name not in excluded for m in here)

    def _scores(
        self, kind: Kind, sentence: int, before: int, excluded: Collection[Name], vendor: str | None, reach: int
    ) -> dict[Name, tuple[float, Mention]]:
        scores: dict[Name, tuple[float, Mention]] = {}
        block = self.discourse.sentences[sentence].block
        topic = self.discourse.topics[kind].name if kind in self.discourse.topics else None
        for back in range(min(sentence, reach) + 1):
            where = sentence - back
            near = _RECENCY[back] if back < len(_RECENCY) else _REMOTE
            here = self.discourse.kinds[kind][where] if kind in self.discourse.kinds else ()
            subject = next((mention for mention in here if mention.span.start not in self.discourse.oblique), None)
            for mention in here:
                name = mention.name
                if mention.span.end > before or name in excluded or not may_be_made_by(name, vendor):
                    continue
                score = near + self._prominence(mention, where, first=mention is subject)
                score += _OWN_BLOCK * (self.discourse.sentences[where].block == block)
                score += _TOPIC * (name == topic)
                if name not in scores or score > scores[name][0]:
                    scores[name] = (score, mention)
                else:
                    scores[name] = (scores[name][0] + 0.15, scores[name][1])
        return scores

    def _agreement(self, mention: Mention, gender: Gender | None) -> float:
        """What it adds to the score of a mention that the text gives it this gender or another; a bare name passes for a neuter."""
        told = self.discourse.genders.get(mention.span.start) if gender else None
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
            since = next(at for at in range(sentence, -1, -1) if self.discourse.sentences[at].span.start <= mention.span.start)
            if any(version > own for at, version in of_sentences.get(name.family, {}).items() if at >= since):
                scores[name] = (score - _OLDER, mention)

    def _latest(self, names: Collection[Name], sentence: int) -> dict[str, dict[int, Version]]:
        """The latest version of each family, by sentence, of those of these names that stand in a sentence or near before it."""
        found: dict[str, dict[int, Version]] = {}
        for where in range(max(0, sentence - _REACH), sentence + 1):
            for mention in self.discourse.mentions[where]:
                name = mention.name
                if name.family and name in names:
                    versions = found.setdefault(name.family, {})
                    versions[where] = max(versions.get(where, ()), version_of(name))
        return found

    def _prominence(self, mention: Mention, sentence: int, *, first: bool) -> float:
        score = _HEADING if self.discourse.sentences[sentence].heading else 0.0
        if mention.span.start in self.discourse.oblique:
            score += _OBLIQUE
        elif first:
            score += _FIRST
        return score + (_NEW if mention.span.start in self.discourse.introduced else 0.0)
