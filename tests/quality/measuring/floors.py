"""The floors that figures are held to: kept in floors.json, with the digest of the corpus they were measured on."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from measuring.corpora import ALL, CORPORA, LANGUAGES, UNSEEN, digest, is_there
from measuring.figures import Figures, documents, figures
from measuring.names import CORPUS, recogniser_figures, renamed_figures
from measuring.sentences import sentence_figures
from measuring.trust import calibration_error, judged

PATH = Path(__file__).resolve().parents[1] / "floors.json"
COUNTS = frozenset({"invented_in_traps"})
CEILINGS = COUNTS | {"calibration_error"}


@dataclass(frozen=True, slots=True)
class Suite:
    """Something that is measured in each language; `corpus` is the one beside the project that it needs, if any.

    Figures of what is not `held` are only told.
    """

    name: str
    measure: Callable[[str], Figures]
    corpus: str | None = None
    held: bool = True

    @property
    def digest(self) -> str | None:
        """The digest of its corpus."""
        return digest(self.corpus) if self.corpus else None

    @property
    def is_there(self) -> bool:
        """Whether it can be measured here."""
        return self.corpus is None or is_there(self.corpus)


@dataclass(frozen=True, slots=True)
class Held:
    """The floors (or ceilings) of a suite in one language, and the digest of the corpus on which they were set."""

    floors: Mapping[str, float]
    digest: str | None = None


def _confidence(language: str) -> Figures:
    return {"calibration_error": calibration_error([each for corpus in CORPORA for each in judged(documents(corpus, language))])}


def _on(corpus: str) -> Callable[[str], Figures]:
    return lambda language: figures(corpus, language)


SUITES = {
    suite.name: suite
    for suite in (
        Suite("sentences", sentence_figures),
        *(Suite(corpus, _on(corpus), corpus) for corpus in CORPORA),
        Suite("renamed", renamed_figures, CORPUS),
        Suite("recogniser", recogniser_figures, CORPUS),
        Suite("confidence", _confidence, ALL),
        Suite(UNSEEN, _on(UNSEEN), UNSEEN, held=False),
    )
}
KEYS = tuple((suite, language) for suite in SUITES for language in LANGUAGES)


@cache
def measured(suite: str, language: str) -> Figures:
    """The figures of a suite in one language, measured once."""
    return SUITES[suite].measure(language)


def holds(name: str, value: float, floor: float) -> bool:
    """Whether a figure keeps its floor, or, of what should be few, its ceiling."""
    return value <= floor if name in CEILINGS else value >= floor


def load_floors(path: Path = PATH) -> dict[tuple[str, str], Held]:
    """The floors by suite and language; none where the file does not exist."""
    if not path.is_file():
        return {}
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {(suite, language): Held(**held) for suite, languages in stored.items() for language, held in languages.items()}


def save_floors(floors: Mapping[tuple[str, str], Held], path: Path = PATH) -> None:
    """Write the floors, one suite after the other."""
    stored: dict[str, dict[str, object]] = {}
    for (suite, language), held in floors.items():
        stored.setdefault(suite, {})[language] = {"digest": held.digest, "floors": dict(held.floors)}
    path.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def fallen(floors: Mapping[tuple[str, str], Held], figures_of: Mapping[tuple[str, str], Figures]) -> list[str]:
    """The figures that no longer keep their floor, as lines to print."""
    return [
        f"{suite} {language} {name}: {figures_of[suite, language][name]:.3f}, was held at {floor:.3f}"
        for (suite, language), held in floors.items()
        if (suite, language) in figures_of
        for name, floor in held.floors.items()
        if name in figures_of[suite, language] and not holds(name, figures_of[suite, language][name], floor)
    ]


def raised(held: Held | None, found: Figures, margin: float, *, allow_lower: bool) -> dict[str, float]:
    """New floors, `margin` below the figures; a floor that stands higher stays, unless lower ones are allowed."""
    old = {} if held is None or allow_lower else held.floors
    return {name: _floor(name, value, old.get(name), margin) for name, value in found.items()}


def _floor(name: str, value: float, old: float | None, margin: float) -> float:
    if name in CEILINGS:
        above = value if name in COUNTS else math.ceil((value + margin) * 1000) / 1000
        return above if old is None else min(above, old)
    below = max(0.0, math.floor((value - margin) * 1000) / 1000)
    return below if old is None else max(below, old)
