"""What the contacts of a block share: an address below several numbers, a number that is told of both.

An address printed once for a person or office with several numbers is that of each of its contacts. One
printed once below several persons or offices, or behind several persons of a line, is a contact of its own,
unless the text says that it is for all or it is named after one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from kb import places
from kb.extractors.contact_apart import other_words
from kb.extractors.contact_labels import without_labels
from kb.extractors.contact_owners import has_address, has_person, is_named_after, is_named_before_host
from kb.extractors.contact_people import EDGES, Mark
from kb.extractors.contact_sentences import sentence_end
from kb.extractors.contact_signers import without_signer
from kb.extractors.contact_starts import LONGEST_LINE
from kb.extractors.honorifics import HONORIFIC
from kb.text.folding import fold, letters

# Behind an address that several persons share: "desk@faro.example (both)".
OF_ALL = re.compile(r"\s?[(,–—-]?\s?(?:for\s|para\s)?(?:both|all|amb[oa]s|tod[oa]s)\b", re.IGNORECASE)
FOR_ALL = re.compile(  # "Ambas en a@faro.example"
    r"\b(?:both|all|amb[oa]s|tod[oa]s|(?:de|para)\sl[oa]s\s(?:dos|tres|cuatro)(?!\s(?:de|a)\b)|(?:of|for)\sthe\s(?:two|three|four)|com[uú]n|compartid[oa]|shared|joint)\b(?!\s(?:los\s)?(?:d[ií]as|days?|hours|horas))[^\n]{0,20}$",
    re.IGNORECASE,
)
_LABELLED_LINE = re.compile(rf"\.?\n[^\n:]{{3,30}}:\s(?:{HONORIFIC}\s)*")
_APART = re.compile(r"[\n|;·•]|^\.\s(?:\W*$)")
_GOES_ON = re.compile(r"\b(?:y|e|and|o|or)\s*\n$")  # a line that was wrapped
# What makes the second of two persons in a line one to be asked for something else.
_OWN_PURPOSE = re.compile(r"[;,|·/–—-]\s(?:for|para|to)\s[^\n]{3,60}[,:]\s", re.IGNORECASE)
_ENDS = ("phone email", "phone name email", "phone office email")  # of a group that tells an address
_LONG_WORD = 4  # letters
_WORD = re.compile(r"[^\W\d_]{2}")


def shared(text: str, groups: list[list[Mark]], cards: Set[int]) -> list[list[Mark]]:
    """The groups of a block, with each what it shares and what stands in a line of its own below it.

    ``cards`` are where parts of several lines are followed by others: the address of one is its own.
    """
    signer, groups = without_signer(text, groups)
    found = _with_person_below(text, _with_town_between(text, groups))
    found = _with_address_above(text, _with_number_of_all(text, found))
    found = [*signer, *_in_stretches(text, cards, _with_desk_below(text, found))]
    return _with_address_of_line(text, _with_own_address(text, found))


def _in_stretches(text: str, cards: Set[int], groups: list[list[Mark]]) -> list[list[Mark]]:
    """The groups, each address shared among those above it and below the address before."""
    found: list[list[Mark]] = []
    while groups:
        end = next((at for at, group in enumerate(groups) if has_address(group)), len(groups)) + 1
        found += _with_shared(text, cards, groups[:end])
        groups = groups[end:]
    return found


def _with_address_of_line(text: str, groups: list[list[Mark]]) -> list[list[Mark]]:
    """The groups, an address that ends a line of several persons apart where it is named after none.

    "Ana Paz, 2212-5300 / Leo Luz, 2212-5301, press@faro.example"
    """
    found: list[list[Mark]] = []
    for group in groups:
        *own, last = group
        begin = text.rfind("\n", 0, last.start) + 1
        beside = [each for each in found if each[0].start >= begin and has_person(each)]
        if _is_below_whole_lines(text, found, group):
            found += [own, [last]]
            continue
        alone = last.kind == "email" and not any(map(has_address, (own, *beside)))
        of_line = beside and has_person(own) and own[0].start >= begin
        between = text[beside[-1][-1].end : own[-1].start] if of_line else ""
        of_line = of_line and not (sentence_end(between) or _OWN_PURPOSE.search(between))
        if alone and of_line and not _is_named_after_person(own, last):
            found += [own, [last]]
        else:
            found.append(group)
    return found


def _with_own_address(text: str, groups: list[list[Mark]]) -> list[list[Mark]]:
    """The groups, an address that ends a contact with the person above whom alone it is named after."""
    for place, group in enumerate(groups[1:], start=1):
        if group[-1].kind != "email" or _is_named_after_person(group, group[-1]):
            continue
        bare = [each for each in groups[:place] if not has_address(each)]
        whose = [each for each in bare if _is_named_after_person(each, group[-1])]
        whose = whose or [each for each in bare if _bears_label(text, each, group[-1])]
        whose = whose or [each for each in bare if _bears_office(each, group[-1])]
        if len(whose) == 1:
            address = group[-1]
            others = [[mark for mark in each if mark is not address] for each in groups]
            others[groups.index(whose[0])].append(address)
            return [each for each in others if each]
    return groups


def _bears_label(text: str, group: Sequence[Mark], address: Mark) -> bool:
    """Whether an address bears two words of the label before a number: "Lantern Alert .... 2212-5300"."""
    label = text[text.rfind("\n", 0, group[0].start) + 1 : group[0].start]
    local = fold(address.words.partition("@")[0])
    words = {word for word in map(fold, re.findall(r"[^\W\d_]{4,}", label)) if word in local}
    return len(words) > 1 and group[0].kind == "phone"


def _bears_office(group: Sequence[Mark], address: Mark) -> bool:
    """Whether an address is the whole name of an office: "casafarol@..." of the Casa Farol."""
    named = {letters(mark.words) for mark in group if mark.kind == "office"}
    return len(group) > 1 and letters(address.words.partition("@")[0]) in named


def _is_below_whole_lines(text: str, before: Sequence[list[Mark]], group: Sequence[Mark]) -> bool:
    """Whether an address stands alone below persons of whom one has an address in her own line.

    "Ana Paz, 2212-5300, ana@faro.example / Leo Luz, 2212-5301 / press@faro.example"
    """
    *own, last = group
    if last.kind != "email" or not has_person(own) or has_address(own) or _is_named_after_person(own, last):
        return False
    whole = (each for each in before if has_person(each) and each[-1].kind == "email")
    in_line = any("\n" not in text[each[0].start : each[-1].start] for each in whole)
    return in_line and "\n" not in text[own[0].start : own[-1].end] and "\n" in text[own[-1].end : last.start]


def _is_named_after_person(group: Sequence[Mark], address: Mark) -> bool:
    local = fold(address.words.partition("@")[0])
    words = re.split(r"[._-]", local)
    named = (fold(word) for mark in group if mark.kind == "name" for word in mark.words.split())
    return any((len(word) >= _LONG_WORD and word in local) or word in words for word in named)


def _with_town_between(text: str, groups: list[list[Mark]]) -> list[list[Mark]]:
    """The groups, an address below a line that is a town with the numbers above it."""
    found: list[list[Mark]] = []
    for group in groups:
        town = found and [mark.kind for mark in group] == ["place", "email"] and not has_address(found[-1])
        line = (
            text[text.rfind("\n", 0, group[0].start) + 1 : group[0].start]
            + text[group[0].end : group[-1].start]
        )
        if town and not _WORD.search(without_labels(line)) and ":" not in line.partition("\n")[0]:
            found[-1] += group
        else:
            found.append(group)
    return found


def _with_person_below(text: str, groups: list[list[Mark]]) -> list[list[Mark]]:
    """The groups, the card of an office made one whose lines tell its number, its person and her address.

    "PBX: 2414-5300 / Head: Ana Paz / Email: ana@faro.example"
    """
    if len(groups) != 2:
        return groups
    office, person = groups
    told = [each.kind for each in office if each.kind != "office"], [each.kind for each in person]
    if told != (["phone"], ["name", "email"]):
        return groups
    above, behind = text[office[-1].end : person[0].start], text[person[0].end : person[1].start]
    card = _LABELLED_LINE.fullmatch(above) and behind.startswith("\n")
    return [[*office, *person]] if card else groups


def _with_address_above(text: str, groups: list[list[Mark]]) -> list[list[Mark]]:
    """The groups, an address alone in the line above a person with her whom it is named after."""
    if len(groups) != 2 or [each.kind for each in groups[0]] != ["email"] or has_address(groups[1]):
        return groups
    address, first = groups[0][0], groups[1][0]
    local = fold(address.words.partition("@")[0])
    hers = first.kind == "name" and any(len(word) > 2 and fold(word) in local for word in first.words.split())
    return [[address, *groups[1]]] if hers and text[address.end : first.start].isspace() else groups


def _with_number_of_all(text: str, groups: list[list[Mark]]) -> list[list[Mark]]:
    """The groups, the one number of a block that is said to be all persons' with each: "Both: 2212-5300"."""
    phones = [mark for group in groups for mark in group if mark.kind == "phone"]
    if len(phones) != 1 or len(groups) < 2 or phones[0] not in groups[-1]:
        return groups
    phone, others = phones[0], groups[-1][: groups[-1].index(phones[0])]
    between = text[(others or groups[-2])[-1].end : phone.start]
    if not (FOR_ALL.search(between) or OF_ALL.match(text, phone.end)):
        return groups
    whose = [group for group in (*groups[:-1], others) if has_person(group)]
    behind = groups[-1][len(others) + 1 :]
    return [*([*group, phone] for group in whose), *([behind] if behind else [])]


