"""Which line of a release is its headline, and what front matter declares.

Every text here is fiction, written for a test of kb; names, numbers and addresses are invented.
"""

from __future__ import annotations

import pytest

from kb.errors import ParseFailed
from kb.extractors import extract
from kb.parsers import parse
from kb.parsers.headline_verbs import says
from kb.records import Document, Source

PROSE = (
    "Thirty children who travel alone sleep in the house by the river, where cooks, teachers and "
    "neighbours look after them day and night until their families have been found."
)
PROSA = (
    "Treinta niños que viajan solos duermen en la casa del río, donde cocineros, maestras y vecinas los "
    "cuidan de día y de noche hasta encontrar a sus familias."
)


def read(text: str, media_type: str = "text/plain") -> Document:
    return parse(Source(location="x", content=text.encode(), media_type=media_type, sha256="0" * 64))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # A letterhead in capitals without a noun of institutions, then the headline.
        (
            "BISHOPS OF THE NORTHERN DELTA\n\nBishops ask parishes to open their rooms",
            "Bishops ask parishes to open their rooms",
        ),
        ("(FARO WIRE) Farol to share register of children", "Farol to share register of children"),
        (
            "FARO COMMUNITY RADIO * 91.9 FM * LISTENER SUPPORTED\n\nFaro wins prize for hour with teens",
            "Faro wins prize for hour with teens",
        ),
        ("Dimensión Diocesana del Camino\n\nDEJEN QUE LOS NIÑOS PASEN", "DEJEN QUE LOS NIÑOS PASEN"),
        # Whom it is addressed to.
        (
            "CASA DEL FARO\n\nA los medios de comunicación \n\nLOS NIÑOS TIENEN FRÍO",
            "LOS NIÑOS TIENEN FRÍO",
        ),
        # Highlights stand in a list below the headline.
        (
            "Boletín 93/17\n\nAMPLÍA EL FARO SU CENTRO PARA JÓVENES\n\n* Pasa de 60 a 96\n* Con cocina",
            "AMPLÍA EL FARO SU CENTRO PARA JÓVENES",
        ),
        # What may not be done with it yet.
        (
            "STRICT EMBARGO: NOT FOR USE BEFORE 0001 HRS, 11 APRIL 2023\n\nKEEPERS CALL A HEARING ON ROOMS",
            "KEEPERS CALL A HEARING ON ROOMS",
        ),
        ("MEDIA RELEASE        Not to be quoted before the launch\n\nCHILDREN WAIT A YEAR IN OFFICES",
         "CHILDREN WAIT A YEAR IN OFFICES"),
        (
            "*** MEDIA ADVISORY ***   *** NOT FOR PUBLICATION BEFORE DEC. 12 ***\n\nVigil in the Rain",
            "Vigil in the Rain",
        ),
        ("COMUNICADO - NO PUBLICAR ANTES DEL 3 DE MAYO\n\nVigilia bajo la lluvia", "Vigilia bajo la lluvia"),
        (
            "CORTE DEL FARO CELEBRARÁ AUDIENCIA\n\nSan José, 30 de agosto de 2022.-\n\n"
            "La Corte del Faro celebrará en septiembre una audiencia pública sobre el caso de una familia y "
            "de cuatro hermanos que fueron separados de su madre en un puesto de la frontera sur.1",
            "CORTE DEL FARO CELEBRARÁ AUDIENCIA",
        ),
        # Two columns above it.
        (
            "FARO LIGHT WELCOME\n4100 Grand Ave.\nNews Release             Contact: Karen Salt\n"
            "FOR RELEASE MONDAY, JUNE 6             515-555-0102\n\nFarmers line up to be hosts",
            "Farmers line up to be hosts",
        ),
        ("COMISIÓN DEL FARO\nBoletín                  Fecha: 05-VII-2021\n\nAUMENTAN LAS SOLICITUDES",
         "AUMENTAN LAS SOLICITUDES"),
        # Shouted, it may begin with the office of the letterhead.
        ("OFFICE OF THE COUNTY PROSECUTOR OF FAROL\n\nFOR IMMEDIATE RELEASE\n3/14/2019\n\n"
         "COUNTY PROSECUTOR LUND CHARGES OWNER OF UNLICENSED BOARDING HOUSE IN LANTERN FALLS\n\n"
         "Owner is said to have housed thirty children in a barn",
         "COUNTY PROSECUTOR LUND CHARGES OWNER OF UNLICENSED BOARDING HOUSE IN LANTERN FALLS"),
        # A list may say in short what stands below the headline, or stand below it.
        ("DIF FAROL\nBOLETÍN 21\n\n* Entrega alcaldesa camas a los niños de la casa del río\n"
         "* Llegan también cobijas\n\nRecibe la casa del río treinta camas nuevas",
         "Recibe la casa del río treinta camas nuevas"),
        ("Boletín 22\n\nRecibe la casa treinta camas\n\n* Llegan también cobijas\n* Duermen ya los niños\n\n"
         "Vecinas y maestras ayudan", "Recibe la casa treinta camas"),
        # What a wire or a speech is handed out with.
        ("FNS-HN--River House, 1st Ld-Writethru\nKeepers open a house by the river\nEds: Adds a quote.\n"
         "By ANA LUND", "Keepers open a house by the river"),
        ("Office of the Keeper of Farol\n\nRemarks by Keeper Ana Lund\nat the Forum of Families of Farol\n"
         "Belmopan, 7 March 2019\n\nCHECK AGAINST DELIVERY\n\nA HOUSE FOR EVERY CHILD",
         "A HOUSE FOR EVERY CHILD"),
    ],
)  # fmt: skip
def test_a_headline_says_something_and_what_stands_around_it_does_not(head: str, title: str) -> None:
    assert read(f"{head}\n\n{PROSE}").title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # The number of a court's or a congress's bulletin is no headline.
        (
            "FARO COURT OF RIGHTS\n\nF/A Court H.R._PR-12/2021 English\n\nCOURT HEARS KEEPERS",
            "COURT HEARS KEEPERS",
        ),
        (
            "CORTE DEL FARO\n\nCorte FDH_CP-3/2020 Español\n\nCORTE ORDENA ABRIR LA CASA",
            "CORTE ORDENA ABRIR LA CASA",
        ),
        ("Senado · Boletín 310\n\nPiden abrir una casa para jóvenes", "Piden abrir una casa para jóvenes"),
        ("Faro Assembly • Press release 41\n\nMembers vote for a new desk", "Members vote for a new desk"),
        # The name of a body on two lines.
        (
            "SECRETARÍA DE FAROS\nY COOPERACIÓN MARÍTIMA DE PUNTA CLARA\nConsulado General en Laredo\n\n"
            "CONSULADO ABRE UNA MESA",
            "CONSULADO ABRE UNA MESA",
        ),
        (
            "MINISTRY OF LIGHTHOUSES\nAND COASTAL AFFAIRS OF THE ISLANDS\n\nMINISTRY OPENS A DESK",
            "MINISTRY OPENS A DESK",
        ),
        # A verse above a message.
        (
            "DIÓCESIS DEL FARO\n\nNo opriman al forastero (Éx 23, 9)\n\nMensaje por los jóvenes detenidos",
            "Mensaje por los jóvenes detenidos",
        ),
        (
            "DIOCESE OF LANTERN\n\nI was a stranger and you welcomed me (Mt 25:35)\n"
            "\nMessage on the children held",
            "Message on the children held",
        ),
        # A subhead in other letters, below a contact's line.
        (
            "Contact: Ana Paz, (520) 555-0119, ana@faro.example\n"
            "Photographs: Leo Luz, (520) 555-0119, ext. 4\n\n"
            "        Lantern Fund Stops Taking New Cases\n"
            "             Waiting list passes forty as money ends",
            "Lantern Fund Stops Taking New Cases",
        ),
    ],
)  # fmt: skip
def test_numbers_names_verses_and_subheads_are_no_part_of_a_headline(head: str, title: str) -> None:
    assert read(f"{head}\n\n{PROSE}").title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # The running text takes up the words of its headline, not those of kicker and slogan.
        ("AVISO A LA COMUNIDAD\n\nCASA Y COCINEROS PARA JÓVENES", "CASA Y COCINEROS PARA JÓVENES"),
        (
            "CASA DEL FARO\nOchenta amigos de las dos orillas\n\nNiños duermen en la casa del río",
            "Niños duermen en la casa del río",
        ),
        (
            "Keepers of the Coast\nSeven groups of the northern shore\n\nThursday, May 16\n\n"
            "Travel alone, sleep by the river",
            "Travel alone, sleep by the river",
        ),
        # Letters and memoranda.
        ("Harbour Network\n\nDear friends of the press,\n\nCooks open a house", "Cooks open a house"),
        ("Red del Faro\n\nEstimadas amigas y amigos:\n\nAbrimos la casa", "Abrimos la casa"),
        (
            "TO:       Editors of the coast\nFROM:     Faro Project\nDATE:     19 May 2022\n"
            "RE:       Judge lets siblings stay",
            "Judge lets siblings stay",
        ),
        ("JUZGADO DEL FARO\n\nAsunto: Ordenan reabrir la casa", "Ordenan reabrir la casa"),
        ("Open letter\n\nTo the Minister of Tides: open it", "To the Minister of Tides: open it"),
        # Whose text it is, and lines of pieces.
        ("Statement by the Network of Keepers\n\nA tent is no house", "A tent is no house"),
        ("From the desk of the Lantern House\n\nWE COUNTED FORTY", "WE COUNTED FORTY"),
        ("FARO FUND  *  NEWS ALERT  *  EMBARGO: 6 A.M.\n\nA bus, a desk, a name", "A bus, a desk, a name"),
        ("NOTICIAS :: Año 4, núm. 12 :: Pascua de 2017\n\nLlegan los libros", "Llegan los libros"),
        # A verse of a book whose name has several words.
        (
            'RED DEL CAMINO\n\n"No había lugar para ellos" (Lc 2, 7)\n\nQue haya lugar: abren seis casas',
            "Que haya lugar: abren seis casas",
        ),
    ],
)  # fmt: skip
def test_a_headline_is_the_line_that_most_signs_speak_for(head: str, title: str) -> None:
    assert read(f"{head}\n\n{PROSE}\n\n{PROSA}").title == title


