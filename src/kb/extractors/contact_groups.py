"""Which marks of a contact block belong together: each contact's persons, offices, numbers and addresses.

A contact ends where a person or office stands behind a number or address. A second number or address is
the same contact's unless another label or cue opens it, or a person of its own stands in brackets behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from kb import places
from kb.extractors.addresses import addresses
from kb.extractors.contact_apart import (
    calls_instead,
    is_another_alone,
    is_of_office,
    is_out_of_hours,
    is_switchboard,
    other_words,
    parts_persons,
)
from kb.extractors.contact_cues import CUE
from kb.extractors.contact_given_names import given_behind, given_in_brackets
from kb.extractors.contact_labels import without_labels
from kb.extractors.contact_owners import has_person, is_another_s_address
from kb.extractors.contact_people import EDGES, TITLED, Mark, begins_with_person
from kb.extractors.contact_rows import REACH, goes_on_with, is_one_contact, offices_apart, rows_of
from kb.extractors.contact_sentences import sentence_end
from kb.extractors.contact_sharing import shared
from kb.extractors.contact_starts import LONGEST_LINE
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.roles import is_role
from kb.extractors.telephones import telephones
from kb.text.letters import UPPER

ASKED_FOR = re.compile(
    r"\b(?:ask(?:ing)?\sfor|pregunt(?:e|en|ar|ando)\spor|con|with|attn\.?|attention|atenci[oó]n(?:\sa)?|call|llame\sa|contact)\s"
    rf"(?:(?:la|el|the|our|señora?)\s)?(?:(?-i:{HONORIFIC}\s|[{UPPER}][a-z]{{1,5}}\.\s)|[^\W\d_]{{4,14}}\s)?$",
    re.IGNORECASE,
)
JOINED = re.compile(rf"\s(?:or|o|u|and|y|e|&)\s(?:(?:con|with|la|el)\s)?(?:(?i:{HONORIFIC})\s)*")
_ASK_FOR = re.compile(  # a sentence that says no more
    rf"\.\s(?:ask\sfor|pregunt(?:e|ar|en)\spor|con|with|at(?:iende|tn\.?|tention|enci[oó]n(?:\sa)?)):?\s(?:(?:la|el|the)\s)?(?:(?-i:{HONORIFIC})\s)*$",
    re.IGNORECASE,
)
_OR_OFFICE = re.compile(r",?\s(?:or|o)\s(?:(?:at|with|con|a|en)\s)?(?:the|our|la|el|nuestr[oa])\s")
_LISTED = re.compile(rf",\s(?:[a-záéíóúñ]{{3,14}}\s)?(?:{HONORIFIC}\s)*")
_OR_WITH = re.compile(r"\b(?:o|or)\s(?:con|with)\s(?:(?:la|el)\s)?$")
_ANSWERS = re.compile(r"\s(?:is|are|can|may|answers|est[aá]n?|atienden?|responden?|recibe|tiene)\b")
_OF_BOTH_BEHIND = re.compile(
    r"(?:\s?\([^()\n]{2,30}\))?(?:,[^\n,;]{0,40})?[,;.]?\s{1,3}(?:both|amb[oa]s)\b", re.IGNORECASE
)
_CALL_OFFICE = re.compile(  # behind a person: "or call the shelter on ..."
    r"\b(?:o|y|or|and)\s(?:llam\w{2,4}|comunicarse|marc\w{1,3}|call|ring|phone|write\sto|escribir|escriba)\s(?:a\s|con\s)?"
    r"(?:l[ao]s?\s|el\s|al\s|the\s|our\s|nuestr[oa]\s)"
    r"(?!correo|e-?mail|tel|cel|n[uú]mero|number|l[ií]nea|line|mobile|m[oó]vil|whats|sig|same|mism|follow|ext|\d)[^\W\d_]{4,}",
    re.IGNORECASE,
)
_PLAIN_CUE = re.compile(r"(?:^|\n)contact[oa]?s?\s?:\s$", re.IGNORECASE)
_TOWARDS_OFFICE = re.compile(  # the same, before the name of an office
    r"\b(?:o|y|or|and)\s(?:llam\w{2,4}|comunicarse|call|ring|phone|write\sto|escribir|escriba)\s(?:al?\s|con\s)?"
    r"(?:(?:l[ao]s?|el|the|our|nuestr[oa])\s)?$"
    r"|\b(?:o|or)\s(?:en|con|at|with)\s(?:(?:l[ao]s?|el|the|our|nuestr[oa])\s)?$",
    re.IGNORECASE,
)
BESIDE = re.compile(rf"(?:\s?[,;·•|–—-])?\s(?:(?i:{HONORIFIC})\s)*")  # between a number and its person
_OPENS_BRACKET = re.compile(  # "(press, Ms. Ana Paz)", "(ask for Ana Paz)", "(abogada Ana Paz)"
    rf"\s{{0,3}}\(\s?(?:(?:ask\sfor|pregunt(?:e|ar)\spor|con|with|attn\.?:?|atenci[oó]n:?)\s(?:(?:la|el)\s)?)?(?:[^\W\d_]{{4,14}}(?:\s[^\W\d_]{{2,14}})?[,:]\s)?(?:(?P<role>[^\W\d_]{{4,14}})\s)??(?:{HONORIFIC}\s)*"
)
_TITLE_END = re.compile(rf"{HONORIFIC}\s$")
_ASKED_BEHIND = re.compile(
    rf",?\s(?:con|with|ask\sfor|pregunt(?:e|ar)\spor)\s(?:(?:la|el)\s)?(?:{HONORIFIC}\s)*"
)
_PRESS_LABEL = re.compile(
    r"(?:atenci[oó]n|contacto?|enlace|relaciones)\s(?:[^\W\d_]{1,4}\s){0,2}(?:prensa|medios|press|media)(?:\sde\scomunicaci[oó]n)?"
    r"|(?:media|press)\s(?:contact|enquiries|inquiries|relations)|prensa|press|contact[oa]?|entrevistas|interviews",
    re.IGNORECASE,
)
WIDEST_OFFICE = 45  # characters between a person and the office, the role among them
_NEXT_LINE = re.compile(rf"\n(?:{TITLED.pattern})?")
_ROLE_LABEL = re.compile(
    rf"(?:[.;,]|\s[|·•–—])?\s{{1,3}}(?:(?P<asked>(?:la\s|lo\s)?(?:[Aa]tiende|a\scargo\sde(?:\sla)?|run\sby|[Rr]esponsable:|[Cc]ontact[oa]?:|[Ee]ncargad[oa]:|[Aa]t(?:tn|tention|enci[oó]n)[.:]|ATENCI[OÓ]N:|RESPONSABLE:))"
    rf"|(?P<role>[{UPPER}][^\n:.;,\d]{{3,40}}):)\s(?:{TITLED.pattern})?"
)
_EXTENSION_BEHIND = re.compile(r",?\s\(?(?:ext|x\d|anexo|interno)", re.IGNORECASE)
_HOUSE_OF_FRIAR = re.compile(
    r"\s\((?:Fray|Fr\.|Padre|Madre|Monseñor)\s"
)  # "Ana Paz (Fray Matías, Tapachula)"
_ROLE_BEHIND = re.compile(r"(?:,\s|\s\()(?:(?:la|el|the|our)\s)?(?P<role>[^\W\d_]{4,20})")
_BEHIND_NUMBER = re.compile(rf"(?:\s?\([^()\n]{{3,20}}\))?,?\s(?:{TITLED.pattern})?")
_ELSEWHERE = re.compile(
    r"[;.]\s|\b(?:from|desde)\s"
)  # before a number that is another's: "or, from Tobago, "
_WORD = re.compile(r"[^\W\d_]{2}")
_PART_END = re.compile(r"[\n.;·|•]")
_PARTED = re.compile(r"\s[/|·•–—]\s$")
_HEADS = re.compile(r"(?:,\s[^\n:;|/·\d]{2,30})?\s?:\s")


def groups(
    text: str,
    marks: list[Mark],
    items: Set[int] = frozenset(),
    table: Sequence[range] = (),
    cards: Set[int] = frozenset(),
) -> list[list[Mark]]:
    """The marks of each contact in a block, in reading order.

    ``items`` is where items of a list begin, and ``table`` where rows of a table stand, which are a
    contact each; at ``cards`` another person may begin.
    """
    rows = [(row, [mark for mark in marks if mark.start in row]) for row in table]
    apart = frozenset(at for _, told in rows for at in offices_apart(text, told))
    whole = [row for row, told in rows if is_one_contact(told) and apart.isdisjoint(row)]
    found: list[list[Mark]] = []
    for row, inside in groupby(marks, lambda mark: next((row for row in whole if mark.start in row), None)):
        told = [*inside]
        while found and table and not row and told and goes_on_with(text, found[-1], told[0]):
            found[-1].append(told.pop(0))  # "Office | 2231-0204" above "E-mail | ana@faro.example"
        found += [told] if row else _groups(text, told, items | apart, cards)
    addressed = any(mark.kind == "email" and mark.start in row for row in whole for mark in marks)
    return found if addressed else shared(text, found, cards)  # an address of a row is that row's alone


def _groups(text: str, marks: list[Mark], items: Set[int], cards: Set[int]) -> Iterator[list[Mark]]:
    """The marks of each contact: a new one begins where a mark would be its second."""
    group: list[Mark] = []
    rows = rows_of(text, marks)
    told_last = _told_last(text, marks)
    for mark in marks:
        kind = mark
        if mark.kind == "name" and _is_office_of(text, group, mark):
            kind = mark._replace(kind="office")
        listed = bool(group) and _is_item_of_another(text, group, mark, items)
        listed = listed or (
            kind.kind == "name" and has_person(group) and mark.start - _titles(text, mark) in cards
        )
        if group and mark is not told_last and (listed or _begins(text, group, kind, rows)):
            yield group
            group = []
        group.append(kind)
    if group:
        yield group


def _titles(text: str, mark: Mark) -> int:
    """How long the titles are that stand before a person in her line."""
    line = text[text.rfind("\n", 0, mark.start) + 1 : mark.start]
    return len(line) if TITLED.fullmatch(line) else 0


def _told_last(text: str, marks: Sequence[Mark]) -> Mark | None:
    """The one person of a block, where she is told behind all its numbers and addresses, which are hers."""
    named = [mark for mark in marks if mark.kind == "name"]
    reach = [mark for mark in marks if mark.kind in REACH]
    if len(named) != 1 or not reach:
        return None
    above = [mark for mark in reach if mark.end <= named[0].start]
    if [mark.kind for mark in reach[len(above) :]] == ["email"] and {mark.kind for mark in above} == {
        "phone"
    }:
        # "+503 2555-0134 (office), Ana Paz, ana@faro.example"
        first = marks[0] is above[0]
        return named[0] if first and _BEHIND_NUMBER.fullmatch(text, above[-1].end, named[0].start) else None
    if named[0].start < reach[-1].end:
        return None
    return named[0] if ends_card(text, reach[-1].end, named[0], opened=marks[0].kind in REACH) else None


def ends_card(text: str, last: int, mark: Mark, *, opened: bool) -> bool:
    """Whether a person behind the last number or address is whom it reaches: "Press Officer: Ana Paz".

    Without such a label she is where she stands in the next line and a number ``opened`` the block, or her
    role stands behind her: "Ana Paz, encargada".
    """
    between = text[last : mark.start]
    if _EXTENSION_BEHIND.match(text, mark.end):
        return False
    role = _ROLE_BEHIND.match(text, mark.end)
    if _NEXT_LINE.fullmatch(between) and (opened or (role and is_role(role["role"]))):
        return True
    labelled = _ROLE_LABEL.fullmatch(between)
    if labelled is None or labelled["asked"]:
        return labelled is not None
    return bool(_PRESS_LABEL.fullmatch(labelled["role"]) or any(map(is_role, labelled["role"].split())))


def _is_last_of_row(text: str, group: list[Mark], mark: Mark, rows: Set[int]) -> bool:
    """Whether a person ends the line of the number before her: "2212-5300; Ana Paz, Press Officer"."""
    if group[0].start in rows:
        return True
    beside = BESIDE.fullmatch(text, group[-1].end, mark.start) is not None
    rest = text[mark.end : mark.end + LONGEST_LINE].partition("\n")[0]
    return beside and not (any(telephones(rest)) or any(addresses(rest)))


def _is_office_of(text: str, group: list[Mark], mark: Mark) -> bool:
    """Whether a second capitalised run is where the first person works: "Ana Paz, Warm Kitchen, +505 ..."."""
    named = group and group[-1].kind == "name"
    between = text[group[-1].end : mark.start] if named else ""
    near = named and len(between) <= WIDEST_OFFICE
    if named and _HOUSE_OF_FRIAR.fullmatch(between):
        return True
    return bool(near and not (parts_persons(between) or _OF_BOTH_BEHIND.match(text, mark.end)))


def _begins(text: str, group: list[Mark], mark: Mark, rows: Set[int]) -> bool:
    """Whether a mark is of another contact than the group; ``rows``: where lines begin that are one each."""
    reachable = any(other.kind in REACH for other in group)
    if reachable and mark.start in rows:
        return True
    if mark.kind in {"name", "place"}:
        return _begins_with_person(text, group, mark, rows)
    if mark.kind == "office":
        named = any(other.kind == "office" for other in group)
        between = text[group[-1].end : mark.start]
        heads = _PARTED.search(between) and _HEADS.match(text, mark.end)
        ended = sentence_end(text, group[-1].end, mark.start + 1)
        if not named and _is_second_line(text, group, mark):
            return False
        if ended and _ANSWERS.match(text, mark.end):
            return True  # "Editor: Ana Paz. The desk is at 2212-5300"
        other = mark.words != mark.words.lower() and _OR_OFFICE.fullmatch(between)
        towards = other or _TOWARDS_OFFICE.search(between)
        if reachable and has_person(group) and (towards or other_words(between)):
            return True
        return reachable and bool(named or "\n" in between or ";" in between or heads or ended)
    return _begins_with_reach(text, group, mark)


def _is_second_line(text: str, group: Sequence[Mark], office: Mark) -> bool:
    """Whether an office stands in the line below a person and her number, with her address or nothing.

    "Honduras  Ana Paz  +504 2231-0204 / Honduran Red Cross  apaz@faro.example"
    """
    line = text[office.end : office.end + LONGEST_LINE].partition("\n")[0]
    address = next(addresses(line), None)
    alone = address.start <= 1 and address.end == len(line) if address else not line.strip()
    below = text[group[-1].end : office.start].strip(" ") == "\n"
    return below and alone and [mark.kind for mark in group if mark.kind != "place"] == ["name", "phone"]


def _begins_with_person(text: str, group: list[Mark], mark: Mark, rows: Set[int]) -> bool:
    """Whether a person or place is the first of another contact."""
    kinds = {other.kind for other in group}
    reachable = bool(kinds & REACH)
    between = text[group[-1].end : mark.start]
    if mark.kind == group[-1].kind == "name" and reachable and JOINED.fullmatch(between):
        return False  # "2441-0104, with Ana Paz or Leo Luz"
    if mark.kind == "name" and reachable and "name" not in kinds:
        line = text[group[0].start : mark.start]
        placed = "place" in kinds and "\n" in line.strip()
        ended = sentence_end(between) and not _ASK_FOR.search(between)
        ended = ended or (_OR_WITH.search(between) and _has_own(text, ";", mark))
        alone = not placed and "\n" not in between and not ended and not _has_own(text, between, mark)
        asked = ASKED_FOR.search(between) or given_behind(text, group[-1].end) == mark
        asked = asked or _is_last_of_row(text, group, mark, rows)
        if in_brackets(text, group[-1].end, mark) or (alone and asked):
            return False
        if "email" not in kinds and _LISTED.fullmatch(between) and _has_address_alone(text, mark):
            return False  # "Oficina en Tela: 2448-0104, abogada Ana Paz, ana@faro.example"
    if mark.kind == group[-1].kind == "name" and is_another_alone(between):
        return True  # "Texts: Ana Paz. Photographs: Leo Luz, leo@faro.example"
    return reachable or (mark.kind == "name" and {"name", "office"} <= kinds and group[0].kind == "name")


def _has_own(text: str, between: str, person: Mark) -> bool:
    """Whether a person behind a semicolon has a number or address: "a@b.example; visits: Ana Paz, ..."."""
    rest = text[person.end : person.end + LONGEST_LINE].partition("\n")[0].partition(";")[0]
    return ";" in between and (any(telephones(rest)) or any(addresses(rest)))


def _has_address_alone(text: str, person: Mark) -> bool:
    """Whether a person has an address and no number in the rest of her line."""
    rest = text[person.end : person.end + LONGEST_LINE].partition("\n")[0].partition(";")[0]
    return any(addresses(rest)) and not any(telephones(rest))


def _begins_with_reach(text: str, group: list[Mark], mark: Mark) -> bool:
    """Whether a number or address is the first of another contact."""
    kinds = {other.kind for other in group}
    between = text[group[-1].end : mark.start]
    if mark.kind == "phone" and "phone" in kinds and _has_person_behind(text, mark):
        # "Tel: 2212-5300 / Tel: 2212-5301 (Ms. Ana Paz)", "2212-5300 (Ana Paz), 2212-5301 (Leo Luz)"
        named = group[-1].kind == "name" and group[0].kind == "phone"
        apart = "\n" in between or ")" in between or _ELSEWHERE.search(between)
        return bool(named or apart or other_words(between))  # "..., or from the office, 2212-5301 (Leo Luz)"
    told = next((other.kind for other in group if other.kind in {"phone", "email", "name"}), "")
    named_behind = told in {"phone", "email"} and group[-1].kind == "name"
    if named_behind and ")" in between and _WORD.search(without_labels(between)):
        return True  # "Tela 2212-5300 (Ana Paz), Yoro 2212-5301"
    bare = mark.kind == "email" and "email" not in kinds and not _WORD.search(without_labels(between))
    if named_behind and (("\n" in between and not bare) or _has_person_behind(text, mark)):
        return True  # "ana@faro.example (Ana Paz)", a contact in each line, or a person behind each
    if "name" in kinds and (_CALL_OFFICE.search(between) or is_of_office(between, told=bool(kinds & REACH))):
        return True
    if not kinds & REACH or mark.kind == "fax":
        return False
    if mark.kind == "email" and is_another_s_address(text, group, mark):
        return True
    if mark.kind == "phone" and is_switchboard(text, group, mark):
        return True
    return is_out_of_hours(between) or _is_told_anew(between, kinds, mark)


def _is_told_anew(between: str, kinds: Set[str], mark: Mark) -> bool:
    """Whether what stands before a number or address says that it is not that of the contact before it.

    ``kinds`` are those of the marks of that contact.
    """
    # Another label or cue begins another contact: "Emergencies: +1 956 ...", "For donations, write to ...".
    other = other_words(between)
    label = _PART_END.split(between)[-1]
    if other == ":" and "name" in kinds and mark.kind not in kinds and _is_place(label):
        return False  # "Ana Paz, ana@faro.example | Honduras: 2212-5300"
    if kinds == {"email"} and mark.kind == "phone" and calls_instead(between):
        return False  # "write to casa@faro.example or call the house in Tela on 2212-5300"
    # "Tel: 2212-5300 / Contacto: ana@faro.example" is one office.
    same = _PLAIN_CUE.search(between) and "name" not in kinds and mark.kind not in kinds
    if same or other == "\n":
        return not same and (mark.kind in kinds or " |" in between)
    return bool(CUE.search(without_labels(between)) or other)


def _is_item_of_another(text: str, group: Sequence[Mark], mark: Mark, items: Set[int]) -> bool:
    """Whether a mark stands in another item of a list, which opens with words of its own."""
    end = group[-1].end
    if not any(end <= item <= mark.start for item in items) or not any(one.kind in REACH for one in group):
        return False
    opens = other_words("\n" + text[max(item for item in items if item <= mark.start) : mark.start])
    kinds = {one.kind for one in group}
    # One item has told of somebody: a second address in the next is another's.
    whole = "name" in kinds and not any(group[0].start < item <= group[-1].start for item in items)
    again = mark.kind in kinds or _WORD.search(
        without_labels(text[end : mark.start])
    )  # "- at night: 2212-5300"
    full = {"phone", "email"} <= kinds and text[end : mark.start].endswith(": ") and again
    return mark.kind in {"name", "place", "office"} or opens is not None or bool((whole or full) and again)


def _is_place(label: str) -> bool:
    return "\n" not in label and places.is_place(label.strip(f"{EDGES}/—"))


def _has_person_behind(text: str, mark: Mark) -> bool:
    """Whether a person stands in the brackets behind a number, or is asked for there."""
    asked = _ASKED_BEHIND.match(text, mark.end)
    if given_behind(text, mark.end) or (
        asked and begins_with_person(text[asked.end() : asked.end() + LONGEST_LINE])
    ):
        return True
    opened = _OPENS_BRACKET.match(text, mark.end)
    if opened is None:
        return False
    inside = text[opened.end() : opened.end() + LONGEST_LINE].partition(")")[0]
    titled = _TITLE_END.search(opened[0]) is not None and inside != ""
    given = given_in_brackets(text, mark.end)
    whole = opened[0].partition("(")[2] + inside
    return titled or given is not None or begins_with_person(inside) or begins_with_person(whole)


def in_brackets(text: str, last: int, mark: Mark) -> bool:
    """Whether a person stands in the brackets that open right behind ``last``, perhaps with another."""
    opened = _OPENS_BRACKET.fullmatch(text, last, mark.start)
    if opened is None or (opened["role"] and not is_role(opened["role"])):
        return False
    return text[mark.end : mark.end + 1] in {")", ","} or JOINED.match(text, mark.end) is not None
