"""Which language a question is in, as far as its words show it (pure).

A question is short, and some words are words of both languages: *son*, *sea*, *once*. What shows its
language are small words, letters that only Spanish has, and words that a dictionary of one language has.
Names, written with capitals, show nothing; a question of both languages is in neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.query.dictionary import Lexicon
from kb.text.folding import fold
from kb.text.words import STOP_WORDS_OF, WORD
from kb.thesaurus import LANGUAGES

_SMALL = {
    "en": STOP_WORDS_OF["en"]
    | frozenset("i my myself he him his she her hers us not am can could must may".split()),
    "es": STOP_WORDS_OF["es"]
    | frozenset("yo mis nos nosotros nosotras nuestro nuestra sin eres soy estoy".split()),
}
# Words of both languages that the dictionary of one does not tell: those that say little in the other.
BOTH = frozenset("a as e era has he me no o once sea si sin solo son te ten van".split())
_SPANISH_LETTER = re.compile("[ñáéíóúü¿¡]")
_FIELD = re.compile(r"\w+:(?:\"[^\"]*\"|\S*)")  # language:es
_SURELY, _PERHAPS = 2, 1  # what a small word or a letter counts, and what another word
_TIMES = 2  # more than so many times as much of one language as of the other


def spoken(text: str, lexicon: Lexicon | None = None) -> Sequence[str]:
    """The languages that a question may be in: English or Spanish, where its words show it, or both.

    One of another language that the dictionary has may look like either.

    >>> spoken("where is my son"), spoken("cuáles son las reglas"), spoken("son")
    (('en',), ('es',), ('en', 'es'))
    """
    others = {source for source, _ in lexicon.pairs} - {*LANGUAGES} if lexicon else ()
    every = (*LANGUAGES, *sorted(others))
    shown = dict.fromkeys(every, 0)
    for place, match in enumerate(WORD.finditer(_FIELD.sub(" ", text))):
        word = match[0]
        if place and word != word.lower():
            continue
        folded = fold(word)
        if _SPANISH_LETTER.search(word.lower()):
            shown["es"] += _SURELY
        elif folded in BOTH:
            continue
        elif small := [language for language in LANGUAGES if folded in _SMALL[language]]:
            shown[small[0]] += _SURELY
        elif lexicon is not None and len(known := lexicon.languages(folded, every)) == 1:
            shown[known[0]] += _PERHAPS
    for language in LANGUAGES:
        if shown[language] > _TIMES * (sum(shown.values()) - shown[language]):
            return (language, *sorted(others))
    return every
