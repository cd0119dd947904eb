"""Numbers that count nothing: dates, ages, times, telephone numbers, addresses, names and labels.

A number is judged by the words beside it. What stands before it says most: "article", "aged", "Tel.".
A number tied to one that counts nothing counts nothing either: "paras 12-14", "aged 12 to 17".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb import places
from kb.extractors.figure_units import FUNCTION_WORDS, is_people, unit_behind
from kb.text.dates import MONTHS, WEEKDAYS, DateMention
from kb.text.folding import fold
from kb.text.numbers import NumberMention
from kb.text.words import is_stop_word

_BEFORE = 60  # characters looked at before a number
_AFTER = 60

_LABEL = re.compile(
    r"""(?:\b(?:articles?|arts?\.?|art[íi]culos?|sections?|sec\.|secci[óo]n(?:es)?|paragraphs?|paras\.?|para\.|p[áa]rrafos?|p[áa]rrs?\.?
    |chapters?|cap[íi]tulos?|cap\.|pages?|pp?\.|p[áa]gs?\.?|p[áa]ginas?|laws?|ley(?:es)?|decretos?|decree
    |resolutions?
    |resoluci[óo]n(?:es)?|rules?|reglas?|bolet[íi]n|comunicado|bulletin|release|iso|rounds?|rondas?|phases?
    |fases?|edici[óo]n
    |versi[óo]n|version|volumes?|vol\.?|tomo|annex(?:es)?|anexos?|appendix|figura|fig\.|tabla|cuadro
    |gr[áa]fic[ao]
    |recuadro|steps?|pasos?|modules?|m[óo]dulos?|goals?|objetivos?|principles?|principios?|convenios?
    |convention|protocols?
    |protocolos?|comments?|general|clauses?|cl[áa]usulas?|[íi]tems?|piso|calles?|avenidas?|av\.|avenue
    |carretera|km|kil[óo]metro
    |ruta|highway|apartado|c\.?\s?p\.?|c[óo]digo\spostal|p\.?\s?o\.?\sbox|suite|oficina|tel(?:[ée]fonos?
    |ephones?)?\.?|phones?|fax|pbx|conmutador|centralita
    |types?|tipos?|group|grupo|rooms?|salas?|aulas?|casa|sizes?|tallas?|ruling|voto
    |cel(?:ular)?\.?|whatsapp|exts?(?:ensi[óo]n(?:es)?|ensions?)?\.?|issue|photo|foto|slide|image|imagen|grades?|grados?|category|categor[íi]a|class
    |clase|nivel|expediente
    |sentencia|oficio|folio|acta|acuerdo|manzana|distrito|zona|notas?|notes?|footnotes?|preguntas?|c[óo]digo
    |canal|t[íi]tulo|inciso|fracci[óo]n|numeral|page|recommendations?|recomendaci[óo]n(?:es)?|parts?|parte
    |boxes|tables?|indicator|indicador
    |h\.\s?r\.|docket|bill|\d+\s?x|agenda|n[úu]m(?:ero)?\.?|number|l[íi]nea|hotline|helpline|nos?\.|nros?\.?|n\.?\s?[oº°]s?\.?)|[#№§]{1,2})\s?$""",
    re.IGNORECASE | re.VERBOSE,
)
# Labels that a number in words can have too; others would be verbs: "pregunta tres veces".
_LABEL_OF_WORD = re.compile(
    r"\b(?:articles?|art[íi]culos?|parts?|Parte|phases?|fases?|rounds?|rondas?|chapters?|cap[íi]tulos?"
    r"|sections?|steps?|grades?"
    r"|rooms?|annex|anexo|modules?|m[óo]dulos?|principles?|goals?|rules?|number)\s$",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\bpara\s$", re.IGNORECASE)
_WEEKDAY = re.compile(
    rf"\b(?:{'|'.join(sorted(each for each in WEEKDAYS if len(each) > 4))})\s$", re.IGNORECASE
)
_PERSON = (
    r"(?:child(?:ren)?|girls?|boys?|sons?|daughters?|adolescents?|persons?|people|minors?|youths?|teenagers?|those"
    r"|everyone|ni[ñn][oa]s?|ni[ñn]ez|adolescentes?|menor(?:es)?|j[óo]ven(?:es)?|personas?|hij[oa]s?|herman[oa]s?"
    r"|muchach[oa]s?)"
)
_SINGLE_PERSON = r"(?:child|girl|boy|son|daughter|ni[ñn][oa]|adolescente|hij[oa])"
_BOUND = (
    r"(?:de|of|from|between|entre|under|over|below|above|up\sto|hasta|con|at|m[áa]s|menos|more|less|than|about"
    r"|around|unos|apenas|only|just|solo|s[óo]lo|los|las|the)"
)
# "aged 12", "menores de 18", "turn 18": an age unless another noun than years follows.
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|edad(?:es)?|turn(?:s|ed|ing)?|cumpl\w{1,6}|t(?:iene|en[íi]a|engan|ienen|en[íi]an)(?:\sya)?"
    r"|(?:menor|mayor)(?:es)?\sde|(?:the|los|las)\s(?:under|over)|under-|sub-)"
    rf"(?:\s{_BOUND}){{0,3}}\s?$",
    re.IGNORECASE,
)
_AS_YOUNG_AS = re.compile(r"\bas\s(?:young|old)\sas\s(?:just\s|only\s)?$", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"(?!\s[a-zñ])|\s(?:to|and|a|y|or|o|who|that|in|is|are|was|were|has|have|must|may|shall|should|cannot|from|en"
    r"|que)\b"
)
# "15 to 17 years", "15, 16 y 17 años".
_YEARS_AFTER = re.compile(r"(?:,\s\d{1,2}){0,4}(?:\s?(?:to|and|a|y|-|–|o|or)\s?\w+)?[\s-](?:years?|años)\b")
# In front of "12 years": "girls between", "joven hondureño de", "Ana, de", "desde los", "minimum age of".
_AGED_PERSON = re.compile(
    rf"(?:\b{_PERSON}\s?,?(?:\s[^\W\d_]{{4,16}})?,?(?:\s(?:{_BOUND}|who|are|were|is|was)){{1,3}}"
    r"|,\s(?:de|of)(?:\sentre)?|\b(?:desde|hasta|antes\sde|entre|de|a|en)\slos|\b(?:at|is|was|were|are)"
    r"|\b(?:age|edad)\b[^.;,\d]{0,40})\s$",
    re.IGNORECASE,
)
# "Doña Ana Ajú, de 71 años, ...": at any age; "a los quince" and "at 16" with nothing counted behind.
_APPOSED = re.compile(r"[,(]\s?(?:de|of|a\ssus)\s$", re.IGNORECASE)
_APPOSED_AFTER = re.compile(r"\s(?:years?|años)(?:\s(?:y|and)\s|[,;.)])")
_REACHED = re.compile(r"\b(?:(?:a|desde|hasta)\slos|at|de\slos)\s$", re.IGNORECASE)
_REACHED_AFTER = re.compile(
    r"[.,;:)”\"»]|\s(?:y|and|but|pero|after|when|because|before|cuando|tras|ahora|hoy|ya|se)\s(?!\d)|$"
)
_SOMEBODY_OF = re.compile(
    r"\b(?:an?|un|una|otra?|another)\s(?:\w{1,20}\s)?(?P<who>\w{1,20})\s(?:\w{1,20}\s)?(?:of|de)\s$",
    re.IGNORECASE,
)
_CHILD_OF = re.compile(rf"\b{_SINGLE_PERSON}\s(?:of|de)\s$", re.IGNORECASE)
# In front of a number with no noun: "the youngest is 11", "persons under 18".
_IS_OLD = re.compile(
    r"\b(?:(?:i|he|she|who|youngest|oldest|eldest)\s(?:was|is|were)|under|over|below|above|menos\sde)\s$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(
    r"(?:\s?(?:to|and|a|y|-|–)\s?\d{1,2})?[\s-]{1,2}(?:(?:years?|months?|a[ñn]os|meses)[\s-](?:olds?|of\sage|de\sedad"
    r"|cumplidos)|year-olds?|olds)\b",
    re.IGNORECASE,
)
_NAME_AGE = re.compile(
    rf"(?:[A-ZÁÉÍÓÚÑ][\w’'-]+\.?|\b(?:{_SINGLE_PERSON}|brother|sister|cousin|herman[oa]|prim[oa])),\s$"
)
_NAME_AGE_AFTER = re.compile(r"(?:\saños)?[,;).]")
_HOUSEHOLDS = frozenset(("familia", "family"))  # "a family of six" counts
_OLDEST = 25  # years of an age that is printed without "old": beyond, it is time
_OLDEST_CHILD = 21  # "over 20 were girls" counts, "over 18" mostly not
_OLDEST_NAMED = 110
_TIME_BEFORE = re.compile(r"\b(?:a|desde|hasta|de|entre)\slas?\s$|\bat\s$", re.IGNORECASE)
_LAST_HOUR = 24
_THING = re.compile(r"\s(?!and\b|con\b|but\b)[^\W\d_]{3,}")
_TIME_AFTER = re.compile(
    r"(?:\s?(?:to|and|or|a|y|-|–)\s?\d{1,2}(?:[.:]\d\d)?)?"
    r"\s?(?:[ap]\.\s?m\b\.?|[ap]m\b|o['’]clock|(?:horas\s|hrs\.?\s)?de\sla\s(?:mañana|tarde|noche)"
    r"|in\sthe\s(?:morning|afternoon|evening)|noon)",
    re.IGNORECASE,
)
_SHARES_AFTER = re.compile(
    r"[\s-](?:thirds?|quarters?|fifths?|tenths?|tercios?|cuartos|cuartas|quintos|quintas\spartes"
    r"|d[ée]cimas|terceras)\b"
    r"|\s(?:in\severy|de\scada)\s|\s(?:\w+\s)?(?:and\sa\shalf|y\smedi[oa])\b|\sto\sone\b",
    re.IGNORECASE,
)
_SHARES_BEFORE = re.compile(
    r"\b(?:(?:one|two|three|four|\d)\s(?:in|out\sof)(?:\severy)?|(?:de|por|in|for)\s(?:cada|every))\s$",
    re.IGNORECASE,
)
_TENS = re.compile(
    r"\s(?:in\s(?:five|ten|10|5|100)\b(?!\s[a-z]+s\b)|out\sof\s(?:every\s)?(?:five|ten|10|5|100)\b)",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:group\sof|grupo\sde\slos|top|the\s(?:19|20)\d\ds\sand|años|los\saños)\s$", re.IGNORECASE
)
# "Views: 1204", "Visto 1204 veces", "Reading time: 5 min", "Publicado hace 3 años".
_COUNTER_BEFORE = re.compile(
    r"\b(?:(?:views?|hits|reads?|shares?|likes?|comments?|downloads|visitas|vistas|visto|le[íi]do|lecturas|compartido"
    r"|comentarios|descargas|reacciones)\s?:"
    r"|(?:read(?:ing)?\stime|tiempo\sde\slectura)\s?:?|lectura\s?(?:de|:)"
    r"|(?:publicado|actualizado|posted|published|updated)\s?:?\s(?:hace|about))\s?$",
    re.IGNORECASE,
)
_SEEN = re.compile(r"\b(?:visto|le[íi]do|compartido|viewed|shared|read)\s$", re.IGNORECASE)
_TIMES = re.compile(r"\s(?:veces|times)\W*$", re.IGNORECASE)
_READ_AFTER = re.compile(r"[\s-]?min(?:ute|uto)?s?\.?[\s-](?:de\s)?(?:read|lectura)\b", re.IGNORECASE)
_BETWEEN_MARKS = re.compile(r"(?:^|[|·•\n/])\s*\(?$")
_COUNTER_AFTER = re.compile(
    r"\s(?:comments?|views?|shares?|likes?|reads|comentarios?|visitas|vistas|lecturas|veces\scompartid[oa]|me\sgusta)"
    r"\s*\)?(?:$|[|·•\n/])",
    re.IGNORECASE,
)
_SINGULAR = re.compile(r"\b(?:el|al|del)\s$", re.IGNORECASE)
_SHARED_AFTER = re.compile(
    r"(?:\s(?:al|y|y\sel|o)\s\d{1,3}(?:[.,]\d{1,2})?)?\s?(?:%|por\s?ciento|per\s?cent|mil\b|mill)"
)
_OF_THE_MONTH = re.compile(rf"\sd[íi]as?\sdel?\s(?:mes\b|presente\b|(?:{'|'.join(MONTHS)})\b)", re.IGNORECASE)
_ORDINAL_AFTER = re.compile(r"[-\s](?:hundredth|thousandth|millionth)\b", re.IGNORECASE)  # "ten-thousandth"
_VERB_OPENS = re.compile(
    r"(?:[aeiiéí]ron|aban|[ií]an|^son|^eran|^hay|^somos|^quedan|^van|^hace)$", re.IGNORECASE
)
_NAME_AFTER = re.compile(
    r"[-‐‑](?-i:[A-Z])|(?:\.[ºª°o])|[ºª°]|\s?(?:st|nd|rd|th)\b"
    r"|(?:[ -]\w+)?(?:\s(?-i:[A-Z])[\w'’]+){1,3}\s(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane"
    r"|Drive|Square|Highway|Place|Court|Way|Terrace)\b"
    r"|\s(?:calles?|avenidas?|av\.|carrera|rue|route|via|place)\b"
    r"|\smetros?\s(?:al\s)?(?:norte|sur|este|oeste)\b",
    re.IGNORECASE,
)
_TOKEN_BEFORE = re.compile(r"[^\W\d_]\d{1,5}[-–]$")  # A350-900
_SCORE_AFTER = re.compile(r"[-–](\d{1,3})(?![\w,])(?!\.\d)")
_SCORE_BEFORE = re.compile(r"(?<![\w.,])(\d{1,3})[-–]$")
_COUNTED_AFTER = re.compile(
    r"\s(?!and\b|of\b|to\b|in\b|on\b|is\b|the\b|en\b|de\b|y\b)[a-zñ]{3,}|\s?%"
    r"|[- ](?:year|day|hour|week|month)"
)
_MATCH_BEFORE = re.compile(
    r"\b(?:won|lost|drew|gan\w{1,5}|perd\w{1,5}|empat\w{1,5})\s(?:(?:by|por)\s)?(?:\d{1,2}\s(?:a|to)\s)?$",
    re.IGNORECASE,
)
_MATCH_AFTER = re.compile(r"\s(?:a|to)\s\d{1,2}\b|\W|$")
_SHOUTED_AFTER = re.compile(r"\s[A-ZÁÉÍÓÚÑ]{3,}")
_SHARE_AFTER = re.compile(r"\s?%|\s(?:per\scent|percent|por\sciento)")
_CAPITAL_BEFORE = re.compile(r"(?<!\w)([A-ZÁÉÍÓÚÑ][\w'’-]*)\s$")
_CAPITAL_AFTER = re.compile(r"\s[A-ZÁÉÍÓÚÑ]")
_LISTED_BEFORE = re.compile(r"[,.]\s$")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;“\"«(•*\n—])\s*$")
_IN_A_PLACE = re.compile(r"\b(?:in|en|at|de|del|from|desde)\s(?:[A-ZÁÉÍÓÚÑ][\w’'-]*\s){1,4}$")
_HIGHEST_NAME = 100  # "Fortune 100 brands" is a name; "Casa Alero 300 children" lacks a comma
_LONGEST_CODE = 3  # letters: "In" is the code of India
_HIGHEST_MARK = 999
_LOWEST_POSTCODE = 1000
_NOUN = re.compile(r"\s(?!and\b|of\b|to\b|years?\b|de\b|del\b|años\b|in\b|on\b|is\b|the\b|en\b)[a-zñ]{3,}")
_NO_YEAR = re.compile(
    r"\s(?!das\b|las\b|los\b|was\b|is\b|has\b)(?:[a-zñáéíóú]{2,}s|people|children|women|men)\b"
)
_PLAIN_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|of|from|to|until|during|before|after|for|and|year|the|early|late|mid|en|desde|de"
    r"|del|durante|para|hasta|"
    r"antes|año|el|la|y|al?|entre|between|spring|summer|autumn|winter|fall|fiscal|FY)\s?$|[-–/(]$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_MASKED = re.compile(
    r"(?P<net>(?:https?://|www\.)\S{1,300}|[\w.+-]{1,64}@[\w.-]{1,100})"
    r"|(?P<phone>(?<![\w.,])\+\s?\d[\d\s().-]{5,22}\d"
    r"|(?:\b(?:tel|t[eé]l|cel|fax|phone|whatsapp|call|pbx|conmutador"
    r"|centralita)\w{0,9}\b[.:]*\s{0,2}\(?)\d[\d\s().-]{4,20}\d"
    r"|(?<![\w.,$-])\d{3,4}[-–]\d{4}(?:-\d{4})?(?![\w]|[.,]\d|\s(?-i:(?!or\b|and\b|to\b|[oy]\b|ext|fax"
    r"|mail)[a-z]))"
    r"|(?<![\w.,$-])\d{3}\.\d{3}\.\d{4}(?![\w.])|(?<![\w.,$-])\d{4}\.\d{4}(?![\w.])"
    r"|\(\d{1,4}\)\s?\d[\d -]{4,14}\d(?![\w]|[.,]\d)"
    r"|(?<![\w.,$-])(?:\d{1,4}[- ]){1,3}0\d{1,3}(?![\w]|[.,]\d)"
    r"|(?<![\w.,$-])\d{2,4}[- ]\d{2,4}[- ]\d{2,4}[- ]\d{2,4}(?![\w]|[.,]\d))"
    r"|(?P<docket>(?<![\w.,-])(?:19|20)\d\d[-/]\d{3,6}(?!\d)(?<![-/](?:19|20)\d\d)"
    r"|(?<![\w.,-])\d{1,6}/(?:19|20)\d\d(?!\d))"
    r"|(?P<screen>(?<![\w.,])\d{2,4}\s?[x×]\s?\d{2,4}(?!\w)|(?<![\w.,])\d{1,3}-\d{1,3}(?=,?\szon[ae]\b))"
    r"|(?P<time>(?<![\d.,])\d{1,2}[.:][0-5]\d\s(?:to|a|-|–)\s\d{1,2}[.:][0-5]\d(?![\d,])|\b(?:from"
    r"|de)\s\d{1,2}\s(?:to|a)\s\d{1,2}\s(?:h|hrs|hours|horas)\b|(?<![\d:])\d{1,2}:\d\d(?::\d\d)?"
    r"|(?<!\d)\d{1,2}\.\d\d(?=\s?[ap]\.?m\b)|(?<!\d)\d{1,2}h\d\d\b)"
    r"|(?P<day>\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s\d{1,2}(?:,?\s(?:19|20)\d\d)?(?![\w]|[.,]\d)"
    r"|(?<![\w.,])\d{1,2}\s(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ene|abr|ago|dic)\.?(?=\s(?:19|20)\d\d)"
    r"|(?<![\w.,])\d{1,2}\s(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic)\.?(?=\s\([A-Z]))"
    r"|(?P<symbol>\b[A-Z]{1,6}(?:/[\w.-]{1,12}){1,8})"
    r"|(?P<mark>\[\d{1,3}\]|(?<!19\d\d\s)(?<!20\d\d\s)\(\d{1,3}(?:(?:,\s?|[-–])\d{1,3}){0,6}\)"
    r"|(?<=[^\W\d_][.,;:!?”’\")])\d{1,3}(?![\d.,%]))"
    r"|(?P<list>(?m:^)\s{0,8}\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)°º-]+(?=\s|$))",
    re.IGNORECASE,
)
_MARK_BEFORE = re.compile(r"[.,;:!?”\"’)]\s$")
_MARK_AFTER = re.compile(r"\s(?P<word>[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)|$")
_LONGEST_GLUE = 20
# Between the numbers of "articles 2, 15 (1) and 16", "aged 12 to 17", "paras. 12-14".
_GLUE = re.compile(
    r"(?:\s?\(\w{1,4}\)){0,2}(?:\s(?:years|años))?(?:(?P<comma>,\s)|(?P<total>\s(?:of|de)\s)|\s?[-–—/]\s?|,?\s(?:to|and|or|a|y|e"
    r"|o|al|through|hasta|u|&)\s(?:los\s)?)",
    re.IGNORECASE,
)


