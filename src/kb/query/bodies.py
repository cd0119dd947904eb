"""Organisations and countries that a question names, with their other names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kb.query.dictionary import Lexicon
from kb.query.fields import NamesOf
from kb.query.labels import contains, leaf
from kb.query.tree import Alternative, Node, Phrase, Translated, Word
from kb.query.weights import TRANSLATED
from kb.text.folding import fold
from kb.text.words import WORD, folded_words, is_acronym, is_stop_word, stem, telling_words
from kb.thesaurus import LANGUAGES, Thesaurus

_LONGEST_COUNTRY = 5  # words
_LONGEST_BODY = 14  # words that say something
_LONG = 3  # words of a name that is one in small letters, too
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
        shouting = len(self._shouted) == len(written) > 1
        self._acronyms = {each for each in self._shouted if not shouting and is_acronym(written[each])}
        self._capitalised = {each for each, typed in written.items() if typed[0].isupper() and not shouting}

    def named(self, parts: Sequence[Node], place: int) -> tuple[Translated, int] | None:
        """The body or country that is named from ``place`` on, and how many parts its name takes."""
        part = parts[place]
        if body := self._body(parts, place) if self.organisations else None:
            return body
        if self.organisations and isinstance(part, Word) and (called := self._acronym(part)):
            return called, 1
        return self._country(parts, place)

    def is_body(self, parts: Sequence[Node], place: int) -> bool:
        """Whether it is a body in several words, and no country."""
        return bool(self.organisations) and self._body(parts, place) is not None

    def _acronym(self, word: Word) -> Translated | None:
        """The acronym of an organisation with its other names; what is a word, too, only in capitals."""
        small = word.exact and word.folded.isupper()
        if (word.exact and not small) or not self.off.isdisjoint((word.folded, word.folded.lower())):
            return None
        if not small:
            if is_stop_word(word.folded):
                return None
            if self._spoken(word.folded) and not self.thesaurus.abbreviated(word.folded):
                if word.folded not in self._acronyms:
                    return None
                word = self._elsewhere(word.folded) or word
        others = self._others(word.folded.lower())
        return Translated(word, others) if others else None

    def _body(self, parts: Sequence[Node], place: int) -> tuple[Translated, int] | None:
        """The longest name of an organisation in several words from ``place`` on."""
        first = parts[place]
        if isinstance(first, Phrase):
            run = first.words if not first.exact or any(map(str.isupper, first.words)) else ()
        else:
            run = tuple(each.folded for each in _named(parts[place : place + _LONGEST_BODY]))
        for length in range(len(run), 1, -1) if not isinstance(first, Phrase) else (len(run),):
            words = run[:length]
            lowered = tuple(map(str.lower, words))
            whole = not isinstance(first, Phrase) and length == len(parts)
            meant = (whole or self._is_name(words)) and self.off.isdisjoint((*lowered, "".join(lowered)))
            if meant and self.organisations and self.organisations(" ".join(lowered)):
                others = self._others(" ".join(lowered))
                acronyms = any(map(str.isupper, words))
                typed = Phrase(words, exact=acronyms, soft=not isinstance(first, Phrase) or first.soft)
                return Translated(typed, others), 1 if isinstance(first, Phrase) else length
        return None

    def _is_name(self, words: Sequence[str]) -> bool:
        """Whether words in a row are written as a name: in capitals, with an abbreviation, or long."""
        if len(words) < 2:
            return False
        return (
            len(words) >= _LONG
            or self._capitalised.issuperset(map(str.lower, words))
            or any(
                word.isupper() or self.thesaurus.abbreviated(word) or not self._spoken(word) for word in words
            )
        )

    def _others(self, name: str) -> tuple[Alternative, ...]:
        """The other names of an organisation."""
        others: dict[Word | Phrase, Alternative] = {}
        typed = folded_words(name)
        for each, language in self.organisations(name) if self.organisations else ():
            called = self._leaf(each, language)
            if called and typed not in (folded_words(each), telling_words(each)):
                others.setdefault(called, Alternative(called, each, language, TRANSLATED))
        return tuple(others.values())

    def _leaf(self, name: str, language: str) -> Word | Phrase | None:
        """How a name is looked for: an acronym that is a word, too, as it is printed or where it is none."""
        words = tuple(
            term if (term := fold(word)) and not (is_acronym(word) and is_stop_word(term)) else word
            for word in WORD.findall(name)
        )
        if any(map(str.isupper, words)):
            return leaf(words, exact=True)
        if language or not self._spoken(words[0]):
            return leaf(telling_words(name), exact=not language)
        return self._elsewhere(words[0])

    def _elsewhere(self, folded: str) -> Word | None:
        """An acronym in texts of the language in which it is no word: "KIND" in Spanish ones."""
        spoken = self._spoken(folded)
        others = [language for language in LANGUAGES if language not in spoken]
        return Word(folded, exact=True, language=others[0]) if len(others) == 1 else None

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

    def _spoken(self, folded: str) -> frozenset[str]:
        """The languages in which it is a word of a concept or of the lexicon."""
        named = (each for each in LANGUAGES if self.thesaurus.labelled((stem(folded, each),), each))
        pairs = self.lexicon.pairs if self.lexicon else ()
        known = (pair[0] for pair in pairs if self.lexicon and self.lexicon.translations(folded, *pair))
        return frozenset((*named, *known))


def _named(parts: Sequence[Node]) -> Iterator[Word]:
    """The words in a row that a name may be made of, and acronyms that are small words."""
    for part in parts:
        if not isinstance(part, Word) or (part.exact and not part.folded.isupper()):
            return
        yield part


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
