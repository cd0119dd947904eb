"""References as people cite them: recognised in a question, and found in a knowledge base."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kb.cli import cli
from kb.errors import NotHeld
from kb.ingesting import ingest
from kb.library import Library
from kb.query.cited_places import MOST, MOST_OF_A_RANGE
from kb.query.instruments import load
from kb.query.references import covers, references, titled
from kb.reading import addresses as addresses_in
from kb.reading import show
from kb.searching import record, search
from kb.settings import make_library, open_named
from tests.fiction import SAID, write


def cited(question: str) -> list[tuple[str, str]]:
    """The id of each text and the closest place in it."""
    return [(each.instrument.id, (*each.places, "")[0]) for each in references(question)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("GC 14 para 36", "crc-gc-14 p36"),
        ("GC14 ¶36", "crc-gc-14 p36"),
        ("general comment no. 14, paragraph 36", "crc-gc-14 p36"),
        ("General Comment No. 14 (2013), para. 36(a)", "crc-gc-14 p36.a"),
        ("OG 14 párr. 36", "crc-gc-14 p36"),
        ("og14 parr 36", "crc-gc-14 p36"),
        ("observación general núm. 14 párr 36", "crc-gc-14 p36"),
        ("Observación General N.º 14, párrafo 36", "crc-gc-14 p36"),
        ("párrafo 36 de la observación general 14 del Comité de los Derechos del Niño", "crc-gc-14 p36"),
        ("CRC/C/GC/14 ¶36", "crc-gc-14 p36"),
        ("CRC/C/GC/14#p36", "crc-gc-14 p36"),
        ("crc/c/gc/14, para. 36", "crc-gc-14 p36"),
        ("CRC/GC/2005/6 párr. 61", "crc-gc-6 p61"),
        ("general comment six", "crc-gc-6"),
        ("General Comment Number Fourteen, paragraph thirty-six", "crc-gc-14 p36"),
        ("joint general comment twenty two", "crc-gc-22"),
        ("CEDAW general recommendation No. thirty-two", "cedaw-gc-32"),
        ("CRC article forty", "crc art40"),
        ("observación general seis", "crc-gc-6"),
        ("comentario general número catorce", "crc-gc-14"),
        ("comentario general 14, párr. 36", "crc-gc-14 p36"),
        ("párrafo treinta y seis de la observación general núm. catorce", "crc-gc-14 p36"),
        ("observación general conjunta veintidós", "crc-gc-22"),
        ("artículo doce de la CDN", "crc art12"),
        ("CEDAW GR 32", "cedaw-gc-32"),
        ("Obs. gral. 14, párr. 36", "crc-gc-14 p36"),
        ("obs gral núm. 14 párr. 36", "crc-gc-14 p36"),
        ("Obs. general n.º 6", "crc-gc-6"),
        ("Gen. Comment No. 14, para. 36", "crc-gc-14 p36"),
        ("CMW Obs. gral. 2", "cmw-gc-2"),
        ("Rec. gral. 32 del CEDAW", "cedaw-gc-32"),
        ("Gen. Rec. No. 32", "cedaw-gc-32"),
        ("CERD general recommendation XXII", "cerd-gc-22"),
        ("Recomendación general XX del CERD", "cerd-gc-20"),
        ("Refugee Convention art. 1A(2)", "refugee-convention art1.a.2"),
        ("Refugee Convention art. 1F", "refugee-convention art1.f"),
        ("artículo 22.8 de la Convención Americana", "achr art22.8"),
        ("American Convention, article 19", "achr art19"),
        ("Hague Convention of 1996", "hague-child-protection"),
        ("GR 32", "cedaw-gc-32"),
        ("RG 32 párr. 5", "cedaw-gc-32 p5"),
        ("Recomendación general núm. 32 del CEDAW", "cedaw-gc-32"),
        ("CMW GC 2", "cmw-gc-2"),
        ("GC 2 (CMW)", "cmw-gc-2"),
        ("CCPR GC 35 para 18", "ccpr-gc-35 p18"),
        ("Human Rights Committee, general comment No. 35, para. 18", "ccpr-gc-35 p18"),
        ("Comité contra la Tortura observación general 4 párr. 10", "cat-gc-4 p10"),
        ("joint general comment 3/22", "crc-gc-22"),
        ("JGC 22 para 10", "crc-gc-22 p10"),
        ("joint general comment No. 4 of the CMW and No. 23 of the CRC, para 11", "crc-gc-23 p11"),
        ("CMW/C/GC/3-CRC/C/GC/22 para. 12", "crc-gc-22 p12"),
        ("OC-21/14", "oc-21-14"),
        ("OC-21/14 párr. 108", "oc-21-14 p108"),
        ("oc 21", "oc-21-14"),
        ("Opinión Consultiva OC-21/14, párr. 170", "oc-21-14 p170"),
        ("advisory opinion 18/2003", "oc-18-03"),
        ("CRC art. 3(1)", "crc art3.1"),
        ("CRC art. 37(b)", "crc art37.b"),
        ("CRC, article 3, para. 1", "crc art3.1"),
        ("CDN art. 3", "crc art3"),
        ("CDN art. 3.1", "crc art3.1"),
        ("artículo 3 de la CDN", "crc art3"),
        ("artículo 3, párrafo 1, de la Convención sobre los Derechos del Niño", "crc art3.1"),
        ("art. 3 de la convención de los derechos de las niñas", "crc art3"),
        ("article 22 of the UN Convention on the Rights of the Child", "crc art22"),
        ("art. 36 VCCR", "vccr art36"),
        ("Convención de Viena sobre Relaciones Consulares art 36", "vccr art36"),
        ("art. 22.8 CADH", "achr art22.8"),
        ("DUDH art 14", "udhr art14"),
        ("PIDCP, art. 24", "iccpr art24"),
        ("Palermo Protocol art. 3", "trafficking-protocol art3"),
        ("Protocol of Palermo", "trafficking-protocol"),
        ("Convenio 169, art. 6", "ilo-169 art6"),
        ("Convenio 169 de la OIT", "ilo-169"),
        ("ILO Convention No. 182", "ilo-182"),
        ("Pacto Mundial", "global-compact-migration"),
        ("Global Compact on Refugees", "global-compact-refugees"),
        ("Declaración de Nueva York", "new-york-declaration"),
        ("Convención de Ginebra", "refugee-convention"),
        ("Cuarto Convenio de Ginebra", "geneva-conventions"),
        ("Declaración Universal", "udhr"),
        ("Women's Convention", "cedaw"),
        ("Convención contra el Racismo", "icerd"),
        ("Convenio Europeo de Derechos Humanos, art. 8", "echr art8"),
        ("Rome Statute", "rome-statute"),
        ("Carta Africana sobre los Derechos y el Bienestar del Niño", "african-childrens-charter"),
        ("Flores Settlement Agreement", "us-flores"),
        ("Paris Principles", "paris-principles"),
        ("Declaración de Cartagena, párrafo 3", "cartagena p3"),
        ("article 1 of the 1951 Convention", "refugee-convention art1"),
        ("LGDNNA art. 13, fracción XX", "mx-lgdnna art13.xx"),
        ("artículo 112 de la Ley de Migración", "mx-migration art112"),
        ("art. 8 bis de la Ley General de Derechos de Niñas, Niños y Adolescentes", "mx-lgdnna art8bis"),
        ("Reglamento de la Ley de Migración art. 5", "mx-migration-regulation art5"),
        ("CPEUM art. 1o", "mx-constitution art1"),
        ("Convention on the Rights of the Child", "crc"),
        ("CRC", "crc"),
        ("Convención de Viena art. 36", "vccr art36"),
        ("article 36 of the Vienna Convention", "vccr art36"),
        ("Convención de Viena de 1969, art. 31", "vclt art31"),
        ("Vienna Convention on Diplomatic Relations art. 3", "vcdr art3"),
        ("Convención de Belém do Pará art. 7", "belem-do-para art7"),
        ("art. 7 of the Belém do Pará Convention", "belem-do-para art7"),
        ("CTM art. 22", "icrmw art22"),
        ("CIPDTM, artículo 16", "icrmw art16"),
        ("CTM OG 3 párr. 5", "cmw-gc-3 p5"),
        ("Reglas de Beijing, párr. 5", "beijing-rules p5"),
        ("Havana Rules, para. 11", "havana-rules p11"),
        ("Directrices de Protección Internacional núm. 8, párr. 5", "child-asylum-claims p5"),
        ("Declaración de Brasil", "brazil-declaration"),
        ("OC-29/22", "oc-29-22"),
        ("opinión consultiva 25", "oc-25-18"),
        ("artículo 5 de la Ley PINA", "gt-pina art5"),
        ("Código de Migración de Guatemala, art. 10", "gt-migration art10"),
        ("Código de la Niñez y la Adolescencia (Honduras) art. 3", "hn-children art3"),
        ("LEPINA art. 12", "sv-lepina art12"),
        ("CDN art. 37 b)", "crc art37.b"),
        ("CRC art. 37 b)", "crc art37.b"),
        ("art. 37 b) de la CDN", "crc art37.b"),
        ("art. 16.1 d) CEDAW", "cedaw art16.1.d"),
        ("OG 6 párr. 31 i)", "crc-gc-6 p31.i"),
        ("GC 6, para 31 (i)", "crc-gc-6 p31.i"),
        ("artículo 40.2 b) iii) de la Convención sobre los Derechos del Niño", "crc art40.2.b.iii"),
        ("artículo 40, párrafo 2, b), de la CDN", "crc art40.2.b"),
        ("OG 14, párr. 52, a)", "crc-gc-14 p52.a"),
        ("CDN art. 37.b)", "crc art37.b"),
        ("CDN art. 37b)", "crc art37.b"),
        ("CDN artículo 37, letra b)", "crc art37.b"),
        ("art. 37 b CDN", "crc art37.b"),
        ("(CDN, art. 37 b)", "crc art37.b"),
        ("(CDN, art. 37 b))", "crc art37.b"),
        ("inciso b) del artículo 37 de la CDN", "crc art37.b"),
        ("inciso b) del párrafo 2 del artículo 40 de la CDN", "crc art40.2.b"),
        ("paragraph 1 of article 3 of the CRC", "crc art3.1"),
        ("subparagraph (b) of article 37 CRC", "crc art37.b"),
        ("fracción XX del artículo 13 de la LGDNNA", "mx-lgdnna art13.xx"),
        ("CDN 3.1", "crc art3.1"),
        ("CDN 3", "crc art3"),
        ("CRC 3?", "crc art3"),
        ("CRC 37(b)", "crc art37.b"),
        ("CDN 37 b)", "crc art37.b"),
        ("CADH 22.8", "achr art22.8"),
        ("Refugee Convention 1A(2)", "refugee-convention art1.a.2"),
        ("Estatuto de los Refugiados art. 31", "refugee-convention art31"),
        ("Convención sobre los Refugiados, artículo 33", "refugee-convention art33"),
        ("Convention on the Status of Refugees art. 33", "refugee-convention art33"),
        ("Estatuto de los Apátridas art. 1", "stateless-persons art1"),
        ("Protocolo sobre el Estatuto de los Refugiados art. 1", "refugee-protocol art1"),
        ("Reglas de Beijing", "beijing-rules"),
        ("G.C. 14 para 36", "crc-gc-14 p36"),
        ("O.G. 14, párr. 36", "crc-gc-14 p36"),
        ("R.G. núm. 32, párr. 4", "cedaw-gc-32 p4"),
        ("C.R.C. art. 3.1", "crc art3.1"),
        ("artículo 22.8 de la C.A.D.H", "achr art22.8"),
        ("O.C.-21/14, párr. 108", "oc-21-14 p108"),
        ("art. 1.a.i. CDN", "crc art1.a.i"),
        ("Vienna Convention consular", "vccr"),
        ("Convención de Viena consular", "vccr"),
        ("Viena consular art 36", "vccr art36"),
        ("art. 36 of the Vienna consular convention", "vccr art36"),
        ("artículo 36 del Convenio de Viena sobre relaciones consulares", "vccr art36"),
    ],
)
def test_a_reference_is_recognised(question: str, expected: str) -> None:
    ((instrument, place),) = cited(question)

    assert f"{instrument} {place}".strip() == expected
    assert covers(question, references(question))


@pytest.mark.parametrize(
    "question",
    [
        "best interests of the child",
        "cat",
        "Cartagena",
        "CRC and guardianship",
        "convention against torture and detention of children",
        "para niños de 14 años",
        "CDN 1989",
        "CDN 3 años",
        "article 3",
        "Código de la Niñez y la Adolescencia art. 3",
        "art. 5 de la Ley de Protección Integral de la Niñez y Adolescencia",
        "Vienna Convention on Road Traffic art. 3",
        "Belém do Pará",
        "oficina consular en Viena",
        "Vienna consular officers",
        "J.M. 14 para 36",
        "artículo 3 de la convención",
        "general comment",
        "general comments on 14 countries",
        "in general once a child is detained",
        "en general dos de cada tres niños",
        "the committee once said",
        "OC-5",
        "and/or 14/15",
        "14 GC",
        "the Ley de Migración y Extranjería art. 5",
        "artículo 5 de la Ley General de Migración y Extranjería",
        "Protocol to the Convention on the Rights of the Child art. 3",
        "Protocolo facultativo de la Convención sobre los Derechos del Niño art. 3",
        "European Convention on the Rights of the Child art. 3",
        "art art art",
        "¶¶¶ 3 §",
        "",
    ],
)
def test_what_is_no_reference_is_none(question: str) -> None:
    assert references(question) == ()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("CDN art. 37 b) y d)", ["art37.b", "art37.d"]),
        ("arts. 9.3 y 37 c) de la CDN", ["art9.3", "art37.c"]),
        ("CDN art. 40.2, b), ii)", ["art40.2.b.ii"]),
        ("CRC art. 3(1) and (2)", ["art3.1", "art3.2"]),
        ("CRC 37(b), (c) and (d)", ["art37.b", "art37.c", "art37.d"]),
        ("CDN arts. 3 a 5", ["art3", "art4", "art5"]),
        ("CDN arts. 3 y 5 e) 9", ["art3", "art5.e"]),
        ("CDN art. 3 e igualdad", ["art3"]),
        ("CDN art. 3 o 5 niños", ["art3"]),
        ("CDN art. 3 (familia)", ["art3"]),
        ("CDN art. 3 c. México", ["art3"]),
        ("CRC 2024", []),
        ("CRC 3 children", []),
    ],
)
def test_parts_of_an_article_are_listed_too(question: str, expected: list[str]) -> None:
    assert [place for id, place in cited(question) if place] == expected


def test_several_references_and_words_may_stand_together() -> None:
    question = "detention: artículos 3, 9 y 10 de la CDN, GC 14 and CRC art. 37(b)"

    assert cited(question) == [
        ("crc", "art3"),
        ("crc", "art9"),
        ("crc", "art10"),
        ("crc-gc-14", ""),
        ("crc", "art37.b"),
    ]
    assert not covers(question, references(question))
    assert len(references(", ".join(f"GC {number}" for number in range(1, MOST + 3)))) == MOST


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("gc 14, paras. 36-38", 36, 38),
        ("Observación General nº 14, párrs. 36 a 40", 36, 40),
        ("CRC GC No. 6, ¶¶ 61-63", 61, 63),
        ("OGC 23 párrs. 5 a 8", 5, 8),
        ("paragraphs 5 to 7 of general comment No. 6", 5, 7),
        ("GC 14 paras 40-36", 40, 40),
        ("GC 14 para 36-2019", 36, 36),
        ("GC 14 paras 1-99", 1, MOST_OF_A_RANGE),
        ("GC 14 paras 1-400", 1, MOST_OF_A_RANGE),
        ("OG 14 párrs. 36 a 4000", 36, 35 + MOST_OF_A_RANGE),
        ("CRC GC 14 ¶¶ 1–99999999", 1, MOST_OF_A_RANGE),
        ("paragraphs 5 to 1000000 of general comment No. 6", 5, 4 + MOST_OF_A_RANGE),
        ("GC 14 paras " + ", ".join(map(str, range(1, 40))), 1, MOST),
        ("GC 14 paras 1-8, 9-11, 12-14", 1, MOST),
        ("GC 14 para 99999999", 99999999, 99999999),
    ],
)
def test_a_range_is_each_of_its_places(question: str, first: int, last: int) -> None:
    found = references(question)

    assert [each.places for each in found] == [(f"p{number}",) for number in range(first, last + 1)]
    more = last - first >= MOST_OF_A_RANGE - 1 or question.endswith(("36-2019", "40-36"))
    assert [each.cut for each in found] == [False] * (last - first) + [more]
    assert covers(question, found)
    assert [each.typed for each in references("see GC 14, para 36!")] == ["GC 14, para 36"]


@pytest.mark.parametrize(
    "question",
    ["arts. tres y doce de la CDN", "articles three and twelve of the CRC", "CDN artículos 3 y doce"],
)
def test_listed_numbers_may_be_words(question: str) -> None:
    assert cited(question) == [("crc", "art3"), ("crc", "art12")]


def test_a_committee_that_is_not_named_is_assumed_and_that_is_known() -> None:
    (bare,), (named,) = references("GC 14"), references("CRC GC 14")

    assert bare.instrument == named.instrument
    assert bare.assumed == ("Committee on the Rights of the Child", "Comité de los Derechos del Niño")
    assert named.assumed is None


def test_labels_are_in_both_languages() -> None:
    (reference,) = references("CMW GC 2 para 7")

    assert reference.label("en").endswith("Members of Their Families, para. 7")
    assert reference.label("es").startswith("Observación general núm. 2 del Comité")


def test_a_title_names_its_text() -> None:
    assert titled("Herons and the Convention on the Rights of the Child") is None
    assert titled("General comment No. 14 on herons") is None
    for title, publisher, id, whole in (
        ("Convention on the Rights of the Child", "", "crc", True),
        ("Ley de Migración. Última reforma 2024", "", "mx-migration", False),
        ("General comment No. 2 (2013)", "United Nations, Committee on Migrant Workers", "cmw-gc-2", True),
    ):
        found = titled(title, publisher)
        assert found is not None
        assert (found[0].id, found[1]) == (id, whole)


def test_every_name_and_abbreviation_of_the_table_is_one() -> None:
    table = load()

    for instrument in table.instruments.values():
        for title in (*instrument.titles, *instrument.names):
            assert cited(f"{title}, art. 1") == [(instrument.id, "art1")]
    for committee in table.committees.values():
        for title in committee.titles:
            assert cited(f"{title}, general comment 1") == [(f"{committee.id}-gc-1", "")]


# In a knowledge base -------------------------------------------------------------------------


def comment(symbol: str, title: str, language: str, *paragraphs: str) -> str:
    numbered = "\n\n".join(f"{number}. {text}" for number, text in enumerate(paragraphs, start=35))
    front = f"---\nsymbol: {symbol}\nkind: general-comment\nlanguage: {language}\n---\n"
    return f"{front}# {title}\n\n{SAID}\n\n{numbered}\n"


TREATY = f"""---
kind: treaty
---
# Convention on the Rights of the Child

