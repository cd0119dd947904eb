"""Numbers that count nothing: dates, ages, times, telephone numbers, addresses, names and labels.

A number is judged by the words beside it. What stands before it says most: "article", "aged", "Tel.".
A number tied to one that counts nothing counts nothing either: "paras 12-14", "aged 12 to 17".
`figure_masks` finds numbers that are parts of dates, addresses and symbols, `figure_ages` tells ages and
`figure_names` names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.extractors.beside import Beside, beside
from kb.extractors.figure_ages import is_age
from kb.extractors.figure_names import NOUN, is_in_name, is_year
from kb.extractors.figure_units import is_people, unit_behind
from kb.text.dates import MONTHS, WEEKDAYS
from kb.text.endings import Ending
from kb.text.folding import fold
from kb.text.numbers import NumberMention

# Labels that a number in words can have too; others would be verbs: "pregunta tres veces".
_LABELS_OF_WORDS = (
    r"articles?|art[íi]culos?|parts?|parte|phases?|fases?|rounds?|rondas?|chapters?|cap[íi]tulos?|sections?|steps?|grades?"
    r"|rooms?|annex|anexo|modules?|m[óo]dulos?|principles?|goals?|rules?|number"
)
_LABEL_OF_WORD = Ending(rf"\b(?:{_LABELS_OF_WORDS})\s", longest=11)
_LABEL = Ending(
    rf"""(?x:(?:\b(?:{_LABELS_OF_WORDS}|arts?\.?|sec\.|secci[óo]n(?:es)?|paragraphs?|paras\.?|para\.|p[áa]rrafos?|p[áa]rrs?\.?
    |cap\.|pages?|pp?\.|p[áa]gs?\.?|p[áa]ginas?|laws?|ley(?:es)?|decretos?|decree
    |resolutions?
    |resoluci[óo]n(?:es)?|reglas?|bolet[íi]n|comunicado|bulletin|release|iso
    |edici[óo]n
    |versi[óo]n|version|volumes?|vol\.?|tomo|annex(?:es)?|anexos?|appendix|figura|fig\.|tabla|cuadro
    |gr[áa]fic[ao]
    |recuadro|pasos?|objetivos?|principios?|convenios?
    |convention|protocols?
    |protocolos?|comments?|general|clauses?|cl[áa]usulas?|[íi]tems?|piso|calles?|avenidas?|av\.|avenue
    |carretera|km|kil[óo]metro
    |ruta|highway|apartado|c\.?\s?p\.?|c[óo]digo\spostal|p\.?\s?o\.?\sbox|suite|oficina|tel(?:[ée]fonos?
    |ephones?)?\.?|phones?|fax|pbx|conmutador|centralita
    |types?|tipos?|group|grupo|salas?|aulas?|casa|sizes?|tallas?|ruling|voto
    |cel(?:ular)?\.?|whatsapp|exts?(?:ensi[óo]n(?:es)?|ensions?)?\.?|issue|photo|foto|slide|image|imagen|grados?|category|categor[íi]a|class
    |clase|nivel|expediente
    |sentencia|oficio|folio|acta|acuerdo|manzana|distrito|zona|notas?|notes?|footnotes?|preguntas?|c[óo]digo
    |canal|t[íi]tulo|inciso|fracci[óo]n|numeral|page|recommendations?|recomendaci[óo]n(?:es)?
    |courtrooms?|exhibits?|local|boxes|tables?|indicator|indicador
    |h\.\s?r\.|docket|bill|\d{{1,9}}\s?x|agenda|n[úu]m(?:ero)?\.?|l[íi]nea|hotline|helpline|nos?\.|nros?\.?|n\.?\s?[oº°]s?\.?)|[#№§]{{1,2}})\s?)""",
    longest=16,
)
_IN_DIGITS = re.compile(r"\d\s\($")
_GROUPED = re.compile(r"\d[.,]\d{3}$")
_PARAGRAPH = Ending(r"\bpara\s", longest=5)
_WEEKDAY = Ending(rf"\b(?:{'|'.join(sorted(each for each in WEEKDAYS if len(each) > 4))})\s", longest=10)
_LAST_HOUR = 24
_TIME_BEFORE = Ending(r"\b(?:a|desde|hasta|de|entre)\slas?\s|\bat\s", longest=10)
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
    r"|\s(?:\w+\s)?(?:and\sa\shalf|y\smedi[oa])\b|\sto\sone\b",
    re.IGNORECASE,
)
_RATE = Ending(r"\b(?:por|for)\s(?:cada|every)\s", longest=10)
_ORDER = Ending(r"\b(?:group\sof|grupo\sde\slos|top|the\s(?:19|20)\d\ds\sand|años|los\saños)\s", longest=14)
# "Views: 1204", "Visto 1204 veces", "Reading time: 5 min", "Publicado hace 3 años".
_COUNTER_BEFORE = Ending(
    r"\b(?:(?:views?|hits|reads?|shares?|likes?|comments?|downloads|visitas|vistas|visto|le[íi]do|lecturas|compartido"
    r"|comentarios|descargas|reacciones)\s?:"
    r"|(?:read(?:ing)?\stime|tiempo\sde\slectura)\s?:?|lectura\s?(?:de|:)"
    r"|(?:publicado|actualizado|posted|published|updated)\s?:?\s(?:hace|about))\s?",
    longest=20,
)
_SEEN = Ending(r"\b(?:visto|le[íi]do|compartido|viewed|shared|read)\s", longest=11)
_TIMES = re.compile(r"\s(?:veces|times)\W*$", re.IGNORECASE)
_FREQUENCY_AFTER = re.compile(r"\s?(?:FM|AM|MHz|kHz)\b")  # of a radio station
_READ_AFTER = re.compile(r"[\s-]?min(?:ute|uto)?s?\.?[\s-](?:de\s)?(?:read|lectura)\b", re.IGNORECASE)
_BETWEEN_MARKS = re.compile(r"(?:^|[|·•\n/])\s*\(?$")
_COUNTER_AFTER = re.compile(
    r"\s(?:comments?|views?|shares?|likes?|reads|comentarios?|visitas|vistas|lecturas|veces\scompartid[oa]|me\sgusta)"
    r"\s*\)?(?:$|[|·•\n/])",
    re.IGNORECASE,
)
_SINGULAR = Ending(r"\b(?:el|al|del)\s", longest=4)
_SHARED_AFTER = re.compile(
    r"(?:\s(?:al|y|y\sel|o)\s\d{1,3}(?:[.,]\d{1,2})?)?\s?(?:%|por\s?ciento|per\s?cent|mil\b|mill)"
)
_OF_THE_MONTH = re.compile(rf"\sd[íi]as?\sdel?\s(?:mes\b|presente\b|(?:{'|'.join(MONTHS)})\b)", re.IGNORECASE)
_ORDINAL_AFTER = re.compile(r"[-\s](?:hundredth|thousandth|millionth)\b", re.IGNORECASE)  # "ten-thousandth"
_LONGEST_GLUE = 20
# Between the numbers of "articles 2, 15 (1) and 16", "aged 12 to 17", "paras. 12-14".
_GLUE = re.compile(
    r"(?:\s?\(\w{1,4}\)){0,2}(?:\s(?:years|años))?(?:(?P<comma>,\s)|(?P<total>\s(?:of|de)\s)|\s?[-–—/]\s?|,?\s(?:to|and|or|a|y|e"
    r"|o|al|through|hasta|u|&)\s(?:los\s)?)",
    re.IGNORECASE,
)


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
        here = beside(text, number)
        tied = dropped and _is_tied(text, last, here)
        dropped = tied or _is_label(here, language) or is_age(here)
        last = number.end
        if not (dropped or _is_excluded(here)):
            yield number


def _is_tied(text: str, last: int, number: Beside) -> bool:
    """Whether a number is joined to the one that ends at ``last``: "articles 2 and 16"."""
    start = number.number.start
    glue = _GLUE.fullmatch(text, last, start) if start - last < _LONGEST_GLUE else None
    return glue is not None and not ((glue["comma"] or glue["total"]) and NOUN.match(number.after))


def _is_label(number: Beside, language: str) -> bool:
    """Whether what stands before makes the number a label: so do the numbers tied to it."""
    digits = number.number.digits
    label = _LABEL if digits else _LABEL_OF_WORD
    if not (label.ends(number.lowered) or (language == "en" and digits and _PARAGRAPH.ends(number.lowered))):
        return False
    counted = unit_behind(number.after, 0, language)  # "slept in the house 118 people"
    grouped = _GROUPED.search(number.printed)  # "in this office 3,077 requests"
    return not (counted and (grouped or is_people(counted.words)))


def _is_excluded(number: Beside) -> bool:
    tests = (_is_time, _is_share, is_year, is_in_name, _is_counter, _is_ordinal, _is_repeated)
    return any(test(number) for test in tests)


def _is_repeated(number: Beside) -> bool:
    """Whether a number in words repeats the one in digits before it: "15 (fifteen) children"."""
    closed = not number.number.digits and number.after.startswith(")")
    return closed and _IN_DIGITS.search(number.before) is not None


def _is_time(number: Beside) -> bool:
    """Whether it is an hour, or the day behind a weekday."""
    if number.value > _LAST_HOUR:
        return False
    if _TIME_AFTER.match(number.after) or (number.number.digits and _WEEKDAY.ends(fold(number.lowered))):
        return True
    return _TIME_BEFORE.ends(number.lowered) and not _THING.match(number.after.replace(" horas", ""))


def _is_share(number: Beside) -> bool:
    """Whether it is a fraction, a rate or an order: "two thirds", "one for every four", "the top 10"."""
    if _SHARES_AFTER.match(number.after):
        return True
    return _RATE.ends(number.lowered) or _ORDER.ends(number.lowered)


def _is_counter(number: Beside) -> bool:
    """Whether a page counts itself: "Visto: 1204 veces", "5 min read", "4 comentarios"."""
    after = number.after
    if _FREQUENCY_AFTER.match(after) or _READ_AFTER.match(after) or _COUNTER_BEFORE.ends(number.lowered):
        return True
    if _TIMES.match(after) and _SEEN.ends(number.lowered):
        return True
    return bool(_COUNTER_AFTER.match(after) and _BETWEEN_MARKS.search(number.before))


def _is_ordinal(number: Beside) -> bool:
    """Whether it is an order or a name: "el 60 aniversario", "al 911", "5 días del mes"."""
    if _OF_THE_MONTH.match(number.after) or _ORDINAL_AFTER.match(number.after):
        return True
    singular = number.printed.isdigit() and _SINGULAR.ends(number.lowered)
    return singular and not _SHARED_AFTER.match(number.after)
