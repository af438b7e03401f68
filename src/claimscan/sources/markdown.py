"""The front matter of Markdown: title, date and language of an article."""

from __future__ import annotations

from collections.abc import Mapping

from claimscan.sources.document import Known

_TITLE = ("title",)
_DATE = ("date", "published", "pubdate", "publishdate", "publish_date", "published_at", "date_published", "created")
_LANGUAGE = ("lang", "language")
MAX_LINES = 200
_LARGEST = 10**12  # what is larger is no date; TOML's hexadecimal numbers can be too large to be written


def front_matter_end(text: str) -> int:
    """Where the front matter at the head of a text ends (its closing line included); 0 if there is none."""
    fence = text[:3]
    if fence not in ("---", "+++"):
        return 0
    first = text.find("\n")
    if first < 0 or text[:first].rstrip() != fence:
        return 0
    position, keyed = first + 1, False
    for _ in range(MAX_LINES):
        line_end = text.find("\n", position)
        line = text[position : line_end if line_end >= 0 else len(text)]
        after = line_end + 1 if line_end >= 0 else len(text)
        if line.rstrip() in (fence, "..."):
            return after if keyed else 0
        keyed = keyed or _is_key(line)
        if line_end < 0 or not (keyed or not line.strip() or line.startswith("#")):
            return 0
        position = after
    return 0


def read_front_matter(text: str, filename: str | None) -> Known:
    """What the front matter of a Markdown text says."""
    end = front_matter_end(text)
    if not end:
        return Known(filename=filename)
    block = text[:end].strip("\n").split("\n")[1:-1]
    try:
        values = _toml("\n".join(block)) if text.startswith("+++") else _yaml("\n".join(block))
    except (ValueError, RecursionError) as error:
        return Known(filename=filename, warnings=(f"front matter cannot be read: {' '.join(str(error).split())[:120]}",))
    lower = {str(key).lower(): value for key, value in values.items() if not isinstance(value, int) or abs(value) <= _LARGEST}
    return Known(
        title=_first(lower, _TITLE),
        date=_first(lower, _DATE),
        language=_first(lower, _LANGUAGE),
        filename=filename,
        where="the front matter",
    )


def _yaml(block: str) -> Mapping[str, object]:
    """The keys of a YAML block; scalars stay text. Raises ValueError for broken YAML."""
    import yaml

    try:
        values = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader builds texts, lists and mappings only
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    return values if isinstance(values, dict) else {}


def _toml(block: str) -> Mapping[str, object]:
    """The keys of a TOML block. Raises ValueError for broken TOML."""
    import tomllib

    return tomllib.loads(block)


def _first(values: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    """The first of these keys that has a plain value, as text."""
    found = (values[key] for key in keys if key in values)
    return next((str(value) for value in found if value and not isinstance(value, (list, dict))), None)


def _is_key(line: str) -> bool:
    head, colon, _ = line.partition(":")
    key = head if colon else line.partition("=")[0] if "=" in line else ""
    return bool(key.strip()) and len(key) < 60 and " " not in key.strip()
