"""What can go wrong, and the number that the shell gets for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes; a number once given is never reused."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    BAD_RULES = 3
    CANNOT_WRITE = 4
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


class ClaimscanError(Exception):
    """Base of all errors that a user can mend; the message says what, where and what to do."""


class SourceError(ClaimscanError):
    """An input cannot be read."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(f"{what}; {hint}" if hint else what)
        self.what = what
        self.hint = hint


@dataclass(frozen=True, slots=True, order=True)
class RuleProblem:
    """One mistake in a rule or catalogue file; line and column count from 1."""

    path: str
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.what}"


class RuleError(ClaimscanError):
    """Rule or catalogue files are broken; carries every problem, in order of place."""

    def __init__(self, problems: Sequence[RuleProblem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
