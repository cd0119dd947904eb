"""How documents and passages are cited: from the record alone, in four styles and two languages."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.answers import Shown
from kb.errors import Misuse, NotHeld
from kb.exporters import bibtex, markdown, ris
from kb.exporters import csv as tables
from kb.exporters.citation import pinpoint, work
from kb.ingesting import ingest
from kb.library import Library
from kb.reading.citations import STYLES, bibliography, citations, cite
from kb.reading.listing import FORMATS, documents, hits
from kb.records import DigestOf, Document, Evidence, PartialDate, Passage
from kb.searching import search
from kb.settings import make_library, open_named
from tests.fiction import SAID, write
from tests.processes import run

GUIDELINE = Document(
    id="test-gc-7",
    kind="general-comment",
    title="General Comment No. 7 on the invented shelter",
    publisher="Invented Committee",
    symbol="TEST/C/GC/7",
    published=PartialDate(year=2013, month=5, day=29),
    source="https://example.org/gc?7",
    passages=(
        Passage(address="p36", number="36.", text=SAID, page_from=9, page_to=10),
        Passage(address="p36.a", number="(a)", text="An item.", kind="item"),
        Passage(address="p36.a.u1", text="A bullet.", kind="item"),
        Passage(address="h1", text="Our “home”", kind="heading", level=1),
        Passage(address="u1", text="Not numbered.", heading=("Our “home”",)),
        Passage(address="u2", text="Alone."),
    ),
)
RELEASE = Document(
    id="invented-release",
    kind="press-release",
    title="Niñas y niños en La Casa inventada",
    language="es",
    publisher="Agencia inventada / Iniciativa inventada",
    place="San José",
    published=PartialDate(month=5, day=3, as_printed="3 de mayo"),
)
# What breaks readers of citations: marks of TeX, line ends, controls, what turns text round, commas.
HOSTILE = st.text(
    st.one_of(
        st.sampled_from(
            "{}\\\"'%#&_$^~@,;=<>[]()\n\r\t\v\x00\x1b\x85\u2028\u2029\u202e\u2066\u200f\u061c\ufeff"
        ),
        st.sampled_from("aáñ -"),
        st.characters(),
    ),
    max_size=40,
)
HOSTILE_DOCUMENTS = st.builds(
    Document,
    id=HOSTILE,
    kind=st.sampled_from(["press-release", "general-comment", "digest", "page", "law"]),
    title=HOSTILE,
    publisher=HOSTILE,
    symbol=HOSTILE,
    place=HOSTILE,
    source=st.one_of(HOSTILE, HOSTILE.map(lambda text: f"https://example.org/{text}")),
    published=st.sampled_from([None, PartialDate(), PartialDate(year=2017), PartialDate(year=2017, month=5)]),
    digest_of=st.one_of(st.none(), st.builds(DigestOf, title=HOSTILE, symbol=HOSTILE, publisher=HOSTILE)),
    passages=st.tuples(st.builds(Passage, address=st.just("p1"), number=HOSTILE, text=HOSTILE)),
)
TURNING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def cited(document: Document, style: str, language: str = "en", *, address: str = "") -> str:
    found = tuple(each for each in document.passages if each.address == address)
    return citations(Shown(document, found), language)[style]


def test_a_footnote_has_what_the_record_knows() -> None:
    assert cited(GUIDELINE, "footnote") == (
        "Invented Committee, “General Comment No. 7 on the invented shelter”, TEST/C/GC/7, 29 May 2013, "
        "<https://example.org/gc?7>."
    )


def test_a_footnote_of_a_passage_names_paragraph_and_page() -> None:
    assert ", 29 May 2013, para. 36, pp. 9–10, <" in cited(GUIDELINE, "footnote", address="p36")
    assert ", 29 de mayo de 2013, párr. 36, pp. 9–10, <" in cited(GUIDELINE, "footnote", "es", address="p36")


def test_apa_gives_the_reference_and_what_stands_in_the_text() -> None:
    assert cited(GUIDELINE, "apa", address="p36") == (
        "Invented Committee. (2013, May 29). General Comment No. 7 on the invented shelter (TEST/C/GC/7). "
        "https://example.org/gc?7\nIn the text: (Invented Committee, 2013, para. 36, pp. 9–10)"
    )


def test_what_is_not_known_is_not_said() -> None:
    bare = Document(id="bare", title="Bare")

    assert cited(bare, "footnote") == "“Bare”, n.d."
    assert cited(bare, "footnote", "es") == "«Bare», s. f."
    assert cited(bare, "apa", "es") == "Bare. (s. f.)."
    assert "year" not in cited(bare, "bibtex")
    assert "author" not in cited(bare, "bibtex")
    assert "PY  -" not in cited(bare, "ris")


def test_a_day_without_a_year_is_no_date() -> None:
    assert cited(RELEASE, "footnote", "es") == (
        "Agencia inventada e Iniciativa inventada, «Niñas y niños en La Casa inventada», "
        "comunicado de prensa, San José, s. f."
    )


def test_two_bodies_are_two_authors() -> None:
    assert "author = {{Agencia inventada} and {Iniciativa inventada}}" in cited(RELEASE, "bibtex")
    assert cited(RELEASE, "ris").count("AU  - ") == 2
    assert cited(RELEASE, "apa").startswith("Agencia inventada & Iniciativa inventada. (n.d.).")


@pytest.mark.parametrize(
    ("known", "english", "spanish"),
    [
        (PartialDate(year=2017), "2017", "2017"),
        (PartialDate(year=2017, month=5), "May 2017", "mayo de 2017"),
        (PartialDate(year=2017, month=5, evidence=Evidence(inferred=True)), "[May 2017]", "[mayo de 2017]"),
    ],
)
def test_a_date_goes_as_far_as_it_is_known(known: PartialDate, english: str, spanish: str) -> None:
    document = replace(GUIDELINE, published=known)

    assert f", {english}, <" in cited(document, "footnote")
    assert f", {spanish}, <" in cited(document, "footnote", "es")


def test_a_digest_is_cited_as_one() -> None:
    about = DigestOf(title="The original", symbol="TEST/9", adopted=PartialDate(year=2009))
    digest = Document(id="digest-x", kind="digest", title="Digest of it", digest_of=about)

    for style in STYLES:
        assert "igest of: " in cited(digest, style)
        assert "The original" in cited(digest, style)
        assert "íntesis de: " in cited(digest, style, "es")


@pytest.mark.parametrize(
    ("address", "english", "spanish"),
    [
        ("p36", "para. 36", "párr. 36"),
        ("p36.a", "para. 36(a)", "párr. 36 a)"),
        ("p36.a.u1", "para. 36(a)", "párr. 36 a)"),
        ("h1", "under “Our ‘home’”", "apartado «Our “home”»"),
        ("u1", "under “Our ‘home’”", "apartado «Our “home”»"),
        ("u2", "", ""),
    ],
)
def test_only_printed_numbers_are_cited(address: str, english: str, spanish: str) -> None:
    passage = next(each for each in GUIDELINE.passages if each.address == address)

    assert pinpoint(GUIDELINE, passage, "en") == english
    assert pinpoint(GUIDELINE, passage, "es") == spanish


@pytest.mark.parametrize(
    ("address", "number", "words"),
    [
        ("art3", "Article 3", "art. 3"),
        ("art8bis", "Artículo 8 bis", "art. 8 bis"),
        ("p2.1", "2.1", "para. 2.1"),
        ("part2", "Segunda parte", "Segunda parte"),
        ("annex1", "Annex I", "annex I"),
        ("recommendation7", "Recommendation 7", "recommendation 7"),
        ("fn12", "12", "note 12"),
        ("p1", None, ""),
    ],
)
def test_a_number_is_named_after_its_division(address: str, number: str | None, words: str) -> None:
    passage = Passage(address=address, number=number, text=SAID)

    assert pinpoint(Document(passages=(passage,)), passage, "en") == words


def test_articles_have_paragraphs_and_paragraphs_have_items() -> None:
    law = Document(
        passages=(
            Passage(address="art3", number="Article 3", text="Article 3", kind="heading"),
            Passage(address="art3.1", number="1", text=SAID),
            Passage(address="art3.1.a", number="(a)", text=SAID, kind="item"),
        )
    )

    assert pinpoint(law, law.passages[2], "en") == "art. 3, para. 1(a)"
    assert pinpoint(law, law.passages[2], "es") == "art. 3, párr. 1 a)"


@given(HOSTILE_DOCUMENTS, st.sampled_from(["en", "es"]), st.sampled_from(STYLES))
def test_no_citation_carries_what_drives_a_terminal(document: Document, language: str, style: str) -> None:
    text = citations(Shown(document, document.passages), language)[style]

    assert not TURNING.search(text.replace("\r\n", "\n") if style == "ris" else text)


@given(HOSTILE_DOCUMENTS, st.sampled_from(["en", "es"]))
def test_any_text_is_one_entry_of_bibtex(document: Document, language: str) -> None:
    entry = bibtex.written(work(document, document.passages[0], language), language)

    first, *fields, last = entry.splitlines()
    assert re.fullmatch(r"@(misc|techreport)\{[A-Za-z0-9.:_-]+,", first)
    assert last == "}"
    for field in fields:
        value = re.fullmatch(r"  [a-z]+ = (?:[a-z]{3}|\{(.*)\}),", field)
        assert value, field
        assert is_balanced(value[1] or "")
        if not field.startswith(("  url = ", "  author = ", "  title = ")):
            assert not re.search(r"(?<!\\)[%#&$]", value[1] or "")


@given(HOSTILE)
def test_tex_prints_every_letter(text: str) -> None:
    written = bibtex.escaped(text)

    for printed, letter in (("textbackslash", "\\"), ("textbraceleft", "{"), ("textbraceright", "}")):
        assert written.count(f"{{\\{printed}}}") >= text.count(letter)
    assert is_balanced(written)


@given(HOSTILE_DOCUMENTS, st.sampled_from(["en", "es"]))
def test_any_text_is_one_record_of_ris(document: Document, language: str) -> None:
    record = ris.written(work(document, document.passages[0], language), language)

    lines = record.removesuffix("\r\n").split("\r\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line) for line in lines)
    assert [line for line in lines if line.startswith("TY")] == lines[:1]
    assert lines[-1] == "ER  - "
    assert all("," not in line for line in lines if line.startswith("AU"))


@given(HOSTILE_DOCUMENTS)
def test_an_address_of_the_web_ends_where_it_ends(document: Document) -> None:
    address = work(document).address

    assert address == "" or re.fullmatch(r"https?://[!-~]+", address)
    assert not set('<>{}\\"') & set(address)


@given(HOSTILE)
def test_a_name_with_a_comma_is_no_family_name(name: str) -> None:
    record = ris.written(work(Document(publisher=f"x{name}, and others")), "en")

    assert "AU  - " not in record
    assert "PB  - x" in record


@given(st.lists(st.lists(HOSTILE, min_size=1, max_size=4), max_size=4))
def test_no_cell_is_a_formula(rows: list[list[str]]) -> None:
    text = tables.table(rows)

    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [len(row) for row in read] == [len(row) for row in rows]
    assert not [cell for row in read for cell in row if cell.lstrip().startswith(tuple("=+-@|%＝＋－＠"))]


@given(HOSTILE)
def test_no_text_is_a_mark_of_markdown(text: str) -> None:
    written = markdown.escaped(text)

    assert "\n" not in written
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>`*_\[]", re.sub(r"\\.", "", written))


# In a knowledge base -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One for all; nothing here changes it."""
    folder = make_library(tmp_path_factory.mktemp("cited") / "library")
    head = '---\nid: fiction\ntitle: "=Fiction, of {kb}"\npublished: 2017-05\n---'
    text = f"{head}\n\n{SAID}\n\n1. A guardian is named.\n"
    with open_named(folder) as library:
        ingest(library, [str(write(folder, "fiction.md", text))])
        yield library


