"""Prints the lowest version of each dependency, as constraints for pip: those of the program and of its extras but `dev` and `ray`."""

import re
import tomllib
from pathlib import Path

REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[\w+\])?(?:>=|==)([^,]+)")
project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = project["optional-dependencies"]
for requirement in (*project["dependencies"], *extras["pdf"], *extras["docx"], *extras["parquet"]):
    found = REQUIREMENT.match(requirement)
    if found is None:
        raise SystemExit(f"{requirement}: has no lower bound")
    print(f"{found[1]}=={found[2]}")
