"""Who finances something, told in prose, and what courses, appeals and programmes are called.

All bodies, places and sums are fiction, written for tests of kb.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.parsers import parse
from kb.records import Document, Source

ENGLISH = """\
Lantern opens ten houses

The network received 300 children last week, and each of them was given a bed, a meal and the name of a lawyer
who speaks the language of the child.

"""
SPANISH = """\
Red Farol abre diez casas

La red recibió a 300 niños la semana pasada, y a cada uno se le dio una cama, una comida y el nombre de una
abogada que habla el idioma del niño.

"""
SMALL = (" el ", " la ", " los ", " las ", " que ", " del ")


def read(sentence: str) -> Document:
    spanish = any(word in f" {sentence.lower()} " for word in SMALL)
    content = f"{SPANISH if spanish else ENGLISH}{sentence}\n\nFiction for a test of kb.\n".encode()
    return extract(parse(Source(location="a.txt", content=content, media_type="text/plain", sha256="")))


@pytest.mark.parametrize(
    ("sentence", "funder"),
    [
        (
            "Los gastos de farmacia (14 mil pesos al mes) los cubre hasta hoy la Parroquia de San Judas.",
            "Parroquia de San Judas",
        ),
        (
            "The course is funded by the Honduras office of the Harbour Children's Fund (HCF).",
            "Honduras office of the Harbour Children's Fund",
        ),
        (
            "The clinic receives $48,000 a year from the State Bar's Access to Justice fund.",
            "State Bar's Access to Justice fund",
        ),
        (
            "El estudio fue financiado por la fundación alemana Licht und Wege.",
            "Licht und Wege",
        ),
        (
            "El alquiler lo paga desde enero la Cooperativa Faro.",
            "Cooperativa Faro",
        ),
        (
            "Las becas las costea cada año el Club Rotario de Ocotepeque.",
            "Club Rotario de Ocotepeque",
        ),
        (
            "La obra la financió en parte la Fundación Farol.",
            "Fundación Farol",
        ),
        (
            "Los sueldos los asume por ahora la Diócesis de Choluteca.",
            "Diócesis de Choluteca",
        ),
        (
            "The Lantern Foundation has awarded 14 grants, worth $1.9 million in total, to groups "
            "that place siblings.",
            "Lantern Foundation",
        ),
        (
            "The Harbour Trust awarded six grants worth 200,000 dollars to shelters.",
            "Harbour Trust",
        ),
        (
            "La Fundación Farol entregó nueve subvenciones, por un total de 300 mil dólares, a albergues.",
            "Fundación Farol",
        ),
        (
            "El Fondo Quetzal otorgó 12 becas por 40 mil quetzales.",
            "Fondo Quetzal",
        ),
        (
            "La ventanilla forma parte del proyecto Primera Luz, que apoya la Unión Europea con 2 "
            "millones de euros.",
            "Unión Europea",
        ),
        (
            "El programa, que respalda el Gobierno de Suecia con 300 mil dólares, durará dos años.",
            "Gobierno de Suecia",
        ),
        (
            "The project, which the Government of Norway supports with 2 million euros, will last two years.",
            "Government of Norway",
        ),
        (
            "The Lantern project is backed by the Harbour Trust with 40,000 dollars.",
            "Harbour Trust",
        ),
        (
            "The cost, USD 38,500 for the first year, is met by the Ministry of Foreign Affairs (MINEX).",
            "Ministry of Foreign Affairs",
        ),
        (
            "The cost, about 4,000 dollars a month, is borne by the Diocese of Belmopan.",
            "Diocese of Belmopan",
        ),
        (
            "El costo, 38 mil quetzales al mes, lo cubre la Municipalidad de Flores.",
            "Municipalidad de Flores",
        ),
        (
            "El costo, de unos 2,500 dólares, es cubierto por la Embajada de Japón.",
            "Embajada de Japón",
        ),
        (
            "The costs (NAf 17,250) are carried by the Fund Kompas.",
            "Fund Kompas",
        ),
        (
            "The bill is footed by the Rotary Club of San Ignacio.",
            "Rotary Club of San Ignacio",
        ),
        (
            "The expenses (BZ$4,000) are shouldered by the Lantern Trust.",
            "Lantern Trust",
        ),
        (
            "Los costos (C$17,250) son asumidos por el Fondo Farol.",
            "Fondo Farol",
        ),
        (
            "Costó ¢214 millones, de los cuales la Embajada de Japón aportó ¢90 millones.",
            "Embajada de Japón",
        ),
        (
            "Costó Q2 millones, de los que la Fundación Farol donó Q900,000.",
            "Fundación Farol",
        ),
        (
            "It cost BZ$2 million, of which the Embassy of Japan gave BZ$900,000.",
            "Embassy of Japan",
        ),
        (
            "Costó L 4 millones; la Cooperación Suiza aportó L 1.5 millones.",
            "Cooperación Suiza",
        ),
        (
            "La mesa se financia con Q85,000.00 de la Fundación Lindberg, de Suecia.",
            "Fundación Lindberg",
        ),
        (
            "El albergue se sostiene con 40 mil lempiras de la Pastoral Social de Yoro.",
            "Pastoral Social de Yoro",
        ),
        (
            "La brigada se paga con $4,000 del Fondo Faro.",
            "Fondo Faro",
        ),
        (
            "The desk is financed with $85,000 from the Lindberg Foundation.",
            "Lindberg Foundation",
        ),
        (
            "The course lasts ten weeks and is free of charge thanks to the Sandpiper Family Fund.",
            "Sandpiper Family Fund",
        ),
        (
            "El curso es gratuito gracias a la Fundación Farol.",
            "Fundación Farol",
        ),
        (
            "La consulta no tiene costo gracias al Club de Leones de Danlí.",
            "Club de Leones de Danlí",
        ),
        (
            "Admission is free thanks to the Belize Lions.",
            "Belize Lions",
        ),
        (
            "20 becas completas que paga la Fundación Brotes.",
            "Fundación Brotes",
        ),
        (
            "The shelter lives on gifts and on money from the Two Shores Fund.",
            "Two Shores Fund",
        ),
        (
            "La mesa se financia con Q85,000.00 al año.",
            None,
        ),
        (
            "El costo, que fue alto, lo lamentó la Cancillería.",
            None,
        ),
        (
            "The cost of the delay is met by children.",
            None,
        ),
        (
            "The Lantern Foundation has asked for 14 grants.",
            None,
        ),
        (
            "Gracias a la Fundación Farol, los niños volvieron.",
            None,
        ),
        (
            "The network met the Ministry of Health.",
            None,
        ),
        (
            "La Municipalidad cubre hoy una zona mayor.",
            None,
        ),
        (
            "El equipo que apoya la Cruz Roja salió ayer.",
            None,
        ),
        (
            "El jurado premió los cuentos; los leyó ayer la Ministra Ana Paz.",
            None,
        ),
    ],
)
def test_who_pays_is_told_in_prose(sentence: str, funder: str | None) -> None:
    assert read(sentence).funder == funder


@pytest.mark.parametrize(
    ("sentence", "programme"),
    [
        (
            "Money comes from the Federation (IFRC), through its Humane Mobility appeal.",
            "Humane Mobility",
        ),
        (
            "The network pays for it through the Open Doors drive.",
            "Open Doors",
        ),
        (
            "The beds were bought under the Warm Nights scheme.",
            "Warm Nights",
        ),
        (
            "The college opened on Monday its first short course on Receiving the Child Who Arrives Alone.",
            "Receiving the Child Who Arrives Alone",
        ),
        (
            "The bishops opened a workshop on Listening to Children Who Cross Borders, which lasts two days.",
            "Listening to Children Who Cross Borders",
        ),
        (
            "La universidad abre inscripciones al diplomado Niñez que camina, de 120 horas, "
            "dirigido a jueces.",
            "Niñez que camina",
        ),
        (
            "La red presentó el programa Sembrar la palabra, que durará dos años.",
            "Sembrar la palabra",
        ),
        (
            "El DIF lanzó el proyecto Puertas sin llave, con 40 familias.",
            "Puertas sin llave",
        ),
        (
            "La alcaldía inició el taller Abrazos que esperan (20 horas).",
            "Abrazos que esperan",
        ),
        (
            "The course on human rights lasts a week.",
            None,
        ),
        (
            "They gave a course on Human Rights.",
            None,
        ),
        (
            "The taller dio a Honduras, de nuevo, esperanza.",
            None,
        ),
        (
            "Dijo que el programa Honduras, de nuevo, no llegó.",
            None,
        ),
        (
            "El curso México, con 40 niños, terminó.",
            None,
        ),
        (
            "She made an appeal to the Ministry of Health appeal court.",
            None,
        ),
    ],
)
def test_what_a_course_an_appeal_or_a_programme_is_called(sentence: str, programme: str | None) -> None:
    assert read(sentence).programme == programme


@pytest.mark.parametrize(
    ("sentence", "funder"),
    [
        ("The clinic, which the Harrow Trust funds through 2027, opens on Monday.", "Harrow Trust"),
        (
            "Rent and salaries are being paid for two years by the Saint Brendan Endowment.",
            "Saint Brendan Endowment",
        ),
        ("The Lowell Foundation sponsors the playrooms.", "Lowell Foundation"),
        ("Funding comes from the Dutch Postcode Fund and the city of Rotterdam.", "Dutch Postcode Fund"),
        ("The pilot receives €1.4 million from the European Union.", "European Union"),
        (
            "The training was made possible by a grant from the Ministry of Foreign Affairs of Finland.",
            "Ministry of Foreign Affairs of Finland",
        ),
        ("USAID provided $3 million for the shelters.", "USAID"),
        (
            "With US$2.5 million from the Bureau of Population, Refugees, and Migration, the agency"
            " will train 400 officers.",
            "Bureau of Population, Refugees, and Migration",
        ),
        ("Books, benches and meals were donated by the Rotary Club of Mérida.", None),
        ("The mothers' kitchen lives on what the parish of San Judas collects.", None),
        ("The fund was created by the Ministry of Labour.", None),
        ("The Embassy of Japan has promised 90,000 dollars for the kitchen.", "Embassy of Japan"),
        (
            "The project is co-funded by the Swiss Agency for Development and Cooperation (SDC).",
            "Swiss Agency for Development and Cooperation",
        ),
        (
            "Its costs are shared by the Ministry of Education and the Lantern Fund.",
            "Ministry of Education and the Lantern Fund",
        ),
        ("La clínica, que sostiene la Fundación Arroyo, atiende a cien niñas al mes.", "Fundación Arroyo"),
        (
            "Los sueldos de las maestras los paga la Secretaría de Educación Pública.",
            "Secretaría de Educación Pública",
        ),
        ("El Fondo Canadiense financia los talleres.", "Fondo Canadiense"),
        (
            "El dinero viene de la Agencia Española de Cooperación Internacional para el Desarrollo (AECID).",
            "Agencia Española de Cooperación Internacional para el Desarrollo",
        ),
        (
            "La obra costó 3 millones de pesos, que puso el Ayuntamiento de Tenosique.",
            "Ayuntamiento de Tenosique",
        ),
        ("Gracias a una donación de la Embajada de Corea se compraron 40 camas.", "Embajada de Corea"),
        ("La matrícula la cubre por completo la Universidad del Valle.", "Universidad del Valle"),
        ("El albergue opera con recursos del Fondo Nacional para la Niñez.", "Fondo Nacional para la Niñez"),
        (
            "Financian el proyecto la Unión Europea y el Gobierno de Andalucía.",
            "Unión Europea y el Gobierno de Andalucía",
        ),
        (
            "El costo del equipo, 40 mil dólares, corrió por cuenta de la Fundación Merino.",
            "Fundación Merino",
        ),
        ("La red sobrevive con donativos de particulares.", None),
        ("The bus, worth $85,000, is a gift of the Knights of Saint Martin.", "Knights of Saint Martin"),
        ("Meals are served by the Sisters of Mercy and paid by the diocese.", None),
        (
            "The Kellerman Family Foundation is paying the salaries of the two lawyers.",
            "Kellerman Family Foundation",
        ),
        (
            "Supported by UK aid from the Government of the United Kingdom, the project runs to 2026.",
            "Government of the United Kingdom",
        ),
        ("This project has been funded with support from the European Commission.", "European Commission"),
        (
            "The study was carried out with the financial assistance of the Government of Sweden.",
            "Government of Sweden",
        ),
        (
            "El proyecto cuenta con el financiamiento de la Oficina de Población, Refugiados y Migr"
            "ación del Departamento de Estado de los Estados Unidos.",
            "Oficina de Población, Refugiados y Migración del Departamento de Estado de los Estados Unidos",
        ),
        (
            "El programa es posible gracias al apoyo generoso del pueblo de los Estados Unidos.",
            "pueblo de los Estados Unidos",
        ),
        ("Canada will contribute 5 million dollars to the plan, its embassy said.", "Canada"),
    ],
)
def test_who_pays_is_told_in_many_turns(sentence: str, funder: str | None) -> None:
    assert read(sentence).funder == funder


@pytest.mark.parametrize(
    ("sentence", "programme"),
    [
        ("The course, Each Word Heard, was put together by two universities.", "Each Word Heard"),
        ("Its kinship care programme, Patio Abierto, has placed 40 children.", "Patio Abierto"),
        ("The coordinator of the programme, Ana Paz, said the children slept well.", None),
        ("The director of the training course, Ana Paz Mora, thanked the teachers.", None),
        ("The network's project, Ana Paz said, will end in June.", None),
        ("Su programa de acogida, Casa de Vuelta, ha recibido a 40 niños.", "Casa de Vuelta"),
        ("La coordinadora del programa, Ana Paz, dijo que los niños durmieron bien.", None),
        ("Mano Firme, el programa de mentores de la Casa Farol, cumple diez años.", "Mano Firme"),
        ("Open Hands, the training programme of the consulate, is ten years old.", "Open Hands"),
        ("Volver a Casa, programa de reintegración del gobierno, llega a seis municipios.", "Volver a Casa"),
        ("“Bridges Home” is implemented by Haven in six towns. The project trains mothers.", "Bridges Home"),
        ("El diplomado, titulado Infancias en Camino, dura cuatro meses.", "Infancias en Camino"),
        ("The scheme, known as Night Buses, has four drivers.", "Night Buses"),
        ("The six-week course, titled “Ears First”, begins in May.", "Ears First"),
        ("Con el nombre de Ruta Clara arranca el programa de acompañamiento de la diócesis.", "Ruta Clara"),
        ("Under the name Clear Road, the programme will reach ten schools.", "Clear Road"),
        ("The pilot, Second Key, is a project that pairs lawyers with children.", "Second Key"),
        (
            "This is the third year of Kites Over the River, a summer programme for children in shelters.",
            "Kites Over the River",
        ),
        ("Ana Paz, a project officer, welcomed the children.", None),
        ("Leo Luz, the programme director, welcomed the children.", None),
        ("Rosa Elvir, programa de niñez de la red, dio la bienvenida.", None),
        ("The Lantern Foundation, the project leader, welcomed them.", None),
        ("La Red Farol, un proyecto de la diócesis, cumple diez años.", None),
        ("El proyecto Faro de Ida y Vuelta llegó a seis escuelas.", "Faro de Ida y Vuelta"),
        ("El programa Una Maleta, Un Nombre entrega mochilas.", "Una Maleta, Un Nombre"),
        ("The programme was launched in San Pedro Sula.", None),
        ("El programa de Guatemala y el de Honduras comparten oficina.", None),
        ("The Ministry presented its plan, A Door in Every Town, on Monday.", "A Door in Every Town"),
        ("El gobierno presentó su plan, Una Puerta en Cada Pueblo, el lunes.", "Una Puerta en Cada Pueblo"),
        ("The children’s choir “Small Voices” sang at the opening.", None),
        ("La muestra forma parte de la campaña #NiñezSinRejas.", "#NiñezSinRejas"),
        ("The workshops, part of the Safe Harbours Programme, end today.", "Safe Harbours Programme"),
        ("Los talleres son parte del programa binacional Dos Orillas.", "Dos Orillas"),
        ("The Ministry opened a register, the National Register of Guardians, on Monday.", None),
        ("Through Project Firefly, 300 children got a lamp.", "Project Firefly"),
        ("El Programa de Acompañamiento Familiar cumple un año.", "Programa de Acompañamiento Familiar"),
        ("The Youth Navigators program is in its second year.", "Youth Navigators"),
    ],
)
def test_a_programme_is_told_by_what_stands_beside_its_name(sentence: str, programme: str | None) -> None:
    assert read(sentence).programme == programme


@pytest.mark.parametrize(
    ("sentence", "funder"),
    [
        ("The Harbour Coalition is funded by its members and by the Whitlow Trust.", "Whitlow Trust"),
        ("The desk is financed by private donors, parish collections and the Alder Fund.", "Alder Fund"),
        ("La red se financia con las cuotas de sus socios y con recursos del Fondo Pinar.", "Fondo Pinar"),
        ("La casa es financiada por sus propios vecinos y por la Fundación Brezo.", "Fundación Brezo"),
        (
            "La escuela está financiada por donantes particulares y la Diócesis de Arenal.",
            "Diócesis de Arenal",
        ),
        ("The clinic is paid for by fees and by the Rotary Club of Faro.", "Rotary Club of Faro"),
        (
            "Rosa Paz, directora de la Fundación Lirio, entidad que financia el curso, agradeció.",
            "Fundación Lirio",
        ),
        ("La Fundación Lirio, organismo que costea las becas, pidió calma.", "Fundación Lirio"),
        ("The Alder Fund, the body that pays for the course, was there.", "Alder Fund"),
        ("Tom Reed of the Alder Fund, which finances the course, said it will go on.", "Alder Fund"),
        (
            "Tom Reed of the Alder Fund, the charity that finances the course, said it will go on.",
            "Alder Fund",
        ),
        (
            "El Banco del Puerto, institución financiadora del proyecto, envió a dos personas.",
            "Banco del Puerto",
        ),
        ("The Alder Fund, the main donor of the shelter, will stay until 2026.", "Alder Fund"),
        ("La Fundación Lirio, principal donante del albergue, seguirá hasta 2026.", "Fundación Lirio"),
        ("Its main donor is the Alder Fund.", "Alder Fund"),
        ("El principal financiador es el Gobierno de Suecia.", "Gobierno de Suecia"),
        ("The shelter’s largest funder, the Alder Fund, will stay.", "Alder Fund"),
        ("El equipamiento fue donado por Fundación Ceiba Roja.", "Fundación Ceiba Roja"),
        ("La construcción fue posible por un donativo de la Fundación Ceiba Roja.", "Fundación Ceiba Roja"),
        ("The vehicle was bought with a donation from the Lowell Foundation.", "Lowell Foundation"),
        (
            "La campaña, que con el apoyo de la obra católica alemana Brot im Haus ha equipado doce "
            "comedores, cumple dos años.",
            "Brot im Haus",
        ),
        ("Con el apoyo de la agencia sueca Barnhjälp se abrieron dos salas.", "Barnhjälp"),
        ("With the support of the Dutch foundation Kinderhuis, the house opened two rooms.", "Kinderhuis"),
        ("The work is supported by the German Catholic aid agency Misereor.", "Misereor"),
        ("El proyecto cuenta con el respaldo de la cooperación suiza COSUDE.", "COSUDE"),
        ("Con apoyo de la fundación española Manos Llenas, el centro abrió.", "Manos Llenas"),
        (
            "The investment ascended to $38 million, contributed by Banco del Puerto and by the "
            "cooperative Coopelago R.L.",
            "Banco del Puerto and by the cooperative Coopelago R.L.",
        ),
        (
            "La inversión fue de 40 mil dólares, aportados por el Banco del Puerto y la Cooperativa Lago.",
            "Banco del Puerto y la Cooperativa Lago",
        ),
        ("La inversión, de 3 millones de pesos, fue aportada por la Fundación Lirio.", "Fundación Lirio"),
        ("La inversión asciende a 40 mil dólares y proviene del Fondo Pinar.", "Fondo Pinar"),
        ("It cost 40,000 dollars, half of them from the Lowell Foundation.", "Lowell Foundation"),
        ("The project has a budget of 2 million euros, provided by the European Union.", "European Union"),
        (
            "El proyecto tiene un presupuesto de 2 millones de euros otorgados por la Unión Europea.",
            "Unión Europea",
        ),
        ("The Alder Fund has been paying for the lawyers since 2019.", "Alder Fund"),
        ("The lawyers are paid out of a grant that the Alder Fund made in May.", "Alder Fund"),
        ("El trabajo contó con recursos del Fondo Pinar de Ciencia.", "Fondo Pinar de Ciencia"),
        (
            "La investigación contó con financiamiento del Consejo Estatal de Ciencia.",
            "Consejo Estatal de Ciencia",
        ),
        ("El estudio recibió fondos de la Fundación Lirio.", "Fundación Lirio"),
        ("La beca, otorgada por la Fundación Lirio, cubre dos años.", "Fundación Lirio"),
        (
            "Las actividades se realizan con fondos de la Agencia Sueca de Cooperación.",
            "Agencia Sueca de Cooperación",
        ),
        ("La ventanilla funciona con un subsidio de la Secretaría de Bienestar.", "Secretaría de Bienestar"),
        ("The hotline runs on a three-year grant from the Lowell Foundation.", "Lowell Foundation"),
        ("The hotline is run with money that the Lowell Foundation gives each year.", "Lowell Foundation"),
        ("Gracias al financiamiento de la Embajada de Canadá se formó a 40 jueces.", "Embajada de Canadá"),
        ("El Gobierno del Japón cubre los costos de la obra.", "Gobierno del Japón"),
        (
            "Los honorarios de las abogadas son cubiertos por un fideicomiso del Banco del Puerto.",
            "Banco del Puerto",
        ),
        ("The interpreters' fees are covered by the Oregon Access Fund.", "Oregon Access Fund"),
        ("Interpreters are paid by the Oregon Access Fund.", "Oregon Access Fund"),
        ("Tuition is free; the Oregon Access Fund covers it.", "Oregon Access Fund"),
        (
            "Las familias de acogida reciben una beca mensual que entrega la Fundación Lirio.",
            "Fundación Lirio",
        ),
        ("Funding: Lowell Foundation.", "Lowell Foundation"),
        ("Financiamiento: Fundación Lirio", "Fundación Lirio"),
        ("Patrocina: Fundación Lirio", "Fundación Lirio"),
        ("Con el patrocinio de la Fundación Lirio, el coro viajó.", "Fundación Lirio"),
        (
            "Under a cooperative agreement with the U.S. Department of Justice, which pays the attorneys, "
            "the office opened.",
            "U.S. Department of Justice",
        ),
        (
            "El proyecto es ejecutado por la Red Faro y financiado por el Gobierno de Suecia.",
            "Gobierno de Suecia",
        ),
        ("Costs are split between the county and the Lowell Foundation.", "Lowell Foundation"),
        ("Half the cost will be reimbursed by FEMA.", "FEMA"),
        ("The tents are paid with a FEMA grant.", "FEMA"),
        ("A grant from FEMA pays the tents.", "FEMA"),
        ("Thanks to a Lowell Foundation grant, the clinic will hire two lawyers.", "Lowell Foundation"),
        ("The kits, a donation of UNICEF México, were handed out.", "UNICEF México"),
        ("La Unión Europea destinó 2 millones de euros al programa.", "Unión Europea"),
        ("El Consejo Noruego puso los recursos.", "Consejo Noruego"),
        ("The seed money came from the Lowell Foundation.", "Lowell Foundation"),
        ("The Lowell Foundation will underwrite the first year.", "Lowell Foundation"),
        ("La Fundación Lirio absorbe el costo de los boletos.", "Fundación Lirio"),
        ("Los boletos los dona la Fundación Lirio.", "Fundación Lirio"),
        (
            "Ana Paz, vocera del Fondo Pinar, que aporta el dinero, dijo que las casas abrirán en mayo.",
            "Fondo Pinar",
        ),
        (
            "The van, bought with a gift from the Sisters of Saint Agnes, makes two rounds.",
            "Sisters of Saint Agnes",
        ),
        ("El aporte de la Embajada de Italia, de 90 mil euros, alcanza para dos años.", "Embajada de Italia"),
        ("Each phone call is paid by the Consulate of Honduras.", "Consulate of Honduras"),
        (
            "El bus lo prestó la alcaldía y la gasolina la puso la Cooperativa El Puente.",
            "Cooperativa El Puente",
        ),
        ("This publication was produced with the financial support of the European Union.", "European Union"),
        (
            "Este proyecto está cofinanciado por la Agencia Andaluza de Cooperación.",
            "Agencia Andaluza de Cooperación",
        ),
        ("With funding from the Bureau of Tides, the agency trained 40 officers.", "Bureau of Tides"),
        ("La línea telefónica opera gracias a la Fundación Telar.", "Fundación Telar"),
        (
            "El proyecto, con una inversión de 2 millones de euros de la Unión Europea, durará tres años.",
            "Unión Europea",
        ),
        ("A $250,000 award from the Marsh Foundation will pay for two interpreters.", "Marsh Foundation"),
        ("Marsh Foundation awards $250,000 for interpreters", "Marsh Foundation"),
        ("El Fondo Pinar seguirá pagando los salarios de las promotoras.", "Fondo Pinar"),
        ("The Government of Canada is the sole funder of the line.", "Government of Canada"),
        ("Las becas provienen del Fondo Pinar.", "Fondo Pinar"),
        ("La Caja Rural San Blas financió los lentes de 40 niños.", "Caja Rural San Blas"),
        ("The trial is being funded by Global Affairs Canada until March.", "Global Affairs Canada"),
        ("A los traductores les paga el Fondo Pinar.", "Fondo Pinar"),
        ("El taller se hizo con el auspicio de UNICEF.", "UNICEF"),
        ("The Marsh Foundation has put up the money.", "Marsh Foundation"),
        ("La renta de la casa la cubre mes con mes la Diócesis de Arenal.", "Diócesis de Arenal"),
        ("The printing of the guide was underwritten by the law firm Hale Ortiz.", "Hale Ortiz"),
        ("La impresión de la guía fue costeada por la imprenta Luz Nueva.", "Luz Nueva"),
        ("Their salaries come out of the budget of the Ministry of Labour.", "Ministry of Labour"),
        (
            "La Fundación Telar y la Embajada de Italia financian la casa.",
            "Fundación Telar y la Embajada de Italia",
        ),
    ],
)
def test_who_pays_is_told_whatever_the_order_of_the_words(sentence: str, funder: str) -> None:
    assert read(sentence).funder == funder


@pytest.mark.parametrize(
    "sentence",
    [
        "The report was presented by the Lowell Foundation.",
        "Donations can be sent to the Lowell Foundation.",
        "The house was built by the Lowell Foundation.",
        "The children were received by the Harbour Shelter and fed by the Sisters of Mercy.",
        "With the support of the Ministry of Health the children were vaccinated.",
        "Con el apoyo de la Policía Nacional los niños fueron trasladados.",
        "Con el apoyo del Consulado de Honduras se identificó a los niños.",
        "El pasaje lo pagaron las familias de Honduras.",
        "They paid 4,000 dollars to smugglers from Guatemala.",
        "Families send money from Los Angeles to Honduras.",
        "A family from Honduras gave 400 dollars to a guide.",
        "The smuggler received 5,000 dollars from the family of Ana Paz.",
        "La Fundación Lirio donó su tiempo y su casa.",
        "El Gobierno de México pagó un alto precio.",
        "The network asks donors to help the Ministry of Health.",
        "La ropa fue donada por vecinos de San Judas.",
        "The Ministry of Health covers the northern region.",
        "The Lowell Foundation asks the State to fund the shelters.",
        "Según la Fundación Lirio, el Estado debe financiar los albergues.",
        "The county is responsible for the costs, the Court of Appeals ruled.",
        "Los costos fueron calculados por el Banco del Puerto.",
        "El Fondo Pinar pide que se financie el albergue.",
        "The shelter receives no funds from the Government of Mexico.",
        "Ni un peso proviene del Gobierno de México.",
        "The European Union should fund the shelters, the network said.",
        "The budget was approved by the National Congress.",
        "El presupuesto fue aprobado por el Congreso Nacional.",
        "Fondos de la Embajada de Japón fueron robados.",
        "He was paid by the Lantern Cartel.",
        "The money was stolen by members of the Lantern Cartel.",
        "La donación de sangre se hizo en la Cruz Roja.",
        "The kits were handed out by the Red Cross.",
        "The Ministry of Health donated 400 vaccines.",
        "La Secretaría de Hacienda autorizó 3 millones de pesos para la obra.",
        "The house lives from donations of parishioners.",
        "The President of Mexico announced 400 million pesos for the border.",
        "Smugglers from Guatemala were paid 3,000 dollars.",
        "The report was backed by Doctors of the Road.",
        "The Ministry of Health provided 400 blankets.",
        "La Cruz Roja entregó 300 raciones y 40 mantas.",
        "The Supreme Court awarded 40,000 dollars to the family.",
        "La Fiscalía decomisó 40 mil dólares a la banda.",
        "Con apoyo de la Cruz Roja se atendió a 40 niños.",
        "The money transfers were made through Banco Sol.",
        "Los padres pagaron a la red de Tapachula 6 mil dólares por cada niño.",
        "The National Assembly approved a budget of 3 million dollars for the Ministry of Health.",
        "The families receive food from the Casa del Migrante.",
        "The coffee was paid by the Ministry.",
        "Migrants send 400 dollars a month to Honduras.",
        "El costo del viaje fue asumido por los padres, informó la Procuraduría General.",
        "El Gobierno de Honduras pidió 4 millones de dólares.",
        "They thanked the Embassy of Japan for its support.",
        "The agreement gives the Ministry of Labour six months.",
        "The International Organization for Migration provides return tickets to families.",
        "UNHCR needs 12 million dollars, and has received 38 per cent of the funds.",
    ],
)
def test_who_sends_helps_rules_or_asks_pays_for_nothing(sentence: str) -> None:
    assert read(sentence).funder is None


@pytest.mark.parametrize(
    ("sentence", "programme"),
    [
        (
            "La colecta se destinará a la campaña Puerta Abierta, que ha equipado doce comedores.",
            "Puerta Abierta",
        ),
        (
            "The Consulate made a new journey of its program Rolling Consulate, this time in a school.",
            "Rolling Consulate",
        ),
        (
            "In the schools that took part in Night Herons, a program in which students meet "
            "teenagers, nightmares became rarer.",
            "Night Herons",
        ),
        (
            "Finding Family Links, the programme to which the desks belong, exists in many countries.",
            "Finding Family Links",
        ),
        (
            "El trabajo forma parte del Seminario Permanente Cuidar de Lejos y contó con recursos públicos.",
            "Seminario Permanente Cuidar de Lejos",
        ),
        (
            "The study is part of the Permanent Seminar on Care at a Distance, which began in May.",
            "Permanent Seminar on Care at a Distance",
        ),
        (
            "Casa Farol opened today The Rolling Classroom, a school on wheels that will go through "
            "the farms.",
            "Rolling Classroom",
        ),
        ("La red estrenó Aula Viajera, una escuela sobre ruedas que recorrerá las fincas.", "Aula Viajera"),
        ("The 120-hour course, Between Two Rivers, is taught on Saturdays.", "Between Two Rivers"),
        ("El curso, de 40 horas, se llama Escuchar Primero y empieza en mayo.", "Escuchar Primero"),
        (
            "Los niños llegaron con Brigada Arcoíris, una unidad móvil que visita los albergues.",
            "Brigada Arcoíris",
        ),
        ("The mobile unit Health on the Road visited six shelters.", "Health on the Road"),
        ("La unidad móvil Salud en Camino visitó seis albergues.", "Salud en Camino"),
        ("La brigada Manos Abiertas atendió a 40 niños.", "Manos Abiertas"),
        ("The seminar Walking Together brought 40 judges to the city.", "Walking Together"),
        ("El seminario Caminar Juntos reunió a 40 juezas.", "Caminar Juntos"),
        ("Se trata del programa de mentores Búhos de Noche, de la universidad.", "Búhos de Noche"),
        ("It is the work of Night Herons, the university's mentoring programme.", "Night Herons"),
        ("The mentoring programme Night Herons has 130 mentors.", "Night Herons"),
        ("Through the “Safe Steps” initiative, 40 families were found.", "Safe Steps"),
        ("A través de la iniciativa “Pasos Firmes”, 40 familias fueron halladas.", "Pasos Firmes"),
        ("Pasos Firmes es un programa de la diócesis que acompaña a 40 familias.", "Pasos Firmes"),
        ("Safe Steps is a programme of the diocese that walks with 40 families.", "Safe Steps"),
        ("The children take part in the Sunday Kitchen project of the parish.", "Sunday Kitchen"),
        ("La jornada Documenta tu Nombre llegó a Upala.", "Documenta tu Nombre"),
        ("El plan Escuela Segura empieza en marzo.", "Escuela Segura"),
        ("La estrategia nacional Ningún Niño Solo empezó en 2020.", "Ningún Niño Solo"),
        ("The hotline is part of the project Ringing Home.", "Ringing Home"),
        ("The house runs a scheme known as Open Chair, for host families.", "Open Chair"),
        ("El DIF presentó “Una Mesa Más”, estrategia para encontrar familias de acogida.", "Una Mesa Más"),
        ("The DIF presented “One More Table”, a strategy to find host families.", "One More Table"),
    ],
)
def test_a_programme_has_its_name_before_its_noun_or_behind_it(sentence: str, programme: str) -> None:
    assert read(sentence).programme == programme


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Paz, the programme coordinator, said the children slept well.",
        "Casa Farol opened today Casa Luz, a shelter for girls.",
        "La brigada de salud de Tapachula atendió a 40 niños.",
        "Honduras, a country in which many children work, has signed.",
        "San José, a city to which many families go, has ten shelters.",
        "The mobile unit of the Ministry of Health visited six shelters.",
        "El seminario fue en la Universidad del Valle.",
        "The course at Harbour College, a school that trains nurses, lasts a week.",
        "It is part of the Regional Conference on Migration, which met in May.",
        "Forma parte del Consejo Nacional de Ciudades, que se reunió en mayo.",
        "Red Farol es una red de albergues que acompaña a 40 familias.",
        "The children took part in the Sunday mass of the parish.",
        "El presidente presentó el Informe Anual, un documento de 40 páginas.",
    ],
)
def test_a_post_a_place_a_house_or_a_meeting_is_no_programme(sentence: str) -> None:
    assert read(sentence).programme is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The Consulate made a new journey of its program Rolling Consulate, this time in a school.",
        "La colecta se destinará a la campaña Casa Abierta, que ha equipado doce comedores.",
    ],
)
def test_a_programme_that_sounds_like_a_body_is_no_organisation(sentence: str) -> None:
    document = read(sentence)

    assert document.programme
    assert document.programme not in [each.name for each in document.organisations]


@pytest.mark.parametrize(
    ("sentence", "funder"),
    [
        (
            "La ruta la financia Cooperación Boreal (CB) hasta diciembre.",
            "Cooperación Boreal",
        ),
        (
            "Las becas las paga la Fundación Arrayán, A.C.",
            "Fundación Arrayán, A.C.",
        ),
        (
            "De 3 millones de pesos, el estado aportó 1 millón y el resto la Fundación Tule.",
            "Fundación Tule",
        ),
        (
            "El plan ha recibido hasta hoy el 40 por ciento, sobre todo de la Unión Europea.",
            "Unión Europea",
        ),
        (
            "El proyecto cuenta con el apoyo de la Comisión Europea.",
            "Comisión Europea",
        ),
        (
            "El comedor se inauguró con apoyo de la Asociación de Padres.",
            None,
        ),
        (
            "La ambulancia costó 1.4 millones, donados por la Embajada de Japón.",
            "Embajada de Japón",
        ),
        (
            "Agradece a la Agencia Sueca, cuyo aporte financiero hizo posible la visita.",
            "Agencia Sueca",
        ),
        (
            "El servicio, apoyado por el Comité Internacional de la Cruz Roja, atiende a 40 niños.",
            "Comité Internacional de la Cruz Roja",
        ),
        (
            "Estados Unidos, a través de la Agencia Llano para el Desarrollo (ALD), aportó 200 mil dólares.",
            "Agencia Llano para el Desarrollo",
        ),
        (
            "El Banco del Istmo está aportando 90 mil dólares para las camas.",
            "Banco del Istmo",
        ),
        (
            "Los talleres los cubre la Fundación Mirlo y el gobierno del estado.",
            "Fundación Mirlo y el gobierno del estado",
        ),
        (
            "La Fundación Mirlo visitó la casa con 40 mil personas.",
            None,
        ),
        (
            "Liberan a 40 niños de una bodega en Puebla; costó 2 días.",
            None,
        ),
        (
            "La alcaldía recibió 30 carpas de la Iglesia Morava.",
            None,
        ),
        (
            "The visit was possible thanks to the Bergen Fund, which covered the flights.",
            "Bergen Fund",
        ),
        (
            "The Commission thanks the Nordic Trust, whose generous contribution paid the interpreters.",
            "Nordic Trust",
        ),
        (
            "The Marsh Family Foundation is putting in $900,000.",
            "Marsh Family Foundation",
        ),
        (
            "It has been supported since 2011 by the International Committee of the Red Cross (ICRC).",
            "International Committee of the Red Cross",
        ),
        (
            "Canada, through its Aid Agency for the Americas, contributed 1.1 million dollars.",
            "Aid Agency for the Americas",
        ),
        (
            "The county thanks Desert Bank for $12,000 towards the roof.",
            "Desert Bank",
        ),
        (
            "The Red Cross has released 80,000 dollars from its emergency fund.",
            "Red Cross",
        ),
        (
            "The judge released 80 children to sponsors in Ohio.",
            None,
        ),
        (
            "Officers from the Marl County Jail found 12 boys.",
            None,
        ),
        (
            "The kitchen is funded by the European Union's civil protection office (ECHO).",
            "European Union's civil protection office",
        ),
        (
            "Grants of $40,000 were made for children who come from Peru and Bolivia.",
            None,
        ),
        (
            "So far it has received 31 per cent, mostly from the Government of Japan.",
            "Government of Japan",
        ),
        (
            "The Alder Trust covers 40 per cent of the running costs.",
            "Alder Trust",
        ),
        (
            "Volunteers thanked the Boys Choir for singing.",
            None,
        ),
        (
            "Half of the cost, 1.2 million, given by the Lark Endowment, went to beds.",
            "Lark Endowment",
        ),
    ],
)
def test_who_pays_is_told_by_the_way_of_a_sum(sentence: str, funder: str | None) -> None:
    assert read(sentence).funder == funder


GRANTS = """\
{publisher}

