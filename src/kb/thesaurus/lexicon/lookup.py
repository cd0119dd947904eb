"""Looking up a word in any form: its translations, forms, family, and the languages that know it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from kb.text.folding import fold
from kb.text.words import is_stop_word, stem
from kb.thesaurus.lexicon.files import STARTER, Files
from kb.thesaurus.lexicon.inflection import (
    PARTICIPLES,
    adverbs,
    bases,
    inflected,
    is_adverb,
    is_infinitive,
    regular,
    respelled,
)
from kb.thesaurus.lexicon.lines import (
    agreeing,
    beginning,
    cousins,
    lines_of,
    of_stem,
    translations_of,
    word_of,
)
from kb.thesaurus.lexicon.near import synonyms
from kb.thesaurus.lexicon.phrases import met
from kb.thesaurus.lexicon.senses import is_apart, means_another_than_its_singular, of_participle

_WORDS = 1 << 12  # that were looked up lately: one question asks for each of its words some ten times
_VERBAL = 2  # the distance of what looks like a form of a verb


class Lexicon:
    """The dictionaries and lists of forms in some folders, each read when it is first needed.

    Raises:
        LexiconInvalid: (every method) a file that is needed is not UTF-8, or a line has no colon.
    """

    def __init__(self, *folders: Path) -> None:
        files = Files(folders)
        self._pairs = cache(files.pairs)
        self._dictionary = cache(files.dictionary)
        self._targets = cache(files.targets)
        self._families = cache(files.families)
        self._nearer = cache(files.near)
        self._irregular = cache(files.irregular)
        self._translations = lru_cache(_WORDS)(self._find_translations)
        self._forms = lru_cache(_WORDS)(self._find_forms)
        self._family = lru_cache(_WORDS)(self._find_family)
        self._distances = lru_cache(_WORDS)(self._find_distance)
        self._written = lru_cache(_WORDS)(self._find_written)
        self._phrases = lru_cache(_WORDS)(self._find_phrases)
        self._synonyms = lru_cache(_WORDS)(self._find_synonyms)
        self._another = lru_cache(_WORDS)(self._find_another)
        self._apart = lru_cache(_WORDS)(self._find_apart)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The languages from which, and into which, words are translated.

        >>> load().pairs
        (('en', 'es'), ('es', 'en'))
        """
        return self._pairs()

    def translations(self, word: str, source: str, target: str) -> tuple[str, ...]:
        """What a word of ``source`` means in ``target``, as dictionary words, the best first.

        The word may stand in any form, with or without its accents; with one it is that word (*papá*, no
        *papa*). Some translations are several words. A word or a pair of languages that is not held has
        none, a stop word neither. A form of two words (*vino*, of *vino* and *venir*) has the translations of
        both.

        >>> load().translations("shelters", "en", "es")[:2]
        ('albergue', 'refugio')
        >>> load().translations("ninas", "es", "en")
        ('girl', 'child')
        >>> load().translations("shelters", "en", "fr")
        ()
        """
        return self._translations(word, source, target)

    def words(self, source: str, target: str) -> Iterator[str]:
        """Every word of ``source`` that has translations, as the dictionary writes it.

        >>> "albergue" in load().words("es", "en")
        True
        """
        keys = (line.partition(":")[0] for line in self._dictionary(f"{source}-{target}"))
        return (key for key in keys if " " not in key)

    def phrase(self, words: Sequence[str], place: int, language: str) -> tuple[str, tuple[int, ...]] | None:
        """The longest phrase that begins at a place of folded words, and the places of its words.

        It is written, folded, as the dictionary has it, and has translations and a family as a word has.

        >>> load().phrase("who brought her up".split(), 1, "en"), load().translations("bring up", "en", "es")
        (('bring up', (1, 3)), ('criar', 'crianza'))
        >>> load().phrase("se dio cuenta".split(), 1, "es"), load().phrase("dio cuenta".split(), 0, "es")
        (('darse cuenta', (1, 2)), ('dar cuenta', (0, 1)))
        """
        return met(
            words,
            place,
            language,
            bases=lambda word: self._words(word, language),
            beginning=lambda word: self._phrases(word, language),
        )

    def forms(self, word: str, language: str) -> tuple[str, ...]:
        """The word, and of its other forms one for each further stem; folded.

        Texts are searched by stems, and those of irregular words differ. A form of another word
        (*vino*, of *venir*) brings the forms of that word too.

        >>> load().forms("child", "en"), load().forms("went", "en")
        (('child', 'children'), ('went', 'go', 'gone'))
        """
        return self._forms(word, language)

    def family(self, word: str, language: str) -> tuple[str, ...]:
        """Words of near meaning with other stems: of a verb its noun, of a quality what has it.

        The word may stand in any form; it is not among them. They are written as people write them.
        A form that means something else by itself (*casa*, of *casar*) is not of the family.

        >>> load().family("detained", "en"), load().family("protegidas", "es")
        (('detention', 'detainee'), ('protección', 'protector'))
        >>> load().family("casar", "es"), load().family("casas", "es")
        (('casarse', 'casamiento', 'matrimonio'), ())
        """
        return self._family(word, language)

    def near(self, word: str, language: str) -> tuple[str, ...]:
        """Words and phrases that may stand for one that texts do not have, the nearest first; some are wider.

        >>> load().near("grandmothers", "en")
        ('grandparent', 'extended family', 'relative', 'family member')
        """
        held, folded = self._nearer(language), fold(word)
        known = (each for each in self._words(folded, language) if each in held)
        return next((held[each] for each in known if self._mean_the_same(folded, each, language)), ())

    def synonyms(self, word: str, language: str) -> tuple[str, ...]:
        """Words and phrases of its language whose first translation is that of a word.

        >>> load().synonyms("attorneys", "en"), load().synonyms("pick up", "en")
        (('counsel', 'lawyer', 'solicitor'), ('collect', 'pick'))
        """
        return self._synonyms(word, language)

    def languages(self, word: str, among: Sequence[str]) -> tuple[str, ...]:
        """Those of some languages in which the word is known best.

        A word of a dictionary is known better than a regular or irregular form of one, that better than what
        only looks like a form of a verb, or has the stem of a word. What none knows may be of any.

        >>> load().languages("free", ["en", "es"]), load().languages("mayores", ["en", "es"])
        (('en',), ('es',))
        >>> load().languages("red", ["en", "es"]), load().languages("zzyzx", ["en", "es"])
        (('en', 'es'), ('en', 'es'))
        """
        folded = fold(word)
        distances = {language: self.distance(folded, language) for language in among}
        nearest = min(distances.values(), default=0)
        return tuple(language for language, distance in distances.items() if distance == nearest)

    def distance(self, word: str, language: str) -> int:
        """How far a folded word is from one that a dictionary of the language has.

        0 is a word of it, 1 a regular or irregular form, 2 what looks like a form of a verb, 3 none of these.

        >>> [load().distance(word, "es") for word in ("tren", "trenes", "trabajan", "training")]
        [0, 1, 2, 3]
        """
        return self._distances(word, language)

    def means_another(self, word: str, language: str, other: str) -> bool:
        """Whether a word of ``language`` is, in texts of the ``other``, another word than it means there.

        Texts are searched by stems: *plane* has that of *plan* in Spanish; *social* is what it means.

        >>> [load().means_another(word, "en", "es") for word in ("plane", "social", "asylum")]
        [True, False, False]
        """
        return self._another(word, language, other)

    def is_plural_apart(self, word: str, language: str) -> bool:
        """Whether a word is a plural with a meaning of its own: *papeles* are documents, *papel* is a role.

        >>> [load().is_plural_apart(word, "es") for word in ("papeles", "derechos", "albergues")]
        [True, False, False]
        >>> [load().is_plural_apart(word, "en") for word in ("remains", "papers", "customs")]
        [True, False, False]
        """
        return self._apart(fold(word), language)

    def written(self, translation: str, word: str, source: str, target: str) -> tuple[str, ...]:
        """The forms of a noun that translates one, where it is a verb of another meaning, too; else none.

        *tren* is train and trains, not training; *cara* is a face, and nothing is faced.

        >>> load().written("train", "tren", "es", "en"), load().written("work", "trabajo", "es", "en")
        (('train', 'trains'), ())
        """
        return self._written(fold(translation), fold(word), source, target)

    def is_of_verb(self, word: str, language: str) -> bool:
        """Whether the word is a form of a verb that is held, whatever else it may be; of Spanish alone.

        >>> load().is_of_verb("trata", "es"), load().is_of_verb("ilegales", "es")
        (True, False)
        """
        return language == "es" and any(
            is_infinitive(base) and self._has(base, language)
            for proposed in bases(fold(word), language)
            for base in proposed
        )

    def is_verb(self, word: str, language: str) -> bool:
        """Whether a word is a verb, or a form of one: in English, a translation into Spanish is.

        Spanish forms that are nouns, too (*armas*), are none.

        >>> [load().is_verb(word, "en") for word in ("locked", "children")]
        [True, False]
        >>> [load().is_verb(word, "es") for word in ("pagar", "sufren", "armas")]
        [True, True, False]
        """
        folded = fold(word)
        if language == "es":
            distance = self.distance(folded, language)
            return distance == _VERBAL or (distance == 0 and is_infinitive(folded))
        means = self.translations(folded, language, "es")
        return any(is_infinitive(fold(each.partition(" ")[0])) for each in means)

    def _find_translations(self, word: str, source: str, target: str) -> tuple[str, ...]:
        folded = fold(word)
        lines = self._dictionary(f"{source}-{target}")
        if not lines or is_stop_word(folded):
            return ()
        held = agreeing(self._held(lines, folded, source), word.lower())
        if folded.endswith(PARTICIPLES.get(source, ())):
            found = list(of_participle(held, folded))
        else:
            found = [each for line in held for each in translations_of(line)]
        if is_adverb(folded, source) and not lines_of(lines, folded):
            found = [adverb for each in found for adverb in adverbs(each, target)] + found
        return tuple(dict.fromkeys(found))

    def _find_forms(self, word: str, language: str) -> tuple[str, ...]:
        folded = fold(word)
        irregular = self._irregular(language)
        stems: dict[str, str] = {}
        for base in (folded, *irregular.words(folded)):
            for form in (base, *respelled(base, language), *irregular.forms(base)):
                stems.setdefault(stem(form, language), form)
        return tuple(stems.values())

    def _find_family(self, word: str, language: str) -> tuple[str, ...]:
        folded = fold(word)
        families = self._families(language)
        known = next((each for each in self._words(folded, language) if each in families), None)
        if known is None or not self._mean_the_same(folded, known, language):
            return ()
        stems = {stem(folded, language), stem(known, language)}
        return tuple(each for each in families[known] if stem(fold(each), language) not in stems)

    def _find_synonyms(self, word: str, language: str) -> tuple[str, ...]:
        found: list[str] = []
        head = word.partition(" ")[0]
        inflected = self.distance(fold(head), language) > 0 and self.is_of_verb(head, language)
        verb = inflected or self.is_verb(head, language)
        for target in self._targets(language):
            lines = self._dictionary(f"{language}-{target}")
            for first in self.translations(word, language, target)[:1]:
                found += synonyms(word, language, lines, first, verb=verb)
        return tuple(dict.fromkeys(found))

    def _mean_the_same(self, form: str, word: str, language: str) -> bool:
        """Whether the two share a translation, or the form has none."""
        if form == word:
            return True
        for target in self._targets(language):
            own, others = (self._meanings(each, language, target) for each in (form, word))
            if own and own.isdisjoint(others):
                return False
        return True

    def _meanings(self, word: str, source: str, target: str) -> frozenset[str]:
        """The stems of its translations."""
        texts = self.translations(word, source, target)
        return frozenset(stem(fold(part), target) for text in texts for part in text.split())

    def _find_phrases(self, folded: str, language: str) -> tuple[str, ...]:
        """The folded phrases that begin with a word."""
        pairs = (f"{language}-{target}" for target in self._targets(language))
        lines = (line for pair in pairs for line in beginning(self._dictionary(pair), f"{folded} "))
        return tuple(dict.fromkeys(map(word_of, lines)))

    def _words(self, folded: str, language: str) -> Iterator[str]:
        """The word itself, and those that it may be a form of."""
        yield folded
        yield from self._irregular(language).words(folded)
        for proposed in bases(folded, language):
            yield from proposed

    def _held(self, lines: list[str], folded: str, language: str) -> list[str]:
        """The lines of the words that ``folded`` is, or is a form of, or else its cousins."""
        found = lines_of(lines, folded)
        if not found or folded.endswith(PARTICIPLES.get(language, ())):
            proposed = (
                [line for word in words for line in lines_of(lines, word)]
                for words in bases(folded, language)
            )
            found += next(filter(None, proposed), [])
        for word in self._irregular(language).words(folded):
            found += lines_of(lines, word)
        return found or ([] if self._is_of_another(folded, language) else cousins(lines, folded, language))

    def _has(self, folded: str, language: str) -> bool:
        """Whether a dictionary of the language has the word as it stands."""
        pairs = (f"{language}-{target}" for target in self._targets(language))
        return any(lines_of(self._dictionary(pair), folded) for pair in pairs)

    def _find_another(self, word: str, language: str, other: str) -> bool:
        folded = fold(word)
        wanted = stem(folded, other)
        if wanted in self._meanings(folded, language, other):
            return False
        if any(self._irregular(other).words(folded)):
            return True
        known = (of_stem(self._dictionary(f"{other}-{each}"), wanted, other) for each in self._targets(other))
        return any(map(any, known))

    def _find_apart(self, folded: str, language: str) -> bool:
        pairs = ((self._dictionary(f"{language}-{each}"), each) for each in self._targets(language))
        return any(means_another_than_its_singular(folded, lines, language, each) for lines, each in pairs)

    def _find_written(self, translation: str, word: str, source: str, target: str) -> tuple[str, ...]:
        lines = self._held(self._dictionary(f"{source}-{target}"), word, source)
        lemmas = [word_of(line) for line in lines if translation in map(fold, translations_of(line))]
        if target not in PARTICIPLES or any(is_infinitive(lemma.partition(" ")[0]) for lemma in lemmas):
            return ()
        if not any(
            is_apart(line, lemmas) for line in lines_of(self._dictionary(f"{target}-{source}"), translation)
        ):
            return ()
        return tuple(dict.fromkeys((translation, *inflected(translation), *self.forms(translation, target))))

    def _find_distance(self, folded: str, language: str) -> int:
        proposed = (
            (folded,),
            (
                *self._irregular(language).words(folded),
                *chain.from_iterable(regular(folded, language)),
            ),
            chain.from_iterable(bases(folded, language)),
        )
        tests = (any(self._has(word, language) for word in words) for words in proposed)
        return next((distance for distance, known in enumerate(tests) if known), len(proposed))

    def _is_of_another(self, folded: str, language: str) -> bool:
        """Whether it is a word of another language: *interpreter* is no form of *interpretar*."""
        return any(self._has(folded, other) for other in self._targets(language))


@cache
def load() -> Lexicon:
    """Our lexicon; nothing is read yet."""
    return Lexicon(STARTER)


def load_with(own: Path) -> Lexicon:
    """Ours with the files in a user's folder, if there is one; nothing is read yet."""
    return Lexicon(STARTER, own) if own.is_dir() else load()
