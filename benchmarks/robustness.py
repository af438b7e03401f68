"""How many claims are kept when texts are written in another way: entities, odd signs and blanks, wrapped lines, other spellings, capitals.

python benchmarks/robustness.py                       print the share of claims kept, by way to write and language
python benchmarks/robustness.py --markdown            print them as the table of docs/robustness.md
python benchmarks/robustness.py --changes en "lines of 72"    print the texts whose claims change
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "quality"))

from measuring.robustness import Kept, differences, kept
from measuring.typography import rewrites

LANGUAGES = ("en", "de")


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    parser.add_argument("--changes", nargs=2, metavar=("LANGUAGE", "WAY"), help="print the texts whose claims one way to write changes")
    args = parser.parse_args()
    if args.changes:
        print("\n".join(map(str, differences(*args.changes))))
        return
    names = list(dict.fromkeys(name for language in LANGUAGES for name in rewrites(language)))
    found = {name: [kept(language, name) if name in rewrites(language) else None for language in LANGUAGES] for name in names}
    head = ("written with", *LANGUAGES, "new")
    rows = [(name, *map(share, cells), str(sum(each.new for each in cells if each))) for name, cells in found.items()]
    if args.markdown:
        print("\n".join(f"| {' | '.join(row)} |" for row in (head, ("---", "---:", "---:", "---:"), *rows)))
        return
    for name, *cells in (head, *rows):
        print(f"{name:40}" + "".join(f"{cell:>8}" for cell in cells))


def share(found: Kept | None) -> str:
    """The share of claims kept, rounded down; nothing for a way that the language does not have."""
    return "" if found is None else f"{int(found.share * 1000) / 1000:.3f}"


if __name__ == "__main__":
    main()