@pytest.mark.parametrize("number", ["CP-014-2018", "Boletín 22/2019", "PR 31/2022"])
def test_a_number_below_the_headline_of_a_page_is_no_part_of_it(number: str) -> None:
    head = f"<p><font size=5>La casa abre otra mesa</font><br><i>{number}</i></p>"
    page = f"<html><body>{head}<p>{PROSE}</p></body></html>"

    assert read(page, "text/html").title == "La casa abre otra mesa"


@pytest.mark.parametrize(
    "line",
    [
        "Keepers open a desk",
        "PIDE LA CASA MÁS CAMAS",
        "Ministry to reopen a hearing",
        "DEFENSORÍA DEL FARO DESIGNA TUTORES A ADOLESCENTES",
        "Alcaldía reubica a diez familias",
    ],
)
def test_a_headline_has_a_verb(line: str) -> None:
    assert says(line)


@pytest.mark.parametrize(
    "line",
    ["Council for Attention to Migrants", "RIBERA LIGHT WELCOME", "Casa del Faro", "Children on the Move"],
)
def test_a_name_has_none(line: str) -> None:
    assert not says(line)


def test_the_heading_is_the_title_of_a_page_whose_head_only_names_the_body() -> None:
    page = (
        "<html><head><title>Patronato Nacional del Faro</title></head><body><p>COMUNICADO DE PRENSA</p>"
        f"<h2>PNF abre una segunda casa para quienes viajan solos</h2><p>{PROSE}</p></body></html>"
    )

    assert read(page, "text/html").title == "PNF abre una segunda casa para quienes viajan solos"


