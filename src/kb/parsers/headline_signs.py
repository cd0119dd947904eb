"""What speaks for a line as the headline and against it, and how much each sign weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice, takewhile

from kb.parsers.front_lines import Front, Line, is_sentence, key, stems, stops
from kb.parsers.head_lines import CONTACT, KIND_WORDS, RECORDS, SUBJECT, is_dated, is_imprint, is_label
from kb.parsers.head_names import NAME
from kb.parsers.headline_verbs import says
from kb.parsers.printed import begins_numbered
from kb.text.caseless import small_letters
from kb.text.folding import fold
from kb.text.wholes import whole

# The nouns of rules and teaching, whose titles have no verb: "Consular Guidelines".
_DOCUMENT = re.compile(
    r"\b(?:guidelines?|guide|guidance|handbook|manual|toolkit|protocol|procedures?|principles|standards|regulations?|rules|act"
    r"|checklist|module|course|training|framework|agreement|directrices|gu[ií]a|lineamientos|reglamento|reglas|protocolo"
    r"|procedimientos?|principios|est[aá]ndares|normas?|ley|decreto|acuerdo|lista|m[oó]dulo|curso|taller|cartilla|marco)\b",
    re.IGNORECASE,
)
# How the line below the title of rules begins: "Adopted by the Council".
_ADOPTED = re.compile(
    r"(?:made|endorsed|signed|firmad|respaldad|adopted|approved|issued|published|given|aprobad|adoptad|dad|emitid|expedid|publicad|suscrit)[oa]?s?\b",
    re.IGNORECASE,
)
# To whom a letter is, which has no other title: "Open letter to the members of the Conference".
_LETTER = re.compile(
    r"(?:open\sletter|letter|carta(?:\s(?:abierta|p[uú]blica|pastoral)|\sde\s[^,.:]{3,25}?)?|petition|petici[oó]n|llamamiento)\s(?:to|al?|on|about|sobre|ante|por)\s",
    re.IGNORECASE,
)
# Whose speech it is, above its title: "Remarks by the Commissioner at the Forum".
_SPEECH = re.compile(
    r"(?:(?:opening|closing|keynote)\s)?(?:remarks|address|speech)\s(?:by|of)\s"
    r"|(?:palabras|discurso|intervenci[oó]n|ponencia)\s(?:del?\s(?:la\s)?|a\scargo\sdel?\s)(?-i:[A-ZÀ-ÖØ-Þ])",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[*•·▪–—»>-]|<<|>>|o\s)\s?(?=\S)")
_NUMBER = re.compile(r"\b(?:N[oº°]|N[uú]m|NO|NÚM)\.?\s?\d", re.IGNORECASE)
_BRACKETED = re.compile(r"\s\([^()]{2,20}\)$")
_FEWEST_OF_NAME, _MOST_OF_NAME = 2, 12  # words
# What a release tells of, named above its headline: "Informe «Lo que llevaban»".
_WORK = re.compile(
    r"(?:(?:nuevo|new)\s)?(?:informe|reporte|report|estudio|study|libro|book|campa[ñn]a|campaign|proyecto|project|programa|programme?)"
    r"\s?:?\s[\"“«].{2,80}[\"”»]\W*",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?:headline|t[ií]tulo|titular|title)\s?:", re.IGNORECASE)
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
_SHORTEST_TEXT = 75  # characters
_FEW_WORDS = 4
_MOST_WORDS = 8  # of a line; more tell no more
_LONGEST_SLOGAN = 7  # words
_MOST_BEFORE = 3  # lines
_MOST_HEAVY = 3  # words of a line that the running text takes up; more tell no more
_LONGEST_BARE_NAME = 5  # words with a capital; a headline in capitalised words has more

WEIGHTS: Mapping[str, float] = {
    "first level": 5.0,
    "second level": 2.0,
    "verb": 1.75,
    "words": 3.5,
    "taken up": 3.0,
    "below label": 1.75,
    "below name": 0.5,
    "document": 2.0,
    "letter": 2.0,
    "records": 4.0,
    "subject": 3.0,
    "titled": 4.0,
    "masthead": -4.0,
    "stated": 1.5,
    "stated exactly": 0.5,
    "name": -3.25,
    "bare name": -1.0,
    "repeated": -0.5,
    "work": -2.0,
    "top": -1.0,
    "kind": -1.5,
    "adopted": -3.5,
    "numbered": -4.5,
    "number": -1.0,
    "above label": -1.2,
    "section": -4.0,
    "slogan": -1.0,
    "stop": -3.0,
    "sentence": -3.0,
    "goes on": -3.5,
    "item": -1.25,
    "summary": -4.0,
    "below headline": -1.75,
    "below capitals": -1.75,
    "later": -0.75,
    "capitals below": -1.5,
    "unprinted": -1.0,
}


def signs(front: Front, index: int) -> dict[str, float]:
    """What speaks for a line and against it."""
    return {**_in_itself(front, index), **_in_place(front, index)}


def _in_itself(front: Front, index: int) -> dict[str, float]:
    """The signs of a line's own words and form."""
    text, level, item, printed = front.lines[index]
    subject = SUBJECT.match(text)
    said = text[subject.end() :] if subject else text
    verb, name = says(said), index in front.names
    addressed = _LETTER.match(said) is not None
    letter = addressed and not (index + 1 in front.possible and says(front.text(index + 1)))
    opening = fold(said.lstrip().partition(" ")[0].strip(":,."))
    return {
        "first level": (level == 1) / max(1, sum(line.level == 1 for line in front.lines)),
        "second level": level == 2,
        "item": item or bool(_BULLET.match(text)),
        "unprinted": not printed,
        "stated": any(_holds(said, each.text) for each in front.stated),
        "stated exactly": any(key(said) == key(each.text) for each in front.stated if each.exact),
        "subject": subject is not None,
        "titled": _TITLED.match(text) is not None,
        "verb": verb,
        "words": min(len(said.split()), _MOST_WORDS) / _MOST_WORDS,
        "taken up": min(_MOST_HEAVY, len(stems(said) & front.lead)) / _MOST_HEAVY,
        "name": name,
        "bare name": not name and _is_bare_name(said),
        "repeated": _is_named_in(said, front.body),
        "work": bool(_WORK.fullmatch(said)),
        "top": index == 0 and level == 0 and not verb and " " in text,
        "letter": letter,
        "kind": not (verb or letter)
        and (opening in KIND_WORDS or addressed or _SPEECH.match(said) is not None),
        "records": bool(RECORDS.match(said)),
        "document": not verb and bool(_DOCUMENT.search(said)),
        "adopted": bool(_ADOPTED.match(said)),
        "numbered": begins_numbered(text),
        "number": bool(_NUMBER.search(said)),
        "sentence": level != 1 and is_sentence(said),
        "stop": level != 1 and said.endswith((".", ";")),
        "goes on": said.endswith((":", ",")),
    }


