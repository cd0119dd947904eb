"""The truth: records in SQLite, every change numbered, originals by their sha256.

    originals/ab/abcdef...   the bytes of every file, written first (temporary file, fsync, rename)
    kb.db                    documents, passages, editions, changes; one transaction a document

What must stay true: a document is acknowledged when its transaction has ended, and never half
there; change numbers only grow; an engine that has applied every change up to ``last_change``
holds exactly the documents of ``documents``. WAL with ``synchronous=FULL``, because NORMAL lost
acknowledged transactions in 15 of 15 power cuts and FULL in none.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any, cast

from kb.answers import SetAside
from kb.errors import KbError, LibraryDamaged, LibraryError, LibraryFull, LibraryTooNew, NotHeld
from kb.messages import Message
from kb.records import Change, Document, Edition, Passage
from kb.schema import Json, from_json, passage_from_json, passage_json, to_json, topics_json

Row = tuple[Any, ...]
PATIENCE = 30.0  # seconds that a statement waits for another process's transaction
_PAUSE = 0.05  # seconds
_NO_ROOM = frozenset(getattr(errno, name) for name in ("ENOSPC", "EDQUOT") if hasattr(errno, name))
APPLICATION_ID = 0x6B62_6462  # "kbdb"
_MIGRATIONS = (
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


@dataclass(frozen=True, slots=True)
class Held:
    """What the store knows of a document without reading its record."""

    key: int
    id: str
    sha256: str
    edition: int
    reading: int
    kind: str
    language: str


_SET_ASIDE = "SELECT location, template, details, at, media_type, size FROM set_aside"


class Store:
    """One knowledge base's database and originals. Open it with ``open_store``."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, *, writable: bool) -> None:
        self.folder = folder
        self.writable = writable
        self._connection = connection

    def close(self) -> None:
        """Let go of the database, its log written back."""
        if self._connection.total_changes:  # who only read does not wait for others to write
            self._run("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    # Writing -------------------------------------------------------------------------------

    def keep_original(self, content: bytes) -> str:
        """Keep the bytes of a file for good; returns their sha256.

        Raises:
            LibraryFull: there is no room for them.
        """
        digest = hashlib.sha256(content).hexdigest()
        target = self.original_path(digest)
        if target.exists():
            return digest
        for folder in (target.parents[1], target.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        temporary = target.with_name(f".{digest}")  # the same at every try: a crash leaves no second one
        try:
            with open(temporary, "wb", opener=_private) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            temporary.unlink(missing_ok=True)
            if error.errno in _NO_ROOM:
                raise _full(self.folder) from error
            raise
        temporary.replace(target)
        _sync_folder(target.parent)
        return digest

    def put(
        self, document: Document, *, reading: int, replaces: str | None = None, assigned: str = ""
    ) -> Document:
        """Keep a document in one transaction and number the change.

        ``replaces`` is the id of the document of which this is a new edition; otherwise the
        document is new, and ``-2`` is put behind its id if another has that id already.
        ``reading`` is the version of kb's reading that made the record, ``assigned`` the
        fingerprint of the thesaurus that gave it its topics.

        Returns:
            The document as kept: with its final id and edition.
        """
        with self._transaction():
            held = self.held(replaces) if replaces else None
            kept = self._edition(document, held) if held else replace(document, id=self._free_id(document.id))
            change = self._change(kept.id, "put")
            key = self._write(kept, held.key if held else None, reading, change, assigned)
            self._run("DELETE FROM set_aside WHERE location = ?", kept.locations[0])
            self._run("DELETE FROM locations WHERE location = ?", kept.locations[0])
            self._run(
                "INSERT INTO locations VALUES (?, ?, ?, ?)",
                kept.locations[0],
                key,
                kept.sha256,
                _now(),
            )
        return kept

    def assign(self, document: Document, assigned: str) -> None:
        """Keep the topics and groups of a document that is held; a change if they are others.

        Raises:
            NotHeld: there is no such document.
        """
        with self._transaction():
            key = self._known(document.id).key
            record = self._read(self._run("SELECT record FROM documents WHERE key = ?", key)[0][0])
            told = {"topics": topics_json(document.topics), "groups": topics_json(document.groups)}
            if record | told != record:
                change = self._change(document.id, "put")
                written = json.dumps(record | told, ensure_ascii=False)
                self._run("UPDATE documents SET record = ?, change = ? WHERE key = ?", written, change, key)
            self._run("UPDATE documents SET assigned = ? WHERE key = ?", assigned, key)

    def locate(self, document_id: str, location: str, sha256: str) -> None:
        """Note that the same bytes were also read from ``location``."""
        with self._transaction():
            key = self._known(document_id).key
            self._run("DELETE FROM set_aside WHERE location = ?", location)
            self._run("DELETE FROM locations WHERE location = ?", location)
            self._run("INSERT INTO locations VALUES (?, ?, ?, ?)", location, key, sha256, _now())

    def remove(self, document_id: str) -> None:
        """Take a document out, with its editions, locations and originals that nobody else needs.

        Raises:
            NotHeld: there is no such document.
        """
        held = self._known(document_id)
        with self._transaction():
            originals = self._column("SELECT sha256 FROM editions WHERE document = ?", held.key)
            self._change(held.id, "remove")
            self._run("DELETE FROM documents WHERE key = ?", held.key)
        for digest in {held.sha256, *originals}:
            if not self._needed(digest):
                self.original_path(digest).unlink(missing_ok=True)

    def set_aside(self, location: str, reason: Message, *, media_type: str = "", size: int = 0) -> None:
        """Remember that a file of ``size`` bytes could not be taken in, and why."""
        values = {name: str(value) for name, value in reason.values.items()}
        details = json.dumps(values, ensure_ascii=False)
        with self._transaction():
            self._run(
                "INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?, ?, ?, ?)",
                location, reason.template, details, _now(), media_type, size,
            )  # fmt: skip

    def drop(self, location: str) -> None:
        """Forget that a file was set aside."""
        with self._transaction():
            self._run("DELETE FROM set_aside WHERE location = ?", location)

    def save(self, name: str, value: str) -> None:
        """Keep a setting of the library itself."""
        with self._transaction():
            self._run("INSERT OR REPLACE INTO settings VALUES (?, ?)", name, value)

    # Reading -------------------------------------------------------------------------------

    @property
    def last_change(self) -> int:
        """The number of the newest change; 0 in an empty store."""
        found = self._row("SELECT max(number) FROM changes")
        return int(found[0] or 0) if found else 0

    @property
    def revision(self) -> tuple[int, int]:
        """Another one whenever something was committed, here or by another process, since we opened it."""
        return _pragma(self._connection, "data_version"), self._connection.total_changes

    def setting(self, name: str) -> str | None:
        """What ``save`` kept under this name."""
        found = self._row("SELECT value FROM settings WHERE name = ?", name)
        return str(found[0]) if found else None

    def changes(self, after: int) -> Iterator[Change]:
        """The latest change of every document that changed since, in their order."""
        rows = self._run("SELECT max(number), id FROM changes WHERE number > ? GROUP BY id ORDER BY 1", after)
        for number, document_id in rows:
            try:
                yield Change(number=number, id=document_id, document=self.document(document_id))
            except NotHeld:
                yield Change(number=number, id=document_id, document=None)

    def assigned_otherwise(self, assigned: str) -> list[str]:
        """The ids of the documents that another thesaurus gave their topics."""
        return self._column(
            "SELECT id FROM documents WHERE assigned < ? OR assigned > ? ORDER BY key", assigned, assigned
        )

    def ids(self) -> list[str]:
        """The id of every document, in order."""
        return self._column("SELECT id FROM documents ORDER BY id")

    def held(self, document_id: str) -> Held | None:
        """What is known of a document by its id; None when it is not held."""
        return self._held("WHERE id = ?", document_id)

    def held_bytes(self, sha256: str) -> Held | None:
        """The document whose current edition has these bytes."""
        return self._held("WHERE sha256 = ? ORDER BY key", sha256)

    def held_location(self, location: str) -> Held | None:
        """The document that was read from a location."""
        return self._held("WHERE key = (SELECT document FROM locations WHERE location = ?)", location)

    def resolve(self, name: str) -> str:
        """The id for an id or one of the further names of a document.

        Raises:
            NotHeld: no document answers to it.
        """
        if self.held(name):
            return name
        found = self._column(
            "SELECT id FROM documents JOIN aliases ON document = key WHERE alias = ? ORDER BY id",
            name,
        )
        if not found:
            raise NotHeld('There is no document "{name}" in this knowledge base.', name=name)
        return found[0]

    def document(self, document_id: str) -> Document:
        """The whole record.

        Raises:
            NotHeld: there is no such document.
        """
        row = self._row("SELECT key, record FROM documents WHERE id = ?", document_id)
        if row is None:
            raise NotHeld('There is no document "{name}" in this knowledge base.', name=document_id)
        record = self._read(row[1])
        record["passages"] = [
            self._read(text)
            for text in self._column("SELECT passage FROM passages WHERE document = ? ORDER BY place", row[0])
        ]
        return replace(from_json(record), locations=self.locations(row[0]))

    def summary(self, document_id: str) -> Document:
        """The record without its passages.

        Raises:
            NotHeld: there is no such document.
        """
        row = self._row("SELECT key, record FROM documents WHERE id = ?", document_id)
        if row is None:
            raise NotHeld('There is no document "{name}" in this knowledge base.', name=document_id)
        return replace(from_json(self._read(row[1])), locations=self.locations(row[0]))

    def passages(self, document_id: str, places: Sequence[int]) -> list[Passage]:
        """The passages at these places of a document, in the order asked for."""
        key = self._known(document_id).key
        marks = ",".join("?" * len(places))
        rows = self._run(
            f"SELECT place, passage FROM passages WHERE document = ? AND place IN ({marks})",  # noqa: S608 - marks only
            key,
            *places,
        )
        found = {place: passage_from_json(self._read(text)) for place, text in rows}
        return [found[place] for place in places if place in found]

    def locations(self, key: int) -> tuple[str, ...]:
        """Where a document was read from, the first place first."""
        return tuple(
            self._column(
                "SELECT location FROM locations WHERE document = ? ORDER BY first_read, location",
                key,
            )
        )

    def twins(self, document_id: str) -> list[str]:
        """Documents with the same symbol in another language."""
        return self._column(
            """SELECT other.id FROM documents AS this JOIN documents AS other
               ON other.symbol = this.symbol AND other.language <> this.language
               WHERE this.id = ? AND this.kind <> 'digest' AND other.kind <> 'digest' ORDER BY other.id""",
            document_id,
        )

    def titles(self) -> list[tuple[str, str, str, str | None]]:
        """Id, title, language and symbol of every document, in the order of ids."""
        rows = self._run("SELECT id, title, language, symbol FROM documents ORDER BY id")
        return [(id_, title, language, symbol) for id_, title, language, symbol in rows]

    def organisations(self) -> list[tuple[str, str | None, int]]:
        """Every organisation that a document names: its name, an acronym, and how many documents name it."""
        rows = self._run(
            """SELECT each.value ->> 'name', max(each.value ->> 'acronym'), count(DISTINCT documents.key)
               FROM documents, json_each(record, '$.organisations') AS each GROUP BY 1 ORDER BY 1"""
        )
        return [(name, acronym, count) for name, acronym, count in rows]

    def quarantine(self) -> list[SetAside]:
        """Every file that could not be taken in, by location."""
        rows = self._run(f"{_SET_ASIDE} ORDER BY location")
        return [self._set_aside(row) for row in rows]

    def quarantined(self, *names: str) -> SetAside:
        """What is known of a file that could not be taken in, by the first of its names that lies here.

        Raises:
            NotHeld: it is not in the quarantine.
        """
        for name in names:
            for row in self._run(f"{_SET_ASIDE} WHERE location = ?", name):
                return self._set_aside(row)
        raise NotHeld(
            '"{location}" is not in the quarantine; "kb quarantine list" shows what is.', location=names[0]
        )

    def counts(self, column: str) -> dict[str, int]:
        """How many documents have each value of ``kind`` or ``language``."""
        if column not in ("kind", "language"):
            raise ValueError(column)
        rows = self._run(f"SELECT {column}, count(*) FROM documents GROUP BY 1 ORDER BY 2 DESC, 1")  # noqa: S608 - checked
        return {str(value): int(count) for value, count in rows}

    def count(self, table: str) -> int:
        """How many rows ``documents``, ``passages`` or ``set_aside`` has."""
        if table not in ("documents", "passages", "set_aside"):
            raise ValueError(table)
        return int(self._run(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608 - checked

    def original_path(self, sha256: str) -> Path:
        """Where the bytes with this hash are kept."""
        return self.folder / "originals" / sha256[:2] / sha256

    # Details -------------------------------------------------------------------------------

    def _edition(self, document: Document, held: Held) -> Document:
        same_bytes = held.sha256 == document.sha256
        if same_bytes:  # read anew by a newer kb, or with another kind or language
            edition = self.summary(held.id).edition
        else:
            edition = Edition(number=held.edition + 1, supersedes=held.sha256)
            self._run(
                "INSERT INTO editions SELECT key, edition, sha256, ? FROM documents WHERE key = ?",
                json.dumps(to_json(self.document(held.id)), ensure_ascii=False),
                held.key,
            )
        return replace(document, id=held.id, edition=edition)

    def _read(self, text: str) -> Json:
        try:
            return cast(Json, json.loads(text))
        except ValueError as error:
            raise LibraryDamaged(
                "A record in {folder} is damaged; restore a backup, or delete index/ and ingest again.",
                folder=self.folder,
            ) from error

    def _set_aside(self, row: Row) -> SetAside:
        location, template, details, *rest = row
        return SetAside(location, Message(template, self._read(details)), *rest)

    def is_set_aside(self, location: str) -> bool:
        """Whether a file could not be taken in when it was last read."""
        return bool(self._column("SELECT location FROM set_aside WHERE location = ?", location))

    def _free_id(self, wished: str) -> str:
        """The id, or with -2 behind it where a document has it already, as a further name perhaps."""
        name, count = wished, 1
        while self.held(name) or self._column("SELECT alias FROM aliases WHERE alias = ?", name):
            count += 1
            name = f"{wished}-{count}"
        return name

    def _write(self, document: Document, key: int | None, reading: int, change: int, assigned: str) -> int:
        record = to_json(document)
        del record["passages"], record["locations"]
        published = document.published.iso if document.published else ""
        row = self._run(
            """INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (key) DO UPDATE SET title = excluded.title, kind = excluded.kind,
               language = excluded.language, symbol = excluded.symbol, published = excluded.published,
               sha256 = excluded.sha256, edition = excluded.edition, reading = excluded.reading,
               change = excluded.change, record = excluded.record, assigned = excluded.assigned
               RETURNING key""",
            key, document.id, document.title, document.kind, document.language, document.symbol, published,
            document.sha256, document.edition.number, reading, change, json.dumps(record, ensure_ascii=False),
            assigned,
        )[0]  # fmt: skip
        self._run("DELETE FROM passages WHERE document = ?", row[0])
        self._run("DELETE FROM aliases WHERE document = ?", row[0])
        self._run_each(
            "INSERT INTO passages VALUES (?, ?, ?, ?)",
            (
                (
                    row[0],
                    place,
                    passage.address,
                    json.dumps(passage_json(passage), ensure_ascii=False),
                )
                for place, passage in enumerate(document.passages)
            ),
        )
        self._run_each(
            "INSERT INTO aliases VALUES (?, ?)",
            ((alias, row[0]) for alias in dict.fromkeys(document.aliases)),
        )
        return int(row[0])

    def _change(self, document_id: str, action: str) -> int:
        row = self._run(
            "INSERT INTO changes (id, action, at) VALUES (?, ?, ?) RETURNING number",
            document_id,
            action,
            _now(),
        )[0]
        return int(row[0])

    def _needed(self, sha256: str) -> bool:
        found = self._row(
            "SELECT 1 FROM documents WHERE sha256 = ? UNION SELECT 1 FROM editions WHERE sha256 = ?",
            sha256,
            sha256,
        )
        return found is not None

    def _known(self, document_id: str) -> Held:
        held = self.held(document_id)
        if held is None:
            raise NotHeld('There is no document "{name}" in this knowledge base.', name=document_id)
        return held

    def _held(self, where: str, value: str) -> Held | None:
        row = self._row(
            f"SELECT key, id, sha256, edition, reading, kind, language FROM documents {where}",  # noqa: S608 - ours
            value,
        )
        return Held(*row) if row else None

    def _run(self, statement: str, *values: object) -> list[Row]:
        """Every row at once: a broken page shows when it is read, and no cursor holds up a writer."""
        try:
            return self._connection.execute(statement, values).fetchall()
        except UnicodeEncodeError:  # a name typed in bytes that are no text: nothing here has it
            return []
        except sqlite3.DatabaseError as error:
            raise _damaged(self.folder, error) from error

    def _row(self, statement: str, *values: object) -> Row | None:
        return next(iter(self._run(statement, *values)), None)

    def _column(self, statement: str, *values: object) -> list[str]:
        return [row[0] for row in self._run(statement, *values)]

    def _run_each(self, statement: str, rows: Iterable[Row]) -> None:
        try:
            self._connection.executemany(statement, rows)
        except sqlite3.DatabaseError as error:
            raise _damaged(self.folder, error) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:  # around all of it: Ctrl-C may come right behind BEGIN or before COMMIT
            self._run("BEGIN IMMEDIATE")
            yield
            self._run("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise


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
            os.close(_private(str(path), os.O_CREAT | os.O_WRONLY))
    deadline = monotonic() + PATIENCE
    while True:
        try:
            return Store(folder, _opened(path, writable=writable), writable=writable)
        except sqlite3.DatabaseError as error:
            # SQLite waits for a lock, but not when two processes make the same database.
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise _damaged(folder, error) from error
            sleep(_PAUSE)


def _opened(path: Path, *, writable: bool) -> sqlite3.Connection:
    connection = _connect(path) if writable else _connect_for_reading(path)
    try:
        _check(connection, path)
        if not writable and 0 < _version(connection) < len(_MIGRATIONS):
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
    version, application = _version(connection), _pragma(connection, "application_id")
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if not (application or version or tables) and originals:
        raise LibraryDamaged(
            "{path} is empty although documents were kept; restore it, or delete {folder} to begin anew.",
            path=path, folder=path.parent,
        )  # fmt: skip
    if application != APPLICATION_ID and (application or version or tables):
        raise LibraryDamaged("{path} is a database of another program.", path=path)
    if version > len(_MIGRATIONS):
        raise LibraryTooNew("{path} was written by a newer version of kb; install that version.", path=path)


def _prepare(connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
    for pragma in ("foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")
    if writable:
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        _upgrade(connection, path)


def _upgrade(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection)
    if version == len(_MIGRATIONS):
        return
    if version:
        _copy(connection, path.with_suffix(f".before-{version + 1}.db"))
    _migrate(connection)


def _migrate(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for migration in _MIGRATIONS[_version(connection) :]:  # another process may have been first
        for statement in filter(str.strip, migration.split(";")):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(_MIGRATIONS)}")
    connection.execute("COMMIT")


def _raised_in_memory(older: sqlite3.Connection) -> sqlite3.Connection:
    """The database of an older kb, brought up to this version where nothing can be written."""
    with closing(older):
        memory = _connect(":memory:")
        older.backup(memory)
    _migrate(memory)
    return memory


def _version(connection: sqlite3.Connection) -> int:
    return _pragma(connection, "user_version")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    os.close(_private(str(target), os.O_CREAT | os.O_WRONLY))
    with closing(_connect(target)) as copy:
        connection.backup(copy)


def _damaged(folder: Path, error: sqlite3.DatabaseError) -> LibraryError:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return _full(folder)
    return LibraryDamaged(
        "The database in {folder} cannot be used ({reason}).", folder=folder, reason=str(error)
    )


def _full(folder: Path) -> LibraryFull:
    return LibraryFull(
        "The disk of {folder} is full; make room and run the command again. What was acknowledged is kept.",
        folder=folder,
    )


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` durable, where the system can (POSIX)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
