"""The persons and offices that the pieces of a contact block name.

A piece stands between commas, brackets, line ends and words such as "at" and "or". It names a person
("Ana Paz", "Lic. ANA PAZ"), an office ("Press Office of UNICEF Peru"), both ("Ana Paz UNICEF Peru") or
neither: a role, a street, a label. An office begins where a known body, or a noun such as "Foundation"
with the capitalised words before it, begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kb import places
from kb.extractors import directory
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.name_words import INSTITUTIONS, is_abstract, is_language
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.extractors.roles import QUALIFIERS, is_role
from kb.extractors.telephones import Telephone
from kb.text.folding import fold
from kb.text.letters import UPPER

EDGES = " .,;:()|–-•*_\t"
_LAST_INITIAL = re.compile(rf"[{UPPER}][^\W\d_]+\s[{UPPER}]$")  # "Ana Paz M."
EDGES_BUT_STOP = EDGES.replace(".", "")
_NAME_WORD = rf"(?:[OD]['’])?[{UPPER}][^\W\d_]+(?:[-'’][{UPPER}]?[^\W\d_]+)?|[{UPPER}]\."
_NAME = re.compile(
    rf"(?:Ma\.|{_NAME_WORD})(?:\s(?:(?:de|del|la|las|los|van|von|da|dos)\s){{0,2}}(?:{_NAME_WORD})"
    rf"|\s[\"“«(][{UPPER}][^\W\d_]{{1,14}}[\"”»)](?=\s[{UPPER}])){{1,4}}"
)
_SHOUTED_NAME = re.compile(
    rf"[{UPPER}]{{2,14}}(?:(?:\s[{UPPER}]\.)?[\s-](?:DE\s|DEL\s|LA\s)?[{UPPER}]{{2,14}}){{1,4}}(?:\s[{UPPER}]\.)?"
)
_ONE_NAME = re.compile(rf"[{UPPER}][^\W\d_]{{2,14}}")
_FIRST_NAME = re.compile(rf"{_ONE_NAME.pattern}(?=\s(?:at|in|of|en|de|del)\s)")
TITLED = re.compile(
    rf"(?:(?:{HONORIFIC}|C\.(?=\s[{UPPER}][^\W\d_]+\s[{UPPER}])|(?:LICD?A?|LCD[AO]|MTR[AO]|DRA?|ING|SRA?|PROFR?A?|ARQ|PSIC|HN[AO]|MR?S|MR)\.)\s)+"
)
_NICKNAME = rf"\([{UPPER}][^\W\d_]{{1,14}}\)(?=\s[{UPPER}][^\W\d_])"  # "Rosa (Lupita) Guzmán"
_PIECE = re.compile(rf"(?:[^,;:|()\n•·/]|(?<!\s)/|(?<=[^\W\d_]\s){_NICKNAME})+")
_JOINT = re.compile(
    rf"\s[–—-]\s|(?<=[^\W\d_]{{6}})\.\s(?=[{UPPER}])|\b(?:contact|call|contacte|llame)\s(?=[{UPPER}])|\b(?:at|from|on|en|o|u|or|al?|con|to|with)\s(?:the\s|la\s|el\s)?(?=[{UPPER}])|(?:^|\s)(?:or|o|u|and|y|e)(?=\s*$|\s(?:escrib|write|e-?mail|llam|call|text)\w*\b)"
    rf"|\b(?:or|o|at|al|on)(?=\s*$)"
    rf"|\s(?=(?:Mrs?|Ms|Dra?|Lic|Licda|Licdo|Ing|Sra?|Mtr[ao])\.?\s[{UPPER}])"
)
_LEADING = re.compile(
    r"(?:(?:please|or|and|o|u|y|e|to|with|con|a|al|the|la|el|los|las|our|nuestr[oa]|us|by|ask|for|por|favor"
    r"|call|llamar|llame|whatsapp|dial|reach|attn|attention|atenci[oó]n|llamando|escribir|comunicarse|dirigirse"
    r"|e-?mail|telephone|phone|text|ring|write|escriba|pregunt[ae]r?|preguntando|contact|contactar"
    r"|contacte)\s+)+",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?:(?i:office|oficina|unit|unidad|department|departamento|desk|team|equipo|section|secci[oó]n)"
    r"|Direcci[oó]n|Delegaci[oó]n|Coordinaci[oó]n|Secretariat|Division|Divisi[oó]n|Relations|Service)\b"
)
_CAPITALISED = re.compile(
    rf"(?:^|(?<=\s))[{UPPER}][\w'’-]*(?:\s[{UPPER}][\w'’-]*){{0,2}}\s$"
)  # "Course " office
_HOUSE = re.compile(r"(?<=\w\s)(?:House|Haven|Kitchen|Lodge|Ministries)\b")
_LETTERS = re.compile(rf"\b[{UPPER}]{{2,10}}\b")
_STREET = re.compile(
    r"\b(?:road|street|avenue|st|ave|avenida|av|calle|col|colonia|zona|boulevard|blvd|bulevar|plaza|edificio|building"
    r"|floor|piso|box|apartado|barrio|carretera|paseo|calzada|km|suite|nivel|periférico|c\.p)\b",
    re.IGNORECASE,
)
_COLONEL = re.compile(rf"(?:Col|St)\.\s(?!L[ao]s?\s|El\s)[{UPPER}]")  # or a saint: no quarter, no street
# Words that open a capitalised run and make it a role, an office or a heading and not a person.
_NO_PERSON = frozenset(
    """
    about account actividades advisor advocacy affairs agency also analyst apoyo appointments area
    asistente ask assistant associate atentamente atte bank brigada building call cell celular
    centre centro chair chief child children citas club colegio comision comite commission
    communication communications community comunicacion comunicaciones comunicado comunidad consul
    consulate consultant consultas consultora contact contactenos contacto coordinacion coordinador
    coordinadora coordination coordinator correo counsel day defensoria delegada delegado
    departamento department deputy desk direccion director directora division domingo donaciones
    donations editors email emergencias emergencies emergency en encargada encargado ends english
    enlace enlaces equipo escriba escuela especialista executive external facebook facultad faculty
    familia familias fax fin focal for fotos foundation friday fund fundacion further general
    gerente global grupo guardia hashtag head hogar horario hotline hours human images in
    informacion information informes institute institutional instituto interesadas interesados
    interested interim international interviews jefa jefe journalists jueves lead liaison line linea
    llamar lunes manager martes mas media medios mesa miercoles ministerio ministry mobile modulo
    monday more movil nacional name national news ninez nombre nota notas note notes office officer
    official oficial oficina oficinas online organization para person personas phone photos please
    point portavoces portavoz prensa president presidenta press principal procuraduria program
    programa programme project proyecto proyectos psicologa public publicas rapporteur red regional
    relaciones relations reporters representante representative responsable ring sabado saturday
    save school secretaria secretariat secretary section sede senior service servicio social spanish
    specialist spokesman spokesperson spokeswoman staff subdirector subdirectora sunday tecnica
    tecnico tel telefono telephone that the these this those thursday titular todos tuesday twitter
    unidad unit united universidad university urgencias ventas viernes vocera voceria vocerias
    vocero voluntarias voluntarios volunteers web website wednesday whatsapp with without write
    youth
    """.split()
)
# Words of closed classes, which open no name; those that are names too ("Will", "Him", "An") are left out.
_NO_NAME_WORDS = frozenset(
    """
    about above ademas after against ahora al alguna alguno all also ambas ambos and ante antes any
    aqui are around as asi at aun aunque bajo before behind below between both but by cada como con
    contra cual cuando cuya cuyo desde despues donde durante during each ella ellas ellos en entre
    esa ese eso esta este esto every favor for from fuera hacia hasta hay he her here his how if in
    into is it its mas me mediante mientras misma mismo more muy my near no nos nosotras nosotros
    not nuestra nuestro o of off on only or otra otro our out outside over para pero please por
    porque pues que quien quienes se segun ser she si sin since sobre solo son sus tambien than that
    the their them then there these they this those through to tras un una unas under unos until up
    usted ustedes was we were what when where which while who whom whose why with within without ya
    you your
    """.split()
)
# Words that open the name of a place, or of a house named after a saint.
_PLACES = frozenset("san santa santo saint st puerto villa ciudad valle lago cerro isla".split())
_AND_PERSON = re.compile(r"\s(?:y|e|and|&|/)\s")
_BEHIND_PERSON = re.compile(r"\s*(?:[,:;(|·•–-]|$|tel|\+|\d)", re.IGNORECASE)
_ROLE = re.compile(r"officer|oficial|jef[ea]|head|chief|coordinador|director", re.IGNORECASE)
_SURNAMES = frozenset(("Cruz", "Casas", "Church", "Banks", "Fuentes", "Mesa", "Guardia", "Domingo", "Day"))
# Plain nouns that are surnames where another word stands before them.
_NOUN_SURNAMES = _SURNAMES | {"Feria", "Plaza", "Calle", "Puente", "Valle", "Puerto", "Day", "Prado", "Lago"}
_RED_CROSS = re.compile(r"\s(?:Roja|Verde|Blanca|Azul|Ámbar)\b")
_SUFFIXES = frozenset(("II", "III", "IV", "Jr", "Sr"))
_SMALL_IN_NAMES = frozenset("of without for press communications media".split())
_LONGEST_OFFICE = 110
_LONGEST_COUNTRY = 3  # words

Bodies = re.Pattern[str] | None  # finds the names and acronyms of the document's organisations


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


def pieces(masked: str, bodies: Bodies) -> Iterator[tuple[int, str]]:
    """The stretches between the separators, with where each begins; no known name is cut."""
    whole = [match.span() for match in bodies.finditer(masked)] if bodies else []
    for match in _PIECE.finditer(masked):
        start = match.start()
        for joint in _JOINT.finditer(match[0]):
            if any(begin < match.start() + joint.start() < end for begin, end in whole):
                continue
            yield start, masked[start : match.start() + joint.start()]
            start = match.start() + joint.end()
        yield start, masked[start : match.end()]


def read(start: int, piece: str, bodies: Bodies) -> Iterator[Mark]:
    """The person and the office that a piece names, if it does."""
    bare = piece.lstrip(EDGES)
    start += len(piece) - len(bare)
    bare = bare.rstrip(EDGES)
    if _LAST_INITIAL.search(bare) and piece.rstrip(EDGES_BUT_STOP).endswith(f"{bare}."):
        bare += "."
    if places.place_code(bare):
        yield Mark(start, start + len(bare), "place", bare)
        return
    begin = _beside_name(bare)
    opened = begin > 0
    begin += country_before(bare[begin:])
    if _STREET.search(bare) and not _COLONEL.match(bare):
        return
    start, bare = start + begin, bare[begin:]
    if len(bare) < 3 or re.search(r"\d", bare):
        return
    office = _office_start(bare, bodies)
    bare, behind = _parted(bare, office, bodies)
    if behind:
        yield Mark(start + len(bare) + 1, start + len(bare) + 1 + len(behind), "name", behind)
    persons = list(_persons(bare[:office] if office is not None else bare))
    for begin, end in persons:
        yield Mark(start + begin, start + end, "name", bare[begin:end])
    if office is not None and 2 < len(bare) - office <= _LONGEST_OFFICE:
        yield Mark(start + office, start + len(bare), "office", bare[office:])
    elif not persons and (opened or start <= 2) and _is_one_name(bare):
        yield Mark(start, start + len(bare), "name", bare)
    if opened and not persons and (first := _FIRST_NAME.match(bare)) and _is_one_name(first[0]):
        yield Mark(start, start + first.end(), "name", first[0])


def _beside_name(piece: str) -> int:
    """How much of a piece leads to a name: "or ask for Sister ", "call or WhatsApp ", "la licenciada "."""
    at = 0
    while found := _LEADING.match(piece, at) or TITLED.match(piece, at):
        at = found.end()
    return at


def country_before(piece: str) -> int:
    """How much of a piece is a country whose line was joined with that of a person: "Costa Rica Ana Paz"."""
    words = [word.end() for word in re.finditer(r"\S+", piece)][:_LONGEST_COUNTRY]
    ends = (end for end in words if places.code_of(piece[:end]) and piece[end:])
    at = max(ends, default=0)
    rest = piece[at:].lstrip()
    named = at and next(people(rest), None)
    return len(piece) - len(rest) if named and named.start == 0 else 0


def _persons(text: str) -> Iterator[tuple[int, int]]:
    """The person that a piece names, and those joined by "and"."""
    person = _person_in(text)
    while person:
        yield person
        joint = _AND_PERSON.match(text, person[1])
        begin = joint.end() + _beside_name(text[joint.end() :]) if joint else len(text)
        further = _person_in(text[begin:])
        person = (begin + further[0], begin + further[1]) if further else None


def _is_one_name(piece: str) -> bool:
    """Whether a piece is a first name alone: "ask for Xiomara at Warm Kitchen"."""
    named = _ONE_NAME.fullmatch(piece) and not (_leads_person(piece) or fold(piece) in INSTITUTIONS)
    return bool(named and not _is_known(piece))


def _parted(piece: str, begin: int | None, bodies: Bodies) -> tuple[str, str]:
    """A piece whose lines were joined, "Red de Tutela Adriana Chaves", cut where its known name ends.

    A country behind the name is that of its office: "ACNUR Guatemala Julián Sosa".
    """
    known = _known_at(piece, begin, bodies) if begin is not None else 0
    if country := re.match(rf"\s([{UPPER}][^\W\d_]+)(?=\s[{UPPER}])", piece[known:]) if known else None:
        known += country.end() if places.code_of(country[1]) else 0
    rest = piece[known + 1 :] if known else ""
    person = _person_in(rest) if rest else None
    return (piece[:known], rest) if person == (0, len(rest)) else (piece, "")


def _known_at(piece: str, begin: int, bodies: Bodies) -> int:
    """Where a known name ends that begins at a place; 0 where none does."""
    letters = _LETTERS.match(piece, begin)
    found = [bodies.match(piece, begin) if bodies else None, directory.name_pattern().match(piece, begin)]
    found += [letters if letters and directory.knows_acronym(letters[0]) else None]
    return max((match.end() for match in found if match), default=0)


def _person_in(text: str) -> tuple[int, int] | None:
    for name in people(text):
        before = [word.strip("(.,") for word in text[: name.start].split()]
        told = all(_leads_person(word) or TITLED.fullmatch(f"{word}. ") or word.islower() for word in before)
        return (name.start, name.end) if told else None
    shouted = _SHOUTED_NAME.fullmatch(text.strip())
    if shouted and not any(map(_is_shouted_noun, shouted[0].split())):
        return 0, len(shouted[0])
    return None


def _is_shouted_noun(word: str) -> bool:
    """Whether a word in capitals belongs to a role, a body or a place: "SISTEMA", "PRENSA"."""
    noun = (
        fold(word) in _NO_PERSON | _NO_NAME_WORDS
        or fold(word) in INSTITUTIONS
        or BODY_NOUN.fullmatch(word.capitalize())
    )
    return bool(noun or _is_known(word) or directory.knows_acronym(word))


def _office_start(piece: str, bodies: Bodies) -> int | None:
    """Where in a piece an office begins: "spokesperson of UNICEF Peru", "the Press Office"."""
    known = [match.span() for match in _LETTERS.finditer(piece) if directory.knows_acronym(match[0])]
    if bodies:
        known += [match.span() for match in bodies.finditer(piece)]
    known += [match.span() for match in directory.name_pattern().finditer(piece)]
    starts = [start for start, _ in known]
    for pattern in (BODY_NOUN, _UNIT, _HOUSE):
        starts += [
            _leftmost(piece, match.start())
            for match in pattern.finditer(piece)
            if not any(start <= match.start() < end for start, end in known) and not _is_surname(piece, match)
        ]
    return min(starts, default=None)


def _is_surname(piece: str, found: re.Match[str]) -> bool:
    """Whether a noun of bodies that Spanish puts first ends a person's name: "María Elena Cruz"."""
    ends = (found[0] == "Cruz" and not _RED_CROSS.match(piece, found.end())) or found.end() == len(piece)
    return found[0] in _SURNAMES and found.start() > 0 and ends


