"""Who is said to say so: in the claim's sentence, or beside it where a quotation or a report runs on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimscan.claims.discourse import Discourse
from claimscan.claims.match import Match
from claimscan.claims.qualify import Cue
from claimscan.claims.reading import Reading, SentenceReader
from claimscan.claims.reference import Argument, Form, Item, span_of
from claimscan.claims.sentences import Unit
from claimscan.claims.site import Site
from claimscan.model import Kind, Name, Span
from claimscan.rulebook.rules import Speaker

_QUOTES = re.compile(r'[“”„«»"]')
_CLAUSE = 25
_EMPLOYER_WITHIN, _EMPLOYER_BEHIND = 4, 6
_MAKER_WITHIN = 3
_CLAUSE_OF = 2


@dataclass(frozen=True, slots=True)
class Source:
    """The speaker of a claim: a name or a description, where it stands, and the organisation behind a person."""

    name: str
    span: Span
    organisation: str | None = None

    def speaks_for(self, winner: Name) -> bool:
        """Whether the speaker is the winner's vendor, or belongs to it."""
        interested = [name for name in (self.name, self.organisation) if name]
        maker = winner.maker
        return maker is not None and any(maker == name or _part_of(maker, name) or _part_of(name, maker) for name in interested)


def _part_of(part: str, whole: str) -> bool:
    """Whether a name is told to belong to another by beginning with it: "Google DeepMind" to "Google"."""
    return part.startswith(f"{whole} ")


@dataclass(slots=True)
class Speakers:
    """The speakers of a document; those of sentences without a claim are read when a neighbour asks for them."""

    text: str
    discourse: Discourse
    rows: Sequence[tuple[Unit, ...]]
    reader: SentenceReader
    _known: dict[int, Source | None] = field(default_factory=dict)
    _marks: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        self._marks = tuple(mark.end() for mark in _QUOTES.finditer(self.text))

    def of_claim(self, reading: Reading, match: Match, cues: Sequence[Cue], winner: Name) -> Source | None:
        """The source of a claim: its rule's own, else the innermost cue's, else for a quotation or report the neighbour's."""
        here, trigger = reading.sentence.index, match.trigger
        site = Site(self.discourse, here, reading.stage)
        own = match.slots.get("source")
        found = (self._source(site, own, winner) if own else None) or self._innermost(site, _speaking(cues, trigger[-1]), winner)
        told = {cue.rule.speaker for cue in cues}
        if found is None and Speaker.SUBJECT in told and winner.maker:
            found = Source(winner.maker, reading.sentence.span)
        if found is None and Speaker.BEFORE in told:
            found = self._of_sentence(here - 1)
        if found is None and self.quoted(reading, trigger):
            people = [cue for cue in reading.cues if cue.source and _names_person(cue.source)]
            found = self._innermost(site, people, winner) or self._of_sentence(here + 1) or self._of_sentence(here - 1)
        return found

    def quoted(self, reading: Reading, trigger: Sequence[int]) -> bool:
        """Whether the claim with this trigger stands inside quotation marks that hold a clause and not only a word or two.

        Marks open and close by turns from the start of the paragraph on: one sign may do either, by language.
        """
        words = span_of(reading.stage.units, trigger[0], trigger[-1] + 1)
        sentences = self.discourse.sentences
        opening = sentences[bisect_left(sentences, reading.sentence.block, key=lambda each: each.block)]
        first = bisect_right(self._marks, opening.span.start)
        before, after = (bisect_right(self._marks, place) for place in (words.start, words.end))
        end = reading.sentence.span.end
        closing = self._marks[after] - 1 if after < len(self._marks) and self._marks[after] <= end else end
        return (before - first) % 2 == 1 and closing - self._marks[before - 1] > _CLAUSE

    def speaks_of_another(self, reading: Reading, source: Source, trigger: Sequence[int]) -> bool:
        """Whether a speaker speaks of what no list knows: "Lumo says Zorro beats X", "Lumo says its chip beats X"."""
        lexicon = reading.stage.lexicon
        between = [unit for unit in reading.stage.units[: trigger[0]] if unit.start >= source.span.end and unit.mention is None]
        if any(lexicon.has("possessives", unit.form) for unit in between):
            return True
        if reading.sentence.heading or self.reader.capital_nouns:
            return False
        words = [unit.form for unit in between if self.text[unit.start].isupper()]
        return any(not lexicon.common(word) for word in words) and not any(lexicon.has("model_nouns", word) for word in words)

    def tells_of_another(self, reading: Reading, match: Match) -> bool:
        """Whether what no list knows is the subject of a clause that a reading's own subject only tells: "we show that Zorro beats X"."""
        subject, lexicon, units = match.slots.get("subject"), reading.stage.lexicon, reading.stage.units
        if subject is None or not subject.last < match.trigger[0] or reading.sentence.heading or self.reader.capital_nouns:
            return False
        between = [unit for unit in units[subject.last : match.trigger[0]] if not lexicon.has("verb_adverbs", unit.form)]
        if len(between) < _CLAUSE_OF or not any(lexicon.has("bare_relatives", unit.form) for unit in between[:-1]):
            return False
        last = between[-1]
        return last.mention is None and self.text[last.start].isupper() and not lexicon.common(last.form)

    def _of_sentence(self, index: int) -> Source | None:
        """The speaker that a sentence names."""
        if not 0 <= index < len(self.rows):
            return None
        if index not in self._known:
            stage, cues = self.reader.stage(self.rows[index])
            self._known[index] = self._innermost(Site(self.discourse, index, stage), cues)
        return self._known[index]

    def _innermost(self, site: Site, cues: Sequence[Cue], winner: Name | None = None) -> Source | None:
        """The source that stands nearest to the end: in "the BBC reports that X confirmed", X."""
        for cue in sorted((c for c in cues if c.source), key=lambda c: c.first, reverse=True):
            source = self._source(site, cue.source, winner) if cue.source else None
            if source:
                return source
        return None

    def _source(self, site: Site, argument: Argument, winner: Name | None) -> Source | None:
        item = (_person_of(site, argument) or argument).items[0]
        span = span_of(site.stage.units, argument.first, argument.last)
        if item.form is Form.NAME and item.mention:
            return Source(item.mention.name.name, item.mention.span, _employer(site, item))
        if item.form is Form.GROUP:
            return Source(span.of(self.text), span)
        speaker = site.resolve(Kind.VENDOR, span.start)
        maker = _maker_near(site, span.start, winner)
        if maker and (speaker is None or speaker.mention.span.start in site.discourse.oblique):
            return Source(maker, span)
        return Source(speaker.name.name, span) if speaker else None


