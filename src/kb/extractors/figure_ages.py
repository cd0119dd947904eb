"""Numbers that are ages: "aged 12", "menores de 18", "Ana, 5, said", "girls of 9 years"."""

from __future__ import annotations

import re

from kb import places
from kb.extractors.beside import Beside
from kb.extractors.figure_units import is_people
from kb.text.endings import Ending
from kb.text.folding import fold

_OLDEST = 25  # years of an age that is printed without "old": beyond, it is time
_OLDEST_CHILD = 21  # "over 20 were girls" counts, "over 18" mostly not
_OLDEST_NAMED = 110
_HOUSEHOLDS = frozenset(("familia", "family"))  # "a family of six" counts
_PERSON = (
    r"(?:child(?:ren)?|girls?|boys?|sons?|daughters?|adolescents?|persons?|people|minors?|youths?|teenagers?|those"
    r"|everyone|ni[ñn][oa]s?|ni[ñn]ez|adolescentes?|menor(?:es)?|j[óo]ven(?:es)?|personas?|hij[oa]s?|herman[oa]s?"
    r"|muchach[oa]s?)"
)
_SINGLE_PERSON = (
    r"(?:child|girl|boy|son|daughter|baby|infant|toddler|ni[ñn][oa]|adolescente|hij[oa]|beb[ée]|nen[ea])"
)
_BOUND = (
    r"(?:de|of|from|between|entre|under|over|below|above|up\sto|hasta|con|at|m[áa]s|menos|more|less|than|about"
    r"|around|unos|apenas|only|just|solo|s[óo]lo|los|las|the)"
)
# "aged 12", "menores de 18", "turn 18": an age unless another noun than years follows.
_AGE_BEFORE = Ending(
    r"\b(?:aged?|ages|edad(?:es)?|turn(?:s|ed|ing)?|cumpl\w{1,6}|t(?:iene|en[íi]a|engan|ienen|en[íi]an)(?:\sya)?"
    r"|(?:menor|mayor)(?:es)?\sde|(?:the|los|las)\s(?:under|over)|under-|sub-)"
    rf"(?:\s{_BOUND}){{0,3}}\s?",
    longest=36,
)
# "When Esperanza was 15 she slept", "who arrived at 17 from Tegucigalpa", "She is 22 now".
_WHEN = re.compile(
    r"\b(?:[Ww]hen|[Cc]uando)\s(?:[A-ZÁÉÍÓÚÑ][\w’'-]+|she|he|I|they)\s(?:was|were|turned|is)\s$"
    r"|\b(?:arrived|left|fled|came|crossed|died|married|began|started)\s(?:alone\s)?at\s$"
    r"|\b(?:She|He|she|he|I|who)\s(?:is|was|am|’s|'s|’m|'m)\s(?:only\s|just\s|now\s)?$"
    r"|\b(?:[Tt]hat|[Tt]his|[Tt]he)\s(?:caller|girl|boy|child|patient|kid|brother|sister|son|daughter)\s(?:is|was)\s$"
    r"|\b(?:youngest|oldest|eldest)\s$|\b(?:mothers|fathers|girls|boys)\sof\s$|\b(?:[Uu]no|[Uu]na|[Oo]tr[oa])\sde\s$"
)
_AT_THEIR = re.compile(r"\b(?:a|con)\s(?:sus|mis)\s(?:escasos\s|apenas\s)?$")
_WHEN_AFTER = re.compile(
    r"\saños\s(?:que|y|con|en)\b|\s(?:she|he|I|they|now|then|today|from|when|and|with|but|alone)\b|[.,;:)]"
)
_AS_YOUNG_AS = Ending(r"\bas\s(?:young|old)\sas\s(?:just\s|only\s)?", longest=17)
_NO_NOUN = re.compile(
    r"(?!\s[a-zñ])|\s(?:to|and|a|y|or|o|who|that|in|is|are|was|were|has|have|must|may|shall|should|cannot|from|en"
    r"|que|[a-z]{3,14}ing)\b"
)
# "15 to 17 years", "15, 16 y 17 años".
_YEARS_AFTER = re.compile(r"(?:,\s\d{1,2}){0,4}(?:\s?(?:to|and|a|y|-|–|o|or)\s?\w+)?[\s-](?:years?|años)\b")
# In front of "12 years": "girls between", "joven hondureño de", "Ana, de", "desde los", "minimum age of".
_AGED_PERSON = Ending(
    rf"(?:\b{_PERSON}\s?,?(?:\s[^\W\d_]{{4,16}})?,?(?:\s(?:{_BOUND}|who|are|were|is|was)){{1,3}}"
    r"|,\s(?:de|of)(?:\sentre)?|\b(?:desde|hasta|antes\sde|entre|de|a|en)\slos|\b(?:at|is|was|were|are)"
    r"|\b(?:age|edad)\b[^.;,\d]{0,40})\s",
    longest=57,
)
# "Doña Ana Ajú, de 71 años, ...": at any age; "a los quince" and "at 16" with nothing counted behind.
_APPOSED = Ending(r"[,(]\s?(?:de|of|a\ssus)\s", longest=8)
_APPOSED_AFTER = re.compile(r"\s(?:years?|años)(?:\s(?:y|and)\s|[,:;.)])")
# "Brandon, hondureño de 10 años", "Ana Paz, a widow of 71".
_CALLED_AFTER = re.compile(r"\s(?:years?|años)\b|[,:;.)]")
_CALLED = re.compile(
    r"[A-ZÁÉÍÓÚÑ][\w’'-]+\s\([^()]{2,40}\),?\sde\s$|[A-ZÁÉÍÓÚÑ][\w’'-]+,\s(?:una?\s|an?\s)?[a-záéíóúñü]{4,20}(?:\s[a-záéíóúñü]{4,20})?\s(?:de|of)\s$"
)
# "Two brothers, 9 and 12": the ages of several.
_SEVERAL = re.compile(
    r"\b(?:brothers|sisters|siblings|cousins|girls|boys|children|sons|daughters|herman[oa]s|ni[ñn][oa]s|hij[oa]s|prim[oa]s"
    r"|jóvenes|adolescentes)[*†]?(?:\s(?:from|de)\s[A-ZÁÉÍÓÚÑ]\w+(?:\s[A-ZÁÉÍÓÚÑ]\w+)?)?,\s(?:(?:now|today|then|ahora|hoy|entonces)\s)?(?:aged?\s|ages\s|de\s)?(?:\d{1,2}(?:,\s|,?\s(?:and|y)\s)){0,4}$"
)
_SEVERAL_AFTER = re.compile(r",?\s(?:and|y)\s\d{1,2}\b|,\s\d{1,2}\b|\saños|[,;.)]|$")
# "Venezolanos de 14 a 17 años".
_OF_PEOPLE = re.compile(
    r"(?P<who>\w{4,})\s(?:of|de|entre|between|de\sentre)\s(?:\d{1,2}\s(?:a|to|y|and)\s)?$"
)
_REACHED = Ending(r"\b(?:(?:a|desde|hasta)\slos|at|de\slos)\s", longest=10)
_REACHED_AFTER = re.compile(
    r"[.,;:)”\"»]|\s(?:y|and|but|pero|after|when|because|before|cuando|tras|ahora|hoy|ya|se)\s(?!\d)|$"
)
_SOMEBODY_OF = Ending(
    r"\b(?:an?|un|una|otra?|another)\s(?P<who>\w{1,20}(?:\s\w{1,20}){0,3})\s(?:of|de)\s",
    longest=95,
)
# "Una mujer de 41 años", "the grandmother of 71".
_ADULT_OF = re.compile(
    r"\b(?:una?|otr[oa]|la|el|an?|the|another)\s(?:mujer|hombre|señora?|madre|padre|abuel[oa]|ancian[oa]|tí[oa]|woman|man|mother|father"
    r"|grand(?:mother|father)|widow(?:er)?)\s(?:[a-záéíóúñ]{4,14}\s)?(?:de|of)\s$"
)
_ADULT_AFTER = re.compile(r"\saños\b(?!\sde\s(?:c[aá]rcel|prisi[oó]n))|[,.;:)]")
# "El más pequeño de 11 meses".
_YOUNGEST_OF = re.compile(
    r"\b(?:el|la)\s(?:m[aá]s\s(?:pequeñ[oa]|joven|chic[oa]|grande)|menor|mayor),?\s(?:de|con|tiene|tenía)\s$"
)
_IN_TIME = re.compile(r"\s(?:años|meses|semanas|d[ií]as)\b")
_RELATIVE_OF = re.compile(r"\b(?:brother|sister|cousin|herman[oa]|prim[oa])\s(?:of|de)\s$")
_RELATIVES_AFTER = re.compile(
    r"\s(?:children|siblings|brothers|sisters|kids|hermanos|hermanas|hijos|niños)\b"
)
_CHILD_OF = Ending(
    rf"\b{_SINGLE_PERSON}\s(?:of|de)\s(?:(?:perhaps|about|some|unos|quiz[aá]s?)\s)?", longest=23
)
# In front of a number with no noun: "the youngest is 11", "persons under 18".
_IS_OLD = Ending(
    r"\b(?:(?:i|he|she|who|youngest|oldest|eldest)\s(?:was|is|were|am)|under|over|below|above|menos\sde|(?:young|old)er\sthan)\s",
    longest=14,
)
_AGE_AFTER = re.compile(
    r"(?:\s?(?:to|and|a|y|-|–)\s?\d{1,2})?[\s-]{1,2}(?:(?:years?|months?|weeks?|days?|a[ñn]os|meses|semanas|d[ií]as)[\s-](?:olds?|of\sage|de\sedad"
    r"|de\snacid[oa]s?|cumplidos)|year-olds?|olds)\b",
    re.IGNORECASE,
)
_NAME_AGE = re.compile(
    rf"(?P<who>[A-ZÁÉÍÓÚÑ](?:[\w’'-]+\.?|\.)|\b(?:{_SINGLE_PERSON}|brother|sister|cousin|herman[oa]|prim[oa]))"
    r"[*†‡”\"»¹²³]{0,4}(?:\s\([^()]{2,40}\))?,\s(?:de\s|aged?\s)?$"
)
_NAME_AGE_AFTER = re.compile(r"(?:\saños)?[,:;).]")


