"""Contact blocks in every layout that people use: columns, cards, tables, one line, numbers that are shared.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from tests.contact_texts import ENGLISH, SPANISH, Told, told


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Enquiries\nAdmissions desk: +1 246 555 0183\nCourse office, Mrs. Ana Paz: +1 246 555 0190",
            [(None, "+12465550183", None), ("Ana Paz", "+12465550190", None)],
        ),
        (
            "Contacts\nDouglas, Arizona\n  Ana Paz Mora   520-555-0193\n"
            "Agua Prieta, Sonora (DIF)\n  Trabajo Social   633-555-0117",
            [("Ana Paz Mora", "+15205550193", None), (None, "+526335550117", None)],
        ),
        (
            "Interviews: Red Cross office, Ciudad Quesada, Costa Rica\nSpanish: Ana Paz, 8555 0109\n"
            "English: Leo Luz, 8555 0143\nnorth@faro.example",
            [
                ("Ana Paz", "+50685550109", None),
                ("Leo Luz", "+50685550143", None),
                (None, None, "north@faro.example"),
            ],
        ),
        (
            "Press:\nNight line: +1 713 555 0190\nLeo Luz, +1 713 555 0191\npress@faro.example",
            [(None, "+17135550190", None), ("Leo Luz", "+17135550191", "press@faro.example")],
        ),
        (
            "Newsroom: (501) 822-5501. Correspondent in San Salvador, El Salvador: 7855-0102.",
            [(None, "+5018225501", None), (None, "+50378550102", None)],
        ),
        (
            "Press: Costa Rica 2440-5566 · Guatemala 2262-5507",
            [(None, "+50624405566", None), (None, "+50222625507", None)],
        ),
        (
            "Contact: Nicaragua 8440-5566 / Belize 622-5507",
            [(None, "+50584405566", None), (None, "+5016225507", None)],
        ),
        (
            "For interviews with Dr. Paz: Leo Luz, Communications, tel. 956-555-0184. For Casa Faro: "
            "Ana Mora, same number, extension 3, casa [at] faro.example",
            [("Leo Luz", "956-555-0184", None), ("Ana Mora", "956-555-0184;ext=3", "casa@faro.example")],
        ),
        (
            "Interested families: Night School Team, 915-555-0133, from 8 to 3.",
            [(None, "915-555-0133", None)],
        ),
        (
            "Appointments: Lantern Clinic, 520-555-0133.",
            [(None, "520-555-0133", None)],
        ),
        (
            "Lantern Wire | desk@lanternwire.example",
            [(None, None, "desk@lanternwire.example")],
        ),
        (
            "Press Office, 12 Coney Drive, Belize City, Belize. Phone: 223-5587",
            [(None, "+5012235587", None)],
        ),
        (
            "To visit: Mexico, 664 555 0141 (Sra. Mora). United States, 619 555 0118 (Leo Luz, FBD, "
            "leo@faro.example).",
            [("Mora", "+526645550141", None), ("Leo Luz", "+16195550118", "leo@faro.example")],
        ),
        (
            "Contact: Costa Rica, 2212-5300 (Ana Mora); Panama, 6212-5300 (Leo Luz)",
            [("Ana Mora", "+50622125300", None), ("Leo Luz", "+50762125300", None)],
        ),
        (
            "Contact: +1 956 555 0141 (Ana Mora, English), +52 868 555 0142 (Leo Luz, Spanish)",
            [("Ana Mora", "+19565550141", None), ("Leo Luz", "+528685550142", None)],
        ),
        (
            "Contact: Ana Mora, press at lantern dot example",
            [("Ana Mora", None, "press@lantern.example")],
        ),
        (
            "Contact: Ana Mora, press [at] lantern [dot] example",
            [("Ana Mora", None, "press@lantern.example")],
        ),
        (
            "Contact: Ana Mora, press[at]lantern.example, +504 2550-0123",
            [("Ana Mora", "+50425500123", "press@lantern.example")],
        ),
        (
            "Contact: Ana Mora, ana {at} lantern.example",
            [("Ana Mora", None, "ana@lantern.example")],
        ),
        (
            "| Name | Country | Phone | Email |\n"
            "|---|---|---|---|\n"
            "| Ana Mora | Honduras | 2212-5300 | ana@faro.example |\n"
            "| Leo Luz | Costa Rica | 8855-5031 | leo@faro.example |",
            [
                ("Ana Mora", "+50422125300", "ana@faro.example"),
                ("Leo Luz", "+50688555031", "leo@faro.example"),
            ],
        ),
        (
            "Media contact:\n"
            "Ms. Ana Mora, Communications Officer\n"
            "Lantern Foundation\n"
            "T: +1 (202) 555-0147\n"
            "F: +1 (202) 555-0148\n"
            "E: ana@lantern.example",
            [("Ana Mora", "+12025550147", "ana@lantern.example")],
        ),
        (
            "If you know of a child who needs help, call the hotline at 1-800-555-0100.\n"
            "\n"
            "Press contact: Ana Mora, +1 956 555 0141",
            [(None, "1-800-555-0100", None), ("Ana Mora", "+19565550141", None)],
        ),
        (
            "For media: Ana Mora and Leo Luz, +1 956 555 0141",
            [("Ana Mora", "+19565550141", None), ("Leo Luz", "+19565550141", None)],
        ),
        (
            "Lantern Foundation, 12 Main Street, Suite 4, McAllen, TX 78501. lantern.example",
            [],
        ),
        (
            "-- \nAna Mora\nLantern House | Press\nm. +1 915 555 0133",
            [("Ana Mora", "+19155550133", None)],
        ),
        (
            "Note to editors: photographs can be had from photos@lantern.example. Media contact: Ana "
            "Mora, +1 956 555 0141.",
            [(None, None, "photos@lantern.example"), ("Ana Mora", "+19565550141", None)],
        ),
        (
            "Contacts: (Panama) Ana Mora, 6123-0144; (Colombia) Leo Luz, 312 555 0188",
            [("Ana Mora", "+50761230144", None), ("Leo Luz", "+573125550188", None)],
        ),
        (
            "For more information, please contact Nora Whitfield at nwhitfield@lantern.example or "
            "Óscar Pineda, in San Salvador, at +503 7855-0123.",
            [("Nora Whitfield", None, "nwhitfield@lantern.example"), ("Óscar Pineda", "+50378550123", None)],
        ),
        (
            "Media enquiries:\n"
            "Nora Whitfield\n"
            "Senior Communications Manager, Lantern Trust\n"
            "+44 (0)20 7946 0123\n"
            "nora@lantern.example",
            [("Nora Whitfield", "+442079460123", "nora@lantern.example")],
        ),
        (
            "Hotline for families (24 hours): 1-888-555-0177\nPress only: Nora Whitfield, (202) 555-0178",
            [(None, "1-888-555-0177", None), ("Nora Whitfield", "(202) 555-0178", None)],
        ),
        (
            "CONTACT:    Nora Whitfield, Lantern Trust\n"
            "            (512) 555-0188, ext. 4\n"
            "            nora@lantern.example",
            [("Nora Whitfield", "(512) 555-0188;ext=4", "nora@lantern.example")],
        ),
        (
            "Nora Whitfield | Press Secretary | Office of the Advocate | 202.555.0119 (o) | "
            "202.555.0120 (c) | nora@lantern.example",
            [
                ("Nora Whitfield", "202.555.0119", "nora@lantern.example"),
                ("Nora Whitfield", "202.555.0120", "nora@lantern.example"),
            ],
        ),
        (
            "Journalists wishing to attend should register with press@lantern.example by Friday.",
            [(None, None, "press@lantern.example")],
        ),
        (
            "Los periodistas que deseen asistir deben acreditarse antes del viernes en "
            "prensa@farol.example o al 2222-0155.",
            [(None, "2222-0155", "prensa@farol.example")],
        ),
        (
            "Lantern Trust\n"
            "12 Regent Street, Belize City\n"
            "+501 223 0155\n"
            "info@lantern.example\n"
            "www.lantern.example",
            [(None, "+5012230155", "info@lantern.example")],
        ),
        (
            "© 2024 Lantern Trust. All rights reserved. Registered charity 1122334.",
            [],
        ),
        (
            "Media: Nora Whitfield <nora@lantern.example>, +1 (305) 555-0144",
            [("Nora Whitfield", "+13055550144", "nora@lantern.example")],
        ),
        (
            "Press contact – Nora Whitfield – Tel: 809 555 0155 – Email: nora@lantern.example – "
            "Santo Domingo, Dominican Republic",
            [("Nora Whitfield", "+18095550155", "nora@lantern.example")],
        ),
        (
            "For photographs and b-roll: https://lantern.example/press/2024-05-06\n"
            "Contact: Nora Whitfield, +507 6555-0101",
            [("Nora Whitfield", "+50765550101", None)],
        ),
        (
            "T. +1 202 555 0133 · F. +1 202 555 0134 · E. press@lantern.example",
            [(None, "+12025550133", "press@lantern.example")],
        ),
        (
            "Questions about this release? Nora Whitfield, Communications, Lantern Trust: "
            "nora@lantern.example",
            [("Nora Whitfield", None, "nora@lantern.example")],
        ),
        (
            "Name: Rosa Elvir\n"
            "Position: Press officer\n"
            "Office: Lantern House, San Pedro Sula, Honduras\n"
            "Telephone: 2550-0101\n"
            "E-mail: rosa@lantern.example",
            [("Rosa Elvir", "+50425500101", "rosa@lantern.example")],
        ),
        (
            "Rosa Elvir, jefa de prensa, 2255-0101 (Honduras)",
            [("Rosa Elvir", "+50422550101", None)],
        ),
        (
            "Press Officer on duty: Nora Whitfield, 24/7 line +1 202 555 0133",
            [("Nora Whitfield", "+12025550133", None)],
        ),
        (
            "Contact: Nora Whitfield, nora@lantern.example; Rosa Elvir, rosa@lantern.example; both "
            "at +507 6555-0101.",
            [
                ("Nora Whitfield", "+50765550101", "nora@lantern.example"),
                ("Rosa Elvir", "+50765550101", "rosa@lantern.example"),
            ],
        ),
        (
            "Dr. Nora Whitfield, M.D., Lantern Clinic, El Paso, Texas, 915-555-0133",
            [("Nora Whitfield", "+19155550133", None)],
        ),
        (
            "The release may be reproduced freely. Please send a copy to: Lantern Trust, P.O. Box "
            "155, Dangriga, Belize.",
            [],
        ),
        (
            "Contact the author, Nora Whitfield, through the press office of Lantern University "
            "(press@lantern.example).",
            [("Nora Whitfield", None, "press@lantern.example")],
        ),
        (
            "Press: Nora Whitfield (she/her), Deputy Director for Communications & Outreach; "
            "nora@lantern.example; 202-555-0133",
            [("Nora Whitfield", "202-555-0133", "nora@lantern.example")],
        ),
        (
            "CONTACTO / CONTACT\nRosa Elvir (ES/EN)\n+1 (787) 555-0101\nrosa@farol.example",
            [("Rosa Elvir", "+17875550101", "rosa@farol.example")],
        ),
    ],
)
def test_a_block_is_read_in_every_layout_in_english(block: str, expected: list[Told]) -> None:
    assert sorted(told(ENGLISH + block), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Redacción: (502) 2366-5501. Corresponsal en Tegucigalpa, Honduras: 2255-0102.",
            [(None, "+50223665501", None), (None, "+50422550102", None)],
        ),
        (
            "Mesa de noticias: +507 6555-0101. Enlace en Bogotá, Colombia: 312 555 0188.",
            [(None, "+50765550101", None), (None, "+573125550188", None)],
        ),
        (
            "Secretaría: red@farol.example · Honduras 2240-5566 · Panamá 262-5507",
            [(None, "+50422405566", "red@farol.example"), (None, "+5072625507", "red@farol.example")],
        ),
        (
            "Contacto de prensa: Ana Mora, tel. +506 2212-5300, ana@faro.example. Leo Luz (inglés), "
            "mismo número.",
            [("Ana Mora", "+50622125300", "ana@faro.example"), ("Leo Luz", "+50622125300", None)],
        ),
        (
            "## Contactos\n"
            "\n"
            "- Ana Mora (español) — Tegucigalpa, Honduras — 2212-5300 — ana@faro.example\n"
            "- Leo Luz (inglés) — mismo teléfono",
            [("Ana Mora", "+50422125300", "ana@faro.example"), ("Leo Luz", "+50422125300", None)],
        ),
        (
            "Media contacts\n"
            "Ana Mora (Spanish), San José, Costa Rica, 8855-5031, ana@faro.example\n"
            "Leo Luz (English), same phone",
            [("Ana Mora", "+50688555031", "ana@faro.example"), ("Leo Luz", "+50688555031", None)],
        ),
        (
            "Interesados: Familia Faro, 656 555 0133, de 8 a 15 horas.",
            [(None, "656 555 0133", None)],
        ),
        (
            "Citas: Casa Faro, 502 2255 0133",
            [(None, "502 2255 0133", None)],
        ),
        (
            "Voluntarios: Brigada Faro, +504 9955-0133, de lunes a viernes",
            [(None, "+50499550133", None)],
        ),
        (
            "Agencia Farol - redaccion@agenciafarol.example",
            [(None, None, "redaccion@agenciafarol.example")],
        ),
        (
            "Norte Noticias / mesa@nortenoticias.example / 664 555 0101",
            [(None, "664 555 0101", "mesa@nortenoticias.example")],
        ),
        (
            "Comunicación Social PGR, 15 avenida 9-69 zona 13, Guatemala. PBX: 2414-5587",
            [(None, "+50224145587", None)],
        ),
        (
            "Oficina de Prensa, 3a calle 5-41 zona 1, Quetzaltenango, Guatemala. Tel.: 7761-5587",
            [(None, "+50277615587", None)],
        ),
        (
            "Relaciones Públicas DINAF, colonia Humuya, calle La Salud, Tegucigalpa, Honduras. Tel: "
            "2239-5587",
            [(None, "+50422395587", None)],
        ),
        (
            "Para visitar: Honduras, 2212-5300 (Hna. Ana Mora). Guatemala, 7761-5300 (Leo Luz, Red "
            "Faro, leo@faro.example).",
            [("Ana Mora", "+50422125300", None), ("Leo Luz", "+50277615300", "leo@faro.example")],
        ),
        (
            "Contacto de prensa\nAna Mora\nWhatsApp: https://wa.me/50499550101\nana@faro.example",
            [("Ana Mora", "+50499550101", "ana@faro.example")],
        ),
        (
            "Contacto: Ana Mora, prensa arroba faro punto example",
            [("Ana Mora", None, "prensa@faro.example")],
        ),
        (
            "Prensa: ana.mora (arroba) faro (punto) example",
            [(None, None, "ana.mora@faro.example")],
        ),
        (
            "Contacto: Ana Mora, ana [arroba] faro",
            [("Ana Mora", None, None)],
        ),
        (
            "Contactos de prensa\n"
            "\n"
            "En Guatemala              En Honduras\n"
            "Ana Mora                  Leo Luz\n"
            "2212-5300                 9955-5031\n"
            "ana@faro.example          leo@faro.example",
            [
                ("Ana Mora", "+50222125300", "ana@faro.example"),
                ("Leo Luz", "+50499555031", "leo@faro.example"),
            ],
        ),
        (
            "PRENSA\nCiudad de México: Ana Mora, 55 5555 0134\nTapachula, Chiapas: Leo Luz, 962 555 0171",
            [("Ana Mora", "+525555550134", None), ("Leo Luz", "+529625550171", None)],
        ),
        (
            "ana@faro.example\nAna Mora, vocera\nTel. +505 8855-0102",
            [("Ana Mora", "+50588550102", "ana@faro.example")],
        ),
        (
            "Contact: Ana Mora (English, Kriol), +501 622-5300; Leo Luz (español, q'eqchi'), +502 5555-0101",
            [("Ana Mora", "+5016225300", None), ("Leo Luz", "+50255550101", None)],
        ),
        (
            "Voceros: español, Ana Mora, +503 7855-0102; inglés, Leo Luz, +1 202 555 0119",
            [("Ana Mora", "+50378550102", None), ("Leo Luz", "+12025550119", None)],
        ),
        (
            "Contacto: Oficina de Comunicación, San José: (506) 2212-5300 ext. 12; Liberia: (506) 2666-5300",
            [(None, "+50622125300;ext=12", None), (None, "+50626665300", None)],
        ),
        (
            "Para entrevistas en español e inglés, favor de comunicarse con Ana Mora al (809) "
            "555-0141 o a ana@faro.example.",
            [("Ana Mora", "(809) 555-0141", "ana@faro.example")],
        ),
        (
            "Fundación Faro, avenida Central 12, San José, Costa Rica. Apartado 1234-1000.",
            [],
        ),
        (
            "Fax: +502 2212-5301\nAna Mora, Prensa, tel. +502 2212-5300",
            [("Ana Mora", "+50222125300", None)],
        ),
        (
            "Contacto\n"
            "Lcda. Ana Mora, Jefa de Prensa\n"
            "PBX (503) 2231-9400, extensión 118\n"
            "Cel. (503) 7070-0148\n"
            "comunicaciones@faro.example",
            [
                ("Ana Mora", "+50322319400;ext=118", "comunicaciones@faro.example"),
                ("Ana Mora", "+50370700148", "comunicaciones@faro.example"),
            ],
        ),
        (
            "PRENSA GUATEMALA: Ana Mora, cel. 5312-0188, prensa@faro.example\n"
            "ENLACE MÉXICO: Leo Luz, cel. 962 555 0144",
            [("Ana Mora", "+50253120188", "prensa@faro.example"), ("Leo Luz", "+529625550144", None)],
        ),
        (
            "PRESS CONTACTS\n"
            "Guatemala City: Marta Ixcoy, +502 5555 0112\n"
            "Mexico City: Raúl Peña, +52 55 5555 0113\n"
            "Geneva: Press desk, +41 22 555 01 14, press@lantern.example",
            [
                ("Marta Ixcoy", "+50255550112", None),
                ("Raúl Peña", "+525555550113", None),
                (None, "+41225550114", "press@lantern.example"),
            ],
        ),
        (
            "Contacto: Lic. Rosa Elvir (Comunicaciones) Tel. 2232-0155 / 9955-0156, Tegucigalpa, Honduras",
            [("Rosa Elvir", "+50422320155", None), ("Rosa Elvir", "+50499550156", None)],
        ),
        (
            "Prensa: prensa@farol.example | Tel. (506) 2222-0155 | WhatsApp (506) 8888-0156",
            [(None, "+50622220155", "prensa@farol.example"), (None, "+50688880156", "prensa@farol.example")],
        ),
        (
            "Vocería\n"
            "• Español: Rosa Elvir — 55 5555 0141\n"
            "• Náhuatl: Julio Xochitl — 222 555 0142\n"
            "• English: Nora Whitfield — 55 5555 0143\n"
            "Ciudad de México, México",
            [
                ("Rosa Elvir", "+525555550141", None),
                ("Julio Xochitl", "+522225550142", None),
                ("Nora Whitfield", "+525555550143", None),
            ],
        ),
        (
            "Comunicado firmado por Rosa Elvir, directora, Casa Farol. Calle 5 núm. 12, Tapachula, "
            "Chiapas, México. C.P. 30700. Tel. 962 555 0134",
            [("Rosa Elvir", "+529625550134", None)],
        ),
        (
            "Línea de ayuda: 123\nContacto de prensa: Rosa Elvir, rosa@farol.example",
            [(None, "123", None), ("Rosa Elvir", None, "rosa@farol.example")],
        ),
        (
            "Para concertar entrevistas: Rosa Elvir, Coordinadora de Incidencia, rosa@farol.example, "
            "cel. +505 8888 0155 (solo mensajes)",
            [("Rosa Elvir", "+50588880155", "rosa@farol.example")],
        ),
        (
            "Contactos:\n"
            "Lcda. Rosa Elvir\n"
            "Directora Ejecutiva\n"
            "Red Farol\n"
            "rosa@farol.example\n"
            "+504 9955 0101\n"
            "\n"
            "Ing. Julio Mejía\n"
            "Coordinador de Proyectos\n"
            "julio@farol.example\n"
            "+504 9955 0102",
            [
                ("Rosa Elvir", "+50499550101", "rosa@farol.example"),
                ("Julio Mejía", "+50499550102", "julio@farol.example"),
            ],
        ),
        (
            "Dirección de Prensa, Palacio Nacional, Managua, Nicaragua\n"
            "Teléfonos: 2222-0101, 2222-0102 y 2222-0103",
            [(None, "+50522220101", None), (None, "+50522220102", None), (None, "+50522220103", None)],
        ),
        (
            "Sala de prensa: +503 2222-0155 (Rosa Elvir, turno de mañana) y +503 2222-0156 (Julio "
            "Mejía, turno de tarde)",
            [("Rosa Elvir", "+50322220155", None), ("Julio Mejía", "+50322220156", None)],
        ),
        (
            "Síguenos: Facebook RedFarol · Twitter @redfarol · Instagram red.farol",
            [],
        ),
        (
            "Contacto para medios internacionales: Nora Whitfield (Washington, D.C., Estados "
            "Unidos), 202 555 0133. Medios nacionales: Rosa Elvir (Bogotá, Colombia), 310 555 0144.",
            [("Nora Whitfield", "+12025550133", None), ("Rosa Elvir", "+573105550144", None)],
        ),
        (
            "Consultas de prensa\n"
            "Panamá: Rosa Elvir · 6555-0101 · rosa@farol.example\n"
            "Darién: Julio Mejía · 6555-0102",
            [("Rosa Elvir", "+50765550101", "rosa@farol.example"), ("Julio Mejía", "+50765550102", None)],
        ),
        (
            "Tel./Fax: (504) 2232-0155\nRed Farol, Oficina de Comunicación",
            [(None, "+50422320155", None)],
        ),
        (
            "Nombre: Rosa Elvir\n"
            "Cargo: Encargada de prensa\n"
            "Teléfono: 5550-0101 (Guatemala)\n"
            "Correo: rosa@farol.example",
            [("Rosa Elvir", "+50255500101", "rosa@farol.example")],
        ),
        (
            "Atención a prensa: Rosa Elvir y Julio Mejía, teléfonos 2550-0101 y 2550-0102 "
            "respectivamente (Honduras).",
            [("Rosa Elvir", "+50425500101", None), ("Julio Mejía", "+50425500102", None)],
        ),
        (
            "– Rosa Elvir, Tegucigalpa: 9955-0101 – Julio Mejía, San Pedro Sula: 9955-0102 –",
            [("Rosa Elvir", "+50499550101", None), ("Julio Mejía", "+50499550102", None)],
        ),
        (
            "Redacción y edición: Rosa Elvir. Fotografías: Julio Mejía. Contacto: prensa@farol.example",
            [(None, None, "prensa@farol.example")],
        ),
        (
            "Para prensa: Rosa Elvir, (+503) 7855-0101. Para donaciones: Julio Mejía, (+503) "
            "7855-0102. Para familias: línea gratuita 800-1234.",
            [
                ("Rosa Elvir", "+50378550101", None),
                ("Julio Mejía", "+50378550102", None),
                (None, "800-1234", None),
            ],
        ),
        (
            "Contacto: Mtra. Rosa Elvir Núñez, Titular de la Unidad de Igualdad, conmutador 222 555 "
            "0101 ext. 1204 y 1205, Puebla, México",
            [
                ("Rosa Elvir Núñez", "+522225550101;ext=1204", None),
                ("Rosa Elvir Núñez", "+522225550101;ext=1205", None),
            ],
        ),
        (
            "Entrevistas: Rosa Elvir (en Bogotá) 310 555 0101; Julio Mejía (en Lima) 999 555 010.",
            [("Rosa Elvir", "+573105550101", None), ("Julio Mejía", "+51999555010", None)],
        ),
        (
            "+502 5550-0101 Rosa Elvir\n+502 5550-0102 Julio Mejía",
            [("Rosa Elvir", "+50255500101", None), ("Julio Mejía", "+50255500102", None)],
        ),
        (
            "Contacto: Ma. del Carmen Elvir, Comunicación Social, tel. 961 555 0101, Tuxtla "
            "Gutiérrez, Chiapas",
            [("Ma. del Carmen Elvir", "+529615550101", None)],
        ),
        (
            'Contact: Fr. José María "Chema" Luz, S.J., +503 7855-0101',
            [('José María "Chema" Luz', "+50378550101", None)],
        ),
        (
            "Envíe su queja a la Defensoría: quejas@farol.example, PBX 2437-0101, Guatemala.",
            [(None, "+50224370101", "quejas@farol.example")],
        ),
        (
            "Contactos\nComitán, Chiapas\n  Ana Paz Mora   963 555 0193",
            [("Ana Paz Mora", "+529635550193", None)],
        ),
        (
            "CONTACTOS\nDirección de Comunicación – Quito: (02) 255 0107\n"
            "Vocera: Ana Paz, Ibarra, Ecuador, 098 555 0165\ncomunicacion@farol.example",
            [(None, "+59322550107", "comunicacion@farol.example"), ("Ana Paz", "+593985550165", None)],
        ),
        (
            "Consultas: Ana Paz, tel. (503) 2555-0148; y Unidad de Migrantes, tel. (503) 2555-0149. "
            "Ambas en migrantes@farol.example",
            [
                ("Ana Paz", "+50325550148", "migrantes@farol.example"),
                (None, "+50325550149", "migrantes@farol.example"),
            ],
        ),
        (
            "FOTOS: Julio Mejía/Red Farol. PRENSA: Rosa Elvir/Red Farol, 8855-0101, Nicaragua",
            [("Rosa Elvir", "+50588550101", None)],
        ),
        (
            "Comunicación Social, Casa Farol de Guatemala\nTel. (502) 2255-0104, prensa@farol.example\n\n"
            "2a. Avenida 4-47, Zona 10, Guatemala   PBX: (502) 2255-0100",
            [(None, "+50222550104", "prensa@farol.example"), (None, "+50222550100", None)],
        ),
        (
            "Oficina de Prensa · Vicente Guerrero 114, Ana Paz Mora, Oaxaca de Juárez, Oax. · 951 555 0150",
            [(None, "+529515550150", None)],
        ),
        (
            "Oficina central: 2231-0104\nOficina del Norte: 2448-0105, abogada Ana Paz, paz@farol.example",
            [(None, "2231-0104", None), ("Ana Paz", "2448-0105", "paz@farol.example")],
        ),
        (
            "Oficina del Norte: 2448-0105; abogada Ana Paz, paz@farol.example",
            [(None, "2448-0105", None), ("Ana Paz", None, "paz@farol.example")],
        ),
        (
            "Contactos:\nTecún Umán (Guatemala): 7776-0191\n"
            "Tapachula (México): 962 555 0192\nred@farol.example",
            [(None, "+50277760191", None), (None, "+529625550192", None), (None, None, "red@farol.example")],
        ),
        (
            "Quienes deseen ayudar pueden llamar a la Casa San Faro, Guatemala, al 7760-0104, o a la oficina "
            "parroquial de Tela, al (502) 7776 0105. También se puede escribir a "
            "casasanfaro (arroba) faro.example.",
            [(None, "+50277600104", "casasanfaro@faro.example"), (None, "+50277760105", None)],
        ),
        (
            "Contacto: Ana Paz, 2231-0104, o la oficina de FAROL, 2231-0105, oficina@farol.example",
            [("Ana Paz", "2231-0104", None), (None, "2231-0105", "oficina@farol.example")],
        ),
        ("Contact: Piers Langdale, 2231-0104", [("Piers Langdale", "2231-0104", None)]),
    ],
)
def test_a_block_is_read_in_every_layout_in_spanish(block: str, expected: list[Told]) -> None:
    assert sorted(told(SPANISH + block), key=str) == sorted(expected, key=str)


def test_who_signs_a_quotation_is_not_reached_by_the_number_below() -> None:
    signed = "> Ojalá hubiera estado esto antes.\n>\n> *Ana Paz, madre de familia*\n\n* * *\n\n"
    block = "**Casa Farol de Guatemala**\nTel. (502) 2255-0104"
    assert told(f"# La red abre diez casas\n\n{SPANISH}{signed}{block}", "text/markdown") == [
        (None, "+50222550104", None)
    ]


def test_the_contact_below_a_list_of_signatories_is_a_person() -> None:
    signed = "Firman:\nCasa del Faro\nCentro de Derechos Humanos Luz\nRed Farol de Abogadas\n\n"
    block = "Contacto: Ana Paz (México), +52 922 555 0109; Carmen Luz Mora (El Salvador), +503 7555 0162"
    assert told(f"{SPANISH}{signed}{block}") == [
        ("Ana Paz", "+529225550109", None),
        ("Carmen Luz Mora", "+50375550162", None),
    ]
