"""Whether a question may name a country: told in a few milliseconds, before the countries are read.

To read what all countries are called takes ten times as long, and few questions name one.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kb.text.folding import fold
from kb.text.words import WORD

_SOURCE = Path(__file__).with_name("countries.toml")
_SEVERAL_WORDS = re.compile(r"'([^'\n]+ [^'\n]+)'")  # in the file names stand in single quotes
_LONGEST = 5  # words that are looked at together; longer names begin with a capital or hold a shorter one


def may_name_country(text: str) -> bool:
    """Whether a word is written like a name, or some in a row are a name of several words in any letters.

    >>> may_name_country("menores en Honduras"), may_name_country("menores en costa rica")
    (True, True)
    >>> may_name_country("una costa rica en peces"), may_name_country("casas de costa")
    (True, False)
    """
    if text[:2].isupper() or any(word[0].isupper() for word in text.split()[1:]):
        return True
    words = [fold(match[0]) for match in WORD.finditer(text)]
    return len(words) > 1 and any(
        " ".join(words[first : first + length]) in _names_of_several_words()
        for length in range(2, _LONGEST + 1)
        for first in range(len(words) - length + 1)
    )


@cache
def _names_of_several_words() -> frozenset[str]:
    """The folded names of several words in the file, of countries, cities and what is none."""
    names = _SEVERAL_WORDS.findall(_SOURCE.read_text(encoding="utf-8"))
    return frozenset(" ".join(WORD.findall(name)) for name in fold("\n".join(names)).splitlines())
