"""Where sentences end among contacts, whose titles and labels are often shortened.

>>> last_sentence("The clinic is open. Reporters may reach Fr. Leo Paz, Casa Farol, at ")
'Reporters may reach Fr. Leo Paz, Casa Farol, at '
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from kb.extractors.honorifics import abbreviates_before
from kb.text.letters import UPPER

_END = re.compile(rf"(?<!\bext)(?<!\btel)(?<!\b\w)[.?!]\s+(?=(?-i:[{UPPER}])|[¿¡\"“«])", re.IGNORECASE)


def _ends(text: str, start: int = 0, stop: int = sys.maxsize) -> Iterator[re.Match[str]]:
    for end in _END.finditer(text, start, stop):
        if not (end[0].startswith(".") and abbreviates_before(text, end.start() + 1)):
            yield end


def sentence_end(text: str, start: int = 0, stop: int = sys.maxsize) -> re.Match[str] | None:
    """The first end of a sentence in a part of ``text`` behind which another begins, with its space."""
    return next(_ends(text, start, stop), None)


def last_sentence(text: str) -> str:
    """What stands behind the last end of a sentence."""
    return text[max((end.end() for end in _ends(text)), default=0) :]


def first_sentence(text: str) -> str:
    """What stands before the first end of a sentence, without its stop."""
    end = sentence_end(text)
    return text[: end.start()] if end else text
