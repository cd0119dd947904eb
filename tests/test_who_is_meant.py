"""Whom a pronoun, an office or a line beside a quotation means: classes of passages of real releases.

All names, words and events are fiction, written for these tests.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.extractors.genders import gender
from kb.parsers import parse
from kb.records import Source
from tests.test_quotes import document, said
from tests.voice_cases import read

_OFFICES = """
en: Harlan Whitby
Chargé d'Affaires Harlan Whitby visited the centre on Tuesday with the First Lady.
“We came to see the line at the window,” the Chargé said.

en: Mara Fenwick
Chief Executive Officer Mara Fenwick signed the lease. “Now we have sixteen front doors,” the CEO said.

es: Lilian Sarmiento
La titular de la Procuraduría de Protección, Lilian Sarmiento, firmó el convenio junto al alcalde.
“Ningún niño duerme ya en una celda”, afirmó la procuradora.

en: Darnell Okafor
Darnell Okafor, president of Local 1199 of the Transit Workers, met the governor. “Our drivers are not
  jailers,” the union leader said.

en: Everett Lyle
Chief of Police Everett Lyle commended all involved. “Nobody asked those kids for papers,” the Chief said.

es: Francisco
Como recordaba el papa Francisco, «los niños viajan con todo lo que tienen». No lo decimos solos.

es: León XIV
El papa León XIV lo recordó en enero. «Un niño solo es una pregunta para todos», escribió el pontífice.

en: Anthony Korda
Bishop Anthony Korda came by boat.
In his homily the bishop turned to the Gospel of the day. “Our Lord does not ask for a visa.”

es: -
El obispo Jaime Ordaz recordó las palabras de una madre: «Yo no vine por gusto, vine por miedo».

en: Marta Holt; Dale Prew; Marta Holt and Dale Prew
U.S. Senators Marta Holt (D-N.M.) and Dale Prew (R-Kan.) today asked for a list.
“A child should not be kept in such a building,” said Senator Holt.
“A fire code isn't partisan,” Senator Prew said.
“We write to express our grave concern,” the senators wrote.

en: Phil Gantry; Phil Gantry
“We asked for Form 12,” said Phil Gantry, deputy administrator of the county’s Office of Children’s Placement.
Gantry, a 30-year veteran, counted. “I’d have to open every drawer,” the deputy administrator said.

en: -
First Lady Rosa Leal thanked the crew. The Ambassador spoke with a 13-year-old boy from Jalapa. “I know
  how to milk,” the boy told reporters.
"""
_PRONOUNS = """
es: Amílcar Roldán
El presidente de Costa Alta, Amílcar Roldán, inauguró el albergue junto a la primera dama.
El gobernante agregó que “las rejas se las llevó la herrería”.

es: Isidora Paz
La alcaldesa de Puerto Viejo, Isidora Paz, ofreció el gimnasio. «Los pido casa por casa», dijo la jefa
  comunal.

en: Claire Ostrow; Claire Ostrow
Claire Ostrow has defended children in court for 20 years.
“The judge is kind and the law is not,” the attorney says.
Last spring she lost a case. “I still have the drawing he made for me.”

en: -
Claire Ostrow lost a case. A carpenter waited outside. “I built the bench,” the carpenter says.

en: Bertha Lum
Bertha Lum, 82, has knitted a cap for every child on the bus.
“I started with blue,” says the retired postal clerk.

es: Lucía Bernal
Fue Lucía Bernal quien encontró la mochila. «Traía un cuaderno y una estampita», recuerda la voluntaria.

en: Tomas Eck
“I cook for whoever comes,” says the man with the ladle. His name is Tomas Eck, and he is 70.

es: Yeimi; -
Yeimi tiene trece años y dibuja puentes. «Este es el que crucé», señala con el lápiz.
Su hermano no habla. Solo dice: «Yo tenía sed».

en: Helga Brandt; Helga Brandt
“This is not a camp,” said Helga Brandt, the site manager.
At the fence Brandt stops. “And it has a fence.”

en: Delphine Call
“I knew him by the scar.” The speaker is Delphine Call, the boy's aunt.

es: Rebeca Tinoco; Hernán Bautista; Rebeca Tinoco
«Nadie nos avisó del vuelo», dijo Rebeca Tinoco, trabajadora social del centro.
Hernán Bautista, del consulado, lo niega: «Se avisó con tres días».
«Con tres horas», replica ella.

es: Edgardo Luna
El director, Edgardo Luna, y la psicóloga Inés Rubí recibieron a la prensa. «Aquí no se castiga», dijo él.

