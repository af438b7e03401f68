"""Who an anaphor stands for, by the way in which its rule picks among the names of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from claimscan.claims.anaphors import Anaphor, Found, acting_vendor, judges, nearest, presenter, single, speaking_vendor
from claimscan.claims.counterpart import Counterpart
from claimscan.claims.discourse import Antecedent
from claimscan.claims.nameless import last_before
from claimscan.claims.sentences import place_of
from claimscan.claims.site import Party
from claimscan.model import Kind, Mention, Name
from claimscan.rulebook.rules import Pick, Refers

_LEADING_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_PAIR, _LIST, _SIZED, _EARLIER, _OWN = 0.8, 0.75, 0.8, 0.8, 0.7
_LIST_OF, _NEAR = 3, 4


def parties_of(it: Anaphor) -> tuple[Party, ...]:
    """Who is meant; nobody where that cannot be told; an unnamed party for a predecessor or rival without a name."""
    found = single(acting_vendor(it)) or _PICKS[it.rule.pick](it)
    found = single(speaking_vendor(it, found)) or found
    if not found and it.rule.refers is Refers.ANY and not last_before(it.site.discourse.nameless, it.site.sentence, it.span.start):
        found = single(it.site.resolve(Kind.VENDOR, it.span.start, (*it.excluded, *judges(it))))
    if not found and it.rule.pick in (Pick.PREDECESSOR, Pick.OTHER):
        return (Party(None, it.span, 0.8),)
    return tuple(Party(antecedent.name, it.span, antecedent.certainty) for antecedent in found)


def _topic(it: Anaphor) -> Found:
    """What the passage is about."""
    return single(it.site.discourse.topic(it.site.sentence, it.excluded))


def _newest(it: Anaphor) -> Found:
    """The model that the vendor last spoken of has presented; where none is named, the vendor."""
    site, start = it.site, it.span.start
    here = site.resolve(Kind.VENDOR, start, reach=0)
    spoken_of = here is not None and here.mention.span.start not in site.discourse.oblique
    vendor = here if spoken_of else site.resolve(Kind.VENDOR, start)
    owner = vendor.name.name if vendor else None
    own = site.resolve(Kind.MODEL, start, it.excluded, vendor=owner, reach=0)
    near = site.resolve(Kind.MODEL, start, it.excluded, vendor=owner, reach=_NEAR)
    told = near is None or not it.rule.indefinite or near.name in {launched.name for launched in site.discourse.launches}
    own = own or (near if told else None)
    own = own or site.discourse.ahead(site.sentence, it.span.end, it.excluded, owner)
    if own is None and vendor is None and it.rule.indefinite:
        own = site.discourse.topic(site.sentence, it.excluded)
    if own or vendor is None or vendor.name in it.excluded:
        return single(own)
    return (Antecedent(vendor.mention, vendor.certainty * 0.8),)


def _pair(it: Anaphor, others: Collection[Name] = ()) -> tuple[Mention, ...]:
    """The last two names that stand together, without `others` if need be; two vendors where there are no two models."""
    recent, start = it.site.discourse.recent, it.span.start
    found = recent(it.kind, it.site.sentence, start, 2) or recent(it.kind, it.site.sentence, start, 2, others)
    named = it.site.resolve(Kind.MODEL, start, reach=0)
    return found if found or named else recent(Kind.VENDOR, it.site.sentence, start, 2)


def _former(it: Anaphor) -> Found:
    return tuple(Antecedent(mention, _PAIR) for mention in _pair(it)[:1])


def _latter(it: Anaphor) -> Found:
    return tuple(Antecedent(mention, _PAIR) for mention in _pair(it)[1:])


def _both(it: Anaphor) -> Found:
    """The pair before it, else the one that follows at once: "neither of the two, X or Y, ...".

    Of a vendor that speaks it is its own, unless that is what the pair is compared with.
    """
    pair = _pair(it, it.excluded)
    speaker = it.site.resolve(Kind.VENDOR, it.span.start, reach=0)
    makers = {one.name.vendor for one in pair} - {None}
    here = (mention for mention in it.site.discourse.mentions[it.site.sentence] if mention.span.start < it.span.start)
    against = {mention.name.vendor for mention in here if mention.name in it.excluded}
    if speaker and makers and speaker.name.name not in makers | against:
        models = it.site.discourse.models(it.site.sentence, it.span.start, it.excluded, reach=_NEAR)
        pair = tuple(one for one in models if one.name.vendor == speaker.name.name)[1::-1]
        pair = pair if len(pair) == 2 else ()
    if not pair:
        behind = [m for m in it.site.discourse.mentions[it.site.sentence] if m.name.kind is it.kind and m.span.start > it.span.end]
        pair = tuple(behind) if len(behind) == 2 else ()
    return tuple(Antecedent(mention, _LIST) for mention in pair)


def _all(it: Anaphor) -> Found:
    """All the names of the last sentence that has three or more, else the three models that were named one after the other."""
    discourse = it.site.discourse
    found = discourse.together(it.kind, it.site.sentence, it.span.start, _LIST_OF, it.excluded)
    near = () if found else discourse.models(it.site.sentence, it.span.start, it.excluded)[::-1]
    found = found or (near if len(near) == _LIST_OF else ())
    return tuple(Antecedent(mention, _LIST) for mention in found)


def _predecessor(it: Anaphor) -> Found:
    """Whom the text tells to have a successor, else the earlier version of the other party's family, or of the model last spoken of."""
    discourse = it.site.discourse
    known = it.excluded or [a.name for a in nearest(it)]
    found = (discourse.replaced(it.span.start, known), *(discourse.relatives(name, earlier=True) for name in known))
    return tuple(Antecedent(mention, _EARLIER) for mention in found if mention)[:1]


