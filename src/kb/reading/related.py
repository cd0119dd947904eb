"""The story of what else to read: the documents near a document or passage, and why.

Asked for are its topics (of a passage, those that it names), under their names in both languages, its
telling words that are in none of these names, with their translations, pairs of words that it repeats,
its organisations and countries. Words and topics count
what the engine gives them for a question (``kb.engines.ranking``); a shared name counts by how few
documents have it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from kb import places
from kb.answers import Reason, Related, Shown
from kb.citing import is_same_text
from kb.engines import Match
from kb.engines.ranking import idf
from kb.exporters import json
from kb.library import Library
from kb.messages import Message
from kb.query.tree import All, Any, Concept, Filter, Leaf, Node, Phrase, Query, Translated, Word
from kb.query.understand import understand
from kb.reading import show
from kb.reading.keywords import GENERAL, Keywords, telling
from kb.records import Document, Passage
from kb.schema import Json
from kb.text.words import terms

_TOPICS = 6
_LOOKED_AT = 60  # documents that are compared
_ORGANISATION = 0.4  # of its idf, for an organisation that both name; chosen by hand
_COUNTRY = 0.25
_REASONS = 5
_NAMED = 4  # words or names in one reason


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is looked for: words and pairs of them, topics, and names with how much each counts."""

    tree: Node | None
    organisations: Mapping[str, float]
    countries: Mapping[str, float]
    keywords: Keywords


