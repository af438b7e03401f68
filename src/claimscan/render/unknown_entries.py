"""Unknown names as entries of rules/names, a YAML document for each file they belong into, to be pasted once they are looked through."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TextIO

import yaml

from claimscan.model import Kind
from claimscan.render.unknown_formats import UnknownView
from claimscan.render.words import clean
from claimscan.unknown import KINDS, UnknownName, UnknownNames, catalogue_entry

_SECTIONS = {Kind.MODEL: "models", Kind.VENDOR: "vendors", Kind.BENCHMARK: "benchmarks"}


def write(found: UnknownNames, out: TextIO, view: UnknownView) -> None:  # noqa: ARG001 - YAML looks the same in every view
    """Write the entries of each kind; above each, what speaks for it."""
    kinds = [kind for kind in KINDS if found.of(kind)]
    documents = ["".join(f"{line}\n" for line in _document(_SECTIONS[kind], found.of(kind))) for kind in kinds]
    out.write("---\n".join(documents) or "# no name that the catalogue does not know\nschema: 1\n")


def _document(section: str, names: tuple[UnknownName, ...]) -> Iterator[str]:
    yield f"# names/{section}.yml"
    yield "schema: 1"
    yield f"{section}:"
    for name in names:
        yield f"# {_evidence(name)}"
        entry = yaml.safe_dump(catalogue_entry(name), default_flow_style=True, allow_unicode=True, sort_keys=False, width=sys.maxsize)
        yield f"- {entry.strip()}"


def _evidence(name: UnknownName) -> str:
    """The counts, who found it, and where it stands."""
    counts = f"{name.mentions:,} mention{'s' * (name.mentions != 1)} in {name.documents:,} document{'s' * (name.documents != 1)}"
    places = "".join(f" “{clean(each.excerpt)}”" for each in name.passages)
    return f"{counts}, found by {' and '.join(name.origins)}{':' * bool(places)}{places}"
