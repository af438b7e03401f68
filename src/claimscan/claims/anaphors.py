"""What an anaphor stands for, by the way in which its rule picks among the names of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from claimscan.claims.discourse import Antecedent
from claimscan.claims.fitness import JUDGES
from claimscan.claims.reference import span_of
from claimscan.claims.scene import label_of
from claimscan.claims.site import Party, Site
from claimscan.model import Kind, Mention, Name, Span
from claimscan.rulebook.rules import AnaphorRule, Number, Pick, Refers

_LEADING_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_PAIR, _LIST, _SIZED, _EARLIER, _OWN, _FORWARD = 0.8, 0.75, 0.8, 0.8, 0.7, 0.7
_UNNAMED, _LABEL = 0.8, 0.9
_LIST_OF, _PHRASE = 3, 2
_NEAR, _JUDGED = 4, 8


@dataclass(frozen=True, slots=True)
class Anaphor:
    """An anaphor at its place: unit positions `first` to `last`; `excluded` stand on the other side of the comparison."""

    site: Site
    rule: AnaphorRule
    first: int
    last: int
    excluded: Collection[Name] = ()

    @property
    def span(self) -> Span:
        """Its characters."""
        return span_of(self.site.stage.units, self.first, self.last)

    @property
    def kind(self) -> Kind:
        """What it can stand for in the first place."""
        return Kind.VENDOR if self.rule.refers is Refers.VENDOR else Kind.MODEL

    def parties(self) -> tuple[Party, ...]:
        """Who is meant; nobody where that cannot be told; an unnamed party for a predecessor or rival without a name."""
        found = _PICKS[self.rule.pick](self)
        if not found and self.rule.refers is Refers.ANY:
            found = _one(self.site.resolve(Kind.VENDOR, self.span.start, (*self.excluded, *_judges(self))))
        if not found and self.rule.pick in (Pick.PREDECESSOR, Pick.OTHER):
            return (Party(None, self.span, 0.8),)
        return tuple(Party(antecedent.name, self.span, antecedent.certainty) for antecedent in found)


_Found = tuple[Antecedent, ...]


def _one(antecedent: Antecedent | None) -> _Found:
    return (antecedent,) if antecedent else ()


def _judges(it: Anaphor) -> Iterator[Name]:
    """Those near before it that only judge models, and so are no party."""
    rows = it.site.discourse.mentions[max(0, it.site.sentence - _JUDGED) : it.site.sentence + 1]
    return (mention.name for row in rows for mention in row if mention.name.sort in JUDGES)


def _nearest(it: Anaphor) -> _Found:
    """The most salient name before it; for a plural with those that are listed with it."""
    others = (*it.excluded, *_set_beside(it))
    label = label_of(it.site.stage, it.first) if it.rule.number is Number.SINGULAR and it.kind is Kind.MODEL else None
    if label and label.name not in others:
        return (Antecedent(label, _LABEL),)
    found = it.site.resolve(it.kind, _looking_back_from(it), others) or it.site.resolve(it.kind, it.span.start, others)
    found = _unnamed(it, found) or found or _ahead(it) or _maker(it)
    if found is None or it.rule.number is not Number.PLURAL:
        return _one(found)
    listed = it.site.discourse.lists.get(_latest(it, found.mention).span.start, ())
    return tuple(Antecedent(m, found.certainty) for m in listed if m.name not in it.excluded) or (found,)


def _latest(it: Anaphor, found: Mention) -> Mention:
    """Where a name that it stands for was last named in its own sentence, else where it was found."""
    here = [m for m in it.site.discourse.mentions[it.site.sentence] if m.name == found.name and m.span.end <= it.span.start]
    return here[-1] if here else found


def _looking_back_from(it: Anaphor) -> int:
    """The offset before which its name stands: the first such pronoun's, if but objects follow: "it rivals X; we rate it below Y"."""
    units = it.site.stage.units
    first = next((at for at in range(it.first) if units[at].form == units[it.first].form), None)
    if first is None or it.last - it.first > 1:
        return it.span.start
    named = [(at, mention) for at in range(first + 1, it.first) if (mention := units[at].mention)]
    objects = all(_follows_verb(it, at) and mention.span.start not in it.site.discourse.introduced for at, mention in named)
    return span_of(units, first, first + 1).start if named and objects else it.span.start


def _follows_verb(it: Anaphor, at: int) -> bool:
    """Whether a word that joins no clauses stands before a name: "rivals X", but not "; X" or "and X"."""
    stage = it.site.stage
    before = at - 1 - (stage.lexicon.has("determiners", stage.units[at - 1].form))
    form = stage.units[before].form
    return form[0].isalnum() and not any(stage.lexicon.has(each, form) for each in ("boundaries", "conjunctions", "relatives"))


