"""Printed numbers become addresses, headings become paths."""

from __future__ import annotations

import pytest

from kb.parsers.blocks import Block
from kb.parsers.contents import without_contents
from kb.parsers.heads import headed
from kb.parsers.numbering import passages

PROSE = "This paragraph is fiction and goes on for long enough to be the running text of a guideline."


def heading(text: str, level: int = 2) -> Block:
    return Block(text=text, kind="heading", level=level)


def blocks(*texts: str | Block) -> list[Block]:
    return [each if isinstance(each, Block) else Block(text=each) for each in texts]


def addresses(*texts: str | Block) -> list[str]:
    return [passage.address for passage in passages(blocks(*texts), "en")]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("1. One.", "1 bis. Later.", "2. Two.", "§ 4 Four.", "¶ 5 Five.", "6.1 Six one."),
         "p1 p1bis p2 p4 p5 p6.1"),
        (("1.º Uno.", "2.º Dos."), "p1 p2"),
        (("(1) One.", "(2) Two.", "(a) sub", "(i) below", "(ii) below", "(b) sub", "(3) Three."),
         "p1 p2 p2.a p2.a.i p2.a.ii p2.b p3"),
        (("36. All:", "(g) seven;", "(h) eight;", "(i) nine;", "(j) ten."), "p36 p36.g p36.h p36.i p36.j"),
        (("Párrafo 13. Ficción.", "Numeral 14. Ficción."), "p13 p14"),
        (("I. Ficción uno es esto.", "II. Ficción dos es esto."), "pi pii"),
        (("Art. 5. Fiction.", "Artículo 6.- Ficción.", "ARTÍCULO 8 BIS.- Ficción.", "I. Uno;", "II. Dos;"),
         "art5 art6 art8bis art8bis.i art8bis.ii"),
        ((heading("Art. 4(2) Fiction"), "Text."), "art4.2 art4.2.u1"),
        ((heading("Recommendation No. 8: Fiction"), heading("Directriz N.º 9"), heading("Lineamiento 2.1")),
         "recommendation8 guideline9 guideline2.1"),
        ((heading("Step 3: Fiction"), heading("Módulo 2"), heading("Criterio 5"), heading("Medida 6")),
         "step3 module2 criterion5 measure6"),
        (("CAPÍTULO SEGUNDO", "Sección Primera", "Artículo Único"), "chapter2 s1 art1"),
        ((heading("Transitorios"), "PRIMERO.- Ficción.", "SEGUNDO.- Ficción."),
         "transitory transitory.1 transitory.2"),
        ((heading("I. A"), heading("II. B"), heading("A. C", 3), heading("B. D", 3), heading("C. E", 3),
          heading("III. F")),
         "s1 s2 s2.a s2.b s2.c s3"),
        ((heading("Annex I"), "1. One.", heading("Anexo 2: Ficción"), "1. Uno."),
         "annex1 annex1.p1 annex2 annex2.p1"),
        ((heading("Primera parte. Ficción"), heading("Segunda sección", 3), heading("Third session: A", 3)),
         "part1 s2 session3"),
        ((heading("Capítulo Décimo Segundo"), heading("Chapter Twenty-first")), "chapter12 chapter21"),
        (("Primero. Ficción.", "Segundo. Ficción.", heading("II"), "Tercero. Ficción."), "p1 p2 h1 p3"),
        ((heading("Transitoria"), "Única. Ficción."), "transitory transitory.1"),
        ((heading("Schedule 1 Fees"), heading("Anexo. Recetas"), "1. Sopa.", "2. Frijoles."),
         "annex1 annex annex.p1 annex.p2"),
        (("4. One.", "4A. Later.", "5. Two."), "p4 p4a p5"),
        (("Artículo 2. Uno.", "Artículo 2-A. Dos.", "Artículo 2-B.- Tres.", "Article 3A. Four."),
         "art2 art2a art2b art3a"),
        ((heading("Annex B.1"), heading("Annex B.2"), heading("Anexo 2-A"), heading("Annex C-1")),
         "annexb.1 annexb.2 annex2a annexc.1"),
        ((heading("Annex A"), heading("Annex C"), heading("Annex I"), heading("Part I"),
          heading("Section D")),
         "annexa annexc annexi part1 sd"),
        ((heading("Transitorios"), "Artículo Primero.- Ficción.", "Artículo Segundo.- Ficción."),
         "transitory transitory.1 transitory.2"),
        (("Artículo 9. Ficción.", "Artículo Único Transitorio. Ficción."), "art9 transitory.1"),
        (("1. All:", "A) one;", "a) in it;", "B) two.", "2. Next."), "p1 p1.a p1.a.a p1.b p2"),
        ((heading("Cláusula Tercera"), heading("Clause 4"), heading("Recuadro 1. Ficción"),
          heading("Apartado B")),
         "clause3 clause4 box1 sb"),
        (("Recomendación 7. Ficción.", "PRIMERO. Publíquese.", "SEGUNDO. Entrará en vigor mañana."),
         "recommendation7 transitory.1 transitory.2"),
        ((heading("Artículo 9"), "Uno.", "PRIMERO.- Entra en vigor hoy.", "SEGUNDO.- Otro.",
          heading("Anexo 1"), "Dos."),
         "art9 art9.u1 transitory.1 transitory.2 annex1 annex1.u1"),
        (("Rule 4. Fiction.", "First. It comes into force today.", "Second. Others are repealed."),
         "rule4 transitory.1 transitory.2"),
        (("PRIMERO.- Se expide.", "SEGUNDO.- El acuerdo entrará en vigor mañana."), "p1 p2"),
        ((heading("Article 3"), "(1) One.", "(2) Two.", "1. a", "2. b", "3. c", "(3) Three."),
         "art3 art3.1 art3.2 art3.2.1 art3.2.2 art3.2.3 art3.3"),
        ((heading("Artículo 3"), "(1) Uno.",
          *(Block(text="Ficción", kind="item", level=1, marker=each) for each in "12")),
         "art3 art3.1 art3.1.1 art3.1.2"),
        (("Article 3. Fiction", "(1) One.", "Article 4. Fiction", "1. One.", "2. Two."),
         "art3 art3.1 art4 art4.1 art4.2"),
        ((heading("II. Fiction"), "3. One.", heading("II.1 Who may appeal"), heading("II.2. How"),
          heading("III.1 Uno")),
         "s2 s2.p3 s2.1 s2.2 s3.1"),
        ((heading("IV. Ficción"), heading("IV.1 Quién", 3), "IV.1.1 Toda persona.", heading("IV.A Otra", 3)),
         "s4 s4.1 s4.1.1 s4.a"),
        ((heading("A. Ficción"), heading("A.1 Quién", 3), heading("C.A. Smith"), "V.A. Pérez vive."),
         "sa sa.1 h1 p1"),
        (("1. One.", Block(text="A note.", kind="footnote", marker="12"), "2. Two."), "p1 fn12 p2"),
        (("1. One:", Block(text="sub", kind="item", level=1, marker="•"),
          Block(text="A note.", kind="footnote", marker="12"),
          Block(text="sub", kind="item", level=1, marker="•"), "(a) sub"),
         "p1 p1.u1 fn12 p1.u2 p1.a"),
    ],
)  # fmt: skip
def test_a_printed_number_is_the_address(texts: tuple[str | Block, ...], expected: str) -> None:
    assert addresses(*texts) == expected.split()