def _speaking(cues: Sequence[Cue], trigger: int) -> Sequence[Cue]:
    """The cues without those that tell behind a claim in which tests it holds, where somebody makes it: "X says A wins in tests"."""
    named = any(cue.source and not cue.source.has(Form.GROUP) for cue in cues)
    return [cue for cue in cues if not (named and cue.first > trigger and cue.source and cue.source.has(Form.GROUP))]


def _maker_near(site: Site, before: int, winner: Name | None) -> str | None:
    """The winner's maker, if it is named shortly before an offset: "the company", where nobody else has just acted."""
    rows = site.discourse.mentions[max(0, site.sentence - _MAKER_WITHIN) : site.sentence + 1]
    named = {mention.name.name for row in rows for mention in row if mention.span.end <= before}
    return winner.maker if winner and winner.maker in named else None


def _person_of(site: Site, argument: Argument) -> Argument | None:
    """The person that an organisation only describes: "OpenAI's Sam Altman", "OpenAI-Chef Sam Altman", "Sam Altman, head of OpenAI"."""
    units, lexicon, at = site.stage.units, site.stage.lexicon, argument.last
    while at + 1 < len(units) and units[at].form == "-":
        at += 2
    if at < len(units) and lexicon.has("genitives", units[at].form):
        at += 1
    at = _behind_title(site, at)
    behind = site.stage.starting.get(at) if at > argument.last else None
    for person in (behind, _described_by(site, argument.first)):
        if person and _names_person(person):
            return person
    return None


def _names_person(argument: Argument) -> bool:
    """Whether a person is among those whom an argument names."""
    return any(mention.name.kind is Kind.PERSON for mention in argument.names)


def _behind_title(site: Site, at: int) -> int:
    """The position behind a title that begins at one: "co-founder and chief scientist", "head of research,"."""
    units, lexicon, end = site.stage.units, site.stage.lexicon, at
    while end < len(units) and lexicon.has("titles", units[end].form):
        end += 1
        if end < len(units) and lexicon.has("maker_links", units[end].form):
            end += 2
        elif end < len(units) and lexicon.has("additions", units[end].form):
            end += 1
    return end + (at < end < len(units) and units[end].form == ",")


def _described_by(site: Site, at: int) -> Argument | None:
    """Whom the remark describes in which a position lies, where it stands between commas behind a name."""
    comma = next((before for before in range(at - 1, max(-1, at - _EMPLOYER_WITHIN - 2), -1) if site.stage.units[before].form == ","), None)
    person = site.stage.ending.get(comma) if comma is not None else None
    return person if person and _employer_behind(site, person.last) else None


def _employer(site: Site, person: Item) -> str | None:
    """The vendor for which a person speaks: "Meta's Yann LeCun", "Meta's chief scientist, Yann LeCun", "Sam Altman, head of OpenAI"."""
    before = site.stage.units[max(0, person.first - _EMPLOYER_WITHIN) : person.first]
    owned = any(site.stage.lexicon.has("genitives", unit.form) for unit in before)
    for unit in reversed(before[:-1] if owned and before[-1].form == "," else before):
        if unit.mention and unit.mention.name.kind is Kind.VENDOR:
            return unit.mention.name.name
        if not (unit.form[0].isalnum() or unit.form == "-" or site.stage.lexicon.has("genitives", unit.form)):
            break
    return _employer_behind(site, person.last)


def _employer_behind(site: Site, at: int) -> str | None:
    """The vendor in a remark that begins at a position: ", OpenAI's chief executive", ", the head of OpenAI", ", who leads OpenAI"."""
    units, lexicon = site.stage.units, site.stage.lexicon
    if at >= len(units) or units[at].form != ",":
        return None
    for place in range(at + 1, min(len(units), at + 2 + _EMPLOYER_BEHIND)):
        mention = units[place].mention
        if units[place].form == "," or (mention and mention.name.kind is not Kind.VENDOR):
            return None
        if mention:
            owner = place + 1 < len(units) and lexicon.has("genitives", units[place + 1].form)
            role = place > at + 1 and (lexicon.has("prepositions", units[place - 1].form) or lexicon.has("relatives", units[at + 1].form))
            return mention.name.name if owner or role or lexicon.has("maker_links", units[place - 1].form) else None
    return None
