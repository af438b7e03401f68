"""Rule files: any bytes as any file of a rules folder, and what the program makes of rules that load."""

from __future__ import annotations

import tempfile
from pathlib import Path

from claimscan.errors import RuleError
from claimscan.extractor import Extractor
from claimscan.model import Document
from claimscan.rulebook.load import load_layers
from claimscan.rulebook.overlay import LANGUAGE_FILES, NAME_FILES, NAMES_FOLDER, Layer
from claimscan.trial import trials
from fuzz.bytes import choice
from fuzz.promises import check_record

FILES = (*(f"en/{name}" for name in LANGUAGE_FILES), *(f"{NAMES_FOLDER}/{name}" for name in NAME_FILES))
LANGUAGE = b"schema: 1\nlanguage: en\nname: English\nclasses:\n  determiners: [the, a]\n  conjunctions: [and]\n"
TEXT = "On January 29, Alibaba said its Qwen 2.5-Max beats GPT-4o and a Zorblax-3 by 3 points. It is better. GPT-4o scored 76.1% on MMLU."
FOLDER = tempfile.TemporaryDirectory(prefix="claimscan-rules-")
"""Lives as long as the process."""


def check(data: bytes) -> None:
    """Rules are refused with a place for every problem, or they load, their examples run, and a text can be read by them."""
    which, content = choice(data, len(FILES))
    root = Path(FOLDER.name)
    for name in ("en", NAMES_FOLDER):
        (root / name).mkdir(exist_ok=True)
        for old in (root / name).iterdir():
            old.unlink()
    (root / "en" / "language.yml").write_bytes(LANGUAGE)
    (root / FILES[which]).write_bytes(content)
    try:
        books = load_layers([Layer(root, "rules")])
    except RuleError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.path.startswith("rules/")
            assert problem.line >= 1
            assert problem.column >= 1
            assert str(problem).isprintable() or "\n" not in str(problem)
        return
    for trial in trials(books):
        trial.run()
    check_record(Extractor(books, ner={"en": "none"})(Document("a", TEXT, language="en", date="2025-01-30")))
