"""The engine as a part of a spaCy pipeline: `nlp.add_pipe("claimscan")`, then `doc._.claims`.

A Doc keeps its record as plain values, so that it travels between processes and through `to_bytes`; the claims are made of them
when they are asked for.
"""

# Annotations are values here: spaCy reads those of a factory, and its older versions cannot tell what their names stand for.

from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from claimscan.api import as_document, extractor_for
from claimscan.model import Claim
from claimscan.record import claim_from, record_values

KEY = "claimscan"


class ClaimReader:
    """Reads each Doc as one document and puts its record into the Doc's user data."""

    def __init__(self, language: str | None, date: str | None, rules: Sequence[str], ner: dict[str, str]) -> None:
        self._language = language
        self._date = date
        self._rules = tuple(rules)
        self._ner = tuple(sorted(ner.items()))

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its record; the day of publication is `doc._.published`, else the one of the component."""
        extractor = extractor_for(self._rules, self._ner)
        language = self._language if self._language in extractor.rulebooks.languages else None
        date = doc._.published or self._date
        document = as_document(doc.text, extractor, date=date, lang=language, title=None, identity="doc", names=())
        doc.user_data[KEY] = record_values(extractor(document))
        return doc


def make_claimscan(
    nlp: Language,
    name: str,  # noqa: ARG001 - every factory is given it
    lang: str | None,
    date: str | None,
    rules: list[str],
    ner: dict[str, str],
) -> ClaimReader:
    """The component for a pipeline. `lang` is a code or `auto`; None takes the pipeline's language, where rules for it exist."""
    register()
    language = None if lang == "auto" else lang or nlp.lang
    return ClaimReader(language, date, rules, ner)


def register() -> None:
    """Give every Doc `_.claims` (a tuple of Claim, spans counted in `doc.text`), `_.claimscan` (the record) and `_.published`."""
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", getter=_claims)
        Doc.set_extension("claimscan", getter=_record)
        Doc.set_extension("published", default=None)


def _claims(doc: Doc) -> tuple[Claim, ...]:
    return tuple(map(claim_from, doc.user_data.get(KEY, {}).get("claims", ())))


def _record(doc: Doc) -> dict[str, Any] | None:
    record: dict[str, Any] | None = doc.user_data.get(KEY)
    return record


DEFAULTS: dict[str, Any] = {"lang": None, "date": None, "rules": [], "ner": {}}
Language.factory("claimscan", default_config=DEFAULTS, func=make_claimscan)
register()
