"""How a report is to be shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportView:
    """What every renderer of a report is told.

    `top`: how many lines a section has at most, None for all. `color`: terminal colours. `width`: columns of the terminal; None where
    nothing may be cut or wrapped.
    """

    top: int | None = None
    color: bool = False
    width: int | None = None
