"""What each layer of the program brings: claim pairs on gold/dev with one layer taken away, as a Markdown table.

    python benchmarks/ablation.py

P, R and F1 are those of pairs of winner, relation and loser; the layers are taken away one at a time, and names once wholly.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "quality"))

from measuring.corpora import LANGUAGES, is_there
from measuring.layers import layers, pairs_without

CORPUS = "dev"


def main() -> int:
    """The exit status: 1 where the corpus is not there."""
    if not is_there(CORPUS):
        print("no annotated corpus lies beside the project", file=sys.stderr)
        return 1
    titles = [f"{language} {figure}" for language in LANGUAGES for figure in ("P", "R", "F1", "stance")]
    print("| taken away | " + " | ".join(titles) + " |")
    print("|---|" + "---|" * len(titles))
    for layer in layers():
        cells = [f"{value:.2f}" for language in LANGUAGES for value in pairs_without(layer, CORPUS, language).values()]
        print(f"| {layer} | " + " | ".join(cells) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
