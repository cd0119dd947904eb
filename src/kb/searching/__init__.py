"""The story of a question: parse, understand, match, and show the passages that answer.

Views call ``search`` and show the Page. Snippets are text and positions, never markup.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial

from kb import places
from kb.answers import DEEPEST_PAGE, SORTS, Expansion, FacetValue, Hit, HitPassage, Page, Reason, Suggestion
from kb.engines import Match
from kb.errors import Misuse, NotHeld
from kb.exporters import json
from kb.library import Library
from kb.messages import Message
from kb.query.days import years
from kb.query.excluding import expanded
from kb.query.matching import Marker
from kb.query.parse import LONGEST, parse
from kb.query.tree import FACETS, Concept, Filter, Query
from kb.query.typed import as_typed
from kb.query.understand import concepts, understand
from kb.query.wording import Written
from kb.records import Document, Passage
from kb.schema import Json
from kb.searching.excerpts import EXCERPT, excerpt
from kb.searching.marking import markers
from kb.searching.meaning import meaning
from kb.searching.reasons import leaf_names, reasons
from kb.searching.relaxing import Answer, First, Window, answer, finds, lacking
from kb.searching.spelling import read_words, suggestion
from kb.searching.suggesting import suggest
from kb.searching.topical import about_first, concerned, passages_on
from kb.searching.unheld import unheld
from kb.searching.versions import own_first, wide
from kb.thesaurus import Thesaurus, names

__all__ = [
    "EXCERPT",
    "MOST_HITS",
    "excerpt",
    "facet_label",
    "read_words",
    "record",
    "search",
    "suggest",
    "suggestions_record",
]

MOST_HITS = 100  # on one page
_NEAR_THE_TOP = 8  # passages
_SHORTEST_OPENING = 80  # characters; "Press release" and a letterhead are shorter
_ENDS = tuple(".!?…;)»”\"'")  # of what says something


def search(
    library: Library,
    text: str,
    *,
    limit: int = 10,
    page: int = 1,
    sort: str = "relevance",
    chosen: Iterable[tuple[str, str]] = (),
    expand: bool = True,
    off: Collection[str] = (),
    facets: tuple[str, ...] = FACETS,
    explain: bool = False,
    language: str = "en",
) -> Page:
    """What the knowledge base holds on a question.

    Args:
        library: where to look.
        text: the question, in the query language; nothing that can be typed is an error.
        limit: hits on a page, 1 to 100.
        page: which page, 1 to 100.
        sort: ``relevance``, ``newest`` or ``oldest``.
        chosen: facet values to narrow to, as (facet, value); values of one facet are alternatives.
        expand: whether the thesaurus adds the other names of a concept, and the lexicon translations.
        off: ids of concepts and folded words to which nothing is to be added.
        facets: which facets to count.
        explain: whether each hit comes with the reasons why it is where it is.
        language: of the labels of facets and topics.

    Raises:
        Misuse: a limit, page, sort or facet that does not exist.
    """
    _check(limit, page, sort, facets)
    typed, text = text, text[: LONGEST + 1]  # one more, so that it is said
    up_to_date = library.follow()
    lagging = library.topics_behind or (() if up_to_date else (_BEHIND,))
    meant = meaning(library, text, expand=expand, off=off, language=language)
    led = meant.lead
    query, narrowed = meant.query, _chosen(chosen)
    first = led.first(library, replace(query, filters=(*query.filters, *narrowed)))
    if sort == "relevance":
        query = about_first(query, narrowed)
    window = Window(limit, (page - 1) * limit, sort, facets, explain)
    answered = answer(library, query, narrowed, wide(window), First(first, led.ids))
    summary = cache(library.store.summary)
    cited = [match.id for match in first]
    answered = replace(answered, matches=own_first(library, text, answered.matches, window, cited, summary))
    query, matches = answered.query, answered.matches
    last = -(-matches.total // limit)
    beyond = _beyond(page, last) if 0 < last < page else ()
    wanted = _Wanted(
        markers(library, query.tree, [match.id for match in matches.matches]),
        frozenset(each.id for each in concepts(query.tree)),
        partial(
            reasons,
            names=(
                leaf_names(query, [each.reference for each in led.cited], library.thesaurus, language)
                if explain
                else {}
            ),
            thesaurus=library.thesaurus,
            language=language,
        ),
        frozenset(cited),
        led.documents,
        _lacking(library, answered, cited),
        concerned((*query.filters, *narrowed)),
        summary,
    )
    empty = bool(text.strip()) and not (query.tree or query.filters or led.cited)
    names = () if led.cited else unheld(library, meant.query)
    nothing = (_NOTHING_CHOSEN if narrowed else _NOTHING,) if empty else ()
    return Page(
        query=typed,
        total=matches.total,
        complete=answered.complete,
        page=page,
        limit=limit,
        hits=tuple(_hits(library, matches.matches, wanted, explain=explain)),
        references=tuple(each.citation(language) for each in led.cited),
        facets={
            name: _facet(name, values, library.thesaurus, language) for name, values in matches.facets.items()
        },
        expansions=_expansions(query, library.thesaurus, language),
        notices=_once(lagging, beyond, nothing, meant.notices, led.notices(language), names, query.notices),
        suggestion=None if led.alone else _suggestion(library, meant.typed, query.filters),
    )


def record(library: Library, page: Page, language: str = "en") -> Json:
    """A page of an answer as JSON, schema 1."""
    return json.page_record(page, library.thesaurus, language)


def suggestions_record(found: Iterable[Suggestion]) -> Json:
    """What ``suggest`` gave as JSON, schema 1."""
    return json.suggestions_record(found)


_BEHIND = Message(
    "The index is behind (documents are being added, or the disk is full); the newest may be missing."
)
_NOTHING = Message("Nothing in the question can be searched for; every document is listed.")
_NOTHING_CHOSEN = Message("Nothing in the question can be searched for; all that is chosen is listed.")


def _beyond(page: int, last: int) -> tuple[Message, ...]:
    return (Message("There is no page {page}; the last is page {last}.", {"page": page, "last": last}),)


def _once(*notices: Iterable[Message]) -> tuple[Message, ...]:
    """What there is to say, each sentence once."""
    return tuple({str(each): each for row in notices for each in row}.values())


def _suggestion(library: Library, parsed: Query, filters: tuple[Filter, ...]) -> str | None:
    """The question in another spelling, if that finds something."""
    text = suggestion(library, parsed)
    if text is None:
        return None
    meant = parse(text)
    query = understand(meant, library.thesaurus, library.lexicon)
    if meant.filters == parsed.filters:
        query = replace(query, filters=filters)
    return text if finds(library, query) else None


def _check(limit: int, page: int, sort: str, facets: tuple[str, ...]) -> None:
    if sort not in SORTS:
        raise Misuse('There is no order "{sort}"; there are {known}.', sort=sort, known=", ".join(SORTS))
    if not 1 <= limit <= MOST_HITS or not 1 <= page <= DEEPEST_PAGE:
        raise Misuse(
            "Pages go from 1 to {page} and hold 1 to {most} hits.",
            page=DEEPEST_PAGE,
            most=MOST_HITS,
        )
    for name in facets:
        if name not in FACETS:
            raise Misuse('There is no facet "{name}"; there are {known}.', name=name, known=", ".join(FACETS))


def _chosen(chosen: Iterable[tuple[str, str]]) -> tuple[Filter, ...]:
    """What narrows the answer, whatever fields were typed; values of one facet are alternatives."""
    values: dict[str, list[str]] = {}
    for name, value in chosen:
        if name in FACETS and value:
            # Some years in a row are alternatives like any.
            each = map(str, years(value)) if name == "year" else (value,)
            values.setdefault(name, []).extend(each)
    return tuple(
        Filter(name, tuple(dict.fromkeys(each)), exact=True, chosen=True) for name, each in values.items()
    )


# Showing -----------------------------------------------------------------------------------


_CITED = (Reason(Message("the question cites it, or what it is a digest of"), 1.0),)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What to make visible in a hit: leaves to mark, concepts to name first, why it is where it is."""

    markers: Mapping[str, Marker]  # by id
    concepts: frozenset[str]
    reasons: Callable[..., tuple[Reason, ...]]
    first: frozenset[str]  # the documents that were cited, and digests of texts that are not held
    cited: frozenset[str]
    lacking: Mapping[str, tuple[str, ...]]  # by id
    narrowed: tuple[str, ...]  # the topics and groups that were asked for
    summary: Callable[[str], Document]  # by id


