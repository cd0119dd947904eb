"""The programme a document belongs to, and who finances it.

Every text here is fiction, written for a test of kb.
"""

from __future__ import annotations

from typing import Any

import pytest

from kb.extractors import programmes
from kb.records import Document, Organisation, Passage
from tests.endless import ends


def filled(text: str, *, kind: str = "press-release", **values: Any) -> Document:
    """The text as a document of one passage a paragraph, with its programme and funder."""
    passages = tuple(
        Passage(address=f"p{number}", text=part) for number, part in enumerate(text.split("\n\n"), 1)
    )
    return programmes.fill(Document(kind=kind, passages=passages, **values))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("IOM – through its Arenal Program – has organized a course.", "Arenal Program"),
        ("The course is part of IOM’s Arenal Route Programme, which began in May.", "Arenal Route Programme"),
        ("The course is part of the project “Never Alone”, which began in May.", "Never Alone"),
        ("It is a component of the project Return to the River.", "Return to the River"),
        ("They won a scholarship of the Seeds of Rain project.", "Seeds of Rain"),
        ("The house has a telephone service, called Open Line, for children.", "Open Line"),
        ("Abrió un servicio, denominado Paso Seguro, que atiende a los niños.", "Paso Seguro"),
        ("Lo llamaremos La Mesa de Todos. Empieza en junio.", "La Mesa de Todos"),
        ("The third edition of Bridges, a course for adolescents, starts today.", "Bridges"),
        ("La atención forma parte de la operación Río Claro, que empezó en mayo.", "Río Claro"),
        ("Se hizo en el marco del Programa Regional sobre Ríos.", "Programa Regional sobre Ríos"),
        ("La ventanilla forma parte del Programa Frontera con Abrazo (PFA).", "Programa Frontera con Abrazo"),
        ("Es parte del programa Raíces que Cantan.", "Raíces que Cantan"),
        ("La campaña «Ni una Menos Sola» llega a Limón.", "Ni una Menos Sola"),
        ("The programme, called Rucksack on Air, began in May.", "Rucksack on Air"),
        ("She teaches the workshop Where I Stood, led by a painter.", "Where I Stood"),
        ("La beca se llama Memoria del Puente y dura un año.", "Memoria del Puente"),
        ("The scholarship is called Second Bridge and lasts a year.", "Second Bridge"),
        ("Names were gathered by the Each Step Project. The Each Step Project goes on.", "Each Step Project"),
        ("The pilot scheme, named “Green Folder”, will last a year.", "Green Folder"),
        ("The Ministry launched the Welcome Back Campaign.", "Welcome Back Campaign"),
        ("The Regional River Programme (RRP) trains police.", "Regional River Programme"),
        ("Funciona en el marco de la Estrategia Puerto Claro.", "Estrategia Puerto Claro"),
        ("El plan piloto, llamado Carpeta Azul, durará un año.", "Carpeta Azul"),
        ("La idea fue de Balón Amigo, un programa de la casa.", "Balón Amigo"),
        ("Se reciben solicitudes para las Becas Otra Ribera.", "Becas Otra Ribera"),
        ("La campaña Volver es Derecho llega a cinco escuelas.", "Volver es Derecho"),
        ("Se emite en el marco del programa conjunto Ríos Seguros.", "Ríos Seguros"),
        ("The effort, called Lantern Project, begins in Advent. It is part of much.", "Lantern Project"),
        ("Es parte del proyecto Voces del Delta 2022-2025.", "Voces del Delta 2022-2025"),
        ("El Proyecto Ríos en Casa, del que forma parte la red, termina.", "Proyecto Ríos en Casa"),
        ("Llevó a cabo el taller “Primero el río” para 65 personas.", "Primero el río"),
    ],
)
def test_a_named_programme_is_found(text: str, name: str) -> None:
    document = filled(text)

    assert document.programme == name
    span = document.evidence["programme"].span
    assert span is not None
    assert document.passages[0].text[slice(*span)] == name


