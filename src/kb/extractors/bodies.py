"""The organisations of a document, found again in its sentences and in what it says of people."""

from __future__ import annotations

import re

from kb.extractors import directory
from kb.extractors.capitals import calm
from kb.records import Document, Organisation
from kb.text.letters import UPPER
from kb.text.wholes import Wholes

# The news agency of a dateline, to whom people speak: "PANAMA CITY, Oct 19 (Isthmus) -", "(Agencia Istmo).-".
_AGENCY = re.compile(
    rf"\((?:(?:Agencia|Agency|Diario|Noticias|Radio|Redacción)\s)?(?P<name>[{UPPER}]\w{{2,20}})"
    r"(?:\s(?:News|Noticias|Newswire|Wire|Press|Agency|Digital|Radio))?\)\s?[.–—-]"
)
_FRONT_PASSAGES = 6  # in which a dateline stands
_FRONT = 200  # characters of each
_MOST_NAMES = 300  # that are looked for; the longest first


def front(document: Document) -> str:
    """The words in which a dateline stands."""
    return " ".join(passage.text[:_FRONT] for passage in document.passages[:_FRONT_PASSAGES])


class Bodies:
    """The organisations of a document, found again in its descriptions; ``front`` may name an agency."""

    def __init__(self, organisations: tuple[Organisation, ...], front: str) -> None:
        names = {directory.key(each.name): each.name for each in organisations}
        calmed = {calm(name, [], _is_kept) for name in names.values() if name.isupper()}
        self._keys = frozenset(names)
        agencies = {match["name"] for match in _AGENCY.finditer(front)}
        self.acronyms = frozenset({each.acronym for each in organisations if each.acronym} | agencies)
        longest = sorted({*names.values(), *calmed, *self.acronyms}, key=len, reverse=True)[:_MOST_NAMES]
        self._wholes = Wholes(longest, "_-")

    def __call__(self, text: str) -> list[tuple[int, int]]:
        """Where ``text`` names one of them."""
        return self._wholes.spans(text)

    def holds(self, name: str) -> bool:
        """Whether ``name`` is an organisation, of the document or of the table."""
        return name in self.acronyms or directory.key(name) in self._keys or directory.named(name) is not None

    def is_acronym(self, word: str) -> bool:
        """Whether ``word`` is an acronym of one of them."""
        return word in self.acronyms or directory.by_acronym(word) is not None


def _is_kept(_: str) -> bool:
    return False
