"""Contacts that a sentence tells, and numbers of sentences that tell a story.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from tests.contact_texts import ENGLISH, SPANISH, Told, page, told


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Interviews can be arranged with Abel Coy or Rosa Paz, both at +507 6212 4478.",
            {("Abel Coy", "+50762124478", None), ("Rosa Paz", "+50762124478", None)},
        ),
        (
            "Interviews in English are available with Dr. Lina Amaya and Peter Skelly; both can be reached "
            "on +501 223 0145 or at press@faro.example.",
            {
                ("Lina Amaya", "+5012230145", "press@faro.example"),
                ("Peter Skelly", "+5012230145", "press@faro.example"),
            },
        ),
        (
            "Our spokespeople this week are Ana Brol (Guatemala City, +502 5704 0122) and Rick Lund "
            "(Phoenix, 602-555-0190). Please text first.",
            {("Ana Brol", "+50257040122", None), ("Rick Lund", "+16025550190", None)},
        ),
    ],
)
def test_a_sentence_tells_whom_it_names_before_the_number(block: str, expected: set[Told]) -> None:
    assert set(told(ENGLISH + block)) == expected


def test_a_number_that_somebody_dialled_is_part_of_the_story() -> None:
    story = "La pediatra contó que un niño marcó once veces al 7133-0101, el número de su tía.\n\n"
    assert told(f"{SPANISH}{story}Contacto: Ana Paz, +502 2231 0204") == [("Ana Paz", "+50222310204", None)]


def test_the_head_of_a_letter_is_no_contact() -> None:
    head = "De: Comunicación Farol <envios@faro.example>\nAsunto: Comunicado 44\n\n"
    assert told(f"{head}{SPANISH}Contacto: Ana Paz, ana@faro.example") == [
        ("Ana Paz", None, "ana@faro.example")
    ]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Press: Nadia BERTRAND, attachée, +502 2300 0119", ("Nadia BERTRAND", "+50223000119", None)),
        (
            "Contact: María José LUNA PAZOS\nana@faro.example",
            ("María José LUNA PAZOS", None, "ana@faro.example"),
        ),
        ("Contact: M.Sc. Olga Zelaya, Tegucigalpa. Tel. 2216-0300", ("Olga Zelaya", "+50422160300", None)),
        ("Prensa: Mauricio Chacón Luz, +503 7333-0145", ("Mauricio Chacón Luz", "+50373330145", None)),
        ("Informes: Maestría en Derechos, +506 2511-0199", (None, "+50625110199", None)),
        ("Donaciones: Bodega Guadalajara, +52 33 3555 0127", (None, "+523335550127", None)),
        ("Contact: Voicemail, +1 915 555 0127", (None, "+19155550127", None)),
    ],
)
def test_who_is_a_person_and_who_is_none(block: str, expected: Told) -> None:
    assert told(ENGLISH + block) == [expected]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Contact: Ana Paz, Belmopan, tel. 822-2161/2684", ["+5018222161", "+5018222684"]),
        ("Contacto: Farol, San José, Costa Rica, 2511-0199 y 0200", ["+50625110199", "+50625110200"]),
        (
            "Contact: Ana Paz, Toledo Trust, Punta Gorda, tel. 722 0518 (day), 610 4473",
            ["+5017220518", "+5016104473"],
        ),
        ("Enquiries: 11 Lane Street, Port of Spain, telephone 868-555-0141", ["+18685550141"]),
        ("Oficina de Prensa\nTeléfono oficina: (502) 2410 0133\nDenuncias: 1555", ["+50224100133", "1555"]),
    ],
)
def test_numbers_told_shortly_or_beside_a_town(block: str, expected: list[str]) -> None:
    assert [phone for _, phone, _ in told(ENGLISH + block)] == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Detalles al 2222-0190 con Marlon, o al 7777-0191 con la niña Tere.",
            [("Marlon", "2222-0190", None), ("Tere", "7777-0191", None)],
        ),
        (
            "Note: this was sent for the Coalition by Rowan Teague (rteague@faro.example). Calls to the "
            "Coalition's voicemail, 1-888-555-0103, are returned within a day.",
            [("Rowan Teague", None, "rteague@faro.example"), (None, "1-888-555-0103", None)],
        ),
        (
            "Contact: Ana Paz, +502 2231-0204; out of hours +502 5550-0204; ana@faro.example",
            [
                ("Ana Paz", "+50222310204", "ana@faro.example"),
                ("Ana Paz", "+50255500204", "ana@faro.example"),
            ],
        ),
        (
            "Contact: Ana Paz, +502 2231-0204 (mornings). You can also write to ana@faro.example.",
            [("Ana Paz", "+50222310204", "ana@faro.example")],
        ),
        (
            "Contact: Ana Paz, +502 2231-0204. The night shelter answers at +502 5550-0204.",
            [("Ana Paz", "+50222310204", None), (None, "+50255500204", None)],
        ),
        (
            "Prensa: Ana Paz, +502 2231-0204 o el albergue en el +502 5550-0204",
            [("Ana Paz", "+50222310204", None), (None, "+50255500204", None)],
        ),
    ],
)
def test_other_words_in_a_part_of_their_own_tell_of_another(block: str, expected: list[Told]) -> None:
    assert told(SPANISH + block) == expected


@pytest.mark.parametrize(
    ("name", "read"),
    [("Ana Cruz Penagos", "Ana Cruz Penagos"), ("Cruz Roja Hondureña", None), ("Cruz Verde de Copán", None)],
)
def test_cruz_is_a_surname_without_its_colour(name: str, read: str | None) -> None:
    (contact,) = told(f"{SPANISH}Para más información:\n\n- {name}, cel. +52 916 109 8845\n")

    assert contact == (read, "+529161098845", None)


def test_a_link_worded_whatsapp_in_a_sentence_keeps_its_number() -> None:
    link = '<a href="https://wa.me/50688120143">WhatsApp</a>'
    paragraph = f"<p>¿Dudas? Escríbanos por {link} o a orienta@faro.example.</p>"
    assert told(page(paragraph), "text/html") == [(None, "+50688120143", "orienta@faro.example")]


def test_elements_of_one_class_that_reach_somebody_are_a_card_each() -> None:
    cards = (
        "<div><span>Contactos</span>\n<span class='c'><b>Wilson Rey</b>, Oficina Norte, 829-555-0106</span>\n"
        "<span class='c'><b>Línea Vida</b>, 809-555-0119</span></div>"
    )
    assert told(page(cards), "text/html") == [
        ("Wilson Rey", "829-555-0106", None),
        (None, "809-555-0119", None),
    ]


def test_a_title_ends_no_sentence_that_invites() -> None:
    asks = "Reporters on the border may also reach Fr. Leo Brandt, Estamos Unidos Project, El Paso, Texas, "
    assert told(f"{SPANISH}{asks}915-555-0141.\n") == [("Leo Brandt", "+19155550141", None)]


@pytest.mark.parametrize("word", ["Email", "<span>E-mail</span>", "<b>Correo electrónico</b>"])
def test_a_link_worded_email_in_a_line_keeps_its_address(word: str) -> None:
    link = f'<strong><a href="mailto:bea@faro.example">{word}</a></strong>'
    shared = '<a href="mailto:?subject=x">Email</a>'
    assert told(page(f"<p>Press: Bea Rusk | {link} | 312-555-0143</p><p>{shared}</p>"), "text/html") == [
        ("Bea Rusk", "312-555-0143", "bea@faro.example")
    ]


def test_a_link_with_a_given_name_is_of_the_person_above() -> None:
    card = 'Press contact:<br>Beth Rusk<br><a href="mailto:brusk@faro.example">Email Beth</a>'
    assert told(page(f"<p>{card}</p>"), "text/html") == [("Beth Rusk", None, "brusk@faro.example")]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Más información: Relaciones Públicas, Upala. Tel. 2470-0157, ext. 114. Con Yorleny Obando.",
            [("Yorleny Obando", "+50624700157;ext=114", None)],
        ),
        (
            "Enlace: Mtra. Rebe Sol. Tel. 01 971 522 0163. Ext. 220. Salina Cruz, Oaxaca. rsol@faro.example",
            [("Rebe Sol", "+529715220163;ext=220", "rsol@faro.example")],
        ),
        (
            "Contacto:\nLic. Nery Ramos, 5550-0163, y Licda. Aura Yoc, 5550-0164\n"
            "Secretaría de Bienestar, Ciudad de Guatemala\nprensa@faro.example",
            [
                ("Nery Ramos", "+50255500163", None),
                ("Aura Yoc", "+50255500164", None),
                (None, None, "prensa@faro.example"),
            ],
        ),
        (
            "Denuncias\nSede central, San José, Costa Rica: 2258-0111\nSede Liberia: 2666-0113",
            [(None, "+50622580111", None), (None, "+50626660113", None)],
        ),
        (
            "Dudas: prensa@faro.example (Área de Comunicación). Teléfono de la sala de prensa: 55 1000 0120",
            [(None, "55 1000 0120", "prensa@faro.example")],
        ),
        (
            "Press Contact: Amb. Desmond Oakley; telephone 212-555-0184; facsimile 212-555-0185; "
            "email press@faro.example",
            [("Desmond Oakley", "212-555-0184", "press@faro.example")],
        ),
        (
            "Contact Name: Tom Lugo\nContact Phone: (787) 555-0143\nContact Email: tom@faro.example\n"
            "Location: San Juan, Puerto Rico",
            [("Tom Lugo", "+17875550143", "tom@faro.example")],
        ),
        (
            "Contact\n\nSherene Baugh\n\nDirector\n\nHarbour House\n\n18 Ripon Road\n\nJamaica W.I.\n\n"
            "876.555.0182 (office) 876.555.0183 (cell)",
            [("Sherene Baugh", "+18765550182", None), ("Sherene Baugh", "+18765550183", None)],
        ),
    ],
)
def test_cards_and_sentences_of_real_senders(block: str, expected: list[Told]) -> None:
    assert told(SPANISH + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Vocera: Claudia Duque. Solicitudes a su asistente, Milton Rivas, al 2213 0136, o por escrito a "
            "prensa@faro.example",
            [("Milton Rivas", "2213 0136", "prensa@faro.example")],
        ),
        (
            "Contactos:\nVoces del Farol: Aldo Ledón, aldo@faro.example\n"
            "Iniciativas Ribereñas: Rosa Vélez, cel. 963 555 0168",
            [("Aldo Ledón", None, "aldo@faro.example"), ("Rosa Vélez", "963 555 0168", None)],
        ),
        (
            "Email: honduras@faro.example\nPhone: +504 2237 0121\nContact: Guadalupe Ruelas Luz, Director",
            [("Guadalupe Ruelas Luz", "+50422370121", "honduras@faro.example")],
        ),
        (
            "Contact: Isaac Ben-Ami or Marisela Luz at (956) 555-0180 ext. 2 and 4 respectively.",
            [("Isaac Ben-Ami", "(956) 555-0180;ext=2", None), ("Marisela Luz", "(956) 555-0180;ext=4", None)],
        ),
        (
            "Dudas: Licda. Ana Arias, 2295-0143; Licda. Xinia Luz, 2295-0144. Fax 2295-0145. "
            "Correo: ninez@faro.example, genero@faro.example",
            [
                ("Ana Arias", "2295-0143", None),
                ("Xinia Luz", "2295-0144", None),
                (None, None, "ninez@faro.example"),
                (None, None, "genero@faro.example"),
            ],
        ),
        (
            "Spokesperson: Capt. Leo Cruz-Reyes\nContact no.: 610-0146 / 610-0147, Ladyville, Belize",
            [("Leo Cruz-Reyes", "+5016100146", None), ("Leo Cruz-Reyes", "+5016100147", None)],
        ),
        (
            "Mesa de prensa: Hotel Tikal. Coordina Beatriz Manz Luz. Tel. +502 2300 0158. m@faro.example",
            [("Beatriz Manz Luz", "+50223000158", "m@faro.example")],
        ),
        (
            "Jen Ostrander | Communications & Media\nO 202.555.0195 | M 571.555.0196\n"
            "1600 K Street NW | Washington, DC 20006\njen@faro.example | www.faro.example",
            [
                ("Jen Ostrander", "+12025550195", "jen@faro.example"),
                ("Jen Ostrander", "+15715550196", "jen@faro.example"),
            ],
        ),
    ],
)
def test_labels_signatures_and_assistants(block: str, expected: list[Told]) -> None:
    assert told(ENGLISH + block) == expected


def test_a_list_of_persons_and_numbers_behind_the_text_of_a_page_is_no_menu() -> None:
    items = '<li>Ana Paz — <a href="tel:+50242420165">4242 0165</a></li><li>Leo Luz — 4242 0166</li>'
    found = told(page(f"<p>For interviews</p><ul>{items}</ul>"), "text/html")
    assert {name for name, _, _ in found} == {"Ana Paz", "Leo Luz"}


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "+ Jacinto Balcárcel Ruiz                 Pbro. Macario Tovilla\n"
            "  Obispo de la Ribera                    Secretario Ejecutivo\n"
            "                                         pastoral@faro.example\n"
            "                                         Cel. 962 555 0113",
            [("Macario Tovilla", "962 555 0113", "pastoral@faro.example")],
        ),
        (
            "MEDIA CONTACTS\nIn San José:                   In New York:\n"
            "Pilar Arguedas                 Devon Achebe\n+506 8340 0151                 +1 917 555 0152\n"
            "pilar@faro.example             devon@faro.example",
            [
                ("Pilar Arguedas", "+50683400151", "pilar@faro.example"),
                ("Devon Achebe", "+19175550152", "devon@faro.example"),
            ],
        ),
        (
            "For more: Newsroom, Lantern Radio, +1 305 555 0195 (24 hrs) news@faro.example",
            [(None, "+13055550195", "news@faro.example")],
        ),
        (
            "Need help with this list? Office on Youth, Basseterre, (869) 555-0197, ask for Ms. Liburd.",
            [("Liburd", "+18695550197", None)],
        ),
        ("Book with Camille Ferdinand, 767 555 0180.", [("Camille Ferdinand", "767 555 0180", None)]),
        (
            "Dirección: Av. Norte, Comitán, Chiapas\nTel: (963) 632-0176\nContacto: hola@faro.example",
            [(None, "+529636320176", "hola@faro.example")],
        ),
        (
            "Oficina de Prensa: Ana Lima, 3333-0187. Leo Paz, 3333-0188. prensa@faro.example",
            [
                ("Ana Lima", "3333-0187", None),
                ("Leo Paz", "3333-0188", None),
                (None, None, "prensa@faro.example"),
            ],
        ),
    ],
)
def test_columns_desks_and_those_to_be_asked_for(block: str, expected: list[Told]) -> None:
    assert told(ENGLISH + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Puestos:\n\nCucuyagua, Honduras ....... 2661-0133\n"
            "Dr. Leo Paz, Tela, Honduras: +504 9661-0157, leo@faro.example\n\nCorreo: noticias@faro.example",
            [
                (None, "+50426610133", None),
                ("Leo Paz", "+50496610157", "leo@faro.example"),
                (None, None, "noticias@faro.example"),
            ],
        ),
        (
            "Columbus office (appointments): (614) 555-0118\nDocuments: (614) 555-0119 ext. 4",
            [(None, "+16145550118", None), (None, "+16145550119;ext=4", None)],
        ),
        ("Contact: Press office, Montego Bay, 876 555 0118", [(None, "+18765550118", None)]),
        (
            "Consultas con el Lic. Leo Paz al 2248-0142 o en la Dirección Departamental, 2653-0143.",
            [("Leo Paz", "2248-0142", None), (None, "2653-0143", None)],
        ),
    ],
)
def test_towns_that_lists_begin_with_and_desks_below_persons(block: str, expected: list[Told]) -> None:
    assert told(SPANISH + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Obispado del Faro\n\nMons. Luis Paz                 Hna. Ana Luz\n"
            "Obispo                         Secretaria\n                               Tel. 7760-0141",
            [("Ana Luz", "7760-0141", None)],
        ),
        (
            "Press questions to Major Ingrid Solano, at 225-0138, and questions on the children's "
            "welfare to the Department of Human Services at 222-0139.",
            [("Ingrid Solano", "225-0138", None), (None, "222-0139", None)],
        ),
        (
            "INFORMES\nTel. y fax (686) 555-0131, Mexicali\nFax (686) 555-0133",
            [(None, "+526865550131", None)],
        ),
        ("Quejas: Visitaduría Adjunta, 951 503 0128, Oaxaca", [(None, "+529515030128", None)]),
    ],
)
def test_those_who_sign_beside_each_other_and_offices(block: str, expected: list[Told]) -> None:
    assert told(ENGLISH + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Contact: Ty Brannigan (DC), 202-555-0147", ("Ty Brannigan", "+12025550147", None)),
        ("Contacto: Ana Paz, Tegucigalpa, M.D.C., 2231-0204", ("Ana Paz", "+50422310204", None)),
        ("Contacto: Ana Paz, Bogotá, D.C., 310 555 0187", ("Ana Paz", "+573105550187", None)),
    ],
)
def test_which_capital_the_letters_dc_are_of(block: str, expected: Told) -> None:
    assert told(SPANISH + block) == [expected]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "For more details go to the page of the network or contact Amalia\nQuirindongo, Press Office, "
            "press@faro.example",
            [("Amalia Quirindongo", None, "press@faro.example")],
        ),
        (
            "Las personas interesadas pueden comunicarse con la Lic. Nuria Alba\nQuirindongo al 7133-0101.",
            [("Nuria Alba Quirindongo", "7133-0101", None)],
        ),
        ("Contact:\n\nAmalia\nQuirindongo Luz\n555-0101", [("Amalia Quirindongo Luz", "555-0101", None)]),
    ],
)
def test_a_name_may_be_wrapped_over_two_lines(block: str, expected: list[Told]) -> None:
    assert told((SPANISH if "Las" in block else ENGLISH) + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Sister Ana Paz\nBrother Leo Luz\nBoth at 361-555-0166",
            [("Ana Paz", "361-555-0166", None), ("Leo Luz", "361-555-0166", None)],
        ),
        (
            "Ana Paz (English)\nLeo Luz (Spanish)\nBoth at (956) 555-0143\npress@faro.example",
            [
                ("Ana Paz", "(956) 555-0143", None),
                ("Leo Luz", "(956) 555-0143", None),
                (None, None, "press@faro.example"),
            ],
        ),
        (
            "Ana Paz\nLeo Luz\nAmbos en el 7133-0101",
            [("Ana Paz", "7133-0101", None), ("Leo Luz", "7133-0101", None)],
        ),
        (
            "Nombre | Teléfono\nAna Paz | 7133-0101\nLeo Luz | 7133-0102\n\n"
            "Correo de los dos: medios@faro.example",
            [
                ("Ana Paz", "7133-0101", "medios@faro.example"),
                ("Leo Luz", "7133-0102", "medios@faro.example"),
            ],
        ),
        (
            "Faro Nurses North: Ana Paz, 555-0101\nFaro Nurses South: Leo Luz, 555-0102\n"
            "press@faronurses.example",
            [
                ("Ana Paz", "555-0101", None),
                ("Leo Luz", "555-0102", None),
                (None, None, "press@faronurses.example"),
            ],
        ),
    ],
)
def test_what_several_persons_share(block: str, expected: list[Told]) -> None:
    assert told((SPANISH if "7133" in block else ENGLISH) + block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "To speak with Dr. Luz, contact Ana Paz-Rey of University Communications, 555-0101.",
            [("Ana Paz-Rey", "555-0101", None)],
        ),
        (
            "Details may be had from Father Leo Luz, telephone 555-0101, or from the Chancery, 555-0102 "
            "(ask for Deacon Noé Rey).",
            [("Leo Luz", "555-0101", None), ("Noé Rey", "555-0102", None)],
        ),
        (
            "Editors: Reporter: Ana Paz; editor: Leo Luz. The desk is at +1 305 555 0190.",
            [(None, "+13055550190", None)],
        ),
        (
            "This note was written by Ana Paz, Press Officer, Belize City, Belize. "
            "She can be reached at 822-2161.",
            [("Ana Paz", "+5018222161", None)],
        ),
        (
            "Para entrevistas con la Dra. Ana Paz llamar a su asistente, Leo Luz, al 7133-0101.",
            [("Leo Luz", "7133-0101", None)],
        ),
        (
            "Entrevistas: con Fray Tomás, 7133-0101; con Sor Inés Luz, 7133-0102.",
            [("Tomás", "7133-0101", None), ("Inés Luz", "7133-0102", None)],
        ),
        (
            "Dirección de Comunicación Social, tel. 7133-0101, a cargo de Ana Paz Luz.",
            [("Ana Paz Luz", "7133-0101", None)],
        ),
        (
            "Press inquiries should be directed to the Office of Communications at 555-0101. Questions of "
            "Congress should be directed to Mr. Leo Luz at 555-0102.",
            [(None, "555-0101", None), ("Leo Luz", "555-0102", None)],
        ),
        (
            "Centro de Llamadas de la Comisión: 800 555 0100, gratis las 24 horas. Comunicación Social: "
            "Mtro. Leo Luz, 7133-0101.",
            [(None, "800 555 0100", None), ("Leo Luz", "7133-0101", None)],
        ),
        (
            "Sister Pat: 555-0101. Sister Norma: 555-0102.",
            [("Pat", "555-0101", None), ("Norma", "555-0102", None)],
        ),
        (
            "For more information:\nKeep Faith campaign\nAna Paz-Rey, coordinator\nana@faro.example\n"
            "Text only: 555-0101",
            [("Ana Paz-Rey", "555-0101", "ana@faro.example")],
        ),
        (
            "Parish: Fr. Leo Luz\n979-555-0121 (rectory)\n979-555-0122 (mobile, texts welcome)\n"
            "leo@faro.example",
            [
                ("Leo Luz", "979-555-0121", "leo@faro.example"),
                ("Leo Luz", "979-555-0122", "leo@faro.example"),
            ],
        ),
        (
            "Media must register with Sgt. Ana Paz (ana@faro.example) by 4 p.m. The number of the gate is "
            "555-0199.",
            [("Ana Paz", None, "ana@faro.example"), (None, "555-0199", None)],
        ),
        (
            "For interviews ring the school at 555-0101. For all else: Ana Paz' secretary, 555-0102.",
            [(None, "555-0101", None), (None, "555-0102", None)],
        ),
        (
            "Informes: Ana Paz (7133-0101) / Leo Luz (7133-0102) / prensa@faro.example",
            [
                ("Ana Paz", "7133-0101", None),
                ("Leo Luz", "7133-0102", None),
                (None, None, "prensa@faro.example"),
            ],
        ),
        (
            "Si tu hijo no aparece, llama o escribe por WhatsApp a doña Rosa Luz, del comité, al 7133-0101.",
            [("Rosa Luz", "7133-0101", None)],
        ),
        (
            "El vocero, Pbro. Leo Luz, recibe hoy; su celular es el 7133-0101.",
            [("Leo Luz", "7133-0101", None)],
        ),
        (
            "Mayores informes con la Lic. Dulce\nMaría Luz, en el 7133-0101.",
            [("Dulce María Luz", "7133-0101", None)],
        ),
        (
            "Dudas con el equipo: Paty (637 555 0131) y Beto (637 555 0132), no el 7133.",
            [("Paty", "637 555 0131", None), ("Beto", "637 555 0132", None)],
        ),
        (
            "Responsable: Leo Luz (Comunicación). Revisó: Dra. Ana Paz. Tel. 7133-0101, leo@faro.example",
            [("Leo Luz", "7133-0101", "leo@faro.example")],
        ),
        ("Contacto: Diác. Leo Luz, Movilidad, 7133-0101", [("Leo Luz", "7133-0101", None)]),
        (
            "Casa Farol. Cel.: 7133-0101 (hna. Diana). Quien pueda ayudar, marque al mismo número.",
            [("Diana", "7133-0101", None)],
        ),
        (
            "Questions about this? Ask City Clerk Ana Paz, 555-0101.",
            [("Ana Paz", "555-0101", None)],
        ),
        (
            "Dudas sobre la escuela: con su maestra. Dudas sobre la casa: con Doña Chela, 7133-0101.",
            [("Chela", "7133-0101", None)],
        ),
        (
            "REDACCIÓN: Ana Paz\nEDICIÓN: Leo Luz\nCorreo: farol@faro.example\nTel. 7133-0101",
            [(None, "7133-0101", "farol@faro.example")],
        ),
        (
            "In English, Dr. Ana Paz, 555-0101; in Creole, Marlène Point-du-Jour, 555-0102",
            [("Ana Paz", "555-0101", None), ("Marlène Point-du-Jour", "555-0102", None)],
        ),
        (
            "Ana Paz, 555-0101\nLeo Luz, 555-0102\nFax for both: 555-0103",
            [("Ana Paz", "555-0101", None), ("Leo Luz", "555-0102", None)],
        ),
        (
            "Ana Paz, Public Affairs\n555-0101, ana dot paz at faro dot example",
            [("Ana Paz", "555-0101", "ana.paz@faro.example")],
        ),
        (
            "Casa Farol, Nogales, Sonora, Mexico. Tel. 631 338 0141. From the US: 011 52 631 338 0141.",
            [(None, "+526313380141", None)],
        ),
    ],
)
def test_whose_a_number_of_a_sentence_is(block: str, expected: list[Told]) -> None:
    assert told((SPANISH if "7133" in block else ENGLISH) + block) == expected
