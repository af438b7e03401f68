"""How well dates are read, by TIMEX3's measures, on articles that others have annotated, beside HeidelTime's stored answers.

    python benchmarks/dates.py [--subset calendar|date|all] [--errors N]

Runs the claimscan of this Python on the German news articles and the English history articles in ../shared/ext/dates; what follows
is handed on to run_dates.py there.
"""

import subprocess
import sys
from pathlib import Path

EXT = Path(__file__).resolve().parents[2] / "shared" / "ext"
COMMAND = f"{sys.executable} -m claimscan"


def main() -> int:
    """The exit status: that of the first run that failed, or 1 where the articles are not there."""
    corpora = sorted((EXT / "dates").glob("*/docs.jsonl"))
    if not corpora:
        print(f"no articles with dates in {EXT}", file=sys.stderr)
        return 1
    rest = sys.argv[1:]
    subset = rest[rest.index("--subset") + 1] if "--subset" in rest else "calendar"
    status = 0
    for docs in corpora:
        folder = docs.parent
        print(f"== {folder.name}: claimscan", flush=True)
        status = status or run("run_dates.py", str(folder), "--command", COMMAND, *rest)
        peer = folder / "peer_heideltime.jsonl"
        if peer.is_file():
            print(f"== {folder.name}: HeidelTime", flush=True)
            status = status or run("score_timex.py", str(peer), "--gold", str(folder), "--subset", subset)
    return status


def run(script: str, *arguments: str) -> int:
    """The exit status of a script that lies beside the data."""
    return subprocess.run([sys.executable, str(EXT / script), *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