def _is_person_in_brackets_above(text: str, groups: Sequence[list[Mark]]) -> bool:
    """Whether the card of an office tells a person in brackets, with her number, above its own address.

    "Press Office / Tel. 2212-5300 / Mobile (Ana Paz, spokesperson) 7012-5300 / press@faro.example"
    """
    *offices, card = groups or [[]]
    if [mark.kind for mark in card] != ["name", "phone", "email"] or is_named_after(card, card[-1]):
        return False
    name, phone, address = card
    titles = text[text.rfind("(", 0, name.start) + 1 : name.start]
    inside = (
        "(" in text[: name.start]
        and not re.search(r"[^\w\s.]|\n", titles)
        and ")" in text[name.end : phone.start]
    )
    alone = text[phone.end : address.start].strip(" ") == "\n"
    return bool(inside and alone and offices) and not any(
        has_person(each) or has_address(each) for each in offices
    )


def _with_desk_below(text: str, groups: list[list[Mark]]) -> list[list[Mark]]:
    """The groups, an address alone below an office's number and that of a person in brackets with the office.

    "Press Office / t. 2212-5300 / m. 7012-5300 (Ana Paz) / press@faro.example"
    """
    if _is_person_in_brackets_above(text, groups):
        *offices, card = groups
        return [*([*each, card[-1]] for each in offices), card[:-1]]
    if len(groups) < 3 or [mark.kind for mark in groups[-1]] != ["email"]:
        return groups
    first, *others, address = groups
    in_brackets_above = others[-1][-1].kind == "name" and not any(map(has_address, groups[:-1]))
    ended = sentence_end(text, others[-1][-1].end, address[0].start)
    office = any(mark.kind == "office" for mark in first) and not ended
    if in_brackets_above and is_named_after(others[-1], address[0]):
        return [first, *others[:-1], [*others[-1], *address]]
    return [[*first, *address], *others] if office and in_brackets_above else groups


