"""Where a text prints telephone numbers, and their extensions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kb.extractors.hotlines import hotlines
from kb.text.dates import parse_date
from kb.text.folding import squeeze
from kb.text.letters import UPPER

_PHONE = re.compile(
    r"(?:(?<![\w.@+])|(?<=[a-z])(?=\+\d))(?<![^\d\s]/)(?<![^\W\d]-)"
    r"(?:\(?\d{3}\)?[ ./-]\s?\d{3}[ .-]\d{4}(?=[ ,;:)\n]|\.?$|\.\s)(?! [\d(][\d-]{3})"
    # "JUNE 6  515-555-0102" is a day and a number.
    r"|(?![2-9] \(?\d{3}\)?[ ./-]\s?\d{3}[.-]\d{4}(?!\d))"
    r"(?:\(\+\d{1,3}\)\s|\+\s?|00)?\(?\+?\d(?:[\d().\u2011–-]| (?![–-]\s)){5,20}\d"
    r"(?:(?![\w@])|(?=[A-Za-z][\w.+-]{0,63}@)))"  # an address may follow without a space
)
_DIGIT = re.compile(r"\d")
_SLASH = re.compile(r"(?<=\d)/\s?(?=\d{3}[ .-]\d{4})")  # "956/555-0172"
_EXTENSION = re.compile(
    r"(?:[\s,;(]{0,2}|\.\s)(?:extensions?|extensi[oó]n|extensiones|exts?|x|int|anexo|opci[oó]n|option)[.:]{0,2}\s?(?P<number>\d{2}-\d{4}|\d{1,6})\b",
    re.IGNORECASE,
)
# A column of extensions, and the cell that has one behind its number.
_EXTENSIONS = re.compile(
    r"\|\s(?:ext(?:ensi[oó]n|ension)?|anexo|interno)\.?(?=\s\||\s*$)", re.IGNORECASE | re.MULTILINE
)
_EXTENSION_CELL = re.compile(r"\s\|\s(?P<number>\d{2,6})(?=\s\||\s*$)", re.MULTILINE)
_FURTHER_EXTENSION = re.compile(
    r"\s?(?:y|and|or|[oóu]|/|,|[–-])\s?(?P<number>\d{2,6}|\d(?=\s?[.;)\n]|\srespe[ck]t|$))(?![\w-]|\s?\d)"
    r"|(?:\s?\([^()\n]{1,20}\))?,?\s(?:y|and|or|o)\s(?:(?:la|the)\s)?ext(?:\.|ensi[oó]n|ension)?\s?(?P<other>\d{1,6})\b"
    r"|\s?\([^()\n]{3,40}\)(?:,|,?\s(?:y|and|or|o))\s(?P<hers>\d{2,6})(?=\s\([^\W\d_])"
)
_ENDING = re.compile(  # "822-2161/2684", "822-2161 / 62", "2511-0199 y 0200"
    r"\s?(?:/|\b[yo]\b|\bor\b|\band\b)\s?(?P<digits>(?!19|20)\d{4}|\d{2})(?=\s?(?:$|[\n,;|)/(]|\.(?:\s|$))|\s+(?i:fax|tel|cel))"
)
_NUMBERED = re.compile(  # a bulletin's: "2022-061"
    r"(?:19|20)\d\d\s?[-/]\s?\d{1,4}|\d{1,3}\s?[-/]\s?(?:19|20)\d\d"
)
_OF_BOOK = re.compile(r"97[89][- ]\d{1,5}[- ]\d{2,7}[- ]\d")  # an ISBN, also within a DOI
_OF_ISBN = 12  # digits, whose last may be cut off
_BESIDE = re.compile(r"\s?(?:[/,]|[yeou]|and|or)\s?")
_CODED = re.compile(r"(?:\+\d{1,3}|\(\+?\d{2,3}(?=[ )-]))[ ()-]{1,3}(?:\d{1,3}\)?[ -])?")
_DAY = re.compile(r"\d/\d{1,2}/$")  # before a year and a time
_DAY_OF_YEAR = re.compile(r"\d{1,2} (?:19|20)\d{2}")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s$")
_SCORES = re.compile(r"\d{1,2}(?:\s\d{1,2}){2,3}")  # too short for a number in pairs of digits
_FAX = re.compile(
    r"(?<![/\w])(?<!/\s)(?:(?:fax|facs[ií]mile?)\.?\s?(?:no\.?|(?:for|of|de|para)\s[^\W\d_]{3,12})?\s?[:.]?|f\s?[:.])\s*$",
    re.IGNORECASE,
)
_AND_FAX = re.compile(r"(?<=tel)\w{0,6}\.?\s?(?:y|and|&|-|/|\+)\s?(?:tele)?fax[.:]{0,2}\s*$", re.IGNORECASE)
# A link that dials: "wa.me/50499550101", "tel:+504..."; its digits begin with the calling code.
_LINK = re.compile(
    r"(?:wa\.me/|whatsapp\.com/send/?\?phone=|\btel:)(?:\+|%2B)?(?P<number>[1-9]\d{9,14})(?!\d)",
    re.IGNORECASE,
)
# A number that is not printed again: "Leo Luz (English), same number, extension 3".
_SAME = re.compile(
    r"(?<!\w)(?:the\s)?(?:same|mism[oa])\s(?:(?:office|de|press)\s)?(?:tel[eé]fono|telephone|phone|n[uú]mero|number|l[ií]nea|line"
    r"|celular|m[oó]vil|cell|mobile|whats?app|tel\b\.?)(?:\s(?:number|de\stel[eé]fono))?(?!\w)(?!\s(?:of|de|que|as)\b)",
    re.IGNORECASE,
)
# An extension that stands apart from its number, and the person or desk that stands between.
_ALONE = re.compile(
    r"(?<=[\s(])(?:ext(?:ensi[oó]n|ension)?|anexo|interno)[.:]{0,2}\s?(?P<number>\d{1,6})(?!\d)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(rf"[{UPPER}][^\W\d_]{{2,}}")
_BRACKETED = re.compile(r"\([^()\n]*\)")
_TOLD_BESIDE = re.compile(r"\d[\s,]{0,2}[(–—-]\s?$")
_WIDEST_BESIDE = 8  # characters
_LABEL = re.compile(
    r"\b(?:tel(?:[eé]fonos?|ephone)?|phone|cel(?:l|ular)?|m[oó]vil|mobile|whats?app)\s?[.:]{0,2}\s?$", re.I
)
_LETTERED = re.compile(  # "1-800-CHILDREN", "888-4-NIÑEZ-1": digits that are dialled as letters
    r"(?<![\w.+-])(?:0?1[ .-])?8(?:00|33|44|55|66|77|88)[ .-]"
    rf"(?=(?:[\d-]{{0,4}}[{UPPER}]){{3}})[{UPPER}\d]+(?:-[{UPPER}\d]+){{0,3}}(?![\w-])(?!\s\(\+?[18])"
)
_FEWEST_LETTERED = 7  # digits and letters behind the toll-free code, as a number has
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d")
_ACCOUNT = re.compile(
    r"(?<!contact\s)(?<!contacto\s)(?<!tel\.\s)(?<!tel\s)(?<!phone\s)(?<!telephone\s)(?<!mobile\s)(?<!cell\s)(?<!whatsapp\s)(?<!hotline\s)"
    r"\b(?:account|apartado|apdo\.?|box|c\.?p\.?|cuenta(?:\s\w{5,9})?|iban|clabe|n[ºo°]\.?|no\.|n[uú]m\.?|resoluci[oó]n|acuerdo|registro|registration|cuit|ruc|nit|isbn"
    r"|issn|c[eé]dula(?:\s\w{5,9})?|dni|dpi|curp|rfc|passport|pasaporte|(?<!/)(?<!/\s)fax|ein|(?:acuerdo|decreto|ley|order|orden)\s[^\W\d]{4,14}|tax\sid|charity|ley|law|act|decreto|expediente|case|file|folio|oficio|bolet[ií]n|bulletin|comunicado"
    r"|release|gaceta|gazette|(?:comunicado|bolet[ií]n|nota)\sde\sprensa)\s?[:.#]{0,2}\s*$",
    re.IGNORECASE,
)
_LINES = re.compile(r"(?<=\d{3}-\d{4})-\d{1,2}$")  # "926-4220-8": the first of several lines
_OPEN_BRACKET = re.compile(r"(?<=\d)\s?\([^)]*$")


class Telephone(NamedTuple):
    """A number in a text, with its extension; a fax is found so that it is not taken for a telephone."""

    start: int
    end: int
    printed: str
    extension: str | None
    is_fax: bool


def telephones(text: str) -> Iterator[Telephone]:
    """The numbers in ``text``, one for each extension.

    >>> [(each.printed, each.extension) for each in telephones("Tel. 2212-5300 exts. 12 y 14")]
    [('2212-5300', '12'), ('2212-5300', '14')]
    """
    if _DIGIT.search(text):  # most lines have none
        yield from _telephones(text)


def _extended(text: str, found: Sequence[Telephone]) -> Iterator[tuple[int, int, Telephone]]:
    """The extensions of a number that are told below it, each of somebody: "Ana Paz, ext. 14"."""
    for match in _ALONE.finditer(text):
        above = [each for each in found if each.start < match.start() and not each.is_fax]
        if not above or match.start() < above[-1].end:
            continue
        line = text.find("\n", match.end())
        line = line if line >= 0 else len(text)
        named = _SOMEBODY.search(_BRACKETED.sub("", text[above[-1].end : match.start()]))
        if named and not any(match.end() <= each.start < line for each in found):
            yield match.start(), match.end(), above[-1]._replace(extension=match["number"])


def led(text: str, heading: str) -> Iterator[Telephone]:
    """The numbers in ``text``, and those of few digits to which the words before it lead: "dial", "911"."""
    found = [*telephones(text)]
    begin = len(heading)
    spans = hotlines(heading + text, [(begin + each.start, begin + each.end) for each in found])
    short = (Telephone(start - begin, end - begin, "", None, is_fax=False) for start, end in spans)
    found += [each._replace(printed=text[each.start : each.end]) for each in short if each.start >= 0]
    yield from sorted({each.start: each for each in found}.values())


@lru_cache(maxsize=256)  # of a line it is asked several times
def _telephones(text: str) -> tuple[Telephone, ...]:
    long = [*_long(text)]
    spans = hotlines(text, [(each.start, each.end) for each in long])
    short = (Telephone(*span, text[slice(*span)], None, is_fax=False) for span in spans)
    return tuple(sorted([*long, *short, *_linked(text), *_lettered(text)]))


def repeated(text: str, found: Sequence[Telephone]) -> Iterator[tuple[int, int, Telephone]]:
    """Where ``text`` says "same number", or an extension alone: from, to, and the number that it repeats.

    It is the last of the numbers ``found`` before it, with the extension of the mention.
    """
    yield from _extended(text, found)
    for match in _SAME.finditer(text):
        if _TOLD_BESIDE.search(text, max(0, match.start() - _WIDEST_BESIDE), match.start()):
            continue  # "916 555 0155 (same number)"
        first = next(
            (each for each in reversed(found) if each.end <= match.start() and not each.is_fax), None
        )
        if first:
            extension = _EXTENSION.match(text, match.end())
            end = extension.end() if extension else match.end()
            number = extension["number"] if extension else None
            yield match.start(), end, first._replace(extension=number)


def _linked(text: str) -> Iterator[Telephone]:
    for match in _LINK.finditer(text):
        yield Telephone(*match.span("number"), f"+{match['number']}", None, is_fax=False)


def _lettered(text: str) -> Iterator[Telephone]:
    """Toll-free numbers printed with letters for digits, but those whose digits stand in brackets behind."""
    for match in _LETTERED.finditer(text):
        if sum(map(str.isalnum, match[0])) >= len("800") + _FEWEST_LETTERED:
            yield Telephone(*match.span(), match[0], None, is_fax=False)


def _long(text: str) -> Iterator[Telephone]:
    last: Telephone | None = None
    in_column = _EXTENSIONS.search(text) is not None
    for match in _PHONE.finditer(text):
        before = text[max(0, match.start() - 26) : match.start()]
        before = _AND_FAX.sub("", before)
        if _DAY.search(before) or (_DAY_OF_YEAR.match(match[0]) and _MONTH.search(before)):
            continue  # "04/27/2019 2140 HRS", "Nov 20 20194:05"
        is_fax = _FAX.search(before) is not None
        labelled = _LABEL.search(before) is not None
        if not _is_number(match[0], labelled=labelled) or (
            _ACCOUNT.search(before.rpartition("\n")[2]) and not is_fax
        ):
            continue
        number = _OPEN_BRACKET.sub("", match[0])  # "305 555 0195 (24 hrs)"
        number = _LINES.sub("", number)
        extension = _EXTENSION.match(text, match.start() + len(number))
        extension = extension or (_EXTENSION_CELL.match(text, match.end()) if in_column else None)
        end = extension.end() if extension else match.start() + len(number)
        printed = squeeze(_SLASH.sub("-", number))
        printed = printed if ")" in printed else printed.lstrip("(")
        if last and _BESIDE.fullmatch(text, last.end, match.start()):
            printed = f"{_code_before(last.printed, printed)}{printed}"
        last = Telephone(match.start(), end, printed, None, is_fax)
        yield Telephone(match.start(), end, printed, extension["number"] if extension else None, is_fax)
        yield from _further(text, Telephone(match.start(), end, printed, extension and extension[0], is_fax))


def _code_before(first: str, printed: str) -> str:
    """The codes of the number before one that is printed without: "(593-2) 299-0132 / 299-0133"."""
    head = _CODED.match(first)
    shape, other = (re.sub(r"\d", "0", each) for each in (first[head.end() :] if head else "", printed))
    return head[0] if head and shape == other else ""


def _further(text: str, first: Telephone) -> Iterator[Telephone]:
    """What is told more shortly behind a number: another extension of it, or another ending."""
    if first.extension:
        while further := _FURTHER_EXTENSION.match(text, first.end):
            start = further.start("hers") if further["hers"] else first.end  # somebody is named between
            number = further[further.lastgroup or 0]
            first = Telephone(start, further.end(), first.printed, number, first.is_fax)
            yield first
        return
    while re.search(r"\d\d ?\d\d$", first.printed) and (ending := _ENDING.match(text, first.end)):
        printed = first.printed[: -len(ending["digits"])] + ending["digits"]
        first = Telephone(*ending.span("digits"), printed, None, first.is_fax)
        yield first


def _is_number(printed: str, *, labelled: bool) -> bool:
    """Whether digits can be a number; ``labelled``: a word says so, as of "Tel. 822-2057"."""
    digits = sum(letter.isdigit() for letter in printed)
    if digits >= _OF_ISBN and _OF_BOOK.match(printed):
        return False
    if (_NUMBERED.fullmatch(printed) or _SCORES.fullmatch(printed)) and not labelled:
        return False
    if digits == 7 and printed.isdigit():  # a number of seven digits in one piece is of a file or an account
        return False
    return 7 <= digits <= 15 and parse_date(printed) is None and not _YEARS.fullmatch(printed.strip("()"))
