"""Did you mean ...? A question with other spellings for words that are in no document.

Nothing is replaced: the answer to what was typed stays, and the other question is offered beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.extractors.directory import every_name
from kb.library import Library
from kb.query.fields import Fields
from kb.query.spelling import Speller, farthest, respelled
from kb.query.tree import All, Any, Filter, Near, Node, Not, Phrase, Query, Word
from kb.query.understand import understand
from kb.searching.values import called
from kb.text.folding import fold, normalise
from kb.text.sounds import cost
from kb.text.words import WORD, is_stop_word, stem, terms
from kb.thesaurus import LANGUAGES
from kb.thesaurus.concept import Concept

_FEW = 2  # documents; a word that more of them have is no typing error
_COMMONER = 10  # times as many documents have the word that may have been meant
_ONE_ERROR = 1.0
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
    better = {word: found for word in wanted if (found := _better(library, word))}
    written = {word: " ".join(_as_written(library, each) for each in found) for word, found in better.items()}
    spans = {
        _with_stars(text, term.start, term.end): written[term.folded]
        for term in terms(text, "")
        if term.folded in written
    }
    meant = _with_values(library, query.filters, respelled(text, spans))
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


def _better(library: Library, word: str) -> tuple[str, ...]:
    """The word that was probably meant, or two that were written as one; none for a word that is known."""
    if not farthest(word) or is_stop_word(word) or _is_known(library, word):
        return ()
    held = _documents(library, Word(word))
    if held > _FEW:
        return ()
    nearest = library.remembered(_speller).near(word)[:_MOST_NEAR]
    nearest = [each for each in nearest if each.texts or _finds(library, each.word)]
    near = [each for each in nearest if each.cost <= _ONE_ERROR]
    if held:  # then it may well be a word, and only a much commoner one is offered
        near = [each for each in near if _documents(library, Word(each.word)) >= _COMMONER * held]
    if near or held:
        return tuple(each.word for each in near[:1])
    return _parted(library, word) or tuple(each.word for each in nearest[:1])


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


def _with_values(library: Library, filters: Iterable[Filter], text: str) -> str:
    """The text with another spelling for the values of fields that mean nothing: ``country:hondruas``."""
    for condition in filters:
        typed = condition.values[0] if condition.values else ""
        names = _names(library, condition.field)
        if not names or _means_something(library, condition):
            continue
        plain = fold(typed)
        most = farthest(plain.replace(" ", "").replace("-", ""))
        near = min(names, key=lambda name: (cost(plain, name), name))
        if cost(plain, near) <= most:
            meant = f'"{names[near]}"' if " " in names[near] else names[near]
            text = text.replace(f':"{typed}"', f":{meant}").replace(f":{typed}", f":{meant}")
    return text


def _means_something(library: Library, condition: Filter) -> bool:
    node, _ = Fields(library.thesaurus).resolved(condition)
    return not isinstance(node, Word | Phrase)


def _names(library: Library, field: str) -> dict[str, str]:
    """The first names of the values that a field knows, folded and as they are written."""
    known = called(library, field).values()
    return {fold(names[0]): names[0] for each in known for names in each.values()}


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
