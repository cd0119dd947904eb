"""The runs of a sheet -> its lines in reading order, column after column.

A gutter is a strip that pairs of neighbouring runs leave free. Runs that cross it (a title, a wide
figure) part the page into bands, and each band is asked whether running text stands on both sides:
lines that are long, fill their side, and do not begin their paragraphs at the same heights. Where
cells stand beside each other instead it is a table, which is read row by row. In a band the left
column comes before the right one. The same is asked again inside a column, so that three can be
found. A page that shows too little of its columns is asked for the gutter of the pages near it.

What must stay true: no run is lost, and none appears twice.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from kb.parsers.pdf.grids import boxed
from kb.parsers.pdf.runs import made
from kb.parsers.pdf.sheets import Line, Run, Sheet

_FEWEST_PAIRS = 4  # runs side by side that make a gutter
_MOST_GUTTERS = 4  # of a page are tried, those with the most pairs first
_NARROWEST_GUTTER = 0.8  # of the type size
_NEIGHBOURS = 12  # runs further on in the order of heights are no neighbours
_FEWEST_LINES = 3  # of a column in a band
_PROSE = 15  # letters a line on average; cells of tables are shorter
_FILLED, _MOSTLY = 0.75, 0.4  # a line that long fills its column; so many do
_MOST_COLUMNS_DEEP = 3
_NEAR_PAGES = 4  # whose gutter a page may have too
_HEADING = 1.04  # times the type below it
_BALANCED = 3.0  # of the type size: columns that end that near each other were balanced
_FREE = 0.8  # of the space above a heading is free on the other side too, if it stands over both
_SAME_HEIGHT, _ONE_HEIGHT = 2.0, 1.0  # points
_NEW = 1.28  # of the usual distance of lines: a paragraph begins, or a row of a table
_TOGETHER = 0.7  # of the paragraphs of both sides begin at the same heights: rows of a table
_PARAGRAPH = 2.5  # lines; cells are shorter
_FLOWING = 0.12  # of the lines go on in the next one: running text
_FILLED_UP = 6.0  # times the type size: what a ragged line may leave free
_NEXT_LINE = 1.7  # of the type size
_APART = 0.9  # of the type size: runs further from each other stay two
_TOUCHING = 0.08  # of the type size: no space between them
_OTHER_SIZE = 1.15  # times the smaller type
_WIDE_GAP = 2.0  # of the type size
_LONGEST_NUMBER = 6  # characters: a number before a larger heading is part of it
_FEWEST_CELLS = 3  # of a row over both columns: two may be two lines of text
_FAR = 3.5  # of the type size, from row to row
_SAME_LINE = 0.45  # of the type size, between baselines
_FULL_WIDTH = 0.95  # of the lines end before this one's right edge: the others hang out


@dataclass(slots=True)
class _Row:
    """The runs of one side of a gutter that stand at one height."""

    runs: list[Run]

    @property
    def base(self) -> float:
        return self.runs[0].base

    @property
    def left(self) -> float:
        return self.runs[0].left

    @property
    def right(self) -> float:
        return max(run.right for run in self.runs)

    @property
    def letters(self) -> int:
        return sum(map(_letters, self.runs))


def pages(sheets: Sequence[Sheet]) -> list[tuple[Sheet, list[Line]]]:
    """Each sheet with its lines in reading order; regions (columns) are numbered through all."""
    grounds = [_ordered(boxed(sheet).runs if sheet.rules else sheet.runs) for sheet in sheets]
    gutters = [_gutter(runs) for runs in grounds]
    found = []
    region = 0
    for index, (sheet, runs) in enumerate(zip(sheets, grounds, strict=True)):
        gutter = gutters[index] or _neighbours(runs, gutters, index)
        lines: list[Line] = []
        for part in _regions(runs, 0, gutter):
            lines.extend(_region_lines(part, sheet.number, region))
            region += 1
        found.append((sheet, lines))
    return found


def _ordered(runs: Sequence[Run]) -> list[Run]:
    return sorted(runs, key=lambda run: (-run.base, run.left))


def _neighbours(runs: list[Run], gutters: Sequence[float | None], index: int) -> float | None:
    """The gutter of a page near by, if this one has it too, though it shows little of it."""
    near = gutters[max(index - _NEAR_PAGES, 0) : index + _NEAR_PAGES + 1]
    known = dict.fromkeys(gutter for gutter in near if gutter is not None)
    if not known or not next(_gaps(runs), None):
        return None
    return next((gutter for gutter in known if _score(runs, gutter, fewest=1)), None)


def _regions(runs: Sequence[Run], depth: int, gutter: float | None) -> Iterator[list[Run]]:
    if gutter is None:
        if runs:
            yield list(runs)
        return
    bands = list(_bands(list(runs), gutter))
    late: list[_Row] = []
    for index, (band, is_wide) in enumerate(bands):
        left, right = _sides(band, gutter)
        if is_wide or not _are_columns(left, right, fewest=1):
            yield band
            yield from _column(late, depth)
            late = []
            continue
        before = bands[index - 1][0][-1] if index else None
        after = bands[index + 1][0][0] if index + 1 < len(bands) else None
        sides, late = _in_order(before, left, right, after)
        for side in sides:
            yield from _column(side, depth)


def _column(rows: Sequence[_Row], depth: int) -> Iterator[list[Run]]:
    """The regions inside a column."""
    inner = _ordered([run for row in rows for run in row.runs])
    yield from _regions(inner, depth + 1, _gutter(inner) if depth < _MOST_COLUMNS_DEEP else None)


def _in_order(
    before: Run | None, left: list[_Row], right: list[_Row], after: Run | None
) -> tuple[list[list[_Row]], list[_Row]]:
    """Two sides as they are read, and a box that comes after the wide text below.

    Where the text below goes on with one side only, the other is a box that the text runs around.
    """
    runs_on = [after is not None and _runs_on(side[-1].runs[0], after) for side in (left, right)]
    if runs_on[0] == runs_on[1]:
        return [left, right], []
    text, box = (left, right) if runs_on[0] else (right, left)
    interrupted = before is not None and _runs_on(before, text[0].runs[0])
    return ([text], box) if interrupted else ([box, text], [])


def _runs_on(run: Run, following: Run) -> bool:
    near = 0 < run.base - following.base < _NEXT_LINE * run.size
    return near and _is_alike(run, following) and following.text[:1].islower()


def _gutter(runs: list[Run]) -> float | None:
    """The middle of the strip that parts the most running text from running text."""
    gaps = list(_gaps(runs))
    if len(gaps) < _FEWEST_PAIRS:
        return None
    scored = [(_score(runs, each, fewest=_FEWEST_LINES), each) for each in _strips(gaps)]
    score, best = max(scored, key=lambda pair: pair[0], default=(0, 0.0))
    return best if score >= _FEWEST_LINES else None


def _strips(gaps: Sequence[tuple[float, float]]) -> list[float]:
    """The middles of the strips that many gaps share, the most shared first."""
    edges = sorted([(left, 1) for left, _ in gaps] + [(right, -1) for _, right in gaps])
    peaks: list[tuple[int, float]] = []
    depth = 0
    for (place, step), (following, after) in itertools.pairwise(edges):
        depth += step
        if depth >= _FEWEST_PAIRS and step > 0 > after and following > place:
            peaks.append((depth, (place + following) / 2))
    return [middle for _, middle in sorted(peaks, reverse=True)[:_MOST_GUTTERS]]


def _score(runs: list[Run], gutter: float, *, fewest: int) -> int:
    """How many lines stand in columns on the shorter side of a gutter, in all bands."""
    score = 0
    for band, is_wide in _bands(runs, gutter):
        left, right = _sides(band, gutter)
        if not is_wide and _are_columns(left, right, fewest=fewest):
            score += min(len(left), len(right))
    return score


def _bands(runs: list[Run], gutter: float) -> Iterator[tuple[list[Run], bool]]:
    """Stretches of the page that cross the gutter, and stretches that keep it free, from the top."""
    crossing = [run.base for run in runs if run.left < gutter - 1 and run.right > gutter + 1]
    heights = sorted([*crossing, *_tabled(runs, gutter)], reverse=True)
    band: list[Run] = []
    wide = False
    at = 0
    for index, run in enumerate(runs):
        while at < len(heights) and heights[at] > run.base + _ONE_HEIGHT:
            at += 1
        crosses = at < len(heights) and abs(heights[at] - run.base) <= _ONE_HEIGHT
        beside = runs[max(index - _NEIGHBOURS, 0) : index + _NEIGHBOURS]
        crosses = crosses or (wide and _is_end_of(band[-1], run, beside, gutter))
        if band and crosses != wide:
            yield from _headed(band, gutter, wide=wide)
            band = []
        wide = crosses
        band.append(run)
    if band:
        yield from _headed(band, gutter, wide=wide)


def _tabled(runs: list[Run], gutter: float) -> Iterator[float]:
    """The heights of the rows of tables that stand over both columns without a line around them."""
    for stretch in _stretches([row for row in _rows(runs) if len(row.runs) >= _FEWEST_CELLS]):
        sides = _sides([run for row in stretch for run in row.runs], gutter)
        if len(stretch) >= _FEWEST_LINES and not any(_is_text(side) for side in sides):
            yield from (run.base for row in stretch for run in row.runs)


def _stretches(rows: list[_Row]) -> Iterator[list[_Row]]:
    """The rows in groups whose cells begin one below the other."""
    start = 0
    for end in range(1, len(rows) + 1):
        if end == len(rows) or not _are_aligned(rows[end - 1], rows[end]):
            yield rows[start:end]
            start = end


def _are_aligned(above: _Row, row: _Row) -> bool:
    lefts = [run.left for run in above.runs]
    shared = sum(any(abs(run.left - left) < _SAME_HEIGHT for left in lefts) for run in row.runs)
    return shared >= _FEWEST_CELLS and above.base - row.base < _FAR * row.runs[0].size


def _is_text(rows: list[_Row]) -> bool:
    """Whether the lines of a side are whole and run on, so that it is no side of a table."""
    whole = sum(len(row.runs) == 1 for row in rows)
    return not rows or (2 * whole > len(rows) and _is_prose(rows) and _flows(rows))


def _is_end_of(wide: Run, run: Run, beside: list[Run], gutter: float) -> bool:
    """Whether a short line is the last one of a paragraph that crosses the gutter."""
    if wide.right <= gutter:
        return False
    alike = abs(wide.size - run.size) < 0.1 and wide.bold == run.bold and abs(wide.left - run.left) < 2
    near = 0 < wide.base - run.base < _NEXT_LINE * run.size
    return (
        alike
        and near
        and not any(other.left > gutter and abs(other.base - run.base) < 0.8 * run.size for other in beside)
    )


def _headed(band: list[Run], gutter: float, *, wide: bool) -> Iterator[tuple[list[Run], bool]]:
    """A band, parted where a short heading ends two columns and begins two others."""
    start = 0
    if not wide:
        left, right = _sides(band, gutter)
        for height in _headings(left, right):
            end = next(at for at, run in enumerate(band) if run.base <= height)
            if end > start:
                yield band[start:end], False
            start = end
    yield band[start:], wide


def _headings(left: list[_Row], right: list[_Row]) -> Iterator[float]:
    """The heights of headings on the left, above and below which both columns are level.

    The one above must be as long on both sides, and the one below begin at one height or not at
    all on the right; in the middle of a column a heading has no such place.
    """
    at = 1
    while at < len(left):
        first, last = at, _heading_end(left, at)
        at += 1
        if last == first:
            continue
        above = min((row.base for row in right if row.base > left[first].base), default=None)
        below = max((row.base for row in right if row.base <= left[first].base), default=None)
        before = left[first - 1]
        if above is None or abs(above - before.base) > _BALANCED * before.runs[0].size:
            continue
        if above - left[first].base < _FREE * (before.base - left[first].base):
            continue
        level = last < len(left) and below is not None and abs(below - left[last].base) < _SAME_HEIGHT
        if level or below is None:
            yield left[first].base + 0.01
            at = last


def _heading_end(rows: list[_Row], start: int) -> int:
    """Behind the last line of a heading that begins at ``start``; ``start`` where none does."""
    kind = rows[start].runs[0]
    end = start
    while end < len(rows) and _is_alike(rows[end].runs[0], kind):
        end += 1
    below = rows[end].runs[0] if end < len(rows) else None
    above = rows[start - 1].runs[0]
    larger = kind.size > _HEADING * above.size and (below is None or kind.size > _HEADING * below.size)
    bolder = kind.bold and not above.bold and not (below and below.bold)
    return end if end - start < _FEWEST_LINES and (larger or bolder) else start


def _is_alike(one: Run, other: Run) -> bool:
    return abs(one.size - other.size) < 0.1 and one.bold == other.bold


def _gaps(runs: list[Run]) -> Iterator[tuple[float, float]]:
    """The free strips between runs that stand side by side."""
    for index, run in enumerate(runs):
        nearest: float | None = None
        for other in runs[index + 1 : index + _NEIGHBOURS]:
            if run.base - other.base > 0.8 * run.size:
                break
            if other.left >= run.right + _NARROWEST_GUTTER * run.size:
                nearest = min(nearest or other.left, other.left)
            elif other.right <= run.left - _NARROWEST_GUTTER * run.size:
                yield other.right, run.left
        if nearest is not None:
            yield run.right, nearest


def _sides(band: list[Run], gutter: float) -> tuple[list[_Row], list[_Row]]:
    """The lines on the left and on the right of a gutter."""
    left = [run for run in band if (run.left + run.right) / 2 < gutter]
    right = [run for run in band if (run.left + run.right) / 2 >= gutter]
    return _rows(left), _rows(right)


def _rows(runs: Sequence[Run]) -> list[_Row]:
    rows: list[_Row] = []
    for run in runs:
        if rows and rows[-1].base - run.base <= _SAME_LINE * max(run.size, rows[-1].runs[0].size):
            rows[-1].runs.append(run)
        else:
            rows.append(_Row([run]))
    for row in rows:
        row.runs.sort(key=lambda run: run.left)
    return rows


def _are_columns(left: list[_Row], right: list[_Row], *, fewest: int) -> bool:
    """Whether running text stands on both sides; ``fewest`` lines on each."""
    if min(len(left), len(right)) < fewest or not _are_abreast(left, right):
        return False
    return _is_prose(left) and _is_prose(right) and not _is_table(left, right)


def _are_abreast(left: list[_Row], right: list[_Row]) -> bool:
    """Whether the shorter side stands beside the longer one, not above or below it."""
    short, long = sorted((left, right), key=len)
    high, low = long[0].base + long[0].runs[0].size, long[-1].base - long[-1].runs[0].size
    return 2 * sum(low < row.base < high for row in short) > len(short)


def _is_prose(rows: list[_Row]) -> bool:
    """Whether lines are those of a column: long, and many of one length."""
    if sum(row.letters for row in rows) < _PROSE * len(rows):
        return False
    rights = sorted(row.right for row in rows)
    low, high = min(row.left for row in rows), rights[int(len(rights) * 0.9)]
    return sum(right > low + _FILLED * (high - low) for right in rights) >= _MOSTLY * len(rows)


def _is_table(left: list[_Row], right: list[_Row]) -> bool:
    """Whether two sides are the cells of rows: what begins, begins on both, or nothing flows."""
    one, other = _beginnings(left), _beginnings(right)
    most = max(len(one), len(other))
    if most > 1:
        level = sum(any(abs(place - each) < _SAME_HEIGHT for each in other) for place in one)
        return level >= _TOGETHER * most and not _of_one_length(left, right, one, other)
    side_by_side = _shared([row.base for row in left], [row.base for row in right])
    return side_by_side >= _TOGETHER * max(len(left), len(right)) and not (_flows(left) or _flows(right))


def _beginnings(rows: list[_Row]) -> dict[float, float]:
    """The heights at which a paragraph or a row begins, below the first line, and the gaps above them."""
    gaps = [above.base - row.base for above, row in itertools.pairwise(rows)]
    usual = median(gaps) if gaps else 0.0
    return {row.base: gap for row, gap in zip(rows[1:], gaps, strict=True) if gap > _NEW * usual}


def _of_one_length(
    left: list[_Row], right: list[_Row], one: dict[float, float], other: dict[float, float]
) -> bool:
    """Whether the paragraphs of both sides happen to have as many lines; cells of a row seldom do."""
    long = min(len(left), len(right)) > _PARAGRAPH * max(len(one), len(other))
    return long and all(
        abs(gap - other[each]) < _SAME_HEIGHT
        for place, gap in one.items()
        for each in other
        if abs(place - each) < _SAME_HEIGHT
    )


def _shared(one: Sequence[float], other: Sequence[float]) -> int:
    return sum(any(abs(place - each) < _SAME_HEIGHT for each in other) for place in one)


def _flows(rows: list[_Row]) -> bool:
    """Whether the sentences of a side run on from line to line: a full one, then a small letter."""
    edge = max(row.right for row in rows) - _FILLED_UP * rows[0].runs[0].size
    running = sum(
        row.runs[0].text[:1].islower() and above.right > edge for above, row in itertools.pairwise(rows)
    )
    return running >= _FLOWING * len(rows)


def _letters(run: Run) -> int:
    """Letters, not the dots of a table of contents."""
    return len(run.text) - run.text.count(".") - run.text.count(" ")


def _region_lines(runs: list[Run], page: int, region: int) -> Iterator[Line]:
    """The lines of one column; its edges are where most of its lines begin and end."""
    rows: list[list[Run]] = []
    for run in runs:
        row = rows[-1] if rows else []
        nearest = row[-_NEIGHBOURS:]
        if any(abs(run.base - other.base) <= _SAME_LINE * max(run.size, other.size) for other in nearest):
            row.append(run)
        else:
            rows.append([run])
    ordered = _unmixed([_closed(sorted(row, key=lambda run: run.left)) for row in rows])
    found = [_line(row, page, region) for row in ordered]
    low = min(line.left for line in found)
    ends = sorted(line.right for line in found)
    high = ends[min(int(len(ends) * _FULL_WIDTH), len(ends) - 1)]
    for line in found:
        line.low, line.high = low, high
        yield line


def _unmixed(rows: list[list[Run]]) -> list[list[Run]]:
    """The rows; where large type stands beside small type, as in a masthead, the left side comes first."""
    result: list[list[Run]] = []
    right: list[list[Run]] = []
    for row in rows:
        at = _other_type(row)
        edge = right[-1][0].left if right else None
        if at:
            result.append(row[:at])
            right.append(row[at:])
        elif edge is not None and abs(row[0].left - edge) < 3:
            right.append(row)
        else:
            result += [*right, row]
            right = []
    return result + right


def _other_type(row: list[Run]) -> int:
    """Where in a row type of another size begins, behind a wide gap; 0 where none does."""
    for at in range(1, len(row)):
        before, run = row[at - 1], row[at]
        larger, smaller = max(before.size, run.size), min(before.size, run.size)
        if larger > _OTHER_SIZE * smaller and run.left - before.right > _WIDE_GAP * smaller:
            return at if smaller < before.size or len(before.text) > _LONGEST_NUMBER else 0
    return 0


def _line(row: list[Run], page: int, region: int) -> Line:
    letters = [len(run.text) for run in row]
    widest = row[letters.index(max(letters))]
    return Line(
        page=page,
        region=region,
        runs=row,
        left=row[0].left,
        right=max(run.right for run in row),
        base=widest.base,
        size=widest.size,
        text=" ".join(run.text for run in row),
        bold=all(run.bold for run in row),
        italic=all(run.italic for run in row),
    )


def _closed(row: list[Run]) -> list[Run]:
    """Runs that touch are one, though the file has them in another order."""
    if len(row) == 1:
        return row
    groups = [[row[0]]]
    for run in row[1:]:
        last = groups[-1][-1]
        gap = run.left - last.right
        if gap >= _APART * max(run.size, last.size):
            groups.append([run])
            continue
        groups[-1].append(run)
        if -1 <= gap < _TOUCHING * run.size:
            run.words[0] = run.words[0]._replace(glued=True)
    return [
        group[0] if len(group) == 1 else made([word for run in group for word in run.words])
        for group in groups
    ]
