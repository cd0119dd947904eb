"""Names printed in capitals, written in ordinary letters, so that GENEVA and Geneva are one."""

from __future__ import annotations

import re

from kb.extractors import directory

_SMALL_WORDS = frozenset(
    "of the de del la las los el y e and au do da for para in en on contra sin with a al sobre".split()
)
_SHORTEST_ACRONYM = 3  # letters
_CAPITALS = frozenset(("DC", "DF"))  # behind the name of a capital, without a comma


def in_ordinary_letters(printed: str) -> str:
    """A name in ordinary letters, so that GENEVA and Geneva are one.

    >>> in_ordinary_letters("COMISIÓN NACIONAL DE LOS DERECHOS HUMANOS")
    'Comisión Nacional de los Derechos Humanos'
    """
    first, comma, regions = printed.partition(",")  # in a region, two capitals are a code: "New York, NY"
    parts = [(first, 1), (regions, 2)] if comma else [(first, 1)]
    plain = comma.join(
        " ".join(_capitalised(word) if _shouted(word, short) else word for word in part.split(" "))
        for part, short in parts
    )
    return plain[:1].upper() + plain[1:]


def without_shouting(printed: str) -> str:
    """``printed`` in ordinary letters where it is in capitals, a small one or two aside: "EN McALLEN"."""
    small = sum(map(str.islower, printed))
    shouted = printed.isupper() or (small <= 2 and sum(map(str.isupper, printed)) > 8 * small)
    return in_ordinary_letters(printed) if shouted else printed


def _shouted(word: str, short: int) -> bool:
    if word == "Y":  # joins two in Spanish; an initial has a full stop
        return True
    if (
        not word.isupper()
        or word in _CAPITALS
        or len(word.strip("(),.")) <= short
        or re.search(r"\.\w", word)
    ):
        return False
    return not (len(word) >= _SHORTEST_ACRONYM and directory.knows_acronym(word))  # "DIF", "OIM"


def _capitalised(word: str) -> str:
    if word.lower() in _SMALL_WORDS:
        return word.lower()
    return re.sub(r"[^\W\d_]+(?:['’]S\b)?", lambda letters: letters[0].capitalize(), word)
