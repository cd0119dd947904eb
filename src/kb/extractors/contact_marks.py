"""What a contact block tells, mark by mark: its numbers, addresses, places, persons and offices.

`telephones` and `addresses` find how somebody is reached; what is left of the text is cut in pieces, which
`contact_pieces` reads. A person may also be told by the address that spells her, or by her role alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kb import places
from kb.extractors import contact_groups, telephones
from kb.extractors.addresses import addresses
from kb.extractors.contact_blocks import CITY, IN_PLACE
from kb.extractors.contact_cues import CUE, INVITES, NARRATES
from kb.extractors.contact_given_names import given_behind, given_in_cells, given_names, given_spelt
from kb.extractors.contact_labels import without_labels
from kb.extractors.contact_people import Mark, begins_with_person, is_no_name, people
from kb.extractors.contact_pieces import country_before, names_unit, pieces, read
from kb.extractors.contact_rows import REACH
from kb.extractors.contact_sentences import sentence_end
from kb.extractors.contact_starts import LONGEST_LINE
from kb.extractors.contact_surname_first import surname_first
from kb.extractors.contact_unreached import (
    WORD,
    heads,
    is_behind_town,
    is_body,
    is_credited,
    is_labelled,
    is_no_label,
    is_quarter,
    stands_first,
)
from kb.extractors.honorifics import HONORIFIC
from kb.extractors.name_words import is_language
from kb.extractors.roles import is_role
from kb.extractors.telephones import Telephone
from kb.text.folding import fold
from kb.text.letters import UPPER
from kb.text.wholes import Wholes

_BY_ROLE = re.compile(
    rf"\b(?:con|por|with|for)\s(?:la|el|the|our|nuestr[oa])\s(?P<role>[a-záéíóúñ]{{4,14}}),?\s"
    rf"(?P<name>[{UPPER}][a-záéíóúñ]{{2,14}})(?=[,.;)(:]|\s(?:en|in|al|at|on)\s|$)"
)
_HOST = re.compile(r"-|\..*")  # of a domain, what is not its first label
_PROGRAMME_BEHIND = re.compile(
    r"[ ](?:campaign|coalition|project|program(?:me)?|initiative|network|shelter|campaña|proyecto)\b"
)
# A sentence that says for what or whom a number is: "Para donativos, con la contadora: ...".
_PURPOSE = re.compile(
    r"(?:Para|For)\s[^.:,]{3,40}[,:]|To\s[^.:,]{3,40}:|Contact[oa]?\s(?:del?|en|para|of|for|at|in)\s[^.:\n]{3,60}:"
)
_LABELLED_SENTENCE = re.compile(rf"[{UPPER}][^.:;\n]{{2,45}}:\s")
_LEADS = re.compile(rf"\s?:\s(?:{HONORIFIC}\s)*")
_POSSESSIVE = re.compile(r"['’]s?\s(?:[a-z]+\s){0,2}(?:secretary|assistant|office|desk|staff|lawyer|agent)\b")
_WIDE_GAP, _WIDEST_GAP = 60, 160
_WIDEST_SPELLING = 80  # characters between a name and the address that spells it
_SHORT = 3  # letters of a surname that many words hold


def marks_of(
    text: str, document: str, bodies: Wholes, table: Sequence[range], heading: str = ""
) -> list[Mark]:
    """Whom a block names and how they are reached, without who stands behind all numbers and addresses.

    ``document`` is all its text, ``bodies`` finds its organisations, and ``table`` is where rows of tables
    stand in the block, whose words before it are ``heading``.
    """
    reach = _reach(text, heading)
    told = _told(text, reach, document, bodies)
    if table:
        spans = [mark[:2] for mark in told]
        told += [mark for mark in given_in_cells(text, heading) if not _overlaps(mark, spans)]
    marks = sorted([*reach, *told])
    last = max((mark.end for mark in reach if mark.kind != "place"), default=None)
    if last is None:
        return marks
    marks = [
        mark
        for mark in marks
        if not (is_credited(text, mark, marks) or (mark.kind == "name" and _POSSESSIVE.match(text, mark.end)))
    ]
    marks = _without_told_again(text, marks)
    opened = marks[0].kind in REACH and not any(mark.kind == "name" and mark.start < last for mark in marks)
    end_of_row = next((row.stop for row in table if last - 1 in row), last)
    kept: list[Mark] = []
    for mark in marks:
        joined = kept and kept[-1].kind == mark.kind == "name" and kept[-1].start >= last
        beside = joined and contact_groups.JOINED.fullmatch(text, kept[-1].end, mark.start)
        if _is_named_again(text, kept, mark):
            continue
        if mark.start < end_of_row or beside or _close(text, mark, last, opened=opened):
            kept.append(mark)
    return kept


def _without_told_again(text: str, marks: list[Mark]) -> list[Mark]:
    """The marks, without given names that lead to numbers behind which they stand again.

    "Call Ana or Leo: 2212-5300 (Ana), 2212-5301 (Leo)"
    """
    again = {mark.words for mark in marks if mark.kind == "name" and text[: mark.start].endswith("(")}
    return [
        mark
        for mark in marks
        if mark.kind != "name" or mark.words not in again or text[: mark.start].endswith("(")
    ]


def _reach(text: str, heading: str) -> list[Mark]:
    """The numbers and addresses of a block, and the places that stand beside them.

    The ``heading`` may lead to a short number: "If you see a child alone, dial".
    """
    emails = [Mark(each.start, each.end, "email", each.words) for each in addresses(text)]
    emails = [
        mark for mark, before in zip(emails, [None, *emails], strict=False) if not _again(text, before, mark)
    ]
    taken = [(mark.start, mark.end) for mark in emails]
    cities = [
        _place(match)
        for match in IN_PLACE.finditer(text)
        if not any(map(is_language, match["place"].split()))  # "In English: Ana Paz"
    ]
    cities += [
        Mark(match.start("place"), match.end(), "place", match["place"])
        for match in CITY.finditer(text)
        if places.place_code(match["place"])
    ]
    numbers = list(telephones.led(text, heading))
    phones = [mark for mark in map(_of_telephone, numbers) if not _overlaps(mark, taken)]
    phones += [
        Mark(start, end, "phone", each.printed, each)
        for start, end, each in telephones.repeated(text, numbers)
    ]
    return _near(sorted([*emails, *cities, *phones]), text)


def _told(text: str, reach: Sequence[Mark], document: str, bodies: Wholes) -> list[Mark]:
    """The persons and offices of a block, whose numbers, addresses and labels are masked."""
    masked = text
    for mark in reach:
        masked = masked[: mark.start] + "|" * (mark.end - mark.start) + masked[mark.end :]
    end = reach[-1].end + LONGEST_LINE if reach else LONGEST_LINE
    masked = without_labels(masked[:end], "|")
    told = [
        mark
        for piece in pieces(masked, bodies)
        for mark in read(*piece, bodies)
        if is_no_label(text, mark)
        and stands_first(text, mark)
        and not heads(masked, mark)
        and not is_quarter(masked, mark)
        and not text[: mark.start].endswith(("@", "#"))
    ]
    turned = [mark for mark in surname_first(text[:end]) if not _overlaps(mark, [each[:2] for each in reach])]
    told = [mark for mark in told if not _overlaps(mark, [each[:2] for each in turned])] + turned
    told = _on_two_lines(text, sorted(told))
    told += _spelt(text, reach, told)
    told += given_names(text, reach, told)
    told += (mark for mark in _by_role(text[:end]) if not _overlaps(mark, [each[:2] for each in told]))
    hosts = {_HOST.sub("", fold(mark.words.partition("@")[2])) for mark in reach if mark.kind == "email"}
    led = {one.start for one, other in pairwise(sorted(told)) if _leads(text, one, other)}
    return [
        mark._replace(kind="office")
        if mark.kind == "name"
        and (
            mark.start in led
            or _PROGRAMME_BEHIND.match(text, mark.end)
            or is_body(mark.words, hosts, document)
            or is_labelled(text, mark)
        )
        else mark
        for mark in told
        if not is_behind_town(masked, mark)
    ]


def _on_two_lines(text: str, told: Sequence[Mark]) -> list[Mark]:
    """The marks, a given name alone in its line made one with the surnames alone in the next."""
    found: list[Mark] = []
    for mark in told:
        given = found[-1] if found and found[-1].kind == mark.kind == "name" else None
        alone = given and not text[: given.start].rpartition("\n")[2].strip() and " " not in given.words
        whole = given and alone and text[given.end : mark.start] == "\n"
        if given and whole and text[mark.end : mark.end + 1] in {"", "\n"}:
            found[-1] = given._replace(end=mark.end, words=f"{given.words} {mark.words}")
        else:
            found.append(mark)
    return found


def _leads(text: str, one: Mark, other: Mark) -> bool:
    """Whether a run is the label of the person behind it: "Voces del Faro: Ana Paz, ana@faro.example"."""
    named = one.kind == other.kind == "name"
    return named and _LEADS.fullmatch(text, one.end, other.start) is not None


def _spelt(text: str, reach: Sequence[Mark], told: Sequence[Mark]) -> Iterator[Mark]:
    """The persons of sentences whose names the address behind them spells: "sent by Ana Paz / apaz@..."."""
    taken = [(mark.start, mark.end) for mark in told]
    for mark in reach:
        if mark.kind == "email":
            begin = max(0, mark.start - _WIDEST_SPELLING)
            local = fold(mark.words.partition("@")[0])
            for person in people(text[begin : mark.start]):
                start, end = begin + person.start, begin + person.end
                given, *_, surname = fold(person.words).split()
                spelt = len(surname) > _SHORT and surname in local and given[0] in local.replace(surname, "")
                spelt = spelt or (len(given) > _SHORT and local.startswith(given))
                if spelt and not _overlaps(Mark(start, end, "name", person.words), taken):
                    yield Mark(start, end, "name", person.words)
                    taken.append((start, end))
            begin = max(begin, text.rfind("\n", 0, mark.start) + 1)
            given_alone = given_spelt(text, begin, mark)
            if given_alone and not _overlaps(given_alone, taken):
                yield given_alone
                taken.append(given_alone[:2])


def _by_role(text: str) -> Iterator[Mark]:
    """The persons who are told by their role and given name alone: "pregunte por la psicóloga Yuri"."""
    for match in _BY_ROLE.finditer(text):
        if is_role(match["role"]) and not (places.is_place(match["name"]) or is_no_name(match["name"])):
            yield Mark(*match.span("name"), "name", match["name"])


def _place(match: re.Match[str]) -> Mark:
    """The place of "In Guatemala:", without the person whose line was joined: "En Guatemala Ana Paz"."""
    name = match["place"]
    begin = country_before(name)
    if begin == 0:
        return Mark(*match.span(), "place", name)
    return Mark(match.start(), match.start("place") + begin - 1, "place", name[: begin - 1])


def _of_telephone(found: Telephone) -> Mark:
    return Mark(found.start, found.end, "fax" if found.is_fax else "phone", found.printed, found)


def _close(text: str, mark: Mark, last: int, *, opened: bool) -> bool:
    """Whether an office stands on the same line right behind the last number, or a person in brackets."""
    if mark.kind == "name":
        between = text[last : mark.start]
        asked = len(between) <= contact_groups.WIDEST_OFFICE and contact_groups.ASKED_FOR.search(between)
        beside = contact_groups.BESIDE.fullmatch(between)
        ends = contact_groups.ends_card(text, last, mark, opened=opened)
        given = given_behind(text, last) == mark
        return contact_groups.in_brackets(text, last, mark) or ends or given or bool(asked or beside)
    return mark.kind == "office" and "\n" not in text[last : mark.end] and mark.start - last <= 4


def _is_named_again(text: str, before: Sequence[Mark], mark: Mark) -> bool:
    """Whether a given name alone is that of the person last named: "Ana Paz, 2212-5300, e-mail Ana"."""
    named = next((other for other in reversed(before) if other.kind == "name"), None)
    again = named and mark.kind == "name" and [mark.words] == named.words.split()[:1]
    return bool(named and again and "\n" not in text[named.end : mark.start])


def _again(text: str, before: Mark | None, mark: Mark) -> bool:
    """Whether an address is printed a second time beside itself: "[ana@...](mailto:ana@...)"."""
    return bool(before and mark.words == before.words and not WORD.search(text[before.end : mark.start]))


def _overlaps(mark: Mark, spans: Iterable[tuple[int, int]]) -> bool:
    return any(mark.start < end and start < mark.end for start, end in spans)


def _near(marks: list[Mark], text: str) -> list[Mark]:
    """The marks without those of a line behind a wide gap, where it speaks of other things."""
    last = dropped = 0
    near: list[Mark] = []
    for mark in marks:
        line = text.rfind("\n", 0, mark.start) + 1  # a line of its own was found to go on with the block
        if (last and _is_wide(text[max(last, line) : mark.start])) or dropped > line:
            dropped = mark.start
        else:
            near.append(mark)
        last = mark.end
    return near


def _is_wide(gap: str) -> bool:
    """Whether words between two numbers say more than whose the second is."""
    ended = sentence_end(gap) if len(gap) > _WIDE_GAP else None
    behind = gap[ended.end() :] if ended else ""
    invited = INVITES.search(behind) and not NARRATES.search(behind)
    told = CUE.search(behind) or _PURPOSE.match(behind) or begins_with_person(behind) or invited
    told = told or _LABELLED_SENTENCE.match(behind) or names_unit(behind)
    return len(gap) > _WIDEST_GAP or bool(ended and not told)
