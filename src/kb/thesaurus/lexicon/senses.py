"""Which of the things that a word means it means in a form: the verb, the noun, the plural alone (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.text.folding import fold
from kb.text.words import stem
from kb.thesaurus.lexicon.inflection import is_infinitive
from kb.thesaurus.lexicon.lines import lines_of, translations_of, word_of

_AKIN = 4  # letters that words of one root begin with
_NO_PLURALS = ("és", "ics")  # francés, politics


def means_another_than_its_singular(folded: str, lines: list[str], language: str, target: str) -> bool:
    """Whether a plural has a line of its own without the first meaning of its singular.

    >>> lines = ["esposa: wife", "esposas: handcuff", "papel: role; paper", "papeles: document; paper"]
    >>> [means_another_than_its_singular(word, lines, "es", "en") for word in ("esposas", "papeles", "papel")]
    [True, True, False]
    """
    own = [line for line in lines_of(lines, folded) if not line.partition(":")[0].endswith(_NO_PLURALS)]
    if not own or not folded.endswith("s"):
        return False
    means = {each for line in own for text in translations_of(line) for each in _stems(text, target)}
    return any(
        means.isdisjoint(_stems(translations_of(line)[0], target))
        for singular in {folded.removesuffix("s"), folded.removesuffix("es")} - {folded}
        if stem(singular, language) == stem(folded, language) and not is_infinitive(singular)
        for line in lines_of(lines, singular)
    )


def of_participle(lines: Sequence[str], folded: str) -> Iterator[str]:
    """Of a form of a verb the verbs that translate it, then their nouns: *trained* is no train."""
    known = [line for line in lines if word_of(line) == folded]
    for line in known:
        yield from translations_of(line)
    means = [each for line in lines if line not in known for each in translations_of(line)]
    verbs = [each for each in means if is_infinitive(fold(each.partition(" ")[0]))]
    yield from verbs
    apart = bool(verbs) and (known or folded.endswith("ed"))  # parenting is of a noun
    for each in means:
        akin = any(_alike(fold(verb), fold(each)) for verb in verbs)
        if each not in verbs and (akin or not apart):
            yield each


def is_apart(line: str, nouns: Sequence[str]) -> bool:
    """Whether a line has verbs, and they have nothing to do with the nouns that it means."""
    means = [fold(each) for each in translations_of(line)]
    verbs = [each for each in means if is_infinitive(each)]
    nouns = [*nouns, *(each for each in means if each not in verbs)]
    return bool(verbs) and not any(_alike(verb, noun) for verb in verbs for noun in nouns)


def _stems(text: str, language: str) -> list[str]:
    return [stem(fold(word), language) for word in text.split()]


def _alike(word: str, other: str) -> bool:
    return word[:_AKIN] == other[:_AKIN]
