"""Words of a question that mean something side by side alone: ages, denials, what has a number.

"16 year old", "a 16-year-old", "16 años": documents seldom say it so, and the number alone would find
"Article 16". "should *not* be punished", "*sin* importar": the small word says nothing of what is asked, but
"no acompañados" side by side does. Ages and denials count where they stand and are not wanted; a word with
its number ("Title 42") is.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.query.tree import Alternative, Node, Phrase, Translated, Word
from kb.text.folding import fold
from kb.thesaurus.asked import DENIALS

_DIGITS = 2
_LONGEST_NUMBER = 3  # digits; a year says something alone
# What has a number behind it.
_NUMBERED = frozenset(
    """
    articulo articulos art arts article articles titulo title capitulo chapter seccion section ley law act
    regla rule principio principle protocolo protocol convenio convention decreto decree resolucion resolution
    acuerdo agreement objetivo goal ods sdg meta target numero number num nro regulation reglamento
    observacion comment recomendacion recommendation lineamiento guideline anexo annex tabla table modulo
    module parrafo paragraph expediente oficio tomo volume parte part page pagina punto item
    under over below above age edad
    """.split()
)
_YEARS = {"year": "es", "years": "es", "ano": "en", "anos": "en"}  # where it is said otherwise
_IN = {"en": "years", "es": "años"}


def age(parts: Sequence[Node], place: int, weight: float) -> tuple[Translated, int] | None:
    """An age as words side by side, in the other language beside it, and how many parts it takes.

    ``weight``: what the other language counts of what was typed.
    """
    first = parts[place]
    if isinstance(first, Phrase):
        words, length = (first.words if first.soft else ()), 1
    else:
        row = (each.folded for each in parts[place : place + 3] if isinstance(each, Word) and not each.exact)
        words = tuple(row)
        length = len(words) if words[2:] == ("old",) else 2
    if not _are_years(words):
        return None
    other = _YEARS[words[1]]
    leaf = Phrase((words[0], fold(_IN[other])), language=other)
    also = Alternative(leaf, f"{words[0]} {_IN[other]}", other, weight)
    return Translated(Phrase(words[:2], soft=True), (also,)), length


def denied(parts: Sequence[Node], place: int) -> Phrase | None:
    """A small word that denies and the word behind it, side by side, where there are such."""
    row = tuple(each.folded for each in parts[place : place + 2] if isinstance(each, Word) and not each.exact)
    return Phrase(row, soft=True) if len(row) > 1 and row[0] in DENIALS else None


def numbered(parts: Sequence[Node], place: int) -> tuple[str, str] | None:
    """A word and the number that belongs to it, in the order of the question.

    It is the number of the word behind it ("48 hours"), or else of the one before it ("Title 42", "ODS 10");
    always of one that numbers stand behind ("artículo 31 de la ley").
    """
    pair = tuple(_plain_word(part) for part in parts[place : place + 2])
    if len(pair) < 2 or not all(pair):
        return None
    first, second = pair
    if _is_number(first):
        return None if _is_number(second) else (first, second)
    following = _plain_word(parts[place + 2]) if len(parts) > place + 2 else ""
    counts = following and not _is_number(following) and first not in _NUMBERED
    return (first, second) if _is_number(second) and not counts else None


def has_numbers(word: str) -> bool:
    """Whether numbers stand behind such a word, or it is one.

    >>> has_numbers("articulo"), has_numbers("48"), has_numbers("horas")
    (True, True, False)
    """
    return word in _NUMBERED or _is_number(word)


def denies_nothing(parts: Sequence[Node], place: int) -> bool:
    """Whether a small word that denies stands there with no word behind it, and others before it."""
    part = parts[place]
    if not isinstance(part, Word) or part.exact or part.folded not in DENIALS or denied(parts, place):
        return False
    return any(isinstance(each, Word | Phrase) and each != part for each in parts)


def without_denials(words: Sequence[Word]) -> tuple[list[Word], list[Phrase]]:
    """The words of a row that say something, and each one that denies with the word behind it.

    >>> without_denials([Word("ninas"), Word("no"), Word("acompanadas")])[0]
    [Word(folded='ninas', exact=False, language=''), Word(folded='acompanadas', exact=False, language='')]
    """
    found = {place: pair for place in range(len(words)) if (pair := denied(words, place))}
    return [word for place, word in enumerate(words) if place not in found], list(found.values())


def is_beside(part: Node) -> bool:
    """Whether ``age`` or ``denied`` made it."""
    words = part.typed if isinstance(part, Translated) else part
    return isinstance(words, Phrase) and words.soft and (_are_years(words.words) or words.words[0] in DENIALS)


def _plain_word(part: Node) -> str:
    """A word that was typed without marks; nothing of any other part."""
    return part.folded if isinstance(part, Word) and not part.exact else ""


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) <= _LONGEST_NUMBER


def _are_years(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0].isdecimal() and len(words[0]) <= _DIGITS and words[1] in _YEARS
