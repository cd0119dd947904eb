"""Speakers whose names stand among long offices, titles, brackets, initials and particles.

All names, words and events are fiction, written for these tests.
"""

from __future__ import annotations

import pytest

from tests.test_quotes import said
from tests.voice_cases import read

_CASES = """
en: Craig Mullane
“He was paid to drive them home,” said Special Agent in Charge Craig Mullane, Customs Investigations, Laredo.

en: Dwight T. Farrow
“Smugglers check no papers. We do,” said HSI El Paso Acting Special Agent in Charge Dwight T. Farrow.

en: Laurence Dibba
"They have stopped playing," said Laurence Dibba, UNICEF Regional Director a.i. for Latin America and the
  Caribbean. "A team can treat blisters in an afternoon."

es: Pieter van Wijk
El Encargado de Negocios, a. i., de la Embajada, Sr. Pieter van Wijk, expresó: «Hemos aprendido más de lo que
  hemos enseñado».

en: Jonathan P. Adderley
"The order says children go home," said Jonathan P. Adderley, Esq., of counsel to the plaintiffs.

en: Mary St. Clair
“Nobody came for them,” said Mary St. Clair, the vicar.

en: J.M. Hartwell
“Nobody came for them,” J.M. Hartwell said.

en: van der Hoeven-Aalst
The figures, Ms. van der Hoeven-Aalst said, “should shame every government in the room”.

en: Farida al-Nasser
“We will keep asking,” said Farida al-Nasser, Regional Director, a.i., of the Office for the Caribbean.

en: Maurice "Moe" Lindqvist
"We know their names," said Detective Sergeant (Ret.) Maurice "Moe" Lindqvist. "We know their mothers."

en: Hannelore Fitzroy
“Reunification,” writes Professor Emerita Hannelore Fitzroy, “is a verb that takes years.”

es: Patricia Espina
“La red consular ha crecido”, dijo la Embajadora Emérita Patricia Espina, presidenta del Consejo.

es: Óscar Adán Ruz
“Pedimos techo y escuela”, enumeró el Pbro. Óscar Adán Ruz C.S., secretario de la pastoral.

es: Ángel Custodio Rey
«Se le pregunta qué sueña», nos recordó en su visita monseñor Ángel Custodio Rey, obispo de Yoro.

en: Tom Hill
"We did not know where she was," said Ana Paz's lawyer, Tom Hill.

en: Annelise Krogh
“It took too long,” said Save the Little Ones’ Country Director for Mexico and Honduras, Annelise Krogh.

en: Amos Field and Greta Lindahl
Sens. Amos Field (R-Utah) and Greta Lindahl (D-Minn.) said in a joint letter: “We expect an answer by Friday.”

en: Maeve Holloran; Maeve Holloran
Senators Maeve Holloran and Tom Hill wrote the bill. "Ask any parent," Holloran said. "They will tell you."
"It is plain," Holloran added.

en: Ray Ontiveros
In the words of Councilmember-elect Ray Ontiveros: “My mother crossed at twelve.”

en: Rune Sandvik-Hall
“We are grateful,” said Ambassador Extraordinary and Plenipotentiary of the Kingdom of Norway to Mexico, H.E.
  Mr. Rune Sandvik-Hall.

en: Corbin J. Tate
"It's one day," said Deputy Secretary-designate of Health and Human Services Corbin J. Tate.

en: Y.S.P.
A girl identified in the record as Y.S.P., said only, “I want my shoes back.”

en: Verna Two-Rivers and Dale Hutto
Chief Verna Two-Rivers of the Border Confederacy and Sheriff Dale Hutto of Cochrane County issued a joint
  appeal: “Leave the water where it is.”

es: Dolores Pal y Flor Rigo
La hermana Dolores Pal, CSJ, y el padre Flor Rigo, C.S., coinciden: “Primero se sirve el café”.

es: E.J.R.M.
“Yo firmé porque me dijeron ‘firme’”, declaró el adolescente identificado como E.J.R.M., de 16 años,
  ante la jueza.

es: Estela de la Garza y Robles
“Tenemos cuatro teléfonos”, dijo la cónsul general, Estela de la Garza y Robles.

es: Mario Fiandra
El Vicario Apostólico de Petén, Mons. Mario Fiandra S.D.B., lamentó que “los puentes se hayan vuelto jaulas”.

es: Olga Sánchez-Cordón
“Es un acto de justicia”, aseveró la Ministra en Retiro de la Suprema Corte y Presidenta del Patronato, Dra.
  Olga Sánchez-Cordón.

es: Alejandro Encina
De acuerdo con el Subsecretario de Derechos Humanos, Población y Migración, Lic. Alejandro Encina, «el
  protocolo está en la mesa; falta la silla».

es: Emir Cauich; Emir Cauich
“Nos faltan intérpretes”, dijo el magistrado Emir Cauich, quien además urgió a “no confundir silencio con
  consentimiento”.

en: none
The T-shirts said “Abolish the cold rooms.”

en: -
Under the settlement, the government “shall release a minor from custody without any delay.”

en: -
One line of the directive stands out: “Officers shall not separate siblings.”

en: -
The union's message to the agency was blunt: “Hire lawyers or hire locksmiths.”

es: Mercedes Doret
“Esto”, dice la forense Mercedes Doret señalando una caja, “es todo lo que sabemos de cuarenta personas”.

es: Trinidad Xol viuda de Caal
“Soy la abuela”, se presentó por teléfono doña Trinidad Xol viuda de Caal. “No cuelgue”.

es: -
La Sala resolvió amparar a la menor “para el efecto de que se deje sin valor la orden de retorno”.

en: Amara Dial; Pete Yaz
“This is not the end,” said Amara Dial. “It is not even a comma.” Her co-counsel, Pete Yaz, laughed. “It is a
  semicolon,” he said.

en: Ray Don Tillman
"I have nineteen grandkids," drawled Deputy Ray Don Tillman.

en: Wei-Ling Chow
Ms. Wei-Ling Chow (International Border Alliance): “Alternatives exist. They are cheaper.”

es: Mercedes Luz
Mercedes Luz llegó con su silla. "Yo no me muevo", avisó ella.

es: -
El comunicado conjunto destaca “la voluntad de avanzar en la documentación gratuita de los niños”.

en: Terrence O'Dell
"Sponsors are a way home," said Special Agent in Charge Terrence O'Dell of Homeland Inquiries, Lakeland.

en: Ferris of Wick
He was joined by Baroness Ferris of Wick. Lady Ferris told students: 'Do not let a border
  make a child smaller.'

en: Oswaldo Duarte
“Consensus is when nobody is happy,” the chairman, General (ret.) Oswaldo Duarte, said when he closed the
  meeting, “but I have looked at your faces.”

en: Phil Gantry
“We asked,” said Phil Gantry, deputy administrator of the county’s Office of Children’s Placement.

en: Alejandra Montes
Costa Rica’s Alejandra Montes: “It is not ambitious. It is two days.”

es: Dario Peralta
El licenciado Dario Peralta llegó tarde. Peralta busca entre sus hojas y contesta que "eso no obra en autos".

es: Isidro Montes; -
El secretario, C. Isidro Montes, leyó el oficio: "No se puede". Desde el fondo alguien
  gritó: "¡Que maneje él!".

es: -
Isidro Montes cerró la carpeta. Tomó después la palabra un compañero con 20 años de servicio, próximo a
  jubilarse: "El otro día una niña me preguntó si yo era el bueno".

es: -
Según el parte, uno gritó en inglés «help, help, we are here», porque creyó que ya había cruzado.

es: Xinia Badilla; Xinia Badilla
“La mayoría se considera trabajador”, explicó Xinia Badilla, coordinadora. Por eso, a su juicio, “los
  servicios que esperan a un niño asustado no saben qué hacer”.
"""


