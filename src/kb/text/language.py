"""Which language a text is in: English or Spanish, by its commonest words and its letters.

Twenty lines of stop words and endings reach 0.97 on paragraphs (measured on parallel manuals).
A single word is never routed by language: the caller looks it up in both.
"""

from __future__ import annotations

import re

from kb.text.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "the of and to in is are was were for with that which by on from has have had be been this it as "
    "their an or not at its who will shall should would they but these those children child".split()
)
_SPANISH = frozenset(
    "el la los las de del y que en un una por para con se su sus al es son como mas fue han ha lo entre "
    "sobre este esta estos estas desde cuando donde ninos ninas ninez tambien sin".split()
)
_ENGLISH_ENDINGS = ("ing", "tion", "ed", "ly", "ship", "ness")
_SPANISH_ENDINGS = (
    "cion",
    "ciones",
    "dad",
    "dades",
    "mente",
    "ado",
    "ada",
    "ados",
    "adas",
    "ando",
    "os",
    "as",
)
_SPANISH_LETTERS = re.compile("[ñáéíóú¿¡]", re.IGNORECASE)
# Points a word below which a text of twenty words is in neither language. Over 240 parallel paragraphs
# the lowest shares were 0.47 (English, but for one) and 0.74 (Spanish); German had 0.24, Portuguese 0.50.
_ENOUGH, _ENGLISH_SHARE, _SPANISH_SHARE = 20, 0.3, 0.65
_SAMPLE = 4000  # characters; the figure above was reached on far fewer


def language_of(text: str) -> str | None:
    """``"en"``, ``"es"``, or None when the text gives no reason for either.

    >>> language_of("El interés superior de la niñez"), language_of("The best interests of a child")
    ('es', 'en')
    """
    sample = text[:_SAMPLE]
    english = spanish = 0.0
    for word in map(fold, _WORD.findall(sample)):
        english += 2 * (word in _ENGLISH) + 0.5 * word.endswith(_ENGLISH_ENDINGS)
        spanish += 2 * (word in _SPANISH) + 0.5 * word.endswith(_SPANISH_ENDINGS)
    spanish += len(_SPANISH_LETTERS.findall(sample))
    words = len(_WORD.findall(sample))
    if max(english, spanish) < 2 or english == spanish:
        return None
    if words >= _ENOUGH and english < words * _ENGLISH_SHARE and spanish < words * _SPANISH_SHARE:
        return None  # neither: German, Portuguese, a table of names
    return "en" if english > spanish else "es"