def _hits(library: Library, matches: Iterable[Match], wanted: _Wanted, *, explain: bool) -> Iterator[Hit]:
    for match in matches:
        with suppress(NotHeld):  # taken out since the index was written
            hit = _hit(library, match, wanted)
            yield replace(hit, reasons=_CITED) if explain and hit.id in wanted.first else hit


def _hit(library: Library, match: Match, wanted: _Wanted) -> Hit:
    document = wanted.summary(match.id)
    marker = wanted.markers[match.id]
    if match.passages:
        passages = sorted(library.store.passages(match.id, match.passages), key=_is_bare)
    else:
        passages = passages_on(library, match.id, wanted.narrowed)
        passages = passages or _opening(library.store.passages(match.id, range(_NEAR_THE_TOP)))
    return Hit(
        id=document.id,
        title=document.title,
        title_marks=tuple(marker.marks(document.title, document.language)),
        kind=document.kind,
        language=document.language,
        published=document.published,
        publisher=document.publisher,
        topics=tuple(
            sorted((each.id for each in document.topics), key=lambda id_: id_ not in wanted.concepts)
        ),
        locations=document.locations,
        score=match.score,
        passages=tuple(_hit_passage(document, passage, marker) for passage in passages),
        digest_of=document.digest_of,
        warnings=document.warnings,
        reasons=wanted.reasons(match.shares, document=document),
        lacking=wanted.lacking.get(document.id, ()),
        cited=document.id in wanted.cited,
        edition=document.edition.number,
    )