def test_no_address_stands_twice_whatever_is_printed() -> None:
    printed = ("Fiction.", "(1) One.", "(2) Two.", "p1", "Unit 1", "PRIMERO. Ficción.", "1. One.", "(1) One.")

    found = addresses(
        *printed, *printed, *(Block(text=each, kind="item", marker="1", level=1) for each in printed)
    )

    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "sentence",
    [
        "Part of the fiction is here.",
        "Article 3 obliges the fictional State.",
        "Article 3 (1) states fiction.",
        "Unit staff met in a fictional place.",
        "Measures were taken.",
        "Action I take is fiction.",
        "30 experts met.",
        "1º de junio. La oficina ficticia abre.",
    ],
)
def test_a_sentence_is_not_numbered(sentence: str) -> None:
    (passage,) = passages(blocks(sentence), "en")

    assert (passage.number, passage.kind) == (None, "paragraph")


def test_the_number_is_kept_as_printed() -> None:
    found = passages(blocks("1 bis. Fiction.", "Artículo 7o. Ficción.", "(2) Fiction."), "en")

    assert [passage.number for passage in found] == ["1 bis", "Artículo 7o", "(2)"]


@pytest.mark.parametrize(
    ("label", "address"),
    [
        ("Principio N° 1", "principle1"),
        ("Principio rector 4:", "principle4"),
        ("Guiding principle 4 –", "principle4"),
        ("Recomendación núm. 7:", "recommendation7"),
        ("Recomendación #7:", "recommendation7"),
        ("RECOMENDACIÓN SÉPTIMA.", "recommendation7"),
        ("Séptima recomendación:", "recommendation7"),
        ("Lineamiento Primero.", "guideline1"),
        ("Lineamiento 2.1", "guideline2.1"),
        ("Directriz operativa 5:", "guideline5"),
        ("Key action 1:", "action1"),
        ("Línea de acción 3.1.", "line3.1"),
        ("Estrategia 1.2", "strategy1.2"),
        ("Commitment 5:", "commitment5"),
        ("Pregunta 3.", "question3"),
        ("Art. 3(1)", "art3.1"),
        ("Article 3 (1):", "art3.1"),
        ("Artículo 3, párrafo 1.", "art3.1"),
        ("Para. 4", "p4"),
    ],
)
def test_a_label_with_a_number_is_an_address_and_no_part_of_the_words(label: str, address: str) -> None:
    (found,) = passages(blocks(f"{label} {PROSE}"), "en")

    assert (found.address, found.text) == (address, PROSE)


