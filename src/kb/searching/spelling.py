"""Did you mean ...? A question with other spellings for words that are in no document.

Nothing is replaced: the answer to what was typed stays, and the other question is offered beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kb.extractors.directory import every_name
from kb.library import Library
from kb.query.spelling import Near as NearWord
from kb.query.spelling import Speller, farthest, respelled
from kb.query.spoken import spoken
from kb.query.tree import All, Any, Near, Node, Not, Phrase, Query, Word
from kb.query.understand import understand
from kb.searching.value_spelling import with_values
from kb.text.folding import fold, normalise
from kb.text.sounds import cost
from kb.text.words import STOP_WORDS_OF, WORD, is_stop_word, stem, terms
from kb.thesaurus import LANGUAGES
from kb.thesaurus.concept import Concept

_FEW = 2  # documents; a word that more of them have is no typing error
_COMMONER = 10  # times as many documents have the word that may have been meant
_ONE_ERROR = 1.0
_UNKNOWN = 3  # the distance of a word from what the lexicon has
_MOST_NEAR = 8  # words that are looked up in the documents
_LONGEST_ACRONYM = 5  # letters
_SHORTEST_PART = 3  # letters of a word that was written together with another


def suggestion(library: Library, query: Query) -> str | None:
    """The question as it may have been meant, with accents; None where every word is known.

    ``query`` is as it was parsed, nothing added.
    """
    text = normalise(query.text)
    acronyms = () if text.isupper() else {fold(each) for each in WORD.findall(text) if _is_acronym(each)}
    wanted = [word for word in dict.fromkeys(_words(query.tree)) if word not in acronyms]
    languages = spoken(text, library.lexicon)
    better = {word: found for word in wanted if (found := _better(library, word, wanted, languages))}
    written = {word: " ".join(_as_written(library, each) for each in found) for word, found in better.items()}
    spans = {
        _with_stars(text, term.start, term.end): written[term.folded]
        for term in terms(text, "")
        if term.folded in written
    }
    meant = with_values(library, query.filters, respelled(text, spans))
    return meant if meant != text else None


def read_words(library: Library, beginning: str) -> None:
    """Read what a misspelt word is compared with that begins so; else the first such word waits for it."""
    library.remembered(_speller).begun(beginning)


def _with_stars(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a word with the stars at it, which mean nothing once the word is another."""
    while text[start - 1 : start] == "*":
        start -= 1
    while text[end : end + 1] == "*":
        end += 1
    return start, end


def _is_acronym(word: str) -> bool:
    """Whether a word is a few capitals: "CURP" is not "cure" in another spelling."""
    return word.isupper() and len(word) <= _LONGEST_ACRONYM


def _words(node: Node | None) -> Iterator[str]:
    """The words that were typed to be found or left out, but for those that are meant just so."""
    match node:
        case Word(folded, exact=False):
            yield folded
        case Phrase(words, exact=False) | Near(words, exact=False):
            yield from words
        case All(parts) | Any(parts):
            for part in parts:
                yield from _words(part)
        case Not(part):
            yield from _words(part)
        case _:
            return


def _better(library: Library, word: str, row: Sequence[str], languages: Sequence[str]) -> tuple[str, ...]:
    """The word that was probably meant, or two that were written as one; none for a word that is known.

    ``row`` are the words of the question, in one of its ``languages`` the word is looked for.
    """
    if not farthest(word) or is_stop_word(word) or _is_known(library, word):
        return ()
    held = _documents(library, Word(word))
    if held > _FEW:
        return ()
    nearest = library.remembered(_speller).near(word)[:_MOST_NEAR]
    nearest = [each for each in nearest if each.texts or _finds(library, each.word)]
    if len(languages) == 1:
        nearest = list(_of(library, nearest, word, languages[0]))
    nearest.sort(key=lambda each: (each.cost, not _stands_beside(library, each.word, word, row)))
    near = [each for each in nearest if each.cost <= _ONE_ERROR]
    if held:  # then it may well be a word, and only a much commoner one is offered
        near = [each for each in near if _documents(library, Word(each.word)) >= _COMMONER * held]
    if near or held:
        return tuple(each.word for each in near[:1])
    return _parted(library, word) or tuple(each.word for each in nearest[:1])


