"""References as people cite them -> which text is meant, and where in it (pure).

    GC 14 para 36 · OG 14 párr. 36 · general comment No. 14 (2013), paragraph 36 · CRC/C/GC/14 ¶36
    CRC art. 3(1) · artículo 3 de la CDN · arts. 9 y 10 CDN · art. 36 VCCR · OC-21/14, párr. 108
    CEDAW GR 32 · joint general comment 3/22 · LGDNNA art. 13, fracción XX

A reference is a text, and before or behind it perhaps a place: paragraphs, or articles with what
stands inside them. A treaty or law that is named without a place is a reference where nothing
else is asked; among other words it is a subject. "GC 14" without a committee is the general comment of
the Committee on the Rights of the Child, "GR 32" that of CEDAW, and ``assumed`` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kb.query.instruments import OTHER, Instrument, Names, load
from kb.text.folding import fold
from kb.text.words import is_stop_word

MOST = 12  # references in one question
MOST_OF_A_RANGE = 10  # paragraphs or articles
_WIDEST_RANGE = 200  # "36-2019" is none
_DEEPEST = 5  # parts of an article inside each other
_LONGEST = 1000  # characters
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_SERIES = "a|cat|ccpr|ced|cedaw|cerd|cmw|crc|crpd|e|hri|s"
_PART = r"[a-z0-9]+(?:\.[a-z0-9]+)*(?:\([a-z0-9.]{1,8}\))?"
_ONE = rf"(?:{_SERIES})(?:/{_PART}){{2,8}}"
_SYMBOL = re.compile(rf"(?<![\w/.-]){_ONE}(?:[-–]{_ONE}){{0,2}}(?![\w/])", re.IGNORECASE)
_FRAGMENT = re.compile(r"#([a-z]+\d[\w.]{0,40})", re.IGNORECASE)

_PARAGRAPH = frozenset("para paras paragraph paragraphs par parr parrs parrafo parrafos ¶ §".split())
_ARTICLE = frozenset("art arts article articles articulo articulos".split())
_INSIDE = frozenset(
    """
    inciso inc literal lit subparagraph point numeral num fraccion fracc frac apartado paragraph para
    parr parrafo
    """.split()
)
_NUMBER_SIGN = frozenset("no num numero number nr n nº n° º ° # numb".split())
_BETWEEN = frozenset(", ; : . ( ) [ - – — at in en de del of the la el los las su its un onu".split())
_MORE = frozenset(", y and e &".split())
_UP_TO = frozenset("- – — a to al".split())
_AGAIN = frozenset(("bis", "ter", "quater", "quinquies"))
_ORDINAL = frozenset(("o", "º", "°"))
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_SPANISH = frozenset(
    """
    og rg ogc observacion recomendacion conjunta consultiva parr parrs parrafo parrafos articulo articulos
    """.split()
)
_ENGLISH = frozenset(
    "gc gr jgc comment recommendation joint advisory paragraph paragraphs paras article articles".split()
)
# The words that open a general comment: the committee taken where none is named, and whether it is joint.
_COMMENTS: dict[tuple[str, ...], tuple[str, bool]] = {
    ("gc",): ("crc", False), ("og",): ("crc", False), ("jgc",): ("crc", True), ("ogc",): ("crc", True),
    ("gr",): ("cedaw", False), ("rg",): ("cedaw", False),
    ("general", "comment"): ("crc", False), ("observacion", "general"): ("crc", False),
    ("general", "recommendation"): ("cedaw", False), ("recomendacion", "general"): ("cedaw", False),
    ("joint", "general", "comment"): ("crc", True), ("joint", "general", "recommendation"): ("cedaw", True),
    ("observacion", "general", "conjunta"): ("crc", True),
    ("recomendacion", "general", "conjunta"): ("cedaw", True),
    ("joint", "gc"): ("crc", True), ("og", "conjunta"): ("crc", True),
}  # fmt: skip
_HEADS = sorted(_COMMENTS, key=len, reverse=True)
_OPINIONS = frozenset((("advisory", "opinion"), ("opinion", "consultiva")))
_COMMITTEE = ("committee", "comite")
# What makes of a treaty's or law's name that of another text: "Protocol to the Convention ...".
_ANOTHER = frozenset(
    "protocol protocolo facultativo adicional reglamento regulation regulations american european "
    "african".split()
)
_ARTICLES = "art"  # how addresses of articles begin
_YEAR = 4  # digits
_MOST_BETWEEN = 4  # small words and marks in a row


@dataclass(frozen=True, slots=True)
class Reference:
    """One place that is cited, or a text as a whole."""

    typed: str
    span: tuple[int, int]  # of the question
    instrument: Instrument
    named: str = ""  # the text without its place, as it was typed
    places: tuple[str, ...] = ()  # addresses inside the document, the closest first
    printed: Names = ("", "")  # the place in English and Spanish: "para. 36"
    assumed: Names | None = None  # the committee that was taken, where none was named
    language: str = ""  # that it is written in, where that shows
    cut: bool = False  # the range that was typed goes on behind this place

    def label(self, language: str) -> str:
        """The citation in full.

        >>> references("OG 14 párr. 36")[0].label("en")
        'General comment No. 14 of the Committee on the Rights of the Child, para. 36'
        """
        spanish = language == "es"
        return ", ".join(filter(None, (self.instrument.titles[spanish], self.printed[spanish])))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that was cited, and at which token its mention ends."""

    instrument: Instrument
    end: int
    assumed: Names | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place inside a text."""

    addresses: tuple[str, ...]
    printed: Names
    cut: bool = False


def references(question: str) -> tuple[Reference, ...]:
    """The references in a question, in its order, at most ``MOST``.

    >>> [each.places for each in references("CRC art. 3(1), GC 14 para 36")]
    [('art3.1', 'art3'), ('p36',)]
    """
    return tuple(islice(_Reader(question).references(), MOST))


def covers(question: str, found: Sequence[Reference]) -> bool:
    """Whether a question is nothing but its references.

    >>> covers("the GC 14, para 36?", references("the GC 14, para 36?"))
    True
    """
    rest, end = [], 0
    for each in found:
        rest.append(question[end : each.span[0]])
        end = max(end, each.span[1])
    words = [fold(word) for word in _TOKEN.findall(" ".join((*rest, question[end:])))]
    return bool(found) and not any(word.isalnum() and not is_stop_word(word) for word in words)


def titled(title: str, publisher: str = "") -> tuple[Instrument, bool] | None:
    """The text that a title names at its beginning, and whether it names nothing else.

    A general comment whose title has no committee is that of the committee that publishes it.

    >>> found = titled("General comment No. 9 (2013) on herons", "Committee against Torture")
    >>> found and (found[0].id, found[1])
    ('cat-gc-9', False)
    """
    reader = _Reader(title)
    text = reader.text(0)
    if text is None or (text.instrument.treaty and not text.language):  # an abbreviation is no title
        return None
    rest = [word for word in reader.words[text.end :] if word.isalpha() and not is_stop_word(word)]
    if text.assumed is None:
        return text.instrument, not rest
    bodies = _Reader(publisher)
    committee = next(filter(None, (bodies.committee(at)[0] for at in range(len(bodies.words)))), None)
    known = committee and text.instrument.number
    return (bodies.table.comment(committee, known), not rest) if committee and known else None


class _Reader:
    """The tokens of a question, and what can be read from each of them on."""

    def __init__(self, question: str) -> None:
        self.question = question[:_LONGEST]
        self.spans = [match.span() for match in _TOKEN.finditer(self.question)]
        self.words = [fold(self.question[start:end]) for start, end in self.spans]
        self.table = load()

    def references(self) -> Iterator[Reference]:
        """Every reference, in order; a treaty alone only where the question says nothing else."""
        first = 0
        while first < len(self.words):
            places, after = self.places(first)
            begin = self.past(after) if places else first
            text = self.behind(places, begin) if places else self.text(first)
            if text is None:
                first += 1
                continue
            end = text.end
            if not places:
                places, after = self.fragment(end) or self.places(self.past(end))
                if places and places[0].addresses[0].startswith(_ARTICLES) and not text.instrument.treaty:
                    places = []  # those of a treaty that is named behind them
                end = after if places else end
            named = self.question[self.spans[begin][0] : self.spans[text.end - 1][1]]
            yield from self.cited(first, end, text, places, named)
            first = end

    def behind(self, places: Sequence[_Place], first: int) -> _Text | None:
        """The text that places belong to: what has articles is a treaty or law."""
        treaty = self.treaty(first) if places[0].addresses[0].startswith(_ARTICLES) else None
        return treaty or self.text(first)

    def cited(
        self, first: int, end: int, text: _Text, places: Sequence[_Place], named: str
    ) -> Iterator[Reference]:
        """A reference for each place, or one to the whole text."""
        start, stop = self.spans[first][0], self.spans[end - 1][1]
        whole = Reference(
            typed=self.question[start:stop],
            span=(start, stop),
            instrument=text.instrument,
            named=named,
            assumed=text.assumed,
            language=text.language or _language(self.words[first:end]),
        )
        treaty = text.instrument.treaty
        if not treaty:
            places = [each for each in places if not each.addresses[0].startswith(_ARTICLES)]
        for place in places:
            yield replace(whole, places=place.addresses, printed=place.printed, cut=place.cut)
        alone = covers(self.question, [whole]) and (text.language or whole.typed.isupper())
        if not places and (alone or not treaty):
            yield whole

    def text(self, first: int) -> _Text | None:
        """The text that is cited from ``first`` on."""
        return self.symbol(first) or self.opinion(first) or self.comment(first) or self.treaty(first)

    def symbol(self, first: int) -> _Text | None:
        """A symbol of the United Nations."""
        start = self.spans[first][0] if first < len(self.spans) else len(self.question)
        found = _SYMBOL.match(self.question, start)
        if found is None or not any(map(str.isdecimal, found[0])):
            return None
        end = next((at for at, span in enumerate(self.spans) if span[0] >= found.end()), len(self.spans))
        return _Text(self.table.of_symbol(found[0]), end)

    def opinion(self, first: int) -> _Text | None:
        """An advisory opinion: "OC-21/14", "Opinión Consultiva 21 de 2014"."""
        named = tuple(self.words[first : first + 2]) in _OPINIONS
        place = self.sign(first + 2) if named else first
        if self.word(place) == "oc":
            place += 2 if self.word(place + 1) in _UP_TO else 1
        elif not named:
            return None
        number = self.number(place)
        if number is None:
            return None
        written = self.word(place + 1) in ("/", "de", "of")
        year = self.number(place + 2) if written else None
        opinion = self.table.opinion(number, year)
        return _Text(opinion, place + (1 if year is None else 3)) if opinion else None

    def comment(self, first: int) -> _Text | None:
        """A general comment or recommendation, its committee before it or behind its number."""
        committee, place = self.committee(first)
        place += committee is not None and self.word(place) in (",", "-", ":")
        head = next((each for each in _HEADS if tuple(self.words[place : place + len(each)]) == each), ())
        number = self.number(place := self.sign(place + len(head))) if head else None
        if number is None:
            return None
        usual, joint = _COMMENTS[head]
        numbers, named, end = self.numbers(number, place + 1, joint=joint)
        committee = committee or named
        if (len(numbers) > 1 or (joint and not committee)) and (both := self.table.joint(numbers)):
            committee, number = both
        assumed = None if committee else self.table.committees[usual].titles
        return _Text(self.table.comment(committee or usual, number), end, assumed=assumed)

    def numbers(self, first: int, place: int, *, joint: bool) -> tuple[list[int], str | None, int]:
        """The numbers of a (joint) general comment, the committee that follows them, where they end."""
        found = [first]
        while True:
            place = self.year(place)
            committee, after = self.committee(self.past(place))
            if committee and self.word(self.past(after)) not in _ARTICLE:
                place = after + (self.word(after) == ")")
            else:
                committee = None
            between = self.word(place) == "/" or (joint and self.word(place) in _MORE | _UP_TO)
            following = self.number(self.sign(place + 1)) if between and len(found) < MOST else None
            if following is None:
                return found, committee, place
            found.append(following)
            place = self.sign(place + 1) + 1

    def year(self, place: int) -> int:
        """Behind "(2013)"."""
        in_brackets = self.word(place) == "(" and self.word(place + 2) == ")"
        return place + 3 if in_brackets and len(self.word(place + 1)) == _YEAR else place

    def committee(self, first: int) -> tuple[str | None, int]:
        """The committee that is named from ``first`` on, and where its name ends."""
        if found := self.table.committee_names.named(self.words, first):
            return found[0], found[2]
        place = first + (self.word(first) in _COMMITTEE)
        short = self.table.committee_names.abbreviated(self.word(place))
        if short is None:
            return None, first
        return short, place + 1 + (self.word(place + 1) in _COMMITTEE)

    def treaty(self, first: int) -> _Text | None:
        """A treaty, declaration or law by its name or abbreviation."""
        names = self.table.instrument_names
        if found := names.named(self.words, first):
            id, language, end = found
            if id == OTHER or self.before(first) in _ANOTHER:
                return None
            return _Text(self.table.instruments[id], end, language=language)
        short = names.abbreviated(self.word(first))
        if short is None or self.word(first + 1) in ("/", *_COMMITTEE):
            return None
        return _Text(self.table.instruments[short], first + 1)

    def before(self, place: int) -> str:
        """The last word before a place that is not a small one."""
        for at in range(place - 1, max(place - 1 - _MOST_BETWEEN, -1), -1):
            if self.words[at] not in _BETWEEN and not is_stop_word(self.words[at]):
                return self.words[at]
        return ""

    def places(self, first: int) -> tuple[list[_Place], int]:
        """The places that are listed from ``first`` on, ranges written out, and where the list ends."""
        word = self.word(first)
        if word not in _PARAGRAPH and word not in _ARTICLE:
            return [], first
        kind = _ARTICLES if word in _ARTICLE else "p"
        found: list[_Place] = []
        place = self.sign(first + 1 + (self.word(first + 1) == word))
        end = first
        while len(found) < MOST and (read := self.place(kind, place)):
            found.append(read[0])
            end = read[1]
            last = self.number(end + 1) if self.word(end) in _UP_TO else None
            if last is not None:
                found += self.range(kind, self.number(place) or 0, last)
                end += 2
            place = end + 1
            if self.word(end) not in _MORE:
                break
            place += self.word(place) in _MORE
        return found, end

    def range(self, kind: str, first: int, last: int) -> list[_Place]:
        """The places behind the first one of a range, as many as are shown."""
        if not first < last <= first + _WIDEST_RANGE:
            return []
        shown = min(last, first + MOST_OF_A_RANGE - 1)
        names = [
            (number, f"{kind}{number}", *_printed(kind, f"{number}"))
            for number in range(first + 1, shown + 1)
        ]
        return [
            _Place((address,), (english, spanish), cut=number == shown < last)
            for number, address, english, spanish in names
        ]

    def place(self, kind: str, first: int) -> tuple[_Place, int] | None:
        """One paragraph or article, with what is named inside it."""
        number = self.number(first)
        if number is None:
            return None
        base, end = f"{number}", first + 1
        if self.word(end) in _AGAIN:
            base, end = f"{base}{self.word(end)}", end + 1
        elif self.word(end) in _ORDINAL and self.touches(end):
            end += 1
        inside: list[str] = []
        while len(inside) < _DEEPEST and (deeper := self.inside(kind, end)):
            inside.append(deeper[0])
            end = deeper[1]
        addresses = [".".join((kind + base, *inside[:depth])) for depth in range(len(inside), -1, -1)]
        printed = base + "".join(f"({each})" for each in inside)
        return _Place(tuple(addresses), _printed(kind, printed)), end

    def inside(self, kind: str, place: int) -> tuple[str, int] | None:
        """The part of a paragraph or article that is named next: "(1)", ".1", ", párr. 1", "inciso a)"."""
        if self.word(place) == "(" and self.word(place + 2) == ")" and _is_part(self.word(place + 1)):
            return self.word(place + 1), place + 3
        if self.word(place) == "." and self.touches(place) and self.touches(place + 1):
            return (self.word(place + 1), place + 2) if _is_part(self.word(place + 1)) else None
        if kind == "p" and _is_letter(self.word(place)) and self.touches(place):
            return self.word(place), place + 1
        place += self.word(place) == ","
        word = self.word(place)
        if word not in _INSIDE and not (kind == _ARTICLES and word in _PARAGRAPH):
            return None
        if kind == "p" and word in _PARAGRAPH:
            return None
        place = self.sign(place + 1)
        if not _is_part(self.word(place)):
            return None
        return self.word(place), place + 1 + (self.word(place + 1) == ")")

    def fragment(self, place: int) -> tuple[list[_Place], int] | None:
        """A place as kb itself writes it behind a symbol: "#p36"."""
        start = self.spans[place][0] if place < len(self.spans) else len(self.question)
        found = _FRAGMENT.match(self.question, start)
        if found is None:
            return None
        address = found[1].lower().rstrip(".")
        end = next((at for at, span in enumerate(self.spans) if span[0] >= found.end()), len(self.spans))
        paragraph = address[1:] if address[0] == "p" and address[1:].isdecimal() else None
        printed = (f"para. {paragraph}", f"párr. {paragraph}") if paragraph else (f"#{address}",) * 2
        return [_Place((address,), printed)], end

    def past(self, place: int) -> int:
        """Behind the small words and marks that may stand between a text and its place."""
        for _ in range(_MOST_BETWEEN):
            place += self.word(place) in _BETWEEN
        return place

    def sign(self, place: int) -> int:
        """Behind "No.", "núm.", "n.º", "#"."""
        for _ in range(_MOST_BETWEEN):
            place += self.word(place) == "." or self.word(place) in _NUMBER_SIGN
        return place

    def word(self, place: int) -> str:
        """The folded token there; nothing, behind the last."""
        return self.words[place] if place < len(self.words) else ""

    def number(self, place: int) -> int | None:
        """The number there, of up to four digits."""
        word = self.word(place)
        return int(word) if word.isascii() and word.isdecimal() and len(word) <= _YEAR else None

    def touches(self, place: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return 0 < place < len(self.spans) and self.spans[place - 1][1] == self.spans[place][0]


def _printed(kind: str, number: str) -> Names:
    names = ("art.", "art.") if kind == _ARTICLES else ("para.", "párr.")
    return f"{names[0]} {number}", f"{names[1]} {number}"


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isascii() and word.isalpha()


def _is_part(word: str) -> bool:
    """Whether a token can be the number or letter of something inside an article."""
    number = word.isascii() and word.isdecimal() and len(word) < _YEAR
    return number or _is_letter(word) or bool(_ROMAN.fullmatch(word))


def _language(words: Sequence[str]) -> str:
    spanish, english = not _SPANISH.isdisjoint(words), not _ENGLISH.isdisjoint(words)
    return "" if spanish == english else "es" if spanish else "en"
