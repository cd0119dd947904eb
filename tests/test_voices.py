"""Whose words stand between marks: classes of sentences in which the speaker is easily mistaken.

All names, words and events are fiction, written for these tests.
"""

from __future__ import annotations

import pytest

from tests.test_quotes import said
from tests.voice_cases import read

_CASES = """
es: Wilson
La directora, Eva Luna, llegó.
Wilson, hondureño de 16 años, cortó el listón. «Yo quiero una panadería», comentó.

en: Wilson
Director Eva Luna came.
Wilson, a Honduran who is 16, cut the ribbon. “I want a bakery here,” he said.

es: Brayan
La directora, Eva Luna, llegó.
Brayan, que salió con quince años, ayuda en la puerta. «Yo abro porque a mí me abrieron», dice.

en: Nahomy
Director Eva Luna came.
Nahomy, 14, from Yoro, waited outside. “They said that a lawyer takes a year,” she said.

en: Leroy Duhaney
Responding, Superintendent Leroy Duhaney said his officers “bought food out of their own pockets”.

en: Ramón Arosemena
Speaking against, Deputy Ramón Arosemena held that the fund “is a cheque drawn on an account nobody
  opened”.

en: Ana Paz
Closing the session, Minister Ana Paz said: “We leave with one form.”

en: -
The court found that officers had sent back children “without so much as writing down their names”.

en: -
In a 19-page ruling, the District Court found that the release had been delayed “without any reason
  that this Court can find.”

es: Ana Paz
La diputada Ana Paz sustentó que el proyecto costará un millón, «menos de lo que gastamos en pintar
  las calles».

es: -
La Corte sostuvo que la separación «carece de todo fundamento en la ley».

es: Ana Paz
Ana Paz, jefa de la red, calcula que hay muchachos sin acta, «aunque se sepan el himno de memoria».

en: Ana Paz
Sister Ana Paz, its director, expects to drive “more than 200 kids before school lets out.”

es: Ernesto Vidaurri
En contra de la premura se pronunció el diputado Ernesto Vidaurri: “Legislamos de noche lo que se
  paga de día.”

en: Ana Paz
Then came the turn of nurse Ana Paz: “We look at every foot that comes in here.”

es: Concepción Tecuapetla
La más emocionada era Concepción Tecuapetla, de 71 años: «Crié a seis, y no había ni empezado».

en: -
The coalition wrote to Customs on May 5. The agency answered: “We strive to comply with all
  arrangements.”

en: -
The migration directorate denied the claim. “No minor is returned without the competent authority,”
  it said in a statement.

es: -
La coalición escribió al ministerio. La dependencia respondió: «Cumplimos con todos los acuerdos».

en: -
Ana Paz wrote to the agency. “No minor is returned alone,” it said.

en: -
In its 31-page ruling, the court wrote: “Consideration that consists of checking a box is none at
  all.”

en: Sharlon Wiels-Martina
“A child is not illegal, a child is late for school”, so declares chairlady Sharlon Wiels-Martina of
  the foundation.

en: Gloria Hinds
The mayor, Mrs. Gloria Hinds, who recognized that “Laredo and Nuevo Laredo are one same family”,
  left.

en: Kwame Asare; Bernarda Umaña
Dr. Kwame Asare of Pediatricians for Asylum (“A locked door makes a child ill”) and Sister Bernarda
  Umaña of the Albergue Los Ríos (“They stop eating first, then talking”) see it.

es: Ana Paz; Eva Luna
Ana Paz, enfermera («Los pies lo dicen todo»), y Eva Luna («Nadie pregunta por los pies») lo ven.

en: Thaddeus Okonjo-Reilly
In a statement, Bishop Thaddeus Okonjo-Reilly of Biloxi, chairman of the committee, said:
“We do not ask for papers before we open the door.”

en: Delia Monterroso
“Nobody slept on the floor here,” Secretary of Social Welfare Delia Monterroso told reporters. “But
  this is not a way of working.”

en: Anselm Kirchweger
“She kept the same folder for years,” said UNHCR Head of National Office Anselm Kirchweger.

es: Doris Bacorizo
«Los que no contamos también existen», le respondió la dirigente emberá Doris Bacorizo.

es: Miriam Estela Chacón
«Hablamos de una niña que duerme en el suelo junto a personas que no conoce.»
Así lo expresó la procuradora adjunta de Niñez y Juventud, Miriam Estela Chacón, quien presentó el
  informe.

en: Prudence Ical
Call Ring Ms. Prudence Ical.
“You cannot ask a little girl,” says Ms. Prudence Ical, coordinator.

en: Wilfredo Euceda
Honduras Wilfredo Euceda
“Most are lost by a few hundred metres,” says Wilfredo Euceda, who runs the desk. “A truck leaves.”

en: -
Ana Paz came.
“Vans all night,” a neighbor who declined to give her name said.

es: -
Vino el alcalde, Luis Paz.
«¿Y si me sale trabajo allá?», preguntó al alcalde una de las becadas.

es: -
Agentes del INM llegaron.
«Nos dijeron que no hiciéramos ruido», declaró ante la autoridad uno de los adolescentes.

es: -
Vino el alcalde, Luis Paz.
Uno de los muchachos que logró esconderse lo cuenta así: «Me metí al tinaco y respiré por la tapa».

en: -
Graeme Fox spoke.
Delegates were less enthusiastic. Said one: “A form is not a bed.”

es: Telma; Efraín
Don Efraín y doña Telma fueron los primeros. «La casa estaba muy callada», dice ella. «Ahora hay
  pleito por el baño», completa él.

en: Ana Luna; Harlan Ybarra
Councilwoman Ana Luna called it “a matter of fire exits and nothing else.”
Harlan Ybarra, the director, sat.
Ybarra laughed when he heard that. “She's never been here,” he said. “We have three exits.”

es: -; Eva Mejía
«¿Ya llegamos?», pregunta uno. «Ya», le responde Eva Mejía.

en: Fausto Quinde
Mr. Fausto Quinde, host to a boy, does not speak about money. -He repaired my radio, and now I have
  to hear his music -he complains, smiling.

en: Floribeth Quesada
-We do not want that a child loses the year -expressed Floribeth Quesada, founder. -The school has
  to go where the child goes.

es: Ulises
“Yo nunca había entrado a una oficina con alfombra” ‒comentó Ulises, de 17 años.

es: Milagro Escobar; -
—¿Ya desayunaron? —preguntó la procuradora, Milagro Escobar.⏎—Nos dieron una galleta —contestó una
  niña de nueve años—, pero no alcanzó.

en: Aurelio Fenwick
Statement of Bishop Aurelio Fenwick on the Closing of the Facility
March 30, 2023
“Today the gates at Donna were locked for the last time.
“I give thanks for every nurse who knelt down.”

en: Aurelio Fenwick
Bishop Aurelio Fenwick spoke on Monday about the facility.
His full statement follows.
“Today the gates at Donna were locked for the last time.
“I give thanks for every nurse who knelt down.”

en: -
The letter, signed by forty groups, says, in part:
“A three-year-old cannot cross-examine a government attorney.”

es: -
«A mí me preguntaron si tenía familia», declaró la adolescente a la visitadora, Lic. Rocío Paz. «Me
  dijeron que ésos no contaban.»

en: Judith Amsel; Kwame Boateng
“We waited six minutes,” said Professor Judith Amsel, who directs the clinic, and her student Kwame
  Boateng, L’17, added, “The sandwich people asked me more questions.”

en: Margaux Thibodeau; Wendy Altagracia Polanco
“It took us seven years,” said delegate Margaux Thibodeau, while her Dominican colleague Wendy
  Altagracia Polanco called the sheet “a door that does not squeak any more”.

en: Reina Isabel Portillo
"My daughter asks every morning", Reina Isabel Portillo, a seamstress who fled Santa Ana with her
  family, told visitors, "whether today is the day that school begins."

es: Jimena Arreguín; Jimena Arreguín
La fiscal, Jimena Arreguín, afirmó que “las tres están a salvo”, y que su declaración “se tomó una
  sola vez y con intérprete”.

en: -
Altamira's mission in Geneva said in a note that it “takes note with respect” of the decision.

en: Isolde Marchetti
“We expected an effect. Nobody believed it,” laughs lead author Prof. Isolde Marchetti.

en: Agnieszka Morland
Agnieszka Morland, the director, read the letter. “Then publish yours,” is Morland's reply.

en: Maybelle Truitt
Resident Maybelle Truitt, 84, brought books. Her only comment? “They're in English. So are the
  signs.”

en: -
Judge Ana Sandoval does not comment. But a clerk at the court, asked about it, would say only this:
  “She keeps a board in chambers.”

es: Raquel Vargas
La presidenta, Raquel Vargas, llegó.
«La fila la propusieron los oficiales», relató la jerarca.

es: Itzel Mojica
Vino la ministra, Itzel Mojica. «Pedimos 700 dosis y llegaron 450», se sinceró.

es: Reyna
En la cocina manda Reyna. «A mí que no me traigan discursos, que me traigan cebolla».

en: Esperanza; Esperanza
“I know where the floor is cold,” Esperanza says.
Her boss, manager Obdulio Recinos, nods.
Esperanza remembers one of them. “I sat down outside with him,” she recalls.

es: Fabricio Mesén
En contra votó el diputado Fabricio Mesén, para quien la redacción «abre un portillo sin decir quién
  lo va a cuidar».

en: -
As the bishops of the coast and of this valley wrote together in 1998, “the river is not a wall
  unless we make it one”.

en: Ana Paguada
“The planes land with punctuality, the medicines no”, manifested our coordinator, the nurse Ana
  Paguada.

en: -
A former contractor who spoke to our members put it this way: “They paid me to be nice for twelve
  hours.”

es: -
Los viajeros portaban brazaletes, que según indicaron servían «para que nos contaran como bultos».

es: -
«A mi niño lo sacaron dormido y despertó en otro lado»: así lo narra una madre que lleva cinco meses
  en espera.

en: Marie-Ange
Marie-Ange, a hairdresser from the coast, said she paid for three seats. “The driver said the baby
  had no ticket,” she said.

es: Génesis
La idea fue de Génesis, quien a sus 16 años ya se ha mudado. «Pinté una puerta porque es lo que más
  extraño», explica.

es: Romina
Romina, de once años, presidió la sesión con una advertencia: «El que hable más de dos minutos se
  queda sin recreo».

en: -
A boy gave us a drawing. On the back he had written, “I was here on Tuesday.”

en: none
Volunteer coordinator Ana Paz joked. “You don't need to be a saint,” reads the flyer. “You need
  sheets.”

en: -
The minister, Ana Paz, sat down.
“All forty-two, and I ate at six of them,” came the reply.
"""


@pytest.mark.parametrize(("language", "speakers", "paragraphs"), read(_CASES))
def test_the_words_are_of_whom_the_sentences_tell(
    language: str, speakers: list[str | None], paragraphs: list[str]
) -> None:
    assert [name for _, name in said(*paragraphs, language=language)] == speakers
