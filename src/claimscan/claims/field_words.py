"""The words of a language that tell what a claim is about, ready to be looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimscan.claims.kept import Kept
from claimscan.claims.lexicon import Lexicon
from claimscan.claims.wordindex import PhraseSet
from claimscan.rulebook.rules import AspectRules

_COLON = ":"
_SIGNS = frozenset(";:,")
_PARTING = ("boundaries", "conjunctions")


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The words that tell fields: see `AspectRules`. `capital_nouns` says that the language writes nouns with a capital.

    `may_open` tells of a folded word whether something may begin with it behind which a field stands, `may_part` whether a clause, a
    predicate or a list may end there.
    """

    fields: PhraseSet
    no_fields: PhraseSet
    introduced_by: PhraseSet
    may_introduce: PhraseSet
    stops: PhraseSet
    may_open: Mapping[str, bool]
    may_part: Mapping[str, bool]
    capital_nouns: bool

    @classmethod
    def of(cls, rules: AspectRules, lexicon: Lexicon, *, capital_nouns: bool) -> FieldWords:
        """Those of a language."""
        sure, unsure = lexicon.phrases(rules.introduced_by), lexicon.phrases(rules.may_introduce)
        may_open = Kept(lambda form: form == _COLON or sure.may_begin(form) or unsure.may_begin(form))
        may_part = Kept(lambda form: form in _SIGNS or lexicon.has_any(_PARTING, form))
        fields, no_fields, stops = map(lexicon.phrases, (rules.fields, rules.no_fields, rules.stops))
        return cls(fields, no_fields, sure, unsure, stops, may_open, may_part, capital_nouns)
