"""One pass over a text: every place where the catalogue's spellings stand, with the versions and sizes after them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from claimscan.find.folding import Folded
from claimscan.find.grammar import Parts, read_parts
from claimscan.model import Kind, Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.catalogue_index import UNSPACED, Role, Spelling
from claimscan.rulebook.naming import Context, Entry, Family, Needs, fold, plain

_GENITIVE_END = re.compile(r"s(?![\w])")
_VERB = re.compile(r"[A-Z]\w* [a-z]+s\Z")
_DOMAIN = re.compile(r"\.[a-z]{2,4}(?![\w])")
_YEAR = re.compile(r"[ -]?(?:(?:19|20)\d\d|v?\d(?:\.\d)?)(?![\w.,]\w|\w)")
_LETTER_AFTER = re.compile(r"-[A-Z](?!\w)")
_TIER = re.compile(r"[,;:/|][ \u00a0]A[ \u00a0]$")
_RUN = re.compile(r"[\w-]*")
_LONGEST_WORD = 30
_MAKER_WITHIN, _JOINTS = 30, (" ", "'s ", "’s ")
_VERSION_BEFORE = re.compile(r"(?<![\w.$€])(\d(?:\.\d)?)[ -]$")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a stretch of text as a name.

    `weak` is the context that the reading needs to count. `head` is how long the catalogue's own spelling is.
    `short` says that the family's name itself is not written; `known`, whether the catalogue has it.
    """

    span: Span
    owner: Family | Entry
    parts: Parts | None
    weak: Context
    head: int
    short: bool = False
    known: bool = True

    @property
    def kind(self) -> Kind:
        """What is named."""
        return self.owner.kind


@dataclass(frozen=True, slots=True)
class Scan:
    """All readings of a text, and where its AI words and its nouns for models stand.

    `refused` are the places at which names would begin but for a phrase that rules them out.
    """

    readings: tuple[Reading, ...]
    refused: frozenset[int]
    ai_words: tuple[int, ...]
    nouns: tuple[Span, ...]


def scan(text: str, folded: Folded, catalogue: Catalogue) -> Scan:
    """Every reading of every catalogued spelling in the text, in order of place; overlapping ones all stand."""
    readings: list[Reading] = []
    banned: dict[Family | Entry, list[Span]] = {}
    ai_words: list[int] = []
    nouns: list[Span] = []
    written = folded.text
    for start, end, spellings in catalogue.index.find(written):
        if not (_begins_word(written, start) and _ends_word(written, end)):
            continue
        span = Span(folded.place(start), folded.place(end - 1) + 1)
        if text.startswith("s", span.end) and _VERB.match(text, span.start, span.end + 1):
            continue
        surface = span.of(text)
        solid = plain(surface).replace(" ", "")
        for spelling in spellings:
            if spelling.role is Role.AI_WORD:
                ai_words.append(span.start)
            elif spelling.owner is None:
                nouns.extend([span] if solid == spelling.solid else [])
            elif spelling.role is Role.NEVER:
                if _same_words(surface, spelling.plain):
                    banned.setdefault(spelling.owner, []).append(span)
            elif (reading := _read(text, span, spelling, solid == spelling.solid, catalogue)) is not None:
                readings.append(reading)
    readings.sort(key=_place)
    full = {(each.owner, variant) for each in readings if not each.short and each.parts for variant in each.parts.variants}
    kept = _without([each for each in readings if not _is_bare_variant(text, each, full, catalogue)], banned)
    refused = frozenset(each.span.start for each in readings) - {each.span.start for each in kept}
    return Scan(kept, refused, tuple(sorted(ai_words)), tuple(sorted(nouns)))


def _place(reading: Reading) -> tuple[int, int, int]:
    return reading.span.start, -reading.span.end, -reading.head


def _is_bare_variant(text: str, reading: Reading, full: Collection[tuple[Family | Entry, str]], catalogue: Catalogue) -> bool:
    """Whether a variant that many families have is no short form: `Flash` without a `Gemini 2.5 Flash` in the text, `Adobe Flash`."""
    parts = reading.parts
    if not reading.short or parts is None or parts.version or len(parts.variants) != 1 or fold(parts.variants[0]) not in catalogue.common:
        return False
    return (reading.owner, parts.variants[0]) not in full or _is_tail(text, reading.span.start, catalogue)