def test_the_lines_of_a_letterhead_stay_lines_in_a_page_and_in_markdown() -> None:
    page = read(
        f"<p>Casa del Faro<br>Prensa<br>Paso Farol, 3 de mayo</p><h1>Abren</h1><p>{PROSE}</p>", "text/html"
    )
    text = read(
        f"**Casa del Faro**\n*Paso Farol*\n\n# Abren una casa\n\n{PROSE}\nMore of it.", "text/markdown"
    )

    assert page.passages[0].text == "Casa del Faro\nPrensa\nPaso Farol, 3 de mayo"
    assert text.passages[0].text == "Casa del Faro\nPaso Farol"
    assert text.passages[1].text == f"{PROSE} More of it."


# Front matter ---------------------------------------------------------------------------------


def test_front_matter_may_have_spanish_names() -> None:
    front = "titulo: Abren\nfecha: 2023-05-24\ndependencia: Casa del Faro\nlugar: Paso Farol, B. C."

    found = read(f"---\n{front}\n---\n\n{PROSE}", "text/markdown")

    assert (found.title, found.publisher, found.place) == ("Abren", "Casa del Faro", "Paso Farol, B. C.")
    assert found.published
    assert found.published.iso == "2023-05-24"


def test_front_matter_may_be_toml() -> None:
    found = read(f'+++\ntitle = "Kiosk rings"\ndate = 2024-11-20\n+++\n\n{PROSE}', "text/markdown")

    assert found.title == "Kiosk rings"
    assert found.published
    assert found.published.iso == "2024-11-20"


def test_front_matter_that_is_no_toml_is_named() -> None:
    with pytest.raises(ParseFailed, match="TOML"):
        read(f"+++\ntitle =\n+++\n\n{PROSE}", "text/markdown")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("# Directrices del Golfo\n\nSignatura: RDG/DIR/03\n\nAprobadas por la Red, que abre sus puertas",
         "Directrices del Golfo"),
        ("Children's Reception Rules\n\nMade 9 November 2011 and have effect", "Children's Reception Rules"),
        ("Court of Tides\nPress Release\nPR - 27/2025\nEnglish\n\nCOURT WILL HEAR IT", "COURT WILL HEAR IT"),
    ],
)  # fmt: skip
def test_the_titles_of_rules_name_and_say_nothing(head: str, title: str) -> None:
    assert (
        read(f"{head}\n\n{PROSE}", "text/markdown" if head.startswith("#") else "text/plain").title == title
    )


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("Nota de prensa | Panamá, 21-mar-2023", "Panamá", (2023, 3, 21)),
        ("Press release | Belmopan, 3 May 2022", "Belmopan", (2022, 5, 3)),
        ("SAN JOSÉ | 17 August 2021", "San José", (2021, 8, 17)),
        ("Belmopan, the 3rd of December, 2021", "Belmopan", (2021, 12, 3)),
        ("PANAMA CITY, Sept. 14, 2025--The house opens another desk.", "Panama City", (2025, 9, 14)),
        ("Tegucigalpa (Honduras), 2 oct 2021 - La casa abre.", "Tegucigalpa (Honduras)", (2021, 10, 2)),
        (
            "Tapachula, Chis., 20 jun.— La casa abre otra mesa para jóvenes.",
            "Tapachula, Chis.",
            (None, 6, 20),
        ),
    ],
)
def test_the_place_and_date_of_a_line_of_pieces(
    line: str, place: str, date: tuple[int | None, int, int]
) -> None:
    document = extract(read(f"La casa abre otra mesa\n\n{line}\n\n{PROSE}"))

    assert document.place == place
    assert document.published
    assert (document.published.year, document.published.month, document.published.day) == date


def test_a_feast_may_follow_the_date_of_a_closing_line() -> None:
    closing = "San Marcos, Guatemala, a 4 de octubre, memoria de San Francisco de Asís."

    document = extract(read(f"La casa abre\n\n{PROSE}\n\n{PROSA}\n\n{closing}"))

    assert document.place == "San Marcos, Guatemala"
    assert document.published
    assert (document.published.year, document.published.month, document.published.day) == (None, 10, 4)


def test_a_byline_of_place_and_date_alone_is_the_dateline() -> None:
    page = f"<h1>Keepers open</h1><div class=byline>SAN JOSÉ | 17 August 2021</div><p>{PROSE}</p>"

    assert extract(read(page, "text/html")).place == "San José"


def test_the_sender_of_a_memorandum_publishes_it() -> None:
    memo = "TO:       Editors\nFROM:     Faro Project\nDATE:     19 May 2022\nRE:       Keepers open"

    assert extract(read(f"{memo}\n\n{PROSE} Faro Project runs it.")).publisher == "Faro Project"


def test_the_site_whose_headline_names_it_publishes_the_page() -> None:
    site = "<p class=site-title>Lanterns for Children</p>"
    page = (
        f"<title>Press - Lanterns for Children</title>{site}"
        f"<h1>Lanterns for Children and keepers open a desk</h1><p>{PROSE}</p>"
    )

    assert extract(read(page, "text/html")).publisher == "Lanterns for Children"


