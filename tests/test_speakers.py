"""Whose words stand between marks: several speakers, later names for one, letters, dialogue and signatures.

All names, words and events are fiction, written for these tests.
"""

from __future__ import annotations

import pytest

from tests.test_quotes import document, said
from tests.voice_cases import read

_CASES = """
en: Ana Paz; Tom Hill
The president, Ana Paz, said: “A right is a door.” Likewise, the coordinator of the desk, Tom Hill,
  said: “We came with cases.”

es: Ana Paz; Raúl Choc
Celebró Ana Paz: “Llega tarde, pero llega”.
Igualmente, el diputado Raúl Choc manifestó que “un acuerdo sin dinero es una foto”.

es: Wilmer
Wilmer (nombre ficticio) de 14 años, salió con una bolsa. Fue detenido y pasó diecinueve noches fuera.
  “Yo lo vuelvo a hacer”, contestó.

en: Ana Paz and Eva Luna
Ana Paz and Eva Luna, staff attorneys, put it this way: “They waited on the right side of the line.”

es: Ana Paz y Martín Cuc
“Nos quitaron los cordones”, contaron Ana Paz y Martín Cuc, ambos de 15 años.

en: Ana Paz
“We saw it,” said Ana Paz, a nurse, and Eva Luna, a cook, nodded.

en: Ana Paz
“They had an address, they had a certificate,” said Ana Paz.
“What they did not have was a stamp.”

en: Ana Paz; Tom Hill
“They had an address,” said Ana Paz.
“What they did not have was a stamp.”
— Tom Hill

es: Raúl Choc
Vino la alcaldesa Ana Paz; y fray Raúl Choc, del albergue El Tren, quien celebró que “por fin un niño
  va a dormir sin candado”.

es: -; Ana Paz
—¿Qué le sorprendió más? —preguntó una estudiante a la directora, doctora Ana Paz.
—Que nadie pidió dinero —respondió la investigadora.

es: Norma Solís
Los plazos dependen, indicó Norma Solís, académica.
La especialista en mapas puntualizó que vinieron más. “Eso no es un error”, aclaró.

en: Tom Hill; Tom Hill
Rep. Tom Hill (D-Ohio) was blunt. “It is a wall,” he said.
“And walls fall,” the congressman added.

en: Eva Luna
Accompanied by Governor Tom Hill, UNICEF Executive Director Eva Luna said children were “asking for
  books before shoes”.

en: Tom Hill
“What we see,” said Tom Hill, “is the mother and the baby.” Hill spoke to reporters on the porch.

es: Josué
"Yo iba contando los postes", dijo a EFE Josué, de 16 años.

es: Delia Ramos
Lima, 9 ene (Agencia Faro).- Llegaron once menores.
“Venimos cansados”, dijo a Faro Delia Ramos.

en: Tom Hill
It began when the baker Tom Hill gave his bicycle. “The idea stayed”, remember Tom Hill, laughing.

en: Eva Luna
— We ask who is thirsty —says our coordinator, Eva Luna—. This is all our politics.

es: Eva Luna
La alcaldesa auxiliar, doña Eva Luna, dice que al principio hubo desconfianza.
—La gente creía que venían a apuntar nombres.

en: -
The full text of the letter follows:
“Brothers and sisters: we have met these children.
“We do not write as experts in the law.”
Bishop Tom Hill came.

en: none
It grew out of a report by the fund, “The Aunt in Ohio,” whose authors asked children a question.

en: Eva Luna
“The law is not ambiguous,” reads a letter signed by Eva Luna, the coalition's chair.

es: -
“Pedimos una mesa”, se lee en la carta de las madres al presidente.

en: Eva Luna; Eva Luna
Q: How long do children stay?
Eva Luna: Eleven days on average.
Q: What changed?
Eva Luna: We stopped waiting for the fax.

en: Tom Hill
Tom Hill, president of the board, thinks the centre “will be full before the paint is dry”.

es: -
“Caminamos de noche porque de día nos cobraban”, según relató la menor a los agentes.

en: Tom Hill; Tom Hill
AUSTIN — Tom Hill has answered the phone for nine years. He keeps a map over his desk.
“Every pin is a call that ended well,” he says.
He pauses. “You never stop dialing.”

en: -
“I drew the river because my sister stayed in it.” — Girl, 9, from Honduras

es: Raúl Choc; Raúl Choc
El jefe, Raúl Choc, explicó que el equipo atiende “hasta ochenta niños por turno”. Según Choc, los
  casos graves llegan de noche: “Vienen con los pies abiertos”.

es: Ana Paz
La cónsul, Ana Paz, subrayó:
“La protección no es un sello. Empieza cuando un niño oye su nombre.”
“Si la llamada la tenemos que pagar nosotros, la pagamos.”

en: -
“We used to sleep in shifts,” a 16-year-old from Guatemala City told our team. “Now we sleep.”

en: Hortense Baker; Hortense Baker
Sister Hortense Baker read it aloud: “You who lock the gate, who locked it for you?”
Afterwards the nun, who is 77, told a radio station that she had “one sermon left and this was it”.

en: Casey Hill
“Every child in our care gets a phone call within 24 hours.”
Casey Hill, Program Director, Haven House

en: Eva Luna
“The question is who will tell them.” These were the words with which Eva Luna opened the training.

es: Ana Paz; -
“No es una entrevista”, acusó Ana Paz, abogada del colectivo.
Fuentes consultadas por este diario se limitaron a decir que el personal “actúa con apego a la ley”.

es: Lilia Choc
"Le hice una pregunta al secretario", reclamó la senadora por Sonora Lilia Choc.

es: Raúl Arzú; Raúl Arzú
El vicecanciller Raúl Arzú vino. En declaraciones a la prensa, calificó el encuentro de “franco y sin
  fotos”.
El diplomático adelantó que habrá otro: “Y ese sí, con fotos”.

es: -
Un juez federal ordenó cerrar los hoteles, práctica que calificó como “un atajo en busca de una ley”.

en: -; -
- “I want to be a vet.” (Girl, 11, El Salvador)
- “I want my phone back.” (Boy, 16, Guatemala)

en: Eva Luna
On the door hangs a board. Inside, executive director Eva Luna is on the phone. She covers the receiver:
  “They want a number.”

en: Eva Luna
Eva Luna, the ombudsman, has written three times. The third letter ran to one line: “Where are they?”

es: none
Lo tuvieron en un cuarto frío. A los guardias les decían “los fríos”.

es: Eva Luna
La directora Eva Luna habla por teléfono. Tapa la bocina: “Quieren un número de seguro”.

es: Hugo Choc y Delmy Sorto
“Entre los dos sumamos cuarenta años”, resumen Hugo Choc y Delmy Sorto, fundadores del comité.

en: -; -
The Court recalled that “detention is never in their interest” and that the State “must have recourse to
  other measures”.

en: none
In a report, “Dropped at Dawn”, the Lighthouse Coalition describes how children were walked over.

en: Ana Paz; -
“Call us at night,” Ana Paz told the graduates.
The applause, said one of those present, “went on until she told us to stop.”

en: -
Last week a boy walked in, looked at the pot and said, “In my house we would add lime.” He was right.

es: Abel Sesay; Abel Sesay
A Abel Sesay le tomó catorce meses llegar hasta la terminal.
“En cada país aprendí la palabra espera”, dice en español. Son nueve. “La más corta fue en Lima”.

en: -
Rashid Hill came. A border guard who asked not to be named agreed. “We count them twice,” he said.

es: Luis de León; Luis de León
De León agregó que, si bien la agencia “agradece toda ayuda”, no tiene “mandato para manejar un
  autobús”. Luis de León dirige la oficina.

en: Levi Castle; Levi Castle
Levi Castle, 17, left Choluteca in March. “They gave me a number,” he said.
The 17-year-old has not used it. “I have a name,” the Honduran said.

es: Levi Castillo; Levi Castillo
Levi Castillo salió de Choluteca en marzo. “Me dieron un número”, dijo el hondureño.
“Yo tengo nombre”, añadió el joven de 17 años.

en: Ana Paz; -
“We feed them,” said Ana Paz, the director.
“They feed us rice,” the 15-year-old said.

es: Ana Paz; -
“Perdió el papel”, dijo Ana Paz, abogada. “Se me cayó en el río”, dijo el hombre.

es: Itzel Muñoz
La directora Itzel Muñoz dijo que llegaron más familias, la venezolana, la haitiana, la cubana y otras.
  “Nos entendimos con dibujos”, recordó.

en: Lourdes Lynn
Lourdes Lynn remembers the first one. “He had a note,” says the retired caseworker, 74.

en: Mabel Hill
“There is,” Mabel Hill likes to say, “no such thing as a small interview.”

es: Mabel Corrales
“No existe —suele repetir Mabel Corrales— la entrevista pequeña”.

es: -; Mirella Luna
“Mamá, aquí estoy”, alcanzó a decir la niña, y ya no pudo más, según Mirella Luna, la trabajadora social.
  “Yo le sostuve el teléfono”, dijo Luna.

en: none
Children were taught to say “My name is Ana,” and “I want to speak to a lawyer” in three languages.

en: Anya Hill; Mark Bell
Anya Hill (University of Tampa) sees “a system doing what it was built to do”; Mark Bell (Rand Institute)
  sees “a system nobody ever built.”

en: Carol White
Tohono O'odham elder Carol White closed with a reproach: “You drew it through our kitchen.”

es: Nicolás Abarca
Un maestro, Nicolás Abarca, describió el primer día como “cuarenta niños y nadie respirando”.

en: Odile Hill; Hector Lamas
Odile Hill, Border Justice Lab: “At last a rule with a clock in it.”
Hector Lamas, Sheriffs' Union: “A clock does not pay overtime.”

es: Ana Paz; Ana Paz
La alcaldesa, Ana Paz, señala río arriba. “Eso de ahí —dice— son juguetes de playa”.
No ha terminado. “Mi nieta pasó nadando junto a una”.

en: Eva Luna
The Committee was told by the head of the delegation, Eva Luna, that detention “had been abolished in law
  and was being abolished in practice”.

es: Eva Luna
El Comité escuchó de la jefa de la delegación, Eva Luna, que la detención “quedó abolida en la ley”.

en: Winston Hill
Lagos-born Winston Hill coaches the team. His rule is simple: “If you can count to eleven, you play.”

es: Wilber Abarca
Wilber Abarca entrena al equipo. Su regla es sencilla: “Si sabes contar hasta once, juegas”.

es: Ana Paz; Ana Paz
“Todo estaba ya en la ley”, concluyó Ana Paz. Y la leyó, durante once minutos, en silencio.
La última línea fue suya: “Ahora ya no pueden decir que no sabían”.

en: Beto
People here know him only as Beto. He sells water. “Snow cones pay for the water,” is how he puts it.

es: Beto
Aquí lo conocen solo como Beto. Vende raspados y agua. “El raspado paga el agua”, explica.

es: Lourdes Paz
Lourdes Paz se acuerda del primero. Se llamaba Denis y tenía cinco años. “Traía un papelito”, cuenta la
  trabajadora social jubilada, de 74 años.

es: none
En el formulario los agentes marcan “sí” o “no”. De 900 formularios, 870 decían “no”.

en: Eva Luna; Lorna Hill
For Eva Luna, an economist, the drop from 900 to 310 crossings “is the river, not the rule.” Lorna Hill,
  the agency's director, reads it the other way: “Rules work when people know them.”

es: Abigail Tzul; Abigail Tzul
Nombre: Abigail Tzul. Edad: 16.
“Los jueces se sientan”, dice.
Ganó el concurso en mayo. Su ensayo empieza así: “Mi país es un autobús”.

es: Ana Paz; -
“Nadie nos avisó”, se quejó Ana Paz, maestra. Una de sus alumnas la corrigió desde el fondo: “Sí
  avisaron, pero usted estaba en el recreo”.

en: Ana Paz; -
“He agreed to it,” said Ana Paz, legal director of the Harbor Desk.
The boy works in a bakery. His answer, which he allowed us to share: “Tell the judge thank you.”
"""


