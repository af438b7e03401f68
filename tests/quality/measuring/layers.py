"""What each layer brings: the pairs that are found when one of them is taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimscan.extractor import Extractor
from measuring.corpora import texts
from measuring.figures import compared, figures_of
from measuring.reading import extractor, extractor_without_names, rulebooks


def layers() -> dict[str, Callable[[], Extractor]]:
    """The whole program, and the program without one of its layers, by what is taken away."""
    return {
        "nothing": extractor,
        "the catalogue": extractor_without_names,
        "the trained recogniser": _without_recogniser,
        "the catalogue and the recogniser": _with_shapes_alone,
        "pronouns and other words that point back": _without_anaphors,
        "negation, hedges and sources": _without_cues,
    }


def pairs_without(layer: str, corpus: str, language: str) -> dict[str, float]:
    """Precision, recall and F1 of pairs, and stance, on a corpus."""
    found = figures_of(compared(layers()[layer](), texts(corpus, language)))
    return {name: found[name] for name in ("pairs_p", "pairs_r", "pairs_f1", "stance")}


def _without_recogniser() -> Extractor:
    return Extractor(rulebooks(), ner=dict.fromkeys(rulebooks().languages, "none"))


def _with_shapes_alone() -> Extractor:
    books = extractor_without_names().rulebooks
    return Extractor(books, ner=dict.fromkeys(books.languages, "none"))


def _without_anaphors() -> Extractor:
    books = rulebooks()
    return Extractor(replace(books, languages={code: replace(book, anaphors=()) for code, book in books.languages.items()}))


def _without_cues() -> Extractor:
    books = rulebooks()
    return Extractor(replace(books, languages={code: replace(book, cues=()) for code, book in books.languages.items()}))
