"""Who heads a body that the text names, somebody without a name beside one who has spoken, letters for names.

All names, words and events are fiction, written for these tests.
"""

from __future__ import annotations

import pytest

from tests.test_quotes import document, said
from tests.voice_cases import read

_HEADS = """
es: Raúl Choc; Ana Paz
La presidenta del Sistema DIF Norte, Ana Paz, cortó el listón. Habían pasado once meses.
Por su parte, el procurador Raúl Choc informó de los planes. “Cada niño tiene el suyo”, puntualizó.
Los vecinos construyeron las aulas y la cancha.
El centro abre mañana a las ocho.
Finalmente, la titular del organismo agradeció el respaldo. “Solos no hubiéramos podido”, reconoció.

es: Raúl Choc; Ana Paz
La presidenta del Sistema DIF Norte, Ana Paz, vino con el director Raúl Choc. “Llegaron de noche”, dijo Choc.
“Nadie tocó la puerta antes”, afirmó la titular del DIF.

es: Raúl Choc; -
La presidenta del Sistema DIF Norte, Ana Paz, vino con el director Raúl Choc. “Llegaron de noche”, dijo Choc.
“Nadie tocó la puerta antes”, afirmó la titular de la Secretaría de Salud.

es: Ana Paz; -
“Cada niña tiene derecho a una cama”, dijo la presidenta del Sistema DIF Norte, Ana Paz.
“Nadie tocó la puerta antes”, afirmó la presidenta del Hospital Civil.

es: Ana Paz; Eva Luna
La secretaria de Salud, Ana Paz, y la secretaria de Relaciones Exteriores, Eva Luna, firmaron el convenio.
“La vacuna espera”, dijo la titular de la Secretaría de Salud.
“El consulado no espera”, respondió la titular de la SRE.

en: Ana Paz; Tom Hill; -
The director of the Office of Refugee Services (ORS), Tom Hill, opened the house.
Judge Ana Paz came later. “The beds are new,” she said.
“We waited for a year,” said the head of the ORS.
“We waited for two,” said the head of the National Guard.

es: Ana Paz
La jueza es Ana Paz, titular del Juzgado Segundo. «Le pido que le hable al dibujo», comentó a esta Gaceta.

es: Ana Luna
La canciller Ana Luna y su colega hondureño, Octavio Paz, firmaron el acta.
Los autobuses ya no saldrán de noche. “Esto cabe en dos hojas”, dijo la funcionaria.

es: Heidi Choc; Heidi Choc; Ramón Cruz
La directora de la Escuela Rural, Heidi Choc, perdió a 19 alumnas. “Se fueron en enero”, lamentó la maestra.
“Nos faltan cuadernos”, dijo Choc.
El comandante Ramón Cruz la saluda. “Nos ha enseñado derecho a todos”, reconoce el oficial.

es: Alba Frutis; Emily; Raúl Choc
“A un niño se le inscribe”, puntualizó la directora Alba Frutis junto al secretario Raúl Choc.
En representación del alumnado habló Emily, de 11 años. “Yo sueño en los dos idiomas”, expresó.
El convenio se replicará en otros estados. “Es el que más se va”, reflexionó el funcionario estatal.

es: Celia Luna; Rogelio Paz; Rogelio Paz
El P. Rogelio Paz, secretario de Cáritas, vino con Celia Luna. «Les dejaron la litera de arriba», contó Luna.
«No les pedimos que cambien el mundo —dijo el sacerdote—, les pedimos que muevan un sillón».
«Y que lo muevan hoy», agregó Paz.

es: Conrado Paz; Ana Luna; Conrado Paz
Conrado Paz SJ, director de la casa, advirtió: “La espera también expulsa”.
“Es aburrimiento”, comentó Ana Luna.
“Para un chavo de quince es toda la vida”, dijo el jesuita.

es: Teresa Luna
Toma clases con la maestra Teresa Luna. “Aprende tan rápido que me asusta”, confiesa ella.

es: Abdiel Luna
El defensor Abdiel Luna presentó el informe. Nadie lo esperaba.
La Defensoría volverá en abril. Su titular lo avisó con una sonrisa: “No diremos el día”.

es: Óscar; Lupita
Óscar llegó con quince años. “Yo pensaba otra cosa”, nos dijo.
En la cocina manda Lupita, que cada día hace tortillas. “Comen como si se acabara”, bromea la cocinera.
"""