@pytest.mark.parametrize(
    "salutation",
    [
        "To the priests, the religious, and all persons of good will in Honduras:",
        "To all who keep a door open on the road to the north:",
        "A las hermanas y hermanos que reciben a quienes cruzan el río:",
        "A todas las parroquias que abren su puerta y su mesa:",
        "A nuestros vecinos que piden noticias de la casa:",
    ],
)
def test_whom_a_message_speaks_to_is_no_headline(salutation: str) -> None:
    prose = PROSA if salutation.startswith("A ") else PROSE

    document = read(
        f"PASTORAL OF THE ROAD\n\nProt. N. 77/2020\n\nMESSAGE FOR THE SUNDAY\n\n{salutation}\n\n{prose}"
    )

    assert document.title == "MESSAGE FOR THE SUNDAY"


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("Consulado visita a menores en albergues", True),
        ("ALCALDESA VISITA AL ALBERGUE", True),
        ("Magistradas visitan la casa", True),
        ("Programa de Visita a Hogares", False),
        ("La Visita a Domicilio", False),
    ],
)
def test_a_visit_is_a_verb_where_somebody_makes_it(line: str, verb: bool) -> None:
    assert says(line) is verb


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "CONSULATE OF FAROLIA\nIN PUERTO FAROL\n-------------\n\nPRESS BULLETIN 08-2019\n\n"
            "THE CONSULATE TAKES ITS SERVICES TO THE MINORS OF THE BORDER\n\n"
            "Puerto Farol, 11 of March of 2019. The Consulate informs that on Saturday it made a "
            "journey of its\n"
            "Mobile Desk, this time in a school.",
            "THE CONSULATE TAKES ITS SERVICES TO THE MINORS OF THE BORDER",
        ),
        (
            "HARBOUR RED CROSS\nJoint press release\n\nRed Cross Societies of Three Nations Link Up "
            "to Trace\n"
            "Lost Children\n\nPuerto Farol, 17 July",
            "Red Cross Societies of Three Nations Link Up to Trace Lost Children",
        ),
        (
            "THE LANTERN NETWORK\n\nMinistry of Health and Lantern Foundation Work\nfor Young "
            "Mothers\n\n3 May 2020",
            "Ministry of Health and Lantern Foundation Work for Young Mothers",
        ),
        (
            "RED FAROL\n\nLA FUNDACIÓN FAROL Y SUS CASAS DE PASO EN LA FRONTERA SUR\n\nTapachula, 3 "
            "de mayo de 2020",
            "LA FUNDACIÓN FAROL Y SUS CASAS DE PASO EN LA FRONTERA SUR",
        ),
        (
            "MINISTRY OF FAROLIA\n\nMINISTRY APPROACHES FAMILIES OF THE COAST\n\nBelmopan, 3 May "
            "2020. The ministry\n"
            "Desk of Families has begun its work.",
            "MINISTRY APPROACHES FAMILIES OF THE COAST",
        ),
        (
            "CASA FAROL\n\nLa Casa Farol abre otra mesa\n\nTapachula, 3 de mayo de 2020. La casa "
            "informa que el sábado\n"
            "Mesa Abierta recibió a 40 niños.",
            "La Casa Farol abre otra mesa",
        ),
    ],
)
def test_a_dateline_is_no_headline_and_a_headline_may_open_with_a_name(head: str, title: str) -> None:
    assert read(f"{head}\n\n{PROSE}\n").title == title


@pytest.mark.parametrize(
    "heading",
    [
        "<table><tr><td>Farolia, 2 de julio 2014</td></tr><tr><td><h2>{}</h2></td></tr>"
        "<tr><td>{}</td></tr></table>",
        "<table><tr><td><h3>{}</h3></td></tr><tr><td>{}</td></tr></table>",
        "<div><div><h2>{}</h2></div><div>{}</div></div>",
        "<div><div><div><h3>{}</h3></div></div><div>{}</div></div>",
        "<table><tr><td><h2><font>{}</font></h2></td></tr><tr><td>{}</td></tr></table>",
    ],
)
def test_a_heading_in_a_cell_or_box_of_its_own_is_the_title(heading: str) -> None:
    text = f"<p>{PROSE}</p><p>Según los registros, los departamentos de origen fueron:</p><p>{PROSE}</p>"
    page = f"<html><head><title>Farol informa</title></head><body>{heading}</body></html>"

    title = read(page.format("La casa recibe a 5 buses", text), "text/html").title

    assert title == "La casa recibe a 5 buses"


