"""The store: one transaction a document, numbered changes, originals by their hash."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kb.errors import LibraryDamaged, LibraryTooNew, NotHeld
from kb.messages import Message
from kb.records import Contact, Document, Edition, Evidence, PartialDate, Passage, Topic, TopicEvidence
from kb.store import APPLICATION_ID, Store, open_store
from tests.fiction import SAID, document


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "index", writable=True)
    yield opened
    opened.close()


def query(folder: Path, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "kb.db")) as connection:
        return connection.execute(statement).fetchall()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def put(store: Store, record: Document, *, replaces: str | None = None) -> Document:
    return store.put(record, reading=1, replaces=replaces)


def changes(store: Store, after: int = 0) -> list[tuple[int, str, bool]]:
    return [(each.number, each.id, each.document is not None) for each in store.changes(after)]


# -- The database -------------------------------------------------------------------------------


def test_the_database_is_careful(store: Store) -> None:
    def pragma(name: str) -> object:
        return store._connection.execute(f"PRAGMA {name}").fetchone()[0]

    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "busy_timeout": 30000,
    }
    assert {name: pragma(name) for name in wanted} == wanted


def test_the_database_says_whose_it_is(store: Store) -> None:
    assert query(store.folder, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert query(store.folder, "PRAGMA user_version") == [(3,)]


def test_every_table_is_strict(store: Store) -> None:
    tables = query(store.folder, "SELECT name, strict FROM pragma_table_list WHERE type = 'table'")

    loose = [name for name, strict in tables if not strict and not name.startswith("sqlite_")]
    assert len(tables) > 8
    assert loose == []


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_everything_belongs_to_one_user(store: Store) -> None:
    digest = store.keep_original(SAID.encode())
    put(store, document("a"))

    files = [path for path in store.folder.rglob("*") if path.is_file()]
    folders = [store.folder, *(path for path in store.folder.rglob("*") if path.is_dir())]
    assert store.original_path(digest) in files
    assert {mode(path) for path in files} == {0o600}
    assert {mode(path) for path in folders} == {0o700}


def test_the_log_is_written_back_on_closing(tmp_path: Path) -> None:
    store = open_store(tmp_path, writable=True)
    put(store, document("a"))
    store.close()

    assert sorted(path.name for path in tmp_path.iterdir()) == ["kb.db"]


# -- Documents ----------------------------------------------------------------------------------


def test_a_record_comes_back_as_it_was_put(store: Store) -> None:
    evidence = Evidence(passage="p1", span=(0, 4), page=2, confidence=0.5, inferred=True)
    record = Document(
        id="whole", kind="press-release", title="Ficción: niñez 🧒", language="es", publisher="Nadie",
        symbol="X/1", published=PartialDate(year=2017, month=5, as_printed="mayo de 2017", evidence=evidence),
        place="San José", countries=("CR", "MX"), source="https://example.org/", locations=("a.md",),
        retrieved="2017-05-03T00:00:00Z", media_type="text/html", sha256="00" * 32, aliases=("x-1", "x-2"),
        topics=(Topic(id="asylum", evidence=(TopicEvidence(words="asilo", evidence=evidence),)),),
        contacts=(Contact(name="Nadie", phone="+506 0000-0000", as_printed="Nadie", evidence=evidence),),
        warnings=(Message("{count} odd", {"count": 3}),), evidence={"title": evidence},
        passages=(Passage(address="p1", text=SAID, number="1", heading=("A", "B"), page_from=1, page_to=2),),
    )  # fmt: skip

    assert put(store, record) == record
    assert store.document("whole") == record
    assert store.summary("whole") == replace(
        record, topics=(Topic(id="asylum"),), contacts=(), evidence={}, passages=()
    )


def test_an_id_that_is_taken_gets_a_number(store: Store) -> None:
    kept = [put(store, document("a", f"{SAID} {n}", location=f"{n}.txt")).id for n in range(3)]

    assert kept == ["a", "a-2", "a-3"]


def test_new_bytes_are_a_new_edition_and_the_old_is_kept(store: Store) -> None:
    first = put(store, document("a", "Fiction, first."))
    second = put(store, document("other-id", "Fiction, second.", location="a.txt"), replaces="a")

    assert (second.id, second.edition) == ("a", Edition(number=2, supersedes=first.sha256))
    assert store.document("a").passages[0].text == "Fiction, second."
    rows = query(store.folder, "SELECT number, sha256, record FROM editions")
    assert [row[:2] for row in rows] == [(1, first.sha256)]
    assert "Fiction, first." in rows[0][2]


def test_the_same_bytes_read_anew_are_the_same_edition(store: Store) -> None:
    put(store, document("a"))

    again = put(store, document("a", kind="law"), replaces="a")

    assert (again.edition.number, store.summary("a").kind, store.count("passages")) == (1, "law", 2)
    assert query(store.folder, "SELECT count(*) FROM editions") == [(0,)]


def test_a_document_answers_to_its_further_names(store: Store) -> None:
    put(store, replace(document("joint"), aliases=("part-1", "part-2", "part-1")))

    assert [store.resolve(name) for name in ("joint", "part-1", "part-2")] == ["joint"] * 3
    with pytest.raises(NotHeld, match='no document "part-3"'):
        store.resolve("part-3")
    store.remove("joint")
    with pytest.raises(NotHeld):
        store.resolve("part-1")


def test_a_document_knows_every_place_it_was_read_from(store: Store) -> None:
    kept = put(store, document("a", location="one.txt"))
    store.locate("a", "two.txt", kept.sha256)
    store.locate("a", "two.txt", kept.sha256)

    assert store.summary("a").locations == ("one.txt", "two.txt")
    held = store.held_location("two.txt")
    assert held is not None
    assert held.id == "a"


def test_twins_share_a_symbol_in_another_language(store: Store) -> None:
    put(store, replace(document("en", "Fiction one."), symbol="X/1"))
    put(store, replace(document("es", "Fiction two."), symbol="X/1", language="es"))
    put(store, replace(document("digest-x", "Fiction three.", kind="digest"), symbol="X/1", language="es"))

    assert (store.twins("en"), store.twins("es"), store.twins("digest-x")) == (["es"], ["en"], [])


def test_passages_come_in_the_order_asked_for(store: Store) -> None:
    put(store, document("a"))

    assert [each.address for each in store.passages("a", (1, 0, 7))] == ["p2", "p1"]


# -- Changes ------------------------------------------------------------------------------------


def test_changes_are_numbered_and_condensed_to_the_latest_of_each_document(store: Store) -> None:
    put(store, document("a"))
    put(store, document("b", "Fiction b."))
    put(store, document("a", "Fiction a, changed."), replaces="a")
    store.remove("b")

    assert store.last_change == 4
    assert changes(store) == [(3, "a", True), (4, "b", False)]
    assert changes(store, after=3) == [(4, "b", False)]
    assert changes(store, after=4) == []


def test_a_number_is_never_given_twice(store: Store) -> None:
    put(store, document("a"))
    store.remove("a")
    put(store, document("a"))

    assert store.last_change == 3
    assert changes(store) == [(3, "a", True)]


def test_what_is_no_change_to_a_document_takes_no_number(store: Store) -> None:
    kept = put(store, document("a"))
    store.locate("a", "two.txt", kept.sha256)
    store.set_aside("b.txt", Message("The file is empty."))
    store.save("name", "value")

    assert store.last_change == 1
    assert (store.setting("name"), store.setting("other")) == ("value", None)


# -- All or nothing -----------------------------------------------------------------------------


def test_a_failure_midway_leaves_nothing(store: Store) -> None:
    put(store, document("a"))
    twice = Passage(address="p1", text=SAID)
    broken = replace(document("b"), passages=(twice, twice))  # an address may stand for one passage only

    with pytest.raises(LibraryDamaged, match="UNIQUE"):
        put(store, broken)

    assert (store.ids(), store.last_change, store.count("passages")) == (["a"], 1, 2)
    assert put(store, document("b", "Fiction b.")).id == "b"
    assert store.last_change == 2


def test_a_failed_new_edition_leaves_the_old(store: Store) -> None:
    put(store, document("a"))
    twice = Passage(address="p1", text=SAID)

    with pytest.raises(LibraryDamaged):
        put(store, replace(document("a", "Fiction, changed."), passages=(twice, twice)), replaces="a")

    assert store.document("a").text.startswith(SAID)
    assert query(store.folder, "SELECT count(*) FROM editions") == [(0,)]


KILLED = """
import os, sys
from pathlib import Path
from dataclasses import replace
from kb.store import open_store
from tests.fiction import document
store = open_store(Path(sys.argv[1]), writable=True)
store.put(document("a"), reading=1)
store._run("BEGIN IMMEDIATE")
store._change("b", "put")
store._write(document("b", "Fiction b."), None, 1, 2, "")
os._exit(9)
"""


def test_a_process_that_dies_in_a_transaction_leaves_what_was_acknowledged(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=root, check=False)
    assert (tmp_path / "kb.db-wal").exists()

    store = open_store(tmp_path, writable=True)

    assert (store.ids(), store.last_change) == (["a"], 1)
    store.close()


# -- Originals ----------------------------------------------------------------------------------


def test_an_original_is_kept_once_under_its_hash(store: Store) -> None:
    digests = {store.keep_original(b"fiction") for _ in range(2)}

    assert digests == {hashlib.sha256(b"fiction").hexdigest()}
    assert store.original_path(digests.pop()).read_bytes() == b"fiction"
    assert len([path for path in (store.folder / "originals").rglob("*") if path.is_file()]) == 1


def test_what_a_crash_left_of_an_original_is_written_over(store: Store) -> None:
    target = store.original_path(hashlib.sha256(b"fiction").hexdigest())
    target.parent.mkdir(parents=True)
    (target.parent / f".{target.name}").write_bytes(b"fic")

    store.keep_original(b"fiction")

    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert target.read_bytes() == b"fiction"


def test_originals_go_when_nobody_needs_them(store: Store) -> None:
    texts = ["Fiction, first.", "Fiction, second.", "Fiction, of another."]
    first, second, other = (store.keep_original(text.encode()) for text in texts)
    put(store, document("a", texts[0]))
    put(store, document("a", texts[1]), replaces="a")
    put(store, document("b", texts[2]))
    put(store, document("b", texts[0]), replaces="b")  # b now has the bytes that a had

    store.remove("a")

    assert [store.original_path(each).exists() for each in (first, second, other)] == [True, False, True]
    store.remove("b")
    assert [path for path in (store.folder / "originals").rglob("*") if path.is_file()] == []
    with pytest.raises(NotHeld):
        store.remove("b")


# -- What was set aside -------------------------------------------------------------------------


def test_a_file_is_set_aside_until_it_is_read(store: Store) -> None:
    store.set_aside("a.txt", Message("It has {size} MB.", {"size": 200}))
    store.set_aside("a.txt", Message("It has {size} MB.", {"size": 201}), media_type="text/plain", size=7)
    store.set_aside("b.txt", Message("The file is empty."))
    assert [(each.location, str(each.reason), each.media_type, each.size) for each in store.quarantine()] == [
        ("a.txt", "It has 201 MB.", "text/plain", 7),
        ("b.txt", "The file is empty.", "", 0),
    ]

    kept = put(store, document("a"))
    store.locate("a", "b.txt", kept.sha256)

    assert store.quarantine() == []


# -- Opening ------------------------------------------------------------------------------------


def refused(folder: Path, error: type[Exception], words: str) -> None:
    for writable in (True, False):
        with pytest.raises(error, match=words) as caught:
            open_store(folder, writable=writable)
        assert str(caught.value).endswith(".")


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    for statement in ("PRAGMA application_id = 7", "PRAGMA user_version = 3", "CREATE TABLE theirs (a)"):
        folder = tmp_path / hashlib.sha256(statement.encode()).hexdigest()[:8]
        folder.mkdir()
        query(folder, statement)
        before = (folder / "kb.db").read_bytes()

        refused(folder, LibraryDamaged, "another program")

        assert (folder / "kb.db").read_bytes() == before


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    open_store(tmp_path, writable=True).close()
    query(tmp_path, "PRAGMA user_version = 99")

    refused(tmp_path, LibraryTooNew, "newer version of kb")


@pytest.mark.parametrize(
    "content", [b"Not a database at all. " * 200, b"SQLite format 3\x00" + b"\xff" * 4096]
)
def test_garbage_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kb.db").write_bytes(content)

    refused(tmp_path, LibraryDamaged, "cannot be used")


def test_a_page_that_is_broken_is_told_when_it_is_read(tmp_path: Path) -> None:
    store = open_store(tmp_path, writable=True)
    for number in range(200):
        put(store, document(f"d{number}", f"Fiction number {number}. " * 20))
    store.close()
    path = tmp_path / "kb.db"
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(40960)
        file.write(b"\xa5" * (size - 40960))

    store = open_store(tmp_path, writable=True)
    with pytest.raises(LibraryDamaged, match=r"cannot be used \(.*\)\.$"):
        [store.document(f"d{number}") for number in range(200)]
    store.close()


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "kb.db").touch()

    store = open_store(tmp_path, writable=True)

    assert (store.ids(), store.last_change) == ([], 0)
    store.close()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    open_store(tmp_path, writable=True).close()
    before = (tmp_path / "kb.db").read_bytes()

    open_store(tmp_path, writable=True).close()

    assert (tmp_path / "kb.db").read_bytes() == before


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(tmp_path, writable=True)
    put(store, document("a"))
    store.close()
    from kb.store import tables  # there is one schema so far: a second one has to be put in its place

    broken = (*tables.MIGRATIONS, "CREATE TABLE more (a TEXT) STRICT; CREATE NONSENSE")
    with monkeypatch.context() as patch:
        patch.setattr(tables, "MIGRATIONS", broken)
        with pytest.raises(LibraryDamaged, match="NONSENSE"):
            open_store(tmp_path, writable=True)

    store = open_store(tmp_path, writable=True)
    assert store.ids() == ["a"]
    assert query(tmp_path, "SELECT count(*) FROM sqlite_schema WHERE name = 'more'") == [(0,)]
    store.close()


def test_a_migration_copies_the_database_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(tmp_path, writable=True)
    put(store, document("a"))
    store.close()
    from kb.store import tables

    monkeypatch.setattr(tables, "MIGRATIONS", (*tables.MIGRATIONS, "CREATE TABLE more (a TEXT) STRICT"))
    open_store(tmp_path, writable=True).close()

    assert query(tmp_path, "PRAGMA user_version") == [(4,)]
    with closing(sqlite3.connect(tmp_path / "kb.before-4.db")) as before:
        assert before.execute("PRAGMA user_version").fetchone() == (3,)
        assert before.execute("SELECT id FROM documents").fetchall() == [("a",)]
    if os.name == "posix":
        assert mode(tmp_path / "kb.before-4.db") == 0o600


def make_older(folder: Path) -> None:
    """Put the database back to what the first kb wrote."""
    with closing(sqlite3.connect(folder / "kb.db")) as connection:
        connection.executescript(
            """DROP INDEX documents_assigned; ALTER TABLE documents DROP COLUMN assigned;
               ALTER TABLE set_aside DROP COLUMN size; ALTER TABLE set_aside DROP COLUMN media_type;
               PRAGMA user_version = 1; PRAGMA wal_checkpoint(TRUNCATE)"""
        )


def test_a_database_of_an_older_kb_is_read_where_nothing_can_be_written(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path, writable=True)
    put(store, document("a"))
    store.close()
    make_older(tmp_path)
    before = (tmp_path / "kb.db").read_bytes()

    store = open_store(tmp_path, writable=False)

    assert (store.ids(), store.quarantine()) == (["a"], [])
    store.close()
    assert (tmp_path / "kb.db").read_bytes() == before


# -- Where nothing can be written ---------------------------------------------------------------


def test_a_medium_that_cannot_be_written_to_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    store = open_store(tmp_path, writable=True)
    put(store, document("a"))
    store.close()

    store = open_store(tmp_path, writable=False)

    assert (store.ids(), store.document("a").text.startswith(SAID)) == (["a"], True)
    with pytest.raises(LibraryDamaged, match="readonly"):
        put(store, document("b"))
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["kb.db"]


def test_a_copy_made_while_the_store_was_open_holds_what_was_acknowledged(tmp_path: Path) -> None:
    store = open_store(tmp_path / "index", writable=True)
    put(store, document("a"))
    copied = tmp_path / "stick"
    copied.mkdir()
    for name in ("kb.db", "kb.db-wal"):
        shutil.copyfile(tmp_path / "index" / name, copied / name)
    store.close()
    before = {path.name: path.read_bytes() for path in copied.iterdir()}

    store = open_store(copied, writable=False)

    assert store.ids() == ["a"]
    store.close()
    assert {path.name: path.read_bytes() for path in copied.iterdir()} == before


def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The inodes that the system was asked to write through to the disk, in order."""
    seen: list[int] = []
    really = os.fsync

    def fsync(handle: int) -> None:
        seen.append(os.fstat(handle).st_ino)
        really(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    return seen


def test_an_original_and_its_folder_are_on_the_disk_before_it_counts(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = synced(monkeypatch)

    path = store.original_path(store.keep_original(b"Fiction, written for a test of kb."))

    assert path.stat().st_ino in seen
    assert path.parent.stat().st_ino in seen[seen.index(path.stat().st_ino) :]


def test_a_damaged_record_is_told_in_a_sentence(store: Store) -> None:
    put(store, document("a"))
    with closing(sqlite3.connect(store.folder / "kb.db")) as connection:
        connection.execute("UPDATE passages SET passage = substr(passage, 1, 9)")
        connection.commit()

    with pytest.raises(LibraryDamaged, match="A record in"):
        store.document("a")


def test_an_empty_database_beside_originals_is_no_new_knowledge_base(tmp_path: Path) -> None:
    with closing(open_store(tmp_path, writable=True)) as store:
        store.keep_original(b"Fiction, written for a test of kb.")
    for file in tmp_path.glob("kb.db*"):
        file.unlink()

    with pytest.raises(LibraryDamaged, match="is empty although"):
        open_store(tmp_path, writable=True)


def test_a_further_name_of_another_document_is_taken(store: Store) -> None:
    put(store, replace(document("joint"), aliases=("part-1", "part-2")))

    assert put(store, document("part-2", "Fiction of another kind.")).id == "part-2-2"
