"""The governments that a text names with whose they are; "the government" alone names none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb import places
from kb.extractors.organisation_spans import Name, country_end
from kb.extractors.plain_words import is_plain_word
from kb.records import Passage
from kb.text.letters import UPPER

_CAP = rf"[{UPPER}][^\W_]+"
_GOVERNMENT = re.compile(
    r"(?<![\w-])(?:Government\sof\s(?:the\s)?(?:Republic\sof\s)?"
    r"|Gobierno\sde\s(?:(?:los|la\sRep[uú]blica\sde)\s)?)"
    rf"(?P<country>{_CAP}(?:\s{_CAP})?)"
    r"|(?<![\w-])Gobierno\s(?:de\sla\sRep[uú]blica|Federal|(?P<whose>[a-zéñ]{4,15}))(?![\w-])"
)
_TAIWAN = " (Taiwan)"


def governments(passage: Passage | None, text: str) -> Iterator[Name]:
    """The governments of countries and towns: "Government of Canada", "Gobierno hondureño"."""
    for match in _GOVERNMENT.finditer(text) if "Government" in text or "Gobierno" in text else ():
        country, whose = match["country"], match["whose"]
        end = country_end(match) if country else match.end()
        if whose and not places.code_of(whose):
            continue
        if end is None:
            first = country.split()[0]
            if is_plain_word(first):  # "Government of National Unity"
                continue
            end = match.start("country") + len(first)
        end += len(_TAIWAN) * text.startswith(_TAIWAN, end)
        yield Name(passage, match.start(), end, text[match.start() : end], None, 0.7)
