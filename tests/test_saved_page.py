"""What is read of a web page that a browser or an office program saved as a single file."""

from __future__ import annotations

import quopri

import pytest

from kb.errors import SourceEmpty
from tests.office_files import read

SAVED = "multipart/related"
TEXT = "UPALA, 2 de mayo de 2011. Este texto es ficción; ninguna institución real dijo nada de esto."
PAGE = (
    "<!DOCTYPE html><html><head><title>Abre la casa | Casa de Ficción</title></head><body><nav>"
    "<a href='/'>Inicio</a> <a href='/n'>Noticias</a></nav>"
    f"<main><h1>Abre la casa</h1><p>{TEXT}</p></main></body></html>"
)


def saved(page: str, *, charset: str = "utf-8", ends: str = "--x--") -> bytes:
    """A page as Chrome saves it, with a picture behind it."""
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://casa.example/abre\r\nSubject: Abre\r\n"
        "Date: Sun, 29 Nov 2020 17:07:15 GMT\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\n'
        f"Content-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    picture = (
        f"\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n{ends}\r\n"
    )
    return head.encode() + quopri.encodestring(page.encode(charset)) + picture.encode()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_page_saved_as_a_single_file_is_read_as_a_page(charset: str) -> None:
    page = read(saved(PAGE, charset=charset), SAVED)

    assert page.title == "Abre la casa"
    assert [each.text for each in page.passages] == [TEXT]
    assert page.source == "https://casa.example/abre"
    assert page.published is None, "the day when it was saved is no date of the text"
    assert not page.warnings


def test_a_page_whose_file_breaks_off_says_so() -> None:
    page = read(saved(PAGE, ends=""), SAVED)

    assert ["ends in the middle" in str(each) for each in page.warnings] == [True]


def test_a_file_without_a_page_is_empty() -> None:
    with pytest.raises(SourceEmpty):
        read(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n", SAVED)
