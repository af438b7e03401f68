"""The fields that a claim holds in, as written: `coding` in `beats X in coding`, `open model` in `the best open model`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from claimscan.claims.field_words import FieldWords
from claimscan.claims.reference import span_of
from claimscan.claims.scene import Scene, says_on
from claimscan.claims.shares import Shares

_LONGEST, _LABEL, _FIELD_WITHIN = 7, 4, 5
_REMARKS = frozenset("([")
_MODELS = ("model_nouns", "model_nouns_plural")
_DASHES = frozenset("–—-")


@dataclass(frozen=True, slots=True)
class FieldReader:
    """Reads the fields of the claims of one sentence; `triggers` are the positions of the words of all its claims."""

    text: str
    stage: Scene
    words: FieldWords
    triggers: Sequence[Sequence[int]]

    def of(self, trigger: Sequence[int], shares: Shares, *, leads: bool) -> tuple[str, ...]:
        """The fields of the claim with this trigger, in order of place; one to lead may tell among which models.

        What stands before all claims of a clause holds for those that tell nothing of their own: "in coding, X beats Y and rivals Z".
        """
        others = {at for other in self.triggers for at in other}.difference(trigger)
        start, end = self._own(trigger, others)
        ranked = [place for at in trigger for place in (*self._ranked(at, trigger, end), *(self._class(at, end) if leads else ()))]
        introduced = [place for place in self._introduced(start, end) if not any(place[0] <= at < place[1] for at in trigger)]
        apart = self._each_in_its_own(trigger, shares, end) if shares.mutual else ()
        found = _widest((*ranked, *introduced, *apart)) or [*self._introduced(*self._fronted(start, others)), *self._label()]
        spans = shares.own([span_of(self.stage.units, first, last) for first, last in found])
        return tuple(dict.fromkeys(span.of(self.text) for span in spans))

    def _own(self, trigger: Sequence[int], others: Collection[int]) -> tuple[int, int]:
        """From where to where what is said belongs to a trigger alone: to where the clause ends, and to the words of other claims."""
        start, end = trigger[0], trigger[-1] + 1
        follows = any(at < start for at in others)
        while start > 0 and start - 1 not in others and not self._begins_behind(start - 1, follows=follows):
            start -= 1
        while end < len(self.stage.units) and end not in others and not self._ends_before(end):
            end += 1
        return start, self._handed_on(end) if end in others else end

    def _begins_behind(self, at: int, *, follows: bool) -> bool:
        """Whether what belongs to a claim begins behind a word; a conjunction begins it where it `follows` another claim."""
        return self.words.may_part[self.stage.units[at].form] and (self._parts(at) or (follows and self._joins(at)))

    def _ends_before(self, at: int) -> bool:
        """Whether what belongs to a claim ends before a word."""
        may_part = self.words.may_part[self.stage.units[at].form]
        return may_part and (self._parts(at) or says_on(self.stage, at) or self._begins_anew(at))

    def _begins_anew(self, at: int) -> bool:
        """Whether a comma parts a clause that begins with a field and its verb: "worse at sums, beim Reimen war es besser"."""
        units, lexicon = self.stage.units, self.stage.lexicon
        if units[at].form != "," or at + 1 >= len(units) or not lexicon.has("field_prepositions", units[at + 1].form):
            return False
        clause = takewhile(lambda unit: unit.form[0].isalnum(), units[at + 2 : at + 2 + _FIELD_WITHIN])
        return any(unit.mention is None and lexicon.has("verbs_second", unit.form) for unit in clause)

    def _handed_on(self, end: int) -> int:
        """Where what belongs to the claim that begins at a position begins, with a comma before it: ", in law worse than C"."""
        for at in range(end - 1, -1, -1):
            unit = self.stage.units[at]
            if unit.mention or at in self.stage.starting or self._joins(at):
                break
            if unit.form == ",":
                return at
        return end

    def _fronted(self, at: int, others: Collection[int]) -> tuple[int, int]:
        """What stands before all claims of the clause in which a position lies."""
        start = end = at
        while start > 0 and not self._parts(start - 1):
            start -= 1
            end = start if start in others else end
        return start, end

    def _label(self) -> list[tuple[int, int]]:
        """What a sentence begins with before a colon or a dash between blanks: "Coding: X beats Y", "Coding - X wins"."""
        sign = next((at for at in range(min(len(self.stage.units), _LABEL + 1)) if self._labels(at)), 0)
        first, last = self._phrase(0, sign)
        return [(first, last)] if last == sign and self._is_field(first, last, introduced=False) else []

    def _labels(self, at: int) -> bool:
        """Whether a sign that ends a label stands at a position."""
        unit = self.stage.units[at]
        return unit.form == ":" or (unit.form in _DASHES and at > 0 and self.stage.units[at - 1].end < unit.start)

    def _parts(self, at: int) -> bool:
        form = self.stage.units[at].form
        return form == ";" or (form == ":" and not self._announces(at)) or self.stage.lexicon.has("boundaries", form)

    def _announces(self, at: int) -> bool:
        """Whether a colon introduces fields: "in three areas: coding, law and maths"."""
        before = self.stage.units[at - 1 : at]
        return self.stage.units[at].form == ":" and any(self.stage.lexicon.has("field_nouns", unit.form) for unit in before)

    def _joins(self, at: int) -> bool:
        return self.stage.lexicon.has("conjunctions", self.stage.units[at].form)

    def _introduced(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The noun phrases behind "in", "on", "bei", and those listed with them; deeds, too: "in following instructions"."""
        units, words = self.stage.units, self.words
        done = start
        for opening in [at for at in range(start, end) if words.may_open[units[at].form]]:
            sure = words.introduced_by.longest(units, opening) or int(self._announces(opening))
            unsure = words.may_introduce.longest(units, opening)
            if opening < done or not (sure or unsure):
                continue
            at = opening + max(sure, unsure)
            first, last = self._phrase(at, end)
            listed = list(self._listed(last, end))
            told = self._is_field(first, last, introduced=sure >= unsure) or (first == at < last and self._is_participle(first))
            if told or (listed and self._is_field(first, last, introduced=True)):
                yield first, last
                yield from listed
            done = max(at, last)

    def _each_in_its_own(self, trigger: Sequence[int], shares: Shares, end: int) -> Iterator[tuple[int, int]]:
        """The noun phrases behind the prepositions that tell who wins in what, whatever they name: "A wins for nuance, B for pace"."""
        units, sides = self.stage.units, {side.end for side in (*shares.mine, *shares.others)}
        beside = {at + 1 for at, unit in enumerate(units[: end - 1]) if unit.end in sides}
        for at in sorted(beside.union(trigger)):
            if self.stage.lexicon.has("field_prepositions", units[at].form):
                first, last = self._phrase(at + 1, end)
                if first < last:
                    yield first, last

    def _listed(self, at: int, end: int) -> Iterator[tuple[int, int]]:
        """The fields listed with the one that ends at a position, as far as one tells: "coding, small talk and agentic tasks"."""
        items: list[tuple[int, int]] = []
        told = 0
        while at < end:
            if self.stage.units[at].form in _REMARKS:
                at = min(self.stage.asides.get(at, at), end - 1)
            at += self.stage.units[at].form == "-" and at + 1 < end
            comma = self.stage.units[at].form == ","
            joined = self.stage.lexicon.length("conjunctions", self.stage.units, at + comma)
            first, last = self._phrase(at + comma + joined, end)
            deed = comma and not joined and first < last and self._is_participle(first) and not self._goes_on(last)
            if deed or not (comma or joined) or all(self.words.no_fields.longest(self.stage.units, word) for word in range(first, last)):
                break
            items.append((first, last))
            told = len(items) if self._is_field(first, last, introduced=False) else told
            at = last
        yield from items[:told]

    def _goes_on(self, at: int) -> bool:
        """Whether a list goes on at a position; ", following instructions" ends none, but begins a remark."""
        return at < len(self.stage.units) and (self.stage.units[at].form == "," or self._joins(at))

    def _ranked(self, at: int, trigger: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
        """The fields on either side of a word of a trigger: "cleaner spreadsheets than X", "writes code better than X"."""
        first, last = self._phrase(at + 1, end)
        while first < last and self._is_participle(first) and not self._tells(first):
            first += 1
        compared = last in trigger and first not in trigger and self.stage.lexicon.has("open_comparands", self.stage.units[last].form)
        if last not in self.stage.starting and self._is_field(first, last, introduced=compared):
            yield first, last
            yield from self._listed(last, end)
        first = at
        while first > 0 and self._tells(first - 1) and self.stage.units[first - 1].mention is None:
            first -= 1
        if first < at:
            yield first, at

    def _class(self, at: int, end: int) -> Iterator[tuple[int, int]]:
        """The models among which one is the best: "the best open model"."""
        first, last = self._phrase(at + 1, end)
        if last - first > 1 and self._is_kind(last - 1):
            yield first, last

    def _phrase(self, at: int, end: int) -> tuple[int, int]:
        """The noun phrase that begins at a position, without its determiners and numbers; empty where none does."""
        first, units = at, self.stage.units
        closed, stops, starting = self.stage.lexicon.closed, self.words.stops, self.stage.starting
        while at < end and at - first < _LONGEST:
            form, _, _, mention = units[at]
            if mention or closed(form) or not form[0].isalnum() or stops.longest(units, at):
                break
            if at > first and ((at in starting and not self._tells(at)) or (self._begins(at) and not self._begins(at - 1))):
                break
            at += 1
        if at < len(units) and units[at].mention and not self._fronts(first, at):
            return at, at
        while first < at and self._leads(first):
            first += 1
        return first, self._last_noun(first, at)

    def _fronts(self, first: int, last: int) -> bool:
        """Whether a name right behind a phrase is no apposition to it but begins the clause: "in maths X beats Y"."""
        plain = not self.words.capital_nouns or last - first == 1
        return plain and self._tells(last - 1) and not self._is_kind(last - 1)

    def _is_kind(self, at: int) -> bool:
        return self.stage.lexicon.has_any(_MODELS, self.stage.units[at].form)

    def _begins(self, at: int) -> bool:
        return self.stage.lexicon.has("determiners", self.stage.units[at].form)

    def _is_participle(self, at: int) -> bool:
        return self.stage.lexicon.has("participles", self.stage.units[at].form)

    def _leads(self, at: int) -> bool:
        """Whether a word only says which or how many: "the", "several", "21"."""
        form = self.stage.units[at].form
        counts = form.isdecimal() or self.stage.lexicon.has_any(("determiners", "number_words"), form)
        return counts or (not self._tells(at) and self.words.no_fields.longest(self.stage.units, at) > 0)

    def _last_noun(self, first: int, end: int) -> int:
        """Where a noun phrase ends, at its beginning if it has no noun; verbs may follow it ("bei Rechenaufgaben bewiesen")."""
        if not self.words.capital_nouns:
            return end
        return next((at + 1 for at in reversed(range(first, end)) if self.text[self.stage.units[at].start].isupper()), first)

    def _is_field(self, first: int, last: int, *, introduced: bool) -> bool:
        """Whether a noun phrase names a field: a word in it tells, or a sure word introduces it and none in it speaks against it."""
        if any(self._tells(at) for at in range(first, last)):
            return True
        if not introduced or first == last or any(self.words.no_fields.longest(self.stage.units, at) for at in range(first, last)):
            return False
        sign = self.text[self.stage.units[first].start]
        return not sign.isdigit() and (self.words.capital_nouns or not sign.isupper())

    def _tells(self, at: int) -> bool:
        return self.words.fields.longest(self.stage.units, at) > self.words.no_fields.longest(self.stage.units, at)


def _widest(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places in order, without those inside others."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(set(places), key=lambda place: (place[0], -place[1])):
        if not (found and last <= found[-1][1]):
            found.append((first, last))
    return found