def _other(it: Anaphor) -> Found:
    """The one other party of the comparison that is going on."""
    kind = next((name.kind for name in it.excluded), None)
    return single(Counterpart(it.site.discourse, kind, it.site.sentence, it.excluded).find()) if kind else ()


def _size(it: Anaphor) -> Found:
    """The member of a family that has the size told: "the 8B variant", "the larger one"."""
    units, lexicon = it.site.stage.units[it.first : it.last], it.site.stage.lexicon
    told = next((number for number in (_LEADING_NUMBER.match(unit.form) for unit in units) if number), None)
    models = it.site.discourse.models(it.site.sentence, it.span.start, it.excluded)
    sizes = {mention.name: _size_of(mention.name, it) for mention in models}
    if told:
        fitting = [m for m in models if sizes[m.name] == float(told[0].replace(",", "."))]
        if fitting:
            return (Antecedent(fitting[0], _SIZED),)
        without = last_before(it.site.discourse.nameless, it.site.sentence, it.span.start)
        newest = single(presenter(it, without) if without else None) or _newest(it)
        return tuple(a for a in newest if sizes.get(a.name) is None)
    for one in models:
        family = [m for m in models if m.name.family == one.name.family and sizes[m.name] is not None]
        if one.name.family and len(family) > 1:
            ordered = sorted(family, key=lambda m: sizes[m.name] or 0.0)
            large = any(lexicon.has("large", unit.form) for unit in units)
            return (Antecedent(ordered[-1 if large else 0], _SIZED),)
    return _sibling(it, models, sizes) or nearest(it) or _newest(it)


def _sibling(it: Anaphor, models: Collection[Mention], sizes: Mapping[Name, float | None]) -> Found:
    """The one model of the same maker that is told to be large or small: of Sonnet "its bigger sibling" is Opus."""
    large = any(it.site.stage.lexicon.has("large", unit.form) for unit in it.site.stage.units[it.first : it.last])
    makers = {name.vendor for name in it.excluded} - {None}
    kin = [m for m in models if m.name.vendor in makers and sizes[m.name] == (float("inf") if large else 0.0)]
    return (Antecedent(kin[0], _SIZED),) if len(kin) == 1 else ()