def masks(text: str, dates: Sequence[DateMention]) -> list[tuple[int, int]]:
    """Where dates, addresses of the net, telephone numbers, times, symbols and marks stand, in order."""
    found = [match.span() for match in _MASKED.finditer(text) if not _is_capital_word(match)]
    found += [(date.start, date.end) for date in dates]
    return sorted(found)


def counting(
    text: str, language: str, numbers: Sequence[NumberMention], masked: Sequence[tuple[int, int]]
) -> Iterator[NumberMention]:
    """The numbers of ``text`` that count something."""
    at, last, dropped = 0, -1, False
    for number in numbers:
        while at < len(masked) and masked[at][1] <= number.start:
            at += 1
        if at < len(masked) and masked[at][0] < number.end:
            continue
        before = text[max(0, number.start - _BEFORE) : number.start]
        after = text[number.end : number.end + _AFTER]
        glue = _GLUE.fullmatch(text, last, number.start) if 0 <= number.start - last < _LONGEST_GLUE else None
        tied = dropped and glue is not None and not ((glue["comma"] or glue["total"]) and _NOUN.match(after))
        dropped = tied or _is_labelled(before, after, number, language)
        last = number.end
        if not (dropped or _is_excluded(text, before, after, number)):
            yield number


def _is_labelled(before: str, after: str, number: NumberMention, language: str) -> bool:
    """Whether what stands before makes the number a label or an age: so do the numbers tied to it."""
    label = _LABEL if number.digits else _LABEL_OF_WORD
    paragraph = language == "en" and number.digits and _PARAGRAPH.search(before)
    if label.search(before) or paragraph:
        counted = unit_behind(after, 0, language)  # "slept in the house 118 people"
        return not (counted and is_people(counted.words))
    return _is_age(before, after, number)