_OTHERS = """
es: Ana Paz; -
La cónsul Ana Paz baja la voz: “Mire, somos dos”.
Este diario pidió una entrevista. “Se le dará respuesta en su oportunidad”, contestó la oficina de prensa.

es: Ana Paz; Ana Paz
La cónsul Ana Paz baja la voz: “Mire, somos dos”.
“Se le dará respuesta en su oportunidad”, contestó la semana pasada.

es: Ciro Paz; Eva Luna
Ciro Paz busca a su nieto. “Ahí se espera afuera”, dice.
Lo acompaña Eva Luna, del Comité de Familiares. Ella enseña a los que empiezan. “Nunca les diga que es su
  abuelo”, le advirtió a Paz el primer día.

es: Eva Luna
“Nunca les diga que es su abuelo”, le dijo a Ciro la señora Eva Luna.

es: Rita Gómez; -
La subinspectora Rita Gómez halló el cuaderno. “No había leído nada peor”, dijo.
En una página está escrito: «Los chicos van el lunes, la muchacha no va».

en: Tom Hill; -
Tom Hill spoke. “We are tired,” he said.
A memo of December 12, obtained by the union, tells supervisors that “officers who exceed the time must
  explain the reason in writing before the end of the shift”.

es: -
Según el Informe Especial 02-23, «ninguno de los niños fue entrevistado en los diez días que siguieron».

en: -
The contractor, Brightline Sanitation, said in a statement that it “does not employ minors in its plants”.

en: Ana Paz; -
Ana Paz weighs babies. “There is one tap for six hundred people,” says Paz.
A woman from Port-au-Prince sits on the step with a child who is not hers. “He followed me,” she tells us.

en: Ana Paz; -
“They came at night,” said Ana Paz, and her brother replied, “they left at dawn.”

es: Karla Luna; -
“Es un lugar de pausa”, dijo Karla Luna, directora del albergue.
Entre las primeras en llegar está una adolescente que huyó con lo puesto. “La puerta cierra por
  dentro”, susurró.

es: Perla Solís; -
La directora Perla Solís recordó: “Ningún menor puede pasar la noche aquí”.
Al corte de listón asistió también un niño de 13 años. “Sólo quiero que mi mamá sepa que estoy bien”, dijo.

en: -; -; -
“Children wait for years in rooms,” human rights advocates warn.
“Children wait for years in cells,” warn doctors at the clinic.
Lawyers argue that “children wait for years in rooms without a window”.

es: Osman; -
Osman, de 16 años, camina con su primo. “Ya no siento los pies”, dice.
El presidente de Estados Unidos amenazó con cortar la ayuda: “Si no paran no recibirán ni un dólar más”.

en: -
The bishops quoted the Gospel of Matthew: “I was a stranger and you welcomed me.”

es: Baudilio Luna
—Contestó una voz de niña que decía «no tenemos llave» —relató el comisario Baudilio Luna—. Ya no tocamos.

es: none
El Instituto refrenda su compromiso: una migración «segura, ordenada y regular».

es: none
Lo acompaña Eva Luna, a quien en los consulados llaman “la Señora de las Fotos”. Ella enseña.

en: none
Eva Luna, whom the children call “the Lady of the Photos”, opened the door.
"""

_TOGETHER = """
en: -
The experts urged the government to act. Ana Paz, a lawyer, was in the room. “The risk is real,” they warned.

es: Ana Paz y Eva Luna
Ana Paz y Eva Luna vinieron de noche. “No hay camas”, denunciaron.

es: -
Ana Paz vino de noche. Los vecinos protestaron. “No hay camas”, denunciaron.

en: Ana Paz
According to Ana Paz, “the bus drivers were the first fans”. They asked for the times of the broadcast.
"""

_NAMES = """
en: -
GENEVA (22 June 2018) – The experts called for release. “Some will never see their parents again,” she warned.

es: Lamine; Lamine
Lamine salió de Guinea a los quince años. “Yo soy el traductor de mi grupo”, dice en español.
“Porque aquí significa dos cosas”, responde Lamine.

en: Alejandra
One of those children, Alejandra, came from Honduras. “My lawyer came to my graduation,” she told the authors.

es: Isidro “El Güero” Plata
El bombero Isidro “El Güero” Plata volvió con dos muñecas. “No sé nadar bonito”, respondió Plata.

es: Inés Cal y Mayor; Inés Cal y Mayor
Para la maestra Inés Cal y Mayor, coautora, “el niño firma un papel que nadie le leyó”.
“Y después le preguntan por qué”, dijo Inés Cal y Mayor.

es: Ana Paz
“No pasa nada”, dijo Ana Paz, y Gómez asintió.

en: Arturo Echandi; Priya Raman
“We have the same questions now,” said the President Pro Tempore of the Conference, Vice-Minister Arturo
  Echandi.
According to Assistant Professor of Law Priya Raman, it matters. “Move a case and the odds double,” Raman
  said.

es: K.
Uno de ellos, K., de 16 años, tocó una pelota. “Adentro contábamos los aviones”, dijo.

en: D.; D.
“We counted the planes,” said D., a 15-year-old from Choluteca.
“Here I lost count,” D. added.

en: J. K. Hill
“We counted the planes,” said J. K. Hill, 45, a lawyer.

es: Ana Paz
“Esperamos horas en la puerta”, dijo T.S. Ana Paz.

en: Ana Paz
“We waited at the gate,” said Cllr. Ana Paz.
"""


_PARTS = """
es: Lucha Berlanga
"Ahora también me la paso despierta", dice y se ríe Lucha Berlanga, "pero es porque no se callan".

es: Gerardo Ulate
«Cuando a un niño le quitan al hermano», escribe Gerardo Ulate, obispo, en una carta que se leyó el domingo,
  «le quitan lo último que traía».

en: Ana Paz
“They came at night,” says Ana Paz and laughs, “and they left at dawn.”

en: Ana Paz; Tom Hill
“They came at night,” said Ana Paz, while Tom Hill noted that “they left at dawn.”
"""


@pytest.mark.parametrize(
    ("language", "speakers", "paragraphs"),
    [*read(_HEADS), *read(_OTHERS), *read(_TOGETHER), *read(_NAMES), *read(_PARTS)],
)
def test_the_words_are_of_the_head_or_of_another(
    language: str, speakers: list[str | None], paragraphs: list[str]
) -> None:
    assert [name for _, name in said(*paragraphs, language=language)] == speakers


def test_whom_a_letter_stands_for_is_not_among_the_people() -> None:
    found = document("“Contábamos los aviones”, contó M. (15 años), de Choluteca.", language="es")

    assert [each.speaker for each in found.quotes] == ["M."]
    assert found.people == ()
