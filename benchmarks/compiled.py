"""claimscan with its reading of claims compiled (hatch_build.py), for measuring beside the plain one: in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).resolve().parent.parent
READER = """
import gc, json, sys, time
import claimscan, claimscan.claims.walk
assert claimscan.claims.walk.__file__.endswith((".so", ".pyd")), "not compiled"
for line in sys.stdin:
    texts = json.loads(line)
    gc.collect()
    gc.freeze()
    start = time.process_time()
    found = list(claimscan.extract_many(texts, date=sys.argv[1]))
    print(time.process_time() - start, flush=True)
"""


Timed = Callable[[Sequence[str]], float]
"""Reads some texts, and tells the seconds of processor time that this took."""


@contextmanager
def compiled(date: str) -> Iterator[Timed]:
    """Builds the compiled wheel from the source tree, which takes a minute or two, and gives what reads with it."""
    with TemporaryDirectory() as place:
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target", place, str(PROJECT)]
        subprocess.run([sys.executable, *install], check=True, env={**os.environ, "HATCH_BUILD_HOOK_ENABLE_CUSTOM": "1"})
        ours = {**os.environ, "PYTHONPATH": place}
        with subprocess.Popen([sys.executable, "-c", READER, date], stdin=PIPE, stdout=PIPE, text=True, env=ours) as reader:
            yield lambda texts: _asked(reader, texts)
            reader.communicate()


def _asked(reader: subprocess.Popen[str], texts: Sequence[str]) -> float:
    """The seconds that a process takes for some texts."""
    assert reader.stdin and reader.stdout  # noqa: S101, PT018  both are pipes
    print(json.dumps(texts), file=reader.stdin, flush=True)
    return float(reader.stdout.readline())
