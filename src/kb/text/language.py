"""Which language a text is in: English or Spanish, by its commonest words and its letters.

A single word is never routed by language: the caller looks it up in both. Languages that share words with
Spanish or English are told from these by their own commonest words, others by having few of either. On
1,940 Spanish, 2,469 English and 8,300 paragraphs in six other languages, each of twenty words or more
(the Debian handbook): all Spanish ones right, one English one given up, 128 of the others taken for Spanish,
most of them Catalan and Portuguese. Paragraphs of the others that are in English were not counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

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
_COMMON_SPANISH = _SPANISH.union(
    "o no a e si pero ya muy ser hay sea segun era unos unas le les cual esto eso".split()
)
_OTHERS = {
    code: frozenset(words.split())
    for code, words in {  # folded
        "pt": "o a os as de do da dos das e em no na nos nas um uma que nao com para por se ao aos pelo "
        "pela mais foi sao seu sua ou como ser isso ele ela tambem criancas crianca",
        "fr": "le la les des de du et en un une que qui dans pour par sur est sont au aux ce cette ces "
        "il elle ne pas plus avec se son sa ses leur leurs ou mais etre ont a enfants enfant",
        "it": "il lo la i gli le di del della dei delle e che in un una per con non si da dal nel nella "
        "al alla sono come piu anche ha questo questa su sul o se bambini minori",
        "de": "der die das und in zu den von mit des dem ist sich im auf fur ein eine einer eines nicht "
        "als auch werden wird sind oder bei aus wie es an nach kinder kind",
        "ca": "el la els les de del dels i que en a al als un una per amb no es se si com mes aquest "
        "aquesta son ha pot ser o seu seva ens tot infants",
        "ht": "nan ak pou yo li ki te ou se pa an la sou gen ap nou pral fe tout men yon moun timoun sa "
        "konn anba pandan ke epi oswa",
        "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als door worden wordt "
        "naar bij uit of deze dit kan kinderen kind",
    }.items()
}
# Points a word below which a text of twenty words is in neither language. Spanish with much English or
# code in it has 0.33 and more; Polish, Indonesian and Nahuatl have less than 0.2.
_ENOUGH, _SHARE = 20, 0.3
_RUNNING = 0.2  # of the words of running text are among its language's commonest, 0.27 and more as a rule
_SAMPLE = 4000  # characters


def language_of(text: str) -> str | None:
    """``"en"``, ``"es"``, or None when the text gives no reason for either.

    >>> language_of("El interés superior de la niñez"), language_of("The best interests of a child")
    ('es', 'en')
    """
    return _language_of(text[:_SAMPLE])


@lru_cache(maxsize=64)  # of the whole text it is asked several times
def _language_of(sample: str) -> str | None:
    words = _words(sample)
    english = 2.0 * _held(words, _ENGLISH) + 0.5 * sum(word.endswith(_ENGLISH_ENDINGS) for word in words)
    spanish = 2.0 * _held(words, _SPANISH) + 0.5 * sum(word.endswith(_SPANISH_ENDINGS) for word in words)
    spanish += len(_SPANISH_LETTERS.findall(sample))
    if max(english, spanish) < 2 or english == spanish:
        return None
    if len(words) >= _ENOUGH and (max(english, spanish) < len(words) * _SHARE or _is_other(words)):
        return None
    return "en" if english > spanish else "es"


def other_language(text: str) -> str | None:
    """The code of the language that a text is in beside English and Spanish; None where no other is known.

    >>> other_language("O centro recebe crianças que viajam sem os pais e não têm documentos. " * 2)
    'pt'
    >>> other_language("El centro recibe a niñas y niños que viajan sin sus padres. " * 2)
    """
    return _other_language(text[:_SAMPLE])


@lru_cache(maxsize=4)
def _other_language(sample: str) -> str | None:
    words = _words(sample)
    found = max(_OTHERS, key=lambda code: _held(words, _OTHERS[code]))
    enough = len(words) >= _ENOUGH and _held(words, _OTHERS[found]) >= len(words) * _RUNNING
    return found if enough and _is_other(words) else None


def _is_other(words: Sequence[str]) -> bool:
    """Whether another language has more of its commonest words in a text than English and Spanish."""
    ours = max(_held(words, _ENGLISH), _held(words, _COMMON_SPANISH))
    return any(_held(words, other) > ours for other in _OTHERS.values())


def _words(sample: str) -> list[str]:
    return fold(" ".join(_WORD.findall(sample))).split()


def _held(words: Sequence[str], common: frozenset[str]) -> int:
    return sum(map(common.__contains__, words))