def _is_capital_word(match: re.Match[str]) -> bool:
    """Whether what looked like a symbol is "and/or"."""
    return match.lastgroup == "symbol" and not _DIGIT.search(match[0])


def _is_excluded(text: str, before: str, after: str, number: NumberMention) -> bool:
    printed = text[number.start : number.end]
    return (
        _is_time(before, after, number)
        or _is_share(before, after)
        or _is_year(before, after, printed)
        or _is_in_name(before, after, number, printed)
        or _is_counter(before, after)
        or _is_ordinal(before, after, printed)
    )


def _is_counter(before: str, after: str) -> bool:
    """Whether a page counts itself: "Visto: 1204 veces", "5 min read", "4 comentarios"."""
    if _COUNTER_BEFORE.search(before) or _READ_AFTER.match(after):
        return True
    if _SEEN.search(before) and _TIMES.match(after):
        return True
    return bool(_BETWEEN_MARKS.search(before) and _COUNTER_AFTER.match(after))


def _is_ordinal(before: str, after: str, printed: str) -> bool:
    """Whether it is an order or a name: "el 60 aniversario", "al 911", "5 días del mes"."""
    if _OF_THE_MONTH.match(after) or _ORDINAL_AFTER.match(after):
        return True
    return printed.isdigit() and bool(_SINGULAR.search(before)) and not _SHARED_AFTER.match(after)