{SAID}

## Article 3

1. Herons come first.

2. Otters come second.

## Article 4

Kestrels do what they can.
"""
LAW = f"""---
kind: law
language: es
---
# Ley de Migración

{SAID} Es ficción.

## Artículo 112

Las garzas son lo primero.
"""
DIGEST = f"""---
id: digest-six
kind: digest
digest_of: {{title: "General comment No. 6: herons", symbol: CRC/GC/2005/6}}
---
# Digest of General comment No. 6

{SAID} Marmots are kept together (para. 61).
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Fiction under the symbols and names of real texts; nothing here changes it."""
    folder = make_library(tmp_path_factory.mktemp("citing"))
    english = ("Herons are fiction.", "The best interests of herons.", "Otters follow.")
    spanish = ("Las garzas son ficción.", "El interés superior de las garzas.", "Siguen las nutrias.")
    write(folder, "in/a.md", comment("CRC/C/GC/14", "General comment No. 14 on herons", "en", *english))
    write(folder, "in/b.md", comment("CRC/C/GC/14", "Observación general núm. 14: garzas", "es", *spanish))
    write(folder, "in/c.md", comment("CMW/C/GC/3-CRC/C/GC/22", "Joint herons", "en", *english))
    write(folder, "in/crc.md", TREATY)
    write(folder, "in/ley.md", LAW)
    write(folder, "in/six.md", DIGEST)
    write(folder, "in/about.md", f"# Herons and the Convention on the Rights of the Child\n\n{SAID}\n")
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


def addresses(library: Library, question: str) -> list[str | None]:
    return [each.address for each in search(library, question).references]


@pytest.mark.parametrize(
    ("question", "address", "text"),
    [
        ("GC 14 para 36", "crc-c-gc-14#p36", "The best interests of herons."),
        ("OG 14 párr. 36", "crc-c-gc-14-2#p36", "El interés superior de las garzas."),
        ("CRC/C/GC/14 ¶36", "crc-c-gc-14#p36", "The best interests of herons."),
        ("CRC/C/GC/14#p36", "crc-c-gc-14#p36", "The best interests of herons."),
        ("CMW GC 3 para 37", "cmw-c-gc-3-crc-c-gc-22#p37", "Otters follow."),
        ("JGC 22 para 37", "cmw-c-gc-3-crc-c-gc-22#p37", "Otters follow."),
        ("CRC art. 3(1)", "convention-rights-child#art3.1", "Herons come first."),
        ("artículo 3, párrafo 2, de la CDN", "convention-rights-child#art3.2", "Otters come second."),
        ("artículo 112 de la Ley de Migración", "ley-migracion#art112", "Las garzas son lo primero."),
    ],
)
def test_a_reference_leads_to_its_passage_first(
    library: Library, question: str, address: str, text: str
) -> None:
    page = search(library, question)
    hit = page.hits[0]

    assert [each.address for each in page.references] == [address]
    assert (hit.cited, hit.id) == (True, address.split("#", maxsplit=1)[0])
    assert text in [each.text for each in hit.passages]
    assert [str(each) for each in page.notices if "names no committee" not in str(each)] == []
    assert text in [each.text for each in show(library, question).passages]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["GC", "14", "para", "36"], ["GC 14 para 36"]),
        (["CDN", "art.", "3"], ["CDN art. 3"]),
        (["crc-c-gc-14#p36", "crc-c-gc-14#p37"], ["crc-c-gc-14#p36", "crc-c-gc-14#p37"]),
        (["crc-c-gc-14", "ley-migracion"], ["crc-c-gc-14", "ley-migracion"]),
        (["CRC/C/GC/14", "digest-six"], ["CRC/C/GC/14", "digest-six"]),
        (["GC 14 para 36", "CDN art. 3"], ["GC 14 para 36", "CDN art. 3"]),
        (["GC", "14", "para", "36,", "CDN", "art.", "3"], ["GC 14 para 36", "CDN art. 3"]),
        (["GC", "14", "paras", "36-37"], ["GC 14 paras 36-37"]),
        (["wolpertinger", "of", "fiction"], ["wolpertinger of fiction"]),
    ],
)
def test_what_is_typed_is_one_address_or_several(
    library: Library, typed: list[str], expected: list[str]
) -> None:
    assert list(addresses_in(library, typed)) == expected


@pytest.mark.parametrize("command", [["show"], ["show", "--json"], ["cite"]])
def test_several_addresses_are_answered_one_after_another(library: Library, command: list[str]) -> None:
    def said(*typed: str) -> str:
        result = CliRunner().invoke(cli, ["--library", str(library.folder), *command, *typed])
        assert result.exit_code == 0, result.output
        return result.stdout

    one, other = said("crc-c-gc-14#p36"), said("artículo 112 de la Ley de Migración")

    assert (
        said("crc-c-gc-14#p36", "ley-migracion#art112")
        .replace("\n\n", "\n")
        .startswith(one.replace("\n\n", "\n"))
    )
    assert other.splitlines()[-1] in said("crc-c-gc-14#p36", "ley-migracion#art112")


def test_each_passage_of_a_range_is_shown(library: Library) -> None:
    page = search(library, "GC 14 paras 35-37")

    texts = ["Herons are fiction.", "The best interests of herons.", "Otters follow."]
    assert [each.text for each in page.hits[0].passages] == texts
    assert [each.address for each in page.references] == [f"crc-c-gc-14#p{each}" for each in (35, 36, 37)]
    assert [each.text for each in show(library, "GC 14 paras 35-37").passages] == texts
    assert [str(each) for each in page.notices if "no such place" in str(each)] == []
    told = [str(each) for each in search(library, "CRC GC 14 paras 35-60").notices]
    said = [str(each) for each in search(library, "CRC GC 14 paras 30-60").notices]
    assert "CRC GC 14 paras 30-60: only a part of these places is looked up (10)." in said
    assert sum(", para. 38, para. 39, " in each for each in told) == 1


@pytest.mark.parametrize(
    ("field", "ids"),
    [
        ("symbol:CRC/C/GC/14", ["crc-c-gc-14"]),
        ("símbolo:CRC/C/GC/3", []),
        ("symbol:CMW/C/GC/3", ["cmw-c-gc-3-crc-c-gc-22"]),
        ("symbol:CRC/C/GC/96", ["ninety-six"]),
        ('signatura:"OG 96"', ["ninety-six"]),
        ("symbol:(CRC/C/GC/96 CMW/C/GC/3)", ["cmw-c-gc-3-crc-c-gc-22", "ninety-six"]),
        ("symbol:CMW/C/GC/3 symbol:CRC/C/GC/96", ["cmw-c-gc-3-crc-c-gc-22", "ninety-six"]),
    ],
)
def test_symbols_find_the_text_that_has_them_or_that_its_title_tells(
    tmp_path: Path, field: str, ids: list[str]
) -> None:
    folder = make_library(tmp_path / "library")
    front = "kind: general-comment\npublisher: Committee on the Rights of the Child\nid: ninety-six"
    write(folder, "in/96.md", f"---\n{front}\n---\n# General comment No. 96 on herons\n\n{SAID}\n")
    write(folder, "in/a.md", comment("CRC/C/GC/14", "General comment No. 14 on herons", "en", "Herons."))
    write(folder, "in/c.md", comment("CMW/C/GC/3-CRC/C/GC/22", "Joint herons", "en", "Herons."))
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])

        assert sorted(hit.id for hit in search(opened, field).hits) == ids


@pytest.mark.parametrize("address", ["crc-c-gc-14#p36", "CRC-C-GC-14#p36"])
def test_an_address_is_a_reference_too(library: Library, address: str) -> None:
    page = search(library, f"{address} otters")

    assert (page.hits[0].id, page.hits[0].cited) == ("crc-c-gc-14", True)
    assert [each.text for each in page.hits[0].passages] == ["The best interests of herons."]
    assert len(page.hits) > 1
    assert "has no such place" in str(*search(library, "crc-c-gc-14#p99").notices)
    assert [hit.cited for hit in search(library, "heron-c-gc-14#p36").hits].count(True) == 0


@pytest.mark.parametrize("question", ["CMW GC 3", "CRC GC 22", "CMW/C/GC/3", "CRC/C/GC/22", "CTM OG 3"])
def test_a_joint_comment_has_two_names(library: Library, tmp_path: Path, question: str) -> None:
    assert search(library, question).hits[0].id == "cmw-c-gc-3-crc-c-gc-22"
    folder = make_library(tmp_path / "library")
    about = '{title: "Joint herons", symbol: CMW/C/GC/3-CRC/C/GC/22}'
    digest = f"---\nid: digest-joint\nkind: digest\ndigest_of: {about}\n---\n# Digest\n\n{SAID}\n"
    write(folder, "in/joint.md", digest)
    with open_named(folder) as other:
        ingest(other, [str(folder / "in")])
        page = search(other, f"{question} herons")

    assert (page.references[0].digest, page.hits[0].id) == ("digest-joint", "digest-joint")


def test_words_of_a_reference_are_not_wanted_as_words(library: Library) -> None:
    for question in ("CADH art. 22.8 marmots", "OC-21/14, párr. 108 marmots", "marmots CEDAW GR 32 para. 4"):
        page = search(library, question)
        assert [hit.id for hit in page.hits] == ["digest-six"], question
        names = {each.typed for each in page.expansions}
        assert names == ({"CADH"} if "CADH" in question else set()), question
        assert all("not in this knowledge base" in str(each) for each in page.notices), question
    assert search(library, 'marmots "CEDAW GR 32"').total == 0
    assert search(library, "marmots -CRC/GC/2005/6").total == 0


def test_small_words_beside_references_are_not_wanted(library: Library) -> None:
    for question in ("the GC 14, para 36?", "CRC GC 14 OR GC 22", "ＧＣ 14 ｐａｒａ 36"):
        page = search(library, question)
        assert page.hits[0].id == "crc-c-gc-14", question
        assert "digest-six" not in [hit.id for hit in page.hits], question


def test_an_article_behind_an_opinion_belongs_to_the_treaty_behind_it() -> None:
    assert cited("OC-21/14 art. 22.8 CADH") == [("oc-21-14", ""), ("achr", "art22.8")]
    assert cited("GC 14, art. 3 CRC") == [("crc-gc-14", ""), ("crc", "art3")]


def test_a_cited_hit_says_why_it_is_first(library: Library) -> None:
    for question in ("GC 14 para 36", "CRC GC 6 herons"):
        (reason,) = search(library, question, explain=True).hits[0].reasons
        assert ("cites" in str(reason.text), reason.share) == (True, 1.0)


def test_a_text_without_a_place_is_found_as_a_whole(library: Library) -> None:
    page = search(library, "Convention on the Rights of the Child")

    assert addresses(library, "Convention on the Rights of the Child") == ["convention-rights-child"]
    assert page.hits[0].id == "convention-rights-child"
    assert "herons-convention-rights-child" in [hit.id for hit in page.hits]
    assert [hit.cited for hit in page.hits].count(True) == 1


def test_the_words_of_a_question_are_searched_behind_its_reference(library: Library) -> None:
    page = search(library, "CRC art. 3 marmots")

    assert [hit.id for hit in page.hits if hit.cited] == [page.hits[0].id] == ["convention-rights-child"]
    assert "digest-six" in [hit.id for hit in page.hits]


def test_pages_continue_behind_a_reference(library: Library) -> None:
    question = "fiction OR ficción GC 14"
    one_page = search(library, question, limit=20)
    pages = [search(library, question, limit=2, page=page) for page in range(1, one_page.pages + 5)]

    assert [hit.id for page in pages for hit in page.hits] == [hit.id for hit in one_page.hits]
    assert {page.total for page in pages} == {one_page.total} == {len(one_page.hits)}


def test_a_cited_text_is_counted_beside_a_choice_that_leaves_it_out(library: Library) -> None:
    question = "CRC art. 3 marmots"
    counts = [
        {value.value: value.count for value in search(library, question, chosen=chosen).facets["kind"]}
        for chosen in ((), [("kind", "digest")])
    ]

    assert counts[0] == counts[1]


def test_a_chosen_facet_narrows_references_too(library: Library) -> None:
    page = search(library, "GC 14", chosen=[("kind", "treaty")])

    assert [hit.cited for hit in page.hits] == []
    assert page.references[0].address == "crc-c-gc-14"


def test_the_committee_that_was_taken_is_said(library: Library) -> None:
    said = [str(each) for each in search(library, "GC 14", language="en").notices]

    assert said == [
        '"GC 14" names no committee; taken as: General comment No. 14 of the Committee on the Rights of the '
        "Child. To cite that of another, write for example CMW GC 2."
    ]
    assert [str(each) for each in show(library, "GC 14").notices] == said
    assert search(library, "CRC GC 14").notices == ()


def test_a_digest_is_offered_and_never_taken_for_the_text(library: Library) -> None:
    page = search(library, "CRC GC 6 para 61", language="es")

    assert (page.references[0].address, page.references[0].digest) == (None, "digest-six")
    assert [(hit.id, hit.cited) for hit in page.hits] == [("digest-six", False)]
    assert "digest-six" in str(page.notices[0])
    with pytest.raises(NotHeld, match="digest-six"):
        show(library, "CRC GC 6 para 61")


@pytest.mark.parametrize(
    "question", ["VCCR art. 36", "CEDAW GR 32", "OC-21/14", "Vienna Convention consular", "Viena consular"]
)
def test_what_is_not_held_is_said(library: Library, question: str) -> None:
    page = search(library, question)

    assert addresses(library, question) == [None]
    assert str(page.notices[0]).endswith(": not in this knowledge base.")
    with pytest.raises(NotHeld, match="not in this knowledge base"):
        show(library, question)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("CRC art. 37", "b"),
        ("artículo 37 de la Convención sobre los Derechos del Niño", "b"),
        ("CRC art. 3", "a"),
    ],
)
def test_of_texts_that_speak_of_one_that_is_not_held_those_that_name_the_place_come_first(
    tmp_path: Path, question: str, first: str
) -> None:
    folder = make_library(tmp_path)
    for name, article in (("a", "3"), ("b", "37"), ("c", "12")):
        text = f"{SAID} Article {article} of the Convention on the Rights of the Child."
        write(folder, f"in/{name}.md", f"---\nid: {name}\n---\n# Fiction {name}\n\n{text}\n\nCRC\n")
    with open_named(folder) as library:
        ingest(library, [str(folder / "in")])

        hits = search(library, question).hits

    assert next(hit.id for hit in hits) == first
    assert len(hits) == 3
    assert hits[0].passages[0].text.startswith(SAID)


def test_a_place_that_a_text_does_not_have_is_said(library: Library) -> None:
    page = search(library, "CRC GC 14 para 400")

    assert page.references[0].address == "crc-c-gc-14"
    assert "has no such place" in str(page.notices[0])


def test_the_answer_names_its_references_in_json(library: Library) -> None:
    values = record(library, search(library, "CDN art. 3.1", language="es"), "es")

    assert values["references"] == [
        {
            "typed": "CDN art. 3.1",
            "instrument": "crc",
            "label": "Convención sobre los Derechos del Niño, art. 3(1)",
            "address": "convention-rights-child#art3.1",
            "digest": None,
            "uri": "https://www.ohchr.org/en/instruments-mechanisms/instruments/convention-rights-child",
        }
    ]
    assert values["hits"][0]["cited"] is True


def test_the_command_line_takes_references_without_quotation_marks(library: Library) -> None:
    shown = CliRunner().invoke(
        cli, ["--library", str(library.folder), "show", "GC", "14", "para", "36"], catch_exceptions=False
    )
    missing = CliRunner().invoke(cli, ["--library", str(library.folder), "show", "VCCR", "art.", "36"])

    assert (shown.exit_code, "The best interests of herons." in shown.output) == (0, True)
    assert "names no committee" in shown.stderr
    assert missing.exit_code != 0


# No text is an error -------------------------------------------------------------------------

PIECES = """
GC 14 OG para párr. ¶ § art. artículo 3 ( 1 ) (a) . , - / # #p36 CRC CDN CRC/C/GC/14 OC-21/14 OC de la of the
joint general comment observación núm. No. 22 bis inciso fracción XX y and a Convención sobre los Derechos del
Niño Convention on the Rights Child º 2013 (2013) Comité Committee º ñ́ 99999999999 ² Ⅷ ٣ \ud800 \x00 ʼ
""".split(" ")


def test_a_thousand_texts_are_no_error() -> None:
    chance = random.Random(36)

    for _ in range(1_000):
        text = chance.choice(["", " "]).join(chance.choices(PIECES, k=chance.randint(0, 40)))
        found = references(text)
        assert len(found) <= MOST
        for each in found:
            assert text[each.span[0] : each.span[1]] == each.typed
            assert each.label("en")
            assert each.label("es")
        covers(text, found)
        titled(text, text)


def test_a_long_text_is_read_at_its_beginning(tmp_path: Path) -> None:
    del tmp_path
    assert references("art. 1, " * 200_000) == ()
    assert len(references("GC 1 " * 200_000)) == MOST


# What speaks of a text -----------------------------------------------------------------------

NAMES = "the Convention on the Rights of the Child and the Covenant"
COVENANT = "International Covenant on Economic, Social and Cultural Rights"
SPEAKING = {
    "own": (
        "symbol: CRC/C/GC/97\npublisher: Committee on the Rights of the Child\nkind: general-comment",
        ("CRC", f"Fiction on {NAMES}.", "Under article 22 of the Convention herons are refugees."),
    ),
    "other": (
        "symbol: CMW/C/GC/97\nkind: general-comment\npublisher: Committee on the Protection of the Rights of "
        "All Migrant Workers and Members of Their Families",
        (
            f"Fiction on {NAMES}.",
            f"Article 22 of the Convention is on kestrels. The {COVENANT}, article 9, too.",
        ),
    ),
    "named": (
        "kind: press-release",
        (
            "Fiction. Otters have rights.",
            "Article 22 of the Convention on the Rights of the Child names otters.",
        ),
    ),
    "digest-spanish": (
        "kind: digest\nlanguage: es",
        ("Ficción sobre la Convención sobre los Derechos del Niño.", "Las nutrias duermen (artículo 37)."),
    ),
    "civil": (
        "kind: press-release",
        ("Fiction on the International Covenant on Civil and Political Rights.", "Article 9 is on marmots."),
    ),
    "health": (
        "kind: press-release",
        ("Fiction. The Committee on Economic, Social and Cultural Rights has its general comment No. 97.",),
    ),
    "cited-97": (
        "kind: press-release",
        ("Fiction. The Committee on the Rights of the Child says in general comment No. 97, para. 35, so.",),
    ),
}


@pytest.fixture(scope="module")
def speaking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Fiction that speaks of treaties, which are not held."""
    folder = make_library(tmp_path_factory.mktemp("speaking"))
    for id, (front, paragraphs) in SPEAKING.items():
        text = "\n\n".join(paragraphs)
        write(folder, f"in/{id}.md", f"---\nid: {id}\n{front}\n---\n# Fiction: {id}\n\n{text}\n")
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        yield opened


