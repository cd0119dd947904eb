"""Lines in reading order -> paragraphs, items and tables, also across columns and pages.

A new paragraph begins where the type changes, after a wider gap, at an indent, at a number or a
bullet that can begin one, and after a line that ends early. A paragraph goes on over the end of a
column or page where its sentence does. The first tests that answer decide; each is one rule of how
texts are set.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.parsers.divisions import heading_level
from kb.parsers.pdf import breaks, spaced, tables
from kb.parsers.pdf.sheets import ENDS, Line
from kb.parsers.printed import begins_numbered, counted, lettered

BULLET = re.compile(r"[•·▪‣◦●■□➢➔→✓❖♦○▶►*–—-]\s+(?=\S)")
_STRONG_BULLET = re.compile(r"[•▪‣◦●■□➢✓❖♦○▶►]\s")
_BARE_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,3}[.)]?")
_NUMBER = re.compile(r"(\d{1,3})(?:[.)\sºª°]|$)")
ENDS_SENTENCE = re.compile(r"""[.?!…]["”’»)\]\ue000\ue001\d]{0,6}$""")
_DIVIDED = re.compile(r"\w[-\u00ad‐]$")  # a word or an address that goes on in the next line
_GAP = 1.28  # of the usual distance of lines; a line with a raised mark is let down by a tenth
_OTHER_SIZE = 0.07
_A_LITTLE, _LOOSE = 0.2, 1.08  # points; of the usual distance of lines
_FEWEST_DISTANCES = 3  # of lines of one size tell how far apart such lines are
_DISPLAY = 1.15  # times the size of most type: headings
_INDENT = 0.7  # of the type size
_DEEPEST = 6  # level of an item
_MOST_BETWEEN = 8  # drafts that interrupt a paragraph, besides the figures of a chart
_MOST_LOOKED_AT = 40  # drafts
_FEWEST_JUSTIFIED = 2  # lines
_GOES_ON = (",", ";", "-", "–")  # at the end of a line
_EARLY = 0.3  # of the width of the column: a line ends that much earlier, whatever comes next


@dataclass(slots=True)
class Draft:
    """A block on its way: its lines, and what it is."""

    lines: list[Line]
    kind: str = "paragraph"
    level: int = 0
    marker: str | None = None
    text: str = ""

    @property
    def size(self) -> float:
        """The size of its type."""
        return self.lines[0].size


@dataclass(frozen=True, slots=True)
class Measure:
    """How a document is set: its type, the distance of its lines by their size, how paragraphs begin."""

    body: float  # the size of most of its type
    leading: dict[int, float]
    numbered: bool  # its paragraphs have numbers
    indented: bool  # its paragraphs begin with an indent

    def distance(self, size: float) -> float:
        """The usual distance of lines of this size."""
        usual = self.leading.get(round(self.body * 2), 1.2 * self.body) / self.body
        return self.leading.get(round(size * 2), usual * size)


def measure(lines: Sequence[Line], body: float) -> Measure:
    """How a document is set, from all its lines; ``body`` is the size of most of its type."""
    distances: dict[int, Counter[float]] = {}
    for above, line in itertools.pairwise(lines):
        if above.region == line.region and abs(above.size - line.size) < 0.3:
            gap = round((above.base - line.base) * 2) / 2
            if 0.8 * line.size < gap < 2.6 * line.size:
                distances.setdefault(round(line.size * 2), Counter())[gap] += 1
    leading = {}
    for size, gaps in distances.items():
        if gaps.total() >= _FEWEST_DISTANCES:
            most = max(gaps.values())
            leading[size] = min(gap for gap, count in gaps.items() if count >= 0.3 * most)
    numbers = sum(begins_numbered(line.text) for line in lines)
    following = [(a, b) for a, b in itertools.pairwise(lines) if a.region == b.region]
    starts = sum(
        _INDENT * b.size < b.left - a.left < 5 * b.size
        and abs(a.left - a.low) < 2
        and bool(ENDS_SENTENCE.search(a.text))
        for a, b in following
    )
    return Measure(body, leading, numbers * 25 > len(lines), starts * 40 > len(lines))


