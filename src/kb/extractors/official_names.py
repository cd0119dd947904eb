"""The name of the body that the words of a line are as a whole.

A piece is a body when the table knows it, when the document names it as an organisation, or when it is a
run of capitalised words with a noun of institutions in it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kb.extractors import directory
from kb.extractors.capital_names import without_shouting
from kb.extractors.directory import Body
from kb.extractors.organisation_patterns import BODY_NOUN
from kb.places import place_code
from kb.records import Document
from kb.text.folding import fold

EDGES = " \t|,;:.–—-/•()[]*#=_"  # around the name on its line
MOST_WORDS = 8  # of a name that has no noun of institutions
_MOST_WORDS_WITH_NOUN = 14
_MORE_NOUNS = re.compile(
    r"^(?:Sindicato|Gobierno\sMunicipal|Gobierno\sdel\sEstado|Police|Policía|City|Town|County|Village|Municipality|Parish|Presbytery|Diocese|State|Alcald[ií]a|Municipalidad|Municipio|Parroquia"
    r"|Ayuntamiento|Prefectura|Di[oó]cesis|Arzobispado|Albergue|Casa|Hogar|Museo|Escuela|Liga|Mesa|Radio|Observatorio|Cooperativa|Sindicato|Gremio|Pastoral\sde|Hermandad)\b"
    r"|^(?:Sistema\s)?D(?:IF|if)\s(?:Municipal|Estatal|Nacional|[A-ZÀ-ÖØ-Þ][a-zà-ÿ]+)\b|\bConferencia\s(?:del\sEpiscopado|Episcopal)\b|\b(?:Episcopal|Bishops['’]?)\sConference\b"
    r"|\b(?:Interfaith|Ecumenical|House\sof|County|Presbytery|Diocese|Parish|Shelter|Museum|Ombudsman|Library|Observatory|League|School\sDistrict|Ministries|Nation|Tribe|Subcommittee|Police|Union\sLocal|Local\s\d{1,4})\b"
)
# Of an agency's office: "UNHCR Regional Office"; "DHS Watch for Children" is another body.
_OF_OFFICES = frozenset(
    """
    office oficina mission mision country regional pais in en de the americas central centroamerica america
    latin latina multi-country multipais norte sur north delegation delegacion
    """.split()
)
ACRONYM_BEHIND = re.compile(r"\s\([A-ZÑ]{2,10}\)$")
_QUOTES = re.compile(r"[\"“”«»]")
_BRACKETED = re.compile(r"\s\([^()]{2,20}\)$")
_LEADING = re.compile(r"(?:by|from|the|por|de|la|el|los|las)\s", re.IGNORECASE)
# What a text calls a body that it has named or defined: "el Consejo", "the Council".
_CALLED_SHORTLY = re.compile(r"(?:the|la|el|los|las)\s[^\W\d_]+", re.IGNORECASE)
NAMES_ITSELF = re.compile(
    r"(?:(?:[A-ZÀ-ÖØ-Þ][\w.'’&–-]*|de|del|la|las|los|el|y|e|of|the|for|and|in|on|en|para|por|con|contra|sobre|against|sin|at|to|&"
    r"|(?<=Local )\d{1,4})"
    r"(?:[\s,()-]{1,3}|$)){1,16}"
)
# How no name begins or ends: "por ciento no volvió a la escuela", "Agencia de".
_NO_NAME = re.compile(
    r"^(?:por|para|con|en|at|in|to|with|from)\s|\b(?:no|not|se)\s|\s(?:del?|of|the|la|el|los|las|for|y|and)$",
    re.IGNORECASE,
)
# A part of a body, which gives out the texts of the whole.
_UNIT = re.compile(
    r"(?:cl[ií]nica|direcci[oó]n|coordinaci[oó]n|unidad|oficina|departamento|delegaci[oó]n|subdirecci[oó]n|secci[oó]n|seccional|filial|jefatura|comit[eé]\sejecutivo|junta\sdirectiva|secretariado"
    r"|(?:general|executive|permanent|technical)\ssecretariat|secretar[ií]a\s(?:ejecutiva|t[eé]cnica|permanente)|executive\s(?:committee|board)|board\sof\sdirectors|divisi[oó]n|office|unit|department|section|directorate|desk|(?:law\s)?school|facult(?:y|ad)|escuela\sde|college\sof)\b"
    r"(?!.{0,40}\b(?:alto|high|migraci[oó]n|migration|nacional|attorney|auditor|inspector|ombuds|defensor|procurador|fiscal))",
    re.IGNORECASE,
)
# An office that speaks for itself though a larger body is named above it: of one who was elected, or who
# prosecutes, defends or inspects.
_OWN_VOICE = re.compile(
    r"office\sof\s(?:(?:the|u\.s\.|state)\s){0,2}(?:senator|sen\.|congress(?:wo)?man|representative|rep\.|assembly\s?(?:wo)?man"
    r"|assembly\s?member|delegate|council\s?(?:wo)?man|council\s?member|governor|mayor|commissioner|supervisor)\s[^\W\d_]{2}"
    r"|(?:office\sof\s(?:the\s)?)?(?:[\w.]+\s){0,3}county\sjudge\b"
    r"|(?:[\w.]+\s){0,3}(?:attorney|public\sdefender)['’]?s['’]?\soffice\b"
    r"|office\sof\s(?:the\s)?(?:inspector\sgeneral|district\sattorney|public\sdefender|[\w\s]{0,20}ombuds\w{0,6})\b"
    r"|(?:oficina|despacho)\s(?:del?|de\sla)\s(?:senador|diputad|congresista|legislador|regidor|alcalde|alcaldesa)[oa]?\s[^\W\d_]{2}",
    re.IGNORECASE,
)
# A person with the title of an office: "Farol County Judge Ana Paz".
_BUILDING = re.compile(r"\b(?:Building|Room|Suite|Floor|Edificio|Piso)\b")  # where one meets
_HOLDER = re.compile(
    r"(?<!of\s)(?<!of\sthe\s)\b(?:Judge|Justice|Mayor|Sheriff|Senator|Congress(?:wo)?man|Governor|Commissioner|Superintendent|Bishop|Secretary"
    r"|Director|President|Attorney\sGeneral|Ambassador|Consul)\s[A-ZÀ-ÖØ-Þ][\w'’-]+\s[A-ZÀ-ÖØ-Þ][\w'’-]+$"
)
DESK = re.compile(
    r"(?:\w+['’]s\s)?(?:(?:press|news|media|help|front|public(?:\s(?:information|affairs|relations))?|communications?|external\srelations)"
    r"(?:\s(?:and|&)\s\w+)?\s?(?:bureau|office|desk|service|room|unit|department|section|team|release|contact|cent(?:er|re))?s?)"
    r"(?:(?<=office)\sof\s.{2,60})?|.{0,40}\bcall\scent(?:er|re)"
    r"|.{0,40}\s(?:statement|release|bulletin|advisory|communiqu[eé])"
    r"|(?:(?:oficina|unidad|direcci[oó]n|departamento|[aá]rea|sala|gerencia|coordinaci[oó]n|jefatura|subdirecci[oó]n)"
    r"(?:\sgeneral|\snacional)?\sde\s)?(?:prensa|comunicaci[oó]n(?:es)?|relaciones\sp[uú]blicas|informaci[oó]n(?:\sp[uú]blica)?|medios)"
    r"(?:\s(?:social|institucional|p[uú]blica|digital|y\s(?:prensa|medios|relaciones\sp[uú]blicas|protocolo)))?"
    r"|(?:city|town|county|village)\sclerk['’]?s?(?:['’]s)?\soffice|office\sof\s(?:the\s)?(?:press|communications?|public\saffairs).{0,30}",
    re.IGNORECASE,
)
STATE = re.compile(
    r"(?:rep[uú]blica|republic|(?:state|commonwealth)(?=\sof\b)|estado(?=\sde\b)|gobierno|government|estados?\sunidos?|kingdom|reino)\b",
    re.IGNORECASE,
)


class Official(NamedTuple):
    """The name of a body, and whether it is another than the printed words."""

    name: str
    inferred: bool


def is_unit(name: str) -> bool:
    """Whether a name is that of a part of a body, which gives out the texts of the whole."""
    return _UNIT.match(name) is not None and not (speaks_for_itself(name) or directory.named(name))


def speaks_for_itself(name: str) -> bool:
    """Whether a name is that of an office that gives out its own texts: "Office of Senator Ana Paz"."""
    return _OWN_VOICE.match(name) is not None


def presented_name(document: Document, printed: str) -> Official | None:
    """The body that is presented: one that anything says it is, or a name that the text above has too."""
    official = official_name(printed, document)
    if official or not NAMES_ITSELF.fullmatch(printed) or not 1 < len(printed.split()) <= MOST_WORDS:
        return official
    mentions = sum(
        each.count(printed) for each in (document.title, *(each.text for each in document.passages))
    )
    return Official(printed, inferred=False) if mentions > 1 else None


def official_name(printed: str, document: Document) -> Official | None:
    """The name of the body that ``printed`` is as a whole, and whether it was inferred."""
    desk, _, rest = printed.partition(", ")
    if rest and DESK.fullmatch(desk):  # "Press Office, Supreme Court"
        return official_name(rest, document)
    body = _body(printed)
    if body:
        whole = directory.named(printed) is body and not printed.isupper()
        if whole or (printed in body.acronyms and not _prints(document, body.name(document.language))):
            return Official(printed, inferred=False)
        return Official(body.name(document.language), inferred=True)
    if _CALLED_SHORTLY.fullmatch(printed):
        return None
    wanted = directory.key(_BRACKETED.sub("", _LEADING.sub("", printed)))
    for organisation in document.organisations:
        if wanted in map(directory.key, filter(None, (organisation.name, organisation.acronym))):
            return Official(organisation.name, inferred=organisation.name != printed)
    cased = without_shouting(ACRONYM_BEHIND.sub("", printed))
    several = 1 < len(printed.split()) <= _MOST_WORDS_WITH_NOUN
    if not several or begins_with_somebody(printed, document) or not _is_of_institution(cased):
        return None
    return Official(cased, inferred=cased != printed)


def begins_with_somebody(printed: str, document: Document) -> bool:
    """Whether words begin with a person of the document: "Ada Lark, Heron Legal Clinic"."""
    people = {person.name for person in document.people}
    people |= {contact.name for contact in document.contacts if contact.name}
    return any(printed.startswith((f"{name}, ", f"{name} (")) for name in people)


def _is_of_institution(name: str) -> bool:
    """Whether capitalised words have a noun of institutions."""
    noun = BODY_NOUN.search(name) or _MORE_NOUNS.search(name)
    if _HOLDER.search(name) or _BUILDING.search(name):
        return False
    return bool(noun and NAMES_ITSELF.fullmatch(_QUOTES.sub("", name)) and not _NO_NAME.search(name))


def _prints(document: Document, name: str) -> bool:
    folded = fold(name)
    return any(folded in fold(passage.text) for passage in document.passages[:40]) or folded in fold(
        document.title
    )


def _body(printed: str) -> Body | None:
    """The body of the table that ``printed`` names, perhaps with a country: "UNICEF Guatemala"."""
    words = printed.split()
    named = directory.named(printed)
    if named or not words or len(words) > 4:
        return named
    of_place = all(place_code(word) or fold(word) in _OF_OFFICES for word in words[1:]) or place_code(
        " ".join(words[1:])
    )
    return directory.by_acronym(words[0].strip(EDGES)) if of_place else None
