"""What a question means here: what it cites, its concepts with their names, its words with translations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial

from kb import places
from kb.citing import texts
from kb.extractors.directory import every_name, every_name_of_a_body
from kb.library import Library
from kb.messages import Message
from kb.places.prefilter import may_name_country
from kb.query.asking import asked
from kb.query.field_names import without_blanks
from kb.query.fields import Fields
from kb.query.parse import parse
from kb.query.people import people
from kb.query.said_dates import alone, offered
from kb.query.tree import Query
from kb.query.understand import understand
from kb.query.wording import prepared, shortened
from kb.searching.cited import Lead, lead
from kb.searching.joined import joined
from kb.searching.namesakes import told_apart
from kb.searching.nearby import nearby
from kb.searching.resting import resting
from kb.searching.values import unheld
from kb.text.folding import fold
from kb.text.words import WORD, bare, folded_words


@dataclass(frozen=True, slots=True)
class Meaning:
    """A question as it was typed and as it is understood."""

    lead: Lead  # what it cites
    typed: Query  # the rest, parsed, nothing added
    query: Query
    notices: tuple[Message, ...]  # of names in ``off`` that nobody knows


def meaning(
    library: Library, text: str, *, expand: bool = True, off: Collection[str] = (), language: str = "en"
) -> Meaning:
    """What ``text`` means; to the concepts and words of ``off`` (any of their names) nothing is added."""
    text = without_blanks(text)
    led = lead(library, text, language)
    acronyms = [each for each in map(bare, WORD.findall(text)) if each.isupper() and every_name(each)]
    typed = replace(parse(alone(led.rest) or led.rest, acronyms), text=text)
    switched, unknown = _switched_off(library, text, off)
    switched |= people(text)
    fields = Fields(library.thesaurus, every_name_of_a_body if expand else None, partial(texts, library))
    query = understand(
        typed,
        library.thesaurus,
        library.lexicon,
        expand=expand,
        off=switched,
        organisations=every_name,
        countries=places.every_name if may_name_country(text) else None,
        fields=fields,
    )
    if expand:
        query = told_apart(library, asked(query, library.thesaurus, library.lexicon, switched))
        query = nearby(library, joined(library, query), switched)
        query = told_apart(library, query)
    query = replace(query, notices=(*query.notices, *unheld(library, fields, typed), *offered(led.rest)))
    query = led.beside(query, expand=expand, off=switched)
    query = resting(library, led, query, language=language, expand=expand)
    return Meaning(led, typed, query, unknown)


def _switched_off(
    library: Library, text: str, off: Collection[str]
) -> tuple[frozenset[str], tuple[Message, ...]]:
    """The ids of concepts and folded words to which nothing is to be added, and a notice for each unknown."""
    asked = frozenset(folded_words(prepared(text))) if off else frozenset()
    switched, unknown = set(), []
    for name in off:
        concept = library.thesaurus.named(name) or library.thesaurus.abbreviated(fold(name))
        words = folded_words(name)
        translated = _translations(library, asked, fold(name))
        switched |= {fold(name), "".join(words), *translated} | ({concept} if concept else set())
        if not (concept or translated or asked.issuperset(words)):
            told = Message(
                'There is no concept "{name}", and no such word in the question; nothing was left out.',
                {"name": shortened(name)},
            )
            unknown.append(told)
    return frozenset(switched), tuple(unknown)


def _translations(library: Library, asked: Collection[str], name: str) -> list[str]:
    """The words of the question that the lexicon translates as a name."""
    lexicon = library.lexicon
    return [
        word
        for word in asked
        for pair in (lexicon.pairs if lexicon else ())
        if lexicon and name in map(fold, lexicon.translations(word, *pair))
    ]
