"""The words of citations in English and Spanish: abbreviations of divisions, months, small words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.records import PartialDate
from kb.thesaurus import names

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
}
# How the address of a division begins (kb.parsers.divisions) -> its name in a citation.
_DIVISIONS = {
    "p": ("para.", "párr."), "art": ("art.", "art."), "principle": ("principle", "principio"),
    "recommendation": ("recommendation", "recomendación"), "guideline": ("guideline", "lineamiento"),
    "rule": ("rule", "regla"), "standard": ("standard", "estándar"), "objective": ("objective", "objetivo"),
    "step": ("step", "paso"), "measure": ("measure", "medida"), "criterion": ("criterion", "criterio"),
    "action": ("action", "acción"), "indicator": ("indicator", "indicador"), "phase": ("phase", "fase"),
    "goal": ("goal", "meta"), "strategy": ("strategy", "estrategia"),
    "line": ("line of action", "línea de acción"),
    "finding": ("finding", "hallazgo"), "conclusion": ("conclusion", "conclusión"),
    "commitment": ("commitment", "compromiso"), "obligation": ("obligation", "obligación"),
    "question": ("question", "pregunta"), "module": ("module", "módulo"),
    "unit": ("unit", "unidad"), "session": ("session", "sesión"),
    "axis": ("axis", "eje"), "chapter": ("chap.", "cap."), "part": ("part", "parte"),
    "title": ("title", "título"), "s": ("sec.", "secc."), "annex": ("annex", "anexo"),
    "clause": ("clause", "cláusula"), "box": ("box", "recuadro"),
    "transitory": ("transitional provision", "disposición transitoria"), "fn": ("note", "nota"),
}  # fmt: skip
_STEP = re.compile(f"({'|'.join(sorted(_DIVISIONS, key=len, reverse=True))})(.+)", re.DOTALL)
_WORDS = {
    "no date": ("n.d.", "s. f."),
    "page": ("p.", "p."),
    "pages": ("pp.", "pp."),
    "under": ("under", "apartado"),
    "accessed": ("accessed", "consultado el"),
    "digest of": ("digest of", "síntesis de"),
    "in the text": ("In the text", "En el texto"),
}


def word(name: str, language: str) -> str:
    """A small word of a citation."""
    return names.name(_WORDS, name, language)


def division(name: str, language: str) -> str:
    """The name of a division by how its address begins.

    >>> division("p", "es")
    'párr.'
    """
    return names.name(_DIVISIONS, name, language)


def begun(step: str) -> tuple[str, str]:
    """How a step of an address begins, if as a division, and its number there.

    >>> begun("art3"), begun("sb"), begun("p"), begun("36")
    (('art', '3'), ('s', 'b'), ('', ''), ('', ''))
    """
    found = _STEP.fullmatch(step)
    return (found[1], found[2]) if found else ("", "")


def kind(name: str, language: str) -> str:
    """The kind of a document, as it begins a line: "Press release"."""
    said = names.name(names.KINDS, name, language)
    return said[:1].upper() + said[1:]


def listed(parts: Sequence[str], language: str, *, last: str | None = None) -> str:
    """Names one after another, "and" before the last.

    >>> listed(["ACNUR", "OIM", "Iniciativa"], "es"), listed(["IOM", "UNHCR"], "en", last="&")
    ('ACNUR, OIM e Iniciativa', 'IOM & UNHCR')
    """
    if len(parts) < 2:
        return "".join(parts)
    if last is None:
        last = "and" if language == "en" else "e" if _sounds_i(parts[-1]) else "y"
    comma = "," if last == "&" and len(parts) > 2 else ""
    return f"{', '.join(parts[:-1])}{comma} {last} {parts[-1]}"


def written(date: PartialDate | None, language: str) -> str:
    """A date as a sentence has it, as far as its year, month and day are known.

    >>> written(PartialDate(year=2013, month=5, day=29), "es"), written(PartialDate(month=5), "en")
    ('29 de mayo de 2013', 'n.d.')
    """
    if date is None or date.year is None:
        return word("no date", language)
    parts = [str(date.year)]
    if date.month:
        parts.insert(0, MONTHS[language][date.month - 1])
        if date.day:
            parts.insert(0, str(date.day))
    return _inferred((" " if language == "en" else " de ").join(parts), date)


def year_first(date: PartialDate | None, language: str) -> str:
    """The same as a list of references has it.

    >>> year_first(PartialDate(year=2013, month=5, day=29), "en"), year_first(None, "es")
    ('2013, May 29', 's. f.')
    """
    if date is None or date.year is None:
        return word("no date", language)
    if not date.month:
        return _inferred(str(date.year), date)
    month = MONTHS[language][date.month - 1]
    day = f"{month} {date.day}" if language == "en" else f"{date.day} de {month}"
    return _inferred(f"{date.year}, {day if date.day else month}", date)


def year(date: PartialDate | None, language: str) -> str:
    """The year alone."""
    known = date.year if date else None
    return year_first(PartialDate(year=known, evidence=date.evidence) if date else None, language)


def _inferred(text: str, date: PartialDate) -> str:
    """Square brackets say that a date is not printed so, as in library catalogues."""
    return f"[{text}]" if date.evidence.inferred else text


def _sounds_i(name: str) -> bool:
    return name.lower().startswith(("i", "hi", "í", "hí")) and not name[:5].isupper()