def _is_age(before: str, after: str, number: NumberMention) -> bool:
    years = _YEARS_AFTER.match(after) is not None
    alone = _NO_NOUN.match(after) is not None
    return number.value <= _OLDEST_NAMED and bool(
        _AGE_AFTER.match(after)
        or _AS_YOUNG_AS.search(before)
        or (_AGE_BEFORE.search(before) and (years or alone))
        or (_is_named_age(before) and _NAME_AGE_AFTER.match(after))
        or (number.value <= _OLDEST and _AGED_PERSON.search(before) and years)
        or (number.value <= _OLDEST and _CHILD_OF.search(before))
        or (number.value <= _OLDEST_CHILD and alone and _IS_OLD.search(before))
        or (_APPOSED.search(before) and _APPOSED_AFTER.match(after))
        or (number.value <= _OLDEST and _REACHED.search(before) and _REACHED_AFTER.match(after))
        or (number.value <= _OLDEST and (years or alone) and _is_somebody_of(before))
    )


def _is_named_age(before: str) -> bool:
    """Whether a name or a relative stands before a comma: "Ana, 5", and not "in Veracruz, 5"."""
    name = _NAME_AGE.search(before)
    return name is not None and places.place_code(name[0].strip(" ,.")) is None


def _is_somebody_of(before: str) -> bool:
    """Whether it is the age of one person: "una usuaria de catorce años", "an actor of seventeen"."""
    somebody = _SOMEBODY_OF.search(before)
    return somebody is not None and is_people(somebody["who"]) and fold(somebody["who"]) not in _HOUSEHOLDS


