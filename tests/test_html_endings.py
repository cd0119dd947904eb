"""What a web page ends with: lists and tables of the text are read, menus are not. All names are fiction."""

from __future__ import annotations

import pytest

from kb.parsers import html
from kb.records import Source

HEAD = "<h1>Six shelters open their doors</h1>"
TEXT = (
    "<p>Six shelters of the border of this fiction opened their doors to children who travel alone.</p>"
    "<p>Nobody asks for papers before supper, said the Blue Lantern Network of this fiction.</p>"
)
TEXTO = (
    "<p>Seis albergues de la frontera de esta ficción abrieron sus puertas a la niñez que viaja sola.</p>"
    "<p>Nadie pregunta por los papeles antes de la cena, dijo la Red Faro Azul de esta ficción.</p>"
)
ENTRIES = "<li>Dry clothes</li><li>Water</li><li>A photo</li>"
BEDS, TERMS = ["Faro: 40", "Luna: 52", "Sol: 9"], ["CR: casa de red", "PV: puerta verde"]
READ = ["Dry clothes", "Water", "A photo"]


def tail(body: str) -> list[str]:
    """The texts of a page behind its last sentence."""
    page = f"<body><nav><a href=/>Home</a></nav>{body}<footer>© Blue Lantern</footer></body>"
    found = html.read(
        Source(location="x.html", content=page.encode(), media_type="text/html", sha256="")
    ).blocks
    shown = [block.text for block in found]
    last = max(
        place for place, text in enumerate(shown) if text.startswith(("Nobody asks", "Nadie pregunta"))
    )
    return shown[last + 1 :]


@pytest.mark.parametrize("around", ["{}", "<article>{}</article>", "<div class=wrap><div>{}</div></div>"])
@pytest.mark.parametrize(
    "listed",
    [
        f"<p>What to bring:</p><ul>{ENTRIES}</ul>",
        f"<p>What to bring:</p><div class=list><ul>{ENTRIES}</ul></div>",
        f"<div><p>What to bring:</p><ul>{ENTRIES}</ul></div>",
        "<p>What to bring:</p><div><div>Dry clothes</div><div>Water</div><div>A photo</div></div>",
        f"<h2>What to bring</h2><ul>{ENTRIES}</ul>",
        f"<p><b>What to bring</b></p><ul>{ENTRIES}</ul>",
        f"<section><h2>What to bring</h2><ul>{ENTRIES}</ul></section>",
        f"<ol>{ENTRIES}</ol>",
    ],
)
def test_a_list_that_the_text_ends_with_is_read(listed: str, around: str) -> None:
    assert tail(around.format(HEAD + TEXT + listed))[-3:] == READ


def test_a_list_in_a_part_of_its_own_is_read() -> None:
    section = (
        f"<main><section>{HEAD}{TEXT}</section><section><h2>To bring</h2><ul>{ENTRIES}</ul></section></main>"
    )
    field = (
        f"<div><div class=body>{HEAD}{TEXT}<p>Bring:</p></div><div class=items><ol>{ENTRIES}</ol></div></div>"
    )

    assert tail(section) == ["To bring", *READ]
    assert tail(field) == ["Bring:", *READ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<table><tr><td>2016<td>1.204<tr><td>2017<td>2.310</table>", ["2016 | 1.204\n2017 | 2.310"]),
        ("<table><tr><td>Faro<td>40<tr><td>Luna<td>52<tr><td>Sol<td>9</table>", BEDS),
        (
            "<table border=1><tr><td>Faro<td>Centro<td>Sur<tr><td>Luna<td>Playa<td>Norte</table>",
            ["Faro | Centro | Sur\nLuna | Playa | Norte"],
        ),
        ("<dl><dt>CR</dt><dd>casa de red</dd><dt>PV</dt><dd>puerta verde</dd></dl>", TERMS),
    ],
)
def test_a_table_that_the_text_ends_with_is_read(table: str, expected: list[str]) -> None:
    assert tail(HEAD + TEXTO + table) == expected
    assert tail(f"<main>{HEAD}{TEXTO}<p>Los datos:</p>{table}</main>") == ["Los datos:", *expected]


def test_a_table_with_its_caption_and_source_in_a_box_is_read() -> None:
    rows = "<table><tr><td>2018<td>40<td>51<tr><td>2019<td>52<td>60</table>"
    box = f"<div><p><b>Cuadro 1. Camas</b></p>{rows}<p>Fuente: Red Faro Azul</p></div>"

    assert tail(f"<main>{HEAD}{TEXTO}{box}</main>")[1:] == [
        "2018 | 40 | 51\n2019 | 52 | 60",
        "Fuente: Red Faro Azul",
    ]


def test_a_list_between_the_headline_and_the_first_section_is_read() -> None:
    found = html_texts("", f"{HEAD}<p>Main points:</p><ol>{ENTRIES}</ol><h2>What happened</h2>")

    assert found[:4] == ["Main points:", *READ]


def test_a_menu_between_the_name_of_a_site_and_a_headline_is_not_read() -> None:
    menu = "<ul><li>La casa<li>Tienda<li>Socios</ul>"

    assert "Socios" not in html_texts("", f"<h1>Red Faro Azul</h1>{menu}<h2>Seis albergues abren</h2>")


