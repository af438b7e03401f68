"""Precision, recall and F1 of recognisers on the held-out passages: `python training/figures.py PIPELINE ...`."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from build import HERE, LABELS, read_config
from passages import Passage, read_passages, split

from claimscan.find.recognise import Trained, load_recogniser
from claimscan.model import Kind

BY_KIND = {
    Kind.MODEL: "MODEL",
    Kind.VENDOR: "VENDOR",
    Kind.BENCHMARK: "BENCHMARK",
    Kind.ORGANISATION: "ORG",
    Kind.PERSON: "PERSON",
}
Found = Callable[[str], Iterable[tuple[int, int, str]]]


def main() -> None:
    """Print a table for each group of passages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipelines", nargs="+", help="folders or names of pipelines")
    parser.add_argument("--corpus", type=Path, default=HERE / "../../shared/ner")
    parser.add_argument("--merge", action="store_true", help="count VENDOR and ORG as one label, as general pipelines do")
    parser.add_argument("--all-guesses", action="store_true", help="improbable entities as well")
    parser.add_argument("--seen", action="store_true", help="the passages trained on instead of those held out")
    args = parser.parse_args()
    config = read_config(HERE / "config.cfg", [])
    passages = split(read_passages(args.corpus), config["held_out"])[0 if args.seen else 1]
    merge = {"VENDOR": "ORG"} if args.merge else {}
    for group, members in groups(passages).items():
        print(f"{group}: {len(members)} passages, {sum(len(passage.text.split()) for passage in members)} words")
        for pipeline in args.pipelines:
            print("  " + row(pipeline, score(finder(pipeline, args.all_guesses), members, merge)))


def groups(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """Passages by language, written ones apart."""
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        found.setdefault("de-written" if passage.written else passage.language, []).append(passage)
    return found


def finder(pipeline: str, improbable: bool) -> Found:
    """A function from text to entities in our labels, read as the program reads them, or with the improbable ones."""
    recogniser = load_recogniser(pipeline, "en")
    if improbable and isinstance(recogniser, Trained):
        recogniser = replace(recogniser, least={})

    def find(text: str) -> list[tuple[int, int, str]]:
        return [(entity.span.start, entity.span.end, BY_KIND[entity.kind]) for entity in recogniser(text) if entity.sure]

    return find


def score(find: Found, passages: Iterable[Passage], merge: Mapping[str, str]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 by label; an entity is right with exact span and label."""
    right, given, wanted = Counter[str](), Counter[str](), Counter[str]()
    for passage in passages:
        gold = {(start, end, merge.get(label, label)) for start, end, label in passage.entities}
        found = {(start, end, merge.get(label, label)) for start, end, label in find(passage.text)}
        right.update(label for _, _, label in gold & found)
        given.update(label for _, _, label in found)
        wanted.update(label for _, _, label in gold)
    labels = [label for label in LABELS if wanted[label]]
    sums = {"all": (sum(right.values()), sum(given.values()), sum(wanted.values()))}
    counts = sums | {label: (right[label], given[label], wanted[label]) for label in labels}
    return {label: (r / max(1, g), r / max(1, w), 2 * r / max(1, g + w)) for label, (r, g, w) in counts.items()}


def row(name: str, scores: Mapping[str, tuple[float, float, float]]) -> str:
    """One line: F1, with precision and recall in brackets, by label."""
    cells = (f"{label} {f1:.2f} ({precision:.2f}/{recall:.2f})" for label, (precision, recall, f1) in scores.items())
    return f"{Path(name).name:24} " + "  ".join(cells)


if __name__ == "__main__":
    main()
