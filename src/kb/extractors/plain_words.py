"""Which capitalised words are words of the dictionary and name nobody: "Bodega", "Maestría", "Voicemail".

A given name alone, or a run such as "Night Desk", can be told from a person only by what it means. Many
given names are words themselves ("Rosa", "Grace"); those are listed, because a person must not be lost.
"""

from __future__ import annotations

import re
from functools import cache

from kb.extractors.genders import is_given_name
from kb.text.folding import fold
from kb.thesaurus.lexicon import load

_GERUND = re.compile(r"(\w{2,}?)(ando|iendo|yendo)")
_VERBS = {"ando": ("ar",), "iendo": ("er", "ir"), "yendo": ("er", "ir")}
_LANGUAGES = (("en", "es"), ("es", "en"))
# Words that people are given for a name.
_GIVEN = frozenset(
    """
    abad abril adoracion africa alba alexandria alma almendra amada amadeus amado ambar amber america
    amor amos amparo angel angela angeles april archer argentina aria art ascension asia asuncion august
    augusto aura aurora autumn auxilio baptist basil bautista bea belen bella benigno berry bienvenida
    bienvenido bill blanca blessing bonifacio brandy brisa brook brooks bruno buddy calvin camelia camilla
    candida candido candy caridad carol carter casimiro casto celeste cesar chad chance chandler charity
    chase cherry chico chip christian cielo clara clay clemente cliff comfort concepcion concha
    constance constantino consuelo cooper coral cristal cruz crystal custodia custodio daisy dale dalia
    darling dawn dean delfin delfina destiny diamond diana digna digno dolores domingo dot drew duke
    dulce earl ebony emperatriz encarnacion ernest esmeralda esparta esperanza estrella eve faith fe
    felicidad felicity fern fidel fiel fletcher flint flor flora florence florencia forest fortunato
    frances francia franco frank gala gale galo gema gene genesis georgia german ginger glen gloria
    grace gracia grant grey guadalupe guy harmony harper harry hazel heather herb holly honey honor hope
    hortensia hunter ida immaculate india innocent inocencia inocente ira iris israel ivy jacinto jack
    jade jan jasmine jay jazmin jean jerry jesus job jordan joy julio julius june junior justice justo
    ken kenia king lana lance lane laurel lavender leal lena leo leon libertad liberty libia lila lily
    linda lino lirio lluvia love lucas lucha lucky luna luz mads magnolia mar mara marcial marco marcos
    margarita mariano marina marino mark marsh marshal marshall martin martirio mason max maximo may
    maya melody mercedes mercy merry mesias mike milagro milagros milan miles milla mina minor modesta
    modesto moises moreno moses muhammad musa natividad nick nieves nilo norma norman ola oliva olive
    opal pace page paloma parker pastor pastora pat patience patricia patricio paz peace pearl penny
    perla peter philippine piedad pier pierce piers pilar pina pio piper placido poppy porter precious
    presentacion primitivo prince princess prospero prudence prudencia purificacion purity randy raven
    ray reed refugio regina reina remedios remo rey reyes rich rico river rob robin rocio rock rocky rod
    roman romeo ron rosa rosado rosario rose rosemary royal ruby rush rusty saffron saga sage sal salud
    salvador sandy santo santos saul savannah sawyer scarlet scout segundo serena severo sherry sierra
    silvestre skip sky socorro sol soledad sonny spencer star sterling storm sue summer sunny taylor
    tecla tiffany tomas tono tora transito trinidad trinity troy turner tyler urban urbano vasco ventura
    venus vic victor victoria victoriano vida viking viola violet violeta virginia wade walker ward
    warren wells will willow win wolf
    """.split()
)
# Words that are surnames.
_SURNAMES = frozenset(
    """
    acero agudo aguila alamo alas alcalde alegre alegria aleman amigo andino angulo aragon aragones
    arana arce arco arcos arenas arias armas arribas arroyo ayers back baker ball banks banos barajas
    barba barber barbero barco baron barranco barrera barrio barrios barros batalla bates bautista bean
    beard bell bello best birch bird bishop black blanco bolivar bond bones booth branch brands brick
    bridge bridges bright brooks brown bud bueno bull burke burns bush bustos butcher butler caballero
    cabanas cabello cabezas cabo cadena cadenas cal caldera calvo camara camino campo campos canals
    canas cannon cano canton cares carnero caro carpenter carrera carreras carro casado casas casillas
    castano castellano castellanos castilla castillo catalan ceja centeno cerda cerro chambers chicas
    church cisterna cisternas claros colon combs conde condon cook cordero corona coronel corral correa
    cortes cortina costa cota cousin cousins crane criado cross cruces cuadrado cuchilla cuenca cuervo
    cuevas day delgado dias diez diver dona duque early elder enamorado english escalon escribano espada
    espanol espejo espinal fair falcon farmer feliz field fields flood flowers font foster fox french
    frost fry fuente fuentes fuertes gallego gallegos gallo galo gamble garrison garza gates gay gill
    glass golden good grande graves gray green griego grimes gross guardia guerra guerrero guijarro hall
    hare heron herrero herring hierro hill hinds holder hood horn hoyos hull hunt iglesias infante islas
    ivory izquierdo judge jurado key knight lago lagos laguna lamb lanza law lazo levy limon lindo
    little llamas llano llanos lobo lobos long lord losa love lower lynch madera malo manso mara mares
    marino marks marmol marques marron marry maya mayo mayor mayoral mays meadows medina mercader
    mercado mesa milla millar mills miner monk monks montana monte montenegro montes monzon moon morales
    moses moss muro musa nettles nieto nino noble north ojo olivas olivo olivos olmo olmos oyster padron
    pages palacio palacios palm palma par parada pardo pareja parent park parks partida peacock peinado
    pena penas pera petty pie piedra pierce pina pino pintor plata plaza polo pope porras portero porto
    posada post potter potters power powers pozo prado prendas price puente puentes puerta pulgar ramos
    raya read real redondo ribera rice rico riddle ridge rincon ring rio rios rivers rizo robles roca
    rojo romano romo rosas rubio rueda rust sala salas sales salmon salvo sastre savage say seco sellers
    sharp sheikh shepherd shields short sierra silk small smart snow sobrino sole soler sordo sparks
    spears stone storey strong summers swift swords tejedor terrazas toro torre torres vaca valencia
    valle valles vaquero vara varas vela verdugo vial vigil villa viveros wall walls waters weaver weeks
    wells west white winter winters wise wood woods yates young
    """.split()
)

