"""What may follow a family's name: versions, sizes and variants; and the one canonical name that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimscan.model import Kind, Name
from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.naming import Family, fold

GAP = r"[ \u00a0\u202f\t_\-\u2010\u2011\u2012\u2013]"
_GAPS = frozenset(" \u00a0\u202f\t_-\u2010\u2011\u2012\u2013")
_END = r"(?![A-Za-z0-9_äöüß])"
_SEPARATOR = re.compile(rf"{GAP}|\n(?=[^\s])|:(?=\d+(?:\.\d+)?[bB]{_END})|")
_DOT = re.compile(rf"\.(?=\d)|{GAP}|")
_PARAMETERS = r"(?:\d{1,3}[xX])?\d{1,4}(?:\.\d{1,2})?(?:[BbTtM]|B\d{1,2}T)"
_SIZE = re.compile(rf"{_PARAMETERS}(?:-?[Aa]\d{{1,3}}(?:\.\d)?[Bb])?{_END}|[EA]\d{{1,2}}[Bb]{_END}")
_DAY = r"(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])"
_STAMP = re.compile(rf"(?:(?<=-){_DAY}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{8}}|\d{{6}}|[01]\d{{3}}|2[0-9][01]\d){_END}")
_VERSION = re.compile(rf"(?:[vV]\.?)?\d{{1,3}}(?:\.\d{{1,3}}){{0,2}}(?:[a-rt-zA-Z]|b\d(?:\.\d+)?)?(?:(?=s?{_END})|(?=-?[A-Z][a-z]))")
_COMMAED = re.compile(rf"\d,\d(?=s?{_END})(?!,\d)")
_LETTERED = re.compile(rf"[A-Z]\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}(?:[A-Z]\d?)?(?=s?{_END})")
_SMALL_LETTERED = re.compile(rf"[a-uw-z]\d{{1,2}}\.\d{{1,2}}{_END}")
_LOW_LETTERED = re.compile(rf"[a-ln-uw-z]\d{{1,2}}{_END}")
_HYPHENED = re.compile(rf"\d-\d(?=-[A-Za-z\d]|(?!\.\d|-){_END})")
_WORD = re.compile(r"[A-Za-z]+[0-9]*\+?|\d+[A-Z]?")
_BRACKETED = re.compile(r" ?\[([^\[\]()\n]{2,24})\](?!\()")
_COUNTED = re.compile(r"[ \u00a0-]?(%|[€$£]|[A-Za-zäöüß]+)")
_SUSPENDED = re.compile(r"-[ \u00a0][^\W\d_]")
_MORE_DIGITS = re.compile(r"[.,]\d|:\d+(?![\d.]*[bB])|[%‰°]")
_GENITIVE = re.compile(r"[sS](?![A-Za-z0-9äöüß])")
_MOST_PARTS = 9
_SHORT_LINE = 25


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a model's name after its family, in their canonical spelling; `end` is where they end in the text."""

    end: int
    version: str | None = None
    size: str | None = None
    variants: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the family's name stands alone."""
        return not (self.version or self.size or self.variants)

    def with_variant(self, end: int, variant: str) -> Parts:
        """These parts and one more variant, which ends at `end`."""
        return Parts(end, self.version, self.size, (*self.variants, variant))


def read_parts(text: str, at: int, family: Family, catalogue: Catalogue, *, spoken_low: bool = False) -> Parts:
    """The parts that follow a family's name which ends at `at`. `spoken_low`: the name is in lower case, so its parts may be."""
    parts = Parts(at)
    for _ in range(_MOST_PARTS):
        found = _next_part(text, parts, family, catalogue, spoken_low, first=parts.end == at)
        if found is None or (family.glued and parts.end == at and text[at : at + 1] in (" ", "-")):
            break
        parts = found
    return parts


