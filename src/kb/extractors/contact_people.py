"""Who is a person in a contact block: the capitalised runs that are names, and the words that make them none.

"Lic. ANA PAZ" and "Ana PAZ" are persons; "Press Officer", "Night Desk" and "San Miguel" are a role, a desk
and a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.countries import GIVEN_NAMES
from kb.extractors.genders import is_given_name
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.name_words import ASKS_TO_REACH, INSTITUTIONS, is_abstract, is_language
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.plain_words import is_name_too, is_plain_opening, is_plain_word, is_thing
from kb.extractors.roles import QUALIFIERS, is_role
from kb.extractors.telephones import Telephone
from kb.places.regions import region_code
from kb.text.folding import fold
from kb.text.letters import UPPER

EDGES = " .,;:()|—–-•*_\t"
_NAME_WORD = (
    rf"(?:[{UPPER}]['’]|[ae]l-)?[{UPPER}][^\W\d_]+(?:[-'’][{UPPER}]?[^\W\d_]+){{0,2}}"
    rf"(?:['’](?=\s[{UPPER}]))?|[{UPPER}]['’][^\W\d_]{{2,}}|(?:[{UPPER}]\.){{1,3}}"
)
# Initials before the one surname of a name, and abroad: no titles.
_INITIALS = rf"(?:[{UPPER}]\.){{2,3}}\s[{UPPER}][^\W\d_]+(?=[,;:(\n]|$)"
_LETTERS_OF_LANDS = r"U\.\s?S\.|E{1,2}\.\s?U|D\.\s?C\.|N\.\s?Y\.|L\.\s?A\."
_OF_LAND = re.compile(r"(?:.{3}|^)U\.\s?S\.|U\.\sS\.", re.DOTALL)  # "U. S. Attorney Ana Paz"
_SHORT = r"(?:(?:Ma|Mª|Gpe|Fco|Fdo|Ant|Jse)\.|M\.ª)"  # given names that are written short
_PARTICLE = "de|del|la|las|los|van|von|der|den|da|dos|di|du|bin|ibn|ter|zu|af|av"
_NAME = re.compile(
    rf"(?:{_SHORT}|{_NAME_WORD})(?:\s(?:(?:{_PARTICLE})\s){{0,2}}(?:{_SHORT}|{_NAME_WORD})"
    rf"|\s[\"“«(][{UPPER}][^\W\d_]{{1,14}}[\"”»)](?=\s[{UPPER}])){{1,6}}"
)
_SHOUTED_NAME = re.compile(
    rf"[{UPPER}]{{2,14}}(?:(?:\s[{UPPER}]\.)?[\s-](?:(?:DE|DEL|LA|LAS|LOS)\s){{0,2}}[{UPPER}]{{2,14}}){{1,4}}"
    rf"(?:\s[{UPPER}]\.|(?<=\w)\sY\s[{UPPER}]{{3,14}})?"
)
_SPOKEN = re.compile(r"(?:[^\s]*[aeiouy][^\s]*\s?|[a-z]\.\s?)+")  # each word has a vowel: not "HHS ASPA"
TITLED = re.compile(
    rf"(?:(?!{_LETTERS_OF_LANDS}|{_INITIALS})(?:{HONORIFIC}|Ajq['’]ij|C\.(?=\s[{UPPER}][^\W\d_]+\s[{UPPER}])|(?:LICD?A?|LCD[AO]|MTR[AO]|DRA?|ING|SRA?|PROFR?A?|ARQ|PSIC|HN[AO]|MR?S|MR)\.)\s)+"
)
_LEADING = re.compile(
    r"(?:(?:please|or|and|o|u|y|e|to|with|con|a|al|the|la|el|los|las|our|nuestr[oa]|us|by|for|por|favor"
    rf"|attn|attention|atenci[oó]n|whatsapp|{'|'.join(sorted(ASKS_TO_REACH))}"
    r"|escr[ií]b(?:a|e|an|ir)(?:les?|nos|me)|ll[aá]m[ae]n?(?:l[aoe]s?|nos)|llamarl[aoe]s?)\s+)+",
    re.IGNORECASE,
)
# Words that open a capitalised run and make it a role, an office or a heading and not a person.
_NO_PERSON = ASKS_TO_REACH | frozenset(
    """
    about abrazos account actividades actualizacion actualizado advisor advocacy affairs agency
    agregaduria alert alerta also analyst apoyo appointments area asistente assistant associate
    atentamente atiende atte bank bendiciones blessings branch brigada buen buena building bureau
    campus
    cancilleria capitulo cell celular centre centro chair chapter chief child children citas club colegio
    comision comite commission communication communications community comunicacion comunicaciones
    comunicado comunidad conmutador consul consulado consulate consultant consultas consultora contactenos
    contacto coordina coordinacion coordinador coordinadora coordination coordinator cordially
    cordialmente correo counsel day defensoria delegacion delegada delegado departamento department
    deputy desk direccion director directora division domingo donaciones donations editors elaboro
    embajada embassy emergencias emergencies emergency en encargada encargado ends english enlace enlaces
    enquiries inquiries queries questions requests complaints quejas denuncias dudas preguntas solicitudes
    entrevistas reservaciones reservations bookings orders
    equipo escuela especialista executive external facebook facultad faculty faithfully familia
    familias fax filial fin focal for fotos foundation fraternalmente friday fund fundacion further
    general gerente global gracias gratefully gremio grupo guardia hashtag head hogar horario hotline
    hours human images in informacion information informes iniciativa initiative institute institutional
    instituto interesadas interesados interested interim international interviews jefa jefe journalists
    jueves last lead liaison line linea lunes major manager martes mas media medios mesa miercoles
    migrante ministerio ministry mobile modified modulo monday more movil nacional name national news newsdesk
    newsroom ninez nombre nota notas note notes noticias office officer official oficial oficina oficinas
    online organization para person personas photos plantel please point portavoces portavoz prensa
    president presidenta press principal procuraduria program programa programme project proyecto
    proyectos psicologa public publicas rapporteur red redaccion regards regional relaciones relations
    reporters representacion representante representative respectfully respetuosamente responsable
    sabado saludos saturday save school secretaria secretariat secretary section sede sedes senior
    service servicio sincerely sindicato social spanish specialist spokesman spokesperson spokeswoman
    staff subdelegacion subdirector subdirectora subprocuraduria subsecretaria subsede sucursal sunday
    switchboard tecnica tecnico tel telef telefax telefono telf thanks that the these this those
    thursday titular todos trabajadoras trabajadores truly tuesday twitter ultima unidad unit united
    universidad university updated urgencias ventas vicariato viernes vocera voceria vocerias vocero
    voluntarias voluntarios volunteers warmly web website wednesday whatsapp with without workers
    yours youth
    """.split()
)
# Words of closed classes, which open no name; those that are names too ("Will", "Him", "An") are left out.
_NO_NAME_WORDS = frozenset(
    """
    about above ademas after against ahora al alguna alguno all also ambas ambos and ante antes any
    aqui are around as asi at aun aunque bajo before behind below between both but by cada como con
    contra cual cuando cuya cuyo desde despues donde durante during each ella ellas ellos en entre
    esa ese eso esta este esto every favor for from fuera hacia hasta hay he her here his how if in
    into is it its las los mas me mediante mientras misma mismo more muy my near no nos nosotras nosotros
    not nuestra nuestro o of off on only or otra otro our out outside over para pero please por
    porque pues que quien quienes se segun ser she si sin since sobre solo son sus tambien than that
    the their them then there these they this those through to tras un una unas under unos until up
    usted ustedes was we were what when where which while who whom whose why with within without ya
    you your
    """.split()
)
_DAY = r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|lun|mar|mi[eé]|jue|vie|s[aá]b|dom)"
_DAYS = re.compile(rf"{_DAY}(?:[-/]{_DAY})+", re.IGNORECASE)  # "Mon-Thu"
_BEFORE_WRITER = frozenset(("by", "por"))
_NEIGHBOURS = frozenset("mexico guatemala honduras nicaragua panama belize belice".split())
_UNIONS = frozenset("asamblea asociacion colectivo comite gremio grupo red sindicato union".split())
# Before a role: "City Clerk Ana Paz".
_OF_TOWN = frozenset("city county town village state district parish municipal".split())
# Words that open the name of a place, or of a house named after a saint.
_PLACES = frozenset("san santa santo saint st puerto villa ciudad valle lago cerro isla".split())
# Countries, states and towns that are given names too.
_NAMES_OF_PLACES = GIVEN_NAMES | frozenset(
    "santiago leon victoria mercedes trinidad rosario asuncion concepcion italia sydney milan asia valencia"
    " sevilla kenya argelia siria grecia".split()
)
# States of the United States that persons are called.
_NAMES_OF_STATES = frozenset(
    "alaska carolina dakota florida georgia indiana montana nevada tennessee virginia washington".split()
)
_LONGEST_ABBREVIATED = 3  # letters of a state's abbreviation: "Cal Paz"
_BEHIND_PERSON = re.compile(r"\s*(?:[,:;(|·•/—–-]|$|tel|\+|\d)", re.IGNORECASE)
_TITLE_BEFORE = re.compile(rf"(?:^|(?<=[\s(]))(?:{HONORIFIC})\s$")
NOUN_SURNAMES = frozenset(
    ("Cruz", "Casas", "Church", "Banks", "Fuentes", "Mesa", "Guardia", "Domingo", "Day", "Refugio")
)
# Plain nouns that are surnames where another word stands before them.
_SURNAMES_BEHIND = NOUN_SURNAMES | {
    "Feria",
    "Plaza",
    "Calle",
    "Puente",
    "Valle",
    "Puerto",
    "Day",
    "Prado",
    "Lago",
}
_SUFFIXES = frozenset(("II", "III", "IV", "Jr", "Sr"))
_PARTICLES = frozenset(("DE", "DEL", "LA", "LAS", "LOS", "VAN", "DA", "DOS"))
_SHORTEST_SURNAME = 4  # letters of one in capitals, which a shorter word would share with acronyms
_RANKS = frozenset(  # behind a role: "Secretario Ejecutivo" is nobody's name
    "ejecutivo ejecutiva general generales adjunto adjunta tecnico tecnica nacional regional municipal"
    " estatal executive national deputy interino interina titular administrativo administrativa academico"
    " academica".split()
)


class Mark(NamedTuple):
    """A name, office, place, phone, fax or e-mail in a block."""

    start: int
    end: int
    kind: str
    words: str
    telephone: Telephone | None = None


def people(text: str) -> Iterator[Mark]:
    """The capitalised runs of ``text`` that can be persons, without the titles and roles before them."""
    for match in _NAME.finditer(text):
        words = [(word[0], match.start() + word.start()) for word in re.finditer(r"\S+", match[0])]
        if fold(words[0][0]) in _UNIONS and words[1][0].islower():
            continue  # "Sindicato de Maestras de Tela"
        while (
            words
            and not _has_initials([word for word, _ in words])
            and (
                words[0][0].islower()
                or fold(words[0][0]) in _BEFORE_WRITER
                or _leads_person(words[0][0])
                or _DAYS.fullmatch(words[0][0])
                or _OF_LAND.match(text, max(0, words[0][1] - len("U. ")))
                or _ends_abbreviation(text, words[0])
                or (fold(words[0][0]) in _OF_TOWN and words[1:] and is_role(words[1][0]))
            )
        ):
            words.pop(0)
        count = next(
            (at for at, word in enumerate(words) if _is_no_person(word[0]) or (at and _ends_run(text, word))),
            len(words),
        )
        count = len(words) if _are_surnames([word for word, _ in words], count) else count
        count += count > 1 and count < len(words) and words[count][0].strip(".") in _SUFFIXES
        words = words[:count]
        while words and (words[-1][0].islower() or words[-1][0].startswith("(")):
            words.pop()
        if len(words) < 2 or not _may_be_person([word for word, _ in words]):
            continue
        start, end = words[0][1], words[-1][1] + len(words[-1][0])
        thing = _may_be_thing([word for word, _ in words]) and not _TITLE_BEFORE.search(text, 0, start)
        if not (thing or _is_known(text[start:end])):
            yield Mark(start, end, "name", text[start:end])


def _has_initials(words: list[str]) -> bool:
    """Whether words are initials and a surname: "J.D. Paz"."""
    return len(words) == len(("J.D.", "Paz")) and re.fullmatch(_INITIALS, " ".join(words)) is not None


def _are_surnames(words: list[str], first: int) -> bool:
    """Whether the words from ``first`` are surnames in capitals: "Ana PAZ LUNA", but not "Ana Paz OIM"."""
    alone = first > 1 and len(words) == first + 1  # a third word may be an acronym
    shortest = _SHORTEST_SURNAME + alone
    return 0 < first < len(words) and all(
        word.isupper()
        and len(word) >= shortest
        and (word.capitalize() in NOUN_SURNAMES or not is_shouted_noun(word))
        for word in re.split(r"[\s-]", " ".join(words[first:]))
        if word not in _PARTICLES
    )


def _ends_abbreviation(text: str, word: tuple[str, int]) -> bool:
    """Whether an initial is the end of a title in letters: "T.S. Ana Paz"."""
    printed, start = word
    return printed.endswith(".") and len(printed) == len("S.") and text[start - 1 : start] == "."


def _ends_run(text: str, word: tuple[str, int]) -> bool:
    """Whether a word is no more of a name: a title or role, whose line was joined: "Ana Paz Hna. Luz Sol"."""
    printed, start = word
    behind = re.match(r"\s(\w+)", text[start + len(printed) :])
    if is_role(printed) and behind and fold(behind[1]) in _RANKS | {"de", "del", "of"}:
        return True  # "Ana Paz Secretaria Ejecutiva"
    return text.startswith(".", start + len(printed)) and TITLED.fullmatch(f"{printed}. ") is not None


def _may_be_person(words: list[str]) -> bool:
    """Whether no word of a run belongs to places and institutions: not "Cayo District", "San Miguel"."""
    bare = [fold(word.strip(".,")) for word in words]
    if places.is_place(words[0]) and all(len(word) == 1 for word in bare[1:]):
        return False  # "Jamaica W.I."
    columns = bare[0] not in _NAMES_OF_PLACES and all(map(places.place_code, words))
    if columns or bare[-1] in _NEIGHBOURS:
        return False  # "Maryland Oakland", "Amber México"
    own = next((word for word in bare if word not in QUALIFIERS), "")
    if any(is_role(word) and fold(behind) in _RANKS for word, behind in pairwise(words)):
        return False
    if own in _PLACES or any(word.endswith(("'s", "’s")) for word in words):
        return False
    town = places.place_code(words[0]) and not places.code_of(words[0])
    if town and len(words) > len(("town", "surname")) and any(map(is_plain_word, bare[1:])):
        return False  # "Laredo Crime Stoppers"
    land = places.place_code(words[0]) not in {None, "US"} and bare[0] not in _NAMES_OF_PLACES
    land = land and words[1] not in _SURNAMES_BEHIND
    if land and len(words) == len(("land", "noun")) and is_plain_word(bare[1]):
        return False  # "Chiapas Denuncia"
    if bare[0] in _NO_NAME_WORDS or _is_of_state(words):
        return False
    return not any(
        (word in INSTITUTIONS or is_abstract(word))
        and not (index and (printed in _SURNAMES_BEHIND or (is_name_too(printed) and len(words) > index + 1)))
        for index, (word, printed) in enumerate(zip(bare, words, strict=True))
    )


def _is_of_state(words: list[str]) -> bool:
    """Whether a run is a state and a noun: "Texas Tribune", but not "Virginia Paz", "Cal Ríos"."""
    state, *others = words
    called = is_given_name(state) or fold(state) in _NAMES_OF_STATES or len(state) <= _LONGEST_ABBREVIATED
    return len(others) == 1 and region_code(state) == "US" and not called


def _may_be_thing(words: list[str]) -> bool:
    """Whether a run says something in the dictionary's words: "Bodega Norte", "Tejiendo Redes", "Luz Verde".

    Its first word is none that people are called by, or all words behind it are no surnames.
    """
    first, *others = (word.strip(".,") for word in words if word[0].isupper())
    if is_name_too(first):
        return bool(others) and all(map(is_thing, others))
    return is_plain_opening(first) and not (is_given_name(first) or fold(first) in _NAMES_OF_PLACES)


def person_in(text: str) -> tuple[int, int] | None:
    """Where the one person of a text stands, before whom it has titles, roles and small words alone."""
    for name in people(text):
        before = [word.strip("(.,") for word in text[: name.start].split()]
        told = all(
            _leads_person(word)
            or TITLED.fullmatch(f"{word}. ")
            or word.islower()
            or _DAYS.fullmatch(word)
            or word in {"U", "S", "U.S"}
            or (fold(word) in _OF_TOWN and is_role(role))
            for word, role in zip(before, [*before[1:], ""], strict=False)
        )
        return (name.start, name.end) if told else None
    shouted = _SHOUTED_NAME.fullmatch(text.strip())
    if shouted and all(map(is_plain_word, map(fold, shouted[0].split()))):
        return None  # "TOLL FREE"
    if shouted and not any(map(is_shouted_noun, shouted[0].split())) and _SPOKEN.fullmatch(fold(shouted[0])):
        return 0, len(shouted[0])
    return None


def begins_with_person(line: str) -> bool:
    """Whether a line begins with a person and not with a sentence about one."""
    line = line.strip(EDGES)
    bare = line[beside_name(line) :]
    return any(
        name.start == 0 and (_BEHIND_PERSON.match(bare, name.end) or is_role(bare[name.end :].split()[0]))
        for name in people(bare)
    )


def beside_name(piece: str) -> int:
    """How much of a piece leads to a name: "or ask for Sister ", "call or WhatsApp ", "la licenciada "."""
    at = 0
    while found := _LEADING.match(piece, at) or TITLED.match(piece, at):
        at = found.end()
    return at


def is_no_name(word: str) -> bool:
    """Whether a capitalised word is no given name: a role, an institution, a place or a small word."""
    folded = fold(word)
    return (
        _leads_person(word)
        or _LEADING.fullmatch(f"{word} ") is not None
        or folded in INSTITUTIONS
        or folded in _NO_NAME_WORDS | _RANKS
        or _is_known(word)
        or is_plain_word(word)
    )


def _leads_person(word: str) -> bool:
    """Whether a capitalised word is a title, a role or a label in front of a name: "Press Officer"."""
    return _is_no_person(word) or bool(TITLED.fullmatch(word + " ")) or is_role(word)


@lru_cache(maxsize=4096)
def _is_no_person(word: str) -> bool:
    bare = word.strip(".,")
    if word.startswith("(") and (places.code_of(word.strip("()")) or is_language(word.strip("()"))):
        return True
    shouted = bare.isupper() and bare.isalpha() and len(bare) > 1
    if bare in NOUN_SURNAMES:
        return False
    return (
        fold(bare) in _NO_PERSON
        or is_abstract(fold(bare))
        or shouted
        or BODY_NOUN.fullmatch(bare) is not None
    )


def is_shouted_noun(word: str) -> bool:
    """Whether a word in capitals belongs to a role, a body or a place: "SISTEMA", "PRENSA"."""
    noun = (
        fold(word) in _NO_PERSON | _NO_NAME_WORDS
        or fold(word) in INSTITUTIONS
        or BODY_NOUN.fullmatch(word.capitalize())
    )
    return bool(noun or _is_known(word) or directory.knows_acronym(word))


def _is_known(name: str) -> bool:
    return places.place_code(name) is not None or directory.named(name) is not None
