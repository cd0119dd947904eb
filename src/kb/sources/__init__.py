"""Where bytes come from: a path, a folder, a pattern or standard input -> Sources.

Files are found with ``scandir`` and ``lstat``: regular files only, no symbolic link is followed
inside a folder, hidden names and kb's own ``kb.toml`` and ``index`` are passed over. A file that
cannot be taken in is a SourceError beside its location, never the end of the run.
"""

from __future__ import annotations

import glob
import hashlib
import heapq
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.errors import SourceEmpty, SourceError, SourceMissing, SourceTooLarge, SourceUnreadable
from kb.records import Source

STANDARD_INPUT = "-"
LARGEST_FILE = 20 * 1024 * 1024  # bytes; a page saved with its pictures may be large
_MAGIC = frozenset("*?[")
_IGNORED_FOLDERS = frozenset(("index", "node_modules", "__pycache__"))
_LIBRARY_FILE = "kb.toml"
_ESCAPED = re.compile(rb"\\x([0-9a-f]{2})")  # how absolute() prints a byte that is not UTF-8
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


@dataclass(frozen=True, slots=True)
class Location:
    """A place to read from; ``named`` when the user wrote it, not when a folder led to it."""

    path: str
    named: bool
    error: SourceError | None = None  # why it cannot be read, where that is known already


def find(locations: Iterable[str], *, typed: bool = True) -> Iterator[Location]:
    """Every file that the locations lead to, each once, folders in the order of their names.

    A symbolic link is followed where the user has ``typed`` it, and nowhere else.
    """
    seen: set[str] = set()
    for location in locations:
        for found in _expand(location) if typed or not os.path.islink(location) else [_linked(location)]:
            key = found.path if found.path == STANDARD_INPUT else os.path.abspath(found.path)
            if key not in seen:
                seen.add(key)
                yield found


def largest(found: Iterable[Location], count: int) -> list[Location]:
    """The locations of the largest files that kb reads, ``count`` of them at most; standard input is none."""
    sizes = {each: _size(each.path) for each in found if not each.error and each.path != STANDARD_INPUT}
    read = (each for each, size in sizes.items() if size <= LARGEST_FILE)
    return heapq.nlargest(count, read, key=sizes.__getitem__)


def read(location: Location) -> Source:
    """The bytes at a location; what they are is found out by the worker that reads them.

    Raises:
        SourceError: nothing there, no permission, not a regular file, empty or too large.
    """
    if location.error:
        raise location.error
    content = _standard_input() if location.path == STANDARD_INPUT else _bytes(location.path)
    if not content.strip():
        raise SourceEmpty("The file is empty.")
    return Source(
        location=STANDARD_INPUT if location.path == STANDARD_INPUT else absolute(location.path),
        content=content,
        media_type="",
        sha256=hashlib.sha256(content).hexdigest(),
    )


def refuse_larger(size: int) -> None:
    """Refuse a file of so many bytes if kb does not read as many.

    Raises:
        SourceTooLarge: it has more than LARGEST_FILE.
    """
    if size > LARGEST_FILE:
        raise SourceTooLarge(
            "The file has {size} MB and kb reads up to {limit} MB; split it or save its text alone.",
            size=size // 1024**2,
            limit=LARGEST_FILE // 1024**2,
        )


def absolute(path: str) -> str:
    r"""The path from the root, printable: bytes of a name that are not UTF-8 are written ``\\xNN``."""
    return os.fsencode(os.path.abspath(path)).decode("utf-8", errors="backslashreplace")


def place_of(folder: Path, path: str) -> str:
    """How records name a path: from ``folder`` where it lies inside, else from the root."""
    if path == STANDARD_INPUT:
        return path
    whole = Path(absolute(path))
    return whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else str(whole)