def _is_time(before: str, after: str, number: NumberMention) -> bool:
    """Whether it is an hour, or the day behind a weekday."""
    return number.value <= _LAST_HOUR and bool(
        _TIME_AFTER.match(after)
        or (number.digits and _WEEKDAY.search(fold(before)))
        or (_TIME_BEFORE.search(before) and not _THING.match(after.replace(" horas", "")))
    )


def _is_share(before: str, after: str) -> bool:
    return bool(
        _SHARES_AFTER.match(after)
        or _SHARES_BEFORE.search(before)
        or _TENS.match(after)
        or _ORDER.search(before)
    )


def _is_year(before: str, after: str, printed: str) -> bool:
    if not _PLAIN_YEAR.fullmatch(printed):
        return False
    name = _CAPITAL_BEFORE.search(before)
    return bool(_YEAR_BEFORE.search(before) or (name and not _is_plain(name))) or not _NO_YEAR.match(after)


def _is_in_name(before: str, after: str, number: NumberMention, printed: str) -> bool:
    """Whether it is as in "Six-Day War", "Horizon 2020", "Calle Juárez 200", "29000 Tuxtla"."""
    if _TOKEN_BEFORE.search(before) or _NAME_AFTER.match(after):
        return True
    return (
        number.digits
        and printed.isdigit()
        and any(test(before, after, int(printed)) for test in (_is_mark, _is_postcode, _is_score, _is_named))
    )


