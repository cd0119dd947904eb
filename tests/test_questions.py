"""A hundred thousand questions that nobody would ask: none is an error, and none costs much."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.engines import Engine, open_engine, ranking
from kb.query.cited_places import MOST
from kb.query.parse import LONGEST, MOST_CLAUSES, parse
from kb.query.references import covers, references
from kb.query.tree import All, Any, Concept, Leaf, Node, Not, Query, Translated, leaves
from kb.query.understand import understand
from kb.records import Change, Document, Passage
from kb.thesaurus import lexicon, load

MOST_LEAVES = 12 * MOST_CLAUSES  # with all other names and translations
WORDS = """
    child children best interests interés superior niñez niñas no acompañadas NNA UASC BID consular protección
    the of and el la de por para sin escuela detention detención Honduras 68,000 U.S. e.g. asylum-seekers
    niño's 2016 16 don't a I O ¿cómo ¿qué? what ...
""".split()
OPERATORS = """
    OR O | || NOT AND Y E & + - -- -( ( ) (( )) " “ ” „ « » ‟ ＂ = =" =( * ** ~ ~1 ~2 ~~ ~9 "~5 "~ "~0
    "~999 : :: .. ... '
    ʼ ` / \\ # ¶ § ; , . ? ! ¿ ¡ < > [ ] { } ^ $ % @ _ – — ‑
""".split()
FIELDS = [
    f"{name}:{value}"
    for name in """
        topic tema group grupo kind tipo country país language idioma publisher editor organisation
        organización
        person persona place lugar symbol símbolo year año published publicado after desde después
        before antes
        until hasta nobody
    """.split()
    for value in (
        "",
        "x",
        '"',
        '"El Salvador"',
        "2016..2018",
        "..",
        "2016-13-45",
        "best-interests",
        "CRC/C/GC/14",
    )
]
CITED = """
    GC OG GR RG JGC CRC CDN VCCR LGDNNA CRC/C/GC/14 CRC/C/GC/14#p36 OC-21/14 art. artículo párr. ¶36 3(1)
    inciso bis
    general comment observación joint núm. No. Convención sobre los Derechos del Niño
""".split()
ODD = [
    *(
        "\x00",
        "\x1b[31m",
        "\x7f",
        "\t",
        "\n",
        "\r\n",
        "\u2028",
        "\u00a0",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\ud800",
        "\udfff",
    ),
    *(
        "\u0301",
        "ñ\u0303",
        "e\u0301" * 40,
        "ß",
        "ﬃ",
        "İ",
        "ı",
        "Ⅷ",
        "٣",
        "²",
        "𝔠𝔥𝔦𝔩𝔡",
        "😀",
        "日本語",
        "שלום",
        "ǅ",
        "\U0010ffff",
    ),
    *("w" * 41, "w" * 900 + "~", "a-" * 60, "(" * 30, '"' * 7, "x y " * 300, "-a" * 50, "a|" * 40, "1." * 50),
]
LETTERS = 'abceinoñÁé ""()~*=:-|.\'/#\t\x00\u202e19'


class Asker:
    """Random questions; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def questions(self, count: int) -> Iterator[str]:
        """So many questions."""
        for _ in range(count):
            (kind,) = self.random.choices((self.sentence, self.letters, self.doubled), (12, 4, 1))
            yield kind()

    def sentence(self) -> str:
        (count,) = self.random.choices((0, 1, 2, 3, 5, 8, 13, 40, 80), (2, 8, 8, 8, 8, 6, 6, 2, 1))
        pieces = [self.piece() for _ in range(count)]
        return self.random.choice(("", " ", " ", " ")).join(pieces)

    def piece(self) -> str:
        (table,) = self.random.choices((WORDS, OPERATORS, FIELDS, CITED, ODD), (6, 6, 3, 3, 1))
        return self.random.choice(table)

    def letters(self) -> str:
        (count,) = self.random.choices((1, 5, 20, 60, 400), (4, 4, 4, 4, 1))
        return "".join(self.random.choices(LETTERS, k=count))

    def doubled(self) -> str:
        return self.sentence() * self.random.choice((2, 3, 50))


def size(node: Node | None) -> int:
    """How many nodes a tree has, the words of concepts included."""
    match node:
        case None:
            return 0
        case All() | Any():
            return 1 + sum(map(size, node.parts))
        case Not(part):
            return 1 + size(part)
        case Concept() | Translated():
            return 1 + size(node.typed) + len(node.alternatives)
        case _:
            return 1


def scored(query: Query) -> list[Leaf]:
    """Every leaf that an engine looks up for the score."""
    return [leaf for unit in ranking.units(query) for leaf, _ in unit.leaves]


@pytest.mark.slow
@pytest.mark.parametrize("half", [36, 37])  # for two processors
def test_a_hundred_thousand_questions_are_parsed_in_bounded_trees(half: int) -> None:
    for text in Asker(half).questions(50_000):
        query = parse(text)
        assert size(query.tree) <= 4 * MOST_CLAUSES, text
        assert len(list(leaves(query.tree))) + len(query.filters) <= MOST_CLAUSES, text
        assert all(str(notice) for notice in query.notices)


@pytest.mark.slow
def test_twenty_thousand_questions_hold_few_references() -> None:
    for text in Asker(63).questions(20_000):
        found = references(text)
        assert len(found) <= MOST, text
        assert all(text[slice(*each.span)] == each.typed for each in found)
        covers(text, found)


@pytest.mark.slow
def test_three_thousand_questions_are_understood_in_bounded_trees() -> None:
    thesaurus, words = load(), lexicon.load()

    for text in Asker(14).questions(3_000):
        query = understand(parse(text), thesaurus, words)
        assert len(list(leaves(query.tree))) <= MOST_LEAVES, text
        assert len(scored(query)) <= 2 * MOST_LEAVES, text


@pytest.fixture(params=["memory", "whoosh"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Few documents, of the words that are asked for."""
    opened = open_engine(request.param, tmp_path / "index", None)
    chance = random.Random(7)
    for number in range(1, 9):
        language = chance.choice(["en", "es"])
        texts = [" ".join(chance.choices(WORDS, k=30)) for _ in range(3)]
        passages = tuple(
            Passage(address=f"p{place}", text=text, language=language) for place, text in enumerate(texts)
        )
        document = Document(
            id=f"d{number}", title="Fiction", symbol="CRC/C/GC/14", language=language, passages=passages
        )
        opened.apply([Change(number=number, id=document.id, document=document)])
    yield opened
    opened.close()


@pytest.mark.slow
def test_hundreds_of_questions_are_answered(engine: Engine) -> None:
    thesaurus, words = load(), lexicon.load()

    totals = set()
    for text in Asker(22).questions(150):
        query = understand(parse(text), thesaurus, words)
        totals.add(engine.search(query, limit=3).total)
    assert totals >= {0, 8}


def test_a_question_of_a_megabyte_is_cut_and_said() -> None:
    for unit in ('"', "(", "a-", "x ", "topic:", "~", "GC 14 ", "é", '"a b"~5 ', "-"):
        query = parse(unit * (1_000_000 // len(unit)))
        assert len(list(leaves(query.tree))) <= MOST_CLAUSES, unit
        assert [str(LONGEST) in str(each) for each in query.notices] == [True], unit
