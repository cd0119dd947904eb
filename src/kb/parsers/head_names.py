"""Whether a line near the top of a text is the name of a body or place, and says nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.parsers.headline_verbs import says
from kb.places import place_code
from kb.text.folding import fold

ABOUT = re.compile(r"\s(?:on|about|regarding|against|sobre|ante|tras|contra|a\sfavor|por)\s", re.IGNORECASE)
ISSUED = re.compile(
    r"(?:[\w/]+\s){0,3}(?:statement|declaration|communiqu[eé]|letter|message|desk|release|bulletin|comunicado|pronunciamiento"
    r"|declaraci[oó]n|carta|mensaje|posicionamiento|bolet[ií]n|nota)(?:\s\w+){0,2}?\s(?:of|from|by|del?|por)\s(?:(?:the|la|el|los|las)\s)?",
    re.IGNORECASE,
)
_OFFICIAL = (
    r"secretar[ií]a|ministerio|ministry|instituto|institute|procuradur[ií]a|comisi[oó]n|commission|defensor[ií]a"
    r"|gobierno|government|oficina|office|rep[uú]blica|republic|organizaci[oó]n|organi[sz]ation|fondo|congreso"
    r"|consejo|council|direcci[oó]n|departamento|department|fiscal[ií]a|consulado|embajada|embassy"
)
_BODY = re.compile(
    rf"\b(?:{_OFFICIAL}"
    r"|secretariat|fund|directorate|trust|consulate|fundaci[oó]n|foundation|asociaci[oó]n|association"
    r"|universidad|university|corte|court|red|network|coalici[oó]n|coalition|sistema|coordinaci[oó]n"
    r"|unidad|unit|comit[eé]|committee|federaci[oó]n|federation|casa|alianza|alliance|centro|centre"
    r"|center|facultad|faculty|school|ombudsman|pastoral|servicio|service|agency|agencia|tribunal"
    r"|di[oó]cesis|diocese|church|iglesia|congregation|congregaci[oó]n|temple|templo|synagogue|sinagoga|mosque|mezquita|parlamento|parliament|municipalidad|ayuntamiento|cruz|cross|comisionado"
    r"|commissioner|congress|rector[ií]a|vicerrector[ií]a|subsecretar[ií]a|patronato|a\.\s?c\.|inc\."
    r"|ong|ngo|colectiv[oa]|collective|conference|conferencia|union|uni[oó]n|society|sociedad|programa"
    r"|programme|platform|plataforma|movement|movimiento|mesa|consortium|consorcio|group|grupo"
    r"|nation|tribe|police|polic[ií]a|sheriff|sindicato|gremio|delegaci[oó]n|delegation|cooperativa|observator(?:io|y)"
    r"|for(?:o|um)|ministries|liga|league|muse(?:o|um)|library|biblioteca|(?:arz)?obispado|arquidi[oó]cesis|archdiocese"
    r"|vicariato|c[aá]ritas|guardia|patrulla|patrol|alcald[ií]a"
    r"|hospital|clinic|cl[ií]nica|college|colegio|c[aá]mara|senado|senate|asamblea|assembly|bureau"
    r"|board|house|shelter|hogar|albergue|parish|parroquia|division|divisi[oó]n)\b",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(r"(?P<name>.{8,110}?)\s\((?P<acronym>[A-ZÑ][A-Za-zñÑ-]{2,11})\)")
_ENDS_NAME = re.compile(r"(?:\b[A-Z]\.\s?){1,4}$|\b(?:Inc|Ltd|Asoc|Corp)\.$")  # "Casa del Faro A.C."
_QUOTES = re.compile(r"[\"“”«»]")
_AND = re.compile(r",\s(?:and\s)?|\s(?:y|e|and)\s")
_SMALL_WORDS = frozenset("a al and at con de del e el en for in la las los of on para por the to y".split())
_INITIALS = re.compile(r"\s\(([A-ZÑ]{3,10})\)$")
_ACRONYM = re.compile(r"\b[A-ZÑ]{3,10}\b")
NAME = re.compile(
    r"(?:(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|de|del|la|las|los|el|y|e|of|the|for|and|at|in|on|en|para|por|con|to|contra|sobre|&)"
    r"(?:[\s,/–|()-]{1,3}|$)){1,16}"
)
# Words that the names of bodies do not have: "THE CONSULATE TAKES ITS SERVICES TO THE BORDER".
_NOT_IN_NAMES = re.compile(r"\b(?:its|their|his|her|sus?)\b", re.IGNORECASE)
_ONE_OF_MANY = re.compile(rf"(?:an?|una?)\s{_BODY.pattern}", re.IGNORECASE)  # "A HOUSE FOR EVERY CHILD"
_EVENT = re.compile(  # "Inauguración del Centro Municipal de Niñez", "En el Foro Regional"
    r"(?:en|in|at|on|ante|durante|during|before)\s(?:el|las?|los|the)\s"
    r"|(?:palabras|discurso|remarks|speech|address)\s(?:del?|by|of)\s|(?:inauguraci[oó]n|presentaci[oó]n|apertura|lanzamiento|entrega|firma|clausura|opening|launch(?:ing)?|inauguration|presentation"
    r"|signing|closing)\s(?:del?|of)\s",
    re.IGNORECASE,
)
LONGEST_NAME = 120
_LONGEST_LABEL = 3  # words before a colon


@lru_cache(maxsize=1024)  # of a line near the top it is asked several times
def is_name(text: str) -> bool:
    """Whether a line is the name of a body or place and says nothing: "Ministry of Health"."""
    ends = text.endswith(".") and not _ENDS_NAME.search(text)
    initials = _INITIALS.search(text) if len(text) <= LONGEST_NAME else None
    if initials and _spells(initials[1], text[: initials.start()]):
        return True  # "KIDS IN NEED OF COUNSEL (KINC)"
    if (behind := _BEHIND_NAME.fullmatch(text)) and _is_drawn_from(behind["acronym"], behind["name"]):
        return NAME.fullmatch(behind["name"]) is not None and not says(text)
    if (
        len(text) > LONGEST_NAME
        or ends
        or says(text)
        or _NOT_IN_NAMES.search(text)
        or _ONE_OF_MANY.match(text)
        or _EVENT.match(text)
    ):
        return False
    if all(place_code(part) for part in re.split(r"[,/]|\s[*·•|–-]\s", text)) or _is_region(text):
        return True
    if (issued := ISSUED.match(text)) and ABOUT.search(text, issued.end()):
        return False  # "Statement of the Association on the Hearing of Toddlers"
    named = _BODY.search(text) or (_ACRONYM.search(text) and not text.isupper() and not ABOUT.search(text))
    bare = _QUOTES.sub("", text) if _BODY.match(text) else text  # 'Casa del Migrante "Pozo Azul"'
    return bool(NAME.fullmatch(bare) and named)


def _is_region(text: str) -> bool:
    """Whether a line is a region and its countries: "Triángulo Norte: Guatemala, El Salvador y Honduras"."""
    region, _, countries = text.partition(": ")
    named = [*map(place_code, _AND.split(countries))]
    return len(named) > 1 and all(named) and len(region.split()) <= _LONGEST_LABEL


def _spells(acronym: str, name: str) -> bool:
    """Whether an acronym is the initials of all words of a name, with or without the small ones."""
    words = re.findall(r"[^\W\d_]+", fold(name))
    telling = [word for word in words if word not in _SMALL_WORDS]
    return fold(acronym) in {"".join(word[0] for word in each) for each in (words, telling)} or (
        _with_some(fold(acronym), words)
    )


def _is_drawn_from(acronym: str, name: str) -> bool:
    """Whether an acronym has letters of a name in their order, the first one first: SITRAMEP."""
    left = iter(fold(name))
    return fold(acronym)[:1] == fold(name)[:1] and all(letter in left for letter in fold(acronym))


def _with_some(acronym: str, words: list[str]) -> bool:
    """Whether an acronym has the initials of a name's words, of the small ones perhaps: KINC."""
    for word in words:
        if acronym[:1] == word[0]:
            acronym = acronym[1:]
        elif word not in _SMALL_WORDS:
            return False
    return not acronym