def drafts(lines: Sequence[Line], how: Measure) -> list[Draft]:
    """The blocks of the text, in order."""
    breaks.mark(lines)
    spaced.part(lines)
    in_table = {index: stretch for stretch in tables.found(lines) for index in stretch}
    found: list[Draft] = []
    last_number = 0
    for index, line in enumerate(lines):
        stretch = in_table.get(index)
        if stretch and not any(lines[at].rank for at in stretch):
            if index == stretch.start:
                found.append(Draft([lines[at] for at in stretch], kind="table"))
            continue
        current = found[-1] if found and found[-1].kind != "table" else None
        begins = current is None or _begins(current, line, how, last_number)
        if begins:
            found.append(Draft([line], level=line.rank, kind="heading" if line.rank else "paragraph"))
            number = _NUMBER.match(line.text)
            last_number = int(number[1]) if number and starts_marked(line) else last_number
        elif current:
            current.lines.append(line)
    whole = [part for draft in _carried_on(found) for part in _parted(draft, how)]
    return _levelled([_itemised(draft) for draft in whole])


def starts_marked(line: Line) -> bool:
    """Whether a line begins like a numbered paragraph, an item or a bullet."""
    hanging = len(line.runs) > 1 and _BARE_NUMBER.fullmatch(line.runs[0].text) is not None
    return hanging or begins_numbered(line.text) or BULLET.match(line.text) is not None


def _begins(draft: Draft, line: Line, how: Measure, last_number: int) -> bool:
    above = draft.lines[-1]
    if line.rank or above.rank:
        return line.group != above.group
    if above.region != line.region:
        return not _goes_on(draft, line, how, last_number)
    if _is_apart(above, line, how) or _is_set_off(above, line, how):
        return True
    if line.size > _DISPLAY * how.body and _is_alike(above, line) and not starts_marked(line):
        return bool(ENDS_SENTENCE.search(above.text))  # the lines of one large heading may be short
    if _DIVIDED.search(above.text) and line.text[:1].islower() and _is_alike(above, line):
        return False
    answers = (test(draft, line) for test in _TESTS)
    answer = next((answer for answer in answers if answer is not None), None)
    return _is_next_mark(draft, line, last_number) if answer is None else answer


def _is_alike(above: Line, line: Line) -> bool:
    return abs(above.size - line.size) <= _OTHER_SIZE * line.size and above.bold == line.bold


def _is_apart(above: Line, line: Line, how: Measure) -> bool:
    distance = above.base - line.base
    usual = how.distance(max(line.size, above.size) if abs(line.size - above.size) > 1 else line.size)
    return distance > _GAP * usual or distance < -0.5 * line.size


def _is_set_off(above: Line, line: Line, how: Measure) -> bool:
    """Whether two small signs together say that something has ended: slant, size, distance, edge."""
    signs = (
        above.italic != line.italic,
        abs(above.size - line.size) > _A_LITTLE,
        above.base - line.base > _LOOSE * how.distance(line.size),
        abs(line.left - above.left) > _INDENT * line.size and _room(above) > breaks.needs(line),
    )
    return sum(signs) > 1 and not line.text[:1].islower()


_Test = Callable[[Draft, Line], bool | None]  # whether the line begins a paragraph; None: another test says


def _by_type(draft: Draft, line: Line) -> bool | None:
    above = draft.lines[-1]
    if abs(above.size - line.size) > _OTHER_SIZE * max(above.size, line.size):
        return True
    if above.bold == line.bold:
        return None
    # A bold line that runs on into the next is emphasis, not a heading.
    running = not ENDS.search(above.text) and line.text[:1].islower()
    return None if running else True


def _by_division(draft: Draft, line: Line) -> bool | None:
    above = draft.lines[-1]
    if not line.text[:1].isupper() or heading_level(line.text) is None:
        return None
    return True if ENDS.search(above.text) or _room(above) > _EARLY * (above.high - above.low) else None