en: Ola Berglund
It is Ola Berglund who drives the van. “I have the best seat in the house,” he says.

es: Selvin Pacay
El muchacho se llama Selvin Pacay y tiene 17 años. «Yo venía por mi hermana», explica.

en: Daniela
A girl whom the report calls Daniela was held for 41 days. “I counted the lights,” she told the team.

es: Mariela
Una de las jóvenes, a la que el informe llama Mariela, contestó por teléfono desde Saltillo.
«Allá me decían deportada», se lee en su testimonio.

es: -
La encargada, Dolores Arce, no quiso hablar.
La Comisión recibió 107 solicitudes, informó a Istmo un funcionario que pidió no ser citado. «Somos cuatro
  oficiales», reconoció.

es: Xinia Badilla; Xinia Badilla
«La mayoría se considera trabajador», explicó Xinia Badilla, coordinadora. Por eso, a su juicio, «los
  servicios que esperan a un niño no saben qué hacer con él».

es: Silvia Arce; -
A nombre de los tres países habló la ministra Silvia Arce: “Que hoy se abra una puerta”.
En representación de la niñez, una adolescente de 17 años leyó un mensaje. “Yo estuve seis días sin saber
  que tenía derecho a llamar”, relató.

es: -; Jaime Ordaz
Por su parte, Jaime Ordaz, obispo auxiliar, recordó las palabras de una santa: «Nada te turbe, nada».
Y añadió de su cosecha: «Yo puse mi sala para que no digan que el obispo manda y no pone».

en: -
Arturo Vale, a delegate, came late. The boy had been on the roof of the freight car for 19 hours.
“They said nobody would be sent back that night,” he said, giving only his age.

es: -
El padre, Santos Ulloa, vendió una vaca para venir.
Al cierre, el niño le mandó a decir con un guardia: "Que no se vaya sin mí, que ya estoy bañado".

es: -
El abogado del niño, Saúl Pech, dio la noticia a la abuela. Ella, a decir del defensor, solo respondió:
  “Entonces le guardo la cama”.

es: -
El secretario, Isidro Montes, leyó el oficio.
Desde el fondo alguien gritó: "¡Que maneje el subdelegado!". Hubo risas.

en: Kevin; Kevin
The scissors are new and Kevin* holds them the way one holds somebody else’s baby.
“I told my mum I would call from Houston,” he says.
Does Kevin still think of Houston? He turns the chair round. “Ask me on Friday,” he says.

en: @rita_on_the_road
A follower from Tegucigalpa, @rita_on_the_road, replied: “I rode this bus and the driver sings badly”
"""
_BESIDE = """
en: Gladys Reyna
Gladys Reyna has called every morning since the storm. “I only want the number,” the grandmother says.

es: -
Saúl Prado vino con los abogados de la familia. «Yo no lo dejé ir», dijo la madre.

en: Perry Aldana; Perry Aldana
Perry Aldana, the new chief of the unit, answered two questions.
On the backlog: “It is 1,100 files and I have read 200.”
On staff: “Two have resigned and I understand them.”

en: Petra Wolff
The house's press officer, Petra Wolff, said it was full. “We will put mattresses in the chapel,” the
  spokeswoman said.

es: Norberto Sic; -; Norberto Sic
El carpintero Norberto Sic presta el camión. «Si no lo presto yo, lo presta el coyote», razona.
Su esposa asiente desde la cocina. «Y el coyote cobra», agrega ella.
Sic se encoge de hombros. «Y no lava el camión», remata.

en: Joel; Joel
Joel learned English from a cartoon and translates for the whole ward.
“The doctor asks for the pain from one to ten,” he says.
The nurses pay him in chocolate. “I would do it for free,” he whispers.

es: Amina Yusuf
Amina Yusuf, de ACNUR, ha trabajado en cuatro desiertos. La agencia, advirtió, está «a dos semanas de un
  estante vacío».

en: Marguerite Solano; Marguerite Solano
The Rev. Marguerite Solano keeps the key. “Everybody knows where it is,” said Pastor Solano.
On Sundays the reverend preaches in two languages. “Both badly,” she joked.

en: Ada Lindt
“I drive at night because the day is for the trucks.” Ada Lindt, 61, has the only van in the village.

es: Fermín Och
«Ya no preguntan por su mamá», dice. Fermín Och, maestro del albergue, baja la voz.

es: Génesis
—Me llamo Génesis y no me perdí —dice la niña—. Me dejaron.