@pytest.mark.parametrize(
    "question",
    [
        "CRC article 22",
        "CRC art. 22",
        "CRC 22(1)",
        "art. 22 CDN",
        "artículo 22 de la Convención sobre los Derechos del Niño",
        "inciso b) del artículo 22 de la convencion sobre los derechos del niño",
        "article 22 of the Convention on the Rights of the Child",
        "CDN 22 b)",
    ],
)
def test_those_that_name_the_place_come_first_however_it_is_written(speaking: Library, question: str) -> None:
    hits = search(speaking, question).hits

    assert {hit.id for hit in hits[:2]} == {"own", "named"}
    assert {hit.id for hit in hits[2:]} == {"other", "digest-spanish"}
    for hit in hits[:2]:
        assert "rticle 22" in hit.passages[0].text
    marked = {
        hit.id: {each.text[start:end] for each in hit.passages for start, end in each.marks} for hit in hits
    }
    assert "22" in marked["own"]
    assert "22" not in marked["other"]


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("ICCPR art. 9", ["civil"]),
        ("PIDCP artículo 9", ["civil"]),
        ("ICESCR art. 9", ["other"]),
        ("art. 9 PIDESC", ["other"]),
        ("Convención de Belém do Pará art. 9", []),
        ("American Convention art. 22", []),
        ("Ley General de Víctimas art. 22", []),
        ("CRC general comment 97", ["own", "cited-97"]),
        ("CESCR GC 97", ["health"]),
    ],
)
def test_a_text_goes_by_its_own_names(speaking: Library, question: str, ids: list[str]) -> None:
    assert [hit.id for hit in search(speaking, question).hits] == ids


