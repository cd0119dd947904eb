"""The shorter and longer names of one embassy: "Embassy of Belize", "Embassy of Belize to the Holy See".

A state is printed with or without "the Republic of", and the host with or without. Two that name different
hosts are two embassies.
"""

from __future__ import annotations

import re

from kb.text.folding import fold

_EMBASSY = re.compile(
    r"(?:Embassy|Embajada)\s(?:of|del?)\s(?:(?:the|la)\s)?(?:(?:Republic\sof|Rep[uú]blica\sdel?)\s)?(?:(?:the|los|la|el)\s)?"
    r"(?P<state>[^,(]+?)(?P<host>\s(?:to|in|ante|en)\s[^,(]+)?",
    re.IGNORECASE,
)


def are_one(first: str, second: str) -> bool:
    """Whether two names are of one embassy.

    >>> are_one("Embassy of Peru", "Embassy of the Republic of Peru to the United States of America")
    True
    >>> are_one("Embajada de Perú en Chile", "Embajada de Perú en México")
    False
    """
    one, other = _EMBASSY.fullmatch(first), _EMBASSY.fullmatch(second)
    if one is None or other is None or fold(one["state"]) != fold(other["state"]):
        return False
    return not (one["host"] and other["host"]) or fold(one["host"]) == fold(other["host"])