def _next_part(text: str, parts: Parts, family: Family, catalogue: Catalogue, low: bool, *, first: bool) -> Parts | None:
    """The parts with one more read, or None."""
    between = _between(text, parts.end, _DOT if first and family.join == "." else _SEPARATOR)
    if between == "\n" and _is_short(text, parts.end):
        return None
    at = parts.end + len(between)
    begins = text[at : at + 1]
    if begins.isdigit():
        numbered = _size(text, at, parts, between, catalogue, first=first) or _stamp(text, at, parts, between)
        numbered = numbered or _version(text, at, parts, between, family, catalogue, low, first=first)
        return numbered or _variant(text, at, parts, between, family, catalogue, low)
    if begins.isalpha():
        lettered = None
        if text[at + 1 : at + 2].isdigit() or text[at + 1 : at + 2] == ".":
            lettered = _size(text, at, parts, between, catalogue, first=first) if begins in "EA" else None
            lettered = lettered or _version(text, at, parts, between, family, catalogue, low, first=first)
        return lettered or _variant(text, at, parts, between, family, catalogue, low)
    return _bracketed(text, parts, family, catalogue) if begins == "[" else None


def _between(text: str, at: int, separator: re.Pattern[str]) -> str:
    """The sign that parts what ends here from what follows; often there is none."""
    found = None if text[at : at + 1].isalnum() else separator.match(text, at)
    return found.group() if found else ""


def _is_short(text: str, end: int) -> bool:
    """Whether the line that ends at a position is a heading or an item rather than one of several of a paragraph."""
    return end - text.rfind("\n", 0, end) <= _SHORT_LINE


def _size(text: str, at: int, parts: Parts, between: str, catalogue: Catalogue, *, first: bool) -> Parts | None:
    """`70B`, `8x7B`, `235B-A22B`, `E4B`."""
    match = _SIZE.match(text, at)
    if match is None or (not between and not first and not text[at - 1].isalpha()) or _is_counted(text, match.end(), between, catalogue):
        return None
    size = match.group().upper().replace("X", "x")
    if parts.size is None:
        return Parts(match.end(), parts.version, size, parts.variants)
    return parts.with_variant(match.end(), size) if between.strip() else None


def _stamp(text: str, at: int, parts: Parts, between: str) -> Parts | None:
    """`-0528`, `-2407`, `-2024-08-06`: a release's date, after a hyphen only."""
    match = _STAMP.match(text, at) if between in ("-", "\u2011") else None
    if match is None:
        return None
    return parts.with_variant(match.end(), match.group())


def _version(
    text: str, at: int, parts: Parts, between: str, family: Family, catalogue: Catalogue, low: bool, *, first: bool
) -> Parts | None:
    """`4`, `4o`, `3.5`, `3,5`, `-3-5`, `v2`, `R1`, `b1.58`; one for a model, a second only with its letter (`-v1.5`)."""
    number = text[at].isdigit()
    lettered = _lettered(text, at, low) if not number and (between or first) else None
    match = lettered or (_two_numbers(text, at, between) if number and parts.version is None else None) or _VERSION.match(text, at)
    if match is None or _MORE_DIGITS.match(text, match.end()):
        return None
    if lettered is None and between != "-" and _is_counted(text, match.end(), between or " ", catalogue):
        return None
    if not between and not (first or text[at - 1].isalpha()):
        return None
    if parts.size and between.isspace() and lettered is None:
        return None
    spelled = match.group()
    if parts.version is not None:
        again = between in ("-", "\u2011", "_") and not spelled[0].isdigit()
        return parts.with_variant(match.end(), spelled) if again else None
    version = _canonical_version(spelled.replace("-", ".").replace(",", "."), family)
    return Parts(match.end(), version, parts.size, parts.variants)


def _two_numbers(text: str, at: int, between: str) -> re.Match[str] | None:
    """A version written with a hyphen or a comma for its point."""
    mark = text[at + 1 : at + 2]
    if mark == "-":
        return _HYPHENED.match(text, at) if between in ("-", "\u2011") else None
    return _COMMAED.match(text, at) if mark == "," and between else None


def _lettered(text: str, at: int, low: bool) -> re.Match[str] | None:
    """A version that begins with a letter; a small one before a whole number only behind a name in small letters."""
    return _LETTERED.match(text, at) or _SMALL_LETTERED.match(text, at) or (_LOW_LETTERED.match(text, at) if low else None)


def _canonical_version(spelled: str, family: Family) -> str:
    """A version without `v` before it, with the family's own mark."""
    bare = spelled[1:].lstrip(".") if spelled[0] in "vV" else spelled
    if family.mark and bare[0].isdigit():
        return family.mark + bare
    if bare[0].isalpha():
        whole = bare[0].isupper() or "." not in bare
        return bare.upper() if whole and (len(bare) < 3 or not bare[-1].isalpha()) else bare
    return bare[:-1] + bare[-1].lower() if bare[-1].isalpha() and bare[-1] not in "VT" else bare


