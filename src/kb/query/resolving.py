"""What the parts of a question mean: concepts with their names, words with their translations.

A node is resolved by itself and with its neighbours; the question as a whole is understood in ``understand``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from kb.messages import Message
from kb.query.apart import apart
from kb.query.beside import age, denied, denies_nothing, has_numbers, is_beside, numbered, without_denials
from kb.query.dictionary import Lexicon
from kb.query.fields import Fields, NamesOf
from kb.query.tree import (
    All,
    Alternative,
    Any,
    Concept,
    Filter,
    Near,
    Node,
    Not,
    Phrase,
    Should,
    Translated,
    Word,
    all_of,
    in_a_row,
)
from kb.query.wording import is_acronym
from kb.text.folding import fold
from kb.text.words import folded_words, is_stop_word, stem, telling_words
from kb.thesaurus import LANGUAGES, Thesaurus, label_stems

TRANSLATED = 0.7  # a name in either language counts so much of the typed words
HIDDEN = 0.5  # abbreviations, misspellings and outdated terms
LEXICAL = (0.6, 0.5, 0.4)  # the first, second and further translations of a word
KIN = 0.45  # another word of its family: "detained", "detention"; more than a third translation
FORM = 0.7  # another form of a typed word that no stem joins to it: "went", "go"
_LIKE_A_FORM = 2  # the distance of what looks like a form of a verb
_LONGEST_LABEL = 8  # words
_LONGEST_COUNTRY = 5  # words
_ACRONYM = 4  # letters: a shorter name of a country may be a word


class Resolver:
    """Walks a tree once and collects notices on the way."""

    def __init__(
        self,
        thesaurus: Thesaurus,
        lexicon: Lexicon | None,
        *,
        expand: bool,
        off: Collection[str] = (),
        languages: Sequence[str] = LANGUAGES,
        compounds: Mapping[tuple[str, ...], str] | None = None,
        organisations: NamesOf | None = None,
        countries: NamesOf | None = None,
        fields: Fields | None = None,
        written: Mapping[str, str] | None = None,
        excluding: Callable[[Resolver], Resolver] | None = None,
    ) -> None:
        self.thesaurus = thesaurus
        self.lexicon = lexicon
        self.expand = expand
        self.off = frozenset(off)
        self.languages = languages
        self.compounds = compounds or {}
        self.organisations = organisations if expand else None
        self.fields = fields or Fields(thesaurus, self.organisations)
        self.countries = countries if expand else None
        self.written = written or {}  # the words of the question as they were typed
        self.shouted = {folded for folded, typed in self.written.items() if typed.isupper()}
        self.shouting = len(self.shouted) == len(self.written) > 1
        self.excluding = excluding
        self.notices: list[Message] = []

    def _left_out(self, part: Node) -> Node:
        """What is excluded, resolved by the one who sees to exclusions."""
        if not self.excluding:
            return self.node(part)
        inner = self.excluding(self)
        resolved = inner.node(part)
        self.notices += inner.notices
        return resolved

    def node(self, node: Node) -> Node:
        """The node with its concepts found, its words translated and its filters resolved."""
        match node:
            case All(parts):
                found = self.row(parts, numbers=True)
                beside = [part for part in found if not isinstance(part, Not | Should | Filter)]
                wanted = not all(map(is_beside, beside))
                return all_of([Should(part) if wanted and is_beside(part) else part for part in found])
            case Any(parts, row):
                return replace(node, parts=tuple(self.row(parts) if row else map(self.node, parts)))
            case Not(part):
                return Not(self._left_out(part))
            case Should(part):
                return Should(self.node(part))
            case Filter():
                return self.filter(node)
            case Word() | Phrase() | Near():
                return self.row([node])[0]
            case _:
                return node

    def row(self, parts: Sequence[Node], *, numbers: bool = False) -> list[Node]:
        """Neighbouring words that name a concept become one part; the rest is resolved one by one.

        ``numbers``: they belong to words. In a long question, of which no word is wanted, they count alone.
        """
        found: list[Node] = []
        place = bare = 0  # where the words end that name what is switched off
        while place < len(parts):
            bare = max(bare, place + self._switched_off(parts, place))
            counted = self.numbered(parts, place) if self.expand and numbers else None
            if self.expand and place >= bare and (known := counted or self.known(parts, place)):
                found.append(known[0])
                place += known[1]
            elif denies_nothing(parts, place):
                place += 1
            else:
                part = denied(parts, place) or parts[place]
                if isinstance(part, Word) and place >= bare:
                    part = self.translated(part)
                found.append(part if isinstance(part, Word | Phrase | Near | Translated) else self.node(part))
                place += 1
        return found

    def known(self, parts: Sequence[Node], place: int) -> tuple[Concept | Translated, int] | None:
        """An organisation, a concept, an age or a word with a hyphen that begins at ``place``; its length."""
        part = parts[place]
        if isinstance(part, Word) and (called := self.organisation(part)):
            return called, 1
        return (
            self.body(parts, place)
            or self.country(parts, place)
            or age(parts, place, TRANSLATED)
            or self.concept(parts, place)
            or self.compound(parts, place)
        )

    def organisation(self, word: Word) -> Translated | None:
        """The acronym of an organisation, which is no word of either language, with its other names."""
        if not self.organisations or word.exact or word.folded in self.off or is_stop_word(word.folded):
            return None
        if not self.thesaurus.abbreviated(word.folded) and self._is_general(word.folded):
            return None
        others = self._bodies(word.folded)
        return Translated(word, others) if others else None

    def body(self, parts: Sequence[Node], place: int) -> tuple[Translated, int] | None:
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
        others = self._bodies(" ".join(words))
        return (Translated(Phrase(words, soft=True), others), length) if others else None

    def _bodies(self, name: str) -> tuple[Alternative, ...]:
        """The other names of an organisation."""
        others: dict[Word | Phrase, Alternative] = {}
        typed = telling_words(name)
        for each, language in self.organisations(name) if self.organisations else ():
            words = telling_words(each)
            leaf = _leaf(words, exact=not language)
            if words != typed:
                others.setdefault(leaf, Alternative(leaf, each, language, TRANSLATED))
        return tuple(others.values())

    def country(self, parts: Sequence[Node], place: int) -> tuple[Translated, int] | None:
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
            known = long or "".join(words) in self.shouted or all(word in self.shouted for word in words)
            names_ = self.countries(" ".join(words)) if known else ()
            if names_:
                typed = Phrase(words, soft=True) if length > 1 else Word(words[0])
                typed = first if isinstance(first, Phrase) else typed
                switched_off = not self.off.isdisjoint((*words, "".join(words)))
                others = () if switched_off else _other_names(names_, words)
                return Translated(typed, others), 1 if isinstance(first, Phrase) else length
        return None

    def _is_general(self, folded: str) -> bool:
        """Whether it is a word of a concept or of the lexicon."""
        if any(self.thesaurus.labelled((stem(folded, each),), each) for each in LANGUAGES):
            return True
        lexicon = self.lexicon
        return lexicon is not None and any(lexicon.translations(folded, *pair) for pair in lexicon.pairs)

    def numbered(self, parts: Sequence[Node], place: int) -> tuple[Translated, int] | None:
        """A word with its number, side by side, and its first translation with it in the other language."""
        words = numbered(parts, place)
        if words is None or age(parts, place, TRANSLATED):
            return None
        if not has_numbers(words[0]) and self.known(parts, place):
            return None
        word = min(words, key=str.isdecimal)
        lexicon = None if word in self.off else self.lexicon
        other = self._translations(lexicon, word, most=1) if lexicon else ()
        others = tuple(
            replace(
                each,
                leaf=Phrase(_in_place(words, each.leaf.folded), language=each.language),
                label=" ".join(_in_place(words, each.label)),
            )
            for each in other
            if isinstance(each.leaf, Word) and each.weight and each.shown
        )
        return Translated(Phrase(words, soft=True), others), 2

    def compound(self, parts: Sequence[Node], place: int) -> tuple[Translated, int] | None:
        """Words that were typed with a hyphen, where the lexicon has them as one: "well-being"."""
        for words, joined in self.compounds.items():
            row = tuple(parts[place : place + len(words)])
            typed = row == tuple(map(Word, words)) and self.off.isdisjoint((joined, *words))
            others = tuple(self.other_words(self.lexicon, joined)) if self.lexicon and typed else ()
            if others:
                solid = Alternative(Word(joined), joined, "", TRANSLATED, shown=False)
                return Translated(Phrase(words, soft=True), (solid, *others)), len(words)
        return None

    def concept(self, parts: Sequence[Node], place: int) -> tuple[Concept, int] | None:
        """The longest concept that the words from ``place`` on name, and how many parts it takes."""
        first = parts[place]
        if isinstance(first, Phrase | Near):
            named = None if first.exact else self.named(first, first.words)
            leaf = first if isinstance(first, Near) else None
            return (replace(named, leaf=leaf or named.leaf), 1) if named else None
        run = _run(parts, place)
        for length in range(len(run), 0, -1):
            telling, denials = without_denials(run[:length])
            typed = all_of([*telling, *map(Should, denials)])
            if named := self.named(typed, tuple(word.folded for word in run[:length])):
                each = [self._within(named.id, word) for word in telling] if length > 1 else []
                return replace(named, apart=tuple(each)), length
        return None

    def _switched_off(self, parts: Sequence[Node], place: int) -> int:
        """How many words from ``place`` on name a concept to which nothing is to be added."""
        run = _run(parts, place) if self.off else []
        for length in range(len(run), 0, -1):
            words = tuple(word.folded for word in run[:length])
            if named := {self._concept_of(words, language) for language in LANGUAGES} - {None}:
                return 0 if self.off.isdisjoint(named) else length
        return 0

    def _within(self, concept: str, word: Word) -> Node:
        """A word of a name of several words, for itself (``kb.query.apart``)."""
        (part,) = self.row([word])
        known = self.thesaurus.concepts[concept]
        names = ((name, language) for language in LANGUAGES for name in known.names(language))
        return apart(part, names, self.lexicon)

    def translated(self, word: Word) -> Word | Translated:
        """The word with its translations, where the lexicon has any; a word of its language.

        An acronym has those that are acronyms: *ADN*, DNA; but *CAT* no gato.
        """
        if not (self.expand and self.lexicon) or word.exact:
            return word
        acronym = self._is_acronym(word.folded)
        word = word if acronym else self._placed(self.lexicon, word)
        if word.folded in self.off:
            return word
        others: dict[Word | Phrase, Alternative] = {}
        for each in self.other_words(self.lexicon, word.folded):
            if each.label.isupper() or not acronym:
                others.setdefault(each.leaf, each)
        return Translated(word, tuple(others.values())) if others else word

    def _is_acronym(self, folded: str) -> bool:
        return not self.shouting and is_acronym(self.written.get(folded, ""))

    def _placed(self, lexicon: Lexicon, word: Word) -> Word:
        """The word as one of its language, where it is another in the other: *son*, *sea*, *plane*."""
        (own, *more) = self._languages_of(lexicon, word.folded)
        if more or lexicon.distance(word.folded, own) > _LIKE_A_FORM:
            return word
        others = (target for source, target in lexicon.pairs if source == own)
        another = any(lexicon.means_another(word.folded, own, each) for each in others)
        return replace(word, language=own) if another else word

    def _languages_of(self, lexicon: Lexicon, folded: str) -> Sequence[str]:
        """The languages that a word may be of: those of the question, unless only the other knows it."""
        every = dict.fromkeys((*self.languages, *(source for source, _ in lexicon.pairs)))
        known = [each for each in every if lexicon.distance(folded, each) <= _LIKE_A_FORM]
        asked = [each for each in self.languages if each in known]
        return lexicon.languages(folded, asked or known or self.languages)

    def other_words(self, lexicon: Lexicon, folded: str) -> Iterator[Alternative]:
        """What the word is called in other languages, in every form, and its own irregular forms."""
        spoken = self._languages_of(lexicon, folded)
        for language in spoken:
            for form in lexicon.forms(folded, language)[1:]:
                yield Alternative(Word(form, language=language), form, language, FORM, shown=False)
        yield from self._translations(lexicon, folded)
        for language in spoken:
            yield from self._kin(lexicon, folded, language, KIN)

    def _translations(self, lexicon: Lexicon, folded: str, most: int | None = None) -> Iterator[Alternative]:
        """The first ``most`` translations of a word in every form, each with its family."""
        spoken = self._languages_of(lexicon, folded)
        for language, other in lexicon.pairs:
            if language not in spoken:
                continue
            typed = self.written.get(folded, folded)
            written = typed if fold(typed) == folded else folded  # papá and papa; not "Luther's"
            for rank, text in enumerate(lexicon.translations(written, language, other)[:most]):
                weight = LEXICAL[min(rank, len(LEXICAL) - 1)]
                words = telling_words(text)
                if len(words) > 1:
                    yield Alternative(Phrase(words, language=other), text, other, weight)
                elif words:
                    as_written = lexicon.written(words[0], folded, language, other)
                    for form in as_written or lexicon.forms(words[0], other):
                        shown = form == words[0]
                        known = stem(form, other) == stem(folded, other)  # "residente" for "resident"
                        if form != folded and (shown or not known):
                            leaf = Word(form, exact=bool(as_written), language=other)
                            worth = 0.0 if known else weight
                            yield Alternative(leaf, text if shown else form, other, worth, shown=shown)
                    yield from self._kin(lexicon, words[0], other, weight * KIN, shown=False)

    def _kin(
        self, lexicon: Lexicon, word: str, language: str, weight: float, *, shown: bool = True
    ) -> Iterator[Alternative]:
        """The other words of its family."""
        for each in lexicon.family(word, language):
            leaf = Word(fold(each), language=language)
            yield Alternative(leaf, each, language, weight, shown=shown)

    def named(self, typed: Node, words: tuple[str, ...]) -> Concept | None:
        """The concept that the words name, with its other names beside them."""
        wanted = {language: _stems(words, language) for language in LANGUAGES}
        for language in LANGUAGES:
            concept = self._concept_of(words, language)
            if concept and concept not in self.off:
                leaf = in_a_row(words)
                others = sorted(self._others(concept, wanted), key=lambda other: other.language == language)
                if len(words) == 1:
                    others += self._unnamed(words[0], language, others)
                return Concept(concept, typed, leaf, tuple(others))
        return None

    def _concept_of(self, words: tuple[str, ...], language: str) -> str | None:
        stems = _stems(words, language)
        labelled = self.thesaurus.labelled(stems, language) if stems else None
        return labelled or (self.thesaurus.abbreviated(words[0]) if len(words) == 1 else None)

    def _unnamed(self, word: str, language: str, named: Sequence[Alternative]) -> list[Alternative]:
        """A word's family, first translation and its family, without what names the concept itself.

        The names of *girls* in Spanish are longer than what documents say, which is *niñas*.
        """
        if not self.lexicon:
            return []
        held = {
            (stem(each.leaf.folded, spoken), spoken)
            for each in named
            if isinstance(each.leaf, Word)
            for spoken in LANGUAGES
        }
        first = self._translations(self.lexicon, word, most=1)
        kin = self._kin(self.lexicon, word, language, KIN)
        return [
            each
            for each in (*first, *kin)
            if each.weight and (stem(fold(each.label), each.language), each.language) not in held
        ]

    def _others(self, concept: str, typed: dict[str, tuple[str, ...]]) -> Iterator[Alternative]:
        """The other names, without those that contain another one: where they stand, it stands."""
        known = self.thesaurus.concepts[concept]
        for language in LANGUAGES:
            kept: list[tuple[str, ...]] = [typed[language]]
            hidden = known.hidden.get(language, ())
            for label in sorted(known.names(language), key=lambda name: len(label_stems(name, language))):
                stems = label_stems(label, language)
                if stems and not any(_contains(stems, other) for other in kept):
                    kept.append(stems)
                    leaf = _leaf(telling_words(label))
                    weight = HIDDEN if label in hidden else TRANSLATED
                    yield Alternative(leaf, label, language, weight, shown=label not in hidden)
            for short in known.abbreviation.get(language, ()):
                leaf = _leaf(folded_words(short), exact=True)
                if (leaf.folded if isinstance(leaf, Word) else "") not in typed[language]:
                    yield Alternative(leaf, short, language, HIDDEN)

    def filter(self, condition: Filter) -> Node:
        """The filter with ids for values, or the words of a value that means nothing."""
        resolved, told = self.fields.resolved(condition)
        self.notices += told
        return resolved


def _other_names(names_: Sequence[tuple[str, str]], typed: tuple[str, ...]) -> tuple[Alternative, ...]:
    """The names of a country that contain no other one, without acronyms that are words: US, us."""
    told = [(telling_words(name), name, language) for name, language in names_]
    kept = [typed]
    others = []
    for words, name, language in sorted(told, key=lambda each: len(each[0])):
        if sum(map(len, words)) >= _ACRONYM and not any(_contains(words, other) for other in kept):
            kept.append(words)
            others.append(Alternative(_leaf(words), name, language, TRANSLATED))
    return tuple(others)


def _in_place(words: Sequence[str], word: str) -> tuple[str, ...]:
    """The words with another one in the place of that which is no number."""
    return tuple(each if each.isdecimal() else word for each in words)


def _run(parts: Sequence[Node], place: int) -> list[Word]:
    """The words in a row that a label may be made of."""
    run: list[Word] = []
    for part in parts[place : place + _LONGEST_LABEL]:
        if not isinstance(part, Word) or part.exact:
            break
        run.append(part)
    return run


def _leaf(words: tuple[str, ...], *, exact: bool = False) -> Word | Phrase:
    if len(words) > 1:
        return Phrase(words, exact)
    return Word(words[0], exact or is_stop_word(words[0]))  # a stop word alone is meant as it stands


def _stems(words: Sequence[str], language: str) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in words if not is_stop_word(word))


def _contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return any(long[place : place + len(short)] == short for place in range(len(long) - len(short) + 1))