@pytest.mark.parametrize("place", ["Brussels, 12 April 2017", "Bogotá, 12 de abril de 2017", "12 April 2017"])
@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Farolia acts on children in migration", "The Council acted today. It was a goal for years."),
        ("Council acts for children", 'A keeper said: "It is our goal." Rooms open in May.'),
        ("Rooms for children by the river", "The house opened on Monday."),
        ("New paths out of detention", "“It is our goal to shelter them,” said the keeper."),
        ("Tutela para la niñez en camino", "El consejo actuó hoy. Era una meta de años."),
        ("Un techo junto al río", "La casa abrió el lunes."),
    ],
)
def test_the_text_below_the_date_is_no_headline_and_stays_a_passage(
    headline: str, body: str, place: str
) -> None:
    document = read(f"{headline}\n\n{place}\n\n{body}\n")

    assert document.title == headline
    assert [passage.text for passage in document.passages] == [place, body]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Celebran posada en la casa del río", "Celebran posada en la casa del río"),
        ("Telegram channel warns parents\n\nTel. 555-0147", "Telegram channel warns parents"),
        (
            "De: Casa del Faro\nAsunto: RV: Boletín - Abren la casa del río",
            "Abren la casa del río",
        ),
        (
            "Dependencia: Comisión de la Niñez\nAsunto: Se informa\nAprueban ley que abre la casa",
            "Aprueban ley que abre la casa",
        ),
        (
            "CONSULATE OF FARO\n\nFor our friends and the local press\n\nMOBILE OFFICE: PAPERS FOR CHILDREN",
            "MOBILE OFFICE: PAPERS FOR CHILDREN",
        ),
        (
            "*** NOT FOR PUBLICATION BEFORE 10:00 (LOCAL TIME), 9 OCTOBER 2018 ***\n\nNURSES ASK FOR BEDS",
            "NURSES ASK FOR BEDS",
        ),
        ("Shelter of the Star\nPrayer letter, Epiphany 2019\n\nThe star stops here", "The star stops here"),
        (
            "Albergue del Buen Camino\nCasa de acogida\n\nCarta de fin de año a bienhechoras y amigos",
            "Carta de fin de año a bienhechoras y amigos",
        ),
        ("Para las niñas de la ribera escribe la prensa", "Para las niñas de la ribera escribe la prensa"),
        ("ENDORSED BY 212 NURSES\n\nOpen Letter on the Use of Inns", "Open Letter on the Use of Inns"),
        ("Sisters of the Good Road | Justice & Peace\n\nA word for the feast", "A word for the feast"),
        ("MIGRACIONES\nTriángulo Norte: Guatemala y Honduras\n\nLo que aprendí", "Lo que aprendí"),
        ("De: Oficina de Prensa\nRef.: Abren la casa del río", "Abren la casa del río"),
        ("Situation report: the storm\nPeriod covered: 16–23 November 2020", "Situation report: the storm"),
        (
            "KIDS IN NEED OF COUNSEL (KINC)\n\nLAWYERS GROW OLD WAITING\n\nFARO, 3 May 2021",
            "LAWYERS GROW OLD WAITING",
        ),
        (
            "Casa del Faro\n\nTres hogares con apoyo de la Organización de Maestras (OM)",
            "Tres hogares con apoyo de la Organización de Maestras (OM)",
        ),
        ("Tribuna del Valle | Opinión\n\nAbrir la casa no cuesta", "Abrir la casa no cuesta"),
        (
            "Road Friends of the Coast\n\nOpen letter to the members of the Conference\n\nDear Ministers,",
            "Open letter to the members of the Conference",
        ),
        (
            "Carta abierta a la Conferencia de Migración\n\nRed de Amigas del Camino\n\nSeñores ministros:",
            "Carta abierta a la Conferencia de Migración",
        ),
        (
            "Nurses ask for beds\nPunta Clara del Mar, Farol District. Thursday, 18th July, 2019.",
            "Nurses ask for beds",
        ),
        (
            "OBISPOS DEL SUR\n\n«ERA FORASTERO Y ME ACOGISTEIS» (Mt 25, 35)\n\nMensaje por los que se van",
            "«ERA FORASTERO Y ME ACOGISTEIS» (Mt 25, 35)",
        ),
    ],
)
def test_fields_above_a_headline_are_none_and_it_may_begin_like_one(head: str, title: str) -> None:
    assert read(f"{head}\n\n{PROSA}").title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # Names in capitals: a noun of the police or a union, an acronym drawn from the name.
        (
            "POLICÍA RURAL DE FAROLIA\nDelegación del Norte\nNOTA INFORMATIVA 31\n\nFecha: 27/08/2016\n"
            "Lugar: Puerto Farol, Farolia\n\nCUATRO MENORES UBICADOS EN LANCHA",
            "CUATRO MENORES UBICADOS EN LANCHA",
        ),
        (
            "SINDICATO DE TRABAJADORES DE LA RIBERA (SITRARI)\n\n¡NO SOMOS CÁRCEL! Pedimos maestras",
            "¡NO SOMOS CÁRCEL! Pedimos maestras",
        ),
        (
            "AMIGAS Y AMIGOS DEL RÍO GRANDE (AMIRGA)\n\nCien mochilas para la frontera",
            "Cien mochilas para la frontera",
        ),
        # Fields of a note, and its subject.
        (
            "LANTERN COUNTY SHERIFF\n\nMEDIA RELEASE\nDATE/PLACE: 07/19/2018, Lantern, Texas\n"
            "CASE NO.: 18-07-0001\nRE: TWO JUVENILES LOCATED, RANCH ROAD 9",
            "TWO JUVENILES LOCATED, RANCH ROAD 9",
        ),
        (
            "De: Prensa Red del Faro <prensa@faro.example>\nPara: Medios de comunicación\n"
            "Enviado: martes, 17 de julio de 2018 15:42\nAsunto: La red pide camas para cien niños",
            "La red pide camas para cien niños",
        ),
        (
            "From: Faro Network\nSubject: EMBARGOED until Jan. 17, 10 a.m. CST: Clinics will see every child",
            "Clinics will see every child",
        ),
        # Two columns of labels, an address, a writer, drawn apart letters.
        (
            "FARO UNION OF TEACHERS                     Press Release\n\n"
            "For Release:                               Contact:\n"
            "June 27, 2018                              Ana Paz\n\nTeachers to Line Buses with Desks",
            "Teachers to Line Buses with Desks",
        ),
        (
            "OFFICE OF THE CHAIRMAN\nLantern People of Arizona\nP.O. Box 83, Lantern, AZ\n\nSTATEMENT\n\n"
            "Chairman Noé Reyes on the deaths of two children near the gate",
            "Chairman Noé Reyes on the deaths of two children near the gate",
        ),
        (
            "CHILD MIGRATION\nMothers of Puerto Farol Draw a Map of Their Own\nBy Ernesto Lagos",
            "Mothers of Puerto Farol Draw a Map of Their Own",
        ),
        (
            "+\nConferencia Episcopal de Farolia\n\nM E N S A J E\n\nQue ningún niño camine solo",
            "Que ningún niño camine solo",
        ),
        (
            "Faro Family Services\n~ Newsletter, Winter 2017 ~\n\nPage 3\n\nCould you be at the gate?",
            "Could you be at the gate?",
        ),
        # A message as a telephone forwards it.
        (
            "[10:42, 17/3/2020] Prensa Faro: *Las casas siguen abiertas de noche*",
            "Las casas siguen abiertas de noche",
        ),
    ],
)
def test_what_a_note_a_mail_or_a_message_begins_with_is_no_headline(head: str, title: str) -> None:
    assert read(f"{head}\n\n{PROSA}").title == title