def _is_counted(text: str, at: int, between: str, catalogue: Catalogue) -> bool:
    """Whether a number counts something: `4 million`, `3 %`, `20-mal`, `20- bis 30-mal`."""
    if between in ("-", "\u2011", ""):
        return False
    if text[at : at + 1] == "-" and _SUSPENDED.match(text, at):
        return True
    match = _COUNTED.match(text, at)
    return match is not None and fold(match.group(1)) in catalogue.words.counted


def _variant(text: str, at: int, parts: Parts, between: str, family: Family, catalogue: Catalogue, low: bool) -> Parts | None:
    """The longest variant of one to three words: `Max`, `Flash-Lite`, `Distill Qwen`."""
    if text[at : at + 1] == "+" and not between:
        return None
    best: tuple[int, str] | None = None
    end, words = at, []
    for number in range(3):
        match = _WORD.match(text, end)
        if match is None or (number == 0 and not _opens(match.group().lower(), family, catalogue)):
            break
        words.append(match.group())
        end = match.end()
        spoken = " ".join(words)
        canonical = _known_variant(spoken, family, catalogue)
        if canonical and _may_stand(
            text, at, end, between, low or fold(spoken) in family.spaced or canonical in (canonical.lower(), spoken)
        ):
            best = (end, canonical)
        if text[end : end + 1] not in _GAPS:
            break
        end += 1
    if best is None or best[1] in parts.variants:
        return None
    glued = not between and (not low or (at > 0 and text[at - 1].isalnum()))
    if glued and not text[at].isupper():
        return None
    return parts.with_variant(*best)


def _opens(word: str, family: Family, catalogue: Catalogue) -> bool:
    """Whether some variant begins with this word."""
    return word in catalogue.openers or word in family.openers


def _known_variant(words: str, family: Family, catalogue: Catalogue) -> str | None:
    folded = fold(words)
    return family.variants.get(folded) or catalogue.common.get(folded)


def _may_stand(text: str, at: int, end: int, between: str, low: bool) -> bool:
    """Whether a variant's case and edges are those of a name's part."""
    after = text[end : end + 1]
    if after.isalnum() and not _GENITIVE.match(text, end):
        return False
    return between in ("-", "\u2011", "_") or low or text[at].isupper() or text[at].isdigit()


def _bracketed(text: str, parts: Parts, family: Family, catalogue: Catalogue) -> Parts | None:
    """A variant in brackets: `[pro]`."""
    match = _BRACKETED.match(text, parts.end)
    if match is None or parts.version is None:
        return None
    canonical = _known_variant(match.group(1), family, catalogue)
    return parts.with_variant(match.end(), canonical) if canonical else None


def canonical_name(family: Family, parts: Parts, catalogue: Catalogue) -> str:
    """The one spelling of a model's name."""
    tuned = next((at for at, variant in enumerate(parts.variants) if fold(variant) in catalogue.tunings), len(parts.variants))
    line, tuning = parts.variants[:tuned], parts.variants[tuned:]
    pieces: list[str] = [piece for piece in (*line, parts.size, *tuning) if piece]
    if parts.version and _variant_first(family, parts.version) and line:
        return " ".join((family.name, line[0], parts.version, *pieces[1:]))
    if parts.version:
        return family.between.join((f"{family.name}{family.join}{parts.version}", *pieces))
    return (family.join or "-").join((family.name, *pieces)) if family.join != " " else " ".join((family.name, *pieces))


def _variant_first(family: Family, version: str) -> bool:
    """Whether the canonical name has its variant before this version."""
    if family.first_from is None:
        return False
    number = re.match(r"\d+(?:\.\d+)?", version)
    return number is not None and float(number.group()) >= family.first_from


def model_name(spelled: str, family: Family, parts: Parts, *, known: bool, vendor: str | None) -> Name:
    """The name, so spelled, of the model that a family's name and what follows it mean."""
    variant = " ".join(parts.variants) or None
    return Name(Kind.MODEL, spelled, known, vendor, family.name, parts.version, variant, parts.size)
