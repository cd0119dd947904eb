"""Notes that an e-book gathers in a chapter of their own -> to the end of the chapters that refer to them.

There they are found like all notes of a page. What leads from one chapter to another and is no mark of a
note stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from kb.parsers.html import notes, tree

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

Resolved = Callable[[str, str], str]  # an address, as a chapter writes it -> the name of a chapter


class _Reference(NamedTuple):
    """A mark in a chapter, and the anchor of its note in a later one."""

    chapter: BeautifulSoup
    link: Tag
    anchor: Tag


def gather(chapters: Mapping[str, BeautifulSoup], resolved: Resolved) -> None:
    """Move each note to the end of the chapter, in the order of the book, that refers to it first."""
    for name, chapter in chapters.items():
        for link, file, place in _links(chapter):
            if resolved(name, file) == name:
                link["href"] = f"#{place}"
    found = list(_references(chapters, resolved))
    aims = {id(each.anchor) for each in found}
    moved: set[int] = set()
    for number, each in enumerate(found, start=1):
        note = notes.holder(each.anchor, aims)
        if id(each.anchor) in moved:
            each.link.decompose()  # the note stands where it is first referred to
        elif note is not None:
            moved.add(id(each.anchor))
            for back, _, place in _links(note):
                back["href"] = f"#{place}"
            each.link["href"], each.anchor["id"] = f"#kb-note-{number}", f"kb-note-{number}"
            each.chapter.append(note.extract())


def _references(chapters: Mapping[str, BeautifulSoup], resolved: Resolved) -> Iterator[_Reference]:
    """The marks that lead down to another chapter; what leads up is the way back from a note."""
    below: dict[str, dict[str, Tag]] = {}
    found: list[list[_Reference]] = []
    for name, chapter in reversed(list(chapters.items())):
        found.append([])
        for link, file, place in _links(chapter):
            anchor = below.get(resolved(name, file), {}).get(place)
            if anchor is not None and notes.refers(link, place, anchor):
                found[-1].append(_Reference(chapter, link, anchor))
        below[name] = {anchor: tag for tag in chapter.find_all() for anchor in tree.anchors(tag)}
    for references in reversed(found):
        yield from references


def _links(within: Tag) -> Iterator[tuple[Tag, str, str]]:
    """The links to a place in a file, with the two."""
    for link in within.find_all("a", href=True):
        file, _, place = str(link["href"]).partition("#")
        if file and place and ":" not in file:
            yield link, file, place
