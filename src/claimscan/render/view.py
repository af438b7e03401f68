"""How records are to be shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """What every renderer is told.

    `single`: one record was asked for, so JSON is an object. `with_text`: include the document's text. `evidence`: show each
    claim's sentence. `color`: terminal colours. `width`: columns of the terminal; None where nothing may be cut or wrapped.
    """

    single: bool = False
    with_text: bool = False
    evidence: bool = False
    color: bool = False
    width: int | None = None
