"""What spaCy stores of a trained network: the few kinds of MessagePack values it uses, arrays among them."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np

_NUMBERS = {0xCA: ">f", 0xCB: ">d", 0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q", 0xD0: ">b", 0xD1: ">h", 0xD2: ">i", 0xD3: ">q"}
_LENGTHS = {1: ">B", 2: ">H", 4: ">I"}
_TEXTS = {0xD9: 1, 0xDA: 2, 0xDB: 4}
_BYTES = {0xC4: 1, 0xC5: 2, 0xC6: 4}
_LISTS = {0xDC: 2, 0xDD: 4}
_MAPS = {0xDE: 2, 0xDF: 4}
_CONSTANTS = {0xC0: None, 0xC2: False, 0xC3: True}


def read_stored(path: Path) -> Any:
    """The value in a file. Raises ValueError for what is not MessagePack or not whole."""
    try:
        return unpacked(path.read_bytes())
    except (IndexError, struct.error) as error:
        raise ValueError(f"{path.name} is cut short") from error


def unpacked(data: bytes) -> Any:
    """The value that these bytes stand for."""
    return _Reader(data).value()


class _Reader:
    """Reads values from bytes, one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = memoryview(data)
        self._at = 0

    def value(self) -> Any:
        """The next value."""
        code = self._take(1)[0]
        if code < 0x80 or code >= 0xE0:
            return code if code < 0x80 else code - 0x100
        if code in _CONSTANTS:
            return _CONSTANTS[code]
        if code in _NUMBERS:
            return self._number(_NUMBERS[code])
        if code < 0x90 or code in _MAPS:
            return self._map(code & 0x0F if code < 0x90 else self._length(_MAPS[code]))
        if code < 0xA0 or code in _LISTS:
            return [self.value() for _ in range(code & 0x0F if code < 0xA0 else self._length(_LISTS[code]))]
        if code < 0xC0 or code in _TEXTS:
            return str(self._take(code & 0x1F if code < 0xC0 else self._length(_TEXTS[code])), "utf-8")
        if code in _BYTES:
            return bytes(self._take(self._length(_BYTES[code])))
        raise ValueError(f"unknown kind of value {code:#x}")

    def _map(self, length: int) -> Any:
        """A mapping, or the array that it describes."""
        found = {key.decode() if isinstance(key, bytes) else key: self.value() for key in (self.value() for _ in range(length))}
        if "nd" not in found:
            return found
        return np.frombuffer(found["data"], dtype=np.dtype(found["type"])).reshape(found["shape"])

    def _length(self, size: int) -> int:
        return int(self._number(_LENGTHS[size]))

    def _number(self, form: str) -> Any:
        return struct.unpack(form, self._take(struct.calcsize(form)))[0]

    def _take(self, size: int) -> memoryview:
        taken = self._data[self._at : self._at + size]
        if len(taken) < size:
            raise IndexError(size)
        self._at += size
        return taken
