"""The words and pairs of words that stand for a text: those that it repeats and few other texts have.

A word of everyday language stands for nothing where the text has it but once (*undertaken*, *strong*) or
where many texts have it (*States*), nor do the words that cite (*párr*).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb import places
from kb.answers import Shown
from kb.engines.ranking import idf
from kb.library import Library
from kb.records import Document, Passage
from kb.text.words import Term, folded_words, stem, terms
from kb.thesaurus import LANGUAGES

_TELLING = 12  # words that stand for a text
_SHORTEST = 4  # letters of one
_WEIGHED = 60  # words of a text that are looked up in the lexicon
GENERAL = 0.4  # of its weight, for a word of everyday language; chosen by hand
_COUNTED = 400  # words of a text that are looked up in the index
_FEW = 40  # words: of so short a text all are kept
_REPEATED = 2  # times that a pair stands in the text
_COMMON = 0.1  # of the texts, and more than ``_FEW``: too many for a word of everyday language
_JOINTS = re.compile(r"[\s‐‑-]+")  # between the words of a pair

# What sentences are joined by, and what cites; few texts have each of them, and none is about it.
_JOINING = frozenset(
    """
    above according after again against along already also although always among another around because
    before behind below beside besides between beyond cannot could down during each either especially even
    ever every following further hence here hereby however including instead itself just latter least less
    likewise might mean means more moreover most must namely neither never nonetheless nor often once only
    other otherwise over particularly per rather regardless same several since some still such therefore
    thereby thereof through throughout thus together too toward towards under unless until upon very
    whereas whereby wherever whether while within without yet
    ademas ahora algun alguna algunas alguno algunos alli ambas ambos antes apenas aqui asi aun
    aunque bajo cada casi cierta ciertas cierto ciertos conforme contra cualquier cualquiera debe deben
    debera deberan deberia deberian debido demas dentro despues durante embargo encima entonces especialmente
    excepto hacia hacer hacerla hacerlo hasta igualmente incluida incluidas incluido incluidos incluso junto
    luego mediante menos mientras mismo misma mismas mismos mucho mucha muchas muchos ningun ninguna ninguno
    nunca obstante otra otras otro otros particularmente poco propia propias propio propios puede pueden
    pues salvo segun sido siempre sino solamente tampoco tanto todavia toda todas todo todos tras
    unicamente vez veces
    art arts article articles articulo articulos cfr chapter chapters fraccion fracciones ibid ibidem
    inciso incisos infra numeral numerales para paras paragraph paragraphs parr parrs parrafo parrafos
    supra vease veanse
    """.split()
)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Keywords:
    """Folded words, and pairs of neighbours with one of them, each as the text has it."""

    words: Mapping[str, str]
    pairs: Mapping[tuple[str, ...], str]
    general: frozenset[str]  # those of the words that are everyday language


@dataclass(frozen=True, slots=True)
class _Counted:
    """The folded words of a text that may stand for it, and the pairs that they stand in."""

    counts: Counter[str]
    stems: dict[str, str]
    written: dict[str, str]  # as the text has a word; without its capital where it stands once so
    pairs: dict[Pair, list[str]]  # each as it is written every time


def telling(library: Library, shown: Shown) -> Keywords:
    """The words of a text that few other texts have, most telling first, and the pairs they stand in.

    The names of the countries that the text concerns are not among them: those are compared themselves.
    """
    counted = _counted(shown.passages or shown.document.passages)
    for name in _countries(shown.document):
        counted.counts.pop(name, None)
    weights = _weights(library, counted.counts)
    likely = sorted(weights, key=lambda word: (-weights[word], word))[:_WEIGHED]
    general = frozenset(word for word in likely if _is_general(library, word))
    weights = {word: weights[word] * (GENERAL if word in general else 1) for word in likely}
    common = max(_FEW, _COMMON * library.store.count("passages"))
    empty = {word for word in general if counted.counts[word] < _REPEATED or _texts(library, word) > common}
    likely = [word for word in likely if word not in empty]
    best: dict[str, str] = {}
    for word in sorted(likely, key=lambda word: (-weights[word], word)):
        best.setdefault(counted.stems[word], word)
    chosen = list(best.values())[:_TELLING]
    words = {word: _spelled(counted.written[word]) for word in chosen}
    return Keywords(words, _pairs(chosen, counted.pairs), general)


def _counted(passages: Iterable[Passage]) -> _Counted:
    counted = _Counted(Counter(), {}, {}, {})
    for passage in passages:
        found = terms(passage.text, passage.language)
        for term in filter(_is_telling, found):
            counted.stems.setdefault(term.folded, term.stem)
            raw = passage.text[term.start : term.end]
            written = counted.written.get(term.folded, raw)
            counted.written[term.folded] = min(written, raw, key=_is_name)  # a name has its capital
            counted.counts[term.folded] += 1
        for one, other in pairwise(found):
            joined = _JOINTS.fullmatch(passage.text, one.end, other.start)
            if joined and _is_telling(one) and _is_telling(other):
                text = " ".join(passage.text[one.start : other.end].split())
                counted.pairs.setdefault((one.folded, other.folded), []).append(text)
    return counted


def _weights(library: Library, counts: Counter[str]) -> dict[str, float]:
    """How much each word tells; of a long text only those that another text has too."""
    texts = max(library.store.count("passages"), 1)
    return {
        word: count / (count + 2) * idf(texts, held)
        for word, count in counts.most_common(_COUNTED)
        if (held := _texts(library, word)) > 1 or len(counts) < _FEW
    }


def _is_telling(term: Term) -> bool:
    return (
        term.position >= 0
        and len(term.folded) >= _SHORTEST
        and term.folded.isalpha()
        and term.folded not in _JOINING
    )


def _spelled(word: str) -> str:
    """A word in small letters, unless it always has its capitals, as names and abbreviations do."""
    return word if _is_name(word) else word.lower()


def _is_name(word: str) -> bool:
    return word.istitle() or word.isupper()


def _countries(document: Document) -> Iterator[str]:
    """The words of the names of the countries that a document concerns."""
    for code in document.countries:
        for name in places.countries()[code].name.values() if code in places.countries() else ():
            yield from folded_words(name)


def _pairs(chosen: Sequence[str], pairs: Mapping[Pair, Sequence[str]]) -> dict[tuple[str, ...], str]:
    """For each word the pair that it stands in most often, as the text first has it, in small letters."""
    found: dict[tuple[str, ...], str] = {}
    for word in chosen:
        having = [pair for pair in pairs if word in pair and len(pairs[pair]) >= _REPEATED]
        if having:
            pair = max(having, key=lambda each: (len(pairs[each]), each))
            text = min(pairs[pair], key=str.istitle)
            found.setdefault(pair, text if text.istitle() else text.lower())
    return found


def _is_general(library: Library, word: str) -> bool:
    """Whether it is a word of everyday language and of no concept of the field."""
    if library.lexicon is None or any(
        library.thesaurus.labelled((stem(word, language),), language) for language in LANGUAGES
    ):
        return False
    return any(library.lexicon.translations(word, *pair) for pair in library.lexicon.pairs)


def _texts(library: Library, word: str) -> int:
    """How many texts hold this form."""
    for form, count in library.engine.forms(word):
        return count if form == word else 0
    return 0
