"""Questions: parsed, understood with the thesaurus, and marked in a text."""

from __future__ import annotations

import random
import string
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import places
from kb.engines.ranking import units
from kb.extractors.directory import every_name, every_name_of_a_body
from kb.messages import say
from kb.query import matching
from kb.query.ages import bare_ages
from kb.query.asking import asked
from kb.query.excluding import expanded
from kb.query.fields import Fields
from kb.query.parse import DEEPEST, LONGEST, MOST_CLAUSES, parse
from kb.query.pieces import MOST_NEAR, NEAR
from kb.query.tree import (
    FIELDS,
    All,
    Alternative,
    Any,
    Concept,
    Filter,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Query,
    Should,
    Translated,
    Word,
    leaves,
)
from kb.query.understand import concepts, understand
from kb.query.weights import HIDDEN, LEXICAL, TRANSLATED
from kb.text.words import folded_words, stem, terms
from kb.thesaurus import LANGUAGES, Thesaurus, concept, lexicon, load

THESAURUS = load()
WHOLE = lexicon.load()

# Parsing -------------------------------------------------------------------------------------


def words(*typed: str) -> tuple[Word, ...]:
    return tuple(map(Word, typed))


def soft(*typed: str) -> Phrase:
    """Words joined by marks, that were typed without quotation marks."""
    return Phrase(typed, soft=True)


PARSED: list[tuple[str, Node | None]] = [
    ("", None),
    ("  ", None),
    ('""', None),
    ("!?", None),
    ("child", Word("child")),
    ("NIÑEZ", Word("ninez")),
    ("child border", All(words("child", "border"))),
    ("the best interests of the child", All(words("best", "interests", "child"))),
    ("el interés superior de la niñez", All(words("interes", "superior", "ninez"))),
    ("niñas no acompañadas", All(words("ninas", "no", "acompanadas"))),
    ("NIÑAS NO ACOMPAÑADAS", All(words("ninas", "no", "acompanadas"))),
    ("a b c d", All(words("b", "c", "d"))),
    ("one two three four", All(words("one", "two", "three", "four"))),
    ("one two three four five", Any(words("one", "two", "three", "four", "five"), row=True)),
    ('"best interests"', Phrase(("best", "interests"))),
    ("“best interests”", Phrase(("best", "interests"))),
    ("«interés superior»", Phrase(("interes", "superior"))),
    ("„Wohl des Kindes“", Phrase(("wohl", "des", "kindes"))),
    ('"child"', Word("child")),
    ('"the best of"', Phrase(("the", "best", "of"))),
    ("best-interests", All((Word("best"), Word("interests")))),
    ("hijos/as migrantes", All((Word("hijos"), Word("migrantes")))),
    ("niñas/os", Word("ninas")),
    ("niñ@s solos", All((Word("ninos"), Word("solos")))),
    ("niñxs y adolescentxs", All((Word("ninos"), Word("adolescentos")))),
    ("lxs hijxs", Word("hijos")),
    ("Latinx index tax XS", All(words("latinx", "index", "tax", "xs"))),
    ("niños(as) trabajador(a)", All(words("ninos", "trabajador"))),
    ("hijo(a)s child(ren) parent(s)", All(words("hijo", "child", "parent"))),
    ("ａｓｙｌｕｍ（ｎｉñｅｚ）", All(words("asylum", "ninez"))),
    ("27/2019", soft("27", "2019")),
    ("asilo 22.8 COVID-19", All((Word("asilo"), soft("22", "8"), soft("covid", "19")))),
    ('"27/2019"', Phrase(("27", "2019"))),
    ("=27/2019", Phrase(("27", "2019"), exact=True)),
    ("ana@s.example", soft("ana", "s", "example")),
    ("asilo y/o refugio", All((Word("asilo"), Word("refugio")))),
    ("asilo/refugio", All((Word("asilo"), Word("refugio")))),
    ("asilo,tutela", All((Word("asilo"), Word("tutela")))),
    ("a/o", All((Word("a", exact=True), Word("o", exact=True)))),
    ("asylum-seeker OR refugee", Any((soft("asylum", "seeker"), Word("refugee")))),
    ("child -asylum-seeker", All((Word("child"), Not(soft("asylum", "seeker"))))),
    ("OC-21", soft("oc", "21")),
    ("can a child be detained?", All((Word("child"), Word("detained")))),
    ("¿qué pasa con la tutela?", Word("tutela")),
    ("what can happen?", All((Word("can"), Word("happen")))),
    ("can happen", All((Word("can"), Word("happen")))),
    ("how children return", All((Word("children"), Word("return")))),
    (
        "who may visit children locked up?",
        Any((Word("visit"), Word("children"), Word("locked"), Word("up")), row=True),
    ),
    ("child detention?", All((Word("child"), Word("detention")))),
    ("child's", Word("child")),
    ("68,000", Word("68000")),
    ("CRC/C/GC/14", soft("crc", "c", "gc", "14")),
    ("=child", Word("child", exact=True)),
    ('="best interests"', Phrase(("best", "interests"), exact=True)),
    ("consul*", Prefix("consul")),
    ("NIÑ*", Prefix("nin")),
    ("*", None),
    ('"best interests"~5', Near(("best", "interests"), 5)),
    ('"interés superior niñez"~2', Near(("interes", "superior", "ninez"), 3)),
    ('"best interests"~', Near(("best", "interests"), NEAR)),
    ('="best interests"~5', Near(("best", "interests"), 5, exact=True)),
    ('-"best interests"~5', Not(Near(("best", "interests"), 5))),
    ('"child"~5', Word("child")),
    ("fuzzy~", Fuzzy("fuzzy", 1)),
    ("Niñéz~", Fuzzy("ninez", 1)),
    ("acompañado~", Fuzzy("acompanado", 2)),
    ("acompañado~1", Fuzzy("acompanado", 1)),
    ("acompañado~0", Fuzzy("acompanado", 0)),
    ("=child~", Word("child", exact=True)),
    ("child ~ border", All(words("child", "border"))),
    ("child~border", soft("child", "border")),
    ("~child", Word("child")),
    ("asilum~ OR refuge~1", Any((Fuzzy("asilum", 2), Fuzzy("refuge", 1)))),
    (
        "lo pueden enviar a la frontera del sur en avión",
        Any(words("enviar", "frontera", "sur", "avion"), row=True),
    ),
    ("we can't send her child; they’re at the border", All(words("send", "child", "border"))),
    ("ha sido deportado", Word("deportado")),
    ("the embassy turned us away", All(words("embassy", "turned", "away"))),
    ("US embassy", All(words("us", "embassy"))),
    ("child OR border", Any(words("child", "border"))),
    ("niño O frontera", Any(words("nino", "frontera"))),
    ("child | border", Any(words("child", "border"))),
    ("child|border", Any(words("child", "border"))),
    ("child OR border OR court", Any(words("child", "border", "court"))),
    ("child AND border", All(words("child", "border"))),
    ("niño Y frontera", All(words("nino", "frontera"))),
    ("child or border", All(words("child", "border"))),
    ("CHILD OR BORDER", All(words("child", "border"))),
    ("court child OR border", All((Word("court"), Any(words("child", "border"))))),
    ("child -border", All((Word("child"), Not(Word("border"))))),
    ("child NOT border", All((Word("child"), Not(Word("border"))))),
    ("-border", Not(Word("border"))),
    ("child –border", All((Word("child"), Not(Word("border"))))),
    ("child −(border)", All((Word("child"), Not(Word("border"))))),
    ('child -"best interests"', All((Word("child"), Not(Phrase(("best", "interests")))))),
    ("child -(border court)", All((Word("child"), Not(All(words("border", "court")))))),
    ("child - border", All(words("child", "border"))),
    ("child --border", All(words("child", "border"))),
    (
        "(one two three four five) OR child",
        Any((Any(words("one", "two", "three", "four", "five"), row=True), Word("child"))),
    ),
    ("(child OR border) court", All((Any(words("child", "border")), Word("court")))),
    ("((child))", Word("child")),
    ("()", None),
    ("the", Word("the", exact=True)),
    ("the of", All((Word("the", exact=True), Word("of", exact=True)))),
    ("the =of child", All((Word("of", exact=True), Word("child")))),
    ("OR", Word("or", exact=True)),
    ("hepatitis E", All(words("hepatitis"))),
    ("NO child", All(words("no", "child"))),
    ("http://example.org/a", soft("http", "example", "org", "a")),
    ("topic:", Word("topic")),
    ("5:30", soft("5", "30")),
    ("nin\u0303ez\u200b", Word("ninez")),
]


@pytest.mark.parametrize(("text", "tree"), PARSED)
def test_a_question_is_parsed(text: str, tree: Node | None) -> None:
    query = parse(text)

    expected = tree.parts[0] if isinstance(tree, All) and len(tree.parts) == 1 else tree
    assert query.tree == expected
    assert (query.filters, query.notices, query.text) == ((), (), text)


