"""From arguments to names: what each item of a slot stands for, with how sure that is."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claimscan.claims.anaphors import Anaphor
from claimscan.claims.kinship import may_be_made_by
from claimscan.claims.picks import parties_of
from claimscan.claims.reference import Argument, Form, Item, span_of
from claimscan.claims.site import Party, Site
from claimscan.model import Kind, Mention, Name, Span

_MEANS_REACH = 7
_MEANT_WITHIN = 2
_SURE_TOPIC, _OWNER = 0.5, 0.85
_ANNOUNCED, _SIGNS = 3, frozenset(",:(–—")


def by_means_of(site: Site, vendor: Name, excluded: Collection[Name]) -> Mention | None:
    """The model with which a vendor does something: "with its new Qwen 2.5, Alibaba overtakes ...", "thereby"."""
    units = site.stage.units
    for at in range(len(units)):
        length = site.stage.lexicon.length("means", units, at)
        for unit in units[at + length : at + length + _MEANS_REACH] if length else ():
            if unit.mention and unit.mention.name.kind is Kind.MODEL:
                if unit.mention.name.vendor in (None, vendor.name) and unit.mention.name not in excluded:
                    return unit.mention
                break
            if not unit.form[0].isalnum() and unit.form != ",":
                break
    if any(name.kind is Kind.MODEL for name in excluded) and any(site.stage.lexicon.has("means_pronouns", unit.form) for unit in units):
        found = site.resolve(Kind.MODEL, units[0].span.start, excluded, vendor=vendor.name, reach=_MEANT_WITHIN)
        return found.mention if found else None
    return None


def makes(vendor: Party, model: Party) -> bool:
    """Whether one party is the maker of the other, and so no rival of it."""
    if vendor.name is None or model.name is None:
        return False
    return vendor.name.kind is Kind.VENDOR and model.name.kind is Kind.MODEL and model.name.vendor == vendor.name.name


def parties(site: Site, argument: Argument, excluded: Collection[Name] = ()) -> tuple[Party, ...]:
    """What the items of an argument stand for, each once; items that cannot be resolved are left out."""
    found: dict[Name | None, Party] = {}
    for item in argument.items[_announcing(site, argument) :]:
        for party in _party(site, item, excluded):
            found.setdefault(party.name, party)
    return tuple(found.values())


def _announcing(site: Site, argument: Argument) -> int:
    """How many items only announce the names behind them: one in "Lumo's new models, X and Y", none else."""
    if len(argument.items) < _ANNOUNCED:
        return 0
    first, *named = argument.items
    announced = first.form is Form.OWNED and first.owner is not None and site.stage.units[first.last].form in _SIGNS
    models = [item.mention.name for item in named if item.mention and item.mention.name.kind is Kind.MODEL]
    own = len(models) == len(named) and all(first.owner and name.vendor == first.owner.name.name for name in models)
    return int(announced and own and _plural(site, first))


def _party(site: Site, item: Item, excluded: Collection[Name]) -> Iterator[Party]:
    span = span_of(site.stage.units, item.first, item.last)
    if item.form is Form.NAME and item.mention:
        yield Party(item.mention.name, item.mention.span)
    elif item.form is Form.GROUP:
        yield Party(None, span)
    elif item.form is Form.OWNED and item.owner:
        before = site.stage.units[item.first - 1 : item.first]
        if any(site.stage.lexicon.has("others", unit.form) for unit in before):
            yield Party(item.owner.name, span, _OWNER)
        else:
            yield _owned(site, item.owner, span, excluded, plural=_plural(site, item))
    elif item.anaphor:
        yield from parties_of(Anaphor(site, item.anaphor, item.first, item.last, excluded))


def _plural(site: Site, item: Item) -> bool:
    return any(site.stage.lexicon.has("model_nouns_plural", unit.form) for unit in site.stage.units[item.first : item.last])


def _owned(site: Site, owner: Mention, span: Span, excluded: Collection[Name], *, plural: bool) -> Party:
    """A vendor's unnamed model: the one the text has just spoken of or goes on to present, else the vendor itself."""
    topic = site.discourse.topic(site.sentence, excluded) if site.item else None
    if topic and topic.certainty > _SURE_TOPIC and may_be_made_by(topic.name, owner.name.name):
        return Party(topic.name, span, topic.certainty)
    if not plural:
        found = site.resolve(Kind.MODEL, span.start, excluded, vendor=owner.name.name, reach=3)
        ahead = None if found else site.discourse.ahead(site.sentence, span.end, excluded, owner.name.name)
        found = found or (ahead if ahead and ahead.mention.span.start in site.discourse.introduced else None)
        if found:
            return Party(found.name, span, found.certainty)
    return Party(owner.name, span, _OWNER)