def _size_of(name: Name, it: Anaphor) -> float | None:
    """The size of a model as a number that can be compared within its family; None where its name tells none."""
    for word in reversed((name.size or name.name).replace("-", " ").split()):
        number = _LEADING_NUMBER.match(word)
        if number and word[-1:] in "bB":
            return float(number[0].replace(",", "."))
    lexicon = it.site.stage.lexicon
    words = name.name.lower().replace("-", " ").split()
    if any(lexicon.has("small_variants", word) for word in words):
        return 0.0
    return float("inf") if any(lexicon.has("large_variants", word) for word in words) else None


def _own(it: Anaphor) -> Found:
    """The speaker's own model: "we", "ours"; the speaker where it has named none."""
    site, start = it.site, it.span.start
    others = {name.vendor or name.name for name in it.excluded}
    here = site.discourse.mentions[site.sentence]
    behind = [m for m in here if m.name.kind is Kind.VENDOR and m.span.start > it.span.end and m.name.name not in others]
    behind = [m for m in behind if not _bracketed(it, m)]
    before = site.resolve(Kind.VENDOR, start)
    speaking = before and before.name.name not in others and before.mention.span.start not in site.discourse.oblique
    vendor = behind[0] if behind else before.mention if before and speaking else None
    owner = vendor.name.name if vendor else None
    near = [site.resolve(Kind.MODEL, start, it.excluded, vendor=maker, reach=_NEAR) for maker in (owner, None)]
    for own in near:
        if own and (_owned(it, own, owner)):
            return (own,)
    behind_it = [m for m in here if m.name.kind is Kind.MODEL and m.span.start > it.span.end and m.name not in it.excluded]
    announced = [m for m in behind_it if not _compared(it, m)]
    if len(announced) == 1:
        return (Antecedent(announced[0], _OWN),)
    presented = site.discourse.presented(site.sentence, it.excluded, owner)
    topic = _topic(it)
    if owner and any(about.name.vendor not in (None, owner) for about in topic):
        topic = ()
    return single(presented) or topic or (single(Antecedent(vendor, _OWN)) if vendor else ())


def _bracketed(it: Anaphor, mention: Mention) -> bool:
    """Whether a mention stands in brackets, where nobody speaks."""
    stage = it.site.stage
    at = place_of(stage.units, mention) or 0
    return any(stage.units[first].form in ("(", "[") and first < at < after for first, after in stage.asides.items())


def _compared(it: Anaphor, mention: Mention) -> bool:
    """Whether a mention stands behind a word of comparison, but for what describes it: "als sein Vorgänger X"."""
    units, lexicon = it.site.stage.units, it.site.stage.lexicon
    at = place_of(units, mention) or 0
    before = units[max(0, at - _NEAR) : at]
    return any(lexicon.has("open_comparands", unit.form) for unit in before) and not any(unit.mention for unit in before)


def _owned(it: Anaphor, model: Antecedent, owner: str | None) -> bool:
    """Whether a model is told to be an owner's, or is presented by nobody else."""
    maker = model.name.vendor
    return maker == owner if maker else model.mention.span.start in it.site.discourse.introduced


_PICKS: Mapping[Pick, Callable[[Anaphor], Found]] = {
    Pick.NEAREST: nearest,
    Pick.TOPIC: _topic,
    Pick.NEWEST: _newest,
    Pick.FORMER: _former,
    Pick.LATTER: _latter,
    Pick.BOTH: _both,
    Pick.NEITHER: _both,
    Pick.ALL: _all,
    Pick.PREDECESSOR: _predecessor,
    Pick.OTHER: _other,
    Pick.EACH: _other,
    Pick.SIZE: _size,
    Pick.OWN: _own,
}
