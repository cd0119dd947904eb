"""Whose people a text presents, so that a name without a noun of bodies is one: "director of the Lantern"."""

from __future__ import annotations

import re

from kb.extractors.organisation_patterns import CAP

# A name without a noun is an organisation's where somebody works there: "Director of Light on Paths (LOP)".
# Who leads, speaks for or belongs to a body, and who is of use to many bodies.
_LEADER = (
    r"director[ae]?|coordinator|coordinadora?|president[ae]?|founder|fundadora?|head|chair(?:man|woman|person)?|members?|integrantes?"
    r"|vocer[oa]"
)
_SPEAKER = r"representative|representante|spokes(?:person|man|woman)|portavoz"
_PROFESSION = r"officer|psychologist|psic[oó]log[oa]|lawyers?|attorneys?|abogad[oa]"
EMPLOYS = re.compile(rf"(?i:{_LEADER}|{_SPEAKER}|{_PROFESSION})\s(?:of|for|at|with|from|de)\s(?:the\s)?$")
STAFF_OF = re.compile(
    rf"(?i:{_LEADER}|about)\s(?:of\sthe|de\sla|del|de\slos|de\slas)\s"
    rf"(?P<name>{CAP}(?:['’]s)?(?:\s(?:(?:of|for|the|on|in|de|del|la|para|en|sin|con)\s){{0,2}}{CAP}(?:['’]s)?){{1,5}})"
)
# Whose staff the text presents without an article: "a lawyer with Justice Across Borders".
STAFF_WITH = re.compile(
    # Whoever nurses, teaches or keeps watch at a place need not be of a body.
    rf"(?i:{_LEADER}|{_SPEAKER}|{_PROFESSION}|nurse|teacher|counsel|advocate|organizer|volunteer)\s(?:with|(?<!nurse\s)(?<!teacher\s)(?<!officer\s)(?<!volunteer\s)at)\s"
    rf"(?P<name>{CAP}(?:['’]s)?(?:\s(?:(?:of|for|the|on|across|without|in)\s){{0,2}}{CAP}(?:['’]s)?){{1,5}})(?=[,.;])"
)
STAFF_DE = re.compile(
    rf"(?i:{_LEADER}|{_SPEAKER}|{_PROFESSION}|voluntari[oa]|enfermer[oa])\sde\s"
    rf"(?P<name>(?!San\s|Santa\s|Santo\s|Ciudad\s|Villa\s|Puerto\s){CAP}s(?:\s(?:de|del|en|sin|para|por)(?:\s(?:la|los|las|el))?\s{CAP}){{1,2}})(?=[,.;])"
)
# What follows such words and is no body.
NO_STAFF = re.compile(
    r"\b(?:[AÁ]rea|Program\w*|Proyecto|Estado|State|Republic|Rep[uú]blica|Gobierno|Government|Junta|Equipo|Team|Campa\w+"
    r"|Campaign|Puerto|Ciudad|City|Provincia|Departamento)\b"
)
