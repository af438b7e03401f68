"""The project's own sentences: short texts with the claims a careful reader finds in them, and how many of these are read."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from claimscan.model import Document
from claimscan.record import record_values
from measuring.reading import extractor
from measuring.trust import Judged

FOLDER = Path(__file__).resolve().parents[1]
GENERIC = "a group"
NOBODY = "-"

Pair = tuple[str, str, str]
Claims = Iterable[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One text after reading: its pairs that were found, missed and invented, and of the found how many are told as they should be."""

    id: str
    kind: str
    text: str
    found: frozenset[Pair] = frozenset()
    missed: frozenset[Pair] = frozenset()
    invented: frozenset[Pair] = frozenset()
    right: dict[str, int] = field(default_factory=dict)
    claims: tuple[Judged, ...] = ()

    @property
    def is_trap(self) -> bool:
        """Whether nothing is claimed in it."""
        return self.kind.startswith("trap")

    def __str__(self) -> str:
        """The text and its mistakes, one a line."""
        wrong = [("missed", pair) for pair in sorted(self.missed)] + [("invented", pair) for pair in sorted(self.invented)]
        return "\n".join([f"{self.id} ({self.kind}): {self.text}", *(f"    {what}: {' '.join(pair)}" for what, pair in wrong)])


def items(language: str) -> list[dict[str, Any]]:
    """The annotated texts of one language."""
    lines = (FOLDER / f"sentences-{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def outcomes(language: str) -> tuple[Outcome, ...]:
    """All texts of one language, read by the whole program with the language given."""
    return tuple(_outcome(item, language) for item in items(language))


def mistakes(language: str) -> str:
    """All texts with a missed or invented pair, with what is wrong."""
    return "\n".join(str(each) for each in outcomes(language) if each.missed or each.invented)


def sentence_figures(language: str) -> dict[str, float]:
    """Precision and recall of pairs, polarity and stance of the found ones, and the number of claims invented in traps."""
    read = outcomes(language)
    found, missed, invented = (sum(len(getattr(each, part)) for each in read) for part in ("found", "missed", "invented"))
    right = {part: sum(each.right.get(part, 0) for each in read) for part in ("polarity", "stance", "told")}
    return {
        "pairs_p": found / (found + invented),
        "pairs_r": found / (found + missed),
        "polarity": right["polarity"] / right["told"],
        "stance": right["stance"] / right["told"],
        "invented_in_traps": sum(len(each.invented) for each in read if each.is_trap),
    }


def _outcome(item: dict[str, Any], language: str) -> Outcome:
    record = record_values(extractor()(Document(item["id"], item["text"], language=language)))
    wanted = _pairs([claim for claim in item["claims"] if not claim.get("optional")], _form)
    allowed = _pairs(item["claims"], _form)
    names = _names_of(record, [*item["names"]["models"], *item["names"]["vendors"]])
    resolve = lambda name: names.get(name, _form(name))  # noqa: E731
    told = _pairs(record["claims"], resolve)
    beside = {(pair[0], pair[1]) for pair in allowed}
    extra = {pair for pair in told if pair not in allowed and not (pair[2] == GENERIC and pair[:2] in beside)}
    found = wanted.keys() & told.keys()
    right = {part: sum(told[pair][part] == wanted[pair][part] for pair in found) for part in ("polarity", "stance")}
    return Outcome(
        item["id"], item["kind"], item["text"], frozenset(found), frozenset(wanted.keys() - found), frozenset(extra),
        {**right, "told": len(found)},
        tuple(Judged(item["id"], claim["confidence"], not extra & _pairs([claim], resolve).keys()) for claim in record["claims"]),
    )


def _pairs(claims: Claims, resolve: Callable[[str], str]) -> dict[Pair, dict[str, Any]]:
    """Winner, relation and loser of each claim, one for each object; parity has no order."""
    found: dict[Pair, dict[str, Any]] = {}
    for claim in claims:
        subject, relation = resolve(claim["subject"]), claim["relation"]
        objects = [NOBODY] if relation == "leads" else [resolve(each) for each in claim["objects"]] or [GENERIC]
        for each in objects:
            sides = sorted((subject, each)) if relation == "matches" and each != GENERIC else (subject, each)
            found.setdefault((sides[0], relation, sides[1]), claim)
    return found


def _names_of(record: dict[str, Any], wanted: list[str]) -> dict[str, str]:
    """The annotated name, as compared, for each name that was read: by the name itself or by the words at a mention."""
    forms = [_form(name) for name in wanted]
    resolved: dict[str, str] = {}
    for entity in (*record["models"], *record["vendors"]):
        spelled = [_form(entity["name"]), *(_form(mention["text"]) for mention in entity["mentions"])]
        resolved.setdefault(entity["name"], next((form for form in spelled if form in forms), spelled[0]))
    return resolved


def _form(name: str) -> str:
    """A name without case, blanks and hyphens."""
    return "".join(each for each in unicodedata.normalize("NFKC", name).casefold() if each.isalnum() or each in ".+")
