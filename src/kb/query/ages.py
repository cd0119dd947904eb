"""Ages in a question, with their years or bare: *16 years old*, *she is 16*, *tiene 16*, *de 16 que viaja*.

Documents seldom say an age so, and the number alone would find "Article 16" and "No. 16". An age counts where
it stands with its years, in either language, and is not wanted.

A number of one or two digits is a bare age where a word that leads to an age or a young person stands before
it and no noun that it counts behind it, and where small words stand on both sides: it says nothing of
what is asked then, whatever it counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.query.counting import has_numbers, is_apart, is_counted, is_number, is_of_age, is_short, is_time
from kb.query.telling import is_small
from kb.query.tree import Alternative, Node, Phrase, Translated, Word
from kb.query.weights import TRANSLATED
from kb.text.folding import fold

_YEARS = {"year": "es", "years": "es", "ano": "en", "anos": "en"}  # where it is said otherwise
_IN = {"en": "years", "es": "años"}
_AT = {"en": "age", "es": "edad"}  # "the age of 16", "aged 16"
_LEADING = {
    "en": frozenset(
        "is was am aged ages turn turns turned turning look looks looked only just of at".split()
    ),
    "es": frozenset(
        """
        tengo tiene tienen tenia tenian tuvo tener parece aparenta de con apenas casi los sus mis edades
        cumplo cumple cumplen cumpla cumplan cumplio cumplieron cumplir cumplira cumpliran cumplido
        """.split()
    ),
}
_LEADS = _LEADING["en"] | _LEADING["es"]
_YOUNG = frozenset(
    """
    child kid minor girl boy son daughter brother sister nephew niece teenager teen adolescent baby
    nino nina hijo hija hermano hermana sobrino sobrina menor chico chica muchacho muchacha joven bebe
    adolescente
    """.split()
)
_NEAR = 3  # words between a young person and an age
_JOINS = frozenset("y o u a e and or to".split())  # numbers of a list or a range


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
    return Translated(Phrase(words[:2], soft=True), (_said(words[0], _YEARS[words[1]]),)), length


def bare_age(number: str, language: str) -> Translated:
    """A number as an age that is said with its years, in the language of the question and the other one."""
    own, other = _said(number, language), _said(number, "es" if language == "en" else "en")
    at = (
        Alternative(Phrase((name, number), language=each), f"{name} {number}", each, TRANSLATED, shown=False)
        for each, name in _AT.items()
    )
    return Translated(
        Phrase((number, fold(_IN[own.language])), soft=True), (replace(own, weight=0.0), other, *at)
    )


def bare_ages(words: Sequence[str]) -> frozenset[str]:
    """The numbers that are nothing but bare ages in a question of these folded words.

    >>> sorted(bare_ages("mi hija tiene 14 y el hijo de 9 viaja solo".split()))
    ['14', '9']
    >>> sorted(bare_ages("el plazo es de 30 dias segun el articulo 12 de la ley".split()))
    []
    """
    places = [place for place, word in enumerate(words) if is_short(word)]
    if all(is_small(word) or word.isdecimal() for word in words):
        return frozenset()
    return frozenset(words[place] for place in places).difference(
        words[place] for place in places if not _is_bare(words, place)
    )


def are_years(words: Sequence[str]) -> bool:
    """Whether words begin with an age.

    >>> are_years(("16", "years", "old")), are_years(("72", "horas"))
    (True, False)
    """
    return len(words) > 1 and is_short(words[0]) and words[1] in _YEARS


def is_age(part: Node) -> bool:
    """Whether ``age`` or ``bare_age`` made it."""
    words = part.typed if isinstance(part, Translated) else part
    return isinstance(words, Phrase) and words.soft and are_years(words.words)


def _said(number: str, language: str) -> Alternative:
    leaf = Phrase((number, fold(_IN[language])), language=language)
    return Alternative(leaf, f"{number} {_IN[language]}", language, TRANSLATED)


def _is_bare(words: Sequence[str], place: int) -> bool:
    """Whether the number there is a bare age, or stands alone among small words."""
    behind = words[place + 1] if place + 1 < len(words) else ""
    first, last = _list(words, place)
    before, after = words[first - 1] if first else "", words[last + 1] if last + 1 < len(words) else ""
    if any(map(is_apart, words[last + 1 : last + 3])):  # "4 de noviembre", "95 por ciento"
        return False
    if behind in _YEARS or (has_numbers(before) and (place == first or not is_of_age(before))):
        return False
    leads = before in _LEADS or is_of_age(before) or _is_young(before)
    if after in _YEARS:
        return True
    if is_counted(after, words[last]):
        acts = before in _LEADING["en"] and any(map(_is_young, words[max(0, first - _NEAR) : first]))
        return acts and not is_time(after)  # "a boy of 12 wants"
    return leads or ((not before or is_small(before)) and (not after or is_small(after)))


def _list(words: Sequence[str], place: int) -> tuple[int, int]:
    """The first and the last number of the list or range that a number stands in."""
    first = last = place
    while first and (step := _joined(words[max(0, first - 2) : first][::-1])):
        first -= step
    while step := _joined(words[last + 1 : last + 3]):
        last += step
    return first, last


def _joined(following: Sequence[str]) -> int:
    """How many words on the next number of a list stands; 0 where none does."""
    if following and is_number(following[0]):
        return 1
    return 2 if len(following) > 1 and following[0] in _JOINS and is_number(following[1]) else 0


def _is_young(word: str) -> bool:
    return word in _YOUNG or word.removesuffix("s") in _YOUNG
