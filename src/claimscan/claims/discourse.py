"""What the article is about at each point: its names by sentence, its topics, and what was named last or presented."""

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

_ITEMS, _ABOVE = 12, 4


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
    that are introduced, in order, `succeeded` those that are told to have a successor, `newcomers` the first mention of
    each name, by kind; `genders` those of nouns that describe a mention, by its start.
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
    succeeded: Sequence[Mention] = ()
    newcomers: Mapping[Kind, Sequence[Mention]] = field(default_factory=dict)
    genders: Mapping[int, Gender] = field(default_factory=dict)

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

    def recent(self, kind: Kind, sentence: int, before: int, count: int, excluded: Collection[Name] = ()) -> tuple[Mention, ...]:
        """The last few different names of a kind before an offset, in text order: that stand together, else the only ones near."""
        for where in range(sentence, max(-1, sentence - _ABOVE - 1), -1):
            distinct: dict[Name, Mention] = {}
            if where < sentence - 2 and any(m.name.kind is kind for at in range(where + 1, sentence) for m in self.mentions[at]):
                break
            for mention in self.mentions[where]:
                if mention.name.kind is kind and mention.span.end <= before and mention.name not in excluded:
                    distinct.setdefault(mention.name, mention)
            if len(distinct) >= count:
                return tuple(distinct.values())[-count:]
        rows = self.mentions[max(0, sentence - 2) : sentence + 1]
        near = {m.name: m for row in rows for m in row if m.name.kind is kind and m.name not in excluded}
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

    def replaced(self, before: int, excluded: Collection[Name] = ()) -> Mention | None:
        """The model that was last told to have a successor before an offset."""
        return next((m for m in reversed(self.succeeded) if m.span.start < before and m.name not in excluded), None)

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
