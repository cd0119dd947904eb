"""Numbers of a question with the word that they belong to, and ages.

"48 hours", "Title 42": such a number is looked for beside its word. "16 year old", "a 16-year-old",
"16 años": documents seldom say it so, and the number alone would find "Article 16"; an age counts where
it stands so and is not wanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.query.translating import Translating
from kb.query.tree import Alternative, Node, Phrase, Translated, Word
from kb.query.weights import TRANSLATED
from kb.text.folding import fold

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


def age(parts: Sequence[Node], place: int) -> tuple[Translated, int] | None:
    """An age as words side by side, in the other language beside it, and how many parts it takes."""
    first = parts[place]
    if isinstance(first, Phrase):
        words, length = (first.words if first.soft else ()), 1
    else:
        row = (each.folded for each in parts[place : place + 3] if isinstance(each, Word) and not each.exact)
        words = tuple(row)
        length = len(words) if words[2:] == ("old",) else 2
    if not are_years(words):
        return None
    other = _YEARS[words[1]]
    leaf = Phrase((words[0], fold(_IN[other])), language=other)
    also = Alternative(leaf, f"{words[0]} {_IN[other]}", other, TRANSLATED)
    return Translated(Phrase(words[:2], soft=True), (also,)), length


def are_years(words: Sequence[str]) -> bool:
    """Whether words begin with an age.

    >>> are_years(("16", "years", "old")), are_years(("72", "horas"))
    (True, False)
    """
    return len(words) > 1 and words[0].isdecimal() and len(words[0]) <= _DIGITS and words[1] in _YEARS


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


def with_number(words: tuple[str, str], translating: Translating | None) -> Translated:
    """A word with its number, side by side, and its first translation with it in the other language."""
    word = min(words, key=str.isdecimal)
    other = translating.translations(word, most=1) if translating and word not in translating.off else ()
    others = tuple(
        replace(
            each,
            leaf=Phrase(_in_place(words, each.leaf.folded), language=each.language),
            label=" ".join(_in_place(words, each.label)),
        )
        for each in other
        if isinstance(each.leaf, Word) and each.weight and each.shown
    )
    return Translated(Phrase(words, soft=True), others)


def _in_place(words: Sequence[str], word: str) -> tuple[str, ...]:
    """The words with another one in the place of that which is no number."""
    return tuple(each if each.isdecimal() else word for each in words)


def _plain_word(part: Node) -> str:
    """A word that was typed without marks; nothing of any other part."""
    return part.folded if isinstance(part, Word) and not part.exact else ""


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) <= _LONGEST_NUMBER
