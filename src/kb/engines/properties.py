"""What of a document can be filtered and counted, the same for every engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kb.query.tree import Filter
from kb.records import Document
from kb.text.folding import fold
from kb.text.words import WORD


def title_text(document: Document) -> str:
    """What is searched as the title: the title, and the symbol of the document or of what it digests."""
    about = document.digest_of.symbol if document.digest_of else None
    return "\n".join(filter(None, (document.title, document.symbol, about)))


def facet_values(document: Document) -> dict[str, tuple[str, ...]]:
    """The values of each facet, as they are counted and shown."""
    year = document.published.year if document.published else None
    return {
        "topic": tuple(topic.id for topic in (*document.topics, *document.passage_topics)),
        "group": tuple(group.id for group in document.groups),
        "kind": (document.kind,),
        "country": document.countries,
        "language": (document.language,),
        "publisher": (document.publisher,) if document.publisher else (),
        "year": (str(year),) if year else (),
    }


def filter_values(document: Document) -> dict[str, tuple[str, ...]]:
    """The values that a filter is compared with: the facets' own, names with acronyms, and ``subject``.

    A subject is a topic of the document as a whole.
    """
    publisher = document.publisher or ""
    acronyms = [each.acronym for each in document.organisations if each.name == publisher]
    names = [name for each in document.organisations for name in (each.name, each.acronym)]
    return {
        **facet_values(document),
        "publisher": tuple(name for name in (publisher, *acronyms) if name),
        "organisation": tuple(name for name in (publisher, *acronyms, *names) if name),
        "person": tuple(_people(document)),
        "place": (document.place,) if document.place else (),
        "subject": tuple(topic.id for topic in document.topics),
        "id": (document.id,),
        "symbol": (document.symbol,) if document.symbol and document.kind != "digest" else (),
    }


def _people(document: Document) -> Iterator[str]:
    """Everybody the document names or lets speak."""
    yield from (person.name for person in document.people)
    yield from (quote.speaker for quote in document.quotes if quote.speaker)


def facet_of(condition: Filter) -> str:
    """The facet whose counts the filter does not narrow: its own, where its values were chosen there.

    A field that was typed narrows its own facet too: what is chosen there narrows further.
    """
    return condition.field if condition.chosen else ""


def ranked(counts: Counter[str]) -> dict[str, int]:
    """The counts of a facet, highest first, equals in alphabetical order."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def words_of(value: str) -> list[str]:
    """The folded words of a property's value.

    >>> words_of("best-interests"), words_of("UNICEF México")
    (['best', 'interests'], ['unicef', 'mexico'])
    """
    return [fold(match[0]) for match in WORD.finditer(value)]


def interval(document: Document) -> tuple[int, int] | None:
    """The days, yyyymmdd, on which the document may have been published."""
    return document.published.interval if document.published else None


def date_order(document: Document) -> int:
    """A number that sorts documents by date; 0 when there is none."""
    found = interval(document)
    return found[0] if found else 0


def value_passes(value: str, condition: Filter) -> bool:
    """Whether one value of the property is what the filter wants."""
    if condition.exact:
        return value in condition.values
    words = words_of(value)
    if condition.field == "symbol":  # that of a joint text is two: CMW/C/GC/3-CRC/C/GC/22 is no CRC/C/GC/3
        return any(_is_in_a_row(words_of(wanted), words) for wanted in condition.values)
    return any(set(words).issuperset(words_of(wanted)) for wanted in condition.values)


def _is_in_a_row(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def interval_passes(days: tuple[int, int] | None, condition: Filter) -> bool:
    """Whether a date may lie within the days of the filter."""
    first, last = condition.first or 0, condition.last or 99999999
    return days is not None and days[0] <= last and first <= days[1]