# Words of contact blocks that the dictionary does not hold.
_FURTHER = frozenset(
    """
    auxiliatura ayudantia bluebonnet bookings bufete capellania caseta casona ceiba chatbot colecta
    colibri coloquio comandancia conserjeria cottonwood decanato destacamento diplomado donaton ember
    explanada fogata foyer glorieta hearth helpdesk helpline hospicio hotline hub intendencia kermes
    kiosco ludoteca malecon mariachi merendero mesquite milpa newsroom ocotillo oficialia pantry parador
    porteria raices rectoria regiduria rifa sagebrush saguaro semillero sindicatura stoppers
    subdelegacion subprefectura subsede switchboard telar teleton tesoreria thrift velero vicaria
    voicemail walkathon
    """.split()
)


def is_plain_word(word: str) -> bool:
    """Whether a word is one of the dictionary, in English or Spanish, that nobody is called by.

    >>> is_plain_word("Bodega"), is_plain_word("Denuncias"), is_plain_word("Rosa"), is_plain_word("Marlon")
    (True, True, False, False)
    """
    folded = fold(word)
    return folded not in _GIVEN and _is_word(folded)


def is_plain_opening(word: str) -> bool:
    """Whether a word opens no name: a plain word, or the gerund of a verb of the dictionary.

    >>> is_plain_opening("Tejiendo"), is_plain_opening("Armando"), is_plain_opening("Jornada")
    (True, False, True)
    """
    if is_plain_word(word):
        return True
    verb = _GERUND.fullmatch(fold(word))
    return bool(verb and any(f"{verb[1]}{end}" in _words() for end in _VERBS[verb[2]])) and not is_given_name(
        word
    )


def is_thing(word: str) -> bool:
    """Whether a word is one of the Spanish dictionary and no surname; English has too many nouns that are.

    >>> is_thing("Verde"), is_thing("Casas"), is_thing("Castle"), is_thing("Rosa")
    (True, False, False, False)
    """
    folded = fold(word)
    return folded in _spanish() and folded not in _GIVEN | _SURNAMES


def is_name_too(word: str) -> bool:
    """Whether a word of the dictionary is a given name too.

    >>> is_name_too("Faith"), is_name_too("Luz"), is_name_too("Jornada")
    (True, True, False)
    """
    return fold(word) in _GIVEN and _is_word(fold(word))


def _is_word(folded: str) -> bool:
    return any(form in _words() for form in (folded, folded.removesuffix("s")))


@cache
def _spanish() -> frozenset[str]:
    return frozenset(fold(word) for word in load().words("es", "en"))


@cache
def _words() -> frozenset[str]:
    return _FURTHER.union(fold(word) for pair in _LANGUAGES for word in load().words(*pair))