def _in_place(front: Front, index: int) -> dict[str, float]:
    """The signs of what stands above a line and below it."""
    text, level, _, printed = front.lines[index]
    heads = level > 0 and front.lines[index - 1].level == 0
    above, below = front.text(index - 1), front.text(index + 1)
    before = [at for at in front.possible if at < index and at not in front.names]
    summary = _summary(front)
    if not front.lines[index].item:
        before = [at for at in before if at not in summary]
    behind = [at for at in front.possible if at > index and at not in front.names]
    named = index - 1 in front.names
    lettered = is_label(below) or is_dated(below) or CONTACT.fullmatch(below)
    return {
        "below label": is_label(above) or is_dated(above),
        "above label": any(at > index for at in front.labels),
        "below name": named,
        "masthead": is_imprint(below) and len(text.split()) <= _LONGEST_BARE_NAME,
        "section": level > 0 and any(_is_text(line) for line in front.lines[:index]),
        "slogan": named and len(text.split()) <= _LONGEST_SLOGAN and bool(lettered),
        "later": min(_MOST_BEFORE, len(before)) if printed else 0,
        "below headline": index - 1 in before
        and not heads
        and (len(above.split()) > _FEW_WORDS or says(above)),
        "summary": index in summary,
        "below capitals": index - 1 in before and above.isupper() and says(above) and not text.isupper(),
        "capitals below": not text.isupper() and any(front.text(at).isupper() for at in behind),
    }


def _summary(front: Front) -> frozenset[int]:
    """The items of a list above the headline, which say in short what stands below it."""
    first = next((at for at in front.possible if front.lines[at].item), 0)
    label = max((at for at in front.labels if at < first), default=-1)
    told = [at for at in front.possible if at > label and at not in front.names and front.lines[at].printed]
    items = list(takewhile(lambda at: front.lines[at].item, told))
    headed = len(items) < len(told) and not stops(front.text(told[len(items)]))
    return frozenset(items if headed else ())


def _holds(line: str, stated: str) -> bool:
    """Whether one of a line and a stated title has the other in it, or most of its words."""
    ours, theirs = key(line), key(_CUT.sub("", stated))
    if not ours or not theirs or len(line.split()) < 3:
        return False
    words, printed = set(fold(stated).split()), set(fold(line).split())
    return ours in theirs or theirs in ours or len(words & printed) >= len(words) * 0.6


def _is_bare_name(text: str) -> bool:
    """Whether a short line is in capitalised words and says nothing."""
    capitals = text.isupper()
    words = [word for word in text.split() if len(word) > 3 or (word[:1].isupper() and not capitals)]
    named = 1 < len(words) <= _LONGEST_BARE_NAME and NAME.fullmatch(text) and not says(text)
    return bool(named) and not re.search(r"[\d:?!]", text)


def _is_text(line: Line) -> bool:
    """Whether a line is running text: a heading below it is that of a section."""
    return not line.level and line.printed and len(line.text) >= _SHORTEST_TEXT and stops(line.text)


def _is_named_in(text: str, body: str) -> bool:
    """Whether the running text has the words of a line as a name: "Casa del Faro", "(the) Faro Network"."""
    name = _BRACKETED.sub("", text).strip(" *_·|.,:")
    if not _FEWEST_OF_NAME <= len(name.split()) <= _MOST_OF_NAME:
        return False
    for at in islice(whole(small_letters(name), small_letters(body)), 3):
        found = body[at : at + len(name)]
        long = [word for word in found.split() if len(word) > 3]
        if long and all(word[:1].isupper() for word in long) and not found.isupper():
            return True
    return False


def weight(found: Mapping[str, float]) -> float:
    """How much of a headline a line with these signs has."""
    return sum(WEIGHTS.get(sign, 0.0) * value for sign, value in found.items())
