"""A report as one page for the browser: nothing is loaded, everything that came from an article is shown as text."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
from importlib.resources import files
from typing import Any, TextIO

from claimscan.ledger import Report
from claimscan.ledger.days import days
from claimscan.render.report_sections import filters
from claimscan.render.report_values import report_values
from claimscan.render.report_view import ReportView

SCRIPTS = ("data", "aggregate", "graph", "matrix", "tables", "claims", "main")
_SLOT = re.compile(r"\{(style_hash|script_hash|style|script|data)\}")
_JOINERS = "\u00ad\u200c\u200d"  # written in ordinary words and emoji; they turn no direction
# Nothing in the data can end the script element or begin a comment in it.
_FOR_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def write(report: Report, out: TextIO, view: ReportView) -> None:  # noqa: ARG001 - the page is the same in every view
    """Write the page."""
    out.write(page(report))


def page(report: Report) -> str:
    """The whole page. Its policy allows its own style and script by their digests, and nothing else."""
    style = _resource("page.css")
    script = '"use strict";\n' + "".join(_resource(f"{name}.js") for name in SCRIPTS)
    slots = {
        "style": style,
        "style_hash": _digest(style),
        "script": script,
        "script_hash": _digest(script),
        "data": embedded(_data(report)),
    }
    return _SLOT.sub(lambda slot: slots[slot[1]], _resource("page.html"))


def embedded(values: Any) -> str:
    """Values as JSON that can stand in a script element, every text of them made visible."""
    return json.dumps(_shown(values), ensure_ascii=False, separators=(",", ":")).translate(_FOR_SCRIPT)


def visible(text: str) -> str:
    """The text with the number of each character that is not seen, turns the direction or is half of one: `[U+202E]`."""
    return text if text.isascii() and text.isprintable() else "".join(map(_visible, text))


def _visible(sign: str) -> str:
    if sign.isspace() and sign not in "\u2028\u2029\x1c\x1d\x1e\x1f\x85":
        return " "
    hidden = unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") and sign not in _JOINERS
    return f"[U+{ord(sign):04X}]" if hidden else sign


def _shown(values: Any) -> Any:
    if isinstance(values, str):
        return visible(values)
    if isinstance(values, dict):
        return {visible(key): _shown(value) for key, value in values.items()}
    return [_shown(value) for value in values] if isinstance(values, list) else values


def _data(report: Report) -> dict[str, Any]:
    """What the scripts need: statements with the articles they stand in told once; they count the rest themselves."""
    values = report_values(report)
    articles = _Articles()
    return {
        "documents": values["documents"],
        "failed": values["failed"],
        "claims": values["claims"],
        "restricted": filters(report),
        "vendors": dict(report.names.vendors),
        "statements": [_packed(statement, articles) for statement in values["statements"]],
        "results": [
            result | {"article": articles.place(result["article"]), "days": _days(result["article"]["date"])}
            for result in values["results"]
        ],
        "contradictions": [
            found | {side: [number - 1 for number in found[side]] for side in ("holding", "against")} for found in values["contradictions"]
        ],
        "articles": articles.list,
    }


class _Articles:
    """Articles by the order in which they are first asked for."""

    def __init__(self) -> None:
        self.list: list[dict[str, Any]] = []
        self._places: dict[str, int] = {}

    def place(self, article: dict[str, Any]) -> int:
        """The place of an article in the list."""
        place = self._places.setdefault(article["id"], len(self.list))
        if place == len(self.list):
            self.list.append({key: article[key] for key in ("id", "title") if article[key]})
        return place


_ORDINARY = {"polarity": "affirmed", "stance": "asserted", "kind": "quality"}


def _packed(statement: dict[str, Any], articles: _Articles) -> dict[str, Any]:
    """A statement without what is empty or ordinary."""
    sentence = "".join(text for text, _ in statement["pieces"])
    values = {
        **{key: statement[key] for key in ("relation", "polarity", "stance", "subject", "source", "aspects", "benchmarks", "margin")},
        **{key: statement[key] for key in ("date", "confidence", "rule", "pieces")},
        "kind": statement["aspect_kind"],
        "losers": statement["objects"],
        "group": statement["generic_object"],
        "own": statement["self_reported"],
        "article": articles.place(statement["article"]),
        "days": _days(statement["date"]),
        "copies": [
            {"article": articles.place(copy["article"]), "date": copy["date"], "days": _days(copy["date"])}
            | ({"sentence": copy["sentence"]} if copy["sentence"] != sentence else {})
            for copy in statement["copies"]
        ],
    }
    return {
        key: value for key, value in values.items() if value is not None and value is not False and value not in ([], _ORDINARY.get(key))
    }


def _days(date: str | None) -> list[str] | None:
    covered = days(date)
    return [covered[0].isoformat(), covered[1].isoformat()] if covered else None


def _digest(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode('utf-8')).digest()).decode('ascii')}"


def _resource(name: str) -> str:
    return (files("claimscan.render.page") / name).read_text(encoding="utf-8")