def _is_mark(before: str, after: str, value: int) -> bool:
    """Whether it is a footnote mark that lost its height, or a list's number."""
    mark = _MARK_AFTER.match(after) if value < _HIGHEST_MARK and _MARK_BEFORE.search(before) else None
    return mark is not None and (mark["word"] is None or not _is_place(mark["word"]))


def _is_postcode(before: str, after: str, value: int) -> bool:
    return value >= _LOWEST_POSTCODE and bool(_LISTED_BEFORE.search(before) and _CAPITAL_AFTER.match(after))


def _is_score(before: str, after: str, value: int) -> bool:
    """Whether two numbers with a dash between are no range, which rises and counts something."""
    if _MATCH_BEFORE.search(before) and _MATCH_AFTER.match(after):
        return True
    behind, ahead = _SCORE_AFTER.match(after), _SCORE_BEFORE.search(before)
    if behind:
        return not (value < int(behind[1]) and _COUNTED_AFTER.match(after, behind.end()))
    return ahead is not None and not (int(ahead[1]) < value and _COUNTED_AFTER.match(after))


def _is_named(before: str, after: str, value: int) -> bool:
    """Whether the capitalised word before it makes it part of a name, where not all words are capitals."""
    name = _CAPITAL_BEFORE.search(before)
    if (
        name is None
        or (name[1].isupper() and _SHOUTED_AFTER.match(after))
        or _is_plain(name)
        or _SHARE_AFTER.match(after)
    ):
        return False
    opens = _OPENS_SENTENCE.search(before[: name.start()]) is not None
    return not (_NOUN.match(after) and (opens or value > _HIGHEST_NAME or _IN_A_PLACE.search(before)))


def _is_plain(name: re.Match[str]) -> bool:
    """Whether a capitalised word before a number begins a sentence, or is a country, and no other name."""
    word = name[1]
    if _VERB_OPENS.search(word):
        return True
    return is_stop_word(fold(word)) or fold(word) in FUNCTION_WORDS or _is_place(word)


def _is_place(word: str) -> bool:
    """Whether a word is a country or its people, and not one of two letters like the code of one."""
    return len(word) > _LONGEST_CODE and places.code_of(word) is not None
