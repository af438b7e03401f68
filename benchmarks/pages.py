"""Write the figures in a page of the documentation anew: what stands between two marks is what the command in the first one prints.

    python benchmarks/pages.py [PAGE ...]      docs/quality.md, where no page is named

docs/speed.md holds times, which differ from run to run, so it is written only when it is named.

A mark is `<!-- prints: COMMAND -->`, and `<!-- end -->` after it; with `prints as text`, the output stands in a block of its own.
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUALITY = ROOT / "docs" / "quality.md"
BLOCK = re.compile(r"(<!-- prints(?P<text> as text)?: python (?P<command>.*?) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> int:
    """The exit status: 0; a command that fails stops the program and leaves the page as it was."""
    for path in map(Path, sys.argv[1:] or [QUALITY]):
        page = path.read_text(encoding="utf-8")
        path.write_text(BLOCK.sub(rewritten, page), encoding="utf-8")
    return 0


def rewritten(block: re.Match[str]) -> str:
    """The block with what its command prints now."""
    command = [sys.executable, *shlex.split(block["command"])]
    ran = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    printed = ran.stdout.strip()
    shown = f"```text\n{printed}\n```" if block["text"] else printed
    return f"{block[1]}\n{shown}\n\n{block[4]}"


if __name__ == "__main__":
    sys.exit(main())
