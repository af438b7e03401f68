"""All figures of claimscan on the annotated corpora and on the project's own sentences, beside the floors they are held to.

    python benchmarks/quality.py [--suite NAME ...]      print figures; exit 1 if one is below its floor
    python benchmarks/quality.py --update                raise the floors to a little below today's figures
    python benchmarks/quality.py --mistakes en|de        print the own sentences that are read wrongly
    python benchmarks/quality.py --markdown              print the figures as the table of docs/quality.md

The corpora (`shared` beside the project) are left out where they are not there. --update refuses to write anything while a
figure is below its floor, unless --allow-regression is given.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "quality"))

from measuring.figures import Figures
from measuring.floors import CEILINGS, COUNTS, KEYS, SUITES, Held, fallen, load_floors, measured, raised, save_floors
from measuring.sentences import mistakes

Key = tuple[str, str]
COLUMNS = {
    "pairs_p": "pairs P", "pairs_r": "pairs R", "pairs_f1": "pairs F1", "invented_in_traps": "invented in traps",
    "direction": "direction", "fields_p": "fields P", "fields_r": "fields R",
    "polarity": "polarity", "stance": "stance", "source": "source",
    "models_f1": "models F1", "vendors_f1": "vendors F1", "benchmarks_f1": "benchmarks F1", "dates_f1": "dates F1",
    "date_values": "date values", "claim_benchmarks_f1": "claim benchmarks F1", "results_f1": "results F1",
    "calibration_error": "calibration error",
}


def main() -> int:
    """The exit status: 1 if a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--suite", action="append", choices=tuple(SUITES), help="only this one; may be repeated")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    parser.add_argument("--allow-regression", action="store_true", help="let floors be lowered, too")
    parser.add_argument("--margin", type=float, default=0.01, help="how far below the figures the floors are set (default: 0.01)")
    parser.add_argument("--markdown", action="store_true", help="print the figures as a Markdown table")
    parser.add_argument("--mistakes", choices=("en", "de"), help="print the own sentences of a language that are read wrongly")
    args = parser.parse_args()
    if args.mistakes:
        print(mistakes(args.mistakes))
        return 0
    wanted = args.suite or tuple(SUITES)
    found = {(suite, language): measured(suite, language) for suite, language in KEYS if suite in wanted and SUITES[suite].is_there}
    floors = load_floors()
    if args.markdown:
        print_markdown(found)
        return 0
    print_table(found, floors)
    fell = fallen(floors, found)
    print("".join(f"BELOW ITS FLOOR: {line}\n" for line in fell), end="")
    if not args.update:
        return bool(fell)
    if fell and not args.allow_regression:
        print("no floor was changed: these figures fell (--allow-regression lowers their floors)", file=sys.stderr)
        return 1
    save_floors({**floors, **new_floors(found, floors, args.margin, allow_lower=args.allow_regression)})
    return 0


def new_floors(found: Mapping[Key, Figures], floors: Mapping[Key, Held], margin: float, *, allow_lower: bool) -> dict[Key, Held]:
    """The floors of what was measured, with the digests of today's corpora."""
    new = {key: raised(floors.get(key), figures, margin, allow_lower=allow_lower) for key, figures in found.items() if SUITES[key[0]].held}
    return {key: Held(held, SUITES[key[0]].digest) for key, held in new.items()}


def print_table(found: Mapping[Key, Figures], floors: Mapping[Key, Held]) -> None:
    """Print each figure with its floor."""
    for (suite, language), figures in found.items():
        held = floors.get((suite, language), Held({})).floors
        print(f"{suite} {language}")
        for name, value in figures.items():
            bound = "" if name not in held else f"   ({'at most' if name in CEILINGS else 'at least'} {held[name]:g})"
            print(f"  {name:20} {value:7.3f}{bound}")


def print_markdown(found: Mapping[Key, Figures]) -> None:
    """Print one row for each suite and language, and one column for each figure."""
    names = [name for name in COLUMNS if any(name in figures for figures in found.values())]
    print("| | " + " | ".join(COLUMNS[name] for name in names) + " |")
    print("|---|" + "---|" * len(names))
    for (suite, language), figures in found.items():
        print(f"| {suite} {language} | " + " | ".join(_cell(name, figures) for name in names) + " |")


def _cell(name: str, figures: Figures) -> str:
    return "" if name not in figures else f"{figures[name]:.0f}" if name in COUNTS else f"{figures[name]:.2f}"


if __name__ == "__main__":
    sys.exit(main())