@pytest.mark.parametrize(
    "text",
    [
        "Article 3 (1) states that every child of this fiction is heard.",
        "Article 3, paragraph 1, of the fictional convention says so.",
        "Estrategia 2025-2030 para la niñez de este cuento.",
        "Primera acción de la red de este cuento.",
        "Action A Better Life was the name of this fiction.",
        "Goal 16 of the fictional agenda is peace.",
    ],
)
def test_a_sentence_that_begins_like_a_label_has_no_number(text: str) -> None:
    (found,) = passages(blocks(text), "en")

    assert (found.number, found.text) == (None, text)


def test_numbers_below_a_roman_one_are_of_its_section() -> None:
    found = addresses(
        heading("I. A"), "1. One.", heading("1. x", 3), "2. Two.", heading("2. y", 3), heading("II. B"),
        heading("1. z", 3), "3. Three.",
    )  # fmt: skip

    assert found == ["s1", "p1", "s1.1", "p2", "s1.2", "s2", "s2.1", "p3"]


def test_numbered_titles_of_a_text_without_headings_head_it() -> None:
    found = passages(blocks("1. Introduction", PROSE, "1.1 Scope", PROSE, "2. Principles", PROSE), "en")

    assert [(each.address, each.level) for each in found if each.kind == "heading"] == [
        ("s1", 2), ("s1.1", 3), ("s2", 2),
    ]  # fmt: skip
    assert found[3].heading == ("1. Introduction", "1.1 Scope")