@pytest.mark.parametrize(
    "text",
    [
        "The programme is expected to grow. Our project ends.",
        "She works for the World Food Programme and the United Nations Development Programme.",
        "Ana Paz, Program Officer, said the IOM project was new.",
        "A Honduran project and the UNICEF programme went on.",
        "El programa se organiza en cinco módulos.",
        "Counsel Ana Paz of the Harbour Street Project spoke.",
        "The Missing Boats Project of the Marine Agency of Faro counted 71 in its project.",
    ],
)
def test_a_programme_without_a_name_of_its_own_is_none(text: str) -> None:
    assert filled(text).programme is None


def test_an_organisation_is_no_programme() -> None:
    name = "Bridges Initiative"

    document = filled(f"It works through its {name}.", organisations=(Organisation(name=name),))

    assert document.programme is None


def test_the_programme_that_the_text_belongs_to_wins() -> None:
    text = "The Harbour Campaign and the Lake Campaign ended.\n\nThe course is part of the Arenal Program."

    assert filled(text).programme == "Arenal Program"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "It is financed by the US State Department’s Bureau of Population, Refugees, and Migration, and "
            "implemented in Mexico, Guatemala and Panama.",
            "US State Department’s Bureau of Population, Refugees, and Migration",
        ),
        ("It is funded by the European Union and carried out by nuns.", "European Union"),
        (
            "It is funded by the Lantern Fund and the Government of Atlantis.",
            "Lantern Fund and the Government of Atlantis",
        ),
        ("made possible by a grant of 3.2 million pesos from the Lantern Fund.", "Lantern Fund"),
        (
            "with financial support from the Atlantis Agency for Cooperation (AAC).",
            "Atlantis Agency for Cooperation",
        ),
        ("The bill is paid by the Rain Fund for Languages.", "Rain Fund for Languages"),
        ("financiado por la Embajada de la Atlántida.", "Embajada de la Atlántida"),
        ("que cuenta con el apoyo financiero del Gobierno de la Atlántida.", "Gobierno de la Atlántida"),
        (
            "con financiamiento de la Agencia de Cooperación y Desarrollo (ACD).",
            "Agencia de Cooperación y Desarrollo",
        ),
        ("gracias a los fondos de la Unión de los Lagos", "Unión de los Lagos"),
        ("gracias a una donación de la Fundación Lirio.", "Fundación Lirio"),
        ("The Alder Fund gave 30,000 dollars for the house.", "Alder Fund"),
        ("The Baltic Union provides 75 per cent of the budget.", "Baltic Union"),
        ("The costs are covered by the City of Arenal.", "City of Arenal"),
        ("Funding for the van came from the Tide Foundation.", "Tide Foundation"),
        ("It is paid for by the hospital's own Friends’ Guild.", "Friends’ Guild"),
        ("La Fundación Aliso donó 30.000 dólares.", "Fundación Aliso"),
        ("La Unión Báltica aporta el 75 % del presupuesto.", "Unión Báltica"),
        ("Dura un año y cuenta con 90.000 euros del Fondo Báltico.", "Fondo Báltico"),
        ("Los gastos los paga la Diócesis de Arenal.", "Diócesis de Arenal"),
        ("El costo fue cubierto por el Banco del Puerto (BP).", "Banco del Puerto"),
        ("Lo financió el Fondo Aliso, por medio de dos pueblos.", "Fondo Aliso"),
        ("Un presupuesto de 260.000 dólares, aportado por la Fundación Aliso.", "Fundación Aliso"),
        ("A budget of 640,000 dollars contributed by Canada.", "Canada"),
        ("The study was supported by the Alder Endowment.", "Alder Endowment"),
        (
            "The report was written with the support of the Ministry for Foreign Affairs of Utopia.",
            "Ministry for Foreign Affairs of Utopia",
        ),
        ("It is paid for by the federal Office of Tides.", "Office of Tides"),
        ("The rest is a grant of the Faro Area Chest.", "Faro Area Chest"),
        ("The Alder Relief Partners pay for the first two years.", "Alder Relief Partners"),
        (
            "Fue posible gracias a la Cooperación Báltica en América Central (CBAC).",
            "Cooperación Báltica en América Central",
        ),
        ("Las becas se pagan con el legado de doña Luz Paz.", "legado de doña Luz Paz"),
        ("Con el apoyo económico de la fundación alemana Puente Azul, abre.", "Puente Azul"),
        ("It was equipped thanks to a donation of the company Transportes Farol.", "Transportes Farol"),
        ("La impresión costó 96 mil quetzales, que aportó la Cooperativa Marea.", "Cooperativa Marea"),
        ("Fuel will be paid by the Delta Welfare System, which has money.", "Delta Welfare System"),
        ("El proyecto cuenta con ₡38 millones del Fondo Farol.", "Fondo Farol"),
        (
            "The rooms belong to a project, supported by the Government of Ruritania.",
            "Government of Ruritania",
        ),
    ],
)
def test_who_finances_is_found_up_to_the_end_of_the_name(text: str, name: str) -> None:
    document = filled(text)

    assert document.funder == name
    assert document.evidence["funder"].passage == "p1"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "El curso tuvo un costo de 48 mil pesos, cubierto por la Fundación Quetzalín.",
            "Fundación Quetzalín",
        ),
        ("The budget of CHF 900 is covered by the Loterie du Lac.", "Loterie du Lac"),
        ("It was built thanks to the Bishops of Norlandia, who gave 20,000 euros.", "Bishops of Norlandia"),
        ("Es apoyado por el Consejo Brumoso de Ciencia, con 300 mil pesos.", "Consejo Brumoso de Ciencia"),
        ("La obra se financia con un aporte de UNICEF.", "UNICEF"),
        ("Se hizo gracias a un donativo de $12,000 de la Fundación Brumal.", "Fundación Brumal"),
        ("The Harrow Foundation announced grants totaling $2 million.", "Harrow Foundation"),
        ("The house receives support from the Kingdom of Norlandia.", "Kingdom of Norlandia"),
    ],
)
def test_who_pays_is_told_in_many_ways_of_prose(text: str, name: str) -> None:
    assert filled(text).funder == name