def _leftmost(piece: str, position: int) -> int:
    """The beginning of the capitalised words before ``position``: "Harbour Light Foundation"."""
    if not piece[position].isupper():
        before = _CAPITALISED.search(piece[:position])
        return before.start() if before and not _ROLE.search(before[0]) else position
    words = list(re.finditer(r"\S+", piece[:position]))
    begin = position
    for word in reversed(words):
        in_name = word[0][0].isupper() or word[0] in _SMALL_IN_NAMES
        if not in_name or word[0].endswith(",") or _ROLE.search(word[0]):
            break
        begin = word.start()
    return begin if piece[begin].isupper() else position


def people(text: str) -> Iterator[Mark]:
    """The capitalised runs of ``text`` that can be persons, without the titles and roles before them."""
    for match in _NAME.finditer(text):
        words = [(word[0], match.start() + word.start()) for word in re.finditer(r"\S+", match[0])]
        while words and (
            words[0][0].islower() or _leads_person(words[0][0]) or _ends_abbreviation(text, words[0])
        ):
            words.pop(0)
        count = next((index for index, (word, _) in enumerate(words) if _is_no_person(word)), len(words))
        count += count > 1 and count < len(words) and words[count][0].strip(".") in _SUFFIXES
        words = words[:count]
        while words and (words[-1][0].islower() or words[-1][0].startswith("(")):
            words.pop()
        if len(words) < 2 or not _may_be_person([word for word, _ in words]):
            continue
        start, end = words[0][1], words[-1][1] + len(words[-1][0])
        if not _is_known(text[start:end]):
            yield Mark(start, end, "name", text[start:end])