def test_reasons_say_what_is_there(speaking: Library) -> None:
    page = search(speaking, "CRC GC 97 para 35", explain=True)
    hit = next(each for each in page.hits if each.id == "cited-97")

    said = " ".join(str(each.text) for each in hit.reasons)
    assert '"general comment 97" (the text that is cited)' in said
    assert '"para. 35" (the place that is cited)' in said
    assert "side by side" not in said
    named = search(speaking, "art. 22 CDN", explain=True).hits
    assert any('"article 22" (the place that is cited)' in str(each.text) for each in named[0].reasons)


def test_reasons_do_not_take_a_symbol_for_the_title(library: Library) -> None:
    hits = search(library, "GC 6", explain=True).hits
    reasons = [str(each.text) for hit in hits for each in hit.reasons if "CRC/GC/2005/6" in str(each.text)]

    assert all("in the title" not in each for each in reasons)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("1951 Convention art 1A(2)", "art. 1A(2)"),
        ("Convención de 1951, artículo 1 F", "art. 1F"),
        ("art. 1F(b) of the 1951 Convention", "art. 1F(b)"),
        ("1951 Convention art 1A(1) and (2)", "art. 1A(1)"),
        ("CDN 37b", "art. 37(b)"),
        ("CRC art. 37(B)", "art. 37(b)"),
    ],
)
def test_a_capital_belongs_to_the_number_of_an_article(question: str, place: str) -> None:
    assert references(question)[0].printed == (place, place)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("CRC GC No 23 p. 5", ("p. 5", "pág. 5")),
        ("página 5 de la OG 23 del CRC", ("p. 5", "pág. 5")),
        ("CRC/C/GC/23, pp. 5-6", ("p. 5", "pág. 5")),
    ],
)
def test_a_page_is_no_paragraph(question: str, printed: tuple[str, str]) -> None:
    found = references(question)[0]

    assert (found.places, found.printed) == (("page5", "p5"), printed)


