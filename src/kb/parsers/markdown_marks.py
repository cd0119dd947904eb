"""Paragraphs with more marks than prose, kept from Python-Markdown: it copies a paragraph at each mark.

So its work on a paragraph, an item or a cell is the number of marks in it times its length, and a
megabyte of ``[`` takes hours. What would cost more than prose ever does is taken out before and put
back into the HTML afterwards, as the text that it is: no letter is lost, and its marks mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import count

from kb.parsers.bounds import bounded

_MARKS = re.compile(r"[*_`\[\]\\!<&]|  $", re.MULTILINE)
_WORK = 3_000_000  # marks times characters of one paragraph; 200 links in a paragraph of 4,000 make 1.6
_MOST_WORK = 300_000_000  # of a document: about a second
_MOST_MARKS = 30_000  # of a document: about two seconds
_EMPHASIS = re.compile(r"[*_]+")
_MOST_EMPHASIS = 400  # marks of emphasis in one paragraph: each is sought behind each
_QUOTED = re.compile(r"(?: {0,3}>){1,40} ?")
_DEEPER = re.compile(r"[> ]*>")  # marks of quotations in each other, behind the fortieth
_BEGINS = re.compile(r" *(?:[-*+] |\d{1,9}\\?[.)] |#{1,6} |\[[^\]\n]{1,99}\]:) *")
_COLUMNS = re.compile(r"[ |:]*-[ |:-]*")  # below the head of a table
_DEFINES = re.compile(r" {0,3}\[[^\]\n]{1,99}\]:")
_HTML = re.compile(
    r" {0,3}</?(?:address|article|aside|center|dd|details|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section"
    r"|table|tbody|td|tfoot|th|thead|tr|ul)\b",
    re.IGNORECASE,
)
_EDGE = "\ufdd1"  # around the number of what was taken out; no character of any text (Unicode 23.7)
_TAKEN = re.compile(f"{_EDGE}([0-9]+){_EDGE}")


@dataclass
class Kept:
    """Takes paragraphs out of Markdown, and puts them back into the HTML that was made of the rest."""

    texts: list[str] = field(default_factory=list)
    marks: int = 0
    work: int = 0

    def taken_out(self, lines: Iterable[str]) -> str:
        """The lines, with what would cost too much replaced by a short word.

        Raises:
            SourceTooLarge: there are more paragraphs, items and rows than one document has.
        """
        written: list[str] = []
        counted = bounded(count())
        for part in _parts(line.replace(_EDGE, "") for line in lines):
            if written and _DEFINES.match(part[0]) and _DEFINES.match(written[-1]):
                written.append("")  # Python-Markdown would copy all definitions for each
            if part[0].strip():
                next(counted)
                written += self._kept(part)
            else:
                written += part
        return "\n".join(written)

    def put_back(self, markup: str) -> str:
        """The HTML with what was taken out as text."""
        return _TAKEN.sub(lambda taken: escape(self.texts[int(taken[1])]), markup) if self.texts else markup

    def _kept(self, lines: list[str]) -> list[str]:
        """The lines of a part, or the word that stands for them."""
        text = "\n".join(lines)
        marks = len(_MARKS.findall(text)) - (text.count("<") if _HTML.match(text) else 0)
        work = marks * len(text)
        spent = self.marks + marks > _MOST_MARKS or self.work + work > _MOST_WORK
        emphasised = len(_EMPHASIS.findall(text)) if marks > _MOST_EMPHASIS else 0
        if not marks or not (work > _WORK or spent or emphasised > _MOST_EMPHASIS):
            self.marks, self.work = self.marks + marks, self.work + work
            return lines
        opening = _opening(lines[0])
        self.texts.append(text.removeprefix(opening))
        return [f"{opening}{_EDGE}{len(self.texts) - 1}{_EDGE}"]


def _parts(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each paragraph, item, heading and row; each blank line by itself."""
    part: list[str] = []
    deepest = 0
    in_table = False
    for line in map(_shallow, lines):
        quoted = _QUOTED.match(line)
        depth, start = (quoted[0].count(">"), quoted.end()) if quoted else (0, 0)
        blank = not line[start:].strip()
        listed = _BEGINS.match(line, start) and not _goes_on(part, line, start)
        if part and (in_table or listed or depth > deepest or blank or not part[0].strip()):
            yield part
            part = []
        deepest = 0 if blank else max(deepest, depth)
        in_table = not blank and (in_table or (len(part) == 1 and _are_head(part[0][start:], line[start:])))
        part.append(line)
    if part:
        yield part


def _goes_on(part: list[str], line: str, start: int) -> bool:
    """Whether what looks like an item is a line of the paragraph above, in which no list begins."""
    heads = line.startswith("#", start) and not start
    return bool(part) and not heads and not _BEGINS.match(part[0], start)


def _shallow(line: str) -> str:
    quoted = _QUOTED.match(line)
    deeper = _DEEPER.match(line, quoted[0].rindex(">") + 1) if quoted else None
    return line[: deeper.start()] + line[deeper.end() :] if deeper else line


def _are_head(names: str, line: str) -> bool:
    """Whether two lines are the head of a table: as many columns in both."""
    columns = line.strip(" |").count("|")
    return _COLUMNS.fullmatch(line) is not None and "|" in line and names.strip(" |").count("|") == columns


def _opening(line: str) -> str:
    """What makes a line a quotation, item or heading, before its text."""
    quoted = _QUOTED.match(line)
    begins = _BEGINS.match(line, quoted.end() if quoted else 0)
    end = begins.end() if begins else quoted.end() if quoted else len(line) - len(line.lstrip(" "))
    return line[:end]
