"""What is drawn on a page of a PDF file beside its letters: level and upright lines, dots, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import repeat
from typing import Any, NamedTuple

from pypdfium2 import raw

from kb.parsers.pdf.pdfium_calls import argument, plain

_MOST_OBJECTS = 5_000  # of one page are looked at for rules and pictures
_THICKEST_RULE, _SHORTEST_RULE, _SHORTEST_POST = 3.0, 15.0, 6.0  # points
_SMALLEST_DOT, _LARGEST_DOT = 1.5, 11.0  # points: a drawn bullet, with the width of its stroke
_MOST_PIECES = 4_000  # of the paths of a page; a longer path is a drawing
_STRAIGHT = 0.5  # points
_MANY_SHAPES = 100  # on a page without letters: its letters are drawn
_MUCH_OF_A_PAGE = 0.4  # is covered by pictures: a scan; a logo covers less
_drawn_object = plain(raw.FPDFPage_GetObject, ctypes.c_void_p)
_kind = plain(raw.FPDFPageObj_GetType, ctypes.c_int)
_bounds = plain(raw.FPDFPageObj_GetBounds, ctypes.c_int)
_path_length = plain(raw.FPDFPath_CountSegments, ctypes.c_int)
_path_piece = plain(raw.FPDFPath_GetPathSegment, ctypes.c_void_p)
_point = plain(raw.FPDFPathSegment_GetPoint, ctypes.c_int)
_piece_type = plain(raw.FPDFPathSegment_GetType, ctypes.c_int)
_object_matrix = plain(raw.FPDFPageObj_GetMatrix, ctypes.c_int)
_TEXT = raw.FPDF_PAGEOBJ_TEXT
# Where pdfium writes its answers; read at once after each call.
_bounds_of = (ctypes.c_float * 4)()  # left, bottom, right, top
_BOUNDS = [ctypes.byref(_bounds_of, 4 * side) for side in range(4)]
_matrix_of = raw.FS_MATRIX()
_MATRIX = ctypes.byref(_matrix_of)

Stroke = tuple[
    float, float, float
]  # of a level line left, right, height; of an upright one place, bottom, top
Point = tuple[float, float]


class Drawn(NamedTuple):
    """What is drawn on a page, in points from its left and lower edge."""

    rules: list[Stroke]  # level lines
    posts: list[Stroke]  # upright lines
    dots: list[Point]  # middles of small shapes, which may be bullets
    pictured: bool  # whether something is drawn that may be a picture of text


def drawn_on(page: Any, *, empty: bool) -> Drawn:
    """What is drawn on a page of pdfium; ``empty``: it has no letters."""
    rules: list[Stroke] = []
    posts: list[Stroke] = []
    dots: list[Point] = []
    shapes = forms = 0
    pieces = _MOST_PIECES
    pictured = 0.0
    handle = argument(ctypes.cast(page, ctypes.c_void_p).value)
    places = range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS))
    objects = list(map(argument, map(_drawn_object, repeat(handle), places)))
    for drawn, kind in zip(objects, map(_kind, objects), strict=True):
        if kind == _TEXT or not _bounds(drawn, *_BOUNDS):
            continue
        left, bottom, right, top = _bounds_of
        if _SMALLEST_DOT < right - left < _LARGEST_DOT and _SMALLEST_DOT < top - bottom < _LARGEST_DOT:
            dots.append(((left + right) / 2, (top + bottom) / 2))
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictured += (right - left) * (top - bottom)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            shapes += 1
            if top - bottom > _THICKEST_RULE < right - left:
                pieces -= _ruled(drawn, pieces, rules, posts)
            else:
                _rule(left, bottom, right, top, rules, posts)
        forms += kind == raw.FPDF_PAGEOBJ_FORM
    area = raw.FPDF_GetPageWidthF(page) * raw.FPDF_GetPageHeightF(page)
    drawn_letters = empty and (forms > 0 or shapes > _MANY_SHAPES)
    return Drawn(rules, posts, dots, drawn_letters or pictured > _MUCH_OF_A_PAGE * area)


def _rule(
    left: float, bottom: float, right: float, top: float, rules: list[Stroke], posts: list[Stroke]
) -> None:
    """Keep a thin shape as a level or an upright line, if it is long enough."""
    if top - bottom <= _THICKEST_RULE and right - left >= _SHORTEST_RULE:
        rules.append((left, right, (top + bottom) / 2))
    elif right - left <= _THICKEST_RULE and top - bottom >= _SHORTEST_POST:
        posts.append(((left + right) / 2, bottom, top))


def _ruled(drawn: Any, most: int, rules: list[Stroke], posts: list[Stroke]) -> int:
    """Keep the straight lines of a path, which may be a whole table; returns how many pieces it has."""
    count = int(_path_length(drawn))
    if not 0 < count <= most or not _object_matrix(drawn, _MATRIX):
        return 0
    for (x, y), (other_x, other_y), is_line in _corners(drawn, count):
        if is_line and (abs(x - other_x) < _STRAIGHT or abs(y - other_y) < _STRAIGHT):
            left, right = sorted((x, other_x))
            bottom, top = sorted((y, other_y))
            _rule(left, bottom, right, top, rules, posts)
    return count


def _corners(drawn: Any, count: int) -> Iterator[tuple[Point, Point, bool]]:
    """Each piece of a path as the point it comes from, the one it leads to, and whether it is a line."""
    place = (ctypes.c_float * 2)()
    x_at, y_at = ctypes.byref(place), ctypes.byref(place, 4)
    made = _matrix_of
    a, b, c, d, e, f = made.a, made.b, made.c, made.d, made.e, made.f
    before = (0.0, 0.0)
    for index in range(count):
        found = _path_piece(drawn, index)
        piece = argument(found)
        if not found or not _point(piece, x_at, y_at):
            continue
        x, y = place
        point = (a * x + c * y + e, b * x + d * y + f)
        yield before, point, _piece_type(piece) == raw.FPDF_SEGMENT_LINETO
        before = point
