"""Contact blocks whose lines, rows and items are one contact each, and what is no contact in them.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from tests.contact_texts import ENGLISH, SPANISH, Told, told


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Contact: Ruth Tillman, press officer, (503) 555-0265\nDonors ring 503-555-0266 (machine)",
            {("Ruth Tillman", "(503) 555-0265", None), (None, "503-555-0266", None)},
        ),
        (
            "Prensa: Noé Arce, +502 5555 0301, noe@faro.example\nFamilias llaman a +502 5555 0302",
            {("Noé Arce", "+50255550301", "noe@faro.example"), (None, "+50255550302", None)},
        ),
        (
            "Contacto: Noé Arce, +502 5555 0301\nCelular de turno +502 5555 0303",
            {("Noé Arce", "+50255550301", None), ("Noé Arce", "+50255550303", None)},
        ),
        (
            "Contactos: Alma Cruz · +506 8855-0131 · alma@faro.example / Red Sol, Liberia: +506 2775-0149",
            {("Alma Cruz", "+50688550131", "alma@faro.example"), (None, "+50627750149", None)},
        ),
        (
            "Para ACNUR: Luc Sosa\n   +52 916 555 0155 (mismo número), luc@faro.example",
            {("Luc Sosa", "+529165550155", "luc@faro.example")},
        ),
        (
            "Beacon Fund Communications\nSuite 19, Lake Road\nt. +1 312 555 0177\n"
            "m. +1 773 555 0126 (Bea Lund, evenings)\npress@beacon.example",
            {(None, "+13125550177", "press@beacon.example"), ("Bea Lund", "+17735550126", None)},
        ),
        (
            "Legal questions: Tel. 555-0134 (Attorney Paul Reyes). School: 555-0135 (Ms. Dana Cole).",
            {("Paul Reyes", "555-0134", None), ("Dana Cole", "555-0135", None)},
        ),
        (
            "Contact: Ruth Tillman, 503-555-0265. Families dial 1-800-NIDOSOL or "
            " 1-888-4-LAMPS-1 (1-888-555-0147).",
            {
                ("Ruth Tillman", "503-555-0265", None),
                (None, "1-800-NIDOSOL", None),
                (None, "1-888-555-0147", None),
            },
        ),
        (
            "Registrars on duty:\nMon-Thu   Keisha Bol      610-0555\nFri-Sun   Delroy Ash      611-0555",
            {("Keisha Bol", "610-0555", None), ("Delroy Ash", "611-0555", None)},
        ),
        (
            "Contacts\nSherri Lamb     office 281-555-0109     slamb@faro.example\n"
            "Leo Ash   cell   281-555-0114",
            {("Sherri Lamb", "281-555-0109", "slamb@faro.example"), ("Leo Ash", "281-555-0114", None)},
        ),
        (
            "Report abuse to the Texas Abuse Line at 1-800-555-0138.",
            {(None, "+18005550138", None)},
        ),
        (
            "Conmutador en Puebla: 222 555 0100\n"
            "Mtra. Bea Toxqui, Oficina de Prensa, ext. 2214, btoxqui@faro.example",
            {(None, "+522225550100", None), ("Bea Toxqui", "+522225550100;ext=2214", "btoxqui@faro.example")},
        ),
        (
            "Manden un mensaje a Nayeli, 951 555 0172, o llamen a cabina, 953 555 0126, de 7 de la\n"
            "mañana a 9 de la noche. Las cápsulas se reciben hasta el día 15 en radio (arroba) faro.example.",
            {
                ("Nayeli", "951 555 0172", None),
                (None, "953 555 0126", None),
                (None, None, "radio@faro.example"),
            },
        ),
        (
            "Las familias pueden informarse en el teléfono gratuito 900 555 018, de lunes a viernes.",
            {(None, "900 555 018", None)},
        ),
        (
            "Agradecemos su difusión.\n\nGerardo Umaña Paz\nSecretario general\n\n"
            "Secretaría de Prensa, Alajuela, del parque 200 m este\nTeléfono 2255-0170, prensa@faro.example",
            {(None, "+50622550170", "prensa@faro.example")},
        ),
        (
            "Gracias.\n\nGerardo Umaña Paz\nSecretario general\n"
            "Secretaría de Prensa, Alajuela\nTeléfono 2255-0170",
            {("Gerardo Umaña Paz", "+50622550170", None)},
        ),
        (
            "Puede enviar un correo a Gabriela Sol, Secretaria, a secretaria@faro.example. Para la oficina\n"
            "de prensa contacte a Darío Luz a prensa@faro.example o al +506 2555 1234.",
            {
                ("Gabriela Sol", None, "secretaria@faro.example"),
                ("Darío Luz", "+50625551234", "prensa@faro.example"),
            },
        ),
        (
            "Infancia Abierta España – Comunicación\nLorena Sol – 91 555 01 61 – lsol@faro.example",
            {("Lorena Sol", "+34915550161", "lsol@faro.example")},
        ),
        (
            "Media contacts:\n"
            "        Mercer Doyle                  Anahí Luz\n"
            "        Lantern House, Chicago        Lantern House, Houston\n"
            "        (312) 555-0136                (713) 555-0137\n"
            "        mdoyle@lanternhousechi.example aluz@lanternhouse.example\n",
            {
                ("Mercer Doyle", "+13125550136", "mdoyle@lanternhousechi.example"),
                ("Anahí Luz", "+17135550137", "aluz@lanternhouse.example"),
            },
        ),
        (
            "Enquiries\nThea Rolle, Inagua Sub-Office, (242) 555-0121\nfamily.care@faro.example",
            {("Thea Rolle", "(242) 555-0121", "family.care@faro.example")},
        ),
        (
            "Volunteers with a nursing license may sign up at (956) 555-0150, Laredo Lantern Corps.",
            {(None, "+19565550150", None)},
        ),
        (
            "Hotline: Call 311 within the city, or (212) 555-0139 from outside.",
            {(None, "311", None), (None, "(212) 555-0139", None)},
        ),
        (
            "Assistant U. S. Attorney Oscar Prado (619) 555-0185",
            {("Oscar Prado", "+16195550185", None)},
        ),
        (
            "Llevaba escrito en la camiseta el número 9555-0101 de su tía.",
            set(),
        ),
        (
            "Contacto: Secretario Ejecutivo, movilidad@faro.example",
            {(None, None, "movilidad@faro.example")},
        ),
        (
            "El Proyecto Hilo (2022–2025) lo paga la Fundación Sol.\n\nPrensa: Mirna Coy, mcoy@faro.example",
            {("Mirna Coy", None, "mcoy@faro.example")},
        ),
        (
            "Voceras y voceros\n  México     Ana Paz (Foro Sol)      +52 55 5555 0173\n"
            "  Guatemala   Leo Cux (Casa Río)    +502 5700 0118\n",
            {("Ana Paz", "+525555550173", None), ("Leo Cux", "+50257000118", None)},
        ),
        (
            "Informes: oficinas del DIF, o al +52 964 555 0102. Medios de comunicación: Lic. Raúl Toledo,\n"
            "mismo teléfono, y\nprensa@faro.example.",
            {(None, "+529645550102", None), ("Raúl Toledo", "+529645550102", "prensa@faro.example")},
        ),
    ],
)
def test_a_line_that_opens_with_words_of_its_own_is_another_contact(block: str, expected: set[Told]) -> None:
    assert set(told(ENGLISH + block)) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "**Contacto para medios**\n\n| Quién | Para qué | Cómo |\n|--|--|--|\n"
            "| Ana Paz | el informe | +52 33 3555 0172 |\n"
            "| Hna. Eva Ruiz | la casa | +52 33 3555 0108 (pregunte por ella) |\n"
            "| Secretaría de la Red | lo demás | red@faro.example |\n",
            {
                ("Ana Paz", "+523335550172", None),
                ("Eva Ruiz", "+523335550108", None),
                (None, None, "red@faro.example"),
            },
        ),
        (
            "### Who to call\n\n1. **Branch office**, telephone +502 7764-0120\n"
            "2. **Wendy Coc**, only WhatsApp, (502) 5512 0044\n"
            "3. **National Headquarters, Guatemala City**, desk@faro.example\n",
            {
                (None, "+50277640120", None),
                ("Wendy Coc", "+50255120044", None),
                (None, None, "desk@faro.example"),
            },
        ),
    ],
)
def test_each_row_and_item_is_one_contact(block: str, expected: set[Told]) -> None:
    assert set(told(f"# {ENGLISH}{block}", "text/markdown")) == expected


def test_the_line_of_a_press_desk_in_a_foot_is_kept() -> None:
    prose = SPANISH.partition("\n\n")[2]
    page = f"""<!doctype html><html lang="es"><head><title>Diez casas</title></head><body>
    <div id="menu"><span>Institución</span><span>Comunicación</span></div>
    <div id="nota"><h2>La red abre diez casas nuevas</h2><p>{prose}</p><p>{prose}</p>
    <p class="pie">Comunicación Social PDC<br>15 avenida 9-69<br>Teléfono: +502 2414-0187<br>
    Petén: +502 7761-0128</p></div>
    <div id="foot">Este texto es ficción, escrito para una prueba de kb.</div></body></html>"""

    assert set(told(page, "text/html")) == {(None, "+50224140187", None), (None, "+50277610128", None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ENGLISH + "Contact:\nAna Paz\nana@faro.example\n(212) 555-0109 office\n(917) 555-0166 cell",
            [
                ("Ana Paz", "(212) 555-0109", "ana@faro.example"),
                ("Ana Paz", "(917) 555-0166", "ana@faro.example"),
            ],
        ),
        (
            SPANISH + "Contacto:\nAna Paz\nana@faro.example\n2222-3333 oficina\n8888-7777, celular",
            [("Ana Paz", "2222-3333", "ana@faro.example"), ("Ana Paz", "8888-7777", "ana@faro.example")],
        ),
    ],
)
def test_a_label_behind_a_number_is_no_office(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (ENGLISH + "Contacts:\nPress Unit: +503 2255-0101\nField Office Tapachula: +52 962 555 0102", 2),
        (SPANISH + "Contacto:\nUnidad de Prensa: 2414-8787, ext. 20 y 21\nDelegación Oriente: 7765-1190", 3),
        (ENGLISH + "Contact: Press Unit, +503 2255-0101 / +503 2255-0102", 0),
    ],
)
def test_an_address_below_several_offices_is_a_contact_of_its_own(text: str, offices: int) -> None:
    address = "desk@faro.example"
    addresses = [email for _, _, email in told(f"{text}\n{address}")]

    assert addresses == ([None] * offices + [address] if offices else [address] * 2)