@pytest.mark.parametrize(
    ("text", "tree", "said"),
    [
        ("c*", Word("c"), "c* is searched as c."),
        ("inter*r", Prefix("inter"), "inter*r is searched as inter*."),
        ("*terest", Word("terest"), "*terest is searched as terest."),
        ("27-mig*", soft("27", "mig"), "27-mig* is searched as 27 mig."),
        ('"best interests"~999', Near(("best", "interests"), MOST_NEAR), f"within {MOST_NEAR} words"),
        ("acompañado~7", Fuzzy("acompanado", 2), "acompañado~7 is searched as acompañado~2."),
        ("asilo~99", Fuzzy("asilo", 2), "asilo~99 is searched as asilo~2."),
        ("unknown:value", soft("unknown", "value"), 'no field "unknown"'),
        (
            "unknown:(child OR border)",
            All((Word("unknown"), Any(words("child", "border")))),
            'no field "unknown"',
        ),
        ("child NOT", Word("child"), '"NOT" has nothing behind it'),
        ("child OR", Word("child"), '"OR" has nothing on one side'),
        ("O niñez", Word("ninez"), '"O" has nothing on one side'),
        ("(child NOT) border", All(words("child", "border")), '"NOT" has nothing behind it'),
        (f"{'x' * 200}*y*z", Prefix("x" * 200), "…"),
    ],
)
def test_marks_that_mean_something_elsewhere_are_told(text: str, tree: Node, said: str) -> None:
    query = parse(text)

    assert query.tree == tree
    assert [said in str(notice) for notice in query.notices] == [True]
    assert len(str(query.notices[0])) < 250


@pytest.mark.parametrize(
    ("text", "filters", "tree"),
    [
        ("topic:(a OR b)", ["a", "b"], None),
        ("tema:(a b)", ["a", "b"], None),
        ('topic:("a b" | (c)) child', ["a b", "c"], Word("child")),
        ("topic:()", [], None),
        ("topic:(a AND b)", [], All((Filter("topic", ("a",)), Filter("topic", ("b",))))),
        ("topic:(a -b)", [], All((Filter("topic", ("a",)), Not(Filter("topic", ("b",)))))),
        ("-topic:(a b)", [], Not(Any((Filter("topic", ("a",)), Filter("topic", ("b",)))))),
    ],
)
def test_a_field_may_have_several_values_in_parentheses(
    text: str, filters: list[str], tree: Node | None
) -> None:
    query = parse(text)

    assert query.filters == tuple(Filter("topic", (value,)) for value in filters)
    assert (query.tree, query.notices) == (tree, ())


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("topic:x", "topic"),
        ("tema:x", "topic"),
        ("TEMA:x", "topic"),
        ("kind:x", "kind"),
        ("tipo:x", "kind"),
        ("country:x", "country"),
        ("pais:x", "country"),
        ("país:x", "country"),
        ("País:x", "country"),
        ("language:x", "language"),
        ("idioma:x", "language"),
        ("publisher:x", "publisher"),
        ("editor:x", "publisher"),
        ("organisation:x", "organisation"),
        ("organización:x", "organisation"),
        ("year:x", "year"),
        ("año:x", "year"),
        ("published:x", "year"),
        ("publicado:x", "year"),
        ("fecha:x", "year"),
        ("person:x", "person"),
        ("persona:x", "person"),
        ("place:x", "place"),
        ("lugar:x", "place"),
        ("group:x", "group"),
        ("grupo:x", "group"),
        ("symbol:x", "symbol"),
        ("símbolo:x", "symbol"),
        ("ano:x", "year"),
        ("after:x", "after"),
        ("desde:x", "after"),
        ("después:x", "after"),
        ("before:x", "before"),
        ("antes:x", "before"),
        ("until:x", "until"),
        ("hasta:x", "until"),
    ],
)
def test_fields_have_names_in_both_languages(text: str, field: str) -> None:
    assert parse(text).filters == (Filter(field, ("x",)),)
    assert parse(text).tree is None


def test_a_value_may_be_a_phrase() -> None:
    query = parse('country:"El Salvador" niños')

    assert query.filters == (Filter("country", ("El Salvador",)),)
    assert query.tree == Word("ninos")


@pytest.mark.parametrize("text", ["visa2~", "the~", "OC~1", "2016~", "w" * 41 + "~"])
def test_a_word_without_near_spellings_is_searched_as_it_stands(text: str) -> None:
    query = parse(f"child {text}")

    assert "searched as it stands" in str(*query.notices)
    assert all(isinstance(leaf, Word) for leaf in leaves(query.tree))


def test_a_field_in_a_choice_belongs_to_the_tree() -> None:
    law = Filter("kind", ("law",))

    assert parse("child OR kind:law").tree == Any((Word("child"), law))
    assert parse("(kind:law child)").tree == All((law, Word("child")))
    assert parse("-kind:law").tree == Not(law)
    assert parse("NOT kind:law").filters == ()


@pytest.mark.parametrize(
    "text",
    [
        "kind:law kind:treaty",
        "kind:law OR kind:treaty",
        "tipo:law tipo:treaty",
        "(kind:law) (kind:treaty)",
        "((kind:law)) kind:treaty",
        "(kind:law kind:treaty)",
        "kind:(law treaty)",
        "kind:(law) OR kind:treaty",
    ],
)
def test_values_of_one_field_are_alternatives_in_brackets_or_not(text: str) -> None:
    law, treaty = Filter("kind", ("law",)), Filter("kind", ("treaty",))

    assert (parse(text).tree, parse(text).filters) == (None, (law, treaty))
    assert parse(f"({text} country:mx child)").tree == All(
        (Any((law, treaty)), Filter("country", ("mx",)), Word("child"))
    )


@pytest.mark.parametrize(
    "text", ["kind:law AND kind:treaty", "tipo:law Y tipo:treaty", "(kind:law) AND (kind:treaty)"]
)
def test_values_with_and_between_them_are_all_wanted(text: str) -> None:
    law, treaty = Filter("kind", ("law",)), Filter("kind", ("treaty",))

    assert (parse(text).tree, parse(text).filters) == (treaty, (law,))
    assert parse(f"({text})").tree == All((law, treaty))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('the "best interests', "never closed"),
        ('5" pipe', "never closed"),
        ("(child border", "never closed"),
        ("child) border", "never opened"),
        ("(" * (DEEPEST + 2) + "child" + ")" * (DEEPEST + 2), "Too many parentheses"),
        (" ".join(f"w{number}" for number in range(MOST_CLAUSES + 1)), f"More than {MOST_CLAUSES} parts"),
        ("child " * LONGEST, f"longer than {LONGEST} characters"),
    ],
)
def test_what_is_not_understood_is_searched_as_words_with_a_notice(text: str, said: str) -> None:
    query = parse(text)

    assert query.tree
    assert [said in str(notice) for notice in query.notices] == [True]
    assert all(isinstance(leaf, Word) for leaf in leaves(query.tree))


def test_a_question_within_the_bounds_is_understood() -> None:
    assert parse("(" * DEEPEST + "child" + ")" * DEEPEST).notices == ()
    assert parse(" ".join(f"w{number}" for number in range(MOST_CLAUSES))).notices == ()
    assert parse("c" * LONGEST).notices == ()


# No text is an error -------------------------------------------------------------------------

PIECES = [
    "best interests",
    "interés superior",
    "NNA",
    "niñez",
    "OR",
    "O",
    "NOT",
    "AND",
    "-",
    "(",
    ")",
    '"',
    "“",
    "”",
    "«",
    "=",
    "*",
    "consul*",
    "topic:",
    "tema:best-interests",
    "year:2016..2018",
    "after:",
    "country:xx",
    "..",
    "|",
    ":",
    "the",
    "of",
    "no",
    "'",
    "ʼ",
    "\x00",
    "\u202e",
    "\ud800",
    "\u0345",
    "ñ\u0303",
    "68,000",
    "e.g.",
    "U.S.",
    "𝔠𝔥𝔦𝔩𝔡",
    "children",
    "kind:law",
    "language:zz",
    "before:2017-13-45",
    "=“",
    "--",
    "-(",
    "año:",
    "publisher:ʼ",
    "organisation:the",
    " ",
]
TYPED = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)


def size(node: Node | None) -> tuple[int, int]:
    """The nodes of a tree, and its depth."""
    match node:
        case None:
            return 0, 0
        case All() | Any():
            inner = [size(part) for part in node.parts]
            assert inner, "an empty row"
            return 1 + sum(each[0] for each in inner), 1 + max(each[1] for each in inner)
        case Not(part):
            nodes, depth = size(part)
            return nodes + 1, depth + 1
        case Concept(typed=typed):
            return size(typed)
        case Phrase(typed_words):
            assert len(typed_words) > 1
            return 1, 1
        case Word(folded) | Prefix(folded):
            assert folded
            return 1, 1
        case _:
            return 1, 1


def check_is_sound(text: str) -> None:
    parsed = parse(text)
    understood = understand(parsed, THESAURUS)

    for query in (parsed, understood):
        nodes, depth = size(query.tree)
        assert nodes <= 4 * MOST_CLAUSES
        assert depth <= 3 * DEEPEST
        assert all(str(notice) for notice in query.notices)
    assert all(condition.field in FIELDS for condition in understood.filters)
    matching.Marker(leaves(understood.tree)).marks(text, "es")


