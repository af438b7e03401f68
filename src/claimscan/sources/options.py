"""What the caller says about the inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimscan.sources.kinds import InputKind


@dataclass(frozen=True, slots=True)
class Keys:
    """The field names of JSON Lines input."""

    text: str = "text"
    id: str = "id"
    date: str = "date"
    title: str = "title"
    language: str = "lang"
    names: str = "names"


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read: `date` and `language` hold for all of them, `kind` for those whose name tells none.

    `months` are names of months in small letters with their numbers, for dates at the head of a text.
    """

    date: str | None = None
    language: str | None = None
    kind: InputKind | None = None
    keys: Keys = Keys()
    months: Mapping[str, int] = field(default_factory=dict)
