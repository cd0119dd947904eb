"""The texts that people cite, by name, number, symbol or abbreviation (pure).

general comment No. 14 (2013) · CRC/C/GC/14 · joint general comment 3/22 · OC-21/14 · VCCR
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.query.cited_places import ARTICLE, MORE, MOST, UP_TO
from kb.query.instruments import OTHER, Instrument, Names, load
from kb.query.tokens import BETWEEN, MOST_BETWEEN, YEAR, Tokens
from kb.text.words import is_stop_word

_SERIES = "a|cat|ccpr|ced|cedaw|cerd|cmw|crc|crpd|e|hri|s"
_PART = r"[a-z0-9]+(?:\.[a-z0-9]+)*(?:\([a-z0-9.]{1,8}\))?"
_ONE = rf"(?:{_SERIES})(?:/{_PART}){{2,8}}"
_SYMBOL = re.compile(rf"(?<![\w/.-]){_ONE}(?:[-–]{_ONE}){{0,2}}(?![\w/])", re.IGNORECASE)
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
# The words that open a general comment: the committee taken where none is named, and whether it is joint.
_COMMENTS: dict[tuple[str, ...], tuple[str, bool]] = {
    ("gc",): ("crc", False), ("og",): ("crc", False), ("jgc",): ("crc", True), ("ogc",): ("crc", True),
    ("gr",): ("cedaw", False), ("rg",): ("cedaw", False),
    ("general", "comment"): ("crc", False), ("observacion", "general"): ("crc", False),
    ("comentario", "general"): ("crc", False), ("comentario", "general", "conjunto"): ("crc", True),
    ("general", "recommendation"): ("cedaw", False), ("recomendacion", "general"): ("cedaw", False),
    ("joint", "general", "comment"): ("crc", True), ("joint", "general", "recommendation"): ("cedaw", True),
    ("observacion", "general", "conjunta"): ("crc", True),
    ("recomendacion", "general", "conjunta"): ("cedaw", True),
    ("joint", "gc"): ("crc", True), ("og", "conjunta"): ("crc", True),
    ("gen", "comment"): ("crc", False), ("gen", "comm"): ("crc", False), ("gen", "cmt"): ("crc", False),
    ("obs", "gral"): ("crc", False), ("obs", "gen"): ("crc", False), ("obs", "general"): ("crc", False),
    ("observacion", "gral"): ("crc", False), ("obs", "gral", "conjunta"): ("crc", True),
    ("obs", "general", "conjunta"): ("crc", True), ("observacion", "gral", "conjunta"): ("crc", True),
    ("gen", "rec"): ("cedaw", False), ("gen", "recommendation"): ("cedaw", False),
    ("rec", "gral"): ("cedaw", False), ("recom", "gral"): ("cedaw", False),
    ("recomendacion", "gral"): ("cedaw", False),
}  # fmt: skip
_HEADS = sorted(_COMMENTS, key=len, reverse=True)
_FIRST_OF_HEADS = frozenset(head[0] for head in _HEADS)
_OPINIONS = frozenset((("advisory", "opinion"), ("opinion", "consultiva")))
_COMMITTEE = ("committee", "comite")
_FIRST = _FIRST_OF_HEADS.union(_SERIES.split("|"), _COMMITTEE, ("oc",), (words[0] for words in _OPINIONS))
# What makes of a treaty's or law's name that of another text: "Protocol to the Convention ...".
_ANOTHER = frozenset(
    "protocol protocolo facultativo adicional reglamento regulation regulations american european "
    "african inter".split()
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was cited, and at which token its mention ends."""

    instrument: Instrument
    end: int
    assumed: Names | None = None
    language: str = ""


def text(tokens: Tokens, first: int) -> Text | None:
    """The text that is cited from ``first`` on."""
    if not _begins(tokens.word(first)):
        return None
    return (
        _symbol(tokens, first) or _opinion(tokens, first) or _comment(tokens, first) or treaty(tokens, first)
    )


def treaty(tokens: Tokens, first: int) -> Text | None:
    """A treaty, declaration or law by its name or abbreviation."""
    names = load().instrument_names
    if found := names.named(tokens.words, first):
        id, language, end = found
        if id == OTHER or _before(tokens, first) in _ANOTHER:
            return None
        return Text(load().instruments[id], end, language=language)
    short = names.abbreviated(tokens.word(first))
    if short is None or tokens.word(first + 1) in ("/", *_COMMITTEE):
        return None
    return Text(load().instruments[short], first + 1)