@given(TYPED)
def test_nothing_that_can_be_typed_is_an_error(text: str) -> None:
    check_is_sound(text)


@pytest.mark.slow
def test_ten_thousand_questions_are_no_error() -> None:
    chance = random.Random(36)  # the same questions in every run

    for _ in range(10_000):
        pieces = chance.choices([*PIECES, *string.punctuation, "word", "palabra"], k=chance.randint(0, 40))
        check_is_sound(chance.choice(["", " "]).join(pieces))


# Understanding -------------------------------------------------------------------------------


class Silent:
    """What a lexicon says of a word that it does not have."""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        return ("en", "es"), ("es", "en")

    def near(self, word: str, language: str) -> Sequence[str]:
        return ()

    def synonyms(self, word: str, language: str) -> Sequence[str]:
        return ()

    def phrase(self, words: Sequence[str], place: int, language: str) -> None:
        return None

    def is_of_verb(self, word: str, language: str) -> bool:
        return False

    def is_verb(self, word: str, language: str) -> bool:
        return False

    def languages(self, word: str, among: Sequence[str]) -> Sequence[str]:
        return among

    def distance(self, word: str, language: str) -> int:
        return 0

    def means_another(self, word: str, language: str, other: str) -> bool:
        return False

    def written(self, translation: str, word: str, source: str, target: str) -> Sequence[str]:
        return ()


class FewWords(Silent):
    """A lexicon of three words."""

    PAIRS: ClassVar = {
        ("school", "en"): ["escuela", "centro de estudios"],
        ("red", "en"): ["rojo"],
        ("red", "es"): ["network"],
        ("children", "en"): ["niño"],
        ("legal", "en"): ["legal", "jurídico"],
        ("resident", "en"): ["residente"],
    }

    def translations(self, word: str, source: str, target: str) -> list[str]:
        return self.PAIRS.get((word, source), [])

    def forms(self, word: str, language: str) -> list[str]:
        return ["children", "child"] if word == "children" else [word]

    def family(self, word: str, language: str) -> list[str]:
        kin = {("school", "en"): "schooling", ("escuela", "es"): "escolar", ("detention", "en"): "detain"}
        return [kin[word, language]] if (word, language) in kin else []


def translations(
    text: str, *, off: Collection[str] = (), expand: bool = True
) -> dict[str, list[Alternative]]:
    """The translations of each typed word."""
    tree = understand(parse(text), Thesaurus({}), FewWords(), expand=expand, off=off).tree
    nodes = tree.parts if isinstance(tree, All | Any) else (tree,)
    return {
        each.typed.folded: list(each.alternatives)
        for each in nodes
        if isinstance(each, Translated) and isinstance(each.typed, Word)
    }


def test_a_word_has_its_translations_beside_it_the_first_weighing_most() -> None:
    held = [each for each in translations("school")["school"] if each.label not in ("schooling", "escolar")]
    (first, second) = held

    assert first == Alternative(Word("escuela", language="es"), "escuela", "es", LEXICAL[0])
    assert second.leaf == Phrase(("centro", "estudios"), language="es")
    assert second.weight < first.weight < 1


def test_a_word_alone_is_translated_from_both_languages_and_a_sentence_from_its_own() -> None:
    assert [each.label for each in translations("red")["red"]] == ["rojo", "network"]
    assert [each.label for each in translations("¿cómo funciona la red de escuelas?")["red"]] == ["network"]


def test_what_is_exact_excluded_or_switched_off_is_not_translated() -> None:
    assert translations("=school") == {}
    assert translations("red -school").keys() == {"red"}
    assert translations("red school", off=["school"]).keys() == {"red"}
    assert translations("school", expand=False) == {}


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("my nephew is being deported", {"nephew", "deported"}),
        ("the girls were told to sign", {"girls", "sign"}),
        ("her aunt used to work there", {"aunt", "work"}),
        ("he got arrested in Upala", {"arrested", "upala"}),
        ("se quedó dormida en Upala", {"dormida", "upala"}),
        ("nos dijeron que firmáramos papeles", {"firmaramos", "papeles"}),
        ("tuvieron que cruzar selvas", {"cruzar", "selvas"}),
        ("podían salir del cuarto", {"salir", "cuarto"}),
        ("acaban de llegar a Upala", {"llegar", "upala"}),
        ("human being", {"human", "being"}),
        ("in case of fire at night", {"fire", "night"}),
        ("a case of theft", {"case", "theft"}),
        ("a fin de proteger ríos", {"proteger", "rios"}),
        ("el fin de la guerra", {"fin", "guerra"}),
        ("tests are used to measure", {"tests", "used", "measure"}),
        ("contaron los niños", {"contaron", "ninos"}),
        ("cuántos niños fueron devueltos", {"ninos", "devueltos"}),
        ("how many children were returned", {"children", "returned"}),
        ("se puede deportar a un niño", {"deportar", "nino"}),
        ("es permitido deportar niñas", {"deportar", "ninas"}),
        ("is it allowed to deport girls", {"deport", "girls"}),
        ("at what age can a child testify", {"age", "child", "testify"}),
        ("how old is a child", {"age", "child"}),
        ("¿a quién avisa el consulado?", {"avisa", "consulado"}),
        ("qué dice el comité sobre la salud", {"comite", "salud"}),
        ("tiene derecho a abogado", {"derecho", "abogado"}),
    ],
)
def test_of_a_sentence_the_telling_words_are_wanted(text: str, telling: set[str]) -> None:
    tree = parse(text).tree

    assert isinstance(tree, All)
    assert {part.folded for part in tree.parts if isinstance(part, Word)} == telling


def test_a_translation_that_is_found_as_it_was_typed_is_shown_and_not_counted() -> None:
    (told,) = translations("resident")["resident"]

    assert (told.label, told.weight, told.shown) == ("residente", 0.0, True)
    assert all(
        weight
        for unit in units(Query(tree=Translated(Word("resident"), (told,))))
        for _, weight in unit.leaves
    )


def test_a_translation_that_is_the_typed_word_is_not_counted_twice() -> None:
    assert [each.label for each in translations("legal")["legal"]] == ["jurídico"]


@pytest.mark.parametrize(
    ("question", "also"),
    [
        ("well-being", "bienestar"),
        ("co-operation", "cooperación"),
        ("step-father", "padrastro"),
        ("Well-Being of children", "bienestar"),
        ("socio-económico", "socioeconomic"),
    ],
)
def test_a_word_with_a_hyphen_is_translated_as_one(question: str, also: str) -> None:
    query = understand(parse(question), THESAURUS, WHOLE)

    (first, *_) = expanded(query.tree)
    assert isinstance(first, Translated)
    assert isinstance(first.typed, Phrase)
    assert also in [each.label for each in first.alternatives]


@pytest.mark.parametrize("question", ["well being", "child-friendly", "=well-being"])
def test_other_words_are_translated_one_by_one(question: str) -> None:
    query = understand(parse(question), THESAURUS, WHOLE)

    assert not any(
        isinstance(each, Translated) and isinstance(each.typed, Phrase) for each in expanded(query.tree)
    )


