"""The words that open a contact block or a sentence that invites to write or call, and those that do not."""

from __future__ import annotations

import re

from kb.text.caseless import Caseless

CUE = Caseless(
    r"""
    (?: for\ (?:(?:more|further|additional|media|press)\ ){0,2}
        (?:information|details|(?:press\ |media\ )?(?:inquiries|enquiries|queries|interviews|requests))
        [^.:\n]{0,60}?(?:\bcontact\b|\bcall\b|\bwrite\ to\b|\bturn\ to\b|\breach\b|:)(?:\ us)?
    | (?<!\w)(?:media|press)\ (?:contacts?|enquiries|inquiries|queries|officers?|liaison|relations)
        (?:\ (?:for|in)\ [^.:\n,]{2,40}(?=:))?\s?(?:[:–-]|$)
    | (?<!\w)contacts?\ (?:for\ (?:the\ )?(?:media|press|journalists)|information|persons?)\s?:?
    | (?<![\w-])(?:contact(?:s|os?)?|informes(?:\ y\ [^\W\d_]{3,12})?|press|prensa|preguntar\ por)\s?:
    | (?:^|\n)(?:informaci[oó]n|information)\s?:
    | (?<!\w)(?:further|more|additional)\ information(?:\ from)?\s?:
    | (?<!\w)contact[oa]?\s?\([^()\n]{1,25}\)\s?:
    | (?<!\w)informaci[oó]n\ (?:sobre|de|para)\ [^.:\n]{3,50}:
    | (?<!\w)(?:phone\ )?(?:numbers|n[uú]meros(?:\ de\ tel[eé]fono)?|tel[eé]fonos)\s?:
    | (?<!\w)(?:interesad[oa]s|interested\ (?:families|parties|persons|people|journalists|volunteers)
        |citas|appointments|interviews|entrevistas|voluntari[oa]s|volunteers|consultas|questions|queries|enquiries|inquiries|dudas|reservaciones|inscripciones
        |acreditaciones)\s?:
    | \?\s(?:call|write|ring|e-?mail|llam[ae]|marca|marque|escrib[ae]|pregunt[ae])\b(?:\ (?:to|al?|por))?
    | (?<!\w)(?:questions|preguntas|dudas|interviews|entrevistas)
        (?:\ (?:about|on|sobre|de)\ [^.:?\n]{3,50})?\?
    | (?<!\w)(?:questions|preguntas|dudas|consultas|queries|enquiries)\ (?:about|on|sobre|de)\ [^.:?\n]{3,50}:
    | (?:^|\n)(?:vocer[ií]as?|vocer[oa]s(?:\ y\ vocer[oa]s)?|portavoces|spokespe(?:ople|rsons)|prensa|press)
        \s?(?=\n|$)
    | (?:^|\n)(?:who(?:m)?\ to\ (?:call|contact|write\ to)
        |(?:how\ to\ reach|reach(?:ing)?|contact(?:ing)?|call)\ us
        |a\ qui[eé]n\ (?:llamar|escribir|acudir|dirigirse)|c[oó]mo\ (?:contactar(?:nos|se)|comunicarse)
        |cont[aá]ct[ae](?:nos|nse)|comun[ií]quese(?:\ con\ nosotr[oa]s)?
        |d[oó]nde\ (?:llamar|comunicarse|estamos))\s?[:.]?(?=\n|$)
    | (?<!\w)(?:reporters|journalists|editors|periodistas|encargad[oa]|responsable|vocer[oa]s?|spokespersons?)
        (?:\ (?:para|de|for)\ (?:los\ |the\ )?(?:medios|prensa|media|press))?\s?:(?!\ sign\ up)
    | (?<!\w)to\ (?:talk|speak)\ to\ [^.:\n]{3,40}:
    | (?<!\w)(?:can|may|should)\ (?:ring|call|telephone|e-?mail|write\ to|ask\ for)\b
    | (?<!\w)(?<!\bl[aeo]\ )(?:pueden|puede|podr[aá]n?)\ (?:llamar|escribir|comunicarse)(?!\w)
        (?:\ (?:al?|con))?
    | (?<!\w)(?:call|ring|phone|llame|llamar|marque|marcar)(?:\ al?)?(?=\ [+(])
    | (?<!\w)(?:confirmar\ (?:su\ )?asistencia|please\ confirm|registration|rsvp)\b[^.\n]{0,60}?
        (?:\bcon\b|\bto\b|\bwith\b|:)
    | (?<!\w)contact(?:e|ar)\ (?:al?|con)\b
    | (?:^|\n)(?:contacts?|contactos?|media\ contacts?|press\ contacts?
        |enquiries|inquiries|queries|consultas|informes)\s?(?=\n|$)
    | (?:m[aá]s|mayor(?:es)?)\ (?:informaci[oó]n|informes|detalles)\ con\b
    | (?:para\ )?(?:m[aá]s|mayor(?:es)?)\ (?:informaci[oó]n|informes|detalles)[^.:\n]{0,60}?
        (?:\bcontact(?:ar|e|o)\b|\bcomun[ií](?:car|qu)[ea]?se\ (?:con|al?)\b|\bescrib(?:a|ir)\b
        |\bdirigirse\ a\b|:|,)
    | para\ (?:entrevistas|solicitudes|solicitar|coordinar|concertar)[^.:\n]{0,60}?
        (?:\bcontact(?:ar|e|o)\b|\bcomun[ií](?:car|qu)[ea]?se\ (?:con|al?)\b|\bescrib(?:a|ir)\b|:|,)
    | (?<!\w)contactos?\ (?:de|para|con)\ (?:la\ |los\ )?(?:prensa|medios|periodistas)
        (?:\ de\ comunicaci[oó]n)?\s?:?
    | (?<!\w)(?:atenci[oó]n|informaci[oó]n)\ (?:de|a|para)\ (?:la\ |los\ )?(?:prensa|medios)\s?:
    | (?<!\w)(?:oficina\ de\ )?(?:prensa|medios(?:\ de\ comunicaci[oó]n)?)\s?:
    | (?:those|anyone|journalists|reporters|families|people|media|editors|press|parents)\b[^.:\n]{0,50}?
        \b(?:can|may|should|are\ (?:asked|invited)\ to)\ (?:ring|call|write\ to|ask\ for|contact|reach
        |telephone|e-?mail)
    | (?:quien(?:es)?|interesad[oa]s|periodistas|medios|familias|personas|padres)\b[^.:\n]{0,60}?
        \b(?:pueden?|podr[aá]n?|deben?)\ (?:llamar|escribir|comunicarse|contactar|dirigirse|preguntar)
        (?:\ (?:al?|con|por))?
    ) \s{0,3} (?:(?:with|a|con|by|to)\ )? (?:[:–-]\s{0,3})?
    """,
    re.VERBOSE,
)
# Words of a sentence that invites; none is a past tense, because "she called 2212-5300" tells a story.
INVITES = re.compile(
    r"""(?<![\w-])(?:
      (?<!\ba\ )(?<!\bthe\ )(?<!\bone\ )
      (?:call|ring|phone(?!\s?:)|text|write|e-?mail(?!\s?:)|contact|reach|send|ask|dial|message)(?:\ us)?
      | (?:can|may|should|must)\ be\ (?:made|arranged|scheduled|organi[sz]ed|booked|directed|sent|addressed
        |requested|obtained|had|reported|ordered|reached|emailed|left|given|phoned)
      | (?:is|are)\ (?:received|taken|answered)(?=\ (?:at|on|by)\ )
      | se\ recib(?:e|en|ir[aá]n?)(?=(?:\ [^\s.;]+){0,5}\ (?:en|al|por)\ )
      | ^(?:report|reporten?|avis[ae]n?)(?=\ )
      | (?:receives?|takes?|answers?)\ (?:the\ )?(?:phone\ )?calls | (?:recib|respond)en?\ (?:las\ )?llamadas
      | (?:receives?|takes?)\ (?:reports|complaints|tips|requests|questions)(?=\ (?:at|on|by|via|through)\ )
      | (?:recib|atiend)en?\ (?:reportes|denuncias|avisos|quejas|solicitudes|consultas|dudas)
        (?=\ (?:en|al|por)\ )
      | (?:can|may|should|must|please)\ report
      | (?:get|be|keep)\ in\ touch | available\ (?:from|at|on|by|for) | apply | rsvp
      | (?:book|arranged?)\ (?:with|through|via)
      | (?:direct|address)\ (?:(?:all|your|any|press|media)\ ){0,2}
        (?:calls|questions|inquiries|enquiries|requests|queries)
      | register\ (?:at|with|by) | sign\ up(?=\ (?:at|by|with|on)\ ) | volunteer | donate | questions
      | (?:enquiries|inquiries|complaints|donations|requests|queries|bookings|applications)
      | llama(?=\ (?:o|al?|gratis)\ ) | escribe(?=\ (?:o|al?|por)\ ) | marca(?=\ (?:al?|gratis)\ )
      | comun[ií]cate
      | llam(?:e|en|ar|arse) | ll[aá]m[ea]n?[nl]os | marqu?en? | marque | marcar
      | escrib(?:a|an|ir|irse|anos|irnos|irles?)
      | (?:escr[ií]b|ll[aá]m|cont[aá]ct)[ae]n?l[aeo]s?(?=\ (?:al?|en|por)\ ) | escr[ií]b[ae]n?os
      | comun[ií](?:qu[ea]n?se|carse|que) | contact(?:e|en|ar|arse) | cont[aá]ct[ae]n?os
      | habl(?:e|en|ar)(?=\ con\ ) | pregunt(?:e|en|ar|arse) | solicit(?:e|en|ar|arse|udes) | solicitud
      | p[ií]d[ae](?:n|l[oa]s?)? | pedir(?:se|l[oa]s?)? | env[ií](?:e|en|ar|arse)
      | inform(?:arse|arte) | inf[oó]rm(?:ate|[ae]n?se) | registrarse | reg[ií]str(?:ate|[ae]n?se)
      | dir[ií]ja(?:n)?se | dirigir(?:se)? | denunciad[oa]s? | denunci(?:e|en|ar|arse|as) | quej(?:as|arse)
      | consult(?:e|en|as|ar) | confirm(?:e|en|ar) | inscr[ií]b(?:a|anse|irse) | inscripciones | informes
      | donar | donaciones | reportar(?:se|lo)? | dejar\ (?:un\ )?(?:mensaje|recado) | atiend(?:e|en)
    )(?![\w-])(?:\ (?:to|at|on|al?|con|por|from|for)(?!\w))?""",
    re.IGNORECASE | re.VERBOSE,
)
COUNTS = re.compile(  # "2212-5300 of them"
    r"[+(]?\d[\d ().-]{5,20}\s(?:of|times|people|children|families|veces|personas|niñ|familias)\b",
    re.IGNORECASE,
)
# Words that invite where nothing is told of the past: "avise al 2255-0101", "interviews with Ana Paz".
TOWARDS = re.compile(
    r"(?<![oó])(?<!ado)\sal\s$|line\sis\s$"
    r"|\b(?:l[ií]nea(?:\s(?:gratuita|telef[oó]nica|directa|nacional))?|hotline|helpline)\s$"
    r"|(?<!\w)(?:(?:interviews?|entrevistas)(?=\s(?:with|con|in|en|are|available|disponibles)\b)"
    r"|spokes(?:people|persons?|m[ae]n|wom[ae]n)|vocer[oa]s?|vocer[ií]as?|portavo(?:z|ces))(?!\w)(?:\s(?:are|is|son|es)(?!\w))?"
    r"|(?<!\w)(?:su|cuyo|his|her|whose)\s(?:celular|tel[eé]fono|n[uú]mero|correo|cell|phone|number|e-?mail|mobile)\s(?:es(?:\sel)?|is)(?!\w)",
    re.IGNORECASE,
)
NARRATES = re.compile(  # "marcó once veces al 2255-0101"
    r"[^\W\d_]{2}(?:ó|aron|ieron|aba|aban)\b|\b(?:said|told|called|rang|phoned|dial+ed|texted|dijo|dijeron)\b",
    re.IGNORECASE,
)
MAIL_HEAD = re.compile(
    r"(?:De|From|Para|To|Cc|Asunto|Subject|Enviado(?:\sel)?|Sent|Reply-To|Responder\sa)\s?:\s", re.IGNORECASE
)
PAST = re.compile(r"\b(?:fue|fueron|was|were|had|hab[ií]an?|eran?)\b", re.IGNORECASE)
TABLE_CUE = re.compile(
    r"[^\n]{0,80}\b(?:name|nombre|contact[oa]?|office|oficina|persona)\b[^\n]{0,80}\|"
    r"[^\n]{0,80}\b(?:phone|telephone|tel[eé]fono|tel|e-?mail|correo)[^\n]{0,80}\n",
    re.IGNORECASE,
)
END_OF_RELEASE = re.compile(r"[\W_]*(?:ends?|fin|30)?[\W_]*", re.IGNORECASE)
NO_CONTACT = re.compile(
    r"(?:about|acerca\sde|sobre|notes?\s(?:to|for)|notas?\s(?:para|a\s(?:los|la))|this\stext\sis|este\stexto\ses"
    r"|follow|s[ií]gue(?:nos)?|visit|visite|twitter|facebook|https?:|www\.)\b",
    re.IGNORECASE,
)
