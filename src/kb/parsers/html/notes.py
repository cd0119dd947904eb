"""Footnotes of a page: which elements are notes, by which mark, and what refers to them.

A note is known by a link that leads down to it and shows nothing but a mark ("12", "[a]", "*"), as
Word, Wikipedia and EPUB write them; by a list or section of notes; or by a raised number at the
beginning of a paragraph that stands below the same raised number in the text. A link upwards is a
note's way back and no reference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bs4.element import NavigableString, Tag

from kb.parsers.blocks import Block
from kb.parsers.html import tree
from kb.parsers.raised import is_power

_MARK = re.compile(r"[\[(]?\s?(?:[0-9]{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§¶]{1,4})\s?[\])]?[.:]?")
_BEHIND_MARK = re.compile(r"[\[(]?\s?(?:[0-9]{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§¶]{1,4})\s?(?:[\])][.:]?|[.:])?\s")
_LEFT_OF_MARK = re.compile(r"\A[.):\]]\s+")  # where the mark itself is the way back
_SURE = frozenset(("noteref", "doc-noteref"))
_NAMED = re.compile(
    r"_?(?:ftn|edn|fn|footnote|endnote|note|nota|cite_?note|pie|pdp|sdfootnote|sdendnote)", re.IGNORECASE
)
_HOLDS_NOTES = frozenset(
    ("doc-endnotes", "doc-footnotes", "footnotes", "endnotes", "rearnotes", "doc-endnote")
)
_NOTE = frozenset(("doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"))
_LISTS = frozenset(("footnotes", "endnotes", "references", "reflist"))
_HOLDERS = frozenset(("li", "p", "div", "dd", "dt", "aside", "td", "section"))
_WAYS_BACK = frozenset("↩ ↩︎ ↑ ^ ⏎ ⮐ ⬆ back volver ↵".split())
_HIGHEST = 6  # elements between the anchor of a note and the block that holds it
_MOST_INSIDE = 60  # elements of a note that are looked at


@dataclass(slots=True)
class Notes:
    """The notes of a page, by the ``id()`` of their elements."""

    marks: dict[int, str] = field(default_factory=dict)  # of the elements that are notes
    references: set[int] = field(default_factory=set)  # the elements that only refer to one
    backs: set[int] = field(default_factory=set)  # the links from a note to its reference

    def skips(self, tag: Tag) -> bool:
        """Whether an element is the mark of a note in the text, or a way back to it."""
        if id(tag) in self.references or id(tag) in self.backs:
            return True
        return tag.name == "sup" and tag.find("a", recursive=False) is not None

    def block(self, tag: Tag) -> Block | None:
        """The note that an element is."""
        mark = self.marks[id(tag)]
        text = tree.text_of(tag, lambda each: tree.silent(each) or self.skips(each))
        found = _BEHIND_MARK.match(text)
        if found and _bare(found[0]) == mark:
            text = text[found.end() :].strip()
        text = _LEFT_OF_MARK.sub("", text)
        return Block(text=text, kind="footnote", marker=mark) if text else None


def find(tags: Sequence[Tag]) -> Notes:
    """The notes of a page, whose elements ``tags`` are."""
    notes = Notes()
    places = {id(tag): place for place, tag in enumerate(tags)}
    named = {name: tag for tag in reversed(tags) for name in tree.anchors(tag)}
    holders: dict[int, Tag | None] = {}
    ways_up: list[tuple[Tag, Tag]] = []
    links = [tag for tag in tags if tag.name == "a"]
    aims = {id(found) for tag in links if (found := named.get(tree.target(tag)))}
    for tag in links:
        aim = named.get(tree.target(tag))
        if aim is not None and (mark := _mark(tag)):
            if places[id(aim)] < places[id(tag)]:
                ways_up.append((tag, aim))
            elif _refers(tag, tree.target(tag), aim):
                held = holders[id(aim)] if id(aim) in holders else holder(aim, aims)
                holders[id(aim)] = held
                if held is not None:
                    notes.references.add(id(tag))
                    notes.marks.setdefault(id(held), mark)
    notes.backs = {id(tag) for tag, aim in ways_up if _leads_back(tag, aim, notes)}
    _add_lists(tags, notes)
    _add_raised(tags, notes)
    return notes


def _mark(tag: Tag) -> str:
    """The mark that a link shows, if it shows nothing else."""
    text = tree.brief(tag)
    return _bare(text) if text in _WAYS_BACK or _MARK.fullmatch(text) else ""


def _bare(text: str) -> str:
    return text.strip(" []().:")


def _leads_back(tag: Tag, aim: Tag, notes: Notes) -> bool:
    """Whether a link upwards leads to the reference of a note; "see paragraph 12" does not."""
    near = [aim, *(each for each in aim.contents[:3] if isinstance(each, Tag))]
    return tree.brief(tag) in _WAYS_BACK or any(id(each) in notes.references for each in near)


def refers(link: Tag, place: str, aim: Tag) -> bool:
    """Whether a link to a place, perhaps in another file, is the mark of a note there."""
    return bool(_mark(link)) and _refers(link, place, aim)


def _refers(tag: Tag, place: str, aim: Tag) -> bool:
    """Whether a link with a mark is a reference and no number of a page or section."""
    raised = any(isinstance(each, Tag) and each.name == "sup" for each in (tag.parent, *tag.children))
    return bool(
        raised
        or tree.roles(tag) & _SURE
        or {"footnote", "noteref"} & tree.words_of(tag)
        or _NAMED.match(place)
        or _is_answered(tag, aim)
    )


def _is_answered(tag: Tag, aim: Tag) -> bool:
    """Whether a mark right behind a word leads to a place that leads back to it."""
    before = tag.previous_sibling
    if not isinstance(before, NavigableString) or not before[-1:].strip():
        return False
    own = set(tree.anchors(tag))
    ways = (each for each in (aim, *aim.contents[:3]) if isinstance(each, Tag))
    return any(str(each.get("href", "")).rpartition("#")[2] in own for each in ways)


def holder(aim: Tag, aims: set[int]) -> Tag | None:
    """The block of the note that an anchor stands in, unless it holds other notes too."""
    here: Tag | None = aim
    for _ in range(_HIGHEST):
        if here is None or here.name in ("body", "html"):
            return None
        if here.name in _HOLDERS:
            inner = sum(1 for each in here.find_all(limit=_MOST_INSIDE) if id(each) in aims)
            return here if inner <= 1 + (id(here) not in aims) else None
        here = here.parent
    return None


def _add_lists(tags: Sequence[Tag], notes: Notes) -> None:
    """Notes that say so themselves, or stand in a list that says so."""
    for tag in tags:
        roles = tree.roles(tag)
        if roles & _HOLDS_NOTES or (
            tag.name in ("ol", "ul", "div", "section") and _LISTS & tree.words_of(tag)
        ):
            lists = [tag] if tag.name in ("ol", "ul") else tag.find_all(("ol", "ul"), recursive=False)
            for each in lists[:1]:
                for number, item in enumerate(each.find_all("li", recursive=False), 1):
                    notes.marks.setdefault(id(item), str(number))
        elif roles & _NOTE and tag.name in _HOLDERS:
            opening = _BEHIND_MARK.match(tree.text_of(tag)[:20])
            notes.marks.setdefault(id(tag), _bare(opening[0]) if opening else "")


def _add_raised(tags: Sequence[Tag], notes: Notes) -> None:
    """Paragraphs that begin with a raised number which stood raised in the text before."""
    raised: dict[str, list[int]] = {}
    for tag in tags:
        mark = _bare(tree.brief(tag)) if tag.name == "sup" else ""
        if not mark or not (mark.isdecimal() or set(mark) <= set("*†‡")):
            continue
        before = _before(tag)
        if before:
            raised.setdefault(mark, []).extend([] if is_power(before) else [id(tag)])
        elif mark in raised and tag.parent is not None and tag.parent.name in _HOLDERS:
            notes.marks.setdefault(id(tag.parent), mark)
            notes.references.update(raised[mark])


def _before(tag: Tag) -> str:
    """The text that stands right before an element on its line."""
    near = tag.previous_sibling
    while near is not None and not isinstance(near, Tag) and not str(near).strip():
        near = near.previous_sibling
    if isinstance(near, Tag):
        return tree.brief(near) or "…"
    return str(near).strip() if near is not None and tree.is_shown(near) else ""
