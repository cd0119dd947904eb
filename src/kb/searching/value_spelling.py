"""Another spelling for the value of a field that means nothing (``country:hondruas``) or is nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.library import Library
from kb.query.fields import Fields
from kb.query.spelling import farthest
from kb.query.tree import Filter, Phrase, Query, Word
from kb.searching.values import called
from kb.text.folding import fold
from kb.text.sounds import cost
from kb.text.words import WORD, is_stop_word

_BODIES = ("publisher", "organisation")
_MOST_LONGER = 2  # letters


def with_values(library: Library, filters: Iterable[Filter], text: str) -> str:
    """The text with another spelling for such values."""
    for condition in filters:
        typed = condition.values[0] if condition.values else ""
        meant = _body(library, condition, typed) if condition.field in _BODIES else None
        if names := {} if _means_something(library, condition) else _names(library, condition.field):
            plain = fold(typed)
            most = farthest(plain.replace(" ", "").replace("-", ""))
            near = min(names, key=lambda name: (cost(plain, name), name))
            meant = names[near] if cost(plain, near) <= most else None
        if meant:
            quoted = f'"{meant}"' if " " in meant else meant
            text = text.replace(f':"{typed}"', f":{quoted}").replace(f":{typed}", f":{quoted}")
    return text


def _means_something(library: Library, condition: Filter) -> bool:
    node, _ = Fields(library.thesaurus).resolved(condition)
    return not isinstance(node, Word | Phrase)


def _names(library: Library, field: str) -> dict[str, str]:
    """The first names of the values that a field knows, folded and as they are written."""
    known = called(library, field).values()
    return {fold(names[0]): names[0] for each in known for names in each.values()}


def _body(library: Library, condition: Filter, typed: str) -> str | None:
    """A value that no document has, each word of it that no name of a body here has in another spelling."""
    if library.engine.count(Query(tree=condition)):
        return None
    held = library.remembered(_words_of_bodies)
    words = [match[0] for match in WORD.finditer(typed)]
    meant = [_near(fold(word), held) or word for word in words]
    return " ".join(meant) if meant != words else None


def _near(folded: str, held: Mapping[str, str]) -> str | None:
    if folded in held or is_stop_word(folded) or not farthest(folded):
        return None
    about_as_long = (each for each in held if abs(len(each) - len(folded)) <= _MOST_LONGER)
    near = min(about_as_long, key=lambda each: (cost(folded, each), each), default="")
    return held[near] if near and cost(folded, near) <= farthest(folded) else None


def _words_of_bodies(library: Library) -> dict[str, str]:
    """The words of the names of all bodies here, folded and as they are written."""
    named = (name for body in library.store.organisations() for name in body[:2] if name)
    return {fold(word): word for name in named for word in WORD.findall(name)}