def _with_shared(text: str, cards: Set[int], groups: list[list[Mark]]) -> list[list[Mark]]:
    """The groups, the first address below the numbers of several with each whom it is said to reach."""
    groups = _with_several_apart(text, groups)
    place = next((place for place, group in enumerate(groups) if has_address(group)), 0)
    group = groups[place] if groups else []
    kinds = " ".join(mark.kind for mark in group)
    if not place or not kinds.endswith("email"):
        return groups
    before, address, own = groups[:place], group[-1], group[:-1]
    between = text[(own or before[-1])[-1].end : address.start]
    of_all = FOR_ALL.search(between) or OF_ALL.match(text, address.end)
    if not of_all and not (len(group) == 1 or kinds.endswith(_ENDS)):
        return groups
    if _is_of_card(before[-1], own, address, cards):
        return groups
    if of_all:
        if [mark.kind for mark in own].count("name") > 1:
            return groups  # "Ana Paz and Leo Luz, 2212-5300, desk@faro.example (both)"
        told = [each for each in (*before, own) if any(mark.kind in {"name", "phone"} for mark in each)]
        return [*([*each, address] for each in told), *groups[place + 1 :]]
    numbered = own and all(has_person(each) or "phone" in {mark.kind for mark in each} for each in before)
    signed = not any(mark.kind == "phone" for each in before for mark in each) and not has_person(own)
    rowed = "\n" not in between and own and "\n" in text[before[-1][-1].end : own[0].start]
    if rowed and not has_person(own):
        return groups  # "Ministry: 822-5516, 822-5517; desk@faro.example" below the line of another office
    named = is_named_after(group, address) and not all(is_named_after(each, address) for each in before)
    listed = between.strip(" )") == "/" and "/" in text[before[-1][-1].end : own[0].start] if own else False
    if not numbered or signed or named or not (listed or _is_set_apart(between, before[0], own)):
        return groups
    return [*_shared_out(text, before, own, address), *groups[place + 1 :]]


