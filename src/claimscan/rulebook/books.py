"""All that was read from the rule folders: one rulebook a language, and the names that hold for every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimscan.rulebook.catalogue import Catalogue
from claimscan.rulebook.date_grammar import DateGrammar
from claimscan.rulebook.rules import AnaphorRule, AspectRules, ClaimRule, CueRule, Facts, GroupRule, ResultRule


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rulebook:
    """What is known of one language."""

    facts: Facts
    claims: tuple[ClaimRule, ...] = ()
    cues: tuple[CueRule, ...] = ()
    anaphors: tuple[AnaphorRule, ...] = ()
    groups: tuple[GroupRule, ...] = ()
    results: tuple[ResultRule, ...] = ()
    aspects: AspectRules = field(default_factory=AspectRules)
    dates: DateGrammar | None = None

    def __repr__(self) -> str:
        return f"<Rulebook {self.language}>"

    @property
    def language(self) -> str:
        """The code of the language, which is the name of its folder."""
        return self.facts.language

    @property
    def name(self) -> str:
        """The name of the language in English."""
        return self.facts.name


@dataclass(frozen=True, slots=True, eq=False)
class Rulebooks:
    """All languages by code, the catalogue of names, and a digest of the files all this was read from."""

    languages: Mapping[str, Rulebook]
    catalogue: Catalogue
    digest: str
