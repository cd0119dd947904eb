"""The tables of the database, each version made of the one before it."""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x6B62_6462  # "kbdb"
MIGRATIONS = (
    """
    CREATE TABLE documents (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        symbol TEXT,
        published TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        edition INTEGER NOT NULL,
        reading INTEGER NOT NULL,
        change INTEGER NOT NULL,
        record TEXT NOT NULL
    ) STRICT;
    CREATE INDEX documents_sha256 ON documents (sha256);
    CREATE INDEX documents_symbol ON documents (symbol);
    CREATE TABLE aliases (
        alias TEXT NOT NULL,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        PRIMARY KEY (alias, document)
    ) STRICT;
    CREATE TABLE passages (
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        place INTEGER NOT NULL,
        address TEXT NOT NULL,
        passage TEXT NOT NULL,
        PRIMARY KEY (document, place),
        UNIQUE (document, address)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE locations (
        location TEXT PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        sha256 TEXT NOT NULL,
        first_read TEXT NOT NULL
    ) STRICT;
    CREATE INDEX locations_document ON locations (document);
    CREATE TABLE editions (
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        number INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        record TEXT NOT NULL,
        PRIMARY KEY (document, number)
    ) STRICT;
    CREATE TABLE changes (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL,
        action TEXT NOT NULL CHECK (action IN ('put', 'remove')),
        at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE set_aside (
        location TEXT PRIMARY KEY,
        template TEXT NOT NULL,
        details TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    """,
    """
    ALTER TABLE set_aside ADD COLUMN media_type TEXT NOT NULL DEFAULT '';
    ALTER TABLE set_aside ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
    """,
    """
    ALTER TABLE documents ADD COLUMN assigned TEXT NOT NULL DEFAULT '';
    CREATE INDEX documents_assigned ON documents (assigned);
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database up to this version, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for migration in MIGRATIONS[version_of(connection) :]:  # another process may have been first
        for statement in filter(str.strip, migration.split(";")):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute("COMMIT")


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables; 0 where there are none yet."""
    return pragma(connection, "user_version")


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """A number that SQLite keeps about the database."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
