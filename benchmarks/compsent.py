"""How often the direction of a comparison is read rightly in CompSent-19: sentences about things that are no models at all.

    python benchmarks/compsent.py [--domain compsci] [--limit N] [--errors N]

Runs the claimscan of this Python on ../shared/ext/compsent19; what follows is handed on to run_compsent.py there.
"""

import subprocess
import sys
from pathlib import Path

EXT = Path(__file__).resolve().parents[2] / "shared" / "ext"
COMMAND = f"{sys.executable} -m claimscan"


def main() -> int:
    """The exit status of the run; 1 where the sentences are not there."""
    script = EXT / "run_compsent.py"
    if not script.is_file():
        print(f"no sentences in {EXT}", file=sys.stderr)
        return 1
    return subprocess.run([sys.executable, str(script), "--command", COMMAND, *sys.argv[1:]], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
