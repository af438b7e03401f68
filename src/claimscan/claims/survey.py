"""The first walk through a document: its sentences and units, and how prominently each name stands there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from claimscan.claims.discourse import Discourse
from claimscan.claims.genders import genders_of
from claimscan.claims.kinship import Version, version_of
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.nameless import Nameless, nameless
from claimscan.claims.sentences import Sentence, Unit, split_sentences, units
from claimscan.model import Kind, Mention, Name
from claimscan.rulebook.rules import Facts, Gender

_DESCRIBING = ("determiners", "model_nouns", "derivatives")
_BACKGROUND_BEHIND = ("prepositions", "comparands", "times")
_INTRODUCED_WITHIN, _LAUNCH_OF, _VERB_WITHIN, _OWN_WITHIN = 9, 3, 7, 6
_TITLED, _BACKGROUND = 4.0, 0.7
_TAKEN_UP, _LEADING = 2, 3


def survey(text: str, mentions: Sequence[Mention], facts: Facts, lexicon: Lexicon) -> tuple[Discourse, list[tuple[Unit, ...]]]:
    """The discourse of a text, and the units of each of its sentences; `mentions` are sorted."""
    abbreviations = frozenset(a.lower().rstrip(".") for a in facts.abbreviations)
    ordinals, names = bool(facts.phrases("ordinals")), [m.span for m in mentions]
    sentences = split_sentences(text, abbreviations, ordinals=ordinals, opens=lexicon.common, names=names)
    named = _by_sentence(sentences, mentions)
    rows = [units(text, sentence.span, own) for sentence, own in zip(sentences, named, strict=True)]
    standing = _Standing()
    for sentence, (row, own) in enumerate(zip(rows, named, strict=True)):
        if own:
            standing.add(sentence, row, lexicon)
    titled = _titled(rows)
    if titled:
        standing.introduced.add(titled.span.start)
    spoken_of = [[m for m in own if not _likened(row, m, lexicon)] for row, own in zip(rows, named, strict=True)]
    return _discourse(sentences, spoken_of, standing, titled), rows


@dataclass(frozen=True, slots=True)
class _Standing:
    """How names stand in their sentences, gathered from one after the other: see `Discourse`."""

    oblique: set[int] = field(default_factory=set)
    introduced: set[int] = field(default_factory=set)
    leading: set[int] = field(default_factory=set)
    lists: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    nameless: list[Nameless] = field(default_factory=list)
    genders: dict[int, Gender] = field(default_factory=dict)

    def add(self, sentence: int, row: Sequence[Unit], lexicon: Lexicon) -> None:
        """Takes in the names of one more sentence."""
        aside = _fronted(row, lexicon)
        self.genders.update(genders_of(row, lexicon))
        self.oblique.update(unit.start for at, unit in enumerate(row) if unit.mention and (at < aside or _oblique(row, at, lexicon)))
        for listed in (*_lists(row, Kind.MODEL, lexicon), *_lists(row, Kind.VENDOR, lexicon)):
            if listed[0].span.start in self.oblique:
                self.oblique.update(mention.span.start for mention in listed)
            if listed[0].name.kind is Kind.MODEL:
                self.lists.update((mention.span.start, listed) for mention in listed)
        without = nameless(row, sentence, self.oblique, lexicon)
        for at, unit in enumerate(row):
            if unit.mention and not (without and without.start < unit.start):
                if _introduced(row, at, lexicon, background=unit.start in self.oblique):
                    self.introduced.add(unit.start)
                if at < _LEADING and unit.start not in self.oblique:
                    self.leading.add(unit.start)
        self.nameless.extend([without] if without else [])


def _by_sentence(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions that stand wholly in each sentence."""
    rows: list[list[Mention]] = []
    at = 0
    for sentence in sentences:
        own: list[Mention] = []
        while at < len(mentions) and mentions[at].span.start < sentence.span.end:
            if sentence.span.covers(mentions[at].span):
                own.append(mentions[at])
            at += 1
        rows.append(own)
    return rows