def test_an_organisation_goes_by_all_its_names() -> None:
    def called(question: str) -> Query:
        return understand(parse(question), THESAURUS, WHOLE, organisations=every_name)

    (agency,) = expanded(called("ACNUR").tree)
    assert isinstance(agency, Translated)
    assert {"UNHCR", "UN Refugee Agency"} <= {each.label for each in agency.alternatives}
    assert "IOM" not in {each.label for each in agency.alternatives}
    for question in ("publisher:oim", 'editor:"Organización Internacional para las Migraciones"'):
        (condition,) = called(question).filters
        assert {"IOM", "OIM", "International Organization for Migration"} <= set(condition.values)
    assert called("person:oim").filters == parse("person:oim").filters
    assert called("publisher:Heronia").filters == (Filter("publisher", ("Heronia",)),)
    assert all(isinstance(each, Concept) for each in expanded(called("CRC").tree))
    assert all(not isinstance(each, Concept) for each in expanded(called("who").tree))


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("CRC", "Committee on the Rights of the Child"),
        ("cdn", "Committee on the Rights of the Child"),
        ('"UN Committee on the Rights of the Child"', "Committee on the Rights of the Child"),
        ("CMW", "Committee on Migrant Workers"),
        ("CTM", "Committee on Migrant Workers"),
        ("CED", "Committee on Enforced Disappearances"),
        ("CEDAW", "Committee on the Elimination of Discrimination against Women"),
        ("CERD", "Committee on the Elimination of Racial Discrimination"),
        ("CDPD", "Committee on the Rights of Persons with Disabilities"),
        ("OMS", "World Health Organization"),
        ("ONU", "United Nations"),
    ],
)
@pytest.mark.parametrize("field", ["publisher", "organización"])
def test_in_a_field_an_acronym_is_that_of_a_body(field: str, typed: str, title: str) -> None:
    query = understand(parse(f"{field}:{typed}"), THESAURUS, fields=Fields(THESAURUS, every_name_of_a_body))

    (condition,) = query.filters
    assert title in condition.values


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Corte IDH", "Inter-American Court of Human Rights"),
        ('"Corte IDH"', "Inter-American Court of Human Rights"),
        ("CoIDH", "Corte IDH"),
        ("CorteIDH", "IACtHR"),
        ("Comisión IDH", "Inter-American Commission on Human Rights"),
        ("Comité DDN", "Committee on the Rights of the Child"),
        ("Comité CDN", "Comité de los Derechos del Niño"),
        ("CRC Committee", "Comité de los Derechos del Niño"),
        ("CEDAW Committee", "Comité para la Eliminación de la Discriminación contra la Mujer"),
        ("Comité DESC", "Committee on Economic, Social and Cultural Rights"),
        ("imumi", "Instituto para las Mujeres en la Migración"),
        ("UPMRIP", "Unidad de Política Migratoria, Registro e Identidad de Personas"),
        ("DHS", "Department of Homeland Security"),
    ],
)
def test_a_body_goes_by_the_short_name_that_people_use(question: str, name: str) -> None:
    query = understand(parse(question), THESAURUS, WHOLE, organisations=every_name)

    (body,) = expanded(query.tree)
    assert isinstance(body, Translated)
    assert name in {each.label for each in body.alternatives}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("ONU", "United Nations"),
        ("onu", "Naciones Unidas"),
        ("OMS", "World Health Organization"),
        ("UE", "European Union"),
        ("KIND", "Kids in Need of Defense"),
        ("Naciones Unidas", "ONU"),
        ("organización mundial de la salud", "World Health Organization"),
        ("Amnistía Internacional", "Amnesty International"),
        ("cruz roja", "Red Cross"),
        ("la unión europea", "EU"),
        ("Human Rights Council", "Consejo de Derechos Humanos"),
        ("ONU Mujeres", "UN Women"),
        ('"Naciones Unidas"', "ONU"),
    ],
)
def test_a_body_goes_by_acronyms_and_full_names_of_both_languages(question: str, name: str) -> None:
    query = understand(parse(question), THESAURUS, WHOLE, organisations=every_name)

    (body,) = expanded(query.tree)
    assert isinstance(body, Translated)
    assert name in {each.label for each in body.alternatives}


def test_a_body_of_one_name_is_its_words_side_by_side() -> None:
    tree = understand(parse("Save the Children"), THESAURUS, WHOLE, organisations=every_name).tree

    assert isinstance(tree, Translated)
    assert (tree.typed, tree.alternatives) == (Phrase(("save", "children"), soft=True), ())


def test_a_small_word_in_capitals_is_an_acronym() -> None:
    (body,) = expanded(understand(parse("UN"), THESAURUS, WHOLE, organisations=every_name).tree)

    assert isinstance(body, Translated)
    assert body.typed == Word("UN", exact=True)
    assert {"ONU", "United Nations", "Naciones Unidas"} <= {each.label for each in body.alternatives}
    assert parse("WHO report", ["WHO"]).tree == All((Word("WHO", exact=True), Word("report")))
    assert parse("WHO IS THE GUARDIAN", ["WHO"]).tree == Word("guardian")
    assert parse("WHO OR UN", ["WHO", "UN"]).tree == Any((Word("WHO", exact=True), Word("UN", exact=True)))
    assert parse("UN/ILO", ["UN", "ILO"]).tree == All((Word("UN", exact=True), Word("ilo")))
    assert parse("the UN's role", ["UN"]).tree == All((Word("UN", exact=True), Word("role")))
    assert parse('"UN heron"', ["UN"]).tree == Phrase(("UN", "heron"), exact=True)
    assert parse("=UN", ["UN"]).tree == Phrase(("UN",), exact=True)
    assert parse("UN*", ["UN"]).tree == Prefix("un")
    assert parse("UN NIÑO", ["UN"]).tree == Word("nino")
    assert parse("es SU derecho", ["UN"]).tree == Word("derecho")
    assert parse("SU").tree == Word("SU", exact=True)
    assert parse("su").tree == Word("su", exact=True)


@pytest.mark.parametrize(
    "question", ["kind of shelter", "war child soldiers", "save the children at sea", "un niño"]
)
def test_small_letters_are_words_and_no_body(question: str) -> None:
    query = understand(parse(question), THESAURUS, WHOLE, organisations=every_name)

    labels = {each.label for node in expanded(query.tree) for each in node.alternatives}
    assert labels.isdisjoint({"Kids in Need of Defense", "War Child", "Save the Children", "ONU"})


@pytest.mark.parametrize("question", ["corte suprema", "corte de pelo", "comité local", "=Corte =IDH"])
def test_what_is_no_short_name_of_a_body_is_words(question: str) -> None:
    query = understand(parse(question), THESAURUS, WHOLE, organisations=every_name)

    assert not any(
        isinstance(each, Translated) and isinstance(each.typed, Phrase) for each in expanded(query.tree)
    )


def test_a_word_has_its_irregular_forms_beside_it() -> None:
    child, *_, translation = translations("children")["children"]

    assert child.leaf == Word("child", language="en")
    assert not child.shown
    assert LEXICAL[0] < child.weight < 1
    assert translation.leaf == Word("nino", language="es")


def test_the_family_of_a_word_counts_less_than_its_translations_and_that_of_a_translation_least() -> None:
    school = {each.label: each for each in translations("school")["school"]}

    assert school["schooling"].leaf == Word("schooling", language="en")
    assert school["schooling"].shown
    assert school["escolar"].leaf == Word("escolar", language="es")
    assert not school["escolar"].shown
    assert 0 < school["escolar"].weight < school["schooling"].weight < school["escuela"].weight
    assert translations("=school") == {}
    assert translations("school", off=["school"]) == {}


def countried(text: str) -> Node | None:
    return understand(parse(text), Thesaurus({}), countries=places.every_name).tree


@pytest.mark.parametrize(
    ("text", "words", "also"),
    [
        ("Estados Unidos", ("estados", "unidos"), "United States"),
        ("United States", ("united", "states"), "Estados Unidos"),
        ("EE. UU.", ("ee", "uu"), "United States"),
        ("EE.UU.", ("ee", "uu"), "United States"),
        ("EEUU", ("eeuu",), "United States"),
        ("USA", ("usa",), "Estados Unidos"),
        ("estados unidos", ("estados", "unidos"), "United States"),
        ("U.S.", ("us",), "Estados Unidos"),
        ("Reino Unido", ("reino", "unido"), "United Kingdom"),
        ("republica dominicana", ("republica", "dominicana"), "Dominican Republic"),
    ],
)
def test_a_country_is_searched_by_its_names_in_both_languages(
    text: str, words: tuple[str, ...], also: str
) -> None:
    tree = countried(text)

    assert isinstance(tree, Translated)
    assert tree.typed == (Phrase(words, soft=True) if len(words) > 1 else Word(words[0]))
    assert also in [each.label for each in tree.alternatives]


@pytest.mark.parametrize("text", ["us", "usa", "uk", "estados", "rica", "states"])
def test_what_is_a_word_too_is_no_country_in_small_letters(text: str) -> None:
    assert countried(text) == Word(text)


def test_a_country_with_one_name_in_both_languages_is_its_words_side_by_side() -> None:
    assert countried("Costa Rica") == Translated(Phrase(("costa", "rica"), soft=True), ())
    assert countried("El Salvador") == Translated(Word("salvador"), ())


def test_nothing_is_added_to_a_country_that_is_switched_off() -> None:
    query = understand(
        parse("Estados Unidos"), Thesaurus({}), off=["estadosunidos"], countries=places.every_name
    )

    assert query.tree == Translated(Phrase(("estados", "unidos"), soft=True), ())


class Crossing(Silent):
    """A lexicon with words of one language, and one of both."""

    def translations(self, word: str, source: str, target: str) -> Sequence[str]:
        held = {
            ("en", "border"): ("frontera", "borde"),
            ("es", "frontera"): ("border",),
            ("en", "child"): ("niño",),
            ("en", "red"): ("rojo",),
            ("es", "red"): ("network",),
        }
        return held.get((source, word), ())

    def forms(self, word: str, language: str) -> Sequence[str]:
        return (word, "children") if word == "child" else (word,)

    def family(self, word: str, language: str) -> Sequence[str]:
        return ("borderline",) if word == "border" else ()


@pytest.mark.parametrize("typed", ["MENA", "PINA", "CAT y más"])
def test_a_few_capitals_are_no_word(typed: str) -> None:
    tree = understand(parse(typed), Thesaurus({}), WHOLE).tree
    first = tree.parts[0] if isinstance(tree, All) else tree

    assert isinstance(first, Word)


def test_a_possessive_is_translated_as_its_word() -> None:
    tree = understand(parse("the mother's papers"), Thesaurus({}), WHOLE).tree

    assert isinstance(tree, All)
    assert all(isinstance(part, Translated) for part in tree.parts)


def test_in_a_question_of_capitals_words_are_words() -> None:
    tree = understand(parse("RED DE APOYO"), Thesaurus({}), WHOLE).tree

    assert isinstance(tree, All)
    assert all(isinstance(part, Translated) for part in tree.parts)


