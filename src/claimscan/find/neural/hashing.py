"""The two hash functions by which spaCy finds the rows of a word in a network's tables, for many words at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]

_MULTIPLIER, _SHIFT, _SEED = np.uint64(0xC6A4A7935BD1E995), np.uint64(47), np.uint64(1)
_HIGH = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


def numbers_of(words: Sequence[str]) -> Numbers:
    """The 64 bits that spaCy knows a text by (MurmurHash64A)."""
    encoded = [word.encode("utf-8", "replace") for word in words]
    lengths = np.array([len(each) for each in encoded], dtype=np.uint64)
    width = -(-max(map(len, encoded), default=0) // 8) * 8
    blocks = np.frombuffer(b"".join(each.ljust(width, b"\0") for each in encoded), dtype="<u8").reshape(len(encoded), -1)
    found = _SEED ^ (lengths * _MULTIPLIER)
    for at in range(blocks.shape[1]):
        whole = blocks[:, at] * _MULTIPLIER
        whole ^= whole >> _SHIFT
        whole = (found ^ (whole * _MULTIPLIER)) * _MULTIPLIER
        last = (found ^ blocks[:, at]) * _MULTIPLIER
        left = lengths - np.minimum(lengths, np.uint64(8 * at))
        found = np.where(left >= 8, whole, np.where(left > 0, last, found))
    found ^= found >> _SHIFT
    found *= _MULTIPLIER
    return found ^ (found >> _SHIFT)


def rows_of(numbers: Numbers, seed: int, rows: int) -> Numbers:
    """The four rows of a table that belong to each of these numbers (MurmurHash3, 128 bits)."""
    start = np.uint64(seed ^ 8)
    first = numbers * np.uint64(0x87C37B91114253D5)
    first = (first << np.uint64(31)) | (first >> np.uint64(33))
    first = ((first * np.uint64(0x4CF5AD432745937F)) ^ start) + start
    second = _mixed(start + first)
    first = _mixed(first) + second
    second = second + first
    return np.stack([first & _LOW, first >> _HIGH, second & _LOW, second >> _HIGH], axis=1) % np.uint64(rows)


def _mixed(numbers: Numbers) -> Numbers:
    """The numbers with all their bits stirred."""
    numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return numbers ^ (numbers >> np.uint64(33))
