"""Speakers named by letters alone, by an office, only later, or by the line of a block quote.

All names, words and events are fiction, written for these tests.
"""

from __future__ import annotations

import pytest

from kb.extractors import extract
from kb.parsers import parse
from kb.records import Source
from tests.test_quotes import document, said
from tests.voice_cases import read

_CASES = """
en: K.L.
The lead plaintiff, K.L., was 16 when she was sent back.
“They asked me to sign in a language I do not read,” K.L. said in a statement.

en: J.M.
The case was brought on behalf of J.M., who left at 15.
J.M. heard the news at work. “I sat down on the bricks,” he said through an interpreter.

en: A.G.
According to A.G., a boy from Quiché, “the sea smells of gasoline at night”.

es: B.R.
La joven B.R., de 15 años, pasó once días en la estación. «Contaba los ladrillos para dormirme», dice.

en: Norma Rivas
Sister Norma Rivas, M.J., who directs the centre, counts 18 families.
“They ask us for a telephone number,” she said.

es: -
Nos dijo una madre en la pista: «Yo no quería que me lo devolvieran».

en: -
The order came from the U.S., a country of courts. “A form is not a reason,” it says.

en: Phyllis Grandstaff
State Auditor Phyllis Grandstaff called it fixable. “This is not about money,” she said.

en: Marjorie Lindholm
“A child without a paper is easy prey,” said Chargé d'Affaires Marjorie Lindholm at the opening.

es: Efrén Tapia Nava
«El registro es gratuito», recordó el oficial mayor, C. Efrén Tapia Nava.

en: Roy Eastman
Captain Roy Eastman met the volunteers. During the visit the Captain said: “Nobody is paid to be rude.”

es: Hilario Mena
Don Hilario Mena lleva la lancha. Según él, «el río cobra más que los coyotes».

en: Agnes Doyle
Sister Agnes Doyle runs the kitchen. According to her, “the youngest eat last because they wait”.

es: Irma Bustos
La psicóloga Irma Bustos atiende a doce menores. Para ella, «lo primero es dormir; lo segundo, hablar».

en: Dolores Whitfield
A prosecutor said on Friday that the office “will not charge a single child for crossing a river”.
The prosecutor, Dolores Whitfield, spoke after a meeting.

en: Harriet Coyle
LAREDO, Texas - A federal judge ordered that 117 children be moved, saying that “no child can reach a window”.
The ruling by U.S. District Judge Harriet Coyle is the second.

es: Alma Oyuela
Una jueza ordenó el jueves trasladar a 117 niños, y dijo que «ningún niño alcanza una ventana».
La resolución de la jueza Alma Oyuela es la segunda.

es: -
Una maestra contó que «ningún niño alcanza una ventana».
La maestra jubilada Alma Oyuela donó los libros; otra maestra, Ana Paz, los ordenó.

es: Rubén Alcocer
El vocero, quien habló de pie, dijo que «los números no caben en la pizarra». Se trata de Rubén Alcocer.

en: -
The Local Repatriation Arrangements do not allow this. As a father from Ahuachapán told our shelter:
“They gave me back my belt on the bridge. They did not give me back my nephew.”

es: A. L.
«Mi hermano no sabe escribir», dice la carta que dejó A. L., de 12 años, en la puerta.

es: Ana Paz
La directora, Ana Paz, lo corrige: «Cien días ya son cien años». «No hay mal que dure», dice el refrán.

en: Ana Paz
“They are somebody's children,” wrote Ana Paz. “They are children.” Bishop Tom Hill will say Mass on Sunday.

es: Matilde Coc; Matilde Coc
—Yo le dije que se quedara —cuenta doña Matilde Coc, abuela de los tres.
—¿Y ahora? —se le pregunta.
—Ahora lo llamo yo, todos los domingos.

en: Winifred Okoro; Winifred Okoro
Q. What surprised you?
A. That they ask for pencils before they ask for a telephone.
Q. And what worries you?
A. That we have more telephones than pencils.
Dr. Winifred Okoro is a psychologist with the network.

es: Graciela Mondragón; Graciela Mondragón
Pregunta: ¿Cuántas solicitudes llegaron?
Respuesta: Cuatrocientas doce, el doble que hace un año.
Pregunta: ¿Y cuántas se resolvieron?
Respuesta: Noventa. Nos faltan manos.
Responde Graciela Mondragón, jefa de la oficina.

en: Malachy Stroud; Malachy Stroud
In his Lenten letter, Bishop Malachy Stroud asks for the names. “A number has no mother,” the bishop writes.
Deacon Rufus Ames keeps the list of names.
The letter ends: “We will stop reading when you stop sending.”

es: Olimpia Fajardo; Yulissa; Olimpia Fajardo
La directora, Olimpia Fajardo, habló primero. «Cada bus trae una maestra», comentó.
Una de ellas, Yulissa, de 16 años, bajó con dos niños. «No los suelto», dijo.
Consultada sobre la espera, la funcionaria admitió: «Seis horas en una banca no es una recepción».

es: Lázaro Pineda
El capitán de bomberos Lázaro Pineda dirigió la búsqueda. «El río baja con arena», explicó el capitán.

es: Evaristo Coronado
El juez Evaristo Coronado reabrió el caso. El juzgador sostiene que «ninguna prisa vale una infancia».

es: J.C.P.
El adolescente, identificado en autos como J.C.P., supo del fallo. «¿Eso es que me creyeron?», preguntó.

en: Clement Rourke; Lourdes Ibáñez
Bishop Clement Rourke had the last word: “Three old people, one small light.”
The walkers were met by Sister Lourdes Ibáñez, who runs the shelter of St. Brigid. The shelter, she told
  them, has “more shoes than feet”.

en: none
One of its guests, a girl who gave her age as “almost ten”, asked to hold the lantern.

es: Perla Noriega
Así lo narra la abogada Perla Noriega: «La carta decía que no».

es: Lorenzo Vidal; Lorenzo Vidal
Lorenzo Vidal dirige la casa.
¿Qué cambió este año?
Lorenzo Vidal: Antes los llevaban de noche; ahora llegan de día.
¿Basta con eso?
Lorenzo Vidal: No basta, pero es la primera vez que sabemos cuántos son.
"""
_BLOCKS = [
    (
        "La brigada fue.\n\n> Tocamos y sale un niño: «mi mamá no está». Siempre no está.\n\n"
        "Son palabras de la maestra Julia Ceballos, delegada sindical, ante la asamblea.",
        ("Tocamos y sale un niño: «mi mamá no está». Siempre no está.", "Julia Ceballos"),
    ),
    (
        "Ganamos.\n\n> El expediente contestó: «por sexo y edad». La menor contestó: «por maldad».\n\n"
        "Así narra la audiencia la abogada Perla Noriega, quien llevó el caso.",
        ("El expediente contestó: «por sexo y edad». La menor contestó: «por maldad».", "Perla Noriega"),
    ),
    (
        "Ruth Oyelaran drove the van.\n\n> The children sing until the checkpoint.\n\nShe retires in June.",
        ("The children sing until the checkpoint.", "Ruth Oyelaran"),
    ),
]


