"""The places inside a text that people cite: paragraphs and articles, lists and ranges of them (pure).

para 36 · párrs. 36-40 · art. 3(1) · art. 37 b) · arts. 9 y 10 · inciso b) del artículo 37 ·
art. 13, fracción XX · #p36
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.query.instruments import Names
from kb.query.tokens import YEAR, Tokens
from kb.text.folding import fold

MOST = 12  # places in a row
MOST_OF_A_RANGE = 10  # paragraphs or articles
_YEARS = range(1900, 2100)  # "36-2019" is no range
_LONGEST_NUMBER = 100  # digits
_DEEPEST = 5  # parts of an article inside each other
_PAGE = frozenset("p pp page pages pag pags pagina paginas".split())
_FRAGMENT = re.compile(r"#([a-z]+\d[\w.]{0,40})", re.IGNORECASE)
_BEGUN = re.compile(r"[\s,]+([^\W\d_]{1,20}|[¶§])\.?\s*\Z")
_PARAGRAPH = frozenset("para paras paragraph paragraphs par parr parrs parrafo parrafos ¶ §".split())
ARTICLE = frozenset("art arts article articles articulo articulos".split())
_INSIDE = frozenset(
    """
    inciso incisos inc incs subinciso literal literales lit letra letras subparagraph subparagraphs
    subpara point points numeral numerales num fraccion fracciones fracc frac apartado apartados
    paragraph paragraphs para paras parr parrs parrafo parrafos
    """.split()
)
_OF = frozenset("de del of".split())
_THE = frozenset("the el la los las".split())
MORE = frozenset(", y and e &".split())
UP_TO = frozenset("- – — a to al".split())
_AGAIN = frozenset(("bis", "ter", "quater", "quinquies"))
_ORDINAL = frozenset(("o", "º", "°"))
_ROMAN = re.compile(r"(?=.)(?:l?x{0,3}|x[lc])(?:ix|iv|v?i{0,3})")
_LONE = frozenset("bcdfghjklm")  # letters that are no word of their own, and no number sign
ARTICLES = "art"  # how addresses of articles begin
PAGES = "page"  # how places that are pages begin; the paragraph of that number stands behind them
_PRINTED = {ARTICLES: ("art.", "art."), "p": ("para.", "párr."), PAGES: ("p.", "pág.")}


@dataclass(frozen=True, slots=True)
class Place:
    """A place inside a text."""

    addresses: tuple[str, ...]  # the closest first
    printed: Names
    cut: bool = False  # what was typed goes on behind it

    @property
    def of_an_article(self) -> bool:
        """Whether it is an article, which treaties and laws have, and no paragraph."""
        return self.addresses[0].startswith(ARTICLES)


@dataclass(frozen=True, slots=True)
class _Read:
    """A place as it was read: "3", ("1", "b"), and the token behind it."""

    base: str
    inside: tuple[str, ...]
    end: int
    lettered: bool = False  # the first part inside is a capital that belongs to the number: "1A(2)"


def without_begun(text: str) -> str:
    """A citation without the word for a place at its end, be it begun or whole, whose number is to come.

    >>> without_begun("OG 14, pá"), without_begun("CDN art."), without_begun("GC 6 para 3")
    ('OG 14', 'CDN', 'GC 6 para 3')
    """
    found = _BEGUN.search(text)
    begun = fold(found[1]) if found else ""
    labels = _PARAGRAPH | ARTICLE | _PAGE
    return text[: found.start()] if found and any(each.startswith(begun) for each in labels) else text


def places(tokens: Tokens, first: int) -> tuple[list[Place], int]:
    """The places that are listed from ``first`` on, ranges written out, and where the list ends.

    At most ``MOST``; the last says whether there were more.
    """
    ahead, at = _ahead(tokens, first)
    word = tokens.word(at)
    kind = ARTICLES if word in ARTICLE else "p" if word in _PARAGRAPH else PAGES if word in _PAGE else ""
    if not kind:
        return [], first
    found, end = _listed(tokens, kind, tokens.sign(at + 1 + (tokens.word(at + 1) == word)), ahead)
    return (found, end) if found else ([], first)


def unlabelled(tokens: Tokens, first: int, *, opens: bool) -> tuple[list[Place], int]:
    """The articles behind a treaty without their word: "CDN 3.1"; "CDN 3", if nothing else is asked.

    ``opens``: the question opens with the treaty.
    """
    read = _place(tokens, ARTICLES, first)
    if read is None or len(read.base) >= YEAR:
        return [], first
    found, end = _listed(tokens, ARTICLES, first, ())
    alone = opens and not any(map(str.isalnum, tokens.words[end:]))
    return (found, end) if read.inside or alone else ([], first)


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


def _ahead(tokens: Tokens, first: int) -> tuple[tuple[str, ...], int]:
    """The parts that are named before their article, the widest first: "inciso b) del artículo 37"."""
    parts: list[str] = []
    place = first
    while len(parts) < _DEEPEST and (named := _named_part(tokens, place)):
        if tokens.word(named[1]) not in _OF:
            break
        parts.append(named[0])
        place = named[1] + 1
        place += tokens.word(place) in _THE
    return (tuple(reversed(parts)), place) if tokens.word(place) in ARTICLE else ((), first)


def _listed(tokens: Tokens, kind: str, first: int, ahead: tuple[str, ...]) -> tuple[list[Place], int]:
    """The places of a list without its word; ``ahead`` is inside each of them."""
    found: list[Place] = []
    last: _Read | None = None
    place = end = first
    while read := _place(tokens, kind, place) or _beside(tokens, last, place):
        last = read
        found.append(_made(kind, read.base, (*read.inside, *ahead), lettered=read.lettered))
        end = read.end
        if tokens.word(end) in UP_TO and (to := _figure(tokens, end + 1)):
            ranged = _range(kind, read.base, to)
            found = [*found, *ranged] if ranged else [*found[:-1], replace(found[-1], cut=True)]
            end += 2
        place = end + 1
        if tokens.word(end) not in MORE:
            break
        place += tokens.word(place) in MORE
    if len(found) > MOST:
        found[MOST - 1] = replace(found[MOST - 1], cut=True)
    return found[:MOST], end


def _range(kind: str, first: str, last: str) -> list[Place]:
    """The places behind the first one of a range, as many as are shown."""
    if not (first.isdecimal() and int(first) < int(last)) or int(last) in _YEARS:
        return []
    shown = min(int(last), int(first) + MOST_OF_A_RANGE - 1)
    found = [_made(kind, f"{number}", ()) for number in range(int(first) + 1, shown + 1)]
    found[-1] = replace(found[-1], cut=shown < int(last))
    return found


def _figure(tokens: Tokens, place: int) -> str:
    """The digits that stand there, none if there are too many."""
    word = tokens.word(place)
    return word if word.isascii() and word.isdecimal() and len(word) <= _LONGEST_NUMBER else ""


def _place(tokens: Tokens, kind: str, first: int) -> _Read | None:
    """One paragraph or article, with what is named inside it."""
    base, end = _figure(tokens, first), first + 1
    if not base:
        return None
    if kind == PAGES:
        return _Read(base.lstrip("0") or "0", (), end)
    base = base.lstrip("0") or "0"
    if tokens.word(end) in _AGAIN:
        base, end = f"{base}{tokens.word(end)}", end + 1
    elif tokens.word(end) in _ORDINAL and tokens.touches(end):
        end += 1
    inside: list[str] = []
    behind = end
    while len(inside) < _DEEPEST and (deeper := _inside(tokens, kind, inside, end)):
        inside.append(deeper[0])
        end = deeper[1]
    lettered = bool(inside) and behind < end and tokens.is_capital(behind)
    return _Read(base, tuple(inside), end, lettered)


def _beside(tokens: Tokens, last: _Read | None, place: int) -> _Read | None:
    """Another part of the article before it: "37 b) y d)", "3(1) and (2)"."""
    if last is None or not last.inside or not (part := _bracketed(tokens, place)):
        return None
    return replace(last, inside=(*last.inside[:-1], part[0]), end=part[1])


def _made(kind: str, base: str, inside: tuple[str, ...], *, lettered: bool = False) -> Place:
    addresses = [".".join((kind + base, *inside[:depth])) for depth in range(len(inside), -1, -1)]
    written, rest = (base + inside[0].upper(), inside[1:]) if lettered else (base, inside)
    number = written + "".join(f"({each})" for each in rest)
    if kind == PAGES:
        addresses = [f"{kind}{base}", f"p{base}"]
    english, spanish = _PRINTED[kind]
    return Place(tuple(addresses), (f"{english} {number}", f"{spanish} {number}"))


def _inside(tokens: Tokens, kind: str, before: Sequence[str], place: int) -> tuple[str, int] | None:
    """The part of a paragraph or article that is named next: "(1)", "b)", ".1", ", párr. 1", "inciso a)"."""
    if tokens.word(place) == "." and tokens.touches(place) and tokens.touches(place + 1):
        return _part(tokens, place + 1)
    if _is_letter(tokens.word(place)) and tokens.touches(place):
        return _part(tokens, place)
    comma = tokens.word(place) == ","
    place += comma
    found = _bracketed(tokens, place) or _lone(tokens, place)
    if found:
        return None if comma and before and _sort(before[-1]) == _sort(found[0]) else found
    return None if kind == "p" and tokens.word(place) in _PARAGRAPH else _named_part(tokens, place)


def _named_part(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """A part with the word for it: "párr. 1", "inciso a)"."""
    word = tokens.word(place)
    if word not in _INSIDE and word not in _PARAGRAPH:
        return None
    return _part(tokens, tokens.sign(place + 1))


def _part(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """A number or letter, in brackets or not."""
    if found := _bracketed(tokens, place):
        return found
    return (tokens.word(place), place + 1) if _is_part(tokens.word(place)) else None


def _bracketed(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """What stands in brackets, or in Spanish before one: "(b)", "b)", "iii)".

    The bracket behind a letter that closes one around the reference is not its own: "(CDN, art. 37 b)".
    """
    opened = tokens.word(place) == "("
    place += opened
    part = tokens.word(place)
    if tokens.word(place + 1) != ")" or not _is_part(part) or not (opened or part.isalpha()):
        return None
    own = opened or tokens.word(place + 2) == ")" or not tokens.in_brackets(place)
    return part, place + 1 + own


def _lone(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """A letter alone, "art. 37 b", that begins nothing else."""
    following = tokens.word(place + 1)
    alone = tokens.word(place) in _LONE and (following in ("", ",", ";", "?", ")") or following.isalpha())
    return (tokens.word(place), place + 1) if alone and not tokens.touches(place + 1) else None


def _sort(part: str) -> str:
    """Of "(b), (c)" the second stands beside the first, of "(2), (b)" inside it."""
    return "number" if part.isdecimal() else "letter" if _is_letter(part) else "roman"


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isascii() and word.isalpha()


def _is_part(word: str) -> bool:
    """Whether a token can be the number or letter of something inside an article."""
    number = word.isascii() and word.isdecimal() and len(word) < YEAR
    return number or _is_letter(word) or bool(_ROMAN.fullmatch(word))
