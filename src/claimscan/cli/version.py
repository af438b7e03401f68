"""What `--version` shows: the program, the rules and the recognisers, without loading a model."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from claimscan.find.recognise import shipped
from claimscan.rulebook.load import load_rulebooks


def version_lines() -> Iterator[str]:
    """The program's version, the digest and languages of the built-in rules, and the recogniser of each language."""
    rulebooks = load_rulebooks()
    yield f"claimscan {version('claimscan')}"
    yield f"rules {rulebooks.digest} ({', '.join(rulebooks.languages)})"
    for language in rulebooks.languages:
        yield f"recogniser {language}: {shipped(language) or 'none'}"