Seven doors for children who walk alone

Boston, 3 May 2021. {news}

The trustees met on Tuesday and read forty letters from towns on both sides of the river before they voted.

Fiction for a test of kb.
"""


@pytest.mark.parametrize(
    ("publisher", "news", "funder"),
    [
        (
            "The Saltgrass Foundation",
            "The Saltgrass Foundation announced the grants of this spring to seven shelters of the desert.",
            "Saltgrass Foundation",
        ),
        (
            "The Saltgrass Foundation",
            "The Saltgrass Foundation announced grants. The money comes from the Alder Trust.",
            "Alder Trust",
        ),
        (
            "The Saltgrass Foundation",
            "The Saltgrass Foundation opened seven shelters of the desert to children who come alone.",
            None,
        ),
    ],
)
def test_a_foundation_pays_for_its_own_grants(publisher: str, news: str, funder: str | None) -> None:
    content = GRANTS.format(publisher=publisher, news=news).encode()

    document = extract(parse(Source(location="a.txt", content=content, media_type="text/plain", sha256="")))

    assert (document.funder or "").removeprefix("The ") == (funder or "")


@pytest.mark.parametrize(
    ("sentence", "programme"),
    [
        (
            "The grants are part of the Trust's Someone At The Door initiative, which began in 2014.",
            "Someone At The Door",
        ),
        (
            "It is the largest round of its Two Banks Initiative, launched last year.",
            "Two Banks Initiative",
        ),
        (
            "The rooms are part of the Quiet Rooms Initiative of the Bureau of Child Affairs.",
            "Quiet Rooms Initiative",
        ),
        (
            "The agency will invest $3 million in the Open Porch Youth Pilot.",
            "Open Porch Youth Pilot",
        ),
        (
            "The society found 29 mothers through its Finding Family Ties service.",
            "Finding Family Ties",
        ),
        (
            "The Fund announced Lawyers at Dawn, a five-year, $18 million initiative to train them.",
            "Lawyers at Dawn",
        ),
        (
            "The fund today opens Songs of the River, a call for youth radios of the coast.",
            "Songs of the River",
        ),
        (
            "She gave fuel for the ministry, called Vans of Light.",
            "Vans of Light",
        ),
        (
            "Tomaron protesta las familias del programa de acogimiento “Una Silla Cerca”, que empieza hoy.",
            "Una Silla Cerca",
        ),
        (
            "El servicio se llama Tijolom, palabra de la lengua mam.",
            "Tijolom",
        ),
        (
            "El Diplomado Regional en Cuidado de la Niñez Migrante arrancó el lunes con 34 estudiantes.",
            "Diplomado Regional en Cuidado de la Niñez Migrante",
        ),
        (
            "Los recursos provienen del Programa de Apoyo a Niñez Viajera, que crecerá.",
            "Programa de Apoyo a Niñez Viajera",
        ),
        (
            "El programa Hogares Con Luz abre en Upala. Programa Hogares Con Luz inicia en marzo.",
            "Hogares Con Luz",
        ),
        (
            "Nuestra Casa Grande, la fundación de la parroquia, dio las llaves.",
            None,
        ),
        (
            "El servicio social empieza el lunes en la Casa Azul.",
            None,
        ),
        (
            "The officers of its Border Search Unit said the service was slow.",
            None,
        ),
        (
            "He spoke of the Governor's Office, which runs a service for the deaf.",
            None,
        ),
        (
            "The Supreme Court's Children Act ruling came from the same judge.",
            None,
        ),
    ],
)
def test_a_programme_is_told_by_its_owner_its_sum_and_its_noun(sentence: str, programme: str | None) -> None:
    assert read(sentence).programme == programme


@pytest.mark.parametrize(
    ("sentence", "programme"),
    [
        ("The camp is run by the Hollow Trust's All Of Us Together program.", "All Of Us Together"),
        ("Its Each One Counts campaign began in May.", "Each One Counts"),
        ("La línea se llama Hilo Azul y contesta en mam.", "Hilo Azul"),
    ],
)
def test_whose_a_programme_is_is_no_part_of_its_name(sentence: str, programme: str) -> None:
    assert read(sentence).programme == programme


@pytest.mark.parametrize(
    ("sentence", "funder"),
    [
        (
            "El plan incluye un barco y 1.900 millones de pesos del Fondo Boreal para la Niñez.",
            "Fondo Boreal para la Niñez",
        ),
        ("La impresión se pagó con una beca del Consejo de las Letras.", "Consejo de las Letras"),
        ("The bill is co-sponsored by the Valley Interpreters Guild.", None),
        ("The fair was co-sponsored by the Valley Interpreters Guild.", "Valley Interpreters Guild"),
    ],
)
def test_a_sum_or_a_scholarship_of_a_fund_is_paid_by_it_and_a_bill_by_nobody(
    sentence: str, funder: str | None
) -> None:
    assert read(sentence).funder == funder


@pytest.mark.parametrize(
    ("sentence", "programme"),
    [
        ("La iniciativa, llamada Mesa Larga, recibe a 12 familias.", "Mesa Larga"),
        ("El juego, llamado «Camino abierto», se probó con 96 niños.", "Camino abierto"),
        (
            '"We fund books, and we should. Hardly anyone funds a drive," program officer Ada Lark said.',
            None,
        ),
    ],
)
def test_what_is_said_to_be_called_so_is_a_programme_and_a_quotation_is_none(
    sentence: str, programme: str | None
) -> None:
    assert read(sentence).programme == programme
