"""Unknown names as plain values, `claimscan-names/1`."""

from __future__ import annotations

import json
from typing import Any, TextIO

from claimscan.render.unknown_formats import UnknownView
from claimscan.unknown import UnknownName, UnknownNames, catalogue_entry

SCHEMA = "claimscan-names/1"


def write(found: UnknownNames, out: TextIO, view: UnknownView) -> None:  # noqa: ARG001 - values are the same in every view
    """Write the names as one JSON object."""
    values = {"schema": SCHEMA, "documents": found.documents, "names": [_values(name) for name in found.names]}
    out.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")


def _values(name: UnknownName) -> dict[str, Any]:
    return {
        "kind": str(name.kind),
        "name": name.name,
        "vendors": list(name.vendors),
        "mentions": name.mentions,
        "documents": name.documents,
        "found_by": [str(origin) for origin in name.origins],
        "written": [{"text": words, "mentions": times} for words, times in name.written],
        "contexts": [
            {"document": each.document, "start": each.span.start, "end": each.span.end, "excerpt": each.excerpt} for each in name.passages
        ],
        "entry": catalogue_entry(name),
    }
