"""Mark-up in examples: `{subject:Qwen3} beats {object:GPT-4o}`, `{Mistral}`, `{vendor subject:Baidu}`."""

from __future__ import annotations

import re

from claimscan.model import Kind
from claimscan.rulebook.located import Problems, Text, did_you_mean
from claimscan.rulebook.rules import Planted

ROLES: dict[str, Kind | None] = {
    "subject": Kind.MODEL,
    "object": Kind.MODEL,
    "source": Kind.VENDOR,
    "generic": None,
    "aspect": None,
    "margin": None,
    "value": None,
}
"""What a role is a name of, unless a kind stands beside it."""

KINDS = {str(kind): kind for kind in Kind}

_MARK = re.compile(r"\{(?:(?P<tags>[^{}:]*):)?(?P<name>[^{}]*)\}|(?P<stray>[{}])")


def read_marks(text: Text, problems: Problems) -> tuple[str, tuple[Planted, ...]]:
    """The plain text of an example, and what is marked in it (offsets into the plain text)."""
    plain: list[str] = []
    planted: list[Planted] = []
    length = end = 0
    for mark in _MARK.finditer(text.value):
        if mark["stray"] or not mark["name"].strip():
            problems.add(text.at(mark.start()), "a name must be marked as {role:name} or {name}")
            continue
        before = text.value[end : mark.start()]
        start = length + len(before)
        role, kind = _tags(mark["tags"], text, mark.start() + 1, problems)
        planted.append(Planted(role, kind, start, start + len(mark["name"])))
        plain += (before, mark["name"])
        length = start + len(mark["name"])
        end = mark.end()
    return "".join((*plain, text.value[end:])), tuple(planted)


def _tags(tags: str | None, text: Text, offset: int, problems: Problems) -> tuple[str | None, Kind | None]:
    """The role and kind that the words before the colon give."""
    if tags is None:
        return None, Kind.MODEL
    roles = [tag for tag in tags.split() if tag in ROLES]
    kinds = [tag for tag in tags.split() if tag in KINDS]
    for tag in tags.split():
        if tag not in ROLES and tag not in KINDS:
            problems.add(text.at(offset), f"unknown mark '{tag}'{did_you_mean(tag, (*ROLES, *KINDS))}")
    if len(roles) > 1 or len(kinds) > 1 or not tags.split():
        problems.add(text.at(offset), "a mark takes one role and one kind at most")
    kind = KINDS[kinds[0]] if kinds else ROLES.get(roles[0]) if roles else Kind.MODEL
    return next(iter((*roles, *kinds)), None), kind