def test_words_near_each_other_that_name_a_concept_have_its_names() -> None:
    tree = understand(parse('"consular protection"~20'), THESAURUS).tree

    assert isinstance(tree, Concept)
    assert tree.leaf == tree.typed == Near(("consular", "protection"), 20)
    assert "protección consular" in [each.label for each in tree.alternatives]


@pytest.mark.parametrize(
    ("question", "ages"),
    [
        ("the girl is 12 and wants to go home", {"12"}),
        ("he says that he is 17", {"17"}),
        ("a boy of 15 looks older", {"15"}),
        ("can my son, 9, stay with his aunt", {"9"}),
        ("two girls, 9 and 11, travel alone", {"9", "11"}),
        ("teenagers aged 13 to 17", {"13", "17"}),
        ("my son is 12 and article 12 speaks of him", set()),
        ("is 30 days the limit", set()),
        ("a child of 2 migrants", {"2"}),
        ("he has 3 siblings", set()),
        ("the 12 principles", set()),
        ("title 42 and asylum", set()),
        ("articles 5 and 6 of the law", set()),
        ("a girl of 16 years", set()),
        ("mi hija tiene 14 y está detenida", {"14"}),
        ("un niño de 12 que viaja solo", {"12"}),
        ("una joven de 17 trabaja", {"17"}),
        ("a sus 16 ya cuida a otros", {"16"}),
        ("cumplió 18 en el albergue", {"18"}),
        ("hermanos de 8, 10 y 13", {"8", "10", "13"}),
        ("niñas de 12 a 17 años", {"12"}),
        ("tiene 2 hermanos y 5 primos", set()),
        ("artículos 3 y 12 de la ley", set()),
        ("el plazo es de 72 horas", set()),
        ("nació el 4 de noviembre", set()),
        ("es el 95 por ciento de la niñez", set()),
        ("los 120 que rescataron", set()),
        ("12", set()),
        ("12 y 14", set()),
    ],
)
def test_a_number_is_a_bare_age_where_nothing_is_counted(question: str, ages: set[str]) -> None:
    assert bare_ages(folded_words(question)) == ages


@pytest.mark.parametrize("question", ["el 95% de la niñez", "a fine of $40 for parents", "multa de €40"])
def test_a_share_and_a_sum_are_no_ages(question: str) -> None:
    tree = understand(parse(question), Thesaurus({})).tree

    assert {"95", "40"} & {leaf.folded for leaf in leaves(tree) if isinstance(leaf, Word)}


@pytest.mark.parametrize("question", ["artículos 9 y 37 del pacto", "articles 9 and 37 of the covenant"])
def test_of_listed_numbers_the_first_is_wanted_with_its_word(question: str) -> None:
    tree = understand(parse(question), Thesaurus({})).tree
    beside = [part.part for part in (tree.parts if isinstance(tree, All) else ()) if isinstance(part, Should)]

    assert beside == [Word("37")]


@pytest.mark.parametrize(
    ("question", "pairs"),
    [
        ("30 days", {("30", "days")}),
        ("5 casos", {("5", "casos")}),
        ("7 países de la región", {("7", "paises")}),
        ("Title 42 expulsion", {("title", "42")}),
        ("artículo 31 niñez", {("articulo", "31")}),
        ("covid 19 y escuelas", {("covid", "19")}),
        ("marcha del 4 de noviembre", {("4", "noviembre")}),
        ("el 95 por ciento", {("95", "ciento")}),
        ("un perro de 12 que ladra", set()),
        ("los 12 y sus perros", set()),
    ],
)
def test_a_number_goes_with_what_it_counts_or_stands_behind(
    question: str, pairs: set[tuple[str, str]]
) -> None:
    tree = understand(parse(question), Thesaurus({})).tree
    wanted = tree.parts if isinstance(tree, All) else (tree,)
    found = [part.typed for part in wanted if isinstance(part, Translated)]

    assert {each.words for each in found if isinstance(each, Phrase)} == pairs


def excluded(text: str, *, expand: bool = True) -> list[Leaf]:
    """What must not stand in a document."""
    query = understand(parse(text), THESAURUS, Crossing(), expand=expand, countries=places.every_name)
    parts = query.tree.parts if isinstance(query.tree, All) else (query.tree,)
    return [leaf for part in parts if isinstance(part, Not) for leaf in leaves(part.part)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("court -border", [Word("border"), Word("frontera", language="es")]),
        ("court NOT frontera", [Word("frontera"), Word("border", language="en")]),
        ("court -child", [Word("child"), Word("children", language="en"), Word("nino", language="es")]),
        ("court -=border", [Word("border", exact=True)]),
        ("court -red", [Word("red")]),  # a word of both languages: which is meant is not known
        ("court -bord*", [Prefix("bord")]),
    ],
)
def test_an_excluded_word_is_left_out_in_the_other_language_too(text: str, expected: list[Leaf]) -> None:
    assert excluded(text) == expected


def test_an_excluded_concept_is_left_out_in_the_other_language_too() -> None:
    out = excluded('court -"best interests"')

    assert out[0] == Phrase(("best", "interests"))
    assert Phrase(("interes", "superior", "nino"), language="es") in out
    assert all(isinstance(leaf, Phrase) and leaf.language == "es" for leaf in out[1:])


def test_an_excluded_country_is_left_out_under_all_its_names() -> None:
    assert Phrase(("united", "states")) in excluded('court -"Estados Unidos"')
    assert Word("spain") in excluded("corte -España")


def test_nothing_more_is_left_out_where_nothing_is_to_be_added() -> None:
    assert excluded("court -border", expand=False) == [Word("border")]
    assert excluded('court -"best interests"', expand=False) == [Phrase(("best", "interests"))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("my heron in a nest", ["heron", "nest"]),
        ("mis garzas", ["garzas"]),
        ("he", ["he"]),
    ],
)
def test_who_asks_is_not_looked_for(text: str, wanted: list[str]) -> None:
    assert [leaf.folded for leaf in leaves(parse(text).tree) if isinstance(leaf, Word)] == wanted


def test_a_no_in_capitals_is_a_word_and_that_is_told() -> None:
    told = '"NO" is searched as a word; what is to be left out is written -detención.'

    assert [str(each) for each in parse("asilo NO detención").notices] == [told]
    assert [str(each) for each in parse("asilo Y NO detención").notices] == [told]
    assert parse("niñas NO acompañadas").tree == All(words("ninas", "no", "acompanadas"))
    assert parse("ASILO NO DETENCIÓN").notices == parse("asilo no detención").notices == ()


def test_what_is_left_out_besides_is_told() -> None:
    query = understand(parse("court -border"), THESAURUS, Crossing())

    assert [str(each) for each in query.notices] == [
        "Left out in the other language, too: frontera; with -=word only what is typed."
    ]


def test_a_word_that_names_a_concept_has_its_family_too() -> None:
    detention = concept.Concept(id="detention", preferred={"en": "detention", "es": "detención"})
    query = understand(parse("detention"), Thesaurus({"detention": detention}), FewWords())

    assert isinstance(query.tree, Concept)
    assert query.tree.alternatives[-1].leaf == Word("detain", language="en")


@pytest.mark.parametrize(
    ("word", "translation"),
    [
        ("girls", Word("nina", language="es")),
        ("girl", Word("nina", language="es")),
        ("women", Word("mujer", language="es")),
        ("mothers", Word("madre", language="es")),
        ("consulado", Word("consulate", language="en")),
    ],
)
def test_a_word_that_names_a_concept_is_translated_as_a_word_too(word: str, translation: Word) -> None:
    found = leaves(understand(parse(word), THESAURUS, WHOLE).tree)
    stems = [(stem(leaf.folded, translation.language)) for leaf in found if isinstance(leaf, Word)]

    assert stem(translation.folded, translation.language) in stems


@pytest.mark.parametrize(
    ("word", "kin"),
    [
        ("statelessness", Word("apatrida", language="es")),
        ("expulsion", Word("expulsar", language="es")),
        ("slavery", Word("esclavo", language="es")),
        ("pobreza", Word("poor", language="en")),
        ("refugiada", Word("refuge", language="en")),
    ],
)
def test_a_word_that_names_a_concept_reaches_the_family_of_its_translation(word: str, kin: Word) -> None:
    assert kin in list(leaves(understand(parse(word), THESAURUS, WHOLE).tree))


def test_a_concept_that_is_switched_off_is_plain_words() -> None:
    query = understand(parse("best interests"), THESAURUS, off=["best-interests"])

    assert query.tree == All(words("best", "interests"))


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("children under 15", "15"),
        ("girls over the age of 16", "16"),
        ("niños edad 12", "12"),
        ("boys below 14", "14"),
    ],
)
def test_an_age_with_what_leads_to_it_counts_and_is_not_wanted(question: str, number: str) -> None:
    tree = understood(question).tree

    assert isinstance(tree, All)
    _, age = tree.parts
    assert isinstance(age, Should)
    assert {Phrase((number, "years"), language="en"), Phrase((number, "anos"), language="es")} <= {
        *leaves(age.part)
    }


