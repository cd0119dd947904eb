"""Organisations and countries that a question names, with their other names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kb.query.dictionary import Lexicon
from kb.query.fields import NamesOf
from kb.query.labels import contains, leaf
from kb.query.tree import Alternative, Node, Phrase, Translated, Word
from kb.query.weights import TRANSLATED
from kb.text.words import is_stop_word, stem, telling_words
from kb.thesaurus import LANGUAGES, Thesaurus

_LONGEST_COUNTRY = 5  # words
_ACRONYM = 4  # letters: a shorter name of a country may be a word


class Bodies:
    """Knows what bodies and countries are called, and which of their names are no words."""

    def __init__(
        self,
        thesaurus: Thesaurus,
        lexicon: Lexicon | None,
        organisations: NamesOf | None,
        countries: NamesOf | None,
        written: Mapping[str, str],
        off: frozenset[str],
    ) -> None:
        """``written`` are the words as they were typed; to those of ``off`` nothing is added."""
        self.thesaurus = thesaurus
        self.lexicon = lexicon
        self.organisations = organisations
        self.countries = countries
        self.off = off
        self._shouted = {folded for folded, typed in written.items() if typed.isupper()}

    def named(self, parts: Sequence[Node], place: int) -> tuple[Translated, int] | None:
        """The body or country that is named from ``place`` on, and how many parts its name takes."""
        part = parts[place]
        if isinstance(part, Word) and (called := self._acronym(part)):
            return called, 1
        return self._body(parts, place) or self._country(parts, place)

    def _acronym(self, word: Word) -> Translated | None:
        """The acronym of an organisation, which is no word of either language, with its other names."""
        if not self.organisations or word.exact or word.folded in self.off or is_stop_word(word.folded):
            return None
        if not self.thesaurus.abbreviated(word.folded) and self._is_general(word.folded):
            return None
        others = self._others(word.folded)
        return Translated(word, others) if others else None

    def _body(self, parts: Sequence[Node], place: int) -> tuple[Translated, int] | None:
        """The short name of an organisation in two words, one of them an abbreviation: "Corte IDH"."""
        first = parts[place]
        if isinstance(first, Phrase):
            words, length = () if first.exact else first.words, 1
        else:
            pair = parts[place : place + 2]
            words, length = (
                tuple(each.folded for each in pair if isinstance(each, Word) and not each.exact),
                2,
            )
        if not self.organisations or len(words) != 2 or not self.off.isdisjoint((*words, "".join(words))):
            return None
        if all(self._is_general(word) and not self.thesaurus.abbreviated(word) for word in words):
            return None
        others = self._others(" ".join(words))
        return (Translated(Phrase(words, soft=True), others), length) if others else None

    def _others(self, name: str) -> tuple[Alternative, ...]:
        """The other names of an organisation."""
        others: dict[Word | Phrase, Alternative] = {}
        typed = telling_words(name)
        for each, language in self.organisations(name) if self.organisations else ():
            words = telling_words(each)
            called = leaf(words, exact=not language)
            if words != typed:
                others.setdefault(called, Alternative(called, each, language, TRANSLATED))
        return tuple(others.values())

    def _country(self, parts: Sequence[Node], place: int) -> tuple[Translated, int] | None:
        """The longest name of a country from ``place`` on, with its other names; a short one in capitals."""
        if not self.countries:
            return None
        first = parts[place]
        run = list(first.words) if isinstance(first, Phrase) and not first.exact else []
        for part in () if run else parts[place : place + _LONGEST_COUNTRY]:
            if not isinstance(part, Word) or part.exact:
                break
            run.append(part.folded)
        shortest = len(run) if isinstance(first, Phrase) else 1
        for length in range(len(run), shortest - 1, -1):
            words = tuple(run[:length])
            long = sum(map(len, words)) > _ACRONYM
            known = long or "".join(words) in self._shouted or self._shouted.issuperset(words)
            names = self.countries(" ".join(words)) if known else ()
            if names:
                typed = Phrase(words, soft=True) if length > 1 else Word(words[0])
                typed = first if isinstance(first, Phrase) else typed
                switched_off = not self.off.isdisjoint((*words, "".join(words)))
                others = () if switched_off else _other_names(names, words)
                return Translated(typed, others), 1 if isinstance(first, Phrase) else length
        return None

    def _is_general(self, folded: str) -> bool:
        """Whether it is a word of a concept or of the lexicon."""
        if any(self.thesaurus.labelled((stem(folded, each),), each) for each in LANGUAGES):
            return True
        lexicon = self.lexicon
        return lexicon is not None and any(lexicon.translations(folded, *pair) for pair in lexicon.pairs)


def _other_names(names: Sequence[tuple[str, str]], typed: tuple[str, ...]) -> tuple[Alternative, ...]:
    """The names of a country that contain no other one, without acronyms that are words: US, us."""
    told = [(telling_words(name), name, language) for name, language in names]
    kept = [typed]
    others = []
    for words, name, language in sorted(told, key=lambda each: len(each[0])):
        if sum(map(len, words)) >= _ACRONYM and not any(contains(words, other) for other in kept):
            kept.append(words)
            others.append(Alternative(leaf(words), name, language, TRANSLATED))
    return tuple(others)
