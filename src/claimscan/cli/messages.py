"""What is said to the person at the terminal: always on standard error, never mixed with data."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from claimscan.model import Failure
    from claimscan.sources.inputs import Skipped

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_STYLES = {"error": "\x1b[1;31m", "warning": "\x1b[33m"}


class Color(StrEnum):
    """The choices of `--color`."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def wants_color(choice: Color, stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour what goes to a stream: the option, then NO_COLOR, FORCE_COLOR, TERM=dumb, then whether it is a terminal."""
    if choice is not Color.AUTO:
        return choice is Color.ALWAYS
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return environment.get("TERM") != "dumb" and stream.isatty()


@dataclass(frozen=True, slots=True)
class Messages:
    """Writes messages; `quiet` leaves only errors."""

    quiet: bool = False
    color: Color = Color.AUTO

    def plain(self, line: str) -> None:
        """One line as it is."""
        self._write(line)

    def note(self, line: str) -> None:
        """Something good to know."""
        if not self.quiet:
            self._write(f"claimscan: {line}")

    def warning(self, where: str, line: str) -> None:
        """Something that may make a result less than hoped for."""
        if not self.quiet:
            self._write(f"claimscan: {where}: {self._styled('warning')}: {line}")

    def error(self, line: str) -> None:
        """Something that went wrong."""
        self._write(f"claimscan: {self._styled('error')}: {line}")

    def cannot_write(self, error: Exception, kept: str = "") -> None:
        """The output could not be written; `kept` tells what became of what was done."""
        self.error(f"output cannot be written: {getattr(error, 'strerror', None) or error}{kept}")

    def failure(self, failure: Failure) -> None:
        """An input that could not be read."""
        hint = f" ({failure.hint})" if failure.hint else ""
        self._write(f"claimscan: {failure.id}: {self._styled('error')}: {failure.what}{hint}")

    def skipped(self, skipped: Skipped) -> None:
        """Files of a folder that are no texts."""
        self.note(f"{skipped.folder}: {skipped.count} file{'s' * (skipped.count > 1)} with other endings left out")

    def traceback(self) -> None:
        """Where the error that is being handled came from."""
        import traceback

        traceback.print_exc(file=sys.stderr)

    def _styled(self, word: str) -> str:
        return f"{_STYLES[word]}{word}\x1b[0m" if wants_color(self.color, sys.stderr) else word

    def _write(self, line: str) -> None:
        # File names and error texts may hold terminal codes of a stranger; ours are put in afterwards.
        kept = re.split("(\x1b\\[[0-9;]{1,5}m)", line)
        safe = "".join(part if part in (*_STYLES.values(), "\x1b[0m") else _CONTROL.sub("�", part) for part in kept)
        sys.stderr.write(safe.encode(sys.stderr.encoding or "utf-8", "replace").decode(sys.stderr.encoding or "utf-8") + "\n")