def file_of(folder: Path, location: str) -> Path | None:
    """The file that a location lies in: itself, or the archive or mail it was taken out of.

    ``location`` is as records have it: from ``folder``, or from the root. None: it is gone.
    """
    printed = folder / location
    meant = os.fsdecode(_ESCAPED.sub(lambda byte: bytes([int(byte[1], 16)]), os.fsencode(printed)))
    places = dict.fromkeys((printed, Path(meant)))  # a name may hold the very characters "\\xe9"
    found = next(filter(os.path.lexists, places), None)
    return found or next((each for place in places for each in place.parents if os.path.isfile(each)), None)


def _expand(location: str) -> Iterator[Location]:
    if location == STANDARD_INPUT:
        yield Location(location, named=True)
    elif os.path.isdir(location):
        yield from _folder(location)
    elif not os.path.lexists(location) and _MAGIC.intersection(location):
        base = _named_part(location)
        matches = [path for path in sorted(glob.glob(location, recursive=True)) if _reached(path, base)]
        for match in matches:
            yield from _expand(match)
        if not matches:
            yield Location(location, named=True, error=SourceMissing("No file matches this pattern."))
    else:
        yield Location(location, named=True)


def _named_part(pattern: str) -> str:
    """The folders of a pattern that stand before its first ``*``, ``?`` or ``[``."""
    parts = pattern.split(os.sep)
    magic = next(index for index, part in enumerate(parts) if _MAGIC.intersection(part))
    return os.sep.join(parts[:magic])


def _reached(path: str, base: str) -> bool:
    """Whether a walk from ``base`` would come to ``path``: ``**`` also goes through links and kb's index."""
    inner = os.path.relpath(path, base or os.curdir).split(os.sep)[:-1]
    here = base
    for name in inner:
        here = os.path.join(here, name)
        if os.path.islink(here) or _left_alone(name, here):
            return False
    folder = os.path.isdir(path)
    return not (folder and (os.path.islink(path) or _left_alone(os.path.basename(path), path)))


def _folder(folder: str) -> Iterator[Location]:
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            with os.scandir(here) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Location(here, named=False, error=_unreadable(error))
            continue
        inner = []
        for entry in found:
            if entry.name.startswith(".") or entry.name == _LIBRARY_FILE:
                continue
            if entry.is_symlink():
                yield _linked(entry.path)
            elif not entry.is_dir(follow_symlinks=False):
                yield Location(entry.path, named=False)
            elif not _left_alone(entry.name, entry.path):
                inner.append(entry.path)
        pending += reversed(inner)


def _left_alone(name: str, folder: str) -> bool:
    """Whether a folder holds no documents of the user's: caches, and the ``index`` that kb keeps."""
    return name in _IGNORED_FOLDERS and (name != "index" or os.path.exists(os.path.join(folder, "kb.db")))


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):  # ValueError: a name with a NUL byte; that it cannot be read is told later
        return 0


def _bytes(path: str) -> bytes:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise SourceUnreadable("Not a regular file; kb reads files and folders.")
        handle = os.open(os.path.realpath(path), _FLAGS)
        with os.fdopen(handle, "rb") as file:
            size = os.fstat(handle).st_size
            content = b"" if size > LARGEST_FILE else file.read(LARGEST_FILE + 1)
    except (FileNotFoundError, ValueError) as error:  # ValueError: a name with a NUL byte
        raise SourceMissing("There is no such file.") from error
    except OSError as error:
        raise _unreadable(error) from error
    refuse_larger(max(size, len(content)))
    return content


def _standard_input() -> bytes:
    content = sys.stdin.buffer.read(LARGEST_FILE + 1)
    refuse_larger(len(content))
    return content


def _linked(path: str) -> Location:
    error = SourceUnreadable("A symbolic link; kb follows none inside a folder. Name the file itself.")
    return Location(path, named=False, error=error)


def _unreadable(error: OSError) -> SourceError:
    if isinstance(error, PermissionError):
        return SourceUnreadable("Permission to read it is missing.")
    return SourceUnreadable("It cannot be read ({reason}).", reason=error.strerror or type(error).__name__)
