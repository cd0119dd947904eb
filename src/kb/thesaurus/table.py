"""A thesaurus as a table (CSV): a row for each label and relation, for whoever works in a spreadsheet.

``concept,property,language,value``, in UTF-8 with a byte order mark, without which Excel misreads
accents; commas are written, commas, semicolons and tabs read, as spreadsheets in Spanish save them.
A value that a spreadsheet could take for a formula has an apostrophe before it, which is read away.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from kb.messages import Message
from kb.thesaurus.concept import Concept
from kb.thesaurus.statements import Statement, concepts, invalid, statements

COLUMNS = ("concept", "property", "language", "value")
_TEXT = "'"  # before a value: what follows is text
_COULD_RUN = ("=", "+", "-", "@", "\t", "\r", _TEXT)
_DELIMITERS = ",;\t"
_LONGEST = 1 << 20  # characters of a cell


def written(thesaurus: Iterable[Concept]) -> str:
    """The table of these concepts."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for each in statements(thesaurus):
        mark = _TEXT if each.value.startswith(_COULD_RUN) else ""
        writer.writerow((each.concept, each.property, each.language, f"{mark}{each.value}"))
    return f"\ufeff{out.getvalue()}"


def read(text: str, file: object) -> dict[str, Concept]:
    """The concepts of a table; its rows may stand in any order.

    Raises:
        ThesaurusInvalid: it is no such table, or a row breaks a rule.
    """
    return concepts(stated(text, file), file)


def stated(text: str, file: object) -> Iterator[Statement]:
    """The statements of a table, as they stand there.

    Raises:
        ThesaurusInvalid: it is no such table.
    """
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for place, row in enumerate(reader):
            cells = [*map(str.strip, row[:3]), *row[3:]]
            if place == 0 and tuple(cells) != COLUMNS:
                problem = Message("the first line has to be {columns}.", {"columns": ",".join(COLUMNS)})
                raise invalid(file, 1, problem)
            if place == 0 or not any(map(str.strip, cells)):
                continue
            if len(cells) != len(COLUMNS):
                problem = Message(
                    "this row has {count} cells and needs {wanted}.",
                    {"count": len(cells), "wanted": len(COLUMNS)},
                )
                raise invalid(file, reader.line_num, problem)
            concept, property_, language, value = cells
            yield Statement(concept, property_, language, value.removeprefix(_TEXT), reader.line_num)
    except csv.Error as error:
        problem = Message("this is no CSV ({reason}).", {"reason": str(error)})
        raise invalid(file, reader.line_num, problem) from error
