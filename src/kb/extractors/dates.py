"""When a document was published or adopted: from the lines that say so, never from running text.

The places that say so are tried from the most to the least explicit: a label ("Adopted",
"Published:", "Fecha de publicación:"), a dateline, a line that holds nothing but a date and letterhead
words ("Press release, 3 May 2017"), and last lines. The first date with a year is taken, or else the
first one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from kb.extractors.datelines import datelines
from kb.extractors.evidence import evidence
from kb.extractors.front import back, front, lines
from kb.records import Document, Passage
from kb.text.dates import MONTHS, WEEKDAYS, DateMention, find_dates
from kb.text.folding import fold

_LABEL = re.compile(
    r"""(?:^|(?<=[.|•·;—–]\ )|(?<=\)\ ))
    (?: (?:date|day)\ (?:of\ )?(?:adoption|publication|issue|release)
      | fecha(?:\ de\ (?:publicaci[oó]n|emisi[oó]n|aprobaci[oó]n|adopci[oó]n|expedici[oó]n))?
      | (?:first\ )?(?:published|posted|released|issued|adopted|publicado|publicada|emitid[oa]|aprobad[oa]s?
      | adoptad[oa]s?|promulgad[oa])
      | publication\ date | publicaci[oó]n | date | dated )
    (?:\ (?:in|en)\ [^\W\d_][^.;:\n]{1,40}?(?=,?\ (?:on|el)\ $))?
    ,?(?:\ (?:on|at|by|el|en|online|in))?\s?[:.–—-]?\s?(?:\w{3,9},?\ )?$""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = 60  # characters before a date in which its label stands
_LONGEST_LINE = 120
_LETTERHEAD = (
    MONTHS.keys() | WEEKDAYS | set(
        """
        press release releases media news statement note briefing announcement advisory for immediate
        comunicado de del prensa boletin nota informativa noticia noticias informe numero num no nro
        general distr original english spanish ingles espanol united nations naciones unidas a la el on
        update page pagina edition edicion issue vol version oficial official conjunto joint public publico
        h am pm gmt utc hrs hours horas
        """.split()
    )
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


class _Candidate(NamedTuple):
    passage: Passage | None
    mention: DateMention
    confidence: float


def fill(document: Document) -> Document:
    """``document`` with the date that its letterhead, dateline or last lines print."""
    if document.published or document.kind == "digest" or document.digest_of:
        return document
    candidates = list(_candidates(document))
    dated = [each for each in candidates if each.mention.date.year] or candidates
    if not dated:
        return document
    passage, mention, confidence = dated[0]
    found = evidence(passage, mention.start, mention.end, confidence)
    noted = {**document.evidence, "published": found}
    return replace(document, published=replace(mention.date, evidence=found), evidence=noted)


def _candidates(document: Document) -> Iterator[_Candidate]:
    first, last = front(document), back(document)
    printed = {id(passage): list(_dated_lines(passage)) for passage in first + last}
    for passage in first + last:
        for start, line, mention in printed[id(passage)]:
            if _LABEL.search(line[max(0, mention.start - _BEFORE) : mention.start]):
                yield _Candidate(passage, _moved(mention, start), 0.95)
    for dateline in datelines(document):
        if dateline.date:
            yield _Candidate(dateline.passage, dateline.date, 0.9)
    for passages, confidence in ((first, 0.85), (last[:4], 0.75)):
        for passage in passages:
            for start, line, mention in printed[id(passage)]:
                if _stands_alone(line, mention):
                    yield _Candidate(passage, _moved(mention, start), confidence)


def _dated_lines(passage: Passage) -> Iterator[tuple[int, str, DateMention]]:
    """The dates of the lines short enough to be no running text, one a line: the first."""
    for start, line in lines(passage):
        if len(line) <= _LONGEST_LINE:
            for mention in find_dates(line)[:1]:
                yield start, line, mention


def _stands_alone(line: str, mention: DateMention) -> bool:
    """Whether the line holds a date and letterhead words only; one without a year needs such words."""
    rest = list(map(fold, _WORD.findall(line[: mention.start] + " " + line[mention.end :])))
    spelled = any(letter.isalpha() for letter in line[mention.start : mention.end])
    return _LETTERHEAD.issuperset(rest) and bool(rest or (mention.date.year and spelled))


def _moved(mention: DateMention, by: int) -> DateMention:
    return DateMention(mention.date, mention.start + by, mention.end + by)
