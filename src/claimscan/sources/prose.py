"""The prose of a text, letter for letter in its place: what is not prose is blanked, so that offsets stay true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimscan.sources.lines import unwrapped
from claimscan.sources.markdown import front_matter_end

# Every pattern is bounded, and every search for a closing mark is done once: the work grows with the length of the text alone.
_NOT_NEWLINE = re.compile(r"[^\n]")
_UNUSUAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]")
_BLOCK_TAG = re.compile(r"<(/?)(table|pre|script|style|svg)\b[^<>]{0,1000}>", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(?:> ?)?(`{3,}|~{3,})")
_DASHES = r"[ \t]*+:?-++:?[ \t]*+"
_RULE_ROW = re.compile(rf"[ \t>]*+\|?{_DASHES}(?:\|{_DASHES})++\|?[ \t]*+\Z|[ \t>]*+\|{_DASHES}\|?[ \t]*+\Z")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]{1,200}\]:[ \t]{1,20}\S{1,2000}[^\n]{0,300}$", re.MULTILINE)
_LINK = re.compile(
    r"(!?\[)([^\[\]\n]{0,2000})"
    r"(\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:[ \t]{1,5}[\"'][^\"'\n]{0,300}[\"'])?[ \t]{0,5}\))"
)
_REFERENCE_LINK = re.compile(r"(\[)([^\[\]\n]{1,500})(\]\[[^\[\]\n]{0,200}\])")
_HASHTAGS = re.compile(r"`?#[^\W\d][\w-]{0,60}`?(?:[ \t,]{0,5}`?#[^\W\d][\w-]{0,60}`?)+")
# Asterisks around a part of a word; in arithmetic they are single or stand beside blanks.
_EMPHASIS = re.compile(r"(\*{1,3})(?=[^\W\d_])([^*\n]{1,200})(?<=\w)(\1)(?!\*)")
# What is but framed by marks, with a sign that stands in all of it. Links twice: a linked image is a link within a link.
_FRAMED = (("](", _LINK), ("](", _LINK), ("][", _REFERENCE_LINK), ("*", _EMPHASIS))
# Each with what stands, in small letters, in all that it finds: where none of it does, there is nothing to look for.
_INLINE = (
    (("<",), re.compile(r"<(?:https?|mailto|ftp):[^<>\s]{1,2000}>", re.IGNORECASE)),
    (("<", "["), re.compile(r"<sup>\[?\d{1,3}\]?</sup>|\[\^?\d{1,3}\]", re.IGNORECASE)),
    (("<",), re.compile(r"</?[a-zA-Z][\w:-]{0,40}(?:\s[^<>]{0,2000})?/?>")),
    (
        ("://", "www."),
        re.compile(r"(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>\"“”„»«]{1,2000}(?<![.,;:!?)'’\]*_`])", re.IGNORECASE),
    ),
    (("@",), re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b")),
    (("&",), re.compile(r"&(?:amp;){0,3}(?:nbsp|ensp|emsp|thinsp|hairsp|numsp|#160|#xa0|#8201|#8239);", re.IGNORECASE)),
    (("`",), re.compile(r"`(?:`{1,7}|(?<!\w`)|(?![^\W\d_]))")),
    (("*",), re.compile(r"\*(?:(?<![\w*]\*)\*{0,2}(?=[^\s*])|(?<=[^\s*]\*)\*{0,2}(?![\w*]))")),
    (("_",), re.compile(r"_(?:(?<!\w_)_{0,2}(?=[^\s_])|(?<=[^\s_]_)_{0,2}(?!\w))")),
    (("~~",), re.compile(r"~~")),
)


def prose_view(text: str) -> str:
    """A text of the same length whose code, tables, addresses, tags and marks are blanks, and so are line ends that only wrap a line."""
    view = _UNUSUAL.sub(_plain, text)
    end = front_matter_end(view)
    view = _blank(view[:end]) + view[end:]
    view = _without(view, _fences(view))
    view = _without(view, _block_tags(view))
    view = _without(view, _comments(view))
    view = _without(view, _tables(view))
    if _holds(view, "]:"):
        view = _DEFINITION.sub(_blank_match, view)
    for sign, pattern in _FRAMED:
        if _holds(view, sign):
            view = pattern.sub(_keep_middle, view)
    small = view.lower()
    for signs, pattern in _INLINE:
        if any(_holds(small, sign) for sign in signs):
            view = pattern.sub(_blank_match, view)
    if "#" in view:
        view = _HASHTAGS.sub(_blank_row, view)
    return unwrapped(view)


def _holds(text: str, sign: str) -> bool:
    """Whether a sign stands in a text; of one of several characters it is told much sooner that one of them does not."""
    return sign[0] in text and sign[-1] in text and sign in text


def _blank(piece: str) -> str:
    return _NOT_NEWLINE.sub(" ", piece)


def _plain(match: re.Match[str]) -> str:
    """A line end for line and paragraph separators, U+FFFD for half characters, a blank for other unusual blanks and controls."""
    character = match[0]
    if character in "\u2028\u2029\x0b\x0c\x85":
        return "\n"
    return "\ufffd" if "\ud800" <= character <= "\udfff" else " "


def _blank_match(match: re.Match[str]) -> str:
    return _blank(match[0])


def _blank_row(match: re.Match[str]) -> str:
    """Blanks for a row of hashtags that has its line, or the end of it, for itself; others stand within sentences."""
    text, (start, end) = match.string, match.span()
    line_end = text.find("\n", end)
    alone = not text[end : line_end if line_end >= 0 else len(text)].strip() or not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return _blank(match[0]) if alone else match[0]


def _keep_middle(match: re.Match[str]) -> str:
    return _blank(match[1]) + match[2] + _blank(match[3])


def _without(text: str, spans: Iterator[tuple[int, int]]) -> str:
    """The text with these spans, which come in order, blanked."""
    pieces, position = [], 0
    for start, end in spans:
        if start >= position:
            pieces += [text[position:start], _blank(text[start:end])]
            position = end
    return "".join([*pieces, text[position:]])


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line, its line end not counted."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """Code blocks between fences; one that is never closed is taken for prose."""
    opened: tuple[str, int] | None = None
    for start, end in _lines(text) if _holds(text, "```") or _holds(text, "~~~") else ():
        found = _FENCE.match(text, start, end)
        if found is None:
            continue
        if opened is None:
            opened = found[1], start
        elif found[1].startswith(opened[0]) and not text[found.end() : end].strip():
            yield opened[1], end
            opened = None


def _block_tags(text: str) -> Iterator[tuple[int, int]]:
    """HTML elements that hold no prose, from opening to closing tag."""
    opened: dict[str, int] = {}
    spans = []
    for found in _BLOCK_TAG.finditer(text):
        name = found[2].lower()
        if not found[1]:
            opened.setdefault(name, found.start())
        elif name in opened:
            spans.append((opened.pop(name), found.end()))
    return iter(sorted(spans))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """HTML comments."""
    start = text.find("<!--") if "<" in text else -1
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end + 3)


def _tables(text: str) -> Iterator[tuple[int, int]]:
    """Pipe tables: rows around a `|---|` line, and runs of two or more lines that begin and end with a pipe."""
    if "|" not in text:
        return
    rows: list[tuple[int, int]] = []
    ruled = False
    for start, end in (*_lines(text), (len(text), len(text))):
        line = text[start:end]
        if "|" in line:
            rows.append((start, end))
            ruled = ruled or bool(_RULE_ROW.match(line))
        else:
            yield from _table(text, rows, ruled)
            rows, ruled = [], False


def _table(text: str, rows: list[tuple[int, int]], ruled: bool) -> Iterator[tuple[int, int]]:
    """The table that these neighbouring lines with pipes make, if they make one."""
    lines = [text[start:end].strip() for start, end in rows]
    framed = all(line.startswith("|") and line.endswith("|") for line in lines)
    if len(rows) > 1 and (ruled or framed):
        yield rows[0][0], rows[-1][1]
