"""The story of a file that a browser hands over: it is put into the folder ``added`` of the knowledge base.

From there it is taken in like any file (kb.ingesting), so that the same rules hold: the same bytes are one
document, and what could not be read can be tried again. A file whose name is taken gets a number behind it;
whether it is a new edition is told by what it says (kb.copies). A file is there whole or not at all.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import unicodedata
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from kb import sources
from kb.copies import numbered
from kb.errors import LibraryError, LibraryReadOnly
from kb.library import Library
from kb.sources import LARGEST_FILE, refuse_larger

FOLDER = "added"
LARGEST = LARGEST_FILE  # bytes
_LONGEST_NAME = 120  # bytes, of the 255 that file systems take
# What no file system takes, or Windows does not; what drives a terminal or turns the direction of text.
_UNSAFE = re.compile('[\x00-\x1f\x7f-\x9f<>:"|?*\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffd]')


@dataclass(frozen=True, slots=True)
class Received:
    """A file that was handed over: where it lies now, or the id of the document that has its bytes."""

    path: Path | None
    held: str | None = None


def receive(
    library: Library, name: str, content: IO[bytes], *, beside: Collection[Path] = (), replacing: bool = False
) -> Received:
    """Put a file into the folder, unless a document with its bytes is held.

    A file takes the place of one of its name that could not be read; with ``replacing``, of any but those
    that came ``beside`` it. Else it gets a number.

    Raises:
        SourceTooLarge: it has more bytes than kb reads from one file.
        LibraryError: it cannot be kept.
    """
    if not library.writable:
        raise LibraryReadOnly("{folder} can only be read; copy it to change it.", folder=library.folder)
    digest, size = _measured(content)
    refuse_larger(size)
    if held := library.store.held_bytes(digest):
        return Received(None, held.id)
    folder = library.folder / FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        path = next(
            place
            for place in numbered(folder, safe_name(name))
            if not os.path.lexists(place)
            or _holds(place, digest, size)
            or (place not in beside and (replacing or _is_set_aside(library, place)))
        )
        if not _holds(path, digest, size):
            _write(path, content)
    except OSError as error:
        raise LibraryError(
            "{file} cannot be kept ({reason}).", file=safe_name(name), reason=error.strerror
        ) from error
    return Received(path)


def safe_name(name: str) -> str:
    r"""A name for a file on any system, as near to the given one as may be.

    >>> safe_name("..\\..\\etc/passwd"), safe_name(".hidden\x00 <b>.md"), safe_name("/")
    ('passwd', 'hidden_ _b_.md', 'document')
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = _UNSAFE.sub("_", last).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    ending = f"{dot}{ending}" if stem and len(ending) <= 10 else ""
    room = _LONGEST_NAME - len(ending.encode("utf-8", errors="replace"))
    kept = plain.removesuffix(ending).encode("utf-8", errors="replace")[:room]
    return f"{kept.decode('utf-8', errors='ignore')}{ending}".strip() or "document"


def _measured(content: IO[bytes]) -> tuple[str, int]:
    """The sha256 and the number of bytes."""
    content.seek(0)
    digest, size = hashlib.sha256(), 0
    while piece := content.read(1024 * 1024):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


def _holds(file: Path, digest: str, size: int) -> bool:
    """Whether a file lies there that has these bytes."""
    if not file.is_file() or file.stat().st_size != size:
        return False
    with file.open("rb") as content:
        return _measured(content)[0] == digest


def _is_set_aside(library: Library, file: Path) -> bool:
    return library.store.is_set_aside(sources.place_of(library.folder, str(file)))


def _write(path: Path, content: IO[bytes]) -> None:
    content.seek(0)
    # A hidden name: who reads the folder meanwhile passes it over.
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as kept:
        name = Path(kept.name)
    try:
        with name.open("wb") as file:
            shutil.copyfileobj(content, file)
            file.flush()
            os.fsync(file.fileno())
        name.replace(path)
    except OSError:
        with suppress(OSError):
            name.unlink()
        raise
