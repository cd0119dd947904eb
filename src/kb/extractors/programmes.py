"""The programme that a document belongs to, and who finances it.

A programme has a name: in quotation marks, or in capitals beside the word "programme", "project",
"initiative" or "campaign". Of several, the one that the text says it is part of wins, then the one named
most often. Who finances is the name behind "financed by", "with funds from" and their like, in both
languages; it ends where the run of capitalised words ends.

What must stay true: "the programme" without a name is none; bodies such as the World Food Programme are
organisations; texts of law have neither, and a digest speaks of another document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kb import places
from kb.extractors.evidence import evidence, noted
from kb.extractors.funders import find_funder, is_grantor
from kb.extractors.named_things import LONGEST, OPENERS, Named, trimmed
from kb.records import Document, Evidence, Organisation, Passage
from kb.text.caseless import Caseless
from kb.text.folding import fold
from kb.text.letters import UPPER

_WITHOUT = frozenset(("treaty", "law", "general-comment", "judgment", "digest"))
_CAP = rf"(?:[{UPPER}][\w&’'-]*|\d{{1,4}}(?=\s[{UPPER}]))"
_NOUN = (
    r"(?:programmes?|programs?|projects?|initiatives?|campaigns?|scheme|strategy|plan|programas?|proyectos?"
    r"|iniciativas?|campañas?|estrategia)"
)
_BIG_NOUN = (
    r"(?:Programme|Program|Project|Initiative|Campaign|Strategy|Scholarships?|Programa|Proyecto|Iniciativa|Campaña"
    r"|Estrategia|Becas?|Pilot|Seminar|Seminario|Diplomado|C[aá]tedra)"
)
_LESSONS = r"(?:workshops?|courses?|trainings?|seminars?|talleres|taller|cursos?|diplomados?|seminarios?)"
# What has a name of its own only where the text says so: "the service, called Safe Route".
_SERVICE = (
    r"(?:service|servicio|ministry|effort|hotline|helpline|l[ií]nea|operation|operaci[oó]n|scheme|model|modelo"
    r"|network|red|fund|fondo|games?|juegos?|app|aplicaci[oó]n|tool|herramienta|toolkit|kit|play|obra)"
)
_EDITION = r"(?:edition|edici[oó]n|cohort|phase|fase)"
_SMALL = (
    r"(?:\s(?:of|the|to|in|on|with|without|for|and|a|an|at|from|de|del|que|y|e|o|con|sin|la|las|los|el"
    r"|en|por|para|al|sobre|contra|no|se|su|sus|tu|tus|mi|mis|your|my|entre|among|between|es|is))"
)
_RUN = rf"{_CAP}(?:{_SMALL}{{0,3}}\s{_CAP}){{0,7}}(?:,\s(?:Una?|Ni|One|No)\s{_CAP})?"  # "Una Voz, Un Nombre"
_RUN_OF_TWO = rf"{_CAP}(?:{_SMALL}{{0,3}}\s{_CAP}){{1,7}}"
_QUOTED = r"(?:[“\"«‘*_](?P<quoted>[^”\"»’*_\n“«‘]{2,80})[”\"»’*_])"
_CALLED = (
    r"(?:(?:pilot[oa]?|conjunt[oa]|binacional|estatal|comunitari[oa]|social|insignia|integral)\s?)?(?:(?:,\s)?(?:called|named|entitled|titled|known\sas|llamad[oa]|denominad[oa]|titulad[oa]"
    r"|conocid[oa]\scomo|regional|nacional|national)\s)?"
)
_SMALL_WORD = r"[a-záéíóúñ]{1,12}"
_PAST = r"[a-záéíóúñ]*(?:ó|aron|ieron|ará|erá|irá)\b"
_TITLED = (
    r"(?:called|named|entitled|titled|known\sas"
    r"|llamad[oa]s?|denominad[oa]s?|titulad[oa]s?|conocid[oa]s?\scomo)"
)
_WHOSE = r"(?i:the|this|its|our|their|el|la|este|esta|su|nuestr[oa])"
# What has a name: modifiers may stand before the noun and behind it ("the six-week training course").
_CORE = (
    r"(?:programmes?|programs?|projects?|initiatives?|campaigns?|schemes?|strategy|seminars?|workshops?|courses?|curriculum|fellowship"
    r"|mobile\sunit|brigade|programas?|proyectos?|iniciativas?|campañas?|estrategia|seminarios?|taller(?:es)?|cursos?|diplomados?"
    r"|unidad\sm[oó]vil|brigadas?|caravana|jornadas?|call(?=\sfor\s)|convocatoria)"
)
_SOFT = (
    r"(?:(?:mobile|travelling|traveling|rolling)\s[a-z]{4,12}|[a-z]{4,12}\son\swheels"
    r"|[a-zñ]{4,12}\s(?:sobre\sruedas|m[oó]vil|itinerante|rodante|viajera?))"
)
_MODIFIED = r"(?:\$?[a-z\d.,’'áéíóúñ-]{2,15}\s){0,4}?"
_OF_WHAT = (  # "un programa de mentores", "una unidad móvil comunitaria"; "programme coordinator" is a post
    r"(?:\sde\s[a-záéíóúñ]{4,15})?"
    r"(?:\s[a-záéíóúñ]{2,12}(?:al|ales|iv[oa]s?|ari[oa]s?|ic[oa]s?|[ai]d[oa]s?|uit[oa]s?|nte|bles?|lar(?:es)?))?"
)
_ITS = r"(?:(?i:an?|the|un|una|el|la|its|our|their|his|her|su|nuestr[oa])\s)"
_GOES_ON = (
    r"(?=[,.;:)]|$|\s(?:of|by|for|that|which|to|in|on|with|whose|where|run|led|funded|held|financed|taught|de|del|que|para|por|en|con|al"
    r"|a|cuy[oa]|donde|impulsad[oa]|impartid[oa]|dirigid[oa]|financiad[oa]|coordinad[oa])\b)"
)
# Of these what is named may sound like a body: "our programme, Casa Abierta, has".
_TOLD = (
    # "Night Herons, a mentoring program in which", "Salud en Camino, una unidad móvil que"
    re.compile(rf"(?<![\w’'-])(?P<apposed>{_RUN_OF_TWO}),\s{_ITS}{_MODIFIED}{_CORE}{_OF_WHAT}{_GOES_ON}"),
    re.compile(
        rf"(?<![\w’'-])(?P<apposed>{_RUN_OF_TWO}),\s(?:the|an?)\s[\w’'-]{{3,20}}['’]s\s{_MODIFIED}{_CORE}{_GOES_ON}"
    ),
    # "Safe Steps is a programme of", "Pasos Firmes es un programa"
    re.compile(
        rf"(?:^|(?<=[.!?]\s))(?P<apposed>{_RUN_OF_TWO})\s(?:is|was|es|fue)\s{_ITS}{_MODIFIED}{_CORE}{_OF_WHAT}{_GOES_ON}"
    ),
    # "the mentoring programme Night Herons has", "la brigada Manos Abiertas atendió"
    re.compile(rf"\b{_CORE}(?:\sde\s[a-záéíóúñ]{{4,15}})?\s(?P<name>{_RUN_OF_TWO})"),
    # "La iniciativa, llamada Mesa Larga, recibe"
    re.compile(rf"\b(?i:{_NOUN}|{_LESSONS}),?\s{_TITLED}\s(?:{_QUOTED}|(?P<name>{_RUN_OF_TWO}))"),
    # "El curso, de 40 horas, se llama Escuchar Primero"
    re.compile(
        rf"\b{_CORE},\s[^,.;]{{3,40}},\s(?:se\sllama|is\scalled|lleva\spor\snombre|bears\sthe\sname)\s(?:{_QUOTED}|(?P<name>{_RUN_OF_TWO}))"
    ),
    re.compile(rf"{_QUOTED},\s{_ITS}?{_MODIFIED}{_CORE}{_OF_WHAT}{_GOES_ON}"),
    # "Its kinship care programme, Casa Cercana, has ...", and not "the head of the programme, Ana Paz, said"
    re.compile(
        rf"(?<!\bof\s)(?<!\bde\s)(?<!\bfor\s)(?<!\bin\s)(?<!\bto\s)(?<!\ben\s)(?<!\bpara\s)(?<!\b[Pp]or\s)\b{_WHOSE}\s"
        rf"(?:(?!of\s|de\s|del\s|for\s|para\s)[a-z\dáéíóúñ-]{{2,15}}\s){{0,3}}(?:(?i:{_NOUN}|{_LESSONS})|pilot[oa]?|modelo?)"
        rf"(?:\sde\s[a-záéíóúñ]{{3,15}})?,\s(?P<name>{_RUN_OF_TWO})"
        r"(?=,\s(?!an?\s|una?\s|who|quien|said|says|dijo|\d|the\s|la\s)[a-záéíóúñ])"
    ),
    re.compile(
        rf"{_QUOTED}\s(?:is|was|se|es|fue|ser[aá])\s(?:being\s|also\s)?(?:implemented|run|funded|financed|carried\sout|executed|coordinated"
        r"|ejecut|implement|financi|realiz|coordin)"
    ),
    re.compile(rf"\b(?i:{_LESSONS}|pilot[oa]?),?\s{_TITLED}\s(?P<name>{_RUN_OF_TWO})"),
    re.compile(
        rf"(?i:(?:con|bajo|lleva)\s(?:por\s|el\s)nombre(?:\sde)?|under\sthe\sname(?:\sof)?)\s(?:{_QUOTED}|(?P<name>{_RUN_OF_TWO}))"
    ),
    re.compile(
        rf"{_QUOTED},\s(?:an?|the|un|una|el|la|its|su|nuevo|nueva)\s(?:[a-záéíóúñ-]{{2,15}}\s){{0,3}}?"
        r"(?i:programmes?|projects?|programas?|proyectos?|iniciativas?|initiatives?|campaigns?|campañas?|service|servicio|scheme"
        r"|course|curso|workshops?|talleres|taller|estrategia|plan|appeal|drive|diplomado)\b"
    ),
    re.compile(rf"\b(?i:{_NOUN})\s(?P<name>#[^\W_]\w{{3,40}})"),
)
# Of these what is named is surely a name, for "project" itself is in small letters.
_SURE = (
    re.compile(rf"(?<![\w’'-])(?P<apposed>{_RUN_OF_TWO}),\s{_ITS}{_MODIFIED}{_SOFT}{_OF_WHAT}{_GOES_ON}"),
    # "Volver a Casa, programa de reintegración del gobierno": no person's name has such words
    re.compile(
        rf"(?<![\w’'-])(?P<apposed>{_CAP}(?:{_SMALL}{{1,3}}\s{_CAP}){{1,4}}),\s{_NOUN}\s(?:de|para|que|of|for|that|which)\s"
    ),
    re.compile(rf"\b(?i:{_NOUN})(?:\sde\s[a-záéíóúñ]{{4,15}})?,?\s{_CALLED}{_QUOTED}"),
    re.compile(rf"\b(?:its|their|our)\s(?P<name>{_RUN_OF_TWO})\sservice\b"),
    re.compile(rf"{_QUOTED}\s(?i:{_NOUN})\b"),
    re.compile(rf"\b(?i:{_LESSONS}),?\s{_CALLED}{_QUOTED}"),
    re.compile(
        rf"\b(?:called|named|known\sas|llamad[oa]|denominad[oa])\s(?:the\s|el\s|la\s)?(?P<name>{_RUN}\s{_BIG_NOUN})\b"
    ),
    re.compile(
        rf"\b(?:{_NOUN}|{_LESSONS}|servicio|l[ií]nea|scholarships?|grants?|becas?)\s(?:(?:se|is|are)\s)?(?:llaman?|denominan?|titulan?|called|named)\s(?P<name>{_RUN}[’']?)"
    ),
    re.compile(
        rf"\b{_SERVICE},?\s(?:called|named|llamad[oa]|denominad[oa])\s"
        rf"(?:the\s|el\s|la\s)?(?:{_QUOTED}|(?P<name>{_RUN}))"
    ),
    re.compile(
        rf"\b(?i:lo|la|los|it|them)\s(?i:llam(?:a|amos|aremos|ar[áa]n?|an)|denomin(?:a|amos|aremos))\s(?:{_QUOTED}|(?P<name>{_RUN}))"
    ),
    re.compile(rf"\b(?i:operation|operaci[oó]n|operativo)\s(?:{_QUOTED}|(?P<name>{_RUN}))"),
    re.compile(
        rf"\b{_EDITION}\s(?:of|del?)\s(?:the\s|la\s|el\s)?(?P<name>{_RUN})"
        rf"(?=,\s(?:an?|un|una|its|su|our|the|el|la)\s(?:[a-zñáéíóú]{{3,15}}\s)?(?:{_NOUN}|{_LESSONS})\b)"
    ),
    # "the diplomado Niñez que camina, de 120 horas": Spanish names have one capital
    re.compile(
        rf"\b(?:programa|proyecto|iniciativa|campaña|diplomado|curso|taller)\s(?P<name>{_CAP}(?:\s(?!{_PAST}){_SMALL_WORD}){{1,4}})"
        r"(?<!\sde)(?=,\s(?:de|con|para|que|dirigid[oa]|en|a)\b|\s\(|[.;]|$)"
    ),
    re.compile(
        rf"\b(?:course|workshop|training|seminar)\son\s(?P<name>{_CAP}(?:{_SMALL}{{0,3}}\s{_CAP}){{3,8}})(?=[,.;])"
    ),
    re.compile(
        rf"\b(?i:{_LESSONS})\s(?!Regional|Nacional|Internacional|Virtual|Superior)(?P<name>{_CAP}(?:{_SMALL}{{0,3}}\s{_CAP}){{1,5}})(?=[,.;])"
    ),
    re.compile(rf"\b(?!{_BIG_NOUN}){_NOUN},?\s{_CALLED}(?<!,\s)(?P<name>{_RUN})"),
    re.compile(
        rf"(?<![\w’'-])(?P<apposed>{_RUN}),\s(?:an?|the|un|una|el|la|its|our|their|su|nuestr[oa])\s(?:[a-zñáéíóú]{{3,15}}\s)?(?:{_NOUN}|space|espacio)\s(?:[a-zñ]{{4,15}}\s)?"
        r"(?:of|by|for|that|which|run|led|de|del|que|para|impulsad[oa]|con)\s"
    ),
    re.compile(
        rf"(?<![\w’'-])(?P<before>{_RUN})\s(?:programme|program|project|initiative|campaign|appeal(?!\scourt)|drive|scheme)\b"
    ),
)
_LIKELY = (
    re.compile(
        rf"(?<![\w’'-])(?P<whole>{_RUN}\s{_BIG_NOUN})\b(?!\s(?:for|on|to)\b|\sof\s(?!the\s[{UPPER}])|\s[{UPPER}])"
    ),
    re.compile(rf"(?<![\w’'-])(?P<whole>{_RUN}\s{_BIG_NOUN}\s(?:on|for)\s{_RUN})"),
    re.compile(rf"(?<![\w’'-])(?P<whole>{_BIG_NOUN}{_SMALL}{{0,3}}\s{_RUN})"),
)
_BELONGS = re.compile(
    r"\b(?:part|component|framework|through|under|within|belongs|umbrella|marco|parte|dentro|trav[eé]s"
    r"|mediante|medio|"
    r"enmarcad?[oa]?|its|our|su|nuestr[oa])\b(?:\s(?:of|to|the|its|del?|la|el|en|su|nuestro"
    r"|nuestra)){0,3}(?:\s\w{1,20}['’]s?)?\s?$",
    re.IGNORECASE,
)
_IS_PART = re.compile(
    r"[”\"»’]?,\s(?:del\sque|de\sla\sque|de\slas?\scual|del\scual|al\s(?:que|cual)|a\sla\s(?:que|cual))\s(?:forma\sparte|pertenece)"
    r"|[”\"»’]?,\s(?:of|to)\swhich\b.{0,40}\b(?:part|belongs?)\b"
)
_YEARS = re.compile(r"\s(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d(?!\w)")
_AFTER_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w-]*\s$")
_FINANCED = re.compile(
    r"[”\"»’]?(?:\s\([^()]{2,20}\))?,?\s(?:(?:which|that|que)\s(?:is|are|es)?\s?)?(?:funded|financed"
    r"|supported|financiad|que\scuenta)"
)
_BODIES = re.compile(
    r"\b(?:United\sNations|UN|World\sFood|Development\sProgramme|Environment\sProgramme|Naciones\sUnidas"
    r"|Mundial\sde\sAlimentos)\b"
)
# A name with such a noun is a body's, whatever stands beside it.
_HARD_BODY = re.compile(
    r"\b(?:Minist(?:ry|erio)|Secretar\w+|Fundaci[oó]n|Foundation|Universi\w+|Institut\w+|Commission|Comisi[oó]n|Agency|Agencia"
    r"|Committee|Comit[eé]|Council|Consejo|Embassy|Embajada|Government|Gobierno|Organi[sz]a\w+|Associa\w+|Asociaci[oó]n|Police"
    r"|Polic[ií]a|Court|Corte|Cross|Cruz|Dioces[ei]s?|Di[oó]cesis|Pastoral|Defensor[ií]a|Procuradur[ií]a|College|UN[A-Z]{2,})\b"
)
_POST = re.compile(r"\s(?:Officer|Manager|Director|Coordinator|Assistant|Specialist|Lead|Head|Associate)\b")
_LONGEST_POST = 13  # characters of the longest of these
_LESSON = re.compile(r"(?:Diplomado|Seminar|Seminario|C[aá]tedra)\b")
_NAMED_WITH_NOUN = re.compile(r"(?:programa|proyecto|campaña|iniciativa)\s")
_SENTENCES = re.compile(rf"[.!?]\s[{UPPER}]")  # what somebody said
_ENOUGH = 3
_LEAD_LENGTH = 120  # characters: the first passages as long as this tell what the release is about
_LEADING = 2
_SHORT_FORM = re.compile(r"[”\"»]?\s\([A-ZÑ]{2,8}\)")
_LAUNCHED = re.compile(
    r"\b(?:launch(?:ed|es|ing)?|presented|started|dollars\sto|euros\sto|lanz[oóa]\w{0,3}|inici[oó]|arranc[oó]"
    r"|puso\sen\smarcha|d[oó]lares\sal?|euros\sal?|quetzales\sal?|million\sin|provienen?\sdel|comes?\sfrom)\s(?:(?:the|its|el|la|su)\s)?$",
    re.IGNORECASE,
)
_MOST_MENTIONS = 200
_ANY_NOUN = Caseless(
    rf"\b(?:{_NOUN}|{_BIG_NOUN}|{_LESSONS}|{_SERVICE}|{_EDITION}|{_CORE}|{_SOFT}|operativo|llam\w+|denomin\w+|grants?|space|espacio"
    r"|appeal|drive)\b"
)


def fill(document: Document) -> Document:
    """``document`` with the programme it belongs to and who finances it, where the text says so."""
    if document.kind in _WITHOUT or document.digest_of:
        return document
    programme = None if document.programme else _programme(document)
    if programme:
        found = evidence(programme.passage, programme.start, programme.end, 0.8)
        document = noted(document, "programme", found, programme=programme.name)
        if programme.told:  # what sounded like a body is none: "its program Mobile Consulate"
            kept = (each for each in document.organisations if not _is_called(each, programme.name))
            document = replace(document, organisations=tuple(kept))
    funder = None if document.funder else find_funder(document, programme)
    if funder:
        found = evidence(funder.passage, funder.start, funder.end, 0.8)
        return noted(document, "funder", found, funder=funder.name)
    if not document.funder and is_grantor(document):
        found = document.evidence.get("publisher", Evidence())
        found = replace(found, confidence=0.6, inferred=True)
        return noted(document, "funder", found, funder=document.publisher)
    return document


def _is_called(organisation: Organisation, name: str) -> bool:
    return organisation.acronym is None and fold(organisation.name) == fold(name)


# -- The programme ----------------------------------------------------------------------------


def _programme(document: Document) -> Named | None:
    """The name with the greatest weight over all its mentions; the first of equals."""
    weights: dict[str, int] = {}
    first: dict[str, Named] = {}
    for name in _names(document):
        key = fold(name.name)
        weights[key] = weights.get(key, 0) + name.weight
        if _LESSON.match(name.name):  # named by its subject, it yields to the programme that it is of
            weights[key] = min(weights[key], _ENOUGH)
        first.setdefault(key, name)
    for key in [each for each in weights if _NAMED_WITH_NOUN.match(each)]:
        bare = key.partition(" ")[2]  # "Programa Hogares Con Luz", elsewhere "el programa Hogares Con Luz"
        if bare in weights:
            weights[bare] += weights.pop(key)
    best = max(weights, key=lambda key: (weights[key], not _LESSON.match(first[key].name)), default=None)
    return first[best] if best is not None and weights[best] >= _ENOUGH else None


def _names(document: Document) -> Iterator[Named]:
    bodies = {fold(organisation.name) for organisation in document.organisations}
    people = {fold(person.name) for person in document.people}
    left, prose = _MOST_MENTIONS, 0
    for passage in document.passages:
        if passage.kind == "table":
            continue
        prose += len(passage.text) > _LEAD_LENGTH
        for name in _names_in(passage, leads=prose <= _LEADING):
            key = fold(name.name)
            is_body = key in bodies and not (name.told and not _HARD_BODY.search(name.name))
            if left > 0 and key not in people and not is_body:
                left -= 1
                yield name


def _names_in(passage: Passage, *, leads: bool) -> Iterator[Named]:
    text, taken = passage.text[:LONGEST], -1
    if not _ANY_NOUN.search(text):
        return
    matches = [
        (match, patterns)
        for patterns in (_TOLD, _SURE, _LIKELY)
        for pattern in patterns
        for match in pattern.finditer(text)
    ]
    for match, form in sorted(matches, key=lambda each: (each[0].start(), -each[0].end())):
        group = next(name for name, value in match.groupdict().items() if value)
        start, end = trimmed(text, *match.span(group), opened=group in ("before", "whole", "apposed"))
        end = years.end() if (years := _YEARS.match(text, end)) else end
        if start < taken or start >= end or not _is_programme(text, start, end, group):
            continue
        taken = end
        before = text[max(0, match.start() - 40) : match.start()]
        behind = _FINANCED.match(text, match.end()) or _SHORT_FORM.match(text, match.end())
        told = leads or _LAUNCHED.search(before) or behind
        belongs = _BELONGS.search(before) or _IS_PART.match(text, match.end())
        if group == "whole" and not belongs and text.startswith(" of the ", end):
            continue  # "the Missing Boats Project of the Faro Agency" counts boats
        weight = 1 + 2 * (form is not _LIKELY) + 3 * bool(belongs) + 2 * bool(told)
        yield Named(" ".join(text[start:end].split()), passage, start, end, weight, form is _TOLD)


def _is_programme(text: str, start: int, end: int, group: str) -> bool:
    name = text[start:end]
    words = name.split()
    if _BODIES.search(name) or _POST.search(text, start, end + _LONGEST_POST) or places.code_of(name):
        return False
    before = _AFTER_NAME.search(text[max(0, start - 30) : start])
    if group == "whole" and (" of the " in name or (before and fold(before[0].strip()) not in OPENERS)):
        return False  # "Ana Paz of the Harbour Project", "the Missing Children Project of the Faro Agency"
    if group == "quoted":
        return (name[:1].isupper() or len(words) > 1) and not _SENTENCES.search(name)
    if group in ("before", "apposed"):
        return len(words) > 1 and not name.isupper()
    if group == "name":
        return not name.isupper() or len(words) > 1
    return len(words) > 1 and not re.fullmatch(rf"(?:{_BIG_NOUN})(?:\s(?:de|of|for|en|to))?", name)
