"""A small trained network that reads names, run with numpy alone: words in, guesses with their probabilities out.

It reads the very files that spaCy writes when the network is trained, and finds the very entities that spaCy would mark.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guess:
    """A name in a text with a recogniser's probability for it, in [0, 1]; places are code points."""

    start: int
    end: int
    label: str
    probability: float
