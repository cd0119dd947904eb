"""What each control word of RTF does."""

from __future__ import annotations

from kb.parsers.rtf.grammar import OLD_SETS
from kb.parsers.rtf.reader import Action, Reader


def _set(name: str, *, switch: bool = False, scale: float = 1) -> Action:
    """What a control word does that only sets a value of the state."""

    def action(reader: Reader, number: int | None) -> None:
        value = number != 0 if switch else (number or 0) * scale
        setattr(reader.state, name, value)

    return action


def _unset(name: str) -> Action:
    return lambda reader, _: setattr(reader.state, name, False)


def _enter(destination: str) -> Action:
    """What a control word does that begins a destination."""

    def action(reader: Reader, _: int | None) -> None:
        reader.state.destination = destination

    return action


def _go(one: str, other: str) -> Action:
    """What a control word does that leads from one destination to another, and from the others nowhere."""

    def action(reader: Reader, _: int | None) -> None:
        if reader.state.destination == one:
            reader.state.destination = other

    return action


def _old_set(codec: str) -> Action:
    def action(reader: Reader, _: int | None) -> None:
        reader.codec = codec

    return action


WORDS: dict[str, Action] = {
    "par": Reader.end_paragraph,
    "sect": Reader.end_paragraph,
    "trowd": Reader.begin_row,
    "cell": Reader.end_cell,
    "row": Reader.end_row,
    "footnote": Reader.begin_note,
    "shptxt": Reader.begin_box,
    "dptxbxtext": Reader.begin_box,
    "chftn": Reader.counted,
    "ftnalt": Reader.endnote,
    "field": Reader.begin_field,
    "fldrslt": Reader.begin_result,
    "fldinst": _enter("code"),
    "listtext": _enter("label"),
    "pntext": _enter("label"),
    "fonttbl": _enter("fonts"),
    "stylesheet": _enter("styles"),
    "title": _enter("title"),
    "upr": _go("text", "doubled"),
    "ud": _go("doubled", "text"),
    "pard": lambda reader, _: reader.state.new_paragraph(),
    "plain": lambda reader, _: reader.state.plain(),
    "b": _set("bold", switch=True),
    "v": _set("hidden", switch=True),
    "deleted": _set("hidden", switch=True),
    "caps": _set("capitals", switch=True),
    "super": _set("raised", switch=True),
    "up": _set("raised", switch=True),
    "nosupersub": _unset("raised"),
    "sub": _unset("raised"),
    "dropcapli": _set("initial", switch=True),
    "intbl": _set("in_table", switch=True),
    "fs": _set("size", scale=0.5),
    "ls": _set("list"),
    "ilvl": _set("level"),
    "uc": _set("uc"),
    "s": Reader.style,
    "f": Reader.font,
    "fcharset": Reader.charset,
    "ansicpg": Reader.code_page,
    "outlinelevel": Reader.outline,
    **{name: _old_set(codec) for name, codec in OLD_SETS.items()},
}
