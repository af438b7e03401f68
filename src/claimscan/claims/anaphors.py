"""An anaphor at its place, and the most salient name before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from claimscan.claims.discourse import Antecedent
from claimscan.claims.fitness import JUDGES, oblique
from claimscan.claims.nameless import Nameless, last_before
from claimscan.claims.origins import foreign
from claimscan.claims.reference import span_of
from claimscan.claims.scene import label_of
from claimscan.claims.site import Site
from claimscan.model import Kind, Mention, Name, Span
from claimscan.rulebook.rules import AnaphorRule, Number, Pick, Refers

_FORWARD, _UNNAMED, _LABEL = 0.7, 0.8, 0.9
_PHRASE, _JUDGED, _NEAR = 2, 8, 4

Found = tuple[Antecedent, ...]
"""What an anaphor stands for: nobody, one, or several."""


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


def single(antecedent: Antecedent | None) -> Found:
    """What was found, if anything."""
    return (antecedent,) if antecedent else ()


def judges(it: Anaphor) -> Iterator[Name]:
    """Those near before it that only judge models, and so are no party."""
    rows = it.site.discourse.mentions[max(0, it.site.sentence - _JUDGED) : it.site.sentence + 1]
    return (mention.name for row in rows for mention in row if mention.name.sort in JUDGES)


def acting_vendor(it: Anaphor) -> Antecedent | None:
    """The vendor that a pronoun's sentence speaks of, where it names no model before: "Lumo's lead is gone, they are behind X"."""
    plural = it.rule.number is Number.PLURAL and it.last - it.first == 1
    if not plural or it.rule.refers is not Refers.ANY or it.rule.pick is not Pick.NEAREST:
        return None
    stage = it.site.stage
    before = [argument for argument in stage.arguments if argument.last <= it.first]
    if len(before) != 1 or before[0].first in stage.spoken or oblique(stage, before[0]) or any(not i.mention for i in before[0].items):
        return None
    vendor = next(before[0].names, None)
    acts = vendor is not None and vendor.name.kind is Kind.VENDOR and vendor.name.sort not in JUDGES and vendor.name not in it.excluded
    return Antecedent(vendor, _UNNAMED) if vendor and acts else None


def speaking_vendor(it: Anaphor, found: Found) -> Antecedent | None:
    """The vendor that says something of "it", where who was found is another's: "Lumo claims that it beats X"; X is not Lumo's."""
    if it.rule.refers is not Refers.ANY or it.rule.number is not Number.SINGULAR or it.last - it.first > 1:
        return None
    stage = it.site.stage
    said = [argument for argument in stage.arguments if argument.first in stage.spoken and argument.last <= it.first]
    speaker = next(said[-1].names, None) if said else None
    if speaker is None or not speaker.name.known or speaker.name.kind is not Kind.VENDOR or speaker.name.sort in JUDGES:
        return None
    makers = {name.vendor or name.name for name in it.excluded}
    others = any(one.name.vendor not in (None, speaker.name.name) for one in found)
    return Antecedent(speaker, _UNNAMED) if others and speaker.name.name not in makers else None


def nearest(it: Anaphor) -> Found:
    """The most salient name before it; for a plural with those that are listed with it."""
    others = (*it.excluded, *_set_beside(it), *_foreign(it))
    label = label_of(it.site.stage, it.first) if it.rule.number is Number.SINGULAR and it.kind is Kind.MODEL else None
    if label and label.name not in others:
        return (Antecedent(label, _LABEL),)
    starts = (_looking_back_from(it), it.span.start)
    found = next(filter(None, (it.site.resolve(it.kind, start, others, gender=it.rule.gender) for start in starts)), None)
    without = last_before(it.site.discourse.nameless, it.site.sentence, it.span.start)
    if without and found and it.kind is Kind.MODEL and it.rule.number is Number.SINGULAR and not _may_be(it, without, found.mention):
        return single(presenter(it, without))
    found = _unnamed(it, found) or found or _ahead(it) or _maker(it)
    if found is None and without and it.kind is Kind.MODEL and it.rule.number is Number.SINGULAR:
        found = presenter(it, without)
    if found is None or it.rule.number is not Number.PLURAL:
        return single(found)
    listed = it.site.discourse.lists.get(_latest(it, found.mention).span.start) or _just_listed(it)
    return tuple(Antecedent(m, found.certainty) for m in listed if m.name not in it.excluded) or (found,)


def _just_listed(it: Anaphor) -> tuple[Mention, ...]:
    """The models that the sentence before lists, for "these models"."""
    before = it.site.discourse.mentions[it.site.sentence - 1] if it.site.sentence and it.last - it.first >= _PHRASE else ()
    lists = (it.site.discourse.lists.get(mention.span.start, ()) for mention in reversed(before))
    return next((listed for listed in lists if not any(mention.name in it.excluded for mention in listed)), ())


def _foreign(it: Anaphor) -> Iterator[Name]:
    """The names before it whose makers come from elsewhere than its adjectives tell: "the Chinese chatbot" is none of OpenAI's."""
    rows = it.site.discourse.mentions[max(0, it.site.sentence - _JUDGED) : it.site.sentence + 1] if it.last - it.first > _PHRASE else ()
    stage = it.site.stage
    return foreign(stage.units[it.first : it.last], (mention for row in rows for mention in row), stage.lexicon)


def _may_be(it: Anaphor, without: Nameless, mention: Mention) -> bool:
    """Whether an anaphor behind a model that was presented without a name may still stand for a name."""
    discourse, start = it.site.discourse, mention.span.start
    introduced = start in discourse.introduced
    background = start in discourse.oblique and not introduced
    return without.may_be(mention, background=background, leads=introduced or start in discourse.leading)


def presenter(it: Anaphor, without: Nameless) -> Antecedent | None:
    """The vendor that presented a model without a name."""
    vendor = without.vendor
    if vendor is None or vendor.name.name in {name.vendor or name.name for name in it.excluded}:
        return None
    return Antecedent(vendor, _UNNAMED)


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
    return form[0].isalnum() and not stage.lexicon.has_any(("boundaries", "conjunctions", "relatives"), form)


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
    if found and (found.name.vendor == center.name.name or not _in_background(it, found.mention)):
        return None
    return Antecedent(center, _UNNAMED)


def _in_background(it: Anaphor, mention: Mention) -> bool:
    """Whether a name is not what its sentence speaks of: it stands behind a preposition, or another one was the subject there."""
    if mention.span.start in it.site.discourse.oblique:
        return True
    near = range(it.site.sentence - 1, max(-1, it.site.sentence - _NEAR), -1)
    where = next((at for at in near if mention in it.site.discourse.mentions[at]), None)
    center = it.site.centers.get(where) if where is not None else None
    return center is not None and center.name != mention.name and center.span.start < mention.span.start


def _maker(it: Anaphor) -> Antecedent | None:
    """The vendor of an earlier sentence, for a model without a name: "Lumo has released a model. The model beats X"."""
    if it.rule.refers is not Refers.MODEL or it.last - it.first < _PHRASE:
        return None
    vendor = it.site.resolve(Kind.VENDOR, it.site.stage.units[0].span.start, it.excluded)
    if vendor is None or vendor.name.sort in JUDGES or vendor.name.name in {name.vendor for name in it.excluded}:
        return None
    return Antecedent(vendor.mention, vendor.certainty * _UNNAMED)
