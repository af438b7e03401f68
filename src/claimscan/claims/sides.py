"""Winners and losers of a reading: what its slots name, and what the discourse says where a slot is empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimscan.claims.match import Match
from claimscan.claims.reference import Argument, Form, span_of
from claimscan.claims.resolve import Party, Site, by_means_of, parties
from claimscan.model import Kind, Name, Relation, Span
from claimscan.rulebook.rules import ClaimRule, Sides

_ELIDED = 0.7
_PARTIES = (Kind.MODEL, Kind.VENDOR)

Pair = tuple[tuple[Party, ...], tuple[Party, ...]]
"""The winners and the losers of a comparison; who leads has beaten nobody by name."""


def pairs_of(site: Site, match: Match, rule: ClaimRule, earlier: Sequence[Pair], before: Sequence[Pair]) -> tuple[Pair, ...]:
    """The comparisons that a reading makes; none where one side cannot be told.

    `earlier` are those of the same sentence, `before` those of the sentence before.
    """
    subject = match.slots.get("subject")
    if rule.sides is Sides.RANKED and subject and "object" not in match.slots:
        ranked = _subjects(site, match, earlier)
        return tuple((ranked[at : at + 1], ranked[at + 1 :]) for at in range(len(ranked) - 1))
    pair = _continued(site, match, earlier, before) if rule.sides is Sides.BEFORE else _pair(site, match, rule, earlier, before)
    if pair is None:
        return ()
    return (pair, (pair[1], pair[0])) if rule.sides is Sides.MUTUAL else (pair,)


def _pair(site: Site, match: Match, rule: ClaimRule, earlier: Sequence[Pair], before: Sequence[Pair]) -> Pair | None:
    winner, loser = match.slots.get("subject"), match.slots.get("object")
    if winner is None and loser and loser.has(Form.ANAPHOR):
        objects = parties(site, loser)
        subjects = _opponents(objects, earlier, before) or _counterpart(site, match, objects)
        return (subjects, objects) if subjects and objects else None
    subjects = _subjects(site, match, earlier)
    if rule.relation is Relation.LEADS or not subjects:
        return (subjects, ()) if subjects else None
    if loser is None and rule.relation is Relation.MATCHES and len(subjects) > 1:
        return subjects[:1], subjects[1:]
    if loser is None:
        objects = _opponents(subjects, earlier, before) or _counterpart(site, match, subjects)
    else:
        objects = _others(site, loser, subjects)
    return (subjects, objects) if objects else None


def _continued(site: Site, match: Match, earlier: Sequence[Pair], before: Sequence[Pair]) -> Pair | None:
    """The pair of a reading that carries on the comparison before: "..., at half the price", "... but slower"."""
    winner, loser = match.slots.get("subject"), match.slots.get("object")
    if winner is None and loser is None:
        last = next((sides for sides in reversed(earlier) if sides[1]), None)
        if last is None:
            return None
        first, second = sorted(last, key=lambda side: side[0].span)
        return _unsure(first), _unsure(second)
    subjects = _subjects(site, match, earlier) if winner else ()
    objects = _others(site, loser, subjects) if loser else ()
    subjects = subjects or _opponents(objects, earlier, before)
    objects = objects or _opponents(subjects, earlier, before)
    return (subjects, objects) if subjects and objects else None


def _subjects(site: Site, match: Match, earlier: Sequence[Pair]) -> tuple[Party, ...]:
    """The winners: the slot's, those of the verb before in the same sentence, or the topic."""
    argument, other = match.slots.get("subject"), match.slots.get("object")
    excluded = [m.name for m in other.names] if other else []
    if argument:
        found = parties(site, argument, excluded)
        return tuple(_winner(site, p, p.name, excluded) for p in found if p.name is not None and p.name.kind in _PARTIES)
    if earlier:
        return tuple(replace(p, certainty=p.certainty * 0.9) for p in earlier[-1][0] if p.name not in excluded)
    return _topic(site, match, excluded)


def _others(site: Site, argument: Argument, one: Sequence[Party]) -> tuple[Party, ...]:
    """The losers that a slot tells, without those that already stand on the other side."""
    names = [p.name for p in one if p.name]
    return tuple(p for p in parties(site, argument, names) if p.name not in names)


def _opponents(one: Sequence[Party], earlier: Sequence[Pair], before: Sequence[Pair]) -> tuple[Party, ...]:
    """The other side of a comparison just made with one of these parties."""
    names = [p.name for p in one if p.name]
    for winners, losers in (*reversed(earlier), *reversed(before)):
        for side, against in ((winners, losers), (losers, winners)):
            if against and any(p.name in names for p in side):
                return _unsure([p for p in against if p.name not in names])
    return ()


def _unsure(side: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(replace(p, certainty=p.certainty * _ELIDED) for p in side)


def _counterpart(site: Site, match: Match, one: Sequence[Party]) -> tuple[Party, ...]:
    """The one model that the side left out can be."""
    names = [p.name for p in one if p.name]
    above = site.discourse.topic(site.sentence, names) if site.discourse.sentences[site.sentence].item else None
    other = above or site.discourse.counterpart(Kind.MODEL, site.sentence, names)
    return (Party(other.name, _here(site, match), other.certainty),) if other else ()


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