@pytest.mark.parametrize(
    "opening",
    [
        "WASHINGTON—Faro Federation of Teachers President Ruth Lantern issued the following statement after "
        "a visit to the house by the river:",
        "LANTERN FALLS, Ariz. -- Thirty children who travel alone sleep in the house by the river tonight.",
        "Managua.- La Casa del Faro ha contado desde abril a treinta niños que pasaron el río sin padres.",
    ],
)
def test_running_text_that_opens_with_its_place_is_no_headline(opening: str) -> None:
    found = read(f"Faro's Lantern on Schooling in the Houses\n\n{opening}\n\n“{PROSE}”\n\n{PROSA}")

    assert found.title == "Faro's Lantern on Schooling in the Houses"


def test_a_communique_without_a_headline_is_called_what_it_is() -> None:
    text = (
        "MINISTERIO DEL RÍO\n\nCOMUNICADO OFICIAL\n\nEl Ministerio del Río, ante imágenes de niñas y niños "
        "en un centro de la frontera, a la población COMUNICA:\n\n1. Que hay camas para cien niños."
    )

    assert read(text).title == "COMUNICADO OFICIAL"
    assert read(text.replace("COMUNICADO OFICIAL\n\n", "")).title != "COMUNICADO OFICIAL"


@pytest.mark.parametrize(
    ("media_type", "text", "title"),
    [
        # The one headline of a page, though its deck says more and its head adds to it.
        (
            "text/html",
            "<head><title>Casa del Río</title></head><body><h1>Los hijos del río</h1><p>Más de "
            f"treinta duermen ya en la casa</p><p>{PROSA}</p><p>{PROSA}</p></body>",
            "Los hijos del río",
        ),
        (
            "text/html",
            "<body><h1>She is six. She has a hearing on Tuesday. She has no lawyer.</h1><h2>New count by "
            f"Faro: thirty children who travel alone sleep by the river</h2><p>{PROSE}</p></body>",
            "She is six. She has a hearing on Tuesday. She has no lawyer.",
        ),
        # What the release tells of, above its headline.
        (
            "text/markdown",
            "Casa del Río\n\n**Informe «Lo que llevaban»**\n\n# Se cortan el pelo: lo que cuentan las niñas"
            f"\n\n{PROSA}",
            "Se cortan el pelo: lo que cuentan las niñas",
        ),
        # A periodical and its number above the item.
        (
            "text/markdown",
            "# The Porchlight\n*Monthly letter of the Lantern Ministries — No. 112, Lent 2011*\n\n"
            f"## A birthday in Ward C\n\n{PROSE}",
            "A birthday in Ward C",
        ),
        # A headline in bold letters and the line below it in italics.
        (
            "text/markdown",
            "Lantern Children's Hospital\n\n*Thursday, 30 January 2020*\n\n**Mobile Clinic to Examine "
            f"Children by the River**\n*Van crosses the bridge twice a week*\n\n{PROSE}",
            "Mobile Clinic to Examine Children by the River",
        ),
        (
            "text/markdown",
            "COMISIÓN DE DERECHOS DE FAROLIA\n===\n\n**Comunicado 18/2024** \\\nPuerto Farol, 26 de enero de "
            f"2024\n\nEmite Comisión Recomendación por encierro de 11 adolescentes\n---\n\n{PROSA}",
            "Emite Comisión Recomendación por encierro de 11 adolescentes",
        ),
        # A release that a mail with a subject of its own brings.
        (
            "text/plain",
            "De: Prensa Casa del Río <prensa@rio.example>\nSubject: COMUNICADO / Piden camas\nTo: colegas\n\n"
            "Estimadas y estimados colegas: les compartimos el comunicado, gracias por difundirlo.\n\n"
            f"COMUNICADO DE PRENSA\n\nCasa del Río pide cien camas para treinta niños\n\n{PROSA}",
            "Casa del Río pide cien camas para treinta niños",
        ),
        (
            "text/plain",
            "Alerta No. 2-0187-2018          ESTADO: ACTIVA\n\nProcuraduría de Farolia\nUnidad de la "
            "Coordinadora del Sistema de Alerta Faro\n\nSe busca a Luz, de 11 años, vista por última vez en "
            f"Puerto Farol\n\nFECHA: 22/05/2018\nNOMBRE: Luz P.\n\n{PROSA}",
            "Se busca a Luz, de 11 años, vista por última vez en Puerto Farol",
        ),
        (
            "text/plain",
            f'PUBLIC SERVICE ANNOUNCEMENT\nClient: Lantern Law Project\nTitle: "The Empty Chair"\n\n{PROSE}',
            '"The Empty Chair"',
        ),
        # The words that lead to the name of an event, and the label before it.
        (
            "text/plain",
            "CONVOCATORIA DE PRENSA\n\nLa Alcaldía de Puerto Farol invita a los medios de comunicación a la"
            f"\n\nInauguración del Centro Municipal de Niñez\n\nDía: viernes 14 de junio\n\n{PROSA}",
            "Inauguración del Centro Municipal de Niñez",
        ),
        (
            "text/plain",
            f"CITY OF FAROL\n\nMEDIA ADVISORY\n\nWHAT: Opening of the Hospitality Center\n\n{PROSE}",
            "Opening of the Hospitality Center",
        ),
        # Whose speech it is, where its first words greet.
        (
            "text/plain",
            "Remarks by Ambassador Ana Paz at the Opening of the Reception Center\n\nPuerto Farol\n"
            "August 8, 2016\n\n(As prepared for delivery)\n\n"
            f"Good morning. Buenos días. Minister, friends of the press:\n\n{PROSE}",
            "Remarks by Ambassador Ana Paz at the Opening of the Reception Center",
        ),
        # The address of the letterhead, and whom a letter is to above what it says.
        (
            "text/plain",
            "Prairie Federation of Teachers\n210 Rose Street, Regina, Saskatchewan  S4P 0A1\n\nMarch 3, 2017"
            "\n\nOPEN LETTER TO THE MINISTER\n\nLet the children sit in our classrooms\n\n"
            f"Dear Minister,\n\n{PROSE}",
            "Let the children sit in our classrooms",
        ),
        (
            "text/plain",
            "PARLAMENTO DEL ISTMO\n12 Avenida 33-04, zona 5, Ciudad de Guatemala\n\nAP/PR/117-2018\n\n"
            f"DECLARACIÓN SOBRE LA NIÑEZ\n\n{PROSA}",
            "DECLARACIÓN SOBRE LA NIÑEZ",
        ),
        # The number of a newsletter, and a line in other letters below a headline in capitals.
        (
            "text/plain",
            "THE LANTERN\nNews from the House by the River       Vol. 12, No. 3       Advent 2018\n\n"
            f"A Christmas List from the Children\n----------------------------------\n\n{PROSE}",
            "A Christmas List from the Children",
        ),
        (
            "text/plain",
            f'UNION: "CAGES ARE NOT CARE"\nCaregivers from eleven houses to rally\n\nFAROL—{PROSE}',
            'UNION: "CAGES ARE NOT CARE"',
        ),
        (
            "text/markdown",
            f"# Convocatoria: fondo semilla para casas de acogida\n\n{PROSA}",
            "Convocatoria: fondo semilla para casas de acogida",
        ),
        # A speech of two lines, and the words it begins with.
        (
            "text/plain",
            "PALABRAS DE LA MINISTRA DE RELACIONES EXTERIORES\nEN LA INAUGURACIÓN DEL FORO DE NIÑEZ\n\n"
            "Puerto Farol\n2 de marzo de 2023\n\nSeñor Presidente, señoras y señores:\n\n"
            f"Hace un año nos prometimos un formulario. Hoy lo tienen nueve.\n\n{PROSA}",
            "PALABRAS DE LA MINISTRA DE RELACIONES EXTERIORES EN LA INAUGURACIÓN DEL FORO DE NIÑEZ",
        ),
        # The fields of a script.
        (
            "text/plain",
            "KJZ BORDER DESK\nAir date: Wed., Oct. 9, 2019   Slug: DNA   Reporter: Ana Paz   TRT: 1:05\n\n"
            f"Rapid tests part some real families, lawyers say\n\nHOST INTRO: {PROSE}",
            "Rapid tests part some real families, lawyers say",
        ),
        # The head of the page has its section and the beginning of the headline.
        (
            "text/html",
            "<html><head><title>Comunicación Social - Exhorta Senado a publicar reglas</title></head><body>"
            "<h1>Exhorta Senado a publicar reglas para que ningún niño migrante sea detenido</h1>"
            f"<p>{PROSA}</p></body></html>",
            "Exhorta Senado a publicar reglas para que ningún niño migrante sea detenido",
        ),
    ],
)
def test_the_headline_weighs_more_than_what_stands_around_it(media_type: str, text: str, title: str) -> None:
    assert read(text, media_type).title == title


