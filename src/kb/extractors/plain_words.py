"""Which capitalised words are words of the dictionary and name nobody: "Bodega", "Maestría", "Voicemail".

A given name alone, or a run such as "Night Desk", can be told from a person only by what it means. Many
given names are words themselves ("Rosa", "Grace"); those are listed, because a person must not be lost.
"""

from __future__ import annotations

from functools import cache

from kb.text.folding import fold
from kb.thesaurus.lexicon import load

_LANGUAGES = (("en", "es"), ("es", "en"))
# Words that people are given for a name.
_GIVEN = frozenset(
    """
    abad abril alba alma amada amado amber america amor amparo angel angela angeles april archer argentina
    art asia asuncion august augusto aura aurora autumn auxilio basil bea belen bella benigno berry
    bienvenida bienvenido bill blanca bonifacio brisa brook bruno buddy camelia candida candido candy caridad
    carol carter casimiro casto celeste cesar chad chance chandler charity chase cherry chico chip christian
    cielo clara clay clemente cliff concepcion concha constance consuelo cooper coral cristal cruz crystal
    custodio daisy dale dalia dawn dean delfin delfina destiny diana digna digno dolores domingo dot drew
    duke dulce earl encarnacion ernest esmeralda esperanza estrella eve faith fe felicidad felicity fern
    fidel fiel fletcher flint flor flora florence forest fortunato franco frank gale gema gene genesis german
    ginger glen gloria grace gracia grant grey guadalupe guy harmony harper harry hazel heather herb holly
    honey honor hope hortensia hunter inocencia inocente ira iris israel ivy jacinto jack jade jan jasmine
    jay jazmin jean jerry jesus jordan joy julio june junior justice justo ken kenia king lance lane laurel
    leal leo leon libertad liberty lila lily linda lino lirio lluvia lucas luna luz magnolia mar marcial
    marco marcos margarita mariano marina mark marsh marshal marshall martin mason max maximo may melody
    mercedes mercy merry mesias mike milagro milagros miles modesta modesto moises moreno natividad nick
    nieves norma norman oliva olive opal pace page paloma parker pastor pastora pat patience patricia
    patricio paz pearl penny perla peter piedad pilar pio piper placido poppy porter precious presentacion
    primitivo prince princess prospero prudence prudencia purificacion randy raven ray reed refugio regina
    reina remedios rey reyes rich river rob robin rocio rock rocky rod roman romeo ron rosa rosado rosario
    rose rosemary royal ruby rush rusty saffron sage sal salvador sandy santo santos sawyer scout serena
    severo sherry silvestre skip sky socorro sol soledad sonny spencer star sterling storm sue summer sunny
    taylor tiffany tomas tono transito trinidad trinity troy turner tyler urbano ventura venus vic victor
    victoria vida viola violet violeta virginia wade walker ward warren will willow win wolf
    """.split()
)

# Words of contact blocks that the dictionary does not hold.
_FURTHER = frozenset(
    """
    bookings bufete capellania diplomado helpline hotline rectoria stoppers subdelegacion subsede
    switchboard tesoreria voicemail
    """.split()
)


def is_plain_word(word: str) -> bool:
    """Whether a word is one of the dictionary, in English or Spanish, that nobody is called by.

    >>> is_plain_word("Bodega"), is_plain_word("Denuncias"), is_plain_word("Rosa"), is_plain_word("Marlon")
    (True, True, False, False)
    """
    folded = fold(word)
    return folded not in _GIVEN and any(form in _words() for form in (folded, folded.removesuffix("s")))


@cache
def _words() -> frozenset[str]:
    return _FURTHER.union(fold(word) for pair in _LANGUAGES for word in load().words(*pair))
