"""Opening a store: made, brought up to this version, or read where nothing can be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from kb.errors import KbError, LibraryDamaged, LibraryTooNew
from kb.store import tables
from kb.store.database import damaged
from kb.store.originals import private
from kb.store.writing import Store

PATIENCE = 30.0  # seconds that a statement waits for another process's transaction
_PAUSE = 0.05  # seconds


def open_store(folder: Path, *, writable: bool) -> Store:
    """The store in ``folder``, made or brought up to this version if need be.

    Raises:
        LibraryTooNew: a newer kb wrote it.
        LibraryDamaged: the file is not a database of kb, or is broken.
    """
    path = folder / "kb.db"
    if writable:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():  # made here, so that nobody else can ever read it or its log
            os.close(private(str(path), os.O_CREAT | os.O_WRONLY))
    deadline = monotonic() + PATIENCE
    while True:
        try:
            return Store(folder, _opened(path, writable=writable), writable=writable)
        except sqlite3.DatabaseError as error:
            # SQLite waits for a lock, but not when two processes make the same database.
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise damaged(folder, error) from error
            sleep(_PAUSE)


def _opened(path: Path, *, writable: bool) -> sqlite3.Connection:
    connection = _connect(path) if writable else _connect_for_reading(path)
    try:
        _check(connection, path)
        if not writable and 0 < tables.version_of(connection) < len(tables.MIGRATIONS):
            connection = _raised_in_memory(connection)
        _prepare(connection, path, writable=writable)
    except (sqlite3.DatabaseError, KbError):
        connection.close()
        raise
    return connection


def _connect(path: Path | str, *, uri: bool = False) -> sqlite3.Connection:
    # check_same_thread: the web server's threads take turns under the library's lock.
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=uri)


def _connect_for_reading(path: Path) -> sqlite3.Connection:
    """A medium that cannot be written to has no writer, and no room for SQLite's shared memory."""
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() or not log.stat().st_size:
        return _connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    # It was copied while open, or after a crash: acknowledged documents may stand in the log alone.
    memory = _connect(":memory:")
    with TemporaryDirectory() as folder:
        for part in (path, log):
            shutil.copyfile(part, Path(folder, part.name))
        with closing(_connect(Path(folder, path.name))) as copy:
            copy.backup(memory)
    return memory


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """That the database is ours and not too new, before anything in it is changed."""
    # Before the version: another process that makes this database keeps originals only when it is made.
    originals = any((path.parent / "originals").glob("*/*"))
    version, application = tables.version_of(connection), tables.pragma(connection, "application_id")
    made = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if not (application or version or made) and originals:
        raise LibraryDamaged(
            "{path} is empty although documents were kept; restore it, or delete {folder} to begin anew.",
            path=path, folder=path.parent,
        )  # fmt: skip
    if application != tables.APPLICATION_ID and (application or version or made):
        raise LibraryDamaged("{path} is a database of another program.", path=path)
    if version > len(tables.MIGRATIONS):
        raise LibraryTooNew("{path} was written by a newer version of kb; install that version.", path=path)


def _prepare(connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
    for pragma in ("foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")
    if writable:
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        _upgrade(connection, path)


def _upgrade(connection: sqlite3.Connection, path: Path) -> None:
    version = tables.version_of(connection)
    if version == len(tables.MIGRATIONS):
        return
    if version:
        _copy(connection, path.with_suffix(f".before-{version + 1}.db"))
    tables.migrate(connection)


def _raised_in_memory(older: sqlite3.Connection) -> sqlite3.Connection:
    """The database of an older kb, brought up to this version where nothing can be written."""
    with closing(older):
        memory = _connect(":memory:")
        older.backup(memory)
    tables.migrate(memory)
    return memory


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    os.close(private(str(target), os.O_CREAT | os.O_WRONLY))
    with closing(_connect(target)) as copy:
        connection.backup(copy)