def test_without_pages_the_paragraph_of_that_number_is_shown_and_told(library: Library) -> None:
    page = search(library, "CRC GC 14 p. 36")

    assert [each.address for each in page.references] == ["crc-c-gc-14#p36"]
    (told,) = page.notices
    assert str(told).endswith("the document crc-c-gc-14 has no pages; this is paragraph 36.")


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("GC 14", "crc-c-gc-14"),
        ("GC 98", "ced-c-gc-98"),
        ("observación general 98", "ced-c-gc-98"),
        ("GC 99", None),
    ],
)
def test_without_a_committee_the_only_text_that_is_held_is_taken(
    tmp_path: Path, question: str, taken: str | None
) -> None:
    folder = make_library(tmp_path / "library")
    for number, symbol in enumerate(
        ("CRC/C/GC/14", "CMW/C/GC/14", "CED/C/GC/98", "CMW/C/GC/99", "CAT/C/GC/99")
    ):
        write(folder, f"in/{number}.md", comment(symbol, f"Fiction: {symbol}", "en", f"Herons {number}."))
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        page = search(opened, question)

    assert [each.address for each in page.references] == [taken]
    told = " ".join(map(str, page.notices))
    assert "names no committee; taken as" in told
    if not taken:
        assert "In this knowledge base are: General comment No. 99 of the Committee on the Protection" in told