def _lacking(library: Library, answered: Answer, cited: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    ids = [match.id for match in answered.matches.matches if match.id not in cited]
    return lacking(library, answered, ids) if answered.wanted else {}


def _is_bare(passage: Passage) -> bool:
    """Whether a passage is a headline, a letterhead or a label, which is shown behind what says something."""
    return len(passage.text) < _SHORTEST_OPENING and not passage.text.rstrip().endswith(_ENDS)


def _opening(passages: Sequence[Passage]) -> list[Passage]:
    """The first passage that says something, for a document that no word of the question led to."""
    prose = [each for each in passages if each.kind != "heading" and len(each.text) >= _SHORTEST_OPENING]
    return [*prose, *passages][:1]


def _hit_passage(document: Document, passage: Passage, marker: Marker) -> HitPassage:
    found = tuple(marker.marks(passage.text, passage.language))
    return HitPassage(
        address=f"{document.id}#{passage.address}",
        heading=" › ".join(passage.heading),
        number=passage.number,
        page=passage.page_from,
        page_label=passage.page_label,
        pages=passage.pages,
        language=passage.language,
        kind=passage.kind,
        text=passage.text,
        marks=found,
        excerpt=excerpt(passage.text, found, language=passage.language),
    )


def _facet(
    name: str, values: Mapping[str, int], thesaurus: Thesaurus, language: str
) -> tuple[FacetValue, ...]:
    shown = [
        FacetValue(value, facet_label(name, value, thesaurus, language), count)
        for value, count in values.items()
    ]
    if name == "year":
        return tuple(sorted(shown, key=lambda each: each.value, reverse=True))
    return tuple(sorted(shown, key=lambda each: (-each.count, each.label, each.value)))


def facet_label(name: str, value: str, thesaurus: Thesaurus, language: str) -> str:
    """A facet's value as people say it: the topic's label, the country's name ..."""
    if name in ("topic", "group"):
        return thesaurus.label(value, language)
    if name == "country":
        return places.label(value, language)
    if name == "year":
        return value.replace("..", "–")
    tables = {"kind": names.KINDS, "language": names.LANGUAGES}
    return names.name(tables[name], value, language) if name in tables else value


def _expansions(query: Query, thesaurus: Thesaurus, language: str) -> tuple[Expansion, ...]:
    found: dict[str, Expansion] = {}
    words = Written(query.text)
    for each in expanded(query.tree):
        also = tuple((other.label, other.language) for other in each.alternatives if other.shown)
        if also:
            concept = each.id if isinstance(each, Concept) else None
            typed = as_typed(each, words)
            label = thesaurus.label(concept, language) if concept else typed
            found.setdefault(concept or typed, Expansion(concept, label, typed, also))
    return tuple(found.values())
