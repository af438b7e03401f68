"""Signs that stand for others: what each is read as. All of it is about characters, none about words of a language."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

# Signs that are not read at all, as the inside of a class of a regular expression: those that show nothing, and trade marks.
_HIDDEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u20e3\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef\u2122\u00ae\u2120"

_APOSTROPHES = "`\u00b4\u2018\u201a\u201b\u2032\u02b9\u02bc\u02c8"
_SAME = {
    **dict.fromkeys("\u2010\u2011\u2012\u2212\u2043\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2015\ufe58", "\u2014"),
    **dict.fromkeys("\u2039\u300a", "«"),
    **dict.fromkeys("\u203a\u300b", "»"),
    **dict.fromkeys("\u201a\u201b\u2032\u02bc\u00b4", "'"),
    **dict.fromkeys("\u201f\u301d", "“"),
    "\u301e": "”",
    "\u301f": "„",
}
# What stands before a sign is asked behind it: a pattern that begins with signs is looked for at once.
_ODD = re.compile("[`\x80-\u00bf\u00d7\u00f7\u0250-\U0010ffff]")
_INNER_APOSTROPHE = re.compile(rf"[{_APOSTROPHES}](?<=\w.)(?=\w)")
_JOINING_DASH = re.compile(r"\u2013(?:(?<=[^\W\d_].)(?=[A-Z\d])|(?<=\d.)(?=[^\W\d_]))")
_RAISED = "\u00b2\u00b3\u00b9\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
_RAISED_DIGIT = f"[{_RAISED}]"
_LETTER_BEFORE = r"(?<=[^\W\d_\u00b2\u00b3\u00b9\u2070\u2074-\u2079])"
# The mark of a note behind a word, or behind a number that ends a name; in 10² it is more than a mark.
_NOTED = rf"{_LETTER_BEFORE}(?:[\d.-]{{0,9}}\d)?|(?<=\w) \d{{1,3}}\.\d{{1,2}}|\b[A-Z]\w{{0,30}} \d{{1,3}}"
_NOTE = re.compile(rf"(?:{_NOTED}){_RAISED_DIGIT}{{1,3}}(?!\w)")
_PICTURE = re.compile(
    "[\u231a-\u231b\u23e9-\u23fa\u2600-\u2704\u2706-\u2712\u2715-\u2793\u2795-\u2797\u27a1"
    "\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff]"
)
# Hashtags and handles that are written like names.
_TAG = re.compile(r"[#@](?<![\w&#@/].)(?:(?<=#)(?=[A-Z]|[a-z]\w{0,30}[A-Z\d])|(?<=@)(?=[A-Z]|[a-z]{1,30}[A-Z]))")
_HIDDEN_RUN = re.compile(f"[{_HIDDEN}]+")
_BESIDE_BLANK = re.compile(f"(?<=[ \n])[{_HIDDEN}]+|[{_HIDDEN}]+(?= )")
# Letters and digits in another dress: full width, mathematical, Roman numerals; and signs for several letters at once.
_DRESSED = re.compile("[\ufb00-\ufb06\uff01-\uff5e\ufe50-\ufe6b\u2160-\u217f\U0001d400-\U0001d7ff]")
_COMBINING = re.compile("[\u0300-\u036f]")
_PARTED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_FRACTION = re.compile(r"[\u00bc-\u00be](?<=\d.)")
_FRACTIONS = {"\u00bc": ".25", "\u00bd": ".5", "\u00be": ".75"}


def flat(view: str) -> str:
    """The view with plain signs for odd ones, each in its place."""
    if "#" in view or "@" in view:
        view = _TAG.sub(" ", view)
    if not view.isascii():
        view = _DRESSED.sub(lambda found: _one(unicodedata.normalize("NFKC", found[0]), found[0]), view)
    odd = _odd_signs(view)
    if not odd:
        return view
    if not odd.isdisjoint(_APOSTROPHES):
        view = _INNER_APOSTROPHE.sub("'", view)
    for sign in odd & _SAME.keys():
        view = view.replace(sign, _SAME[sign])
    if "\u2013" in odd:
        view = _JOINING_DASH.sub("-", view)
    if not odd.isdisjoint(_RAISED):
        view = _NOTE.sub(lambda found: re.sub(_RAISED_DIGIT, " ", found[0]), view)
    signs = "".join(odd)
    if _PICTURE.search(signs):
        view = _PICTURE.sub(" ", view)
    return _BESIDE_BLANK.sub(lambda found: " " * len(found[0]), view) if _HIDDEN_RUN.search(signs) else view


def _odd_signs(view: str) -> frozenset[str]:
    """The odd signs of a view; what is looked for among them need not be looked for in the view."""
    return frozenset(_ODD.findall(view)) if "`" in view or not view.isascii() else frozenset()


def _one(sign: str, otherwise: str) -> str:
    return sign if len(sign) == 1 else otherwise


def spelled_out(view: str) -> Iterator[tuple[int, int, str]]:
    """The signs that are read as several or as none, or several that are one letter: start, end, and what is read instead."""
    signs = "".join(_odd_signs(view))
    for found in _HIDDEN_RUN.finditer(view) if _HIDDEN_RUN.search(signs) else ():
        yield *found.span(), ""
    for found in _DRESSED.finditer(view) if _DRESSED.search(signs) else ():
        yield *found.span(), unicodedata.normalize("NFKC", found[0])
    for found in _PARTED.finditer(view) if _COMBINING.search(signs) else ():
        whole = unicodedata.normalize("NFC", found[0])
        if whole != found[0]:
            yield *found.span(), whole
    for found in _FRACTION.finditer(view):
        yield *found.span(), _FRACTIONS[found[0]]


def entity(written: str) -> str | None:
    """What an entity stands for, also one that was escaped more than once; None where there is no such entity."""
    sign = written
    while (told := html.unescape(sign)) != sign and len(told) > 1:
        sign = told
    if told == written or any(map(str.isspace, told)) or not told.isprintable():
        return None if told == written else "" if re.fullmatch(f"[{_HIDDEN}]", told) else " "
    return flat(told)
