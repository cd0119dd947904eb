"""Numbers written as words behind the word of a text or a place: *comment six*, *artículo doce* (pure).

Elsewhere such words are words: *once* is an adverb in English, and *one* a pronoun. Numbers up to 49 are
known, more than any committee has commented on and most treaties have articles.
"""

from __future__ import annotations

from collections.abc import Sequence

_SMALL = {
    "en": """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen
        """.split(),
    "es": """
        uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis
        diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco
        veintiseis veintisiete veintiocho veintinueve
        """.split(),
}
_VALUES = {language: {word: at for at, word in enumerate(words, 1)} for language, words in _SMALL.items()}
_TENS = {
    "en": {"twenty": 20, "thirty": 30, "forty": 40},
    "es": {"treinta": 30, "cuarenta": 40},
}
_JOINING = {"en": "-", "es": "y"}  # "thirty-one", "treinta y uno"
_ONES = 9
# What such numbers stand behind, by language.
_BEHIND = {
    "en": frozenset(
        """
        comment comments cmt recommendation recommendations gc gr jgc art arts article articles paragraph
        paragraphs para paras opinion
        """.split()
    ),
    "es": frozenset(
        """
        general gral conjunta observacion recomendacion comentario og rg ogc art arts articulo articulos
        parrafo parrafos parr parrs consultiva
        """.split()
    ),
}
_SIGNS = frozenset(". no num numero number nr nº n° º °".split())
_LISTED = frozenset(", y e and to a al & - –".split())


def numeral(words: Sequence[str], first: int) -> tuple[int, int] | None:
    """The number that is written as words from ``first`` on, behind such a word; and where it ends.

    >>> numeral(["general", "comment", "thirty", "-", "one"], 2)
    (31, 5)
    >>> numeral(["observacion", "general", "numero", "veintidos"], 3), numeral(["only", "once"], 1)
    ((22, 4), None)
    """
    word = words[first]
    for language, behind in _BEHIND.items():
        small, tens = _VALUES[language], _TENS[language]
        if (word in small or word in tens) and _head(words, first) in behind:
            return (small[word], first + 1) if word in small else _composed(words, first, language)
    return None


def _composed(words: Sequence[str], first: int, language: str) -> tuple[int, int]:
    """Tens, and the ones behind them."""
    ten = _TENS[language][words[first]]
    place = first + 1
    joined = place < len(words) and words[place] == _JOINING[language]
    if language == "en" or joined:
        place += joined
        one = _VALUES[language].get(words[place], 0) if place < len(words) else 0
        if 0 < one <= _ONES:
            return ten + one, place + 1
    return ten, first + 1


def _head(words: Sequence[str], place: int) -> str:
    """The word before a number, its sign and the numbers listed before it passed over."""
    place -= 1
    while place > 0:
        listed = words[place] in _LISTED and words[place - 1].isdecimal()
        if not listed and words[place] not in _SIGNS:
            break
        place -= 1 + listed
    return words[place] if place >= 0 else ""
