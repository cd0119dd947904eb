"""Words with their translations, the other forms of a word and its family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kb.query.dictionary import Lexicon
from kb.query.tree import Alternative, Node, Phrase, Translated, Word, in_a_row
from kb.query.weights import FORM, KIN, LEXICAL, TRANSLATED
from kb.text.folding import fold
from kb.text.words import is_acronym, stem, telling_words

_LIKE_A_FORM = 2  # the distance of what looks like a form of a verb


class Translating:
    """What the words of one question are called otherwise."""

    def __init__(
        self,
        lexicon: Lexicon,
        languages: Sequence[str],
        written: Mapping[str, str],
        compounds: Mapping[tuple[str, ...], str],
        off: frozenset[str],
    ) -> None:
        """What is asked, as it is written; to the words of ``off`` nothing is added.

        ``languages`` are those of the question, ``written`` its words as they were typed by their folded
        forms, ``compounds`` those with hyphens by their parts.
        """
        self.lexicon = lexicon
        self.languages = languages
        self.written = written
        self.compounds = compounds
        self.off = off
        self._shouting = len(self.written) > 1 and all(typed.isupper() for typed in self.written.values())

    def translated(self, word: Word) -> Word | Translated:
        """The word with its translations, where the lexicon has any; a word of its language.

        An acronym has those that are acronyms: *ADN*, DNA; but *CAT* no gato.
        """
        if word.exact:
            return word
        acronym = self._is_acronym(word.folded)
        word = word if acronym else self._placed(word)
        if word.folded in self.off:
            return word
        others: dict[Word | Phrase, Alternative] = {}
        for each in self.other_words(word.folded):
            known = others.get(each.leaf)
            if (each.label.isupper() or not acronym) and (known is None or known.weight < each.weight > 0):
                others[each.leaf] = each
        return Translated(word, tuple(others.values())) if others else word

    def compound(self, parts: Sequence[Node], place: int) -> tuple[Translated, int] | None:
        """Words that were typed with a hyphen, where the lexicon has them as one: "well-being"."""
        for words, joined in self.compounds.items():
            row = tuple(parts[place : place + len(words)])
            typed = row == tuple(map(Word, words)) and self.off.isdisjoint((joined, *words))
            others = tuple(self.other_words(joined)) if typed else ()
            if others:
                solid = Alternative(Word(joined), joined, "", TRANSLATED, shown=False)
                return Translated(Phrase(words, soft=True), (solid, *others)), len(words)
        return None

    def other_words(self, folded: str) -> Iterator[Alternative]:
        """What the word is called in other languages, in every form, and its own irregular forms."""
        spoken = self._languages_of(folded)
        for language in spoken:
            for form in self.lexicon.forms(folded, language)[1:]:
                yield Alternative(Word(form, language=language), folded, language, FORM, shown=False)
        yield from self.translations(folded)
        for language in spoken:
            yield from self.kin(folded, language)

    def translations(self, folded: str, most: int | None = None) -> Iterator[Alternative]:
        """The first ``most`` translations of a word in every form, each with its family."""
        spoken = self._languages_of(folded)
        for language, other in self.lexicon.pairs:
            if language not in spoken:
                continue
            typed = self.written.get(folded, folded)
            written = typed if fold(typed) == folded else folded  # papá and papa; not "Luther's"
            for rank, text in enumerate(self.lexicon.translations(written, language, other)[:most]):
                weight = LEXICAL[min(rank, len(LEXICAL) - 1)]
                words = telling_words(text)
                if len(words) > 1:
                    for form in dict.fromkeys((words[0], *self.lexicon.forms(words[0], other))):
                        row = Phrase((form, *words[1:]), language=other)
                        yield Alternative(row, text, other, weight, shown=form == words[0])
                elif words:
                    as_written = self.lexicon.written(words[0], folded, language, other)
                    for form in as_written or self.lexicon.forms(words[0], other):
                        shown = form == words[0]
                        known = stem(form, other) == stem(folded, other)  # "residente" for "resident"
                        if form != folded and (shown or not known):
                            leaf = Word(form, exact=bool(as_written), language=other)
                            worth = 0.0 if known else weight
                            yield Alternative(leaf, text, other, worth, shown=shown)
                    yield from self.kin(words[0], other, weight * KIN, shown=False)

    def kin(
        self, word: str, language: str, weight: float = KIN, *, shown: bool = True
    ) -> Iterator[Alternative]:
        """The other words of its family."""
        for each in self.lexicon.family(word, language):
            leaf = in_a_row(telling_words(each), language)
            yield Alternative(leaf, each, language, weight, shown=shown)

    def _is_acronym(self, folded: str) -> bool:
        return not self._shouting and is_acronym(self.written.get(folded, ""))

    def _placed(self, word: Word) -> Word:
        """The word as one of its language, where it is another in the other: *son*, *sea*, *plane*."""
        (own, *more) = self._languages_of(word.folded)
        if more or self.lexicon.distance(word.folded, own) > _LIKE_A_FORM:
            return word
        others = (target for source, target in self.lexicon.pairs if source == own)
        another = any(self.lexicon.means_another(word.folded, own, each) for each in others)
        return replace(word, language=own) if another else word

    def _languages_of(self, folded: str) -> Sequence[str]:
        """The languages that a word may be of: those of the question, unless only the other knows it."""
        every = dict.fromkeys((*self.languages, *(source for source, _ in self.lexicon.pairs)))
        known = [each for each in every if self.lexicon.distance(folded, each) <= _LIKE_A_FORM]
        asked = [each for each in self.languages if each in known]
        return self.lexicon.languages(folded, asked or known or self.languages)