@pytest.mark.parametrize("question", ["spread over 16 countries", "under article 15"])
def test_what_is_counted_or_numbered_is_no_age(question: str) -> None:
    tree = understood(question).tree

    assert not any(isinstance(leaf, Phrase) and "years" in leaf.words for leaf in leaves(tree))


def understood(text: str, *, expand: bool = True) -> Query:
    return understand(parse(text), THESAURUS, expand=expand)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("topic:consular-protection", ("topic", "consular-protection")),
        ("tema:protección-consular", ("topic", "consular-protection")),
        ('tema:"PROTECCION CONSULAR"', ("topic", "consular-protection")),
        ("tema:refugiado", ("topic", "refugees")),
        ("tema:adopción", ("topic", "adoption")),
        ("topic:adoption", ("topic", "adoption")),
        ("grupo:mujer", ("group", "women-and-girls")),
        ("group:refugees", ("group", "refugees-and-asylum-seekers")),
        ('grupo:"solicitantes de asilo"', ("group", "refugees-and-asylum-seekers")),
        ("group:stateless", ("group", "stateless-persons")),
        ("group:disabled", ("group", "persons-with-disabilities")),
        ("grupo:indígenas", ("group", "indigenous-peoples")),
        ("grupo:víctimas", ("group", "victims-of-trafficking")),
        ("group:detention", ("group", "persons-deprived-of-liberty")),
        ("group:returnees", ("topic", "return")),
        ("topic:women", ("group", "women-and-girls")),
        ("tema:familias", ("group", "families")),
        ("kind:press-release", ("kind", "press-release")),
        ("tipo:comunicados", ("kind", "press-release")),
        ("tipo:ley", ("kind", "law")),
        ("group:boys", ("group", "children")),
        ("grupo:niño", ("group", "children")),
        ("country:CR", ("country", "CR")),
        ("country:Salvador", ("country", "SV")),
        ('país:"los Estados Unidos"', ("country", "US")),
        ("country:honduras", ("country", "HN")),
        ("pais:mexico", ("country", "MX")),
        ('país:"Estados Unidos"', ("country", "US")),
        ("language:Spanish", ("language", "es")),
        ("idioma:inglés", ("language", "en")),
        ("language:qu", ("language", "qu")),
        ("language:garifuna", ("language", "cab")),
        ('idioma:"criollo haitiano"', ("language", "ht")),
    ],
)
def test_values_become_ids(text: str, expected: tuple[str, str]) -> None:
    (condition,) = understood(text).filters

    assert (condition.field, condition.exact) == (expected[0], True)
    assert expected[1] in condition.values


def test_people_of_several_groups_are_in_all_of_them() -> None:
    both = (Filter("group", ("children",), exact=True), Filter("group", ("migrants",), exact=True))

    for text in ('group:"migrant child"', 'grupo:"niñas migrantes"'):
        query = understood(text)
        assert query.filters == both
        assert [say(each, "es") for each in query.notices] == [
            f'No hay grupo de personas "{text.split(chr(34))[1]}"; se buscó como grupo de personas: '
            "niñas, niños y adolescentes, personas migrantes."
        ]


def test_values_that_count_elsewhere_stay_alternatives() -> None:
    query = understood("topic:women topic:asylum")

    assert query.filters == ()
    assert query.tree == Any(
        (
            Filter("group", ("women-and-girls",), exact=True),
            Filter("topic", ("asylum",), exact=True),
        )
    )


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("topic: asylum", "topic:asylum"),
        ("tema : asilo", "tema:asilo"),
        ('country:  "El Salvador"', 'country:"El Salvador"'),
        ("País: México kind : digest", "país:México kind:digest"),
        ("year: 2014", "year:2014"),
        ("year:2014 - 2018", "year:2014..2018"),
        ("year: 2014 -2018", "year:2014..2018"),
        ("año: 2014 a 2018", "año:2014..2018"),
        ("published:2014-05 to 2018", "published:2014-05..2018"),
        ("fecha: 2014 – 2018 niñez", "fecha:2014..2018 niñez"),
        ("year: >= 2014", "year:>=2014"),
        ("grupo: (mujeres niñas)", "grupo:(mujeres niñas)"),
        ("before: 2018 -adoption", "before:2018 -adoption"),
    ],
)
def test_a_field_means_the_same_with_blanks_around_its_marks(typed: str, means: str) -> None:
    meant, with_blanks = understood(means), understood(typed)

    assert (with_blanks.filters, with_blanks.tree) == (meant.filters, meant.tree)


def test_a_colon_behind_a_word_that_is_no_field_is_a_mark() -> None:
    assert understood("asylum: children").filters == ()
    assert understood("note: year").tree == understood("note year").tree


def test_symbols_are_cited_as_people_do() -> None:
    for text in ('"OG 14"', '"GC 14"', '"observación general núm. 14"', "crc/c/gc/14"):
        (condition,) = understood(f"símbolo:{text}").filters
        assert condition.values == ("CRC/C/GC/14",), text
    assert understood("symbol:FIC/7").filters == (Filter("symbol", ("FIC/7",)),)


def test_a_topic_is_filtered_as_its_facet_counts_it() -> None:
    assert understood("topic:children").filters == (Filter("topic", ("children",), exact=True),)


def test_publishers_are_compared_by_words() -> None:
    assert understood("publisher:iom").filters == (Filter("publisher", ("iom",)),)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("year:2016", 20160101, 20161231),
        ("año:2016..2018", 20160101, 20181231),
        ("year:2018..2016", 20160101, 20181231),
        ("year:2016-2018", 20160101, 20181231),
        ("year:2016..", 20160101, None),
        ("year:2016-", 20160101, None),
        ("año:2016+", 20160101, None),
        ("year:..2018", None, 20181231),
        ("year:2016-11", 20161101, 20161131),
        ("after:2016-11", 20161101, None),
        ("year:>2010", 20101232, None),
        ("año:>=2010", 20100101, None),
        ("year:<2010", None, 20100100),
        ("fecha:<=2010-03", None, 20100331),
        ("published:>2010-03-05", 20100306, None),
        ("published:2016-11", 20161101, 20161131),
        ("publicado:2016-11..2017-02", 20161101, 20170231),
        ("published:2016-11-20..2016-11", 20161120, 20161131),
        ("fecha:2016-11..", 20161101, None),
        ("después:2016-11", 20161101, None),
        ("desde:2016", 20160101, None),
        ("before:2017", None, 20170100),
        ("antes:2017-05-03", None, 20170502),
        ("until:2017", None, 20171231),
        ("hasta:2017-05", None, 20170531),
        ('after:"3 May 2017"', 20170503, None),
        ('desde:"12 de mayo de 2017"', 20170512, None),
    ],
)
def test_dates_become_days(text: str, first: int | None, last: int | None) -> None:
    query = understood(text)

    assert query.filters == (Filter("published", first=first, last=last),)
    assert query.notices == ()


def test_fields_of_one_name_are_alternatives_and_dates_are_not() -> None:
    assert understood("country:hn country:gt country:hn").filters == (
        Filter("country", ("HN", "GT"), exact=True),
    )
    assert len(understood("after:2016 before:2018").filters) == 2


@pytest.mark.parametrize(
    "text",
    [
        "country:atlantis",
        "topic:dragons",
        "tipo:poema",
        "year:soon",
        "year:2016..soon",
        "before:3-May",
        "language:the",
        "-country:atlantis",
        "(country:atlantis OR child)",
    ],
)
def test_a_value_that_means_nothing_is_searched_as_words(text: str) -> None:
    query = understood(text)

    assert query.tree
    assert query.filters == ()
    assert [str(notice).startswith("Nothing is known as") for notice in query.notices] == [True]


def test_words_of_an_unknown_value_stand_beside_the_question() -> None:
    assert understood("dragons country:atlantis").tree == All(words("dragons", "atlantis"))
    assert understood("country:the").tree == Word("the", exact=True)


# Concepts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("best interests", "best-interests"),
        ("BEST INTERESTS OF THE CHILD", "best-interests"),
        ('"best interests"', "best-interests"),
        ("interes superior", "best-interests"),
        ("el interés superior de la niñez", "best-interests"),
        ("nna no acompañados", "unaccompanied-children"),
        ("niñas y niños no acompañados", "unaccompanied-children"),
        ("unaccompanied children", "unaccompanied-children"),
        ("consular protection", "consular-protection"),
        ("NNA", "children"),
        ("nna", "children"),
    ],
)
def test_concepts_are_recognised_in_both_languages(text: str, concept: str) -> None:
    assert concept in [each.id for each in concepts(understood(text).tree)]


def alternatives(text: str) -> dict[str, Alternative]:
    return {each.label: each for found in concepts(understood(text).tree) for each in found.alternatives}


def test_a_concept_brings_its_names_of_the_other_language() -> None:
    assert {"es"} <= {each.language for each in alternatives("best interests").values()}
    assert {"en"} <= {each.language for each in alternatives("interés superior").values()}
    assert any("interés superior" in label for label in alternatives("best interests"))


