"""General words in another language: the bilingual lexicon and its look-up (pure).

The concepts of the field are in ``thesaurus.toml``; here are the other words of a question, so that
it meets documents in the other language. The data is plain text, one line a word, and may be
corrected by hand:

- ``en-es.txt``: ``shelter: albergue; refugio``, the best translation first; ``es-en.txt``: the same
  for Spanish words. Each direction is a list of its own, because the best translation of the best
  translation is often another word. More files add other languages: ``pt-es.txt``, ``es-pt.txt``.
- ``en.txt``, ``es.txt``: forms that no rule gives, ``child: children``, ``tener: tien-; tuv-``.
- ``families-en.txt``, ``families-es.txt``: words of near meaning that no stem joins, ``detain: detention``.

A user's own files of the same names, in any order, are read beside ours, and before them.

What must stay true: our lines are sorted by the folded word, so that a look-up bisects and nothing is
parsed that was not asked for. Of words that only their accents tell apart (*mamá*, *mama*) the commoner
stands first, because questions are typed without them. A dictionary is read in 2 ms, a word found in 0.1 ms;
both directions and the lists of forms take 12 ms of a new process, import included.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from kb.errors import LexiconInvalid
from kb.text.folding import fold
from kb.text.words import is_stop_word, stem
from kb.thesaurus.lexicon.inflection import (
    PARTICIPLES,
    Irregular,
    adverbs,
    bases,
    inflected,
    is_adverb,
    is_infinitive,
    regular,
    respelled,
)

STARTER = Path(__file__).parent
_MOST_COUSINS = 2  # words of the same stem that stand in for a word that is not held
_WORDS = 1 << 12  # that were looked up lately: one question asks for each of its words some ten times
_PAIR = re.compile("([a-z]{2,3})-([a-z]{2,3})")  # ISO 639
_LINE = re.compile(r"[^:]*\w[^:]*: .*\w")
_VERBAL = 2  # the distance of what looks like a form of a verb
_SHORTEST_STEM = 4  # letters; shorter ones say little, and hundreds of words begin with them


class Lexicon:
    """The dictionaries and lists of forms in some folders, each read when it is first needed.

    Raises:
        LexiconInvalid: (every method) a file that is needed is not UTF-8, or a line has no colon.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._pairs = cache(self._find_pairs)
        self._dictionary = cache(self._read_dictionary)
        self._targets = cache(self._find_targets)
        self._families = cache(self._read_families)
        self._irregular = cache(self._read_irregular)
        self._translations = lru_cache(_WORDS)(self._find_translations)
        self._forms = lru_cache(_WORDS)(self._find_forms)
        self._family = lru_cache(_WORDS)(self._find_family)
        self._distances = lru_cache(_WORDS)(self._find_distance)
        self._written = lru_cache(_WORDS)(self._find_written)
        self._another = lru_cache(_WORDS)(self._find_another)

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
        return (line.partition(":")[0] for line in self._dictionary(f"{source}-{target}"))

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
        held = _agreeing(self._held(lines, folded, source), word.lower())
        if folded.endswith(PARTICIPLES.get(source, ())):
            found = list(_of_participle(held, folded))
        else:
            found = [each for line in held for each in _translations(line)]
        if is_adverb(folded, source) and not _lines_of(lines, folded):
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

    def _words(self, folded: str, language: str) -> Iterator[str]:
        """The word itself, and those that it may be a form of."""
        yield folded
        yield from self._irregular(language).words(folded)
        for proposed in bases(folded, language):
            yield from proposed

    def _held(self, lines: list[str], folded: str, language: str) -> list[str]:
        """The lines of the words that ``folded`` is, or is a form of, or else its cousins."""
        found = _lines_of(lines, folded)
        if not found or folded.endswith(PARTICIPLES.get(language, ())):
            proposed = (
                [line for word in words for line in _lines_of(lines, word)]
                for words in bases(folded, language)
            )
            found += next(filter(None, proposed), [])
        for word in self._irregular(language).words(folded):
            found += _lines_of(lines, word)
        return found or ([] if self._is_of_another(folded, language) else _cousins(lines, folded, language))

    def _has(self, folded: str, language: str) -> bool:
        """Whether a dictionary of the language has the word as it stands."""
        pairs = (f"{language}-{target}" for target in self._targets(language))
        return any(_lines_of(self._dictionary(pair), folded) for pair in pairs)

    def _find_another(self, word: str, language: str, other: str) -> bool:
        folded = fold(word)
        wanted = stem(folded, other)
        if wanted in self._meanings(folded, language, other):
            return False
        if any(self._irregular(other).words(folded)):
            return True
        return any(any(self._of_stem(wanted, other, target)) for target in self._targets(other))

    def _find_written(self, translation: str, word: str, source: str, target: str) -> tuple[str, ...]:
        lines = self._held(self._dictionary(f"{source}-{target}"), word, source)
        lemmas = [_word(line) for line in lines if translation in map(fold, _translations(line))]
        if target not in PARTICIPLES or any(map(is_infinitive, lemmas)):
            return ()
        if not any(
            _is_apart(line, lemmas) for line in _lines_of(self._dictionary(f"{target}-{source}"), translation)
        ):
            return ()
        return tuple(dict.fromkeys((translation, *inflected(translation), *self.forms(translation, target))))

    def _of_stem(self, wanted: str, language: str, target: str) -> Iterator[str]:
        """The lines of the words with a stem."""
        for line in _beginning(self._dictionary(f"{language}-{target}"), _beginning_of(wanted)):
            if stem(_word(line), language) == wanted:
                yield line

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

    def _read_dictionary(self, pair: str) -> list[str]:
        return self._read(f"{pair}.txt")

    def _find_pairs(self) -> tuple[tuple[str, str], ...]:
        names = {path.stem for folder in self._folders for path in folder.glob("*.txt")}
        found = filter(None, map(_PAIR.fullmatch, names))
        return tuple(sorted((pair[1], pair[2]) for pair in found))

    def _find_targets(self, source: str) -> tuple[str, ...]:
        """The languages into which words of a language are translated."""
        return tuple(target for other, target in self.pairs if other == source)

    def _read_families(self, language: str) -> dict[str, tuple[str, ...]]:
        rows = [line.replace(": ", "; ").split("; ") for line in self._read(f"families-{language}.txt")]
        return {fold(word): tuple(row) for row in rows for word in row}

    def _read_irregular(self, language: str) -> Irregular:
        return Irregular(self._read(f"{language}.txt"))

    def _read(self, name: str) -> list[str]:
        """The lines of the files of a name, without their opening remarks; none if there is no such file."""
        ours, *others = [folder / name for folder in self._folders]
        own = [line for path in others for line in _checked(path)]
        return sorted((*own, *_read(ours)), key=_word) if own else _read(ours)