@pytest.mark.parametrize(("language", "speakers", "paragraphs"), read(_CASES))
def test_who_is_named_in_another_way_speaks(
    language: str, speakers: list[str | None], paragraphs: list[str]
) -> None:
    assert [name for _, name in said(*paragraphs, language=language)] == speakers


def test_whom_letters_stand_for_is_not_among_the_people() -> None:
    found = document("The case was brought by J.M., who is 20. “I waited,” J.M. told Ana Paz, a lawyer.")

    assert [each.speaker for each in found.quotes] == ["J.M."]
    assert [each.name for each in found.people] == ["Ana Paz"]


@pytest.mark.parametrize(("text", "quote"), _BLOCKS)
def test_a_block_quote_is_one_whatever_marks_it_holds(text: str, quote: tuple[str, str]) -> None:
    release = f"# Casa del Faro cumple diez años\n\n{text}\n"
    source = Source(location="x", content=release.encode(), media_type="text/markdown", sha256="0" * 64)

    assert [(each.text, each.speaker) for each in extract(parse(source)).quotes] == [quote]


@pytest.mark.parametrize(
    "quoted",
    [
        "<blockquote>&ldquo;Paperwork is a lullaby.&rdquo;<br>Nurse Odette Fairbanks</blockquote>",
        "<blockquote>Paperwork is a lullaby.<footer>Principal Odette Fairbanks, Millrace Elementary</footer>"
        "</blockquote>",
        '<aside class="pullquote"><p>Paperwork is a lullaby.</p><p>— Odette Fairbanks</p></aside>',
        '<div class="pullquote"><p>Paperwork is a lullaby.</p><span>Odette Fairbanks, nurse</span></div>',
    ],
)
def test_a_name_below_the_words_of_a_block_signs_them(quoted: str) -> None:
    page = (
        "<html><body><h1>Hospital opens a night desk</h1><p>The hospital opened a night desk for those"
        f" who arrive without a parent.</p>{quoted}<p>The desk is open every day.</p></body></html>"
    )
    source = Source(location="x", content=page.encode(), media_type="text/html", sha256="0" * 64)

    assert [(each.text, each.speaker) for each in extract(parse(source)).quotes] == [
        ("Paperwork is a lullaby.", "Odette Fairbanks")
    ]


def test_the_footer_of_a_block_quote_signs_words_that_hold_marks() -> None:
    page = (
        "<html><body><h1>Casa del Faro cumple diez años</h1><p>La casa abrió con seis camas y"
        " hoy tiene cuarenta, repartidas en dos pisos.</p><blockquote><p>El expediente decía: «el menor desea"
        " volver». Nadie le había preguntado.</p><footer>Tamara Quijano, abogada</footer></blockquote>"
        "</body></html>"
    )
    source = Source(location="x", content=page.encode(), media_type="text/html", sha256="0" * 64)

    assert [(each.text, each.speaker) for each in extract(parse(source)).quotes] == [
        ("El expediente decía: «el menor desea volver». Nadie le había preguntado.", "Tamara Quijano")
    ]
