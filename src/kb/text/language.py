"""Which language a text is in: English or Spanish, by its commonest words and its letters.

A single word is never routed by language: the caller looks it up in both. Languages that share words with
Spanish or English are told from these by their own commonest words, others by having few of either. On
1,940 Spanish, 2,469 English and 8,300 paragraphs in six other languages, each of twenty words or more
(the Debian handbook): all Spanish ones right, one English one given up, 128 of the others taken for Spanish,
most of them Catalan and Portuguese. Paragraphs of the others that are in English were not counted.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat

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
_SPANISH_ENDINGS = ("cion", "ciones", "dad", "dades", "mente", "ado", "ada", "ando", "os", "as")
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
_SAID_IN = {"en": _ENGLISH, "es": _SPANISH, "common es": _COMMON_SPANISH, **_OTHERS}
_SIGNS = dict(zip(_SAID_IN, string.ascii_letters, strict=False))
# A common word -> the signs of the languages that have it, so that a text is gone through once for all.
_SIGNS_OF = {
    word: "".join(_SIGNS[language] for language, words in _SAID_IN.items() if word in words)
    for word in frozenset().union(*_SAID_IN.values())
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
    signs, ends = _signs(words), " ".join([*words, ""])
    english = 2.0 * _held(signs, "en") + 0.5 * _ending(ends, _ENGLISH_ENDINGS)
    spanish = 2.0 * _held(signs, "es") + 0.5 * _ending(ends, _SPANISH_ENDINGS)
    spanish += len(_SPANISH_LETTERS.findall(sample))
    if max(english, spanish) < 2 or english == spanish:
        return None
    if len(words) >= _ENOUGH and (max(english, spanish) < len(words) * _SHARE or _is_other(signs)):
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
    signs = _signs(words)
    found = max(_OTHERS, key=lambda code: _held(signs, code))
    enough = len(words) >= _ENOUGH and _held(signs, found) >= len(words) * _RUNNING
    return found if enough and _is_other(signs) else None


def _is_other(signs: str) -> bool:
    """Whether another language has more of its commonest words in a text than English and Spanish."""
    ours = max(_held(signs, "en"), _held(signs, "common es"))
    return any(_held(signs, other) > ours for other in _OTHERS)


def _words(sample: str) -> list[str]:
    return fold(" ".join(_WORD.findall(sample))).split()


def _signs(words: Sequence[str]) -> str:
    """The signs of the languages of each common word."""
    return "".join(map(_SIGNS_OF.get, words, repeat("")))


def _held(signs: str, language: str) -> int:
    """How many of the words are among the commonest of a language."""
    return signs.count(_SIGNS[language])


def _ending(words: str, endings: tuple[str, ...]) -> int:
    """How many words, each with a space behind it, end so; none of the endings is the end of another."""
    return sum(words.count(f"{ending} ") for ending in endings)