@pytest.mark.parametrize(
    "menu",
    [
        "<h3>Secciones</h3><ul><li>Cultura<li>Deportes<li>Clima</ul>",
        "<div><h3>Trámites</h3><ul><li>Pasaportes<li>Visas<li>Cultura</ul></div>",
        "<h3>Síganos</h3><ul><li>Facebook<li>Instagram<li>Cultura</ul>",
        "<p>Compartir en:</p><ul><li>Facebook<li>Twitter<li>Cultura</ul>",
        "<p>Compartir en:</p><ul><li>Cultura<li>Correo<li>X<li>WhatsApp</ul>",
        "<p>Etiquetas:</p><ul><li>Niñez<li>Cultura<li>Frontera</ul>",
        "<h3>Related stories</h3><ul><li>Cultura in boats<li>Coffee fair<li>Weather</ul>",
        "<h3>See where</h3><ul><li><a href=/a>Cultura</a><li><a href=/b>Gallery</a><li><a href=/c>Map</a>",
        "<ol><li>Home<li>Newsroom<li>Cultura</ol>",
        "<table><tr><td>Inicio<td>Cultura<td>Tienda<td>Mapa</table>",
        "<table><tr><td>Cultura<td>RSS<td>Visits: 1,204,551<tr><td colspan=3>Written by hand</table>",
        "<div><h3>Clima</h3><table><tr><td>Hoy<td>28°<tr><td>Cultura<td>30°</table></div>",
    ],
)
def test_menus_behind_the_text_are_not_read(menu: str) -> None:
    assert not any("Cultura" in text for text in tail(HEAD + TEXTO + menu))


def test_a_column_of_links_and_figures_beside_the_text_is_not_read() -> None:
    calendar = "<table><tr><td>M<td>T<td>W<tr><td>1<td>2<td>3<tr><td>4<td>5<td>6</table>"

    assert not tail(f"<div><div id=text>{HEAD}{TEXT}</div><div>{calendar}</div></div>")
    assert not tail(f"<div><div>{HEAD}{TEXT}</div><div><h3>Desks</h3><ul>{ENTRIES}</ul></div></div>")


# Notes beside the text ------------------------------------------------------------------------

RAISED = '<p>The doors of this fiction stay open at night<a href="#fn1" id="r1"><sup>1</sup></a>.</p>'


@pytest.mark.parametrize(
    "notes",
    [
        '<section class=footnotes><ol><li id="fn1">Fictional Act 5. <a href="#r1">↩</a></li></ol></section>',
        '<div id="notes"><p id="fn1"><a href="#r1">1</a> Fictional Act 5.</p></div>',
        '<aside id="fn1" role="doc-footnote">1. Fictional Act 5.</aside>',
    ],
)
@pytest.mark.parametrize("around", ["{}", "<main>{}</main>", "<main><article>{}</article></main>"])
def test_notes_beside_the_element_with_the_text_are_read(notes: str, around: str) -> None:
    assert tail(around.format(f"<div class=content>{HEAD}{RAISED}{TEXT}</div>{notes}")) == [
        "Fictional Act 5."
    ]


def test_notes_of_what_is_not_read_are_not_read() -> None:
    other = '<aside>Others<a href="#fn9"><sup>9</sup></a></aside><div><p id="fn9">9 Act 9.</p></div>'

    assert not tail(f"<div class=content>{HEAD}{TEXT}</div>{other}")


# Small tables ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("<table><tr><td>2018<td>1.204<td>niñas<tr><td>2019<td>980<td>niños</table>", "2019 | 980 | niños"),
        ("<table><tr><td colspan=3>Camas<tr><td>2018<td>40<td>niñas</table>", "2018 | 40 | niñas"),
        ("<table><tr><td>Cama<td>Cena<tr><td>US$ 300<td>€ 4.50</table>", "US$ 300 | € 4.50"),
        (
            "<div role=table><div role=row><span role=cell>2018</span><span role=cell>1.204</span></div>"
            "<div role=row><span role=cell>2019</span><span role=cell>980</span></div></div>",
            "2018 | 1.204",
        ),
    ],
)
def test_two_rows_of_figures_are_a_table(table: str, row: str) -> None:
    assert row in "\n".join(html_texts(table)).split("\n")


@pytest.mark.parametrize(
    "cells",
    [
        "<div role=table><div role=row><span role=cell>2018</span><span role=cell>1.204</span></div></div>",
        "<div class=row><span class=cell>2018</span><span class=cell>1.204</span></div>",
    ],
)
def test_figures_in_cells_of_their_own_make_no_third(cells: str) -> None:
    assert not any("20181.204" in text for text in html_texts(cells))
    assert "2018" in "\n".join(html_texts(cells)).split("\n")


def test_a_number_whose_digits_are_set_apart_stays_one() -> None:
    assert "En 2018 hubo 40." in html_texts(
        "<p><span>En </span><span>20</span><span>18</span><span> hubo 40.</span></p>"
    )


def test_two_rows_of_names_and_telephones_are_no_table() -> None:
    assert "Ana Paz | Luis Sol" not in html_texts(
        "<table><tr><td>Ana Paz<td>Luis Sol<tr><td>2255 0100<td>2255 0101</table>"
    )


def html_texts(between: str, head: str = HEAD) -> list[str]:
    page = f"<body>{head}{TEXTO}{between}{TEXT}</body>"
    source = Source(location="x.html", content=page.encode(), media_type="text/html", sha256="")
    return [block.text for block in html.read(source).blocks]
