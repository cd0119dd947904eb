"""Contact blocks in every layout that people use: columns, cards, tables, one line, numbers that are shared.

All people, offices and numbers are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.parsers import parse
from kb.records import Source

ENGLISH = """\
Lantern network opens ten new houses

The network received 300 children last week, and each of them was given a bed, a meal and the name of a lawyer
who speaks the language of the child.

"""
SPANISH = """\
La red Farol abre diez casas nuevas

La red recibió a 300 niños la semana pasada, y a cada uno se le dio una cama, una comida y el nombre de una
abogada que habla el idioma del niño.

"""
Told = list[tuple[str | None, str | None, str | None]]


def told(text: str) -> Told:
    content = f"{text}\n\nThis text is fiction, written for a test of kb.\n".encode()
    source = Source(location="a.txt", content=content, media_type="text/plain", sha256="")
    return [(each.name, each.phone, each.email) for each in extract(parse(source)).contacts]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
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
    ],
)
def test_a_block_is_read_in_every_layout_in_english(block: str, expected: Told) -> None:
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
            [(None, "+50422405566", "red@farol.example"), (None, "+5072625507", None)],
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
                ("Ana Mora", "+50370700148", None),
            ],
        ),
        (
            "PRENSA GUATEMALA: Ana Mora, cel. 5312-0188, prensa@faro.example\n"
            "ENLACE MÉXICO: Leo Luz, cel. 962 555 0144",
            [("Ana Mora", "+50253120188", "prensa@faro.example"), ("Leo Luz", "+529625550144", None)],
        ),
    ],
)
def test_a_block_is_read_in_every_layout_in_spanish(block: str, expected: Told) -> None:
    assert sorted(told(SPANISH + block), key=str) == sorted(expected, key=str)
