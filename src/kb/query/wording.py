"""The letters of a question before it is parsed: one kind of quotation marks, one gender, no wide letters.

Both genders of a word are written in many ways (*niñ@s*, *niñxs*, *niño(a)s*, *hijos/as*), and documents
print the plain words: those are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kb.text.folding import normalise
from kb.text.words import folded_words, is_stop_word, terms

_QUOTES = str.maketrans(dict.fromkeys("“”„«»‟", '"'))
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # "ａｓｙｌｕｍ", "（", "："
_MINUS = re.compile(r"(?<!\S)[–−](?=[\w\"(=])")  # what telephones and word processors make of "-word"
_HYPHENED = re.compile(r"(?<![\w-])[^\W\d_]+(?:[-‐‑][^\W\d_]+)+(?![\w-])")
_LONGEST_ECHO = 60  # characters
_AT = re.compile(r"(?<=[^\W\d_])@(?=[sS]?(?![\w.@]))")  # "niñ@s"; an address goes on
# No word of either language ends in "xs", or in an "x" behind one of these consonants.
_X = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,30}|l)x(?=s(?!\w))|(?<=[^\W\d_][ñdj])x(?!\w)", re.IGNORECASE)
_ENDING = re.compile(r"(?<=[^\W\d_])\((?:[ao]s?|e?s|as?/os?|ren|ies)\)s?(?!\w)", re.IGNORECASE)
_HOW_OLD = re.compile(r"\bhow old\b", re.IGNORECASE)  # documents say "age"


def narrowed(text: str) -> str:
    """The text with plain letters and marks for wide ones, as many."""
    return text.translate(_WIDE)


def prepared(text: str) -> str:
    """The question with plain marks and letters.

    >>> prepared("«niñ@s»  y niñxs, hijos(as), NIÑ@S, trabajador(a), ＡＢＣ")
    '"niños" y niños, hijos, NIÑoS, trabajador, ABC'
    >>> prepared("asilo –detención, 2014–2016")
    'asilo -detención, 2014–2016'
    """
    plain = " ".join(narrowed(normalise(text)).translate(_QUOTES).split())
    plain = _HOW_OLD.sub("what age", plain)
    return _MINUS.sub("-", _ENDING.sub("", _X.sub(_with_o, _AT.sub("o", plain))))


def shortened(text: str) -> str:
    """A long piece of a question cut, as a notice repeats it."""
    return text if len(text) <= _LONGEST_ECHO else f"{text[: _LONGEST_ECHO - 1]}…"


def compounds(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words that are written with hyphens, by their parts, and each as one word; all folded.

    >>> dict(compounds("niñez y well-being"))
    {('well', 'being'): 'wellbeing'}
    """
    for match in _HYPHENED.finditer(prepared(text)):
        words = folded_words(match[0])
        yield words, "".join(words)


class Written:
    """The words of a question as they were typed, by their folded forms."""

    def __init__(self, text: str) -> None:
        self._texts = (normalise(text), prepared(text))
        self._terms = tuple(terms(each, "") for each in self._texts)
        self._words = {
            term.folded: each[term.start : term.end]
            for each, found in reversed(list(zip(self._texts, self._terms, strict=True)))
            for term in reversed(found)
        }

    @property
    def words(self) -> Mapping[str, str]:
        """Every word as it was typed, by its folded form."""
        return self._words

    def word(self, folded: str) -> str:
        """One word with its accents and capitals."""
        return self._words.get(folded, folded)

    def row(self, words: tuple[str, ...]) -> str:
        """Words that were typed side by side, with the marks and small words between them.

        Of words that were not typed so, those that were typed.

        >>> Written("sobre la OC-21/14").row(("oc", "21", "14"))
        'OC-21/14'
        """
        words = tuple(map(str.lower, words))  # of an acronym, too
        for text, found in zip(self._texts, self._terms, strict=True):
            for told in (found, [term for term in found if not is_stop_word(term.folded)]):
                for first in range(len(told) - len(words) + 1):
                    row = told[first : first + len(words)]
                    if tuple(term.folded for term in row) == words:
                        return text[row[0].start : row[-1].end]
        return " ".join(self.word(word) for word in words if word in self._words) or " ".join(words)


def _with_o(found: re.Match[str]) -> str:
    return f"{found[1] or ''}o"
