"""How prominently each name of a text stands in its sentence: as what is spoken of or behind a preposition, as new, in a list."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from claimscan.claims.genders import GENDERED, genders_of
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.nameless import PRESENTED, Nameless, nameless
from claimscan.claims.sentences import Unit
from claimscan.model import Kind, Mention
from claimscan.rulebook.rules import Gender

_DESCRIBING = ("determiners", "model_nouns", "derivatives")
_BACKGROUND_BEHIND = ("prepositions", "comparands", "times")
_INTRODUCED_WITHIN, _LAUNCH_OF, _VERB_WITHIN, _OWN_WITHIN = 9, 3, 7, 6
_TAKEN_UP, _LEADING, _SUCCEEDED_WITHIN, _ADJECTIVES = 2, 3, 4, 4


@dataclass(frozen=True, slots=True)
class Standing:
    """How names stand in their sentences, gathered from one after the other: see `Discourse`."""

    oblique: set[int] = field(default_factory=set)
    introduced: set[int] = field(default_factory=set)
    leading: set[int] = field(default_factory=set)
    lists: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    nameless: list[Nameless] = field(default_factory=list)
    genders: dict[int, Gender] = field(default_factory=dict)
    succeeded: list[Mention] = field(default_factory=list)

    def add(self, sentence: int, row: Sequence[Unit], lexicon: Lexicon) -> None:
        """Takes in the names of one more sentence."""
        named = [at for at, unit in enumerate(row) if unit.mention]
        said = lexicon.said(row)
        aside = _fronted(row, lexicon)
        self.oblique.update(row[at].start for at in named if at < aside or _oblique(row, at, lexicon))
        if not said.isdisjoint(GENDERED):
            self.genders.update(genders_of(row, lexicon))
        if len(named) > 1 and "conjunctions" in said:
            self._add_lists(row, lexicon)
        without = nameless(row, sentence, self.oblique, lexicon) if said.issuperset(PRESENTED) else None
        fresh = [at for at in named if not (without and without.start < row[at].start)]
        self.introduced.update(row[at].start for at in fresh if self._introduced(row, at, said, lexicon))
        self.leading.update(row[at].start for at in fresh if at < _LEADING and row[at].start not in self.oblique)
        if "successions" in said:
            self.succeeded.extend(mention for at in named if (mention := _model(row[at])) and _succeeded(row, at, lexicon))
        self.nameless.extend([without] if without else [])

    def _add_lists(self, row: Sequence[Unit], lexicon: Lexicon) -> None:
        """Takes in which names a sentence lists together."""
        kinds = [unit.mention.name.kind for unit in row if unit.mention]
        several = [kind for kind in (Kind.MODEL, Kind.VENDOR) if kinds.count(kind) > 1]
        for listed in [listed for kind in several for listed in _lists(row, kind, lexicon)]:
            if listed[0].span.start in self.oblique:
                self.oblique.update(mention.span.start for mention in listed)
            if listed[0].name.kind is Kind.MODEL:
                self.lists.update((mention.span.start, listed) for mention in listed)

    def _introduced(self, row: Sequence[Unit], at: int, said: Collection[str], lexicon: Lexicon) -> bool:
        """Whether a name is presented or turned to: "unveils X", "the launch of X", "hat X vorgestellt", "X was released", "moved to X"."""
        if "introducers" in said:
            background = row[at].start in self.oblique
            before = row[max(0, at - (_LAUNCH_OF if background else _INTRODUCED_WITHIN)) : at]
            if any(lexicon.has("introducers", unit.form) for unit in before) or (not background and _verb_follows(row, at + 1, lexicon)):
                return True
        return _taken_up(row, _described_from(row, at, lexicon), lexicon)


def _lists(row: Sequence[Unit], kind: Kind, lexicon: Lexicon) -> Iterator[tuple[Mention, ...]]:
    """The names of a kind that a sentence lists together: "A and B", "A, B and C"."""
    listed: list[Mention] = []
    joined, since = False, 0
    for at, unit in enumerate(row):
        if unit.mention and unit.mention.name.kind is kind:
            between = [u for u in _outside_brackets(row[since:at]) if not _of_maker(u, lexicon)]
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


def _outside_brackets(units: Sequence[Unit]) -> Sequence[Unit]:
    """The units without a remark in brackets that begins with the first of them: the rest of "(8 billion) and"."""
    closing = next((at for at, unit in enumerate(units) if unit.form == ")"), 0) if units and units[0].form == "(" else 0
    return units[closing:]


def _of_maker(unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a unit belongs to the maker of a listed model: "A from Lumo" does not, "Lumo's A" and "A (Lumo)" do."""
    if unit.mention is None:
        return unit.form in ("(", ")") or lexicon.has("genitives", unit.form)
    return unit.mention.name.kind is Kind.VENDOR


