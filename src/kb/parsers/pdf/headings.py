"""Which paragraphs are headings, and their levels.

What the outline names is a heading already. Others show by their type: larger than the text, or
short and bold, in capitals, in italics between paragraphs. A style of heading (size, weight,
capitals, how deep its number is) has one level everywhere: that which the outline gives it, else
by its rank among the styles of the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kb.parsers.divisions import heading_level
from kb.parsers.head_lines import is_label
from kb.parsers.pdf.paragraphs import Draft
from kb.parsers.pdf.sheets import Line
from kb.text.numbers import find_numbers

_LARGER = 1.08  # times the text
_MOST_LINES = 5
_LONGEST = 300  # characters
_LONGEST_SAME_SIZE = 160
_GOES_ON = (",", ";", "-", "–")
_ADDRESS = re.compile(r"\w@\w")  # of somebody who is no heading
_DEEPEST = 6
_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s+\S")
_FEWEST_LETTERS = 2
_LONGEST_LABEL = 2  # words: "Chapter 1"
_PROSE = 90  # characters: below the first prose, "ACUERDO" and "2016" are no labels of a document
_ACRONYM = 5  # letters: "ASCII" in capitals is no heading
_LONGEST_NUMBER = 20  # characters
_MOST_ALIKE = 4  # headings with the same words

Style = tuple[float, bool, bool, bool, int]  # size, bold, capitals, italic, depth of the number


def body_size(lines: Sequence[Line]) -> float:
    """The type size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def named(drafts: Sequence[Draft], body: float) -> list[Draft]:
    """The drafts, those that look like headings made so, every heading with its level."""
    drafts = _with_labels(drafts)
    shows = _Looks(body, plain_bold=_mostly(drafts, "bold"), plain_italic=_mostly(drafts, "italic"))
    opening = True
    for index, draft in enumerate(drafts):
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        opening = opening and len(draft.text) < _PROSE
        labelled = (opening and is_label(draft.text)) or _is_number(draft.text)
        if draft.kind == "paragraph" and following and not labelled and shows.heading(draft, following):
            draft.kind = "heading"
    _unlabelled(drafts)
    levels = _levels([draft for draft in drafts if draft.kind == "heading"])
    for draft in drafts:
        if draft.kind == "heading" and not draft.level:
            draft.level = heading_level(draft.text) or levels[_style(draft)]
    return drafts


def _is_number(text: str) -> bool:
    """Whether a word alone is a number, as some books print it above the name of a chapter: "ONE"."""
    if len(text) > _LONGEST_NUMBER:
        return False
    found = (mention for language in ("en", "es") for mention in find_numbers(text.lower(), language))
    return any(mention.start == 0 and mention.end == len(text) for mention in found)


def _with_labels(drafts: Sequence[Draft]) -> list[Draft]:
    """A label ("Chapter 1") above a heading that the outline names becomes a part of it."""
    result: list[Draft] = []
    for draft in drafts:
        above = result[-1] if result else None
        if draft.level and above and _is_label_of(above, draft):
            draft.text = f"{above.text.rstrip(' .:')}. {draft.text}"
            draft.lines[:0] = above.lines
            result.pop()
        result.append(draft)
    return result


def _is_label_of(above: Draft, draft: Draft) -> bool:
    alone = not above.level and len(above.lines) == 1 and len(above.text.split()) <= _LONGEST_LABEL
    return alone and above.lines[0].page == draft.lines[0].page and heading_level(above.text) is not None


def _unlabelled(drafts: Sequence[Draft]) -> None:
    """A bold word that comes again and again ("Note", "Warning") is a label and heads nothing."""
    texts = Counter(draft.text for draft in drafts if draft.kind == "heading" and not draft.level)
    for draft in drafts:
        if texts[draft.text] > _MOST_ALIKE and draft.kind == "heading" and not draft.level:
            draft.kind = "paragraph"


def _mostly(drafts: Sequence[Draft], trait: str) -> bool:
    lines = [line for draft in drafts for line in draft.lines]
    return sum(bool(getattr(line, trait)) for line in lines) > 0.5 * len(lines)


@dataclass(frozen=True, slots=True)
class _Looks:
    """How the text itself is set, from which headings stand out."""

    body: float
    plain_bold: bool
    plain_italic: bool

    def heading(self, draft: Draft, following: Draft) -> bool:
        """Whether a paragraph looks like a heading of the one that follows."""
        text = draft.text
        if len(draft.lines) > _MOST_LINES or len(text) > _LONGEST:
            return False
        if text[:1].islower() or text.endswith(_GOES_ON) or _ADDRESS.search(text):
            return False
        return self._is_set_as_heading(draft, following) and sum(map(str.isalpha, text)) >= _FEWEST_LETTERS

    def _is_set_as_heading(self, draft: Draft, following: Draft) -> bool:
        text = draft.text
        if draft.size >= _LARGER * self.body:
            return not (text.endswith(".") and len(text) > _LONGEST_SAME_SIZE)
        if draft.size < 0.9 * self.body or len(text) > _LONGEST_SAME_SIZE or text.endswith((".", ":")):
            return False
        return self._stands_out(draft, following)

    def _stands_out(self, draft: Draft, following: Draft) -> bool:
        bold = all(line.bold for line in draft.lines) and not self.plain_bold
        capitals = draft.text.isupper() and (
            len(draft.text) > _ACRONYM or heading_level(draft.text) is not None
        )
        italic = all(line.italic for line in draft.lines) and not self.plain_italic
        alone = len(draft.lines) <= 2 and following.kind in ("paragraph", "heading", "item")
        return bold or (alone and (capitals or italic))


def _style(draft: Draft) -> Style:
    lines = draft.lines
    number = _NUMBER.match(draft.text)
    return (
        round(draft.size * 2) / 2,
        all(line.bold for line in lines),
        draft.text.isupper(),
        all(line.italic for line in lines),
        number["number"].count(".") + 1 if number else 0,
    )


def _levels(drafts: Sequence[Draft]) -> dict[Style, int]:
    """The level of each style: as in the outline, else by its rank below the styles above it."""
    told: dict[Style, Counter[int]] = {}
    for draft in drafts:
        told.setdefault(_style(draft), Counter())
        if draft.level:
            told[_style(draft)][draft.level] += 1
    known = {style: levels.most_common(1)[0][0] for style, levels in told.items() if levels}
    ordered = sorted(told, key=lambda style: (-style[0], -style[1], -style[2], style[4], style[3]))
    levels: dict[Style, int] = {}
    rank = max(known.values(), default=0) if known else 0
    for style in ordered:
        if style in known:
            levels[style] = known[style]
            continue
        rank = rank + 1 if known or levels else 1
        levels[style] = min(max(rank, 1), _DEEPEST)
    return levels