def _set_beside(it: Anaphor) -> Iterator[Name]:
    """The names that a clause before it begins by setting it against: "unlike X, it ...", "despite being smaller than X, it ..."."""
    units, lexicon = it.site.stage.units, it.site.stage.lexicon
    if it.first and lexicon.has("concessives", units[0].form) and units[it.first - 1].form == ",":
        yield from (unit.mention.name for unit in units[: it.first] if unit.mention)
    for at in range(it.first):
        opens = at == 0 or not units[at - 1].form[0].isalnum() or lexicon.has("boundaries", units[at - 1].form)
        length = lexicon.length("contrasted", units, at) if opens else 0
        if length and lexicon.has("determiners", units[at + length].form):
            length += 1
        mention = units[at + length].mention if length else None
        if mention:
            yield mention.name


def _ahead(it: Anaphor) -> Antecedent | None:
    """What an anaphor points forward to where nothing stands before: "while it trails X, Y is cheaper", "... Its name is Y"."""
    discourse, units = it.site.discourse, it.site.stage.units
    if it.kind is Kind.MODEL and it.site.stage.lexicon.has("boundaries", units[0].form):
        comma = next((at for at in range(it.last, len(units)) if units[at].form == ","), len(units))
        names = (unit.mention for unit in units[comma:] if unit.mention and unit.mention.span.start not in discourse.oblique)
        main = next((m for m in names if m.name.kind is Kind.MODEL and m.name not in it.excluded), None)
        if main:
            return Antecedent(main, _FORWARD)
    named = discourse.ahead(it.site.sentence, it.span.end, it.excluded, None) if it.kind is Kind.MODEL else None
    return named if named and named.mention.span.start in discourse.introduced else None


def _unnamed(it: Anaphor, found: Antecedent | None) -> Antecedent | None:
    """The vendor of a model without a name that was just spoken of, and not what it was compared with: "its chatbot is on a par with X"."""
    center = it.site.unnamed() if it.kind is Kind.MODEL and it.rule.number is Number.SINGULAR else None
    if center is None or center.name.name in {name.vendor or name.name for name in it.excluded}:
        return None
    if found and (found.name.vendor == center.name.name or found.mention.span.start not in it.site.discourse.oblique):
        return None
    return Antecedent(center, _UNNAMED)


def _maker(it: Anaphor) -> Antecedent | None:
    """The vendor of an earlier sentence, for a model without a name: "Lumo has released a model. The model beats X"."""
    if it.rule.refers is not Refers.MODEL or it.rule.number is not Number.SINGULAR or it.last - it.first < _PHRASE:
        return None
    vendor = it.site.resolve(Kind.VENDOR, it.site.stage.units[0].span.start, it.excluded)
    if vendor is None or vendor.name.sort in JUDGES or vendor.name.name in {name.vendor for name in it.excluded}:
        return None
    return Antecedent(vendor.mention, vendor.certainty * _UNNAMED)


def _topic(it: Anaphor) -> _Found:
    """What the passage is about."""
    return _one(it.site.discourse.topic(it.site.sentence, it.excluded))


def _newest(it: Anaphor) -> _Found:
    """The model that the vendor last spoken of has presented; where none is named, the vendor."""
    site, start = it.site, it.span.start
    vendor = site.resolve(Kind.VENDOR, start)
    owner = vendor.name.name if vendor else None
    own = site.resolve(Kind.MODEL, start, it.excluded, vendor=owner, reach=0)
    near = site.resolve(Kind.MODEL, start, it.excluded, vendor=owner, reach=_NEAR)
    told = near is None or not it.rule.indefinite or near.mention.span.start in site.discourse.introduced
    own = own or (near if told else None)
    own = own or site.discourse.ahead(site.sentence, it.span.end, it.excluded, owner)
    if own or vendor is None or vendor.name in it.excluded:
        return _one(own)
    return (Antecedent(vendor.mention, vendor.certainty * 0.8),)


def _pair(it: Anaphor) -> tuple[Mention, ...]:
    """The last two names that stand together; two vendors where there are no two models."""
    recent = it.site.discourse.recent
    found = recent(it.kind, it.site.sentence, it.span.start, 2)
    named = it.site.resolve(Kind.MODEL, it.span.start, reach=0)
    return found if found or named else recent(Kind.VENDOR, it.site.sentence, it.span.start, 2)


def _former(it: Anaphor) -> _Found:
    return tuple(Antecedent(mention, _PAIR) for mention in _pair(it)[:1])


def _latter(it: Anaphor) -> _Found:
    return tuple(Antecedent(mention, _PAIR) for mention in _pair(it)[1:])


