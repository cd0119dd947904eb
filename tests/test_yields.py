"""Whether the text was taken out of a file: its letters are counted apart from the rules that read it."""

from __future__ import annotations

import pytest

from kb.messages import Message, say
from kb.parsers import epub, mail, opendocument, rtf, word, yields
from kb.parsers.blocks import Block
from kb.parsers.reading import Reading
from tests.office_files import DOCX, EPUB, MAIL, ODT, RTF, docx, odt, p, read, source
from tests.office_files import epub as book

SAID = "The shelter of this fiction has forty beds and a door that nobody locks at night."
DICHO = "El albergue de esta ficción tiene cuarenta camas y una puerta que nadie cierra de noche."
LETTERS = yields.letters(SAID)


def told(media_type: str, held: int, text: str) -> list[Message]:
    reading = Reading(blocks=(Block(text=text),), letters=held)
    return [*yields.warnings(reading, source(b"fiction", media_type))]


@pytest.mark.parametrize("media_type", [DOCX, ODT, RTF, EPUB, MAIL, "text/html"])
def test_a_reading_with_much_fewer_letters_than_its_file_says_so(media_type: str) -> None:
    text = SAID * 8

    assert not told(media_type, LETTERS * 8, text)
    missed = told(media_type, LETTERS * 20, text)
    assert f"{LETTERS * 8} of the {LETTERS * 20} letters" in say(missed[0], "en")
    assert f"{LETTERS * 8} de las {LETTERS * 20} letras" in say(missed[0], "es")


def test_a_page_may_leave_out_more_than_an_office_file() -> None:
    assert told(DOCX, LETTERS * 12, SAID * 8)
    assert not told("text/html", LETTERS * 12, SAID * 8)


def test_of_a_few_letters_nothing_is_said() -> None:
    assert not told(DOCX, 150, "A form.")
    assert not told("text/html", 500, "A form.")


def test_the_letters_of_a_word_file_are_those_that_print() -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>'
    body = (
        p(SAID)
        + p("Scope 3", '<w:pStyle w:val="TOC1"/>')
        + '<w:p><w:hyperlink w:anchor="a1"><w:r><w:t>Beds 4</w:t></w:r></w:hyperlink></w:p>'
        + p("Hidden", run="<w:vanish/>")
        + "<w:p><w:r><w:t>Ten</w:t></w:r><w:del><w:r><w:delText>nine</w:delText></w:r></w:del></w:p>"
        + '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'

    found = word.read(source(docx(body, styles=styles, footnotes=note), DOCX))

    assert found.letters == LETTERS + len("Ten") + len("Anote")


def test_text_that_word_calls_page_numbers_is_missed() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top)"/></w:docPartObj></w:sdtPr>'
    body = p(DICHO) + f"<w:sdt>{gallery}<w:sdtContent>{p(DICHO) * 4}</w:sdtContent></w:sdt>" + p(DICHO)

    document = read(docx(body), DOCX)

    assert any("letters in the file" in str(each) for each in document.warnings)


def test_the_letters_of_an_open_document_are_those_that_print() -> None:
    contents = "<text:table-of-content><text:p>Scope 3</text:p></text:table-of-content>"
    hidden = '<text:p text:style-name="H">Hidden</text:p>'
    automatic = (
        '<style:style style:name="H" style:family="paragraph">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    )

    found = opendocument.read(
        source(odt(f"{contents}{hidden}<text:p>{SAID}{note}</text:p>", automatic=automatic), ODT)
    )

    assert found.letters == LETTERS + len("Anote")


def test_the_letters_of_rich_text_are_those_that_print() -> None:
    styles = r"{\stylesheet{\s1 toc 1;}}"
    body = rf"\pard {SAID}\par{{\footnote A note.}}\pard\s1 Scope 3\par\pard\plain{{\v Hidden}}\par"

    found = rtf.read(source(rf"{{\rtf1\ansi{styles}{{\info{{\author Nobody}}}}{body}}}".encode(), RTF))

    assert found.letters == LETTERS + len("Anote")


def test_the_letters_of_an_e_book_are_those_of_its_chapters() -> None:
    chapter = f"<html><head><title>One</title></head><body><p>{SAID}</p><script>1</script></body></html>"

    found = epub.read(source(book({"nav": "<html><body>Contents</body></html>", "one": chapter}), EPUB))

    assert found.letters == LETTERS


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_the_letters_of_a_mail_are_those_of_its_body(kind: str) -> None:
    content = f"From: a@b.example\r\nContent-Type: text/{kind}\r\n\r\n{SAID}\r\n".encode()

    assert mail.read(source(content, MAIL)).letters == LETTERS


def test_the_head_of_a_mail_that_is_passed_on_is_not_missed() -> None:
    head = "From: Ana Luz <ana@faro.example>\nSent: Monday, 3 May 2021\nTo: Red\nSubject: Forty beds\n\n"
    content = f"Subject: FW: Forty beds\n\n---- Original message ----\n{head}{SAID}\n\n{SAID}\n".encode()

    assert not [each for each in read(content, MAIL).warnings if "letters" in str(each)]
