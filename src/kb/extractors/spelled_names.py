"""The body whose name opens a text and is spelled by its e-mail address: "press@tworivers.example".

A small sender may print its name in small letters, or with marks around it, above a text that names it
nowhere else. The words tell nobody that they are a name; the address does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.extractors.capital_names import without_shouting
from kb.extractors.front import front, lines_of
from kb.extractors.official_names import EDGES, Official
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.publisher_signs import Sign, printed
from kb.places import is_place, place_code
from kb.records import Document, Passage
from kb.text.folding import fold, letters

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ARTICLES = frozenset("the la el los las".split())
_SHORTEST = 8  # letters of a name that an address spells
_FARTHEST = 3  # words from the beginning of a line
_MOST_WORDS = 8  # of a name


def signs(document: Document) -> Iterator[Sign]:
    """The sign of the first words near the top that an address spells."""
    spelled = _spelled(document)
    if not spelled:
        return
    heads: list[tuple[Passage | None, int, str]] = [(None, 0, document.title), *lines_of(front(document))]
    for passage, start, line in heads:
        if found := _opening(line, spelled):
            name = without_shouting(line[found[0] : found[1]])
            official = Official(name, inferred=name != line[found[0] : found[1]])
            yield printed("letterhead", official, passage, start + found[0], start + found[1], 3.0)
            return


def _spelled(document: Document) -> set[str]:
    """What the addresses of a document spell: the names of their domains, and of boxes that are nobody's."""
    found = set()
    for contact in document.contacts:
        box, _, domain = fold(contact.email or "").partition("@")
        found.update(domain.split(".")[:-1])
        if contact.name is None:
            found.add(box)
    return {each.replace("-", "") for each in found if len(each) >= _SHORTEST}


def _opening(line: str, spelled: set[str]) -> tuple[int, int] | None:
    """Where the words of a line begin and end that are spelled, with the nouns of a body beside them."""
    words = [*_WORD.finditer(line)][: _FARTHEST + _MOST_WORDS]
    for first in range(min(_FARTHEST, len(words))):
        for last in range(first + 1, min(first + _MOST_WORDS, len(words))):
            if "".join(letters(each[0]) for each in words[first : last + 1]) not in spelled:
                continue
            name = line[words[first].start() : words[last].end()]
            if is_place(name) or place_code(name):
                return None
            begin = 1 if first and fold(words[0][0]) in _ARTICLES else 0
            led = all(_is_noun(each[0]) for each in words[begin:first])
            further = last + 1 < len(words) and _is_noun(words[last + 1][0])
            whole = not line[words[last].end() :].strip(EDGES)
            named = led and (further or whole or begin < first)
            return (words[begin].start(), words[last + further].end()) if named else None
    return None


def _is_noun(word: str) -> bool:
    return BODY_NOUN.fullmatch(word.capitalize()) is not None
