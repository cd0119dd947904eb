"""A question and its address: all that decides what a page of results shows.

    /?q=best+interests&topic=asylum&topic=return&language=es&sort=newest&page=2&exact=1&lang=es

What must stay true: reading an address that was written here gives the same question, and the
same question has one address.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from kb.answers import DEEPEST_PAGE, SORTS
from kb.messages import LANGUAGES
from kb.query.parse import LONGEST
from kb.query.tree import FACETS

if TYPE_CHECKING:
    from starlette.requests import Request

FILTERS = ("topic", "group", "kind", "language", "country", "publisher", "year")  # in the order shown
_OF_PAGES = ("edition", "at", "cite", "all")  # names that say which part of what is shown
MOST_CHOSEN = 40  # facet values in one address; more would only make a page of chips


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: words, chosen facet values, order, page."""

    text: str = ""
    chosen: tuple[tuple[str, str], ...] = ()
    sort: str = SORTS[0]
    page: int = 1
    exact: bool = False
    off: tuple[str, ...] = ()  # concepts and words to which nothing is added
    why: str = ""  # the id of the hit that tells why it is where it is
    language: str | None = None  # of the page, where the address names it

    @property
    def asked(self) -> bool:
        """Whether anything is asked for; else the start page is shown."""
        return replace(self, language=None, why="") != Question()

    @property
    def beside(self) -> list[tuple[str, str]]:
        """What a form carries along unseen beside the words and the facets."""
        return [pair for pair in self._pairs() if pair[0] in ("sort", "exact", "off", "lang")]

    def address(self, **changes: Any) -> str:
        """The address of this question with some things changed, from its first page on.

        >>> Question("a b", page=3).address(), Question("a b", page=3).address(page=4)
        ('/?q=a+b', '/?q=a+b&page=4')
        """
        return _with("/", replace(self, **{"page": 1, "why": "", **changes})._pairs())

    def explained(self, hit: str = "") -> str:
        """The address of this page where a hit tells why it is where it is; without one, none does.

        >>> Question("a b", page=2).explained("crc-c-gc-14")
        '/?q=a+b&page=2&why=crc-c-gc-14'
        """
        return self.address(page=self.page, why=hit)

    @property
    def feed(self) -> str:
        """The address of this question as a feed of its newest documents."""
        return _with("/feed.atom", replace(self, sort=SORTS[0], page=1, why="")._pairs())

    def narrowed(self, facet: str, value: str) -> str:
        """The address with a facet value chosen."""
        others = tuple(pair for pair in self.chosen if pair != (facet, value))
        return self.address(chosen=(*others, (facet, value)))

    def widened(self, facet: str, value: str) -> str:
        """The address without that choice."""
        return self.address(chosen=tuple(pair for pair in self.chosen if pair != (facet, value)))

    def switched_off(self, name: str) -> str:
        """The address where nothing is added to a concept or word."""
        return self.address(off=tuple(sorted({*self.off, name})))

    def about(self, facet: str, value: str) -> str:
        """The address of all documents with a facet value, whatever is asked now."""
        return Question(language=self.language).narrowed(facet, value)

    def document(self, name: str, place: str = "") -> str:
        """The address of a document or passage, where the words of the question are marked.

        >>> Question("a b").document("crc-c-gc-14", "p36")
        '/documents/crc-c-gc-14?q=a+b&at=p36#p36'
        """
        pairs = [pair for pair in self._pairs() if pair[0] in ("q", "exact", "off", "lang")]
        # No server sees a fragment, and only with it a long text is shown at the right part.
        pairs += [("at", place)] if place else []
        return _with(f"/documents/{quote(name, safe='')}", pairs) + (f"#{quote(place)}" if place else "")

    def bare(self, path: str) -> str:
        """The address of a page that has nothing to do with the question."""
        return _with(path, [pair for pair in self._pairs() if pair[0] == "lang"])

    def switched(self, language: str, given: Iterable[tuple[str, str]] = ()) -> str:
        """This very page in another language, as an address relative to it.

        What the page was ``given`` beside a question stays: the edition, the part of a long text.

        >>> Question("a b").switched("es", [("q", "a b"), ("edition", "1"), ("at", "p36")])
        '?q=a+b&lang=es&edition=1&at=p36#p36'
        """
        pairs = replace(self, language=language)._pairs()
        pairs += [(name, value) for name, value in given if name in _OF_PAGES and value]
        place = next((value for name, value in pairs if name in ("cite", "at")), "")
        return "?" + urlencode(pairs) + (f"#{quote(place)}" if place else "")

    def _pairs(self) -> list[tuple[str, str]]:
        """Names and values in one fixed order; what is left as it always is stays unsaid."""
        chosen = sorted(self.chosen, key=lambda pair: (FILTERS.index(pair[0]), pair[1]))
        pairs = [
            ("q", self.text),
            *chosen,
            ("sort", self.sort if self.sort != SORTS[0] else ""),
            ("page", str(self.page) if self.page != 1 else ""),
            ("exact", "1" if self.exact else ""),
            *(("off", name) for name in self.off),
            ("why", self.why),
            ("lang", self.language or ""),
        ]
        return [pair for pair in pairs if pair[1]]