def _by_mark(draft: Draft, line: Line) -> bool | None:
    """A number or bullet where one can stand: set apart, or behind the end of something."""
    above = draft.lines[-1]
    if _STRONG_BULLET.match(line.text):
        return True
    if not starts_marked(line):
        return None
    hanging = len(line.runs) > 1 and not line.runs[0].text[0].isalpha()
    other_edge = abs(line.left - above.left) > _INDENT * line.size
    if hanging or (ENDS.search(above.text) and (other_edge or not above.full)):
        return True
    return True if other_edge and not above.full else None


def _by_edge(draft: Draft, line: Line) -> bool | None:
    """An indent begins a paragraph, unless the text hangs from its number."""
    above = draft.lines[-1]
    step = line.left - above.left
    if abs(step) <= _INDENT * line.size or _is_centred(above, line):
        return None
    if above.ended and not line.text[:1].islower():
        return True
    first = len(draft.lines) == 1
    if step > 0:
        if first and (starts_marked(above) or above.full):
            return False if abs(_text_left(above) - line.left) < 2 or starts_marked(above) else None
        return bool(ENDS.search(above.text)) or not first
    return None if first else bool(ENDS.search(above.text)) or None


def _by_end(draft: Draft, line: Line) -> bool | None:
    """A line that ends early ends its paragraph: the next word would have had room."""
    above = draft.lines[-1]
    if _is_centred(above, line):
        return False
    if above.ended and BULLET.match(above.text) and not line.text[:1].islower():
        return True
    if ENDS.search(above.text):
        return True if above.spare > 2 * line.size else None
    early = above.spare > 0 and _room(above) > _EARLY * (above.high - above.low)
    return True if early and not line.text[:1].islower() else None


_TESTS: tuple[_Test, ...] = (_by_type, _by_division, _by_mark, _by_edge, _by_end)


def _is_next_mark(draft: Draft, line: Line, last_number: int) -> bool:
    """Whether a line behind the end of a sentence counts on: "37.", "2º.", "Segundo." below "Primero.".

    So does "b." behind the end of "a.", which may be a semicolon.
    """
    first, above = draft.lines[0], draft.lines[-1]
    letters = lettered(first.text), lettered(line.text)
    if letters[0] and letters[1] and abs(first.left - line.left) < 2 and ENDS.search(above.text):
        return ord(letters[1]) == ord(letters[0]) + 1
    if not ENDS_SENTENCE.search(draft.lines[-1].text):
        return False
    number = _NUMBER.match(line.text)
    if number and starts_marked(line) and int(number[1]) == last_number + 1:
        return True
    before, here = counted(draft.lines[0].text), counted(line.text)
    return before is not None and here == before + 1


def _is_centred(above: Line, line: Line) -> bool:
    """Whether both lines stand in the middle; of a title in bold capitals the first may fill its line."""
    middle = (line.low + line.high) / 2
    title = above.bold and line.bold and f"{above.text}{line.text}".isupper()
    return all(
        abs((each.left + each.right) / 2 - middle) < 6
        and (each.left > each.low + 2 * each.size or (title and each is above))
        for each in (above, line)
    )


def _room(line: Line) -> float:
    return line.high - line.right


def _text_left(line: Line) -> float:
    """Where the text begins behind a number that is set apart."""
    if len(line.runs) > 1:
        return line.runs[1].left
    words = line.runs[0].words
    return words[1].left if len(words) > 1 else line.left


