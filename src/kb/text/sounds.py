"""Words that sound alike in Spanish or English, and how likely one was typed for another.

People who write by ear change b and v, leave out h, mix s, c and z, ll and y, j and g, k and qu, or
double a letter: two words that sound alike are nearer than any typing error.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kb.text.spelling import MOST_EDITS, distance

ALIKE = 0.5  # what a difference that cannot be heard counts of a typing error
_SOFT = re.compile(r"s?c(?=[eiy])")
_SOFT_G = re.compile(r"g(?=[ei])")
_SILENT = re.compile(r"(?<!c)h")
_DOUBLED = re.compile(r"(.)\1+")
_LETTERS = str.maketrans({"v": "b", "z": "s", "c": "k", "q": "k", "x": "s"})


@lru_cache(maxsize=1 << 14)
def sound(folded: str) -> str:
    """A folded word as it sounds, or nearly: equal for spellings that people mix up.

    >>> sound("bibienda") == sound("vivienda"), sound("abitasion") == sound("habitacion")
    (True, True)
    >>> sound("calle") == sound("caye"), sound("konsulado") == sound("consulado")
    (True, True)
    """
    plain = folded.replace("ph", "f").replace("ll", "y").replace("qu", "k")
    plain = _SILENT.sub("", _SOFT_G.sub("j", _SOFT.sub("s", plain)))
    return _DOUBLED.sub(r"\1", plain.replace("ch", "ç").translate(_LETTERS))


def cost(typed: str, other: str) -> float:
    """How unlikely it is that who typed one word meant the other; more than MOST_EDITS if it is hopeless.

    Both folded. An edit counts 1, that two words are the same but for how they are written ALIKE.

    >>> cost("hasilo", "asilo"), cost("asilum", "asylum"), cost("tutela", "tortuga") > 2
    (0.5, 1, True)
    """
    heard, meant = sound(typed), sound(other)
    if heard == meant:
        return ALIKE
    errors = _edits(typed, other)
    if errors <= 1 or abs(len(heard) - len(meant)) > 1:  # two letters that can be heard are too many
        return errors
    return min(errors, ALIKE + _edits(heard, meant))


def _edits(word: str, other: str) -> int:
    found = distance(word, other)
    return MOST_EDITS + 1 if found is None else found
