"""What kind of document it is, its symbol and its date: by its letterhead and by how it is built.

All texts are fiction, written for these tests.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kb.extractors import extract
from kb.parsers.blocks import Block
from kb.parsers.numbering import passages
from kb.records import Document, Evidence, PartialDate

PROSE = (
    "The lanterns of the town were lit again last night by thirty people who work with children and who "
    "want them to find the way home, as the keeper of the lanterns told those who had come to see it."
)


def document(*texts: str) -> Document:
    return Document(
        kind="", title="", language="en", passages=passages([Block(text=each) for each in texts], "en")
    )


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("Doc. No.: HCS-OP-014", "HCS-OP-014"),
        ("Código: SIV-DA-LV-2.1 | Versión 3", "SIV-DA-LV-2.1"),
        ("Expediente: IMC/PRO/2022/05", "IMC/PRO/2022/05"),
        ("Ref. No: IWG/MIN/9", "IWG/MIN/9"),
        ("LPC-03/2018", "LPC-03/2018"),
        ("RCC/C/GC/4", "RCC/C/GC/4"),
        ("Acuerdo SRN/09/2016", "Acuerdo SRN/09/2016"),
        ("DECRETO LEGISLATIVO No. 57-2008", "DECRETO LEGISLATIVO No. 57-2008"),
        ("Deja sin efecto la circular IMC/PRO/2016/02", None),
        ("COVID-19", None),
        ("CC-BY-NC-4.0", None),
        ("Tel: 555-01-02", None),
    ],
)
def test_a_symbol_is_labelled_or_stands_alone_at_the_top(line: str, symbol: str | None) -> None:
    assert extract(document("Ministry of Fiction", line, "1. Fiction.", "2. More.")).symbol == symbol


def test_the_number_of_a_release_is_no_symbol() -> None:
    assert extract(document("Comunicado de prensa", "BP-045/2019", PROSE)).symbol is None


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (
            (
                "Acuerdo 7-2011",
                "San Luz, 8 de julio de 2011",
                "Artículo 1. A.",
                "Artículo 2. B.",
                "Artículo 3. C.",
            ),
            "law",
        ),
        (("Minutes", "Step 1. Open.", "Step 2. Look.", "Step 3. Write."), "guideline"),
    ],
)
def test_what_is_built_of_articles_or_steps_is_no_release(texts: tuple[str, ...], kind: str) -> None:
    assert extract(document(*texts)).kind == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Operational procedure: the night desk", "guideline"),
        ("Lista de verificación para la visita", "guideline"),
        ("Children's Reception (Houses) Regulations", "law"),
        ("Acuerdo por el que se emiten las reglas", "law"),
        ("Minutes of the ninth meeting", "report"),
        ("Cancillería presenta protocolo para la niñez", "page"),
    ],
)
def test_the_words_of_a_title_tell_the_kind(title: str, kind: str) -> None:
    assert extract(replace(document("Fiction."), title=title)).kind == kind


@pytest.mark.parametrize(
    ("line", "date"),
    [
        (
            "Aprobadas por la Asamblea en su sexta reunión, Villa Norte, 21 de septiembre de 2017",
            "2017-09-21",
        ),
        ("Adopted at the Seventh Conference, 11 July 2013", "2013-07-11"),
        ("In force from 1 May 2016", "2016-05-01"),
        ("Segunda edición, marzo de 2014", "2014-03"),
        ("First printed 2015", "2015"),
        ("It replaces the guide of 3 May 2012.", None),
    ],
)
def test_lines_that_tell_of_an_adoption_hold_its_date(line: str, date: str | None) -> None:
    found = extract(document("Ministry of Fiction", line, PROSE)).published

    assert (found.iso if found else None) == date


def test_the_printed_date_is_put_before_that_of_the_file_and_both_are_told() -> None:
    stated = PartialDate(year=2023, month=2, day=11, evidence=Evidence(confidence=0.5))

    found = extract(replace(document("Segunda edición, marzo de 2014", PROSE), published=stated))

    assert found.published is not None
    assert found.published.iso == "2014-03"
    assert len(found.warnings) == 1
