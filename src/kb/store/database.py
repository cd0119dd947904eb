"""One connection to the database: statements, transactions, and what SQLite's errors mean to the user."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from kb.errors import LibraryDamaged, LibraryError, LibraryFull
from kb.schema import Json

Row = tuple[Any, ...]


class Database:
    """The database of the library in ``folder``."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, *, writable: bool) -> None:
        self.folder = folder
        self.writable = writable
        self._connection = connection

    def close(self) -> None:
        """Let go of the database, its log written back."""
        if self._connection.total_changes:  # who only read does not wait for others to write
            self._run("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    def _read(self, text: str) -> Json:
        try:
            return cast(Json, json.loads(text))
        except ValueError as error:
            raise LibraryDamaged(
                "A record in {folder} is damaged; restore a backup, or delete index/ and ingest again.",
                folder=self.folder,
            ) from error

    def _run(self, statement: str, *values: object) -> list[Row]:
        """Every row at once: a broken page shows when it is read, and no cursor holds up a writer."""
        try:
            return self._connection.execute(statement, values).fetchall()
        except UnicodeEncodeError:  # a name typed in bytes that are no text: nothing here has it
            return []
        except sqlite3.DatabaseError as error:
            raise damaged(self.folder, error) from error

    def _row(self, statement: str, *values: object) -> Row | None:
        return next(iter(self._run(statement, *values)), None)

    def _column(self, statement: str, *values: object) -> list[str]:
        return [row[0] for row in self._run(statement, *values)]

    def _run_each(self, statement: str, rows: Iterable[Row]) -> None:
        try:
            self._connection.executemany(statement, rows)
        except sqlite3.DatabaseError as error:
            raise damaged(self.folder, error) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:  # around all of it: Ctrl-C may come right behind BEGIN or before COMMIT
            self._run("BEGIN IMMEDIATE")
            yield
            self._run("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise


def damaged(folder: Path, error: sqlite3.DatabaseError) -> LibraryError:
    """What to say where SQLite cannot use the database."""
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return full(folder)
    return LibraryDamaged(
        "The database in {folder} cannot be used ({reason}).", folder=folder, reason=str(error)
    )


def full(folder: Path) -> LibraryFull:
    """What to say where there is no room."""
    return LibraryFull(
        "The disk of {folder} is full; make room and run the command again. What was acknowledged is kept.",
        folder=folder,
    )
