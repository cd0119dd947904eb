"""Whether the sender of a mail is an organisation, by its name or by its address."""

from __future__ import annotations

import re
from email.utils import parseaddr

from kb.text.folding import fold, squeeze

_LONGEST_SENDER = 320  # characters
_BODY = re.compile(  # a word by which an organisation or an office calls itself
    r"\b(?:oficina|office|agenc(?:y|ia)|ministr(?:y|io)|secretar[ií]a|institut[eo]|fundaci[oó]n|foundation"
    r"|fund|fondo|comisi[oó]n|commission|comit[eé]|committee|council|consejo|procuradur[ií]a|defensor[ií]a"
    r"|fiscal[ií]a|gobierno|government|embajada|embassy|consulado|consulate|organi[sz](?:ation|aci[oó]n)"
    r"|network|asociaci[oó]n|association|universi(?:dad|ty)|prensa|press|comunicaci[oó]n|communications?"
    r"|nations|naciones|centro|centre|center|departamento|department|direcci[oó]n)\b",
    re.IGNORECASE,
)


def organisation(sender: str) -> str | None:
    """The name of a sender, where it is that of an organisation: by its words, or as its address has it.

    >>> organisation("Casa Azul <prensa@casaazul.example>"), organisation("Ana Paz <ana@mail.example>")
    ('Casa Azul', None)
    """
    sender = sender[:_LONGEST_SENDER]  # parseaddr recurses over brackets
    name, address = parseaddr(sender) if "@" in sender else (sender, "")
    name = squeeze(name.strip("'\""))
    domain = fold(address.rpartition("@")[2]).split(".")
    if not name or "@" in name or "," in name:
        return None
    in_address = len(name) > 2 and fold(name.replace(" ", "")) in domain[:-1]
    return name if in_address or _BODY.search(name) else None