def _succeeded(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a name is that of a predecessor: "the successor to X", "replaces the ageing X"."""
    for unit in reversed(row[max(0, at - _SUCCEEDED_WITHIN) : at]):
        if lexicon.has("successions", unit.form):
            return True
        if unit.mention or not unit.form[0].isalpha():
            return False
    return False


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
    models = [at for at in range(comma + 1, min(len(row), comma + _OWN_WITHIN)) if _model(row[at])]
    return comma if any(map(_model, row[:comma])) and models and not _oblique(row, models[0], lexicon) else 0


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


def _model(unit: Unit) -> Mention | None:
    """The model that a unit names."""
    return unit.mention if unit.mention and unit.mention.name.kind is Kind.MODEL else None


def _oblique(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a name is in the background: behind a preposition, a word of comparison or of time, with its owner or without; "Lumo-backed".

    "With X, Lumo ...", "moved to X" and "the head of X" put it in the foreground.
    """
    if at + 1 < len(row) and lexicon.has("genitives", row[at + 1].form):
        return True
    if at + 2 < len(row) and row[at + 1].form == "-" and not (_model(row[at]) and lexicon.has("model_nouns", row[at + 2].form)):
        return True
    at = _described_from(row, at, lexicon)
    if at == 0 and lexicon.length("means", row, 0):
        return False
    if _taken_up(row, at, lexicon) or (at > 0 and lexicon.has("leaders", row[at - 1].form)):
        return False
    return at >= 0 and lexicon.has_any(_BACKGROUND_BEHIND, row[at].form)


def _described_from(row: Sequence[Unit], at: int, lexicon: Lexicon) -> int:
    """The position before a name with its owner and what describes it; -1 where the sentence begins with these."""
    at = _before_words(row, at - 1, lexicon)
    if at + 1 < len(row) and lexicon.has("model_nouns", row[at + 1].form):
        before = _before_adjectives(row, at, lexicon)
        return _before_words(row, before, lexicon) if before < at else at
    return at


def _before_words(row: Sequence[Unit], at: int, lexicon: Lexicon) -> int:
    """The position before the owners, determiners and nouns that end at a position."""
    while at >= 0 and (_owner(row, at, lexicon) or lexicon.has_any(_DESCRIBING, row[at].form)):
        at -= 1
    return at


def _before_adjectives(row: Sequence[Unit], at: int, lexicon: Lexicon) -> int:
    """The position before the adjectives that end at a position, if a determiner or preposition stands there; else the position."""
    for here in range(at, max(-1, at - _ADJECTIVES), -1):
        form = row[here].form
        if lexicon.has("determiners", form) or lexicon.has_any(_BACKGROUND_BEHIND, form):
            return here
        if row[here].mention or not form[0].isalpha() or lexicon.closed(form):
            break
    return at


def _taken_up(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a position ends a verb with its preposition that turns to what follows: "switched to", "kontert Lumo mit"."""
    verb = at - 2 if at > 1 and row[at - 1].mention and not _model(row[at - 1]) else at - 1
    return at > 0 and lexicon.length("taken_up", (row[verb], row[at]), 0) == _TAKEN_UP


def _owner(row: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Whether a unit belongs to the vendor before a name: "than Lumo's Ember 4"."""
    if lexicon.has("genitives", row[at].form):
        return True
    mention = row[at].mention
    return mention is not None and mention.name.kind is Kind.VENDOR and lexicon.has("genitives", row[at + 1].form)
