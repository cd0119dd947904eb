"""Labels of divisions: "Article 3 bis", "PART I", "Chapter Two", "Segunda parte", "Lineamiento 2.1".

A label is a word that names a division, with a capital, and its number: in digits, in Roman numerals,
in words or a letter. It is a label, and not the beginning of a sentence ("Article 3 obliges them"),
where a mark, a capital or the end of the line follows. In Spanish, and sometimes in English, the number
may come first, in words: "Primera parte".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from kb.text.folding import fold

# The word that names a division, in either language -> how its address begins.
_DIVISIONS = {
    "article": "art", "articulo": "art", "art.": "art",
    "principle": "principle", "principio": "principle",
    "recommendation": "recommendation", "recomendacion": "recommendation",
    "guideline": "guideline", "lineamiento": "guideline", "directriz": "guideline",
    "rule": "rule", "regla": "rule", "standard": "standard", "estandar": "standard",
    "norma": "standard", "objective": "objective", "objetivo": "objective",
    "step": "step", "paso": "step", "measure": "measure", "medida": "measure",
    "criterion": "criterion", "criterio": "criterion", "action": "action", "accion": "action",
    "goal": "goal", "meta": "goal", "strategy": "strategy", "estrategia": "strategy",
    "line of action": "line", "linea de accion": "line", "linea de actuacion": "line",
    "guidance": "guideline",
    "finding": "finding", "hallazgo": "finding", "conclusion": "conclusion",
    "commitment": "commitment", "compromiso": "commitment",
    "obligation": "obligation", "obligacion": "obligation",
    "question": "question", "pregunta": "question",
    "indicator": "indicator", "indicador": "indicator", "phase": "phase", "fase": "phase",
    "module": "module", "modulo": "module", "unit": "unit", "unidad": "unit",
    "session": "session", "sesion": "session", "axis": "axis", "eje": "axis",
    "chapter": "chapter", "capitulo": "chapter", "part": "part", "parte": "part",
    "title": "title", "titulo": "title", "section": "s", "seccion": "s",
    "annex": "annex", "anexo": "annex", "appendix": "annex", "apendice": "annex",
    "schedule": "annex", "attachment": "annex", "adjunto": "annex",
    "apartado": "s", "clause": "clause", "clausula": "clause", "box": "box", "recuadro": "box",
    "paragraph": "p", "parrafo": "p", "numeral": "p", "para.": "p", "parr.": "p",
}  # fmt: skip
LEVELS = {"part": 2, "title": 2, "annex": 2, "module": 2, "axis": 2, "chapter": 3, "unit": 3, "s": 4}
LOWEST_LEVEL = 5  # of the rest; what holds what is the custom of laws and manuals
_LETTERED = ("annex", "anexo", "appendix", "apendice", "part", "parte", "section", "seccion")
_OF_LAWS = ("art", "p")  # which have two thousand
_NUMBER_FIRST = frozenset(("chapter", "part", "title", "s", "module", "unit", "session", "phase", "annex"))
LONGEST_HEADING = 160
_UNITS = (
    "one first primero primera primer unico unica", "two second segundo segunda",
    "three third tercero tercera tercer",
    "four fourth cuarto cuarta", "five fifth quinto quinta", "six sixth sexto sexta",
    "seven seventh septimo septima", "eight eighth octavo octava", "nine ninth noveno novena",
    "ten tenth decimo decima", "eleven eleventh undecimo undecima decimoprimero decimoprimera",
    "twelve twelfth duodecimo duodecima decimosegundo decimosegunda",
    "thirteen thirteenth decimotercero decimotercera", "fourteen fourteenth decimocuarto decimocuarta",
    "fifteen fifteenth decimoquinto decimoquinta", "sixteen sixteenth decimosexto decimosexta",
    "seventeen seventeenth decimoseptimo decimoseptima", "eighteen eighteenth decimoctavo decimoctava",
    "nineteen nineteenth decimonoveno decimonovena", "twenty twentieth vigesimo vigesima",
)  # fmt: skip
_IN_WORDS = {word: number for number, words in enumerate(_UNITS, 1) for word in words.split()}
_TENS = {"decimo": 10, "decima": 10, "vigesimo": 20, "vigesima": 20, "trigesimo": 30, "trigesima": 30,
         "twenty": 20}  # fmt: skip
BIS = r"(?P<bis>\s(?:bis|ter|qu[aá]ter|quinquies))?"
_ORDINAL = r"[^\W\d_]{3,16}(?:[ -][^\W\d_]{3,8})?"
# What else may be said of one: "Directriz operativa 5", "Key action 1".
_BEFORE = r"(?:(?:key|core|guiding|minimum|specific|strategic|basic|operational|practical|priority)\s)?"
_BEHIND = (
    r"(?:\s(?:claves?|rector(?:a|es)?|m[ií]nim[oa]|espec[ií]fic[oa]|estrat[eé]gic[oa]|b[aá]sic[oa]|operativ[oa]"
    r"|pr[aá]ctic[oa]|prioritari[oa]))?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")  # "Estrategia 2025-2030" has no number
_DIVISION = re.compile(
    _BEFORE
    + r"(?P<word>l[ií]nea\sde\s(?:acci[oó]n|actuaci[oó]n)|line\sof\saction|[^\W\d_]+\.?)"
    + _BEHIND
    + r"\s+(?:(?:n(?:[oº°]|[uú]m(?:ero)?|umber)?[.º°]{0,2}\s?|\#)(?=\d))?"
    r"(?P<number>[0-9]+(?:\.[0-9]+)*(?:-(?-i:[A-Z])\b|(?-i:[A-Z])\b|o\b)?|(?-i:[A-Z])[.-][0-9]{1,2}\b"
    r"|[IVXLC]+|[A-Z]|(?:(?:d[eé]cim|vig[eé]sim)[oa]\s|twenty-)?[^\W\d_]{3,14})"
    + BIS
    + r"(?P<transitory>\stransitori[oa])?"
    + r"(?:\((?P<provision>[0-9a-z]{1,4})\)|\s\((?P<apart>[0-9a-z]{1,4})\)(?=[.:])"
    r"|,\s(?:para(?:graph|\.)|p[aá]rr(?:afo|\.)|numeral)\s(?P<paragraph>[0-9]{1,2})(?=[.:]))?"
    r"(?=$|[\s.:ºª°)–—-])(?P<mark>[.:ºª°)–—-]*(?:\s[–—-](?=\s))?)\s*",
    re.IGNORECASE,
)
_TURNED = re.compile(  # "Primera parte. Principios"
    rf"(?P<number>{_ORDINAL})\s(?P<word>[^\W\d_]{{4,14}})(?=$|[\s.:)–—-])(?P<mark>[.:)–—-]*)\s*"
)
_UNNUMBERED = re.compile(r"(?P<word>[^\W\d_]{5,10})(?P<mark>[.:]|\s[–—-](?=\s))\s+(?=\S)")  # "Anexo. Recetas"
# A body that calls itself honourable: "H. Ayuntamiento de Punta Farol".
_HONOURABLE = r"(?!H\.\s(?i:ayuntamiento|congreso|c[aá]mara|cabildo|con[cs]ejo|junta|asamblea|tribunal)\b)"
ROMAN = re.compile(rf"{_HONOURABLE}(?P<number>[IVXLC]+|[A-Z])[.)](?:\s?[–—-])?\s+(?=\S)")  # or a letter
_SENTENCES = re.compile(r"(?:\S+\s){3}\S*[.?!]\s[¿¡\"“«]?[A-ZÁÉÍÓÚÑ]")  # a title is not two sentences
_PROVISION = re.compile(r"\([0-9a-z]{1,4}\)")  # "Article 3 (1) states ..."
_TRANSITORY = re.compile(
    r"(?:art[ií]culos |disposiciones |r[eé]gimen )?transitori[oa]s?|transitional provisions", re.IGNORECASE
)
_LONE_ROMAN = "IVX"  # a C, D, L or M that stands alone is a letter
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Division(NamedTuple):
    """How the address of a division begins, its number as it stands there, and where its label ends.

    ``letter`` is the number where it is a single one, which may be a Roman numeral: annex I after H.
    """

    word: str
    number: str
    end: int
    letter: str = ""


def division(text: str) -> Division | None:
    """The label that a text begins with.

    >>> division("Artículo 8 BIS.- Ficción."), division("Segunda parte. Ficción")[:3]
    (Division(word='art', number='8bis', end=17, letter=''), ('part', '2', 15))
    >>> division("Artículo 2-A.- Ficción.")[:2], division("Annex C")
    (('art', '2a'), Division(word='annex', number='c', end=7, letter='c'))
    >>> division("Article 3 obliges")
    """
    return _division(text) if text[:1].isupper() else None


@lru_cache(maxsize=4096)  # of a long document each paragraph is asked four times
def _division(text: str) -> Division | None:
    found = _DIVISION.match(text)
    word = _DIVISIONS.get(fold(found["word"])) if found else None
    if found is None or word is None:
        return _turned(text)
    number = _counted(found["number"])
    if number is None or not _labels(text, found):
        return None
    if _YEAR.fullmatch(number) and word not in _OF_LAWS:
        return None
    inner = found["provision"] or found["apart"] or found["paragraph"]
    provision = f".{inner.lower()}" if inner else ""
    number += fold(found["bis"] or "").strip() + provision
    letter = found["number"].lower() if len(found["number"]) == 1 and found["number"].isalpha() else ""
    return Division("transitory." if found["transitory"] else word, number, found.end(), letter)


def _turned(text: str) -> Division | None:
    """The same where the number comes first."""
    found = _TURNED.match(text)
    word = _DIVISIONS.get(fold(found["word"])) if found else None
    if found is None or word is None:
        return None
    if word not in _NUMBER_FIRST and not found["mark"]:  # "Primera acción de la red"
        return None
    number = ordinal(found["number"])
    return Division(word, number, found.end()) if number and _labels(text, found) else None


def unnumbered_annex(text: str) -> bool:
    """Whether a heading is an annex without a number: "Annex", "Anexo. Recetas"."""
    found = _UNNUMBERED.match(text)
    word = found["word"] if found else text.strip(" .:")
    return word[:1].isupper() and _DIVISIONS.get(fold(word)) == "annex"


def names_division(text: str) -> bool:
    """Whether a line is nothing but a word that names a division."""
    return fold(text.strip(" .:")) in _DIVISIONS


def is_transitory(line: str) -> bool:
    """Whether a line heads the transitory provisions that end a law."""
    return _TRANSITORY.fullmatch(line.strip(" .:")) is not None


def label(text: str, end: int) -> str:
    """A label as it is printed, without its closing mark."""
    printed = text[:end].strip(" .:-–—")
    return printed if "(" in printed else printed.strip(")")


def heading_level(line: str) -> int | None:
    """The level of a short line that names a division and so heads what follows, else None.

    >>> heading_level("PART I"), heading_level("Artículo 3"), heading_level("Article 3 obliges them.")
    (2, 5, None)
    """
    goes_on = len(line) > LONGEST_HEADING or line.rstrip().endswith((".", ";", ",", ":"))
    if found := division(line):
        rest = line[found.end :]
        named = found.word != "p" and not (rest and (goes_on or _SENTENCES.search(rest)))
        return LEVELS.get(found.word, LOWEST_LEVEL) if named else None
    if is_transitory(line):
        return LEVELS["chapter"]
    return LEVELS["s"] if not goes_on and line.isupper() and ROMAN.match(line) else None


def ordinal(words: str) -> str | None:
    """The number of an ordinal or cardinal in words, as digits; None: mere words.

    >>> ordinal("Tercera"), ordinal("DÉCIMO SEGUNDO"), ordinal("Twenty-first"), ordinal("Third party")
    ('3', '12', '21', None)
    """
    first, *rest = re.split("[ -]", fold(words))
    if not rest:
        return str(_IN_WORDS[first]) if first in _IN_WORDS else None
    unit = _IN_WORDS.get(rest[0], 10)
    return str(_TENS[first] + unit) if len(rest) == 1 and first in _TENS and unit < 10 else None


def arabic(roman: str) -> int | str:
    """The value of a roman numeral; a letter stays a letter.

    >>> arabic("IX"), arabic("B")
    (9, 'b')
    """
    if not is_roman(roman):
        return roman.lower()
    values = [_ROMAN_VALUES[letter] for letter in roman]
    following: Iterable[int] = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def is_roman(letters: str) -> bool:
    """Whether capital letters are all those of Roman numerals."""
    return set(letters) <= set(_ROMAN_VALUES)


def _counted(printed: str) -> str | None:
    """A number in digits, roman letters, words or a letter, as it stands in an address; None: a mere word."""
    if printed[0].isdigit():
        return printed.rstrip("oO").replace("-", "").lower()
    if printed[1:2] in ("-", ".") or (len(printed) == 1 and printed.isupper() and printed not in _LONE_ROMAN):
        return printed.replace("-", ".").lower()
    if printed.isupper() and is_roman(printed):
        return str(arabic(printed))
    return ordinal(printed)


def _labels(text: str, found: re.Match[str]) -> bool:
    """Whether the words are a label and not the beginning of a sentence ("Article 3 obliges")."""
    rest = text[found.end() :]
    if not rest or found["mark"].strip():
        return True
    if found["number"] == "A" and fold(found["word"]) not in _LETTERED:  # "Action A better life"
        return False
    if _PROVISION.match(rest):
        return False
    return text[: found.end()].isupper() or not rest[:1].islower()


def ends_a_text(heading: str) -> bool:
    """Whether a heading stands behind all chapters: that of an annex, or of transitory provisions."""
    found = division(heading)
    annex = found.word == "annex" if found else unnumbered_annex(heading)
    return annex or is_transitory(heading)
