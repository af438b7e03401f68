"""The first walk through a document: its sentences and units, and what its discourse holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter

from claimscan.claims.discourse import Discourse
from claimscan.claims.kinship import Version, version_of
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.sentences import Sentence, Unit, place_of, split_sentences, units
from claimscan.claims.standing import Standing
from claimscan.model import Kind, Mention, Name

_TITLED, _BACKGROUND = 4.0, 0.7


def survey(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Discourse, list[tuple[Unit, ...]]]:
    """The discourse of a text, and the units of each of its sentences; `mentions` are sorted."""
    names = [mention.span for mention in mentions]
    sentences = split_sentences(text, lexicon.abbreviations, ordinals=lexicon.ordinals, opens=lexicon.common, names=names)
    named = _by_sentence(sentences, mentions)
    rows = [units(text, sentence.span, own) for sentence, own in zip(sentences, named, strict=True)]
    standing = Standing()
    for sentence, (row, own) in enumerate(zip(rows, named, strict=True)):
        if own:
            standing.add(sentence, row, lexicon)
    titled = _titled(rows)
    if titled:
        standing.introduced.add(titled.span.start)
    spoken_of = [[m for m in own if not _likened(row, m, lexicon)] for row, own in zip(rows, named, strict=True)]
    return _discourse(sentences, spoken_of, standing, titled), rows


def _by_sentence(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions that stand wholly in each sentence."""
    rows: list[list[Mention]] = []
    at = 0
    for sentence in sentences:
        own: list[Mention] = []
        while at < len(mentions) and mentions[at].span.start < sentence.span.end:
            if sentence.span.covers(mentions[at].span):
                own.append(mentions[at])
            at += 1
        rows.append(own)
    return rows


def _likened(row: Sequence[Unit], mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a name only tells what something else is like, and nothing is said of it: "a Lumo-style service"."""
    at = place_of(row, mention)
    if at is None or at + 2 >= len(row):
        return False
    name, sign, word = row[at : at + 3]
    return sign.form == "-" and sign.start == name.end and lexicon.has("likenesses", word.form)


def _discourse(
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Mention]],
    standing: Standing,
    titled: Mention | None,
) -> Discourse:
    """The discourse of an article: its names by sentence, and the model and vendor it is mostly about."""
    first: dict[Name, Mention] = {}
    for mention in (mention for row in rows for mention in row):
        first.setdefault(mention.name, mention)
    background = standing.oblique - standing.introduced
    topics = _topics(sentences, rows, background, titled, first)
    kinds = _by_kind(rows)
    launches = [mention for row in kinds[Kind.MODEL] for mention in row if mention.span.start in standing.introduced]
    families = _families(first.values())
    newcomers = {kind: own for kind, (own,) in _by_kind([list(first.values())]).items()}
    return Discourse(
        sentences=tuple(sentences),
        mentions=tuple(map(tuple, rows)),
        oblique=standing.oblique,
        introduced=standing.introduced,
        leading=standing.leading,
        nameless=standing.nameless,
        genders=standing.genders,
        lists=standing.lists,
        topics=topics,
        families=families,
        kinds=kinds,
        launches=launches,
        succeeded=standing.succeeded,
        newcomers=newcomers,
    )


def _by_kind(rows: Sequence[Sequence[Mention]]) -> dict[Kind, list[tuple[Mention, ...]]]:
    """The mentions of each kind, by sentence."""
    kinds: dict[Kind, list[tuple[Mention, ...]]] = {kind: [()] * len(rows) for kind in Kind}
    for sentence, row in enumerate(rows):
        for mention in row:
            kinds[mention.name.kind][sentence] += (mention,)
    return kinds


def _topics(
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Mention]],
    background: Collection[int],
    titled: Mention | None,
    first: Mapping[Name, Mention],
) -> dict[Kind, Mention]:
    """The model and the vendor that an article is mostly about: named often, early, in headings, or as what its title presents."""
    topics = {}
    for kind in (Kind.MODEL, Kind.VENDOR):
        weights: dict[Name, float] = {}
        for i, row in enumerate(rows):
            for mention in row:
                if mention.name.kind is kind:
                    early = 3.0 if i == 0 else 1.5 if i < 4 else 0.0
                    early += _TITLED if mention is titled else 0.0
                    weight = 0.4 + early * _BACKGROUND if mention.span.start in background else 1.0 + early
                    weight += 2.0 if sentences[i].heading else 0.0
                    weights[mention.name] = weights.get(mention.name, 0.0) + weight
        if weights:
            topics[kind] = first[max(weights, key=lambda n: weights[n])]
    return topics


def _titled(rows: Sequence[Sequence[Unit]]) -> Mention | None:
    """The name with which a title begins that says what it is: "Ember: A New Language Model"."""
    return rows[0][0].mention if rows and len(rows[0]) > 1 and rows[0][1].form == ":" else None


def _families(mentions: Iterable[Mention]) -> dict[str, tuple[tuple[Version, Mention], ...]]:
    """The first mention of each version of each family of models, the earliest version first."""
    found: dict[str, dict[Version, Mention]] = {}
    for mention in mentions:
        if mention.name.kind is Kind.MODEL and mention.name.family is not None:
            found.setdefault(mention.name.family, {}).setdefault(version_of(mention.name), mention)
    return {family: tuple(sorted(members.items(), key=itemgetter(0))) for family, members in found.items()}