@pytest.mark.parametrize(("language", "speakers", "paragraphs"), read(_CASES))
def test_the_words_are_of_those_whom_the_text_tells(
    language: str, speakers: list[str | None], paragraphs: list[str]
) -> None:
    assert [name for _, name in said(*paragraphs, language=language)] == speakers


def test_each_of_two_who_speak_together_is_among_the_people() -> None:
    found = document("“We wait,” said Ana Paz and Eva Luna. Tom Hill was there.")

    assert [person.name for person in found.people] == ["Ana Paz", "Eva Luna"]


def test_a_quote_that_goes_on_in_a_paragraph_of_its_own_is_one() -> None:
    assert said("“They had an address,” said Ana Paz.", "“What they did not have was a stamp.”") == [
        ("They had an address. What they did not have was a stamp.", "Ana Paz")
    ]


def test_a_straight_mark_closes_the_quote_of_the_paragraph_before() -> None:
    assert said('Ana Paz added: "The smallest was eleven days old.', 'She is well."') == [
        ("The smallest was eleven days old. She is well.", "Ana Paz")
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"Patience helps most," says manager Luz Arriaga.\n\nQuestions? Ask Luz Arriaga at noon.',
        '"La paciencia es lo que más ayuda", dice la directora Luz Arriaga.\n\nPregunte a Luz Arriaga. '
        "Llame Luz Arriaga a la casa.",
    ],
)
def test_what_a_reader_is_asked_to_do_is_no_part_of_a_name(text: str) -> None:
    assert [quote.speaker for quote in document(*text.split("\n\n")).quotes] == ["Luz Arriaga"]
