"""Documents of our own invention, for tests: each says in its text that it is fiction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kb.ingesting import ingest
from kb.library import Library
from kb.records import Document, Passage
from kb.settings import make_library, open_named

SAID = "This text is fiction, written for a test of kb."


def release(title: str, *paragraphs: str, id: str | None = None) -> str:
    """A press release in Markdown; with ``id`` it states its own."""
    front = f"---\nid: {id}\n---\n\n" if id else ""
    return front + "\n\n".join((f"# {title}", SAID, *paragraphs)) + "\n"


def write(folder: Path, name: str, text: str) -> Path:
    """A file with ``text``, its folders made."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@contextmanager
def library_of(folder: Path, texts: Mapping[str, tuple[str, str]]) -> Iterator[Library]:
    """A library of short texts: id -> language and words; their titles say nothing."""
    home = make_library(folder / "library")
    for name, (language, text) in texts.items():
        head = f"---\nid: {name}\nlanguage: {language}\n---\n"
        write(home, f"in/{name}.md", f"{head}# Text {len(name)}\n\n{text}\n")
    with open_named(home) as library:
        ingest(library, [str(home / "in")])
        yield library


def write_many(folder: Path, count: int, *, paragraphs: int = 6) -> Path:
    """A folder of releases that all speak of "guardian", each of a word of its own: ``word17x``."""
    for number in range(count):
        body = [f"{each}. A guardian of house {each} met word{number}x." for each in range(1, paragraphs + 1)]
        write(folder, f"{number:03}.md", release(f"Fiction number {number}", *body))
    return folder


def document(id: str, text: str = SAID, *, location: str | None = None, kind: str = "page") -> Document:
    """A record of two passages, as a reading would make it."""
    return Document(
        id=id,
        kind=kind,
        title=f"Fiction: {id}",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        locations=(location or f"{id}.txt",),
        passages=(Passage(address="p1", text=text), Passage(address="p2", text=SAID, number="2")),
    )
