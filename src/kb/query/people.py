"""Names of people in a question, which mean nobody else and are not translated: *María*, *Ana Marín* (pure).

Given names common in Mexico, Central America and English; a surname is a word with a capital behind one. The
names that are words, too (*Luz*, *Victoria*, *Hope*), are names only where a surname follows.
"""

from __future__ import annotations

from kb.text.folding import fold
from kb.text.words import WORD

_GIVEN = frozenset(
    """
    abigail abraham adan adela adriana agustin aida alan alba alberto aldo alejandra alejandro alex alexander
    alexandra alfonso alfredo alicia alma alonso alvaro amanda amelia ana anabel andrea andres andrew ann anna
    antonia antonio araceli ariana ariel armando arturo ashley augusto aurelio beatriz benito benjamin berta
    blanca brayan brenda brian bryan camila carla carlos carmela carmen carolina catalina catherine cecilia
    celia cesar charles christian christopher claudia consuelo cristian cristina cristobal cynthia dalia
    daniel daniela david debora delmy denis dennis diana diego dora doris dulce edgar eduardo edwin efrain
    elena elias elisa elizabeth elmer elsa emilia emiliano emilio emily emma enrique erick erika ernesto
    esteban estela estela esther eugenia eugenio eva fabiola fatima felipe felix fernanda fernando fidel flor
    francisca francisco gabriel gabriela genesis george gerardo german gilberto gioconda gladys gloria gonzalo
    graciela gregorio guadalupe guillermo gustavo hannah hector heidi henry hernan hilda hugo ignacio ileana
    iliana ines irma isaac isabel isabella isaias ismael ivan jacinta jacobo jaime james javier jeanette
    jennifer jesica jessica jesus joaquin joel john jorge jose joseph joshua josefina josue juan juana juanita
    julia julian juliana julieta julio karen karina karla kathleen keidy kelly kenia kevin larisa laura lauren
    leonardo leonel leonor lesbia leticia lidia lilian liliana linda lorena lorenzo lourdes lucas lucia luis
    luisa luz magdalena manuel manuela marcela marcelo marco marcos margaret margarita maria mariana marina
    mario marisol maritza marlen marlon marta martha martin mary mateo matthew mauricio mayra melissa melvin
    mercedes michael michelle miguel milagros mildred minerva miriam mirna moises monica nadia nancy natalia
    nelson nicolas noe noemi nora norma octavio olga olivia omar orlando oscar osman pablo pamela patricia
    patrick paula paulina pedro petrona priscila rachel rafael ramiro ramon raquel raul rebeca rebecca ricardo
    richard rigoberto robert roberto rocio rodolfo rodrigo rolando romeo rosalia rosario rosaura roxana ruben
    rufino ruth salomon salvador samantha samuel sandra santiago santos sara sarah sebastian sergio sharon
    silvia simon sofia sonia sonia stephanie steven susan susana susanna sylvia tania tatiana teresa thelma
    thomas timothy tomas valentina valeria vanessa vicente victor victoria vilma vincent violeta virginia
    vivian walter wendy wilber wilfredo william wilmer ximena yadira yamileth yanira yareli yesenia yolanda
    zoila zulema
    """.split()
)
# Those that are words of either language, or places, too.
_WORDS = frozenset(
    """
    adela alba alma angel april august aurora bill blanca christian clara clemente consuelo dolores dulce
    esperanza estela estrella faith felix fidel flor genesis german gloria grace guadalupe hope iris jacinta
    jordan joy julio kenia linda lorena lourdes luz magdalena mar marco marina mario mark mateo maria may
    mercedes milagros minerva norma patricia paz pilar ramon rosa rosario salvador santiago santos sol soledad
    virginia victoria violeta will
    """.split()
) - frozenset(["maria", "mario", "mateo", "lorena", "patricia", "ramon", "adela", "jacinta"])


def people(text: str) -> frozenset[str]:
    """The folded words of a question that are names of people; none in a question in capitals.

    >>> sorted(people("¿Quién es Ana Marín?")), sorted(people("maría")), people("Luz eléctrica")
    (['ana', 'marin'], ['maria'], frozenset())
    >>> sorted(people("Victoria Lagos y San Salvador")), people("NIÑOS DE JUAN")
    (['lagos', 'victoria'], frozenset())
    """
    if text == text.upper():
        return frozenset()
    words = [*WORD.finditer(text)]
    capitals = [each[0][0].isupper() and not each[0].isupper() for each in words]
    named: set[str] = set()
    called = False  # the word before is a name
    for at, word in enumerate(words):
        folded = fold(word[0])
        joined = at > 0 and text[words[at - 1].end() : word.start()] == " "
        followed = (
            at + 1 < len(words) and capitals[at + 1] and text[word.end() : words[at + 1].start()] == " "
        )
        behind = called and joined and capitals[at]  # a name, with a capital as this word has
        if folded in _WORDS:
            opens = capitals[at] and followed and not (joined and capitals[at - 1])
            called = behind or opens
        else:
            called = behind or folded in _GIVEN
        if called:
            named.add(folded)
    return frozenset(named)