def test_other_names_count_less_than_what_was_typed() -> None:
    for each in alternatives("unaccompanied children").values():
        assert each.weight in (TRANSLATED, HIDDEN)
        assert each.shown or each.weight == HIDDEN


def test_no_alternative_holds_what_was_typed_or_another_one() -> None:
    labels = alternatives("best interests")

    assert not [label for label in labels if "best interests" in label.lower()]


def test_an_abbreviation_is_looked_for_as_it_stands() -> None:
    bid = alternatives("interés superior").get("BID") or alternatives("best interests").get("BID")

    assert bid is None or (bid.leaf == Word("bid", exact=True) and bid.weight == HIDDEN)


@pytest.mark.parametrize(
    "text",
    [
        '="best interests"',
        "=best =interests",
        "=interests",
        "-=interests",
        '-="best interests"',
        "NOT =consular",
    ],
)
def test_exact_words_are_not_expanded(text: str) -> None:
    assert not list(concepts(understood(text).tree))
    assert understood(text).tree == parse(text).tree


def test_expansion_can_be_switched_off() -> None:
    assert understood("best interests", expand=False) == parse("best interests")


def test_what_was_typed_stays_in_the_tree() -> None:
    (concept,) = concepts(understood("best interests").tree)

    assert concept.typed == All(words("best", "interests"))
    assert concept.leaf == Phrase(("best", "interests"))


def test_the_longest_name_wins_and_the_rest_stays() -> None:
    tree = understood("unaccompanied children Honduras").tree

    assert isinstance(tree, All)
    assert [type(part) for part in tree.parts] == [Concept, Word]


def test_a_long_question_finds_its_concepts() -> None:
    tree = understood("how do judges weigh the best interests of the child at borders").tree

    assert isinstance(tree, Any)
    assert "best-interests" in [each.id for each in concepts(tree)]


def test_words_joined_by_or_are_no_name_together() -> None:
    tree = understood("best OR interests").tree

    assert tree == Any(words("best", "interests"))


# Matching ------------------------------------------------------------------------------------

TEXT = "The best interests of the child. Interests, at best; NNA's best INTEREST. El mejor interés."


def marked(leaf: Leaf, text: str = TEXT, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in matching.occurrences(leaf, terms(text, language), language)]


@pytest.mark.parametrize(
    ("leaf", "expected"),
    [
        (Word("interest"), ["interests", "Interests", "INTEREST"]),
        (Word("interests", exact=True), ["interests", "Interests"]),
        (Word("the"), []),
        (Word("the", exact=True), ["The", "the"]),
        (Prefix("interes"), ["interests", "Interests", "INTEREST", "interés"]),
        (Phrase(("best", "interest")), ["best interests", "best INTEREST"]),
        (Phrase(("best", "interests"), exact=True), ["best interests"]),
        (Phrase(("interests", "of", "the", "child")), ["interests of the child"]),
        (Phrase(("interests", "child")), ["interests of the child"]),
        (Phrase(("interests", "child"), exact=True), []),
        (Phrase(("child", "interests")), []),
        (Phrase(("of", "the")), ["of the"]),
        (Near(("interest", "best"), 2), ["best interests", "Interests, at best", "best INTEREST"]),
        (Near(("child", "best"), 3), ["best interests of the child"]),
        (Fuzzy("intrest", 1), ["INTEREST"]),
        (Fuzzy("intrest", 2), ["interests", "Interests", "INTEREST", "interés"]),
        (Word("dragon"), []),
    ],
)
def test_leaves_occur_where_their_words_stand(leaf: Leaf, expected: list[str]) -> None:
    assert marked(leaf) == expected


def test_occurrences_of_a_phrase_may_overlap_and_marks_do_not() -> None:
    text, phrase = "best best best", Phrase(("best", "best"))

    assert marked(phrase, text) == ["best best", "best best"]
    assert matching.Marker([phrase]).marks(text, "en") == [(0, 14)]


def test_namesakes_of_a_word_are_marked_where_another_word_finds_them() -> None:
    text, word = "Fidel y su fidelidad", Word("fidelidad", namesakes=frozenset({"fidel"}))

    assert matching.Marker([word]).marks(text, "es") == [(11, 20)]
    assert matching.Marker([word, Word("fidel")]).marks(text, "es") == [(0, 5), (11, 20)]
    assert matching.Marker([word]).marks("Fidel", "es") == []


def test_of_words_near_each_other_each_is_marked_and_not_what_stands_between() -> None:
    text = "The best of all interests, they say. Best?"

    found = matching.Marker([Near(("best", "interests"), 3)]).marks(text, "en")

    assert [text[start:end] for start, end in found] == ["best", "interests"]


def test_spanish_forms_are_marked() -> None:
    text = "Los intereses superiores de las niñas"

    assert marked(Phrase(("interes", "superior")), text, "es") == ["intereses superiores"]
    assert marked(Word("nino"), text, "es") == ["niñas"]


LEAVES = st.one_of(
    st.builds(Word, st.sampled_from(["best", "interest", "the", "nin", "a", "b"]), st.booleans()),
    st.builds(Prefix, st.sampled_from(["be", "in", "ab"])),
    st.builds(Fuzzy, st.sampled_from(["best", "intrest"]), st.integers(0, 2)),
    st.builds(
        Phrase,
        st.lists(st.sampled_from(["best", "interest", "the", "of", "a", "b"]), min_size=2, max_size=4).map(
            tuple
        ),
        st.booleans(),
    ),
)
PROSE = st.one_of(
    st.text(),
    st.lists(st.sampled_from(["best", "Interests", "the", "of", "niña", "a", "b", ".", "\n", "ʼ"])).map(
        " ".join
    ),
)


@given(st.lists(LEAVES, max_size=5), PROSE, st.sampled_from(["en", "es", "fr"]))
def test_marks_are_in_order_apart_and_inside_the_text(found: list[Leaf], text: str, language: str) -> None:
    marks = matching.Marker(found).marks(text, language)

    assert all(0 <= start < end <= len(text) for start, end in marks)
    assert all(one[1] <= other[0] for one, other in pairwise(marks))
    assert all(text[start:end].strip() == text[start:end] for start, end in marks)
    covered = {place for start, end in marks for place in range(start, end)}
    for leaf in found:
        for start, end in matching.occurrences(leaf, terms(text, language), language):
            assert covered.issuperset(range(start, end))


def test_several_years_are_alternatives() -> None:
    tree = understand(parse("year:2015 año:2017"), load()).tree

    assert tree == Any(
        (
            Filter("published", first=20150101, last=20151231),
            Filter("published", first=20170101, last=20171231),
        )
    )


@pytest.mark.parametrize(
    ("question", "word", "concept"),
    [
        ("trata", "trata", "trafficking"),
        ("TRATA en la frontera", "trata", "trafficking"),
        ("qué es la trata", "trata", "trafficking"),
        ("leyes contra la trata y el tráfico", "trata", "trafficking"),
        ("menas", "menas", "unaccompanied-children"),
        ("tutela de menas", "menas", "unaccompanied-children"),
        ("ilegales", "ilegales", "irregular-migration"),
        ("los mojados", "mojados", "irregular-migration"),
        ("maras", "maras", "gangs"),
        ("niñas", "niñas", "girls"),
        ("salud niñas", "niñas", "girls"),
    ],
)
def test_a_word_by_which_people_ask_names_its_concept(question: str, word: str, concept: str) -> None:
    query = asked(understand(parse(question), THESAURUS, WHOLE), THESAURUS, WHOLE)

    assert THESAURUS.named(word) == concept
    assert concept in [each.id for each in concepts(query.tree)]


@pytest.mark.parametrize(
    "question",
    [
        "de qué trata el curso",
        "se trata de",
        "el curso trata de tutela",
        "trata los casos",
        "no trata adopción",
        "armas ilegales",
        "zapatos mojados",
        "=trata",
        "lo que menos",
        "-trata asilo",
    ],
)
def test_a_word_that_is_used_otherwise_asks_for_no_concept(question: str) -> None:
    query = asked(understand(parse(question), THESAURUS, WHOLE), THESAURUS, WHOLE)

    told = {each.id for each in concepts(query.tree)}
    assert not told & {"trafficking", "irregular-migration", "unaccompanied-children"}
    assert Word("trafficking", language="en") not in list(leaves(query.tree))


def test_a_verb_that_asks_for_a_concept_is_not_looked_for_in_texts() -> None:
    def looked_for(question: str) -> list[str]:
        query = asked(understand(parse(question), THESAURUS, WHOLE), THESAURUS, WHOLE)
        return [each.folded for each in leaves(query.tree) if isinstance(each, Word)]

    assert "trata" not in looked_for("trata")
    assert "menas" in looked_for("menas")


def test_nothing_is_asked_for_that_was_switched_off() -> None:
    query = asked(
        understand(parse("menas"), THESAURUS, WHOLE), THESAURUS, WHOLE, off=["unaccompanied-children"]
    )

    assert list(concepts(query.tree)) == []