def is_age(number: Beside) -> bool:
    """Whether a number is somebody's age."""
    if number.value > _OLDEST_NAMED:
        return False
    after, lowered = number.after, number.lowered
    if _AGE_AFTER.match(after) or _AS_YOUNG_AS.ends(lowered):
        return True
    if _APPOSED_AFTER.match(after) and _APPOSED.ends(lowered):
        return True
    if (_NAME_AGE_AFTER.match(after) and _is_named(number.before)) or _is_told_beside(number):
        return True
    years = _YEARS_AFTER.match(after) is not None
    alone = _NO_NOUN.match(after) is not None
    if (years or alone) and _AGE_BEFORE.ends(lowered):
        return True
    if alone and number.value <= _OLDEST_CHILD and _IS_OLD.ends(lowered):
        return True
    return number.value <= _OLDEST and _is_young(number, years=years, alone=alone)


def _is_told_beside(number: Beside) -> bool:
    """Whether the words before say whose age it is: "Brandon, hondureño de 10 años", "brothers, 9 and 12"."""
    if _CALLED_AFTER.match(number.after) and _CALLED.search(number.before):
        return True
    if _ADULT_AFTER.match(number.after) and _ADULT_OF.search(number.lowered):
        return True
    if _IN_TIME.match(number.after) and _YOUNGEST_OF.search(number.lowered):
        return True
    young = number.value <= _OLDEST and not _RELATIVES_AFTER.match(number.after)
    if young and _RELATIVE_OF.search(number.lowered):
        return True
    if number.after.startswith(" años") and _AT_THEIR.search(number.before):
        return True
    if _WHEN_AFTER.match(number.after) and _WHEN.search(number.before):
        return True
    return bool(
        number.value <= _OLDEST and _SEVERAL_AFTER.match(number.after) and _SEVERAL.search(number.before)
    )