def _is_of_card(above: Sequence[Mark], own: Sequence[Mark], address: Mark, cards: Set[int]) -> bool:
    """Whether an address stands in the card of an office or town: another than that above it."""
    if not own or has_person(own):
        return False
    begins = any(above[-1].end <= card <= own[0].start for card in cards)
    return begins and not any(own[-1].end <= card <= address.start for card in cards)


def _with_several_apart(text: str, groups: list[list[Mark]]) -> list[list[Mark]]:
    """The groups, several addresses that stand apart below several persons each a contact of its own."""
    *before, last = groups or [[]]
    addresses = [mark for mark in last if mark.kind == "email"]
    own = last[: len(last) - len(addresses)]
    if len(addresses) < 2 or any(map(has_address, before)) or [*own, *addresses] != last:
        return groups
    if not (before and has_person(own) and has_person(before[0])):
        return groups
    between = text[own[-1].end : addresses[0].start]
    apart = _APART.search(between) or between.startswith(". ")
    return [*before, own, *([address] for address in addresses)] if apart else groups


def _is_set_apart(between: str, first: Sequence[Mark], last: Sequence[Mark]) -> bool:
    """Whether an address stands apart from the number before it: in a line, column or part of its own.

    In a line with words of its own it does below persons: "Only by mail: info@faro.example".
    """
    if _WORD.search(without_labels(between)):
        return "\n" in between and has_person(first) and has_person(last)
    return bool(_APART.search(without_labels(between)) and not _GOES_ON.search(between))


def _shared_out(text: str, before: Sequence[list[Mark]], last: list[Mark], address: Mark) -> list[list[Mark]]:
    """The groups above an address that stands apart, and the address with those whose it is.

    Below the numbers of an office it is that of each; below several persons or offices a contact of its own,
    because nothing says whose it is, unless it is named after the first.
    """
    if not any(map(has_person, (*before, last))):
        offices = [group for group in (*before, last) if _is_desk(text, group)]
        cut = offices and before[0] not in offices and _opens_block(text, before[0])
        towns = [group for group in (*before, last) if group[0].kind == "place"]
        if max(len(offices), len(towns)) > 1 or cut:
            return [*before, last, [address]]
        return [[*each, address] for each in (*before, last)]
    first = [mark for mark in before[0] if mark.kind == "name"] or before[0]
    if is_named_before_host(first, address):
        return [[*before[0], address], *before[1:], last]
    ended = text.startswith(". ", last[-1].end)
    if has_person(last) and not any(map(has_person, before)) and last[-1].kind != "name" and not ended:
        return [*before, [*last, address]]
    return [*before, last, [address]]


def _opens_block(text: str, group: Sequence[Mark]) -> bool:
    """Whether the block begins with a group's number, whose label was its cue: "Press office: 2212-5300"."""
    return not text[: group[0].start].strip() and "\n" in text[group[-1].end : group[-1].end + LONGEST_LINE]


def _is_desk(text: str, group: Sequence[Mark]) -> bool:
    """Whether a group names an office, or the line of its number begins with a desk's label."""
    first = next((mark for mark in group if mark.kind in {"phone", "email"}), group[0])
    label = text[text.rfind("\n", 0, first.start) + 1 : first.start]
    town = without_labels(label).strip(EDGES)  # "Tela, Honduras office: "
    placed = bool(town) and all(places.is_place(part.strip()) for part in town.split(","))
    return any(mark.kind == "office" for mark in group) or placed or other_words(f"\n{label}") is not None