def _both(it: Anaphor) -> _Found:
    """The pair before it, else the one that follows at once: "neither of the two, X or Y, ..."; of a vendor that speaks, its own."""
    pair = _pair(it)
    speaker = it.site.resolve(Kind.VENDOR, it.span.start, reach=0)
    makers = {one.name.vendor for one in pair} - {None}
    if speaker and makers and speaker.name.name not in makers:
        models = it.site.discourse.models(it.site.sentence, it.span.start, it.excluded, reach=_NEAR)
        pair = tuple(one for one in models if one.name.vendor == speaker.name.name)[1::-1]
        pair = pair if len(pair) == 2 else ()
    if not pair:
        behind = [m for m in it.site.discourse.mentions[it.site.sentence] if m.name.kind is it.kind and m.span.start > it.span.end]
        pair = tuple(behind) if len(behind) == 2 else ()
    return tuple(Antecedent(mention, _LIST) for mention in pair)


def _all(it: Anaphor) -> _Found:
    """All the names of the last sentence that has three or more, else the three models that were named one after the other."""
    discourse = it.site.discourse
    found = discourse.together(it.kind, it.site.sentence, it.span.start, _LIST_OF, it.excluded)
    near = () if found else discourse.models(it.site.sentence, it.span.start, it.excluded)[::-1]
    found = found or (near if len(near) == _LIST_OF else ())
    return tuple(Antecedent(mention, _LIST) for mention in found)


def _predecessor(it: Anaphor) -> _Found:
    """The earlier version of the other party's family, or of the model last spoken of, where the text names it."""
    known = it.excluded or [a.name for a in _nearest(it)]
    found = (it.site.discourse.relatives(name, earlier=True) for name in known)
    return tuple(Antecedent(mention, _EARLIER) for mention in found if mention)[:1]


def _other(it: Anaphor) -> _Found:
    """The one other party of the comparison that is going on."""
    kind = next((name.kind for name in it.excluded), None)
    return _one(it.site.discourse.counterpart(kind, it.site.sentence, it.excluded)) if kind else ()


def _size(it: Anaphor) -> _Found:
    """The member of a family that has the size told: "the 8B variant", "the larger one"."""
    units, lexicon = it.site.stage.units[it.first : it.last], it.site.stage.lexicon
    told = next((number for number in (_LEADING_NUMBER.match(unit.form) for unit in units) if number), None)
    models = it.site.discourse.models(it.site.sentence, it.span.start, it.excluded)
    sizes = {mention.name: _size_of(mention.name, it) for mention in models}
    if told:
        fitting = [m for m in models if sizes[m.name] == float(told[0].replace(",", "."))]
        nearest = () if fitting else _newest(it)
        return _one(Antecedent(fitting[0], _SIZED) if fitting else None) or tuple(a for a in nearest if sizes.get(a.name) is None)
    for one in models:
        family = [m for m in models if m.name.family == one.name.family and sizes[m.name] is not None]
        if one.name.family and len(family) > 1:
            ordered = sorted(family, key=lambda m: sizes[m.name] or 0.0)
            large = any(lexicon.has("large", unit.form) for unit in units)
            return (Antecedent(ordered[-1 if large else 0], _SIZED),)
    return _sibling(it, models, sizes) or _nearest(it) or _newest(it)


def _sibling(it: Anaphor, models: Collection[Mention], sizes: Mapping[Name, float | None]) -> _Found:
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


def _own(it: Anaphor) -> _Found:
    """The speaker's own model: "we", "ours"; the speaker where it has named none."""
    site, start = it.site, it.span.start
    others = {name.vendor or name.name for name in it.excluded}
    here = site.discourse.mentions[site.sentence]
    behind = [m for m in here if m.name.kind is Kind.VENDOR and m.span.start > it.span.end and m.name.name not in others]
    before = site.resolve(Kind.VENDOR, start)
    speaking = before and before.name.name not in others and before.mention.span.start not in site.discourse.oblique
    vendor = behind[0] if behind else before.mention if before and speaking else None
    owner = vendor.name.name if vendor else None
    near = [site.resolve(Kind.MODEL, start, it.excluded, vendor=maker, reach=_NEAR) for maker in (owner, None)]
    for own in near:
        if own and (_owned(it, own, owner)):
            return (own,)
    announced = [m for m in here if m.name.kind is Kind.MODEL and m.span.start > it.span.end and m.name not in it.excluded]
    if len(announced) == 1:
        return (Antecedent(announced[0], _OWN),)
    presented = site.discourse.presented(site.sentence, it.excluded, owner)
    return _one(presented) or _topic(it) or (_one(Antecedent(vendor, _OWN)) if vendor else ())


def _owned(it: Anaphor, model: Antecedent, owner: str | None) -> bool:
    """Whether a model is told to be an owner's, or is presented by nobody else."""
    maker = model.name.vendor
    return maker == owner if maker else model.mention.span.start in it.site.discourse.introduced


_PICKS: Mapping[Pick, Callable[[Anaphor], _Found]] = {
    Pick.NEAREST: _nearest,
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