def _is_young(number: Beside, *, years: bool, alone: bool) -> bool:
    """Whether a number that is small enough is an age, though nothing says that somebody is old."""
    lowered = number.lowered
    return (
        (years and (_AGED_PERSON.ends(lowered) or _is_of_people(lowered)))
        or _CHILD_OF.ends(lowered)
        or (_REACHED_AFTER.match(number.after) is not None and _REACHED.ends(lowered))
        or ((years or alone) and _is_of_somebody(lowered))
    )


def _is_named(before: str) -> bool:
    """Whether a name or a relative stands before a comma: "Ana, 5", and not "in Veracruz, 5"."""
    name = _NAME_AGE.search(before)
    return name is not None and places.place_code(name["who"].strip(".")) is None


def _is_of_people(lowered: str) -> bool:
    """Whether the people of a country stand before: "venezolanos de 14 a 17 años"."""
    people = _OF_PEOPLE.search(lowered)
    return people is not None and places.code_of(people["who"]) is not None


def _is_of_somebody(lowered: str) -> bool:
    """Whether it is the age of one person: "una usuaria de catorce años", "an actor of seventeen"."""
    somebody = _SOMEBODY_OF.search(lowered)
    words = somebody["who"].split() if somebody else []
    return any(map(is_people, words)) and _HOUSEHOLDS.isdisjoint(map(fold, words))