def question_of(request: Request) -> Question:
    """The question that the address of a request asks."""
    return read(request.query_params.multi_items())


def joined(address: str, values: Mapping[str, str]) -> str:
    """An address with further names and values; those without a value are left out.

    >>> joined("/documents/a?q=b", {"edition": "1", "at": ""}), joined("/matrix", {"all": "1"})
    ('/documents/a?q=b&edition=1', '/matrix?all=1')
    """
    told = urlencode({name: value for name, value in values.items() if value})
    return f"{address}{'&' if '?' in address else '?'}{told}" if told else address


def read(pairs: Iterable[tuple[str, str]]) -> Question:
    """The question that the names and values of an address ask.

    A page that is no number is the first, one beyond all the last; what nobody knows is passed over.

    >>> read([("q", "asylum "), ("topic", "return"), ("page", "x"), ("colour", "red")]).address()
    '/?q=asylum&topic=return'
    >>> len(read([("topic", str(number)) for number in range(700)]).chosen) == MOST_CHOSEN
    True
    """
    pairs = list(pairs)
    one: Mapping[str, str] = dict(reversed(pairs))  # the first of each name
    wanted = [(name, _written(name, value.strip())) for name, value in pairs if name in FACETS]
    chosen = dict.fromkeys(wanted[:MOST_CHOSEN])
    return Question(
        text=one.get("q", "").strip()[: LONGEST + 1],  # one more, so that it is said
        chosen=tuple(pair for pair in chosen if pair[1]),
        sort=one["sort"] if one.get("sort") in SORTS else SORTS[0],
        page=_number(one.get("page", "")),
        exact=one.get("exact", "") not in ("", "0"),
        off=tuple(sorted({value for name, value in pairs if name == "off" and value})[:MOST_CHOSEN]),
        why=one.get("why", ""),
        language=one["lang"] if one.get("lang") in LANGUAGES else None,
    )


def _written(facet: str, value: str) -> str:
    """As the facets write it: codes of countries in capitals, whatever somebody typed."""
    return value.upper() if facet == "country" else value


def _number(text: str) -> int:
    try:
        return max(1, min(int(text), DEEPEST_PAGE))
    except ValueError:
        return 1


def _with(path: str, pairs: list[tuple[str, str]]) -> str:
    return f"{path}?{'&'.join(map(_encoded, pairs))}" if pairs else path


@lru_cache(maxsize=1 << 10)  # a page has a hundred addresses, nearly all with the same words
def _encoded(pair: tuple[str, str]) -> str:
    return urlencode([pair])
