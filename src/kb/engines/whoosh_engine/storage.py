"""Whoosh's files, made to survive a power cut.

Whoosh never calls fsync; after a cut, 0 of 40 indexes were whole. Here every file of a commit is
synced, then the folder, then the table of contents is renamed into place, then the folder is
synced again: whoever reads the new table of contents finds all that it names.

Nor does it delete: the files of the state before stay until the next ``apply``, so that an index
whose seal was never written (a crash between commit and seal) is still the one that was sealed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any as Untyped

from whoosh.filedb.filestore import FileStorage


def sync_file(path: Path) -> None:
    """Wait until the content of the file is on the disk."""
    descriptor = os.open(path, os.O_RDWR)  # Windows syncs no file that is open for reading only
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Wait until the names in the folder are on the disk; Windows does so by itself."""
    if os.name != "posix":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class SyncedStorage(FileStorage):
    """A folder of index files."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._written: set[str] = set()

    def create_file(self, name: str, **options: Untyped) -> Untyped:
        """A new file, which will be synced before the commit."""
        self._written.add(name)
        return super().create_file(name, **options)

    def rename_file(self, oldname: str, newname: str, **options: Untyped) -> None:
        """The commit: Whoosh renames its table of contents last of all."""
        folder = Path(self.folder)
        for name in self._written:
            sync_file(folder / name)
        self._written.clear()
        sync_folder(folder)
        super().rename_file(oldname, newname, **options)
        sync_folder(folder)

    def delete_file(self, name: str) -> None:
        """Keep the file: it may belong to the state that is sealed."""
