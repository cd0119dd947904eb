"""The figures of a table: each cell with a number, named by its row, its column and its caption.

A table is lines of cells joined by " | "; a line of one cell is its caption. The first row is the
header, the first column names the rows. A year in either is the year of the cells beside it; what
counts is the label that is no year and no place: "Unaccompanied children | 68,541 | 39,970".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb import places
from kb.extractors.figure_units import is_people
from kb.records import Passage
from kb.text.folding import fold
from kb.text.numbers import find_numbers


class Cell(NamedTuple):
    """A number of a table with what its labels say, and where it stands."""

    value: int | float
    unit: str | None
    population: str | None
    year: int | None
    start: int
    end: int


_SEPARATOR = " | "
_MOST_CELLS = 1000
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_ONLY_YEAR = re.compile(r"(?:(?:FY|year|año)\s?)?(?:19|20)\d\d\W{0,3}", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?P<before>[~<>≈(*†–≥≤ -]{0,3}(?:(?:US|BZ|MX)?\$|USD"
    r"|[€£Q₡])?\s?)(?P<number>\d[\d.,  ]{0,18})\s?(?P<share>%|per\scent|por\sciento)?"
    r"(?:\s?\((?P<second>\d[\d.,]{0,8})\s?%\))?[)*† ]{0,3}"
)
_PHONE = re.compile(r"\d{2,4}[ .-]\d{2,4}[ .-]\d{2,4}(?:[ .-]\d{2,4})?")
_REACHES = re.compile(
    r"\b(?:tel[eé]fonos?|phones?|tel|cel(?:ular)?|fax|extensi[oó]n|exts?|extension|whatsapp)\b", re.I
)
_SHARE = re.compile(r"%|\bper\s?cent|\bpercentage|\bpor\s?ciento|\bporcentaje", re.IGNORECASE)
_CAPTION = re.compile(r"(?:table|cuadro|tabla)\s?\d*\s?[.:–-]", re.IGNORECASE)
_SOURCED = re.compile(
    r"\b(?:source|fuente)s?\s?:|\b(?:by|per|por)\s(?:country|year|sex|age|pa[íi]s|año|sexo|edad)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^(?:(?:figures\sin\s|cifras\sen\s)?(?:total\s)?(?:number|n[úu]mero|cantidad)\s(?:of|de)\s)",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(
    r"[,.:;(]|\s(?:by|per|por|in|en|during|durante)\s(?=[A-Z\d]|country|year|pa[íi]s|año|sex|edad|age|\w+$)"
)
_LONGEST_CAPTION = 160
_LABELS_NOTHING = frozenset(
    """
    total totals totales country pais year ano state estado department departamento region nationality
    nacionalidad place lugar number numero no indicator indicador concept concepto category categoria
    month mes sum suma paises countries both ambos age edad grupo group municipality municipio shelter
    albergue centre center centro origin origen
    value values valor valores cantidad amount monto cifra figure dato
    """.split()
)


def is_caption(passage: Passage) -> bool:
    """Whether a passage beside a table says what the table shows."""
    short = passage.kind in ("paragraph", "item", "quote") and len(passage.text) <= _LONGEST_CAPTION
    return short and bool(_CAPTION.match(passage.text) or _SOURCED.search(passage.text))


def cells(text: str, caption: str, heading: str, language: str) -> Iterator[Cell]:
    """The numbers in the cells of a table, read with the caption beside it and the heading above."""
    rows, at = [], 0
    for line in text.split("\n"):
        row = list(_cells_of(line, at))
        at += len(line) + 1
        if len(row) == 1:
            caption = row[0][0] or caption
        elif row:
            rows.append(row)
    header = [each for each, _ in rows[0]] if rows and _is_header(rows[0]) else []
    count = 0
    for row in rows[1:] if header else rows:
        for column, (cell, start) in enumerate(row):
            if column == 0 or count > _MOST_CELLS:
                continue
            for found in _read(
                cell,
                start,
                row[0][0],
                header[column] if column < len(header) else "",
                header,
                caption,
                heading,
                language,
            ):
                count += 1
                yield found


def _cells_of(line: str, at: int) -> Iterator[tuple[str, int]]:
    for cell in line.split(_SEPARATOR):
        yield cell.strip(), at + len(cell) - len(cell.lstrip())
        at += len(cell) + len(_SEPARATOR)


def _is_header(row: list[tuple[str, int]]) -> bool:
    """Whether a row holds labels: words, or years from the second cell on."""
    return all(not _NUMERIC.fullmatch(cell) or _ONLY_YEAR.fullmatch(cell) for cell, _ in row[1:])


def _read(
    cell: str, start: int, row: str, column: str, header: list[str], caption: str, heading: str, language: str
) -> Iterator[Cell]:
    match = _NUMERIC.fullmatch(cell)
    if match is None or _PHONE.fullmatch(cell) or _REACHES.search(column):
        return
    unit = _unit(row, column, header, caption)
    share = bool(match["share"] or _SHARE.search(column) or (_SHARE.search(row) and not unit))
    people = unit if is_people(unit) else None
    corner = header[0] if header else ""
    year = next(filter(None, map(_year, (column, row, corner, caption, heading))), None)
    for found in find_numbers(match["number"].rstrip(" .,"), language):
        named = (match["share"] or _share(column) or "%") if share else _money(match["before"]) or unit
        at = start + match.start("number")
        yield Cell(found.value, named, people, year, at + found.start, at + found.end)
    for found in find_numbers(match["second"] or "", language):
        at = start + match.start("second")
        yield Cell(found.value, "%", people, year, at + found.start, at + found.end)


def _unit(row: str, column: str, header: list[str], caption: str) -> str | None:
    """The label that says what is counted: a column's, a row's, the corner's, or the caption's."""
    for label in (column, row):
        if _counts(label) and (is_people(label) or label is column):
            return _plain(label)
    if _counts(row) and places.code_of(row) is None and not _place_like(row):
        return _plain(row)
    corner = header[0] if header else ""
    if is_people(corner):
        return _plain(corner)
    named = _caption_unit(caption)
    return named or (_plain(row) if _counts(row) and not caption and places.code_of(row) is None else None)


def _place_like(label: str) -> bool:
    return label.istitle() and not is_people(label)


def _counts(label: str) -> bool:
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", label)]
    return (
        bool(words)
        and not _ONLY_YEAR.fullmatch(label)
        and not _LABELS_NOTHING.issuperset(words)
        and not _share_only(label)
    )


def _share_only(label: str) -> bool:
    return bool(_SHARE.match(label))


def _share(label: str) -> str | None:
    found = _SHARE.search(label)
    return found[0] if found else None


def _money(before: str) -> str | None:
    return before.strip(" (-–~*") or None


def _plain(label: str) -> str:
    """A label as a unit: without its year and what stands in brackets."""
    plain = re.sub(r"\s?\([^)]*\)|(?:\s(?:en|in))?\s?(?:19|20)\d\d", "", _COUNTED.sub("", label))
    return plain.strip(" ,:;-–*")


def _caption_unit(caption: str) -> str | None:
    text = _CAPTION.sub("", caption).strip()
    text = _COUNTED.sub("", _CAPTION_END.split(text)[0].strip())
    return _plain(text) or None if text else None


def _year(label: str) -> int | None:
    years = set(_YEAR.findall(label))
    return int(years.pop()) if len(years) == 1 else None
