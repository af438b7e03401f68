"""Other ways to write the same text: each takes a text and the names in it, and gives it as another keyboard, mailer or page does."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from html.entities import codepoint2name

Rewrite = Callable[[str, Sequence[str]], str]

_FULL = 40
_LONG_WORD = re.compile(r"[^\W\d_]{8,}")
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}
_SMALL_WORDS = re.compile(
    r"\b(?:a|an|and|as|at|but|by|for|from|in|of|on|or|over|than|the|to|with"
    r"|der|die|das|den|dem|ein|eine|und|oder|im|auf|bei|mit|von|zu|als|wie)\b"
)
_BRITISH = {
    "favor": "favour", "behavior": "behaviour", "optimize": "optimise", "program": "programme", "center": "centre",
    "artifact": "artefact", "specialize": "specialise", "summariz": "summaris", "labeled": "labelled", "judgment": "judgement",
    "recognize": "recognise", "analyze": "analyse", "modeling": "modelling", "catalog": "catalogue", "defense": "defence",
}  # fmt: skip


def _in_names(change: Callable[[str], str]) -> Rewrite:
    """The rewriting of names alone, wherever they stand as whole words."""

    def rewrite(text: str, names: Sequence[str]) -> str:
        if not names:
            return text
        longest_first = sorted(set(names), key=lambda name: (-len(name), name))
        return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", lambda found: change(found[0]), text)

    return rewrite


def _throughout(change: Callable[[str], str]) -> Rewrite:
    """The rewriting of the whole text."""
    return lambda text, _: change(text)


def _swapped(pairs: dict[str, str]) -> Callable[[str], str]:
    """The replacement of each of these strings, longer ones first."""
    pattern = re.compile("|".join(map(re.escape, sorted(pairs, key=len, reverse=True))))
    return lambda text: pattern.sub(lambda found: pairs[found[0]], text)


def _translated(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.translate(str.maketrans(old, new))


def _entities(named: bool) -> Callable[[str], str]:
    """Every sign that pages escape as an entity, by name or by number."""

    def entity(sign: str) -> str:
        return f"&{codepoint2name[ord(sign)]};" if named and ord(sign) in codepoint2name else f"&#{ord(sign)};"

    return lambda text: re.sub(r"[&\"'<>]|[^\x00-\x7f]", lambda found: entity(found[0]), text.replace("'", "’"))


def _between(mark: str) -> Callable[[str], str]:
    """A mark between the letters and the digits of a word, and behind its hyphens."""
    return lambda text: re.sub(r"(?<=-)(?=\w)|(?<=[^\W\d_])(?=\d)|(?<=[ ])(?=\d)", mark, text)


def _in_long_words(mark: str) -> Callable[[str], str]:
    return lambda text: _LONG_WORD.sub(lambda found: found[0][:4] + mark + found[0][4:], text)


def _quotes(opening: str, closing: str, apostrophe: str) -> Callable[[str], str]:
    """Straight or curly quotation marks as others, and the apostrophe."""

    def change(text: str) -> str:
        plain = re.sub("[“”„«»]", '"', text)
        paired = re.sub(r'"([^"\n]*)"', rf"{opening}\1{closing}", plain)
        return re.sub(r"(?<=\w)['’](?=\w|\s)", apostrophe, paired)

    return change


def _spread(first: int) -> Callable[[str], str]:
    """Letters and digits as others of the same kind: full-width from U+FF01 on."""
    return lambda text: "".join(chr(ord(sign) - 0x21 + first) if "!" <= sign <= "~" and sign.isalnum() else sign for sign in text)


def _bold(text: str) -> str:
    """Letters and digits as the bold ones of mathematics, which posts on social networks use."""
    bold = {}
    for start, first, count in (("A", 0x1D5D4, 26), ("a", 0x1D5EE, 26), ("0", 0x1D7EC, 10)):
        bold.update({ord(start) + number: first + number for number in range(count)})
    return text.translate(bold)


def _wrapped(width: int, *, hyphenate: bool = False) -> Callable[[str], str]:
    """Each line broken to a width as mailers do, or with long words cut as typesetters do."""

    def lines(line: str) -> str:
        if not hyphenate:
            return "\n".join(textwrap.wrap(line, width)) if len(line) > width else line
        return _hyphenated(line, width)

    return lambda text: "\n".join(lines(line) for line in text.split("\n"))


def _hyphenated(line: str, width: int) -> str:
    done, row = [], ""
    for word in line.split(" "):
        if row and len(row) + 1 + len(word) > width:
            room = width - len(row) - 2
            at = min(room, len(word) - 3)
            if at >= 3 and word[:at + 3].isalpha() and word.islower():
                done.append(f"{row} {word[:at]}-")
                row = word[at:]
            else:
                done.append(row)
                row = word
        else:
            row = f"{row} {word}" if row else word
    return "\n".join([*done, row])


def _broken_in_names(text: str, names: Sequence[str]) -> str:
    """Lines that end within names, where one stands far enough from the line end before."""
    if not names:
        return text
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    last = 0

    def broken(found: re.Match[str]) -> str:
        nonlocal last
        gap = re.search(r"(?<=-)(?=\w)|(?<=\w) (?=\w)", found[0])
        if gap is None or found.start() + gap.start() - max(last, text.rfind("\n", 0, found.start())) < _FULL:
            return found[0]
        last = found.start() + gap.end()
        return f"{found[0][: gap.start()]}\n{found[0][gap.end() :]}"

    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", broken, text)


def _title_case(text: str) -> str:
    """Every word but the small ones with a capital, as in headlines."""
    return re.sub(
        r"(?<![\w'’-])[a-zäöüß]+", lambda found: found[0] if _SMALL_WORDS.fullmatch(found[0]) else found[0][0].upper() + found[0][1:], text
    )


def _numbered(mark: str) -> Callable[[str], str]:
    count = iter(range(10**9))
    return lambda name: name + mark.replace("N", str(next(count) % 9 + 1))


TYPOGRAPHY: dict[str, Rewrite] = {
    "entities by name": _throughout(_entities(named=True)),
    "entities by number": _throughout(_entities(named=False)),
    "`&nbsp;` in names": _in_names(lambda name: name.replace(" ", "&nbsp;")),
    "`&shy;` in long words": _throughout(_in_long_words("&shy;")),
    "entities escaped twice": _throughout(lambda text: _entities(named=True)(text).replace("&", "&amp;")),
    "soft hyphens in long words": _throughout(_in_long_words("\u00ad")),
    "soft hyphens in names": _in_names(_between("\u00ad")),
    "zero-width spaces in names": _in_names(_between("\u200b")),
    "word joiners in names": _in_names(_between("\u2060")),
    "marks of byte order in names": _in_names(_between("\ufeff")),
    "left-to-right marks around names": _in_names(lambda name: f"\u200e{name}\u200e"),
    "ligatures": _throughout(_swapped(_LIGATURES)),
    "quotation marks “…”": _throughout(_quotes("“", "”", "’")),
    "quotation marks „…“": _throughout(_quotes("„", "“", "’")),
    "quotation marks »…«": _throughout(_quotes("»", "«", "’")),
    "quotation marks « … »": _throughout(_quotes("«\u202f", "\u202f»", "’")),
    "quotation marks ‹…›": _throughout(_quotes("‹", "›", "’")),
    "quotation marks ‚…‘": _throughout(_quotes("‚", "‘", "’")),
    "acute accents for apostrophes": _throughout(_quotes('"', '"', "´")),
    "left quotes for apostrophes": _throughout(_quotes('"', '"', "‘")),
    "grave accents for apostrophes": _throughout(_quotes('"', '"', "`")),
    "primes for apostrophes": _throughout(_quotes('"', '"', "′")),
    "letter apostrophes": _throughout(_quotes('"', '"', "ʼ")),
    "non-breaking spaces in names": _in_names(_translated(" ", "\u00a0")),
    "narrow spaces in names": _in_names(_translated(" ", "\u202f")),
    "thin spaces throughout": _throughout(_translated(" ", "\u2009")),
    "non-breaking spaces throughout": _throughout(_translated(" ", "\u00a0")),
    "thin spaces before signs of percent": _throughout(lambda text: re.sub(r"(?<=\d) ?(?=%)", "\u2009", text)),
    "hyphens U+2010": _throughout(_translated("-", "\u2010")),
    "hyphens U+2011": _throughout(_translated("-", "\u2011")),
    "figure dashes in names": _in_names(_translated("-", "\u2012")),
    "en dashes in names": _in_names(_translated("-", "–")),
    "minus signs in names": _in_names(_translated("-", "\u2212")),
    "small hyphens in names": _in_names(_translated("-", "\ufe63")),
    "full-width names": _in_names(_spread(0xFF01)),
    "bold letters of mathematics in names": _in_names(_bold),
    "letters taken apart (NFD)": _throughout(lambda text: unicodedata.normalize("NFD", text)),
    "lines of 72": _throughout(_wrapped(72)),
    "lines of 60": _throughout(_wrapped(60)),
    "lines of 40": _throughout(_wrapped(40)),
    "lines of 60, words cut": _throughout(_wrapped(60, hyphenate=True)),
    "lines of 45, words cut": _throughout(_wrapped(45, hyphenate=True)),
    "line ends in names": _broken_in_names,
    "two blanks for each": _throughout(lambda text: text.replace(" ", "  ")),
    "emoji around sentences": _throughout(lambda text: f"\U0001f680 {text} \U0001f525"),
    "emoji behind names": _in_names(lambda name: f"{name} \U0001f3c6\ufe0f"),
    "emoji before names": _in_names(lambda name: f"\U0001f916 {name}"),
    "hashtags": _in_names(lambda name: f"#{re.sub('[ -]', '', name)}"),
    "hashtags with blanks": _in_names(lambda name: f"#{name}"),
    "handles": _in_names(lambda name: f"@{name}" if name.isalpha() else name),
    "names in `**`": _in_names(lambda name: f"**{name}**"),
    "names in `_`": _in_names(lambda name: f"_{name}_"),
    "names in backticks": _in_names(lambda name: f"`{name}`"),
    "`**` around the first word of names": _in_names(lambda name: re.sub(r"^[^\W\d_]+", r"**\g<0>**", name)),
    "`<b>` around the first word of names": _in_names(lambda name: re.sub(r"^[^\W\d_]+", r"<b>\g<0></b>", name)),
    "`<wbr>` in names": _in_names(_between("<wbr>")),
    "links around names": _in_names(lambda name: f"[{name}](https://example.org/?utm_source=rss&utm_medium=feed#a)"),
    "links around the first word of names": _in_names(lambda name: re.sub(r"^[^\W\d_]+", r"[\g<0>](https://example.org/a)", name)),
    "escaped tags around names": _in_names(lambda name: f"&lt;b&gt;{name}&lt;/b&gt;"),
    "marks of notes behind names": _in_names(_numbered("[N]")),
    "raised digits behind names": _in_names(lambda name: f"{name}²"),
    "`<sup>` behind names": _in_names(_numbered("<sup>[N]</sup>")),
    "signs of trade marks behind names": _in_names(lambda name: f"{name}™"),
    "pixels that track": _throughout(lambda text: f'{text}<img src="https://example.org/p.gif?utm_source=x" width="1" height="1" />'),
    "addresses that track": _throughout(lambda text: f"{text} https://t.example/Ab3?utm_source=x&utm_medium=social"),
}  # fmt: skip
"""How signs, blanks and lines are written; the words stay."""

SPELLING: dict[str, dict[str, Rewrite]] = {
    "en": {"British spelling": _throughout(_swapped(_BRITISH))},
    "de": {
        "ae, oe, ue, ss": _throughout(_swapped(_UMLAUTS)),
        "Swiss: ss for ß": _throughout(_swapped({"ß": "ss"})),
    },
}
"""Other spellings of words, by language."""

CAPITALS: dict[str, Rewrite] = {
    "all capitals": _throughout(str.upper),
    "a capital for each word": _throughout(_title_case),
}
"""Headlines."""


def rewrites(language: str) -> dict[str, Rewrite]:
    """All ways to write a text of this language, by name."""
    return {**TYPOGRAPHY, **SPELLING[language], **CAPITALS}