def _without(readings: list[Reading], banned: dict[Family | Entry, list[Span]]) -> tuple[Reading, ...]:
    """The readings that no phrase rules out."""
    ruled_out = {(owner, at) for owner, spans in banned.items() for span in spans for at in range(span.start, span.end)}
    return tuple(each for each in readings if (each.owner, each.span.start) not in ruled_out)


def _begins_word(folded: str, start: int) -> bool:
    """Whether a found spelling does not stand within a longer word."""
    edge = folded[start - 1 : start + 1] if start else ""
    return not edge.isalnum() or max(edge) >= UNSPACED


def _ends_word(folded: str, end: int) -> bool:
    """Whether a found spelling is not the beginning of a longer word; a version or a genitive s may follow it."""
    after = folded[end : end + 1]
    if not after or not _in_word(after) or not _in_word(folded[end - 1]):
        return _DOMAIN.match(folded, end) is None
    if _GENITIVE_END.match(folded, end):
        return True
    return (after.isdigit() and not folded[end - 1].isdigit()) or (after in "vr" and folded[end + 1 : end + 2].isdigit())


def _in_word(character: str) -> bool:
    """Whether a character belongs to words with blanks around them (Chinese, Japanese and Korean ones do not)."""
    return character.isalnum() and character < UNSPACED


def _same_words(surface: str, spelled: str) -> bool:
    """Whether the text writes a phrase as it is listed, but for a raised first letter: `Open AI models`, not `OpenAI models`."""
    written = plain(surface)
    return written[:1].lower() == spelled[:1].lower() and written[1:] == spelled[1:]


def _read(text: str, span: Span, spelling: Spelling, same: bool, catalogue: Catalogue) -> Reading | None:
    """The reading of a spelling, with the parts that follow; None where what must follow is not there. `same`: in its case."""
    if isinstance(spelling.owner, Entry):
        return _read_entry(text, span, spelling, spelling.owner, same, catalogue)
    if isinstance(spelling.owner, Family) and (same or not spelling.owner.exact or _behind_maker(text, span.start, spelling.owner)):
        return _read_family(text, span, spelling, spelling.owner, same, catalogue)
    return None


def _behind_maker(text: str, start: int, family: Family) -> bool:
    """Whether the name of a family's maker stands right before a position: "OpenAI's O3"."""
    return text[max(0, start - _MAKER_WITHIN) : start].endswith(tuple(vendor + joint for vendor in family.vendors for joint in _JOINTS))


def _read_entry(text: str, span: Span, spelling: Spelling, entry: Entry, same: bool, catalogue: Catalogue) -> Reading | None:
    surface = span.of(text)
    weak = entry.context if " " not in spelling.plain else Context.NONE
    if not same:
        short = len(surface) <= 3
        if short or entry.exact or (weak is not Context.NONE and not surface.isupper()):
            return None
        if surface.islower() and _is_common(text, span, catalogue):
            return None
    end = span.end
    if entry.versions and (match := _YEAR.match(text, end)):
        end = match.end()
    elif text[end : end + 1].isdigit():
        return None
    return Reading(Span(span.start, end), entry, None, weak, len(span))


def _read_family(text: str, span: Span, spelling: Spelling, family: Family, same: bool, catalogue: Catalogue) -> Reading | None:
    surface = span.of(text)
    low = surface == surface.lower() and spelling.plain != spelling.plain.lower()
    short = spelling.role is Role.ALONE
    parts = read_parts(text, span.start if short else span.end, family, catalogue, spoken_low=low)
    start = span.start
    if short:
        if parts.empty:
            return None
        before = _VERSION_BEFORE.search(text, max(0, start - 5), start) if parts.version is None else None
        if before and not _is_of_another(text, before.start(1), low, catalogue):
            start = before.start(1)
            parts = Parts(parts.end, before.group(1), parts.size, parts.variants)
    if text[span.end : span.end + 1].isdigit() and parts.end == span.end:
        return None
    if parts.version is None and family.needs is Needs.VERSION and not parts.size:
        return None
    weak = _short_weakness(text, span, parts, same, catalogue) if short else _weakness(family, parts, same, surface, " " in spelling.plain)
    if weak is None or (weak is not Context.NONE and not same and _is_common(text, span, catalogue)):
        return None
    return Reading(Span(start, parts.end), family, parts, weak, len(span), short)


