"""One table that takes case and accents off letters, used by every engine and every look-up.

The table is made once from Unicode's canonical decompositions of the Latin letters and a few
letters that do not decompose (ß, ø, ł ...). Combining marks vanish, so that text which was not
normalised folds to the same letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LATIN = [*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00)]
_UNDECOMPOSED = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
    "ı": "i", "ł": "l", "ŋ": "n", "ŧ": "t", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl",
}  # fmt: skip


def _table() -> dict[str, str]:
    table = dict.fromkeys(map(chr, range(0x0300, 0x0370)), "")
    for letter in map(chr, _LATIN):
        base = unicodedata.normalize("NFD", letter)[0]
        if base != letter:
            table[letter] = _UNDECOMPOSED.get(base.lower(), base.lower())
    return table | _UNDECOMPOSED


_FOLDED = _table()
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_BETWEEN = re.compile(r"[\W_]+")
_LONGEST_WORD = 32  # characters that are worth remembering
# Removed: controls except tab and newline, soft hyphen, zero-width and directional marks, BOM.
_INVISIBLE_SIGNS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
)
_INVISIBLE = re.compile(f"[{_INVISIBLE_SIGNS}]")
_WIDE_SPACES = "\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(f"[{_WIDE_SPACES}]")
_LINE_ENDS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")  # \x0b is Word's line break


def fold(word: str) -> str:
    """``word`` in lower case and without accents.

    >>> fold("NIÑEZ"), fold("Interés"), fold("Straße")
    ('ninez', 'interes', 'strasse')
    """
    word = word.lower()
    if word.isascii():
        return word
    return _remembered(word) if len(word) <= _LONGEST_WORD else _plain(word)


def _plain(lowered: str) -> str:
    """One letter after the other: a text has few with accents, and ``translate`` looks at all of it."""
    for letter in _FOLDED.keys() & _NOT_ASCII.findall(lowered):
        lowered = lowered.replace(letter, _FOLDED[letter])
    return lowered


_remembered = lru_cache(maxsize=4096)(_plain)


def letters(text: str) -> str:
    """The letters and digits of ``text``, folded, and nothing between them.

    >>> letters("Artículo 3, inciso a)")
    'articulo3incisoa'
    """
    joined = fold(text).replace(" ", "")  # most of what goes, at once
    return joined if joined.isalnum() else _BETWEEN.sub("", joined)


# Sorting a run of marks takes the square of its length; no word of any language has thirty (the
# stream-safe text format of Unicode Standard Annex 15 stops there too).
_MARK = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_UNUSUAL = re.compile(f"[{_INVISIBLE_SIGNS}{_WIDE_SPACES}\u2028\u2029{_MARK}]")  # and other line ends
_MARKS_IN_A_ROW = re.compile(f"([{_MARK}]{{30}})[{_MARK}]+")


def normalise(text: str) -> str:
    """``text`` in Unicode's NFC, without invisible characters, with plain spaces.

    All text enters kb through here, so that spans count the same characters everywhere and no
    control or directional mark of a document reaches a terminal.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\u00a0", " ")  # the commonest by far
    if _UNUSUAL.search(text):
        text = _MARKS_IN_A_ROW.sub(r"\1", _LINE_ENDS.sub("\n", text))
        text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """``text`` with every run of white space made one space."""
    return " ".join(text.split())
