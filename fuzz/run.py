"""Every target in turn, and a table of what came of it: `python -m fuzz.run [--runs N] [--corpus FOLDER] [TARGET ...]`."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
RUNS = {
    "notation": 300_000,
    "heads": 300_000,
    "sentences": 150_000,
    "prose": 300_000,
    "text": 150_000,
    "jsonl": 150_000,
    "markdown": 100_000,
    "sniffed": 80_000,
    "packed": 50_000,
    "html": 20_000,
    "pdf": 10_000,
    "docx": 10_000,
    "language": 20_000,
    "dates": 120_000,
    "names": 80_000,
    "patterns": 100_000,
    "date_patterns": 60_000,
    "rules": 50_000,
    "whole": 30_000,
}
"""The targets with their executions in one run of all: the cheaper, the more."""

LONGEST = 400
SLOWEST = 60
_EXECUTIONS = re.compile(r"stat::number_of_executed_units:\s*(\d+)|#(\d+)\s")


def main() -> int:
    """Run what the command line asks for; 1 if a promise was broken."""
    asked = _arguments()
    os.nice(15)
    print("| target | executions | seconds | new cases |\n|---|---:|---:|---|", flush=True)
    broken = 0
    for target in asked.targets or RUNS:
        with tempfile.TemporaryDirectory() as folder:
            started = time.monotonic()
            executions, found = fuzz(target, asked.runs or RUNS[target], Path(asked.corpus or folder) / target, asked.seed)
        broken += bool(found)
        print(f"| {target} | {executions:,} | {time.monotonic() - started:.0f} | {' '.join(found) or 'none'} |", flush=True)
    return 1 if broken else 0


def fuzz(target: str, runs: int, corpus: Path, seed: int) -> tuple[int, Sequence[str]]:
    """How often a target ran, and the cases that broke it; these lie in `found/` from now on."""
    kept = HERE / "found" / target
    seeds = HERE / "seeds" / target
    for folder in (corpus, kept, seeds):
        folder.mkdir(parents=True, exist_ok=True)
    before = {path.name for path in kept.iterdir()}
    options = {"runs": runs, "max_len": LONGEST, "timeout": SLOWEST, "rss_limit_mb": 4000, "seed": seed, "print_final_stats": 1}
    command = [sys.executable, "-m", "fuzz.drive", target, *(f"-{key}={value}" for key, value in options.items())]
    command += [f"-dict={HERE / 'words.dict'}", f"-artifact_prefix={kept}{os.sep}", *map(str, (corpus, seeds, kept))]
    ended = subprocess.run(command, check=False, capture_output=True, cwd=HERE.parent)  # noqa: S603  the command is our own
    told = ended.stderr.decode("utf-8", "replace") + ended.stdout.decode("utf-8", "replace")
    found = sorted({path.name for path in kept.iterdir()} - before)
    if ended.returncode:
        print(*(line for line in told.splitlines()[-60:] if not line.startswith("INFO: Instr")), sep="\n", file=sys.stderr)
        found = found or ["could not be run"]
    return max((int(one or other) for one, other in _EXECUTIONS.findall(told)), default=0), found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[[], *RUNS], metavar="TARGET", help="one or more of " + ", ".join(RUNS))
    parser.add_argument("--runs", type=int, help="executions of each target (by default the number that stands for it in run.py)")
    parser.add_argument("--corpus", help="a folder that keeps what led to new code, to go on from there the next time")
    parser.add_argument("--seed", type=int, default=1, help="another one makes other inputs")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
