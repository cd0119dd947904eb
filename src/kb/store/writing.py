"""What changes the store: each change is one transaction, and has a number."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from kb.messages import Message
from kb.records import Document, Edition
from kb.schema import passage_json, to_json, topics_json
from kb.store import originals
from kb.store.reading import Held, Reader


class Store(Reader):
    """One knowledge base's database and originals. Open it with ``open_store``."""

    def keep_original(self, content: bytes) -> str:
        """Keep the bytes of a file for good; returns their sha256.

        Raises:
            LibraryFull: there is no room for them.
        """
        return originals.keep(self.folder, content)

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
            told = {
                name: topics_json(given)
                for name, given in (
                    ("topics", document.topics),
                    ("passage_topics", document.passage_topics),
                    ("groups", document.groups),
                )
            }
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
            superseded = self._column("SELECT sha256 FROM editions WHERE document = ?", held.key)
            self._change(held.id, "remove")
            self._run("DELETE FROM documents WHERE key = ?", held.key)
        for digest in {held.sha256, *superseded}:
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


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
