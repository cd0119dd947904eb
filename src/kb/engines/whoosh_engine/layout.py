"""How an index file lies on the disk: arrays one after another, and a directory at the end.

A file is a run of blocks, then a JSON directory ``{name: [type, start, bytes]}``, then the length
of the directory in eight bytes. Numbers are little-endian and as narrow as their greatest value
allows, so that reading one is a copy of memory and the files stay small enough to be hashed
whenever an index is opened.

A posting list is a header, the numbers of the texts that hold the term, how often each holds it,
and the positions, those of all texts in a row.
"""

from __future__ import annotations

import json
import struct
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from mmap import mmap
from typing import NamedTuple, TypeAlias

_LENGTH = struct.Struct("<Q")
_LIST = struct.Struct("<II3s")  # texts, positions, and the type of each of the three arrays
_NARROW = ((1 << 8, "B"), (1 << 16, "H"), (1 << 32, "I"), (1 << 64, "Q"))
_SIZE = {code: array(code).itemsize for code in "BHIQ"}
_SWAPPED = sys.byteorder == "big"

Numbers: TypeAlias = "array[int]"  # in quotes: Python 3.11 cannot subscript it


class Postings(NamedTuple):
    """Where a term occurs: ``counts[i]`` times in text ``texts[i]``, texts rising."""

    texts: Numbers
    counts: Numbers
    positions: Numbers  # of all texts, one after the other


def narrow(values: Sequence[int]) -> Numbers:
    """``values`` as an array of the narrowest type that holds them.

    >>> narrow([1, 255]).typecode, narrow([256]).typecode
    ('B', 'H')
    """
    greatest = max(values, default=0)
    return array(next(code for limit, code in _NARROW if greatest < limit), values)


def to_bytes(values: Numbers) -> bytes:
    """An array as it lies in a file."""
    if _SWAPPED:
        values = values[:]
        values.byteswap()
    return values.tobytes()


def from_bytes(code: str, data: bytes) -> Numbers:
    """The array that ``to_bytes`` wrote."""
    values = array(code, data)
    if _SWAPPED:
        values.byteswap()
    return values


def pack_postings(found: Postings) -> bytes:
    """A posting list.

    >>> found = Postings(array("I", [3, 700]), array("I", [1, 2]), array("I", [1, 2, 9]))
    >>> unpack_postings(pack_postings(found), 0)
    Postings(texts=array('H', [3, 700]), counts=array('B', [1, 2]), positions=array('B', [1, 2, 9]))
    """
    arrays = [narrow(values) for values in found]
    codes = "".join(each.typecode for each in arrays).encode()
    return _LIST.pack(len(found.texts), len(found.positions), codes) + b"".join(map(to_bytes, arrays))


def unpack_postings(data: bytes | mmap, start: int) -> Postings:
    """The posting list that begins at ``start``."""
    texts, positions, codes = _LIST.unpack_from(data, start)
    end = start + _LIST.size
    arrays = []
    for code, length in zip(codes.decode(), (texts, texts, positions), strict=True):
        start, end = end, end + length * _SIZE[code]
        arrays.append(from_bytes(code, data[start:end]))
    return Postings(*arrays)


def count_texts(data: bytes | mmap, start: int) -> int:
    """How many texts the posting list that begins at ``start`` has."""
    texts, _, _ = _LIST.unpack_from(data, start)
    return int(texts)


class Vocabulary:
    """Sorted byte strings on their way into a file; they take no more memory than their letters."""

    def __init__(self) -> None:
        self.joined = bytearray()
        self.starts = array("Q", [0])  # one more than there are strings

    def append(self, value: bytes) -> None:
        """Put one behind the others."""
        self.joined += value
        self.starts.append(len(self.joined))


class FileWriter:
    """Writes blocks, and the directory when it is told to finish."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self._end = 0
        self._directory: dict[str, tuple[str, int, int]] = {}

    def put(self, data: bytes) -> int:
        """Write a block without a name; where it begins."""
        self._write(data)
        start, self._end = self._end, self._end + len(data)
        return start

    def numbers(self, name: str, values: Sequence[int]) -> None:
        """Write an array."""
        data = narrow(values)
        self._name(name, data.typecode, to_bytes(data))

    def strings(self, name: str, values: Sequence[str]) -> None:
        """Write strings."""
        self._name(name, "json", json.dumps(values).encode())

    def terms(self, name: str, values: Vocabulary) -> None:
        """Write byte strings that are looked up by bisection: the bytes, and where each begins."""
        self.numbers(f"{name}.starts", values.starts)
        self._name(f"{name}.bytes", "bytes", bytes(values.joined))

    def finish(self) -> None:
        """Write the directory."""
        directory = json.dumps(self._directory).encode()
        self.put(directory)
        self.put(_LENGTH.pack(len(directory)))

    def _name(self, name: str, code: str, data: bytes) -> None:
        self._directory[name] = (code, self.put(data), len(data))


class FileReader:
    """Reads what a FileWriter wrote, out of a memory map: no position, so any thread may."""

    def __init__(self, data: mmap) -> None:
        self.data = data
        end = len(data) - _LENGTH.size
        (length,) = _LENGTH.unpack_from(data, end)
        self._directory = json.loads(data[end - length : end])

    def numbers(self, name: str) -> Numbers:
        """The array of this name."""
        code, start, length = self._directory[name]
        return from_bytes(code, self.data[start : start + length])

    def strings(self, name: str) -> list[str]:
        """The strings of this name."""
        _, start, length = self._directory[name]
        values: list[str] = json.loads(self.data[start : start + length])
        return values

    def terms(self, name: str) -> Terms:
        """The sorted byte strings of this name."""
        _, start, _ = self._directory[f"{name}.bytes"]
        return Terms(self.data, start, self.numbers(f"{name}.starts"))


class Terms:
    """Sorted byte strings, left where they lie until one is asked for."""

    def __init__(self, data: mmap, base: int, starts: Numbers) -> None:
        self._data = data
        self._base = base
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, index: int) -> bytes:
        starts = self._starts
        return self._data[self._base + starts[index] : self._base + starts[index + 1]]

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(len(self)))
