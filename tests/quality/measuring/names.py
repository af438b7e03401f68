"""How well names are found that the program cannot know: renamed ones, and all of them without the catalogue."""

from __future__ import annotations

from measuring.corpora import scorer, texts
from measuring.figures import Figures, compared
from measuring.reading import extractor, extractor_without_names
from measuring.renaming import renamed

CORPUS = "dev"


def renamed_figures(language: str) -> Figures:
    """F1 of models and vendors in texts in which each has an invented name."""
    return _figures(compared(extractor(), map(renamed, texts(CORPUS, language))))


def recogniser_figures(language: str) -> Figures:
    """F1 of models and vendors with an empty catalogue."""
    return _figures(compared(extractor_without_names(), texts(CORPUS, language)))


def _figures(docs: list[object]) -> Figures:
    total = scorer().total(docs)
    return {"models_f1": total["models"]["f1"], "vendors_f1": total["vendors"]["f1"]}
