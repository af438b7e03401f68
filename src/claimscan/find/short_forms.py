"""Short forms of models named in full elsewhere: `R1`, `4o`, `K2.5`, `V4`, `2.5 Pro`, `the 70B`, and lists such as `8B, 70B and 405B`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimscan.find.catalogue_scan import Reading
from claimscan.find.grammar import Parts, read_parts
from claimscan.find.merging import before_or_first, by_place, last_before, taken_by
from claimscan.model import Span
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Context, Family, fold, plain

_SHORT = re.compile(
    r"(?=[A-Z\d])(?<![\w./$€£+-])(?:[A-PR-Z]\d{1,2}(?:\.\d{1,2})?|\d(?:\.\d)?o|\d\.\d(?=[ \u00a0-][A-Za-z]{3})"
    r"|[EA]?\d{1,4}(?:\.\d{1,2})?B|\d{1,2}x\d{1,3}B)(?![\w%])(?!\.\d)"
)
_JOINT = re.compile(r"\s?(,\s|/|\s&\s|,?\s([^\W\d]{1,6})\s)\s?")
_NEXT_WORD = re.compile(r"[ \u00a0-]([^\W\d_]+)")
_LEADING = re.compile(r"\d+")
_LARGEST_LEAP = 9
_MOST_JOINED = 8
_DESCRIBED_WITHIN = 5


@dataclass(frozen=True, slots=True)
class Named:
    """What the full names of a text say about its short forms: where each version and size was named, in order of place."""

    versions: Mapping[str, Sequence[Reading]]
    letters: Mapping[str, Sequence[Reading]]
    sizes: Mapping[str, Sequence[Reading]]


def with_short_forms(text: str, readings: Sequence[Reading], catalogue: Catalogue) -> tuple[Reading, ...]:
    """The readings with those of short forms that stand between them, in order of place."""
    listed = tuple(_with_lists(text, readings, catalogue))
    taken = taken_by(listed)
    matches = [match for match in _SHORT.finditer(text) if not taken.touches(match.start(), match.end())]
    if not matches:
        return listed
    named = _named(listed)
    found: list[Reading] = []
    for match in matches:
        reading = _short(text, match, named, catalogue) if not found or found[-1].span.end <= match.start() else None
        if reading is not None and not taken.touches(reading.span.start, reading.span.end):
            found.append(reading)
    return tuple(sorted((*listed, *found), key=by_place))


def _named(readings: Sequence[Reading]) -> Named:
    """The versions, letters and sizes of the models that a text names in full."""
    versions: dict[str, list[Reading]] = {}
    letters: dict[str, list[Reading]] = {}
    sizes: dict[str, list[Reading]] = {}
    first: dict[tuple[str, str, str], None] = {}
    for each in readings:
        family, parts = each.owner, each.parts
        if not isinstance(family, Family) or parts is None:
            continue
        keys = [(versions, parts.version), (sizes, parts.size), (letters, family.mark.upper() or (parts.version or "")[:1])]
        for number, (table, key) in enumerate(keys):
            seen = (str(number), key or "", family.name + (parts.version or "") * (number == 1))
            if key and not (number < 2 and key.isdecimal()) and seen not in first:
                first[seen] = None
                table.setdefault(key, []).append(each)
    return Named(versions, letters, sizes)


def _short(text: str, match: re.Match[str], named: Named, catalogue: Catalogue) -> Reading | None:
    """The reading of one short form; None where the text names nothing that it could be short for."""
    token = match.group()
    if token.endswith("B") and _describes(text, match.end(), catalogue):
        return None
    if token.endswith("B"):
        model = before_or_first(named.sizes.get(token.upper(), ()), match.start())
        if model is None or model.parts is None:
            return None
        return replace(model, span=Span(match.start(), match.end()), parts=replace(model.parts, end=match.end()))
    model = before_or_first(named.versions.get(token, ()), match.start())
    if model is None and token[0].isalpha():
        model = last_before(named.letters.get(token[0], ()), match.start())
    if model is None or not isinstance(model.owner, Family):
        return None
    parts = read_parts(text, match.start(), model.owner, catalogue, spoken_low=model.span.of(text).islower())
    if parts.version is None or ("." in token and token[0].isdigit() and not (parts.variants and model.owner.join)):
        return None
    return Reading(Span(match.start(), parts.end), model.owner, parts, Context.NONE, len(token), short=True)


def _describes(text: str, end: int, catalogue: Catalogue) -> bool:
    """Whether a size only describes a noun for models: "all 7B models", "the best 13B chat model"."""
    for _ in range(_DESCRIBED_WITHIN):
        word = _NEXT_WORD.match(text, end)
        if word is None:
            return False
        if plain(word[1]) in catalogue.words.nouns:
            return True
        end = word.end()
    return False


def _with_lists(text: str, readings: Sequence[Reading], catalogue: Catalogue) -> Iterator[Reading]:
    """The readings, and after each the further sizes, versions and variants that are listed with it."""
    for number, reading in enumerate(readings):
        yield reading
        limit = readings[number + 1].span.start if number + 1 < len(readings) else len(text)
        current: Reading | None = reading
        for _ in range(_MOST_JOINED):
            current = _joined(text, current, limit, catalogue) if current is not None else None
            if current is None:
                break
            yield current


def _joined(text: str, before: Reading, limit: int, catalogue: Catalogue) -> Reading | None:
    """The model that a part listed right after another model makes: `Llama 3.1 8B, 70B`, `Qwen3.5/3.6`, `Gemini 1.5 Pro and Flash`."""
    family, parts = before.owner, before.parts
    if not isinstance(family, Family) or parts is None or parts.empty:
        return None
    joint = _JOINT.match(text, before.span.end)
    if joint is None or (joint.group(2) and fold(joint.group(2)) not in catalogue.words.joining):
        return None
    start = joint.end()
    if not text[start : start + 1].isalnum():
        return None
    more = read_parts(text, start, family, catalogue)
    if more.empty or more.end > limit:
        return None
    whole = _completed(parts, more, slash="/" in joint.group(1))
    return None if whole is None else Reading(Span(start, more.end), family, whole, Context.NONE, more.end - start, short=True)


def _leaps(version: str, more: str) -> bool:
    """Whether a number is too far from a version to be another one: a score, as in `Gemma 3 and 43.4 for X`."""
    first, second = _LEADING.match(version), _LEADING.match(more)
    return first is not None and second is not None and abs(int(second.group()) - int(first.group())) > _LARGEST_LEAP


def _completed(parts: Parts, more: Parts, *, slash: bool) -> Parts | None:
    """The parts of a listed model with what it shares with the one before it; None where the two are not of one kind."""
    if more.size and not more.version and not more.variants and parts.size:
        return replace(parts, size=more.size, end=more.end)
    if more.version and parts.version and (slash or "." in more.version or not more.version.isdecimal()):
        same_form = parts.version[:1].isalpha() == more.version[:1].isalpha()
        return more if same_form and ("." in more.version or slash) and not _leaps(parts.version, more.version) else None
    if more.variants and parts.variants and parts.version and not more.version and not more.size:
        return replace(parts, variants=more.variants, end=more.end)
    return None
