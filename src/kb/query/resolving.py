"""What the parts of a question mean, each by itself and with its neighbours.

Who knows what: ``bodies``, ``concepts``, ``numbers``, ``translating`` and ``fields``. The question as a whole
is understood in ``understand``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.messages import Message
from kb.query.ages import age
from kb.query.apart import apart
from kb.query.beside import denied, denies_nothing, is_beside
from kb.query.bodies import Bodies
from kb.query.concepts import Concepts
from kb.query.counting import has_numbers, is_number
from kb.query.fields import Fields
from kb.query.numbers import Numbers
from kb.query.said_dates import SaidDates
from kb.query.translating import Translating
from kb.query.tree import (
    All,
    Any,
    Concept,
    Filter,
    Near,
    Node,
    Not,
    Phrase,
    Should,
    Translated,
    Word,
    all_of,
)


@dataclass(frozen=True, slots=True)
class Names:
    """Who knows what the words of a question are called otherwise."""

    concepts: Concepts
    bodies: Bodies
    numbers: Numbers
    dates: SaidDates
    words: Translating | None


class Resolver:
    """Walks a tree once and collects notices on the way."""

    def __init__(self, fields: Fields, names: Names | None, left_out: Resolver | None = None) -> None:
        """Without ``names`` nothing is added; ``left_out`` resolves what is excluded."""
        self.fields = fields
        self.names = names
        self.left_out = left_out or self
        self.notices: list[Message] = left_out.notices if left_out else []

    def node(self, node: Node) -> Node:
        """The node with its concepts found, its words translated and its filters resolved."""
        match node:
            case All(parts):
                found = self.row(parts, numbers=True)
                beside = [part for part in found if not isinstance(part, Not | Should | Filter)]
                wanted = not all(map(is_beside, beside))
                return all_of([Should(part) if wanted and is_beside(part) else part for part in found])
            case Any(parts, row):
                return replace(node, parts=tuple(self.row(parts) if row else map(self.node, parts)))
            case Not(part):
                return Not(self.left_out.node(part))
            case Should(part):
                return Should(self.node(part))
            case Filter():
                return self.filter(node)
            case Word() | Phrase() | Near():
                return self.row([node], numbers=True)[0]
            case _:
                return node

    def row(self, parts: Sequence[Node], *, numbers: bool = False) -> list[Node]:
        """Neighbouring words that name a concept become one part; the rest is resolved one by one.

        ``numbers``: they are one part with their words. In a long question, of which no word is wanted, the
        words count besides.
        """
        found: list[Node] = []
        place = bare = 0  # where the words end that name what is switched off
        names = self.names
        while place < len(parts):
            bare = max(bare, place + names.concepts.switched_off(parts, place)) if names else 0
            counted = self._numbered(names, parts, place, one=numbers) if names else None
            if names and place >= bare and (known := counted or self._known(names, parts, place)):
                found.append(known[0])
                place += known[1]
            elif denies_nothing(parts, place):
                place += 1
            else:
                part = denied(parts, place) or parts[place]
                if isinstance(part, Word) and names and names.words and place >= bare:
                    part = names.words.translated(part)
                found.append(part if isinstance(part, Word | Phrase | Near | Translated) else self.node(part))
                place += 1
        return found

    def filter(self, condition: Filter) -> Node:
        """The filter with ids for values, or the words of a value that means nothing."""
        resolved, told = self.fields.resolved(condition)
        self.notices += told
        return resolved

    def _known(self, names: Names, parts: Sequence[Node], place: int) -> tuple[Node, int] | None:
        """A body, a country, an age, a concept or a word with a hyphen that begins there; its length."""
        body = names.bodies.named(parts, place)
        if body and body[1] == 1:
            return body
        concept = self._concept(names.concepts, parts, place)
        if body and not (concept and concept[1] > body[1]):  # "United Nations agencies" are more than a body
            return self._with_words(body, parts, place) if names.bodies.is_body(parts, place) else body
        return age(parts, place) or concept or (names.words.compound(parts, place) if names.words else None)

    def _with_words(
        self, body: tuple[Translated, int], parts: Sequence[Node], place: int
    ) -> tuple[Translated, int]:
        """A body with the words of its name, each for itself."""
        named, length = body
        words = (part for word in parts[place : place + length] for part in self.row([word]))
        return replace(named, apart=tuple(words)), length

    def _numbered(
        self, names: Names, parts: Sequence[Node], place: int, *, one: bool
    ) -> tuple[Node, int] | None:
        """A number with the word that it belongs to, or a year with its month: as one part, or beside it."""
        if month := names.dates.month(parts, place, one=one):
            return month
        if led := names.numbers.of_age(parts, place):
            return led
        if age(parts, place):
            return None
        if bare := names.numbers.bare_age(parts[place]):
            return bare, 1
        words = names.numbers.pair(parts, place) if one else None
        if words is None:
            beside: Node | None = names.numbers.beside(parts, place)
            if one:  # "95% de la niñez", "artículos 9 y 37"
                beside = beside or names.numbers.lone(parts, place)
            return (Should(beside) if one else beside, 1) if beside else None
        alone = not (has_numbers(words[0]) or is_number(words[0]))
        return None if alone and self._known(names, parts, place) else (names.numbers.together(words), 2)

    def _concept(self, concepts: Concepts, parts: Sequence[Node], place: int) -> tuple[Concept, int] | None:
        """A concept with the words of a name of several, each for itself."""
        named = concepts.at(parts, place)
        if named is None:
            return None
        lexicon = self.names.words.lexicon if self.names and self.names.words else None
        each = [
            apart(part, concepts.names(named.concept.id), lexicon)
            for word in named.words
            for part in self.row([word])
        ]
        return replace(named.concept, apart=tuple(each) or named.concept.apart), named.length
