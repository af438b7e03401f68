"""From arguments to names: what each item of a slot stands for, with how sure that is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from claimscan.claims.discourse import Antecedent, Discourse, may_be_made_by
from claimscan.claims.reference import Argument, Form, Item, span_of
from claimscan.claims.scene import Scene
from claimscan.model import Kind, Mention, Name, Span
from claimscan.rulebook.rules import AnaphorRule, Number, Pick, Refers


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a comparison: a name, or None for an unnamed group; where it stands; how sure it is, in [0, 1].

    `elided` tells one that no word of the sentence stands for: what X is compared with in "X is faster".
    """

    name: Name | None
    span: Span
    certainty: float = 1.0
    elided: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """Where something is to be resolved: a sentence of the discourse, as it is matched.

    `centers` are the subjects of earlier sentences that only an anaphor told.
    """

    discourse: Discourse
    sentence: int
    stage: Scene
    centers: Mapping[int, Mention] = field(default_factory=dict)

    def resolve(
        self, kind: Kind, before: int, excluded: Collection[Name] = (), *, vendor: str | None = None, reach: int = 8
    ) -> Antecedent | None:
        """The most salient name of a kind before an offset of this sentence."""
        return self.discourse.resolve(kind, self.sentence, before, excluded, vendor=vendor, reach=reach, centers=self.centers)


_MEANS_REACH = 7
_SURE_TOPIC = 0.5


def by_means_of(site: Site, vendor: Name, excluded: Collection[Name]) -> Mention | None:
    """The model with which a vendor does something: "with its new Qwen 2.5, Alibaba overtakes ..."."""
    units = site.stage.units
    for at in range(len(units)):
        length = site.stage.lexicon.length("means", units, at)
        for unit in units[at + length : at + length + _MEANS_REACH] if length else ():
            if unit.mention and unit.mention.name.kind is Kind.MODEL:
                if unit.mention.name.vendor in (None, vendor.name) and unit.mention.name not in excluded:
                    return unit.mention
                break
            if not unit.form[0].isalnum():
                break
    return None


def makes(vendor: Party, model: Party) -> bool:
    """Whether one party is the maker of the other, and so no rival of it."""
    if vendor.name is None or model.name is None:
        return False
    return vendor.name.kind is Kind.VENDOR and model.name.kind is Kind.MODEL and model.name.vendor == vendor.name.name


def parties(site: Site, argument: Argument, excluded: Collection[Name] = ()) -> tuple[Party, ...]:
    """What the items of an argument stand for; items that cannot be resolved are left out."""
    return tuple(party for item in argument.items for party in _party(site, item, excluded))


def _party(site: Site, item: Item, excluded: Collection[Name]) -> Iterator[Party]:
    span = span_of(site.stage.units, item.first, item.last)
    if item.form is Form.NAME and item.mention:
        yield Party(item.mention.name, item.mention.span)
    elif item.form is Form.GROUP:
        yield Party(None, span)
    elif item.form is Form.OWNED and item.owner:
        yield _owned(site, item.owner, span, excluded, plural=_plural(site, item))
    elif item.anaphor:
        yield from _anaphor(site, item.anaphor, span, excluded)


def _plural(site: Site, item: Item) -> bool:
    return site.stage.lexicon.has("model_nouns_plural", site.stage.units[item.last - 1].form)


def _owned(site: Site, owner: Mention, span: Span, excluded: Collection[Name], *, plural: bool) -> Party:
    """A vendor's unnamed model: the one the text has just spoken of, else the vendor itself."""
    topic = site.discourse.topic(site.sentence, excluded) if site.discourse.sentences[site.sentence].item else None
    if topic and topic.certainty > _SURE_TOPIC and may_be_made_by(topic.name, owner.name.name):
        return Party(topic.name, span, topic.certainty)
    if not plural:
        found = site.resolve(Kind.MODEL, span.start, excluded, vendor=owner.name.name, reach=3)
        if found:
            return Party(found.name, span, found.certainty)
    return Party(owner.name, span, 0.85)


def _anaphor(site: Site, rule: AnaphorRule, span: Span, excluded: Collection[Name]) -> Iterator[Party]:
    discourse, sentence = site.discourse, site.sentence
    kind = Kind.VENDOR if rule.refers is Refers.VENDOR else Kind.MODEL
    if rule.number is Number.DUAL or rule.pick is Pick.BOTH:
        for mention in discourse.recent(kind, sentence, span.start, 2):
            yield Party(mention.name, span, 0.75)
        return
    if rule.pick in (Pick.FORMER, Pick.LATTER):
        pair = discourse.recent(kind, sentence, span.start, 2)
        if pair:
            yield Party(pair[0 if rule.pick is Pick.FORMER else 1].name, span, 0.8)
        return
    found = _one(site, rule, kind, span, excluded)
    if found is None and rule.refers is Refers.ANY:
        found = site.resolve(Kind.VENDOR, span.start, excluded)
    if found:
        yield Party(found.name, span, found.certainty)
    elif rule.pick in (Pick.PREDECESSOR, Pick.OTHER):
        yield Party(None, span, 0.8)


def _one(site: Site, rule: AnaphorRule, kind: Kind, span: Span, excluded: Collection[Name]) -> Antecedent | None:
    discourse, sentence = site.discourse, site.sentence
    if rule.pick is Pick.PREDECESSOR:
        return _predecessor(site, span, excluded)
    if rule.pick is Pick.OTHER:
        return discourse.counterpart(kind, sentence, excluded) if excluded else None
    if rule.pick is Pick.TOPIC:
        return discourse.topic(sentence, excluded)
    if rule.pick is Pick.NEWEST:
        vendor = site.resolve(Kind.VENDOR, span.start)
        owner = vendor.name.name if vendor else None
        here = site.resolve(Kind.MODEL, span.start, excluded, vendor=owner, reach=0)
        if here:
            return here
        own = site.resolve(Kind.MODEL, span.start, excluded, vendor=owner, reach=4)
        own = own or discourse.ahead(sentence, span.end, excluded, owner)
        if own or vendor is None or vendor.name in excluded:
            return own
        return Antecedent(vendor.mention, vendor.certainty * 0.8)
    return site.resolve(kind, span.start, excluded)


def _predecessor(site: Site, span: Span, excluded: Collection[Name]) -> Antecedent | None:
    """The earlier version of the other party's family, where the text names it."""
    for name in excluded:
        mention = site.discourse.relatives(name, earlier=True)
        if mention and mention.span.start < span.start:
            return Antecedent(mention, 0.8)
    return None