def _of(library: Library, near: Iterable[NearWord], typed: str, language: str) -> Iterator[NearWord]:
    """The words of a language; for one of another language its translation, where that is near, too."""
    strange = []
    for each in near:
        if _is_of(library, each.word, language):
            yield each
        else:
            strange.append(each.word)
    lexicon = library.lexicon
    pairs = [pair for pair in lexicon.pairs if pair[1] == language] if lexicon else []
    for word in strange:
        for name in (name for pair in pairs if lexicon for name in lexicon.translations(word, *pair)):
            meant = fold(name)
            if (far := cost(typed, meant)) <= farthest(typed) + _ONE_ERROR and _finds(library, meant):
                yield NearWord(far, meant, 0)


def _is_of(library: Library, word: str, language: str) -> bool:
    """Whether a word is one of the language: the lexicon knows, or where it stands."""
    if is_stop_word(word):
        return word in STOP_WORDS_OF[language] if language in STOP_WORDS_OF else True
    lexicon = library.lexicon
    if lexicon is not None and min(lexicon.distance(word, each) for each in LANGUAGES) < _UNKNOWN:
        return language in lexicon.languages(word, LANGUAGES)
    return _documents(library, Word(word, language=language)) > 0 or not _documents(library, Word(word))


def _stands_beside(library: Library, word: str, typed: str, row: Sequence[str]) -> bool:
    """Whether a document has the word beside one of those that the typed one stands between."""
    place = row.index(typed)
    pairs = [(each, word) for each in row[max(0, place - 1) : place]]
    pairs += [(word, each) for each in row[place + 1 : place + 2]]
    return any(_documents(library, Phrase(pair)) for pair in pairs)


def _finds(library: Library, word: str) -> bool:
    """Whether a word that no text holds as it is finds something by its stem, concept or translations."""
    query = understand(Query(text=word, tree=Word(word)), library.thesaurus, library.lexicon)
    return library.engine.count(query) > 0


def _parted(library: Library, word: str) -> tuple[str, ...]:
    """Two words that documents have side by side, if that is what the word is without a space."""
    for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        parts = word[:place], word[place:]
        if not any(map(is_stop_word, parts)) and _documents(library, Phrase(parts)):
            return parts
    return ()


def _is_known(library: Library, word: str) -> bool:
    """Whether the thesaurus or the lexicon has the word, whatever the documents hold."""
    lexicon = library.lexicon
    if lexicon is not None and any(lexicon.translations(word, *pair) for pair in lexicon.pairs):
        return True
    if every_name(word) or library.thesaurus.asked.written(word):
        return True
    known = library.remembered(_label_stems)  # last, as it takes a tenth of a second to make
    return any((stem(word, language), language) in known for language in LANGUAGES)


def _documents(library: Library, leaf: Word | Phrase) -> int:
    return library.engine.count(Query(tree=leaf))


def _speller(library: Library) -> Speller:
    return Speller(library.engine.forms, library.remembered(_written))


def _written(library: Library) -> dict[str, str]:
    """Every word of a label or the lexicon, by its folded form, as it is written."""
    lexicon = library.lexicon
    general = (word for pair in lexicon.pairs for word in lexicon.words(*pair)) if lexicon else ()
    return {fold(word): word for word in general if word.isalpha()} | {
        term.folded: label[term.start : term.end].lower()
        for concept in library.thesaurus.concepts.values()
        for language in LANGUAGES
        for label in _labels(concept, language)
        for term in terms(label, language)
        if term.position >= 0
    }


def _label_stems(library: Library) -> frozenset[tuple[str, str]]:
    return frozenset(
        (term.stem, language)
        for concept in library.thesaurus.concepts.values()
        for language in LANGUAGES
        for label in (*_labels(concept, language), *concept.abbreviations)
        for term in terms(label, language)
    )


def _labels(concept: Concept, language: str) -> tuple[str, ...]:
    """The labels but for hidden ones: among those are misspellings."""
    return concept.preferred[language], *concept.labels("alternative", language)


def _as_written(library: Library, folded: str) -> str:
    """A folded word with its accents, as a label or the best passage with it has it."""
    words = library.remembered(_written)
    if folded in words:
        return words[folded]
    found = library.engine.search(Query(tree=Word(folded, exact=True)), limit=1, facets=())
    for match in found.matches:
        texts = [each.text for each in library.store.passages(match.id, match.passages)]
        for text in (*texts, library.store.summary(match.id).title):
            for term in terms(text, ""):
                if term.folded == folded:
                    return text[term.start : term.end].lower()
    return folded
