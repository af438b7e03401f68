"""The licences of all that the program needs to run stand in docs/licences.md; `python tests/test_licences.py` writes them anew."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).parent.parent / "docs" / "licences.md"
HEAD = """# Licences

What `pip install claimscan` brings along without extras, with the licence that each package tells in its metadata.
Written by `python tests/test_licences.py` (Python 3.11, Linux).

| package | licence |
|---|---|
"""


def needed(name: str, seen: set[str]) -> Iterator[Distribution]:
    """The installed packages that a package needs, and those that they need."""
    for text in distribution(name).requires or ():
        requirement = Requirement(text)
        key = canonicalize_name(requirement.name)
        if key not in seen and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            seen.add(key)
            yield distribution(key)
            yield from needed(key, seen)


def licence(package: Distribution) -> str:
    """A package's licence: its expression, else its classifiers, else the first line of its text."""
    told = package.metadata.get("License-Expression")
    classifiers = package.metadata.get_all("Classifier") or []
    classified = [text.rsplit(" :: ", 1)[-1] for text in classifiers if text.startswith("License ::") and not text.endswith("OSI Approved")]
    return told or ", ".join(classified) or (package.metadata.get("License") or "not told").splitlines()[0]


def rows() -> list[tuple[str, str]]:
    """Each package with its licence, by name."""
    return sorted((canonicalize_name(package.name), licence(package)) for package in needed("claimscan", {"claimscan"}))


def page() -> str:
    """The page of licences as it is to be."""
    return HEAD + "".join(f"| {name} | {told} |\n" for name, told in rows())


def test_the_licences_of_all_that_is_needed_are_told() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_licence_lets_the_program_be_used_and_passed_on() -> None:
    free = re.compile(r"MIT|BSD|Apache|PSF|Python Software Foundation|MPL|Mozilla|ISC|Unlicense")
    assert [name for name, told in rows() if not free.search(told)] == []


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