def test_roman_and_lettered_titles_of_a_text_without_headings_head_it() -> None:
    found = passages(
        blocks(
            *(
                "I. Introduction",
                "1. The first paragraph of this fiction.",
                "II. Principles",
                "A. Common",
                PROSE,
            ),
            *("Principle 1. Fiction", PROSE, "B. Safeguards", "2. The second one.", "III. Practice"),
            *("A. Reception", PROSE, "B. Assessment", PROSE, "Annex 1. Form", "1. Name"),
        ),
        "en",
    )

    assert [(each.address, each.level) for each in found if each.kind == "heading"] == [
        ("s1", 2), ("s2", 2), ("s2.a", 3), ("principle1", 5), ("s2.b", 3), ("s3", 2), ("s3.a", 3),
        ("s3.b", 3), ("annex1", 2),
    ]  # fmt: skip


def test_titles_with_numbers_without_a_mark_head_a_text_where_they_run_on() -> None:
    text = (
        "1 Alcance",
        "1.1 " + PROSE,
        "2 Principios",
        "2.1 Participación",
        "2.1.1 " + PROSE,
        "3 Fin",
        PROSE,
    )
    found = passages(blocks(*text), "es")

    assert [(each.address, each.level) for each in found if each.kind == "heading"] == [
        ("s1", 2), ("s2", 2), ("s2.1", 3), ("s3", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ("I. Passport", "II. Birth certificate", "III. Photograph", PROSE),
        ("A. Beds", "B. Meals", "C. Lawyers", PROSE),
        ("A. Fiction", PROSE, "C. Another", PROSE),
        ("30 Girls arrived", PROSE, "40 Boys arrived", PROSE),
        ("I. Passport", "A. Copy", "B. Stamp", "II. Photograph", PROSE),
    ],
)
def test_lists_and_numbers_that_do_not_run_on_are_no_outline(lines: tuple[str, ...]) -> None:
    assert not [each for each in passages(blocks(*lines), "en") if each.kind == "heading"]


def test_a_numbered_list_is_no_outline() -> None:
    found = passages(blocks("Fiction:", "1. A guardian", "2. A judge", "3. A consul", PROSE), "en")

    assert {passage.kind for passage in found} == {"paragraph"}


def test_a_table_of_contents_is_left_out() -> None:
    titles = ["Article 1 Fiction", "Article 2 Scope", "Article 3 Guardians", "Article 4 End"]
    listed = [f"{title} ........ {page}" for page, title in enumerate(titles, 3)]
    text = [part for title in titles for part in (title, PROSE)]

    kept = without_contents(blocks("A fictional guide", "Contents", *listed, *text))

    assert [block.text for block in kept] == ["A fictional guide", *text]


def test_two_lines_below_the_word_contents_are_a_table_of_contents() -> None:
    listed = ["Capítulo I. Objeto ......... 2", "Anexo 1. Formulario ......... 9"]
    text = ["Capítulo I. Objeto", "Artículo 1. Texto de ficción.", "Anexo 1. Formulario", "1. Nombre"]

    kept = without_contents(blocks(heading("Índice"), *listed, *text))

    assert [block.text for block in kept] == text


def test_a_list_whose_lines_come_again_without_text_below_is_kept() -> None:
    form = ["Name", "Age", "Guardian", "Consulate"]
    text = blocks("A fictional form", *form, "Again:", *form)

    assert list(without_contents(text)) == text


def test_numbers_that_run_on_under_other_headings_are_the_documents() -> None:
    assert addresses(
        heading("I. A"), "1. One.", "2. Two:", "1. a", "2. b", heading("II. B"), "3. Three."
    ) == [*("s1", "p1", "p2", "p2.1", "p2.2", "s2", "p3")]


def test_numbers_that_begin_anew_have_the_address_of_their_section_in_every_edition() -> None:
    second = ("1. x", "2. y")

    alone = addresses(heading("1. A"), "Text.", heading("2. B"), *second, heading("3. C"), "1. z")
    after_others = addresses(heading("1. A"), "1. new", heading("2. B"), *second, heading("3. C"), "1. z")

    assert alone[3:5] == after_others[3:5] == ["s2.p1", "s2.p2"]


