"""*Solo* in a question: alone, or only (pure).

A child is alone (*un niño solo*, *viaja solo*), and so is who is *sola*, *solos* or *solas*. What happens for
one reason (*un niño detenido solo por entrar*) or to one thing (*solo la policía*), or *sólo*, is only that.
"""

from __future__ import annotations

import re

from kb.text.folding import fold
from kb.text.words import WORD

ALONE = frozenset("solo sola solos solas".split())
ONLY = "solo"  # the form that is only in most texts
_PEOPLE = re.compile(
    "(?:nin|menor|adolescent|joven|hij|herman|sobrin|niet|chic|muchach|beb|prim|ahijad|migrant|person|padre|pap)"
)
# Who does it does it alone: *viaja solo por el desierto*.
_DONE_ALONE = re.compile(
    """(?:est[aeou]|qued|viaj|lleg|cruz|v[ie]+n|migr|camin|and[aeou]|viv|sal[ei]|enc[ou]+e?ntr|hall|dej|entr|ingres
    |duerm|dorm|regres|vuelv|volv|huy|iba|va\\b|fue\\b|detect)""",
    re.VERBOSE,
)
_ANYWHERE = frozenset(("", "en", "y"))  # solo en el camino
_REASONS = frozenset("por para porque si cuando como".split())


def only(text: str) -> frozenset[str]:
    """The word *solo*, where a question has it for "only" and nowhere for "alone".

    >>> [*only("detener a un niño solo por entrar"), *only("avisan sólo al consulado")]
    ['solo', 'solo']
    >>> [*only("la policía encuentra a un niño solo"), *only("viaja solo por el desierto")]
    []
    """
    words = [match[0] for match in WORD.finditer(text)]
    folded = [fold(word) for word in words]
    places = [place for place, word in enumerate(folded) if word == ONLY]
    alone = any(words[place].lower() == ONLY and _is_alone(folded, place) for place in places)
    return frozenset({ONLY} if places and not alone else ())


def _is_alone(words: list[str], place: int) -> bool:
    """Whether *solo* says of somebody before it that nobody is with him."""
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if _DONE_ALONE.match(before) or (not before and after in _ANYWHERE):
        return True
    return bool(_PEOPLE.match(before)) and after not in _REASONS
