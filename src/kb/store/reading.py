"""What the store knows: documents, passages, changes, the quarantine; nothing here writes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.answers import SetAside
from kb.errors import NotHeld
from kb.messages import Message
from kb.records import Change, Document, Passage
from kb.schema import from_json, passage_from_json
from kb.store import originals
from kb.store.database import Database, Row
from kb.store.tables import pragma

_HELD = "SELECT key, id, sha256, edition, reading, kind, language FROM documents WHERE key = ?"
_MOST_NAMESAKES = 20
_COUNT = {
    "documents": "SELECT count(*) FROM documents",
    "passages": "SELECT count(*) FROM passages",
    "set_aside": "SELECT count(*) FROM set_aside",
}
_COUNTS = {
    "kind": "SELECT kind, count(*) FROM documents GROUP BY 1 ORDER BY 2 DESC, 1",
    "language": "SELECT language, count(*) FROM documents GROUP BY 1 ORDER BY 2 DESC, 1",
}
# Most of a record is where its values stand; of a page of hits, reading that took half the time of a search.
_SUMMARY = """
    SELECT key, json_set(
        json_remove(record, '$.people', '$.quotes', '$.figures', '$.contacts', '$.evidence'),
        '$.topics', (SELECT json_group_array(json_set(value, '$.evidence', json_array()))
                     FROM json_each(record, '$.topics')),
        '$.passage_topics', (SELECT json_group_array(json_set(value, '$.evidence', json_array()))
                             FROM json_each(record, '$.passage_topics')),
        '$.groups', (SELECT json_group_array(json_set(value, '$.evidence', json_array()))
                     FROM json_each(record, '$.groups')))
    FROM documents WHERE id = ?"""
# One list after the other: over all of them at once SQLite took forty times as long.
_TOPIC_PLACES = """
    WITH held AS MATERIALIZED (SELECT key, record FROM documents WHERE id = ?1),
    topic(list, value) AS (
        SELECT 1, value FROM held, json_each(record, '$.topics')
        UNION ALL SELECT 2, value FROM held, json_each(record, '$.passage_topics')
        UNION ALL SELECT 3, value FROM held, json_each(record, '$.groups')),
    told(list, rank, address) AS MATERIALIZED (
        SELECT list, each.key, each.value ->> 'passage'
        FROM topic, json_each(topic.value, '$.evidence') AS each WHERE topic.value ->> 'id' = ?2)
    SELECT place FROM told CROSS JOIN passages
    ON document = (SELECT key FROM held) AND passages.address = told.address ORDER BY list, rank"""
_SET_ASIDE = "SELECT location, template, details, at, media_type, size FROM set_aside"


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


class Reader(Database):
    """What can be asked of a store."""

    @property
    def last_change(self) -> int:
        """The number of the newest change; 0 in an empty store."""
        found = self._row("SELECT max(number) FROM changes")
        return int(found[0] or 0) if found else 0

    @property
    def revision(self) -> tuple[int, int]:
        """Another one whenever something was committed, here or by another process, since we opened it."""
        return pragma(self._connection, "data_version"), self._connection.total_changes

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
        return self._held("SELECT key FROM documents WHERE id = ?", document_id)

    def namesakes(self, document: Document) -> list[Held]:
        """The latest documents of one title and date whose ids differ by the number behind, if at all."""
        keys = self._column(
            """SELECT key FROM documents WHERE (id = ? OR id GLOB ?) AND title = ? AND published = ?
               ORDER BY key DESC LIMIT ?""",
            document.id,
            f"{document.id}-[0-9]*",
            document.title,
            document.published.iso if document.published else "",
            _MOST_NAMESAKES,
        )
        rows = [self._row(_HELD, key) for key in keys]
        return [Held(*row) for row in rows if row]

    def held_bytes(self, sha256: str) -> Held | None:
        """The document whose current edition has these bytes."""
        return self._held("SELECT key FROM documents WHERE sha256 = ? ORDER BY key", sha256)

    def held_location(self, location: str) -> Held | None:
        """The document that was read from a location."""
        return self._held("SELECT document FROM locations WHERE location = ?", location)

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
        return from_json(record | {"locations": self.locations(row[0])})

    def summary(self, document_id: str) -> Document:
        """The record as it is listed: no passages, and nothing of what is said where in them.

        Left out are people, quotes, figures, contacts, and the evidence of topics, groups and plain values.

        Raises:
            NotHeld: there is no such document.
        """
        row = self._row(_SUMMARY, document_id)
        if row is None:
            raise NotHeld('There is no document "{name}" in this knowledge base.', name=document_id)
        return from_json(self._read(row[1]) | {"locations": self.locations(row[0])})

    def passages(self, document_id: str, places: Sequence[int]) -> list[Passage]:
        """The passages at these places of a document, in the order asked for."""
        key = self._known(document_id).key
        rows = self._run(
            "SELECT place, passage FROM passages"
            " WHERE document = ? AND place IN (SELECT value FROM json_each(?))",
            key,
            json.dumps([*places]),
        )
        found = {place: passage_from_json(self._read(text)) for place, text in rows}
        return [found[place] for place in places if place in found]

    def topic_places(self, document_id: str, concept: str) -> list[int]:
        """The places of the passages kept as evidence of a topic or group of a document, the best first."""
        rows = self._run(_TOPIC_PLACES, document_id, concept)
        return [*dict.fromkeys(int(place) for (place,) in rows)]

    def changed(self, document_id: str) -> str:
        """When a document was kept or changed last: ISO 8601, UTC; empty when it is not held."""
        found = self._row(
            "SELECT at FROM changes WHERE number = (SELECT change FROM documents WHERE id = ?)", document_id
        )
        return str(found[0]) if found else ""

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

    def editions(self, document_id: str) -> list[tuple[int, str]]:
        """Number and sha256 of the editions of a document that were replaced, the newest first."""
        rows = self._run(
            """SELECT number, editions.sha256 FROM editions JOIN documents ON document = key
               WHERE id = ? ORDER BY number DESC""",
            document_id,
        )
        return [(int(number), sha256) for number, sha256 in rows]

    def edition(self, document_id: str, number: int) -> Document:
        """The whole record of an edition that was replaced.

        Raises:
            NotHeld: there is none of this number.
        """
        row = self._row(
            """SELECT editions.record FROM editions JOIN documents ON document = key
               WHERE id = ? AND number = ?""",
            document_id,
            number,
        )
        if row is None:
            raise NotHeld('There is no edition {number} of "{id}".', number=number, id=document_id)
        return from_json(self._read(row[0]))

    def titles(self) -> list[tuple[str, str, str, str | None]]:
        """Id, title, language and symbol of every document, in the order of ids."""
        rows = self._run("SELECT id, title, language, symbol FROM documents ORDER BY id")
        return [(id_, title, language, symbol) for id_, title, language, symbol in rows]

    def countries_by_topic(self) -> list[tuple[str, str, int]]:
        """Topic, country, and how many documents are found by both; pairs without any are left out."""
        rows = self._run(
            """WITH carried(topic, record) AS (
                   SELECT value ->> 'id', record FROM documents, json_each(record, '$.topics')
                   UNION ALL
                   SELECT value ->> 'id', record FROM documents, json_each(record, '$.passage_topics'))
               SELECT topic, country.value, count(*)
               FROM carried, json_each(record, '$.countries') AS country
               GROUP BY 1, 2"""
        )
        return [(topic, country, count) for topic, country, count in rows]

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

    def is_set_aside(self, location: str) -> bool:
        """Whether a file could not be taken in when it was last read."""
        return bool(self._column("SELECT location FROM set_aside WHERE location = ?", location))

    def counts(self, column: str) -> dict[str, int]:
        """How many documents have each value of ``kind`` or ``language``."""
        return {str(value): int(count) for value, count in self._run(_COUNTS[column])}

    def count(self, table: str) -> int:
        """How many rows ``documents``, ``passages`` or ``set_aside`` has."""
        return int(self._run(_COUNT[table])[0][0])

    def original_path(self, sha256: str) -> Path:
        """Where the bytes with this hash are kept."""
        return originals.path_of(self.folder, sha256)

    def _known(self, document_id: str) -> Held:
        held = self.held(document_id)
        if held is None:
            raise NotHeld('There is no document "{name}" in this knowledge base.', name=document_id)
        return held

    def _held(self, key: str, value: str) -> Held | None:
        """What is known of the document whose key a statement gives."""
        found = self._row(key, value)
        row = self._row(_HELD, found[0]) if found else None
        return Held(*row) if row else None

    def _set_aside(self, row: Row) -> SetAside:
        location, template, details, *rest = row
        return SetAside(location, Message(template, self._read(details)), *rest)
