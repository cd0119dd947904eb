"""The places inside a text that people cite: paragraphs and articles, lists and ranges of them (pure).

para 36 · párrs. 36-40 · art. 3(1) · arts. 9 y 10 · art. 13, fracción XX · #p36
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.query.instruments import Names
from kb.query.tokens import YEAR, Tokens

MOST = 12  # places in a row
MOST_OF_A_RANGE = 10  # paragraphs or articles
_WIDEST_RANGE = 200  # "36-2019" is none
_DEEPEST = 5  # parts of an article inside each other
_FRAGMENT = re.compile(r"#([a-z]+\d[\w.]{0,40})", re.IGNORECASE)
_PARAGRAPH = frozenset("para paras paragraph paragraphs par parr parrs parrafo parrafos ¶ §".split())
ARTICLE = frozenset("art arts article articles articulo articulos".split())
_INSIDE = frozenset(
    """
    inciso inc literal lit subparagraph point numeral num fraccion fracc frac apartado paragraph para
    parr parrafo
    """.split()
)
MORE = frozenset(", y and e &".split())
UP_TO = frozenset("- – — a to al".split())
_AGAIN = frozenset(("bis", "ter", "quater", "quinquies"))
_ORDINAL = frozenset(("o", "º", "°"))
_ROMAN = re.compile(r"[ivxlc]{1,7}")
ARTICLES = "art"  # how addresses of articles begin


@dataclass(frozen=True, slots=True)
class Place:
    """A place inside a text."""

    addresses: tuple[str, ...]  # the closest first
    printed: Names
    cut: bool = False  # the range that was typed goes on behind it

    @property
    def of_an_article(self) -> bool:
        """Whether it is an article, which treaties and laws have, and no paragraph."""
        return self.addresses[0].startswith(ARTICLES)


def places(tokens: Tokens, first: int) -> tuple[list[Place], int]:
    """The places that are listed from ``first`` on, ranges written out, and where the list ends."""
    word = tokens.word(first)
    if word not in _PARAGRAPH and word not in ARTICLE:
        return [], first
    kind = ARTICLES if word in ARTICLE else "p"
    found: list[Place] = []
    place = tokens.sign(first + 1 + (tokens.word(first + 1) == word))
    end = first
    while len(found) < MOST and (read := _place(tokens, kind, place)):
        found.append(read[0])
        end = read[1]
        last = tokens.number(end + 1) if tokens.word(end) in UP_TO else None
        if last is not None:
            found += _range(kind, tokens.number(place) or 0, last)
            end += 2
        place = end + 1
        if tokens.word(end) not in MORE:
            break
        place += tokens.word(place) in MORE
    return found, end


def fragment(tokens: Tokens, place: int) -> tuple[list[Place], int] | None:
    """A place as kb itself writes it behind a symbol: "#p36"."""
    start = tokens.start(place)
    found = _FRAGMENT.match(tokens.question, start)
    if found is None:
        return None
    address = found[1].lower().rstrip(".")
    end = tokens.behind(found.end())
    paragraph = address[1:] if address[0] == "p" and address[1:].isdecimal() else None
    printed = (f"para. {paragraph}", f"párr. {paragraph}") if paragraph else (f"#{address}",) * 2
    return [Place((address,), printed)], end


def _range(kind: str, first: int, last: int) -> list[Place]:
    """The places behind the first one of a range, as many as are shown."""
    if not first < last <= first + _WIDEST_RANGE:
        return []
    shown = min(last, first + MOST_OF_A_RANGE - 1)
    names = [
        (number, f"{kind}{number}", *_printed(kind, f"{number}")) for number in range(first + 1, shown + 1)
    ]
    return [
        Place((address,), (english, spanish), cut=number == shown < last)
        for number, address, english, spanish in names
    ]


def _place(tokens: Tokens, kind: str, first: int) -> tuple[Place, int] | None:
    """One paragraph or article, with what is named inside it."""
    number = tokens.number(first)
    if number is None:
        return None
    base, end = f"{number}", first + 1
    if tokens.word(end) in _AGAIN:
        base, end = f"{base}{tokens.word(end)}", end + 1
    elif tokens.word(end) in _ORDINAL and tokens.touches(end):
        end += 1
    inside: list[str] = []
    while len(inside) < _DEEPEST and (deeper := _inside(tokens, kind, end)):
        inside.append(deeper[0])
        end = deeper[1]
    addresses = [".".join((kind + base, *inside[:depth])) for depth in range(len(inside), -1, -1)]
    printed = base + "".join(f"({each})" for each in inside)
    return Place(tuple(addresses), _printed(kind, printed)), end


def _inside(tokens: Tokens, kind: str, place: int) -> tuple[str, int] | None:
    """The part of a paragraph or article that is named next: "(1)", ".1", ", párr. 1", "inciso a)"."""
    if tokens.word(place) == "(" and tokens.word(place + 2) == ")" and _is_part(tokens.word(place + 1)):
        return tokens.word(place + 1), place + 3
    if tokens.word(place) == "." and tokens.touches(place) and tokens.touches(place + 1):
        return (tokens.word(place + 1), place + 2) if _is_part(tokens.word(place + 1)) else None
    if _is_letter(tokens.word(place)) and tokens.touches(place):
        return tokens.word(place), place + 1
    place += tokens.word(place) == ","
    word = tokens.word(place)
    if word not in _INSIDE and not (kind == ARTICLES and word in _PARAGRAPH):
        return None
    if kind == "p" and word in _PARAGRAPH:
        return None
    place = tokens.sign(place + 1)
    if not _is_part(tokens.word(place)):
        return None
    return tokens.word(place), place + 1 + (tokens.word(place + 1) == ")")


def _printed(kind: str, number: str) -> Names:
    names = ("art.", "art.") if kind == ARTICLES else ("para.", "párr.")
    return f"{names[0]} {number}", f"{names[1]} {number}"


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isascii() and word.isalpha()


def _is_part(word: str) -> bool:
    """Whether a token can be the number or letter of something inside an article."""
    number = word.isascii() and word.isdecimal() and len(word) < YEAR
    return number or _is_letter(word) or bool(_ROMAN.fullmatch(word))