def _goes_on(draft: Draft, line: Line, how: Measure, last_number: int) -> bool:
    """Whether a paragraph goes on at the top of the next column or page."""
    above = draft.lines[-1]
    if abs(above.size - line.size) > _OTHER_SIZE * above.size or above.bold != line.bold:
        return False
    if not _has_letters(line) or above.apart or line.apart:
        return False
    if above.text.endswith(("-", "\u00ad")):
        return True
    number = _NUMBER.match(line.text)
    marked = starts_marked(line) or heading_level(line.text) is not None
    if _STRONG_BULLET.match(line.text) or (number and marked and int(number[1]) == last_number + 1):
        return False
    if not ENDS_SENTENCE.search(above.text):
        ends = ENDS.search(above.text)
        filled = above.full or _room(above) < breaks.needs(line) + 2 * line.size
        return not (marked and (ends or not filled)) and (line.text[:1].islower() or (filled and not ends))
    indented = line.left - line.low > _INDENT * line.size and not starts_marked(draft.lines[0])
    if marked or indented or line.text[:1].islower():
        return line.text[:1].islower() and not marked
    # A page may end with a sentence. Only where paragraphs have an indent or a number, or where the
    # last line ends exactly at the edge as all justified lines do, is it said that this one goes on.
    told = how.indented or (how.numbered and starts_marked(draft.lines[0])) or _is_justified(draft.lines)
    return above.full and not above.bold and told


def _is_justified(lines: Sequence[Line]) -> bool:
    """Whether all lines end at the edge of their column; the last one of a paragraph rarely does."""
    return len(lines) > _FEWEST_JUSTIFIED and all(line.high - line.right < 1 for line in lines)


def _carried_on(found: list[Draft]) -> list[Draft]:
    """Paragraphs that tables, figures and their captions at the edge of a column had interrupted."""
    result: list[Draft] = []
    for draft in found:
        before = _interrupted(result, draft)
        if before:
            before.lines.extend(draft.lines)
        else:
            result.append(draft)
    return result


def _parted(draft: Draft, how: Measure) -> list[Draft]:
    """A paragraph, or several where lines that their author ended stand together with running text.

    Lines that are all the author's stay together: those of a letterhead, those of an address.
    """
    if draft.kind != "paragraph" or draft.size > _DISPLAY * how.body or breaks.are_authored(draft.lines):
        return [draft]
    found: list[Draft] = []
    for lines in breaks.parted(draft.lines):
        above = found[-1].lines[-1] if found else None
        if above and (lines[0].text[:1].islower() or above.bold or above.text.endswith(_GOES_ON)):
            found[-1].lines.extend(lines)
        else:
            found.append(Draft(lines))
    return found


def _interrupted(found: Sequence[Draft], draft: Draft) -> Draft | None:
    """The paragraph in another column or on another page that goes on with this draft, if one does."""
    if draft.kind != "paragraph" or not draft.lines[0].text[:1].islower():
        return None
    behind = [each for each in found[-_MOST_LOOKED_AT:-1] if any(map(_has_letters, each.lines))]
    for before in reversed(behind[-_MOST_BETWEEN:]):
        last, line = before.lines[-1], draft.lines[0]
        alike = _is_alike(last, line) and last.italic == line.italic
        if before.kind == "paragraph" and alike and _has_letters(last):
            ends = ENDS.search(last.text) or last.region == line.region
            return None if ends or last.page < line.page - 1 else before
    return None


def _has_letters(line: Line) -> bool:
    """Whether a line may be one of a sentence; the figures inside a chart are none."""
    return any(map(str.isalpha, line.text))


def _itemised(draft: Draft) -> Draft:
    """A paragraph that begins with a bullet is an item."""
    bullet = BULLET.match(draft.lines[0].text) if draft.kind == "paragraph" else None
    if bullet and len(draft.lines[0].text) > bullet.end():
        draft.kind, draft.level, draft.marker = "item", 1, bullet[0].strip()
        draft.lines[0].text = draft.lines[0].text[bullet.end() :]
    return draft


def _levelled(found: list[Draft]) -> list[Draft]:
    """The drafts; items that stand further in than those before are a level deeper."""
    indents: list[float] = []
    for draft in found:
        line = draft.lines[0]
        indent = line.left - line.low
        while indents and indent < indents[-1] - _INDENT * line.size:
            indents.pop()
        if draft.kind == "heading":
            indents = []
        if draft.kind != "item":
            continue
        if not indents or indent > indents[-1] + _INDENT * line.size:
            indents.append(indent)
        draft.level = min(len(indents), _DEEPEST)
    return found