@pytest.mark.parametrize(
    "text",
    [
        "It is not funded by the State.",
        "La casa no recibe fondos públicos.",
        "With the support of the mayor of Limón, she sang.",
        "It was supported by volunteers.",
        "It is funded by private donations.",
        "The Alder Fund gave three talks.",
        "She gave 30 dollars.",
        "Ninguna institución financia el albergue.",
        "The van was donated by the Faro Association.",
        "The budget speech was long, and the workshop is covered by the Convention.",
        "The survey was supported by the Council of Villages, with five interpreters.",
        "Technical support was provided by the Marine Agency.",
    ],
)
def test_where_nobody_is_named_as_giving_money_there_is_no_funder(text: str) -> None:
    assert filled(text).funder is None


@pytest.mark.parametrize("kind", ["treaty", "general-comment", "digest"])
def test_a_text_of_law_and_a_digest_belong_to_no_programme(kind: str) -> None:
    document = filled("It is part of the Arenal Program, funded by the Lantern Fund.", kind=kind)

    assert (document.programme, document.funder) == (None, None)


def test_what_is_known_is_kept() -> None:
    document = filled(
        "Part of the Arenal Program, funded by the Lantern Fund.", programme="Lake", funder="Moon"
    )

    assert (document.programme, document.funder) == ("Lake", "Moon")


@pytest.mark.parametrize(
    "piece", ["1,", "A ", "A of the ", "Program ", "project A ", "funded by the A of ", "“a "]
)
def test_a_megabyte_of_names_comes_to_an_end(piece: str) -> None:
    with ends():
        filled(piece * (1_000_000 // len(piece)))