def _ends_abbreviation(text: str, word: tuple[str, int]) -> bool:
    """Whether an initial is the end of a title in letters: "T.S. Ana Paz"."""
    printed, start = word
    return printed.endswith(".") and len(printed) == len("S.") and text[start - 1 : start] == "."


def _leads_person(word: str) -> bool:
    """Whether a capitalised word is a title, a role or a label in front of a name: "Press Officer"."""
    return _is_no_person(word) or bool(TITLED.fullmatch(word + " ")) or is_role(word)


def _may_be_person(words: list[str]) -> bool:
    """Whether no word of a run belongs to places and institutions: not "Cayo District", "San Miguel"."""
    bare = [fold(word.strip(".,")) for word in words]
    own = next((word for word in bare if word not in QUALIFIERS), "")
    if any(is_role(word) and fold(behind) in _RANKS for word, behind in pairwise(words)):
        return False
    if own in _PLACES or any(word.endswith(("'s", "’s")) for word in words):
        return False
    if bare[0] in _NO_NAME_WORDS:
        return False
    return not any(
        (word in INSTITUTIONS or is_abstract(word)) and (index == 0 or printed not in _NOUN_SURNAMES)
        for index, (word, printed) in enumerate(zip(bare, words, strict=True))
    )


def _is_no_person(word: str) -> bool:
    bare = word.strip(".,")
    if word.startswith("(") and (places.code_of(word.strip("()")) or is_language(word.strip("()"))):
        return True
    shouted = bare.isupper() and bare.isalpha() and len(bare) > 1
    if bare in _SURNAMES:
        return False
    return (
        fold(bare) in _NO_PERSON
        or is_abstract(fold(bare))
        or shouted
        or BODY_NOUN.fullmatch(bare) is not None
    )


def _is_known(name: str) -> bool:
    return places.place_code(name) is not None or directory.named(name) is not None


def is_no_name(word: str) -> bool:
    """Whether a capitalised word is no given name: a role, an institution, a place or a small word."""
    folded = fold(word)
    return (
        _leads_person(word) or folded in INSTITUTIONS or folded in _NO_NAME_WORDS | _RANKS or _is_known(word)
    )


def begins_with_person(line: str) -> bool:
    """Whether a line begins with a person and not with a sentence about one."""
    line = line.strip(EDGES)
    bare = line[_beside_name(line) :]
    return any(name.start == 0 and _BEHIND_PERSON.match(bare, name.end) for name in people(bare))


def is_street(text: str) -> bool:
    """Whether a text speaks of a street, a building or a quarter."""
    return _STREET.search(text) is not None


def names_unit(line: str) -> bool:
    """Whether a line speaks of an office, a department or another body."""
    return bool(_UNIT.search(line) or BODY_NOUN.search(line) or directory.knows_acronym(line))
