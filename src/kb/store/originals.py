"""The bytes of every file that was taken in, under their sha256."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

from kb.store.database import full

_NO_ROOM = frozenset(getattr(errno, name) for name in ("ENOSPC", "EDQUOT") if hasattr(errno, name))


def path_of(folder: Path, sha256: str) -> Path:
    """Where the bytes with this hash are kept in the library of ``folder``."""
    return folder / "originals" / sha256[:2] / sha256


def keep(folder: Path, content: bytes) -> str:
    """Keep the bytes of a file for good; returns their sha256.

    Raises:
        LibraryFull: there is no room for them.
    """
    digest = hashlib.sha256(content).hexdigest()
    target = path_of(folder, digest)
    if target.exists():
        return digest
    for each in (target.parents[1], target.parent):
        each.mkdir(mode=0o700, exist_ok=True)
    temporary = target.with_name(f".{digest}")  # the same at every try: a crash leaves no second one
    try:
        with open(temporary, "wb", opener=private) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        temporary.unlink(missing_ok=True)
        if error.errno in _NO_ROOM:
            raise full(folder) from error
        raise
    temporary.replace(target)
    _sync_folder(target.parent)
    return digest


def private(path: str, flags: int) -> int:
    """Open a file as ``open`` asks, for its owner alone."""
    return os.open(path, flags, 0o600)


def _sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` durable, where the system can (POSIX)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