def test_a_list_of_the_foreword_takes_no_number_from_the_paragraphs_behind_it() -> None:
    paragraphs = ("1. Uno.", "2. Dos.", heading("II. B"), "3. Tres.")

    listed = addresses("Lo nuevo:", "1. un registro", "2. una tutora", heading("I. A"), *paragraphs)

    assert listed == [*("u1", "u1.1", "u1.2", "s1", "p1", "p2", "s2", "p3")]


def test_numbers_in_digits_and_in_words_are_two_runs() -> None:
    paragraphs = (heading("Title I. A"), "1. One.", "2. Two.", heading("Title II. B"), "3. Three.")
    seen_to = (heading("IV. Care"), "First. A visit.", "Second. A note.")

    alone = addresses(*paragraphs)
    with_words = addresses(*paragraphs, *seen_to, heading("Title III. C"), "4. Four.")

    assert alone == ["title1", "p1", "p2", "title2", "p3"]
    assert with_words == [*alone, "s4", "s4.p1", "s4.p2", "title3", "p4"]


def test_numbers_of_a_single_chapter_have_its_address_whatever_comes_behind() -> None:
    chapter = (heading("Chapter 1. A"), "1. One.", "2. Two.")

    assert addresses(*chapter) == addresses(*chapter, heading("Checklist"), "1. Safe?")[:3]


def test_a_list_that_a_step_announces_belongs_to_it() -> None:
    assert addresses(
        "Step 3. Write three lines:", "1. the time;", "2. who came;", "Step 4. Call.", "1. first"
    ) == [*("step3", "step3.1", "step3.2", "step4", "step4.1")]


def test_what_says_two_sentences_is_no_title() -> None:
    asked = "Step 2. Look before you ask anything. Is the child cold, hurt, hungry?"

    assert [each.kind for each in passages(blocks(asked, "Paso 3. ¿Quién entrevista?"), "en")] == [
        *("paragraph", "heading")
    ]


def test_annexes_and_transitory_provisions_stand_beside_the_highest_division() -> None:
    titles = (
        heading("Título I"),
        heading("Capítulo I", 3),
        heading("Transitorios", 3),
        heading("Anexo A", 4),
    )

    assert [each.heading for each in passages(blocks(*titles), "es")] == [(), ("Título I",), (), ()]


def test_no_chapter_stands_in_a_chapter() -> None:
    read = passages(blocks(heading("Capítulo primero", 2), heading("Capítulo segundo", 4)), "es")

    assert [each.heading for each in read] == [(), ()]


def test_roman_numbers_below_a_paragraph_that_announces_them_are_its_items() -> None:
    assert addresses(
        heading("CAPÍTULO I. A"),
        *("Primero. Se entiende por:", "I. Casa: el refugio, y", "II. Niña: la persona.", "Segundo. Se lee."),
        heading("CAPÍTULO II. B"),
        *("Tercero. El acta dirá:", "I. El día, y", "II. La hora."),
    ) == [*("chapter1", "p1", "p1.i", "p1.ii", "p2", "chapter2", "p3", "p3.i", "p3.ii")]


@pytest.mark.parametrize("mark", [".", ".-", ". -"])
def test_roman_numbers_of_recitals_are_their_addresses(mark: str) -> None:
    recitals = ("Considerando:", f"I{mark} Que llegan niñas.", f"II{mark} Que llegan niños.")

    assert addresses(*recitals) == ["u1", "pi", "pii"]


@pytest.mark.parametrize("mark", ["a)", "b.", "ii.", "iv)", "III."])
def test_a_mark_in_an_element_of_its_own_stands_before_its_text(mark: str) -> None:
    assert [block.text for block in headed(blocks(mark, "of two weeks in a house;"))] == [
        f"{mark} of two weeks in a house;"
    ]
