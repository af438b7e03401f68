"""The single things that a sentence refers to: a name with its owner and head noun, an anaphor, a group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from claimscan.claims.name_phrases import NamePhrases
from claimscan.claims.reference import PARTIES, Form, Item
from claimscan.claims.sentences import joins
from claimscan.model import Kind
from claimscan.rulebook.rules import AnaphorRule, GroupRule, Number, Pick, Refers

_NOUN_REACH = 3
_JOINED_WITHIN = 4
_APPOSING, _CLOSING = frozenset(",(–—-"), frozenset(")–—-")
_MODELS = ("model_nouns", "model_nouns_plural")

Referring = Mapping[int, tuple[int, AnaphorRule | GroupRule]]
"""By unit position: where the longest anaphor or group phrase that starts there ends, and its rule."""


@dataclass(frozen=True, slots=True)
class NounPhrases:
    """Reads the items of one sentence."""

    names: NamePhrases
    referring: Referring

    def items(self) -> Iterator[Item]:
        """The items in order, none overlapping."""
        at = 0
        before: Item | None = None
        units, describes, referring = self.names.units, self.names.lexicon.describes, self.referring
        while at < len(units):
            form, _, _, mention = units[at]
            item = self._item(at) if mention or at in referring or describes[form] else None
            if item is None:
                at += 1
                continue
            if before and self._describes(before, item):
                item = Item(Form.NAME, item.first, item.last, before.mention)
            elif before and self._predicate(before, item):
                item = replace(item, modifier=True)
            yield item
            before, at = item, item.last

    def _item(self, at: int) -> Item | None:
        """What begins at a position."""
        unit = self.names.units[at]
        if unit.mention is not None:
            return self.names.name(at)
        phrase = self._phrase(at) if at in self.referring else None
        if phrase or not self.names.lexicon.describes[unit.form]:
            return phrase
        return self.names.made(at) or self.names.attributed(at)

    def _phrase(self, at: int) -> Item | None:
        """An anaphor or group; one that a name follows at once is that name's description: "das Modell Qwen 2.5".

        A merit is nobody's before it is said whose: "the performance of"; ", both in" joins two phrases.
        """
        end, rule = self.referring[at]
        if isinstance(rule, GroupRule):
            if self._verb(at, end) or self._behind_makers(at):
                return None
            version = self._version(at, end)
            if version:
                return version
            made = self.names.with_maker(Item(Form.OWNED, at, end)) if self.names.has("model_nouns", end - 1) and not rule.source else None
            return self.names.exemplified(made, end - 1) if made and made.owner else Item(Form.GROUP, at, end, group=rule)
        if self._no_anaphor(at, end, rule):
            return None
        if (rule.indefinite and self._of_unnamed(at)) or (self.names.has("model_nouns_plural", end - 1) and self._members_follow(end)):
            return Item(Form.GROUP, at, end)
        if self.names.has("merit_nouns", end - 1) and self.names.has("maker_links", end) and not self.names.has("possessives", at):
            return None
        if rule.number is Number.SINGULAR:
            made = self._made(at, end, rule)
            if made:
                return made
            version = self._version(at, end)
            if version or self._derived(end):
                return version
            after = end
            while self.names.has("naming", after):
                after = after + 1
            described = (self.names.name(after) if after < len(self.names.units) else None) or self._apposed(after)
            if described and described.form is Form.NAME and end - at > 1 and _fits(described, rule):
                return replace(described, first=at)
        plural = self.names.has("plural_pronouns", at) and self._plural_verb(at)
        return Item(Form.ANAPHOR, at, end, anaphor=replace(rule, number=Number.PLURAL, gender=None) if plural else rule)

    def _made(self, at: int, end: int, rule: AnaphorRule) -> Item | None:
        """A model told by its maker rather than by what was said before, and its name if that follows: "the flagship of Lumo(, Ember)"."""
        if rule.refers is not Refers.MODEL or rule.pick is not Pick.NEAREST or not self.names.has("model_nouns", end - 1):
            return None
        if any(self.names.has("passives", word) for word in range(len(self.names.units))):
            return None
        made = self.names.with_maker(Item(Form.OWNED, at, end))
        if made.owner is None:
            return None
        named = self._apposed(made.last) or (self.names.name(made.last) if made.last < len(self.names.units) else None)
        model = named is not None and named.mention is not None and named.mention.name.kind is Kind.MODEL
        return replace(named, first=at) if named and model else made

    def _plural_verb(self, at: int) -> bool:
        """Whether the verb of a pronoun is a plural: "schneiden sie", and where the pronoun begins its clause "sie schneiden"."""
        begins = at == 0 or not self.names.units[at - 1].form[0].isalnum() or self.names.has("conjunctions", at - 1)
        return self.names.has("plural_verbs", at + 1 if begins else at - 1)

    def _no_anaphor(self, at: int, end: int, rule: AnaphorRule) -> bool:
        """Whether the words of an anaphor belong to a noun or names beside them: "the data itself", "both A and B", "its AI chief"."""
        if self.names.has("off_topic", end):
            return True
        if end - at == 1 and ((self.names.has("emphatics", at) and self.names.open(at - 1)) or joins(self.names.units, at - 1)):
            return True
        if rule.pick is Pick.EACH:
            noun = self.names.has("determiners", at) and self.names.open(end) and self.names.has("prepositions", at - 1)
            return noun or any(self.names.has(name, word) for name in _MODELS for word in range(end, end + _NOUN_REACH))
        if rule.pick is Pick.ALL:
            return self._counts_nouns(at, end)
        return rule.number is Number.DUAL and self._names_two(at, end)

    def _of_unnamed(self, at: int) -> bool:
        """Whether what begins at a position is owned by somebody with a name of his own that is no maker's: "Norway's new model"."""
        if not self.names.has("genitives", at - 1) or self.names.units[at - 2].mention:
            return False
        return not any(self.names.has("determiners", before) or self.names.has("possessives", before) for before in (at - 3, at - 4))

    def _names_two(self, at: int, end: int) -> bool:
        """Whether the two that a word counts are told behind it: "both A and B", ", both in", "reads both text and images"."""
        if end < len(self.names.units) and (self.names.units[end].mention or end in self.referring):
            return True
        if at and self.names.units[at - 1].form == "," and self.names.has("prepositions", end):
            return True
        if self._counts_nouns(at, end) or (self.names.has("prepositions", at - 1) and self.names.open(end) and end - at == 1):
            return True
        if end - at > 1 or not (self.names.open(at - 1) or self.names.has("comparands", at - 1) or self.names.has("prepositions", at - 1)):
            return False
        near = range(end + 1, min(end + _JOINED_WITHIN, len(self.names.units)))
        joint = next((n for n in near if self.names.lexicon.length("conjunctions", self.names.units, n)), 0)
        determined = self.names.has("determiners", end)
        return joint > 0 and (self.names.open(end) or determined) and all(self.names.units[n].form[0].isalnum() for n in range(end, joint))

    def _counts_nouns(self, at: int, end: int) -> bool:
        """Whether a noun follows that is counted, or a verb to which the word belongs: "with the two doctors", "A either wins or"."""
        if end - at > 1:
            brought_in = self.names.has("prepositions", at - 1) or self.names.has("comparands", at - 1)
            return brought_in and self.names.open(end) and self.names.has("determiners", at)
        before = self.names.units[at - 1].mention if at else None
        model = before is not None and before.name.kind is Kind.MODEL
        return self.names.has("alternatives", at) and (model or any(self.names.has(name, at - 1) for name in _MODELS))

    def _derived(self, end: int) -> bool:
        """Whether a phrase tells a model without a name by the one it comes from: "the successor of Ember"."""
        if end + 1 >= len(self.names.units) or not (self.names.has("derivatives", end - 1) and self.names.has("maker_links", end)):
            return False
        origin = self.names.units[end + 1].mention
        return origin.name.kind is Kind.MODEL if origin else self.names.open(end + 1)

    def _version(self, at: int, end: int) -> Item | None:
        """A model by its newest version, or as some get it: "the latest version of Ember" is Ember, and so is "the paid version"."""
        same = self.names.has("derivatives", end - 1) and any(self.names.same_model(word) for word in range(at, end - 1))
        if not same or not self.names.has("maker_links", end) or end + 1 >= len(self.names.units):
            return None
        named = self.names.name(end + 1)
        party = named is not None and named.mention is not None and named.mention.name.kind in PARTIES
        return replace(named, first=at, modifier=False) if named and party else None

    def _verb(self, at: int, end: int) -> bool:
        """Whether a single word behind "and" or "already" is a verb with what follows it: "tops the table and rivals larger models"."""
        joined = end - at == 1 and (self.names.has("conjunctions", at - 1) or self.names.has("verb_adverbs", at - 1))
        return joined and end < len(self.names.units) and (end in self.referring or self.names.units[end].mention is not None)

    def _behind_makers(self, at: int) -> bool:
        """Whether a group is told by makers that stand before it as its subject: "die von Lumo und Meta entwickelten Modelle"."""
        maker = self.names.units[at - 2].mention if at > 1 and self.names.has("attributive_participles", at - 1) else None
        linked = self.names.has("maker_links", at - 3) or self.names.has("conjunctions", at - 3)
        return linked and maker is not None and maker.name.kind is Kind.VENDOR

    def _describes(self, name: Item, phrase: Item) -> bool:
        """Whether an indefinite phrase says what the name before it is: "Ember 4, a small model", "Ember 4 is a Lark variant"."""
        if phrase.form is Form.NAME and self.names.has("derivatives", phrase.last - 1) and self.names.has("determiners", phrase.first - 1):
            phrase = replace(phrase, form=Form.OWNED, first=phrase.first - 1)
        describing = phrase.form is Form.OWNED or (phrase.anaphor is not None and phrase.anaphor.pick is Pick.NEWEST)
        if not describing or name.form is not Form.NAME or name.mention is None:
            return False
        between = self.names.units[name.last : phrase.first]
        linked = len(between) == 1 and (between[0].form == "," or self.names.lexicon.has("auxiliaries", between[0].form))
        return linked and name.mention.name.kind is Kind.MODEL and not self.names.has("possessives", phrase.first)

    def _predicate(self, name: Item, other: Item) -> bool:
        """Whether a name only says what kind of model the one before it is: "Ember 4 is the second Lumo image model"."""
        between = range(name.last, other.first)
        if name.form is not Form.NAME or other.form is not Form.NAME or len(between) < 2 or not self.names.has("auxiliaries", name.last):
            return False
        described = self.names.has("determiners", name.last + 1) and all(self.names.open(at) for at in between[2:])
        noun = other.first + 1
        while self.names.open(noun) and not self.names.has("model_nouns", noun):
            noun += 1
        return described and self.names.has("model_nouns", noun)

    def _members_follow(self, at: int) -> bool:
        """Whether a plural is told by its members or makers: "the open models developed by", "the models, e.g."."""
        if at >= len(self.names.units):
            return False
        return self.names.examples_follow(at) or self.names.lexicon.length("maker_links", self.names.units, at) > 0

    def _apposed(self, at: int) -> Item | None:
        """A name that explains what stands before its comma: "its rival, GPT-4o,", "its model — known as Ember 4 —"."""
        if not (at + 1 < len(self.names.units) and self.names.units[at].form in _APPOSING):
            return None
        sign, naming = self.names.units[at].form, self.names.lexicon.length("naming", self.names.units, at + 1)
        start = at + 1 + naming
        name = self.names.name(start) if start < len(self.names.units) and (naming or sign == ",") else None
        if name is None or name.form is not Form.NAME:
            return None
        closing = self.names.units[name.last].form if name.last < len(self.names.units) else ""
        if sign != "," and closing in _CLOSING:
            return replace(name, last=name.last + 1)
        return None if closing[:1].isalnum() else name


def _fits(name: Item, rule: AnaphorRule) -> bool:
    """Whether a phrase can describe the name behind it: "das Unternehmen" describes no model."""
    return name.mention is None or rule.refers is not Refers.VENDOR or name.mention.name.kind is not Kind.MODEL