def _likened(row: Sequence[Unit], mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a name only tells what something else is like, and nothing is said of it: "a Lumo-style service"."""
    at = next((n + 1 for n, unit in enumerate(row) if unit.mention is mention), len(row))
    return at + 1 < len(row) and row[at].form == "-" and row[at].start == row[at - 1].end and lexicon.has("likenesses", row[at + 1].form)


def _lists(row: Sequence[Unit], kind: Kind, lexicon: Lexicon) -> Iterator[tuple[Mention, ...]]:
    """The names of a kind that a sentence lists together: "A and B", "A, B and C"."""
    listed: list[Mention] = []
    joined, since = False, 0
    for at, unit in enumerate(row):
        if unit.mention and unit.mention.name.kind is kind:
            between = [u for u in row[since:at] if not _of_maker(u, lexicon)]
            links = [u for u in between if u.form == "," or lexicon.has("conjunctions", u.form)]
            if listed and (not links or any(u.mention or not (u in links or lexicon.has("determiners", u.form)) for u in between)):
                if joined:
                    yield tuple(listed)
                listed, joined = [], False
            joined = joined or (bool(listed) and any(u.form != "," for u in links))
            listed.append(unit.mention)
            since = at + 1
    if joined:
        yield tuple(listed)


def _of_maker(unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a unit belongs to the maker of a listed model: "A from Lumo" does not, "Lumo's A" and "A (Lumo)" do."""
    if unit.mention is None:
        return unit.form in ("(", ")") or lexicon.has("genitives", unit.form)
    return unit.mention.name.kind is Kind.VENDOR


def _introduced(row: Sequence[Unit], at: int, lexicon: Lexicon, *, background: bool) -> bool:
    """Whether a name is presented or turned to: "unveils X", "the launch of X", "hat X vorgestellt", "X was released", "moved to X"."""
    before = row[max(0, at - (_LAUNCH_OF if background else _INTRODUCED_WITHIN)) : at]
    if any(lexicon.has("introducers", unit.form) for unit in before) or _taken_up(row, _described_from(row, at, lexicon), lexicon):
        return True
    return not background and _verb_follows(row, at + 1, lexicon)


def _verb_follows(row: Sequence[Unit], start: int, lexicon: Lexicon) -> bool:
    """Whether a name's clause ends in a verb of presenting, or has it in the passive: "... vorgestellt.", "was released"."""
    passive = False
    for at in range(start, min(len(row), start + _VERB_WITHIN)):
        if row[at].mention or not row[at].form[0].isalnum():
            return False
        if lexicon.has("introducers", row[at].form):
            return passive or at + 1 == len(row) or not row[at + 1].form[0].isalnum()
        passive = passive or lexicon.has("auxiliaries", row[at].form)
    return False


def _fronted(row: Sequence[Unit], lexicon: Lexicon) -> int:
    """Where the words end with which a sentence begins before it comes to its own model: "while X is small, Y ...", "unlike X (or Z), Y".

    It is 0 without such words.
    """
    if not (row and (lexicon.has("boundaries", row[0].form) or _sets_against(row, lexicon))):
        return 0
    comma = _comma(row)
    models = [at for at in range(comma + 1, min(len(row), comma + _OWN_WITHIN)) if _is_model(row[at])]
    return comma if any(map(_is_model, row[:comma])) and models and not _oblique(row, models[0], lexicon) else 0


def _sets_against(row: Sequence[Unit], lexicon: Lexicon) -> bool:
    """Whether a sentence begins with words that set what follows against something: "unlike", "compared to"."""
    if lexicon.has("comparands", row[0].form):
        return True
    participle = row[0].mention is None and not lexicon.closed(row[0].form)
    return participle and len(row) > 1 and lexicon.has("prepositions", row[1].form)


def _comma(row: Sequence[Unit]) -> int:
    """The first comma that no brackets hold; the end where there is none."""
    depth = 0
    for at, unit in enumerate(row):
        depth += (unit.form == "(") - (unit.form == ")")
        if unit.form == "," and depth <= 0:
            return at
    return len(row)


def _is_model(unit: Unit) -> bool:
    """Whether a unit names a model."""
    return unit.mention is not None and unit.mention.name.kind is Kind.MODEL


def _oblique(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a name is in the background: behind a preposition, a word of comparison or of time, with its owner or without; "Lumo-backed".

    "With X, Lumo ..." and "moved to X" put it in the foreground.
    """
    if at + 1 < len(row) and lexicon.has("genitives", row[at + 1].form):
        return True
    if at + 2 < len(row) and row[at + 1].form == "-" and not (_is_model(row[at]) and lexicon.has("model_nouns", row[at + 2].form)):
        return True
    at = _described_from(row, at, lexicon)
    if at == 0 and lexicon.length("means", row, 0):
        return False
    if _taken_up(row, at, lexicon):
        return False
    return at >= 0 and any(lexicon.has(name, row[at].form) for name in _BACKGROUND_BEHIND)


def _described_from(row: Sequence[Unit], at: int, lexicon: Lexicon) -> int:
    """The position before a name with its owner and what describes it; -1 where the sentence begins with these."""
    at -= 1
    while at >= 0 and (_owner(row, at, lexicon) or any(lexicon.has(name, row[at].form) for name in _DESCRIBING)):
        at -= 1
    return at


def _taken_up(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a position ends a verb with its preposition that turns to what follows: "switched to"."""
    return at > 0 and lexicon.length("taken_up", row, at - 1) == _TAKEN_UP


def _owner(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a unit belongs to the vendor before a name: "than Lumo's Ember 4"."""
    if lexicon.has("genitives", row[at].form):
        return True
    mention = row[at].mention
    return mention is not None and mention.name.kind is Kind.VENDOR and lexicon.has("genitives", row[at + 1].form)


def _discourse(
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Mention]],
    standing: _Standing,
    titled: Mention | None,
) -> Discourse:
    """The discourse of an article: its names by sentence, and the model and vendor it is mostly about."""
    first: dict[Name, Mention] = {}
    for mention in (mention for row in rows for mention in row):
        first.setdefault(mention.name, mention)
    background = standing.oblique - standing.introduced
    topics = _topics(sentences, rows, background, titled, first)
    kinds = {kind: [tuple(mention for mention in row if mention.name.kind is kind) for row in rows] for kind in Kind}
    launches = [mention for row in kinds[Kind.MODEL] for mention in row if mention.span.start in standing.introduced]
    families = _families(first.values())
    newcomers = {kind: [mention for name, mention in first.items() if name.kind is kind] for kind in Kind}
    return Discourse(
        sentences=tuple(sentences),
        mentions=tuple(map(tuple, rows)),
        oblique=standing.oblique,
        introduced=standing.introduced,
        leading=standing.leading,
        nameless=standing.nameless,
        genders=standing.genders,
        lists=standing.lists,
        topics=topics,
        families=families,
        kinds=kinds,
        launches=launches,
        newcomers=newcomers,
    )


def _topics(
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Mention]],
    background: Collection[int],
    titled: Mention | None,
    first: Mapping[Name, Mention],
) -> dict[Kind, Mention]:
    """The model and the vendor that an article is mostly about: named often, early, in headings, or as what its title presents."""
    topics = {}
    for kind in (Kind.MODEL, Kind.VENDOR):
        weights: dict[Name, float] = {}
        for i, row in enumerate(rows):
            for mention in row:
                if mention.name.kind is kind:
                    early = 3.0 if i == 0 else 1.5 if i < 4 else 0.0
                    early += _TITLED if mention is titled else 0.0
                    weight = 0.4 + early * _BACKGROUND if mention.span.start in background else 1.0 + early
                    weight += 2.0 if sentences[i].heading else 0.0
                    weights[mention.name] = weights.get(mention.name, 0.0) + weight
        if weights:
            topics[kind] = first[max(weights, key=lambda n: weights[n])]
    return topics


def _titled(rows: Sequence[Sequence[Unit]]) -> Mention | None:
    """The name with which a title begins that says what it is: "Ember: A New Language Model"."""
    return rows[0][0].mention if rows and len(rows[0]) > 1 and rows[0][1].form == ":" else None


def _families(mentions: Iterable[Mention]) -> dict[str, tuple[tuple[Version, Mention], ...]]:
    """The first mention of each version of each family of models, the earliest version first."""
    found: dict[str, dict[Version, Mention]] = {}
    for mention in mentions:
        if mention.name.kind is Kind.MODEL and mention.name.family is not None:
            found.setdefault(mention.name.family, {}).setdefault(version_of(mention.name), mention)
    return {family: tuple(sorted(members.items(), key=itemgetter(0))) for family, members in found.items()}
