"""How models are kin: by their maker, and by the versions of a family."""

from __future__ import annotations

from claimscan.model import Name

Version = tuple[float, ...]
"""A version as numbers that can be compared."""


def may_be_made_by(name: Name, vendor: str | None) -> bool:
    """Whether a model can be this vendor's: it is said to be, or nothing is known of it; None asks for nothing."""
    return vendor in (None, name.vendor) or (name.vendor is None and not name.known)


def version_of(name: Name) -> Version:
    """A version as comparable numbers; no version counts as the earliest."""
    digits = "".join(c if c.isdecimal() or c == "." else " " for c in name.version or "").split()
    return tuple(float(p) for d in digits for p in d.split(".") if p)


def short_for(name: Name, other: Name) -> bool:
    """Whether a name without a version is but a shorter way to say another: "Codex" beside "GPT-5 Codex"."""
    words = set(name.name.casefold().split())
    return not any(c.isdecimal() for c in name.name) and words < set(other.name.casefold().replace("-", " ").split())
