"""Whether the letters of a page are those that it shows.

Fonts without a table of their letters (/ToUnicode) look right and say something else: the number of
each glyph, or a letter some places further on in the alphabet. Two things tell such a page together: it
has few of the commonest words of English and Spanish, and most of its letters stand in no shape of a word
in any language that is written with Latin letters. A page of names, of figures or in another language
lacks the words and has the shapes; other alphabets are not judged.

Pages of code look the same. Theirs are words that other pages of the file hold, which letters that were
exchanged are not: a page is cleared by them. Of 3,900 pages of manuals in ten languages 46 have no shapes
of words, all of them code, lists of names or tables of glyphs, and all but one are cleared; texts in 100
languages stayed below the measure, and it knows four of five texts whose letters were exchanged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import chain

from kb.text.words import STOP_WORDS

_FEWEST_LETTERS = 150
_ENOUGH_COMMON = 0.2  # of the words are stop words; running text has 0.35 to 0.5
_MOST_SHAPELESS = 0.4  # of the letters; below 0.38 in all languages
_CODE = re.compile(r"[\x01\x03-\x08\x0e-\x1f]")  # the number of a glyph that is no letter at all
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff\ufb00-\ufb06]")
_VOWELS = "aeiouyæœøıəɛɔ"
_VOWEL = re.compile(f"[{_VOWELS}]")
_HEAP = re.compile(f"[^{_VOWELS}]{{5}}|[aeiouæœø]{{4}}")  # of letters of one kind
_TELLING = 4  # letters of a word that does not stand elsewhere by chance
_ENOUGH_KNOWN = 0.15  # of the words without shape; 0.24 to 1 on pages of code, 0 of exchanged letters
_FEWEST_VOWELS, _MOST_VOWELS = 0.25, 0.75  # of the letters of a word


def is_legible(text: str) -> bool:
    """Whether the letters of a page make words; too few to tell are taken for such.

    >>> is_legible("Las autoridades consulares comunicarán cualquier información disponible. " * 4)
    True
    >>> is_legible("/DV DXWRULGDGHV FRQVXODUHV FRPXQLFDU£Q FXDOTXLHU LQIRUPDFLµQ GLVSRQLEOH " * 4)
    False
    """
    words = text.split()
    if sum(map(STOP_WORDS.__contains__, words)) >= _ENOUGH_COMMON * len(words):
        return True
    found = [
        word for word in _WORD.findall(text) if len(word) > 1 and (word.isascii() or _LATIN.search(word))
    ]
    codes = len(_CODE.findall(text))
    letters = codes + sum(map(len, found))
    shapeless = codes + sum(len(word) for word in found if not _has_shape(word))
    return letters < _FEWEST_LETTERS or shapeless <= _MOST_SHAPELESS * letters


def words(texts: Iterable[str]) -> frozenset[str]:
    """The words of legible pages."""
    return frozenset(chain.from_iterable(map(_WORD.findall, texts)))


def is_known(text: str, known: Collection[str]) -> bool:
    """Whether enough words of a page that look like no words are among the words of legible pages.

    >>> is_known("struct GtkWidget HBox gtkHBoxNew", words(["GtkWidget draws an HBox."]))
    True
    >>> is_known("/DV DXWRULGDGHV FRQVXODUHV", words(["Las autoridades consulares"]))
    False
    """
    odd = [word for word in _WORD.findall(text) if len(word) >= _TELLING and not _has_shape(word)]
    return bool(odd) and sum(word in known for word in odd) >= _ENOUGH_KNOWN * len(odd)


@lru_cache(maxsize=4096)  # a manual has the same commands on many pages
def _has_shape(word: str) -> bool:
    """Whether letters may be a word: small behind the first or all large, vowels among consonants."""
    plain = "".join(each for each in unicodedata.normalize("NFD", word.casefold()) if each.isalpha())
    vowels = len(_VOWEL.findall(plain))
    mixed = _FEWEST_VOWELS * len(plain) <= vowels <= _MOST_VOWELS * len(plain) + 0.5
    return (word[1:].islower() or word.isupper()) and mixed and not _HEAP.search(plain)
