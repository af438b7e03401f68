"""The single things that a sentence refers to: a name with its owner and head noun, an anaphor, a group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.reference import Form, Item
from claimscan.claims.sentences import Unit
from claimscan.model import Kind, Mention
from claimscan.rulebook.rules import AnaphorRule, GroupRule, Number, Pick, Refers

_OWNED_REACH = 5
_MAKER_REACH = 6
_ASIDE_REACH = 12
_NOUN_REACH = 3
_JOINED_WITHIN = 4
_APPOSING, _CLOSING = frozenset(",(–—-"), frozenset(")–—-")
_MODELS = ("model_nouns", "model_nouns_plural")

Referring = Mapping[int, tuple[int, AnaphorRule | GroupRule]]
"""By unit position: where the longest anaphor or group phrase that starts there ends, and its rule."""


@dataclass(frozen=True, slots=True)
class NounPhrases:
    """Reads the items of one sentence."""

    units: Sequence[Unit]
    lexicon: Lexicon
    referring: Referring

    def items(self) -> Iterator[Item]:
        """The items in order, none overlapping."""
        at = 0
        before: Item | None = None
        while at < len(self.units):
            item = self._item(at)
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
        if self.units[at].mention is not None:
            return self._name(at)
        return (self._phrase(at) if at in self.referring else None) or self._made(at) or self._attributed(at)

    def _has(self, name: str, at: int) -> bool:
        return 0 <= at < len(self.units) and self.units[at].mention is None and self.lexicon.has(name, self.units[at].form)

    def _open(self, at: int) -> bool:
        """Whether a word that is no function word stands at a position."""
        if not 0 <= at < len(self.units) or not self.units[at].form[0].isalnum():
            return False
        return self.units[at].mention is None and not self.lexicon.closed(self.units[at].form)

    def _phrase(self, at: int) -> Item | None:
        """An anaphor or group; one that a name follows at once is that name's description: "das Modell Qwen 2.5".

        A merit is nobody's before it is said whose: "the performance of"; ", both in" joins two phrases.
        """
        end, rule = self.referring[at]
        if isinstance(rule, GroupRule):
            if self._verb(at, end) or self._behind_makers(at):
                return None
            made = self._with_maker(Item(Form.OWNED, at, end)) if self._has("model_nouns", end - 1) and not rule.source else None
            return made if made and made.owner else Item(Form.GROUP, at, end, group=rule)
        if rule.pick is Pick.EACH and any(self._has(name, noun) for name in _MODELS for noun in range(end, end + _NOUN_REACH)):
            return None
        if rule.number is Number.DUAL and self._names_two(at, end):
            return None
        if self._has("model_nouns_plural", end - 1) and self._members_follow(end):
            return Item(Form.GROUP, at, end)
        if self._has("merit_nouns", end - 1) and self._has("maker_links", end):
            return None
        if rule.number is Number.SINGULAR:
            version = self._version(at, end)
            if version or self._derived(end):
                return version
            after = end
            while self._has("naming", after):
                after = after + 1
            described = (self._name(after) if after < len(self.units) else None) or self._apposed(after)
            if described and described.form is Form.NAME and end - at > 1 and _fits(described, rule):
                return replace(described, first=at)
        return Item(Form.ANAPHOR, at, end, anaphor=rule)

    def _names_two(self, at: int, end: int) -> bool:
        """Whether the two that a word counts are told behind it: "both A and B", ", both in", "reads both text and images"."""
        if end < len(self.units) and (self.units[end].mention or end in self.referring):
            return True
        if at and self.units[at - 1].form == "," and self._has("prepositions", end):
            return True
        if end - at > 1 or not (self._open(at - 1) or self._has("comparands", at - 1) or self._has("prepositions", at - 1)):
            return False
        near = range(end + 1, min(end + _JOINED_WITHIN, len(self.units)))
        joint = next((n for n in near if self.lexicon.length("conjunctions", self.units, n)), 0)
        determined = self._has("determiners", end)
        return joint > 0 and (self._open(end) or determined) and all(self.units[n].form[0].isalnum() for n in range(end, joint))

    def _derived(self, end: int) -> bool:
        """Whether a phrase tells a model without a name by the one it comes from: "the successor of Ember"."""
        if end + 1 >= len(self.units) or not (self._has("derivatives", end - 1) and self._has("maker_links", end)):
            return False
        origin = self.units[end + 1].mention
        return origin is not None and origin.name.kind is Kind.MODEL

    def _version(self, at: int, end: int) -> Item | None:
        """A model by its newest version: "the latest version of Ember" is Ember."""
        newest = self._has("derivatives", end - 1) and any(self._has("introducers", word) for word in range(at, end - 1))
        if not newest or not self._has("maker_links", end) or end + 1 >= len(self.units):
            return None
        named = self._name(end + 1)
        model = named is not None and named.mention is not None and named.mention.name.kind is Kind.MODEL
        return replace(named, first=at, modifier=False) if named and model else None

    def _verb(self, at: int, end: int) -> bool:
        """Whether a single word behind "and" is a verb with what follows it: "tops the table and rivals larger models"."""
        joined = end - at == 1 and self._has("conjunctions", at - 1)
        return joined and end < len(self.units) and (end in self.referring or self.units[end].mention is not None)

    def _behind_makers(self, at: int) -> bool:
        """Whether a group is told by makers that stand before it as its subject: "die von Lumo und Meta entwickelten Modelle"."""
        maker = self.units[at - 2].mention if at > 1 and self._has("attributive_participles", at - 1) else None
        linked = self._has("maker_links", at - 3) or self._has("conjunctions", at - 3)
        return linked and maker is not None and maker.name.kind is Kind.VENDOR

    def _describes(self, name: Item, phrase: Item) -> bool:
        """Whether an indefinite phrase says what the name before it is: "Ember 4, a small model", "Ember 4 is a Lark variant"."""
        if phrase.form is Form.NAME and self._has("derivatives", phrase.last - 1) and self._has("determiners", phrase.first - 1):
            phrase = replace(phrase, form=Form.OWNED, first=phrase.first - 1)
        describing = phrase.form is Form.OWNED or (phrase.anaphor is not None and phrase.anaphor.pick is Pick.NEWEST)
        if not describing or name.form is not Form.NAME or name.mention is None:
            return False
        between = self.units[name.last : phrase.first]
        linked = len(between) == 1 and (between[0].form == "," or self.lexicon.has("auxiliaries", between[0].form))
        return linked and name.mention.name.kind is Kind.MODEL and not self.lexicon.has("possessives", self.units[phrase.first].form)

    def _predicate(self, name: Item, other: Item) -> bool:
        """Whether a name only says what kind of model the one before it is: "Ember 4 is the second Lumo image model"."""
        between = range(name.last, other.first)
        if name.form is not Form.NAME or other.form is not Form.NAME or len(between) < 2 or not self._has("auxiliaries", name.last):
            return False
        described = self._has("determiners", name.last + 1) and all(self._open(at) for at in between[2:])
        noun = other.first + 1
        while self._open(noun) and not self._has("model_nouns", noun):
            noun += 1
        return described and self._has("model_nouns", noun)

    def _members_follow(self, at: int) -> bool:
        """Whether a plural is told by its members or makers: "the open models developed by", "the models, e.g."."""
        if at >= len(self.units):
            return False
        return self._examples_follow(at) or self.lexicon.length("maker_links", self.units, at) > 0

    def _examples_follow(self, at: int) -> bool:
        """Whether names are given as examples of what stands before: "Meta's models, like Llama 4"."""
        behind = at + 1 if at + 1 < len(self.units) and self.units[at].form == "," else at
        return behind < len(self.units) and self.lexicon.length("examples", self.units, behind) > 0

    def _apposed(self, at: int) -> Item | None:
        """A name that explains what stands before its comma: "its rival, GPT-4o,", "its model — known as Ember 4 —"."""
        if not (at + 1 < len(self.units) and self.units[at].form in _APPOSING):
            return None
        sign, naming = self.units[at].form, self.lexicon.length("naming", self.units, at + 1)
        start = at + 1 + naming
        name = self._name(start) if start < len(self.units) and (naming or sign == ",") else None
        if name is None or name.form is not Form.NAME:
            return None
        closing = self.units[name.last].form if name.last < len(self.units) else ""
        if sign != "," and closing in _CLOSING:
            return replace(name, last=name.last + 1)
        return None if closing[:1].isalnum() else name

    def _name(self, at: int) -> Item | None:
        """The name at a position, with its owner, its maker and what belongs to it in brackets."""
        mention = self.units[at].mention
        if mention is None:
            return None
        if mention.name.kind is Kind.BENCHMARK:
            return Item(Form.NAME, at, at + 1, mention)
        if mention.name.kind is Kind.VENDOR:
            owned = self._owned(at, mention)
            if owned:
                return self._with_maker(owned) if owned.form is Form.NAME else owned
        last = self._after_score(self._after_size(self._after_noun(self._after_aside(at + 1))))
        item = Item(Form.NAME, at, last, mention, modifier=self._modifies(at, mention), compound=self._compound(at))
        return self._with_maker(item) if mention.name.kind is Kind.MODEL else item

    def _compound(self, at: int) -> bool:
        """Whether a hyphen joins a name to a word that is no model noun: "SoftBank-backed"."""
        joined = at + 2 < len(self.units) and self.units[at + 1].form == "-" and self.units[at + 1].start == self.units[at].end
        return joined and not self._has("model_nouns", at + 2)

    def _modifies(self, at: int, mention: Mention) -> bool:
        """Whether a name only qualifies another noun: "Nvidia's chips", "Apple shares", "a version of Kimi K2"."""
        after = at + 1
        if self._has("off_topic", after):
            return True
        noun = self._open(after + 1) or self._is_benchmark(after + 1)
        owning = noun and self._has("genitives", after) and self._after_score(after) == after
        if mention.name.kind is Kind.VENDOR and owning:
            return not any(self._has("merit_nouns", j) for j in range(after + 1, after + 4))
        if after < len(self.units) and self.units[after].form == "," and self._has("relatives", after + 1):
            return False
        before = at - 1
        while self._has("determiners", before):
            before -= 1
        derived = self._has("derivatives", before - 1) and not self._has("introducers", before - 2)
        return self._has("prepositions", before) and (self._has("off_topic", before - 1) or derived)

    def _is_benchmark(self, at: int) -> bool:
        mention = self.units[at].mention if at < len(self.units) else None
        return mention is not None and mention.name.kind is Kind.BENCHMARK

    def _owned(self, at: int, owner: Mention) -> Item | None:
        """A vendor with the model it owns: "OpenAI's GPT-4o", "Alibabas neues Modell Qwen 2.5", "Meta's models"."""
        genitive = self._has("genitives", at + 1)
        hyphen = at + 2 < len(self.units) and self.units[at + 1].form == "-" and self.units[at + 2].mention is not None
        start = at + 2 if genitive or hyphen else at + 1
        noun: int | None = None
        for j in range(start, min(len(self.units), start + _OWNED_REACH)):
            unit = self.units[j]
            if unit.mention:
                if j == start and self._makes_next(j):
                    continue
                if unit.mention.name.kind is Kind.MODEL and (genitive or j == start or noun is not None):
                    last = self._after_score(self._after_size(self._after_noun(self._after_aside(j + 1))))
                    return Item(Form.NAME, at, last, unit.mention, owner, None, None, self._modifies(j, unit.mention), self._compound(j))
                break
            if self._has("model_nouns", j):
                noun = j
            elif (unit.form == "-" and j == start) or (noun is not None and (unit.form == "," or self._has("naming", j))):
                continue
            elif noun is not None or not genitive or not self._open(j) or self.lexicon.common(unit.form) or self._has("off_topic", j):
                break
        if noun is not None and (genitive or noun <= start + 1):
            exemplified = self._has("model_nouns_plural", noun) and self._examples_follow(noun + 1)
            return Item(Form.GROUP if exemplified else Form.OWNED, at, noun + 1, None, owner)
        return None

    def _makes_next(self, at: int) -> bool:
        """Whether a lab stands between its company and its model: "Google's DeepMind Gemini"."""
        lab = self.units[at].mention
        model = self.units[at + 1].mention if at + 1 < len(self.units) else None
        return lab is not None and model is not None and (lab.name.kind, model.name.kind) == (Kind.VENDOR, Kind.MODEL)

    def _made(self, at: int) -> Item | None:
        """A model that only its maker tells: "a reasoning model from Moonshot AI"."""
        if not self._has("model_nouns", at) or not self._has("maker_links", at + 1):
            return None
        whole = self._with_maker(Item(Form.OWNED, at, at + 1))
        return whole if whole.owner else None

    def _attributed(self, at: int) -> Item | None:
        """A model whose maker stands before it: "das von Lumo entwickelte Ember 4"."""
        maker = self.units[at + 1].mention if at + 1 < len(self.units) else None
        if maker is None or maker.name.kind is not Kind.VENDOR or not (self._has("maker_links", at) and self._has("determiners", at - 1)):
            return None
        for j in range(at + 2, min(len(self.units), at + 2 + _OWNED_REACH)):
            if self.units[j].mention:
                named = self._name(j) if self._has("attributive_participles", j - 1) else None
                return replace(named, first=at, owner=maker) if named and named.mention and named.mention.name.kind is Kind.MODEL else None
            if not self._open(j):
                return None
        return None

    def _with_maker(self, item: Item) -> Item:
        """A model with the maker named behind it: "Kimi K2, from a start-up called Moonshot AI,"."""
        at = item.last
        comma = at < len(self.units) and self.units[at].form == ","
        at += comma
        if not self._has("maker_links", at):
            return item
        for j in range(at + 1, min(len(self.units), at + 1 + _MAKER_REACH)):
            mention = self.units[j].mention
            if mention:
                if mention.name.kind is not Kind.VENDOR or self._has("genitives", j + 1):
                    return item
                last = self._after_aside(j + 1)
                if comma and last < len(self.units) and self.units[last].form == ",":
                    last += 1
                return replace(item, last=last, owner=mention)
            if not self.units[j].form[0].isalnum() or (self.lexicon.closed(self.units[j].form) and not self._has("maker_links", j)):
                return item
        return item

    def _after_noun(self, at: int) -> int:
        """The position after a head noun that follows a name: "the GPT-4o model", "das Gemini-Modell"."""
        noun = at + 1 if at < len(self.units) and self.units[at].form == "-" else at
        return noun + 1 if self._has("model_nouns", noun) else at

    def _after_size(self, at: int) -> int:
        """The position after a size that is told behind a name: "Llama 3.3 with 70 billion parameters"."""
        if not self._has("prepositions", at) or at + 2 >= len(self.units) or not self.units[at + 1].form[0].isdigit():
            return at
        end = at + 2
        while self._has("magnitudes", end):
            end += 1
        return self._after_aside(end) if end > at + 2 and self._has("model_sizes", end - 1) else at

    def _after_score(self, at: int) -> int:
        """The position after a score that a name possesses, where the name of a list goes on behind it: "GPT-4o's 53.6% and"."""
        if not self._has("genitives", at):
            return at
        number = next((j for j in (at + 1, at + 2) if j < len(self.units) and self.units[j].form[0].isdigit()), None)
        if number is None or not (number == at + 1 or self._open(at + 1)):
            return at
        after = number + 1
        while self._has("score_units", after):
            after += 1
        return after

    def _subject(self, at: int) -> bool:
        """Whether a name stands at a position and its verb behind it: "(X is slower)"."""
        named = at < len(self.units) and self.units[at].mention is not None
        return named and (self._has("auxiliaries", at + 1) or self._has("singular_verbs", at + 1))

    def _after_aside(self, at: int) -> int:
        """The position after a short remark in brackets that follows a name; a rank, comparison or clause is no part of the name."""
        start, clause = at, self._has("boundaries", at + 1) or self._subject(at + 1)
        if start < len(self.units) and self.units[start].form in ("(", "[") and not self._has("ranks", start + 1):
            for j in range(start + 1, min(len(self.units), start + _ASIDE_REACH)):
                if self._has("open_comparands", j) or (clause and self.units[j].mention):
                    return at
                if self.units[j].form in (")", "]"):
                    return j + 1
        return at


def _fits(name: Item, rule: AnaphorRule) -> bool:
    """Whether a phrase can describe the name behind it: "das Unternehmen" describes no model."""
    return name.mention is None or rule.refers is not Refers.VENDOR or name.mention.name.kind is not Kind.MODEL
