"""PDF files whose letters are not those that they show. All bodies and places are fiction."""

from __future__ import annotations

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader

from kb.errors import ScannedPdf
from kb.parsers import pdf
from tests.pdf_files import HEIGHT, WIDTH, Paper, source

PROSA = (
    "La persona encargada llevará un registro de llegadas, abierto a la inspección de la Defensoría de "
    "Arcadia. Ningún agente interrogará a un niño o a una niña a solas, y cada entrevista se hará en una "
    "sala tranquila, con intérprete."
)
PROSE = (
    "The officer in charge keeps a register of arrivals, which is open to the inspection of the Ombudsman "
    "of Arcadia. No officer questions a child alone, and each interview takes place in a quiet room, with "
    "an interpreter."
)
NAMES = "Wójcik Mbeki Szczepanski Nguyen Achterberg Guðmundsson Ng Krzyzanowska Tshabalala Xolotl"
LANGUAGES = {
    "Portuguese": "Toda criança desacompanhada tem direito a abrigo seguro, a intérprete e a um tutor, que "
    "ouvirá sua opinião antes que as autoridades tomem qualquer decisão sobre seu futuro próximo.",
    "Swahili": "Kila mtoto asiyefuatana na mzazi ana haki ya kupata makazi salama, mkalimani na mlezi ambaye "
    "atasikiliza maoni yake kabla ya mamlaka kufanya uamuzi wowote kuhusu maisha yake ya baadaye.",
    "Finnish": "Jokaisella ilman huoltajaa tulleella lapsella on oikeus turvalliseen majoitukseen, tulkkiin "
    "ja edustajaan, joka kuulee hänen mielipiteensä ennen kuin viranomainen päättää mistään asiasta.",
    "German": "Jedes unbegleitete Kind hat Anspruch auf eine sichere Unterkunft, auf Dolmetschung und auf "
    "Rechtsschutz durch einen Vormund, der es anhört, bevor die Behörde irgendeine Entscheidung trifft.",
}


@pytest.fixture
def _without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")


def _exchanged(text: str, by: int) -> str:
    """The letters as far away as the numbers of glyphs stand from those of the letters they show."""
    return "".join(chr(33 + (ord(each) - 33 - by) % 93) if each.isascii() else each for each in text)


def _drawn(*texts: str) -> Paper:
    paper = Paper()
    for text in texts:
        paper.prose(text)
    return paper


@pytest.mark.parametrize("text", [PROSE, PROSA])
@pytest.mark.usefixtures("_without_tesseract")
def test_letters_that_make_no_words_are_set_aside_with_what_to_install(text: str) -> None:
    content = _drawn(*[_exchanged(text, 29)] * 2).content()

    with pytest.raises(ScannedPdf, match=r"fonts do not say .* install tesseract"):
        pdf.read(source(content))


@pytest.mark.usefixtures("_without_tesseract")
def test_a_page_whose_letters_make_no_words_is_named() -> None:
    paper = _drawn(PROSE, PROSA, PROSE)
    paper.turn()
    paper.prose(_exchanged(PROSA, 29))

    reading = pdf.read(source(paper.content()))

    assert [str(warning) for warning in reading.warnings] == [
        "Some of its pages can be recognised with tesseract; install it with Spanish and English "
        "(on Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-spa) and ingest it again.",
        "Pages whose fonts do not say which letters they show: 2; their text is wrong here.",
    ]


@pytest.mark.usefixtures("_without_tesseract")
def test_a_page_of_code_is_text_where_other_pages_hold_its_words() -> None:
    paper = _drawn(PROSE, "The field chldRgstrNr of xmlNsHdr holds the number; mthdGtCntct finds the office.")
    paper.turn()
    code = "xmlNsHdr(chldRgstrNr, mthdGtCntct, cnsltPhnNr); xmlNsHdr(chldRgstrNr, cnsltPhnNr);"
    for _ in range(4):
        paper.prose(code)

    reading = pdf.read(source(paper.content()))

    assert reading.warnings == ()
    assert code in reading.blocks[-1].text


@pytest.mark.parametrize("text", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.usefixtures("_without_tesseract")
def test_a_page_in_another_language_is_text(text: str) -> None:
    reading = pdf.read(source(_drawn(text, text).content()))

    assert reading.warnings == ()
    assert [block.text for block in reading.blocks] == [text, text]


@pytest.mark.usefixtures("_without_tesseract")
def test_pages_of_names_and_figures_are_text() -> None:
    paper = Paper()
    for at in range(3):
        for name in NAMES.split():
            paper.put(name, 72, paper.y)
            paper.put(f"CRC/C/{at}", 220, paper.y)
            paper.line(f"{at}.{len(name)}04", 320)

    reading = pdf.read(source(paper.content()))

    assert reading.warnings == ()
    assert [block.kind for block in reading.blocks] == ["table"]


@pytest.mark.slow
@pytest.mark.usefixtures("tesseract")
def test_a_page_is_recognised_where_its_letters_make_no_words() -> None:
    picture = pypdfium2.PdfDocument(_drawn(PROSA).content())[0].render(scale=200 / 72).to_pil()
    paper = Paper()
    paper.canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
    text = paper.canvas.beginText(72, HEIGHT - 80)
    text.setTextRenderMode(3)  # neither filled nor drawn
    text.setFont("Times-Roman", 11)
    text.textLines([_exchanged(PROSA, 29)[at : at + 90] for at in range(0, len(PROSA), 90)])
    paper.canvas.drawText(text)

    reading = pdf.read(source(paper.content()))

    assert [block.text for block in reading.blocks] == [PROSA]