def test_what_is_cited_is_found_by_its_address(filled: Library) -> None:
    assert cite(filled, "fiction#p1", language="en") == "“=Fiction, of {kb}”, May 2017, para. 1."


def test_an_address_of_nothing_and_a_style_of_nobody_are_told(filled: Library) -> None:
    with pytest.raises(NotHeld):
        cite(filled, "fiction#p99")
    with pytest.raises(Misuse):
        cite(filled, "fiction", style="mla")


@pytest.mark.parametrize("form", FORMATS)
def test_documents_are_taken_along_in_every_format(filled: Library, form: str) -> None:
    text = "".join(documents(filled, (), form))

    assert "iction" in text


@pytest.mark.parametrize("form", FORMATS)
def test_hits_are_taken_along_in_every_format(filled: Library, form: str) -> None:
    text = hits(filled, search(filled, "guardian"), form)

    assert "iction" in text


def test_a_table_of_hits_names_the_passage(filled: Library) -> None:
    rows = list(csv.DictReader(io.StringIO(hits(filled, search(filled, "guardian"), "csv").lstrip("\ufeff"))))

    assert [(row["address"], row["title"], row["number"]) for row in rows] == [
        ("fiction#p1", "'=Fiction, of {kb}", "1")
    ]


def test_a_bibliography_has_an_entry_for_each() -> None:
    text = bibliography([GUIDELINE, RELEASE], "bibtex", "en")

    assert re.findall(r"^@(\w+)\{(.+),$", text, re.MULTILINE) == [
        ("techreport", "test-gc-7"),
        ("misc", "invented-release"),
    ]


def is_balanced(text: str) -> bool:
    """Whether braces open and close as BibTeX counts them, a backslash before them or not."""
    depth = 0
    for letter in text:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if depth < 0:
            return False
    return depth == 0


def test_the_command_line_cites_and_exports(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "library")
    write(
        folder, "fiction.md", f"---\nid: fiction\ntitle: Fiction\npublished: 2017\n---\n\n{SAID}\n\n1. One.\n"
    )
    run(folder, "ingest", str(folder / "fiction.md"))

    spanish = run(folder, "cite", "fiction#p1", "--style", "apa", "--language", "es")
    ids = run(folder, "export", "--format", "ids")
    wrong = run(folder, "export", "--format", "csv", "--contacts")

    assert spanish.stdout == "Fiction. (2017).\nEn el texto: («Fiction», 2017, párr. 1)\n"
    assert ids.stdout == "fiction\n"
    assert (wrong.returncode, wrong.stdout) == (2, "")