en: Sandra Oye; Sandra Oye
Sandra Oye, a paralegal, reads the file twice. “The birthday is wrong,” she says.
It is not the first time. “Last month they aged a girl by a year,” she says.

es: Jimena Rocha Luján; Jimena Rocha Luján
“En 98 nos dijeron que no”, resume la coordinadora del estudio, Jimena Rocha Luján.
La norma vigente es clara. Rocha la llevaba impresa.
“Una directora la leyó completa y me dijo: ‘Muy bonita, maestra, pero no’”, cuenta.

es: Efrén Barra Toscano y Lulú Carmona de Barra
El presidente municipal Efrén Barra Toscano y su esposa, la presidenta del DIF, Lulú Carmona de Barra,
  tomaron protesta a 18 familias.
“Nosotros también vamos a recibir a un muchacho”, anunciaron el alcalde y la señora Carmona.

en: Leonora Beck; Sam Whitehorse
Leonora Beck, Executive Director, Open Door
“This rule is a wall made of paper.”
Sam Whitehorse, Chair, Plains Legal Network
“We will see them in court.”

en: Corinne Hayes
The Association released the following statement from Vice President Corinne Hayes after members reported
  groups of children on night flights:
“No crew should be made to take part in something that will not bear the light.”

es: -
Al fundamentar el dictamen, la diputada Flor Jiménez, presidenta de la Comisión, leyó en tribuna una carta:
«Me hicieron firmar cuatro hojas. Yo hablo mam y el licenciado hablaba rápido.»

es: Leticia Burelo
"La reja no la pusimos por él, la reja ya estaba." Leticia Burelo, directora del DIF municipal

es: -
«Yo no vine con mi tío. Yo conocí a mi tío aquí». La frase, de un muchacho de 14 años, resume el estudio.

es: Peralta; Peralta
El representante de la autoridad, licenciado Peralta, lee. Lee rápido. "La menor fue informada de sus
  derechos en idioma español".
Silencio. Peralta busca entre sus hojas y contesta que "eso no obra en el expediente".
"""


@pytest.mark.parametrize(
    ("language", "speakers", "paragraphs"), [*read(_OFFICES), *read(_PRONOUNS), *read(_BESIDE)]
)
def test_whoever_is_meant_speaks(language: str, speakers: list[str | None], paragraphs: list[str]) -> None:
    assert [name for _, name in said(*paragraphs, language=language)] == speakers


def test_a_child_who_gives_a_name_is_not_among_the_people() -> None:
    found = document("—Me llamo Génesis y no me perdí —dice la niña.", language="es")

    assert [each.speaker for each in found.quotes] == ["Génesis"]
    assert found.people == ()


def test_an_account_is_not_among_the_people() -> None:
    found = document("A follower, @rita_on_the_road, replied: “I rode this bus and the driver sings badly”")

    assert found.people == ()


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        ("Hernán Paz", None, "m"),
        ("Ingrid Paz", None, "f"),
        ("Arnulfo Paz", None, "m"),
        ("Rocío Paz", None, None),
        ("Castillo", None, None),
        ("Guadalupe Paz", None, None),
        ("Guadalupe Paz", "abogada", "f"),
        ("Cruz Paz", "spokeswoman", "f"),
        ("Cruz Paz", "abogado", "m"),
    ],
)
def test_a_given_name_or_else_a_role_tells_the_gender(
    name: str, role: str | None, expected: str | None
) -> None:
    assert gender([], name, role) == expected


_ENGLISH = """# Interview with Alma Zeledón, who runs the hotline

**How many calls do you take in a night?**

About forty, and most of them are silence.

It is a long night.

**What do you do with the silence?**

We stay on the line.

## About the hotline

It opened in 2017.
"""
_SPANISH = """# Una noche en la línea telefónica

Conversamos con Alma Zeledón, que dirige la línea telefónica.

—¿Cuántas llamadas atiende en una noche?

—Unas cuarenta, y la mayoría son silencios.

—¿Y qué hace con los silencios?

—Nos quedamos en la línea.
"""


_DASHED = """# Cada expediente tiene una mochila

Hace dos años que Noemí Salva dirige la Procuraduría en la frontera. En su despacho hay mochilas.

—**¿De quién son?**

—De los que se fueron sin ella. Yo no cierro el expediente si la mochila sigue aquí.

—**El gobernador ha dicho que el estado es «ejemplo nacional».**

—Él tiene sus números y yo tengo las mochilas.

—**¿Se queda?**

