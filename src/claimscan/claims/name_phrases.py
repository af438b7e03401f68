"""Names in a sentence with what belongs to them: owner, maker, head noun, remarks, sizes and scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimscan.claims.lexicon import Lexicon
from claimscan.claims.reference import PARTIES, Form, Item
from claimscan.claims.sentences import Unit
from claimscan.model import Kind, Mention

_OWNED_REACH = 5
_MAKER_REACH = 6
_ASIDE_REACH = 12
_COMPOUND = 3  # name, hyphen, participle


@dataclass(frozen=True, slots=True)
class NamePhrases:
    """Reads the names of one sentence, and the models that only their makers tell."""

    units: Sequence[Unit]
    lexicon: Lexicon

    def name(self, at: int) -> Item | None:
        """The name at a position, with its owner, its maker and what belongs to it in brackets."""
        mention = self.units[at].mention
        if mention is None:
            return None
        if mention.name.kind is Kind.BENCHMARK:
            return Item(Form.NAME, at, at + 1, mention)
        backed = self._last_backer(at)
        if backed is not None:
            return replace(self._backed(backed, mention), first=at)
        if mention.name.kind is Kind.VENDOR:
            owned = self._bracketed(at, mention) or self._owned(at, mention)
            if owned:
                return self.with_maker(owned) if owned.form is Form.NAME else owned
        last = self._after_score(self._after_size(self._after_noun(self._after_aside(at + 1))))
        last += self.has("emphatics", last)
        item = Item(Form.NAME, at, last, mention, modifier=self._modifies(at, mention), compound=self._compound(at))
        return self.with_maker(item) if mention.name.kind is Kind.MODEL else item

    def made(self, at: int) -> Item | None:
        """A model that only its maker tells: "a reasoning model from Moonshot AI"; or by a version of it: "the paid version of Ember"."""
        version = self._version(at) or self._glossed(at)
        if version or not self.has("model_nouns", at) or not self.has("maker_links", at + 1):
            return version
        whole = self.with_maker(Item(Form.OWNED, at, at + 1))
        return self.exemplified(whole, at) if whole.owner else None

    def exemplified(self, made: Item, noun: int) -> Item:
        """What a maker makes; a group, where models are named as examples of it: "models by Lumo such as Ember 4"."""
        at = made.last + (made.last < len(self.units) and self.units[made.last].form == ",")
        length = self.lexicon.length("examples", self.units, at) if at < len(self.units) and self.has("model_nouns_plural", noun) else 0
        first = next((unit.mention for unit in self.units[at + length : at + length + 2] if unit.mention), None) if length else None
        return replace(made, form=Form.GROUP) if first and first.name.kind is Kind.MODEL else made

    def _glossed(self, at: int) -> Item | None:
        """A model that is described before it is named in brackets: "a small open model (Ember 4)"."""
        if not self.has("model_nouns", at) or self.has("model_nouns_plural", at) or at + 3 >= len(self.units):
            return None
        model = self.units[at + 2].mention
        bracketed = (self.units[at + 1].form, self.units[at + 3].form) == ("(", ")")
        return Item(Form.NAME, at, at + 4, model) if bracketed and model and model.name.kind is Kind.MODEL else None

    def _version(self, at: int) -> Item | None:
        """A model by a version that is no model of its own, where that noun stands at a position."""
        if not (self.has("derivatives", at) and self.has("maker_links", at + 1) and self.same_model(at - 1)):
            return None
        start = at + 2 + self.has("determiners", at + 2)
        named = self.name(start) if start < len(self.units) else None
        return replace(named, first=at) if named and named.mention and named.mention.name.kind in PARTIES else None

    def attributed(self, at: int) -> Item | None:
        """A model whose maker stands before it: "das von Lumo entwickelte Ember 4"."""
        maker = self.units[at + 1].mention if at + 1 < len(self.units) else None
        if maker is None or maker.name.kind is not Kind.VENDOR or not (self.has("maker_links", at) and self.has("determiners", at - 1)):
            return None
        for j in range(at + 2, min(len(self.units), at + 2 + _OWNED_REACH)):
            if self.units[j].mention:
                named = self.name(j) if self.has("attributive_participles", j - 1) else None
                return replace(named, first=at, owner=maker) if named and named.mention and named.mention.name.kind is Kind.MODEL else None
            if not self.open(j):
                return None
        return None

    def _served(self, at: int) -> bool:
        """Whether the name of a vendor stands at a position for itself: "X on Lumo", but not "X on Lumo's chips"."""
        mention = self.units[at].mention if at < len(self.units) else None
        return mention is not None and mention.name.kind is Kind.VENDOR and not self.has("genitives", at + 1)

    def with_maker(self, item: Item) -> Item:
        """A model with the maker named behind it: "Kimi K2, from a start-up called Moonshot AI,"."""
        at = item.last
        comma = at < len(self.units) and self.units[at].form == ","
        at += comma
        if self.has("hosts", at) and not comma and item.form is Form.NAME and self._served(at + 1):
            return replace(item, last=at + 2)
        if not self.has("maker_links", at):
            return item
        for j in range(at + 1, min(len(self.units), at + 1 + _MAKER_REACH)):
            mention = self.units[j].mention
            if mention:
                if mention.name.kind is not Kind.VENDOR or self.has("genitives", j + 1):
                    return item
                backed = self.name(j) if self._last_backer(j) is not None else None
                if backed and backed.mention and backed.mention.name.kind is Kind.VENDOR:
                    return replace(item, last=backed.last, owner=backed.mention)
                last = self._after_aside(j + 1)
                last = self._after_second(last) if item.form is Form.NAME else last
                if comma and last < len(self.units) and self.units[last].form == ",":
                    last += 1
                return replace(item, last=last, owner=mention)
            if not self.units[j].form[0].isalnum() or (self.lexicon.closed(self.units[j].form) and not self._links(j)):
                return item
        return item

    def _after_second(self, at: int) -> int:
        """Where what follows a maker ends if another maker is added to it: "Kestrel 2 by Lumo and Halden"."""
        second = self.units[at + 1].mention if self.has("additions", at) and at + 1 < len(self.units) else None
        closed = at + 2 >= len(self.units) or not (self.has("genitives", at + 2) or self.units[at + 2].form in ("-", "("))
        return at + 2 if second and second.name.kind is Kind.VENDOR and closed else at

    def _links(self, at: int) -> bool:
        """Whether a word goes on with who made a model: "from a firm called X", "from Foo and X"."""
        return self.has("maker_links", at) or (self.has("additions", at) and self.units[at + 1].mention is not None)

    def examples_follow(self, at: int) -> bool:
        """Whether names are given as examples of what stands before: "Meta's models, like Llama 4"."""
        behind = at + 1 if at + 1 < len(self.units) and self.units[at].form == "," else at
        return behind < len(self.units) and self.lexicon.length("examples", self.units, behind) > 0

    def has(self, name: str, at: int) -> bool:
        """Whether a word of a class, and no name, stands at a position."""
        return 0 <= at < len(self.units) and self.units[at].mention is None and name in self.lexicon.classes[self.units[at].form]

    def open(self, at: int) -> bool:
        """Whether a word that is no function word stands at a position."""
        if not 0 <= at < len(self.units) or not self.units[at].form[0].isalnum():
            return False
        return self.units[at].mention is None and not self.lexicon.closed(self.units[at].form)

    def _compound(self, at: int) -> bool:
        """Whether a hyphen joins a name to a word that is no model noun: "SoftBank-backed"."""
        joined = at + 2 < len(self.units) and self.units[at + 1].form == "-" and self.units[at + 1].start == self.units[at].end
        return joined and not self.has("model_nouns", at + 2)

    def _last_backer(self, at: int) -> int | None:
        """Where the name stands that a compound qualifies something by, one or the last of two: "Lumo- or", "Lumo and Halden-backed"."""
        second = at + 2 if self.lexicon.length("conjunctions", self.units, at + 1) == 1 else at
        for place in (at, second):
            named = place < len(self.units) and self.units[place].mention
            if named and self._compound(place) and self.has("compound_participles", place + 2):
                return place
        return None

    def _backed(self, at: int, mention: Mention) -> Item:
        """What a compound qualifies: "Microsoft-backed OpenAI's GPT-4" is GPT-4; the name in the compound is no party."""
        start = at + _COMPOUND
        noun = next((j for j in range(start, min(len(self.units), start + _MAKER_REACH)) if not self.open(j)), start)
        named = self.name(noun) if noun < len(self.units) else None
        return replace(named, first=at) if named else Item(Form.NAME, at, start, mention, modifier=True)

    def _bracketed(self, at: int, owner: Mention) -> Item | None:
        """A model that is told in brackets behind its maker: "OpenAI (4o)"."""
        if at + 3 >= len(self.units) or (self.units[at + 1].form, self.units[at + 3].form) != ("(", ")"):
            return None
        model = self.units[at + 2].mention
        made = model is not None and model.name.kind is Kind.MODEL and model.name.vendor in (None, owner.name.name)
        return Item(Form.NAME, at, at + 4, model, owner) if made else None

    def _modifies(self, at: int, mention: Mention) -> bool:
        """Whether a name only qualifies another noun: "Nvidia's chips", "Apple shares", "a version of Kimi K2"."""
        after = at + 1
        if self.has("off_topic", after) or (mention.name.kind is Kind.VENDOR and self.open(after) and self.has("off_topic", after + 1)):
            return True
        noun = self.open(after + 1) or self._is_benchmark(after + 1)
        owning = noun and self.has("genitives", after) and self._after_score(after) == after
        if mention.name.kind is Kind.VENDOR and owning:
            return not any(self.has("merit_nouns", j) for j in range(after + 1, after + 4))
        if after < len(self.units) and self.units[after].form == "," and self.has("relatives", after + 1):
            return False
        before = at - 1
        while self.has("determiners", before):
            before -= 1
        derived = self.has("derivatives", before - 1) and not (self.same_model(before - 2) or self.has("comparands", before))
        return self.has("prepositions", before) and (self.has("off_topic", before - 1) or derived)

    def same_model(self, at: int) -> bool:
        """Whether a word before "version of X" leaves it to be X: the latest one, the paid one."""
        return self.has("introducers", at) or self.has("own_version_words", at)

    def _is_benchmark(self, at: int) -> bool:
        mention = self.units[at].mention if at < len(self.units) else None
        return mention is not None and mention.name.kind is Kind.BENCHMARK

    def _owned(self, at: int, owner: Mention) -> Item | None:
        """A vendor with the model it owns: "OpenAI's GPT-4o", "Alibabas neues Modell Qwen 2.5", "Meta's models"."""
        genitive = self.has("genitives", at + 1)
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
                    last += self.has("emphatics", last)
                    return Item(Form.NAME, at, last, unit.mention, owner, None, None, self._modifies(j, unit.mention), self._compound(j))
                break
            if self.has("model_nouns", j):
                noun = j
            elif self._joins_owned(j, start, noun, genitive=genitive):
                continue
            elif noun is not None or not genitive or not self.open(j) or self.lexicon.common(unit.form) or self.has("off_topic", j):
                break
        if noun is not None and genitive and self.has("derivatives", noun) and self.has("maker_links", noun + 1):
            version = self.units[noun + 2].mention if noun + 2 < len(self.units) else None
            if version and version.name.kind is Kind.MODEL and version.name.vendor == owner.name.name:
                return Item(Form.NAME, at, self._after_noun(noun + 3), version, owner)
        if noun is not None and (genitive or noun <= start + 1):
            exemplified = self.has("model_nouns_plural", noun) and self.examples_follow(noun + 1)
            return Item(Form.GROUP if exemplified else Form.OWNED, at, noun + 1, None, owner)
        return None

    def _joins_owned(self, at: int, start: int, noun: int | None, *, genitive: bool) -> bool:
        """Whether a sign or word goes on with what a vendor owns: "Alibaba-Qwen", "Lumo's model called X", "Lumo's big, new X"."""
        if self.units[at].form == ",":
            return noun is not None or (genitive and at > start and self.open(at + 1))
        return (self.units[at].form == "-" and at == start) or (noun is not None and self.has("naming", at))

    def _makes_next(self, at: int) -> bool:
        """Whether a lab stands between its company and its model: "Google's DeepMind Gemini"."""
        lab = self.units[at].mention
        model = self.units[at + 1].mention if at + 1 < len(self.units) else None
        return lab is not None and model is not None and (lab.name.kind, model.name.kind) == (Kind.VENDOR, Kind.MODEL)

    def _after_noun(self, at: int) -> int:
        """The position after a head noun that follows a name: "the GPT-4o model", "das Gemini-Modell", "the o3 reasoning models"."""
        noun = at + 1 if at < len(self.units) and self.units[at].form == "-" else at
        noun += self.has("model_kinds", noun) and self.has("model_nouns", noun + 1)
        return noun + 1 + self.has("model_nouns", noun + 1) if self.has("model_nouns", noun) else at

    def _after_size(self, at: int) -> int:
        """The position after a size that is told behind a name: "Llama 3.3 with 70 billion parameters"."""
        if not self.has("prepositions", at) or at + 2 >= len(self.units) or not self.units[at + 1].form[0].isdigit():
            return at
        end = at + 2
        while self.has("magnitudes", end):
            end += 1
        return self._after_aside(end) if end > at + 2 and self.has("model_sizes", end - 1) else at

    def _after_score(self, at: int) -> int:
        """The position after a score that a name possesses, where the name of a list goes on behind it: "GPT-4o's 53.6% and"."""
        if not self.has("genitives", at):
            return at
        number = next((j for j in (at + 1, at + 2) if j < len(self.units) and self.units[j].form[0].isdigit()), None)
        if number is None or not (number == at + 1 or self.open(at + 1)):
            return at
        after = number + 1
        while self.has("score_units", after):
            after += 1
        return after

    def _after_aside(self, at: int) -> int:
        """The position after a short remark in brackets that follows a name; a rank, comparison or clause is no part of the name."""
        start, clause = at, self.has("boundaries", at + 1) or self.has("conjunctions", at + 1) or self._subject(at + 1)
        if start < len(self.units) and self.units[start].form in ("(", "[") and not self.has("ranks", start + 1):
            for j in range(start + 1, min(len(self.units), start + _ASIDE_REACH)):
                if self.has("open_comparands", j) or (clause and self.units[j].mention) or self._set_beside(start, j):
                    return at
                if self.units[j].form in (")", "]"):
                    return j + 1
        return at

    def _set_beside(self, opening: int, at: int) -> bool:
        """Whether a bracket sets another model beside the name: "(beating X)", but not "(X)", "(by X)" or "(based on X)"."""
        mention = self.units[at].mention
        if mention is None or mention.name.kind is not Kind.MODEL or at == opening + 1 or self.has("apposition", opening + 1):
            return False
        return at > opening + 2 or not self.has("prepositions", opening + 1)

    def _subject(self, at: int) -> bool:
        """Whether a name stands at a position and its verb behind it: "(X is slower)"."""
        named = at < len(self.units) and self.units[at].mention is not None
        return named and (self.has("auxiliaries", at + 1) or self.has("singular_verbs", at + 1))
