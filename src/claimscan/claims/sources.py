"""Who is said to say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimscan.claims.qualify import Cue
from claimscan.claims.reference import Form, span_of
from claimscan.claims.resolve import Site
from claimscan.model import Kind, Name, Span


@dataclass(frozen=True, slots=True)
class Source:
    """The speaker of a claim: a name or a description, where it stands, and the organisation behind a person."""

    name: str
    span: Span
    organisation: str | None = None

    def speaks_for(self, winner: Name) -> bool:
        """Whether the speaker is the winner's vendor, or belongs to it."""
        interested = {self.name, self.organisation}
        return winner.vendor in interested if winner.kind is Kind.MODEL else winner.name in interested


def source_of(site: Site, cues: Sequence[Cue]) -> Source | None:
    """The source among the cues that speak of a claim: the innermost, which is the one that stands nearest."""
    for cue in sorted((c for c in cues if c.source), key=lambda c: c.first, reverse=True):
        if cue.source is None:
            continue
        item = cue.source.items[0]
        span = span_of(site.stage.units, cue.source.first, cue.source.last)
        if item.form is Form.NAME and item.mention:
            return Source(item.mention.name.name, item.mention.span, _employer(site, item.first))
        if item.form is Form.GROUP:
            return Source(" ".join(u.form for u in site.stage.units[item.first : item.last]), span)
        speaker = site.discourse.resolve(Kind.VENDOR, site.sentence, span.start)
        if speaker:
            return Source(speaker.name.name, span)
    return None


def _employer(site: Site, at: int) -> str | None:
    """The vendor named just before a person: "Hugging Face CEO Clement Delangue"."""
    for unit in reversed(site.stage.units[max(0, at - 4) : at]):
        if unit.mention and unit.mention.name.kind is Kind.VENDOR:
            return unit.mention.name.name
        if unit.form in (",", "and"):
            return None
    return None
