"""What speaks for a line as the headline and against it, and how much each sign weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kb.parsers.front_lines import Front, is_sentence, key, stems
from kb.parsers.head_lines import CONTACT, KIND_WORDS, NAME, RECORDS, SUBJECT, is_dated, is_label
from kb.parsers.headline_verbs import says
from kb.parsers.printed import begins_numbered
from kb.text.folding import fold

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
_BULLET = re.compile(r"(?:[*•·▪–—»>-]|<<|>>|o\s)\s?(?=\S)")
_NUMBER = re.compile(r"\b(?:N[oº°]|N[uú]m|NO|NÚM)\.?\s?\d", re.IGNORECASE)
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
_FEW_WORDS = 4
_MOST_WORDS = 8  # of a line; more tell no more
_LONGEST_SLOGAN = 7  # words
_MOST_BEFORE = 3  # lines
_MOST_HEAVY = 3  # words of a line that the running text takes up; more tell no more
_LONGEST_BARE_NAME = 5  # words with a capital; a headline in capitalised words has more

WEIGHTS: Mapping[str, float] = {
    "first level": 3.0,
    "second level": 2.0,
    "verb": 2.0,
    "words": 2.5,
    "taken up": 3.5,
    "below label": 1.5,
    "below name": 0.5,
    "document": 1.5,
    "letter": 2.0,
    "records": 4.0,
    "subject": 3.0,
    "stated": 1.5,
    "stated exactly": 0.5,
    "name": -3.0,
    "bare name": -1.0,
    "kind": -1.5,
    "adopted": -2.5,
    "numbered": -2.5,
    "number": -1.0,
    "above label": -1.0,
    "slogan": -1.0,
    "stop": -2.5,
    "sentence": -3.0,
    "goes on": -3.5,
    "item": -1.0,
    "below headline": -1.5,
    "later": -1.3,
    "capitals below": -1.0,
    "unprinted": -1.0,
}


def signs(front: Front, index: int) -> dict[str, float]:
    """What speaks for a line and against it."""
    return {**_in_itself(front, index), **_in_place(front, index)}


def _in_itself(front: Front, index: int) -> dict[str, float]:
    """The signs of a line's own words and form."""
    text, level, item, printed = front.lines[index]
    said = SUBJECT.sub("", text)
    verb, name, letter = says(said), index in front.names, bool(_LETTER.match(said))
    opening = fold(said.lstrip().partition(" ")[0].strip(":,."))
    return {
        "first level": (level == 1) / max(1, sum(line.level == 1 for line in front.lines)),
        "second level": level == 2,
        "item": item or bool(_BULLET.match(text)),
        "unprinted": not printed,
        "stated": any(_holds(said, each.text) for each in front.stated),
        "stated exactly": any(key(said) == key(each.text) for each in front.stated if each.exact),
        "subject": said != text,
        "verb": verb,
        "words": min(len(said.split()), _MOST_WORDS) / _MOST_WORDS,
        "taken up": min(_MOST_HEAVY, len(stems(said) & front.lead)) / _MOST_HEAVY,
        "name": name,
        "bare name": not name and _is_bare_name(said),
        "letter": letter,
        "kind": not (verb or letter) and opening in KIND_WORDS,
        "records": bool(RECORDS.match(said)),
        "document": not verb and bool(_DOCUMENT.search(said)),
        "adopted": bool(_ADOPTED.match(said)),
        "numbered": begins_numbered(text),
        "number": bool(_NUMBER.search(said)),
        "sentence": is_sentence(said),
        "stop": said.endswith((".", ";")),
        "goes on": said.endswith((":", ",")),
    }


def _in_place(front: Front, index: int) -> dict[str, float]:
    """The signs of what stands above a line and below it."""
    text, level, _, printed = front.lines[index]
    heads = level > 0 and front.lines[index - 1].level == 0
    above, below = front.text(index - 1), front.text(index + 1)
    before = [at for at in front.possible if at < index and at not in front.names]
    behind = [at for at in front.possible if at > index and at not in front.names]
    named = index - 1 in front.names
    lettered = is_label(below) or is_dated(below) or CONTACT.fullmatch(below)
    return {
        "below label": is_label(above) or is_dated(above),
        "above label": any(at > index for at in front.labels),
        "below name": named,
        "slogan": named and len(text.split()) <= _LONGEST_SLOGAN and bool(lettered),
        "later": min(_MOST_BEFORE, len(before)) if printed else 0,
        "below headline": index - 1 in before
        and not heads
        and (len(above.split()) > _FEW_WORDS or says(above)),
        "capitals below": not text.isupper() and any(front.text(at).isupper() for at in behind),
    }


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


def weight(found: Mapping[str, float]) -> float:
    """How much of a headline a line with these signs has."""
    return sum(WEIGHTS.get(sign, 0.0) * value for sign, value in found.items())
