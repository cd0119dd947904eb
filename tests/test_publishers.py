"""Who published a release: the signs of letterhead, headline, first sentence, last lines and contacts.

Every text here is fiction, written for a test of kb; names, numbers and addresses are invented.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.parsers import parse
from kb.records import Document, Source

PROSE = (
    "Thirty children who travel alone sleep in the house by the river, where cooks, teachers and "
    "neighbours look after them day and night until their families have been found."
)
PROSA = (
    "Treinta niñas y niños que viajan solos duermen en la casa junto al río, donde cocineras, maestras y "
    "vecinas los cuidan de día y de noche hasta que se encuentra a sus familias."
)


def release(text: str, media_type: str = "text/plain") -> Document:
    source = Source(location="x", content=text.encode(), media_type=media_type, sha256="0" * 64)
    return extract(parse(source))


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        # A letterhead without a noun of institutions, above a headline that says something.
        (
            f"BISHOPS OF THE NORTHERN DELTA\n\nBishops ask parishes to open their rooms\n\n{PROSE}",
            "Bishops of the Northern Delta",
        ),
        (
            "RIBERA LIGHT WELCOME\n\nFarmers line up to be hosts\n\n"
            f"FARO -- {PROSE}\n\nRibera Light Welcome has kept the house for ten years.",
            "Ribera Light Welcome",
        ),
        # A unit gives out the texts of the whole.
        (
            "Dirección General de Comunicación y Enlace\nComunicado de prensa 12\n\n"
            "La Comisión del Estuario abre una sala\n\n"
            f"La Comisión del Estuario (CDE) informa que la sala está lista. {PROSA}",
            "Comisión del Estuario",
        ),
        # A statement of somebody.
        (
            f"STATEMENT OF THE LOST KIN COALITION\n\nOpen the doors to children\n\n{PROSE}",
            "Lost Kin Coalition",
        ),
        (
            f"Pronunciamiento de la Red de Faros\n\nPiden que se abran las puertas\n\n{PROSA}",
            "Red de Faros",
        ),
        # Who is presented at the end, though another body is named first.
        (
            f"Rooms for the winter\n\nThe Ministry of Tides was asked for help in June. {PROSE}\n\n"
            "Write to ana@puentes.example\n\nBridges of Salt is a nonprofit that looks for families. "
            "Bridges of Salt was founded by two cooks.",
            "Bridges of Salt",
        ),
        # The domain of the address, and the headline that begins with the name.
        (
            f"Casa Cinco Ríos runs out of blankets\n\n{PROSE} The Marine Agency of Faro sends some.\n\n"
            "If you want to help, write to blankets@cincorios.example",
            "Casa Cinco Ríos",
        ),
        (
            "Children's Tide Watch welcomes a ruling\n\nChildren's Tide Watch, a group, welcomes it. "
            f"{PROSE}\n\nThe Court of Faro gave the order.\n\nPress: nunn@tidewatch.example",
            "Children's Tide Watch",
        ),
        # A by-line that names people before the body.
        (f"A letter from the bridge\n\nFrom the desk of Casa Alta Sierra\n\n{PROSE}", "Casa Alta Sierra"),
        # The acronym in brackets behind a name in capitals is no part of it.
        (
            "CRUZ DE LA MAREA (CRM)   BOLETÍN INFORMATIVO\n\nLlaman gratis en la estación\n\n"
            f"{PROSA} La Cruz de la Marea (CRM) lo cuenta.",
            "Cruz de la Marea",
        ),
        # What a text is, and the unit that wrote it, are not who publishes.
        (
            f"PRONUNCIAMIENTO CONJUNTO\n\nPiden abrir las salas de espera\n\nLas organizaciones firmantes, "
            f"integrantes de la Red Faro de la Niñez, lo piden por escrito. {PROSA}",
            "Red Faro de la Niñez",
        ),
        (
            f"JOINT STATEMENT\n\nStop the night buses\n\nWe, the undersigned organizations of the Harbour "
            f"Children's Coalition, write with one voice. {PROSE}",
            "Harbour Children's Coalition",
        ),
        (
            f"Municipalidad de Punta Clara — Oficina Municipal de Niñez\n\nEntregan 75 becas\n\n{PROSA}\n\n"
            "Informes: Oficina Municipal de Niñez, Guatemala, tel. 7736 0199",
            "Municipalidad de Punta Clara",
        ),
        (
            f"FARO CROSSING | Fact sheet for the press from Ribera Nurses\n\nA count\n\n{PROSE}\n\n"
            "The Rucksack Project is a programme of Ribera Nurses, a nonprofit in the city of Faro.",
            "Ribera Nurses",
        ),
        (
            "MEDIA ADVISORY\n\nVigil at the river\n\nWHO: Faro Interfaith Circle, with families "
            f"of the valley\n\nWHERE: boat ramp\n\n{PROSE}",
            "Faro Interfaith Circle",
        ),
        # A body that is only mentioned has published nothing.
        (f"Families wait for a call\n\n{PROSE} They were counted by the Institute of Tides.", None),
        (
            f"*** CND *** COMISIONADO NACIONAL DEL FAROL *** CND ***\n\n"
            f"CRECEN LAS FILAS DE LOS QUE VIAJAN\n\n* EL 60 POR CIENTO NO VOLVIÓ A LA ESCUELA\n\n{PROSA}",
            "Comisionado Nacional del Farol",
        ),
        (
            f"Agencia de Noticias del Farol (ANF)\n\nCrecen las filas\n\n{PROSA}",
            "Agencia de Noticias del Farol",
        ),
        (
            "Doña Ana y sus once nietos\n\nDoña Ana cría a once nietos en la casa junto al río, donde "
            "vecinas y maestras los cuidan de día y de noche hasta que sus padres vuelvan del norte.",
            None,
        ),
        (
            "Inauguran Casa Farol para adolescentes\n\nEl Sistema DIF Estatal y las vecinas inauguraron Casa "
            "Farol, con lugar para treinta adolescentes que viajan solos y esperan noticias.",
            "Sistema DIF Estatal",
        ),
        (
            "NI UN CUARTEL MÁS\n\nLas organizaciones que integramos el Colectivo de Vecinas vemos "
            "con dolor que treinta familias del Colectivo de Vecinas esperan noticias.",
            "Colectivo de Vecinas",
        ),
        (
            f"Asociación Tz'ikin No'j\nEquipo de la ribera\n\nAcompañar no es vigilar\n\n{PROSA}",
            "Asociación Tz'ikin No'j",
        ),
        (
            f"Inaugura Casa Farol un comedor\n\n{PROSA} La Casa Farol abre de día, y Casa Farol no cierra.",
            "Casa Farol",
        ),
        (f"UNHCR Watchers for Children\n\nNinety groups write\n\n{PROSE}", "UNHCR Watchers for Children"),
        (
            f"Oficina de Prensa, Corte Suprema del Farol\n\nCapacitan a jueces de paz\n\n{PROSA}",
            "Corte Suprema del Farol",
        ),
        (f"Costa Rica preside un grupo\n\nCosta Rica preside un grupo de trabajo. {PROSA}", None),
    ],
)
def test_the_signs_of_a_text_tell_who_published_it(text: str, publisher: str | None) -> None:
    assert release(text).publisher == publisher


def test_a_site_named_by_an_acronym_and_a_place_is_spelled_out_as_the_text_does() -> None:
    page = (
        '<html><head><title>Guides</title><meta property="og:site_name" content="OIM Fantasía"></head>'
        "<body><h1>Presentan guías para oficiales de frontera</h1><p>La Organización Internacional para las "
        f"Migraciones (OIM) presentó las guías.</p><p>{PROSA}</p></body></html>"
    )

    assert release(page, "text/html").publisher == "Organización Internacional para las Migraciones"


def test_both_names_stand_where_the_text_sets_one_beside_the_other() -> None:
    text = f"UNHCR: more rooms for children\n\nUNHCR, the UN Refugee Agency, is glad of the rooms. {PROSE}"

    assert release(text).publisher == "UNHCR, the UN Refugee Agency"


def test_the_head_of_a_page_names_a_body_with_the_years_of_its_term_behind_it() -> None:
    page = (
        "<html><head><title>H. Ayuntamiento de San Faro 2021-2024</title></head><body>"
        "<div>H. Ayuntamiento de San Faro</div><h1>Arranca la ruta escolar para quienes viajan solos</h1>"
        f"<p>{PROSA}</p></body></html>"
    )

    assert release(page, "text/html").publisher == "H. Ayuntamiento de San Faro"


@pytest.mark.parametrize(
    ("head", "prose", "publisher"),
    [
        (
            "EPISCOPAL COMMISSION FOR THE ROAD\nDiocese of San Telmo\nTelephone (504) 2662-0105",
            PROSE,
            "Episcopal Commission for the Road",
        ),
        (
            "CONFERENCIA DEL EPISCOPADO DEL SUR\nDimensión Episcopal del Camino\n\nCOMUNICADO",
            PROSA,
            "Conferencia del Episcopado del Sur",
        ),
        (
            "DIF MUNICIPAL DE SAN TELMO, CHIAPAS\nH. Ayuntamiento 2021–2024\nSala de prensa",
            PROSA,
            "DIF Municipal de San Telmo, Chiapas",
        ),
    ],
)
def test_the_body_that_heads_a_letterhead_publishes_before_what_stands_below_it(
    head: str, prose: str, publisher: str
) -> None:
    title = "Thirty children sleep by the river" if prose is PROSE else "Treinta niños duermen junto al río"

    assert release(f"{head}\n\n{title}\n\n{prose}").publisher == publisher


def test_a_headline_in_capitals_may_have_the_noun_of_its_body_alone() -> None:
    lead = "El Ayuntamiento de San Telmo llevó treinta carpas a la casa junto al río. " + PROSA

    document = release(f"San Telmo.- (Prensa, 12 de julio).\n\nLLEVA AYUNTAMIENTO CARPAS A LA CASA\n\n{lead}")

    assert document.publisher == "Ayuntamiento de San Telmo"


@pytest.mark.parametrize(
    ("printed", "defined", "publisher"),
    [
        ("Consejo de la Niñez de Farolia. Segunda edición, octubre de 2020", "Autoridad: el Consejo;",
         "Consejo de la Niñez de Farolia"),
        ("Segunda edición", "Autoridad: la Procuraduría;", None),
        ("Segunda edición", "Oficina: la Comisión", None),
        ("National Council of Children of Farolia. Second edition, May 2020", "Authority: the Council;",
         "National Council of Children of Farolia"),
        ("Second edition", "“Authority”: the Commission;", None),
        ("Second edition", "Office: the Ministry", None),
    ],
)  # fmt: skip
def test_what_a_definition_calls_a_body_shortly_is_no_publisher(
    printed: str, defined: str, publisher: str | None
) -> None:
    text = f"# Lineamientos para las casas de paso\n\n{printed}\n\n## Artículo 1.- Definiciones"
    document = release(f"{text}\n\nI. {defined}\n", "text/markdown")

    assert document.publisher == publisher
    assert [each.name for each in document.organisations] == [each for each in (publisher,) if each]


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (
            "PRONUNCIAMIENTO\n\nNi una niña tras las rejas\n\nLas organizaciones que integramos la Coalición "
            f"Voces del Camino manifestamos nuestro rechazo. {PROSA}",
            "Coalición Voces del Camino",
        ),
        (
            "JOINT STATEMENT\n\nTwenty groups call for open doors\n\nThe Open Door Coalition, with partners, "
            f"today called for open doors. {PROSE}",
            "Open Door Coalition",
        ),
        (
            "UNITED NATIONS\nOffice of the High Commissioner for Human Rights\n\n"
            f"Experts urge an end to separation\n\n{PROSE}",
            "Office of the High Commissioner for Human Rights",
        ),
        (
            f"UNHCR Belize\nPress Release\n\nSchools open\n\nUNHCR, the UN Refugee Agency, came. {PROSE}",
            "UNHCR Belize",
        ),
        (f"Students win asylum for brothers\n\n{PROSE}\n\nBellweather University", "Bellweather University"),
    ],
)
def test_coalitions_offices_and_imprints_publish(text: str, publisher: str) -> None:
    assert release(text).publisher == publisher


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("Graduamos a 35 tutoras | Fundación Árbol Chico", "Fundación Árbol Chico"),
        ("Graduamos a 35 tutoras | Universidad del Faro Noticias", "Universidad del Faro"),
    ],
)
def test_what_the_head_of_a_page_adds_to_the_headline_is_its_body(head: str, publisher: str) -> None:
    body = f"<h1>Graduamos a 35 tutoras</h1><p>{PROSA}</p>"
    page = f"<html><head><title>{head}</title></head><body>{body}</body></html>"

    assert release(page, "text/html").publisher == publisher


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (
            f"the three lanterns network\n\nForty beds\n\n{PROSE}\n\ndesk [at] threelanterns.example",
            "three lanterns network",
        ),
        (
            f"*COLECTIVO HERMANAS DEL RÍO*\n\nHay camas\n\n{PROSA}\n\nhermanasdelrio@correo.example",
            "Colectivo Hermanas del Río",
        ),
        (f"Forty beds for forty children\n\n{PROSE}\n\nfortybeds@mail.example", None),
        (f"San Salvador\n\nHay camas para todos\n\n{PROSA}\n\nprensa@sansalvador.example", None),
    ],
)
def test_an_address_spells_the_name_of_a_small_sender(text: str, publisher: str | None) -> None:
    assert release(text).publisher == publisher


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("SINDICATO DE MAESTRAS Y MAESTROS\nS I M A E S", "Sindicato de Maestras y Maestros"),
        ("CASA DEL TULIPÁN\nalbergue para adolescentes migrantes", "Casa del Tulipán"),
    ],
)
def test_a_name_in_capitals_stands_before_its_acronym_or_what_explains_it(head: str, publisher: str) -> None:
    text = f"{head}\n\nComunicado\n\nYA NO CABEN LOS NIÑOS EN LA CASA\n\n{PROSA}"

    assert release(text).publisher == publisher


@pytest.mark.parametrize(
    ("title", "head", "publisher"),
    [
        ("H. Ayuntamiento de San Faro 2018-2021 » Hay camas", "", "H. Ayuntamiento de San Faro"),
        (
            "Diócesis - Pastoral de la Movilidad Humana",
            "<center><font>Pastoral de la Movilidad Humana<br>Diócesis de la Costa</font></center>",
            "Pastoral de la Movilidad Humana",
        ),
    ],
)
def test_the_body_before_the_headline_in_the_head_of_a_page_publishes(
    title: str, head: str, publisher: str
) -> None:
    body = f"<body>{head}<h1>Hay camas para todos</h1><p>{PROSA}</p></body>"
    page = f"<html><head><title>{title}</title></head>{body}</html>"

    assert release(page, "text/html").publisher == publisher


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        # Wires: the key words of the item are nobody; the agency stands in the dateline.
        (
            f"MEXICO-CARAVAN-CHILDREN\n\nStrollers lead a march\n\nTAPACHULA, Mexico, Aug 3 (LNA) - {PROSE}",
            "LNA",
        ),
        (
            "HONDURAS MIGRACIÓN\n\nCien niños retornaron en días\n\nTegucigalpa, 3 abr (Faro Noticias).- "
            f"{PROSA}",
            "Faro Noticias",
        ),
        (
            "Mexico-migration-children\n\nMothers draw a map\n\nTEGUCIGALPA, Jul 9 2014 (LPS) - "
            f"{PROSE}\n\n© 2014 Lantern Press Service",
            "Lantern Press Service",
        ),
        (
            f"SECRETARÍA DEL FARO (SEFARO)\n\nForma a cónsules\n\nTegucigalpa, 3 abr (SEFARO).- {PROSA}",
            "Secretaría del Faro",
        ),
        # An office of a state, below the state; a nation, a union's local, a union.
        (
            f"STATE OF FAROLIA\nOFFICE OF THE AUDITOR GENERAL\n\nFiles lack papers\n\n{PROSE}",
            "Office of the Auditor General",
        ),
        (
            "OFFICE OF THE CHAIRMAN\nLantern People's Nation\nP.O. Box 83, Lantern, AZ\n\nSTATEMENT\n\n"
            f"Chairman Reyes on two deaths\n\n{PROSE}",
            "Lantern People's Nation",
        ),
        (
            f"LANTERN HEARING OFFICERS, LOCAL 555\n\nA CHILD CANNOT ARGUE A MOTION\n\n{PROSE}",
            "Lantern Hearing Officers, Local 555",
        ),
        (
            "A LA OPINIÓN PÚBLICA\n\n¡NO SE PUEDE CUIDAR A CIEN NIÑOS ASÍ!\n\nLos agremiados al Sindicato de "
            f"Trabajadores del Faro denunciamos que faltan camas. {PROSA}\n\nCOMITÉ EJECUTIVO",
            "Sindicato de Trabajadores del Faro",
        ),
        (f'Casa del Migrante "Pozo Azul"\n\nSeguimos abiertos\n\n{PROSA}', 'Casa del Migrante "Pozo Azul"'),
        # Who invites; what a text is gives nothing out.
        (
            "CONVOCATORIA A MEDIOS\nPuerto Farol, 15 de febrero de 2022\n\nPresentarán amparo por niños\n\n"
            "¿Quién? Colectivo de Abogadas del Faro (CAF), con madres y tutoras\n\n"
            f"{PROSA}",
            "Colectivo de Abogadas del Faro",
        ),
        (f"NOTICE OF FIELD HEARING\n\nWho speaks for the child?\n\n{PROSE}", None),
        (f"Letters to the Editor\n\nChildren are not inventory\n\n{PROSE}", None),
    ],
)
def test_agencies_unions_and_offices_of_a_state_publish(text: str, publisher: str | None) -> None:
    assert release(text).publisher == publisher


@pytest.mark.parametrize(
    ("top", "publisher"),
    [
        ("<header>Lantern Audit Office <a>Reports</a> <nav>News</nav></header>", "Lantern Audit Office"),
        ("<div class='brand'>Office of Lantern Inspections</div>", "Office of Lantern Inspections"),
        ("<header><img alt='Procuraduría de Farolia'><ul><li>Casa de Prensa</li></ul></header>",
         "Procuraduría de Farolia"),
        # A menu, an acronym that the text may spell out, and the header of an article name nobody.
        ("<header><nav>Casa de Farolia</nav></header>", None),
        ("<header><!-- Lantern Audit Office --></header>", None),
        ("<header>ACNUR Farolia</header>", None),
        ("<article><header>Office of Lantern Inspections</header></article>", None),
    ],
)  # fmt: skip
def test_the_head_of_a_page_names_its_body(top: str, publisher: str | None) -> None:
    page = (
        f"<html><body>{top}<main><h1>Files lack papers</h1><p>{PROSE}</p><p>{PROSE}</p></main></body></html>"
    )

    assert release(page, "text/html").publisher == publisher


@pytest.mark.parametrize(
    ("symbol", "publisher"),
    [("CRC/C/GC/97", "Committee on the Rights of the Child"), ("REDNA/GC/7", None)],
)
def test_a_general_comment_with_the_symbol_of_another_body_is_not_of_the_treaty_it_cites(
    symbol: str, publisher: str | None
) -> None:
    cites = "The procedure follows article 12 of the Convention on the Rights of the Child."

    assert (
        release(f"{symbol}\n\nGeneral comment No. 7 on fiction\n\n1. {cites}\n\n2. {PROSE}").publisher
        == publisher
    )


@pytest.mark.parametrize(
    ("head", "prose", "publisher"),
    [
        # An office that speaks for itself below the body it belongs to.
        (
            "CONGRESS OF FAROLIA\nHOUSE OF REPRESENTATIVES\nOffice of Congresswoman Ana Paz-Lantern\n\n"
            "***MEDIA ADVISORY***",
            PROSE,
            "Office of Congresswoman Ana Paz-Lantern",
        ),
        (
            "U.S. Department of Justice\nUnited States Attorney's Office\nFarol District\n\nNEWS RELEASE",
            PROSE,
            "United States Attorney's Office",
        ),
        ("OFFICE OF THE LANTERN COUNTY JUDGE\n\nWHO: Lantern County Judge Ana Paz-Reyes; neighbours", PROSE,
         "Office of the Lantern County Judge"),
        # Whom a text speaks to, what it is, what it is about, and a picture before a name.
        ("A LOS MEDIOS DE COMUNICACIÓN\nA LA SOCIEDAD CIVIL", f"En la Casa del Faro de Tela hay cama. {PROSA}"
         "\n\nCasa del Faro de Tela: prensa@casafaro.example", "Casa del Faro de Tela"),
        ("Farol Independent School District\nOffice of the Superintendent\n\n"
         "RE: District Network Opens Ten Houses for Children Who Came Alone", PROSE,
         "Farol Independent School District"),
        ("⚽ CLUB DEPORTIVO FAROL NORTE\nCOMUNICADO OFICIAL", PROSA, "Club Deportivo Farol Norte"),
        ("H. AYUNTAMIENTO DE PUERTO FAROL DE LOS REYES\nCoordinación de Prensa\nBOLETÍN 7", PROSA,
         "H. Ayuntamiento de Puerto Farol de los Reyes"),
        ("DIF Puerto Farol", PROSA, "DIF Puerto Farol"),
        # What a text is called, and whom a letter speaks to.
        ("TRAVEL GUIDANCE UPDATE\n\nEmbassy of Farolia in Washington\nConsular Section", PROSE,
         "Embassy of Farolia in Washington"),
        ("The Right Reverend Ana Cruz\n\nThe child at the gate", f"{PROSE}\n\nDiocese of the Lantern Delta",
         "Diocese of the Lantern Delta"),
        ("Señor Director de Noticias\nPresente\n\nFarol, 3 de mayo de 2021", f"{PROSA}\n\nAtentamente,\n\n"
         "Lic. Ana Paz\nFundación Semilla", "Fundación Semilla"),
        ("Farol Council on Children\nGeneral Secretariat", f"{PROSE}\n\nContact: General Secretariat, "
         "+502 5555 0100", "Farol Council on Children"),
        ("Red de Casas por la Niñez Migrante de Tela y Upala\n\nDECLARACIÓN PÚBLICA", PROSA,
         "Red de Casas por la Niñez Migrante de Tela y Upala"),
    ],
)  # fmt: skip
def test_who_speaks_for_himself_publishes_and_who_is_spoken_to_does_not(
    head: str, prose: str, publisher: str
) -> None:
    title = "Thirty children sleep by the river" if prose is PROSE else "Treinta niños duermen junto al río"

    assert release(f"{head}\n\n{title}\n\n{prose}").publisher == publisher


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        # The organ of a body acts for it; a role and two bodies are none.
        (
            f"Piden abrir diez casas\n\nEl Pleno del Congreso del Faro aprobó abrir diez casas. {PROSA}",
            "Congreso del Faro",
        ),
        (
            "Dirección de Niñez, Adolescencia y Familia (DINAF)\n\nDINAF y Alcaldía abren diez casas\n\n"
            f"DINAF y Alcaldía abrieron las casas, dijo la DINAF. {PROSA}",
            "Dirección de Niñez, Adolescencia y Familia",
        ),
        # What carries releases for a fee names whose they are.
        (
            f"HARBOUR NEWSWIRE\n\nTen houses open for children\n\n{PROSE}\n\nSOURCE Lantern Child Fund",
            "Lantern Child Fund",
        ),
        (
            f"Cuando mi hermano cruzó solo\n\n{PROSA}\n\nProducción: Radio Comunal Farol",
            "Radio Comunal Farol",
        ),
        # A number may stand behind the name that ends the text.
        (
            f"JOB NOTICE\n\nDrivers wanted\n\n{PROSE}\n\nHearth & Road Ministries | 520-555-0177",
            "Hearth & Road Ministries",
        ),
        # Whom a contact above the headline speaks for.
        (
            "FOR IMMEDIATE RELEASE\nContact: Eva Stein, Coalition for Lanterns, 202-555-0120\n\n"
            f"Halls are no place for children\n\n{PROSE}",
            "Coalition for Lanterns",
        ),
        (
            f"Lantern Legal Aid Society ★ 14 Nov. 2017 ★ News\n\nA win for siblings\n\n{PROSE}",
            "Lantern Legal Aid Society",
        ),
        # A desk is none.
        (
            f"Help Desk sees a family\n\nThe Help Desk of the Lantern Rights Centre is open. {PROSE}"
            "\n\nHelp Desk, Lantern Rights Centre: help@lanternrights.example",
            "Lantern Rights Centre",
        ),
        (
            "Farol Children Department\n\nDeputy Secretary to open ten houses\n\n"
            f"Deputy Secretary Ana Paz will open ten houses on Monday. {PROSE}",
            "Farol Children Department",
        ),
    ],
)
def test_the_organ_of_a_body_speaks_for_it_and_a_role_for_nobody(text: str, publisher: str) -> None:
    assert release(text).publisher == publisher


@pytest.mark.parametrize(
    ("author", "publisher"),
    [
        ("Asociación Ixoq por el Retorno", "Asociación Ixoq por el Retorno"),
        ("Farol University, Office of Communications", "Farol University"),
        ("Press Office", None),
        ("Dirección de Comunicaciones", None),
        ("Ana Paz", None),
    ],
)
def test_the_author_of_front_matter_publishes_where_it_is_a_body(author: str, publisher: str | None) -> None:
    text = f"---\nauthor: {author}\n---\n\n# Thirty children sleep by the river\n\n{PROSE}\n"

    assert release(text, "text/markdown").publisher == publisher


@pytest.mark.parametrize(
    ("head", "top", "publisher"),
    [
        ("Asamblea Legislativa de Farolia", "", "Asamblea Legislativa de Farolia"),
        ("Treinta niños duermen junto al río | FARO | Departamento de Ríos", "", None),
        (
            "Oficina de la Niñez de Farolia",
            "<h2>Oficina Nacional de la Niñez de Farolia</h2>",
            "Oficina Nacional de la Niñez de Farolia",
        ),
        (
            "Ministerio de la Niñez de Farolia - Noticias - Treinta niños duermen junto al río",
            "",
            "Ministerio de la Niñez de Farolia",
        ),
        ("Alcaldía de Farol", "<h2>Alcaldía Municipal de Farol</h2>", "Alcaldía Municipal de Farol"),
        (
            "Treinta niños duermen junto al río | Infancia Faro",
            "<p>Infancia Faro España – Comunicación</p>",
            "Infancia Faro España",
        ),
        (
            "Treinta niños duermen junto al río – Coro de los Lagos",
            "<div class='site-header'>Coro de los Lagos <span>Dona</span> <span>Visita</span></div>",
            "Coro de los Lagos",
        ),
    ],
)
def test_the_head_of_a_page_may_name_its_body_alone_or_beside_a_menu(
    head: str, top: str, publisher: str | None
) -> None:
    page = (
        f"<html><head><title>{head}</title></head><body>{top}<div class='note'>"
        f"<h1>Treinta niños duermen junto al río</h1><p>{PROSA}</p><p>{PROSA}</p></div></body></html>"
    )

    assert release(page, "text/html").publisher == publisher


def test_a_news_agency_whose_name_is_one_joined_word_publishes() -> None:
    found = release(
        "COASTWIRE\nSlug: FARO-MINORS\n\nFlight with 12 teenagers lands in Faro\n\n"
        f"SAN PEDRO SULA, Honduras (CoastWire) - {PROSE}"
    )

    assert found.publisher == "CoastWire"
    assert "CoastWire" in [each.name for each in found.organisations]


def test_a_site_is_of_the_body_that_it_is_named_after() -> None:
    page = (
        "<html><head><title>Llegan 16 defensoras | Portal IFV</title></head><body>"
        "<h1>Llegan 16 defensoras</h1>"
        f"<p>El Instituto Faro de la Vida (IFV) trasladó a 16 defensoras. {PROSA}</p></body></html>"
    )

    assert release(page, "text/html").publisher == "Instituto Faro de la Vida"


def test_the_address_of_a_body_of_a_state_speaks_for_it() -> None:
    found = release(
        "Busca el estado familias que abran la puerta\n\n"
        "Oaxaca de Juárez, Oax., 12 de abril.- Con esa pregunta, el Sistema de "
        "Protección Integral de Niñas, Niños y Adolescentes de Oaxaca (SIPINNA Oaxaca) abrió las puertas. "
        f"{PROSA}\n\nInformes: acogida@sipinna-oax.example"
    )

    assert found.publisher == "Sistema de Protección Integral de Niñas, Niños y Adolescentes de Oaxaca"


def test_an_embassy_publishes_under_its_longest_name() -> None:
    long = "Embassy of the Republic of Honduras to the United States of America"
    found = release(
        f"EMBASSY OF HONDURAS\n\nLaw schools sign\n\nThe {long} signed an agreement today. {PROSE}"
    )

    assert found.publisher == long


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (
            "Ruth Mora, Brazos Rights Fund, 956-555-0128\n"
            "Owen Hart, Cedar Legal Clinic, Waco, 210-555-0101\n\n"
            "Two brothers win asylum\n\n"
            f"WACO, Texas, May 3, 2019 - The Brazos Rights Fund won asylum. {PROSE}\n\n"
            "The Brazos Rights Fund has offices in Waco.",
            "Brazos Rights Fund",
        ),
        (
            "Contacts:\nRuth Hart, Office of Senator Alder, Portland, 503-555-0101\n\nAlder asks for papers"
            f"\n\nWashington, May 3, 2019 - Senator Maeve Alder asked the stations for papers. {PROSE}",
            "Office of Senator Alder",
        ),
        (
            "Alder House Office Building, Room 2141\nWashington, DC\n\nHearing on children alone\n\n"
            f"Washington, May 3, 2019 - The Heron Center for Child Policy will hold a briefing. {PROSE}\n\n"
            "Contact: press@heroncenter.example",
            "Heron Center for Child Policy",
        ),
    ],
)
def test_neither_who_answers_nor_a_room_publishes(text: str, publisher: str) -> None:
    assert release(text).publisher == publisher


def test_a_headline_in_capitals_of_titles_is_no_body_and_a_site_is_told_by_initials() -> None:
    headline = release(f"Tuttle Introduces Bill To Give Detained Children a phone call\n\n{PROSE}")
    page = release(
        '<html><head><meta property="og:site_name" content="UF News"></head><body><h1>Study on sleep</h1>'
        f"<p>Researchers of the University of Faro at Oldport slept there. {PROSE}</p></body></html>",
        "text/html",
    )

    assert headline.publisher is None
    assert page.publisher == "University of Faro at Oldport"
