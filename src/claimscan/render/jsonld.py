"""JSON-LD: articles and their claims in the words of schema.org, for knowledge graphs and fact-checking tools."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO
from urllib.parse import quote

from claimscan.model import Claim, Kind, Polarity, Record
from claimscan.record import claim_id
from claimscan.render.view import View
from claimscan.render.words import VERBS

# What schema.org has no word for stands under a prefix of our own.
CONTEXT = ["https://schema.org", {"claimscan": "urn:claimscan:1:"}]
_KINDS = {Kind.PERSON: "Person", Kind.VENDOR: "Organization", Kind.ORGANISATION: "Organization"}


def write(records: Iterable[Record], out: TextIO, view: View) -> None:
    """Write one graph of all articles and claims; it is closed also when the run is interrupted."""
    separator = "\n"
    out.write(f'{{"@context": {json.dumps(CONTEXT)}, "@graph": [')
    try:
        for record in records:
            for node in nodes(record, with_text=view.with_text):
                out.write(separator + json.dumps(node, ensure_ascii=False))
                separator = ",\n"
    finally:
        out.write("]}\n" if separator == "\n" else "\n]}\n")


def nodes(record: Record, *, with_text: bool = False) -> Iterator[dict[str, Any]]:
    """The article, then each of its claims; what is not known is left out."""
    document = record.document
    article = f"urn:claimscan:article:{quote(document.id, safe='/')}"
    yield _known(
        {
            "@type": "Article",
            "@id": article,
            "identifier": document.id,
            "name": document.title,
            "inLanguage": document.language,
            "datePublished": document.date,
            "text": document.text if with_text else None,
        }
    )
    kinds = {mention.name.name: mention.name.kind for mention in record.mentions}
    vendors = {mention.name.name: mention.name.vendor for mention in record.mentions if mention.name.vendor}
    for claim in record.claims:
        yield _claim(claim, record, article, kinds, vendors)


def _claim(claim: Claim, record: Record, article: str, kinds: Mapping[str, Kind], vendors: Mapping[str, str]) -> dict[str, Any]:
    group = (claim.generic_object,) if claim.generic_object else ()
    losers = ", ".join((*claim.objects, *group))
    return _known(
        {
            "@type": "Claim",
            "@id": f"urn:claimscan:claim:{claim_id(claim, record.document)}",
            "name": f"{claim.subject} {VERBS[claim.relation, claim.polarity]} {losers}".strip(),
            "text": claim.span.of(record.document.text),
            "appearance": {"@id": article},
            "claimInterpreter": {"@type": "SoftwareApplication", "name": "claimscan"},
            "author": _source(claim.source, kinds),
            "inLanguage": record.document.language,
            "temporal": claim.date,
            "about": [_thing(name, kinds, vendors) for name in dict.fromkeys((claim.subject, *claim.objects))],
            "claimscan:relation": claim.relation,
            "claimscan:subject": claim.subject,
            "claimscan:objects": list(claim.objects),
            "claimscan:genericObject": claim.generic_object,
            "claimscan:negated": claim.polarity is Polarity.NEGATED,
            "claimscan:stance": claim.stance,
            "claimscan:selfReported": claim.self_reported,
            "claimscan:aspectKind": claim.aspect_kind,
            "claimscan:aspects": list(claim.aspects),
            "claimscan:benchmarks": list(claim.benchmarks),
            "claimscan:margin": claim.margin,
            "claimscan:start": claim.span.start,
            "claimscan:end": claim.span.end,
            "claimscan:rule": claim.rule,
            "claimscan:confidence": round(claim.confidence, 3),
        }
    )


def _source(name: str | None, kinds: Mapping[str, Kind]) -> Any:
    """Who says so: a person or an organisation where the text tells which, else the bare name."""
    if name is None:
        return None
    kind = _KINDS.get(kinds[name]) if name in kinds else None
    return {"@type": kind, "name": name} if kind else name


def _thing(name: str, kinds: Mapping[str, Kind], vendors: Mapping[str, str]) -> dict[str, Any]:
    """A model as software of its maker, a vendor as an organisation."""
    if kinds.get(name) is Kind.VENDOR:
        return {"@type": "Organization", "name": name}
    maker = {"@type": "Organization", "name": vendors[name]} if name in vendors else None
    return _known({"@type": "SoftwareApplication", "name": name, "creator": maker})


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None and value != []}