@pytest.mark.parametrize(
    ("question", "language", "hits", "told"),
    [
        ("art. 36 VCCR", "en", ["notified"], "what rests on it was searched: consular protection, consular"),
        ("artículo 36.1 b) de la CVRC", "es", ["notified"], "what rests on it was searched: consular prot"),
        ("Viena consular", "es", ["notified"], "what rests on it was searched: consulates"),
        ("art. 20 CDN", "es", ["speaks"], "What rests on it: unaccompanied children"),
        ("Reglas de Beijing", "es", [], "not in this knowledge base"),
    ],
)
def test_what_rests_on_a_text_that_is_not_held_is_found(
    tmp_path: Path, question: str, language: str, hits: list[str], told: str
) -> None:
    folder = make_library(tmp_path / "library")
    consul = "The consulate gives consular protection, and consular notification is made at once."
    write(folder, "in/a.md", f"---\nid: notified\n---\n# Fiction of herons\n\n{SAID} {consul}\n")
    article = "Article 20 of the Convention on the Rights of the Child protects otters."
    write(folder, "in/b.md", f"---\nid: speaks\n---\n# Fiction of otters\n\n{SAID} {article}\n")
    with open_named(folder) as opened:
        ingest(opened, [str(folder / "in")])
        page = search(opened, question, language=language)

    assert [hit.id for hit in page.hits] == hits
    assert told in " ".join(map(str, page.notices))