def committee_at(tokens: Tokens, first: int) -> tuple[str | None, int]:
    """The committee that is named from ``first`` on, and where its name ends."""
    if found := load().committee_names.named(tokens.words, first):
        return found[0], found[2]
    place = first + (tokens.word(first) in _COMMITTEE)
    short = load().committee_names.abbreviated(tokens.word(place))
    if short is None:
        return None, first
    return short, place + 1 + (tokens.word(place + 1) in _COMMITTEE)


@lru_cache(maxsize=1 << 12)
def _begins(word: str) -> bool:
    """Whether the mention of a text may begin with a folded word; most words of a question do not."""
    known = load()
    return word in _FIRST or known.instrument_names.begins(word) or known.committee_names.begins(word)


def _symbol(tokens: Tokens, first: int) -> Text | None:
    """A symbol of the United Nations."""
    start = tokens.start(first)
    found = _SYMBOL.match(tokens.question, start)
    if found is None or not any(map(str.isdecimal, found[0])):
        return None
    end = tokens.behind(found.end())
    return Text(load().of_symbol(found[0]), end)


def _opinion(tokens: Tokens, first: int) -> Text | None:
    """An advisory opinion: "OC-21/14", "Opinión Consultiva 21 de 2014"."""
    named = tuple(tokens.words[first : first + 2]) in _OPINIONS
    place = tokens.sign(first + 2) if named else first
    if tokens.word(place) == "oc":
        place += 2 if tokens.word(place + 1) in UP_TO else 1
    elif not named:
        return None
    number = tokens.number(place)
    if number is None:
        return None
    written = tokens.word(place + 1) in ("/", "de", "of")
    year = tokens.number(place + 2) if written else None
    opinion = load().opinion(number, year)
    return Text(opinion, place + (1 if year is None else 3)) if opinion else None


def _head(tokens: Tokens, place: int) -> tuple[tuple[str, ...], int]:
    """The words for a general comment or recommendation that stand there, and where they end."""
    if tokens.word(place) in _FIRST_OF_HEADS:
        for head in _HEADS:
            if end := _behind(tokens, place, head):
                return head, end
    return (), place


def _behind(tokens: Tokens, place: int, head: tuple[str, ...]) -> int | None:
    """Behind the words, which may be cut short: "Obs. gral."."""
    for word in head:
        if tokens.word(place) != word:
            return None
        place += 1 + (tokens.word(place + 1) == ".")
    return place


def _comment(tokens: Tokens, first: int) -> Text | None:
    """A general comment or recommendation, its committee before it or behind its number."""
    committee, place = committee_at(tokens, first)
    place += committee is not None and tokens.word(place) in (",", "-", ":")
    head, place = _head(tokens, place)
    place = tokens.sign(place)
    number = (tokens.number(place) or _roman(tokens.word(place))) if head else None
    if number is None:
        return None
    usual, joint = _COMMENTS[head]
    numbers, named, end = _numbers(tokens, number, place + 1, joint=joint)
    committee = committee or named
    if (len(numbers) > 1 or (joint and not committee)) and (both := load().joint(numbers)):
        committee, number = both
    assumed = None if committee else load().committees[usual].titles
    return Text(load().comment(committee or usual, number), end, assumed=assumed)


def _roman(word: str) -> int | None:
    """The number that two to six Roman figures are, below 40: older recommendations are numbered so."""
    found = _ROMAN.fullmatch(word)
    return 10 * len(found[1]) + _ONES.index(found[2]) if found and len(word) > 1 else None


def _numbers(tokens: Tokens, first: int, place: int, *, joint: bool) -> tuple[list[int], str | None, int]:
    """The numbers of a (joint) general comment, the committee that follows them, where they end."""
    found = [first]
    while True:
        place = _behind_year(tokens, place)
        committee, after = committee_at(tokens, tokens.past(place))
        if committee and tokens.word(tokens.past(after)) not in ARTICLE:
            place = after + (tokens.word(after) == ")")
        else:
            committee = None
        between = tokens.word(place) == "/" or (joint and tokens.word(place) in MORE | UP_TO)
        following = tokens.number(tokens.sign(place + 1)) if between and len(found) < MOST else None
        if following is None:
            return found, committee, place
        found.append(following)
        place = tokens.sign(place + 1) + 1


def _behind_year(tokens: Tokens, place: int) -> int:
    """Behind "(2013)"."""
    in_brackets = tokens.word(place) == "(" and tokens.word(place + 2) == ")"
    return place + 3 if in_brackets and len(tokens.word(place + 1)) == YEAR else place


def _before(tokens: Tokens, place: int) -> str:
    """The last word before a place that is not a small one."""
    for at in range(place - 1, max(place - 1 - MOST_BETWEEN, -1), -1):
        if tokens.words[at] not in BETWEEN and not is_stop_word(tokens.words[at]):
            return tokens.words[at]
    return ""