def related(library: Library, address: str, *, limit: int = 10, language: str = "en") -> list[Related]:
    """The documents nearest to what an address leads to, nearest first.

    The document itself is not among them; translations, digests and the original of a digest come
    last, and say what they are.

    Raises:
        NotHeld: there is no such document or passage.
    """
    shown = show(library, address, language)
    library.follow()
    looked = _looked(library, shown)
    found = [
        each
        for match in _matches(library, looked)
        if match.id != shown.document.id
        and (each := _related(library, shown.document, match, looked, language))
    ]
    found.sort(key=lambda each: (-each.score, each.id))
    same = [each for each in found if each.relation]
    others = [each for each in found if not each.relation]
    room = max(limit - len(same), -(-limit // 2))  # the near ones come first however few are asked for
    return [*others[:room], *same][:limit]


def record(address: str, found: Iterable[Related], language: str = "en") -> Json:
    """What is near an address as JSON, schema 1."""
    return json.related_record(address, found, language)


# What is looked for ------------------------------------------------------------------------


def _looked(library: Library, shown: Shown) -> _Looked:
    document = shown.document
    places_ = {each.address for each in shown.passages}
    topics = _named(library, shown.passages) if places_ else [each.id for each in document.topics]
    bodies = [each.name for each in document.organisations if not places_ or each.evidence.passage in places_]
    countries = [] if places_ else document.countries
    keywords = telling(library, shown)
    labels = [
        Phrase(tuple(term.folded for term in terms(label, document.language) if term.position >= 0))
        for topic in topics[:_TOPICS]
        for label in [library.thesaurus.label(topic, document.language)]
    ]
    named = {word for label in labels for word in label.words}
    bare = [Word(word) for word in keywords.words if word not in named]
    words: list[Node] = [*map(Phrase, keywords.pairs), *bare]
    tree = Any((*(_leaf(label) for label in labels), *words)) if labels or words else None
    query = understand(Query(tree=tree), library.thesaurus, library.lexicon)
    counts = library.engine.search(Query(), limit=1, facets=("country",)).facets["country"]
    held = library.remembered(_bodies)
    total = library.engine.documents
    return _Looked(
        query.tree,
        {name: _ORGANISATION * idf(total, held.get(name, 1)) for name in bodies},
        {code: _COUNTRY * idf(total, counts.get(code, 1)) for code in countries},
        keywords,
    )


def _named(library: Library, passages: Iterable[Passage]) -> list[str]:
    """The topics that passages name, the oftenest first; a document's evidence is of a few places."""
    counts: Counter[str] = Counter()
    for each in passages:
        names = library.thesaurus.names(terms(each.text, each.language), each.text, each.language)
        counts.update(found.concept for found in library.thesaurus.topics(names) if not found.worded)
    return [concept for concept, _ in counts.most_common()]


def _leaf(phrase: Phrase) -> Word | Phrase:
    return phrase if len(phrase.words) > 1 else Word(phrase.words[0])


def _bodies(library: Library) -> dict[str, int]:
    return {name: count for name, _, count in library.store.organisations()}


# What is found -----------------------------------------------------------------------------


def _matches(library: Library, looked: _Looked) -> list[Match]:
    """The documents that have the words or topics, best first, then those that have the names."""
    found: dict[str, Match] = {}
    if looked.tree:
        query = Query(tree=looked.tree)
        matches = library.engine.search(query, limit=_LOOKED_AT, facets=(), explain=True).matches
        found = {match.id: match for match in matches}
    rare = sorted(looked.organisations, key=lambda name: -looked.organisations[name])[:_TOPICS]
    if rare:
        named = Query(filters=(Filter("organisation", tuple(rare), exact=True),))
        for match in library.engine.search(named, limit=_LOOKED_AT, facets=()).matches:
            found.setdefault(match.id, replace(match, score=0.0))
    return list(found.values())


def _related(
    library: Library, document: Document, match: Match, looked: _Looked, language: str
) -> Related | None:
    other = library.store.summary(match.id)
    reasons: list[tuple[Message, float]] = [
        *_shared_words(library, match, other, looked, document.language, language)
    ]
    names = [each.name for each in other.organisations if each.name in looked.organisations]
    if names:
        told = Message("both name {names}", {"names": _listed(names)})
        reasons.append((told, sum(looked.organisations[name] for name in names)))
    codes = [code for code in other.countries if code in looked.countries]
    if codes:
        labels = [places.label(code, language) for code in codes]
        told = Message("both concern {names}", {"names": _listed(labels)})
        reasons.append((told, sum(looked.countries[code] for code in codes)))
    score = sum(worth for _, worth in reasons)
    if score <= 0:
        return None
    reasons.sort(key=lambda pair: -pair[1])
    return Related(
        id=other.id,
        title=other.title,
        kind=other.kind,
        language=other.language,
        published=other.published,
        publisher=other.publisher,
        relation=_relation(document, other),
        score=round(score, 6),
        reasons=tuple(Reason(message, worth / score) for message, worth in reasons[:_REASONS]),
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(islice(dict.fromkeys(names), _NAMED))


def _shared_words(
    library: Library, match: Match, other: Document, looked: _Looked, spoken: str | None, language: str
) -> Iterator[tuple[Message, float]]:
    """A reason for each topic that both have, one for what else they speak of, and one for bare words."""
    topics, words, labels = _owners(looked.tree, None if other.language == spoken else other.language)
    carried = {each.id for each in other.topics}
    about: dict[str, float] = defaultdict(float)
    said: dict[str, float] = defaultdict(float)
    spelled: dict[tuple[str, str], float] = defaultdict(float)  # by word, and how it is said there
    for leaf, _, topic, score in match.shares:
        concept = topic or topics.get(leaf, "")
        owner = words.get(leaf) or words.get(
            replace(leaf, exact=False) if isinstance(leaf, Word) else leaf, ()
        )
        if concept in carried:
            about[concept] += score
        elif concept:
            said[library.thesaurus.label(concept, language)] += score
        elif len(owner) > 1:
            said[looked.keywords.pairs[owner]] += score
        else:
            word = "".join(owner)
            everyday = word in looked.keywords.general
            spelled[word, labels.get(leaf, "")] += score * (GENERAL if everyday else 1)
    for concept, score in about.items():
        yield (
            Message('both are about "{label}"', {"label": library.thesaurus.label(concept, language)}),
            score,
        )
    if said:
        best = _listed(sorted(said, key=lambda each: -said[each]))
        yield Message("both speak of {words}", {"words": best}), sum(said.values())
    in_pairs = {word for pair, text in looked.keywords.pairs.items() if text in said for word in pair}
    yield from _bare(spelled, looked.keywords, in_pairs)


def _bare(
    spelled: Mapping[tuple[str, str], float], keywords: Keywords, in_pairs: set[str]
) -> Iterator[tuple[Message, float]]:
    """A reason for the bare words that both have, and one for those that the other has in translation."""
    same = {word for word, label in spelled if not label}
    here: dict[tuple[str, str], float] = defaultdict(float)
    for (word, _), worth in spelled.items():
        if word in same:
            here[word, ""] += worth
    if told := _words(here, keywords, in_pairs):
        yield Message("both have the words {words}", {"words": told}), sum(here.values())
    there = {pair: worth for pair, worth in spelled.items() if pair[0] not in same}
    if told := _words(there, keywords, in_pairs):
        yield Message("both say, each in its own language, {words}", {"words": told}), sum(there.values())


def _words(worths: Mapping[tuple[str, str], float], keywords: Keywords, in_pairs: set[str]) -> str:
    """The words that count most, everyday ones last, each with its translation where it has one."""
    bare = [pair for pair in worths if pair[0] in keywords.words and pair[0] not in in_pairs]
    bare.sort(key=lambda pair: (pair[0] in keywords.general, -worths[pair]))
    told: dict[str, str] = {}
    for word, label in bare:
        told.setdefault(word, f"{keywords.words[word]} ({label})" if label else keywords.words[word])
    return _listed(told.values())


_Owned = tuple[dict[Leaf | None, str], dict[Leaf | None, tuple[str, ...]], dict[Leaf | None, str]]


def _owners(tree: Node | None, language: str | None) -> _Owned:
    """What a leaf stands for: a concept; the word or words of the text; what a word is in ``language``."""
    topics: dict[Leaf | None, str] = {}
    words: dict[Leaf | None, tuple[str, ...]] = {}
    labels: dict[Leaf | None, str] = {}
    for part in tree.parts if isinstance(tree, All | Any) else filter(None, (tree,)):
        match part:
            case Concept(id=id_, leaf=leaf):
                topics |= dict.fromkeys((leaf, *_typed(part.typed), *_others(part)), id_)
            case Translated(typed=Word(folded) as typed):
                words |= dict.fromkeys((typed, *_others(part)), (folded,))
                for other in part.alternatives:
                    if other.language == language:
                        labels.setdefault(other.leaf if other.weight else typed, other.label)
            case Word(folded):
                words[part] = (folded,)
            case Phrase():
                words[part] = part.words
            case _:
                continue
    return topics, words, labels


def _others(part: Concept | Translated) -> Iterator[Leaf]:
    return (other.leaf for other in part.alternatives)


def _typed(node: Node) -> Iterator[Leaf]:
    match node:
        case Word():
            yield from (node, replace(node, exact=True))
        case All(parts):
            for part in parts:
                yield from _typed(part)
        case Phrase():
            yield node
        case _:
            return


def _relation(document: Document, other: Document) -> str | None:
    """What the other is to the document, where it is the same matter."""
    if not is_same_text(document, other):
        return None
    if other.digest_of and not document.digest_of:
        return "digest"
    if document.digest_of and not other.digest_of:
        return "original"
    return "translation" if other.language != document.language else None