def test_a_noun_behind_its_preposition_says_nothing() -> None:
    assert not says("Sistema de Alerta Faro")
    assert says("Alerta Faro por dos niñas")
    assert says("Mobile Clinic to Examine Children")
    assert not says("Aid to Migrants")


@pytest.mark.parametrize(
    "title", ["Módulo 3: Entrevistas", "Annex 2: Forms for guardians", "Chapter 4 – Tutors"]
)
@pytest.mark.parametrize(
    ("media_type", "form"),
    [
        ("text/plain", "{}\n\n{}\n\nMore of it is told below."),
        ("text/markdown", "# {}\n\n{}\n\nMore of it is told below."),
        ("text/html", "<h1>{}</h1><p>{}</p><p>More of it is told below.</p>"),
    ],
)
def test_a_module_or_annex_that_stands_alone_is_called_so(media_type: str, form: str, title: str) -> None:
    found = read(form.format(title, PROSE), media_type)

    assert found.title == title
    assert [each.text for each in found.passages] == [PROSE, "More of it is told below."]


def test_the_first_of_several_modules_is_not_the_title_of_all() -> None:
    text = f"Module 1: Fiction\n\n{PROSE}\n\nModule 2: More fiction\n\n{PROSE}\n\nThe end."

    assert [each.address for each in read(text).passages if each.kind == "heading"] == ["module1", "module2"]