@pytest.mark.parametrize(
    ("question", "concept"),
    [
        ("can a boy be locked up?", "persons-deprived-of-liberty"),
        ("they are locking people up", "persons-deprived-of-liberty"),
        ("lock a migrant worker up", "persons-deprived-of-liberty"),
        ("they are locking children up", "child-detention"),
        ("lock a small child up", "child-detention"),
        ("lock a migrant child up", "persons-deprived-of-liberty"),
        ("detained with adults", "child-detention"),
        ("lo encerraron", "persons-deprived-of-liberty"),
        ("¿pueden encerrarla en una celda?", "persons-deprived-of-liberty"),
        ("la policía encierra a los hombres", "persons-deprived-of-liberty"),
        ("lo metió preso", "persons-deprived-of-liberty"),
        ("la policía encierra a los niños", "child-detention"),
        ("las detuvieron con adultos", "child-detention"),
        ("se metió a la pandilla", "forced-recruitment"),
        ("me voy a quedar con la abuela", "children-left-behind"),
        ("quiero quedarme con mi abuela", "children-left-behind"),
        ("se perdió en el camino", "missing-migrants"),
        ("searching mothers", "search-for-missing-migrants"),
        ("madres buscadoras", "search-for-missing-migrants"),
        ("two trans girls", "lgbti"),
        ("niñas trans", "lgbti"),
        ("Title 42", "collective-expulsion"),
        ("Título 42", "collective-expulsion"),
        ("at what age to be heard", "right-to-be-heard"),
        ("¿a qué edad puede ser oída?", "right-to-be-heard"),
        ("the boat sank", "rescue"),
        ("el barco se hundió", "rescue"),
        ("they paid a coyote", "smuggling"),
        ("pagaron a un coyote", "smuggling"),
        ("they took the baby away", "family-separation"),
        ("le quitaron el bebé a la madre", "family-separation"),
        ("is he a child or an adult", "age-assessment"),
        ("¿es un niño o un adulto?", "age-assessment"),
        ("free lawyers", "legal-representation"),
        ("abogados gratuitos", "legal-representation"),
        ("we can't send her home", "return"),
        ("may the girl be sent back to Honduras?", "return"),
        ("send the children of migrants back", "return"),
        ("mandar de vuelta", "return"),
        ("lo mandaron de vuelta", "return"),
        ("quieren mandarla de vuelta a su país", "return"),
        ("a girl without papers", "irregular-migration"),
        ("a girl without her papers", "irregular-migration"),
        ("niñas sin papeles", "irregular-migration"),
        ("viaja sin sus papeles", "irregular-migration"),
        ("she came on her own", "unaccompanied-children"),
        ("they crossed on their own", "unaccompanied-children"),
        ("vino por su cuenta", "unaccompanied-children"),
        ("¿y si vengo por mi cuenta?", "unaccompanied-children"),
        ("who pays the lawyer", "legal-aid"),
        ("paying for a good lawyer", "legal-aid"),
        ("¿quién paga el abogado?", "legal-aid"),
        ("not sure he is a minor", "age-assessment"),
        ("no saben si es menor", "age-assessment"),
    ],
)
def test_people_ask_for_a_concept_in_everyday_words_of_any_form(question: str, concept: str) -> None:
    query = asked(understand(parse(question), THESAURUS, WHOLE), THESAURUS, WHOLE)

    assert concept in [each.id for each in concepts(query.tree)]


@pytest.mark.parametrize(
    "question",
    [
        "locked date of the hearing",
        "cerrar la casa",
        "the report was sent to the committee",
        "send a report to the home ministry",
        "lock the door and wake up",
        "home schooling",
        "vuelta a clases",
        "una vuelta de negociaciones que mandar",
        "working papers",
        "papeles de trabajo",
        "papers without review",
        "papeles sin fecha",
        "worked on its own report",
        "cada oficina por su cuenta",
        "minor changes",
        "costos menores",
        "houses for adults and children",
        "casas de niños y adultos",
        "hacer daño al medio ambiente",
        "perdió el tren en el camino",
        "llegar en tren a la capital, arriba del puente",
        "the title of article 42",
        "cooperation adopted guidelines for children",
        "travel, not without help, alone",
        '"locked up"',
        "=locked up",
        "sol =sin =papeles",
        "-encerrar reunión",
    ],
)
def test_words_that_mean_something_else_ask_for_nothing(question: str) -> None:
    understood = understand(parse(question), THESAURUS, WHOLE)

    assert list(concepts(asked(understood, THESAURUS, WHOLE).tree)) == list(concepts(understood.tree))


@pytest.mark.parametrize("question", ["who pays the lawyer", "¿quién paga al abogado?"])
def test_everyday_words_count_as_they_were_typed_beside_the_concept(question: str) -> None:
    understood = understand(parse(question), THESAURUS, WHOLE)
    query = asked(understood, THESAURUS, WHOLE)

    assert {each.typed for each in expanded(query.tree)} > {each.typed for each in expanded(understood.tree)}


@pytest.mark.parametrize(
    ("question", "kept", "other"),
    [
        ("estación migratoria", "station", "season"),
        ("datos personales", "personal", "staff"),
        ("border guards", "frontera", "limite"),
        ("no tiene papeles", "document", "role"),
    ],
)
def test_words_of_a_concept_are_not_translated_in_a_sense_of_their_own(
    question: str, kept: str, other: str
) -> None:
    query = asked(understand(parse(question), THESAURUS, WHOLE), THESAURUS, WHOLE)

    words = {leaf.folded for leaf in leaves(query.tree) if isinstance(leaf, Word)}
    concept = next(iter(concepts(query.tree)))
    words |= {leaf.folded for part in concept.apart for leaf in leaves(part) if isinstance(leaf, Word)}
    assert kept in words
    assert other not in words


@pytest.mark.parametrize(
    ("question", "talk"),
    [
        ("the boy lost his passport, what can we do", {"what", "do"}),
        ("la niña perdió el pasaporte, qué se hace", {"hace"}),
        ("mi hijo se enfermó, que hacemos", {"hacemos"}),
        ("how long does an appeal take before a return", {"long", "take"}),
        ("nobody knows the age of the boy, what now", {"nobody", "knows"}),
    ],
)
def test_a_question_behind_what_happened_is_one(question: str, talk: set[str]) -> None:
    words = {leaf.folded for leaf in leaves(parse(question).tree) if isinstance(leaf, Word)}

    assert words
    assert words.isdisjoint(talk)


@pytest.mark.parametrize("question", ["niñas, niños, que viajan", "long residence permits that take effect"])
def test_words_in_a_row_are_no_question(question: str) -> None:
    words = {leaf.folded for leaf in leaves(parse(question).tree) if isinstance(leaf, Word)}

    assert words >= {"viajan"} or words >= {"long", "take"}


@pytest.mark.parametrize("question", ["el abogado", "las abogadas", "los soldados"])
def test_a_noun_that_asks_for_a_concept_is_looked_for_itself(question: str) -> None:
    query = asked(understand(parse(question), THESAURUS, WHOLE), THESAURUS, WHOLE)

    assert question.split()[1] in {leaf.folded for leaf in leaves(query.tree) if isinstance(leaf, Word)}


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("encuentran a un niño solo", True),
        ("viaja solo por el desierto", True),
        ("una adolescente que llega sola", True),
        ("detener a un niño solo por entrar", False),
        ("avisan sólo al consulado", False),
        ("solo la policía puede entrar", False),
    ],
)
def test_solo_is_alone_or_only(question: str, alone: bool) -> None:
    query = asked(understand(parse(question), THESAURUS, WHOLE), THESAURUS, WHOLE)

    assert ("alone" in {leaf.folded for leaf in leaves(query.tree) if isinstance(leaf, Word)}) is alone


@pytest.mark.parametrize("off", ["return", "back"])
def test_what_everyday_words_ask_for_can_be_switched_off(off: str) -> None:
    understood = understand(parse("sent back"), THESAURUS, WHOLE, off=[off])

    assert list(concepts(asked(understood, THESAURUS, WHOLE, off=[off]).tree)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_who_ask_have_everyday_words_for_most_concepts(language: str) -> None:
    spoken = [each.labels("asked", language) for each in THESAURUS.concepts.values()]

    assert sum(map(bool, spoken)) >= 100
    assert sum(map(len, spoken)) >= 500


def test_every_everyday_label_is_found_in_a_question() -> None:
    missed = [
        (concept.id, label)
        for concept in THESAURUS.concepts.values()
        for language in LANGUAGES
        for label in concept.labels("asked", language)
        if concept.id
        not in {
            each.id
            for each in concepts(
                asked(understand(parse(label.removeprefix("to ")), THESAURUS, WHOLE), THESAURUS, WHOLE).tree
            )
        }
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("noun", "translation"), [("drought", "sequía"), ("sequía", "drought"), ("reportero", "reporter")]
)
def test_a_noun_that_asks_for_a_concept_keeps_its_translations(noun: str, translation: str) -> None:
    query = asked(understand(parse(noun), THESAURUS, WHOLE), THESAURUS, WHOLE)

    assert translation in [other.label for each in expanded(query.tree) for other in each.alternatives]
