"""Batch over generated articles: the same records however they are made, how fast, and with how much memory.

    python benchmarks/corpus.py [--articles 2000] [--sentences 6 30] [--ways serial two killed shards ray] [--memory 1000 20000]

Prints, for each way to read the articles, the digest of the sorted records (of the whole ledger where its order is promised),
seconds, articles a second and processor seconds. With --memory: the peak memory of all processes for each number of articles,
read with two processes. Times are of a whole run, the start of its processes included.
"""

import argparse
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from articles import make

PROGRAM = [sys.executable, "-m", "claimscan"]


def batch(folder: Path, ledger: Path, *options: str) -> list[str]:
    """The command that reads a folder."""
    return [*PROGRAM, "batch", str(folder), "-o", str(ledger), "--quiet", *options]


def done(command: list[str]) -> None:
    """Run a command in which some articles fail."""
    code = subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode
    if code not in (0, 1):
        raise SystemExit(f"exit code {code}: {' '.join(command)}")


def serial(folder: Path, home: Path) -> list[Path]:
    """One process."""
    done(batch(folder, home / "serial.jsonl", "--jobs", "1"))
    return [home / "serial.jsonl"]


def two(folder: Path, home: Path) -> list[Path]:
    """Two processes."""
    done(batch(folder, home / "two.jsonl", "--jobs", "2"))
    return [home / "two.jsonl"]


def killed(folder: Path, home: Path) -> list[Path]:
    """Two processes, killed twice and resumed."""
    command = batch(folder, home / "killed.jsonl", "--jobs", "2", "--resume")
    journal = home / "killed.jsonl.journal"
    for share in (0.2, 0.6):
        run = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        while not journal.exists() or journal.read_bytes().count(b"\n") < share * number_of(folder):
            time.sleep(0.2)
        run.send_signal(signal.SIGKILL)
        run.wait()
    done(command)
    return [home / "killed.jsonl"]


def shards(folder: Path, home: Path) -> list[Path]:
    """Four shares, one after the other, merged."""
    parts = [home / f"part{share}.parquet" for share in (1, 2, 3, 4)]
    for share, part in enumerate(parts, start=1):
        done(batch(folder, part, "--jobs", "2", "--shard", f"{share}/4"))
    done([*PROGRAM, "merge", *map(str, parts), "-o", str(home / "merged.jsonl"), "--quiet"])
    return [home / "merged.jsonl"]


def ray(folder: Path, home: Path) -> list[Path]:
    """Ray with two actors."""
    code = (
        "import sys, ray\nfrom claimscan.batch import Work\nfrom claimscan.distributed import extract_files, write_json_lines\n"
        "ray.init(num_cpus=3, include_dashboard=False, log_to_driver=False, logging_level='ERROR')\n"
        "write_json_lines(extract_files([sys.argv[1]], Work(), actors=2), sys.argv[2])"
    )
    done([sys.executable, "-c", code, str(folder), str(home / "ray")])
    return sorted((home / "ray").iterdir())


WAYS: dict[str, Callable[[Path, Path], list[Path]]] = {way.__name__: way for way in (serial, two, killed, shards, ray)}


def number_of(folder: Path) -> int:
    """How many articles were made."""
    return int((folder.parent / "number").read_text())


def measure(name: str, folder: Path, home: Path) -> None:
    """Read the articles in one way and print its line."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    ledgers = WAYS[name](folder, home)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    lines = sorted(line for ledger in ledgers for line in ledger.read_bytes().splitlines())
    records, failures = len(lines), sum("error" in json.loads(line) for line in lines)
    ordered = hashlib.sha256(ledgers[0].read_bytes()).hexdigest()[:16] if len(ledgers) == 1 else "-"
    digest = hashlib.sha256(b"\n".join(lines)).hexdigest()[:16]
    rate = records / seconds
    print(f"{name:8} {records:7} {failures:6} {digest} {ordered:16} {seconds:7.1f} {rate:6.1f}/s {processor:8.1f}", flush=True)


def memory(folder: Path, ledger: Path) -> float:
    """The peak memory of all processes of a run, in MB: the sum of what is resident, shared pages counted in each."""
    run = subprocess.Popen(batch(folder, ledger, "--jobs", "2"), stderr=subprocess.DEVNULL)
    peak = 0
    while run.poll() is None:
        peak = max(peak, sum(map(resident, family(run.pid))))
        time.sleep(0.25)
    return peak / 1e6


def family(process: int) -> list[int]:
    """A process and those it started."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return [process]
    return [process, *map(int, children)]


def resident(process: int) -> int:
    """The bytes of a process that are in memory."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def main() -> None:
    """Make the articles, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--sentences", type=int, nargs=2, default=(6, 30), metavar=("FEWEST", "MOST"))
    parser.add_argument("--ways", nargs="*", default=list(WAYS), choices=list(WAYS))
    parser.add_argument("--memory", type=int, nargs="*", default=[])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        if asked.ways:
            (home / "number").write_text(str(make(home / "articles", asked.articles, *asked.sentences)))
            print(f"{'way':8} {'records':>7} {'failed':>6} {'sorted':16} {'as written':16} {'seconds':>7} {'rate':>8} {'cpu s':>8}")
        for name in asked.ways:
            measure(name, home / "articles", home)
        for number in asked.memory:
            make(home / str(number), number, *asked.sentences)
            print(f"{number} articles: {memory(home / str(number), home / f'{number}.jsonl'):.0f} MB at most", flush=True)


if __name__ == "__main__":
    main()