def test_a_quotation_with_who_says_it_is_no_headline_and_stays_a_passage() -> None:
    quotation = "“New Mexico has empty, licensed beds,” said Salas. “All the Department had to do was ask.”"
    head = "FOR IMMEDIATE RELEASE\n\nSENATORS PRESS SECRETARY ON CONDITIONS AT UNLICENSED SHELTER\n\n"

    found = read(f"{head}WASHINGTON – {PROSE}\n\n{quotation}\n\n{PROSE}\n")

    assert found.title == "SENATORS PRESS SECRETARY ON CONDITIONS AT UNLICENSED SHELTER"
    assert quotation in [passage.text for passage in found.passages]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Module 1: Interviews", "Module 2: Shelter"),
        ("Artículo 1. Objeto", "Artículo 2. Ámbito"),
        ("Chapter One", "Chapter Two"),
        ("Annex A: Forms", "Annex B: Lists"),
    ],
)
@pytest.mark.parametrize(
    ("media_type", "head", "line"),
    [
        ("text/plain", "{}\n\n", "{}\n\n"),
        ("text/markdown", "# {}\n\n", "{}\n\n"),
        ("text/html", "<h2>{}</h2>", "<p>{}</p>"),
    ],
)
def test_a_text_of_several_divisions_is_called_by_the_first_and_keeps_its_sentences(
    media_type: str, head: str, line: str, first: str, second: str
) -> None:
    said = [
        "Esta norma protege a quienes viajan sin nadie.",
        "The officer talks with the child in her language.",
        "A guardian is present at each interview that is held.",
    ]
    text = "".join(
        (head.format(first), *map(line.format, said[:2]), head.format(second), line.format(said[2]))
    )

    found = read(text, media_type)

    assert found.title == f"{first} …"
    assert [each.text for each in found.passages] == [first, *said[:2], second, said[2]]


def test_who_speaks_below_the_running_text_says_no_headline() -> None:
    head = "MINISTRY OF LANTERNS\nPRESS RELEASE\n\nMinistry Licenses First Houses for Children Alone"
    said = 'Minister Ana Paz said at the river: "We are a small land with a long table. Pull up a chair."'
    document = read(f"{head}\n\nBelmopan. May 10, 2021. {PROSE}\n\n{said}\n\n{PROSE}")

    assert document.title == "Ministry Licenses First Houses for Children Alone"
    assert said in [passage.text for passage in document.passages]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("UPDATE 2-Keepers find nine boys in a mill", "Keepers find nine boys in a mill"),
        ("CORRECTED: Keepers find nine boys in a mill", "Keepers find nine boys in a mill"),
        ("[ACTUALIZACIÓN 1] Hallan a nueve niños en un molino", "Hallan a nueve niños en un molino"),
        ("RPT-EXCLUSIVE-Keepers find nine boys in a mill", "Keepers find nine boys in a mill"),
        ("URGENTE: desbordada la casa del río", "URGENTE: desbordada la casa del río"),
        ("AMPLIACIÓN.- Hallan a nueve niños en un molino", "Hallan a nueve niños en un molino"),
        ("Update on nine boys found in a mill", "Update on nine boys found in a mill"),
        ("REPITE EL FARO SU CURSO PARA TUTORES", "REPITE EL FARO SU CURSO PARA TUTORES"),
    ],
)
def test_the_version_of_a_wires_story_is_no_part_of_its_headline(line: str, title: str) -> None:
    assert read(f"{line}\n\n{PROSA}").title == title


@pytest.mark.parametrize(
    "notice",
    [
        "ALERTA · FICHA DE BÚSQUEDA 077/2020",
        "Alerta Amber No. 12",
        "CÉDULA DE IDENTIFICACIÓN: CB-0412/19",
        "Missing child poster 41",
    ],
)
def test_the_number_of_a_notice_is_no_headline(notice: str) -> None:
    text = f"FISCALÍA DEL FARO\n\n{notice}\n\nSe busca a dos hermanos vistos en la estación\n\n{PROSA}"

    assert read(text).title == "Se busca a dos hermanos vistos en la estación"


@pytest.mark.parametrize("title", ["Reporte anual 2019", "Aviso a los padres de 12 niños"])
def test_a_year_or_a_count_makes_no_notice(title: str) -> None:
    assert read(f"{title}\n\n{PROSA}").title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Mesa de Iglesias del Delta\nPrayer vigil announcement\n\nCandles on the bridge",
            "Candles on the bridge",
        ),
        (
            "Bishop Ana Paz\n\nA letter to be read in all churches on 8 July\n\nCandles on the bridge",
            "Candles on the bridge",
        ),
        (
            "CASA DEL FARO\n\nCircular to members and press — 19 August 2022\n\nCandles on the bridge",
            "Candles on the bridge",
        ),
        (
            "CONVOCATORIA\n\n¿Qué? Presentación del informe de la ruta\n¿Quién? Red del Faro\n"
            "¿Cuándo? Jueves 21 de abril de 2022\n¿Dónde? Casa de la Cultura",
            "Presentación del informe de la ruta",
        ),
    ],
)
def test_announcements_and_questions_of_an_invitation_are_no_headline(head: str, title: str) -> None:
    assert read(f"{head}\n\n{PROSA}").title == title


def test_a_body_and_a_section_before_the_headline_in_the_head_of_a_page_are_no_part_of_it() -> None:
    page = (
        "<html><head><title>Ministerio de la Mar de Farol - Noticias - Nueva casa junto al río</title></head>"
        f"<body><h3>Nueva casa junto al río para adolescentes</h3><p>{PROSA}</p><p>{PROSA}</p></body></html>"
    )

    assert read(page, "text/html").title == "Nueva casa junto al río para adolescentes"
