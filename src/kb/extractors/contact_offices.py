"""The office of each contact of a block, as printed beside or above its person, number or address.

What stands behind a person comes first, then the label before a contact, then what else its line tells, then
the lines above and what brackets behind its number say; the cell of a table is taken whole. A town behind an
office is printed with it; alone it is the office of the line that it opens. A line above several contacts is
the office of each that tells none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from kb import places
from kb.extractors import contact_desks, contact_labels
from kb.extractors.contact_blocks import Block
from kb.extractors.contact_cues import CUE
from kb.extractors.contact_office_pieces import (
    NAME,
    WORD,
    Piece,
    Pieces,
    is_acronym,
    is_generic,
    is_place,
    is_spoken,
    is_title,
    without_clause,
    without_labels,
)
from kb.extractors.contact_people import EDGES, Mark, people
from kb.extractors.contact_pieces import is_street, names_unit
from kb.extractors.contact_sentences import last_sentence, sentence_end
from kb.extractors.honorifics import HONORIFIC
from kb.places.regions import region_code
from kb.text.letters import UPPER
from kb.text.wholes import Wholes

_TITLES = re.compile(rf"(?:(?<!\w){HONORIFIC}\s)+$")
_LABEL_ALONE = re.compile(r"[^\W\d_][^:\n]{2,25}:\s*")
_PROSE = re.compile(  # "may call the Border Patrol, Tela Sector, at "
    r"\b(?:to|with|at|from|call|contact|ring|phone|telephone|con|a|llam\w{1,3}|al)\s(?:(?:the|our|la|el|los|las)\s)?"
    rf"(?P<office>{NAME}(?:,[ ]{NAME})*)[\s,|:]*(?:(?:at|on|al|en[ ]el|tel\w*|call|dial|llame)[\s|:.]*)?$"
)
_CELL_EDGES = " \t\n-–—*_:,"
_DOTS = re.compile(r"\s(?:\.\s?){3,}|\s?\.{4,}\s?")
_BULLETS = re.compile(r"^[\s*•·>–—-]+|\s?\([^()]*\)$")
_NUMBER = re.compile(r"\d{3}|@")
_TELEPHONE = re.compile(r"(?:\d[\s().-]?){6,}|@")
_ADDRESS = re.compile(r"\d\s?(?:m|metros|varas|cuadras)\b|\b\d{1,4}$")
_BRANCH = re.compile(  # to whose name its town belongs
    r"(?:(?:la|el|the)\s)?(?:oficina|delegaci[oó]n|representaci[oó]n|consulado|agencia|sede|filial|centro|auxiliatura"
    r"|corresponsal|l[ií]nea|office|consulate|chancery|embassy|embajada|delegation|branch)\b|.*\boffice$",
    re.IGNORECASE,
)
_TOWN = rf"(?P<town>[{UPPER}][\w’'-]+(?:\s(?:(?:de|del|la|las|los)\s)*[{UPPER}][\w’'-]+){{0,3}})"
_SEAT = re.compile(rf"\s(?:in|en)\s{_TOWN}$")
_SEAT_BEHIND = re.compile(rf"\s(?:in|en)\s{_TOWN}")
_STATE_BEHIND = re.compile(rf",\s(?P<state>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)?)")
_REGIONAL = re.compile(r"(?:\s\([a-z]+\)|,\s[a-z]+\s[a-z]+)(?=,)")  # "Panama (regional)"
_BRACKETS_BEHIND = re.compile(r"\s?\((?P<words>[^()\n]{2,40})\)|,\s(?P<unit>[^\n,.;()]{3,40})(?=\.)")
_UNIT = re.compile(  # a branch, not the body above it
    r"(?:\S+\s){0,2}(?:office|unit|desk|team)\b|(?:oficina|unidad|departamento|direcci[oó]n|[aá]rea|coordinaci[oó]n"
    r"|comunicaci[oó]n|relaciones|secci[oó]n|prensa|public|media|communications?)\b",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"(?:palacio|campus|torre|planta|mercado|city\shall|local)\b", re.IGNORECASE)
_LONGEST_LINE, _LONGEST_DESK, _LONGEST_TOWN = 100, 3, 2  # characters, words
_MOST_LINES, _MOST_PIECES, _MOST_OF_LINE = 4, 5, 2


def offices(
    block: Block, groups: Sequence[list[Mark]], rows: Sequence[range], bodies: Wholes
) -> list[str | None]:
    """The office of each contact of a block, whose rows of tables stand at ``rows``."""
    found: list[str | None] = []
    heading: str | None = None  # the line above several contacts
    for group, last in zip(groups, _lasts(groups), strict=True):
        reader = _Reader(block, group, last, bodies)
        office = reader.office(rows)
        if office is None and reader.goes_on():
            office = heading
        else:
            heading = office if reader.is_headed else None
        found.append(office)
    return found


def _lasts(groups: Sequence[Sequence[Mark]]) -> Iterator[int]:
    """Where what was told before each contact ends."""
    for at, group in enumerate(groups):
        first = group[0].start
        yield max((mark.end for before in groups[:at] for mark in before if mark.end <= first), default=0)


class _Reader:
    """What stands around one contact, the text before which ends at ``last``."""

    def __init__(self, block: Block, group: list[Mark], last: int, bodies: Wholes) -> None:
        self._block, self._text, self._group, self._last = block, block.text, group, last
        self._pieces = Pieces(bodies, [mark.words for mark in group if mark.kind == "office"])
        self._named = [mark for mark in group if mark.kind == "name"]
        self._reach = [mark for mark in group if mark.kind in {"phone", "email"}]
        starts = [mark.start for mark in self._named[:1] or self._reach[:1] or group]
        self._first = starts[0]
        self._line = max(self._text.rfind("\n", 0, self._first) + 1, last)
        lead = self._text[self._line : self._first]
        heading = block.heading.rpartition("\n")[2] if self._line == 0 == last else ""
        self._lead = _TITLES.sub("", f"{heading}{lead}")
        self.is_headed = False  # by its office, in a line above

    def goes_on(self) -> bool:
        """Whether the contact stands in the line right below another and tells no more than a person."""
        below = self._last > 0 and self._text.count("\n", self._last, self._line) == 1
        return below and not (self._named and WORD.search(self._lead))

    def office(self, rows: Sequence[range]) -> str | None:
        """The office of the contact."""
        if not self._reach:
            return self._marked()
        row = next((row for row in rows if self._reach[0].start in row), None)
        cell = self._cell(row) if row else None
        if cell and not is_place(cell):
            return cell
        told = self._behind() or cell
        label = None if told else self._label(in_table=bool(rows))
        if label and not contact_desks.is_plain(label):
            return label
        beside = told or self._beside()
        above = None if beside else self._above()
        self.is_headed = above is not None
        if above and not beside:
            return above
        found = beside or label or self._marked() or self._brackets() or self._town()
        return self._with_seat(found) if found else None

    # -- Places where it stands -----------------------------------------------------------

    def _cell(self, row: range) -> str | None:
        """The cell of a row that tells the office, as printed; that of a town where no other does."""
        town = None
        for cell in self._text[row.start : row.stop].split("|"):
            words = cell.strip(_CELL_EDGES)
            each = WORD.findall(words)
            bare = contact_labels.without_labels(words).strip(EDGES)
            if not each or not bare or _NUMBER.search(bare) or is_street(words):
                continue
            if named := next((mark.words for mark in self._named if mark.words in words), None):
                before = _TITLES.sub("", words[: words.find(named)]).strip(" ,:")
                told: str | None = before if contact_desks.is_desk(_BULLETS.sub("", before)) else None
            elif all(map(is_spoken, each)) or any(people(words)) or not contact_desks.OPENS.match(words):
                continue
            else:
                told = self._joined(self._pieces.of(words)) if is_title(each) else words
            if told and not is_place(told):
                return told
            town = town or told
        return town

    def _behind(self) -> str | None:
        """What is told behind the person, before her number or the end of her line."""
        if not self._named:
            return None
        end = self._named[-1].end
        stop = next((mark.start for mark in self._reach if mark.start > end), self._text.find("\n", end))
        return self._joined(self._pieces.of(self._text[end : stop if stop >= 0 else len(self._text)]))

    def _label(self, *, in_table: bool) -> str | None:
        """The desk that a label names right before the contact."""
        plain = in_table or self._is_beside_desks()
        read = contact_desks.desk_of_person if self._named else contact_desks.desk_before
        return read(self._lead, plain=plain)

    def _is_beside_desks(self) -> bool:
        """Whether another line of the block begins with the label of another desk or of a town."""
        mine = _BULLETS.sub("", _DOTS.sub(": ", self._lead).partition(":")[0])
        at = -len(self._block.heading)
        for line in f"{self._block.heading}{self._text}".split("\n"):
            own = at <= self._first <= at + len(line)
            at += len(line) + 1
            label, _, rest = _DOTS.sub(": ", line).partition(":")
            words = _BULLETS.sub("", label)
            words = "" if own or words == mine else words
            desk = words and (contact_desks.is_label(words) or is_place(words.partition(",")[0]))
            if desk and _NUMBER.search(rest):
                return True
        return False

    def _beside(self) -> str | None:
        """What is told in the line of the contact before it, in its last sentence."""
        masked = without_labels(self._lead)
        lead = last_sentence(masked)
        pieces = self._pieces.of(lead)
        if self._named:
            before = last_sentence(masked[: -len(lead)]) if _LABEL_ALONE.fullmatch(lead) else ""
            above = self._pieces.of(before)
            if above and all(piece.kind for piece in above):
                return self._joined(above)  # "Press Office, Tela. Contact: Ana Paz"
            return self._joined(pieces, bodies=not lead.rstrip().endswith(","))
        prose = _PROSE.search(lead)
        whole = self._pieces.of(prose["office"]) if prose else []
        if whole and whole[0].kind == "office":
            return self._joined(whole)
        street = next((at for at, piece in enumerate(pieces) if is_street(piece.words)), None)
        if street is not None:
            return self._joined(pieces[:street])
        last = pieces[-1] if pieces else Piece("", None)
        role = last.kind is None and bool(last.words) and is_title(last.words.split())
        role = role and contact_desks.is_desk(last.words)
        return self._joined(pieces, bodies=not last.kind) or (last.words if role else None)

    def _above(self) -> str | None:
        """What the lines above the contact tell, the nearest first; a unit without the body above it."""
        if not self._named and not self._is_address(self._lead):
            return None
        within = self._text[self._last : self._line].split("\n")[1 if self._last else 0 :]  # whole lines
        heading = [] if self._last else self._block.heading.split("\n")[:-1]
        _, passage, start = self._block.parts[0]
        own = passage.text[:start].count("\n")  # lines of the first passage above the block
        lines = [
            *((line, True) for line in reversed(within)),
            *((line, at < own) for at, line in enumerate(reversed(heading))),
        ]
        told: list[str] = []
        town: str | None = None
        for line, inside in islice(
            ((line.strip(EDGES), inside) for line, inside in lines if line.strip(EDGES)), _MOST_LINES
        ):
            cue = CUE.match(f"{line}:")
            bare = line[cue.end() :] if cue and not names_unit(line[: cue.end()]) else line
            if not bare.strip(EDGES) or _TELEPHONE.search(bare):
                break
            if is_title(bare.split()) or len(bare) > _LONGEST_LINE or self._is_address(bare):
                town = town or (bare if inside and is_place(bare) and not told else None)
                continue
            if sentence_end(bare):
                break
            alone = inside and not (told or bare.isupper() or (town and self._named))
            office = self._of_line(self._pieces.of(bare), alone=alone)
            sender = not inside and self._named and not _UNIT.match(office or "")  # of a letterhead
            if office is None or sender:
                break
            told.insert(0, office)
        if len(told) > 1 and _UNIT.match(told[-1]) and not _UNIT.match(told[0]):
            return told[-1]
        return ", ".join(told) or town

    def _is_address(self, line: str) -> bool:
        """Whether a line tells no more than labels, a street and towns."""
        pieces = self._pieces.of(contact_labels.without_labels(line))
        words = [piece for piece in pieces if WORD.search(piece.words)]
        streets = any(is_street(piece.words) or _ADDRESS.search(piece.words) for piece in words)
        return streets or all(piece.kind == "place" for piece in words)

    def _of_line(self, pieces: Sequence[Piece], *, alone: bool) -> str | None:
        """The office that a line of its own tells; ``alone``, it may be a desk that is no body."""
        first, *others = pieces or [Piece("", None)]
        short = len(first.words.split()) <= _LONGEST_DESK and contact_desks.is_desk(first.words)
        short = short and without_clause(first.words) == first.words
        if short and not any(piece.kind == "office" for piece in pieces):
            first = first._replace(kind="office")
        named = [piece for piece in (first, *others) if piece.kind == "office"]
        unit = _UNIT.match(first.words) and not contact_desks.is_plain(first.words)
        whole = (alone or unit) and all(piece.kind or is_acronym(piece.words) for piece in (first, *others))
        whole = whole and first.kind == "office"
        told = named and len(named) <= _MOST_OF_LINE and (whole or self._pieces.is_body(named[0].words))
        return self._joined([first, *others]) if told else None

    def _marked(self) -> str | None:
        """The body or place that the contact's marks name: in a sentence, or far from it."""
        kept: list[Mark] = []
        before = [mark for mark in self._group if mark.kind == "office" and mark.end <= self._first]
        signed = before if len(before) > _MOST_OF_LINE else []
        for mark in self._group:
            if mark in signed and self._text[mark.start : self._first].count("\n"):
                continue  # who signs, in a line above
            if mark.kind == "office":
                words = without_clause(mark.words)
                others = any(other.kind == "office" for other in kept)
                title = bool(self._named) and " " in words and is_title(words.split())
                between = self._text[mark.end : self._first]
                ended = "\n" in between and sentence_end(between)
                line = self._text[self._text.rfind("\n", 0, mark.start) + 1 : mark.start]
                street = line.endswith(", ") and is_street(line)
                acronym = others and self._text.endswith(" (", 0, mark.start)
                if not words or title or ended or acronym or street or (others and is_generic(words)):
                    continue
                kept.append(mark._replace(words=words))
            elif mark.kind != "place" or mark.words[0].isupper():
                kept.append(mark)
        return contact_desks.named_office(self._text, kept) if kept else None

    def _brackets(self) -> str | None:
        """What brackets behind the number say: "2212-5300 (Tela)"."""
        behind = None if self._named else _BRACKETS_BEHIND.match(self._text, self._reach[-1].end)
        if behind is None:
            return None
        words = behind["words"] or behind["unit"]
        kind = self._pieces.kind(words)
        return words if kind == "office" or (kind == "place" and behind["words"]) else None

    def _town(self) -> str | None:
        """The town right before a number, of which nothing else is told: "in Tela (2212-5300)"."""
        behind = self._named or ")" in self._lead  # of the contact before
        pieces = [] if behind else self._pieces.of(without_labels(self._lead))
        return pieces[0].words if [piece.kind for piece in pieces] == ["place"] else None

    # -- As it is printed -------------------------------------------------------------------

    def _with_seat(self, name: str) -> str:
        """An office with the town that is part of the name of a branch, "Consulado en Tela", and no other."""
        seat = _SEAT.search(name)
        if seat and not _BRANCH.match(name[: seat.start()]):
            at = self._text.find(name)
            state = _STATE_BEHIND.match(self._text, at + len(name)) if at >= 0 else None
            if is_place(seat["town"]) or (state and is_place(state["state"])):
                return name[: seat.start()]
        ends = [mark.end for mark in self._group if mark.kind == "office" and name.endswith(mark.words)]
        behind = _SEAT_BEHIND.match(self._text, max(ends)) if ends and _BRANCH.match(name) else None
        if behind and is_place(behind["town"]):
            return f"{name}{behind[0]}"
        town = next((mark for mark in self._group if mark.kind == "place" and mark.words == name), None)
        at = self._text.find(name, town.start) if town else -1
        wider = _REGIONAL.match(self._text, at + len(name)) if at >= 0 else None
        return f"{name}{wider[0]}" if wider else name

    def _joined(self, pieces: Sequence[Piece], *, bodies: bool = False) -> str | None:
        """The offices told one behind the other, with the towns behind them; no town before its state.

        ``bodies``: the first is a body or a unit of one.
        """
        told: list[str] = []
        for piece, after in zip(pieces, [*pieces[1:], Piece("", None)], strict=False):
            if told and ("/" in piece.before or _HOUSE.match(piece.words)):
                break  # the same in another language, where it is
            plain = not told and piece.kind == "office" and not self._pieces.is_body(piece.words)
            if plain and (bodies or ":" in after.before or _is_town(piece, after)):
                continue
            if piece.kind == "office" or (told and (piece.kind == "place" or is_acronym(piece.words))):
                told.append(piece.words)
            elif told:
                break
        return ", ".join(told[:_MOST_PIECES]) or None


def _is_town(piece: Piece, after: Piece) -> bool:
    """Whether a piece that nobody knows is the town of the state or country behind it: "Sarita, Texas"."""
    short = len(piece.words.split()) <= _LONGEST_TOWN
    land = places.code_of(after.words) is not None or region_code(after.words) is not None
    return after.kind == "place" and after.before.strip() == "," and land and short
