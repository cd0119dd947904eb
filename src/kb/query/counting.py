"""Which words numbers belong to: those that they stand behind, and the nouns that they count.

*Title 42*, *artículo 31* · *48 hours*, *5 casos*, *7 países*
"""

from __future__ import annotations

from kb.text.dates import MONTHS

SHORT = 2  # digits
LONGEST_NUMBER = 3  # digits; a year says something alone

# What has a number behind it.
_NUMBERED = frozenset(
    """
    articulo articulos art arts article articles titulo title capitulo chapter seccion section ley law act
    regla rule principio principle protocolo protocol convenio convention decreto decree resolucion resolution
    acuerdo agreement objetivo goal ods sdg meta target numero number num nro regulation reglamento
    observacion comment recomendacion recommendation lineamiento guideline anexo annex tabla table modulo
    module parrafo paragraph expediente oficio tomo volume parte part page pagina punto item
    """.split()
)
_OF_AGES = frozenset("under over below above age edad".split())
# What is counted, and is no plural in "s".
_COUNTED = frozenset(
    """
    children people men women youth staff personnel police criteria percent per million billion
    thousand hundred mil hour day week month minute hora dia semana minuto km kg h
    """.split()
)
_PERCENT = ("ciento", "cent")
_OF_TIME = frozenset(
    """
    days hours weeks months minutes times day hour week month minute
    dias horas semanas meses minutos veces dia hora semana mes minuto
    """.split()
)
_SHORTEST_PLURAL, _SHORTEST_MONTH = 4, 4  # letters
_NO_NOUNS = frozenset(
    """
    menos mas antes despues entonces ademas apenas cumplidos jamas always sometimes besides unless
    """.split()
)


def is_number(word: str) -> bool:
    """Whether a word is a number that says little alone."""
    return word.isdecimal() and len(word) <= LONGEST_NUMBER


def is_short(word: str) -> bool:
    """Whether a word is a number that may be an age, or that of an article or a paragraph."""
    return word.isdecimal() and len(word) <= SHORT


def has_numbers(word: str) -> bool:
    """Whether numbers stand behind such a word.

    >>> has_numbers("articulo"), has_numbers("horas")
    (True, False)
    """
    return word in _NUMBERED or word in _OF_AGES


def is_apart(word: str) -> bool:
    """Whether a small word may stand between a number and a word: *4 de noviembre*, *95 por ciento*.

    Of months those that are no other words: no *march*, no *may*.
    """
    return word in _PERCENT or (word in MONTHS and len(word) >= _SHORTEST_MONTH and word != "march")


def is_of_age(word: str) -> bool:
    """Whether a number behind such a word is likely an age: *under 18*."""
    return word in _OF_AGES


def is_counted(word: str, number: str) -> bool:
    """Whether a word behind a number is what it counts: a plural or a measure, but for 1.

    >>> is_counted("casos", "5"), is_counted("viaja", "12"), is_counted("caso", "1")
    (True, False, True)
    """
    if word in _COUNTED or is_apart(word) or number == "1":
        return True
    return word.endswith("s") and len(word) >= _SHORTEST_PLURAL and word not in _NO_NOUNS


def is_time(word: str) -> bool:
    """Whether a word is one of a span of time, shorter than a year."""
    return word in _OF_TIME