@pytest.mark.parametrize(("language", "speakers", "paragraphs"), read(_CASES))
def test_a_name_is_found_among_offices_and_titles(
    language: str, speakers: list[str | None], paragraphs: list[str]
) -> None:
    assert [name for _, name in said(*paragraphs, language=language)] == speakers


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The Pledge states that “no request shall be returned for want of a stamp”.", "no request shall"),
        ("“No child shall be held for long,” the settlement says.", "No child"),
        ("“The child shall be heard,” reads Section 4 of the Act.", "The child"),
        ("They recalled the comment, according to which “return is to be arranged with care.”", "return is"),
        (
            "The memorandum describes a trailer in which “the youngest slept in a closet for warmth.”",
            "the youngest",
        ),
        ("La norma es clara: “La falta de papeles no será obstáculo”.", "La falta"),
        ("Para el tribunal, «la vulnerabilidad de quien huye no atenúa la conducta».", "la vulnerabilidad"),
        ("«Nadie podrá ser privado de su libertad», señala el artículo 5 del reglamento.", "Nadie podrá"),
        ("En la parte medular de la sentencia se lee: “El silencio de un niño no es un sí”.", "El silencio"),
    ],
)
def test_a_clause_of_a_law_or_a_report_is_a_quotation_of_nobody(text: str, quote: str) -> None:
    [(words, speaker)] = said(text, language="es")

    assert words.startswith(quote)
    assert speaker is None


@pytest.mark.parametrize(
    ("language", "paragraphs", "quotes"),
    [
        (
            "es",
            (
                "“Traen un papelito que se moja”, relata Wendy Madrid, voluntaria de 24 años en el puesto.",
                "“Entonces llamamos a la escuela”.",
            ),
            [("Traen un papelito que se moja. Entonces llamamos a la escuela", "Wendy Madrid")],
        ),
        (
            "en",
            (
                "“I am asking for a bedroom,” said Bishop Karin Sand.",
                "“Somebody met our grandparents.",
                "“Let us be somebody.”",
            ),
            [("I am asking for a bedroom. Somebody met our grandparents. Let us be somebody.", "Karin Sand")],
        ),
        (
            "en",
            (
                "“The path is quiet,” said Eneida Cairo.",
                "“Children forget their address.”",
                "“Children forget their address.”",
            ),
            [("The path is quiet", "Eneida Cairo"), ("Children forget their address.", "Eneida Cairo")],
        ),
        (
            "en",
            (
                "The minister, Lord Carrow, said:",
                "'I met a girl who had walked for a month. She didn't ask me for anything.",
                "'We will stand with those who look after her.'",
            ),
            [
                (
                    "I met a girl who had walked for a month. She didn't ask me for anything."
                    " We will stand with those who look after her.",
                    "Carrow",
                )
            ],
        ),
        (
            "es",
            (
                "«Huyó de alguien que vive cerca de ese “país seguro”.",
                "»Cuando oyó la noticia sacó la maleta».",
                "— Testimonio recogido en Santa Ana",
            ),
            [
                (
                    "Huyó de alguien que vive cerca de ese “país seguro”."
                    " Cuando oyó la noticia sacó la maleta",
                    None,
                )
            ],
        ),
    ],
    ids=["paragraph below", "several paragraphs", "pull quote", "single marks", "a mark inside"],
)
def test_paragraphs_below_an_attribution_go_on_with_its_quotation(
    language: str, paragraphs: tuple[str, ...], quotes: list[tuple[str, str]]
) -> None:
    assert said(*paragraphs, language=language) == quotes
