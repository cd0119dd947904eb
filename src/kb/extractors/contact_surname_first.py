"""Persons whose surnames stand before their given names, in capitals: "LÓPEZ ARCHILA, Ana Lucía"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb import places
from kb.extractors import directory
from kb.extractors.contact_people import Mark, is_no_name, is_shouted_noun
from kb.extractors.genders import is_given_name
from kb.text.letters import UPPER

_PARTICLES = r"(?:(?:DE|DEL|LA|LAS|LOS|VAN|VON)\s){0,2}"
_SURNAME_FIRST = re.compile(
    rf"(?<![\w,.])(?P<surnames>{_PARTICLES}[{UPPER}]{{3,14}}(?:[\s-]{_PARTICLES}[{UPPER}]{{3,14}}){{0,2}}),\s"
    rf"(?P<given>[{UPPER}][a-záéíóúüñ]{{2,14}}(?:\s[{UPPER}](?:[a-záéíóúüñ]{{2,14}}|\.)){{0,2}})(?=[,.;:()\n|]|\s[–—-]\s|$)"
)


def surname_first(text: str) -> Iterator[Mark]:
    """The persons of ``text`` who are told so; the words are those printed.

    >>> [mark.words for mark in surname_first("Contacto: LÓPEZ ARCHILA, Ana Lucía. TEGUCIGALPA, Honduras")]
    ['LÓPEZ ARCHILA, Ana Lucía']
    """
    for match in _SURNAME_FIRST.finditer(text):
        surnames, given = match["surnames"], match["given"].split()
        noun = any(is_shouted_noun(word) for word in re.split(r"[\s-]", surnames) if len(word) > len("DEL"))
        # one word in capitals may be a body: "UNIMER, Ana Paz"
        noun = noun or (surnames.isalpha() and not all(map(is_given_name, given)))
        other = (
            places.is_place(surnames) or directory.knows_acronym(surnames) or places.is_place(match["given"])
        )
        if not (noun or other or any(is_no_name(word) for word in given if not word.endswith("."))):
            yield Mark(*match.span(), "name", match[0])