def _short_weakness(text: str, span: Span, parts: Parts, same: bool, catalogue: Catalogue) -> Context | None:
    """The context that a name without its family needs: `Opus 4.5` hardly any, `R1` and `Opus` their vendor.

    None where a hyphen joins it to another word: `Quarzit-4o` is no GPT-4o.
    """
    if span.start > 1 and text[span.start - 1] == "-" and text[span.start - 2].isalnum():
        return None
    if parts.version and parts.version[0].isalpha():
        whole = same and (not parts.version[len(span) :] or parts.version[len(span)] == ".")
        return Context.VENDOR if whole and not _is_tail(text, span.start, catalogue) else None
    if parts.variants and parts.version:
        return Context.DOCUMENT if same else Context.NEAR
    if _LETTER_AFTER.match(text, parts.end):
        return None
    return Context.VENDOR if same else None


def _is_tail(text: str, start: int, catalogue: Catalogue) -> bool:
    """Whether a short form continues another name: `Fathom R2`, `Arkady-V2`; not after a noun (`Modell R1`)."""
    if text[start - 1 : start] in ("-", "\u2011"):
        return True
    before = _word_before(text, start)
    return len(before) > 2 and before[0].isupper() and plain(before) not in catalogue.words.nouns


def _is_of_another(text: str, version: int, low: bool, catalogue: Catalogue) -> bool:
    """Whether a version belongs to another name before it: `Quarzit 3 Flash`, in small letters any word that is no small word."""
    before = _word_before(text, version)
    if not before:
        return False
    words, word = catalogue.words, fold(before)
    small = (words.stops, words.prepositions, words.articles, words.possessives, words.copulas, words.outdoing)
    if any(word in each for each in small):
        return False
    return low or (before[0].isupper() and word not in catalogue.common)


def _is_common(text: str, span: Span, catalogue: Catalogue) -> bool:
    """Whether a name in small letters is a common word here: `a bard`, `alpacas`, `multi-step`."""
    if text[span.end : span.end + 1] == "s":
        return True
    if text[span.start - 1 : span.start] == "-":
        return True
    before = _word_before(text, span.start)
    if not before or _TIER.search(text, max(0, span.start - _LONGEST_WORD), span.start):
        return False
    return fold(before) in catalogue.words.articles


def _word_before(text: str, at: int) -> str:
    """The word before a blank that ends at a place; empty where there is none. It is read from its end, which is soon done."""
    before = text[max(0, at - _LONGEST_WORD) : at].removesuffix("\n")
    backwards = _RUN.match(before[-2::-1]) if before[-1:] in (" ", "\u00a0") else None
    return backwards.group()[::-1].lstrip("-_") if backwards else ""


def _weakness(family: Family, parts: Parts, same: bool, surface: str, several: bool) -> Context | None:
    """The context that a model's name needs; None where no context can make it one. `several`: its spelling has several words."""
    proper = same or (len(surface) > 3 and surface != surface.lower() and surface != surface.capitalize())
    if family.context is Context.NONE or (several and same):
        return Context.NONE if proper or len(surface) > 3 or not parts.empty else Context.NEAR
    if parts.empty:
        if proper:
            return family.context
        return Context.NEAR if family.context is Context.DOCUMENT and surface.islower() else None
    sized = parts.size is not None and parts.size.endswith("B")
    if family.context is Context.DOCUMENT:
        return Context.NONE if proper or parts.version or parts.size else Context.NEAR
    if not proper:
        return Context.VENDOR if parts.version or parts.size else None
    if sized:
        return Context.NONE
    if bool(parts.version) and (bool(parts.variants) or family.context is Context.NEAR):
        return Context.DOCUMENT
    own = parts.variants and fold(parts.variants[0]) in family.variants
    return Context.NEAR if own or family.context is Context.NEAR else Context.VENDOR