—Hasta que el pasillo esté vacío —responde Salva—. Entonces sí me voy, y apago la luz.
"""
_REACTIONS = """# What they are saying about the new transfer rule

Members of the Coalition answered within the hour. A selection:

**Adaeze Nwose, executive director, First Light Legal Network**

> "Seventy-two hours was never a courtesy. Ten days is a sentence without a trial."

**Rev. Paul Strand, Lutheran Welcome of the Southwest**

> "I have buried a child who died on her second day in a station."

**Harrow County Council of Parents**

> "Our children's school gym has better ventilation."
"""
_LETTERS = """# Cartas a la cónsul

Cada diciembre, los niños que esperan escriben a la cónsul, Margarita Olvera. Publicamos dos.

### Una de Citlali, 13 años

*«Aquí me dicen UAC y yo me llamo Citlali. ¿Usted puede mandar un oficio?»*

### Una sin firma

*«No me acuerdo de mi dirección pero hay una tienda verde y un perro.»*
"""


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (_DASHED, ["Noemí Salva", "Noemí Salva", "Noemí Salva"]),
        (_REACTIONS, ["Adaeze Nwose", "Paul Strand", None]),
        (_LETTERS, ["Citlali", None]),
        (
            "# «No vamos a cerrar la cocina»: Hilda Ponce\n\nLa coordinadora habló ante la prensa. «No vamos"
            " a cerrar la cocina», insistió Ponce.\n",
            ["Hilda Ponce"],
        ),
    ],
)
def test_turns_and_lines_above_tell_who_speaks(text: str, speakers: list[str | None]) -> None:
    source = Source(location="x", content=text.encode(), media_type="text/markdown", sha256="0" * 64)

    assert [each.speaker for each in extract(parse(source)).quotes] == speakers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            _ENGLISH,
            ["About forty, and most of them are silence. It is a long night.", "We stay on the line."],
        ),
        (_SPANISH, ["Unas cuarenta, y la mayoría son silencios.", "Nos quedamos en la línea."]),
        (_ENGLISH.replace("Interview with Alma Zeledón, who runs the", "What to know about the"), []),
    ],
)
def test_answers_without_labels_are_of_the_one_who_is_interviewed(text: str, answers: list[str]) -> None:
    source = Source(location="x", content=text.encode(), media_type="text/markdown", sha256="0" * 64)

    found = extract(parse(source)).quotes

    assert [(each.text, each.speaker) for each in found] == [(answer, "Alma Zeledón") for answer in answers]


_TALKS = {
    "Q and A": (
        (
            "# Five questions: an interview with Alma Zeledón",
            "Alma Zeledón runs the line at night. Her aide is Ivo Luna.",
            "**Q: Who calls?**",
            "A: About forty, and most are silence.",
            "**Q: What do you do?**",
            "A: We stay. One said, “I am here.” It was dawn.",
            "Ivo Luna closes the door at six.",
        ),
        [
            ("About forty, and most are silence.", "Alma Zeledón"),
            ("We stay. One said, “I am here.” It was dawn.", "Alma Zeledón"),
        ],
    ),
    "initials": (
        (
            "# Nadie cuelga",
            "Entrevista con Alma Zeledón Paz, encargada de la línea.",
            "El perito Ivo Luna la escucha.",
            "**Gaceta: ¿Quién llama?**",
            "**Alma Zeledón:** Unas cuarenta, y la mayoría callan.",
            "**G: ¿Y qué hacen?**",
            "**AZ:** Nos quedamos en la línea.",
        ),
        [
            ("Unas cuarenta, y la mayoría callan.", "Alma Zeledón Paz"),
            ("Nos quedamos en la línea.", "Alma Zeledón Paz"),
        ],
    ),
    "sat down with": (
        (
            "# Meet the night line",
            "For World Radio Day we sat down with Alma Zeledón, who answers calls in Sioux Falls.",
            "**Who calls?**",
            "About forty, and most are silence to me.",
            "**What do you do?**",
            "I stay on the line.",
        ),
        [
            ("About forty, and most are silence to me.", "Alma Zeledón"),
            ("I stay on the line.", "Alma Zeledón"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "answers"), _TALKS.values(), ids=_TALKS)
def test_answers_are_of_whom_the_text_says_it_talks_to(
    text: tuple[str, ...], answers: list[tuple[str, str]]
) -> None:
    content = "\n\n".join(text).encode()
    source = Source(location="x", content=content, media_type="text/markdown", sha256="0" * 64)

    assert [(each.text, each.speaker) for each in extract(parse(source)).quotes] == answers
