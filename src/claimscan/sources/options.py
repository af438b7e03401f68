"""What the caller says about the inputs."""

from __future__ import annotations

from dataclasses import dataclass

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
    """How inputs are read: `date` and `language` hold for all of them, `kind` for those whose name tells none."""

    date: str | None = None
    language: str | None = None
    kind: InputKind | None = None
    keys: Keys = Keys()
