"""Numbers and sizes as people read them in English and Spanish."""

from __future__ import annotations

_UNITS = ("kB", "MB", "GB")


def amount(value: float, language: str) -> str:
    """A number in groups of three, and with the decimal mark of the language.

    >>> amount(68000, "en"), amount(2.5, "es"), amount(2014, "es")
    ('68,000', '2,5', '2014')
    """
    text = f"{value:,}"
    if language == "es":
        space = "" if abs(value) < 10_000 else "\u202f"  # as the Spanish academies write them
        return text.replace(",", space).replace(".", ",")
    return text


def size(count: int, language: str) -> str:
    r"""Bytes in the unit that leaves a short number.

    >>> size(900, "en"), size(1_234_567, "es")
    ('0.9\xa0kB', '1,2\xa0MB')
    """
    value = count / 1000
    for unit in _UNITS:
        if value < 1000 or unit == _UNITS[-1]:
            break
        value /= 1000
    short = round(value) if value >= 10 else round(value, 1)
    return f"{amount(short, language)}\u00a0{unit}"
