"""Where sentences begin and end, in English and Spanish."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.text.folding import fold

# A row of marks is looked at once, from its first: a line of dots would take the square of its length.
_END = re.compile(r"""(?<![.!?…])[.!?…]++["'”’»)\]]*+\s+(?=["'“‘«(\[¿¡]*[^\W_a-záéíóúñü])""")
_LONGEST_ABBREVIATION = 20  # characters, its full stop and the letter before it included
_LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\.$")
# A full stop behind these does not end a sentence.
_ABBREVIATIONS = frozenset(
    "art arts para paras parr parrs num nums no nos nro sr sra srta dr dra lic ing mr mrs ms prof vol "
    "p pp cf eg ie e.g i.e etc ej ee.uu ee uu u.s u.n st inc fig cap inc dept gov jr av tel ext ed eds "
    "jan feb mar apr jun jul aug sept sep oct nov dec ene abr ago dic fr frs vs op cit ibid".split()
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of ``text``, without the white space between them.

    >>> text = "See art. 3 of the CRC. It matters."
    >>> [text[start:end] for start, end in sentences(text)]
    ['See art. 3 of the CRC.', 'It matters.']
    """
    return list(_spans(text))


@lru_cache(maxsize=64)  # several extractors read the same paragraph one after another
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    spans, start = [], 0
    for match in _END.finditer(text):
        end = match.start() + len(match[0].rstrip())
        if _ends(text[max(start, end - _LONGEST_ABBREVIATION) : end]):
            spans.append((start, end))
            start = match.end()
    rest = len(text.rstrip())
    if start < rest:
        spans.append((start, rest))
    return tuple(spans)


def _ends(words: str) -> bool:
    last = _LAST_WORD.search(words)
    if last is None:
        return True
    word = fold(last[1])
    return word not in _ABBREVIATIONS and not (len(word) == 1 and word.isalpha())