@cache
def load() -> Lexicon:
    """Our lexicon; nothing is read yet."""
    return Lexicon(STARTER)


def load_with(own: Path) -> Lexicon:
    """Ours with the files in a user's folder, if there is one; nothing is read yet."""
    return Lexicon(STARTER, own) if own.is_dir() else load()


def _read(path: Path) -> list[str]:
    """The lines of a file of ours without its opening remarks; none if there is no such file."""
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    remarks = next((place for place, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[remarks:]


def _checked(path: Path) -> list[str]:
    """The lines of a user's file without its remarks; none if there is no such file."""
    if not path.is_file():
        return []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise LexiconInvalid("{file} is not UTF-8 text; save it as UTF-8.", file=path) from error
    except OSError as error:
        raise LexiconInvalid("{file} cannot be read: {reason}.", file=path, reason=error.strerror) from error
    found = [(number, line.strip()) for number, line in enumerate(lines, start=1)]
    told = [(number, line) for number, line in found if line and not line.startswith("#")]
    wrong = next((number for number, line in told if not _LINE.match(line)), None)
    if wrong:
        raise LexiconInvalid(
            "Line {line} of {file} is no word with its translations or forms; write it like "
            '"shelter: albergue; refugio".',
            line=wrong,
            file=path,
        )
    return [line for _, line in told]


@lru_cache(maxsize=1 << 14)  # the lines that searches meet again and again on their way
def _word(line: str) -> str:
    return fold(line.partition(":")[0])


def _translations(line: str) -> list[str]:
    return line.partition(": ")[2].split("; ")


def _beginning(lines: list[str], beginning: str) -> Iterator[str]:
    """The lines whose word begins so, without its accents."""
    for place in range(bisect_left(lines, beginning, key=_word), len(lines)):
        if not _word(lines[place]).startswith(beginning):
            return
        yield lines[place]


def _lines_of(lines: list[str], folded: str) -> list[str]:
    """The lines of a word: two for *campana* and *campaña*."""
    found = []
    for place in range(bisect_left(lines, folded, key=_word), len(lines)):
        if _word(lines[place]) != folded:
            break
        found.append(lines[place])
    return found


def _cousins(lines: list[str], folded: str, language: str) -> list[str]:
    """The lines of the words with the same stem: what is left for a word that no rule gives."""
    wanted = stem(folded, language)
    if len(wanted) < _SHORTEST_STEM:
        return []
    found = [
        line for line in _beginning(lines, _beginning_of(wanted)) if stem(_word(line), language) == wanted
    ]
    return found[:_MOST_COUSINS]


def _agreeing(lines: list[str], typed: str) -> list[str]:
    """Of lines whose words only accents tell apart those that agree with a word that was typed with some."""
    if typed.isascii():
        return lines
    agreeing = {_word(line) for line in lines if typed.startswith(line.partition(":")[0])}
    return [line for line in lines if typed.startswith(line.partition(":")[0]) or _word(line) not in agreeing]


def _of_participle(lines: Sequence[str], folded: str) -> Iterator[str]:
    """Of a form of a verb the verbs that translate it, then their nouns: *trained* is no train."""
    known = [line for line in lines if _word(line) == folded]
    for line in known:
        yield from _translations(line)
    means = [each for line in lines if line not in known for each in _translations(line)]
    verbs = [each for each in means if is_infinitive(fold(each.partition(" ")[0]))]
    yield from verbs
    apart = bool(verbs) and (known or folded.endswith("ed"))  # parenting is of a noun
    for each in means:
        akin = any(_alike(fold(verb), fold(each)) for verb in verbs)
        if each not in verbs and (akin or not apart):
            yield each


def _is_apart(line: str, nouns: Sequence[str]) -> bool:
    """Whether a line has verbs, and they have nothing to do with the nouns that it means."""
    means = [fold(each) for each in _translations(line)]
    verbs = [each for each in means if is_infinitive(each)]
    nouns = [*nouns, *(each for each in means if each not in verbs)]
    return bool(verbs) and not any(_alike(verb, noun) for verb in verbs for noun in nouns)


def _alike(word: str, other: str) -> bool:
    return word[:_SHORTEST_STEM] == other[:_SHORTEST_STEM]


def _beginning_of(wanted: str) -> str:
    """How words with a stem begin: English stems write y as i."""
    return wanted[:-1] if wanted.endswith("i") else wanted
